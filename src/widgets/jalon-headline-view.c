/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/jalon-headline-view.h"

/**
 * JalonHeadlineView:
 *
 * The total with its qualifier, and what it is made of.
 */
struct _JalonHeadlineView
{
  JalonSceneView parent_instance;
};

G_DEFINE_FINAL_TYPE (JalonHeadlineView, jalon_headline_view, JALON_TYPE_SCENE_VIEW)

static JalonScene *
jalon_headline_view_layout (JalonSceneView *view, const JalonLayoutInput *input, double width, double height)
{
  return jalon_headline_layout (input, width);
}

static void
jalon_headline_view_class_init (JalonHeadlineViewClass *klass)
{
  JalonSceneViewClass *view_class = JALON_SCENE_VIEW_CLASS (klass);

  view_class->layout = jalon_headline_view_layout;
  view_class->takes_natural_height = TRUE;
}

static void
jalon_headline_view_init (JalonHeadlineView *self)
{
}

/**
 * jalon_headline_view_new:
 * @model: what to show
 *
 * Returns: (transfer floating): the view
 */
GtkWidget *
jalon_headline_view_new (JalonModel *model)
{
  GtkWidget *self = g_object_new (JALON_TYPE_HEADLINE_VIEW, NULL);

  jalon_scene_view_set_model (JALON_SCENE_VIEW (self), model);
  return self;
}
