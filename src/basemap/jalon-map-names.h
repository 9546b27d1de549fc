/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

#include "basemap/jalon-map-placer.h"

G_BEGIN_DECLS

PangoLayout *jalon_map_names_create_layout (cairo_t *cr);
double jalon_map_names_get_radius (const JalonMapName *name);
void jalon_map_names_paint_dot (cairo_t *cr, JalonMapTheme theme, const JalonMapName *name);
void jalon_map_names_paint_text (cairo_t *cr, JalonMapTheme theme, double zoom, const JalonMapName *name, PangoLayout *layout);
void jalon_map_names_paint (cairo_t *cr, const JalonMapPicture *picture, const JalonMapPage *page);

G_END_DECLS
