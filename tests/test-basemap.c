/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <cairo-pdf.h>
#include <glib/gstdio.h>
#include <math.h>
#include <sqlite3.h>
#include <string.h>

#include "basemap/jalon-basemap.h"
#include "basemap/jalon-map-archive.h"
#include "basemap/jalon-map-tile.h"

#define SIZE 256

static char *folder;

static JalonMapStyle
style_of (JalonMapTheme theme, const char *language, double scale)
{
  return (JalonMapStyle){ theme, jalon_language_get (language), scale, NULL };
}

static JalonBasemap *
open_bundled (void)
{
  g_autoptr (GError) error = NULL;
  JalonBasemap *map = jalon_basemap_open_bundled (&error);

  g_assert_no_error (error);
  return map;
}

static cairo_surface_t *
draw_tile (JalonBasemap *map, const JalonMapStyle *style, int zoom, int x, int y)
{
  int size = (int) (SIZE * style->scale + 0.5);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, size, size);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (GError) error = NULL;

  cairo_scale (cr, style->scale, style->scale);
  g_assert_true (jalon_basemap_draw_tile (map, cr, style, zoom, x, y, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

static guint32
pixel (cairo_surface_t *surface, int x, int y)
{
  const guint8 *row = cairo_image_surface_get_data (surface) + y * cairo_image_surface_get_stride (surface);

  return ((const guint32 *) (gconstpointer) row)[x] & 0xffffff;
}

static gboolean
same (cairo_surface_t *a, cairo_surface_t *b)
{
  gsize size = (gsize) cairo_image_surface_get_stride (a) * (gsize) cairo_image_surface_get_height (a);

  return memcmp (cairo_image_surface_get_data (a), cairo_image_surface_get_data (b), size) == 0;
}

/* The tile of a zoom level that holds a place, and where in it the place is, in pixels. */
static void
find_tile (double lat, double lon, int zoom, int *x, int *y, int *px, int *py)
{
  double across = (double) (1 << zoom);
  double tx = (lon + 180) / 360 * across, ty = (1 - asinh (tan (lat * G_PI / 180)) / G_PI) / 2 * across;

  *x = (int) floor (tx);
  *y = (int) floor (ty);
  *px = (int) ((tx - *x) * SIZE);
  *py = (int) ((ty - *y) * SIZE);
}

/* Land is there where it ought to be, and sea: also on the islands, also beyond the last level with data. */
static void
test_land (void)
{
  static const struct
  {
    double lat, lon;
    int zoom;
    gboolean land;
  } cases[] = {
    { 47.3, 2.1, 4, TRUE },      { 42.0, 5.0, 4, FALSE },    { 43.52, 7.045, 12, TRUE }, /* Sainte-Marguerite */
    { 43.505, 7.047, 13, TRUE }, /* Saint-Honorat */
    { 43.5125, 7.046, 14, FALSE }, /* between them */
    { 43.0, 6.2, 11, TRUE },     { 42.9, 6.0, 11, FALSE },   { 43.47, 5.08, 11, FALSE }, /* a lagoon */
    { 44.3, 5.6, 16, TRUE },     { 30, -40, 9, FALSE },      { 45, 100, 7, TRUE },
  };
  g_autoptr (JalonBasemap) map = open_bundled ();
  JalonMapStyle style = style_of (JALON_MAP_LIGHT, "fr", 1);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      int x, y, px, py;
      cairo_surface_t *surface;

      find_tile (cases[i].lat, cases[i].lon, cases[i].zoom, &x, &y, &px, &py);
      surface = draw_tile (map, &style, cases[i].zoom, x, y);
      g_test_message ("%g, %g at %d", cases[i].lat, cases[i].lon, cases[i].zoom);
      g_assert_cmpint (pixel (surface, px, py) >> 16 > 0xe4, ==, cases[i].land);
      cairo_surface_destroy (surface);
    }
}

/* Themes, languages and scales give different pictures, and each the same one every time. */
static void
test_styles (void)
{
  g_autoptr (JalonBasemap) map = open_bundled ();
  JalonMapStyle light = style_of (JALON_MAP_LIGHT, "fr", 1);
  cairo_surface_t *first = draw_tile (map, &light, 5, 15, 10), *again = draw_tile (map, &light, 5, 15, 10);
  JalonMapStyle english = style_of (JALON_MAP_LIGHT, "en", 1), fraction = style_of (JALON_MAP_LIGHT, "fr", 1.375);
  cairo_surface_t *translated = draw_tile (map, &english, 5, 15, 10), *large = draw_tile (map, &fraction, 5, 15, 10);

  g_assert_true (same (first, again));
  g_assert_false (same (first, translated));
  g_assert_cmpint (cairo_image_surface_get_width (large), ==, 352);
  for (JalonMapTheme theme = JALON_MAP_DARK; theme <= JALON_MAP_PRINT; theme++)
    {
      JalonMapStyle style = style_of (theme, "fr", 1);
      cairo_surface_t *other = draw_tile (map, &style, 5, 15, 10);

      g_assert_false (same (first, other));
      cairo_surface_destroy (other);
    }
  cairo_surface_destroy (large);
  cairo_surface_destroy (translated);
  cairo_surface_destroy (again);
  cairo_surface_destroy (first);
}

static void
test_tint (void)
{
  const char *const tint[] = { "FR-PAC", NULL };
  g_autoptr (JalonBasemap) map = open_bundled ();
  JalonMapStyle style = style_of (JALON_MAP_LIGHT, "fr", 1);
  cairo_surface_t *surface;
  int x, y, px, py;

  style.tint = tint;
  find_tile (44.3, 5.9, 16, &x, &y, &px, &py);
  surface = draw_tile (map, &style, 16, x, y);
  g_assert_cmphex (pixel (surface, px, py), ==, 0xf9ecd2);
  cairo_surface_destroy (surface);
}

/* A whole picture has land right up to where tiles meet, at a zoom between two levels too. */
static void
test_no_seams (void)
{
  g_autoptr (JalonBasemap) map = open_bundled ();
  JalonMapStyle style = style_of (JALON_MAP_LIGHT, "fr", 1.25);
  JalonMapLook look = { 41.4, 5.2, 8.37 };
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 500, 250);
  cairo_t *cr = cairo_create (surface);
  int other = 0;

  cairo_scale (cr, 1.25, 1.25);
  g_assert_true (jalon_basemap_draw (map, cr, &style, &look, 400, 200, NULL, NULL));
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  for (int y = 0; y < 250; y++)
    for (int x = 0; x < 500; x++)
      other += pixel (surface, x, y) != 0xcfe3ec && pixel (surface, x, y) >> 16 > 0xcf;
  g_assert_cmpint (other, <, 1500); /* the halo of the sea's name */
  cairo_surface_destroy (surface);
}

