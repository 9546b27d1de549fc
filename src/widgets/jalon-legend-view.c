/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/jalon-legend-view.h"

/**
 * JalonLegendView:
 *
 * What the marks of map, bars and timeline mean, for the kinds that are shown.
 */
struct _JalonLegendView
{
  JalonSceneView parent_instance;
};

G_DEFINE_FINAL_TYPE (JalonLegendView, jalon_legend_view, JALON_TYPE_SCENE_VIEW)

static JalonScene *
jalon_legend_view_layout (JalonSceneView *view, const JalonLayoutInput *input, double width, double height)
{
  return jalon_legend_layout (input, TRUE, width);
}

static void
jalon_legend_view_class_init (JalonLegendViewClass *klass)
{
  JalonSceneViewClass *view_class = JALON_SCENE_VIEW_CLASS (klass);

  view_class->layout = jalon_legend_view_layout;
  view_class->takes_natural_height = TRUE;
}

static void
jalon_legend_view_init (JalonLegendView *self)
{
}

/**
 * jalon_legend_view_new:
 * @model: what to show
 *
 * Returns: (transfer floating): the view
 */
GtkWidget *
jalon_legend_view_new (JalonModel *model)
{
  GtkWidget *self = g_object_new (JALON_TYPE_LEGEND_VIEW, NULL);

  jalon_scene_view_set_model (JALON_SCENE_VIEW (self), model);
  return self;
}
