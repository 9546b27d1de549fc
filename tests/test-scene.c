/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "scenes/jalon-scene.h"

static JalonMark *
add_target (JalonScene *scene, JalonShape shape, double x, double y, double width, double height, const char *key)
{
  JalonMark *mark = jalon_scene_add (scene, shape, x, y, width, height);

  mark->target = JALON_TARGET_PROJECT;
  mark->key = g_strdup (key);
  return mark;
}

static const char *
pick (const JalonScene *scene, double x, double y)
{
  const JalonMark *mark = jalon_scene_pick (scene, x, y);

  return mark ? mark->key : NULL;
}

static void
test_size (void)
{
  g_autoptr (JalonScene) scene = jalon_scene_new (-3, 20);

  g_assert_cmpfloat (jalon_scene_get_width (scene), ==, 0);
  g_assert_cmpfloat (jalon_scene_get_height (scene), ==, 20);
  g_assert_cmpuint (jalon_scene_get_n_marks (scene), ==, 0);
  g_assert_null (jalon_scene_pick (scene, 0, 0));
  g_assert_cmpstr (jalon_scene_get_summary (scene), ==, "");
}

static void
test_pick_shapes (void)
{
  g_autoptr (JalonScene) scene = jalon_scene_new (400, 400);
  const JalonPoint triangle[] = { { 200, 200 }, { 300, 200 }, { 200, 300 } };
  JalonMark *path;

  add_target (scene, JALON_SHAPE_RECT, 0, 0, 100, 100, "rect");
  add_target (scene, JALON_SHAPE_DISC, 100, 0, 100, 100, "disc");
  add_target (scene, JALON_SHAPE_LINE, 0, 350, 400, 0, "line");
  path = jalon_scene_add_path (scene, triangle, 3, TRUE);
  path->target = JALON_TARGET_PROJECT;
  path->key = g_strdup ("path");

  g_assert_cmpstr (pick (scene, 99, 99), ==, "rect");
  g_assert_cmpstr (pick (scene, 150, 50), ==, "disc");
  g_assert_cmpstr (pick (scene, 220, 220), ==, "path");
  g_assert_cmpfloat (path->width, ==, 100);
  g_assert_cmpstr (pick (scene, 390, 352), ==, "line");
  g_assert_null (pick (scene, 390, 20));
}

static void
test_pick_order (void)
{
  g_autoptr (JalonScene) scene = jalon_scene_new (400, 400);

  add_target (scene, JALON_SHAPE_RECT, 0, 0, 100, 100, "below");
  add_target (scene, JALON_SHAPE_DISC, 40, 40, 20, 20, "above");
  jalon_scene_add (scene, JALON_SHAPE_RECT, 0, 0, 100, 100);
  g_assert_cmpstr (pick (scene, 50, 50), ==, "above");
  g_assert_cmpstr (pick (scene, 5, 5), ==, "below");
}

/* A disc of 8 px is reached from 12 px away, and the nearer of two is meant. */
static void
test_pick_finger (void)
{
  g_autoptr (JalonScene) scene = jalon_scene_new (400, 400);

  add_target (scene, JALON_SHAPE_DISC, 100, 100, 8, 8, "a");
  add_target (scene, JALON_SHAPE_DISC, 116, 100, 8, 8, "b");
  g_assert_cmpstr (pick (scene, 93, 104), ==, "a");
  g_assert_cmpstr (pick (scene, 109, 104), ==, "a");
  g_assert_cmpstr (pick (scene, 115, 104), ==, "b");
  g_assert_null (pick (scene, 90, 104));
  g_assert_null (pick (scene, 104, 118));
}

static void
test_find (void)
{
  g_autoptr (JalonScene) scene = jalon_scene_new (400, 400);
  JalonMark *a = add_target (scene, JALON_SHAPE_RECT, 0, 0, 1, 1, "a");

  add_target (scene, JALON_SHAPE_RECT, 5, 5, 1, 1, "a");
  g_assert_true (jalon_scene_find (scene, JALON_TARGET_PROJECT, "a") == a);
  g_assert_null (jalon_scene_find (scene, JALON_TARGET_GROUP, "a"));
  g_assert_null (jalon_scene_find (scene, JALON_TARGET_PROJECT, "b"));
}

static void
test_dump (void)
{
  g_autoptr (JalonScene) scene = jalon_scene_new (100, 50);
  JalonMark *bar = add_target (scene, JALON_SHAPE_RECT, 1, 2, 3.25, 4, "a");
  JalonMark *cluster = jalon_scene_add (scene, JALON_SHAPE_DISC, 0, 0, 10, 10);
  g_autofree char *dump = NULL;

  bar->fill = JALON_FILL_HATCHED;
  bar->ink = bar->stroke = JALON_INK_KIND + JALON_KIND_CLOUD;
  bar->dashed = TRUE;
  bar->name = g_strdup ("who, \"how much\"");
  cluster->target = JALON_TARGET_CLUSTER;
  cluster->key = g_strdup ("a b");
  cluster->members = g_strsplit ("a b", " ", -1);
  cluster->opacity = 0.5;
  jalon_scene_add_text (scene, JALON_STYLE_SMALL, JALON_INK_DIM, "10 é", 0, 0, 20, 10);
  jalon_scene_set_summary (scene, "Two.");
  dump = jalon_scene_dump (scene);
  g_assert_cmpstr (dump, ==,
                   "scene 100.0x50.0 \"Two.\"\n"
                   "rect 1.0,2.0 3.2x4.0 hatched kind:cloud dashed=kind:cloud project=a name=\"who, \\\"how much\\\"\"\n"
                   "disc 0.0,0.0 10.0x10.0 hollow opacity=0.50 cluster=a b members=a,b\n"
                   "text 0.0,0.0 20.0x10.0 small dim \"10 é\"\n");
}

