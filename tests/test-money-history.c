/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "figures/jalon-money-history.h"
#include "files/jalon-reader.h"
#include "tally-world.h"

#define N_WORLDS 400

static JalonDataset *
read_text (const char *json)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (json, strlen (json));
  g_autoptr (GError) error = NULL;
  JalonDataset *dataset = jalon_reader_read_bytes (bytes, NULL, &error);

  g_assert_no_error (error);
  return dataset;
}

static int
day_of (const char *string)
{
  JalonDate date;

  g_assert_true (jalon_date_parse (string, &date));
  return jalon_date_get_first_day (&date);
}

/* By hand: 100 firm; then up to 400 more; the first raised to 150; a part of the first, which adds nothing; the second cancelled; a
 * report that counts for nothing; a month, known from its first day on. */
static const char *const by_hand =
    "{\"format\": \"jalon\", \"version\": 1, \"title\": \"T\", \"projects\": ["
    "{\"id\": \"a\", \"title\": \"A\", \"kind\": \"cloud\", \"scope\": \"company\", \"announcements\": ["
    " {\"date\": \"2024-01-10\", \"act\": \"announces\", \"amount\": {\"value\": 100}},"
    " {\"date\": \"2024-03-01\", \"act\": \"raises\", \"amount\": {\"value\": 150}},"
    " {\"date\": \"2024-03-20\", \"act\": \"reports\", \"amount\": {\"value\": 9000}}]},"
    "{\"id\": \"b\", \"title\": \"B\", \"kind\": \"research\", \"scope\": \"company\", \"announcements\": ["
    " {\"date\": \"2024-02-01\", \"act\": \"announces\", \"amount\": {\"value\": 400, \"qualifier\": \"up-to\"}},"
    " {\"date\": \"2024-05-05\", \"act\": \"cancels\"}]},"
    "{\"id\": \"c\", \"title\": \"C\", \"kind\": \"cloud\", \"scope\": \"company\", \"part_of\": \"a\", \"announcements\": ["
    " {\"date\": \"2024-04-01\", \"act\": \"announces\", \"amount\": {\"value\": 60}}]},"
    "{\"id\": \"d\", \"title\": \"D\", \"kind\": \"cloud\", \"scope\": \"company\", \"announcements\": ["
    " {\"date\": \"2024-06\", \"act\": \"announces\", \"amount\": {\"min\": 10, \"max\": 30}}]}]}";

static void
check_steps (JalonQuery *query, const JalonMoneyStep *expected, guint n)
{
  g_autoptr (JalonDataset) dataset = read_text (by_hand);
  g_autoptr (JalonMoneyHistory) history = jalon_money_history_compute (dataset, query, NULL);
  g_autoptr (JalonFigures) figures = jalon_figures_compute (dataset, query);

  g_assert_cmpuint (jalon_money_history_get_n_steps (history), ==, n);
  for (guint i = 0; i < n; i++)
    {
      const JalonMoneyStep *step = jalon_money_history_get_step (history, i);

      g_assert_cmpint (step->day, ==, expected[i].day);
      g_assert_cmpfloat (step->total.firm, ==, expected[i].total.firm);
      g_assert_cmpfloat (step->total.ceiling, ==, expected[i].total.ceiling);
    }
  g_assert_cmpfloat (jalon_money_history_get_total (history, day_of ("2024-01-09")).ceiling, ==, 0);
  g_assert_cmpfloat (jalon_money_history_get_total (history, G_MAXINT).firm, ==, jalon_figures_get_total (figures).firm);
  g_assert_cmpfloat (jalon_money_history_get_total (history, G_MAXINT).ceiling, ==, jalon_figures_get_total (figures).ceiling);
  g_assert_false (jalon_money_history_is_sampled (history));
}

static void
test_by_hand (void)
{
  g_autoptr (JalonQuery) query = jalon_query_new ();
  const JalonMoneyStep all[] = { { day_of ("2024-01-10"), { .firm = 100, .ceiling = 100 } },
                                   { day_of ("2024-02-01"), { .firm = 100, .ceiling = 500 } },
                                   { day_of ("2024-03-01"), { .firm = 150, .ceiling = 550 } },
                                   { day_of ("2024-05-05"), { .firm = 150, .ceiling = 150 } },
                                   { day_of ("2024-06-01"), { .firm = 160, .ceiling = 180 } } };
  const JalonMoneyStep cloud[] = { all[0],
                                     { day_of ("2024-03-01"), { .firm = 150, .ceiling = 150 } },
                                     { day_of ("2024-06-01"), { .firm = 160, .ceiling = 180 } } };

  check_steps (query, all, G_N_ELEMENTS (all));
  jalon_query_toggle_value (query, JALON_KEY_KIND, "cloud");
  check_steps (query, cloud, G_N_ELEMENTS (cloud));
}

static void
assert_same (const JalonSum *a, const JalonSum *b)
{
  g_assert_cmpfloat (a->firm, ==, b->firm);
  g_assert_cmpfloat (a->ceiling, ==, b->ceiling);
  g_assert_cmpint (a->open, ==, b->open);
  g_assert_cmpint (a->approximate, ==, b->approximate);
}

