/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <shumate/shumate.h>

#include "widgets/jalon-basemap-source.h"
#include "widgets/jalon-model.h"

G_BEGIN_DECLS

#define JALON_TYPE_MAP_GROUND (jalon_map_ground_get_type ())
G_DECLARE_FINAL_TYPE (JalonMapGround, jalon_map_ground, JALON, MAP_GROUND, GObject)

/* What is drawn on the ground besides the window's theme and language. All may be NULL. */
typedef struct
{
  JalonBasemap *basemap;
  JalonOnlineTiles *online;
  const char *const *tint;
} JalonMapGroundLook;

JalonMapGround *jalon_map_ground_new (ShumateMap *map, JalonModel *model);
void jalon_map_ground_renew (JalonMapGround *self, const JalonMapGroundLook *look);
void jalon_map_ground_resize (JalonMapGround *self, int width, int height);
void jalon_map_ground_begin (JalonMapGround *self);

G_END_DECLS
