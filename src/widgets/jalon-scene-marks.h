/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "figures/jalon-query.h"
#include "scenes/jalon-scene.h"

G_BEGIN_DECLS

/* The children of a view of a scene: an empty widget over each named mark, for keyboard and screen reader. */
typedef struct _JalonSceneMarks JalonSceneMarks;

JalonSceneMarks *jalon_scene_marks_new (GtkWidget *view, GCallback activate, void (*laid_out) (GtkWidget *view));
void jalon_scene_marks_free (JalonSceneMarks *self);
void jalon_scene_marks_clear (JalonSceneMarks *self);
void jalon_scene_marks_expect (JalonSceneMarks *self);
void jalon_scene_marks_update (JalonSceneMarks *self, const JalonScene *scene);
void jalon_scene_marks_allocate (JalonSceneMarks *self, const JalonScene *scene);
gboolean jalon_scene_marks_focus (JalonSceneMarks *self, GtkDirectionType direction);
gboolean jalon_scene_marks_focus_key (JalonSceneMarks *self, const JalonScene *scene, JalonTarget target, const char *key);
gboolean jalon_scene_marks_jump (JalonSceneMarks *self, gboolean last);
void jalon_scene_marks_set_current (JalonSceneMarks *self, GtkWidget *child);
const JalonMark *jalon_scene_marks_get_current (JalonSceneMarks *self, const JalonScene *scene);
guint jalon_scene_marks_index (const JalonScene *scene, const JalonMark *mark);
void jalon_scene_marks_choose (JalonQuery *query, const JalonMark *mark);

G_END_DECLS
