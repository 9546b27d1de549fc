/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>
#include <string.h>

#include "files/jalon-reader.h"
#include "scene-checks.h"
#include "scenes/jalon-compare.h"
#include "words/jalon-words.h"

/* x and y share a project, which they name both; a project at y is part of one at x; one at z may share money with it. */
static const char *const dataset_json =
    "{\"format\": \"jalon\", \"version\": 1, \"title\": \"T\", \"currency\": \"EUR\","
    " \"places\": [{\"id\": \"x\", \"name\": \"Xanten\", \"lat\": 51, \"lon\": 6, \"precision\": \"commune\"},"
    "  {\"id\": \"y\", \"name\": \"Ypern\", \"lat\": 50, \"lon\": 3, \"precision\": \"commune\"},"
    "  {\"id\": \"z\", \"name\": \"Zwolle\", \"lat\": 52, \"lon\": 6, \"precision\": \"commune\"},"
    "  {\"id\": \"v\", \"name\": \"Verden\", \"lat\": 53, \"lon\": 9, \"precision\": \"commune\"},"
    "  {\"id\": \"w\", \"name\": \"Worms\", \"lat\": 49, \"lon\": 8, \"precision\": \"commune\"}],"
    " \"projects\": ["
    "  {\"id\": \"big\", \"title\": \"Big\", \"kind\": \"cloud\", \"scope\": \"site\", \"at\": [\"x\"],"
    "   \"announcements\": [{\"date\": \"2024\", \"act\": \"announces\", \"amount\": {\"value\": 4000000, \"qualifier\": \"up-to\"}}]},"
    "  {\"id\": \"two\", \"title\": \"Two\", \"kind\": \"cloud\", \"scope\": \"sites\", \"at\": [\"x\", \"y\"],"
    "   \"announcements\": [{\"date\": \"2024\", \"act\": \"announces\", \"amount\": {\"value\": 8000000}}]},"
    "  {\"id\": \"part\", \"title\": \"Part\", \"kind\": \"research\", \"scope\": \"site\", \"at\": [\"y\"], \"part_of\": \"big\","
    "   \"announcements\": [{\"date\": \"2024\", \"act\": \"announces\", \"amount\": {\"value\": 1000000}}]},"
    "  {\"id\": \"over\", \"title\": \"Over\", \"kind\": \"research\", \"scope\": \"site\", \"at\": [\"z\"], \"overlaps\": [\"big\"],"
    "   \"announcements\": [{\"date\": \"2024\", \"act\": \"announces\", \"amount\": {\"value\": 2000000}}]},"
    "  {\"id\": \"far\", \"title\": \"Far\", \"kind\": \"network\", \"scope\": \"site\", \"at\": [\"v\"],"
    "   \"announcements\": [{\"date\": \"2025\", \"act\": \"announces\", \"amount\": {\"value\": 2000000}}]},"
    "  {\"id\": \"firm\", \"title\": \"Firm\", \"kind\": \"network\", \"scope\": \"site\", \"at\": [\"w\"],"
    "   \"announcements\": [{\"date\": \"2023\", \"act\": \"announces\", \"amount\": {\"value\": 6000000}},"
    "    {\"date\": \"2025-03\", \"act\": \"confirms\"}]},"
    "  {\"id\": \"less\", \"title\": \"Less\", \"kind\": \"network\", \"scope\": \"site\", \"at\": [\"w\"],"
    "   \"announcements\": [{\"date\": \"2024\", \"act\": \"announces\", \"amount\": {\"value\": 2000000}}]},"
    "  {\"id\": \"mute\", \"title\": \"Mute\", \"kind\": \"network\", \"scope\": \"site\", \"at\": [\"w\"],"
    "   \"announcements\": [{\"date\": \"2024\", \"act\": \"announces\"}]}]}";

static JalonDataset *
load (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (dataset_json, strlen (dataset_json));
  g_autoptr (GError) error = NULL;
  JalonDataset *dataset = jalon_reader_read_bytes (bytes, NULL, &error);

  g_assert_no_error (error);
  return dataset;
}

