/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "scenes/jalon-compare-private.h"

/* In logical pixels, at a text scale of 1. */
#define FIGURE_WIDTH 108.0
#define FIGURE_GAP 12.0

#define N_FIGURES 6
#define NOTHING "–"

#define MIN_RATIO 1.05 /* below it, only the difference is told */

static gboolean
is_exact (const JalonSum *sum)
{
  return !sum->open && !(sum->ceiling > sum->firm);
}

static char *
say_money (const JalonLayoutInput *input, double value, gboolean approximate)
{
  const JalonSum sum = { .firm = value, .ceiling = value, .approximate = approximate };

  return jalon_words_sum (input->language, &sum, jalon_layout_get_currency (input), JALON_MONEY_COMPACT);
}

static char *
fill (const char *format, const JalonCompareSide *more, const JalonCompareSide *less, const char *money, const char *ratio)
{
  g_autofree char *greater = jalon_words_isolate (more->title);
  g_autofree char *lesser = jalon_words_isolate (less->title);

  return jalon_words_fill (format, "{more}", greater, "{less}", lesser, "{money}", money, "{ratio}", ratio, NULL);
}

/**
 * jalon_compare_say_difference:
 * @input: the dataset's currency and the language
 * @sides: two answers
 *
 * A difference and a ratio are told only of amounts that are firm on both sides; where one side's firm money is above all that the other
 * can be, the least difference is. No two ceilings are ever subtracted or divided.
 *
 * Returns: (transfer full): by how much one side is more than the other, or that it can't be told; empty if a side has no public amount
 */
char *
jalon_compare_say_difference (const JalonLayoutInput *input, const JalonCompareSide sides[2])
{
  const JalonLanguage *language = input->language;
  const JalonSum totals[2] = { jalon_figures_get_total (sides[0].figures), jalon_figures_get_total (sides[1].figures) };
  gboolean approximate = totals[0].approximate || totals[1].approximate;
  guint more = totals[1].firm > totals[0].firm;
  const JalonSum *greater = &totals[more], *lesser = &totals[1 - more];
  g_autofree char *money = NULL;
  g_autofree char *ratio = NULL;

  if (!(totals[0].ceiling > 0) || !(totals[1].ceiling > 0))
    return g_strdup ("");
  if (lesser->open || !(greater->firm > lesser->ceiling))
    return g_strdup (is_exact (greater) && is_exact (lesser)
                         ? jalon_tr (language, "The public amounts are the same on both sides, all firm.")
                         : jalon_tr (language, "By how much one side is more can’t be told from these sums: not all amounts are firm and exact."));
  money = say_money (input, greater->firm - lesser->ceiling, approximate);
  ratio = jalon_words_number (language, round (greater->firm / lesser->ceiling * 10) / 10);
  if (!is_exact (greater) || !is_exact (lesser))
    return fill (jalon_tr (language, "{more}: at least {money} more than {less} (public amounts; what is firm here against the most it may be there)."),
                 &sides[more], &sides[1 - more], money, ratio);
  return fill (greater->firm / lesser->ceiling < MIN_RATIO
                   ? jalon_tr (language, "{more}: {money} more than {less} (public amounts, all firm).")
                   : jalon_tr (language, "{more}: {money} more than {less}, about {ratio} times as much (public amounts, all firm)."),
               &sides[more], &sides[1 - more], money, ratio);
}

/* The earliest and the last of what was known as of the date. */
static void
find_ends (const JalonFigures *figures, const JalonAnnouncement **first, const JalonAnnouncement **last)
{
  const JalonDate *as_of = jalon_figures_get_as_of (figures);
  int end = as_of != NULL && jalon_date_is_set (as_of) ? jalon_date_get_last_day (as_of) : G_MAXINT;

  for (guint i = 0; i < jalon_figures_get_n_shares (figures); i++)
    {
      const GPtrArray *announcements = jalon_figures_get_share (figures, i)->project->announcements;

      for (guint j = 0; j < announcements->len; j++)
        {
          const JalonAnnouncement *one = g_ptr_array_index (announcements, j);

          if (jalon_date_get_first_day (&one->date) > end)
            continue;
          if (*first == NULL || jalon_date_get_first_day (&one->date) < jalon_date_get_first_day (&(*first)->date))
            *first = one;
          if (*last == NULL || jalon_date_get_last_day (&one->date) > jalon_date_get_last_day (&(*last)->date))
            *last = one;
        }
    }
}

