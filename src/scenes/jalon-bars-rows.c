/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>
#include <string.h>

#include "figures/jalon-tally.h"
#include "scenes/jalon-bars-private.h"
#include "words/jalon-collation.h"

/* More bars than this nobody reads or tabs through: what follows is one row. */
#define MAX_ROWS 200

static void
row_free (gpointer data)
{
  JalonBarRow *row = data;

  g_free (row->key);
  g_free (row->label);
  g_free (row->rank);
  g_free (row->value);
  g_strfreev (row->label_lines);
  g_strfreev (row->value_lines);
  g_strfreev (row->rest);
  g_free (row);
}

static JalonBarRow *
row_new (const JalonLayoutInput *input, const JalonGroup *group)
{
  const JalonFigures *figures = input->figures;
  g_autofree char *label = jalon_words_group (input->language, jalon_figures_get_dataset (figures),
                                              jalon_figures_get_group_key (figures), group->key);
  g_autofree const JalonShare **shares = g_new (const JalonShare *, group->members->len + 1);
  JalonBarRow *row = g_new0 (JalonBarRow, 1);

  for (guint i = 0; i < group->members->len; i++)
    shares[i] = jalon_figures_get_share (figures, g_array_index (group->members, guint, i));
  row->group = group;
  row->key = g_strdup (group->key);
  row->label = jalon_words_isolate (label);
  row->sum = group->sum;
  row->n_projects = group->n_projects;
  row->n_undisclosed = group->n_undisclosed;
  row->ink = jalon_layout_get_ink (shares, group->members->len);
  return row;
}

static gboolean
is_of_time (JalonKey key)
{
  return key == JALON_KEY_YEAR || key == JALON_KEY_QUARTER || key == JALON_KEY_MONTH;
}

/**
 * jalon_bars_resolve_order:
 * @order: what was chosen
 * @key: what the bars are of
 *
 * Returns: how the bars are sorted, never %JALON_BARS_AUTOMATIC
 */
JalonBarsOrder
jalon_bars_resolve_order (JalonBarsOrder order, JalonKey key)
{
  if (order != JALON_BARS_AUTOMATIC)
    return order;
  return is_of_time (key) ? JALON_BARS_BY_NAME : JALON_BARS_BY_AMOUNT;
}

/* By name as the language sorts; the keys of spans of time sort as they are. */
static char *
make_rank (const JalonLayoutInput *input, const JalonGroup *group, const char *label)
{
  gboolean none = g_str_equal (group->key, JALON_VALUE_NONE), several = g_str_equal (group->key, JALON_VALUE_SEVERAL);
  g_autofree char *name = is_of_time (jalon_figures_get_group_key (input->figures))
                              ? g_strdup (group->key)
                              : jalon_collation_make_key (input->language, label);

  return g_strconcat (none ? "2" : several ? "1" : "0", name, NULL);
}

static int
compare_ranks (gconstpointer a, gconstpointer b)
{
  return strcmp ((*(const JalonBarRow *const *) a)->rank, (*(const JalonBarRow *const *) b)->rank);
}

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  const JalonGroup *one = *(const JalonGroup *const *) a;
  const JalonGroup *other = *(const JalonGroup *const *) b;

  return one->n_projects == other->n_projects ? 0 : one->n_projects > other->n_projects ? -1 : 1;
}

/* The groups, those that are to have a row of their own first: that of the most money, or of the most projects. */
static GPtrArray *
list_groups (const JalonLayoutInput *input, JalonBarsOrder order)
{
  GPtrArray *groups = g_ptr_array_new ();

  for (guint i = 0; i < jalon_figures_get_n_groups (input->figures); i++)
    g_ptr_array_add (groups, (gpointer) jalon_figures_get_group (input->figures, i));
  if (order == JALON_BARS_BY_PROJECTS)
    g_ptr_array_sort (groups, compare_numbers);
  return groups;
}

