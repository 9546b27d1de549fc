/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "figures/jalon-figures.h"
#include "files/jalon-reader.h"

static const char text[] = "{\"format\": \"jalon\", \"version\": 1, \"title\": \"T\","
                           "\"territories\": [{\"id\": \"kanto\", \"name\": \"Kantō\", \"regions\": [\"JP-13\"]}],"
                           "\"places\": [{\"id\": \"port\", \"name\": \"Port\", \"lat\": 35, \"lon\": 139, \"precision\": \"site\","
                           "  \"region\": \"JP-13\", \"department\": \"Minato\"}],"
                           "\"organisations\": [{\"id\": \"lab\", \"name\": {\"fr\": \"Laboratoire d’Été\", \"en\": \"Summer Lab\"}}],"
                           "\"projects\": ["
                           "{\"id\": \"a\", \"title\": \"Start-ups Saint-Élan\", \"kind\": \"cloud\", \"scope\": \"site\","
                           " \"at\": [\"port\"], \"by\": [\"lab\"], \"announcements\": [{\"date\": \"2025-02-10\","
                           " \"act\": \"announces\", \"amount\": {\"value\": 0.1}}]},"
                           "{\"id\": \"b\", \"title\": \"Œuvre\", \"kind\": \"research\", \"scope\": \"company\","
                           " \"announcements\": [{\"date\": \"2024\", \"act\": \"announces\", \"amount\": {\"value\": 0.2}}]}]}";

static JalonDataset *
load (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, sizeof text - 1);
  g_autoptr (GError) error = NULL;
  JalonDataset *dataset = jalon_reader_read_bytes (bytes, NULL, &error);

  g_assert_no_error (error);
  return dataset;
}

/* Adds up what is told, and counts how often, in the thousands. */
static void
note_cb (JalonQuery *query, guint what, guint *told)
{
  *told += 1000 + what;
}

static void
test_signal (void)
{
  g_autoptr (JalonQuery) query = jalon_query_new ();
  guint told = 0;
  JalonDate date;

  g_assert_true (jalon_date_parse ("2025", &date));
  g_signal_connect (query, "changed", G_CALLBACK (note_cb), &told);
  jalon_query_set_group (query, JALON_KEY_PLACE);
  jalon_query_set_text (query, "");
  jalon_query_set_selected (query, NULL);
  jalon_query_set_as_of (query, NULL);
  jalon_query_set_window (query, NULL, NULL);
  jalon_query_clear_filters (query);
  g_assert_cmpuint (told, ==, 0);
  jalon_query_set_group (query, JALON_KEY_YEAR);
  g_assert_cmpuint (told, ==, 1000 + JALON_QUERY_GROUP);
  jalon_query_toggle_value (query, JALON_KEY_KIND, "cloud");
  jalon_query_set_values (query, JALON_KEY_KIND, (const char *const[]){ "cloud", NULL });
  g_assert_cmpuint (told, ==, 2000 + JALON_QUERY_GROUP + JALON_QUERY_FILTERS);
  jalon_query_set_as_of (query, &date);
  jalon_query_set_as_of (query, &date);
  jalon_query_set_selected (query, "a");
  jalon_query_set_selected (query, "a");
  jalon_query_set_window (query, &date, &date);
  g_assert_cmpuint (told, ==, 5000 + JALON_QUERY_GROUP + 2 * JALON_QUERY_FILTERS + JALON_QUERY_AS_OF + JALON_QUERY_SELECTED);
  g_assert_true (jalon_query_is_filtered (query));
  jalon_query_clear_filters (query);
  g_assert_cmpuint (told, ==, 6000 + JALON_QUERY_GROUP + 3 * JALON_QUERY_FILTERS + JALON_QUERY_AS_OF + JALON_QUERY_SELECTED);
  g_assert_false (jalon_query_is_filtered (query));
  g_assert_nonnull (jalon_query_get_as_of (query));
  g_assert_null (jalon_query_get_from (query));
}

