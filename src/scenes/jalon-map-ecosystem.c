/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "scenes/jalon-map-ecosystem.h"

#include <math.h>

#include "scenes/jalon-layout-private.h"

/* All in logical pixels, at a text scale of 1. */
#define SIDE 10.0
#define GAP 2.0

/* What of the ecosystem is at a place. */
typedef struct
{
  const JalonPlace *place;
  guint n_indicators;
  guint n_organisations;
} Site;

static Site *
get_site (GArray *sites, const JalonPlace *place)
{
  const Site site = { place, 0, 0 };

  for (guint i = 0; i < sites->len; i++)
    if (g_array_index (sites, Site, i).place == place)
      return &g_array_index (sites, Site, i);
  g_array_append_val (sites, site);
  return &g_array_index (sites, Site, sites->len - 1);
}

static GArray *
list_sites (const JalonEcosystem *ecosystem)
{
  GArray *sites = g_array_new (FALSE, FALSE, sizeof (Site));

  for (guint i = 0; i < ecosystem->indicators->len; i++)
    {
      const JalonIndicator *indicator = g_ptr_array_index (ecosystem->indicators, i);

      if (indicator->place != NULL)
        get_site (sites, indicator->place)->n_indicators++;
    }
  for (guint i = 0; i < ecosystem->organisations->len; i++)
    {
      const JalonOrganisation *organisation = g_ptr_array_index (ecosystem->organisations, i);

      for (guint j = 0; j < organisation->at->len; j++)
        get_site (sites, g_ptr_array_index (organisation->at, j))->n_organisations++;
    }
  return sites;
}

static void
append_count (GString *list, const char *format, guint n, const JalonLanguage *language)
{
  g_autofree char *number = jalon_words_number (language, n);

  if (n == 0)
    return;
  if (list->len > 0)
    g_string_append (list, ", ");
  g_string_append (list, format);
  g_string_replace (list, "{n}", number, 1);
}

static char *
say_counts (const Site *site, const JalonLanguage *language)
{
  g_autoptr (GString) list = g_string_new (NULL);

  append_count (list, jalon_trn (language, "{n} figure of the ecosystem", "{n} figures of the ecosystem", site->n_indicators),
                site->n_indicators, language);
  append_count (list, jalon_trn (language, "{n} organization", "{n} organizations", site->n_organisations), site->n_organisations,
                language);
  return g_string_free (g_steal_pointer (&list), FALSE);
}

/* Whether a square would lie on a pin: a disc that stands for projects. */
static gboolean
is_on (const JalonMark *mark, double x, double top, double side)
{
  gboolean is_pin = mark->target == JALON_TARGET_PROJECT || mark->target == JALON_TARGET_CLUSTER;

  return is_pin && mark->shape == JALON_SHAPE_DISC && fabs (mark->x + mark->width / 2 - x) < (mark->width + side) / 2
         && mark->y - side < top && top < mark->y + mark->height;
}

/* Below the pins that are there already, since they are money. */
static double
find_top (const JalonScene *scene, guint n_marks, double x, double y, double side)
{
  double top = y - side / 2, before = NAN;

  while (!(top <= before))
    {
      before = top;
      for (guint i = 0; i < n_marks; i++)
        {
          const JalonMark *mark = jalon_scene_get_mark (scene, i);

          if (is_on (mark, x, top, side))
            top = mark->y + mark->height + GAP;
        }
    }
  return top;
}

static void
add_site (JalonScene *scene, const JalonLayoutInput *input, const Site *site, guint n_marks, double x, double y)
{
  double side = SIDE * jalon_type_get_scale (input->type);
  g_autofree char *name = jalon_layout_get_place_name (input, site->place);
  g_autofree char *counts = say_counts (site, input->language);
  double top = find_top (scene, n_marks, x, y, side);
  JalonMark *mark;

  if (x < side || y < side || x > jalon_scene_get_width (scene) - side || top > jalon_scene_get_height (scene) - side)
    return;
  mark = jalon_scene_add (scene, JALON_SHAPE_RECT, x - side / 2, top, side, side);
  mark->fill = JALON_FILL_SOLID;
  mark->ink = JALON_INK_MIXED;
  mark->stroke = JALON_INK_HALO;
  mark->stroke_width = 1.5;
  mark->radius = 2;
  mark->target = JALON_TARGET_PLACE;
  mark->key = g_strdup (site->place->base.id);
  mark->name = jalon_layout_join_name (input->language, name, counts);
  mark->tooltip = g_strdup_printf ("%s\n%s", name, counts);
}

/**
 * jalon_map_add_ecosystem:
 * @scene: a map, laid out by jalon_map_layout()
 * @ecosystem: what goes with the figures of @input
 * @frame: where the map looks
 *
 * Adds a small square where figures of the ecosystem or organisations have a place: no money, so no pin and no kind's colour. It is a
 * target %JALON_TARGET_PLACE.
 */
void
jalon_map_add_ecosystem (
    JalonScene *scene, const JalonLayoutInput *input, const JalonEcosystem *ecosystem, const JalonMapFrame *frame)
{
  g_autoptr (GArray) sites = list_sites (ecosystem);
  guint n_marks = jalon_scene_get_n_marks (scene);

  for (guint i = 0; i < sites->len; i++)
    {
      const Site *site = &g_array_index (sites, Site, i);
      double x, y;

      jalon_map_project (frame, jalon_scene_get_width (scene), jalon_scene_get_height (scene), site->place->lat, site->place->lon,
                         &x, &y);
      add_site (scene, input, site, n_marks, x, y);
    }
}
