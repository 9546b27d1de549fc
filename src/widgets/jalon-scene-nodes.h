/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "scenes/jalon-painter.h"

G_BEGIN_DECLS

/* How a scene is painted. */
typedef struct
{
  JalonTheme theme;
  JalonType *type;   /* how its text is set */
  int scale;         /* device pixels for a logical one */
  gboolean software; /* for GSK's renderer for cairo */
} JalonSceneLook;

/* The picture of a scene that changes now and then, in small nodes. */
typedef struct _JalonSceneNodes JalonSceneNodes;

JalonSceneNodes *jalon_scene_nodes_new (void);
void jalon_scene_nodes_free (JalonSceneNodes *self);
GskRenderNode *jalon_scene_nodes_paint (JalonSceneNodes *self, const JalonScene *scene, const JalonSceneLook *look);
guint jalon_scene_nodes_get_n_painted (const JalonSceneNodes *self);

G_END_DECLS