static void
check_day (JalonDataset *dataset, JalonQuery *query, const JalonMoneyHistory *history, int day)
{
  const JalonDate as_of = jalon_date_from_days (day, day);
  g_autoptr (JalonFigures) figures = NULL;
  JalonSum expected, found = jalon_money_history_get_total (history, day);

  jalon_query_set_as_of (query, &as_of);
  figures = jalon_figures_compute (dataset, query);
  expected = jalon_figures_get_total (figures);
  assert_same (&found, &expected);
}

/* Whatever the projects, the filters and the day: it is what the figures say as of that day. */
static void
test_property (void)
{
  static const JalonKey keys[] = { JALON_KEY_PLACE, JALON_KEY_KIND, JALON_KEY_STATUS, JALON_KEY_REGION, JALON_KEY_YEAR };

  for (guint32 seed = 0; seed < N_WORLDS; seed++)
    {
      World *world = world_new (seed);
      g_autoptr (JalonQuery) query = jalon_query_new ();
      g_autoptr (JalonMoneyHistory) history = NULL;

      if (seed % 2)
        {
          JalonKey key = keys[seed % G_N_ELEMENTS (keys)];
          g_auto (GStrv) values = world_list_values (key);

          jalon_query_toggle_value (query, key, values[seed % g_strv_length (values)]);
        }
      history = jalon_money_history_compute (world->dataset, query, NULL);
      for (guint i = 0; i < WORLD_TIMES * 3; i++)
        {
          JalonDate date;
          int time;

          g_assert_true (jalon_date_parse (world_get_as_of (i + seed, &time), &date));
          check_day (world->dataset, query, history, jalon_date_get_last_day (&date));
          check_day (world->dataset, query, history, jalon_date_get_first_day (&date) - 1);
        }
      world_free (world);
    }
}

/* Of very many projects not every day is asked; what is asked is right, and the end is there. */
static void
test_sampled (void)
{
  g_autoptr (GString) json = g_string_new ("{\"format\": \"jalon\", \"version\": 1, \"title\": \"T\", \"projects\": [");
  g_autoptr (JalonDataset) dataset = NULL;
  g_autoptr (JalonQuery) query = jalon_query_new ();
  g_autoptr (JalonMoneyHistory) history = NULL;
  g_autoptr (JalonMoneyHistory) none = NULL;
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();
  guint n;

  for (guint i = 0; i < 3000; i++)
    g_string_append_printf (json,
                            "%s{\"id\": \"p%u\", \"title\": \"P\", \"kind\": \"cloud\", \"scope\": \"company\", \"announcements\": ["
                            "{\"date\": \"20%02u-%02u-%02u\", \"act\": \"announces\", \"amount\": {\"value\": %u}}]}",
                            i ? ", " : "", i, 10 + i % 16, 1 + i % 12, 1 + i % 28, i + 1);
  g_string_append (json, "]}");
  dataset = read_text (json->str);
  history = jalon_money_history_compute (dataset, query, NULL);
  n = jalon_money_history_get_n_steps (history);
  g_assert_true (jalon_money_history_is_sampled (history));
  g_assert_cmpuint (n, >=, 24);
  g_assert_cmpuint (n, <, 336);
  for (guint i = 0; i < n; i += 20)
    check_day (dataset, query, history, jalon_money_history_get_step (history, i)->day);
  g_assert_cmpfloat (jalon_money_history_get_step (history, n - 1)->total.firm, ==, 3000.0 * 3001 / 2);
  g_cancellable_cancel (cancelled);
  none = jalon_money_history_compute (dataset, query, cancelled);
  g_assert_null (none);
}

/* The program's own data: the last value is the headline, and all of it takes no more than a frame has. */
static void
test_bundled (void)
{
  g_autoptr (GBytes) bytes = g_resources_lookup_data (BUNDLED_DATASET, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autoptr (JalonDataset) dataset = read_text (g_bytes_get_data (bytes, NULL));
  g_autoptr (JalonQuery) query = jalon_query_new ();
  g_autoptr (JalonMoneyHistory) history = NULL;
  g_autoptr (JalonFigures) figures = NULL;
  JalonSum headline, last;
  gint64 start;

  jalon_query_toggle_value (query, JALON_KEY_TERRITORY, jalon_dataset_get_focus (dataset)->base.id);
  figures = jalon_figures_compute (dataset, query);
  start = g_get_monotonic_time ();
  history = jalon_money_history_compute (dataset, query, NULL);
  g_test_message ("%.2f ms for %u steps", (double) (g_get_monotonic_time () - start) / 1000, jalon_money_history_get_n_steps (history));
  headline = jalon_figures_get_total (figures);
  last = jalon_money_history_get_total (history, G_MAXINT);
  assert_same (&headline, &last);
  for (guint i = 0; i < jalon_money_history_get_n_steps (history); i++)
    check_day (dataset, query, history, jalon_money_history_get_step (history, i)->day);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/money-history/by-hand", test_by_hand);
  g_test_add_func ("/money-history/property", test_property);
  g_test_add_func ("/money-history/sampled", test_sampled);
  g_test_add_func ("/money-history/bundled", test_bundled);
  return g_test_run ();
}
