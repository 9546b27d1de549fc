/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/jalon-basemap-source.h"
#include "widgets/jalon-tile-paintable.h"

static gboolean
time_out_cb (gpointer data)
{
  g_assert_not_reached ();
  return G_SOURCE_REMOVE;
}

/* Runs the main loop until it is true. */
static void
wait_for (const gboolean *flag)
{
  guint timeout = g_timeout_add_seconds (30, time_out_cb, NULL);

  while (!*flag)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (timeout);
}

static void
set_cb (gpointer data)
{
  *(gboolean *) data = TRUE;
}

typedef struct
{
  gboolean done, filled;
  GError *error;
} Answer;

static void
filled_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  Answer *answer = data;

  answer->filled = shumate_map_source_fill_tile_finish (SHUMATE_MAP_SOURCE (object), result, &answer->error);
  answer->done = TRUE;
}

static ShumateTile *
new_tile (guint zoom, guint x, guint y)
{
  ShumateTile *tile = shumate_tile_new_full (x, y, 256, zoom);

  return g_object_ref_sink (tile);
}

static JalonBasemap *
open_bundled (void)
{
  g_autoptr (GError) error = NULL;
  JalonBasemap *map = jalon_basemap_open_bundled (&error);

  g_assert_no_error (error);
  return map;
}

static void
test_fill (gconstpointer data)
{
  g_autoptr (JalonBasemap) map = data != NULL ? NULL : open_bundled ();
  g_autoptr (ShumateMapSource) source = jalon_basemap_source_new (map, JALON_THEME_DARK, jalon_language_get ("en"));
  g_autoptr (ShumateTile) tile = new_tile (12, 2108, 1494);
  Answer answer = { 0 };
  gboolean drawn = FALSE;

  g_signal_connect_swapped (source, "drawn", G_CALLBACK (set_cb), &drawn);
  shumate_map_source_fill_tile_async (source, tile, NULL, filled_cb, &answer);
  wait_for (&answer.done);
  g_assert_no_error (answer.error);
  g_assert_true (answer.filled && drawn);
  g_assert_cmpint (shumate_tile_get_state (tile), ==, SHUMATE_STATE_DONE);
  g_assert_cmpint (gdk_paintable_get_intrinsic_width (shumate_tile_get_paintable (tile)), ==, 256);
}

