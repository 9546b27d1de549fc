/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "figures/jalon-family.h"

#include "figures/jalon-tally.h"

/* The file refuses a cycle, so every way up and down ends. */

typedef struct
{
  const JalonFigures *whole;
  const JalonFigures *here;
  GHashTable *parts;        /* a project's parts: const JalonProject* → GPtrArray of const JalonProject* */
  GArray *rows;
} Builder;

static GHashTable *
list_parts (JalonDataset *dataset)
{
  const GPtrArray *projects = jalon_dataset_get_projects (dataset);
  GHashTable *parts = g_hash_table_new_full (g_direct_hash, g_direct_equal, NULL, (GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < projects->len; i++)
    {
      const JalonProject *project = g_ptr_array_index (projects, i);
      GPtrArray *list = project->part_of != NULL ? g_hash_table_lookup (parts, project->part_of) : NULL;

      if (project->part_of == NULL)
        continue;
      if (list == NULL)
        {
          list = g_ptr_array_new ();
          g_hash_table_insert (parts, (gpointer) project->part_of, list);
        }
      g_ptr_array_add (list, (gpointer) project);
    }
  return parts;
}

static double
get_ceiling (const JalonFigures *figures, const JalonProject *project)
{
  const JalonShare *share = jalon_figures_find_share (figures, project);

  return share != NULL ? share->rollup.ceiling : -1;
}

static int
compare_projects (gconstpointer a, gconstpointer b, gpointer figures)
{
  const JalonProject *one = *(const JalonProject *const *) a;
  const JalonProject *other = *(const JalonProject *const *) b;
  double difference = get_ceiling (figures, other) - get_ceiling (figures, one);

  if (difference > 0 || difference < 0)
    return difference > 0 ? 1 : -1;
  return one->base.index < other->base.index ? -1 : 1;
}

static void
add_row (Builder *builder, const JalonProject *project, guint depth)
{
  const JalonFamilyRow row = { project, depth, jalon_figures_find_share (builder->whole, project),
                               jalon_figures_find_share (builder->here, project) };

  g_array_append_val (builder->rows, row);
}

/* A part that has no row yet. */
typedef struct
{
  const JalonProject *project;
  guint depth;
} Waiting;

/* The parts of a project, the first of them last: that is the end from which they are taken. */
static void
wait_for_parts (Builder *builder, GArray *waiting, const JalonProject *project, guint depth)
{
  GPtrArray *parts = g_hash_table_lookup (builder->parts, project);

  if (parts == NULL)
    return;
  g_ptr_array_sort_with_data (parts, compare_projects, (gpointer) builder->whole);
  for (guint i = parts->len; i-- > 0;)
    {
      const Waiting part = { g_ptr_array_index (parts, i), depth };

      g_array_append_val (waiting, part);
    }
}

static void
add_parts (Builder *builder, const JalonProject *project, guint depth)
{
  g_autoptr (GArray) waiting = g_array_new (FALSE, FALSE, sizeof (Waiting));

  wait_for_parts (builder, waiting, project, depth);
  while (waiting->len > 0)
    {
      const Waiting part = g_array_index (waiting, Waiting, waiting->len - 1);

      g_array_set_size (waiting, waiting->len - 1);
      add_row (builder, part.project, part.depth);
      wait_for_parts (builder, waiting, part.project, part.depth + 1);
    }
}

/* Wholes first; gives the depth of the project itself. */
static guint
add_wholes (Builder *builder, const JalonProject *project)
{
  g_autoptr (GPtrArray) wholes = g_ptr_array_new ();

  for (; project != NULL; project = project->part_of)
    g_ptr_array_add (wholes, (gpointer) project);
  for (guint i = wholes->len; i-- > 0;)
    add_row (builder, g_ptr_array_index (wholes, i), wholes->len - 1 - i);
  return wholes->len - 1;
}

static void
sum_up (JalonFamily *self)
{
  const JalonFamilyRow *own = &g_array_index (self->rows, JalonFamilyRow, self->self);
  JalonTotal firm = { 0 }, ceiling = { 0 }, parts_firm = { 0 }, parts_ceiling = { 0 };

  for (guint i = self->self; i < self->rows->len; i++)
    {
      const JalonFamilyRow *row = &g_array_index (self->rows, JalonFamilyRow, i);

      self->n_parts += row->depth == own->depth + 1;
      if (row->whole == NULL)
        continue;
      jalon_total_add (&firm, row->whole->own.firm);
      jalon_total_add (&ceiling, row->whole->own.ceiling);
      if (row->depth != own->depth + 1)
        continue;
      jalon_total_add (&parts_firm, row->whole->rollup.firm);
      jalon_total_add (&parts_ceiling, row->whole->rollup.ceiling);
      self->parts.open |= row->whole->rollup.open;
      self->parts.approximate |= row->whole->rollup.approximate;
    }
  self->parts.firm = jalon_total_get (&parts_firm);
  self->parts.ceiling = jalon_total_get (&parts_ceiling);
  if (own->whole == NULL)
    return;
  self->twice.firm = MAX (0, jalon_total_get (&firm) - own->whole->rollup.firm);
  self->twice.ceiling = MAX (self->twice.firm, jalon_total_get (&ceiling) - own->whole->rollup.ceiling);
}

/**
 * jalon_family_new:
 * @whole: the answer for the whole file, as of the date of @here
 * @here: what is selected
 * @project: a project of their dataset
 *
 * Lists what a project is part of and what it contains, with what each counts. Both answers must outlive the list.
 *
 * Returns: (transfer full): the family
 */
JalonFamily *
jalon_family_new (const JalonFigures *whole, const JalonFigures *here, const JalonProject *project)
{
  JalonFamily *self = g_new0 (JalonFamily, 1);
  g_autoptr (GHashTable) parts = list_parts (jalon_figures_get_dataset (whole));
  Builder builder = { whole, here, parts, g_array_new (FALSE, FALSE, sizeof (JalonFamilyRow)) };
  guint depth = add_wholes (&builder, project);

  self->rows = builder.rows;
  self->self = depth;
  add_parts (&builder, project, depth + 1);
  sum_up (self);
  return self;
}

/**
 * jalon_family_free:
 *
 * Frees the list.
 */
void
jalon_family_free (JalonFamily *self)
{
  g_array_unref (self->rows);
  g_free (self);
}

/**
 * jalon_family_has_relatives:
 *
 * Returns: whether the project is part of another, or contains one
 */
gboolean
jalon_family_has_relatives (JalonDataset *dataset, const JalonProject *project)
{
  const GPtrArray *projects = jalon_dataset_get_projects (dataset);

  if (project->part_of != NULL)
    return TRUE;
  for (guint i = 0; i < projects->len; i++)
    if (((const JalonProject *) g_ptr_array_index (projects, i))->part_of == project)
      return TRUE;
  return FALSE;
}
