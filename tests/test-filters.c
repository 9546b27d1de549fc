/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the interface says of filters, by trying out each: how many projects a choice gives, what to drop of an empty selection, why
 * a filtered sum differs from the bar that led to it. */
#include "config.h"

#include <math.h>

#include "figures/jalon-facets.h"
#include "figures/jalon-relief.h"
#include "figures/jalon-difference.h"
#include "files/jalon-reader.h"
#include "tally-world.h"

#define N_WORLDS 150

static guint
pick (GRand *random, guint n)
{
  return (guint) g_rand_int_range (random, 0, (gint32) n);
}

/* Every value that a project has as of the query's date. */
static GHashTable *
list_values (JalonDataset *dataset, JalonKey key)
{
  const GPtrArray *projects = jalon_dataset_get_projects (dataset);
  GHashTable *seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < projects->len; i++)
    {
      g_auto (GStrv) values = jalon_figures_list_values (dataset, g_ptr_array_index (projects, i), key);

      for (guint j = 0; values[j] != NULL; j++)
        g_hash_table_add (seen, g_strdup (values[j]));
    }
  g_hash_table_add (seen, g_strdup (JALON_VALUE_NONE));
  g_hash_table_add (seen, g_strdup (JALON_VALUE_SEVERAL));
  return seen;
}

static void
add_random_filter (JalonQuery *query, JalonDataset *dataset, GRand *random)
{
  JalonKey key = (JalonKey) pick (random, JALON_N_GROUPINGS);
  g_autoptr (GHashTable) seen = list_values (dataset, key);
  guint n;
  g_autofree gpointer *values = g_hash_table_get_keys_as_array (seen, &n);
  const char *value = values[pick (random, n)];

  if (!jalon_query_has_value (query, key, value))
    jalon_query_toggle_value (query, key, value);
}

static void
set_random_dates (JalonQuery *query, GRand *random)
{
  JalonDate date;
  int time;

  if (pick (random, 3) == 0)
    {
      g_assert_true (jalon_date_parse (world_get_as_of (pick (random, 20), &time), &date));
      jalon_query_set_as_of (query, &date);
    }
  if (pick (random, 4) == 0)
    {
      g_assert_true (jalon_date_parse (world_get_as_of (pick (random, 20), &time), &date));
      jalon_query_set_window (query, pick (random, 2) ? &date : NULL, pick (random, 2) ? &date : NULL);
    }
}

static JalonQuery *
make_random_query (JalonDataset *dataset, GRand *random, guint n_filters)
{
  JalonQuery *query = jalon_query_new ();

  for (guint i = 0; i < n_filters; i++)
    add_random_filter (query, dataset, random);
  set_random_dates (query, random);
  jalon_query_set_group (query, (JalonKey) pick (random, JALON_N_GROUPINGS));
  return query;
}

static guint
count_listed (JalonDataset *dataset, JalonQuery *query)
{
  g_autoptr (JalonFigures) figures = jalon_figures_compute (dataset, query);

  return jalon_figures_get_n_shares (figures);
}

static void
check_facets (const JalonFacets *facets, JalonDataset *dataset, JalonQuery *query, JalonKey key)
{
  g_autoptr (GHashTable) seen = list_values (dataset, key);
  GHashTableIter iter;
  gpointer value;
  guint n;
  const JalonFacet *list = jalon_facets_list (facets, key, &n);

  g_hash_table_iter_init (&iter, seen);
  while (g_hash_table_iter_next (&iter, &value, NULL))
    {
      g_autoptr (JalonQuery) one = jalon_query_copy (query);

      jalon_query_set_values (one, key, (const char *const[]){ value, NULL });
      g_assert_cmpuint (jalon_facets_count (facets, key, value), ==, count_listed (dataset, one));
    }
  for (guint i = 0; i < n; i++)
    g_assert_cmpuint (list[i].n_projects, ==, jalon_facets_count (facets, key, list[i].value));
  for (guint i = 0; jalon_query_get_values (query, key)[i] != NULL; i++)
    {
      gboolean found = FALSE;

      for (guint j = 0; j < n; j++)
        found |= g_str_equal (list[j].value, jalon_query_get_values (query, key)[i]);
      g_assert_true (found);
    }
}

