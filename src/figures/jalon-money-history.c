/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "figures/jalon-money-history.h"

#include "figures/jalon-tally.h"

/* So many projects are summed up for one history, however many days it has: about half a second. */
#define MAX_WORK 400000
#define MIN_DAYS 24

struct _JalonMoneyHistory
{
  GArray *steps; /* JalonMoneyStep, by day */
  gboolean sampled;
};

static int
compare_days (gconstpointer a, gconstpointer b)
{
  return *(const int *) a - *(const int *) b;
}

/* Every day on which an announcement begins that dates a project, once: on no other can a total change (rule 1). */
static GArray *
list_days (const JalonIndex *index)
{
  GArray *days = g_array_new (FALSE, FALSE, sizeof (int));
  guint n = 0;

  for (guint i = 0; i < index->dated->len; i++)
    g_array_append_val (days, g_array_index (index->dated, JalonDated, i).first_day);
  g_array_sort (days, compare_days);
  for (guint i = 0; i < days->len; i++)
    if (i == 0 || g_array_index (days, int, i) != g_array_index (days, int, i - 1))
      g_array_index (days, int, n++) = g_array_index (days, int, i);
  g_array_set_size (days, n);
  return days;
}

/* Leaves days out, evenly, but never the first or the last. */
static gboolean
sample_days (GArray *days, guint n_projects)
{
  guint most = MAX (MAX_WORK / MAX (n_projects, 1), MIN_DAYS), n = days->len;

  if (n <= most)
    return FALSE;
  for (guint i = 0; i < most; i++)
    g_array_index (days, int, i) = g_array_index (days, int, (guint) ((guint64) i * (n - 1) / (most - 1)));
  g_array_set_size (days, most);
  return TRUE;
}

static JalonSum
sum_up (const JalonIndex *index, JalonQuery *query, int day)
{
  const JalonDate as_of = jalon_date_from_days (day, day);
  g_autoptr (JalonSelection) selection = NULL;
  JalonTally tally;

  jalon_query_set_as_of (query, &as_of);
  selection = jalon_selection_new (index, query);
  jalon_tally_compute (index, selection, &tally);
  return tally.total;
}

static gboolean
is_same (const JalonSum *a, const JalonSum *b)
{
  return !(a->firm < b->firm) && !(a->firm > b->firm) && !(a->ceiling < b->ceiling) && !(a->ceiling > b->ceiling) && a->open == b->open
         && a->approximate == b->approximate;
}

static void
add_step (JalonMoneyHistory *self, int day, const JalonSum *total)
{
  const JalonSum nothing = { 0 };
  const JalonSum *last
      = self->steps->len > 0 ? &g_array_index (self->steps, JalonMoneyStep, self->steps->len - 1).total : &nothing;
  JalonMoneyStep step = { .day = day, .total = *total };

  if (!is_same (last, total))
    g_array_append_val (self->steps, step);
}

static void
history_clear (gpointer data)
{
  g_array_unref (((JalonMoneyHistory *) data)->steps);
}

/**
 * jalon_money_history_compute:
 * @query: what is asked; its as-of date doesn't matter
 * @cancellable: (nullable): to give up between two days
 *
 * Sums up, by the rules of the sums, what was known on each day on which anything was announced. Of a dataset so large that this took
 * long only some of these days are asked, evenly chosen: jalon_money_history_is_sampled(). May be called in any thread, with a query of
 * its own.
 *
 * Returns: (transfer full) (nullable): the history; %NULL if it was cancelled
 */
JalonMoneyHistory *
jalon_money_history_compute (JalonDataset *dataset, JalonQuery *query, GCancellable *cancellable)
{
  g_autoptr (JalonMoneyHistory) self = NULL;
  g_autoptr (JalonQuery) asked = NULL;
  g_autoptr (GArray) days = NULL;
  const JalonIndex *index;

  g_return_val_if_fail (JALON_IS_DATASET (dataset) && JALON_IS_QUERY (query), NULL);

  index = jalon_index_get (dataset);
  asked = jalon_query_copy (query);
  days = list_days (index);
  self = g_atomic_rc_box_new0 (JalonMoneyHistory);
  self->steps = g_array_new (FALSE, FALSE, sizeof (JalonMoneyStep));
  self->sampled = sample_days (days, index->n_projects);
  for (guint i = 0; i < days->len; i++)
    {
      JalonSum total;

      if (g_cancellable_is_cancelled (cancellable))
        return NULL;
      total = sum_up (index, asked, g_array_index (days, int, i));
      add_step (self, g_array_index (days, int, i), &total);
    }
  return g_steal_pointer (&self);
}

/**
 * jalon_money_history_ref:
 *
 * Returns: (transfer full): @self, held once more
 */
JalonMoneyHistory *
jalon_money_history_ref (JalonMoneyHistory *self)
{
  return g_atomic_rc_box_acquire (self);
}

/**
 * jalon_money_history_unref:
 *
 * Lets go of @self; may be called in any thread.
 */
void
jalon_money_history_unref (JalonMoneyHistory *self)
{
  g_atomic_rc_box_release_full (self, history_clear);
}

/**
 * jalon_money_history_get_n_steps:
 *
 * Returns: how often the total changed
 */
guint
jalon_money_history_get_n_steps (const JalonMoneyHistory *self)
{
  return self->steps->len;
}

/**
 * jalon_money_history_get_step:
 * @index: from 0, by day
 *
 * Returns: (transfer none): a change of the total
 */
const JalonMoneyStep *
jalon_money_history_get_step (const JalonMoneyHistory *self, guint index)
{
  g_return_val_if_fail (index < self->steps->len, NULL);

  return &g_array_index (self->steps, JalonMoneyStep, index);
}

/**
 * jalon_money_history_get_total:
 * @day: a Julian day of #GDate
 *
 * Returns: the total as it was known on that day: that of jalon_figures_compute() as of the day, unless the history is sampled
 */
JalonSum
jalon_money_history_get_total (const JalonMoneyHistory *self, int day)
{
  guint low = 0, high = self->steps->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (self->steps, JalonMoneyStep, middle).day <= day)
        low = middle + 1;
      else
        high = middle;
    }
  return low > 0 ? g_array_index (self->steps, JalonMoneyStep, low - 1).total : (JalonSum) { 0 };
}

/**
 * jalon_money_history_is_sampled:
 *
 * Returns: whether a step may stand later than where the total changed, since not every day was asked
 */
gboolean
jalon_money_history_is_sampled (const JalonMoneyHistory *self)
{
  return self->sampled;
}
