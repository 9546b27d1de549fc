/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <shumate/shumate.h>

#include "widgets/jalon-scene-view.h"

G_BEGIN_DECLS

#define JALON_TYPE_PINS_VIEW (jalon_pins_view_get_type ())
G_DECLARE_FINAL_TYPE (JalonPinsView, jalon_pins_view, JALON, PINS_VIEW, JalonSceneView)

GtkWidget *jalon_pins_view_new (JalonModel *model, ShumateViewport *viewport);
void jalon_pins_view_set_basemap (JalonPinsView *self, JalonBasemap *basemap);
void jalon_pins_view_set_covered (JalonPinsView *self, GArray *covered);

G_END_DECLS
