/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "scenes/jalon-layouts.h"
#include "widgets/jalon-model.h"

G_BEGIN_DECLS

#define JALON_TYPE_SCENE_VIEW (jalon_scene_view_get_type ())
G_DECLARE_DERIVABLE_TYPE (JalonSceneView, jalon_scene_view, JALON, SCENE_VIEW, GtkWidget)

/**
 * JalonSceneViewClass:
 * @layout: makes the scene for a size (transfer full)
 * @activate: a mark was chosen by pointer, key or assistive technology; the default selects projects and toggles groups
 * @takes_natural_height: the scene says how high it must be for a width; else the view takes what it is given
 * @shrinks: a scene laid out for a height of 1 is as low as it can be, and the view may be made so; for one of 0 it is as it wants
 * @passes_through: the pointer goes through where no mark is
 * @get_query: which query the figure of a mark answers (transfer none); not set: the window's
 */
struct _JalonSceneViewClass
{
  GtkWidgetClass parent_class;

  JalonScene *(*layout) (JalonSceneView *self, const JalonLayoutInput *input, double width, double height);
  void (*activate) (JalonSceneView *self, const JalonMark *mark);
  gboolean takes_natural_height;
  gboolean shrinks;
  gboolean passes_through;
  JalonQuery *(*get_query) (JalonSceneView *self, const JalonMark *mark);
};

JalonModel *jalon_scene_view_get_model (JalonSceneView *self);
void jalon_scene_view_set_model (JalonSceneView *self, JalonModel *model);
const JalonScene *jalon_scene_view_get_scene (JalonSceneView *self);
void jalon_scene_view_invalidate (JalonSceneView *self);
void jalon_scene_view_refresh (JalonSceneView *self);
void jalon_scene_view_renew (JalonSceneView *self);
void jalon_scene_view_yield_to (JalonSceneView *self, GtkWidget *popover);
gboolean jalon_scene_view_focus_key (JalonSceneView *self, JalonTarget target, const char *key);

G_END_DECLS
