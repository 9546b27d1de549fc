/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "scenes/jalon-timeline-private.h"

#define LABEL_GAP 10.0
/* Behind the lanes the line keeps quiet. */
#define QUIET 0.4

/* The steps that are in the window, from left to right; each reaches until the next. */
typedef struct
{
  JalonTimePlot *plot;
  GArray *steps;  /* JalonMoneyStep */
  double end;     /* x where knowledge ends */
  double most;    /* the largest ceiling up to there, also before the window */
  JalonSum top;   /* the total that has it */
  double opacity;
} Line;

static int
get_last_day (const JalonTimePlot *plot)
{
  const JalonFigures *figures = plot->input->figures;
  const JalonDate *as_of = jalon_figures_get_as_of (figures);
  const JalonDate *updated = jalon_dataset_get_updated (jalon_figures_get_dataset (figures));
  guint n = jalon_money_history_get_n_steps (plot->input->history);
  int last = n > 0 ? jalon_money_history_get_step (plot->input->history, n - 1)->day : 0;

  if (as_of)
    return jalon_date_get_last_day (as_of);
  return updated && jalon_date_is_set (updated) ? MAX (last, jalon_date_get_last_day (updated)) : last;
}

static void
collect (Line *line)
{
  const JalonMoneyHistory *history = line->plot->input->history;
  int last = get_last_day (line->plot);

  line->end = MIN (jalon_timeline_day_to_x (line->plot, last + 1), line->plot->width);
  for (guint i = 0; i < jalon_money_history_get_n_steps (history); i++)
    {
      JalonMoneyStep step = *jalon_money_history_get_step (history, i);

      if (step.day > last)
        break;
      if (step.total.ceiling > line->most)
        line->top = step.total;
      line->most = MAX (line->most, step.total.ceiling);
      if (jalon_timeline_day_to_x (line->plot, step.day) <= 0)
        g_array_set_size (line->steps, 0); /* only the last before the window reaches into it */
      if (jalon_timeline_day_to_x (line->plot, step.day) < line->end)
        g_array_append_val (line->steps, step);
    }
}

static double
get_x (const Line *line, guint i)
{
  if (i >= line->steps->len)
    return line->end;
  return MAX (jalon_timeline_day_to_x (line->plot, g_array_index (line->steps, JalonMoneyStep, i).day), 0);
}

static double
get_y (const Line *line, guint i, gboolean ceiling)
{
  const JalonSum *total = &g_array_index (line->steps, JalonMoneyStep, i).total;
  const JalonTimePlot *plot = line->plot;

  return plot->money_bottom - (ceiling ? total->ceiling : total->firm) / line->most * (plot->money_bottom - plot->money_top);
}

static void
append (GArray *points, double x, double y)
{
  JalonPoint point = { x, y };

  g_array_append_val (points, point);
}

/* Along the tops of the steps from left to right, and, if asked, back along the firm ones or along the ground. */
static GArray *
trace (const Line *line, gboolean ceiling, gboolean back)
{
  GArray *points = g_array_new (FALSE, FALSE, sizeof (JalonPoint));
  guint n = line->steps->len;

  append (points, get_x (line, 0), line->plot->money_bottom);
  for (guint i = 0; i < n; i++)
    {
      append (points, get_x (line, i), get_y (line, i, ceiling));
      append (points, get_x (line, i + 1), get_y (line, i, ceiling));
    }
  for (guint i = n; back && ceiling && i > 0; i--)
    {
      append (points, get_x (line, i), get_y (line, i - 1, FALSE));
      append (points, get_x (line, i - 1), get_y (line, i - 1, FALSE));
    }
  if (back && !ceiling)
    append (points, line->end, line->plot->money_bottom);
  return points;
}

