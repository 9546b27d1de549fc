/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "scene-checks.h"
#include "scenes/jalon-ecosystem-layout.h"
#include "scenes/jalon-map-ecosystem.h"

typedef JalonScene *(*Layout) (const JalonLayoutInput *input, const JalonEcosystem *ecosystem, double width);

static JalonScene *
lay_out (Layout layout, JalonDataset *dataset, JalonQuery *query, const char *language, JalonType *type, double width, gboolean rtl)
{
  g_autoptr (JalonFigures) figures = jalon_figures_compute (dataset, query);
  g_autoptr (JalonEcosystem) ecosystem = jalon_ecosystem_new (figures, query);
  const JalonLayoutInput input = { .figures = figures, .language = jalon_language_get (language), .type = type, .rtl = rtl };

  return layout (&input, ecosystem, width);
}

static gboolean
has_text (const JalonScene *scene, const char *text)
{
  for (guint i = 0; i < jalon_scene_get_n_marks (scene); i++)
    if (g_strcmp0 (jalon_scene_get_mark (scene, i)->text, text) == 0)
      return TRUE;
  return FALSE;
}

/* Nothing is cut, nothing lies on another, every target says what it is, at every width. */
static void
test_sizes (void)
{
  static const double widths[] = { -1, 120, 328, 700, 1400, 4000 };
  g_autoptr (JalonDataset) dataset = scene_checks_load_bundled ();
  g_autoptr (JalonDataset) empty = scene_checks_make_dataset (0, 1, FALSE);

  for (gsize i = 0; i < G_N_ELEMENTS (widths); i++)
    for (int n = 0; n < 8; n++)
      {
        g_autoptr (JalonType) type = jalon_type_new (NULL, n & 2 ? 2 : 1);
        g_autoptr (JalonQuery) query = jalon_query_new ();
        Layout layout = n & 1 ? jalon_indicators_layout : jalon_organisations_layout;
        g_autoptr (JalonScene) scene = lay_out (layout, dataset, query, n & 1 ? "fr" : "en", type, widths[i], n & 4);
        g_autoptr (JalonScene) nothing = lay_out (layout, empty, query, "fr", type, widths[i], n & 4);

        scene_checks_assert_sound (scene, type, FALSE);
        scene_checks_assert_sound (nothing, type, FALSE);
      }
}

/* A series shows each of its values with its date, as a dot and in words, and who says so. */
static void
test_series (void)
{
  g_autoptr (JalonDataset) dataset = scene_checks_load_bundled ();
  g_autoptr (JalonType) type = jalon_type_new (NULL, 1);
  g_autoptr (JalonQuery) query = jalon_query_new ();
  g_autoptr (JalonScene) scene = lay_out (jalon_indicators_layout, dataset, query, "en", type, 900, FALSE);
  const JalonMark *first = jalon_scene_find (scene, JALON_TARGET_INDICATOR, "countries-reached/0");
  const JalonMark *second = jalon_scene_find (scene, JALON_TARGET_INDICATOR, "countries-reached/1");

  g_assert_cmpstr (first->name, ==, "Countries reached by Marseille’s cables: 43\u00a0countries · Jan 20, 2022");
  g_assert_cmpfloat (first->x, <, second->x);
  g_assert_cmpfloat (first->y, >, second->y); /* 57 above 43 */
  g_assert_true (has_text (scene, "57\u00a0countries"));
  g_assert_true (has_text (scene, "43\u00a0countries · Jan 20, 2022"));
  g_assert_nonnull (jalon_scene_find (scene, JALON_TARGET_SOURCE, "countries-reached/0/risingsud-2022"));
  g_assert_nonnull (jalon_scene_find (scene, JALON_TARGET_INDICATOR, "countries-reached"));
}

