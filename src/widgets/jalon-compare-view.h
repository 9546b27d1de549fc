/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "widgets/jalon-scene-view.h"

G_BEGIN_DECLS

#define JALON_TYPE_COMPARE_VIEW (jalon_compare_view_get_type ())
G_DECLARE_FINAL_TYPE (JalonCompareView, jalon_compare_view, JALON, COMPARE_VIEW, JalonSceneView)

GtkWidget *jalon_compare_view_new (JalonModel *model);
void jalon_compare_view_set_side (JalonCompareView *self, guint side, JalonQuery *query, const char *title);

G_END_DECLS
