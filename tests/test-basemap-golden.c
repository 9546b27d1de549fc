/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <cairo.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

#include "basemap/jalon-basemap.h"
#include "basemap/jalon-map-inflate.h"

#define WIDTH 400
#define HEIGHT 300
/* Mean difference of a channel, of 255, that another cairo may make. A tint that is left out makes over ten times as
 * much. */
#define TOLERANCE 0.25

static char *folder;
static char *nameless;

typedef struct
{
  const char *name;
  JalonMapTheme theme;
  JalonMapLook look;
  const char *tint[2];
} Golden;

static const Golden goldens[] = {
  { "basemap-5-light", JALON_MAP_LIGHT, { 44.5, 5.5, 5 }, { NULL, NULL } },
  { "basemap-5-dark", JALON_MAP_DARK, { 44.5, 5.5, 5 }, { NULL, NULL } },
  { "basemap-8-light", JALON_MAP_LIGHT, { 43.6, 5.6, 8 }, { "FR-PAC", NULL } },
  { "basemap-8-dark", JALON_MAP_DARK, { 43.6, 5.6, 8 }, { "FR-PAC", NULL } },
  { "basemap-10-light", JALON_MAP_LIGHT, { 43.4, 5.05, 10 }, { NULL, NULL } },
  { "basemap-10-dark", JALON_MAP_DARK, { 43.4, 5.05, 10 }, { NULL, NULL } },
};

static void
replace_all (GByteArray *bytes, const char *old, const char *new)
{
  gsize length = strlen (old);

  for (guint i = 0; i + length <= bytes->len; i++)
    if (memcmp (bytes->data + i, old, length) == 0)
      memcpy (bytes->data + i, new, length);
}

/* A tile whose attributes "name", "name:fr", "name:en" (fields 3 of a layer) are called otherwise, so that no name is
 * drawn. */
static void
take_names_cb (sqlite3_context *context, int n, sqlite3_value **values)
{
  g_autoptr (GBytes) stored = g_bytes_new (sqlite3_value_blob (values[0]), (gsize) sqlite3_value_bytes (values[0]));
  g_autoptr (GByteArray) tile = jalon_map_inflate (stored, 1 << 24, NULL);

  g_assert_nonnull (tile);
  replace_all (tile, "\x1a\x04name", "\x1a\x04none");
  replace_all (tile, "\x1a\x07name:", "\x1a\x07none:");
  sqlite3_result_blob (context, tile->data, (int) tile->len, SQLITE_TRANSIENT);
}

/* A copy of the bundled map without names: which fonts there are makes no difference to its pictures. */
static void
write_nameless (void)
{
  g_autofree char *bundled = g_build_filename (g_getenv ("JALON_DATA_DIR"), "basemap", "basemap.mbtiles", NULL);
  g_autofree char *attach = g_strdup_printf ("ATTACH '%s' AS bundled", bundled);
  sqlite3 *db;

  nameless = g_build_filename (folder, "nameless.mbtiles", NULL);
  g_assert_cmpint (sqlite3_open (nameless, &db), ==, SQLITE_OK);
  sqlite3_create_function (db, "take_names", 1, SQLITE_UTF8, NULL, take_names_cb, NULL, NULL);
  g_assert_cmpint (sqlite3_exec (db, attach, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (
      sqlite3_exec (
          db,
          "CREATE TABLE metadata AS SELECT * FROM bundled.metadata;"
          "CREATE TABLE tiles AS SELECT zoom_level, tile_column, tile_row, take_names (tile_data) AS tile_data "
          "FROM bundled.tiles;"
          "CREATE INDEX tile ON tiles (zoom_level, tile_column, tile_row);",
          NULL, NULL, NULL),
      ==, SQLITE_OK);
  sqlite3_close (db);
}

static cairo_surface_t *
draw (const Golden *golden, const char *const *tint)
{
  const JalonMapStyle style = { golden->theme, jalon_language_get ("fr"), 1, tint };
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (GError) error = NULL;
  g_autoptr (JalonBasemap) map = jalon_basemap_open (nameless, &error);

  g_assert_no_error (error);
  jalon_basemap_draw (map, cr, &style, &golden->look, WIDTH, HEIGHT, NULL, &error);
  g_assert_no_error (error);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

/* The mean absolute difference of the pictures' channels. */
static double
difference (cairo_surface_t *a, cairo_surface_t *b)
{
  guint64 sum = 0;

  for (int y = 0; y < HEIGHT; y++)
    {
      const guint8 *in_a = cairo_image_surface_get_data (a) + y * cairo_image_surface_get_stride (a);
      const guint8 *in_b = cairo_image_surface_get_data (b) + y * cairo_image_surface_get_stride (b);

      for (int x = 0; x < WIDTH * 4; x++)
        if (x % 4 != (G_BYTE_ORDER == G_LITTLE_ENDIAN ? 3 : 0))
          sum += (guint64) ABS (in_a[x] - in_b[x]);
    }
  return (double) sum / (WIDTH * HEIGHT * 3);
}

/* What is drawn is what was looked at; what isn't is left beside the test program, to be looked at. */
static void
test_golden (gconstpointer data)
{
  const Golden *golden = data;
  g_autofree char *file = g_strconcat (golden->name, ".png", NULL);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "golden", file, NULL);
  g_autofree char *beside = g_test_build_filename (G_TEST_BUILT, file, NULL);
  cairo_surface_t *expected = cairo_image_surface_create_from_png (path);
  cairo_surface_t *drawn = draw (golden, golden->tint[0] != NULL ? golden->tint : NULL);
  double off = 255;

  if (cairo_surface_status (expected) == CAIRO_STATUS_SUCCESS && cairo_image_surface_get_width (expected) == WIDTH
      && cairo_image_surface_get_height (expected) == HEIGHT)
    off = difference (expected, drawn);
  g_test_message ("mean difference %.4f", off);
  if (off > TOLERANCE)
    {
      cairo_surface_write_to_png (drawn, beside);
      g_test_message ("what was drawn is in %s", beside);
      g_test_fail ();
    }
  cairo_surface_destroy (drawn);
  cairo_surface_destroy (expected);
}

/* The tolerance is not so large that it would let a tint or the other theme pass. */
static void
test_tolerance (void)
{
  cairo_surface_t *tinted = draw (&goldens[2], goldens[2].tint);
  cairo_surface_t *plain = draw (&goldens[2], NULL);
  cairo_surface_t *dark = draw (&goldens[3], goldens[3].tint);

  g_assert_cmpfloat (difference (tinted, plain), >, 10 * TOLERANCE);
  g_assert_cmpfloat (difference (tinted, dark), >, 10 * TOLERANCE);
  cairo_surface_destroy (dark);
  cairo_surface_destroy (plain);
  cairo_surface_destroy (tinted);
}

int
main (int argc, char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  folder = g_dir_make_tmp ("jalon-XXXXXX", NULL);
  write_nameless ();
  for (guint i = 0; i < G_N_ELEMENTS (goldens); i++)
    {
      g_autofree char *path = g_strconcat ("/basemap-golden/", goldens[i].name, NULL);

      g_test_add_data_func (path, &goldens[i], test_golden);
    }
  g_test_add_func ("/basemap-golden/tolerance", test_tolerance);
  status = g_test_run ();
  g_remove (nameless);
  g_rmdir (folder);
  g_free (nameless);
  g_free (folder);
  return status;
}
