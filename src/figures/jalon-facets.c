/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "figures/jalon-facets.h"

#include "figures/jalon-asked.h"

/* Which values of a key each project has, as known on a day: what it takes to count again and again. */
typedef struct
{
  GArray *facets;     /* JalonFacet, in the order in which the projects bring them */
  GHashTable *by_value; /* (element-type utf8 guint): place in `facets`, plus one */
  GArray *lists;      /* guint: places in `facets`, project by project */
  GArray *first;      /* guint: [n_projects + 1] into `lists` */
} Choices;

struct _JalonFacets
{
  JalonDataset *dataset; /* owned */
  const JalonIndex *index;
  int day;               /* that `choices` are of */
  JalonKnown *known;     /* [n_projects] on that day; NULL until the first query */
  Choices choices[JALON_N_GROUPINGS];
  GStringChunk *asked;   /* values that no project has, but a query did */
  guint n_projects;
};

static guint
find_facet (Choices *choices, const char *value)
{
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (choices->by_value, value));
  JalonFacet facet = { value, 0 };

  if (place > 0)
    return place - 1;
  g_array_append_val (choices->facets, facet);
  g_hash_table_insert (choices->by_value, (gpointer) value, GUINT_TO_POINTER (choices->facets->len));
  return choices->facets->len - 1;
}

static void
collect_choices (JalonFacets *self, JalonKey key)
{
  Choices *choices = &self->choices[key];
  g_autoptr (GPtrArray) values = g_ptr_array_new ();
  guint first = 0;

  g_array_set_size (choices->facets, 0);
  g_array_set_size (choices->lists, 0);
  g_array_set_size (choices->first, 0);
  g_hash_table_remove_all (choices->by_value);
  for (guint i = 0; i < self->index->n_projects; i++)
    {
      g_array_append_val (choices->first, first);
      if (!self->known[i].exists)
        continue;
      g_ptr_array_set_size (values, 0);
      jalon_asked_add_values (self->index, i, &self->known[i], key, self->day, values);
      for (guint j = 0; j < values->len; j++)
        {
          guint place = find_facet (choices, g_ptr_array_index (values, j));

          g_array_append_val (choices->lists, place);
        }
      first = choices->lists->len;
    }
  g_array_append_val (choices->first, first);
}

static void
take_day (JalonFacets *self, int day)
{
  if (self->known != NULL && self->day == day)
    return;
  if (self->known == NULL)
    self->known = g_new (JalonKnown, self->index->n_projects + 1);
  self->day = day;
  for (guint i = 0; i < self->index->n_projects; i++)
    jalon_known_get (self->index, i, day, &self->known[i]);
  for (int key = 0; key < JALON_N_GROUPINGS; key++)
    collect_choices (self, (JalonKey) key);
}

static void
count_project (Choices *choices, guint project)
{
  guint end = g_array_index (choices->first, guint, project + 1);

  for (guint i = g_array_index (choices->first, guint, project); i < end; i++)
    g_array_index (choices->facets, JalonFacet, g_array_index (choices->lists, guint, i)).n_projects++;
}

/* The filters that fail a project, two at most: with one, only the choices of that one would list it. */
static guint
find_failing (JalonAsked *asked, guint project, const JalonKnown *known, JalonKey *failing)
{
  guint n = 0;

  for (int key = 0; key < JALON_N_KEYS && n < 2; key++)
    if (jalon_asked_has (asked, (JalonKey) key)
        && jalon_asked_ask (asked, project, known, (JalonKey) key) == JALON_VERDICT_FAILS)
      {
        *failing = (JalonKey) key;
        n++;
      }
  return n;
}

static void
count_all (JalonFacets *self, JalonAsked *asked)
{
  self->n_projects = 0;
  for (guint i = 0; i < self->index->n_projects; i++)
    {
      JalonKey failing = JALON_N_KEYS;
      guint n = self->known[i].exists ? find_failing (asked, i, &self->known[i], &failing) : 2;

      if (n == 0)
        {
          self->n_projects++;
          for (int key = 0; key < JALON_N_GROUPINGS; key++)
            count_project (&self->choices[key], i);
        }
      else if (n == 1 && failing < JALON_N_GROUPINGS)
        count_project (&self->choices[failing], i);
    }
}

