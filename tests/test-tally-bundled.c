/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The bundled dataset: the totals of its focus, and what no query may ever give: the sums of an article's figures added up. */
#include "config.h"

#include <math.h>

#include "figures/jalon-figures.h"
#include "files/jalon-reader.h"

/* All values worth asking for, "KEY=VALUE". */
typedef struct
{
  JalonDataset *dataset;
  GPtrArray *filters;
  GPtrArray *dates;
  guint n_queries;
} Fixture;

static JalonDataset *
load (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "data", "region-sud.jalon", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func ((GDestroyNotify) jalon_problem_free);
  g_autoptr (GError) error = NULL;
  JalonDataset *dataset = jalon_reader_read_file (file, problems, NULL, &error);

  g_assert_no_error (error);
  return dataset;
}

static void
add_once (GPtrArray *list, GHashTable *seen, char *string)
{
  if (g_hash_table_add (seen, string))
    g_ptr_array_add (list, string);
}

static void
add_filters (Fixture *fixture)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  const GPtrArray *projects = jalon_dataset_get_projects (fixture->dataset);

  for (int key = 0; key < JALON_N_GROUPINGS; key++)
    {
      const char *nick = jalon_key_get_nick ((JalonKey) key);

      add_once (fixture->filters, seen, g_strconcat (nick, "=none", NULL));
      add_once (fixture->filters, seen, g_strconcat (nick, "=several", NULL));
      for (guint i = 0; i < projects->len; i++)
        {
          g_auto (GStrv) values
              = jalon_figures_list_values (fixture->dataset, g_ptr_array_index (projects, i), (JalonKey) key);
          for (guint j = 0; values[j]; j++)
            {
              char *filter = g_strconcat (nick, "=", values[j], NULL);
              if (g_hash_table_contains (seen, filter))
                g_free (filter);
              else
                add_once (fixture->filters, seen, filter);
            }
        }
    }
}

static void
add_dates (Fixture *fixture)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  const GPtrArray *projects = jalon_dataset_get_projects (fixture->dataset);

  for (guint i = 0; i < projects->len; i++)
    {
      const JalonProject *project = g_ptr_array_index (projects, i);
      for (guint j = 0; j < project->announcements->len; j++)
        {
          const JalonAnnouncement *announcement = g_ptr_array_index (project->announcements, j);
          char *date = jalon_date_to_string (&announcement->date);
          if (g_hash_table_contains (seen, date))
            g_free (date);
          else
            add_once (fixture->dates, seen, date);
        }
    }
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->dataset = load ();
  fixture->filters = g_ptr_array_new_with_free_func (g_free);
  fixture->dates = g_ptr_array_new_with_free_func (g_free);
  add_filters (fixture);
  add_dates (fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_test_message ("%u values, %u dates, %u queries", fixture->filters->len, fixture->dates->len, fixture->n_queries);
  g_object_unref (fixture->dataset);
  g_ptr_array_unref (fixture->filters);
  g_ptr_array_unref (fixture->dates);
}

static void
add_filter (JalonQuery *query, JalonDataset *dataset, const char *filter)
{
  g_autoptr (GError) error = NULL;

  if (filter)
    jalon_query_add_filter (query, dataset, filter, &error);
  g_assert_no_error (error);
}

static char *
get_focus (JalonDataset *dataset)
{
  return g_strconcat ("territory=", jalon_dataset_get_focus (dataset)->base.id, NULL);
}

/* €109bn + €52bn + €5bn + €4bn + €450M, and the same without the national envelope: to the million. */
static void
assert_not_naive (double value)
{
  double millions = rint (value / 1e6);

  g_assert_cmpfloat (millions, !=, 170450);
  g_assert_cmpfloat (millions, !=, 61450);
}