static void
test_facets (void)
{
  for (guint32 seed = 0; seed < N_WORLDS; seed++)
    {
      World *world = world_new (seed);
      g_autoptr (GRand) random = g_rand_new_with_seed (seed);
      g_autoptr (JalonFacets) facets = jalon_facets_new (world->dataset);

      for (guint i = 0; i < 3; i++)
        {
          g_autoptr (JalonQuery) query = make_random_query (world->dataset, random, i);

          jalon_facets_update (facets, query);
          g_assert_cmpuint (jalon_facets_get_n_projects (facets), ==, count_listed (world->dataset, query));
          for (int key = 0; key < JALON_N_GROUPINGS; key++)
            check_facets (facets, world->dataset, query, (JalonKey) key);
        }
      world_free (world);
    }
}

static guint
count_bits (guint set)
{
  return set ? 1 + count_bits (set & (set - 1)) : 0;
}

static const JalonRelief *
find_relief (const GArray *list, JalonFilterSet filters)
{
  for (guint i = 0; i < list->len; i++)
    if (g_array_index (list, JalonRelief, i).filters == filters)
      return &g_array_index (list, JalonRelief, i);
  return NULL;
}

/* Each set of filters is dropped in turn: none with fewer than those listed brings anything back, and just those listed do. */
static void
check_relief (JalonDataset *dataset, JalonQuery *query)
{
  g_autoptr (GArray) list = jalon_relief_list (dataset, query);
  JalonFilterSet force = jalon_filters_in_force (query);
  guint least = list->len > 0 ? count_bits (g_array_index (list, JalonRelief, 0).filters) : G_MAXUINT;

  for (JalonFilterSet set = force; set > 0; set = (set - 1) & force)
    {
      const JalonRelief *relief = find_relief (list, set);
      g_autoptr (JalonQuery) wider = jalon_query_copy (query);
      guint n;

      if (count_bits (set) > least)
        continue;
      jalon_filters_drop (wider, set);
      g_assert_cmpuint (jalon_filters_in_force (wider), ==, force & ~set);
      n = count_listed (dataset, wider);
      g_assert_cmpuint (relief != NULL ? relief->n_projects : 0, ==, n);
    }
  for (guint i = 1; i < list->len; i++)
    g_assert_cmpuint (g_array_index (list, JalonRelief, i - 1).n_projects, >=, g_array_index (list, JalonRelief, i).n_projects);
}

static void
test_relief (void)
{
  guint n_empty = 0;

  for (guint32 seed = 0; seed < N_WORLDS; seed++)
    {
      World *world = world_new (seed);
      g_autoptr (GRand) random = g_rand_new_with_seed (seed);

      for (guint i = 0; i < 6; i++)
        {
          g_autoptr (JalonQuery) query = make_random_query (world->dataset, random, i);

          if (i == 5)
            jalon_query_set_text (query, "there-is-no-such-word");
          if (count_listed (world->dataset, query) > 0)
            {
              g_autoptr (GArray) none = jalon_relief_list (world->dataset, query);

              g_assert_cmpuint (none->len, ==, 0);
              continue;
            }
          n_empty++;
          check_relief (world->dataset, query);
        }
      world_free (world);
    }
  g_assert_cmpuint (n_empty, >, N_WORLDS);
}

static gboolean
about_equal (double a, double b, double scale)
{
  return fabs (a - b) <= 1e-9 * scale;
}

