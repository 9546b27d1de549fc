/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "widgets/jalon-scene-view.h"

G_BEGIN_DECLS

#define JALON_TYPE_TRAY_VIEW (jalon_tray_view_get_type ())
G_DECLARE_FINAL_TYPE (JalonTrayView, jalon_tray_view, JALON, TRAY_VIEW, JalonSceneView)

GtkWidget *jalon_tray_view_new (JalonModel *model);

G_END_DECLS
