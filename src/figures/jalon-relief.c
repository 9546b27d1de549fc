/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "figures/jalon-relief.h"

#include "figures/jalon-asked.h"

/* The sets of filters that fail some project, known as of the date or at any time, and how many projects each does. */
typedef struct
{
  GHashTable *now;
  GHashTable *ever;
} Failing;

/**
 * jalon_filters_in_force:
 *
 * Returns: the filters of the query that narrow what it lists
 */
JalonFilterSet
jalon_filters_in_force (JalonQuery *query)
{
  JalonFilterSet filters = 0;

  for (int key = 0; key < JALON_N_KEYS; key++)
    if (*jalon_query_get_values (query, (JalonKey) key) != NULL)
      filters |= JALON_FILTER (key);
  if (jalon_query_get_from (query) != NULL || jalon_query_get_to (query) != NULL)
    filters |= JALON_FILTER (JALON_KEY_FROM);
  if (jalon_query_get_as_of (query) != NULL)
    filters |= JALON_FILTER_AS_OF;
  return filters;
}

/**
 * jalon_filters_drop:
 * @filters: what no longer to ask
 *
 * Takes filters off a query, which tells of it once.
 */
void
jalon_filters_drop (JalonQuery *query, JalonFilterSet filters)
{
  g_autoptr (JalonQuery) wider = jalon_query_copy (query);

  for (int key = 0; key < JALON_N_KEYS; key++)
    if (filters & JALON_FILTER (key) && key != JALON_KEY_FROM && key != JALON_KEY_TO)
      jalon_query_set_values (wider, (JalonKey) key, NULL);
  if (filters & JALON_FILTER (JALON_KEY_FROM))
    jalon_query_set_window (wider, NULL, NULL);
  if (filters & JALON_FILTER_AS_OF)
    jalon_query_set_as_of (wider, NULL);
  jalon_query_assign (query, wider);
}

static JalonFilterSet
find_failing (JalonAsked *asked, guint project, const JalonKnown *known)
{
  JalonFilterSet failing = known->exists ? 0 : JALON_FILTER_AS_OF;

  for (int key = 0; key < JALON_N_KEYS; key++)
    if (jalon_asked_has (asked, (JalonKey) key)
        && jalon_asked_ask (asked, project, known, (JalonKey) key) == JALON_VERDICT_FAILS)
      failing |= JALON_FILTER (key);
  return failing;
}

static GHashTable *
collect_failing (const JalonIndex *index, JalonQuery *query)
{
  GHashTable *sets = g_hash_table_new (NULL, NULL);
  g_auto (JalonAsked) asked = { NULL };

  jalon_asked_init (&asked, index, query);
  for (guint i = 0; i < index->n_projects; i++)
    {
      gpointer set;
      JalonKnown known;

      jalon_known_get (index, i, asked.day, &known);
      set = GUINT_TO_POINTER (find_failing (&asked, i, &known));
      g_hash_table_insert (sets, set, GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (sets, set)) + 1));
    }
  return sets;
}

/* How many projects are listed without some filters: those that fail no other. */
static guint
count_without (const Failing *failing, JalonFilterSet filters)
{
  GHashTableIter iter;
  gpointer set, n;
  guint sum = 0;

  g_hash_table_iter_init (&iter, filters & JALON_FILTER_AS_OF ? failing->ever : failing->now);
  while (g_hash_table_iter_next (&iter, &set, &n))
    if ((GPOINTER_TO_UINT (set) & ~filters) == 0)
      sum += GPOINTER_TO_UINT (n);
  return sum;
}

static guint
count_filters (JalonFilterSet filters)
{
  guint n = 0;

  for (; filters; filters &= filters - 1)
    n++;
  return n;
}

/* The sets that have to go whole for any project to come back. What nobody knew of on the date has other failings without it. */
static void
add_candidates (GHashTable *sets, JalonFilterSet besides, GHashTable *candidates)
{
  GHashTableIter iter;
  gpointer set;

  g_hash_table_iter_init (&iter, sets);
  while (g_hash_table_iter_next (&iter, &set, NULL))
    if (!(GPOINTER_TO_UINT (set) & JALON_FILTER_AS_OF))
      g_hash_table_add (candidates, GUINT_TO_POINTER (GPOINTER_TO_UINT (set) | besides));
}

static int
compare_reliefs (gconstpointer a, gconstpointer b)
{
  const JalonRelief *one = a;
  const JalonRelief *other = b;

  if (one->n_projects != other->n_projects)
    return one->n_projects > other->n_projects ? -1 : 1;
  return one->filters < other->filters ? -1 : one->filters > other->filters;
}

/* Those of the fewest filters: more than that nobody has to drop. */
static GArray *
take_least (GHashTable *candidates, const Failing *failing)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (JalonRelief));
  GHashTableIter iter;
  gpointer set;
  guint least = G_MAXUINT;

  g_hash_table_iter_init (&iter, candidates);
  while (g_hash_table_iter_next (&iter, &set, NULL))
    {
      JalonRelief relief = { GPOINTER_TO_UINT (set), 0 };
      guint n = count_filters (relief.filters);

      if (n == 0 || n > least)
        continue;
      if (n < least)
        g_array_set_size (list, 0);
      least = n;
      relief.n_projects = count_without (failing, relief.filters);
      g_array_append_val (list, relief);
    }
  g_array_sort (list, compare_reliefs);
  return list;
}

/**
 * jalon_relief_list:
 * @query: a query that lists no project
 *
 * Says what to drop for projects to come back: the fewest filters, one if one is enough.
 *
 * Returns: (transfer full) (element-type JalonRelief): each set of so many filters that brings projects back, by falling number of
 *   them; empty where the query lists some, or there are none
 */
GArray *
jalon_relief_list (JalonDataset *dataset, JalonQuery *query)
{
  const JalonIndex *index = jalon_index_get (dataset);
  g_autoptr (JalonQuery) later = jalon_query_copy (query);
  g_autoptr (GHashTable) candidates = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) now = collect_failing (index, query);
  g_autoptr (GHashTable) ever = NULL;
  Failing failing;

  jalon_query_set_as_of (later, NULL);
  ever = collect_failing (index, later);
  failing = (Failing){ now, ever };
  if (g_hash_table_contains (now, GUINT_TO_POINTER (0)))
    return g_array_new (FALSE, FALSE, sizeof (JalonRelief));
  add_candidates (now, 0, candidates);
  if (jalon_query_get_as_of (query) != NULL)
    add_candidates (ever, JALON_FILTER_AS_OF, candidates);
  return take_least (candidates, &failing);
}