/* What the groups from `first` on bring together; their remainders just add up. */
static JalonBarRow *
row_new_rest (const JalonLayoutInput *input, const GPtrArray *groups, guint first)
{
  guint n = groups->len;
  g_autofree char *number = jalon_words_number (input->language, n - first);
  JalonBarRow *row = g_new0 (JalonBarRow, 1);
  JalonTotal firm = { 0 }, ceiling = { 0 };

  row->label = g_strdup_printf (jalon_trn (input->language, "%s other", "%s others", n - first), number);
  row->ink = JALON_INK_MIXED;
  row->rest = g_new0 (char *, n - first + 1);
  for (guint i = first; i < n; i++)
    {
      const JalonGroup *group = g_ptr_array_index (groups, i);

      row->rest[i - first] = g_strdup (group->key);
      jalon_total_add (&firm, group->sum.firm);
      jalon_total_add (&ceiling, group->sum.ceiling);
      row->sum.open |= group->sum.open;
      row->sum.approximate |= group->sum.approximate;
      row->n_projects += group->n_projects;
      row->n_undisclosed += group->n_undisclosed;
    }
  row->sum.firm = jalon_total_get (&firm);
  row->sum.ceiling = jalon_total_get (&ceiling);
  return row;
}

/**
 * jalon_bars_get_max_rows:
 *
 * Returns: how many groups have a row of their own where there is all the room they need
 */
guint
jalon_bars_get_max_rows (const JalonLayoutInput *input)
{
  return MIN (jalon_figures_get_n_groups (input->figures), MAX_ROWS);
}

/**
 * jalon_bars_list_rows:
 * @n_shown: how many groups have a row of their own, at most jalon_bars_get_max_rows()
 *
 * Returns: (transfer full) (element-type JalonBarRow): a row a group, in the order that was chosen, and one for the rest
 */
GPtrArray *
jalon_bars_list_rows (const JalonLayoutInput *input, guint n_shown)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (row_free);
  JalonBarsOrder order = jalon_bars_resolve_order (input->order, jalon_figures_get_group_key (input->figures));
  g_autoptr (GPtrArray) groups = list_groups (input, order);

  for (guint i = 0; i < n_shown; i++)
    {
      JalonBarRow *row = row_new (input, g_ptr_array_index (groups, i));

      row->rank = order == JALON_BARS_BY_NAME ? make_rank (input, row->group, row->label) : NULL;
      g_ptr_array_add (rows, row);
    }
  if (order == JALON_BARS_BY_NAME)
    g_ptr_array_sort (rows, compare_ranks);
  if (n_shown < groups->len)
    g_ptr_array_add (rows, row_new_rest (input, groups, n_shown));
  for (guint i = 0; i < rows->len; i++)
    {
      JalonBarRow *row = g_ptr_array_index (rows, i);

      row->value = jalon_layout_say_sum (input, &row->sum, row->n_undisclosed, JALON_MONEY_COMPACT);
    }
  return rows;
}

/**
 * jalon_bars_scale_rows:
 *
 * Says how long each bar is, of 1.
 */
void
jalon_bars_scale_rows (JalonBars *bars, gboolean logarithmic)
{
  double least = INFINITY, most = 0;

  for (guint i = 0; i < bars->rows->len; i++)
    {
      const JalonBarRow *row = g_ptr_array_index (bars->rows, i);

      most = MAX (most, row->sum.ceiling);
      if (row->sum.ceiling > 0)
        least = MIN (least, row->sum.firm > 0 ? row->sum.firm : row->sum.ceiling);
    }
  bars->scale = jalon_scale_for_amounts (least, most, logarithmic, 0, 1);
  for (guint i = 0; i < bars->rows->len; i++)
    {
      JalonBarRow *row = g_ptr_array_index (bars->rows, i);

      row->length = row->sum.ceiling > 0 ? jalon_scale_to_pixel (&bars->scale, row->sum.ceiling) : 0;
      row->firm_length = row->sum.firm > 0 ? jalon_scale_to_pixel (&bars->scale, row->sum.firm) : 0;
    }
}
