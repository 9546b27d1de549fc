/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "basemap/jalon-map-tile.h"

G_BEGIN_DECLS

/* One tile of a zoom level as a picture shows it: data, which may be those of a tile some levels above it (then it is a part of
 * them), and where it lies in the picture. */
typedef struct
{
  JalonMapTile *tile; /* owned, or NULL: no data */
  int part_x, part_y; /* which part of the data, of 1 << depth across */
  int depth;
  gboolean sea;      /* no data, since it is beyond the north of the world */
  double x, y, size; /* in the picture, logical pixels */
} JalonMapPiece;

static inline void
jalon_map_piece_place (const JalonMapPiece *self, const JalonMapPoint *point, double *x, double *y)
{
  double parts = (double) (1 << self->depth);

  *x = self->x + (point->x * parts - self->part_x) * self->size;
  *y = self->y + (point->y * parts - self->part_y) * self->size;
}

G_END_DECLS
