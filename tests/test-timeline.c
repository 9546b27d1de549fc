/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>
#include <string.h>

#include "files/jalon-reader.h"
#include "scene-checks.h"

static JalonScene *
lay_out (JalonFigures *figures, JalonType *type, double width, double height, const char *language, const char *selected)
{
  JalonLayoutInput input
      = { .figures = figures, .language = jalon_language_get (language), .type = type, .selected = selected };
  JalonTimeWindow window = jalon_timeline_get_opening (figures);
  g_autoptr (JalonQuery) query = jalon_query_new ();
  g_autoptr (JalonMoneyHistory) history = jalon_money_history_compute (jalon_figures_get_dataset (figures), query, NULL);

  input.history = history;
  return jalon_timeline_layout (&input, &window, width, height);
}

static void
check_sizes (JalonDataset *dataset, double text_scale)
{
  static const double widths[] = { -10, 0, 328, 1248, 3800 };
  static const double heights[] = { -10, 100, 180, 400 };
  g_autoptr (JalonFigures) figures = scene_checks_compute (dataset, JALON_KEY_PLACE);
  g_autoptr (JalonType) type = jalon_type_new (NULL, text_scale);

  for (gsize w = 0; w < G_N_ELEMENTS (widths); w++)
    for (gsize h = 0; h < G_N_ELEMENTS (heights); h++)
      {
        g_autoptr (JalonScene) scene
            = lay_out (figures, type, widths[w], heights[h], h % 2 ? "fr" : "en", w % 2 ? "sesterce-valence" : NULL);

        scene_checks_assert_sound (scene, type, FALSE);
      }
}

static void
test_sizes (void)
{
  static const guint counts[] = { 0, 1, 40, 2000 };

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
  check_sizes (dataset, 2);
}

/* However many there are, every announcement in the window has a mark of its own or is in a column. */
static void
test_complete (void)
{
  g_autoptr (JalonDataset) dataset = scene_checks_make_dataset (400, 4e9, FALSE);
  g_autoptr (JalonFigures) figures = scene_checks_compute (dataset, JALON_KEY_PLACE);
  g_autoptr (JalonType) type = jalon_type_new (NULL, 1);
  g_autoptr (JalonScene) scene = lay_out (figures, type, 1248, 180, "en", "x7");
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < jalon_scene_get_n_marks (scene); i++)
    {
      const JalonMark *mark = jalon_scene_get_mark (scene, i);

      if (mark->target == JALON_TARGET_ANNOUNCEMENT)
        g_hash_table_add (seen, g_strndup (mark->key, strcspn (mark->key, "/")));
      for (guint j = 0; mark->members && mark->members[j]; j++)
        g_hash_table_add (seen, g_strdup (mark->members[j]));
    }
  g_assert_cmpuint (g_hash_table_size (seen), ==, 400);
  g_assert_nonnull (jalon_scene_find (scene, JALON_TARGET_ANNOUNCEMENT, "x7/0"));
  g_assert_nonnull (jalon_scene_find (scene, JALON_TARGET_EVENT, "e2"));
}

/* No two marks of a lane meet: the targets, which hold disc, span and label, are apart. */
static void
test_lanes (void)
{
  g_autoptr (JalonDataset) dataset = scene_checks_make_dataset (60, 4e9, FALSE);
  g_autoptr (JalonFigures) figures = scene_checks_compute (dataset, JALON_KEY_PLACE);
  g_autoptr (JalonType) type = jalon_type_new (NULL, 1);
  g_autoptr (JalonScene) scene = lay_out (figures, type, 1248, 300, "en", NULL);
  guint n = jalon_scene_get_n_marks (scene), n_targets = 0;

  for (guint i = 0; i < n; i++)
    for (guint j = i + 1; j < n; j++)
      {
        const JalonMark *a = jalon_scene_get_mark (scene, i), *b = jalon_scene_get_mark (scene, j);

        if (a->target != JALON_TARGET_ANNOUNCEMENT || b->target != JALON_TARGET_ANNOUNCEMENT)
          continue;
        n_targets++;
        g_assert_true (a->x + a->width <= b->x || b->x + b->width <= a->x || fabs (a->y - b->y) > a->height / 3);
      }
  g_assert_cmpuint (n_targets, >, 100);
}

