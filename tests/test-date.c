/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "facts/jalon-date.h"

static int
day (int year, int month, int day_of_month)
{
  g_autoptr (GDate) date = g_date_new_dmy ((GDateDay) day_of_month, (GDateMonth) month, (GDateYear) year);

  return (int) g_date_get_julian (date);
}

static void
check (const char *string, int first, int last, gboolean approximate)
{
  JalonDate date;
  g_autofree char *written = NULL;

  g_test_message ("%s", string);
  g_assert_true (jalon_date_parse (string, &date));
  g_assert_true (jalon_date_is_set (&date));
  g_assert_cmpint (jalon_date_get_first_day (&date), ==, first);
  g_assert_cmpint (jalon_date_get_last_day (&date), ==, last);
  g_assert_cmpint (jalon_date_is_approximate (&date), ==, approximate);
  written = jalon_date_to_string (&date);
  g_assert_cmpstr (written, ==, string);
}

static void
test_good (void)
{
  check ("2025-02-10", day (2025, 2, 10), day (2025, 2, 10), FALSE);
  check ("2024-02-29", day (2024, 2, 29), day (2024, 2, 29), FALSE);
  check ("2025-02", day (2025, 2, 1), day (2025, 2, 28), FALSE);
  check ("2024-02", day (2024, 2, 1), day (2024, 2, 29), FALSE);
  check ("2025-12", day (2025, 12, 1), day (2025, 12, 31), FALSE);
  check ("2025", day (2025, 1, 1), day (2025, 12, 31), FALSE);
  check ("2024-21", day (2024, 3, 1), day (2024, 5, 31), FALSE);
  check ("2024-22", day (2024, 6, 1), day (2024, 8, 31), FALSE);
  check ("2024-23", day (2024, 9, 1), day (2024, 11, 30), FALSE);
  check ("2024-24", day (2024, 12, 1), day (2025, 2, 28), FALSE);
  check ("2023-24", day (2023, 12, 1), day (2024, 2, 29), FALSE);
  check ("2025-02-10/2025-02-11", day (2025, 2, 10), day (2025, 2, 11), FALSE);
  check ("2025-02-14~", day (2025, 2, 14), day (2025, 2, 14), TRUE);
  check ("2025~/2026", day (2025, 1, 1), day (2026, 12, 31), TRUE);
  check ("2024-24/2025-03", day (2024, 12, 1), day (2025, 3, 31), FALSE);
  check ("0001-01-01", 1, 1, FALSE);
  check ("9999", day (9999, 1, 1), day (9999, 12, 31), FALSE);
  check ("9999-12-31", day (9999, 12, 31), day (9999, 12, 31), FALSE);
}

static void
test_bad (void)
{
  static const char *const strings[] = {
    "",           "2025-02-30", "2025-02-29", "2025-00",     "2025-13",     "2025-20",    "2025-25",
    "2025-1",     "25",         "02025",      "0000",        "2025-",       "2025-02-",   "2025-02-1",
    "2025-02-00", "2025-21-01", "2025-02-10T00:00", "2025/", "/2025",       "2025/2024",  "2025-03/2025-02",
    "2025?",      "2025~~",     "~2025",      "2025 ",       " 2025",       "-2025",      "2025/2026/2027",
    "2025-06/2025", "2025-02-10/..", "+2025", "２０２５",
  };

  for (guint i = 0; i < G_N_ELEMENTS (strings); i++)
    {
      JalonDate date;
      g_autofree char *written = NULL;

      g_test_message ("%s", strings[i]);
      g_assert_false (jalon_date_parse (strings[i], &date));
      g_assert_false (jalon_date_is_set (&date));
      g_assert_cmpint (jalon_date_get_first_day (&date), ==, 0);
      g_assert_cmpint (jalon_date_get_last_day (&date), ==, 0);
      written = jalon_date_to_string (&date);
      g_assert_cmpstr (written, ==, "");
    }
}

static void
test_from_days (void)
{
  JalonDate one = jalon_date_from_days (day (2025, 2, 10), day (2025, 2, 10));
  JalonDate span = jalon_date_from_days (day (2025, 2, 10), day (2025, 3, 1));
  JalonDate far = jalon_date_from_days (-5, G_MAXINT);
  g_autofree char *one_string = jalon_date_to_string (&one);
  g_autofree char *span_string = jalon_date_to_string (&span);
  g_autofree char *far_string = jalon_date_to_string (&far);

  g_assert_cmpstr (one_string, ==, "2025-02-10");
  g_assert_cmpstr (span_string, ==, "2025-02-10/2025-03-01");
  g_assert_cmpstr (far_string, ==, "0001-01-01/9999-12-31");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/date/good", test_good);
  g_test_add_func ("/date/bad", test_bad);
  g_test_add_func ("/date/from-days", test_from_days);
  return g_test_run ();
}
