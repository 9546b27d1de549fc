/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "basemap/jalon-basemap-private.h"

#include <math.h>

#include "basemap/jalon-map-archive.h"
#include "basemap/jalon-map-cache.h"
#include "basemap/jalon-map-names.h"
#include "basemap/jalon-map-painter.h"
#include "basemap/jalon-map-theme.h"

#define TILE_SIZE 256.0          /* logical pixels */
#define MAX_ZOOM 22
#define MAX_LATITUDE 85.0511287798 /* where the square world of Web Mercator ends */
#define MAX_SIZE 32768           /* of a picture, logical pixels */
#define CACHE_SIZE (32 * 1024 * 1024)
#define BUNDLED "basemap/basemap.mbtiles" /* in a folder of data */
#define SAMPLE 16                /* tiles, of which one at least has a layer that the style knows */

struct _JalonBasemap
{
  GObject parent_instance;

  JalonMapArchive *archive; /* owned */
  JalonMapCache *cache;     /* owned: decoded tiles of the archive, which never changes */
};

/* Some tiles of a zoom level; columns may go beyond the world's edges. */
typedef struct
{
  int zoom;
  int x, y;
  int columns, rows;
} Range;

/* What is at hand, and only that, and whether it is all. */
typedef struct
{
  gboolean only;
  gboolean all;
} AtHand;

G_DEFINE_FINAL_TYPE (JalonBasemap, jalon_basemap, G_TYPE_OBJECT)
G_DEFINE_QUARK (jalon-basemap-error-quark, jalon_basemap_error)

static void
jalon_basemap_finalize (GObject *object)
{
  JalonBasemap *self = JALON_BASEMAP (object);

  g_clear_pointer (&self->archive, jalon_map_archive_free);
  g_clear_pointer (&self->cache, jalon_map_cache_free);
  G_OBJECT_CLASS (jalon_basemap_parent_class)->finalize (object);
}

static void
jalon_basemap_class_init (JalonBasemapClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = jalon_basemap_finalize;
}

static void
jalon_basemap_init (JalonBasemap *self)
{
  self->cache = jalon_map_cache_new (CACHE_SIZE);
}

/**
 * jalon_basemap_open:
 * @path: an MBTiles file of vector tiles in the OpenMapTiles schema
 * @error: return location of a JALON_BASEMAP_ERROR
 *
 * Opens a base map; the file must not change as long as it is open.
 *
 * Returns: (transfer full) (nullable): the base map
 */
JalonBasemap *
jalon_basemap_open (const char *path, GError **error)
{
  JalonMapArchive *archive = jalon_map_archive_open (path, error);
  JalonBasemap *self;

  if (archive == NULL)
    return NULL;
  self = g_object_new (JALON_TYPE_BASEMAP, NULL);
  self->archive = archive;
  return self;
}

static gboolean
has_known_layer (const JalonMapTile *tile)
{
  for (guint i = 0; i < JALON_MAP_N_LAYERS; i++)
    if (tile->features[i] != NULL && tile->features[i]->len > 0)
      return TRUE;
  return FALSE;
}

/* Whether the first tiles are sound, and of the schema. */
static gboolean
check_sample (JalonBasemap *self, const char *path, GError **error)
{
  g_autoptr (GPtrArray) tiles = jalon_map_archive_sample (self->archive, SAMPLE, error);
  gboolean known = FALSE;

  if (tiles == NULL)
    return FALSE;
  for (guint i = 0; i < tiles->len; i++)
    {
      g_autoptr (JalonMapTile) tile = jalon_map_tile_decode (g_ptr_array_index (tiles, i), error);

      if (tile == NULL)
        return FALSE;
      known = known || has_known_layer (tile);
    }
  if (!known)
    g_set_error (error, JALON_BASEMAP_ERROR, JALON_BASEMAP_ERROR_SCHEMA, "%s: has no layer of the OpenMapTiles schema", path);
  return known;
}

/**
 * jalon_basemap_open_foreign:
 * @path: an MBTiles file of vector tiles in the OpenMapTiles schema
 * @error: return location of a JALON_BASEMAP_ERROR
 *
 * Opens a base map that somebody else made, and looks into its first tiles, whether the style can draw them.
 *
 * Returns: (transfer full) (nullable): the base map
 */
