/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pango.h>

#include "basemap/jalon-map-placer.h"

G_BEGIN_DECLS

void jalon_map_name_sizes_measure (PangoLayout *layout, JalonMapName *name, double zoom);

G_END_DECLS