static void
test_copy (void)
{
  g_autoptr (JalonQuery) query = jalon_query_new ();
  g_autoptr (JalonQuery) copy = NULL;

  jalon_query_set_values (query, JALON_KEY_KIND, (const char *const[]){ "cloud", "research", "cloud", NULL });
  jalon_query_set_text (query, "élan");
  jalon_query_set_selected (query, "a");
  copy = jalon_query_copy (query);
  g_assert_true (jalon_query_equal (query, copy));
  jalon_query_set_values (copy, JALON_KEY_KIND, (const char *const[]){ "research", "cloud", NULL });
  g_assert_true (jalon_query_equal (query, copy));
  jalon_query_toggle_value (copy, JALON_KEY_KIND, "cloud");
  g_assert_false (jalon_query_equal (query, copy));
  g_assert_true (jalon_query_has_value (query, JALON_KEY_KIND, "cloud"));
  g_assert_cmpstr (jalon_query_get_text (copy), ==, "élan");
}

static void
test_filters (void)
{
  static const char *const good[] = { "kind=cloud",     "kind=none",     "place=port",     "territory=kanto",   "region=JP-13",
                                      "department=Minato", "country=JP", "organisation=lab", "organisation=several",
                                      "year=2025",      "quarter=2025-Q1", "month=2025-02", "from=2024-22",     "to=2025",
                                      "text=a = b",     "event=none",    "status=building", "scope=site",       "relevance=core" };
  static const char *const bad_keys[] = { "", "kind", "Kind=cloud", "=cloud", "amount=3" };
  static const char *const bad_values[] = { "kind=",       "kind=clouds",    "place=none-such", "territory=", "region=13", "country=Japan",
                                            "department=Nowhere", "year=25", "quarter=2025-Q5", "month=2025-13",
                                            "from=none",   "to=2025-02-30",  "event=x",         "organisation=LAB" };
  g_autoptr (JalonDataset) dataset = load ();
  g_autoptr (JalonQuery) query = jalon_query_new ();

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autoptr (GError) error = NULL;
      jalon_query_add_filter (query, dataset, good[i], &error);
      g_assert_no_error (error);
    }
  g_assert_cmpstr (jalon_query_get_text (query), ==, "a = b");
  for (guint i = 0; i < G_N_ELEMENTS (bad_keys); i++)
    {
      g_autoptr (GError) error = NULL;
      g_assert_false (jalon_query_add_filter (query, dataset, bad_keys[i], &error));
      g_assert_error (error, JALON_QUERY_ERROR, JALON_QUERY_ERROR_KEY);
      g_assert_nonnull (strstr (error->message, "organisation, kind"));
    }
  for (guint i = 0; i < G_N_ELEMENTS (bad_values); i++)
    {
      g_autoptr (GError) error = NULL;
      g_assert_false (jalon_query_add_filter (query, dataset, bad_values[i], &error));
      g_assert_error (error, JALON_QUERY_ERROR, JALON_QUERY_ERROR_VALUE);
      g_assert_nonnull (strstr (error->message, strchr (bad_values[i], '=') + 1));
    }
}

static guint
count_found (JalonDataset *dataset, const char *words)
{
  g_autoptr (JalonQuery) query = jalon_query_new ();
  g_autoptr (JalonFigures) figures = NULL;

  jalon_query_set_text (query, words);
  figures = jalon_figures_compute (dataset, query);
  return jalon_figures_get_n_shares (figures);
}

static void
test_search (void)
{
  static const char *const found[] = { "start",      "STARTUP", "start up", "start-up",   "startups saint", "élan",    "ELAN",
                                       "saint elan", "port",    "d'été",    "ete summer", "  start , ", "dete" };
  static const char *const missed[] = { "tart", "startx", "start none", "été hiver", "ups-start-x" };
  g_autoptr (JalonDataset) dataset = load ();

  for (guint i = 0; i < G_N_ELEMENTS (found); i++)
    {
      g_test_message ("%s", found[i]);
      g_assert_cmpuint (count_found (dataset, found[i]), ==, 1);
    }
  for (guint i = 0; i < G_N_ELEMENTS (missed); i++)
    {
      g_test_message ("%s", missed[i]);
      g_assert_cmpuint (count_found (dataset, missed[i]), ==, 0);
    }
  g_assert_cmpuint (count_found (dataset, "œuvre"), ==, 1);
  g_assert_cmpuint (count_found (dataset, " - '"), ==, 2);
}