JalonBasemap *
jalon_basemap_open_foreign (const char *path, GError **error)
{
  g_autoptr (JalonBasemap) self = jalon_basemap_open (path, error);

  return self != NULL && check_sample (self, path, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * jalon_basemap_open_bundled:
 * @error: return location of a JALON_BASEMAP_ERROR
 *
 * Opens the base map that comes with Jalon: that of the folder that the environment variable JALON_DATA_DIR names; without it the
 * installed one, else, for a development build, that of the source tree.
 *
 * Returns: (transfer full) (nullable): the base map
 */
JalonBasemap *
jalon_basemap_open_bundled (GError **error)
{
  const char *folder = g_getenv ("JALON_DATA_DIR");
  g_autofree char *path = g_build_filename (folder != NULL ? folder : PKGDATADIR, BUNDLED, NULL);

#ifdef DEVEL_DATADIR
  if (folder == NULL && !g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_free (path);
      path = g_build_filename (DEVEL_DATADIR, BUNDLED, NULL);
    }
#endif
  return jalon_basemap_open (path, error);
}

/**
 * jalon_basemap_get_credit:
 * @self: a base map
 *
 * Returns: (transfer none) (nullable): whom to name beside the map
 */
const char *
jalon_basemap_get_credit (JalonBasemap *self)
{
  return jalon_map_archive_get_credit (self->archive);
}

/**
 * jalon_basemap_get_max_zoom:
 * @self: a base map
 *
 * Returns: the last zoom level that has data of its own; the map can be drawn at higher ones too
 */
int
jalon_basemap_get_max_zoom (JalonBasemap *self)
{
  return jalon_map_archive_get_max_zoom (self->archive);
}

static void
piece_clear (gpointer data)
{
  JalonMapPiece *piece = data;

  g_clear_pointer (&piece->tile, jalon_map_tile_unref);
}

/* A tile of the archive; NULL without an error where it has none. */
static JalonMapTile *
read_tile (JalonBasemap *self, int zoom, int x, int y, AtHand *at_hand, GError **error)
{
  JalonMapTile *tile = NULL;
  g_autoptr (GBytes) bytes = NULL;
  GError *problem = NULL;

  if (jalon_map_cache_get (self->cache, zoom, x, y, &tile))
    return tile;
  at_hand->all = FALSE;
  if (at_hand->only)
    return NULL;
  bytes = jalon_map_archive_read (self->archive, zoom, x, y, &problem);
  if (bytes != NULL)
    tile = jalon_map_tile_decode (bytes, &problem);
  if (problem != NULL)
    g_propagate_error (error, problem);
  else
    jalon_map_cache_put (self->cache, zoom, x, y, tile);
  return tile;
}

/* Whether the archive has a tile here or beside it: the open sea may have none. */
static gboolean
has_tile_near (JalonBasemap *self, int zoom, int x, int y)
{
  int across = 1 << zoom;

  for (int i = 0; i < 9; i++)
    {
      g_autoptr (GBytes) bytes = NULL;
      int row = y + i / 3 - 1;

      if (row >= 0 && row < across)
        bytes = jalon_map_archive_read (self->archive, zoom, (x + i % 3 - 1 + across) % across, row, NULL);
      if (bytes != NULL)
        return TRUE;
    }
  return FALSE;
}

/**
 * jalon_basemap_get_detail:
 * @self: a base map
 * @lat: degrees WGS 84
 * @lon: degrees WGS 84, from -180 to 180
 *
 * Returns: the last zoom level that has data round a point; a few levels above it coasts turn angular and the land empty
 */
int
jalon_basemap_get_detail (JalonBasemap *self, double lat, double lon)
{
  double x = (lon + 180) / 360, y;
  int zoom = jalon_basemap_get_max_zoom (self);

  lat = CLAMP (lat, -MAX_LATITUDE, MAX_LATITUDE) * G_PI / 180;
  y = (1 - asinh (tan (lat)) / G_PI) / 2;
  while (zoom > 0 && !has_tile_near (self, zoom, (int) (x * (double) (1 << zoom)), (int) (y * (double) (1 << zoom))))
    zoom--;
  return zoom;
}

/* The data of a tile of a zoom level: its own, else those of the nearest tile above it; without any, the piece stays empty. */
static gboolean
find_data (JalonBasemap *self, JalonMapPiece *piece, int zoom, int x, int y, AtHand *at_hand, GError **error)
{
  int across = 1 << zoom, levels = 0;
  GError *problem = NULL;

  piece->sea = y < 0;
  if (y < 0 || y >= across)
    return TRUE;
  x = ((x % across) + across) % across;
  if (zoom > jalon_basemap_get_max_zoom (self))
    levels = zoom - jalon_basemap_get_max_zoom (self);
  for (; levels <= zoom && piece->tile == NULL && problem == NULL; levels++)
    {
      piece->tile = read_tile (self, zoom - levels, x >> levels, y >> levels, at_hand, &problem);
      piece->depth = levels;
      piece->part_x = x & ((1 << levels) - 1);
      piece->part_y = y & ((1 << levels) - 1);
    }
  if (problem != NULL)
    g_propagate_error (error, problem);
  return problem == NULL;
}

static GArray *
pieces_new (void)
{
  GArray *pieces = g_array_new (FALSE, FALSE, sizeof (JalonMapPiece));

  g_array_set_clear_func (pieces, piece_clear);
  return pieces;
}

/* Adds the pieces of some tiles, the first of which lies at `left` and `top` in the picture. */
static gboolean
add_pieces (JalonBasemap *self,
            GArray *pieces,
            const Range *range,
            const JalonMapPiece *first,
            AtHand *at_hand,
            GCancellable *cancellable,
            GError **error)
{
  for (int j = 0; j < range->rows; j++)
    for (int i = 0; i < range->columns; i++)
      {
        JalonMapPiece piece = { .x = first->x + i * first->size, .y = first->y + j * first->size, .size = first->size };
        gboolean found;

        if (g_cancellable_set_error_if_cancelled (cancellable, error))
          return FALSE;
        found = find_data (self, &piece, range->zoom, range->x + i, range->y + j, at_hand, error);
        g_array_append_val (pieces, piece);
        if (!found)
          return FALSE;
      }
  return TRUE;
}

/**
 * jalon_basemap_draw_land:
 * @cr: where to
 * @style: the style
 *
 * Paints all over with the colour of land.
 */
void
jalon_basemap_draw_land (cairo_t *cr, const JalonMapStyle *style)
{
  jalon_map_theme_set (cr, style->theme, JALON_MAP_INK_LAND);
  cairo_paint (cr);
}

/**
 * jalon_basemap_draw_tile:
 * @self: a base map
 * @cr: where to: a square of 256 logical pixels at the origin, scaled by the style's scale
 * @style: how
 * @zoom: a zoom level, 0 to 22; beyond the last one with data, these are drawn larger
 * @x: column, from the west; beyond the world's edges it goes round
 * @y: row, from the north
 * @cancellable: (nullable): ends it early
 * @error: return location of a JALON_BASEMAP_ERROR or of G_IO_ERROR_CANCELLED
 *
 * Draws one tile of the map and, where there is room for it, its bleed. Tiles drawn apart fit together: no seam, and no name is cut or stands twice.
 *
 * Returns: whether it was drawn
 */
gboolean
jalon_basemap_draw_tile (JalonBasemap *self,
                         cairo_t *cr,
                         const JalonMapStyle *style,
                         int zoom,
                         int x,
                         int y,
                         GCancellable *cancellable,
                         GError **error)
{
  int around = style->nameless ? 0 : 1;
  const Range range = { zoom, x - around, y - around, 1 + 2 * around, 1 + 2 * around };
  const JalonMapPiece first = { .x = -around * TILE_SIZE, .y = -around * TILE_SIZE, .size = TILE_SIZE };
  const JalonMapPage page = { .right = TILE_SIZE, .bottom = TILE_SIZE, .first_own = 4 * (guint) around, .end_own = 4 * (guint) around + 1 };
  g_autoptr (GArray) pieces = pieces_new ();
  JalonMapPicture all, own;
  AtHand at_hand = { FALSE, TRUE };

  g_return_val_if_fail (zoom >= 0 && zoom <= MAX_ZOOM, FALSE);
  if (!add_pieces (self, pieces, &range, &first, &at_hand, cancellable, error))
    return FALSE;
  all = (JalonMapPicture){ style, zoom, (const JalonMapPiece *) (gconstpointer) pieces->data, pieces->len };
  own = (JalonMapPicture){ style, zoom, all.pieces + page.first_own, 1 };
  cairo_save (cr);
  cairo_rectangle (cr, -JALON_BASEMAP_BLEED, -JALON_BASEMAP_BLEED, TILE_SIZE + 2 * JALON_BASEMAP_BLEED,
                   TILE_SIZE + 2 * JALON_BASEMAP_BLEED);
  cairo_clip (cr);
  jalon_map_painter_paint (cr, &own);
  if (!style->nameless && !g_cancellable_is_cancelled (cancellable))
    jalon_map_names_paint (cr, &all, &page);
  cairo_restore (cr);
  return !g_cancellable_set_error_if_cancelled (cancellable, error);
}

/* The tiles that a picture shows, and where the first of them lies in it. */
static void
look_at (const JalonMapLook *look, double scale, double width, double height, Range *range, JalonMapPiece *first)
{
  double zoom = CLAMP (look->zoom, 0, MAX_ZOOM);
  double lat = CLAMP (look->lat, -MAX_LATITUDE, MAX_LATITUDE) * G_PI / 180;
  double world, left, top;

  range->zoom = (int) ceil (zoom - 0.5); /* as libshumate chooses the level of its tiles */
  first->size = TILE_SIZE * pow (2, zoom - range->zoom);
  world = first->size * (double) (1 << range->zoom);
  /* Spherical Mercator (EPSG:3857), on whole device pixels. */
  left = floor (((look->lon + 180) / 360 * world - width / 2) * scale) / scale;
  top = floor (((1 - asinh (tan (lat)) / G_PI) / 2 * world - height / 2) * scale) / scale;
  range->x = (int) floor (left / first->size);
  range->y = (int) floor (top / first->size);
  range->columns = (int) floor ((left + width) / first->size) - range->x + 1;
  range->rows = (int) floor ((top + height) / first->size) - range->y + 1;
  first->x = range->x * first->size - left;
  first->y = range->y * first->size - top;
}

/**
 * jalon_basemap_list_pieces:
 * @look: where a picture's middle is, and at which zoom
 * @scale: device pixels for a logical one
 * @width: of the picture, in logical pixels
 * @height: of the picture
 * @zoom: (out) (optional): the level of the pieces
 * @complete: (out) (nullable): whether nothing is missing, if only what is at hand is wanted; %NULL to read what is not
 *
 * Lists the pieces that a picture shows.
 *
 * Returns: (transfer full) (nullable) (element-type JalonMapPiece): the pieces
 */
GArray *
jalon_basemap_list_pieces (JalonBasemap *self,
                           const JalonMapLook *look,
                           double scale,
                           double width,
                           double height,
                           int *zoom,
                           gboolean *complete,
                           GCancellable *cancellable,
                           GError **error)
{
  g_autoptr (GArray) pieces = pieces_new ();
  JalonMapPiece first = { 0 };
  AtHand at_hand = { complete != NULL, TRUE };
  Range range;

  g_return_val_if_fail (isfinite (look->zoom) && fabs (look->lon) <= 1000 && isfinite (look->lat), NULL);
  g_return_val_if_fail (width > 0 && width <= MAX_SIZE && height > 0 && height <= MAX_SIZE, NULL);
  look_at (look, scale, width, height, &range, &first);
  if (!add_pieces (self, pieces, &range, &first, &at_hand, cancellable, error))
    return NULL;
  if (zoom != NULL)
    *zoom = range.zoom;
  if (complete != NULL)
    *complete = at_hand.all;
  return g_steal_pointer (&pieces);
}

/**
 * jalon_basemap_load:
 * @self: a base map
 * @look: where a picture's middle is, and at which zoom
 * @scale: device pixels for a logical one
 * @width: of the picture, in logical pixels, at most 32768
 * @height: of the picture, at most 32768
 * @cancellable: (nullable): ends it early
 * @error: return location of a JALON_BASEMAP_ERROR or of G_IO_ERROR_CANCELLED
 *
 * Reads what a picture needs, so that it is at hand. Safe from several threads at once.
 *
 * Returns: whether it was read
 */
gboolean
jalon_basemap_load (JalonBasemap *self,
                    const JalonMapLook *look,
                    double scale,
                    double width,
                    double height,
                    GCancellable *cancellable,
                    GError **error)
{
  g_autoptr (GArray) pieces = jalon_basemap_list_pieces (self, look, scale, width, height, NULL, NULL, cancellable, error);

  return pieces != NULL;
}

/**
 * jalon_basemap_draw:
 * @self: a base map
 * @cr: where to: a rectangle at the origin, scaled by the style's scale
 * @style: how
 * @look: where the picture's middle is, and at which zoom
 * @width: in logical pixels, at most 32768
 * @height: in logical pixels, at most 32768
 * @cancellable: (nullable): ends it early
 * @error: return location of a JALON_BASEMAP_ERROR or of G_IO_ERROR_CANCELLED
 *
 * Draws a picture of the map. It is drawn as a whole, not tile by tile, so that it has no seams as PDF or SVG either.
 *
 * Returns: whether it was drawn
 */
gboolean
jalon_basemap_draw (JalonBasemap *self,
                    cairo_t *cr,
                    const JalonMapStyle *style,
                    const JalonMapLook *look,
                    double width,
                    double height,
                    GCancellable *cancellable,
                    GError **error)
{
  g_autoptr (GArray) pieces
      = jalon_basemap_list_pieces (self, look, style->scale, width, height, NULL, NULL, cancellable, error);
  JalonMapPage page = { .right = width, .bottom = height, .whole = TRUE };
  JalonMapPicture picture;

  if (pieces == NULL)
    return FALSE;
  picture = (JalonMapPicture){ style, look->zoom, (const JalonMapPiece *) (gconstpointer) pieces->data, pieces->len };
  page.end_own = pieces->len;
  cairo_save (cr);
  cairo_rectangle (cr, 0, 0, width, height);
  cairo_clip (cr);
  jalon_map_painter_paint (cr, &picture);
  if (!style->nameless)
    jalon_map_names_paint (cr, &picture, &page);
  cairo_restore (cr);
  return !g_cancellable_set_error_if_cancelled (cancellable, error);
}
