/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "figures/jalon-why.h"

#include <math.h>
#include <string.h>

#include "figures/jalon-tally.h"

/* How much two projects may share, as one of them declares it; 0 if neither does. */
static double
get_declared_overlap (const JalonProject *a, const JalonProject *b)
{
  for (guint i = 0; i < a->overlaps->len; i++)
    {
      const JalonOverlap *overlap = g_ptr_array_index (a->overlaps, i);

      if (overlap->project == b)
        return isnan (overlap->at_most) ? INFINITY : overlap->at_most;
    }
  return 0;
}

static void
take_shared (JalonSum *sum, const JalonShare *a, const JalonShare *b)
{
  double at_most = MAX (get_declared_overlap (a->project, b->project), get_declared_overlap (b->project, a->project));
  double ceiling = MIN (at_most, MIN (a->remainder.ceiling, b->remainder.ceiling));

  if (!(ceiling > 0))
    return;
  sum->ceiling -= ceiling;
  sum->firm -= MIN (at_most, MIN (a->remainder.firm, b->remainder.firm));
  sum->open = TRUE;
}

/**
 * jalon_why_add_up:
 * @shares: (array length=n): selected projects
 *
 * Adds up what some projects give of their own, and takes off what two of them declare to share: never more than is there.
 *
 * Returns: the sum, in the dataset's currency
 */
JalonSum
jalon_why_add_up (const JalonShare *const *shares, guint n)
{
  JalonSum sum = { 0 };
  JalonSum largest = { 0 };

  for (guint i = 0; i < n; i++)
    {
      const JalonSum *remainder = &shares[i]->remainder;

      sum.firm += remainder->firm;
      sum.ceiling += remainder->ceiling;
      sum.open |= remainder->open;
      sum.approximate |= remainder->approximate;
      largest.firm = MAX (largest.firm, remainder->firm);
      largest.ceiling = MAX (largest.ceiling, remainder->ceiling);
      for (guint j = 0; j < i; j++)
        take_shared (&sum, shares[i], shares[j]);
    }
  sum.firm = MAX (sum.firm, largest.firm);
  sum.ceiling = MAX (sum.ceiling, largest.ceiling);
  return sum;
}

static void
add_share (JalonWhy *self, const JalonShare *share)
{
  JalonWhyRow row = { share, jalon_share_is_addend (share) ? share->remainder : share->stated };

  self->n_projects++;
  if (jalon_share_is_addend (share))
    g_array_append_val (self->addends, row);
  else if (share->reason != JALON_REASON_NONE)
    g_array_append_val (self->left_out, row);
}

static void
add_total (JalonWhy *self, const JalonFigures *figures)
{
  for (guint i = 0; i < jalon_figures_get_n_shares (figures); i++)
    add_share (self, jalon_figures_get_share (figures, i));
  self->sum = jalon_figures_get_total (figures);
  self->shared = jalon_figures_get_shared (figures);
  self->firm_unshared = jalon_figures_get_firm_unshared (figures);
}

static void
add_members (JalonWhy *self, const JalonFigures *figures, const JalonGroup *group)
{
  for (guint i = 0; i < group->members->len; i++)
    add_share (self, jalon_figures_get_share (figures, g_array_index (group->members, guint, i)));
}

static gboolean
add_group (JalonWhy *self, const JalonFigures *figures, const char *key)
{
  const JalonGroup *group = jalon_figures_find_group (figures, key);

  if (group == NULL)
    return FALSE;
  add_members (self, figures, group);
  self->group = group;
  self->sum = group->sum;
  return TRUE;
}

/* Several bars at once: what the rest of them holds. */
static gboolean
add_groups (JalonWhy *self, const JalonFigures *figures, const char *keys)
{
  g_auto (GStrv) list = g_strsplit (keys, " ", -1);
  JalonTotal firm = { 0 }, ceiling = { 0 };

  for (guint i = 0; list[i] != NULL; i++)
    {
      const JalonGroup *group = jalon_figures_find_group (figures, list[i]);

      if (group == NULL || g_strv_contains ((const char *const *) list + i + 1, list[i]))
        return FALSE;
      add_members (self, figures, group);
      jalon_total_add (&firm, group->sum.firm);
      jalon_total_add (&ceiling, group->sum.ceiling);
      self->sum.open |= group->sum.open;
      self->sum.approximate |= group->sum.approximate;
    }
  self->sum.firm = jalon_total_get (&firm);
  self->sum.ceiling = jalon_total_get (&ceiling);
  return list[0] != NULL;
}

static const JalonShare *
find_share (const JalonFigures *figures, const char *id)
{
  const JalonProject *project = jalon_dataset_get_project (jalon_figures_get_dataset (figures), id);

  return project != NULL ? jalon_figures_find_share (figures, project) : NULL;
}

static gboolean
is_within (const JalonFigures *figures, const JalonShare *share, const JalonProject *whole)
{
  while (share->project != whole && share->whole != NULL)
    share = jalon_figures_find_share (figures, share->whole);
  return share->project == whole;
}

