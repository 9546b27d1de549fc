/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>
#include <string.h>

#include "files/jalon-reader.h"
#include "scene-checks.h"
#include "scenes/jalon-panel.h"

static JalonDataset *
read_json (const char *places, const char *projects)
{
  g_autofree char *json = g_strdup_printf (
      "{\"format\": \"jalon\", \"version\": 1, \"title\": \"T\", \"places\": [%s], \"projects\": [%s]}", places, projects);
  g_autoptr (GBytes) bytes = g_bytes_new (json, strlen (json));
  g_autoptr (GError) error = NULL;
  JalonDataset *dataset = jalon_reader_read_bytes (bytes, NULL, &error);

  g_assert_no_error (error);
  return dataset;
}

#define PLACE(id, lat, lon) "{\"id\": \"" id "\", \"name\": \"" id "\", \"lat\": " lat ", \"lon\": " lon ", \"precision\": \"site\"}"
#define PROJECT(id, at, rest)                                                                                                  \
  "{\"id\": \"" id "\", \"title\": \"" id "\", \"kind\": \"cloud\", \"at\": [" at "], \"announcements\": [{\"date\": \"2025\", " \
  "\"act\": \"announces\"" rest "}]"

static void
check_sizes (JalonDataset *dataset, double text_scale)
{
  static const double widths[] = { -10, 0, 200, 360, 780, 2000 };
  g_autoptr (JalonFigures) figures = scene_checks_compute (dataset, JALON_KEY_PLACE);
  g_autoptr (JalonType) type = jalon_type_new (NULL, text_scale);

  for (gsize w = 0; w < G_N_ELEMENTS (widths); w++)
    for (int i = 0; i < 4; i++)
      {
        JalonLayoutInput input
            = { .figures = figures, .language = jalon_language_get (i % 2 ? "fr" : "en"), .type = type, .rtl = i / 2 };
        JalonMapFrame frame = jalon_map_fit (figures, widths[w], 450);
        g_autoptr (JalonScene) map = jalon_map_layout (&input, &frame, widths[w], 450);
        g_autoptr (JalonScene) tray = jalon_tray_layout (&input, widths[w]);
        g_autoptr (JalonScene) legend = jalon_legend_layout (&input, i % 2, widths[w]);

        g_assert_true (isfinite (frame.lat) && isfinite (frame.lon) && isfinite (frame.zoom));
        scene_checks_assert_sound (map, type, TRUE);
        scene_checks_assert_sound (tray, type, FALSE);
        scene_checks_assert_sound (legend, type, FALSE);
      }
}

static void
test_sizes (void)
{
  static const guint counts[] = { 0, 1, 40, 5000 };

  for (gsize i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      g_autoptr (JalonDataset) dataset = scene_checks_make_dataset (counts[i], 4e9, i == 2);

      check_sizes (dataset, 1);
      if (counts[i] <= 40)
        check_sizes (dataset, 2);
    }
}

static void
test_bundled (void)
{
  g_autoptr (JalonDataset) dataset = scene_checks_load_bundled ();

  check_sizes (dataset, 1);
}

static void
test_fit (void)
{
  g_autoptr (JalonDataset) none = read_json ("", "");
  g_autoptr (JalonDataset) one = read_json (PLACE ("a", "43.5", "7"), PROJECT ("x", "\"a\"", "") ", \"scope\": \"site\"}");
  g_autoptr (JalonDataset) across
      = read_json (PLACE ("a", "-17", "179") "," PLACE ("b", "-18", "-179"),
                   PROJECT ("x", "\"a\"", "") ", \"scope\": \"site\"}," PROJECT ("y", "\"b\"", "") ", \"scope\": \"site\"}");
  g_autoptr (JalonFigures) none_figures = scene_checks_compute (none, JALON_KEY_PLACE);
  g_autoptr (JalonFigures) one_figures = scene_checks_compute (one, JALON_KEY_PLACE);
  g_autoptr (JalonFigures) across_figures = scene_checks_compute (across, JALON_KEY_PLACE);
  JalonMapFrame world = jalon_map_fit (none_figures, 780, 450), single = jalon_map_fit (one_figures, 780, 450);
  JalonMapFrame pacific = jalon_map_fit (across_figures, 780, 450);
  double x, y;

  g_assert_cmpfloat (world.zoom, <, 2.1);
  g_assert_cmpfloat (fabs (single.lat - 43.5), <, 1e-9);
  g_assert_cmpfloat (fabs (single.lon - 7), <, 1e-9);
  g_assert_cmpfloat (single.zoom, >, 8);
  g_assert_cmpfloat (single.zoom, <, 12);
  g_assert_cmpfloat (fabs (fabs (pacific.lon) - 180), <, 1e-6);
  g_assert_cmpfloat (pacific.zoom, >, 6);
  jalon_map_project (&pacific, 780, 450, -18, -179, &x, &y);
  g_assert_cmpfloat (x, >, 390);
  g_assert_cmpfloat (x, <, 780);
  jalon_map_project (&single, 780, 450, 43.5, 7, &x, &y);
  g_assert_cmpfloat (fabs (x - 390) + fabs (y - 225), <, 1e-6);
}