/* A tile that is no longer wanted isn't drawn. */
static void
test_cancelled (void)
{
  g_autoptr (JalonBasemap) map = open_bundled ();
  g_autoptr (ShumateMapSource) source = jalon_basemap_source_new (map, JALON_THEME_LIGHT, jalon_language_get ("fr"));
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (ShumateTile) tile = new_tile (4, 8, 5);
  Answer answer = { 0 };

  shumate_map_source_fill_tile_async (source, tile, cancellable, filled_cb, &answer);
  g_cancellable_cancel (cancellable);
  wait_for (&answer.done);
  g_assert_error (answer.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (shumate_tile_get_paintable (tile));
  g_clear_error (&answer.error);
}

/* A tile out of sight waits until it is seen, or is no longer wanted; one that is seen doesn't, nor one beyond the date line. */
static void
test_out_of_sight (void)
{
  const JalonMapLook here = { 43.5, 5.5, 7 }, there = { 43.5, 12, 7 }, date_line = { 0, 179.9, 7 };
  g_autoptr (ShumateMapSource) source = jalon_basemap_source_new (NULL, JALON_THEME_LIGHT, jalon_language_get ("fr"));
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (ShumateTile) seen = new_tile (7, 65, 46), unseen = new_tile (7, 68, 46), never = new_tile (7, 65, 60);
  g_autoptr (ShumateTile) round = new_tile (7, 0, 64);
  Answer first = { 0 }, second = { 0 }, third = { 0 }, fourth = { 0 };

  jalon_basemap_source_show (JALON_BASEMAP_SOURCE (source), &here, 600, 400);
  shumate_map_source_fill_tile_async (source, never, cancellable, filled_cb, &third);
  shumate_map_source_fill_tile_async (source, unseen, NULL, filled_cb, &second);
  shumate_map_source_fill_tile_async (source, seen, NULL, filled_cb, &first);
  wait_for (&first.done);
  g_assert_true (first.filled && !second.done && !third.done);
  jalon_basemap_source_show (JALON_BASEMAP_SOURCE (source), &there, 600, 400);
  wait_for (&second.done);
  g_assert_true (second.filled && !third.done);
  g_cancellable_cancel (cancellable);
  wait_for (&third.done);
  g_assert_error (third.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&third.error);
  jalon_basemap_source_show (JALON_BASEMAP_SOURCE (source), &date_line, 600, 400);
  shumate_map_source_fill_tile_async (source, round, NULL, filled_cb, &fourth);
  wait_for (&fourth.done);
  g_assert_true (fourth.filled);
}

/* What is drawn ahead is there when it is asked for, whether it was drawn by then or not, but not before the asker is done. */
static void
test_ahead (void)
{
  const JalonMapLook here = { 43.5, 5.5, 7 };
  g_autoptr (JalonBasemap) map = open_bundled ();
  g_autoptr (ShumateMapSource) source = jalon_basemap_source_new (map, JALON_THEME_LIGHT, jalon_language_get ("fr"));
  g_autoptr (ShumateTile) seen = new_tile (7, 65, 46), beside = new_tile (7, 66, 46), unseen = new_tile (7, 80, 46);
  Answer first = { 0 }, second = { 0 }, third = { 0 };

  jalon_basemap_source_show (JALON_BASEMAP_SOURCE (source), &here, 600, 400);
  jalon_basemap_source_draw_ahead (JALON_BASEMAP_SOURCE (source));
  shumate_map_source_fill_tile_async (source, seen, NULL, filled_cb, &first);
  shumate_map_source_fill_tile_async (source, beside, NULL, filled_cb, &second);
  shumate_map_source_fill_tile_async (source, unseen, NULL, filled_cb, &third);
  g_assert_null (shumate_tile_get_paintable (seen));
  wait_for (&first.done);
  wait_for (&second.done);
  g_assert_true (first.filled && second.filled && !third.done);
  g_assert_nonnull (shumate_tile_get_paintable (seen));
  g_assert_true (shumate_tile_get_paintable (seen) != shumate_tile_get_paintable (beside));
  jalon_basemap_source_show (JALON_BASEMAP_SOURCE (source), &(const JalonMapLook){ 43.5, 45, 7 }, 600, 400);
  wait_for (&third.done);
  g_assert_true (third.filled);
}

/* A drawn tile's paintable as it is painted, in a size. */
static cairo_surface_t *
paint (gboolean software, double size)
{
  g_autoptr (JalonBasemap) map = open_bundled ();
  g_autoptr (ShumateMapSource) source = jalon_basemap_source_new (map, JALON_THEME_LIGHT, jalon_language_get ("fr"));
  g_autoptr (ShumateTile) tile = new_tile (7, 65, 46);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 400, 400);
  cairo_t *cr = cairo_create (surface);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  GskRenderNode *node;
  Answer answer = { 0 };

  jalon_basemap_source_set_software (JALON_BASEMAP_SOURCE (source), software);
  shumate_map_source_fill_tile_async (source, tile, NULL, filled_cb, &answer);
  wait_for (&answer.done);
  gdk_paintable_snapshot (shumate_tile_get_paintable (tile), snapshot, size, size);
  node = gtk_snapshot_free_to_node (snapshot);
  cairo_translate (cr, 8, 8);
  gsk_render_node_draw (node, cr);
  gsk_render_node_unref (node);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

/* Tiles for the cairo renderer look like those for the others, bleed and all, enlarged or not. */
static void
test_software (void)
{
  for (int size = 256; size <= 384; size += 128)
    {
      cairo_surface_t *by_cairo = paint (TRUE, size), *by_texture = paint (FALSE, size);
      const guchar *one = cairo_image_surface_get_data (by_cairo), *other = cairo_image_surface_get_data (by_texture);
      gsize n = (gsize) cairo_image_surface_get_stride (by_cairo) * 400, painted = 0, difference = 0;

      for (gsize i = 0; i < n; i++)
        {
          difference += (gsize) ABS (one[i] - other[i]);
          painted += one[i] > 0;
        }
      g_assert_cmpuint (painted, >, 256 * 256 * 3);
      g_assert_cmpuint (difference, <=, size == 256 ? 0 : painted / 10);
      cairo_surface_destroy (by_cairo);
      cairo_surface_destroy (by_texture);
    }
}

/* What looks different is called differently, so that a cache can't mix it up. */
static void
test_ids (void)
{
  const char *const tint[] = { "FR-PAC", NULL };
  g_autoptr (JalonBasemap) map = open_bundled ();
  g_autoptr (ShumateMapSource) first = jalon_basemap_source_new (map, JALON_THEME_LIGHT, jalon_language_get ("fr"));
  g_autoptr (ShumateMapSource) same = jalon_basemap_source_new (map, JALON_THEME_LIGHT, jalon_language_get ("fr"));
  g_autoptr (ShumateMapSource) dark = jalon_basemap_source_new (map, JALON_THEME_DARK, jalon_language_get ("fr"));
  g_autoptr (ShumateMapSource) english = jalon_basemap_source_new (map, JALON_THEME_LIGHT, jalon_language_get ("en"));
  g_autoptr (ShumateMapSource) none = jalon_basemap_source_new (NULL, JALON_THEME_LIGHT, jalon_language_get ("fr"));
  const char *id = shumate_map_source_get_id (first);

  g_assert_cmpstr (id, ==, shumate_map_source_get_id (same));
  g_assert_cmpstr (id, !=, shumate_map_source_get_id (dark));
  g_assert_cmpstr (id, !=, shumate_map_source_get_id (english));
  g_assert_cmpstr (id, !=, shumate_map_source_get_id (none));
  jalon_basemap_source_set_tint (JALON_BASEMAP_SOURCE (same), tint);
  g_assert_cmpstr (id, !=, shumate_map_source_get_id (same));
  g_assert_nonnull (shumate_map_source_get_license (first));
}

/* In a window, the map asks for its tiles and shows them all; with a map closed while they are drawn, nothing goes wrong. */
static void
test_map (void)
{
  g_autoptr (JalonBasemap) map = open_bundled ();
  g_autoptr (ShumateMapSource) source = jalon_basemap_source_new (map, JALON_THEME_LIGHT, jalon_language_get ("fr"));
  GtkWidget *window = gtk_window_new ();
  ShumateSimpleMap *widget = shumate_simple_map_new ();
  gboolean drawn = FALSE;

  g_signal_connect_swapped (source, "drawn", G_CALLBACK (set_cb), &drawn);
  shumate_simple_map_set_map_source (widget, source);
  gtk_window_set_default_size (GTK_WINDOW (window), 900, 600);
  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (widget));
  shumate_map_go_to_full (shumate_simple_map_get_map (widget), 43.7, 5.6, 7);
  gtk_window_present (GTK_WINDOW (window));
  wait_for (&drawn);
  shumate_viewport_set_zoom_level (shumate_simple_map_get_viewport (widget), 9);
  gtk_window_destroy (GTK_WINDOW (window));
  while (g_main_context_iteration (NULL, FALSE))
    continue;
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv);
  g_test_add_data_func ("/basemap-source/fill", NULL, test_fill);
  g_test_add_data_func ("/basemap-source/fill-without-map", "land", test_fill);
  g_test_add_func ("/basemap-source/cancelled", test_cancelled);
  g_test_add_func ("/basemap-source/out-of-sight", test_out_of_sight);
  g_test_add_func ("/basemap-source/ahead", test_ahead);
  g_test_add_func ("/basemap-source/software", test_software);
  g_test_add_func ("/basemap-source/ids", test_ids);
  g_test_add_func ("/basemap-source/map", test_map);
  return g_test_run ();
}
