/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "basemap/jalon-map-namer.h"

G_BEGIN_DECLS

/* The names of a base map as pixels, each drawn once. */
typedef struct _JalonMapNamesCache JalonMapNamesCache;

JalonMapNamesCache *jalon_map_names_cache_new (void);
void jalon_map_names_cache_free (JalonMapNamesCache *self);
void jalon_map_names_cache_set_look (JalonMapNamesCache *self, JalonMapTheme theme, double scale, double pixels, gboolean software);
void jalon_map_names_cache_append (JalonMapNamesCache *self, GtkSnapshot *snapshot, JalonMapNamer *namer);

G_END_DECLS
