/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>
#include <string.h>

#include "files/jalon-reader.h"
#include "scene-checks.h"
#include "scenes/jalon-layout-private.h"

static JalonScene *
lay_out (JalonFigures *figures, const char *language, JalonType *type, double width, double height, gboolean logarithmic, gboolean rtl)
{
  JalonLayoutInput input = { .figures = figures, .language = jalon_language_get (language), .type = type, .rtl = rtl };

  return jalon_bars_layout (&input, width, height, logarithmic);
}

/* A label may be shortened, an amount never. */
static void
assert_amounts_whole (const JalonScene *scene)
{
  for (guint i = 0; i < jalon_scene_get_n_marks (scene); i++)
    {
      const JalonMark *mark = jalon_scene_get_mark (scene, i);

      if (mark->text && mark->style != JALON_STYLE_LABEL_STRONG)
        g_assert_null (strstr (mark->text, "…"));
    }
}

static void
check_sizes (JalonDataset *dataset, JalonKey group, double text_scale, gboolean amounts_whole)
{
  static const double widths[] = { -10, 0, 120, 328, 438, 900, 3000 };
  static const char *const languages[] = { "fr", "en" };
  g_autoptr (JalonFigures) figures = scene_checks_compute (dataset, group);
  g_autoptr (JalonType) type = jalon_type_new (NULL, text_scale);

  for (gsize w = 0; w < G_N_ELEMENTS (widths); w++)
    for (int i = 0; i < 8; i++)
      {
        g_autoptr (JalonScene) scene = lay_out (figures, languages[i % 2], type, widths[w], 300, i / 2 % 2, i / 4);

        scene_checks_assert_sound (scene, type, FALSE);
        if (amounts_whole)
          assert_amounts_whole (scene);
        g_assert_cmpfloat (jalon_scene_get_width (scene), >=, MAX (floor (widths[w]), 0));
        g_assert_nonnull (jalon_scene_find (scene, JALON_TARGET_TOTAL, "total"));
      }
}

static void
test_sizes (void)
{
  static const guint counts[] = { 0, 1, 17, 5000 };

  for (gsize i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      g_autoptr (JalonDataset) dataset = scene_checks_make_dataset (counts[i], 4e9, FALSE);

      check_sizes (dataset, JALON_KEY_PLACE, 1, TRUE);
      if (counts[i] <= 17)
        check_sizes (dataset, JALON_KEY_KIND, 2, TRUE);
    }
}

/* What the rows need at least is enough: room that isn't there is never given to the gaps between them. */
static void
test_least_height (void)
{
  static const double widths[] = { 314, 324, 400, 500, 900 };
  static const double more[] = { 0, 7, 60, 400 };
  g_autoptr (JalonDataset) dataset = scene_checks_load_bundled ();
  g_autoptr (JalonType) type = jalon_type_new (NULL, 1);

  for (JalonKey key = 0; key < JALON_N_GROUPINGS; key++)
    for (gsize i = 0; i < G_N_ELEMENTS (widths); i++)
      {
        g_autoptr (JalonFigures) figures = scene_checks_compute (dataset, key);
        g_autoptr (JalonScene) least = lay_out (figures, "fr", type, widths[i], 0, TRUE, FALSE);

        for (gsize j = 0; j < G_N_ELEMENTS (more); j++)
          {
            double height = jalon_scene_get_height (least) + more[j];
            g_autoptr (JalonScene) scene = lay_out (figures, "fr", type, widths[i], height, TRUE, FALSE);

            g_assert_cmpfloat (jalon_scene_get_height (scene), ==, height);
          }
      }
}

