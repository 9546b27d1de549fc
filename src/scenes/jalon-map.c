/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>
#include <string.h>

#include "scenes/jalon-mark-name.h"
#include "scenes/jalon-map-territory.h"

/* Degrees: nearer places don't part at any zoom. */
#define SAME_POINT 1e-4
/* In logical pixels. */
#define SITE_RADIUS 4.0
/* One place alone is shown with what is around it; some that stand together are to be parted. */
#define MAX_FIT_ZOOM 11.0
#define MAX_PART_ZOOM 16.0
/* A solid disc of this size holds a number. */
#define SOLID_RADIUS 9.0

/**
 * jalon_map_get_stand:
 * @share: what the sums know of a project
 *
 * Returns: where a project's money stands; what isn't one point is never pinned on one
 */
JalonStand
jalon_map_get_stand (const JalonShare *share)
{
  const JalonProject *project = share->project;

  switch (share->scope)
    {
    case JALON_SCOPE_SITE:
    case JALON_SCOPE_SITES:
      if (project->at->len == 1 && !project->elsewhere)
        return JALON_STAND_POINT;
      return project->at->len == 0 ? JALON_STAND_NOWHERE : JALON_STAND_SEVERAL;
    case JALON_SCOPE_REGION:
      return JALON_STAND_REGION;
    case JALON_SCOPE_COUNTRY:
      return JALON_STAND_COUNTRY;
    case JALON_SCOPE_COMPANY:
      return JALON_STAND_COMPANY;
    case JALON_SCOPE_UNSET:
    case JALON_N_SCOPES:
    default:
      return JALON_STAND_NOWHERE;
    }
}

/**
 * jalon_map_fit:
 * @width: of the map, in logical pixels
 * @height: of the map
 *
 * Returns: the closest look at all pins; without pins at all sites; the world if there are none either
 */
JalonMapFrame
jalon_map_fit (const JalonFigures *figures, double width, double height)
{
  g_autoptr (GPtrArray) pins = g_ptr_array_new ();
  g_autoptr (GPtrArray) sites = g_ptr_array_new ();

  for (guint i = 0; i < jalon_figures_get_n_shares (figures); i++)
    {
      const JalonShare *share = jalon_figures_get_share (figures, i);
      GPtrArray *places = jalon_map_get_stand (share) == JALON_STAND_POINT ? pins : sites;

      for (guint j = 0; j < share->project->at->len; j++)
        g_ptr_array_add (places, g_ptr_array_index (share->project->at, j));
    }
  return jalon_map_fit_places (pins->len > 0 ? pins : sites, MAX_FIT_ZOOM, width, height);
}

/**
 * jalon_map_fit_members:
 * @ids: (array zero-terminated=1): ids of projects, those of a merged pin
 * @width: of the map, in logical pixels
 * @height: of the map
 * @frame: (out): the closest look at all of them
 *
 * Returns: whether their pins would part there: whether they have more than one point
 */
gboolean
jalon_map_fit_members (const JalonFigures *figures, const char *const *ids, double width, double height, JalonMapFrame *frame)
{
  g_autoptr (GPtrArray) places = g_ptr_array_new ();
  const JalonPlace *first = NULL;
  gboolean parts = FALSE;

  for (guint i = 0; ids[i] != NULL; i++)
    {
      const JalonProject *project = jalon_dataset_get_project (jalon_figures_get_dataset (figures), ids[i]);
      const JalonPlace *place = project != NULL && project->at->len > 0 ? g_ptr_array_index (project->at, 0) : NULL;

      if (place == NULL)
        continue;
      first = first != NULL ? first : place;
      parts = parts || fabs (place->lat - first->lat) > SAME_POINT || fabs (place->lon - first->lon) > SAME_POINT;
      g_ptr_array_add (places, (gpointer) place);
    }
  *frame = jalon_map_fit_places (places, MAX_PART_ZOOM, width, height);
  return parts;
}

