/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "widgets/jalon-model.h"

G_BEGIN_DECLS

#define JALON_TYPE_TIMELINE_PANE (jalon_timeline_pane_get_type ())
G_DECLARE_FINAL_TYPE (JalonTimelinePane, jalon_timeline_pane, JALON, TIMELINE_PANE, AdwBin)

GtkWidget *jalon_timeline_pane_new (JalonModel *model);
void jalon_timeline_pane_play (JalonTimelinePane *self);

G_END_DECLS
