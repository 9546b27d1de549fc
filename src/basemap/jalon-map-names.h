/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

#include "basemap/jalon-map-placer.h"

G_BEGIN_DECLS

PangoLayout *jalon_map_names_create_layout (cairo_t *cr);
void jalon_map_names_paint (cairo_t *cr, const JalonMapPicture *picture, const JalonMapPage *page);

G_END_DECLS
