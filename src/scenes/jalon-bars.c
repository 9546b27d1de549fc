/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "scenes/jalon-bars-private.h"

/* All in logical pixels, at a text scale of 1. */
#define MIN_WIDTH 160.0
#define MIN_BAR_ROOM 170.0
#define BAR_HEIGHT 18.0
#define STACKED_BAR_HEIGHT 10.0
#define PAD 8.0 /* left and right of what a row holds, for its highlight */
#define VALUE_GAP 8.0
#define TICK 4.0
#define MIN_ROW_GAP 4.0
#define ROW_GAP 8.0     /* where rows take the height they need */
#define MAX_ROW_GAP 16.0
#define MIN_SHOWN 3     /* rows that are never gathered into the rest */
/* Of what a bar could be, how much its value leaves it at least; else the value goes below the bar. */
#define MIN_BAR_SHARE 0.45

static gboolean
begins_other (const JalonBars *bars, const JalonBarRow *row, const char *name)
{
  for (guint i = 0; i < bars->rows->len; i++)
    {
      const JalonBarRow *other = g_ptr_array_index (bars->rows, i);

      if (other != row && g_str_has_prefix (other->label, name))
        return TRUE;
    }
  return FALSE;
}

/* In one line, if need be without what a name adds to its beginning; else in two. */
static char **
set_label (JalonBars *bars, JalonBarRow *row, double width)
{
  JalonType *type = bars->input->type;
  g_autofree char *name = NULL;

  if (jalon_layout_get_width (type, JALON_STYLE_LABEL_STRONG, row->label) > width)
    name = jalon_layout_shorten (type, JALON_STYLE_LABEL_STRONG, row->label, width);
  if (name && begins_other (bars, row, name))
    g_clear_pointer (&name, g_free);
  return jalon_type_wrap (type, JALON_STYLE_LABEL_STRONG, name ? name : row->label, width, 2, &row->shortened);
}

static gboolean
wrap_labels (JalonBars *bars, double width)
{
  gboolean shortened = FALSE;

  bars->label_width = ceil (width);
  for (guint i = 0; i < bars->rows->len; i++)
    {
      JalonBarRow *row = g_ptr_array_index (bars->rows, i);

      g_strfreev (row->label_lines);
      row->label_lines = set_label (bars, row, bars->label_width);
      shortened |= row->shortened;
    }
  return shortened;
}

/* As wide as the longest label; two lines before much of the width; an ellipsis last. */
static void
choose_label_width (JalonBars *bars)
{
  double longest = 0;

  for (guint i = 0; i < bars->rows->len; i++)
    {
      const JalonBarRow *row = g_ptr_array_index (bars->rows, i);

      longest = MAX (longest, jalon_layout_get_width (bars->input->type, JALON_STYLE_LABEL_STRONG, row->label));
    }
  if (wrap_labels (bars, MIN (longest, bars->width * 0.29)))
    wrap_labels (bars, MIN (longest, bars->width * 0.4));
}

static double
get_value_width (const JalonBars *bars, const JalonBarRow *row)
{
  return jalon_layout_get_width (bars->input->type, JALON_STYLE_LABEL, row->value);
}

/* The longest bar that leaves each value its room; a value that would take too much of it goes below its bar. */
static void
choose_bar_room (JalonBars *bars)
{
  double room = bars->width - bars->bar_x;

  bars->bar_room = room;
  for (guint i = 0; i < bars->rows->len; i++)
    {
      JalonBarRow *row = g_ptr_array_index (bars->rows, i);
      double left = room - VALUE_GAP - get_value_width (bars, row);

      if (left < 0 || left < MIN_BAR_SHARE * room * row->length)
        row->value_lines
            = jalon_type_wrap (bars->input->type, JALON_STYLE_LABEL, row->value, room, JALON_BARS_MAX_VALUE_LINES, NULL);
      else if (row->length > 0)
        bars->bar_room = MIN (bars->bar_room, left / row->length);
    }
}

static void
place_beside (JalonBars *bars)
{
  for (guint i = 0; i < bars->rows->len; i++)
    {
      JalonBarRow *row = g_ptr_array_index (bars->rows, i);
      double bar = BAR_HEIGHT * bars->text_scale;

      if (row->value_lines)
        bar += g_strv_length (row->value_lines) * bars->line;
      row->height = MAX (bar, g_strv_length (row->label_lines) * bars->line);
    }
}

