/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "files/jalon-reader.h"
#include "scenes/jalon-compare.h"
#include "scenes/jalon-ecosystem-layout.h"
#include "scenes/jalon-layouts.h"
#include "scenes/jalon-mark-name.h"
#include "words/jalon-words.h"

#define MOST 120

/* What a screen reader says of each mark, over all datasets that are at hand, in both languages. */
static const char *const files[] = { "everything.jalon", "japan.jalon", "minimal.jalon", "quebec.jalon", "../../../data/region-sud.jalon" };
static const char *const codes[] = { "fr", "en" };

static JalonDataset *
load (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "good", name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func ((GDestroyNotify) jalon_problem_free);
  JalonDataset *dataset = jalon_reader_read_file (file, problems, NULL, NULL);

  g_assert_nonnull (dataset);
  return dataset;
}

static const JalonAnnouncement *
find_announcement (JalonDataset *dataset, const char *key)
{
  g_auto (GStrv) parts = g_strsplit (key, "/", 2);

  return g_ptr_array_index (jalon_dataset_get_project (dataset, parts[0])->announcements, (guint) atoi (parts[1]));
}

/* An announcement says what was done, how much with its qualifier, and when; only its title may be shortened. */
static void
check_announcement (const JalonMark *mark, JalonDataset *dataset, const JalonLanguage *language)
{
  const JalonAnnouncement *announcement = find_announcement (dataset, mark->key);
  g_autofree char *date = jalon_words_date (language, &announcement->date, JALON_DATE_SHORT);

  g_assert_true (g_str_has_suffix (mark->name, date));
  g_assert_nonnull (strstr (mark->name, jalon_words_act (language, announcement->act)));
  if (announcement->amount != NULL)
    {
      g_autofree char *amount = jalon_words_amount (language, announcement->amount, jalon_dataset_get_currency (dataset),
                                                    JALON_MONEY_COMPACT);

      g_assert_nonnull (strstr (mark->name, amount));
    }
}

static void
check_scene (const JalonScene *scene, JalonDataset *dataset, const JalonLanguage *language)
{
  g_autoptr (GArray) order = jalon_scene_list_named (scene);
  double last = -G_MAXDOUBLE;

  for (guint i = 0; i < order->len; i++)
    {
      const JalonMark *mark = jalon_scene_get_mark (scene, g_array_index (order, guint, i));

      g_assert_cmpint (g_utf8_strlen (mark->name, -1), >, 0);
      g_assert_cmpint (g_utf8_strlen (mark->name, -1), <, MOST);
      g_assert_null (strstr (mark->name, "(null)"));
      g_assert_cmpfloat (mark->order, >=, last);
      last = mark->order;
      if (mark->target == JALON_TARGET_ANNOUNCEMENT)
        check_announcement (mark, dataset, language);
    }
  g_assert_cmpstr (jalon_scene_get_summary (scene), !=, NULL);
}

static void
check_dataset (JalonDataset *dataset, const JalonLanguage *language)
{
  g_autoptr (JalonType) type = jalon_type_new (NULL, 1);
  g_autoptr (JalonQuery) query = jalon_query_new ();
  g_autoptr (JalonFigures) figures = NULL;
  JalonLayoutInput input = { .language = language, .type = type };
  JalonTimeWindow window;
  JalonMapFrame frame;

  for (JalonKey key = 0; key < JALON_N_GROUPINGS; key++)
    {
      g_autoptr (JalonFigures) grouped = NULL;
      g_autoptr (JalonScene) bars = NULL;

      jalon_query_set_group (query, key);
      grouped = jalon_figures_compute (dataset, query);
      input.figures = grouped;
      bars = jalon_bars_layout (&input, 480, 0, TRUE);
      check_scene (bars, dataset, language);
    }
  figures = jalon_figures_compute (dataset, query);
  input.figures = figures;
  window = jalon_timeline_get_extent (figures);
  frame = jalon_map_fit (figures, 900, 600);
  {
    const JalonCompareSide sides[2] = { { "A", figures }, { "B", figures } };
    g_autoptr (JalonEcosystem) ecosystem = jalon_ecosystem_new (figures, query);
    g_autoptr (JalonScene) timeline = jalon_timeline_layout (&input, &window, 1800, 420);
    g_autoptr (JalonScene) map = jalon_map_layout (&input, &frame, 900, 600);
    g_autoptr (JalonScene) compare = jalon_compare_layout (&input, sides, 900);
    g_autoptr (JalonScene) tray = jalon_tray_layout (&input, 300);
    g_autoptr (JalonScene) headline = jalon_headline_layout (&input, 460);
    g_autoptr (JalonScene) indicators = jalon_indicators_layout (&input, ecosystem, 900);
    g_autoptr (JalonScene) organisations = jalon_organisations_layout (&input, ecosystem, 900);

    check_scene (timeline, dataset, language);
    check_scene (map, dataset, language);
    check_scene (tray, dataset, language);
    check_scene (headline, dataset, language);
    check_scene (compare, dataset, language);
    check_scene (indicators, dataset, language);
    check_scene (organisations, dataset, language);
  }
}

static void
test_names (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    for (guint j = 0; j < G_N_ELEMENTS (codes); j++)
      {
        g_autoptr (JalonDataset) dataset = load (files[i]);

        check_dataset (dataset, jalon_language_get (codes[j]));
      }
}

