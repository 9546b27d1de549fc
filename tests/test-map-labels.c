/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>
#include <string.h>

#include "files/jalon-reader.h"
#include "scene-checks.h"

/* What stands over the lower edge of the window's map, in logical pixels. */
#define FOOT 96.0

/* The map that the window opens with. */
static JalonScene *
lay_out_below (JalonDataset *dataset, JalonType *type, const char *language, double width, double height, const GArray *covered)
{
  g_autoptr (JalonQuery) query = jalon_query_new ();
  g_autoptr (JalonFigures) figures = NULL;
  const JalonTerritory *focus = jalon_dataset_get_focus (dataset);
  JalonLayoutInput input = { .language = jalon_language_get (language), .type = type, .map_covered = covered };
  JalonMapFrame frame;

  if (focus != NULL)
    jalon_query_toggle_value (query, JALON_KEY_TERRITORY, focus->base.id);
  figures = jalon_figures_compute (dataset, query);
  input.figures = figures;
  frame = jalon_map_fit (figures, width, height - (covered != NULL ? FOOT : 0));
  if (covered != NULL)
    jalon_map_shift (&frame, 0, FOOT / 2);
  return jalon_map_layout (&input, &frame, width, height);
}

static JalonScene *
lay_out (JalonDataset *dataset, JalonType *type, const char *language, double width, double height)
{
  return lay_out_below (dataset, type, language, width, height, NULL);
}

static const JalonMark *
find_text (const JalonScene *map, const char *text)
{
  for (guint i = 0; i < jalon_scene_get_n_marks (map); i++)
    {
      const JalonMark *mark = jalon_scene_get_mark (map, i);

      if (mark->shape == JALON_SHAPE_TEXT && strstr (mark->text, text) != NULL)
        return mark;
    }
  return NULL;
}

/* Places that stand close together are all named at the start view, in both languages. */
static void
test_close (void)
{
  static const char *const places[] = { "Mougins", "Sophia-Antipolis", "Nice", "Marseille", "Bouc-Bel-Air", "Rovaltain" };
  static const double sizes[][2] = { { 780, 400 }, { 780, 460 }, { 1180, 680 }, { 2300, 1300 } };
  g_autoptr (JalonDataset) dataset = scene_checks_load_bundled ();
  g_autoptr (JalonType) type = jalon_type_new (NULL, 1);

  for (guint s = 0; s < G_N_ELEMENTS (sizes); s++)
    for (int i = 0; i < 2; i++)
      {
        g_autoptr (JalonScene) map = lay_out (dataset, type, i ? "fr" : "en", sizes[s][0], sizes[s][1]);

        scene_checks_assert_sound (map, type, TRUE);
        for (guint j = 0; j < G_N_ELEMENTS (places); j++)
          if (find_text (map, places[j]) == NULL)
            g_error ("%s has no label on %g × %g", places[j], sizes[s][0], sizes[s][1]);
      }
}

static gboolean
contains (const JalonMark *mark, double x, double y)
{
  return x > mark->x + 1 && x < mark->x + mark->width - 1 && y > mark->y + 1 && y < mark->y + mark->height - 1;
}

/* A line from a pin to its label runs over no label. */
static void
check_lines (const JalonScene *map, guint *n_lines)
{
  for (guint i = 0; i < jalon_scene_get_n_marks (map); i++)
    {
      const JalonMark *line = jalon_scene_get_mark (map, i);

      if (line->shape != JALON_SHAPE_LINE)
        continue;
      ++*n_lines;
      for (guint j = 0; j < jalon_scene_get_n_marks (map); j++)
        for (double part = 0; part <= 1; part += 0.05)
          {
            const JalonMark *text = jalon_scene_get_mark (map, j);

            if (text->shape == JALON_SHAPE_TEXT && !g_ascii_isdigit (text->text[0])
                && contains (text, line->x + part * line->width, line->y + part * line->height))
              g_error ("a line runs over “%s”", text->text);
          }
    }
}

