/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/jalon-bars-view.h"

/**
 * JalonBarsView:
 *
 * The amounts by group, as bars. A bar filters on its group.
 */
struct _JalonBarsView
{
  JalonSceneView parent_instance;
};

G_DEFINE_FINAL_TYPE (JalonBarsView, jalon_bars_view, JALON_TYPE_SCENE_VIEW)

static JalonScene *
jalon_bars_view_layout (JalonSceneView *view, const JalonLayoutInput *input, double width, double height)
{
  JalonModel *model = jalon_scene_view_get_model (view);

  return jalon_bars_layout (input, width, height, jalon_model_get_logarithmic (model));
}

static void
jalon_bars_view_class_init (JalonBarsViewClass *klass)
{
  JalonSceneViewClass *view_class = JALON_SCENE_VIEW_CLASS (klass);

  view_class->layout = jalon_bars_view_layout;
  view_class->takes_natural_height = TRUE;
}

static void
jalon_bars_view_init (JalonBarsView *self)
{
}

/**
 * jalon_bars_view_new:
 * @model: what to show
 *
 * Returns: (transfer floating): the view
 */
GtkWidget *
jalon_bars_view_new (JalonModel *model)
{
  GtkWidget *self = g_object_new (JALON_TYPE_BARS_VIEW, NULL);

  jalon_scene_view_set_model (JALON_SCENE_VIEW (self), model);
  return self;
}
