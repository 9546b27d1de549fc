/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "scenes/jalon-panel.h"

G_BEGIN_DECLS

/* The base map of a slide as a picture, and where it looks. */
typedef struct
{
  GdkTexture *texture;
  JalonMapFrame frame;
  double width, height; /* of a slide's logical pixels */
} JalonSlideMap;

JalonSlideMap *jalon_slide_map_new (const JalonPanel *panel, JalonBasemap *basemap, const JalonMapStyle *style, double text_scale);
void jalon_slide_map_free (JalonSlideMap *self);
JalonMapFrame jalon_slide_map_fly (const JalonMapFrame *from, const JalonMapFrame *to, double progress);
void jalon_slide_map_snapshot (const JalonSlideMap *self, GtkSnapshot *snapshot, const JalonMapFrame *camera, double width, double height, double opacity);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JalonSlideMap, jalon_slide_map_free)

G_END_DECLS