static void
add_area (const Line *line, gboolean ceiling)
{
  g_autoptr (GArray) points = trace (line, ceiling, TRUE);
  JalonMark *mark = jalon_scene_add_path (line->plot->scene, (const JalonPoint *) (gconstpointer) points->data, points->len, TRUE);

  mark->key = g_strdup (ceiling ? "money/ceiling/area" : "money/firm/area");
  mark->fill = ceiling ? JALON_FILL_HATCHED : JALON_FILL_SOFT;
  mark->ink = JALON_INK_ACCENT;
  mark->opacity = line->opacity * (ceiling ? 0.22 : 1);
}

static void
add_line (const Line *line, gboolean ceiling)
{
  g_autoptr (GArray) points = trace (line, ceiling, FALSE);
  JalonMark *mark = jalon_scene_add_path (line->plot->scene, (const JalonPoint *) (gconstpointer) points->data, points->len, FALSE);

  mark->key = g_strdup (ceiling ? "money/ceiling" : "money/firm");
  mark->stroke = JALON_INK_ACCENT;
  mark->stroke_width = 1.5;
  mark->dashed = ceiling;
  mark->opacity = line->opacity;
}

/* How much the highest step is, above it at the left, if that leaves room for more. */
static void
add_label (const Line *line)
{
  JalonTimePlot *plot = line->plot;
  const JalonLayoutInput *input = plot->input;
  JalonSum sum = line->top;
  g_autofree char *money = NULL;
  g_autoptr (GString) label = g_string_new (NULL);
  double width, y = plot->top - jalon_type_get_line_height (input->type, JALON_STYLE_SMALL) - 1;

  if (sum.firm < sum.ceiling)
    sum.firm = 0;
  money = jalon_words_sum (input->language, &sum, jalon_layout_get_currency (input), JALON_MONEY_COMPACT);
  g_string_append (label, jalon_tr (input->language, "Cumulative: {amount}"));
  g_string_replace (label, "{amount}", money, 1);
  width = jalon_layout_get_width (input->type, JALON_STYLE_SMALL, label->str);
  if (width > plot->width / 3)
    g_string_assign (label, money);
  width = jalon_layout_get_width (input->type, JALON_STYLE_SMALL, label->str);
  if (width > plot->width || y < 0)
    return;
  jalon_layout_add_text (plot->scene, input->type, JALON_STYLE_SMALL, JALON_INK_DIM, label->str, 0, y);
  plot->label_end = width + LABEL_GAP;
}

/**
 * jalon_timeline_add_money:
 *
 * What all announced came to, as it was known on each day: steps of the firm sum under a solid line, and hatched up to the ceiling
 * under a dashed one. It ends on the day of the query; its highest step reaches the upper edge.
 */
void
jalon_timeline_add_money (JalonTimePlot *plot)
{
  g_autoptr (GArray) steps = g_array_new (FALSE, FALSE, sizeof (JalonMoneyStep));
  Line line = { .plot = plot, .steps = steps, .opacity = plot->lanes > plot->top ? 0.9 : QUIET };

  if (!plot->input->history)
    return;
  collect (&line);
  if (!(line.most > 0) || steps->len == 0)
    return;
  add_area (&line, FALSE);
  add_area (&line, TRUE);
  add_line (&line, FALSE);
  add_line (&line, TRUE);
  add_label (&line);
}

/**
 * jalon_timeline_say_money:
 *
 * Returns: (transfer full) (nullable): in words what the line ends with; %NULL without a line
 */
char *
jalon_timeline_say_money (const JalonTimePlot *plot)
{
  const JalonLayoutInput *input = plot->input;
  g_autofree char *money = NULL;
  GString *words;
  JalonSum sum;

  if (!input->history || jalon_money_history_get_n_steps (input->history) == 0)
    return NULL;
  sum = jalon_money_history_get_total (input->history, get_last_day (plot));
  money = jalon_words_sum (input->language, &sum, jalon_layout_get_currency (input), JALON_MONEY_COMPACT);
  words = g_string_new (jalon_tr (input->language, "Cumulative: {amount}"));
  g_string_replace (words, "{amount}", money, 1);
  return g_string_free (words, FALSE);
}