static gboolean
is_inside (double x, double y, double width, double height)
{
  return x >= 0 && x <= width && y >= 0 && y <= height;
}

static gboolean
is_selected (const JalonLayoutInput *input, const JalonShare *share)
{
  return g_strcmp0 (share->project->base.id, input->selected) == 0;
}

static void
add_ring (JalonScene *scene, double x, double y, double radius, JalonInk ink, double width, double opacity)
{
  JalonMark *ring = jalon_scene_add (scene, JALON_SHAPE_DISC, x - radius, y - radius, 2 * radius, 2 * radius);

  ring->stroke = ink;
  ring->stroke_width = width;
  ring->opacity = opacity;
}

/* Where all that a pin stands for is known as well as this; a site where it isn't the same for all. */
static JalonPrecision
get_precision (const JalonPin *pin)
{
  const JalonShare *first = g_ptr_array_index (pin->shares, 0);
  const JalonPlace *place = g_ptr_array_index (first->project->at, 0);

  for (guint i = 1; i < pin->shares->len; i++)
    if (g_ptr_array_index (((const JalonShare *) g_ptr_array_index (pin->shares, i))->project->at, 0) != (gconstpointer) place)
      return JALON_PRECISION_SITE;
  return place->precision;
}

static char *
describe_pin (const JalonLayoutInput *input, const JalonPin *pin, JalonMoneyStyle style)
{
  const JalonShare *share = g_ptr_array_index (pin->shares, 0);
  g_autofree char *money = jalon_layout_say_sum (input, &pin->sum, pin->n_undisclosed, style);
  g_autofree char *projects = NULL;

  if (pin->shares->len > 1)
    {
      projects = jalon_words_projects (input->language, pin->shares->len);
      return g_strdup_printf ("%s, %s", money, projects);
    }
  return pin->counts ? g_steal_pointer (&money) : jalon_words_left_out (input->language, share);
}

/* That, and whether it is outside the focus. */
static char *
describe_where (const JalonLayoutInput *input, const JalonPin *pin, JalonMoneyStyle style)
{
  g_autofree char *what = describe_pin (input, pin, style);

  if (!jalon_map_is_pin_outside (input, pin))
    return g_steal_pointer (&what);
  return g_strdup_printf ("%s, %s", what, jalon_map_say_outside (input));
}

static char *
name_project (const JalonLayoutInput *input, const JalonShare *share, const char *what)
{
  return jalon_layout_name_project (input->language, jalon_figures_get_dataset (input->figures), share->project, what,
                                    share->first != NULL ? &share->first->date : NULL);
}

static void
set_pin_target (JalonMark *mark, const JalonLayoutInput *input, const JalonPin *pin)
{
  g_autofree char *who = NULL;
  g_autofree char *money = describe_where (input, pin, JALON_MONEY_COMPACT);
  g_autofree char *exact = describe_where (input, pin, JALON_MONEY_FULL);
  g_autofree char *place = jalon_map_name_pin (input, pin);

  if (pin->shares->len == 1)
    {
      const JalonShare *share = g_ptr_array_index (pin->shares, 0);

      mark->target = JALON_TARGET_PROJECT;
      mark->key = g_strdup (share->project->base.id);
      who = jalon_layout_get_title (input, share->project);
    }
  else
    {
      mark->target = JALON_TARGET_CLUSTER;
      mark->members = jalon_map_list_members (pin);
      mark->key = g_strjoinv (" ", mark->members);
      who = g_strdup (place);
    }
  mark->order = -pin->sum.ceiling;
  mark->name = pin->shares->len == 1 ? name_project (input, g_ptr_array_index (pin->shares, 0), money)
                                     : jalon_layout_join_name (input->language, who, money);
  mark->tooltip = strcmp (who, place) == 0 ? g_strdup_printf ("%s\n%s", who, exact)
                                           : g_strdup_printf ("%s\n%s\n%s", who, place, exact);
}