/* Clicks a bar. The parts of the difference are the difference, and there is none only where the sum is the bar's. */
static gboolean
check_bar (JalonDataset *dataset, const JalonFigures *before, JalonQuery *query, const JalonGroup *bar)
{
  g_autoptr (JalonQuery) filtered = jalon_query_copy (query);
  g_autoptr (JalonFigures) after = NULL;
  g_autoptr (JalonDifference) difference = NULL;
  JalonSum total, parts = { 0 };

  jalon_query_toggle_value (filtered, jalon_query_get_group (query), bar->key);
  after = jalon_figures_compute (dataset, filtered);
  difference = jalon_difference_new (before, query, after, filtered);
  total = jalon_figures_get_total (after);
  if (difference == NULL)
    {
      g_assert_true (about_equal (total.firm, bar->sum.firm, total.firm));
      g_assert_true (about_equal (total.ceiling, bar->sum.ceiling, total.ceiling));
      return FALSE;
    }
  g_assert_cmpstr (difference->value, ==, bar->key);
  for (guint i = 0; i < JALON_N_DIFFERENCE_CAUSES; i++)
    {
      parts.firm += difference->parts[i].firm;
      parts.ceiling += difference->parts[i].ceiling;
    }
  g_assert_true (about_equal (parts.firm, total.firm - bar->sum.firm, total.ceiling + bar->sum.ceiling));
  g_assert_true (about_equal (parts.ceiling, total.ceiling - bar->sum.ceiling, total.ceiling + bar->sum.ceiling));
  g_assert_cmpfloat (difference->parts[JALON_DIFFERENCE_WHOLES].ceiling + difference->parts[JALON_DIFFERENCE_WHOLES].firm, >=, 0);
  g_assert_cmpfloat (difference->parts[JALON_DIFFERENCE_BETWEEN].ceiling + difference->parts[JALON_DIFFERENCE_BETWEEN].firm, <=, 0);
  g_assert_cmpfloat (difference->parts[JALON_DIFFERENCE_OTHER_BARS].ceiling, >=, 0);
  return TRUE;
}

static void
test_bars (void)
{
  guint n_same = 0, n_different = 0;

  for (guint32 seed = 0; seed < N_WORLDS; seed++)
    {
      World *world = world_new (seed);
      g_autoptr (GRand) random = g_rand_new_with_seed (seed);

      for (guint i = 0; i < 8; i++)
        {
          g_autoptr (JalonQuery) query = make_random_query (world->dataset, random, i % 2);
          g_autoptr (JalonFigures) before = jalon_figures_compute (world->dataset, query);

          if (*jalon_query_get_values (query, jalon_query_get_group (query)) != NULL)
            continue;
          for (guint j = 0; j < jalon_figures_get_n_groups (before); j++)
            if (check_bar (world->dataset, before, query, jalon_figures_get_group (before, j)))
              n_different++;
            else
              n_same++;
        }
      world_free (world);
    }
  g_assert_cmpuint (n_same, >, N_WORLDS);
  g_assert_cmpuint (n_different, >, N_WORLDS);
}

/* A plan of 10 with a part of 4 in another year; two firms that share a project; two that overlap. */
static const char text[]
    = "{\"format\": \"jalon\", \"version\": 1, \"title\": \"T\","
      "\"organisations\": [{\"id\": \"x\", \"name\": \"X\"}, {\"id\": \"y\", \"name\": \"Y\"}],"
      "\"projects\": ["
      "{\"id\": \"plan\", \"title\": \"Plan\", \"kind\": \"programme\", \"scope\": \"country\", \"by\": [\"x\"],"
      " \"announcements\": [{\"date\": \"2025\", \"act\": \"announces\", \"amount\": {\"value\": 10}}]},"
      "{\"id\": \"part\", \"title\": \"Part\", \"kind\": \"cloud\", \"scope\": \"country\", \"part_of\": \"plan\", \"by\": [\"x\", \"y\"],"
      " \"announcements\": [{\"date\": \"2024\", \"act\": \"announces\", \"amount\": {\"value\": 4}}]},"
      "{\"id\": \"one\", \"title\": \"One\", \"kind\": \"research\", \"scope\": \"country\", \"by\": [\"y\"],"
      " \"announcements\": [{\"date\": \"2023\", \"act\": \"announces\", \"amount\": {\"value\": 3}}]},"
      "{\"id\": \"two\", \"title\": \"Two\", \"kind\": \"research\", \"scope\": \"country\", \"overlaps\": [{\"id\": \"one\", \"at_most\": 2}],"
      " \"announcements\": [{\"date\": \"2023\", \"act\": \"announces\", \"amount\": {\"value\": 5}}]}]}";

static JalonDataset *
load (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, sizeof text - 1);
  g_autoptr (GError) error = NULL;
  JalonDataset *dataset = jalon_reader_read_bytes (bytes, NULL, &error);

  g_assert_no_error (error);
  return dataset;
}

