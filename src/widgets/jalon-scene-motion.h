/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "scenes/jalon-scene.h"

G_BEGIN_DECLS

/* How a view goes from one scene to the next. */
typedef struct _JalonSceneMotion JalonSceneMotion;

JalonSceneMotion *jalon_scene_motion_new (GtkWidget *view);
void jalon_scene_motion_free (JalonSceneMotion *self);
void jalon_scene_motion_begin (JalonSceneMotion *self, JalonScene *from);
void jalon_scene_motion_stop (JalonSceneMotion *self);
gboolean jalon_scene_motion_advance (JalonSceneMotion *self, gint64 time);
JalonScene *jalon_scene_motion_mix (const JalonSceneMotion *self, const JalonScene *to);

G_END_DECLS
