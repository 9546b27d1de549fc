/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <libsoup/soup.h>
#include <string.h>

#include "app/jalon-map-preferences.h"
#include "app/jalon-settings.h"
#include "ui-support.h"
#include "widgets/jalon-basemap-source.h"
#include "widgets/jalon-map-view.h"

#define RED 0xd00000

/* A server of tiles on this machine: red squares, or what the test makes it answer. */
typedef struct
{
  SoupServer *server;
  char *address;
  char *folder; /* of a cache */
  GBytes *picture;
  const char *validity; /* Cache-Control */
  guint status;
  guint requests, unchanged;
  char *agent, *path;
} Fixture;

static cairo_status_t
append_cb (void *closure, const guchar *data, guint length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static GBytes *
make_picture (int side)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, side, side);
  cairo_t *cr = cairo_create (surface);
  GByteArray *png = g_byte_array_new ();

  cairo_set_source_rgb (cr, 0xd0 / 255.0, 0, 0);
  cairo_paint (cr);
  cairo_destroy (cr);
  cairo_surface_write_to_png_stream (surface, append_cb, png);
  cairo_surface_destroy (surface);
  return g_byte_array_free_to_bytes (png);
}

static void
serve_cb (SoupServer *server, SoupServerMessage *message, const char *path, GHashTable *query, gpointer data)
{
  Fixture *fixture = data;
  SoupMessageHeaders *request = soup_server_message_get_request_headers (message);
  SoupMessageHeaders *response = soup_server_message_get_response_headers (message);
  gsize size;
  const char *bytes = g_bytes_get_data (fixture->picture, &size);

  fixture->requests++;
  g_free (fixture->agent);
  g_free (fixture->path);
  fixture->agent = g_strdup (soup_message_headers_get_one (request, "User-Agent"));
  fixture->path = g_strdup (path);
  soup_message_headers_replace (response, "Cache-Control", fixture->validity);
  soup_message_headers_replace (response, "ETag", "\"red\"");
  if (fixture->status == SOUP_STATUS_OK && g_strcmp0 (soup_message_headers_get_one (request, "If-None-Match"), "\"red\"") == 0)
    {
      fixture->unchanged++;
      soup_server_message_set_status (message, SOUP_STATUS_NOT_MODIFIED, NULL);
      return;
    }
  soup_server_message_set_status (message, fixture->status, NULL);
  soup_server_message_set_response (message, "image/png", SOUP_MEMORY_COPY, bytes, size);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  GSList *addresses;
  g_autofree char *base = NULL;

  fixture->server = soup_server_new (NULL, NULL);
  fixture->status = SOUP_STATUS_OK;
  fixture->validity = "max-age=3600";
  fixture->picture = make_picture (256);
  fixture->folder = g_dir_make_tmp ("jalon-tiles-XXXXXX", NULL);
  soup_server_add_handler (fixture->server, NULL, serve_cb, fixture, NULL);
  g_assert_true (soup_server_listen_local (fixture->server, 0, SOUP_SERVER_LISTEN_IPV4_ONLY, NULL));
  addresses = soup_server_get_uris (fixture->server);
  base = g_uri_to_string (addresses->data);
  fixture->address = g_strconcat (base, "{z}/{x}/{y}.png", NULL);
  g_slist_free_full (addresses, (GDestroyNotify) g_uri_unref);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  soup_server_disconnect (fixture->server);
  g_object_unref (fixture->server);
  g_bytes_unref (fixture->picture);
  ui_remove_folder (fixture->folder);
  g_free (fixture->address);
  g_free (fixture->folder);
  g_free (fixture->agent);
  g_free (fixture->path);
}

static guint32
colour_of (GdkPaintable *paintable)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 256, 256);
  cairo_t *cr = cairo_create (surface);
  GskRenderNode *node;
  guint32 colour;

  gdk_paintable_snapshot (paintable, snapshot, 256, 256);
  node = gtk_snapshot_free_to_node (snapshot);
  gsk_render_node_draw (node, cr);
  gsk_render_node_unref (node);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  memcpy (&colour, cairo_image_surface_get_data (surface) + 128 * cairo_image_surface_get_stride (surface) + 512, 4);
  cairo_surface_destroy (surface);
  return colour & 0xffffff;
}

typedef struct
{
  ShumateTile *tile;
  gboolean done;
} Answer;

static void
filled_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  Answer *answer = data;

  g_assert_true (shumate_map_source_fill_tile_finish (SHUMATE_MAP_SOURCE (object), result, NULL));
  answer->done = TRUE;
}

