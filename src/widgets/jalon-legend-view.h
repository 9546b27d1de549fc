/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "widgets/jalon-scene-view.h"

G_BEGIN_DECLS

#define JALON_TYPE_LEGEND_VIEW (jalon_legend_view_get_type ())
G_DECLARE_FINAL_TYPE (JalonLegendView, jalon_legend_view, JALON, LEGEND_VIEW, JalonSceneView)

GtkWidget *jalon_legend_view_new (JalonModel *model);

G_END_DECLS
