/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "basemap/jalon-map-namer.h"
#include "scene-checks.h"
#include "scenes/jalon-map-taken.h"

static gboolean
overlap (const JalonMapBox *a, const JalonMapBox *b)
{
  return a->left < b->right && b->left < a->right && a->top < b->bottom && b->top < a->bottom;
}

typedef struct
{
  JalonBasemap *basemap;
  JalonType *type;
  JalonFigures *figures;
  double scale;
} Setting;

static void
check_name (const JalonMapNamer *namer, guint index, const GArray *boxes, double width, double height)
{
  JalonMapBox box = jalon_map_namer_get_box (namer, index), dot;
  gboolean has_dot = jalon_map_namer_get_dot (namer, index, &dot);
  const char *text = jalon_map_namer_get_text (namer, index);

  if (box.left < 0 || box.top < 0 || box.right > width || box.bottom > height)
    g_error ("“%s” is cut", text);
  for (guint i = 0; i < boxes->len; i++)
    if (overlap (&box, &g_array_index (boxes, JalonMapBox, i)) || (has_dot && overlap (&dot, &g_array_index (boxes, JalonMapBox, i))))
      g_error ("“%s” is on a pin or a label", text);
  for (guint i = 0; i < index; i++)
    {
      JalonMapBox other = jalon_map_namer_get_box (namer, i);

      if (overlap (&box, &other))
        g_error ("“%s” is on “%s”", text, jalon_map_namer_get_text (namer, i));
    }
}

/* Names keep off pins, labels, what lies over the map, and one another. */
static guint
check (const Setting *setting, const char *language, double width, double height, double zoom)
{
  static const JalonMapBox buttons = { 20, 300, 300, 340 };
  g_autoptr (GArray) covered = g_array_new (FALSE, FALSE, sizeof (JalonMapBox));
  JalonLayoutInput input
      = { .figures = setting->figures, .language = jalon_language_get (language), .type = setting->type, .map_covered = covered };
  JalonMapFrame frame = jalon_map_fit (setting->figures, width, height);
  JalonMapStyle style = { .language = input.language, .scale = setting->scale, .nameless = TRUE };
  g_autoptr (JalonMapNamer) namer = jalon_map_namer_new (setting->basemap);
  g_autoptr (JalonScene) map = NULL;
  g_autoptr (GArray) boxes = NULL;
  JalonMapLook look;
  JalonMapTaken taken;

  g_array_append_val (covered, buttons);
  frame.zoom += zoom;
  look = (JalonMapLook) { frame.lat, frame.lon, frame.zoom - log2 (setting->scale) };
  map = jalon_map_layout (&input, &frame, width, height);
  scene_checks_assert_sound (map, setting->type, TRUE);
  boxes = jalon_map_list_taken (map, covered, setting->scale);
  taken = (JalonMapTaken) { (const JalonMapBox *) (gconstpointer) boxes->data, boxes->len };
  g_assert_true (jalon_map_namer_place (namer, &style, &look, width / setting->scale, height / setting->scale, &taken, TRUE));
  for (guint i = 0; i < jalon_map_namer_get_n_names (namer); i++)
    check_name (namer, i, boxes, width / setting->scale, height / setting->scale);
  return jalon_map_namer_get_n_names (namer);
}

static void
test_keep_off (void)
{
  g_autoptr (JalonDataset) dataset = scene_checks_load_bundled ();
  g_autoptr (JalonBasemap) basemap = jalon_basemap_open_bundled (NULL);

  for (double scale = 1; scale <= 2; scale++)
    {
      g_autoptr (JalonFigures) figures = scene_checks_compute (dataset, JALON_KEY_PLACE);
      g_autoptr (JalonType) type = jalon_type_new (NULL, scale);
      const Setting setting = { basemap, type, figures, scale };

      for (double zoom = -1; zoom <= 4; zoom += 0.4)
        for (int i = 0; i < 2; i++)
          {
            g_assert_cmpuint (check (&setting, i ? "fr" : "en", 780, 460, zoom), >, 4);
            check (&setting, i ? "fr" : "en", 340, 420, zoom);
          }
      g_assert_cmpuint (check (&setting, "fr", 1920, 1080, 0), >, 60);
    }
}

/* Labels keep off what lies over the map. */
static void
test_covered (void)
{
  g_autoptr (JalonDataset) dataset = scene_checks_load_bundled ();
  g_autoptr (JalonFigures) figures = scene_checks_compute (dataset, JALON_KEY_PLACE);
  g_autoptr (JalonType) type = jalon_type_new (NULL, 1);
  g_autoptr (GArray) covered = g_array_new (FALSE, FALSE, sizeof (JalonMapBox));
  const JalonMapBox all = { 0, 0, 780, 460 };
  JalonLayoutInput input = { .figures = figures, .language = jalon_language_get ("fr"), .type = type, .map_covered = covered };
  JalonMapFrame frame = jalon_map_fit (figures, 780, 460);
  g_autoptr (JalonScene) map = NULL;

  g_array_append_val (covered, all);
  map = jalon_map_layout (&input, &frame, 780, 460);
  for (guint i = 0; i < jalon_scene_get_n_marks (map); i++)
    {
      const JalonMark *mark = jalon_scene_get_mark (map, i);

      g_assert_true (mark->shape != JALON_SHAPE_TEXT || g_ascii_isdigit (mark->text[0])); /* the count on a pin stays */
    }
}

/* Without waiting only what was loaded is named; afterwards it is the same as with waiting. */
static void
test_at_hand (void)
{
  g_autoptr (JalonBasemap) basemap = jalon_basemap_open_bundled (NULL);
  g_autoptr (JalonMapNamer) namer = jalon_map_namer_new (basemap);
  const JalonMapStyle style = { .language = jalon_language_get ("en"), .scale = 1 };
  const JalonMapLook look = { 43.7, 5.8, 8 };
  const JalonMapTaken taken = { NULL, 0 };
  guint n;

  g_assert_false (jalon_map_namer_place (namer, &style, &look, 800, 600, &taken, FALSE));
  g_assert_cmpuint (jalon_map_namer_get_n_names (namer), ==, 0);
  g_assert_true (jalon_basemap_load (basemap, &look, 1, 800, 600, NULL, NULL));
  g_assert_true (jalon_map_namer_place (namer, &style, &look, 800, 600, &taken, FALSE));
  n = jalon_map_namer_get_n_names (namer);
  g_assert_cmpuint (n, >, 20);
  g_assert_true (jalon_map_namer_place (namer, &style, &look, 800, 600, &taken, TRUE));
  g_assert_cmpuint (jalon_map_namer_get_n_names (namer), ==, n);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/map-taken/keep-off", test_keep_off);
  g_test_add_func ("/map-taken/covered", test_covered);
  g_test_add_func ("/map-taken/at-hand", test_at_hand);
  return g_test_run ();
}