static void
test_pdf (void)
{
  g_autofree char *path = g_build_filename (folder, "map.pdf", NULL);
  g_autoptr (JalonBasemap) map = open_bundled ();
  JalonMapStyle style = style_of (JALON_MAP_PRINT, "en", 1);
  JalonMapLook look = { 44, 5.8, 8 };
  cairo_surface_t *surface = cairo_pdf_surface_create (path, 600, 400);
  cairo_t *cr = cairo_create (surface);
  g_autofree char *pdf = NULL;
  gsize size;

  g_assert_true (jalon_basemap_draw (map, cr, &style, &look, 600, 400, NULL, NULL));
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  g_assert_true (g_file_get_contents (path, &pdf, &size, NULL));
  g_assert_cmpuint (size, >, 20000);
  g_assert_null (g_strstr_len (pdf, (gssize) size, "/Subtype /Image"));
  g_remove (path);
}

static void
test_cancelled (void)
{
  g_autoptr (JalonBasemap) map = open_bundled ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  JalonMapStyle style = style_of (JALON_MAP_LIGHT, "fr", 1);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, SIZE, SIZE);
  cairo_t *cr = cairo_create (surface);

  g_cancellable_cancel (cancellable);
  g_assert_false (jalon_basemap_draw_tile (map, cr, &style, 3, 4, 2, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static void
try_decoding (const guint8 *data, gsize size, gboolean must_fail)
{
  g_autoptr (GError) error = NULL;
  guint8 *copy = g_memdup2 (data, size); /* of its own, so that a read beyond it is seen */
  g_autoptr (GBytes) bytes = g_bytes_new_take (copy, size);
  g_autoptr (JalonMapTile) tile = jalon_map_tile_decode (bytes, &error);

  g_assert_true ((tile == NULL) == (error != NULL));
  if (error != NULL)
    g_assert_error (error, JALON_BASEMAP_ERROR, JALON_BASEMAP_ERROR_DAMAGED);
  g_assert_true (!must_fail || tile == NULL);
}

static void
cut_everywhere (JalonMapArchive *archive, int zoom, int x, int y, gsize step)
{
  g_autoptr (GBytes) bytes = jalon_map_archive_read (archive, zoom, x, y, NULL);
  gsize size, written, read;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  g_autofree guint8 *plain = g_malloc (1 << 20);
  g_autoptr (GConverter) converter = G_CONVERTER (g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP));

  for (gsize i = 2; i < size; i += step)
    try_decoding (data, i, TRUE);
  try_decoding (data, size, FALSE);
  g_assert_cmpint (g_converter_convert (converter, data, size, plain, 1 << 20, G_CONVERTER_INPUT_AT_END, &read, &written, NULL), ==,
                   G_CONVERTER_FINISHED);
  for (gsize i = 0; i < written; i += step)
    try_decoding (plain, i, FALSE);
}

static void
test_truncated (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("JALON_DATA_DIR"), "basemap", "basemap.mbtiles", NULL);
  g_autoptr (JalonMapArchive) archive = jalon_map_archive_open (path, NULL);

  g_assert_nonnull (archive);
  cut_everywhere (archive, 0, 0, 0, 7);
  cut_everywhere (archive, 10, 528, 373, 1);
  cut_everywhere (archive, 10, 533, 373, 1);
  cut_everywhere (archive, 8, 132, 93, 11);
}

