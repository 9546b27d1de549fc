/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "basemap/jalon-map-piece.h"

G_BEGIN_DECLS

void jalon_map_path_add_polygons (cairo_t *cr, const JalonMapPiece *piece, const JalonMapFeature *feature, double margin);
void jalon_map_path_add_outlines (cairo_t *cr, const JalonMapPiece *piece, const JalonMapFeature *feature);
void jalon_map_path_add_lines (cairo_t *cr, const JalonMapPiece *piece, const JalonMapFeature *feature, double margin);

G_END_DECLS