/* A day is a disc, a year a band over all of it; a ceiling is hatched, what brings no amount hollow. */
static void
test_look (void)
{
  g_autoptr (JalonDataset) dataset = scene_checks_make_dataset (4, 4e9, FALSE);
  g_autoptr (JalonFigures) figures = scene_checks_compute (dataset, JALON_KEY_PLACE);
  g_autoptr (JalonType) type = jalon_type_new (NULL, 1);
  JalonTimeWindow window = jalon_timeline_get_extent (figures);
  g_autoptr (JalonScene) scene = lay_out (figures, type, 1248, 300, "en", NULL);
  const JalonMark *day = jalon_scene_find (scene, JALON_TARGET_NONE, "disc/x0/0");
  const JalonMark *year = jalon_scene_find (scene, JALON_TARGET_ANNOUNCEMENT, "x1/0");
  const JalonMark *note = jalon_scene_find (scene, JALON_TARGET_NONE, "disc/x0/1");
  JalonDate date;

  g_assert_cmpint (day->fill, ==, JALON_FILL_HATCHED);
  g_assert_true (jalon_date_parse ("2025-02-10", &date));
  g_assert_cmpfloat (fabs (jalon_timeline_x_to_day (&window, 1248, day->x + day->width / 2) - jalon_date_get_first_day (&date)), <, 3);
  g_assert_cmpfloat (jalon_timeline_x_to_day (&window, 1248, year->x + year->width)
                         - jalon_timeline_x_to_day (&window, 1248, year->x),
                     >=, 365);
  g_assert_cmpint (note->ink, ==, JALON_INK_BACKGROUND);
  g_assert_cmpfloat (note->width, <, 8);
  g_assert_nonnull (strstr (year->name, "2024"));
}

/* The line of money goes up to its highest step, in steps, and ends with what is known. */
static void
test_money (void)
{
  g_autoptr (JalonDataset) dataset = scene_checks_load_bundled ();
  g_autoptr (JalonFigures) figures = scene_checks_compute (dataset, JALON_KEY_PLACE);
  g_autoptr (JalonType) type = jalon_type_new (NULL, 1);
  static const double heights[] = { 160, 420 };

  for (gsize h = 0; h < G_N_ELEMENTS (heights); h++)
    {
      g_autoptr (JalonScene) scene = lay_out (figures, type, 1248, heights[h], "en", NULL);
      const JalonMark *firm = jalon_scene_find (scene, JALON_TARGET_NONE, "money/firm");
      const JalonMark *ceiling = jalon_scene_find (scene, JALON_TARGET_NONE, "money/ceiling");
      JalonTimeArea area = jalon_timeline_get_area (type, 1248, heights[h]);

      g_assert_cmpfloat (fabs (ceiling->y - area.top), <, 0.01);
      g_assert_cmpfloat (firm->y, >, ceiling->y);
      g_assert_true (ceiling->dashed && !firm->dashed);
      g_assert_cmpfloat (ceiling->y + ceiling->height, <=, h ? area.top + 60 : area.axis);
      for (guint i = 1; i < ceiling->points->len; i++)
        {
          const JalonPoint *a = &g_array_index (ceiling->points, JalonPoint, i - 1), *b = a + 1;

          g_assert_true (a->x == b->x || a->y == b->y);
          g_assert_cmpfloat (a->x, <=, b->x);
        }
      g_assert_nonnull (strstr (jalon_scene_get_summary (scene), "Cumulative: "));
    }
}

static JalonDataset *
read_text (const char *json)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (json, strlen (json));
  g_autoptr (GError) error = NULL;
  JalonDataset *dataset = jalon_reader_read_bytes (bytes, NULL, &error);

  g_assert_no_error (error);
  return dataset;
}

/* Many announcements of one month: however the small ones come, the large ones have a mark of their own. */
static void
test_large_first (void)
{
  g_autoptr (GString) json = g_string_new ("{\"format\": \"jalon\", \"version\": 1, \"title\": \"T\", \"projects\": [");
  g_autoptr (JalonDataset) dataset = NULL;
  g_autoptr (JalonFigures) figures = NULL;
  g_autoptr (JalonType) type = jalon_type_new (NULL, 1);
  static const double widths[] = { 320, 700, 1248 };

  for (guint i = 0; i < 40; i++)
    g_string_append_printf (json,
                            "%s{\"id\": \"p%u\", \"title\": \"A project with a rather long title, number %u\", \"kind\": \"cloud\","
                            " \"scope\": \"company\", \"announcements\": [{\"date\": \"2025-%02u-%02u\", \"act\": \"announces\","
                            " \"amount\": {\"value\": %u}}]}",
                            i ? ", " : "", i, i, 1 + i % 3, 1 + i % 28, i < 4 ? 1000 - i : 10 + i);
  g_string_append (json, "]}");
  dataset = read_text (json->str);
  figures = scene_checks_compute (dataset, JALON_KEY_PLACE);
  for (gsize w = 0; w < G_N_ELEMENTS (widths); w++)
    for (double height = 120; height < 300; height += 45)
      {
        g_autoptr (JalonScene) scene = lay_out (figures, type, widths[w], height, "en", NULL);
        const JalonMark *largest = jalon_scene_find (scene, JALON_TARGET_NONE, "disc/p0/0");

        for (guint i = 0; i < 4; i++)
          {
            g_autofree char *key = g_strdup_printf ("p%u/0", i);

            g_assert_nonnull (jalon_scene_find (scene, JALON_TARGET_ANNOUNCEMENT, key));
          }
        g_assert_cmpfloat (largest->width, >=, 2 * 4.5);
        scene_checks_assert_sound (scene, type, FALSE);
      }
}

