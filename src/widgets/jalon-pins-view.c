/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/jalon-pins-view.h"

#include "scenes/jalon-map-ecosystem.h"

/**
 * JalonPinsView:
 *
 * The pins over the map: a scene laid out for what the viewport shows. The pointer goes through to the map where there is no pin.
 * Choosing a pin that stands for several projects emits #JalonPinsView::open-cluster.
 */
struct _JalonPinsView
{
  JalonSceneView parent_instance;

  ShumateViewport *viewport; /* owned */
};

enum
{
  OPEN_CLUSTER,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (JalonPinsView, jalon_pins_view, JALON_TYPE_SCENE_VIEW)

static JalonScene *
jalon_pins_view_layout (JalonSceneView *view, const JalonLayoutInput *input, double width, double height)
{
  JalonPinsView *self = JALON_PINS_VIEW (view);
  JalonModel *model = jalon_scene_view_get_model (view);
  JalonMapFrame frame = { 0 };
  JalonScene *scene;

  frame.lat = shumate_location_get_latitude (SHUMATE_LOCATION (self->viewport));
  frame.lon = shumate_location_get_longitude (SHUMATE_LOCATION (self->viewport));
  frame.zoom = shumate_viewport_get_zoom_level (self->viewport);
  scene = jalon_map_layout (input, &frame, width, height);
  if (jalon_model_get_ecosystem (model))
    {
      g_autoptr (JalonEcosystem) ecosystem = jalon_ecosystem_new (input->figures, jalon_model_get_query (model));

      jalon_map_add_ecosystem (scene, input, ecosystem, &frame);
    }
  return scene;
}

/* The ecosystem of a place. */
static void
show_place (JalonModel *model, const char *place)
{
  const char *const values[] = { place, NULL };

  jalon_query_set_values (jalon_model_get_query (model), JALON_KEY_PLACE, values);
  jalon_model_set_page (model, JALON_PAGE_ECOSYSTEM);
}

static void
jalon_pins_view_activate (JalonSceneView *view, const JalonMark *mark)
{
  if (mark->target == JALON_TARGET_CLUSTER)
    g_signal_emit (view, signals[OPEN_CLUSTER], 0, mark);
  else if (mark->target == JALON_TARGET_PLACE)
    show_place (jalon_scene_view_get_model (view), mark->key);
  else
    JALON_SCENE_VIEW_CLASS (jalon_pins_view_parent_class)->activate (view, mark);
}

static void
jalon_pins_view_dispose (GObject *object)
{
  g_clear_object (&JALON_PINS_VIEW (object)->viewport);
  G_OBJECT_CLASS (jalon_pins_view_parent_class)->dispose (object);
}

static void
jalon_pins_view_class_init (JalonPinsViewClass *klass)
{
  JalonSceneViewClass *view_class = JALON_SCENE_VIEW_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jalon_pins_view_dispose;
  view_class->layout = jalon_pins_view_layout;
  view_class->activate = jalon_pins_view_activate;
  view_class->passes_through = TRUE;

  /**
   * JalonPinsView::open-cluster:
   * @mark: the #JalonMark, valid for the emission
   *
   * Emitted when a pin that stands for several projects is chosen.
   */
  signals[OPEN_CLUSTER] = g_signal_new ("open-cluster", JALON_TYPE_PINS_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static void
jalon_pins_view_init (JalonPinsView *self)
{
}

/**
 * jalon_pins_view_new:
 * @model: what to show
 * @viewport: where the map looks
 *
 * Returns: (transfer floating): the view
 */
GtkWidget *
jalon_pins_view_new (JalonModel *model, ShumateViewport *viewport)
{
  JalonPinsView *self = g_object_new (JALON_TYPE_PINS_VIEW, NULL);

  self->viewport = g_object_ref (viewport);
  jalon_scene_view_set_model (JALON_SCENE_VIEW (self), model);
  g_signal_connect_object (viewport, "notify", G_CALLBACK (jalon_scene_view_invalidate), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