static void
test_lines (void)
{
  g_autoptr (JalonDataset) bundled = scene_checks_load_bundled ();
  g_autoptr (JalonDataset) many = scene_checks_make_dataset (120, 4e9, FALSE);
  g_autoptr (JalonType) type = jalon_type_new (NULL, 1);
  guint n_lines = 0;

  for (double width = 300; width < 1400; width += 97)
    {
      g_autoptr (JalonScene) one = lay_out (bundled, type, "en", width, 460), other = lay_out (many, type, "fr", width, 700);

      check_lines (one, &n_lines);
      check_lines (other, &n_lines);
    }
  g_assert_cmpuint (n_lines, >, 5);
}

#define FILE_HEAD "{\"format\": \"jalon\", \"version\": 1, \"title\": \"T\", \"focus\": \"t\", \"territories\": [{\"id\": \"t\", \"name\": \"T\", "
#define FILE_REST                                                                                                              \
  "}], \"places\": ["                                                                                                          \
  "{\"id\": \"in\", \"name\": \"Inside\", \"lat\": 10, \"lon\": 10, \"precision\": \"commune\", \"region\": \"XA-1\", \"department\": \"7\"}," \
  "{\"id\": \"out\", \"name\": \"Elsewhere\", \"lat\": 20, \"lon\": 20, \"precision\": \"area\", \"region\": \"XA-2\", \"department\": \"8\"}," \
  "{\"id\": \"dot\", \"name\": \"Spot\", \"lat\": 15, \"lon\": 25, \"precision\": \"site\", \"region\": \"XA-1\", \"department\": \"7\"}," \
  "{\"id\": \"far\", \"name\": \"Far\", \"lat\": 0, \"lon\": 30, \"precision\": \"site\", \"country\": \"XB\"}]," \
  "\"projects\": [" PROJECT ("in") "," PROJECT ("out") "," PROJECT ("dot") "," PROJECT ("far") "]}"
#define PROJECT(at)                                                                                                            \
  "{\"id\": \"p-" at "\", \"title\": \"P " at "\", \"kind\": \"cloud\", \"scope\": \"site\", \"at\": [\"" at "\"], "            \
  "\"announcements\": [{\"date\": \"2025\", \"act\": \"announces\", \"amount\": {\"value\": 1000000}}]}"

static JalonDataset *
read_text (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  JalonDataset *dataset = jalon_reader_read_bytes (bytes, NULL, &error);

  g_assert_no_error (error);
  return dataset;
}

/* What lies beyond the focus's regions or departments says so, on its label and to a screen reader; nothing else does. */
static void
check_outside (const char *territory, const char *words, const char *translated)
{
  g_autofree char *text = g_strconcat (FILE_HEAD, territory, FILE_REST, NULL);
  g_autoptr (JalonDataset) dataset = read_text (text);
  g_autoptr (JalonType) type = jalon_type_new (NULL, 1);
  g_autoptr (JalonScene) map = lay_out (dataset, type, "en", 900, 600), french = lay_out (dataset, type, "fr", 900, 600);
  const JalonMark *outside = jalon_scene_find (map, JALON_TARGET_PROJECT, "p-out");
  const JalonMark *inside = jalon_scene_find (map, JALON_TARGET_PROJECT, "p-in");

  g_assert_nonnull (outside);
  g_assert_nonnull (inside);
  g_assert_nonnull (strstr (outside->name, words));
  g_assert_nonnull (strstr (outside->tooltip, words));
  g_assert_null (strstr (inside->name, "outside"));
  g_assert_nonnull (find_text (map, words));
  g_assert_nonnull (find_text (french, translated));
}

static void
test_outside (void)
{
  check_outside ("\"regions\": [\"XA-1\"], \"places\": [\"out\"]", "outside the region", "hors région");
  check_outside ("\"regions\": [\"XA-1\", \"XA-3\"], \"places\": [\"out\"]", "outside the territory", "hors territoire");
  check_outside ("\"departments\": [\"7\"], \"places\": [\"out\"]", "outside the territory", "hors territoire");
}

