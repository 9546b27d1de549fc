/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "files/jalon-extract.h"

#include "files/jalon-format.h"

/* Records that are reached, and those whose own references are still to be followed. */
typedef struct
{
  JalonDataset *dataset;
  GHashTable *reached;  /* record */
  GPtrArray *open;      /* record, its shape behind it */
  GHashTable *sharers;  /* project → GPtrArray of those that declare an overlap with it; NULL: no project leads to others */
} Walk;

static void
reach (Walk *walk, JalonList list, gconstpointer record)
{
  if (record == NULL || (list == JALON_LIST_PROJECTS && walk->sharers == NULL)
      || !g_hash_table_add (walk->reached, (gpointer) record))
    return;
  g_ptr_array_add (walk->open, (gpointer) record);
  g_ptr_array_add (walk->open, (gpointer) jalon_format_get_shape (list));
}

static void
reach_all (Walk *walk, JalonList list, const GPtrArray *records)
{
  for (guint i = 0; i < records->len; i++)
    reach (walk, list, g_ptr_array_index (records, i));
}

/* A link is a remark: it takes what it points at along, but no project, which would bring its money. */
static void
reach_linked (Walk *walk, const char *id)
{
  for (int list = 0; list < JALON_N_LISTS; list++)
    if (list != JALON_LIST_PROJECTS && list != JALON_LIST_RATES && list != JALON_LIST_DISPUTES)
      reach (walk, (JalonList) list, jalon_dataset_lookup (walk->dataset, (JalonList) list, id));
}

static void follow (Walk *walk, JalonShape shape, gconstpointer record);

static void
follow_parts (Walk *walk, JalonShape shape, const GPtrArray *parts)
{
  for (guint i = 0; i < parts->len; i++)
    follow (walk, shape, g_ptr_array_index (parts, i));
}

static void
follow_field (Walk *walk, const JalonField *field, gconstpointer record)
{
  gconstpointer place = (const char *) record + field->offset;

  switch ((int) field->type)
    {
    case JALON_FIELD_REFERENCE:
      reach (walk, (JalonList) field->detail, *(gconstpointer const *) place);
      break;
    case JALON_FIELD_REFERENCES:
      reach_all (walk, (JalonList) field->detail, *(GPtrArray *const *) place);
      break;
    case JALON_FIELD_RECORDS:
    case JALON_FIELD_SERIES:
      follow_parts (walk, jalon_format_get_part ((JalonPart) field->detail), *(GPtrArray *const *) place);
      break;
    case JALON_FIELD_ANY_ID:
      reach_linked (walk, *(char *const *) place);
      break;
    case JALON_FIELD_OVERLAPS:
      for (guint i = 0; i < (*(GPtrArray *const *) place)->len; i++)
        reach (walk, JALON_LIST_PROJECTS, ((const JalonOverlap *) g_ptr_array_index (*(GPtrArray *const *) place, i))->project);
      break;
    default:
      break;
    }
}

static void
follow (Walk *walk, JalonShape shape, gconstpointer record)
{
  for (const JalonField *field = shape; field->name != NULL; field++)
    follow_field (walk, field, record);
}

static void
follow_all (Walk *walk)
{
  while (walk->open->len > 0)
    {
      JalonShape shape = g_ptr_array_index (walk->open, walk->open->len - 1);
      gconstpointer record = g_ptr_array_index (walk->open, walk->open->len - 2);
      const GPtrArray *sharers = walk->sharers != NULL ? g_hash_table_lookup (walk->sharers, record) : NULL;

      g_ptr_array_set_size (walk->open, (int) walk->open->len - 2);
      follow (walk, shape, record);
      if (sharers != NULL)
        reach_all (walk, JALON_LIST_PROJECTS, sharers);
    }
}

static GHashTable *
find_sharers (const GPtrArray *projects)
{
  GHashTable *sharers = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < projects->len; i++)
    {
      const JalonProject *project = g_ptr_array_index (projects, i);

      for (guint j = 0; j < project->overlaps->len; j++)
        {
          const JalonOverlap *overlap = g_ptr_array_index (project->overlaps, j);
          GPtrArray *list = g_hash_table_lookup (sharers, overlap->project);

          if (list == NULL)
            g_hash_table_insert (sharers, (gpointer) overlap->project, list = g_ptr_array_new ());
          g_ptr_array_add (list, (gpointer) project);
        }
    }
  return sharers;
}