/* Whether a text in the middle of a pin is neither cut by the map's edge nor on a pin above. */
static gboolean
is_count_seen (const JalonScene *scene, const GPtrArray *pins, guint index, double width, double height)
{
  const JalonPin *pin = g_ptr_array_index (pins, index);

  if (pin->x < width / 2 + 1 || pin->x + width / 2 + 1 > jalon_scene_get_width (scene) || pin->y < height / 2 + 1
      || pin->y + height / 2 + 1 > jalon_scene_get_height (scene))
    return FALSE;
  for (guint i = index + 1; i < pins->len; i++)
    {
      const JalonPin *above = g_ptr_array_index (pins, i);

      if (fabs (above->x - pin->x) < above->radius + width / 2 && fabs (above->y - pin->y) < above->radius + height / 2)
        return FALSE;
    }
  return TRUE;
}

/* How many projects a merged pin stands for. */
static void
add_count (JalonScene *scene, const JalonLayoutInput *input, const GPtrArray *pins, guint index)
{
  const JalonPin *pin = g_ptr_array_index (pins, index);
  g_autofree char *count = jalon_words_number (input->language, pin->shares->len);
  gboolean solid = pin->sum.ceiling > 0 && pin->radius * sqrt (pin->sum.firm / pin->sum.ceiling) >= SOLID_RADIUS;
  double width, height;
  JalonMark *text;

  jalon_type_measure (input->type, JALON_STYLE_LABEL_STRONG, count, &width, &height);
  if (pin->shares->len < 2 || !is_count_seen (scene, pins, index, width, height))
    return;
  text = jalon_scene_add_text (scene, JALON_STYLE_LABEL_STRONG, solid ? jalon_ink_on_kind () : JALON_INK_TEXT, count,
                               rint (pin->x - width / 2), rint (pin->y - height / 2), width, height);
  text->halo = !solid;
  text->key = jalon_map_make_key ("count", pin);
}

static void
add_pin (JalonScene *scene, const JalonLayoutInput *input, const JalonPin *pin)
{
  JalonMark *ground = jalon_scene_add (scene, JALON_SHAPE_DISC, pin->x - pin->radius, pin->y - pin->radius, 2 * pin->radius,
                                       2 * pin->radius);
  g_autofree char *key = jalon_map_make_key ("pin", pin), *around = jalon_map_make_key ("around", pin);
  guint first = jalon_scene_get_n_marks (scene);

  ground->halo = TRUE;
  set_pin_target (ground, input, pin);
  jalon_map_add_precision (scene, pin->x, pin->y, pin->radius, pin->ink, get_precision (pin));
  for (guint i = 0; i < pin->shares->len; i++)
    if (is_selected (input, g_ptr_array_index (pin->shares, i)))
      add_ring (scene, pin->x, pin->y, pin->radius + 3, JALON_INK_ACCENT, 2.5, 1);
  jalon_layout_add_money_disc (scene, pin->x, pin->y, pin->radius, pin->ink, &pin->sum, key);
  jalon_layout_set_keys (scene, first, around);
  if (!pin->counts)
    for (guint i = first; i < jalon_scene_get_n_marks (scene); i++)
      jalon_scene_edit_mark (scene, i)->opacity = 0.55;
}

static void
add_site (JalonScene *scene, const JalonLayoutInput *input, const JalonShare *share, double x, double y)
{
  JalonMark *mark = jalon_scene_add (scene, JALON_SHAPE_DISC, x - SITE_RADIUS, y - SITE_RADIUS, 2 * SITE_RADIUS, 2 * SITE_RADIUS);
  g_autofree char *title = jalon_layout_get_title (input, share->project);
  const char *what = jalon_tr (input->language, "one of its places, without an amount of its own");
  JalonDataset *dataset = jalon_figures_get_dataset (input->figures);
  g_autofree char *where = jalon_layout_say_where (input->language, dataset, share->project);

  mark->fill = JALON_FILL_SOLID;
  mark->ink = JALON_INK_HALO;
  mark->stroke = is_selected (input, share) ? JALON_INK_ACCENT : jalon_ink_for_kind (share->project->kind);
  mark->stroke_width = is_selected (input, share) ? 2.5 : 1.5;
  mark->target = JALON_TARGET_PROJECT;
  mark->key = g_strdup (share->project->base.id);
  mark->order = 1; /* after those that say how much */
  mark->name = jalon_layout_name_project (input->language, dataset, share->project, what, NULL);
  mark->tooltip = g_strdup_printf ("%s\n%s\n%s", title, where, what);
}

