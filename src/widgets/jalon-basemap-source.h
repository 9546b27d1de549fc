/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <shumate/shumate.h>

#include "basemap/jalon-basemap.h"
#include "scenes/jalon-palette.h"
#include "widgets/jalon-online-tiles.h"

G_BEGIN_DECLS

#define JALON_TYPE_BASEMAP_SOURCE (jalon_basemap_source_get_type ())
G_DECLARE_FINAL_TYPE (JalonBasemapSource, jalon_basemap_source, JALON, BASEMAP_SOURCE, ShumateMapSource)

ShumateMapSource *jalon_basemap_source_new (JalonBasemap *basemap, JalonTheme theme, const JalonLanguage *language);
void jalon_basemap_source_set_online (JalonBasemapSource *self, JalonOnlineTiles *online);
void jalon_basemap_source_set_tint (JalonBasemapSource *self, const char *const *codes);
void jalon_basemap_source_set_software (JalonBasemapSource *self, gboolean software);
void jalon_basemap_source_show (JalonBasemapSource *self, const JalonMapLook *look, double width, double height);
void jalon_basemap_source_draw_ahead (JalonBasemapSource *self);

G_END_DECLS