/* What only the projects left behind need: their own references, which lead to no other project. */
static GHashTable *
find_left_behind (const Walk *kept)
{
  Walk walk = { kept->dataset, g_hash_table_new (NULL, NULL), g_ptr_array_new (), NULL };
  const GPtrArray *projects = jalon_dataset_get_projects (kept->dataset);
  const GPtrArray *indicators = jalon_dataset_get_list (kept->dataset, JALON_LIST_INDICATORS);

  for (guint i = 0; i < projects->len; i++)
    if (!g_hash_table_contains (kept->reached, g_ptr_array_index (projects, i)))
      follow (&walk, jalon_format_get_shape (JALON_LIST_PROJECTS), g_ptr_array_index (projects, i));
  for (guint i = 0; i < indicators->len; i++)
    if (!g_hash_table_contains (kept->reached, g_ptr_array_index (indicators, i)))
      follow (&walk, jalon_format_get_shape (JALON_LIST_INDICATORS), g_ptr_array_index (indicators, i));
  follow_all (&walk);
  g_ptr_array_unref (walk.open);
  return walk.reached;
}

static void
reach_indicators (Walk *walk)
{
  const GPtrArray *indicators = jalon_dataset_get_list (walk->dataset, JALON_LIST_INDICATORS);

  for (guint i = 0; i < indicators->len; i++)
    {
      const JalonIndicator *indicator = g_ptr_array_index (indicators, i);

      if (indicator->project == NULL || g_hash_table_contains (walk->reached, indicator->project))
        reach (walk, JALON_LIST_INDICATORS, indicator);
    }
  follow_all (walk);
}

static gboolean
is_reached (const Walk *walk, const char *id)
{
  for (int list = 0; list < JALON_N_LISTS; list++)
    if (g_hash_table_contains (walk->reached, jalon_dataset_lookup (walk->dataset, (JalonList) list, id)))
      return TRUE;
  return FALSE;
}

static void
reach_disputes (Walk *walk)
{
  const GPtrArray *disputes = jalon_dataset_get_list (walk->dataset, JALON_LIST_DISPUTES);

  for (guint i = 0; i < disputes->len; i++)
    {
      const JalonDispute *dispute = g_ptr_array_index (disputes, i);
      gboolean matters = dispute->about->len == 0;

      for (guint j = 0; j < dispute->about->len; j++)
        matters = matters || is_reached (walk, g_ptr_array_index (dispute->about, j));
      if (matters)
        reach (walk, JALON_LIST_DISPUTES, dispute);
    }
  follow_all (walk);
}

/* A step about a project that stays out is not told. */
static void
reach_story (Walk *walk)
{
  const GPtrArray *story = jalon_dataset_get_list (walk->dataset, JALON_LIST_STORY);

  for (guint i = 0; i < story->len; i++)
    {
      const JalonStoryStep *step = g_ptr_array_index (story, i);

      if (step->project == NULL || g_hash_table_contains (walk->reached, step->project))
        reach (walk, JALON_LIST_STORY, step);
    }
  follow_all (walk);
}

/**
 * jalon_extract_close:
 * @dataset: a dataset
 * @projects: (element-type JalonProject): some of its projects
 *
 * Finds what a file of some projects must hold so that a query which selects them has the same sums there: them, every project
 * that contains or overlaps one that is in (also where the other end declares it), whatever these refer to, and everything that
 * belongs to no project. Links to projects that stay out are the one thing that is lost.
 *
 * Returns: (transfer full): the set of the records to keep
 */
GHashTable *
jalon_extract_close (JalonDataset *dataset, const GPtrArray *projects)
{
  Walk walk = { dataset, g_hash_table_new (NULL, NULL), g_ptr_array_new (),
                find_sharers (jalon_dataset_get_projects (dataset)) };
  const JalonList alone[] = { JALON_LIST_SOURCES, JALON_LIST_PLACES, JALON_LIST_ORGANISATIONS, JALON_LIST_EVENTS };
  g_autoptr (GHashTable) left_behind = NULL;

  reach_all (&walk, JALON_LIST_PROJECTS, projects);
  reach_all (&walk, JALON_LIST_TERRITORIES, jalon_dataset_get_list (dataset, JALON_LIST_TERRITORIES));
  reach_all (&walk, JALON_LIST_RATES, jalon_dataset_get_list (dataset, JALON_LIST_RATES));
  follow_all (&walk);
  reach_indicators (&walk);
  left_behind = find_left_behind (&walk);
  for (guint i = 0; i < G_N_ELEMENTS (alone); i++)
    {
      const GPtrArray *records = jalon_dataset_get_list (dataset, alone[i]);

      for (guint j = 0; j < records->len; j++)
        if (!g_hash_table_contains (left_behind, g_ptr_array_index (records, j)))
          reach (&walk, alone[i], g_ptr_array_index (records, j));
    }
  follow_all (&walk);
  reach_disputes (&walk);
  reach_story (&walk);
  g_ptr_array_unref (walk.open);
  g_hash_table_unref (walk.sharers);
  return walk.reached;
}