/* A part of the whole only where both are firm; else as much as it is. */
static char *
say_largest (const JalonLayoutInput *input, const JalonShare *largest, const char **label)
{
  JalonSum total = jalon_figures_get_total (input->figures);

  *label = jalon_tr (input->language, "Largest amount");
  if (largest == NULL)
    return g_strdup (NOTHING);
  if (is_exact (&total) && is_exact (&largest->remainder) && !total.approximate && largest->remainder.firm <= total.firm)
    {
      double percent = round (largest->remainder.firm / total.firm * 1000) / 10;
      const JalonAmount part = { .min = percent, .max = percent };

      *label = jalon_tr (input->language, "Largest share");
      return jalon_words_quantity (input->language, &part, "%");
    }
  return jalon_words_sum (input->language, &largest->remainder, jalon_layout_get_currency (input), JALON_MONEY_COMPACT);
}

static char *
say_date (const JalonLayoutInput *input, const JalonAnnouncement *announcement)
{
  return announcement != NULL ? jalon_words_date (input->language, &announcement->date, JALON_DATE_SHORT) : g_strdup (NOTHING);
}

static double
add_figure (JalonScene *scene, const JalonLayoutInput *input, const char *value, const char *label, double x, double y, double width)
{
  g_auto (GStrv) values = jalon_type_wrap (input->type, JALON_STYLE_STRONG, value, width, 4, NULL);
  g_auto (GStrv) labels = jalon_type_wrap (input->type, JALON_STYLE_SMALL, label, width, 3, NULL);

  y = jalon_layout_add_lines (scene, input->type, JALON_STYLE_SMALL, JALON_INK_DIM, labels, x, y);
  return jalon_layout_add_lines (scene, input->type, JALON_STYLE_STRONG, JALON_INK_TEXT, values, x, y);
}

/**
 * jalon_compare_add_figures:
 * @scene: where to
 * @input: with the side's figures
 * @largest: (nullable): the project that counts most; %NULL: none counts
 * @y: their top, in logical pixels
 *
 * Adds a side's key figures: projects, undisclosed amounts, what is not counted, the largest, the first and the last announcement, in
 * as many rows as needed, the same ones on either side.
 *
 * Returns: their bottom, in logical pixels
 */
double
jalon_compare_add_figures (JalonScene *scene, const JalonLayoutInput *input, const JalonShare *largest, double y)
{
  const JalonLanguage *language = input->language;
  const JalonFigures *figures = input->figures;
  double scale = jalon_type_get_scale (input->type), whole = jalon_scene_get_width (scene), gap = FIGURE_GAP * scale;
  const JalonAnnouncement *first = NULL, *last = NULL;
  const char *largest_label;
  g_autofree char *n_projects = jalon_words_number (language, jalon_figures_get_n_shares (figures));
  g_autofree char *n_undisclosed = jalon_words_number (language, jalon_figures_get_n_undisclosed (figures));
  g_autofree char *n_left_out = jalon_words_number (language, jalon_layout_count_left_out (figures));
  g_autofree char *most = say_largest (input, largest, &largest_label);
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  guint n_columns;
  double width, bottom = y;

  find_ends (figures, &first, &last);
  from = say_date (input, first);
  to = say_date (input, last);
  n_columns = (guint) CLAMP (floor ((whole + gap) / (FIGURE_WIDTH * scale)), 1, N_FIGURES);
  n_columns = n_columns >= N_FIGURES || n_columns < 3 ? n_columns : 3; /* rows of as many */
  width = floor ((whole - gap * (n_columns - 1)) / n_columns);
  {
    const char *const labels[N_FIGURES]
        = { jalon_tr (language, "Projects"), jalon_tr (language, "Undisclosed amounts"), jalon_tr (language, "Not counted"),
            largest_label, jalon_tr (language, "First announcement"), jalon_tr (language, "Last announcement") };
    const char *const values[N_FIGURES] = { n_projects, n_undisclosed, n_left_out, most, from, to };

    for (guint i = 0; i < N_FIGURES; i++)
      {
        double below;

        if (i > 0 && i % n_columns == 0)
          y = bottom + gap / 2;
        below = add_figure (scene, input, values[i], labels[i], i % n_columns * (width + gap), y, width);
        bottom = MAX (bottom, below);
      }
  }
  return bottom;
}
