/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "scenes/jalon-mark-name.h"
#include "scenes/jalon-timeline-private.h"

/* All in logical pixels. */
#define MIN_WIDTH 160.0
#define MIN_HEIGHT 80.0
#define SIDE 22.0      /* left and right of the window, for discs at its ends */
#define LANE_PAD 4.0
#define STRIP 12.0
#define COLUMN 4.0
#define LABEL_GAP 5.0
#define MONEY_HEIGHT 52.0
/* With so many lanes left, the line of money gets room of its own. */
#define ENOUGH_LANES 7

/**
 * jalon_timeline_x_to_day:
 * @width: of the timeline, in logical pixels
 * @x: in logical pixels
 *
 * Returns: the Julian day, with its fraction, that stands at @x
 */
double
jalon_timeline_x_to_day (const JalonTimeWindow *window, double width, double x)
{
  double room = MAX (width, MIN_WIDTH) - 2 * SIDE;

  return window->first + (x - SIDE) / room * (window->last - window->first);
}

/**
 * jalon_timeline_place_day:
 * @width: of the timeline, in logical pixels
 * @day: a Julian day, with its fraction
 *
 * Returns: where it stands, in logical pixels; outside of the plot if it is outside of the window
 */
double
jalon_timeline_place_day (const JalonTimeWindow *window, double width, double day)
{
  double days = window->last - window->first;

  return SIDE + (days > 0 ? (day - window->first) / days : 0.5) * (MAX (width, MIN_WIDTH) - 2 * SIDE);
}

/**
 * jalon_timeline_day_to_x:
 *
 * Returns: where a day stands
 */
double
jalon_timeline_day_to_x (const JalonTimePlot *plot, double day)
{
  return jalon_timeline_place_day (plot->window, plot->width, day);
}

static char *
make_key (const JalonAnnouncement *announcement)
{
  return g_strdup_printf ("%s/%u", announcement->project->base.id, announcement->base.index);
}

/* The days it may have been: soft, and softer at the edge where even these are only about right. */
static void
add_span (JalonTimePlot *plot, const JalonTimeItem *item)
{
  gboolean approximate = jalon_date_is_approximate (&item->announcement->date);
  double half = approximate && !item->is_span ? item->radius + 4 : plot->lane_height / 2 - 3;
  double x0 = item->is_span ? item->x0 : item->x - half, x1 = item->is_span ? item->x1 : item->x + half;
  JalonMark *mark;

  if (!item->is_span && !approximate)
    return;
  mark = jalon_scene_add (plot->scene, JALON_SHAPE_RECT, x0, item->y - half, MAX (x1 - x0, 1), 2 * half);
  mark->fill = JALON_FILL_SOFT;
  mark->ink = jalon_ink_for_kind (item->share->project->kind);
  mark->radius = half;
  mark->opacity = approximate ? 0.5 : item->rank == JALON_RANK_ASIDE ? 0.4 : 0.75;
}

static void
set_item_target (JalonTimePlot *plot, JalonMark *mark, const JalonTimeItem *item)
{
  const JalonLayoutInput *input = plot->input;
  const JalonAnnouncement *announcement = item->announcement;
  g_autofree char *title = jalon_layout_get_title (input, announcement->project);
  g_autofree char *amount = jalon_timeline_say_amount (input, announcement, JALON_MONEY_COMPACT);
  g_autofree char *exact = jalon_timeline_say_amount (input, announcement, JALON_MONEY_FULL);
  g_autofree char *date = jalon_words_date (input->language, &announcement->date, JALON_DATE_LONG);
  const char *act = jalon_words_act (input->language, announcement->act);
  g_autofree char *what = amount ? g_strdup_printf ("%s, %s", act, amount) : g_strdup (act);

  mark->target = JALON_TARGET_ANNOUNCEMENT;
  mark->key = make_key (announcement);
  mark->order = jalon_date_get_first_day (&announcement->date);
  mark->name = jalon_layout_name_project (input->language, jalon_figures_get_dataset (input->figures), announcement->project, what,
                                          &announcement->date);
  mark->tooltip = exact ? g_strdup_printf ("%s\n%s · %s\n%s", title, act, exact, date)
                        : g_strdup_printf ("%s\n%s\n%s", title, act, date);
}