/* Label left and value right where both fit in a line, else one below the other; then the bar. */
static void
place_stacked (JalonBars *bars)
{
  bars->stacked = TRUE;
  bars->bar_x = 0;
  bars->bar_room = bars->width;
  for (guint i = 0; i < bars->rows->len; i++)
    {
      JalonBarRow *row = g_ptr_array_index (bars->rows, i);
      double label = jalon_layout_get_width (bars->input->type, JALON_STYLE_LABEL_STRONG, row->label);
      guint n_lines;

      g_clear_pointer (&row->value_lines, g_strfreev);
      g_strfreev (row->label_lines);
      row->label_lines = set_label (bars, row, bars->width);
      n_lines = g_strv_length (row->label_lines);
      if (n_lines > 1 || label + JALON_BARS_LABEL_GAP + get_value_width (bars, row) > bars->width)
        row->value_lines = jalon_type_wrap (bars->input->type, JALON_STYLE_LABEL, row->value, bars->width, JALON_BARS_MAX_VALUE_LINES, NULL);
      n_lines += row->value_lines ? g_strv_length (row->value_lines) : 0;
      row->height = n_lines * bars->line;
      if (row->length > 0 || row->n_undisclosed > 0)
        row->height += (STACKED_BAR_HEIGHT + 3) * bars->text_scale;
    }
}

static void
place_rows (JalonBars *bars)
{
  choose_label_width (bars);
  bars->bar_x = bars->label_width + JALON_BARS_LABEL_GAP;
  if (bars->width - bars->bar_x < MIN_BAR_ROOM * bars->text_scale)
    {
      place_stacked (bars);
      return;
    }
  choose_bar_room (bars);
  place_beside (bars);
}

/* The rows as far apart as they must be at least: one gap below each, half of one above the first. */
static double
measure_rows (const JalonBars *bars)
{
  double needed = (bars->rows->len + 0.5) * MIN_ROW_GAP;

  for (guint i = 0; i < bars->rows->len; i++)
    needed += ((const JalonBarRow *) g_ptr_array_index (bars->rows, i))->height;
  return ceil (needed);
}

/* Rows stand as far apart as there is room for, within limits. */
static void
choose_gap (JalonBars *bars, double height)
{
  double gap = MIN_ROW_GAP + (height - measure_rows (bars)) / (bars->rows->len + 0.5);

  bars->gap = bars->limited ? floor (CLAMP (gap, MIN_ROW_GAP, MAX_ROW_GAP)) : ROW_GAP;
}

static void
list_rows (JalonBars *bars, guint n_shown)
{
  g_clear_pointer (&bars->rows, g_ptr_array_unref);
  bars->rows = jalon_bars_list_rows (bars->input, n_shown);
  jalon_bars_scale_rows (bars, bars->logarithmic);
  bars->stacked = FALSE;
  place_rows (bars);
}

/* Groups that bring no money tell little one by one. */
static guint
count_with_money (const JalonBars *bars)
{
  guint n = 0;

  for (guint i = 0; i < bars->rows->len; i++)
    n += ((const JalonBarRow *) g_ptr_array_index (bars->rows, i))->sum.ceiling > 0;
  return n;
}

/* Gathers the last rows into one for the rest, as many as it takes for the others to fit. */
static void
fit_rows (JalonBars *bars, double height)
{
  guint n = jalon_bars_get_max_rows (bars->input);
  guint n_money = count_with_money (bars);

  if (measure_rows (bars) <= height || n <= MIN_SHOWN + 1)
    return;
  n = height > 0 ? CLAMP (n_money, MIN_SHOWN, n - 2) : MIN_SHOWN;
  list_rows (bars, n);
  while (n > MIN_SHOWN && measure_rows (bars) > height)
    {
      double over = measure_rows (bars) - height;
      guint fewer = (guint) CLAMP (over / (bars->line + MIN_ROW_GAP) / 2, 1, n - MIN_SHOWN);

      list_rows (bars, n -= fewer);
    }
}

static const char *
get_scale_words (const JalonBars *bars)
{
  const JalonLanguage *language = bars->input->language;

  return bars->scale.logarithmic ? jalon_tr (language, "Logarithmic scale") : jalon_tr (language, "Linear scale");
}