/* The pins of the bundled data say who, what, how much, where and when. */
static void
test_whole (void)
{
  g_autoptr (JalonDataset) dataset = load ("../../../data/region-sud.jalon");
  g_autoptr (JalonType) type = jalon_type_new (NULL, 1);
  g_autoptr (JalonQuery) query = jalon_query_new ();
  g_autoptr (JalonFigures) figures = jalon_figures_compute (dataset, query);
  const JalonLayoutInput input = { .figures = figures, .language = jalon_language_get ("en"), .type = type };
  const JalonMapFrame frame = { 43.6, 6.9, 11 };
  g_autoptr (JalonScene) map = jalon_map_layout (&input, &frame, 900, 600);
  const JalonMark *pin = jalon_scene_find (map, JALON_TARGET_PROJECT, "evroc-mougins");

  g_assert_nonnull (pin);
  g_assert_cmpstr (pin->name, ==, "evroc – Mougins AI factory: up to €4B, Feb 10, 2025");
}

static void
check_site (const JalonScene *map, const char *id, const char *name)
{
  const JalonMark *site = jalon_scene_find (map, JALON_TARGET_PROJECT, id);

  g_assert_nonnull (site);
  g_assert_cmpstr (site->name, ==, name);
}

/* The ring of a project with several places says whose it is, and where these are. */
static void
test_sites (void)
{
  g_autoptr (JalonDataset) dataset = load ("../../../data/region-sud.jalon");
  g_autoptr (JalonType) type = jalon_type_new (NULL, 1);
  g_autoptr (JalonQuery) query = jalon_query_new ();
  g_autoptr (JalonFigures) figures = jalon_figures_compute (dataset, query);
  JalonLayoutInput input = { .figures = figures, .language = jalon_language_get ("en"), .type = type };
  const JalonMapFrame frame = { 46, 4, 6 };
  g_autoptr (JalonScene) map = jalon_map_layout (&input, &frame, 900, 900), french = NULL;

  check_site (map, "rte-fos", "RTE – 400,000-volt line to Fos-sur-Mer: one of its places, without an amount of its own");
  check_site (map, "isere-core42",
              "Oréus, Core42 and DataOne – Isère supercomputers: one of its places, without an amount of its own, Eybens and 1 other");
  check_site (map, "dr-2-3bn",
              "Digital Realty – €2.3bn for Marseille and Dugny: one of its places, without an amount of its own, Marseille, Dugny");
  input.language = jalon_language_get ("fr");
  french = jalon_map_layout (&input, &frame, 900, 900);
  check_site (french, "oreus-campus",
              "Oréus – campus IA de Marseille et d’Aix : l’un de ses lieux, sans montant propre, Marseille, Aix-en-Provence");
}

/* What is written from right to left is isolated to its end wherever it is cut, and parted from what a name adds. */
static void
test_right_to_left (void)
{
  g_autoptr (GString) text = g_string_new (
      "{\"format\":\"jalon\",\"version\":1,\"title\":\"T\",\"organisations\":[{\"id\":\"o\",\"name\":\"شركة — فرع\"}],\"places\":["
      "{\"id\":\"x\",\"name\":\"مرسيليا (ميناء)\",\"lat\":43.3,\"lon\":5.4,\"precision\":\"commune\"},"
      "{\"id\":\"y\",\"name\":\"תל אביב – יפו\",\"lat\":32,\"lon\":34.8,\"precision\":\"area\"}],\"projects\":[");
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (JalonDataset) dataset = NULL;
  g_autoptr (JalonQuery) query = jalon_query_new ();
  g_autoptr (JalonFigures) figures = NULL;
  const JalonMapFrame frame = { 40, 20, 3 };
  g_autoptr (JalonType) type = jalon_type_new (NULL, 1);
  g_autoptr (JalonScene) map = NULL;
  JalonLayoutInput input = { .language = jalon_language_get ("en"), .type = type };

  for (guint i = 0; i < 4; i++)
    g_string_append_printf (text, "%s{\"id\":\"p%u\",\"title\":\"%s\",\"kind\":\"cloud\",\"scope\":\"sites\",\"by\":[\"o\"],\"at\":[%s],"
                            "\"announcements\":[{\"date\":\"2025\",\"act\":\"announces\",\"amount\":{\"value\":5}}]}", i > 0 ? "," : "", i,
                            i % 2 ? "שם של פרויקט ארוך מאוד שאין לו סוף ואין לו התחלה והוא ממשיך עוד ועוד ועוד ועוד עד שנגמר המקום בשורה הזאת לגמרי" : "AI",
                            i < 2 ? "\"x\"" : "\"x\",\"y\"");
  g_string_append (text, "]}");
  bytes = g_bytes_new (text->str, text->len);
  dataset = jalon_reader_read_bytes (bytes, NULL, NULL);
  input.figures = figures = jalon_figures_compute (dataset, query);
  map = jalon_map_layout (&input, &frame, 900, 600);
  check_scene (map, dataset, input.language);
  for (guint i = 0; i < 4; i++)
    {
      const JalonProject *project = g_ptr_array_index (jalon_dataset_get_projects (dataset), i);
      g_autofree char *name = jalon_layout_name_project (input.language, dataset, project, "up to €5", NULL);
      int depth = 0;

      for (const char *c = name; *c != '\0'; c = g_utf8_next_char (c))
        {
          depth += (g_utf8_get_char (c) == 0x2068) - (g_utf8_get_char (c) == 0x2069);
          g_assert_true (depth == 0 || depth == 1);
        }
      g_assert_cmpint (depth, ==, 0);
      if (i == 2)
        g_assert_cmpstr (name, ==, "\u2068شركة\u2069 – AI: up to €5, \u2068مرسيليا\u2069, \u2068תל אביב\u2069");
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/mark-names/all", test_names);
  g_test_add_func ("/mark-names/whole", test_whole);
  g_test_add_func ("/mark-names/sites", test_sites);
  g_test_add_func ("/mark-names/right-to-left", test_right_to_left);
  return g_test_run ();
}
