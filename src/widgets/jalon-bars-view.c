/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/jalon-bars-view.h"

/**
 * JalonBarsView:
 *
 * The amounts by group, as bars. A bar filters on its group. Where there is room for some only, the row for the rest opens it.
 */
struct _JalonBarsView
{
  JalonSceneView parent_instance;

  gboolean opened; /* all rows are wanted, of this grouping */
  JalonKey group;
};

G_DEFINE_FINAL_TYPE (JalonBarsView, jalon_bars_view, JALON_TYPE_SCENE_VIEW)

static JalonScene *
jalon_bars_view_layout (JalonSceneView *view, const JalonLayoutInput *input, double width, double height)
{
  JalonBarsView *self = JALON_BARS_VIEW (view);
  JalonModel *model = jalon_scene_view_get_model (view);
  JalonLayoutInput own = *input;

  own.order = jalon_model_get_order (model);
  own.all_rows = self->opened && self->group == jalon_figures_get_group_key (input->figures);
  return jalon_bars_layout (&own, width, height, jalon_model_get_logarithmic (model));
}

static void
jalon_bars_view_activate (JalonSceneView *view, const JalonMark *mark)
{
  JalonBarsView *self = JALON_BARS_VIEW (view);

  if (mark->target != JALON_TARGET_MORE)
    {
      JALON_SCENE_VIEW_CLASS (jalon_bars_view_parent_class)->activate (view, mark);
      return;
    }
  self->opened = g_strcmp0 (mark->key, "rest") == 0;
  self->group = jalon_query_get_group (jalon_model_get_query (jalon_scene_view_get_model (view)));
  jalon_scene_view_invalidate (view);
}

static void
jalon_bars_view_class_init (JalonBarsViewClass *klass)
{
  JalonSceneViewClass *view_class = JALON_SCENE_VIEW_CLASS (klass);

  view_class->layout = jalon_bars_view_layout;
  view_class->activate = jalon_bars_view_activate;
  view_class->takes_natural_height = TRUE;
  view_class->shrinks = TRUE;
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
