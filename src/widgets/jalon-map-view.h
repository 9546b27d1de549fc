/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "basemap/jalon-basemap.h"
#include "widgets/jalon-model.h"
#include "widgets/jalon-online-tiles.h"

G_BEGIN_DECLS

#define JALON_TYPE_MAP_VIEW (jalon_map_view_get_type ())
G_DECLARE_FINAL_TYPE (JalonMapView, jalon_map_view, JALON, MAP_VIEW, AdwBin)

GtkWidget *jalon_map_view_new (JalonModel *model);
void jalon_map_view_set_basemap (JalonMapView *self, JalonBasemap *basemap);
JalonBasemap *jalon_map_view_get_basemap (JalonMapView *self);
void jalon_map_view_set_online (JalonMapView *self, JalonOnlineTiles *online);
void jalon_map_view_fit (JalonMapView *self);
void jalon_map_view_set_end_cover (JalonMapView *self, int width);
void jalon_map_view_zoom (JalonMapView *self, double step);
void jalon_map_view_show_project (JalonMapView *self, const JalonProject *project);

G_END_DECLS
