/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gdk/gdk.h>

#include "basemap/jalon-basemap.h"

G_BEGIN_DECLS

/* Of a side, in logical pixels. */
#define JALON_TILE_SIZE 256

/* What a thread needs to draw a tile; the tile itself is touched by the main thread alone. */
typedef struct
{
  JalonBasemap *basemap; /* NULL: plain land */
  gboolean software;     /* what shows it draws by cairo */
  JalonMapStyle style;   /* what it points to is the source's */
  int zoom, x, y;
} JalonTileJob;

/* A tile that is drawn in a thread. */
typedef struct _JalonTileDrawing JalonTileDrawing;

typedef void (*JalonTileDrawn) (JalonTileDrawing *drawing, GError *error, gpointer data);

JalonTileDrawing *jalon_tile_drawing_start (GObject *source, const JalonTileJob *job, GCancellable *cancellable);
void jalon_tile_drawing_answer (JalonTileDrawing *self, JalonTileDrawn drawn, gpointer data);
void jalon_tile_drawing_unref (JalonTileDrawing *self);
GdkPaintable *jalon_tile_drawing_take (JalonTileDrawing *self);

G_END_DECLS
