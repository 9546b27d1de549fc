/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/jalon-compare-view.h"

#include <math.h>

#include "scenes/jalon-compare.h"

/**
 * JalonCompareView:
 *
 * Two answers side by side. A project of either shows its detail on the dashboard.
 */
struct _JalonCompareView
{
  JalonSceneView parent_instance;

  JalonQuery *queries[2]; /* owned */
  char *titles[2];
};

G_DEFINE_FINAL_TYPE (JalonCompareView, jalon_compare_view, JALON_TYPE_SCENE_VIEW)

static JalonScene *
jalon_compare_view_layout (JalonSceneView *view, const JalonLayoutInput *input, double width, double height)
{
  JalonCompareView *self = JALON_COMPARE_VIEW (view);
  JalonDataset *dataset = jalon_figures_get_dataset (input->figures);
  g_autoptr (JalonFigures) one = NULL;
  g_autoptr (JalonFigures) other = NULL;

  if (!gtk_widget_get_mapped (GTK_WIDGET (view)) || self->queries[0] == NULL || self->queries[1] == NULL)
    return NULL;
  one = jalon_figures_compute (dataset, self->queries[0]);
  other = jalon_figures_compute (dataset, self->queries[1]);
  {
    const JalonCompareSide sides[2] = { { self->titles[0], one }, { self->titles[1], other } };

    return jalon_compare_layout (input, sides, width);
  }
}

static void
jalon_compare_view_activate (JalonSceneView *view, const JalonMark *mark)
{
  JalonModel *model = jalon_scene_view_get_model (view);

  if (mark->target != JALON_TARGET_PROJECT)
    return;
  jalon_query_set_selected (jalon_model_get_query (model), mark->key);
  jalon_model_set_page (model, JALON_PAGE_DASHBOARD);
}

/* Either side begins with its sum. */
static JalonQuery *
jalon_compare_view_get_query (JalonSceneView *view, const JalonMark *mark)
{
  JalonCompareView *self = JALON_COMPARE_VIEW (view);
  const JalonMark *one = jalon_scene_find (jalon_scene_view_get_scene (view), JALON_TARGET_TOTAL, "a");
  const JalonMark *other = jalon_scene_find (jalon_scene_view_get_scene (view), JALON_TARGET_TOTAL, "b");
  gboolean beside = one != NULL && other != NULL && fabs (one->x - other->x) > 1;

  if (one == NULL || other == NULL)
    return self->queries[0];
  if (beside)
    return self->queries[fabs (mark->x - other->x) < fabs (mark->x - one->x)];
  return self->queries[mark->y >= other->y];
}

static void
jalon_compare_view_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (jalon_compare_view_parent_class)->map (widget);
  jalon_scene_view_invalidate (JALON_SCENE_VIEW (widget));
}

static void
jalon_compare_view_dispose (GObject *object)
{
  JalonCompareView *self = JALON_COMPARE_VIEW (object);

  for (guint i = 0; i < 2; i++)
    {
      g_clear_object (&self->queries[i]);
      g_clear_pointer (&self->titles[i], g_free);
    }
  G_OBJECT_CLASS (jalon_compare_view_parent_class)->dispose (object);
}

static void
jalon_compare_view_class_init (JalonCompareViewClass *klass)
{
  JalonSceneViewClass *view_class = JALON_SCENE_VIEW_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jalon_compare_view_dispose;
  GTK_WIDGET_CLASS (klass)->map = jalon_compare_view_map;
  view_class->layout = jalon_compare_view_layout;
  view_class->activate = jalon_compare_view_activate;
  view_class->takes_natural_height = TRUE;
  view_class->get_query = jalon_compare_view_get_query;
}

static void
jalon_compare_view_init (JalonCompareView *self)
{
}

/**
 * jalon_compare_view_new:
 * @model: whose dataset, language and look are shown
 *
 * Returns: (transfer floating): a view without sides
 */
GtkWidget *
jalon_compare_view_new (JalonModel *model)
{
  GtkWidget *self = g_object_new (JALON_TYPE_COMPARE_VIEW, NULL);

  jalon_scene_view_set_model (JALON_SCENE_VIEW (self), model);
  return self;
}

/**
 * jalon_compare_view_set_side:
 * @self: a view
 * @side: 0 or 1
 * @query: (nullable): what the side asks; a copy of its own
 * @title: what it is called
 *
 * Chooses what stands on a side.
 */
void
jalon_compare_view_set_side (JalonCompareView *self, guint side, JalonQuery *query, const char *title)
{
  g_return_if_fail (side < 2);

  g_set_object (&self->queries[side], query);
  g_free (self->titles[side]);
  self->titles[side] = g_strdup (title);
  jalon_scene_view_invalidate (JALON_SCENE_VIEW (self));
}