/* The scale says in words what it is, and where its round values are. */
static void
add_axis (JalonBars *bars)
{
  const JalonLanguage *language = bars->input->language;
  JalonType *type = bars->input->type;
  double last = -INFINITY, top = bars->y, line = jalon_type_get_line_height (type, JALON_STYLE_SMALL);
  g_autoptr (GArray) ticks = jalon_scale_list_ticks (&bars->scale, 6);
  const char *words = get_scale_words (bars);
  double room = bars->width - jalon_layout_get_width (type, JALON_STYLE_SMALL, words) - JALON_BARS_LABEL_GAP;

  jalon_layout_add_text_end (bars->scene, type, JALON_STYLE_SMALL, JALON_INK_DIM, words, bars->width, top);
  for (guint i = 0; i < ticks->len; i++)
    {
      double value = g_array_index (ticks, double, i);
      double x = bars->bar_x + jalon_scale_to_pixel (&bars->scale, value) * bars->bar_room;
      g_autofree char *label
          = jalon_words_money (language, value, jalon_layout_get_currency (bars->input), JALON_MONEY_COMPACT);
      double width = jalon_layout_get_width (type, JALON_STYLE_SMALL, label);
      g_autofree char *key = g_strdup_printf ("tick/%g", value);
      guint first = jalon_scene_get_n_marks (bars->scene);
      JalonMark *tick = jalon_scene_add (bars->scene, JALON_SHAPE_LINE, x, top + line, 0, TICK);

      tick->stroke = JALON_INK_DIM;
      tick->stroke_width = 1;
      if (value > 0 && x - width / 2 >= MAX (last + JALON_BARS_LABEL_GAP, 0) && x + width / 2 <= room)
        {
          jalon_layout_add_text (bars->scene, type, JALON_STYLE_SMALL, JALON_INK_DIM, label, x - width / 2, top);
          last = x + width / 2;
        }
      jalon_layout_set_keys (bars->scene, first, key);
    }
}

static JalonMark *
add_piece (JalonBars *bars, const JalonBarRow *row, double from, double to, double y, double height, const char *part)
{
  JalonMark *piece = jalon_scene_add (bars->scene, JALON_SHAPE_RECT, bars->bar_x + from * bars->bar_room, y,
                                      MAX ((to - from) * bars->bar_room, 1), height);

  piece->ink = row->ink;
  piece->radius = from > 0 ? 0 : 3;
  piece->key = g_strdup_printf ("%s/%s", row->key ? row->key : "", part);
  return piece;
}

/* Solid as far as money is firm, hatched from there to the ceiling; a hollow disc where none is known. */
static void
add_bar (JalonBars *bars, const JalonBarRow *row, double y, double height)
{
  if (row->length <= 0)
    {
      double radius = MIN (height, BAR_HEIGHT) / 3;
      g_autofree char *key = g_strdup_printf ("%s/disc", row->key ? row->key : "");

      if (row->n_undisclosed > 0)
        jalon_layout_add_money_disc (bars->scene, bars->bar_x + radius, y + height / 2, radius, row->ink, NULL, key);
      return;
    }
  if (row->sum.firm < row->sum.ceiling)
    {
      JalonMark *hatched = add_piece (bars, row, row->firm_length, row->length, y, height, "ceiling");

      hatched->fill = JALON_FILL_HATCHED;
      hatched->stroke = row->ink;
      hatched->stroke_width = 1.5;
      hatched->dashed = TRUE;
    }
  if (row->firm_length > 0)
    add_piece (bars, row, 0, row->firm_length, y, height, "firm")->fill = JALON_FILL_SOLID;
}

/* Where the value of a row without a bar begins: behind its disc, or where a bar would. */
static double
get_value_x (const JalonBars *bars, const JalonBarRow *row, double height)
{
  if (row->length > 0)
    return bars->bar_x + MAX (row->length * bars->bar_room, 1) + VALUE_GAP;
  return bars->bar_x + (row->n_undisclosed > 0 ? 2 * MIN (height, BAR_HEIGHT) / 3 + VALUE_GAP : 0);
}

/* The rest is opened by a click, and looks it. */
static JalonInk
get_label_ink (const JalonBarRow *row)
{
  return row->group ? JALON_INK_TEXT : JALON_INK_ACCENT;
}

