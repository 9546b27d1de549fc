/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "files/jalon-draft.h"

/* What cannot be, though each member by itself is good. */

/* The record that contains this one, or NULL. */
typedef const JalonRecord *(*GetWhole) (const JalonRecord *record);

static const JalonRecord *
get_project_whole (const JalonRecord *record)
{
  const JalonProject *whole = ((const JalonProject *) record)->part_of;

  return whole == NULL ? NULL : &whole->base;
}

static const JalonRecord *
get_place_whole (const JalonRecord *record)
{
  const JalonPlace *whole = ((const JalonPlace *) record)->within;

  return whole == NULL ? NULL : &whole->base;
}

/* The ids of a cycle, at most so many of them. */
#define MAX_NAMED 12

static char *
dup_cycle (const JalonRecord *start, GetWhole get_whole)
{
  GString *ids = g_string_new (start->id);
  const JalonRecord *record = start;
  guint n_named = 1;

  do
    {
      record = get_whole (record);
      if (n_named++ < MAX_NAMED || record == start)
        g_string_append_printf (ids, " → %s", record->id);
      else if (n_named == MAX_NAMED + 2)
        g_string_append (ids, " → …");
    }
  while (record != start);
  return g_string_free (ids, FALSE);
}

/* Follows the chain of each record; one that comes back to itself is reported once. */
static void
check_cycles (JalonDraft *draft, JalonList list, GetWhole get_whole, JalonProblemCode code, const char *name)
{
  const GPtrArray *records = jalon_dataset_get_list (draft->dataset, list);
  g_autofree guint *visits = g_new0 (guint, records->len + 1);

  for (guint i = 0; i < records->len; i++)
    {
      const JalonRecord *record = g_ptr_array_index (records, i);

      for (; record != NULL && visits[record->index] == 0; record = get_whole (record))
        visits[record->index] = i + 1;
      if (record != NULL && visits[record->index] == i + 1)
        {
          g_autofree char *ids = dup_cycle (record, get_whole);
          JalonJsonNode node = jalon_draft_get_node (draft, list, record);

          jalon_draft_problem (draft, JALON_SEVERITY_ERROR, code, jalon_draft_get_member (draft, node, name), ids, NULL);
        }
    }
}

/* The projects as a forest: a project contains another if its span of numbers contains the other's. */
typedef struct
{
  guint *first_part; /* by index; 0: none, else the index + 1 */
  guint *next_part;
  guint *enter;
  guint *leave;
} Forest;

static void
forest_clear (Forest *forest)
{
  g_free (forest->first_part);
  g_free (forest->next_part);
  g_free (forest->enter);
  g_free (forest->leave);
}

/* Numbers the tree below @root, in and out. */
static void
number_tree (Forest *forest, const GPtrArray *projects, guint root, guint *clock)
{
  guint at = root;

  forest->enter[at] = ++*clock;
  while (TRUE)
    {
      const JalonProject *project = g_ptr_array_index (projects, at);
      guint next = forest->first_part[at];

      if (next != 0)
        {
          forest->first_part[at] = forest->next_part[next - 1];
          at = next - 1;
          forest->enter[at] = ++*clock;
          continue;
        }
      forest->leave[at] = ++*clock;
      if (at == root)
        return;
      at = project->part_of->base.index;
    }
}

static void
forest_init (Forest *forest, const GPtrArray *projects)
{
  guint clock = 0;

  forest->first_part = g_new0 (guint, projects->len + 1);
  forest->next_part = g_new0 (guint, projects->len + 1);
  forest->enter = g_new0 (guint, projects->len + 1);
  forest->leave = g_new0 (guint, projects->len + 1);
  for (guint i = projects->len; i > 0; i--)
    {
      const JalonProject *project = g_ptr_array_index (projects, i - 1);

      if (project->part_of != NULL)
        {
          forest->next_part[i - 1] = forest->first_part[project->part_of->base.index];
          forest->first_part[project->part_of->base.index] = i;
        }
    }
  for (guint i = 0; i < projects->len; i++)
    if (((const JalonProject *) g_ptr_array_index (projects, i))->part_of == NULL)
      number_tree (forest, projects, i, &clock);
}

static gboolean
forest_contains (const Forest *forest, const JalonProject *whole, const JalonProject *part)
{
  return forest->enter[whole->base.index] < forest->enter[part->base.index]
         && forest->leave[whole->base.index] > forest->leave[part->base.index];
}