static JalonDifference *
click (JalonDataset *dataset, JalonKey key, const char *value)
{
  g_autoptr (JalonQuery) query = jalon_query_new ();
  g_autoptr (JalonQuery) filtered = NULL;
  g_autoptr (JalonFigures) before = NULL;
  g_autoptr (JalonFigures) after = NULL;

  jalon_query_set_group (query, key);
  filtered = jalon_query_copy (query);
  jalon_query_toggle_value (filtered, key, value);
  jalon_query_set_selected (filtered, "one");
  before = jalon_figures_compute (dataset, query);
  after = jalon_figures_compute (dataset, filtered);
  return jalon_difference_new (before, query, after, filtered);
}

static void
assert_part (const JalonDifference *difference, JalonDifferenceCause cause, guint n_projects, double ceiling)
{
  g_assert_cmpuint (difference->parts[cause].n_projects, ==, n_projects);
  g_assert_cmpfloat (difference->parts[cause].ceiling, ==, ceiling);
}

static void
test_causes (void)
{
  g_autoptr (JalonDataset) dataset = load ();
  g_autoptr (JalonDifference) whole = click (dataset, JALON_KEY_YEAR, "2025");
  g_autoptr (JalonDifference) shared = click (dataset, JALON_KEY_YEAR, "2023");
  g_autoptr (JalonDifference) several = click (dataset, JALON_KEY_ORGANISATION, "y");
  g_autoptr (JalonDifference) same = click (dataset, JALON_KEY_YEAR, "2024");
  g_autoptr (JalonDifference) nowhere = click (dataset, JALON_KEY_YEAR, "2001");

  g_assert_null (same);
  g_assert_null (nowhere);
  g_assert_cmpfloat (whole->bar.ceiling, ==, 6);
  g_assert_cmpfloat (whole->sum.ceiling, ==, 10);
  assert_part (whole, JALON_DIFFERENCE_WHOLES, 1, 4);
  assert_part (whole, JALON_DIFFERENCE_OTHER_BARS, 0, 0);
  g_assert_cmpfloat (shared->bar.ceiling, ==, 8);
  g_assert_cmpfloat (shared->sum.ceiling, ==, 6);
  assert_part (shared, JALON_DIFFERENCE_SHARED, 0, -2);
  assert_part (shared, JALON_DIFFERENCE_WHOLES, 0, 0);
  g_assert_cmpfloat (several->bar.ceiling, ==, 3);
  assert_part (several, JALON_DIFFERENCE_OTHER_BARS, 1, 4);
}

/* Only a bar leads to a sum: not a second value, another filter, another date. */
static void
test_no_bar (void)
{
  g_autoptr (JalonDataset) dataset = load ();
  g_autoptr (JalonQuery) query = jalon_query_new ();
  g_autoptr (JalonQuery) other = NULL;
  g_autoptr (JalonFigures) before = NULL;
  g_autoptr (JalonFigures) after = NULL;
  JalonDate date;

  jalon_query_set_group (query, JALON_KEY_YEAR);
  other = jalon_query_copy (query);
  before = jalon_figures_compute (dataset, query);
  jalon_query_toggle_value (other, JALON_KEY_YEAR, "2025");
  after = jalon_figures_compute (dataset, other);
  g_assert_null (jalon_difference_new (before, other, after, other));
  jalon_query_toggle_value (other, JALON_KEY_KIND, "programme");
  g_assert_null (jalon_difference_new (before, query, after, other));
  jalon_query_toggle_value (other, JALON_KEY_KIND, "programme");
  jalon_query_toggle_value (other, JALON_KEY_YEAR, "2024");
  g_assert_null (jalon_difference_new (before, query, after, other));
  jalon_query_toggle_value (other, JALON_KEY_YEAR, "2024");
  g_assert_true (jalon_date_parse ("2026", &date));
  jalon_query_set_as_of (other, &date);
  g_assert_null (jalon_difference_new (before, query, after, other));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/filters/facets", test_facets);
  g_test_add_func ("/filters/relief", test_relief);
  g_test_add_func ("/filters/bars", test_bars);
  g_test_add_func ("/filters/causes", test_causes);
  g_test_add_func ("/filters/no-bar", test_no_bar);
  return g_test_run ();
}
