/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "basemap/jalon-basemap.h"
#include "basemap/jalon-map-piece.h"

G_BEGIN_DECLS

/* A picture to be drawn: its pieces, at a zoom level. */
typedef struct
{
  const JalonMapStyle *style;
  double zoom;
  const JalonMapPiece *pieces;
  guint n_pieces;
} JalonMapPicture;

void jalon_map_painter_paint (cairo_t *cr, const JalonMapPicture *picture);

G_END_DECLS