static JalonFigures *
compute (JalonDataset *dataset, const char *place)
{
  g_autoptr (JalonQuery) query = jalon_query_new ();

  jalon_query_toggle_value (query, JALON_KEY_PLACE, place);
  return jalon_figures_compute (dataset, query);
}

static JalonScene *
compare (JalonDataset *dataset, const char *one, const char *other, JalonType *type, const char *language, double width, gboolean rtl)
{
  g_autoptr (JalonFigures) a = compute (dataset, one);
  g_autoptr (JalonFigures) b = compute (dataset, other);
  const JalonCompareSide sides[2] = { { one, a }, { other, b } };
  const JalonLayoutInput input = { .figures = a, .language = jalon_language_get (language), .type = type, .rtl = rtl };

  return jalon_compare_layout (&input, sides, width);
}

static void
assert_said (JalonDataset *dataset, JalonType *type, const char *one, const char *other, const char *expected)
{
  g_autoptr (JalonScene) scene = compare (dataset, one, other, type, "en", 900, FALSE);

  g_assert_cmpstr (jalon_scene_get_summary (scene), ==, expected);
}

/* Nobody may take two sums for disjoint that aren't. */
static void
test_shared (void)
{
  g_autoptr (JalonDataset) dataset = load ();
  g_autoptr (JalonType) type = jalon_type_new (NULL, 1);

  assert_said (dataset, type, "x", "y",
               "By how much one side is more can’t be told from these sums: not all amounts are firm and exact. "
               "“Two” is in both. “Part” is part of a project of the other side. So the two sums can’t be added up.");
  assert_said (dataset, type, "y", "x",
               "By how much one side is more can’t be told from these sums: not all amounts are firm and exact. "
               "“Two” is in both. “Part” is part of a project of the other side. So the two sums can’t be added up.");
  assert_said (dataset, type, "z", "x",
               "By how much one side is more can’t be told from these sums: not all amounts are firm and exact. "
               "“Over” may share money with the other side. So the two sums can’t be added up.");
}

/* What is firm on both sides is divided; a ceiling never is. */
static void
test_difference (void)
{
  static const char disjoint[] = "No project is in both, and none is known to share money with the other side.";
  g_autoptr (JalonDataset) dataset = load ();
  g_autoptr (JalonType) type = jalon_type_new (NULL, 1);
  g_autofree char *exact = g_strconcat ("w: €6M more than v, about 4 times as much (public amounts, all firm). ", disjoint, NULL);
  g_autofree char *same = g_strconcat ("The public amounts are the same on both sides, all firm. ", disjoint, NULL);
  g_autofree char *least = g_strconcat (
      "w: at least €4M more than x (public amounts; what is firm here against the most it may be there). ", disjoint, NULL);
  g_autofree char *unknown = g_strconcat ("By how much one side is more can’t be told from these sums: not all amounts are firm and exact. ", disjoint, NULL);

  assert_said (dataset, type, "w", "v", exact);
  assert_said (dataset, type, "v", "w", exact);
  assert_said (dataset, type, "z", "v", same);
  assert_said (dataset, type, "x", "w", least);
  assert_said (dataset, type, "v", "x", unknown);
}

static gboolean
has_text (const JalonScene *scene, const char *text)
{
  for (guint i = 0; i < jalon_scene_get_n_marks (scene); i++)
    if (g_strcmp0 (jalon_scene_get_mark (scene, i)->text, text) == 0)
      return TRUE;
  return FALSE;
}

/* What looks like a name of a sentence is text, in a title as anywhere. */
static void
test_braces (void)
{
  g_autofree char *words = jalon_words_fill ("{a} and {b}, {c} and {a}", "{a}", "{b}", "{b}", "{a}%s", NULL);

  g_assert_cmpstr (words, ==, "{b} and {a}%s, {c} and {b}");
}

