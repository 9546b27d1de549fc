/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "scenes/jalon-scale.h"

#include <math.h>

#include "facts/jalon-records.h"

static void
assert_ticks (double least, double most, gboolean logarithmic, guint max, const char *expected)
{
  JalonScale scale = jalon_scale_for_amounts (least, most, logarithmic, 0, 100);
  g_autoptr (GArray) ticks = jalon_scale_list_ticks (&scale, max);
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < ticks->len; i++)
    g_string_append_printf (list, "%s%g", i ? " " : "", g_array_index (ticks, double, i));
  g_assert_cmpstr (list->str, ==, expected);
}

static void
test_ticks (void)
{
  assert_ticks (1, 10, FALSE, 5, "0 2 4 6 8 10");
  assert_ticks (1, 9.99, FALSE, 5, "0 2 4 6 8");
  assert_ticks (1, 10.01, FALSE, 5, "0 5 10");
  assert_ticks (1, 4e9, FALSE, 4, "0 1e+09 2e+09 3e+09 4e+09");
  assert_ticks (1, 4e9, FALSE, 1, "0");
  assert_ticks (1, 1e300, FALSE, 2, "0 5e+299 1e+300");
  assert_ticks (0.002, 0.003, FALSE, 3, "0 0.001 0.002 0.003");
  assert_ticks (1, 1, FALSE, 2, "0 0.5 1");
  assert_ticks (5e6, 4e9, TRUE, 9, "1e+07 1e+08 1e+09");
  assert_ticks (5e6, 4e9, TRUE, 2, "1e+07 1e+09");
  assert_ticks (1e6, 1e9, TRUE, 9, "1e+06 1e+07 1e+08 1e+09");
  assert_ticks (1, 10, TRUE, 0, "");
}

/* What isn't an amount makes a scale all the same. */
static void
test_nothing (void)
{
  const double odd[] = { 0, -1, NAN, INFINITY, -INFINITY };

  for (gsize i = 0; i < G_N_ELEMENTS (odd); i++)
    for (int logarithmic = 0; logarithmic <= 1; logarithmic++)
      {
        JalonScale scale = jalon_scale_for_amounts (odd[i], odd[i], logarithmic, 10, 110);
        g_autoptr (GArray) ticks = jalon_scale_list_ticks (&scale, 5);

        g_assert_cmpfloat (scale.last, >, scale.first);
        g_assert_cmpuint (ticks->len, >, 1);
        g_assert_cmpfloat (jalon_scale_to_pixel (&scale, odd[i]), >=, 10);
        g_assert_cmpfloat (jalon_scale_to_pixel (&scale, odd[i]), <=, 110);
      }
}

static void
test_pixels (void)
{
  JalonScale linear = jalon_scale_for_amounts (1, 200, FALSE, 50, 250);
  JalonScale logarithmic = jalon_scale_for_amounts (30, 1e5, TRUE, 0, 400);

  g_assert_cmpfloat (jalon_scale_to_pixel (&linear, 0), ==, 50);
  g_assert_cmpfloat (jalon_scale_to_pixel (&linear, 100), ==, 150);
  g_assert_cmpfloat (jalon_scale_to_pixel (&linear, 999), ==, 250);
  g_assert_cmpfloat (jalon_scale_to_pixel (&linear, -5), ==, 50);
  g_assert_cmpfloat (fabs (jalon_scale_to_pixel (&logarithmic, 1000) - 200), <, 1e-9);
  for (double pixel = 50; pixel <= 250; pixel += 10)
    g_assert_cmpfloat (fabs (jalon_scale_to_pixel (&linear, jalon_scale_to_value (&linear, pixel)) - pixel), <, 1e-9);
  for (double pixel = 1; pixel < 400; pixel += 7)
    g_assert_cmpfloat (fabs (jalon_scale_to_pixel (&logarithmic, jalon_scale_to_value (&logarithmic, pixel)) - pixel), <, 1e-9);
}

/* The smallest bar of a logarithmic scale still has a length. */
static void
test_logarithmic_start (void)
{
  JalonScale scale = jalon_scale_for_amounts (1e6, 4e9, TRUE, 0, 300);

  g_assert_cmpfloat (jalon_scale_to_pixel (&scale, 1e6), >, 20);
}

static double
day_of (const char *string)
{
  JalonDate date;

  g_assert_true (jalon_date_parse (string, &date));
  return jalon_date_get_first_day (&date);
}

static void
assert_calendar (const char *first, const char *last, double room, const char *expected)
{
  JalonStep step = jalon_calendar_choose_step (day_of (first), day_of (last), room, 60);
  g_autoptr (GArray) ticks = jalon_calendar_list_ticks (day_of (first), day_of (last), step);
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < ticks->len; i++)
    {
      const JalonCalendarTick *tick = &g_array_index (ticks, JalonCalendarTick, i);
      JalonDate date = { .from = tick->date, .to = tick->date };
      g_autofree char *string = jalon_date_to_string (&date);

      g_assert_cmpfloat (tick->day, ==, jalon_date_get_first_day (&date));
      g_assert_true (tick->is_major == (tick->date.precision == JALON_DATE_YEAR));
      g_string_append_printf (list, "%s%s", i ? " " : "", string);
    }
  g_assert_cmpstr (list->str, ==, expected);
}

static void
test_calendar (void)
{
  assert_calendar ("2025-02-27", "2025-03-02", 240, "2025-02-27 2025-02-28 2025-03-01 2025-03-02");
  assert_calendar ("2024-11-15", "2025-02-15", 240, "2024-12 2025 2025-02");
  assert_calendar ("2024-11-15", "2025-11-15", 260, "2025 2025-04 2025-07 2025-10");
  assert_calendar ("2022-06-01", "2026-06-01", 300, "2023 2024 2025 2026");
  assert_calendar ("2001-06-01", "2026-06-01", 400, "2005 2010 2015 2020 2025");
  assert_calendar ("1955-06-01", "2026-06-01", 500, "1960 1970 1980 1990 2000 2010 2020");
  assert_calendar ("1790-01-01", "2026-01-01", 300, "1800 1850 1900 1950 2000");
  assert_calendar ("1790-01-01", "2026-01-01", 200, "1800 1900 2000");
  assert_calendar ("0001-01-01", "9999-12-31", 700, "1000 2000 3000 4000 5000 6000 7000 8000 9000");
}

static void
test_calendar_odd (void)
{
  g_autoptr (GArray) backward = jalon_calendar_list_ticks (800000, 700000, JALON_STEP_YEAR);
  g_autoptr (GArray) beyond = jalon_calendar_list_ticks (-1e12, 1e12, JALON_STEP_DAY);
  g_autoptr (GArray) nowhere = jalon_calendar_list_ticks (NAN, NAN, JALON_STEP_MONTH);

  g_assert_cmpuint (backward->len, ==, 0);
  g_assert_cmpuint (beyond->len, <=, 1000);
  g_assert_cmpuint (nowhere->len, ==, 0);
  g_assert_cmpint (jalon_calendar_choose_step (5, 5, 100, 50), ==, JALON_STEP_MILLENNIUM);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scale/ticks", test_ticks);
  g_test_add_func ("/scale/nothing", test_nothing);
  g_test_add_func ("/scale/pixels", test_pixels);
  g_test_add_func ("/scale/logarithmic-start", test_logarithmic_start);
  g_test_add_func ("/scale/calendar", test_calendar);
  g_test_add_func ("/scale/calendar-odd", test_calendar_odd);
  return g_test_run ();
}
