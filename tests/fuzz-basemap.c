/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "basemap/jalon-basemap.h"
#include "basemap/jalon-map-names.h"
#include "basemap/jalon-map-painter.h"

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

#define NOT_DRAWN 0xe0 /* bits of the first byte that say so: drawing is slow */

/* The first byte chooses whether and how the tile is drawn, the rest is a tile as an archive holds it. */
int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  const char *tint[] = { "FR-PAC", NULL };
  JalonMapStyle style = { JALON_MAP_LIGHT, jalon_language_get ("fr"), 1, tint };
  JalonMapPage page = { 0, 0, 256, 256, 0, 1, size > 0 && (data[0] & 16) != 0 };
  JalonMapPiece piece = { .size = 256 };
  JalonMapPicture picture = { &style, 14, &piece, 1 };
  g_autoptr (GBytes) bytes = g_bytes_new (data + (size > 0), size - (size > 0));
  cairo_surface_t *surface;
  cairo_t *cr;

  piece.tile = jalon_map_tile_decode (bytes, NULL);
  if (piece.tile == NULL || (data[0] & NOT_DRAWN) != 0)
    {
      g_clear_pointer (&piece.tile, jalon_map_tile_unref);
      return 0;
    }
  piece.depth = data[0] & 15;
  picture.zoom = piece.depth + 4;
  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 256, 256);
  cr = cairo_create (surface);
  jalon_map_painter_paint (cr, &picture);
  jalon_map_names_paint (cr, &picture, &page);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  jalon_map_tile_unref (piece.tile);
  return 0;
}
