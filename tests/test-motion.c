/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui-support.h"

#include "widgets/jalon-bars-view.h"
#include "widgets/jalon-scene-motion.h"

#define DURATION (240 * 1000) /* microseconds */

static void
set_animations (gboolean enabled)
{
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", enabled, NULL);
}

/* A scene with one mark. */
static JalonScene *
make_scene (double x)
{
  JalonScene *scene = jalon_scene_new (200, 100);
  JalonMark *mark = jalon_scene_add (scene, JALON_SHAPE_RECT, x, 0, 10, 10);

  mark->target = JALON_TARGET_PROJECT;
  mark->key = g_strdup ("a");
  return scene;
}

static double
get_x (const JalonSceneMotion *motion, const JalonScene *to)
{
  g_autoptr (JalonScene) between = jalon_scene_motion_mix (motion, to);

  g_assert_nonnull (between);
  return jalon_scene_get_mark (between, 0)->x;
}

/* A mark sets out from where it is seen, always nears where it goes, and is there in the end; another way begins where it is then. */
static void
test_way (void)
{
  GtkWidget *window = gtk_window_new ();
  JalonSceneMotion *motion = jalon_scene_motion_new (window);
  g_autoptr (JalonScene) from = make_scene (0), to = make_scene (100), other = make_scene (50);
  double x;

  set_animations (TRUE);
  gtk_window_present (GTK_WINDOW (window));
  ui_settle (window);
  jalon_scene_motion_begin (motion, from);
  g_assert_true (jalon_scene_motion_advance (motion, 1000));
  g_assert_cmpfloat_with_epsilon (get_x (motion, to), 0, 1e-9);
  g_assert_true (jalon_scene_motion_advance (motion, 1000 + DURATION / 4));
  x = get_x (motion, to);
  g_assert_true (x > 25 && x < 100);
  g_assert_true (jalon_scene_motion_advance (motion, 1000 + DURATION / 2));
  g_assert_true (get_x (motion, to) > x && get_x (motion, to) < 100);
  x = get_x (motion, to);
  jalon_scene_motion_begin (motion, to);
  g_assert_true (jalon_scene_motion_advance (motion, 500000));
  g_assert_cmpfloat_with_epsilon (get_x (motion, other), x, 1e-9);
  g_assert_false (jalon_scene_motion_advance (motion, 500000 + DURATION));
  g_assert_null (jalon_scene_motion_mix (motion, other));
  g_assert_false (jalon_scene_motion_advance (motion, 600000 + DURATION));
  jalon_scene_motion_stop (motion);
  set_animations (FALSE);
  jalon_scene_motion_begin (motion, from);
  g_assert_null (jalon_scene_motion_mix (motion, to));
  jalon_scene_motion_stop (motion);
  jalon_scene_motion_free (motion);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Where all that a view shows lies, as text. */
static char *
describe (GtkWidget *view)
{
  g_autoptr (GPtrArray) nodes = ui_list_nodes (view);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < nodes->len; i++)
    {
      graphene_rect_t bounds;

      gsk_render_node_get_bounds (g_ptr_array_index (nodes, i), &bounds);
      g_string_append_printf (text, "%g %g %g %g\n", (double) bounds.origin.x, (double) bounds.origin.y, (double) bounds.size.width,
                              (double) bounds.size.height);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

typedef struct
{
  GtkWidget *view;
  const char *end;
} Wait;

static gboolean
has_arrived (gpointer data)
{
  const Wait *wait = data;
  g_autofree char *now = describe (wait->view);

  return g_str_equal (now, wait->end);
}

static void
set_group (JalonWindow *window, JalonKey key)
{
  jalon_query_set_group (jalon_model_get_query (jalon_window_get_model (window)), key);
}

/* Other figures are reached by moving, where the desktop wants it, and in the end all is where it is without; what can be picked is
 * there at once. Another language isn't moved to. */
static void
test_view (void)
{
  g_autoptr (JalonDataset) dataset = ui_read_bundled ();
  JalonWindow *window = ui_window_new (dataset, "en");
  GtkWidget *view = ui_find_type (GTK_WIDGET (window), JALON_TYPE_BARS_VIEW);
  g_autofree char *by_place = NULL, *by_kind = NULL, *on_the_way = NULL, *french = NULL, *later = NULL, *picked = NULL, *dump = NULL;
  Wait wait = { view, NULL };

  set_animations (FALSE);
  ui_settle (GTK_WIDGET (window));
  by_place = describe (view);
  set_group (window, JALON_KEY_KIND);
  ui_next_frame (GTK_WIDGET (window));
  by_kind = describe (view);
  dump = jalon_scene_dump (jalon_scene_view_get_scene (JALON_SCENE_VIEW (view)));
  g_assert_cmpstr (by_place, !=, by_kind);
  set_group (window, JALON_KEY_PLACE);
  ui_settle (GTK_WIDGET (window));
  set_animations (TRUE);
  set_group (window, JALON_KEY_KIND);
  picked = jalon_scene_dump (jalon_scene_view_get_scene (JALON_SCENE_VIEW (view)));
  g_assert_cmpstr (picked, ==, dump);
  ui_next_frame (GTK_WIDGET (window));
  on_the_way = describe (view);
  g_assert_cmpstr (on_the_way, !=, by_kind);
  wait.end = by_kind;
  ui_wait (has_arrived, &wait);
  jalon_model_set_language (jalon_window_get_model (window), jalon_language_get ("fr"));
  ui_next_frame (GTK_WIDGET (window));
  french = describe (view);
  ui_settle (GTK_WIDGET (window));
  later = describe (view);
  g_assert_cmpstr (french, ==, later);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv);
  adw_init ();
  g_test_add_func ("/motion/way", test_way);
  g_test_add_func ("/motion/view", test_view);
  return g_test_run ();
}
