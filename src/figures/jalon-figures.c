/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "figures/jalon-figures.h"

#include "figures/jalon-reach.h"
#include "figures/jalon-tally.h"

struct _JalonFigures
{
  JalonDataset *dataset;
  JalonKey group_key;
  JalonDate as_of;
  JalonSelection *selection;
  GPtrArray *groups;     /* JalonGroup, by falling ceiling, then key */
  GHashTable *by_key;    /* (element-type utf8 JalonGroup) */
  JalonTally tally;
  guint n_undisclosed;
  guint n_cancelled;
  guint n_left_out;
};

static void
group_free (gpointer data)
{
  JalonGroup *group = data;

  g_free (group->key);
  g_array_unref (group->members);
  g_free (group);
}

static JalonGroup *
get_group (JalonFigures *self, const char *key)
{
  JalonGroup *group = g_hash_table_lookup (self->by_key, key);

  if (!group)
    {
      group = g_new0 (JalonGroup, 1);
      group->key = g_strdup (key);
      group->members = g_array_new (FALSE, FALSE, sizeof (guint));
      g_ptr_array_add (self->groups, group);
      g_hash_table_insert (self->by_key, group->key, group);
    }
  return group;
}

/**
 * jalon_reason_get_nick:
 *
 * Returns: (nullable): what `--summary --json` calls the reason
 */
const char *
jalon_reason_get_nick (JalonReason reason)
{
  static const char *const nicks[JALON_N_REASONS]
      = { NULL, "cancelled", "set-aside", "wider", "no-rate", "part-of", "undisclosed" };

  g_return_val_if_fail ((int) reason >= 0 && reason < JALON_N_REASONS, NULL);

  return nicks[reason];
}

/**
 * jalon_share_is_addend:
 *
 * Returns: whether the project gives anything of its own to the total (rule 8)
 */
gboolean
jalon_share_is_addend (const JalonShare *share)
{
  return share->remainder.ceiling > 0 || share->remainder.firm > 0;
}

/**
 * jalon_share_has_sum:
 * @currency: the dataset's
 *
 * Returns: whether the amount stated is known in the dataset's currency
 */
gboolean
jalon_share_has_sum (const JalonShare *share, const char *currency)
{
  return share->disclosed && (share->converted || g_str_equal (share->stating->amount->currency, currency));
}

/**
 * jalon_share_is_undisclosed:
 *
 * Returns: whether no amount was made public, neither of the project nor of what it contains
 */
gboolean
jalon_share_is_undisclosed (const JalonShare *share)
{
  return !share->disclosed && share->rollup.ceiling <= 0;
}

static void
sum_up_group (JalonFigures *self, JalonGroup *group)
{
  JalonTotal firm = { 0 }, ceiling = { 0 };

  for (guint i = 0; i < group->members->len; i++)
    {
      const JalonShare *share = &self->selection->shares[g_array_index (group->members, guint, i)];

      jalon_total_add (&firm, share->remainder.firm);
      jalon_total_add (&ceiling, share->remainder.ceiling);
      group->sum.open = group->sum.open || share->remainder.open;
      group->sum.approximate = group->sum.approximate || share->remainder.approximate;
      group->n_undisclosed += jalon_share_is_undisclosed (share);
    }
  group->sum.firm = jalon_total_get (&firm);
  group->sum.ceiling = jalon_total_get (&ceiling);
  group->n_projects = group->members->len;
}

static int
compare_groups (gconstpointer a, gconstpointer b)
{
  const JalonGroup *one = *(const JalonGroup *const *) a;
  const JalonGroup *other = *(const JalonGroup *const *) b;

  if (one->sum.ceiling > other->sum.ceiling)
    return -1;
  if (one->sum.ceiling < other->sum.ceiling)
    return 1;
  return strcmp (one->key, other->key);
}