static void
test_hostile_tiles (void)
{
  /* layers { name: "water" extent: 4096 version: 2 features { type: POLYGON geometry: … } } */
  static const struct
  {
    const char *why, *tile;
    gsize size;
  } tiles[] = {
    { "a command of a million points", "\x1a\x17\x0a\x05water\x12\x09\x18\x03\x22\x05\x09\x00\x00\xfa\x7f\x28\x80\x20\x78\x02", 25 },
    { "a line before its start", "\x1a\x15\x0a\x05water\x12\x07\x18\x03\x22\x03\x0a\x00\x00\x28\x80\x20\x78\x02", 23 },
    { "an unknown command", "\x1a\x13\x0a\x05water\x12\x05\x18\x03\x22\x01\x0b\x28\x80\x20\x78\x02", 21 },
    { "a tag without its value", "\x1a\x13\x0a\x05water\x12\x05\x12\x01\x00\x18\x03\x28\x80\x20\x78\x02", 21 },
    { "a tag that isn't there", "\x1a\x14\x0a\x05water\x12\x06\x12\x02\x05\x05\x18\x03\x28\x80\x20\x78\x02", 22 },
    { "no extent", "\x1a\x0b\x0a\x05water\x28\x00\x78\x02", 13 },
    { "no name", "\x1a\x02\x78\x02", 4 },
    { "bytes", "\xff\xff\xff\xff", 4 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (tiles); i++)
    {
      g_test_message ("%s", tiles[i].why);
      try_decoding ((const guint8 *) tiles[i].tile, tiles[i].size, TRUE);
    }
}

/* A tile that inflates to far more than any tile is. */
static void
test_bomb (void)
{
  gsize size = 16 * 1024 * 1024, read, written;
  g_autofree guint8 *zeros = g_malloc0 (size);
  g_autofree guint8 *bomb = g_malloc (size);
  g_autoptr (GConverter) converter = G_CONVERTER (g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, 9));

  g_assert_cmpint (g_converter_convert (converter, zeros, size, bomb, size, G_CONVERTER_INPUT_AT_END, &read, &written, NULL), ==,
                   G_CONVERTER_FINISHED);
  g_assert_cmpuint (written, <, 100000);
  try_decoding (bomb, written, TRUE);
}

static char *
write_database (const char *name, const char *sql)
{
  char *path = g_build_filename (folder, name, NULL);
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
  return path;
}

#define TABLES "CREATE TABLE metadata (name, value); CREATE TABLE tiles (zoom_level, tile_column, tile_row, tile_data);"
#define FORMAT "INSERT INTO metadata VALUES ('format', 'pbf');"

