/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define JALON_TYPE_TILE_PAINTABLE (jalon_tile_paintable_get_type ())
G_DECLARE_FINAL_TYPE (JalonTilePaintable, jalon_tile_paintable, JALON, TILE_PAINTABLE, GObject)

GdkPaintable *jalon_tile_paintable_new (GdkTexture *texture, double size, double bleed);
GdkPaintable *jalon_tile_paintable_new_for_surface (cairo_surface_t *surface, double size, double bleed);

G_END_DECLS