/* Search, place and date of the query hold here as for the projects. */
static void
test_filters (void)
{
  g_autoptr (JalonDataset) dataset = scene_checks_load_bundled ();
  g_autoptr (JalonType) type = jalon_type_new (NULL, 1);
  g_autoptr (JalonQuery) query = jalon_query_new ();
  JalonDate date;

  jalon_query_toggle_value (query, JALON_KEY_PLACE, "marseille");
  {
    g_autoptr (JalonScene) scene = lay_out (jalon_indicators_layout, dataset, query, "fr", type, 900, FALSE);
    g_autoptr (JalonScene) who = lay_out (jalon_organisations_layout, dataset, query, "fr", type, 900, FALSE);

    g_assert_nonnull (jalon_scene_find (scene, JALON_TARGET_INDICATOR, "hub-rank"));
    g_assert_null (jalon_scene_find (scene, JALON_TARGET_INDICATOR, "startups-and-smes"));
    g_assert_nonnull (jalon_scene_find (who, JALON_TARGET_ORGANISATION, "risingsud"));
    g_assert_null (jalon_scene_find (who, JALON_TARGET_ORGANISATION, "eurecom"));
  }
  jalon_query_clear_filters (query);
  jalon_query_set_text (query, "cable");
  g_assert_true (jalon_date_parse ("2023-06-30", &date));
  jalon_query_set_as_of (query, &date);
  {
    g_autoptr (JalonScene) scene = lay_out (jalon_indicators_layout, dataset, query, "fr", type, 900, FALSE);

    g_assert_null (jalon_scene_find (scene, JALON_TARGET_INDICATOR, "hub-rank"));
    g_assert_nonnull (jalon_scene_find (scene, JALON_TARGET_INDICATOR, "countries-reached"));
    g_assert_null (jalon_scene_find (scene, JALON_TARGET_INDICATOR, "countries-reached/1")); /* of 2025 */
    g_assert_true (has_text (scene, "43\u00a0pays"));
  }
}

/* On the map: a square a place, kept off the pins, that says what is there. */
static void
test_map (void)
{
  g_autoptr (JalonDataset) dataset = scene_checks_load_bundled ();
  g_autoptr (JalonType) type = jalon_type_new (NULL, 1);
  g_autoptr (JalonQuery) query = jalon_query_new ();
  g_autoptr (JalonFigures) figures = jalon_figures_compute (dataset, query);
  g_autoptr (JalonEcosystem) ecosystem = jalon_ecosystem_new (figures, query);
  const JalonLayoutInput input = { .figures = figures, .language = jalon_language_get ("en"), .type = type };
  JalonMapFrame frame = jalon_map_fit (figures, 800, 600);
  g_autoptr (JalonScene) map = jalon_map_layout (&input, &frame, 800, 600);
  const JalonMark *square;

  g_assert_null (jalon_scene_find (map, JALON_TARGET_PLACE, "sophia-antipolis"));
  jalon_map_add_ecosystem (map, &input, ecosystem, &frame);
  square = jalon_scene_find (map, JALON_TARGET_PLACE, "sophia-antipolis");
  g_assert_cmpint (square->shape, ==, JALON_SHAPE_RECT);
  g_assert_cmpint (square->ink, ==, JALON_INK_MIXED);
  g_assert_true (g_str_has_prefix (square->name, "Sophia-Antipolis: 3 figures of the ecosystem, "));
  for (guint i = 0; i < jalon_scene_get_n_marks (map); i++)
    {
      const JalonMark *mark = jalon_scene_get_mark (map, i);

      if (mark->shape == JALON_SHAPE_DISC && (mark->target == JALON_TARGET_PROJECT || mark->target == JALON_TARGET_CLUSTER))
        g_assert_true (mark != jalon_scene_pick (map, square->x + square->width / 2, square->y + square->height / 2));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ecosystem/sizes", test_sizes);
  g_test_add_func ("/ecosystem/series", test_series);
  g_test_add_func ("/ecosystem/filters", test_filters);
  g_test_add_func ("/ecosystem/map", test_map);
  return g_test_run ();
}