/* What is asked for is a choice, also where no project has it. */
static void
add_asked (JalonFacets *self, JalonQuery *query, JalonKey key)
{
  const char *const *values = jalon_query_get_values (query, key);

  for (guint i = 0; values[i] != NULL; i++)
    if (!g_hash_table_contains (self->choices[key].by_value, values[i]))
      find_facet (&self->choices[key], g_string_chunk_insert_const (self->asked, values[i]));
}

/**
 * jalon_facets_new:
 * @dataset: what is filtered
 *
 * Returns: (transfer full): the choices of its filters, not counted yet
 */
JalonFacets *
jalon_facets_new (JalonDataset *dataset)
{
  JalonFacets *self = g_new0 (JalonFacets, 1);

  self->dataset = g_object_ref (dataset);
  self->index = jalon_index_get (dataset);
  self->asked = g_string_chunk_new (256);
  for (int key = 0; key < JALON_N_GROUPINGS; key++)
    self->choices[key] = (Choices){ g_array_new (FALSE, FALSE, sizeof (JalonFacet)), g_hash_table_new (g_str_hash, g_str_equal),
                                    g_array_new (FALSE, FALSE, sizeof (guint)), g_array_new (FALSE, FALSE, sizeof (guint)) };
  return self;
}

/**
 * jalon_facets_free:
 *
 * Frees the choices.
 */
void
jalon_facets_free (JalonFacets *self)
{
  for (int key = 0; key < JALON_N_GROUPINGS; key++)
    {
      g_array_unref (self->choices[key].facets);
      g_hash_table_unref (self->choices[key].by_value);
      g_array_unref (self->choices[key].lists);
      g_array_unref (self->choices[key].first);
    }
  g_free (self->known);
  g_string_chunk_free (self->asked);
  g_object_unref (self->dataset);
  g_free (self);
}

/**
 * jalon_facets_update:
 * @query: a query of the dataset
 *
 * Counts anew. As long as the as-of date stays, this only asks each project for the filters in force.
 */
void
jalon_facets_update (JalonFacets *self, JalonQuery *query)
{
  g_auto (JalonAsked) asked = { NULL };

  g_return_if_fail (JALON_IS_QUERY (query));

  jalon_asked_init (&asked, self->index, query);
  take_day (self, asked.day);
  for (int key = 0; key < JALON_N_GROUPINGS; key++)
    {
      add_asked (self, query, (JalonKey) key);
      for (guint i = 0; i < self->choices[key].facets->len; i++)
        g_array_index (self->choices[key].facets, JalonFacet, i).n_projects = 0;
    }
  count_all (self, &asked);
}

/**
 * jalon_facets_list:
 * @key: a grouping
 * @n: (out): how many
 *
 * Returns: (transfer none) (array length=n): every value that a project has as of the query's date or the query asks for, until the
 *   next update
 */
const JalonFacet *
jalon_facets_list (const JalonFacets *self, JalonKey key, guint *n)
{
  g_return_val_if_fail (key < JALON_N_GROUPINGS, NULL);

  *n = self->choices[key].facets->len;
  return &g_array_index (self->choices[key].facets, JalonFacet, 0);
}

/**
 * jalon_facets_count:
 * @key: a grouping
 * @value: a value of it
 *
 * Returns: how many projects the query would list with this value alone in place of those that it asks of the key
 */
guint
jalon_facets_count (const JalonFacets *self, JalonKey key, const char *value)
{
  guint place;

  g_return_val_if_fail (key < JALON_N_GROUPINGS, 0);

  place = GPOINTER_TO_UINT (g_hash_table_lookup (self->choices[key].by_value, value));
  return place > 0 ? g_array_index (self->choices[key].facets, JalonFacet, place - 1).n_projects : 0;
}

/**
 * jalon_facets_has:
 * @key: a grouping
 * @value: a value of it
 *
 * Returns: whether jalon_facets_list() lists it
 */
gboolean
jalon_facets_has (const JalonFacets *self, JalonKey key, const char *value)
{
  g_return_val_if_fail (key < JALON_N_GROUPINGS, FALSE);

  return g_hash_table_contains (self->choices[key].by_value, value);
}

/**
 * jalon_facets_get_n_projects:
 *
 * Returns: how many projects the query lists
 */
guint
jalon_facets_get_n_projects (const JalonFacets *self)
{
  return self->n_projects;
}