static void
make_groups (JalonFigures *self, const JalonIndex *index)
{
  JalonSelection *selection = self->selection;

  for (guint i = 0; i < selection->n; i++)
    {
      const JalonShare *share = &selection->shares[i];
      JalonKnown known = { .first = share->first, .status = share->status, .scope = share->scope };
      JalonGroup *group;

      group = get_group (self, jalon_reach_get_group (index, selection->projects[i], &known, self->group_key));
      g_array_append_val (group->members, i);
    }
  for (guint i = 0; i < self->groups->len; i++)
    sum_up_group (self, g_ptr_array_index (self->groups, i));
  g_ptr_array_sort (self->groups, compare_groups);
  for (guint i = 0; i < self->groups->len; i++)
    {
      const JalonGroup *group = g_ptr_array_index (self->groups, i);
      for (guint j = 0; j < group->members->len; j++)
        selection->shares[g_array_index (group->members, guint, j)].group = i;
    }
}

static void
count (JalonFigures *self)
{
  for (guint i = 0; i < self->selection->n; i++)
    {
      const JalonShare *share = &self->selection->shares[i];
      self->n_undisclosed += jalon_share_is_undisclosed (share);
      self->n_cancelled += share->status == JALON_STATUS_CANCELLED;
      self->n_left_out += share->reason != JALON_REASON_NONE;
    }
}

static void
figures_clear (gpointer data)
{
  JalonFigures *self = data;

  g_object_unref (self->dataset);
  jalon_selection_free (self->selection);
  g_ptr_array_unref (self->groups);
  g_hash_table_unref (self->by_key);
}

/**
 * jalon_figures_compute:
 *
 * Returns: (transfer full): the answer to the query, by the rules of the sums; what the query is asked later does not change it
 */
JalonFigures *
jalon_figures_compute (JalonDataset *dataset, JalonQuery *query)
{
  const JalonDate *as_of;
  const JalonIndex *index;
  JalonFigures *self;

  g_return_val_if_fail (JALON_IS_DATASET (dataset) && JALON_IS_QUERY (query), NULL);

  as_of = jalon_query_get_as_of (query);
  index = jalon_index_get (dataset);
  self = g_atomic_rc_box_new0 (JalonFigures);
  self->dataset = g_object_ref (dataset);
  self->group_key = jalon_query_get_group (query);
  if (as_of)
    self->as_of = *as_of;
  self->groups = g_ptr_array_new_with_free_func (group_free);
  self->by_key = g_hash_table_new (g_str_hash, g_str_equal);
  self->selection = jalon_selection_new (index, query);
  jalon_tally_compute (index, self->selection, &self->tally);
  make_groups (self, index);
  count (self);
  return self;
}

/**
 * jalon_figures_ref:
 *
 * Returns: (transfer full): @self, held once more
 */
JalonFigures *
jalon_figures_ref (JalonFigures *self)
{
  return g_atomic_rc_box_acquire (self);
}

/**
 * jalon_figures_unref:
 *
 * Lets go of @self; may be called in any thread.
 */
void
jalon_figures_unref (JalonFigures *self)
{
  g_atomic_rc_box_release_full (self, figures_clear);
}

/**
 * jalon_figures_get_dataset:
 *
 * Returns: (transfer none): the dataset that was asked
 */
JalonDataset *
jalon_figures_get_dataset (const JalonFigures *self)
{
  return self->dataset;
}

/**
 * jalon_figures_get_group_key:
 *
 * Returns: what the groups are of
 */
JalonKey
jalon_figures_get_group_key (const JalonFigures *self)
{
  return self->group_key;
}

/**
 * jalon_figures_get_as_of:
 *
 * Returns: (transfer none) (nullable): the as-of date of the query, or %NULL
 */
const JalonDate *
jalon_figures_get_as_of (const JalonFigures *self)
{
  return jalon_date_is_set (&self->as_of) ? &self->as_of : NULL;
}

/**
 * jalon_figures_get_n_shares:
 *
 * Returns: how many projects are selected
 */
guint
jalon_figures_get_n_shares (const JalonFigures *self)
{
  return self->selection->n;
}

/**
 * jalon_figures_get_share:
 * @index: from 0, in file order
 *
 * Returns: (transfer none): what the sums know of a selected project
 */
const JalonShare *
jalon_figures_get_share (const JalonFigures *self, guint index)
{
  g_return_val_if_fail (index < self->selection->n, NULL);

  return &self->selection->shares[index];
}

/**
 * jalon_figures_find_share:
 * @project: a project of the dataset
 *
 * Returns: (transfer none) (nullable): %NULL if it is not selected
 */
