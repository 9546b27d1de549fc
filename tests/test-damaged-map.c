/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A map of which a part can't be read. */
#include "config.h"

#include "ui-support.h"

#include <glib/gstdio.h>
#include <shumate/shumate.h>
#include <sqlite3.h>

#include "widgets/jalon-pins-view.h"

static const char *const far =
    "{\"format\": \"jalon\", \"version\": 1, \"title\": \"T\","
    " \"places\": [{\"id\": \"a\", \"name\": \"Aoba\", \"lat\": 43.06, \"lon\": 141.35, \"precision\": \"commune\"}],"
    " \"projects\": [{\"id\": \"one\", \"title\": \"One\", \"kind\": \"cloud\", \"scope\": \"site\", \"at\": [\"a\"],"
    "  \"announcements\": [{\"date\": \"2025\", \"act\": \"announces\"}]}]}";

/* The bundled map with one unreadable tile, over the Amazon. */
static char *
write_damaged (const char *folder)
{
  g_autofree char *bundled = g_build_filename (g_getenv ("JALON_DATA_DIR"), "basemap", "basemap.mbtiles", NULL);
  char *path = g_build_filename (folder, "damaged.mbtiles", NULL);
  g_autofree char *text = NULL;
  gsize length;
  sqlite3 *db;

  g_assert_true (g_file_get_contents (bundled, &text, &length, NULL));
  g_assert_true (g_file_set_contents (path, text, (gssize) length, NULL));
  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "UPDATE tiles SET tile_data = x'1f8b00ff' WHERE zoom_level = 4 AND tile_column = 5 AND tile_row = 7",
                                 NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_changes (db), ==, 1);
  sqlite3_close (db);
  return path;
}

static void
look_at (JalonWindow *window, double lat, double lon)
{
  ShumateMap *map = SHUMATE_MAP (ui_find_type (GTK_WIDGET (window), SHUMATE_TYPE_MAP));
  ShumateViewport *viewport = shumate_map_get_viewport (map);

  shumate_viewport_set_zoom_level (viewport, 4);
  shumate_location_set_location (SHUMATE_LOCATION (viewport), lat, lon);
  ui_settle (GTK_WIDGET (window));
}

/* What is painted over the map: names, far from the projects. */
static guint
count_names (JalonWindow *window)
{
  GtkWidget *pins = ui_find_type (GTK_WIDGET (window), JALON_TYPE_PINS_VIEW);
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (pins);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr (GPtrArray) nodes = NULL;
  GskRenderNode *node;

  gdk_paintable_snapshot (paintable, snapshot, gtk_widget_get_width (pins), gtk_widget_get_height (pins));
  node = gtk_snapshot_free_to_node (snapshot);
  if (node == NULL)
    return 0;
  gsk_render_node_unref (node);
  nodes = ui_list_nodes (pins);
  return nodes->len;
}

typedef struct
{
  JalonWindow *window;
  guint n;
} Names;

static gboolean
has_names (gpointer data)
{
  const Names *names = data;

  return names->n > 0 ? count_names (names->window) == names->n : count_names (names->window) > 20;
}

/* Where a part of the map can't be read its names are missing, and only there. */
static void
test_names (void)
{
  g_autoptr (JalonDataset) dataset = ui_read (far);
  g_autofree char *folder = g_dir_make_tmp ("jalon-map-XXXXXX", NULL);
  g_autofree char *path = write_damaged (folder);
  Names names = { ui_window_new (dataset, "en"), 0 };

  look_at (names.window, 47, 3);
  ui_wait (has_names, &names);
  names.n = count_names (names.window);
  g_assert_null (jalon_window_load_basemap (names.window, path));
  look_at (names.window, -12, -58);
  look_at (names.window, 47, 3);
  ui_wait (has_names, &names);
  gtk_window_destroy (GTK_WINDOW (names.window));
  g_remove (path);
  g_rmdir (folder);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/damaged-map/names", test_names);
  return g_test_run ();
}
