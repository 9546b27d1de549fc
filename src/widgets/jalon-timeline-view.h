/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "widgets/jalon-player.h"
#include "widgets/jalon-scene-view.h"

G_BEGIN_DECLS

#define JALON_TYPE_TIMELINE_VIEW (jalon_timeline_view_get_type ())
G_DECLARE_FINAL_TYPE (JalonTimelineView, jalon_timeline_view, JALON, TIMELINE_VIEW, JalonSceneView)

GtkWidget *jalon_timeline_view_new (JalonModel *model);
JalonPlayer *jalon_timeline_view_get_player (JalonTimelineView *self);
void jalon_timeline_view_play (JalonTimelineView *self);
void jalon_timeline_view_zoom (JalonTimelineView *self, double factor, double x);
void jalon_timeline_view_reset (JalonTimelineView *self);

G_END_DECLS