static void
add_hollow (JalonTimePlot *plot, const JalonTimeItem *item, const char *key)
{
  JalonMark *disc = jalon_scene_add (plot->scene, JALON_SHAPE_DISC, item->x - item->radius, item->y - item->radius,
                                     2 * item->radius, 2 * item->radius);

  disc->fill = JALON_FILL_SOLID;
  disc->ink = JALON_INK_BACKGROUND;
  disc->stroke = item->announcement->act == JALON_ACT_CANCELS ? JALON_INK_WARNING
                                                              : jalon_ink_for_kind (item->share->project->kind);
  disc->stroke_width = item->rank == JALON_RANK_ASIDE ? 1 : 1.75;
  disc->key = g_strdup (key);
}

/* A step of the works: hollow when permitted, with a core when begun, full when open. */
static void
add_step (JalonTimePlot *plot, const JalonTimeItem *item, const char *key)
{
  const double r = item->radius + 1.5;
  const JalonPoint points[] = { { item->x, item->y - r }, { item->x + r, item->y }, { item->x, item->y + r }, { item->x - r, item->y } };
  const JalonInk ink = jalon_ink_for_kind (item->share->project->kind);
  JalonMark *mark = jalon_scene_add_path (plot->scene, points, G_N_ELEMENTS (points), TRUE);

  mark->fill = JALON_FILL_SOLID;
  mark->ink = item->announcement->act == JALON_ACT_OPENS ? ink : JALON_INK_BACKGROUND;
  mark->stroke = ink;
  mark->stroke_width = 1.75;
  mark->key = g_strdup (key);
  if (item->announcement->act != JALON_ACT_STARTS)
    return;
  mark = jalon_scene_add (plot->scene, JALON_SHAPE_DISC, item->x - 2, item->y - 2, 4, 4);
  mark->fill = JALON_FILL_SOLID;
  mark->ink = ink;
}

static void
add_ring (JalonTimePlot *plot, const JalonTimeItem *item)
{
  double radius = item->radius + 3;
  JalonMark *ring = jalon_scene_add (plot->scene, JALON_SHAPE_DISC, item->x - radius, item->y - radius, 2 * radius, 2 * radius);

  ring->fill = JALON_FILL_SOLID;
  ring->ink = JALON_INK_BACKGROUND;
  ring->stroke = JALON_INK_ACCENT;
  ring->stroke_width = 2;
}

static void
add_item_label (JalonTimePlot *plot, const JalonTimeItem *item)
{
  JalonStyle style = item->rank <= JALON_RANK_MONEY ? JALON_STYLE_LABEL_STRONG : JALON_STYLE_LABEL;
  double width, height, x;

  jalon_type_measure (plot->input->type, style, item->label, &width, &height);
  x = item->label_before ? item->x - item->radius - LABEL_GAP - width : item->x + item->radius + LABEL_GAP;
  jalon_scene_add_text (plot->scene, style, item->rank == JALON_RANK_ASIDE ? JALON_INK_DIM : JALON_INK_TEXT, item->label, rint (x),
                        rint (item->y - height / 2), width, height);
}