/* One query, on the whole file and on the focus. */
static void
ask (Fixture *fixture, const char *one, const char *other, const char *as_of)
{
  g_autofree char *focus = get_focus (fixture->dataset);
  JalonDate date;

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (JalonQuery) query = jalon_query_new ();
      g_autoptr (JalonFigures) figures = NULL;

      add_filter (query, fixture->dataset, one);
      add_filter (query, fixture->dataset, other);
      add_filter (query, fixture->dataset, i > 0 ? focus : NULL);
      if (as_of && jalon_date_parse (as_of, &date))
        jalon_query_set_as_of (query, &date);
      figures = jalon_figures_compute (fixture->dataset, query);
      assert_not_naive (jalon_figures_get_total (figures).firm);
      assert_not_naive (jalon_figures_get_total (figures).ceiling);
      fixture->n_queries++;
    }
}

static void
test_single (Fixture *fixture, gconstpointer data)
{
  ask (fixture, NULL, NULL, NULL);
  for (guint i = 0; i < fixture->dates->len; i++)
    {
      const char *date = g_ptr_array_index (fixture->dates, i);

      ask (fixture, NULL, NULL, date);
      for (guint j = 0; j < fixture->filters->len; j++)
        ask (fixture, g_ptr_array_index (fixture->filters, j), NULL, date);
    }
}

static void
test_pairs (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < fixture->filters->len; i++)
    for (guint j = i; j < fixture->filters->len; j++)
      ask (fixture, g_ptr_array_index (fixture->filters, i), g_ptr_array_index (fixture->filters, j), NULL);
}

static void
test_windows (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < fixture->dates->len; i++)
    for (guint j = 0; j < fixture->dates->len; j++)
      {
        g_autofree char *from = g_strconcat ("from=", g_ptr_array_index (fixture->dates, i), NULL);
        g_autofree char *to = g_strconcat ("to=", g_ptr_array_index (fixture->dates, j), NULL);
        ask (fixture, from, to, NULL);
      }
}

/* The sums of the fact base, €2.68bn firm and €6.68bn at most, but for what data/README.md explains. */
static void
test_focus (void)
{
  g_autoptr (JalonDataset) dataset = load ();
  g_autoptr (JalonQuery) query = jalon_query_new ();
  g_autoptr (JalonFigures) figures = NULL;
  g_autofree char *focus = get_focus (dataset);

  add_filter (query, dataset, focus);
  figures = jalon_figures_compute (dataset, query);
  g_assert_cmpfloat_with_epsilon (jalon_figures_get_total (figures).firm, 2680e6, 20e6);
  g_assert_cmpfloat_with_epsilon (jalon_figures_get_total (figures).ceiling, 6680e6, 20e6);
  jalon_figures_unref (figures);
  jalon_query_set_values (query, JALON_KEY_TERRITORY, (const char *const[]){ "region-sud", NULL });
  figures = jalon_figures_compute (dataset, query);
  g_assert_cmpfloat_with_epsilon (jalon_figures_get_total (figures).ceiling, 5180e6, 20e6);
}

/* What contains projects of the focus but isn't listed there: the envelope and the national plan. */
static void
test_context (void)
{
  g_autoptr (JalonDataset) dataset = load ();
  g_autoptr (JalonQuery) query = jalon_query_new ();
  g_autoptr (JalonFigures) figures = NULL;
  g_autoptr (GPtrArray) context = NULL;
  g_autofree char *focus = get_focus (dataset);

  add_filter (query, dataset, focus);
  figures = jalon_figures_compute (dataset, query);
  context = jalon_figures_list_context (figures);
  g_assert_true (g_ptr_array_find (context, jalon_dataset_get_project (dataset, "env-109"), NULL));
  g_assert_true (g_ptr_array_find (context, jalon_dataset_get_project (dataset, "sesterce-52bn"), NULL));
  for (guint i = 0; i < context->len; i++)
    g_assert_null (jalon_figures_find_share (figures, g_ptr_array_index (context, i)));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tally/bundled/focus", test_focus);
  g_test_add_func ("/tally/bundled/context", test_context);
  g_test_add ("/tally/bundled/single", Fixture, NULL, set_up, test_single, tear_down);
  g_test_add ("/tally/bundled/pairs", Fixture, NULL, set_up, test_pairs, tear_down);
  g_test_add ("/tally/bundled/windows", Fixture, NULL, set_up, test_windows, tear_down);
  return g_test_run ();
}
