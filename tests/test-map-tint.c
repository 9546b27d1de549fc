/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "files/jalon-reader.h"
#include "scenes/jalon-map-tint.h"

static const char json[]
    = "{\"format\": \"jalon\", \"version\": 1, \"title\": \"T\", \"focus\": \"south\","
      " \"territories\": [{\"id\": \"south\", \"name\": \"S\", \"regions\": [\"IT-78\"], \"departments\": [\"06\"]},"
      "                   {\"id\": \"north\", \"name\": \"N\", \"regions\": [\"FR-HDF\", \"IT-78\"]},"
      "                   {\"id\": \"town\", \"name\": \"T\", \"places\": [\"nice\"]}],"
      " \"places\": [{\"id\": \"nice\", \"name\": \"N\", \"lat\": 43.7, \"lon\": 7.25, \"precision\": \"commune\", \"department\": \"06\","
      "              \"country\": \"FR\"},"
      "             {\"id\": \"port\", \"name\": \"P\", \"lat\": 43.7, \"lon\": 7.25, \"precision\": \"site\", \"within\": \"nice\"}],"
      " \"projects\": []}";

static JalonDataset *
read_three (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (json, strlen (json));
  g_autoptr (GError) error = NULL;
  JalonDataset *dataset = jalon_reader_read_bytes (bytes, NULL, &error);

  g_assert_no_error (error);
  return dataset;
}

static void
assert_tint (JalonDataset *dataset, JalonQuery *query, const char *expected)
{
  g_auto (GStrv) codes = jalon_map_tint_list (dataset, query);
  g_autofree char *joined = g_strjoinv (" ", codes);

  g_assert_cmpstr (joined, ==, expected);
}

static void
test_focus (void)
{
  g_autoptr (JalonDataset) dataset = read_three ();
  g_autoptr (JalonQuery) query = jalon_query_new ();

  assert_tint (dataset, query, "IT-78 FR-06");
  assert_tint (NULL, query, "");
}

static void
test_filter (void)
{
  const char *const both[] = { "south", "north", NULL };
  const char *const strange[] = { JALON_VALUE_NONE, NULL };
  g_autoptr (JalonDataset) dataset = read_three ();
  g_autoptr (JalonQuery) query = jalon_query_new ();
  g_auto (GStrv) codes = NULL;

  jalon_query_toggle_value (query, JALON_KEY_TERRITORY, "north");
  assert_tint (dataset, query, "FR-HDF IT-78");
  jalon_query_set_values (query, JALON_KEY_TERRITORY, both);
  codes = jalon_map_tint_list (dataset, query);
  g_assert_cmpuint (g_strv_length (codes), ==, 3);
  jalon_query_set_values (query, JALON_KEY_TERRITORY, strange);
  assert_tint (dataset, query, "");
  jalon_query_clear_filters (query);
  jalon_query_toggle_value (query, JALON_KEY_TERRITORY, "town");
  assert_tint (dataset, query, "");
  jalon_query_clear_filters (query);
  assert_tint (dataset, query, "IT-78 FR-06");
}

/* As in a picture, so in the window: regions and departments that are filtered by are tinted by themselves. */
static void
test_regions (void)
{
  const char *const regions[] = { "FR-BRE", JALON_VALUE_NONE, NULL };
  g_autoptr (JalonDataset) dataset = read_three ();
  g_autoptr (JalonQuery) query = jalon_query_new ();

  jalon_query_set_values (query, JALON_KEY_REGION, regions);
  assert_tint (dataset, query, "FR-BRE");
  jalon_query_toggle_value (query, JALON_KEY_DEPARTMENT, "06");
  assert_tint (dataset, query, "FR-BRE FR-06");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/map-tint/focus", test_focus);
  g_test_add_func ("/map-tint/filter", test_filter);
  g_test_add_func ("/map-tint/regions", test_regions);
  return g_test_run ();
}