static void
test_wrong_files (void)
{
  static const struct
  {
    const char *sql, *says;
    JalonBasemapError code;
  } files[] = {
    { "CREATE TABLE other (x);", "lacks the tables", JALON_BASEMAP_ERROR_NOT_A_MAP },
    { TABLES, "vector tiles (“pbf”) are needed", JALON_BASEMAP_ERROR_NOT_VECTORS },
    { TABLES "INSERT INTO metadata VALUES ('format', 'png');", "“png”", JALON_BASEMAP_ERROR_NOT_VECTORS },
    { TABLES FORMAT, "holds no tiles", JALON_BASEMAP_ERROR_NO_TILES },
    { "CREATE TABLE metadata (name, value);" FORMAT, "lacks the tables", JALON_BASEMAP_ERROR_NOT_A_MAP },
    { "CREATE TABLE metadata (name, value);" FORMAT
      "CREATE VIEW tiles AS WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i AS zoom_level, 0 AS tile_column, "
      "0 AS tile_row, x'' AS tile_data FROM n;",
      "damaged", JALON_BASEMAP_ERROR_DAMAGED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = write_database ("wrong.mbtiles", files[i].sql);
      g_autoptr (GError) error = NULL;

      g_assert_null (jalon_basemap_open (path, &error));
      g_test_message ("%s", error->message);
      g_assert_error (error, JALON_BASEMAP_ERROR, (int) files[i].code);
      g_assert_nonnull (strstr (error->message, files[i].says));
      g_assert_nonnull (strstr (error->message, path));
      g_remove (path);
    }
}

static void
test_no_database (void)
{
  g_autofree char *path = g_build_filename (folder, "text ? #%20.mbtiles", NULL);
  g_autoptr (GError) error = NULL, missing = NULL;

  g_assert_true (g_file_set_contents (path, "This is a text and no database at all.", -1, NULL));
  g_assert_null (jalon_basemap_open (path, &error));
  g_assert_error (error, JALON_BASEMAP_ERROR, JALON_BASEMAP_ERROR_NOT_A_MAP);
  g_assert_nonnull (strstr (error->message, "is not an MBTiles file"));
  g_remove (path);
  g_assert_null (jalon_basemap_open (path, &missing));
  g_assert_error (missing, JALON_BASEMAP_ERROR, JALON_BASEMAP_ERROR_NOT_OPENED);
  g_assert_nonnull (strstr (missing->message, "can't be opened"));
}

/* A map with a damaged tile says so where it is, and draws elsewhere. */
static void
test_damaged_tile (void)
{
  g_autofree char *path = write_database ("holes.mbtiles", TABLES FORMAT "INSERT INTO tiles VALUES (1, 0, 0, x'1f8b00ff');"
                                                                         "INSERT INTO tiles VALUES (4, 15, 15, x'');");
  g_autoptr (GError) error = NULL;
  g_autoptr (JalonBasemap) map = jalon_basemap_open (path, &error);
  JalonMapStyle style = style_of (JALON_MAP_LIGHT, "fr", 1);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, SIZE, SIZE);
  cairo_t *cr = cairo_create (surface);

  g_assert_no_error (error);
  g_assert_cmpint (jalon_basemap_get_max_zoom (map), ==, 4);
  g_assert_null (jalon_basemap_get_credit (map));
  g_assert_false (jalon_basemap_draw_tile (map, cr, &style, 3, 0, 7, NULL, &error));
  g_assert_error (error, JALON_BASEMAP_ERROR, JALON_BASEMAP_ERROR_DAMAGED);
  g_assert_true (jalon_basemap_draw_tile (map, cr, &style, 7, 127, 0, NULL, NULL));
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  g_remove (path);
}

static gpointer
draw_many (gpointer data)
{
  JalonMapStyle style = style_of (JALON_MAP_DARK, "en", 1);
  guint32 sum = 0;

  for (int i = 0; i < 24; i++)
    {
      cairo_surface_t *surface = draw_tile (data, &style, 8, 130 + i % 6, 91 + i / 6);

      for (int j = 0; j < SIZE; j++)
        sum = sum * 31 + pixel (surface, j, j);
      cairo_surface_destroy (surface);
    }
  return GUINT_TO_POINTER (sum);
}

static void
test_threads (void)
{
  g_autoptr (JalonBasemap) map = open_bundled ();
  GThread *threads[4];
  gpointer expected = draw_many (map);

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("draw", draw_many, map);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_assert_true (g_thread_join (threads[i]) == expected);
}

int
main (int argc, char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  folder = g_dir_make_tmp ("jalon-XXXXXX", NULL);
  g_test_add_func ("/basemap/land", test_land);
  g_test_add_func ("/basemap/styles", test_styles);
  g_test_add_func ("/basemap/tint", test_tint);
  g_test_add_func ("/basemap/no-seams", test_no_seams);
  g_test_add_func ("/basemap/pdf", test_pdf);
  g_test_add_func ("/basemap/cancelled", test_cancelled);
  g_test_add_func ("/basemap/truncated", test_truncated);
  g_test_add_func ("/basemap/hostile-tiles", test_hostile_tiles);
  g_test_add_func ("/basemap/bomb", test_bomb);
  g_test_add_func ("/basemap/wrong-files", test_wrong_files);
  g_test_add_func ("/basemap/no-database", test_no_database);
  g_test_add_func ("/basemap/damaged-tile", test_damaged_tile);
  g_test_add_func ("/basemap/threads", test_threads);
  status = g_test_run ();
  g_rmdir (folder);
  g_free (folder);
  return status;
}
