/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "basemap/jalon-map-archive.h"
#include "basemap/jalon-map-name-style.h"
#include "basemap/jalon-map-names.h"

#define SIZE 256

/* Some tiles of a zoom level that has them all. */
typedef struct
{
  int zoom, x, y, columns, rows;
  const char *language;
} Area;

static const Area areas[] = {
  { 4, 0, 2, 16, 9, "fr" },    { 4, 0, 2, 16, 9, "en" },     { 3, 0, 0, 8, 8, "en" },
  { 7, 62, 44, 8, 5, "fr" },   { 10, 522, 365, 16, 14, "fr" }, { 10, 522, 365, 16, 14, "en" },
};

typedef struct
{
  const Area *area;
  JalonMapStyle style;
  JalonMapArchive *archive;
  PangoLayout *layout;
  GPtrArray *tiles; /* of JalonMapTile, a row beyond the area on each side */
  GPtrArray *names; /* of GArray of JalonMapName, by tile of the area */
} Sheet;

static void
piece_clear (gpointer data)
{
  g_clear_pointer (&((JalonMapPiece *) data)->tile, jalon_map_tile_unref);
}

static JalonMapTile *
read_tile (JalonMapArchive *archive, int zoom, int x, int y)
{
  int across = 1 << zoom;
  g_autoptr (GBytes) bytes = y >= 0 && y < across ? jalon_map_archive_read (archive, zoom, (x + across) % across, y, NULL) : NULL;

  return bytes != NULL ? jalon_map_tile_decode (bytes, NULL) : jalon_map_tile_new ();
}

static void
place_tile (Sheet *self, int column, int row)
{
  const JalonMapPage page = { .right = SIZE, .bottom = SIZE, .first_own = 4, .end_own = 5 };
  JalonMapPiece pieces[9];
  JalonMapPicture picture = { &self->style, self->area->zoom, pieces, 9 };

  for (int i = 0; i < 9; i++)
    {
      int x = column + i % 3, y = row + i / 3;

      pieces[i] = (JalonMapPiece){ .x = (i % 3 - 1) * SIZE, .y = (i / 3 - 1) * SIZE, .size = SIZE };
      pieces[i].tile = g_ptr_array_index (self->tiles, y * (self->area->columns + 2) + x);
    }
  g_ptr_array_add (self->names, jalon_map_placer_place (self->layout, &picture, &page));
}

static gboolean
overlap (const JalonMapBox *a, const JalonMapBox *b)
{
  return a->left < b->right && b->left < a->right && a->top < b->bottom && b->top < a->bottom;
}

/* A name that reaches from one tile into another must be there too, at the same place, and be over none of the other's. */
static int
compare_names (const GArray *names, const GArray *others, int dx, int dy)
{
  const JalonMapBox page = { 0, 0, SIZE, SIZE };
  int crossing = 0;

  for (guint i = 0; i < names->len; i++)
    {
      const JalonMapName *name = &g_array_index (names, JalonMapName, i);
      JalonMapBox box = { name->box.left - dx, name->box.top - dy, name->box.right - dx, name->box.bottom - dy };
      gboolean found = FALSE;

      if (!overlap (&box, &page))
        continue;
      crossing++;
      for (guint j = 0; j < others->len; j++)
        {
          const JalonMapName *other = &g_array_index (others, JalonMapName, j);

          if (g_str_equal (name->text, other->text) && box.left == other->box.left && box.top == other->box.top)
            found = TRUE;
          else if (overlap (&box, &other->box))
            g_error ("“%s” is over “%s”", name->text, other->text);
        }
      if (!found)
        g_error ("“%s” is cut", name->text);
    }
  return crossing;
}

static int
compare_neighbours (const Sheet *self, int column, int row)
{
  const GArray *names = g_ptr_array_index (self->names, row * self->area->columns + column);
  int crossing = 0;

  for (int dy = -1; dy <= 1; dy++)
    for (int dx = -1; dx <= 1; dx++)
      {
        int x = column + dx, y = row + dy;

        if ((dx != 0 || dy != 0) && x >= 0 && y >= 0 && x < self->area->columns && y < self->area->rows)
          crossing += compare_names (names, g_ptr_array_index (self->names, y * self->area->columns + x), dx * SIZE, dy * SIZE);
      }
  return crossing;
}

static void
check_own (const GArray *names)
{
  for (guint i = 0; i < names->len; i++)
    for (guint j = 0; j < i; j++)
      {
        const JalonMapName *a = &g_array_index (names, JalonMapName, i), *b = &g_array_index (names, JalonMapName, j);

        if (overlap (&a->box, &b->box))
          g_error ("“%s” is over “%s”", a->text, b->text);
      }
}

