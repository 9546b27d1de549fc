/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/jalon-tray-view.h"

/**
 * JalonTrayView:
 *
 * What has no point on the map: regional, national and company-wide projects.
 */
struct _JalonTrayView
{
  JalonSceneView parent_instance;
};

G_DEFINE_FINAL_TYPE (JalonTrayView, jalon_tray_view, JALON_TYPE_SCENE_VIEW)

static JalonScene *
jalon_tray_view_layout (JalonSceneView *view, const JalonLayoutInput *input, double width, double height)
{
  return jalon_tray_layout (input, width);
}

static void
jalon_tray_view_class_init (JalonTrayViewClass *klass)
{
  JalonSceneViewClass *view_class = JALON_SCENE_VIEW_CLASS (klass);

  view_class->layout = jalon_tray_view_layout;
  view_class->takes_natural_height = TRUE;
}

static void
jalon_tray_view_init (JalonTrayView *self)
{
}

/**
 * jalon_tray_view_new:
 * @model: what to show
 *
 * Returns: (transfer floating): the view
 */
GtkWidget *
jalon_tray_view_new (JalonModel *model)
{
  GtkWidget *self = g_object_new (JALON_TYPE_TRAY_VIEW, NULL);

  jalon_scene_view_set_model (JALON_SCENE_VIEW (self), model);
  return self;
}
