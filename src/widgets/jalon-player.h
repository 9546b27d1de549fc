/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "widgets/jalon-model.h"

G_BEGIN_DECLS

#define JALON_TYPE_PLAYER (jalon_player_get_type ())
G_DECLARE_FINAL_TYPE (JalonPlayer, jalon_player, JALON, PLAYER, GObject)

JalonPlayer *jalon_player_new (JalonModel *model, GtkWidget *widget);
void jalon_player_play (JalonPlayer *self, const JalonFigures *base, double first, double last);
void jalon_player_stop (JalonPlayer *self);
gboolean jalon_player_is_playing (JalonPlayer *self);
double jalon_player_get_day (JalonPlayer *self);
double jalon_player_get_speed (JalonPlayer *self);
void jalon_player_set_speed (JalonPlayer *self, double speed);
void jalon_player_reach (JalonPlayer *self, gint64 time);
void jalon_player_advance (JalonPlayer *self, gint64 microseconds);

/* Signal "changed": it plays or no longer does, or the day moved on. */

G_END_DECLS