const JalonShare *
jalon_figures_find_share (const JalonFigures *self, const JalonProject *project)
{
  int at = self->selection->share_of[project->base.index];

  return at >= 0 ? &self->selection->shares[at] : NULL;
}

/**
 * jalon_figures_get_n_groups:
 *
 * Returns: how many groups the selected projects make, those worth nothing among them
 */
guint
jalon_figures_get_n_groups (const JalonFigures *self)
{
  return self->groups->len;
}

/**
 * jalon_figures_get_group:
 * @index: from 0, by falling ceiling, then key
 *
 * Returns: (transfer none): a group
 */
const JalonGroup *
jalon_figures_get_group (const JalonFigures *self, guint index)
{
  g_return_val_if_fail (index < self->groups->len, NULL);

  return g_ptr_array_index (self->groups, index);
}

/**
 * jalon_figures_find_group:
 *
 * Returns: (transfer none) (nullable): the group of that key, if any selected project is in it
 */
const JalonGroup *
jalon_figures_find_group (const JalonFigures *self, const char *key)
{
  return g_hash_table_lookup (self->by_key, key);
}

/**
 * jalon_figures_get_total:
 *
 * Returns: the total, in the dataset's currency: the union of the projects without a whole (rule 4)
 */
JalonSum
jalon_figures_get_total (const JalonFigures *self)
{
  return self->tally.total;
}

/**
 * jalon_figures_get_shared:
 *
 * Returns: what rules 4 and 5 took off the remainders: their ceilings less this make the total's
 */
JalonSum
jalon_figures_get_shared (const JalonFigures *self)
{
  return self->tally.shared;
}

/**
 * jalon_figures_get_firm_unshared:
 *
 * Returns: what is firm only as a whole: the firm remainders and this, less what is shared, make the firm total
 */
double
jalon_figures_get_firm_unshared (const JalonFigures *self)
{
  return self->tally.firm_unshared;
}

/**
 * jalon_figures_get_n_undisclosed:
 *
 * Returns: how many selected projects have no stated amount, nor any in their parts
 */
guint
jalon_figures_get_n_undisclosed (const JalonFigures *self)
{
  return self->n_undisclosed;
}

/**
 * jalon_figures_get_n_cancelled:
 *
 * Returns: how many selected projects are cancelled, as of the date
 */
guint
jalon_figures_get_n_cancelled (const JalonFigures *self)
{
  return self->n_cancelled;
}

/**
 * jalon_figures_get_n_left_out:
 *
 * Returns: how many selected projects have a reason not to be an addend (rule 8)
 */
guint
jalon_figures_get_n_left_out (const JalonFigures *self)
{
  return self->n_left_out;
}

/**
 * jalon_figures_list_values:
 *
 * Returns: (transfer full) (array zero-terminated=1): the values of a filter on the key that would list the project
 */
char **
jalon_figures_list_values (JalonDataset *dataset, const JalonProject *project, JalonKey key)
{
  g_return_val_if_fail (key < JALON_N_GROUPINGS, NULL);

  return jalon_selection_list_values (jalon_index_get (dataset), project->base.index, key);
}

/**
 * jalon_figures_list_context:
 *
 * Returns: (transfer container) (element-type JalonProject): what is not selected but contains a selected project, in file order
 */
GPtrArray *
jalon_figures_list_context (const JalonFigures *self)
{
  const JalonIndex *index = jalon_index_get (self->dataset);
  g_autofree gboolean *contains = g_new0 (gboolean, index->n_projects + 1);
  int day = jalon_date_is_set (&self->as_of) ? jalon_date_get_last_day (&self->as_of) : JALON_EVER;
  GPtrArray *context = g_ptr_array_new ();

  for (guint i = index->n_projects; i-- > 0;)
    {
      guint project = index->by_depth[i];
      int whole = jalon_index_get_whole (index, project);

      if (whole >= 0 && (contains[project] || self->selection->share_of[project] >= 0))
        contains[whole] = TRUE;
    }
  for (guint i = 0; i < index->n_projects; i++)
    {
      JalonKnown known;

      jalon_known_get (index, i, day, &known);
      if (contains[i] && self->selection->share_of[i] < 0 && known.exists)
        g_ptr_array_add (context, (gpointer) jalon_index_get_project (index, i));
    }
  return context;
}