static void
test_mirror (void)
{
  g_autoptr (JalonScene) scene = jalon_scene_new (100, 50);
  JalonMark *rect = jalon_scene_add (scene, JALON_SHAPE_RECT, 10, 0, 20, 5);
  JalonMark *line = jalon_scene_add (scene, JALON_SHAPE_LINE, 10, 0, 20, 5);
  const JalonPoint points[] = { { 0, 0 }, { 10, 10 } };
  JalonMark *path = jalon_scene_add_path (scene, points, 2, FALSE);

  jalon_scene_mirror (scene);
  g_assert_cmpfloat (rect->x, ==, 70);
  g_assert_cmpfloat (line->x, ==, 90);
  g_assert_cmpfloat (line->width, ==, -20);
  g_assert_cmpfloat (path->x, ==, 90);
  g_assert_cmpfloat (g_array_index (path->points, JalonPoint, 0).x, ==, 100);
}

static void
test_append (void)
{
  g_autoptr (JalonScene) slide = jalon_scene_new (100, 50);
  g_autoptr (JalonScene) chart = jalon_scene_new (10, 10);
  const JalonPoint points[] = { { 0, 0 }, { 10, 10 } };

  jalon_scene_add_path (chart, points, 2, FALSE);
  jalon_scene_append (slide, chart, 5, 7);
  g_assert_cmpuint (jalon_scene_get_n_marks (slide), ==, 1);
  g_assert_cmpfloat (jalon_scene_get_mark (slide, 0)->x, ==, 5);
  g_assert_cmpfloat (g_array_index (jalon_scene_get_mark (slide, 0)->points, JalonPoint, 1).y, ==, 17);
  g_assert_cmpfloat (jalon_scene_get_mark (chart, 0)->x, ==, 0);
}

static void
test_interpolate (void)
{
  g_autoptr (JalonScene) from = jalon_scene_new (100, 100);
  g_autoptr (JalonScene) to = jalon_scene_new (200, 100);
  g_autoptr (JalonScene) middle = NULL;
  g_autoptr (JalonScene) end = NULL;

  add_target (from, JALON_SHAPE_RECT, 0, 0, 10, 10, "stays");
  add_target (from, JALON_SHAPE_RECT, 0, 20, 10, 10, "goes");
  add_target (to, JALON_SHAPE_RECT, 100, 0, 30, 10, "stays");
  add_target (to, JALON_SHAPE_RECT, 0, 40, 10, 10, "comes");
  jalon_scene_add (to, JALON_SHAPE_LINE, 0, 0, 1, 1);

  middle = jalon_scene_interpolate (from, to, 0.5);
  g_assert_cmpfloat (jalon_scene_get_width (middle), ==, 200);
  g_assert_cmpfloat (jalon_scene_find (middle, JALON_TARGET_PROJECT, "stays")->x, ==, 50);
  g_assert_cmpfloat (jalon_scene_find (middle, JALON_TARGET_PROJECT, "stays")->width, ==, 20);
  g_assert_cmpfloat (jalon_scene_find (middle, JALON_TARGET_PROJECT, "comes")->opacity, ==, 0.5);
  g_assert_null (jalon_scene_find (middle, JALON_TARGET_PROJECT, "goes"));
  g_assert_cmpuint (jalon_scene_get_n_marks (middle), ==, 4);

  end = jalon_scene_interpolate (from, to, 1);
  g_assert_cmpuint (jalon_scene_get_n_marks (end), ==, 3);
  g_assert_cmpfloat (jalon_scene_find (end, JALON_TARGET_PROJECT, "stays")->x, ==, 100);
}

/* Several marks may stand for one key: the n-th moves to the n-th. */
static void
test_interpolate_twins (void)
{
  g_autoptr (JalonScene) from = jalon_scene_new (100, 100);
  g_autoptr (JalonScene) to = jalon_scene_new (100, 100);
  g_autoptr (JalonScene) middle = NULL;

  for (int i = 0; i < 2; i++)
    {
      add_target (from, JALON_SHAPE_RECT, i * 10, 0, 10, 10, "a");
      add_target (to, JALON_SHAPE_RECT, i * 10, 50, 10, 10, "a");
    }
  middle = jalon_scene_interpolate (from, to, 0.5);
  g_assert_cmpfloat (jalon_scene_get_mark (middle, 0)->x, ==, 0);
  g_assert_cmpfloat (jalon_scene_get_mark (middle, 1)->x, ==, 10);
  g_assert_cmpfloat (jalon_scene_get_mark (middle, 1)->y, ==, 25);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scene/size", test_size);
  g_test_add_func ("/scene/pick-shapes", test_pick_shapes);
  g_test_add_func ("/scene/pick-order", test_pick_order);
  g_test_add_func ("/scene/pick-finger", test_pick_finger);
  g_test_add_func ("/scene/find", test_find);
  g_test_add_func ("/scene/dump", test_dump);
  g_test_add_func ("/scene/mirror", test_mirror);
  g_test_add_func ("/scene/append", test_append);
  g_test_add_func ("/scene/interpolate", test_interpolate);
  g_test_add_func ("/scene/interpolate-twins", test_interpolate_twins);
  return g_test_run ();
}
