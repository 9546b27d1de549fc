/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <cairo.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

#include "basemap/jalon-basemap.h"

static char *folder;

/* tests/data/other-map.mbtiles: by GDAL's MVT driver, of a lake with an island, a wood, roads, a railway, houses and a town. */
static JalonBasemap *
open_other (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "other-map.mbtiles", NULL);
  g_autoptr (GError) error = NULL;
  JalonBasemap *map = jalon_basemap_open_foreign (path, &error);

  g_assert_no_error (error);
  return map;
}

static guint32
colour_at (JalonBasemap *map, double lat, double lon)
{
  const JalonMapStyle style = { JALON_MAP_LIGHT, jalon_language_get ("fr"), 1, NULL };
  const JalonMapLook look = { lat, lon, 15 };
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 5, 5);
  cairo_t *cr = cairo_create (surface);
  guint32 colour;

  g_assert_true (jalon_basemap_draw (map, cr, &style, &look, 5, 5, NULL, NULL));
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  memcpy (&colour, cairo_image_surface_get_data (surface) + 2 * cairo_image_surface_get_stride (surface) + 8, 4);
  cairo_surface_destroy (surface);
  return colour & 0xffffff;
}

/* Somebody else's map draws with our style: what it has is there, and unlike what is around it. */
static void
test_other (void)
{
  g_autoptr (JalonBasemap) map = open_other ();
  guint32 land = colour_at (map, 50.17, 10.03);

  g_assert_cmpint (jalon_basemap_get_max_zoom (map), ==, 12);
  g_assert_cmpstr (jalon_basemap_get_credit (map), ==, "© Nobody & friends");
  g_assert_cmphex (colour_at (map, 50.03, 10.03), ==, 0xcfe3ec);  /* the lake */
  g_assert_cmphex (colour_at (map, 50.04, 10.04), ==, land);      /* its island */
  g_assert_cmphex (colour_at (map, 50.05, 10.14), !=, land);      /* the wood */
  g_assert_cmphex (colour_at (map, 50.101, 10.081), !=, land);    /* a house */
  g_assert_cmphex (colour_at (map, 50.105, 10.1), !=, land);      /* the motorway */
}

static char *
write_database (const char *sql)
{
  char *path = g_build_filename (folder, "wrong.mbtiles", NULL);
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
  return path;
}

static void
assert_refused (const char *path, JalonBasemapError code, const char *english)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *said = NULL;
  g_autofree char *french = NULL;

  g_assert_null (jalon_basemap_open_foreign (path, &error));
  g_assert_error (error, JALON_BASEMAP_ERROR, (int) code);
  said = jalon_basemap_explain (error, jalon_language_get ("en"), "x.mbtiles");
  french = jalon_basemap_explain (error, jalon_language_get ("fr"), "x.mbtiles");
  g_assert_cmpstr (said, ==, english);
  g_assert_nonnull (strstr (french, "x.mbtiles"));
  g_assert_cmpstr (said, !=, french);
}

#define TABLES "CREATE TABLE metadata (name, value); CREATE TABLE tiles (zoom_level, tile_column, tile_row, tile_data);"
#define VECTORS TABLES "INSERT INTO metadata VALUES ('format', 'pbf');"

static void
test_wrong (void)
{
  static const struct
  {
    const char *sql;
    JalonBasemapError code;
    const char *says;
  } files[] = {
    { TABLES "INSERT INTO metadata VALUES ('format', 'png'); INSERT INTO tiles VALUES (0, 0, 0, x'89504e47');",
      JALON_BASEMAP_ERROR_NOT_VECTORS, "The map x.mbtiles is made of pictures: vector tiles are needed." },
    { VECTORS, JALON_BASEMAP_ERROR_NO_TILES, "The map x.mbtiles is empty." },
    { VECTORS "INSERT INTO tiles VALUES (0, 0, 0, x'1a0c0a0568656c6c6f2880207802');", JALON_BASEMAP_ERROR_SCHEMA,
      "The map x.mbtiles has none of the layers of the OpenMapTiles schema." },
    { VECTORS "INSERT INTO tiles VALUES (0, 0, 0, x'1f8b00ff');", JALON_BASEMAP_ERROR_DAMAGED, "The map x.mbtiles is damaged." },
    { "CREATE TABLE other (x);", JALON_BASEMAP_ERROR_NOT_A_MAP, "x.mbtiles is not a map: an MBTiles file is needed." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = write_database (files[i].sql);

      assert_refused (path, files[i].code, files[i].says);
      g_remove (path);
      assert_refused (path, JALON_BASEMAP_ERROR_NOT_OPENED, "The map x.mbtiles can’t be opened.");
    }
}

static void
test_text (void)
{
  g_autofree char *path = g_build_filename (folder, "text.mbtiles", NULL);

  g_assert_true (g_file_set_contents (path, "This is a text and no database at all.", -1, NULL));
  assert_refused (path, JALON_BASEMAP_ERROR_NOT_A_MAP, "x.mbtiles is not a map: an MBTiles file is needed.");
  g_remove (path);
}

/* A download that broke off, after each of its pages: refused with a sentence, or what is left of it can be drawn. */
static void
test_cut (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "other-map.mbtiles", NULL);
  g_autofree char *cut = g_build_filename (folder, "cut.mbtiles", NULL);
  g_autofree char *bytes = NULL;
  gsize size;
  guint refused = 0;

  g_assert_true (g_file_get_contents (path, &bytes, &size, NULL));
  for (gsize length = 4096; length < size; length += 4096)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (JalonBasemap) map = NULL;

      g_assert_true (g_file_set_contents (cut, bytes, (gssize) length, NULL));
      map = jalon_basemap_open_foreign (cut, &error);
      g_assert_true ((map == NULL) == (error != NULL));
      refused += map == NULL;
    }
  g_assert_cmpuint (refused, >, 0);
  g_remove (cut);
}

int
main (int argc, char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  folder = g_dir_make_tmp ("jalon-XXXXXX", NULL);
  g_test_add_func ("/basemap-foreign/other", test_other);
  g_test_add_func ("/basemap-foreign/wrong", test_wrong);
  g_test_add_func ("/basemap-foreign/text", test_text);
  g_test_add_func ("/basemap-foreign/cut", test_cut);
  status = g_test_run ();
  g_rmdir (folder);
  g_free (folder);
  return status;
}