/* What a query answers may be said to it again, though it was only lent. */
static void
test_said_again (void)
{
  g_autoptr (JalonQuery) query = jalon_query_new ();
  const char *const kinds[] = { "cloud", "cable", NULL };
  guint told = 0;

  jalon_query_set_text (query, "a text that is long enough to be seen to go");
  jalon_query_set_values (query, JALON_KEY_KIND, kinds);
  g_signal_connect (query, "changed", G_CALLBACK (note_cb), &told);
  jalon_query_set_text (query, jalon_query_get_text (query));
  jalon_query_set_values (query, JALON_KEY_KIND, jalon_query_get_values (query, JALON_KEY_KIND));
  g_assert_cmpuint (told, ==, 0);
  g_assert_cmpstr (jalon_query_get_text (query), ==, "a text that is long enough to be seen to go");
  g_assert_cmpstrv (jalon_query_get_values (query, JALON_KEY_KIND), kinds);
}

/* Nobody looks for a book. */
static void
test_long (void)
{
  g_autoptr (JalonQuery) query = jalon_query_new ();
  g_autoptr (GString) book = g_string_new (NULL);

  for (guint i = 0; i < 2000; i++)
    g_string_append (book, "é");
  jalon_query_set_text (query, book->str);
  g_assert_true (g_utf8_validate (jalon_query_get_text (query), -1, NULL));
  g_assert_cmpint (g_utf8_strlen (jalon_query_get_text (query), -1), ==, 1000);
  jalon_query_set_text (query, "élan");
  g_assert_cmpstr (jalon_query_get_text (query), ==, "élan");
}

static gpointer
compute_in_thread (gpointer data)
{
  g_autoptr (JalonQuery) query = jalon_query_new ();

  jalon_query_set_text (query, "start");
  return jalon_figures_compute (data, query);
}

/* The first use of a dataset may be by many threads at once. */
static void
test_threads (void)
{
  for (guint round = 0; round < 20; round++)
    {
      g_autoptr (JalonDataset) dataset = load ();
      GThread *threads[4];

      for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
        threads[i] = g_thread_new ("figures", compute_in_thread, dataset);
      for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
        {
          g_autoptr (JalonFigures) figures = g_thread_join (threads[i]);
          g_assert_cmpuint (jalon_figures_get_n_shares (figures), ==, 1);
        }
    }
}

static void
test_values (void)
{
  g_autoptr (JalonDataset) dataset = load ();
  const JalonProject *project = jalon_dataset_get_project (dataset, "a");
  g_auto (GStrv) places = jalon_figures_list_values (dataset, project, JALON_KEY_PLACE);
  g_auto (GStrv) countries = jalon_figures_list_values (dataset, project, JALON_KEY_COUNTRY);
  g_auto (GStrv) events = jalon_figures_list_values (dataset, project, JALON_KEY_EVENT);
  g_autofree char *all = g_strdup_printf ("%s %s %s", places[0], countries[0], events[0]);

  g_assert_cmpstr (all, ==, "port JP none");
  g_assert_cmpuint (g_strv_length (places) + g_strv_length (countries) + g_strv_length (events), ==, 3);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/query/signal", test_signal);
  g_test_add_func ("/query/copy", test_copy);
  g_test_add_func ("/query/filters", test_filters);
  g_test_add_func ("/query/search", test_search);
  g_test_add_func ("/query/said-again", test_said_again);
  g_test_add_func ("/query/long", test_long);
  g_test_add_func ("/query/threads", test_threads);
  g_test_add_func ("/query/values", test_values);
  return g_test_run ();
}