/* Where projects of several places have one of them: what they cost stands in the tray. One mark a place: the selected project's, or
 * the first's. */
static void
add_sites (JalonScene *scene, const JalonLayoutInput *input, const JalonMapFrame *frame, double width, double height)
{
  g_autoptr (GHashTable) by_place = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) places = g_ptr_array_new ();

  for (guint i = 0; i < jalon_figures_get_n_shares (input->figures); i++)
    {
      const JalonShare *share = jalon_figures_get_share (input->figures, i);

      for (guint j = 0; jalon_map_get_stand (share) != JALON_STAND_POINT && j < share->project->at->len; j++)
        {
          gpointer place = g_ptr_array_index (share->project->at, j);

          if (!g_hash_table_contains (by_place, place))
            g_ptr_array_add (places, place);
          if (!g_hash_table_contains (by_place, place) || is_selected (input, share))
            g_hash_table_insert (by_place, place, (gpointer) share);
        }
    }
  for (guint i = 0; i < places->len; i++)
    {
      const JalonPlace *place = g_ptr_array_index (places, i);
      double x, y;

      jalon_map_project (frame, width, height, place->lat, place->lon, &x, &y);
      if (is_inside (x, y, width, height))
        add_site (scene, input, g_hash_table_lookup (by_place, place), x, y);
    }
}

static void
set_summary (JalonScene *scene, const JalonLayoutInput *input, guint n_pins)
{
  g_autofree char *projects = jalon_words_projects (input->language, jalon_figures_get_n_shares (input->figures));
  g_autofree char *number = jalon_words_number (input->language, n_pins);
  /* Translators: %s is "31 projects", then the number of pins. */
  g_autofree char *summary
      = g_strdup_printf (jalon_trn (input->language, "Map. %s, %s pin.", "Map. %s, %s pins.", n_pins), projects, number);

  g_autofree char *empty = jalon_figures_get_n_shares (input->figures) == 0
                               ? g_strdup_printf ("%s %s", summary, jalon_layout_say_empty (input)) : NULL;

  jalon_scene_set_summary (scene, empty ? empty : summary);
}

/**
 * jalon_map_layout:
 * @frame: where the map looks
 * @width: of the map, in logical pixels
 * @height: of the map
 *
 * The pins, to lie on a base map of the same frame: area by amount, hollow where undisclosed, hatched and dashed where only a ceiling,
 * faint where not counted; pins that would hide one another are one with their number and sum; small rings where a project of several
 * places has one; labels that overlap neither each other nor pins. What has no point is not here but in jalon_tray_layout(). An empty
 * selection is said.
 *
 * Returns: (transfer full): the scene, the smaller pins above the larger
 */
JalonScene *
jalon_map_layout (const JalonLayoutInput *input, const JalonMapFrame *frame, double width, double height)
{
  JalonScene *scene = jalon_scene_new (width, height);
  g_autoptr (GPtrArray) pins = NULL;

  width = jalon_scene_get_width (scene);
  height = jalon_scene_get_height (scene);
  pins = jalon_map_list_pins (input, frame, width, height);
  add_sites (scene, input, frame, width, height);
  for (guint i = 0; i < pins->len; i++)
    {
      add_pin (scene, input, g_ptr_array_index (pins, i));
      add_count (scene, input, pins, i);
    }
  jalon_map_add_labels (scene, input, pins);
  jalon_layout_add_empty (scene, input, 0, height);
  set_summary (scene, input, pins->len);
  return scene;
}