/* As low as it may be, the sum line is there; the rest adds up to what it stands for; asked for, all rows are there. */
static void
test_fit (void)
{
  g_autoptr (JalonDataset) dataset = scene_checks_load_bundled ();
  g_autoptr (JalonFigures) figures = scene_checks_compute (dataset, JALON_KEY_PLACE);
  g_autoptr (JalonType) type = jalon_type_new (NULL, 1);
  JalonLayoutInput input = { .figures = figures, .language = jalon_language_get ("fr"), .type = type };
  g_autoptr (JalonScene) least = jalon_bars_layout (&input, 460, 1, TRUE);
  g_autoptr (JalonScene) whole = jalon_bars_layout (&input, 460, 0, TRUE);
  double low = jalon_scene_get_height (least), high = jalon_scene_get_height (whole);
  guint last = 0;

  g_assert_cmpfloat (low, <, high / 2);
  g_assert_cmpfloat (high, >, 400);
  g_assert_null (jalon_scene_find (whole, JALON_TARGET_MORE, "rest"));
  for (double height = low; height < high; height += 25)
    {
      g_autoptr (JalonScene) scene = jalon_bars_layout (&input, 460, height, TRUE);
      guint n = 0;

      g_assert_cmpfloat (jalon_scene_get_height (scene), ==, height);
      g_assert_nonnull (jalon_scene_find (scene, JALON_TARGET_TOTAL, "total"));
      for (guint i = 0; i < jalon_scene_get_n_marks (scene); i++)
        n += jalon_scene_get_mark (scene, i)->target == JALON_TARGET_GROUP;
      g_assert_cmpuint (n, >=, last);
      g_assert_true ((n < jalon_figures_get_n_groups (figures)) == (jalon_scene_find (scene, JALON_TARGET_MORE, "rest") != NULL));
      last = n;
    }
  input.all_rows = TRUE;
  g_clear_pointer (&least, jalon_scene_unref);
  least = jalon_bars_layout (&input, 460, low, TRUE);
  g_assert_nonnull (jalon_scene_find (least, JALON_TARGET_MORE, "fewer"));
  g_assert_cmpfloat (jalon_scene_get_height (least), >, high);
}

/* A name too long for its line loses what it adds to its beginning, not where another has the same beginning. */
static void
test_short_names (void)
{
  g_autoptr (JalonType) type = jalon_type_new (NULL, 1);
  g_autofree char *dash = jalon_layout_shorten (type, JALON_STYLE_LABEL_STRONG, "Somewhere – a place, a gate", 120);
  g_autofree char *both = jalon_layout_shorten (type, JALON_STYLE_LABEL_STRONG, "Any (where, else), a gate", 160);
  g_autofree char *none = jalon_layout_shorten (type, JALON_STYLE_LABEL_STRONG, "Somewhere else than there", 100);

  g_assert_cmpstr (dash, ==, "Somewhere");
  g_assert_cmpstr (both, ==, "Any (where, else)");
  g_assert_null (none);
}

static void
test_bundled (void)
{
  g_autoptr (JalonDataset) dataset = scene_checks_load_bundled ();

  for (JalonKey key = 0; key < JALON_N_GROUPINGS; key++)
    check_sizes (dataset, key, 1, TRUE);
  check_sizes (dataset, JALON_KEY_ORGANISATION, 2, TRUE);
}

/* Amounts of three hundred digits may be shortened, their tooltips say them. */
static void
test_huge (void)
{
  g_autoptr (JalonDataset) huge = scene_checks_make_dataset (20, 1e300, TRUE);

  check_sizes (huge, JALON_KEY_ORGANISATION, 1, FALSE);
}

static JalonDataset *
read_json (const char *projects)
{
  g_autofree char *json = g_strdup_printf (
      "{\"format\": \"jalon\", \"version\": 1, \"title\": \"T\", \"places\": ["
      "{\"id\": \"a\", \"name\": \"Ay\", \"lat\": 1, \"lon\": 1, \"precision\": \"site\"},"
      "{\"id\": \"b\", \"name\": \"Bee\", \"lat\": 2, \"lon\": 2, \"precision\": \"site\"}], \"projects\": [%s]}",
      projects);
  g_autoptr (GBytes) bytes = g_bytes_new (json, strlen (json));

  return jalon_reader_read_bytes (bytes, NULL, NULL);
}

#define PROJECT(id, place, kind, amount)                                                                                       \
  "{\"id\": \"" id "\", \"title\": \"" id "\", \"kind\": \"" kind "\", \"scope\": \"site\", \"at\": [\"" place "\"], "        \
  "\"announcements\": [{\"date\": \"2025\", \"act\": \"announces\"" amount "}]}"