/* A share is told of firm sums only. */
static void
test_figures (void)
{
  static const char *const expected[] = { "Undisclosed amounts", "Largest share", "75%", "2023", "Mar 2025", "Without a public amount" };
  g_autoptr (JalonDataset) dataset = load ();
  g_autoptr (JalonType) type = jalon_type_new (NULL, 1);
  g_autoptr (JalonScene) firm = compare (dataset, "w", "v", type, "en", 900, FALSE);
  g_autoptr (JalonScene) ceiling = compare (dataset, "x", "x", type, "en", 900, FALSE);

  for (gsize i = 0; i < G_N_ELEMENTS (expected); i++)
    g_assert_true (has_text (firm, expected[i]));
  g_assert_cmpstr (jalon_scene_find (firm, JALON_TARGET_PROJECT, "mute")->name, ==, "Mute: undisclosed");
  for (guint i = 0; i < jalon_scene_get_n_marks (firm); i++) /* undisclosed amounts stand beside it */
    if (g_strcmp0 (jalon_scene_get_mark (firm, i)->text, "Not counted") == 0)
      g_assert_cmpstr (jalon_scene_get_mark (firm, i + 1)->text, ==, "0");
  g_assert_false (has_text (ceiling, "Largest share"));
  g_assert_true (has_text (ceiling, "Largest amount"));
}

static double
get_width (const JalonScene *scene, double x, double y)
{
  for (guint i = 0; i < jalon_scene_get_n_marks (scene); i++)
    {
      const JalonMark *mark = jalon_scene_get_mark (scene, i);

      if (mark->target == JALON_TARGET_NONE && mark->shape == JALON_SHAPE_RECT && fabs (mark->x - x) < 1 && mark->y > y)
        return mark->width;
    }
  return 0;
}

/* Bars of both sides have one scale: €4M on the left are twice €2M on the right. */
static void
test_scale (void)
{
  g_autoptr (JalonDataset) dataset = load ();
  g_autoptr (JalonType) type = jalon_type_new (NULL, 1);
  g_autoptr (JalonScene) scene = compare (dataset, "x", "v", type, "en", 900, FALSE);
  const JalonMark *a = jalon_scene_find (scene, JALON_TARGET_TOTAL, "a"), *b = jalon_scene_find (scene, JALON_TARGET_TOTAL, "b");

  g_assert_cmpstr (a->name, ==, "x: up to €4M");
  g_assert_cmpstr (b->name, ==, "v: €2M");
  g_assert_cmpfloat (b->x, >, a->x);
  g_assert_cmpfloat_with_epsilon (get_width (scene, a->x, a->y), 2 * get_width (scene, b->x, b->y), 1);
}

static void
test_sizes (void)
{
  static const double widths[] = { -1, 100, 328, 640, 1200, 3000 };
  g_autoptr (JalonDataset) dataset = scene_checks_make_dataset (60, 4e9, TRUE);

  for (gsize i = 0; i < G_N_ELEMENTS (widths); i++)
    for (int n = 0; n < 8; n++)
      {
        g_autoptr (JalonType) type = jalon_type_new (NULL, n & 1 ? 2 : 1);
        g_autoptr (JalonScene) scene = compare (dataset, "p2", "p8", type, n & 2 ? "fr" : "en", widths[i], n & 4);

        scene_checks_assert_sound (scene, type, FALSE);
      }
}

/* With little room one side stands below the other. */
static void
test_stacked (void)
{
  g_autoptr (JalonDataset) dataset = load ();
  g_autoptr (JalonType) type = jalon_type_new (NULL, 1);
  g_autoptr (JalonScene) scene = compare (dataset, "x", "v", type, "en", 328, FALSE);
  const JalonMark *a = jalon_scene_find (scene, JALON_TARGET_TOTAL, "a"), *b = jalon_scene_find (scene, JALON_TARGET_TOTAL, "b");

  g_assert_cmpfloat_with_epsilon (a->x, b->x, 0.1);
  g_assert_cmpfloat (b->y, >, a->y + a->height);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/compare/shared", test_shared);
  g_test_add_func ("/compare/difference", test_difference);
  g_test_add_func ("/compare/braces", test_braces);
  g_test_add_func ("/compare/figures", test_figures);
  g_test_add_func ("/compare/scale", test_scale);
  g_test_add_func ("/compare/sizes", test_sizes);
  g_test_add_func ("/compare/stacked", test_stacked);
  return g_test_run ();
}