/* In the whole file also what is in another country than the focus's regions, of which the file says no more. */
static void
test_abroad (void)
{
  g_autoptr (JalonDataset) dataset = read_text (FILE_HEAD "\"regions\": [\"XA-1\"]" FILE_REST);
  g_autoptr (JalonType) type = jalon_type_new (NULL, 1);
  g_autoptr (JalonQuery) query = jalon_query_new ();
  g_autoptr (JalonFigures) figures = jalon_figures_compute (dataset, query);
  const JalonLayoutInput input = { .language = jalon_language_get ("en"), .type = type, .figures = figures };
  const JalonMapFrame frame = jalon_map_fit (figures, 900, 600);
  g_autoptr (JalonScene) map = jalon_map_layout (&input, &frame, 900, 600);

  g_assert_nonnull (strstr (jalon_scene_find (map, JALON_TARGET_PROJECT, "p-far")->name, "outside the region"));
  g_assert_null (strstr (jalon_scene_find (map, JALON_TARGET_PROJECT, "p-dot")->name, "outside the region"));
}

/* A territory of places alone has no outside. */
static void
test_no_outside (void)
{
  g_autoptr (JalonDataset) dataset = read_text (FILE_HEAD "\"places\": [\"in\", \"out\"]" FILE_REST);
  g_autoptr (JalonType) type = jalon_type_new (NULL, 1);
  g_autoptr (JalonScene) map = lay_out (dataset, type, "en", 900, 600);

  g_assert_null (find_text (map, "outside"));
}

/* How far a text's block is from the edge of a pin; negative where they overlap. */
static double
get_gap (const JalonMark *pin, const JalonMark *text)
{
  double x = pin->x + pin->width / 2, y = pin->y + pin->height / 2;

  return hypot (x - CLAMP (x, text->x, text->x + text->width), y - CLAMP (y, text->y, text->y + 2 * text->height)) - pin->width / 2;
}

static gboolean
is_led (const JalonScene *map, const JalonMark *pin)
{
  for (guint i = 0; i < jalon_scene_get_n_marks (map); i++)
    {
      const JalonMark *line = jalon_scene_get_mark (map, i);

      if (line->shape == JALON_SHAPE_LINE
          && fabs (hypot (line->x - pin->x - pin->width / 2, line->y - pin->y - pin->height / 2) - pin->width / 2) < 0.5)
        return TRUE;
    }
  return FALSE;
}

/* A label that no line leads to is nearest to its own pin. */
static void
test_nearest (void)
{
  static const char *const names[] = { "Inside", "Elsewhere", "Spot" };
  static const char *const keys[] = { "p-in", "p-out", "p-dot" };
  g_autoptr (JalonDataset) dataset = read_text (FILE_HEAD "\"places\": [\"in\", \"out\", \"dot\"]" FILE_REST);
  g_autoptr (JalonFigures) figures = scene_checks_compute (dataset, JALON_KEY_PLACE);
  g_autoptr (JalonType) type = jalon_type_new (NULL, 1);
  JalonLayoutInput input = { .figures = figures, .language = jalon_language_get ("en"), .type = type };
  guint n_checked = 0;

  for (double zoom = 1.5; zoom < 5; zoom += 0.05)
    {
      const JalonMapFrame frame = { 15, 18, zoom };
      g_autoptr (JalonScene) map = jalon_map_layout (&input, &frame, 500, 400);

      for (guint i = 0; i < G_N_ELEMENTS (names); i++)
        {
          const JalonMark *own = jalon_scene_find (map, JALON_TARGET_PROJECT, keys[i]), *text = find_text (map, names[i]);

          if (own == NULL || text == NULL || is_led (map, own))
            continue;
          n_checked++;
          for (guint j = 0; j < G_N_ELEMENTS (keys); j++)
            {
              const JalonMark *other = jalon_scene_find (map, JALON_TARGET_PROJECT, keys[j]);

              if (other != NULL && other != own && get_gap (other, text) < get_gap (own, text))
                g_error ("“%s” stands nearer to %s at %g", names[i], keys[j], zoom);
            }
        }
    }
  g_assert_cmpuint (n_checked, >, 20);
}

