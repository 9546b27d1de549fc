/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "figures/jalon-difference.h"

#include <math.h>

/* Of the larger of two sums, what may come of adding in another order. */
#define ROUNDING 1e-9

/* The one value of the figures' grouping that a query asks and the one before did not, all else being the same; or NULL. */
static const char *
find_added (const JalonFigures *before, JalonQuery *asked_before, JalonQuery *asked)
{
  JalonKey key = jalon_figures_get_group_key (before);
  const char *const *values = jalon_query_get_values (asked, key);
  g_autoptr (JalonQuery) without = NULL;

  if (*jalon_query_get_values (asked_before, key) != NULL || values[0] == NULL || values[1] != NULL)
    return NULL;
  without = jalon_query_copy (asked);
  jalon_query_set_values (without, key, NULL);
  jalon_query_set_group (without, jalon_query_get_group (asked_before));
  jalon_query_set_selected (without, jalon_query_get_selected (asked_before));
  return jalon_query_equal (without, asked_before) ? values[0] : NULL;
}

static gboolean
differ (double a, double b)
{
  return fabs (a - b) > ROUNDING * MAX (fabs (a), fabs (b));
}

static void
add_share (JalonDifference *self, const JalonFigures *before, const JalonShare *share, const JalonGroup *bar)
{
  const JalonShare *former = jalon_figures_find_share (before, share->project);
  gboolean member = former != NULL && jalon_figures_get_group (before, former->group) == bar;
  JalonSum none = { 0 };
  const JalonSum *was = member ? &former->remainder : &none;
  double firm = share->remainder.firm - was->firm;
  double ceiling = share->remainder.ceiling - was->ceiling;
  JalonDifferencePart *part = &self->parts[!member                    ? JALON_DIFFERENCE_OTHER_BARS
                                     : ceiling + firm < 0 ? JALON_DIFFERENCE_BETWEEN
                                                          : JALON_DIFFERENCE_WHOLES];

  if (!differ (share->remainder.firm, was->firm) && !differ (share->remainder.ceiling, was->ceiling))
    return;
  part->n_projects++;
  part->firm += firm;
  part->ceiling += ceiling;
}

/**
 * jalon_difference_new:
 * @before: the answer to @asked_before
 * @after: the answer to @asked
 *
 * Compares the sum of a selection with the bar that led to it: where nothing but one value of the grouping of @before was added to what is
 * asked, and the key had none.
 *
 * Returns: (transfer full) (nullable): what the sum is made of besides the bar; %NULL where no bar led to it, or they are the same
 */
JalonDifference *
jalon_difference_new (const JalonFigures *before, JalonQuery *asked_before, const JalonFigures *after, JalonQuery *asked)
{
  const char *value = find_added (before, asked_before, asked);
  const JalonGroup *bar = value != NULL ? jalon_figures_find_group (before, value) : NULL;
  g_autoptr (JalonDifference) self = NULL;
  JalonSum shared;

  if (bar == NULL)
    return NULL;
  self = g_new0 (JalonDifference, 1);
  self->key = jalon_figures_get_group_key (before);
  self->value = g_strdup (value);
  self->bar = bar->sum;
  self->sum = jalon_figures_get_total (after);
  if (!differ (self->bar.firm, self->sum.firm) && !differ (self->bar.ceiling, self->sum.ceiling))
    return NULL;
  for (guint i = 0; i < jalon_figures_get_n_shares (after); i++)
    add_share (self, before, jalon_figures_get_share (after, i), bar);
  shared = jalon_figures_get_shared (after);
  self->parts[JALON_DIFFERENCE_SHARED].firm = -shared.firm;
  self->parts[JALON_DIFFERENCE_SHARED].ceiling = -shared.ceiling;
  self->parts[JALON_DIFFERENCE_AS_WHOLE].firm = jalon_figures_get_firm_unshared (after);
  return g_steal_pointer (&self);
}

/**
 * jalon_difference_free:
 *
 * Frees the comparison.
 */
void
jalon_difference_free (JalonDifference *self)
{
  g_free (self->value);
  g_free (self);
}