static gboolean
is_done (gpointer data)
{
  return ((Answer *) data)->done;
}

static gboolean
is_red (gpointer data)
{
  GdkPaintable *paintable = shumate_tile_get_paintable (((Answer *) data)->tile);

  return paintable != NULL && colour_of (paintable) == RED;
}

/* What a map shows of a tile in the sea off Corsica, once it shows something. */
static guint32
fill (JalonOnlineTiles *online, gboolean wait_for_red)
{
  g_autoptr (JalonBasemap) basemap = jalon_basemap_open_bundled (NULL);
  g_autoptr (ShumateMapSource) source = jalon_basemap_source_new (basemap, JALON_THEME_LIGHT, jalon_language_get ("fr"));
  g_autoptr (ShumateTile) tile = g_object_ref_sink (shumate_tile_new_full (66, 47, 256, 7));
  Answer answer = { tile, FALSE };

  jalon_basemap_source_set_online (JALON_BASEMAP_SOURCE (source), online);
  shumate_map_source_fill_tile_async (source, tile, NULL, filled_cb, &answer);
  ui_wait (is_done, &answer);
  if (wait_for_red)
    ui_wait (is_red, &answer);
  g_assert_cmpint (shumate_tile_get_state (tile), ==, SHUMATE_STATE_DONE);
  return colour_of (shumate_tile_get_paintable (tile));
}

static void
test_shown (Fixture *fixture, gconstpointer data)
{
  g_autoptr (JalonOnlineTiles) online = jalon_online_tiles_new (fixture->address, "© Red", fixture->folder);

  g_assert_cmpuint (fixture->requests, ==, 0);
  g_assert_cmphex (fill (online, TRUE), ==, RED);
  g_assert_cmpstr (fixture->path, ==, "/7/66/47.png");
  g_assert_true (g_str_has_prefix (fixture->agent, "Jalon/" VERSION " (+https://"));
  g_assert_cmpuint (fixture->requests, ==, 1);
}

static gboolean
has_files (gpointer folder)
{
  g_autoptr (GDir) files = g_dir_open (folder, 0, NULL);

  return files != NULL && g_dir_read_name (files) != NULL;
}

/* As one start does: what was answered is on disk at its end. */
static void
fill_once (Fixture *fixture)
{
  g_autoptr (JalonOnlineTiles) online = jalon_online_tiles_new (fixture->address, "© Red", fixture->folder);

  fill (online, TRUE);
  ui_wait (has_files, fixture->folder);
}

/* What holds for an hour isn't asked for again at the next start; what may have changed is asked about. */
static void
test_cached (Fixture *fixture, gconstpointer data)
{
  guint asked;

  for (guint i = 0; i < 3; i++)
    fill_once (fixture); /* a start that ends while an answer is being written may leave none */
  asked = fixture->requests;
  fill_once (fixture);
  g_assert_cmpuint (asked, <, 3);
  g_assert_cmpuint (fixture->requests, ==, asked);
}

static void
test_validated (Fixture *fixture, gconstpointer data)
{
  fixture->validity = "max-age=0";
  fill_once (fixture);
  fill_once (fixture);
  g_assert_cmpuint (fixture->requests, ==, 2);
  g_assert_cmpuint (fixture->unchanged, ==, 1);
}

/* No picture, none that can be shown, one that would fill the memory, or no server: our sea. */
static void
test_fallback (Fixture *fixture, gconstpointer data)
{
  guint32 ours = fill (NULL, FALSE);
  g_autoptr (JalonOnlineTiles) online = jalon_online_tiles_new (fixture->address, "© Red", fixture->folder);

  g_assert_cmphex (ours, !=, RED);
  fixture->validity = "no-store";
  fixture->status = SOUP_STATUS_NOT_FOUND;
  g_assert_cmphex (fill (online, FALSE), ==, ours);
  fixture->status = SOUP_STATUS_OK;
  g_bytes_unref (fixture->picture);
  fixture->picture = g_bytes_new_static ("no picture", 10);
  g_assert_cmphex (fill (online, FALSE), ==, ours);
  g_bytes_unref (fixture->picture);
  fixture->picture = make_picture (2000);
  g_assert_cmphex (fill (online, FALSE), ==, ours);
  g_assert_cmpuint (fixture->requests, ==, 3);
  fixture->status = 429;
  g_assert_cmphex (fill (online, FALSE), ==, ours);
  g_assert_cmphex (fill (online, FALSE), ==, ours);
  g_assert_cmpuint (fixture->requests, ==, 4); /* it is left alone */
}