/* The closest look is no closer than the base map has something to show: less far from where it has most. */
static void
test_fit_zoom (void)
{
  g_autoptr (JalonDataset) far = read_json (PLACE ("a", "35.68", "139.76"), PROJECT ("x", "\"a\"", "") ", \"scope\": \"site\"}");
  g_autoptr (JalonFigures) figures = scene_checks_compute (far, JALON_KEY_PLACE);
  JalonMapFrame frame = jalon_map_fit (figures, 780, 450);
  JalonMapFrame near = { .lat = 43.3, .lon = 5.37 }, island = { .lat = 43.51, .lon = 7.05 }, pole = { .lat = 90, .lon = 180 };
  g_autoptr (JalonBasemap) basemap = jalon_basemap_open_bundled (NULL);

  g_assert_nonnull (basemap);
  g_assert_cmpfloat (jalon_map_get_fit_zoom (basemap, &frame), >=, 5);
  g_assert_cmpfloat (jalon_map_get_fit_zoom (basemap, &frame), <=, 7);
  g_assert_cmpfloat (jalon_map_get_fit_zoom (basemap, &near), >=, 11);
  g_assert_cmpfloat (jalon_map_get_fit_zoom (basemap, &island), >=, 11);
  g_assert_cmpfloat (jalon_map_get_fit_zoom (basemap, &pole), >=, 2);
}

/* Money of several places, a region, a company is on no pin, and stands in the tray. */
static void
test_no_false_point (void)
{
  g_autoptr (JalonDataset) dataset = read_json (
      PLACE ("a", "43", "5") "," PLACE ("b", "44", "6"),
      PROJECT ("one", "\"a\"", ", \"amount\": {\"value\": 5}") ", \"scope\": \"site\"}," PROJECT (
          "two", "\"a\", \"b\"", ", \"amount\": {\"value\": 7000}") ", \"scope\": \"sites\"}," PROJECT (
          "open", "\"b\"", ", \"amount\": {\"value\": 900}") ", \"scope\": \"sites\", \"elsewhere\": true}," PROJECT (
          "firm", "\"b\"", ", \"amount\": {\"value\": 11}") ", \"scope\": \"company\"}");
  g_autoptr (JalonFigures) figures = scene_checks_compute (dataset, JALON_KEY_PLACE);
  g_autoptr (JalonType) type = jalon_type_new (NULL, 1);
  JalonLayoutInput input = { .figures = figures, .language = jalon_language_get ("en"), .type = type };
  JalonMapFrame frame = jalon_map_fit (figures, 780, 450);
  g_autoptr (JalonScene) map = jalon_map_layout (&input, &frame, 780, 450);
  g_autoptr (JalonScene) tray = jalon_tray_layout (&input, 300);
  g_autofree char *dump = jalon_scene_dump (map);

  g_assert_nonnull (jalon_scene_find (map, JALON_TARGET_NONE, "pin/one"));
  g_assert_null (jalon_scene_find (map, JALON_TARGET_NONE, "pin/two"));
  g_assert_null (strstr (dump, "7,000"));
  g_assert_null (strstr (dump, "€900"));
  g_assert_null (jalon_scene_find (tray, JALON_TARGET_PROJECT, "one"));
  g_assert_nonnull (jalon_scene_find (tray, JALON_TARGET_PROJECT, "two"));
  g_assert_nonnull (jalon_scene_find (tray, JALON_TARGET_PROJECT, "open"));
  g_assert_nonnull (jalon_scene_find (tray, JALON_TARGET_PROJECT, "firm"));
  g_assert_cmpint (jalon_scene_find (map, JALON_TARGET_PROJECT, "two")->stroke, ==, jalon_ink_for_kind (JALON_KIND_CLOUD));
}