/* Where there is no room to say where a large amount is, it is said whose it is, and how much. */
static void
test_brief_label (void)
{
  g_autoptr (JalonDataset) dataset = read_text (
      "{\"format\": \"jalon\", \"version\": 1, \"title\": \"T\", \"organisations\": [{\"id\": \"o\", \"name\": \"Osier\"}],"
      " \"places\": [{\"id\": \"p\", \"name\": \"A commune with a name that is long, and a site of it with another\", \"lat\": 44,"
      " \"lon\": 5, \"precision\": \"site\"}], \"projects\": [{\"id\": \"a\", \"title\": \"A title that says at length what is put up there, by whom, for whom, and what for, and"
      " then goes on about this and that until no width has room for it\", \"kind\": \"cloud\", \"by\": [\"o\"],"
      " \"at\": [\"p\"], \"scope\": \"site\", \"announcements\": [{\"date\": \"2025-02-10\", \"act\": \"announces\","
      " \"amount\": {\"value\": 2000000000}}]}]}");
  g_autoptr (JalonFigures) figures = scene_checks_compute (dataset, JALON_KEY_PLACE);
  g_autoptr (JalonType) type = jalon_type_new (NULL, 1);
  static const struct
  {
    double width;
    const char *label;
  } cases[] = {
    { 1248, "Osier, A commune with a name that is long, and a site of it with another · €2B" },
    { 800, "Osier, A commune with a name that is long · €2B" },
    { 360, "Osier · €2B" },
  };

  for (gsize c = 0; c < G_N_ELEMENTS (cases); c++)
    {
      g_autoptr (JalonScene) scene = lay_out (figures, type, cases[c].width, 160, "en", NULL);
      gboolean said = FALSE;

      for (guint i = 0; i < jalon_scene_get_n_marks (scene); i++)
        said = said || g_strcmp0 (jalon_scene_get_mark (scene, i)->text, cases[c].label) == 0;
      g_assert_true (said);
      scene_checks_assert_sound (scene, type, FALSE);
    }
}

static double
get_ceiling (JalonDataset *dataset, const JalonMark *mark)
{
  g_auto (GStrv) parts = g_strsplit (mark->key, "/", 2);
  const JalonProject *project = jalon_dataset_get_project (dataset, parts[0]);
  const JalonAnnouncement *announcement = g_ptr_array_index (project->announcements, (guint) atoi (parts[1]));

  if (announcement->amount == NULL
      || (announcement->act != JALON_ACT_ANNOUNCES && announcement->act != JALON_ACT_RAISES && announcement->act != JALON_ACT_ADDS))
    return 0;
  return jalon_amount_get_ceiling (announcement->amount);
}

static gboolean
has_label (const JalonScene *scene, const JalonMark *mark)
{
  g_autofree char *key = g_strdup_printf ("words/%s", mark->key);

  for (guint i = 0; i < jalon_scene_get_n_marks (scene); i++)
    {
      const JalonMark *other = jalon_scene_get_mark (scene, i);

      if (other->shape == JALON_SHAPE_TEXT && g_strcmp0 (other->key, key) == 0)
        return TRUE;
    }
  return FALSE;
}