static void
check_overlap (JalonDraft *draft, const Forest *forest, const JalonProject *project, guint index)
{
  const JalonOverlap *overlap = g_ptr_array_index (project->overlaps, index);
  const JalonProject *whole = NULL;
  const JalonProject *part = project;
  JalonJsonNode object = jalon_draft_get_node (draft, JALON_LIST_PROJECTS, &project->base);

  if (forest_contains (forest, overlap->project, project))
    whole = overlap->project;
  else if (forest_contains (forest, project, overlap->project))
    {
      whole = project;
      part = overlap->project;
    }
  if (overlap->project == project)
    jalon_draft_problem (draft, JALON_SEVERITY_ERROR, JALON_PROBLEM_OVERLAPS_ITSELF,
                         jalon_draft_get_item (draft, object, "overlaps", index), project->base.id, NULL);
  else if (whole != NULL)
    jalon_draft_problem (draft, JALON_SEVERITY_ERROR, JALON_PROBLEM_OVERLAPS_WHOLE,
                         jalon_draft_get_item (draft, object, "overlaps", index), part->base.id, whole->base.id, NULL);
}

static void
check_overlaps (JalonDraft *draft)
{
  const GPtrArray *projects = jalon_dataset_get_projects (draft->dataset);
  Forest forest;

  forest_init (&forest, projects);
  for (guint i = 0; i < projects->len; i++)
    {
      const JalonProject *project = g_ptr_array_index (projects, i);

      for (guint j = 0; j < project->overlaps->len; j++)
        check_overlap (draft, &forest, project, j);
    }
  forest_clear (&forest);
}

static void
check_rates (JalonDraft *draft)
{
  const GPtrArray *rates = jalon_dataset_get_list (draft->dataset, JALON_LIST_RATES);
  const char *own = jalon_dataset_get_currency (draft->dataset);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < rates->len; i++)
    {
      JalonRate *rate = g_ptr_array_index (rates, i);
      JalonJsonNode node = jalon_draft_get_node (draft, JALON_LIST_RATES, &rate->base);
      const JalonRate *first = g_hash_table_lookup (seen, rate->currency);
      g_autofree char *line = first == NULL ? NULL : g_strdup_printf ("%u", first->base.line);

      if (rate->currency[0] == '\0')
        continue;
      if (first == NULL)
        g_hash_table_insert (seen, rate->currency, rate);
      else
        jalon_draft_problem (draft, JALON_SEVERITY_ERROR, JALON_PROBLEM_SECOND_RATE, node, rate->currency, line, NULL);
      if (g_str_equal (rate->currency, own))
        jalon_draft_problem (draft, JALON_SEVERITY_ERROR, JALON_PROBLEM_OWN_RATE, node, own, NULL);
    }
}

static void
check_events (JalonDraft *draft)
{
  const GPtrArray *events = jalon_dataset_get_list (draft->dataset, JALON_LIST_EVENTS);

  for (guint i = 0; i < events->len; i++)
    {
      const JalonEvent *event = g_ptr_array_index (events, i);
      g_autofree char *start = jalon_date_to_string (&event->start);
      g_autofree char *end = jalon_date_to_string (&event->end);
      JalonJsonNode node = jalon_draft_get_node (draft, JALON_LIST_EVENTS, &event->base);

      if (jalon_date_is_set (&event->end)
          && jalon_date_get_last_day (&event->end) < jalon_date_get_first_day (&event->start))
        jalon_draft_problem (draft, JALON_SEVERITY_ERROR, JALON_PROBLEM_EVENT_ORDER,
                             jalon_draft_get_member (draft, node, "end"), start, end, NULL);
    }
}

/* A project's slide is of a project. */
static void
check_story (JalonDraft *draft)
{
  const GPtrArray *story = jalon_dataset_get_list (draft->dataset, JALON_LIST_STORY);

  for (guint i = 0; i < story->len; i++)
    {
      const JalonStoryStep *step = g_ptr_array_index (story, i);
      JalonJsonNode node = jalon_draft_get_node (draft, JALON_LIST_STORY, &step->base);

      if (step->slide == JALON_SLIDE_PROJECT && jalon_json_get_member (draft->json, node, "project") == JALON_JSON_NONE)
        jalon_draft_problem (draft, JALON_SEVERITY_ERROR, JALON_PROBLEM_MISSING, node, "project", NULL);
    }
}

/**
 * jalon_draft_check:
 * @draft: a draft whose records are filled
 *
 * Reports the errors that lie between several members: cycles, overlaps with one's own whole, second rates, events that end
 * before they begin, slides of a project without one. In time proportional to the file, and without recursion.
 */
void
jalon_draft_check (JalonDraft *draft)
{
  guint n_errors;

  check_rates (draft);
  check_events (draft);
  check_story (draft);
  check_cycles (draft, JALON_LIST_PLACES, get_place_whole, JALON_PROBLEM_WITHIN_CYCLE, "within");
  n_errors = jalon_problems_count_errors (draft->problems);
  check_cycles (draft, JALON_LIST_PROJECTS, get_project_whole, JALON_PROBLEM_PART_OF_CYCLE, "part_of");
  if (jalon_problems_count_errors (draft->problems) == n_errors)
    check_overlaps (draft);
}