static const JalonMark *
find_part (const JalonScene *scene, const char *key)
{
  const JalonMark *mark = jalon_scene_find (scene, JALON_TARGET_NONE, key);

  return mark;
}

/* Solid up to what is firm, hatched from there to the ceiling, in the colour of the kind that brings money; hollow without. */
static void
test_look (void)
{
  g_autoptr (JalonDataset) dataset = read_json (PROJECT ("x", "a", "cloud", ", \"amount\": {\"min\": 100, \"max\": 400}") "," PROJECT (
      "y", "a", "network", "") "," PROJECT ("z", "b", "research", ""));
  g_autoptr (JalonFigures) figures = scene_checks_compute (dataset, JALON_KEY_PLACE);
  g_autoptr (JalonType) type = jalon_type_new (NULL, 1);
  g_autoptr (JalonScene) scene = lay_out (figures, "en", type, 600, 300, FALSE, FALSE);
  const JalonMark *firm = find_part (scene, "a/firm"), *ceiling = find_part (scene, "a/ceiling"), *disc = find_part (scene, "b/disc");
  const JalonMark *row = jalon_scene_find (scene, JALON_TARGET_GROUP, "a");

  g_assert_cmpint (firm->fill, ==, JALON_FILL_SOLID);
  g_assert_cmpint (firm->ink, ==, jalon_ink_for_kind (JALON_KIND_CLOUD));
  g_assert_cmpint (ceiling->fill, ==, JALON_FILL_HATCHED);
  g_assert_true (ceiling->dashed);
  g_assert_cmpfloat (fabs (firm->x + firm->width - ceiling->x), <, 0.01);
  g_assert_cmpfloat (fabs (ceiling->width - 3 * firm->width), <, 0.01);
  g_assert_cmpint (disc->fill, ==, JALON_FILL_NONE);
  g_assert_null (find_part (scene, "b/firm"));
  g_assert_cmpstr (row->name, ==, "Ay: €100 firm, up to €400 ·\u00a01\u00a0undisclosed, 2 projects");
  g_assert_true (jalon_scene_pick (scene, 590, row->y + 5) == row);
  g_assert_nonnull (strstr (jalon_scene_find (scene, JALON_TARGET_GROUP, "b")->name, "undisclosed"));
}

/* The sum line says what the headline says. */
static void
test_total (void)
{
  g_autoptr (JalonDataset) dataset = scene_checks_load_bundled ();
  g_autoptr (JalonFigures) figures = scene_checks_compute (dataset, JALON_KEY_PLACE);
  g_autoptr (JalonType) type = jalon_type_new (NULL, 1);
  JalonLayoutInput input = { .figures = figures, .language = jalon_language_get ("fr"), .type = type };
  JalonSum total = jalon_figures_get_total (figures);
  g_autofree char *sum = jalon_words_sum (input.language, &total, "EUR", JALON_MONEY_COMPACT);
  g_autoptr (JalonScene) bars = jalon_bars_layout (&input, 600, 400, TRUE);
  g_autoptr (JalonScene) headline = jalon_headline_layout (&input, 400);

  g_assert_nonnull (strstr (jalon_scene_find (bars, JALON_TARGET_TOTAL, "total")->name, sum));
  g_assert_nonnull (strstr (jalon_scene_find (headline, JALON_TARGET_TOTAL, "total")->name, sum));
}

static void
test_headline (void)
{
  static const double widths[] = { -5, 90, 328, 468, 2000 };
  static const guint counts[] = { 0, 1, 300 };

  for (gsize i = 0; i < G_N_ELEMENTS (counts); i++)
    for (double text_scale = 1; text_scale <= 2; text_scale++)
      {
        g_autoptr (JalonDataset) dataset = scene_checks_make_dataset (counts[i], 4e9, FALSE);
        g_autoptr (JalonFigures) figures = scene_checks_compute (dataset, JALON_KEY_PLACE);
        g_autoptr (JalonType) type = jalon_type_new (NULL, text_scale);

        for (gsize w = 0; w < G_N_ELEMENTS (widths); w++)
          for (int j = 0; j < 4; j++)
            {
              JalonLayoutInput input
                  = { .figures = figures, .language = jalon_language_get (j % 2 ? "fr" : "en"), .type = type, .rtl = j / 2 };
              g_autoptr (JalonScene) scene = jalon_headline_layout (&input, widths[w]);

              scene_checks_assert_sound (scene, type, FALSE);
              assert_amounts_whole (scene);
            }
      }
}

