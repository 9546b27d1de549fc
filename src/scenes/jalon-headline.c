/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "scenes/jalon-layout-private.h"

/* All in logical pixels, at a text scale of 1. */
#define MIN_WIDTH 160.0
#define BAR_HEIGHT 10.0
#define WORD_GAP 8.0
#define PART_GAP 24.0
#define MAX_LINES 8
#define BUTTON_WIDTH 96.0 /* beside the counts a window has its “Why?” */

typedef struct
{
  const JalonLayoutInput *input;
  JalonScene *scene;
  GPtrArray *line; /* JalonMark of the line that is being filled */
  double width;
  double x;
  double y;
} Headline;

static double
get_baseline (const Headline *headline, const JalonMark *mark)
{
  return ceil (pango_layout_get_baseline (jalon_type_get_layout (headline->input->type, mark->style, mark->text))
               / (double) PANGO_SCALE);
}

/* Sets the words of a line, of whatever size, on one baseline. */
static void
end_line (Headline *headline)
{
  double above = 0, below = 0;

  for (guint i = 0; i < headline->line->len; i++)
    {
      const JalonMark *mark = g_ptr_array_index (headline->line, i);
      double baseline = get_baseline (headline, mark);

      above = MAX (above, baseline);
      below = MAX (below, mark->height - baseline);
    }
  for (guint i = 0; i < headline->line->len; i++)
    {
      JalonMark *mark = g_ptr_array_index (headline->line, i);

      mark->y = headline->y + above - get_baseline (headline, mark);
    }
  headline->y += above + below;
  headline->x = 0;
  g_ptr_array_set_size (headline->line, 0);
}

static void
add_word (Headline *headline, JalonStyle style, JalonInk ink, const char *text, double gap)
{
  JalonMark *mark = jalon_layout_add_text (headline->scene, headline->input->type, style, ink, text, 0, 0);

  if (headline->x > 0 && headline->x + gap + mark->width > headline->width)
    end_line (headline);
  else if (headline->x > 0)
    headline->x += gap;
  mark->x = headline->x;
  headline->x += mark->width;
  g_ptr_array_add (headline->line, mark);
}

/* In the line, or in the next, or in several; smaller before an amount is cut. */
static void
add_words (Headline *headline, JalonStyle style, JalonInk ink, const char *text, double gap)
{
  static const JalonStyle smaller[] = { JALON_STYLE_TITLE, JALON_STYLE_STRONG, JALON_STYLE_SMALL };
  gboolean shortened;
  g_auto (GStrv) lines = jalon_type_wrap (headline->input->type, style, text, headline->width, MAX_LINES, &shortened);

  for (gsize i = 0; shortened && i < G_N_ELEMENTS (smaller); i++)
    {
      style = smaller[i];
      g_strfreev (lines);
      lines = jalon_type_wrap (headline->input->type, style, text, headline->width, MAX_LINES, &shortened);
    }
  for (guint i = 0; lines[i]; i++)
    add_word (headline, style, ink, lines[i], i == 0 ? gap : headline->width);
}

static char *
say_money (const Headline *headline, const JalonSum *sum, double value)
{
  JalonSum plain = { .firm = value, .ceiling = value, .approximate = sum->approximate };

  return jalon_words_sum (headline->input->language, &plain, jalon_layout_get_currency (headline->input), JALON_MONEY_COMPACT);
}

static void
add_firm (Headline *headline, const JalonSum *sum)
{
  const JalonLanguage *language = headline->input->language;
  g_autofree char *firm = say_money (headline, sum, sum->firm);

  if (sum->open)
    /* Translators: before the total, set small: at least €2.68B */
    add_words (headline, JALON_STYLE_BODY, JALON_INK_DIM, jalon_trc (language, "headline", "at least"), 0);
  add_words (headline, JALON_STYLE_HEADLINE, JALON_INK_TEXT, firm, WORD_GAP);
  if (sum->ceiling > sum->firm)
    /* Translators: after the total, set small: €2.68B firm */
    add_words (headline, JALON_STYLE_BODY, JALON_INK_DIM, jalon_trc (language, "headline", "firm"), WORD_GAP);
}

static void
add_ceiling (Headline *headline, const JalonSum *sum)
{
  const JalonLanguage *language = headline->input->language;
  JalonSum ceiling = { .ceiling = sum->ceiling, .approximate = sum->approximate, .open = sum->open && sum->firm <= 0 };
  g_autofree char *words
      = jalon_words_sum (language, &ceiling, jalon_layout_get_currency (headline->input), JALON_MONEY_COMPACT);

  add_words (headline, sum->firm > 0 ? JALON_STYLE_TITLE : JALON_STYLE_HEADLINE, JALON_INK_TEXT, words, PART_GAP);
}

static void
add_sum (Headline *headline, const JalonSum *sum)
{
  if (sum->firm > 0)
    add_firm (headline, sum);
  if (sum->ceiling > sum->firm)
    add_ceiling (headline, sum);
  if (!(sum->ceiling > 0))
    {
      g_autofree char *nothing
          = jalon_words_sum (headline->input->language, sum, jalon_layout_get_currency (headline->input), JALON_MONEY_COMPACT);

      add_words (headline, JALON_STYLE_TITLE, JALON_INK_TEXT, nothing, 0);
    }
  end_line (headline);
}

