/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "figures/jalon-known.h"

#include <float.h>

/* What an act says of the status; unset: nothing. */
static JalonStatus
status_of_act (JalonAct act)
{
  static const JalonStatus statuses[JALON_N_ACTS] = {
    [JALON_ACT_ANNOUNCES] = JALON_STATUS_ANNOUNCED, [JALON_ACT_CONFIRMS] = JALON_STATUS_CONFIRMED,
    [JALON_ACT_PERMITS] = JALON_STATUS_PERMITTED,   [JALON_ACT_STARTS] = JALON_STATUS_BUILDING,
    [JALON_ACT_OPENS] = JALON_STATUS_OPERATING,     [JALON_ACT_DELAYS] = JALON_STATUS_DELAYED,
    [JALON_ACT_CANCELS] = JALON_STATUS_CANCELLED,
  };

  return statuses[act];
}

/* A stated status is today's: where the day leaves out announcements of the project, it follows from the acts so far. */
static JalonStatus
find_status (const JalonProject *project, const JalonDated *dated, guint n, gboolean all)
{
  if (project->status != JALON_STATUS_UNSET && all)
    return project->status;
  for (guint i = n; i-- > 0;)
    if (status_of_act (dated[i].announcement->act) != JALON_STATUS_UNSET)
      return status_of_act (dated[i].announcement->act);
  return JALON_STATUS_UNSET;
}

static void
add_amount (const JalonIndex *index, const JalonAmount *amount, JalonKnown *known)
{
  const char *currency = jalon_dataset_get_currency (index->dataset);
  double per = 1;

  if (*amount->currency && !g_str_equal (amount->currency, currency))
    {
      const JalonRate *rate = jalon_dataset_lookup (index->dataset, JALON_LIST_RATES, amount->currency);
      per = rate ? rate->per : 0;
      known->has_rate = known->has_rate && rate;
      known->converted = known->converted || rate;
    }
  known->stated.firm = MIN (known->stated.firm + jalon_amount_get_firm (amount) * per, DBL_MAX);
  known->stated.ceiling = MIN (known->stated.ceiling + jalon_amount_get_ceiling (amount) * per, DBL_MAX);
  known->stated.open = known->stated.open || jalon_amount_is_open (amount) || per <= 0; /* what can't be converted is more */
  known->stated.approximate = known->stated.approximate || amount->qualifier == JALON_QUALIFIER_ABOUT;
}

/* Rule 2: the latest that states an amount, and what later `adds` add. */
static void
find_amount (const JalonIndex *index, const JalonDated *dated, guint n, JalonKnown *known)
{
  for (guint i = 0; i < n; i++)
    {
      const JalonAnnouncement *announcement = dated[i].announcement;

      if (!announcement->amount)
        continue;
      if (!known->stating || announcement->act != JALON_ACT_ADDS)
        {
          known->stating = announcement;
          /* Added to an amount that nobody stated: at least this. */
          known->stated = (JalonSum){ .open = announcement->act == JALON_ACT_ADDS };
          known->has_rate = TRUE;
          known->converted = known->added = FALSE;
        }
      else
        known->added = TRUE;
      add_amount (index, announcement->amount, known);
    }
  if (known->stating && known->stating->scope != JALON_SCOPE_UNSET)
    known->scope = known->stating->scope;
}

/**
 * jalon_known_list_dated:
 * @day: a Julian day of #GDate, or %JALON_EVER
 * @n: (out): how many
 *
 * Returns: (transfer none) (array length=n): the announcements that date the project and have begun by the day, in order
 */
const JalonDated *
jalon_known_list_dated (const JalonIndex *index, guint project, int day, guint *n)
{
  guint first = index->first_dated[project];
  guint end = index->first_dated[project + 1];
  const JalonDated *dated = &g_array_index (index->dated, JalonDated, first);

  *n = end - first;
  while (*n > 0 && day != JALON_EVER && dated[*n - 1].first_day > day)
    --*n;
  return dated;
}

/**
 * jalon_known_get:
 * @day: a Julian day of #GDate, or %JALON_EVER
 * @known: (out caller-allocates): what rules 1 and 2 say of the project on that day
 */
void
jalon_known_get (const JalonIndex *index, guint project, int day, JalonKnown *known)
{
  const JalonProject *record = jalon_index_get_project (index, project);
  gboolean asides = index->only_asides[project];
  guint n;
  const JalonDated *dated = jalon_known_list_dated (index, project, day, &n);
  gboolean all = n == index->first_dated[project + 1] - index->first_dated[project];

  *known = (JalonKnown){ .exists = n > 0 || day == JALON_EVER, .first = n > 0 ? dated[0].announcement : NULL,
                         .scope = record->scope, .has_rate = TRUE };
  known->status = find_status (record, dated, asides ? 0 : n, all || asides);
  if (!asides)
    find_amount (index, dated, n, known);
}