static guint
count_around (const JalonScene *map, const char *key, JalonFill fill)
{
  const JalonMark *pin = jalon_scene_find (map, JALON_TARGET_PROJECT, key);
  guint n = 0;

  for (guint i = 0; i < jalon_scene_get_n_marks (map); i++)
    {
      const JalonMark *mark = jalon_scene_get_mark (map, i);

      n += mark->shape == JALON_SHAPE_DISC && mark->fill == fill && mark->width > pin->width + 3
           && fabs (mark->x + mark->width / 2 - pin->x - pin->width / 2) < 0.1 && (fill != JALON_FILL_NONE || mark->stroke_width > 0);
    }
  return n;
}

/* A commune has a ring around its pin, an area a tint, a site nothing; the legend explains what there is. */
static void
test_precision (void)
{
  g_autoptr (JalonDataset) dataset = read_text (FILE_HEAD "\"places\": [\"in\", \"out\", \"dot\"]" FILE_REST);
  g_autoptr (JalonType) type = jalon_type_new (NULL, 1);
  g_autoptr (JalonScene) map = lay_out (dataset, type, "en", 900, 600);
  g_autoptr (JalonFigures) figures = scene_checks_compute (dataset, JALON_KEY_PLACE);
  JalonLayoutInput input = { .figures = figures, .language = jalon_language_get ("en"), .type = type };
  g_autoptr (JalonScene) with_map = jalon_legend_layout (&input, TRUE, 400), without = jalon_legend_layout (&input, FALSE, 400);

  g_assert_cmpuint (count_around (map, "p-in", JALON_FILL_NONE), ==, 1);
  g_assert_cmpuint (count_around (map, "p-in", JALON_FILL_SOFT), ==, 0);
  g_assert_cmpuint (count_around (map, "p-out", JALON_FILL_SOFT), ==, 1);
  g_assert_cmpuint (count_around (map, "p-out", JALON_FILL_NONE), ==, 0);
  g_assert_cmpuint (count_around (map, "p-dot", JALON_FILL_SOFT) + count_around (map, "p-dot", JALON_FILL_NONE), ==, 0);
  g_assert_nonnull (find_text (with_map, "Somewhere in this town"));
  g_assert_nonnull (find_text (with_map, "Somewhere in this area"));
  g_assert_null (find_text (without, "Somewhere"));
}

/* In a narrow window, and with text of twice the size, the places that count are named beside what lies over the map. */
static void
test_little_room (void)
{
  static const char *const places[] = { "Mougins", "Sophia-Antipolis", "Nice", "Rovaltain" };
  static const struct
  {
    double width, height, scale;
  } sizes[] = { { 350, 380, 1 }, { 1168, 640, 2 } };
  g_autoptr (JalonDataset) dataset = scene_checks_load_bundled ();

  for (guint s = 0; s < G_N_ELEMENTS (sizes); s++)
    for (int i = 0; i < 2; i++)
      {
        const JalonMapBox foot = { 12, sizes[s].height - FOOT, 270 * sizes[s].scale, sizes[s].height };
        const JalonMapBox buttons = { sizes[s].width - 56, sizes[s].height - 188, sizes[s].width, sizes[s].height };
        g_autoptr (GArray) covered = g_array_new (FALSE, FALSE, sizeof (JalonMapBox));
        g_autoptr (JalonType) type = jalon_type_new (NULL, sizes[s].scale);
        g_autoptr (JalonScene) map = NULL;

        g_array_append_val (covered, foot);
        g_array_append_val (covered, buttons);
        map = lay_out_below (dataset, type, i ? "fr" : "en", sizes[s].width, sizes[s].height, covered);
        scene_checks_assert_sound (map, type, TRUE);
        for (guint j = 0; j < G_N_ELEMENTS (places); j++)
          if (find_text (map, places[j]) == NULL)
            g_error ("%s has no label on %g × %g, %s", places[j], sizes[s].width, sizes[s].height, i ? "fr" : "en");
      }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/map-labels/close", test_close);
  g_test_add_func ("/map-labels/lines", test_lines);
  g_test_add_func ("/map-labels/outside", test_outside);
  g_test_add_func ("/map-labels/abroad", test_abroad);
  g_test_add_func ("/map-labels/no-outside", test_no_outside);
  g_test_add_func ("/map-labels/nearest", test_nearest);
  g_test_add_func ("/map-labels/precision", test_precision);
  g_test_add_func ("/map-labels/little-room", test_little_room);
  return g_test_run ();
}