/* How much of the ceiling is firm. */
static void
add_bar (Headline *headline, const JalonSum *sum)
{
  double height = BAR_HEIGHT * jalon_type_get_scale (headline->input->type);
  double firm = sum->ceiling > 0 ? CLAMP (sum->firm / sum->ceiling, 0, 1) * headline->width : 0;
  JalonMark *mark;

  headline->y += 4;
  if (sum->ceiling > 0)
    {
      mark = jalon_scene_add (headline->scene, JALON_SHAPE_RECT, 0, headline->y, headline->width, height);
      mark->fill = sum->firm < sum->ceiling ? JALON_FILL_HATCHED : JALON_FILL_SOLID;
      mark->ink = JALON_INK_ACCENT;
      mark->radius = height / 2;
      mark->key = g_strdup ("headline/ceiling");
    }
  if (firm > 0)
    {
      mark = jalon_scene_add (headline->scene, JALON_SHAPE_RECT, 0, headline->y, firm, height);
      mark->fill = JALON_FILL_SOLID;
      mark->ink = JALON_INK_ACCENT;
      mark->radius = height / 2;
      mark->key = g_strdup ("headline/firm");
    }
  headline->y += height + 6;
}

/**
 * jalon_layout_count_left_out:
 *
 * Returns: how many amounts are left out of the total; those that were never made public are told apart from these
 */
guint
jalon_layout_count_left_out (const JalonFigures *figures)
{
  guint n = 0;

  for (guint i = 0; i < jalon_figures_get_n_shares (figures); i++)
    {
      JalonReason reason = jalon_figures_get_share (figures, i)->reason;

      n += reason != JALON_REASON_NONE && reason != JALON_REASON_UNDISCLOSED;
    }
  return n;
}

static char *
say_counts (const JalonLayoutInput *input)
{
  const JalonLanguage *language = input->language;
  guint n_undisclosed = jalon_figures_get_n_undisclosed (input->figures), n_left_out = jalon_layout_count_left_out (input->figures);
  g_autofree char *projects = jalon_words_projects (language, jalon_figures_get_n_shares (input->figures));
  g_autoptr (GString) counts = g_string_new (projects);

  if (n_undisclosed > 0)
    {
      g_autofree char *number = jalon_words_number (language, n_undisclosed);

      g_string_append (counts, " · ");
      g_string_append_printf (counts, jalon_trn (language, "%s amount undisclosed", "%s amounts undisclosed", n_undisclosed),
                              number);
    }
  if (n_left_out > 0)
    {
      g_autofree char *number = jalon_words_number (language, n_left_out);

      g_string_append (counts, " · ");
      g_string_append_printf (counts, jalon_trn (language, "%s left out", "%s left out", n_left_out), number);
    }
  return g_string_free (g_steal_pointer (&counts), FALSE);
}

/**
 * jalon_headline_layout:
 * @width: in logical pixels; laid out at 160 (times the text scale) if there are fewer
 *
 * The total as it is: what is firm, large; how far it may go; a bar of both; how many projects, undisclosed amounts, and amounts left
 * out. The whole is a target %JALON_TARGET_TOTAL.
 *
 * Returns: (transfer full): the scene, as high as it needs
 */
JalonScene *
jalon_headline_layout (const JalonLayoutInput *input, double width)
{
  JalonSum sum = jalon_figures_get_total (input->figures);
  g_autoptr (GPtrArray) line = g_ptr_array_new ();
  Headline headline
      = { .input = input, .line = line, .width = floor (MAX (width, MIN_WIDTH * jalon_type_get_scale (input->type))) };
  g_autofree char *words = jalon_words_sum (input->language, &sum, jalon_layout_get_currency (input), JALON_MONEY_COMPACT);
  g_autofree char *exact = jalon_words_sum (input->language, &sum, jalon_layout_get_currency (input), JALON_MONEY_FULL);
  g_autofree char *counts = say_counts (input);
  g_autofree char *summary = g_strdup_printf ("%s. %s.", words, counts);
  g_auto (GStrv) lines = jalon_type_wrap (input->type, JALON_STYLE_LABEL, counts,
                                       MAX (headline.width - BUTTON_WIDTH * jalon_type_get_scale (input->type), headline.width / 2), MAX_LINES, NULL);
  JalonMark *target;

  headline.scene = jalon_scene_new (headline.width, 0);
  target = jalon_scene_add (headline.scene, JALON_SHAPE_RECT, 0, 0, headline.width, 0);
  target->target = JALON_TARGET_TOTAL;
  target->key = g_strdup ("total");
  target->name = jalon_layout_join_name (input->language, jalon_tr (input->language, "Total"), words);
  target->tooltip = g_strdup (exact);
  add_sum (&headline, &sum);
  add_bar (&headline, &sum);
  headline.y = jalon_layout_add_lines (headline.scene, input->type, JALON_STYLE_LABEL, JALON_INK_DIM, lines, 0, headline.y);
  target->height = ceil (headline.y);
  jalon_scene_set_height (headline.scene, ceil (headline.y));
  jalon_scene_set_summary (headline.scene, summary);
  if (input->rtl)
    jalon_scene_mirror (headline.scene);
  return headline.scene;
}