static void
add_row_beside (JalonBars *bars, const JalonBarRow *row)
{
  JalonType *type = bars->input->type;
  double bar_height = BAR_HEIGHT * bars->text_scale;
  double labels = g_strv_length (row->label_lines) * bars->line;
  double content = bar_height + (row->value_lines ? g_strv_length (row->value_lines) * bars->line : 0);
  double y = bars->y + (row->height - content) / 2;
  double label_y = bars->y + (row->height - labels) / 2;

  /* A one-line label stands beside its bar, also when the value is below it. */
  if (row->value_lines && labels <= bars->line)
    label_y = y + (bar_height - labels) / 2;
  for (guint i = 0; row->label_lines[i]; i++)
    jalon_layout_add_text_end (bars->scene, type, JALON_STYLE_LABEL_STRONG, get_label_ink (row), row->label_lines[i],
                               bars->label_width, label_y + i * bars->line);
  add_bar (bars, row, y, bar_height);
  if (row->value_lines)
    jalon_layout_add_lines (bars->scene, type, JALON_STYLE_LABEL, JALON_INK_TEXT, row->value_lines, bars->bar_x,
                            y + bar_height);
  else
    jalon_layout_add_text (bars->scene, type, JALON_STYLE_LABEL, JALON_INK_TEXT, row->value,
                           get_value_x (bars, row, bar_height), y + (bar_height - bars->line) / 2);
}

static void
add_row_stacked (JalonBars *bars, const JalonBarRow *row)
{
  JalonType *type = bars->input->type;
  double y = jalon_layout_add_lines (bars->scene, type, JALON_STYLE_LABEL_STRONG, get_label_ink (row), row->label_lines, 0, bars->y);

  if (row->value_lines)
    y = jalon_layout_add_lines (bars->scene, type, JALON_STYLE_LABEL, JALON_INK_TEXT, row->value_lines, 0, y);
  else
    jalon_layout_add_text_end (bars->scene, type, JALON_STYLE_LABEL, JALON_INK_TEXT, row->value, bars->width, bars->y);
  add_bar (bars, row, y + 3 * bars->text_scale, STACKED_BAR_HEIGHT * bars->text_scale);
}

static gboolean
holds_selected (const JalonBars *bars, const JalonBarRow *row)
{
  for (guint i = 0; bars->input->selected && row->group && i < row->group->members->len; i++)
    {
      const JalonShare *share
          = jalon_figures_get_share (bars->input->figures, g_array_index (row->group->members, guint, i));

      if (g_strcmp0 (share->project->base.id, bars->input->selected) == 0)
        return TRUE;
    }
  return FALSE;
}

/* The whole row is what is pointed at. */
static void
add_row_target (JalonBars *bars, const JalonBarRow *row)
{
  double half = floor (bars->gap / 2);
  JalonMark *target = jalon_scene_add (bars->scene, JALON_SHAPE_RECT, 0, bars->y - half, bars->width, row->height + 2 * half);
  g_autofree char *projects = jalon_words_projects (bars->input->language, row->n_projects);
  g_autofree char *exact = jalon_layout_say_sum (bars->input, &row->sum, row->n_undisclosed, JALON_MONEY_FULL);
  g_autofree char *rest = g_strdup_printf ("%s, %s", row->value, projects);

  target->radius = 6;
  if (holds_selected (bars, row))
    {
      target->fill = JALON_FILL_SOFT;
      target->ink = JALON_INK_BAND;
    }
  target->tooltip = g_strdup_printf ("%s\n%s\n%s", row->label, exact, projects);
  target->target = row->key ? JALON_TARGET_GROUP : JALON_TARGET_MORE;
  target->key = g_strdup (row->key ? row->key : "rest");
  target->members = g_strdupv (row->rest);
  target->n_more = row->rest ? g_strv_length (row->rest) : 0;
  target->name = jalon_layout_join_name (bars->input->language, row->label, rest);
}

static void
add_rows (JalonBars *bars)
{
  for (guint i = 0; i < bars->rows->len; i++)
    {
      const JalonBarRow *row = g_ptr_array_index (bars->rows, i);
      g_autofree char *key = g_strdup_printf ("%s/words", row->key ? row->key : "");
      guint first = jalon_scene_get_n_marks (bars->scene);

      add_row_target (bars, row);
      if (bars->stacked)
        add_row_stacked (bars, row);
      else
        add_row_beside (bars, row);
      jalon_layout_set_keys (bars->scene, first, key);
      bars->y += row->height + bars->gap;
    }
}