/* The n largest amounts that have a mark of their own. */
static void
check_largest (JalonDataset *dataset, const JalonScene *scene, guint n)
{
  g_autoptr (GHashTable) done = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < n; i++)
    {
      const JalonMark *largest = NULL;

      for (guint m = 0; m < jalon_scene_get_n_marks (scene); m++)
        {
          const JalonMark *mark = jalon_scene_get_mark (scene, m);
          g_autofree char *disc = g_strdup_printf ("disc/%s", mark->key);
          const JalonMark *drawn = jalon_scene_find (scene, JALON_TARGET_NONE, disc);

          if (mark->target == JALON_TARGET_ANNOUNCEMENT && drawn->ink != JALON_INK_BACKGROUND && !g_hash_table_contains (done, mark)
              && (largest == NULL || get_ceiling (dataset, mark) > get_ceiling (dataset, largest)))
            largest = mark;
        }
      g_assert_nonnull (largest);
      g_assert_cmpfloat (get_ceiling (dataset, largest), >, 0);
      g_test_message ("%s", largest->key);
      g_assert_true (has_label (scene, largest));
      g_hash_table_add (done, (gpointer) largest);
    }
}

/* As the window of 1280 by 720 shows it, with and without the first hint, the five largest amounts have their labels; so they have
 * where there is more room. */
static void
test_largest_labelled (void)
{
  static const struct
  {
    double width, height;
    guint n;
  } sizes[] = { { 1234, 136, 5 }, { 1234, 150, 5 }, { 1234, 165, 5 }, { 1874, 250, 8 }, { 800, 165, 3 }, { 314, 255, 2 } };
  static const char *const languages[] = { "fr", "en" };
  g_autoptr (JalonDataset) dataset = scene_checks_load_bundled ();
  g_autoptr (JalonType) type = jalon_type_new (NULL, 1);
  g_autoptr (JalonQuery) query = jalon_query_new ();
  g_autoptr (JalonFigures) figures = NULL;

  jalon_query_set_values (query, JALON_KEY_TERRITORY, (const char *[]){ "region-sud-rovaltain", NULL });
  figures = jalon_figures_compute (dataset, query);
  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    for (gsize l = 0; l < G_N_ELEMENTS (languages); l++)
      {
        g_autoptr (JalonScene) scene = lay_out (figures, type, sizes[i].width, sizes[i].height, languages[l], NULL);

        g_test_message ("%g by %g, %s", sizes[i].width, sizes[i].height, languages[l]);
        check_largest (dataset, scene, sizes[i].n);
      }
}

/* Steps of the works are lozenges, and say what they are. */
static void
test_steps (void)
{
  g_autoptr (JalonDataset) dataset = read_text (
      "{\"format\": \"jalon\", \"version\": 1, \"title\": \"T\", \"projects\": [{\"id\": \"a\", \"title\": \"A\","
      " \"kind\": \"cloud\", \"scope\": \"company\", \"announcements\": ["
      " {\"date\": \"2024-01-10\", \"act\": \"announces\"}, {\"date\": \"2024-05-10\", \"act\": \"permits\"},"
      " {\"date\": \"2024-09-10\", \"act\": \"starts\"}, {\"date\": \"2025-05-10\", \"act\": \"opens\"}]}]}");
  g_autoptr (JalonFigures) figures = scene_checks_compute (dataset, JALON_KEY_PLACE);
  g_autoptr (JalonType) type = jalon_type_new (NULL, 1);
  g_autoptr (JalonScene) scene = lay_out (figures, type, 1248, 200, "en", NULL);
  const char *const words[] = { "Permit", "Start of works", "Opening" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autofree char *key = g_strdup_printf ("disc/a/%u", i + 1);
      const JalonMark *mark = jalon_scene_find (scene, JALON_TARGET_NONE, key);
      gboolean said = FALSE;

      g_assert_cmpint (mark->shape, ==, JALON_SHAPE_PATH);
      g_assert_cmpint (mark->ink == JALON_INK_BACKGROUND, ==, i < 2);
      for (guint j = 0; j < jalon_scene_get_n_marks (scene); j++)
        said = said || (jalon_scene_get_mark (scene, j)->text && strstr (jalon_scene_get_mark (scene, j)->text, words[i]));
      g_assert_true (said);
    }
  g_assert_cmpint (jalon_scene_find (scene, JALON_TARGET_NONE, "disc/a/0")->shape, ==, JALON_SHAPE_DISC);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/timeline/sizes", test_sizes);
  g_test_add_func ("/timeline/bundled", test_bundled);
  g_test_add_func ("/timeline/complete", test_complete);
  g_test_add_func ("/timeline/lanes", test_lanes);
  g_test_add_func ("/timeline/look", test_look);
  g_test_add_func ("/timeline/money", test_money);
  g_test_add_func ("/timeline/large-first", test_large_first);
  g_test_add_func ("/timeline/brief-label", test_brief_label);
  g_test_add_func ("/timeline/largest-labelled", test_largest_labelled);
  g_test_add_func ("/timeline/steps", test_steps);
  return g_test_run ();
}
