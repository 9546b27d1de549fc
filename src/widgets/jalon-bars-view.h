/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "widgets/jalon-scene-view.h"

G_BEGIN_DECLS

#define JALON_TYPE_BARS_VIEW (jalon_bars_view_get_type ())
G_DECLARE_FINAL_TYPE (JalonBarsView, jalon_bars_view, JALON, BARS_VIEW, JalonSceneView)

GtkWidget *jalon_bars_view_new (JalonModel *model);

G_END_DECLS
