/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "scenes/jalon-bars-private.h"

/* A line of the account below the bars. */
static void
add_account (JalonBars *bars, const char *label, const char *value, JalonStyle style, JalonInk ink)
{
  JalonType *type = bars->input->type;
  double line = jalon_type_get_line_height (type, style);
  double label_width = jalon_layout_get_width (type, style, label);
  gboolean beside = !bars->stacked && label_width <= bars->label_width;
  double x = beside ? bars->bar_x : label_width + JALON_BARS_LABEL_GAP;
  g_autofree char *key = g_strdup_printf ("account/%s", label);
  guint first = jalon_scene_get_n_marks (bars->scene);
  g_auto (GStrv) lines = NULL;

  if (!beside && x + jalon_layout_get_width (type, style, value) > bars->width)
    {
      g_auto (GStrv) label_lines = jalon_type_wrap (type, style, label, bars->width, 3, NULL);

      bars->y = jalon_layout_add_lines (bars->scene, type, style, ink, label_lines, 0, bars->y);
      x = 0;
    }
  else if (beside)
    jalon_layout_add_text_end (bars->scene, type, style, ink, label, bars->label_width, bars->y);
  else
    jalon_layout_add_text (bars->scene, type, style, ink, label, 0, bars->y);
  lines = jalon_type_wrap (type, style, value, bars->width - x, JALON_BARS_MAX_VALUE_LINES, NULL);
  bars->y = jalon_layout_add_lines (bars->scene, type, style, ink, lines, x, bars->y) + line / 6;
  jalon_layout_set_keys (bars->scene, first, key);
}

/* What the bars have in common is taken off once, so that they come out as the headline. */
static void
add_corrections (JalonBars *bars)
{
  const JalonLayoutInput *input = bars->input;
  const char *currency = jalon_layout_get_currency (input);
  JalonSum shared = jalon_figures_get_shared (input->figures);
  double unshared = jalon_figures_get_firm_unshared (input->figures);

  if (shared.ceiling > 0 || shared.firm > 0)
    {
      JalonSum plain = { .firm = shared.firm, .ceiling = MAX (shared.ceiling, shared.firm) };
      g_autofree char *sum = jalon_words_sum (input->language, &plain, currency, JALON_MONEY_COMPACT);
      g_autofree char *value = g_strdup_printf ("− %s", sum);

      add_account (bars, jalon_tr (input->language, "Counted once"), value, JALON_STYLE_SMALL, JALON_INK_DIM);
    }
  if (unshared > 0)
    {
      g_autofree char *money = jalon_words_money (input->language, unshared, currency, JALON_MONEY_COMPACT);
      g_autofree char *value = g_strdup_printf (jalon_tr (input->language, "+ %s firm"), money);

      add_account (bars, jalon_tr (input->language, "As a whole"), value, JALON_STYLE_SMALL, JALON_INK_DIM);
    }
}

/**
 * jalon_bars_add_total:
 *
 * Adds the sum below the bars, and what they have in common, so that they come out as it.
 */
void
jalon_bars_add_total (JalonBars *bars)
{
  const JalonLayoutInput *input = bars->input;
  JalonSum total = jalon_figures_get_total (input->figures);
  g_autofree char *value
      = jalon_layout_say_sum (input, &total, jalon_figures_get_n_undisclosed (input->figures), JALON_MONEY_COMPACT);
  g_autofree char *exact
      = jalon_layout_say_sum (input, &total, jalon_figures_get_n_undisclosed (input->figures), JALON_MONEY_FULL);
  JalonMark *rule = jalon_scene_add (bars->scene, JALON_SHAPE_LINE, 0, bars->y, bars->width, 0);
  JalonMark *target = jalon_scene_add (bars->scene, JALON_SHAPE_RECT, 0, bars->y, bars->width, 0);

  rule->stroke = JALON_INK_FAINT;
  rule->stroke_width = 1;
  rule->key = g_strdup ("total");
  target->target = JALON_TARGET_TOTAL;
  target->key = g_strdup ("total");
  target->name = jalon_layout_join_name (input->language, jalon_tr (input->language, "Total"), value);
  target->tooltip = g_strdup (exact);
  bars->y += 6 * bars->text_scale;
  add_corrections (bars);
  add_account (bars, jalon_tr (input->language, "Total"), value, JALON_STYLE_LABEL_STRONG, JALON_INK_TEXT);
  target->height = bars->y - target->y;
}

/**
 * jalon_bars_measure_total:
 *
 * Returns: the height that the sum and its corrections take, in logical pixels: they are laid out once for it alone
 */
double
jalon_bars_measure_total (const JalonBars *bars)
{
  g_autoptr (JalonScene) scene = jalon_scene_new (bars->width, 0);
  JalonBars alone = *bars;

  alone.scene = scene;
  alone.y = 0;
  jalon_bars_add_total (&alone);
  return ceil (alone.y);
}