/* Pins on one spot are one with their number and sum, less what they declare to share; areas are amounts. */
static void
test_merge (void)
{
  g_autoptr (JalonDataset) dataset = read_json (
      PLACE ("a", "43", "5") "," PLACE ("b", "45", "9"),
      PROJECT ("x", "\"a\"", ", \"amount\": {\"value\": 100}") ", \"scope\": \"site\"}," PROJECT (
          "y", "\"a\"", ", \"amount\": {\"value\": 60}") ", \"scope\": \"site\", \"overlaps\": [{\"id\": \"x\", \"at_most\": 20}]},"
      PROJECT ("z", "\"b\"", ", \"amount\": {\"value\": 35, \"qualifier\": \"up-to\"}") ", \"scope\": \"site\"}");
  g_autoptr (JalonFigures) figures = scene_checks_compute (dataset, JALON_KEY_PLACE);
  g_autoptr (JalonType) type = jalon_type_new (NULL, 1);
  JalonLayoutInput input = { .figures = figures, .language = jalon_language_get ("en"), .type = type };
  JalonMapFrame frame = jalon_map_fit (figures, 780, 450);
  g_autoptr (JalonScene) map = jalon_map_layout (&input, &frame, 780, 450);
  const JalonMark *both = jalon_scene_find (map, JALON_TARGET_CLUSTER, "x y");
  const JalonMark *alone = jalon_scene_find (map, JALON_TARGET_NONE, "pin/z");

  g_assert_nonnull (both);
  g_assert_cmpstr (both->members[1], ==, "y");
  g_assert_nonnull (strstr (both->name, "€140"));
  g_assert_cmpfloat (fabs (both->width / alone->width - 2), <, 0.01);
  g_assert_cmpint (alone->fill, ==, JALON_FILL_HATCHED);
  g_assert_true (alone->dashed);
}

/* Thousands don't end in one pin, and none is lost. */
static void
test_many (void)
{
  g_autoptr (JalonDataset) dataset = scene_checks_make_dataset (5000, 4e9, FALSE);
  g_autoptr (JalonFigures) figures = scene_checks_compute (dataset, JALON_KEY_PLACE);
  g_autoptr (JalonType) type = jalon_type_new (NULL, 1);
  JalonLayoutInput input = { .figures = figures, .language = jalon_language_get ("en"), .type = type };
  JalonMapFrame frame = jalon_map_fit (figures, 780, 450);
  g_autoptr (JalonScene) map = jalon_map_layout (&input, &frame, 780, 450);
  guint n_pins = 0, n_members = 0;

  for (guint i = 0; i < jalon_scene_get_n_marks (map); i++)
    {
      const JalonMark *mark = jalon_scene_get_mark (map, i);

      n_pins += mark->target == JALON_TARGET_CLUSTER;
      n_members += mark->members ? g_strv_length (mark->members) : 0;
    }
  g_assert_cmpuint (n_pins, >, 12);
  g_assert_cmpuint (n_members, ==, 5000 / 6 * 2 + 2);
}

static gboolean
says (const JalonScene *scene, const char *words)
{
  for (guint i = 0; i < jalon_scene_get_n_marks (scene); i++)
    if (g_strcmp0 (jalon_scene_get_mark (scene, i)->text, words) == 0)
      return TRUE;
  return FALSE;
}

/* Where nothing is selected map and timeline say so, also to a screen reader; where something is, they don't. */
static void
test_empty (void)
{
  g_autoptr (JalonDataset) bundled = scene_checks_load_bundled (), bare = read_json ("", "");
  g_autoptr (JalonType) type = jalon_type_new (NULL, 1);
  const struct
  {
    JalonDataset *dataset;
    const char *text;
    const char *language;
    const char *words;
  } cases[] = {
    { bundled, "xyzzy", "en", "No project answers all of these filters." },
    { bundled, "xyzzy", "fr", "Aucun projet ne répond à tous ces filtres." },
    { bundled, "evroc", "fr", NULL },
    { bare, "", "en", "There is no project in this file." },
  };

  for (gsize c = 0; c < G_N_ELEMENTS (cases); c++)
    {
      g_autoptr (JalonQuery) query = jalon_query_new ();
      g_autoptr (JalonFigures) figures = NULL;
      JalonLayoutInput input = { .language = jalon_language_get (cases[c].language), .type = type };

      jalon_query_set_text (query, cases[c].text);
      input.figures = figures = jalon_figures_compute (cases[c].dataset, query);
      for (int i = 0; i < 2; i++)
        {
          const JalonMapFrame frame = jalon_map_fit (figures, 900, 500);
          const JalonTimeWindow window = jalon_timeline_get_extent (figures);
          g_autoptr (JalonScene) scene
              = i ? jalon_map_layout (&input, &frame, 900, 500) : jalon_timeline_layout (&input, &window, 900, 160);

          scene_checks_assert_sound (scene, type, i);
          g_assert_cmpint (cases[c].words != NULL && says (scene, cases[c].words), ==, cases[c].words != NULL);
          g_assert_cmpint (says (scene, "Aucun projet ne répond à tous ces filtres."), ==, c == 1);
          if (cases[c].words != NULL)
            g_assert_true (g_str_has_suffix (jalon_scene_get_summary (scene), cases[c].words));
        }
    }
}

