/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "basemap/jalon-map-tile.h"

G_BEGIN_DECLS

/* The tiles decoded last, up to so many bytes. Safe from several threads at once. */
typedef struct _JalonMapCache JalonMapCache;

JalonMapCache *jalon_map_cache_new (gsize limit);
void jalon_map_cache_free (JalonMapCache *self);
gboolean jalon_map_cache_get (JalonMapCache *self, int zoom, int x, int y, JalonMapTile **tile);
void jalon_map_cache_put (JalonMapCache *self, int zoom, int x, int y, JalonMapTile *tile);

G_END_DECLS