static void
add_item (JalonTimePlot *plot, const JalonTimeItem *item)
{
  JalonMark *target = jalon_scene_add (plot->scene, JALON_SHAPE_RECT, item->left, item->y - plot->lane_height / 2,
                                       item->right - item->left, plot->lane_height);
  const JalonSum unknown = { .firm = 1, .ceiling = 1 };
  guint first = jalon_scene_get_n_marks (plot->scene);
  g_autofree char *key = NULL, *words_key = NULL;

  set_item_target (plot, target, item);
  add_span (plot, item);
  if (item->rank == JALON_RANK_SELECTED)
    add_ring (plot, item);
  key = g_strdup_printf ("disc/%s", target->key);
  if (item->filled)
    jalon_layout_add_money_disc (plot->scene, item->x, item->y, item->radius, jalon_ink_for_kind (item->share->project->kind),
                                 item->sum.ceiling > 0 ? &item->sum : &unknown, key);
  else if (jalon_timeline_is_step (item->announcement->act))
    add_step (plot, item, key);
  else
    add_hollow (plot, item, key);
  if (item->label)
    add_item_label (plot, item);
  words_key = g_strdup_printf ("words/%s", target->key);
  jalon_layout_set_keys (plot->scene, first, words_key);
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const JalonTimeItem *x = *(JalonTimeItem *const *) a, *y = *(JalonTimeItem *const *) b;

  if (x->share != y->share)
    return x->share->project->base.index < y->share->project->base.index ? -1 : 1;
  return x->x != y->x ? (x->x < y->x ? -1 : 1) : (int) x->announcement->base.index - (int) y->announcement->base.index;
}

/* Whether nothing stands between two marks of a lane. */
static gboolean
is_clear (const JalonTimePlot *plot, const JalonTimeItem *a, const JalonTimeItem *b)
{
  if (a->y != b->y || a->right >= b->left)
    return FALSE;
  for (guint i = 0; i < plot->items->len; i++)
    {
      const JalonTimeItem *other = g_ptr_array_index (plot->items, i);

      if (other->lane >= 0 && other->lane <= a->lane && a->lane < other->lane + (int) other->n_lanes && other->left < b->left
          && other->right > a->right)
        return FALSE;
    }
  return TRUE;
}

static void
join_pair (JalonTimePlot *plot, const JalonTimeItem *a, const JalonTimeItem *b)
{
  gboolean selected = b->rank == JALON_RANK_SELECTED, clear = is_clear (plot, a, b);
  JalonMark *line;

  if (clear)
    line = jalon_scene_add (plot->scene, JALON_SHAPE_LINE, a->right, a->y, b->left - a->right, 0);
  else if (selected)
    line = jalon_scene_add (plot->scene, JALON_SHAPE_LINE, a->x, a->y, b->x - a->x, b->y - a->y);
  else
    return;
  line->stroke = jalon_ink_for_kind (a->share->project->kind);
  line->stroke_width = selected ? 1.5 : 1;
  line->opacity = selected ? 0.8 : 0.6;
  line->key = make_key (b->announcement);
}

/* A thin line from a mark of a project to its next, where nothing is in the way; of the selected one always. */
static void
join_items (JalonTimePlot *plot)
{
  g_autoptr (GPtrArray) placed = g_ptr_array_new ();

  for (guint i = 0; i < plot->items->len; i++)
    {
      JalonTimeItem *item = g_ptr_array_index (plot->items, i);

      if (item->lane >= 0)
        g_ptr_array_add (placed, item);
    }
  g_ptr_array_sort (placed, compare_places);
  for (guint i = 1; i < placed->len; i++)
    {
      const JalonTimeItem *a = g_ptr_array_index (placed, i - 1), *b = g_ptr_array_index (placed, i);

      if (a->share == b->share)
        join_pair (plot, a, b);
    }
}

/* The projects of the items, each once. */
static char **
list_members (const GPtrArray *items)
{
  g_autoptr (GPtrArray) members = g_ptr_array_new ();

  for (guint i = 0; i < items->len; i++)
    {
      char *id = ((const JalonTimeItem *) g_ptr_array_index (items, i))->share->project->base.id;

      if (!g_ptr_array_find (members, id, NULL))
        g_ptr_array_add (members, id);
    }
  g_ptr_array_add (members, NULL);
  return g_strdupv ((char **) members->pdata);
}

