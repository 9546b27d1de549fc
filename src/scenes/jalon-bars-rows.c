/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "scenes/jalon-bars-private.h"

/* More bars than this nobody reads or tabs through: what follows is one row. */
#define MAX_ROWS 200

static void
row_free (gpointer data)
{
  JalonBarRow *row = data;

  g_free (row->key);
  g_free (row->label);
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

/* What the groups from `first` on bring together; their remainders just add up. */
static JalonBarRow *
row_new_rest (const JalonLayoutInput *input, guint first)
{
  const JalonFigures *figures = input->figures;
  guint n = jalon_figures_get_n_groups (figures);
  g_autofree char *number = jalon_words_number (input->language, n - first);
  JalonBarRow *row = g_new0 (JalonBarRow, 1);

  row->label = g_strdup_printf (jalon_trn (input->language, "%s other", "%s others", n - first), number);
  row->ink = JALON_INK_MIXED;
  row->rest = g_new0 (char *, n - first + 1);
  for (guint i = first; i < n; i++)
    {
      const JalonGroup *group = jalon_figures_get_group (figures, i);

      row->rest[i - first] = g_strdup (group->key);
      row->sum.firm += group->sum.firm;
      row->sum.ceiling += group->sum.ceiling;
      row->sum.open |= group->sum.open;
      row->sum.approximate |= group->sum.approximate;
      row->n_projects += group->n_projects;
      row->n_undisclosed += group->n_undisclosed;
    }
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
 * Returns: (transfer full) (element-type JalonBarRow): a row a group, in the order of the figures, and one for the rest
 */
GPtrArray *
jalon_bars_list_rows (const JalonLayoutInput *input, guint n_shown)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (row_free);

  for (guint i = 0; i < n_shown; i++)
    g_ptr_array_add (rows, row_new (input, jalon_figures_get_group (input->figures, i)));
  if (n_shown < jalon_figures_get_n_groups (input->figures))
    g_ptr_array_add (rows, row_new_rest (input, n_shown));
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