/* What hides the rest again. */
static void
add_fewer (JalonBars *bars)
{
  const char *words = jalon_tr (bars->input->language, "Fewer bars");
  JalonMark *target = jalon_scene_add (bars->scene, JALON_SHAPE_RECT, 0, bars->y, bars->width, bars->line);

  target->target = JALON_TARGET_MORE;
  target->key = g_strdup ("fewer");
  target->name = g_strdup (words);
  target->tooltip = g_strdup (words);
  jalon_layout_add_text (bars->scene, bars->input->type, JALON_STYLE_LABEL_STRONG, JALON_INK_ACCENT, words, bars->bar_x, bars->y);
  bars->y += bars->line + bars->gap;
}

static void
set_summary (JalonBars *bars)
{
  const JalonFigures *figures = bars->input->figures;
  JalonSum total = jalon_figures_get_total (figures);
  g_autofree char *money
      = jalon_layout_say_sum (bars->input, &total, jalon_figures_get_n_undisclosed (figures), JALON_MONEY_COMPACT);
  g_autofree char *projects = jalon_words_projects (bars->input->language, jalon_figures_get_n_shares (figures));
  /* Translators: a bar chart, read out: what the bars are, how many projects, the sum. */
  g_autofree char *summary
      = g_strdup_printf (jalon_tr (bars->input->language, "Amounts, %s. %s, in all %s."),
                         jalon_words_key (bars->input->language, jalon_figures_get_group_key (figures)), projects, money);
  g_autofree char *whole = g_strdup_printf ("%s %s.", summary, get_scale_words (bars));

  jalon_scene_set_summary (bars->scene, bars->rows->len > 0 ? whole : summary);
}

/* Rows reach from edge to edge, what they hold doesn't. */
static void
pad_rows (JalonBars *bars)
{
  for (guint i = 0; i < jalon_scene_get_n_marks (bars->scene); i++)
    {
      JalonMark *mark = jalon_scene_edit_mark (bars->scene, i);

      if (mark->tooltip)
        mark->width += 2 * PAD;
      else
        mark->x += PAD;
    }
}

/**
 * jalon_bars_layout:
 * @width: in logical pixels; laid out at 160 (times the text scale) if there are fewer
 * @height: in logical pixels; 0: as much as all rows need
 * @logarithmic: whether bars grow with the logarithm
 *
 * A row a group, in the order that is asked for: its label, a bar that is solid as far as money is firm and hatched up to the ceiling,
 * the value in words with the number of undisclosed amounts; below them the sum, equal to the headline. Where there is little room
 * the label stands above its bar, and the last groups, first those without any public amount, are gathered into one row. Every row
 * is a target %JALON_TARGET_GROUP, that of the rest %JALON_TARGET_MORE, the sum %JALON_TARGET_TOTAL.
 *
 * Returns: (transfer full): the scene; higher than @height where the first rows need it
 */
JalonScene *
jalon_bars_layout (const JalonLayoutInput *input, double width, double height, gboolean logarithmic)
{
  double text_scale = jalon_type_get_scale (input->type);
  JalonBars bars = {
    .input = input,
    .logarithmic = logarithmic,
    .limited = height > 0 && !input->all_rows,
    .text_scale = text_scale,
    .width = floor (MAX (width, MIN_WIDTH * text_scale) - 2 * PAD),
    .line = jalon_type_get_line_height (input->type, JALON_STYLE_LABEL_STRONG),
  };
  double axis = jalon_type_get_line_height (input->type, JALON_STYLE_SMALL) + TICK + 2;
  double room;

  bars.scene = jalon_scene_new (bars.width + 2 * PAD, 0);
  list_rows (&bars, jalon_bars_get_max_rows (input));
  room = height - axis - jalon_bars_measure_total (&bars);
  if (bars.limited)
    fit_rows (&bars, room);
  choose_gap (&bars, room);
  if (bars.rows->len > 0)
    {
      add_axis (&bars);
      bars.y = axis + floor (bars.gap / 2);
      add_rows (&bars);
      if (input->all_rows)
        add_fewer (&bars);
    }
  jalon_bars_add_total (&bars);
  pad_rows (&bars);
  jalon_scene_set_height (bars.scene, MAX (ceil (bars.y), height));
  set_summary (&bars);
  g_ptr_array_unref (bars.rows);
  if (input->rtl)
    jalon_scene_mirror (bars.scene);
  return bars.scene;
}