static char *
list_keys (JalonFigures *figures, JalonBarsOrder order, const char *language, double height)
{
  g_autoptr (JalonType) type = jalon_type_new (NULL, 1);
  JalonLayoutInput input = { .figures = figures, .language = jalon_language_get (language), .type = type, .order = order };
  g_autoptr (JalonScene) scene = jalon_bars_layout (&input, 460, height, TRUE);
  GString *keys = g_string_new (NULL);

  for (guint i = 0; i < jalon_scene_get_n_marks (scene); i++)
    {
      const JalonMark *mark = jalon_scene_get_mark (scene, i);

      if (mark->target == JALON_TARGET_GROUP || mark->target == JALON_TARGET_MORE)
        g_string_append_printf (keys, "%s%s", keys->len > 0 ? " " : "", mark->key);
    }
  return g_string_free (keys, FALSE);
}

static void
assert_order (JalonFigures *figures, JalonBarsOrder order, const char *language, const char *expected)
{
  g_autofree char *keys = list_keys (figures, order, language, 0);

  g_assert_cmpstr (keys, ==, expected);
}

static const char sorted[]
    = "{\"format\": \"jalon\", \"version\": 1, \"title\": \"T\","
      "\"organisations\": [{\"id\": \"z\", \"name\": \"Zeta\"}, {\"id\": \"e\", \"name\": \"Élan\"},"
      " {\"id\": \"o\", \"name\": {\"fr\": \"Œuvre\", \"en\": \"Work\"}}, {\"id\": \"f\", \"name\": \"Fin\"}],"
      "\"projects\": ["
      "{\"id\": \"1\", \"title\": \"1\", \"kind\": \"cloud\", \"scope\": \"company\", \"by\": [\"z\"],"
      " \"announcements\": [{\"date\": \"2025-03\", \"act\": \"announces\", \"amount\": {\"value\": 9}}]},"
      "{\"id\": \"2\", \"title\": \"2\", \"kind\": \"cloud\", \"scope\": \"company\", \"by\": [\"e\"],"
      " \"announcements\": [{\"date\": \"2024-03\", \"act\": \"announces\", \"amount\": {\"value\": 3}}]},"
      "{\"id\": \"3\", \"title\": \"3\", \"kind\": \"cloud\", \"scope\": \"company\", \"by\": [\"e\"],"
      " \"announcements\": [{\"date\": \"2023-02\", \"act\": \"announces\"}]},"
      "{\"id\": \"4\", \"title\": \"4\", \"kind\": \"cloud\", \"scope\": \"company\", \"by\": [\"o\"],"
      " \"announcements\": [{\"date\": \"2026-02\", \"act\": \"announces\", \"amount\": {\"value\": 4}}]},"
      "{\"id\": \"5\", \"title\": \"5\", \"kind\": \"cloud\", \"scope\": \"company\", \"by\": [\"z\", \"f\"],"
      " \"announcements\": [{\"date\": \"2025\", \"act\": \"announces\", \"amount\": {\"value\": 7}}]},"
      "{\"id\": \"6\", \"title\": \"6\", \"kind\": \"cloud\", \"scope\": \"company\", \"by\": [\"f\"],"
      " \"announcements\": [{\"date\": \"2025-02\", \"act\": \"announces\", \"amount\": {\"value\": 5}}]}]}";