static void
test_agree (gconstpointer data)
{
  g_autofree char *path = g_build_filename (g_getenv ("JALON_DATA_DIR"), "basemap", "basemap.mbtiles", NULL);
  g_autoptr (JalonMapArchive) archive = jalon_map_archive_open (path, NULL);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, 1, 1);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (PangoLayout) layout = jalon_map_names_create_layout (cr);
  g_autoptr (GPtrArray) tiles = g_ptr_array_new_with_free_func ((GDestroyNotify) jalon_map_tile_unref);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  const Area *area = data;
  Sheet sheet = { area, { .language = jalon_language_get (area->language), .scale = 1 }, archive, layout, tiles, names };
  int crossing = 0;

  for (int y = -1; y <= area->rows; y++)
    for (int x = -1; x <= area->columns; x++)
      g_ptr_array_add (tiles, read_tile (archive, area->zoom, area->x + x, area->y + y));
  for (int y = 0; y < area->rows; y++)
    for (int x = 0; x < area->columns; x++)
      place_tile (&sheet, x, y);
  for (int y = 0; y < area->rows; y++)
    for (int x = 0; x < area->columns; x++)
      {
        check_own (g_ptr_array_index (names, y * area->columns + x));
        crossing += compare_neighbours (&sheet, x, y);
      }
  g_assert_cmpint (crossing, >, 20);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

/* A whole picture cuts no name at its edge. */
static void
test_whole (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("JALON_DATA_DIR"), "basemap", "basemap.mbtiles", NULL);
  g_autoptr (JalonMapArchive) archive = jalon_map_archive_open (path, NULL);
  const JalonMapPage page = { .right = 200, .bottom = 200, .end_own = 1, .whole = TRUE };
  JalonMapStyle style = { .language = jalon_language_get ("en"), .scale = 1 };
  JalonMapPiece piece = { .tile = read_tile (archive, 10, 527, 372), .x = -30, .y = -20, .size = SIZE };
  JalonMapPicture picture = { &style, 10, &piece, 1 };
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, 1, 1);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (PangoLayout) layout = jalon_map_names_create_layout (cr);
  g_autoptr (GArray) names = jalon_map_placer_place (layout, &picture, &page);

  g_assert_cmpuint (names->len, >, 1);
  for (guint i = 0; i < names->len; i++)
    {
      const JalonMapBox *box = &g_array_index (names, JalonMapName, i).box;

      g_assert_true (box->left >= 0 && box->top >= 0 && box->right <= 200 && box->bottom <= 200);
    }
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  piece_clear (&piece);
}

/* Between Paris and its commune of the same name, whose dots are apart from zoom 10 on, there is one name. */
static void
test_once (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("JALON_DATA_DIR"), "basemap", "basemap.mbtiles", NULL);
  g_autoptr (JalonMapArchive) archive = jalon_map_archive_open (path, NULL);
  const JalonMapStyle style = { JALON_MAP_LIGHT, jalon_language_get ("fr"), 1, NULL };
  const JalonMapPage page = { .right = 512, .bottom = 512, .end_own = 4, .whole = TRUE };
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, 1, 1);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (PangoLayout) layout = jalon_map_names_create_layout (cr);
  JalonMapPiece pieces[4];
  JalonMapPicture picture = { &style, 10, pieces, 4 };
  g_autoptr (GArray) names = NULL;
  guint n = 0;

  for (int i = 0; i < 4; i++)
    {
      int x = 518 + i % 2, y = 351 + i / 2;

      pieces[i] = (JalonMapPiece){ .x = (i % 2) * SIZE, .y = (i / 2) * SIZE, .size = SIZE, .depth = 3, .part_x = x & 7, .part_y = y & 7 };
      pieces[i].tile = read_tile (archive, 7, x >> 3, y >> 3);
    }
  names = jalon_map_placer_place (layout, &picture, &page);
  for (guint i = 0; i < names->len; i++)
    n += jalon_map_name_is_town (g_array_index (names, JalonMapName, i).feature)
         && g_str_equal (g_array_index (names, JalonMapName, i).text, "Paris");
  g_assert_cmpuint (n, ==, 1);
  for (int i = 0; i < 4; i++)
    piece_clear (&pieces[i]);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (areas); i++)
    {
      g_autofree char *path = g_strdup_printf ("/map-names/agree/%d-%s", areas[i].zoom, areas[i].language);

      g_test_add_data_func (path, &areas[i], test_agree);
    }
  g_test_add_func ("/map-names/once", test_once);
  g_test_add_func ("/map-names/whole", test_whole);
  return g_test_run ();
}
