/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "basemap/jalon-basemap.h"
#include "scenes/jalon-scene.h"

G_BEGIN_DECLS

GArray *jalon_map_list_taken (const JalonScene *map, const GArray *covered, double scale);

G_END_DECLS