static void
test_down (Fixture *fixture, gconstpointer data)
{
  guint32 ours = fill (NULL, FALSE);
  g_autoptr (JalonOnlineTiles) online = jalon_online_tiles_new (fixture->address, "© Red", fixture->folder);

  soup_server_disconnect (fixture->server);
  g_assert_cmphex (fill (online, FALSE), ==, ours);
}

static void
test_addresses (void)
{
  g_assert_true (jalon_online_tiles_accepts ("https://a.example/{z}/{x}/{y}.png?key=1"));
  g_assert_true (jalon_online_tiles_accepts ("http://127.0.0.1:80/{z}/{y}/{x}"));
  g_assert_false (jalon_online_tiles_accepts ("https://a.example/{z}/{x}.png"));
  g_assert_false (jalon_online_tiles_accepts ("file:///{z}/{x}/{y}"));
  g_assert_false (jalon_online_tiles_accepts ("{z}/{x}/{y}"));
  g_assert_false (jalon_online_tiles_accepts (""));
  g_assert_null (jalon_online_tiles_new ("ftp://a.example/{z}/{x}/{y}", "", "/nowhere"));
}

static gboolean
was_asked (gpointer data)
{
  return ((Fixture *) data)->requests > 0;
}

static gboolean
has_credit (gpointer root)
{
  g_autoptr (GPtrArray) labels = ui_list_type (root, GTK_TYPE_LABEL);

  for (guint i = 0; i < labels->len; i++)
    if (g_str_has_prefix (gtk_label_get_text (g_ptr_array_index (labels, i)), "© Red"))
      return TRUE;
  return FALSE;
}

/* A window asks nobody for anything unless it was chosen, and stops when it no longer is. */
static void
test_choice (Fixture *fixture, gconstpointer data)
{
  GSettings *settings = jalon_settings_get ();
  g_autoptr (JalonDataset) dataset = ui_read_bundled ();
  JalonWindow *window;

  g_assert_false (g_settings_get_boolean (settings, "online-tiles"));
  g_settings_set_string (settings, "online-tiles-url", fixture->address);
  g_settings_set_string (settings, "online-tiles-credit", "© Red");
  window = ui_window_new (dataset, "fr");
  ui_settle (GTK_WIDGET (window));
  g_assert_cmpuint (fixture->requests, ==, 0);
  g_assert_false (has_credit (window));
  g_settings_set_boolean (settings, "online-tiles", TRUE);
  ui_wait (was_asked, fixture);
  g_assert_true (has_credit (window));
  g_settings_set_boolean (settings, "online-tiles", FALSE);
  g_assert_false (has_credit (window));
  gtk_window_destroy (GTK_WINDOW (window));
  g_settings_reset (settings, "online-tiles-url");
  g_settings_reset (settings, "online-tiles-credit");
}

