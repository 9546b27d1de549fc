/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui-support.h"

#include "widgets/jalon-bars-view.h"
#include "widgets/jalon-pins-view.h"
#include "widgets/jalon-scene-nodes.h"
#include "widgets/jalon-timeline-view.h"

#define WIDTH 400
#define HEIGHT 300

/* Marks of each shape here and there, one of them moved by so much. */
static JalonScene *
make_scene (double by)
{
  const JalonPoint points[] = { { 20, 200 }, { 120, 240 }, { 180, 190 } };
  JalonScene *scene = jalon_scene_new (WIDTH, HEIGHT);
  JalonMark *disc;

  for (int i = 0; i < 5; i++)
    {
      JalonMark *mark = jalon_scene_add (scene, i % 2 ? JALON_SHAPE_DISC : JALON_SHAPE_RECT, 10 + 80 * i, 20, 40, 30);

      mark->fill = i % 3 ? JALON_FILL_SOLID : JALON_FILL_HATCHED;
      mark->ink = JALON_INK_ACCENT;
      mark->stroke = JALON_INK_TEXT;
      mark->stroke_width = 1.5;
      jalon_scene_add_text (scene, JALON_STYLE_BODY, JALON_INK_TEXT, "Marseille", 10 + 80 * i, 60, 70, 20)->halo = i == 2;
    }
  jalon_scene_add (scene, JALON_SHAPE_LINE, 0, 120, WIDTH, 0)->stroke = JALON_INK_FAINT;
  jalon_scene_add_path (scene, points, G_N_ELEMENTS (points), TRUE)->stroke = JALON_INK_TEXT;
  disc = jalon_scene_add (scene, JALON_SHAPE_DISC, 300 + by, 200, 30, 30);
  disc->fill = JALON_FILL_SOLID;
  disc->ink = JALON_INK_WARNING;
  return scene;
}

static cairo_surface_t *
draw (GskRenderNode *node, const JalonScene *scene, JalonType *type)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);

  if (node != NULL)
    gsk_render_node_draw (node, cr);
  else
    jalon_painter_paint (cr, scene, JALON_THEME_LIGHT, type);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

/* The picture in nodes is the picture, whether these are painted when they are made or when they are drawn. */
static void
test_picture (void)
{
  g_autoptr (JalonType) type = jalon_type_new (NULL, 1);
  g_autoptr (JalonScene) scene = make_scene (0.3);

  for (int ready = 0; ready <= 1; ready++)
    {
      const JalonSceneLook look = { JALON_THEME_LIGHT, type, 1, ready };
      JalonSceneNodes *nodes = jalon_scene_nodes_new ();
      GskRenderNode *node = jalon_scene_nodes_paint (nodes, scene, &look);
      cairo_surface_t *one = draw (node, scene, type), *other = draw (NULL, scene, type);
      gsize size = (gsize) cairo_image_surface_get_stride (one) * HEIGHT;

      for (gsize i = 0; i < size; i++)
        g_assert_cmpint (ABS (cairo_image_surface_get_data (one)[i] - cairo_image_surface_get_data (other)[i]), <=, 2);
      cairo_surface_destroy (one);
      cairo_surface_destroy (other);
      gsk_render_node_unref (node);
      jalon_scene_nodes_free (nodes);
    }
}

static GskRenderNode *
paint (JalonSceneNodes *nodes, const JalonScene *scene, JalonTheme theme, JalonType *type)
{
  const JalonSceneLook look = { theme, type, 1, TRUE };

  return jalon_scene_nodes_paint (nodes, scene, &look);
}

/* What stays as it was isn't painted again. */
static void
test_repainted (void)
{
  g_autoptr (JalonType) type = jalon_type_new (NULL, 1), larger = jalon_type_new (NULL, 2);
  g_autoptr (JalonScene) scene = make_scene (0), same = make_scene (0), moved = make_scene (10), empty = jalon_scene_new (10, 10);
  JalonSceneNodes *nodes = jalon_scene_nodes_new ();
  guint n;

  gsk_render_node_unref (paint (nodes, scene, JALON_THEME_LIGHT, type));
  n = jalon_scene_nodes_get_n_painted (nodes);
  g_assert_cmpuint (n, >, 3);
  gsk_render_node_unref (paint (nodes, same, JALON_THEME_LIGHT, type));
  g_assert_cmpuint (jalon_scene_nodes_get_n_painted (nodes), ==, n);
  gsk_render_node_unref (paint (nodes, moved, JALON_THEME_LIGHT, type));
  g_assert_cmpuint (jalon_scene_nodes_get_n_painted (nodes), ==, n + 1);
  gsk_render_node_unref (paint (nodes, moved, JALON_THEME_DARK, type));
  g_assert_cmpuint (jalon_scene_nodes_get_n_painted (nodes), ==, 2 * n + 1);
  gsk_render_node_unref (paint (nodes, moved, JALON_THEME_DARK, larger));
  g_assert_cmpuint (jalon_scene_nodes_get_n_painted (nodes), ==, 3 * n + 1);
  g_assert_null (paint (nodes, empty, JALON_THEME_DARK, larger));
  jalon_scene_nodes_free (nodes);
}

static void
point_at (GtkWidget *widget, double x, double y)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_MOTION (controller))
        g_signal_emit_by_name (controller, "motion", x, y);
    }
}

/* The pointer over a mark adds an outline, and nothing else is another node: so nothing else is painted. */
static void
test_hover (void)
{
  g_autoptr (JalonDataset) dataset = ui_read_bundled ();
  JalonWindow *window = ui_window_new (dataset, "en");
  const GType types[] = { JALON_TYPE_PINS_VIEW, JALON_TYPE_BARS_VIEW, JALON_TYPE_TIMELINE_VIEW };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      GtkWidget *view = ui_find_type (GTK_WIDGET (window), types[i]);
      const JalonScene *scene = jalon_scene_view_get_scene (JALON_SCENE_VIEW (view));
      g_autoptr (GPtrArray) before = ui_list_nodes (view), after = NULL;
      guint outlines = 0;

      for (guint j = 0; j < jalon_scene_get_n_marks (scene); j++)
        {
          const JalonMark *mark = jalon_scene_get_mark (scene, j);
          double x = mark->x + mark->width / 2, y = mark->y + mark->height / 2;

          if (mark->target == JALON_TARGET_NONE || jalon_scene_pick (scene, x, y) != mark)
            continue;
          point_at (view, x, y);
          break;
        }
      ui_next_frame (GTK_WIDGET (window));
      after = ui_list_nodes (view);
      for (guint j = 0; j < after->len; j++)
        if (!g_ptr_array_find (before, g_ptr_array_index (after, j), NULL))
          outlines += gsk_render_node_get_node_type (g_ptr_array_index (after, j)) == GSK_BORDER_NODE ? 1 : 100;
      g_assert_cmpuint (before->len, >, 10);
      g_assert_cmpuint (outlines, ==, 1);
    }
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv);
  adw_init ();
  g_test_add_func ("/scene-nodes/picture", test_picture);
  g_test_add_func ("/scene-nodes/repainted", test_repainted);
  g_test_add_func ("/scene-nodes/hover", test_hover);
  return g_test_run ();
}
