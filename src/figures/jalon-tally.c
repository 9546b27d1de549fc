/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "figures/jalon-tally.h"

#include <float.h>
#include <math.h>

#include "figures/jalon-sharing.h"

/* The rules of the sums, 4 to 8 (rules 1 to 3 and 7, what is known and selected, are in jalon-known.c, jalon-reach.c and
 * jalon-selection.c; who may share with whom, of rule 5, is in jalon-sharing.c). Both bounds of every amount go the same way. */

/* Two amounts made up of the same ones in another order differ by roundings: no more than this part of them. */
#define ROUNDING (16 * DBL_EPSILON)

/* Sums of a list before anything is taken off, and its union. */
typedef struct
{
  JalonSum added;
  JalonSum joined;
} Union;

/**
 * jalon_total_add:
 *
 * Adds a value, keeping apart what the rounding of the sum loses.
 */
void
jalon_total_add (JalonTotal *total, double value)
{
  double sum = total->sum + value;

  if (fabs (total->sum) >= fabs (value))
    total->rest += (total->sum - sum) + value;
  else
    total->rest += (value - sum) + total->sum;
  total->sum = sum;
}

/**
 * jalon_total_get:
 *
 * Returns: the sum of what was added, or the largest double if that is larger
 */
double
jalon_total_get (const JalonTotal *total)
{
  double value = total->sum + total->rest;

  return CLAMP (isnan (value) ? total->sum : value, -DBL_MAX, DBL_MAX);
}

/* Rule 5: each adds its rollup less what it may share with those before it, at most all of it. */
static Union
unite (const JalonSharing *sharing, const JalonShare *shares, const guint *list, guint n)
{
  Union result = { 0 };
  JalonTotal firm_added = { 0 }, firm_joined = { 0 }, ceiling_added = { 0 }, ceiling_joined = { 0 };

  for (guint i = 0; i < n; i++)
    {
      const JalonSum *sum = &shares[list[i]].rollup;
      JalonBounds taken = jalon_sharing_get_taken (sharing, list[i]);
      double firm = MAX (0, sum->firm - taken.firm);
      double ceiling = MAX (0, sum->ceiling - taken.ceiling);

      jalon_total_add (&firm_added, sum->firm);
      jalon_total_add (&firm_joined, firm);
      jalon_total_add (&ceiling_added, sum->ceiling);
      jalon_total_add (&ceiling_joined, ceiling);
      result.joined.open = result.joined.open || sum->open || firm < sum->firm || ceiling < sum->ceiling;
      result.joined.approximate = result.joined.approximate || sum->approximate;
    }
  result.added.firm = jalon_total_get (&firm_added);
  result.added.ceiling = jalon_total_get (&ceiling_added);
  result.joined.firm = jalon_total_get (&firm_joined);
  /* Unsized overlaps can take off a ceiling what others hold for certain. */
  result.joined.ceiling = MAX (jalon_total_get (&ceiling_joined), result.joined.firm);
  return result;
}

static gboolean
is_larger (double a, double b)
{
  return a > b + b * ROUNDING;
}

/* Rule 4: the larger of the own amount and the union of the parts, bound by bound. */
static JalonSum
roll_up (const JalonSum *own, const JalonSum *parts)
{
  gboolean own_alone = is_larger (own->ceiling, parts->ceiling);
  double firm = is_larger (own->firm, parts->firm) ? own->firm : parts->firm;
  double ceiling = own_alone ? own->ceiling : parts->ceiling;

  return (JalonSum){ .firm = firm,
                     .ceiling = MAX (ceiling, firm),
                     .open = own->open || (!own_alone && parts->open),
                     .approximate = own->approximate || (!own_alone && parts->approximate) };
}

/* Rule 6: what is left of a whole beside its parts, and what rules 4 and 5 took off them. */
static void
set_remainder (JalonShare *share, const Union *parts, JalonTotal *shared_firm, JalonTotal *shared_ceiling, JalonTotal *unshared)
{
  JalonSum left = { .firm = MAX (0, share->rollup.firm - parts->added.ceiling),
                    .ceiling = MAX (0, share->rollup.ceiling - parts->added.ceiling),
                    .open = share->own.open,
                    .approximate = share->own.approximate };
  double extra = share->rollup.firm - left.firm - parts->added.firm;

  jalon_total_add (extra > 0 ? unshared : shared_firm, fabs (extra));
  jalon_total_add (shared_ceiling, MAX (0, parts->added.ceiling - share->rollup.ceiling));
  share->remainder = left;
}

static gboolean
is_left_out (const JalonShare *share)
{
  return share->reason != JALON_REASON_NONE && share->reason != JALON_REASON_PART_OF;
}

/* Rule 8: why a project that is no addend is none; wholes come before their parts. */
static void
explain (const JalonIndex *index, JalonSelection *selection)
{
  g_autofree const JalonProject **counting = g_new0 (const JalonProject *, selection->n + 1);

  for (guint i = 0; i < index->n_projects; i++)
    {
      int at = selection->share_of[index->by_depth[i]];
      int above = selection->whole_of[index->by_depth[i]];
      JalonShare *share = at >= 0 ? &selection->shares[at] : NULL;
      const JalonShare *whole = above >= 0 ? &selection->shares[above] : NULL;

      if (!share)
        continue;
      if (whole)
        counting[at] = whole->disclosed && !is_left_out (whole) ? whole->project : counting[above];
      if (jalon_share_is_addend (share) || share->reason != JALON_REASON_NONE)
        continue;
      share->of = counting[at];
      if (share->of)
        share->reason = JALON_REASON_PART_OF;
      else if (jalon_share_is_undisclosed (share))
        share->reason = JALON_REASON_UNDISCLOSED;
    }
}

/**
 * jalon_tally_compute:
 * @selection: (inout): what is selected; its shares get their rollup, remainder and reason
 * @tally: (out caller-allocates): the sums
 *
 * Sums up a selection by the rules 4, 5, 6 and 8.
 */
void
jalon_tally_compute (const JalonIndex *index, JalonSelection *selection, JalonTally *tally)
{
  g_autoptr (JalonSharing) sharing = NULL;
  JalonTotal shared_firm = { 0 }, shared_ceiling = { 0 }, unshared = { 0 };
  Union all;
  const guint *list;
  guint n;

  sharing = jalon_sharing_new (index, selection);
  for (guint i = index->n_projects; i-- > 0;)
    {
      int at = selection->share_of[index->by_depth[i]];
      JalonShare *share = at >= 0 ? &selection->shares[at] : NULL;
      Union parts;

      if (!share)
        continue;
      list = jalon_sharing_sort_list (sharing, at, &n);
      parts = unite (sharing, selection->shares, list, n);
      share->rollup = roll_up (&share->own, &parts.joined);
      jalon_sharing_set_united (sharing, (guint) at, parts.joined.firm);
      set_remainder (share, &parts, &shared_firm, &shared_ceiling, &unshared);
    }
  list = jalon_sharing_sort_list (sharing, JALON_SHARING_TOP, &n);
  all = unite (sharing, selection->shares, list, n);
  tally->total = all.joined;
  jalon_total_add (&shared_firm, all.added.firm - all.joined.firm);
  jalon_total_add (&shared_ceiling, all.added.ceiling - all.joined.ceiling);
  tally->shared = (JalonSum){ .firm = jalon_total_get (&shared_firm), .ceiling = jalon_total_get (&shared_ceiling) };
  tally->firm_unshared = jalon_total_get (&unshared);
  explain (index, selection);
}