static void
add_column (JalonTimePlot *plot, const GPtrArray *items, guint index)
{
  const JalonLanguage *language = plot->input->language;
  double height = MIN (3 + 3 * log2 (MAX (items->len, 1)), STRIP - 2);
  JalonMark *mark = jalon_scene_add (plot->scene, JALON_SHAPE_RECT, index * COLUMN, plot->axis - height,
                                     MIN (COLUMN - 1, plot->width - index * COLUMN), height);
  g_autofree char *number = jalon_words_number (language, items->len);
  g_autofree char *count = g_strdup_printf (jalon_trn (language, "%s more announcement", "%s more announcements", items->len), number);
  g_autofree char *date = NULL;
  int first = G_MAXINT, last = 0;
  JalonDate span;

  for (guint i = 0; i < items->len; i++)
    {
      const JalonDate *its = &((const JalonTimeItem *) g_ptr_array_index (items, i))->announcement->date;

      first = MIN (first, jalon_date_get_first_day (its));
      last = MAX (last, jalon_date_get_last_day (its));
    }
  span = jalon_date_from_days (first, last);
  date = jalon_words_date (language, &span, JALON_DATE_SHORT);
  mark->fill = JALON_FILL_SOLID;
  mark->ink = JALON_INK_MIXED;
  mark->opacity = 0.6;
  mark->target = JALON_TARGET_CLUSTER;
  mark->key = g_strdup_printf ("column/%u", index);
  mark->members = list_members (items);
  mark->order = first;
  mark->name = jalon_layout_join_name (language, count, date);
  mark->tooltip = g_strdup_printf ("%s\n%s", count, date);
}

/* What found no lane, in columns: the more there are the higher. */
static void
add_strip (JalonTimePlot *plot)
{
  guint n_columns = (guint) (plot->width / COLUMN) + 1;
  g_autoptr (GPtrArray) columns = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < n_columns; i++)
    g_ptr_array_add (columns, g_ptr_array_new ());
  for (guint i = 0; i < plot->items->len; i++)
    {
      JalonTimeItem *item = g_ptr_array_index (plot->items, i);

      if (item->lane < 0)
        g_ptr_array_add (g_ptr_array_index (columns, (guint) (CLAMP (item->x, 0, plot->width - 1) / COLUMN)), item);
    }
  for (guint i = 0; i < n_columns; i++)
    if (((const GPtrArray *) g_ptr_array_index (columns, i))->len > 0)
      add_column (plot, g_ptr_array_index (columns, i), i);
}

static void
set_summary (JalonTimePlot *plot)
{
  const JalonLanguage *language = plot->input->language;
  JalonDate span = jalon_date_from_days ((int) CLAMP (plot->window->first, 1, 3652059), (int) CLAMP (plot->window->last, 1, 3652059));
  g_autofree char *dates = jalon_words_date (language, &span, JALON_DATE_LONG);
  g_autofree char *number = jalon_words_number (language, plot->items->len);
  g_autofree char *count
      = g_strdup_printf (jalon_trn (language, "%s announcement", "%s announcements", plot->items->len), number);
  /* Translators: a timeline, read out: the days that it shows, how many announcements. */
  g_autofree char *summary = g_strdup_printf (jalon_tr (language, "Timeline, %s. %s."), dates, count);

  g_autofree char *money = jalon_timeline_say_money (plot);
  const char *empty = jalon_figures_get_n_shares (plot->input->figures) == 0 ? jalon_layout_say_empty (plot->input) : NULL;
  g_autofree char *all = empty   ? g_strdup_printf ("%s %s", summary, empty)
                         : money ? g_strdup_printf ("%s %s.", summary, money)
                                 : g_steal_pointer (&summary);

  jalon_scene_set_summary (plot->scene, all);
}

