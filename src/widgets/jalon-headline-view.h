/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "widgets/jalon-scene-view.h"

G_BEGIN_DECLS

#define JALON_TYPE_HEADLINE_VIEW (jalon_headline_view_get_type ())
G_DECLARE_FINAL_TYPE (JalonHeadlineView, jalon_headline_view, JALON, HEADLINE_VIEW, JalonSceneView)

GtkWidget *jalon_headline_view_new (JalonModel *model);

G_END_DECLS