/* What lies over the map doesn't lie over the words. */
static void
test_empty_covered (void)
{
  g_autoptr (JalonDataset) dataset = read_json ("", "");
  g_autoptr (JalonFigures) figures = scene_checks_compute (dataset, JALON_KEY_PLACE);
  g_autoptr (JalonType) type = jalon_type_new (NULL, 1);
  g_autoptr (GArray) covered = g_array_new (FALSE, FALSE, sizeof (JalonMapBox));
  const JalonMapBox box = { 250, 150, 360, 400 };
  JalonLayoutInput input
      = { .figures = figures, .language = jalon_language_get ("en"), .type = type, .map_covered = covered };
  const JalonMapFrame frame = jalon_map_fit (figures, 360, 400);
  g_autoptr (JalonScene) scene = NULL;

  g_array_append_val (covered, box);
  scene = jalon_map_layout (&input, &frame, 360, 400);
  g_assert_true (says (scene, "There is no project in this file."));
  for (guint i = 0; i < jalon_scene_get_n_marks (scene); i++)
    g_assert_cmpfloat (jalon_scene_get_mark (scene, i)->y + jalon_scene_get_mark (scene, i)->height, <=, box.top);
}

/* What the tray has no room for are the smallest amounts, and no more than there are. */
static void
test_long_tray (void)
{
  g_autoptr (GString) projects = g_string_new (NULL);
  g_autoptr (JalonDataset) dataset = NULL;
  g_autoptr (JalonFigures) figures = NULL;
  g_autoptr (JalonType) type = jalon_type_new (NULL, 1);
  JalonLayoutInput input = { .language = jalon_language_get ("en"), .type = type };
  JalonPanel *panel;
  guint n_cut, n_shown = 0;

  for (guint i = 1; i <= 30; i++)
    g_string_append_printf (projects, "%s" PROJECT ("p%u", "", ", \"amount\": {\"value\": %u}") ", \"scope\": \"company\"}", i > 1 ? "," : "", i, i, i);
  dataset = read_json ("", projects->str);
  input.figures = figures = scene_checks_compute (dataset, JALON_KEY_PLACE);
  panel = jalon_panel_new (JALON_ROLE_FIGURE, jalon_tray_layout (&input, 300), 0, 0);
  g_assert_nonnull (jalon_scene_find (panel->scene, JALON_TARGET_PROJECT, "p30"));
  g_assert_nonnull (jalon_scene_find (panel->scene, JALON_TARGET_PROJECT, "p19"));
  g_assert_null (jalon_scene_find (panel->scene, JALON_TARGET_PROJECT, "p18"));
  n_cut = jalon_panel_cut (panel, jalon_scene_get_height (panel->scene) / 2);
  for (guint i = 0; i < jalon_scene_get_n_marks (panel->scene); i++)
    {
      const JalonMark *mark = jalon_scene_get_mark (panel->scene, i);

      n_shown += mark->target == JALON_TARGET_PROJECT && jalon_panel_shows (panel, mark);
    }
  g_assert_cmpuint (n_shown, >, 0);
  g_assert_cmpuint (n_shown + n_cut, ==, 30);
  jalon_panel_free (panel);
}

/* An amount in a currency without a rate is told as it was said. */
static void
test_no_rate_tray (void)
{
  g_autoptr (JalonDataset) dataset = read_json (
      "", PROJECT ("one", "", ", \"amount\": {\"value\": 7000, \"currency\": \"GBP\"}") ", \"scope\": \"company\"}");
  g_autoptr (JalonFigures) figures = scene_checks_compute (dataset, JALON_KEY_PLACE);
  g_autoptr (JalonType) type = jalon_type_new (NULL, 1);
  JalonLayoutInput input = { .figures = figures, .language = jalon_language_get ("en"), .type = type };
  g_autoptr (JalonScene) tray = jalon_tray_layout (&input, 300);

  g_assert_cmpstr (jalon_scene_find (tray, JALON_TARGET_PROJECT, "one")->name, ==, "one: £7K, no rate for GBP in the file");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/map/sizes", test_sizes);
  g_test_add_func ("/map/bundled", test_bundled);
  g_test_add_func ("/map/fit", test_fit);
  g_test_add_func ("/map/fit-zoom", test_fit_zoom);
  g_test_add_func ("/map/no-false-point", test_no_false_point);
  g_test_add_func ("/map/long-tray", test_long_tray);
  g_test_add_func ("/map/no-rate-tray", test_no_rate_tray);
  g_test_add_func ("/map/merge", test_merge);
  g_test_add_func ("/map/many", test_many);
  g_test_add_func ("/map/empty", test_empty);
  g_test_add_func ("/map/empty-covered", test_empty_covered);
  return g_test_run ();
}
