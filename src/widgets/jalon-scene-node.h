/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "scenes/jalon-painter.h"

G_BEGIN_DECLS

GskRenderNode *jalon_scene_node_new (const JalonScene *scene, JalonTheme theme, JalonType *type);
GdkTexture *jalon_scene_node_take_texture (cairo_surface_t *surface);
GskRenderNode *jalon_scene_node_take_pixels (cairo_surface_t *surface, double scale, gboolean software);
GskRenderNode *jalon_scene_node_place (GskRenderNode *node, double x, double y);
void jalon_scene_node_outline (GtkSnapshot *snapshot, const JalonMark *mark, JalonTheme theme);

G_END_DECLS
