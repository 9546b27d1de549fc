/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a desktop's search finds. */
#include "config.h"

#include "ui-support.h"

#include "app/jalon-finder.h"

/* Sixty projects whose summaries speak of it, then one that is called so; as another file has it too. */
static JalonDataset *
make_many (void)
{
  g_autoptr (GString) json = g_string_new ("{\"format\": \"jalon\", \"version\": 1, \"title\": \"T\", \"projects\": [");

  for (guint i = 0; i < 60; i++)
    g_string_append_printf (json,
                            "{\"id\": \"p%u\", \"title\": \"P\", \"summary\": \"Of copper\", \"kind\": \"cloud\", \"scope\": \"company\","
                            " \"announcements\": [{\"date\": \"2025\", \"act\": \"announces\", \"amount\": {\"value\": %u}}]},", i, i + 1);
  g_string_append (json, "{\"id\": \"last\", \"title\": \"Copper\", \"kind\": \"cloud\", \"scope\": \"company\","
                         " \"announcements\": [{\"date\": \"2025\", \"act\": \"announces\"}]}]}");
  return ui_read (json->str);
}

/* The best come first, wherever they stand in the file; what two files have is found once. */
static void
test_order (void)
{
  g_autoptr (JalonDataset) recent = make_many ();
  g_autoptr (JalonDataset) bundled = make_many ();
  g_autoptr (JalonFinder) finder = jalon_finder_new (recent, bundled);
  g_auto (GStrv) ids = jalon_finder_find (finder, "copper");

  g_assert_cmpuint (g_strv_length (ids), ==, 50);
  g_assert_cmpstr (ids[0], ==, "recent:project:last");
  g_assert_cmpstr (ids[1], ==, "recent:project:p59");
  for (guint i = 0; ids[i] != NULL; i++)
    g_assert_true (g_str_has_prefix (ids[i], "recent:"));
}

/* Nothing that could be no id is one. */
static void
test_parse (void)
{
  const char *const wrong[] = { "", ":", "bundled:", "bundled:place", "bundled:place:", "bundled:place:../x", "bundled:thing:x", "x:place:y" };
  JalonFound found;

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    g_assert_false (jalon_found_parse (wrong[i], &found));
  g_assert_true (jalon_found_parse ("recent:organisation:evroc", &found));
  g_assert_true (found.recent);
  g_assert_cmpint (found.kind, ==, JALON_FOUND_ORGANISATION);
  g_assert_cmpstr (found.id, ==, "evroc");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/finder/order", test_order);
  g_test_add_func ("/finder/parse", test_parse);
  return g_test_run ();
}