/* By amount, by name as the language has it, by number; spans of time by date unless otherwise asked; the rest last. */
static void
test_order (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (sorted, sizeof sorted - 1);
  g_autoptr (JalonDataset) dataset = jalon_reader_read_bytes (bytes, NULL, NULL);
  g_autoptr (JalonFigures) firms = scene_checks_compute (dataset, JALON_KEY_ORGANISATION);
  g_autoptr (JalonFigures) months = scene_checks_compute (dataset, JALON_KEY_MONTH);
  g_autofree char *few = NULL;

  assert_order (firms, JALON_BARS_AUTOMATIC, "fr", "z several f o e");
  assert_order (firms, JALON_BARS_BY_AMOUNT, "fr", "z several f o e");
  assert_order (firms, JALON_BARS_BY_NAME, "fr", "e f o z several");
  assert_order (firms, JALON_BARS_BY_NAME, "en", "e f o z several");
  assert_order (firms, JALON_BARS_BY_PROJECTS, "en", "e z several f o");
  assert_order (months, JALON_BARS_AUTOMATIC, "fr", "2023-02 2024-03 2025-02 2025-03 2026-02 none");
  assert_order (months, JALON_BARS_BY_AMOUNT, "fr", "2025-03 none 2025-02 2026-02 2024-03 2023-02");
  few = list_keys (months, JALON_BARS_AUTOMATIC, "fr", 1);
  g_assert_cmpstr (few, ==, "2025-02 2025-03 none rest");
}

/* The first mark with a key that is a text, or isn't. */
static const JalonMark *
find_words (const JalonScene *scene, const char *key)
{
  for (guint i = 0; i < jalon_scene_get_n_marks (scene); i++)
    {
      const JalonMark *mark = jalon_scene_get_mark (scene, i);

      if (mark->shape == JALON_SHAPE_TEXT && g_strcmp0 (mark->key, key) == 0)
        return mark;
    }
  return NULL;
}

/* While a bar goes to another row its words go with it. */
static void
test_motion (void)
{
  g_autoptr (JalonDataset) before = read_json (PROJECT ("x", "a", "cloud", ", \"amount\": {\"value\": 100}") "," PROJECT (
      "y", "b", "cloud", ", \"amount\": {\"value\": 50}"));
  g_autoptr (JalonDataset) after = read_json (PROJECT ("x", "a", "cloud", ", \"amount\": {\"value\": 100}") "," PROJECT (
      "y", "b", "cloud", ", \"amount\": {\"value\": 400}"));
  g_autoptr (JalonFigures) old_figures = scene_checks_compute (before, JALON_KEY_PLACE);
  g_autoptr (JalonFigures) new_figures = scene_checks_compute (after, JALON_KEY_PLACE);
  g_autoptr (JalonType) type = jalon_type_new (NULL, 1);
  g_autoptr (JalonScene) from = lay_out (old_figures, "en", type, 600, 300, FALSE, FALSE);
  g_autoptr (JalonScene) to = lay_out (new_figures, "en", type, 600, 300, FALSE, FALSE);
  g_autoptr (JalonScene) between = jalon_scene_interpolate (from, to, 0.25);
  const char *const keys[] = { "a", "b" };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_autofree char *bar_key = g_strdup_printf ("%s/firm", keys[i]), *words_key = g_strdup_printf ("%s/words", keys[i]);
      const JalonMark *bar = find_part (between, bar_key), *words = find_words (between, words_key);

      g_assert_cmpfloat (fabs (find_part (from, bar_key)->y - find_part (to, bar_key)->y), >, 10);
      g_assert_cmpfloat_with_epsilon (bar->y + bar->height / 2, words->y + words->height / 2, 1.5);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/bars/sizes", test_sizes);
  g_test_add_func ("/bars/least-height", test_least_height);
  g_test_add_func ("/bars/fit", test_fit);
  g_test_add_func ("/bars/short-names", test_short_names);
  g_test_add_func ("/bars/bundled", test_bundled);
  g_test_add_func ("/bars/huge", test_huge);
  g_test_add_func ("/bars/look", test_look);
  g_test_add_func ("/bars/total", test_total);
  g_test_add_func ("/bars/headline", test_headline);
  g_test_add_func ("/bars/order", test_order);
  g_test_add_func ("/bars/motion", test_motion);
  return g_test_run ();
}
