/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "scenes/jalon-map-private.h"

/* All in logical pixels, at a text scale of 1. */
#define MIN_WIDTH 160.0
#define RADIUS 6.0
#define TEXT_GAP 6.0
#define ENTRY_GAP 16.0

typedef struct
{
  const JalonLayoutInput *input;
  JalonScene *scene;
  double width;
  double x;
  double y;
} Legend;

/* A disc and what it means, in this line or the next. */
static void
add_entry (Legend *legend, JalonInk ink, const JalonSum *sum, JalonPrecision precision, const char *text)
{
  JalonType *type = legend->input->type;
  double scale = jalon_type_get_scale (type), radius = RADIUS * scale;
  double line = jalon_type_get_line_height (type, JALON_STYLE_SMALL);
  double indent = 2 * radius + TEXT_GAP * scale;
  g_auto (GStrv) lines = jalon_type_wrap (type, JALON_STYLE_SMALL, text, legend->width - indent, 1, NULL);
  double width = indent + jalon_layout_get_width (type, JALON_STYLE_SMALL, lines[0]), inner;

  if (legend->x > 0 && legend->x + width > legend->width)
    {
      legend->x = 0;
      legend->y += line + 4;
    }
  inner = jalon_map_get_inner_radius (radius, precision);
  jalon_map_add_precision (legend->scene, legend->x + radius, legend->y + line / 2, inner, ink, precision);
  jalon_layout_add_money_disc (legend->scene, legend->x + radius, legend->y + line / 2, inner, ink, sum, NULL);
  jalon_layout_add_text (legend->scene, type, JALON_STYLE_SMALL, JALON_INK_DIM, lines[0], legend->x + indent, legend->y);
  legend->x += width + ENTRY_GAP * scale;
}

static void
add_kinds (Legend *legend)
{
  const JalonSum whole = { .firm = 1, .ceiling = 1 };
  gboolean there[JALON_N_KINDS] = { FALSE };

  for (guint i = 0; i < jalon_figures_get_n_shares (legend->input->figures); i++)
    there[jalon_figures_get_share (legend->input->figures, i)->project->kind] = TRUE;
  for (JalonKind kind = JALON_KIND_UNSET + 1; kind < JALON_N_KINDS; kind++)
    if (there[kind])
      add_entry (legend, jalon_ink_for_kind (kind), &whole, JALON_PRECISION_SITE, jalon_words_kind (legend->input->language, kind));
}

/* Of the places that pins stand on, but for exact sites, which have the plain one. */
static void
add_precisions (Legend *legend)
{
  const JalonSum whole = { .firm = 1, .ceiling = 1 };
  gboolean there[JALON_N_PRECISIONS] = { FALSE };

  for (guint i = 0; i < jalon_figures_get_n_shares (legend->input->figures); i++)
    {
      const JalonShare *share = jalon_figures_get_share (legend->input->figures, i);

      if (jalon_map_get_stand (share) == JALON_STAND_POINT)
        there[((const JalonPlace *) g_ptr_array_index (share->project->at, 0))->precision] = TRUE;
    }
  for (JalonPrecision precision = JALON_PRECISION_COMMUNE; precision <= JALON_PRECISION_AREA; precision++)
    if (there[precision])
      add_entry (legend, JALON_INK_MIXED, &whole, precision, jalon_words_precision (legend->input->language, precision));
}

/**
 * jalon_legend_layout:
 * @with_map: whether a map is among what is shown, where pins say how well their places are known
 * @width: in logical pixels; laid out at 160 (times the text scale) if there are fewer
 *
 * What the marks of map, bars and timeline mean: solid, hatched, hollow, and the colours of the kinds that are shown. It is
 * decoration: what it says, each mark says of itself.
 *
 * Returns: (transfer full): the scene, as high as it needs
 */
JalonScene *
jalon_legend_layout (const JalonLayoutInput *input, gboolean with_map, double width)
{
  const JalonSum firm = { .firm = 1, .ceiling = 1 }, ceiling = { .ceiling = 1 };
  Legend legend = { .input = input, .width = floor (MAX (width, MIN_WIDTH * jalon_type_get_scale (input->type))) };

  legend.scene = jalon_scene_new (legend.width, 0);
  add_entry (&legend, JALON_INK_MIXED, &firm, JALON_PRECISION_SITE, jalon_trc (input->language, "legend", "firm"));
  add_entry (&legend, JALON_INK_MIXED, &ceiling, JALON_PRECISION_SITE, jalon_trc (input->language, "legend", "up to"));
  add_entry (&legend, JALON_INK_MIXED, NULL, JALON_PRECISION_SITE, jalon_trc (input->language, "legend", "undisclosed"));
  if (with_map)
    add_precisions (&legend);
  add_kinds (&legend);
  jalon_scene_set_height (legend.scene, ceil (legend.y + jalon_type_get_line_height (input->type, JALON_STYLE_SMALL)));
  if (input->rtl)
    jalon_scene_mirror (legend.scene);
  return legend.scene;
}