/* Another map is put under the pins when it is chosen, and the bundled one again when it is no more, or is none. */
static void
test_basemap (void)
{
  GSettings *settings = jalon_settings_get ();
  g_autoptr (JalonDataset) dataset = ui_read_bundled ();
  g_autofree char *other = g_test_build_filename (G_TEST_DIST, "data", "other-map.mbtiles", NULL);
  JalonWindow *window = ui_window_new (dataset, "en");
  JalonMapView *map = JALON_MAP_VIEW (ui_find_type (GTK_WIDGET (window), JALON_TYPE_MAP_VIEW));
  g_autofree char *bundled = g_strdup (jalon_basemap_get_credit (jalon_map_view_get_basemap (map)));

  g_settings_set_string (settings, "basemap", other);
  g_assert_cmpstr (jalon_basemap_get_credit (jalon_map_view_get_basemap (map)), ==, "© Nobody & friends");
  g_settings_set_string (settings, "basemap", "/no/such/map");
  g_assert_cmpstr (jalon_basemap_get_credit (jalon_map_view_get_basemap (map)), ==, bundled);
  g_settings_set_string (settings, "basemap", other);
  g_settings_reset (settings, "basemap");
  g_assert_cmpstr (jalon_basemap_get_credit (jalon_map_view_get_basemap (map)), ==, bundled);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* A file of somewhere else opens where the base map shows a country's coasts, and the button ends before nothing is left of them; a
 * server has more. */
static void
test_elsewhere (Fixture *fixture, gconstpointer data)
{
  g_autoptr (JalonDataset) dataset = ui_read (
      "{\"format\": \"jalon\", \"version\": 1, \"title\": \"X\", \"places\": [{\"id\": \"a\", \"name\": \"Akihabara\","
      " \"lat\": 35.7, \"lon\": 139.77, \"precision\": \"site\"}], \"projects\": [{\"id\": \"x\", \"title\": \"X\", \"kind\": \"research\", \"scope\":"
      " \"site\", \"at\": [\"a\"], \"announcements\": [{\"date\": \"2025\", \"act\": \"announces\"}]}]}");
  JalonWindow *window = ui_window_new (dataset, "en");
  JalonMapView *map = JALON_MAP_VIEW (ui_find_type (GTK_WIDGET (window), JALON_TYPE_MAP_VIEW));
  ShumateViewport *viewport = shumate_map_get_viewport (SHUMATE_MAP (ui_find_type (GTK_WIDGET (map), SHUMATE_TYPE_MAP)));
  g_autoptr (JalonOnlineTiles) online = jalon_online_tiles_new (fixture->address, "© Red", fixture->folder);

  g_assert_cmpfloat (shumate_viewport_get_zoom_level (viewport), <=, 7);
  for (guint i = 0; i < 20; i++)
    jalon_map_view_zoom (map, 1);
  g_assert_cmpfloat (shumate_viewport_get_zoom_level (viewport), <=, 10);
  jalon_map_view_set_online (map, online);
  jalon_map_view_fit (map);
  g_assert_cmpfloat (shumate_viewport_get_zoom_level (viewport), >, 10);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* What is typed is kept only if it can be an address of tiles. */
static void
test_preferences (void)
{
  GSettings *settings = jalon_settings_get ();
  GtkWidget *group = g_object_ref_sink (jalon_map_preferences_new (settings, jalon_language_get ("en")));
  g_autoptr (GPtrArray) entries = ui_list_type (group, ADW_TYPE_ENTRY_ROW);
  GtkWidget *toggle = ui_find_type (group, GTK_TYPE_SWITCH);
  g_autofree char *before = g_settings_get_string (settings, "online-tiles-url");
  GtkWidget *address = g_ptr_array_index (entries, 0);
  g_autofree char *after = NULL;

  g_assert_false (gtk_widget_get_sensitive (address));
  g_assert_false (gtk_widget_get_sensitive (g_ptr_array_index (entries, 1)));
  gtk_switch_set_active (GTK_SWITCH (toggle), TRUE);
  g_assert_true (g_settings_get_boolean (settings, "online-tiles"));
  g_assert_true (gtk_widget_get_sensitive (address));
  gtk_editable_set_text (GTK_EDITABLE (address), "nonsense");
  g_assert_true (gtk_widget_has_css_class (address, "error"));
  g_signal_emit_by_name (address, "apply");
  after = g_settings_get_string (settings, "online-tiles-url");
  g_assert_cmpstr (after, ==, before);
  gtk_editable_set_text (GTK_EDITABLE (address), "https://a.example/{z}/{x}/{y}");
  g_assert_false (gtk_widget_has_css_class (address, "error"));
  g_signal_emit_by_name (address, "apply");
  g_free (after);
  after = g_settings_get_string (settings, "online-tiles-url");
  g_assert_cmpstr (after, ==, "https://a.example/{z}/{x}/{y}");
  g_object_unref (group);
  g_settings_reset (settings, "online-tiles");
  g_settings_reset (settings, "online-tiles-url");
}

int
main (int argc, char *argv[])
{
  g_autofree char *cache = g_dir_make_tmp ("jalon-cache-XXXXXX", NULL);
  int failed;

  g_setenv ("XDG_CACHE_HOME", cache, TRUE);
  gtk_test_init (&argc, &argv);
  adw_init ();
  g_test_add ("/online-tiles/shown", Fixture, NULL, set_up, test_shown, tear_down);
  g_test_add ("/online-tiles/cached", Fixture, NULL, set_up, test_cached, tear_down);
  g_test_add ("/online-tiles/validated", Fixture, NULL, set_up, test_validated, tear_down);
  g_test_add ("/online-tiles/fallback", Fixture, NULL, set_up, test_fallback, tear_down);
  g_test_add ("/online-tiles/down", Fixture, NULL, set_up, test_down, tear_down);
  g_test_add_func ("/online-tiles/addresses", test_addresses);
  g_test_add ("/online-tiles/choice", Fixture, NULL, set_up, test_choice, tear_down);
  g_test_add_func ("/online-tiles/basemap", test_basemap);
  g_test_add ("/online-tiles/elsewhere", Fixture, NULL, set_up, test_elsewhere, tear_down);
  g_test_add_func ("/online-tiles/preferences", test_preferences);
  failed = g_test_run ();
  ui_remove_folder (cache);
  return failed;
}