/* The sum of a list, and what it is more or less than its addends: rules 4 and 5 did that. */
static void
set_sum (JalonWhy *self, const JalonSum *sum)
{
  JalonTotal firm = { 0 }, ceiling = { 0 };
  double extra;

  self->sum = *sum;
  for (guint i = 0; i < self->addends->len; i++)
    {
      const JalonWhyRow *row = &g_array_index (self->addends, JalonWhyRow, i);

      jalon_total_add (&firm, row->sum.firm);
      jalon_total_add (&ceiling, row->sum.ceiling);
    }
  extra = sum->firm - jalon_total_get (&firm);
  self->shared = (JalonSum) { .firm = MAX (0, -extra), .ceiling = MAX (0, jalon_total_get (&ceiling) - sum->ceiling) };
  self->firm_unshared = MAX (0, extra);
}

/* A project's figure is its rollup (rule 4): its own remainder and those of all that is in it. */
static gboolean
add_project (JalonWhy *self, const JalonFigures *figures, const char *id)
{
  const JalonShare *share = find_share (figures, id);

  if (share == NULL)
    return FALSE;
  for (guint i = 0; i < jalon_figures_get_n_shares (figures); i++)
    {
      const JalonShare *other = jalon_figures_get_share (figures, i);

      if (is_within (figures, other, share->project))
        add_share (self, other);
    }
  self->project = share->project;
  set_sum (self, &share->rollup);
  return TRUE;
}

static gboolean
add_projects (JalonWhy *self, const JalonFigures *figures, const char *ids)
{
  g_auto (GStrv) list = g_strsplit (ids, " ", -1);
  g_autoptr (GPtrArray) shares = g_ptr_array_new ();
  JalonSum sum;

  for (guint i = 0; list[i] != NULL; i++)
    {
      const JalonShare *share = find_share (figures, list[i]);

      if (share == NULL || g_ptr_array_find (shares, share, NULL))
        return FALSE;
      g_ptr_array_add (shares, (gpointer) share);
      add_share (self, share);
    }
  if (shares->len == 0)
    return FALSE;
  sum = jalon_why_add_up ((const JalonShare *const *) shares->pdata, shares->len);
  set_sum (self, &sum);
  return TRUE;
}

static gboolean
add_what (JalonWhy *self, const JalonFigures *figures, const char *what)
{
  if (g_str_equal (what, JALON_WHY_TOTAL))
    {
      add_total (self, figures);
      return TRUE;
    }
  if (g_str_has_prefix (what, JALON_WHY_GROUP))
    return add_group (self, figures, what + strlen (JALON_WHY_GROUP));
  if (g_str_has_prefix (what, JALON_WHY_GROUPS))
    return add_groups (self, figures, what + strlen (JALON_WHY_GROUPS));
  if (g_str_has_prefix (what, JALON_WHY_PROJECTS))
    return add_projects (self, figures, what + strlen (JALON_WHY_PROJECTS));
  return g_str_has_prefix (what, JALON_WHY_PROJECT) && add_project (self, figures, what + strlen (JALON_WHY_PROJECT));
}

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  const JalonWhyRow *one = a;
  const JalonWhyRow *other = b;

  if (one->share->reason != other->share->reason)
    return one->share->reason < other->share->reason ? -1 : 1;
  if (one->sum.ceiling > other->sum.ceiling || one->sum.ceiling < other->sum.ceiling)
    return one->sum.ceiling > other->sum.ceiling ? -1 : 1;
  return one->share->project->base.index < other->share->project->base.index ? -1 : 1;
}

/**
 * jalon_why_new:
 * @figures: the answer to a query; must outlive the list
 * @what: `total`, `group:KEY`, `groups:KEY KEY…`, `project:ID` or `projects:ID ID…`
 *
 * Lists what a figure is made of, by rule 8 of the sums: the addends, what was taken off them as the same money, and what is left out.
 * All amounts are in the dataset's currency. Addends' ceilings less the shared one are the sum's ceiling; their firm amounts and
 * `firm_unshared`, less what is shared, the firm one.
 *
 * Returns: (transfer full) (nullable): the list; %NULL if there is no such figure, as of a project that isn't selected
 */
JalonWhy *
jalon_why_new (const JalonFigures *figures, const char *what)
{
  g_autoptr (JalonWhy) self = g_new0 (JalonWhy, 1);

  self->addends = g_array_new (FALSE, FALSE, sizeof (JalonWhyRow));
  self->left_out = g_array_new (FALSE, FALSE, sizeof (JalonWhyRow));
  if (!add_what (self, figures, what))
    return NULL;
  g_array_sort (self->addends, compare_rows);
  g_array_sort (self->left_out, compare_rows);
  return g_steal_pointer (&self);
}

/**
 * jalon_why_free:
 *
 * Frees the list.
 */
void
jalon_why_free (JalonWhy *self)
{
  g_array_unref (self->addends);
  g_array_unref (self->left_out);
  g_free (self);
}