static void
measure_plot (JalonTimePlot *plot, double height)
{
  JalonType *type = plot->input->type;
  double small = jalon_type_get_line_height (type, JALON_STYLE_SMALL);
  double room, money = MONEY_HEIGHT * jalon_type_get_scale (type);

  plot->lane_height = jalon_type_get_line_height (type, JALON_STYLE_LABEL_STRONG) + LANE_PAD;
  plot->axis = floor (height - jalon_type_get_line_height (type, JALON_STYLE_LABEL_STRONG) - 6);
  plot->top = ceil (height > 9 * small ? 2 * small : small) + 2;
  plot->strip = plot->axis - STRIP;
  plot->lanes = plot->money_top = plot->top;
  plot->money_bottom = plot->axis;
  if (plot->input->history && (plot->strip - plot->top - money) / plot->lane_height >= ENOUGH_LANES)
    {
      plot->money_bottom = plot->top + money;
      plot->lanes = plot->money_bottom + LANE_PAD;
    }
  room = plot->strip - plot->lanes;
  plot->n_lanes = (guint) MAX (floor (room / plot->lane_height), 1);
  plot->lane_height = MIN (room / plot->n_lanes, plot->lane_height * 1.2);
}

static void
begin_plot (JalonTimePlot *plot, double width, double height)
{
  plot->width = floor (MAX (width, MIN_WIDTH));
  measure_plot (plot, MAX (height, MIN_HEIGHT * jalon_type_get_scale (plot->input->type)));
}

/**
 * jalon_timeline_get_area:
 * @width: in logical pixels, as for jalon_timeline_layout()
 * @height: in logical pixels, as for jalon_timeline_layout()
 *
 * Returns: where the parts of such a timeline stand, for what is laid over it
 */
JalonTimeArea
jalon_timeline_get_area (JalonType *type, double width, double height)
{
  const JalonLayoutInput input = { .type = type };
  JalonTimePlot plot = { .input = &input };

  begin_plot (&plot, width, height);
  return (JalonTimeArea) { .left = SIDE, .right = plot.width - SIDE, .top = plot.top, .axis = plot.axis };
}

/**
 * jalon_timeline_layout:
 * @window: the days to show, in Julian days of #GDate
 * @width: in logical pixels; laid out at 160 if there are fewer
 * @height: in logical pixels; laid out at 80 (times the text scale) if there are fewer
 *
 * Announcements at the precision they are dated with: a disc on its day, or on a soft band over all days that it may be; area by
 * amount, hatched and dashed for a ceiling, hollow for what brings no amount, small for reports and notes; a lozenge for a permit,
 * the start of works, the opening. None meets another or its
 * label; what finds no room stands as columns above the axis. Events are bands behind, and, if @input has a history, a line of what
 * all came to as it was known on each day. An empty selection is said. Time runs from left to right also where
 * writing doesn't. Marks are targets %JALON_TARGET_ANNOUNCEMENT, %JALON_TARGET_EVENT and %JALON_TARGET_CLUSTER (the columns).
 *
 * Returns: (transfer full): the scene
 */
JalonScene *
jalon_timeline_layout (const JalonLayoutInput *input, const JalonTimeWindow *window, double width, double height)
{
  JalonTimePlot plot = { .input = input, .window = window };

  begin_plot (&plot, width, height);
  plot.scene = jalon_scene_new (plot.width, MAX (height, MIN_HEIGHT * jalon_type_get_scale (input->type)));
  plot.items = jalon_timeline_list_items (&plot);
  jalon_timeline_place (&plot);
  jalon_timeline_add_money (&plot);
  jalon_timeline_add_events (&plot);
  jalon_timeline_add_axis (&plot);
  join_items (&plot);
  for (guint i = plot.items->len; i > 0; i--)
    if (((const JalonTimeItem *) g_ptr_array_index (plot.items, i - 1))->lane >= 0)
      add_item (&plot, g_ptr_array_index (plot.items, i - 1));
  add_strip (&plot);
  jalon_layout_add_empty (plot.scene, input, plot.top, plot.axis);
  set_summary (&plot);
  g_ptr_array_unref (plot.items);
  return plot.scene;
}
