/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/jalon-pins-view.h"

#include <math.h>
#include <string.h>

#include "scenes/jalon-map-ecosystem.h"
#include "scenes/jalon-map-taken.h"
#include "scenes/jalon-panel.h"
#include "widgets/jalon-map-names-cache.h"

/**
 * JalonPinsView:
 *
 * The pins over the map: a scene laid out for what the viewport shows. The pointer goes through to the map where there is no pin.
 * The names of the base map are shown here too, below the pins, since they keep off them and their labels.
 * Choosing a pin that stands for several projects emits #JalonPinsView::open-cluster.
 */
struct _JalonPinsView
{
  JalonSceneView parent_instance;

  ShumateViewport *viewport; /* owned */
  JalonBasemap *basemap;     /* owned; NULL: the map below has its own names */
  JalonMapNamer *namer;      /* owned; NULL without a base map */
  GCancellable *loading;     /* owned: of what reads the names; or NULL */
  JalonMapNamesCache *names; /* owned */
  GArray *covered;           /* owned, of JalonMapBox: where something lies over the map; NULL until all is laid out */
};

enum
{
  OPEN_CLUSTER,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (JalonPinsView, jalon_pins_view, JALON_TYPE_SCENE_VIEW)

static JalonMapFrame
get_frame (JalonPinsView *self)
{
  return (JalonMapFrame) { shumate_location_get_latitude (SHUMATE_LOCATION (self->viewport)),
                           shumate_location_get_longitude (SHUMATE_LOCATION (self->viewport)),
                           shumate_viewport_get_zoom_level (self->viewport) };
}

/* What names are placed for: how they look, and where the map does. */
typedef struct
{
  JalonMapStyle style;
  JalonMapLook look;
  double width, height;
  double scale; /* logical pixels for one of the base map's: names are as large as the other text */
} Place;

static Place
get_place (JalonPinsView *self, const JalonScene *scene)
{
  JalonModel *model = jalon_scene_view_get_model (JALON_SCENE_VIEW (self));
  double scale = jalon_type_get_scale (jalon_model_get_type_setting (model));
  JalonMapFrame frame = get_frame (self);

  return (Place) {
    .style = { .theme = jalon_panel_get_map_theme (jalon_model_get_theme (model)),
               .language = jalon_model_get_language (model),
               .scale = scale * gtk_widget_get_scale_factor (GTK_WIDGET (self)),
               .nameless = TRUE },
    .look = { frame.lat, frame.lon, frame.zoom - log2 (scale) },
    .width = jalon_scene_get_width (scene) / scale,
    .height = jalon_scene_get_height (scene) / scale,
    .scale = scale,
  };
}

typedef struct
{
  JalonBasemap *basemap; /* owned */
  Place place;
} Load;

static void
load_free (gpointer data)
{
  Load *load = data;

  g_object_unref (load->basemap);
  g_free (load);
}

static void
load_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Load *load = data;
  GError *error = NULL;

  if (jalon_basemap_load (load->basemap, &load->place.look, load->place.style.scale, load->place.width, load->place.height,
                          cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void place_names (JalonPinsView *self, const JalonScene *scene);

/* The names of tiles that can't be read stay away, as the tiles do; elsewhere there are others. */
static void
loaded_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  JalonPinsView *self = JALON_PINS_VIEW (object);
  const Load *load = g_task_get_task_data (G_TASK (result));
  gboolean loaded = g_task_propagate_boolean (G_TASK (result), NULL);
  const JalonScene *scene;
  JalonMapLook look;

  if (self->loading != g_task_get_cancellable (G_TASK (result)))
    return;
  g_clear_object (&self->loading);
  scene = jalon_scene_view_get_scene (JALON_SCENE_VIEW (self));
  if (scene == NULL)
    return;
  look = get_place (self, scene).look;
  if (!loaded && memcmp (&look, &load->place.look, sizeof look) == 0)
    return;
  place_names (self, scene);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
load_names (JalonPinsView *self, const Place *place)
{
  g_autoptr (GTask) task = NULL;
  Load *load;

  if (self->loading != NULL)
    return;
  self->loading = g_cancellable_new ();
  task = g_task_new (self, self->loading, loaded_cb, NULL);
  load = g_new0 (Load, 1);
  load->basemap = g_object_ref (self->basemap);
  load->place = *place;
  g_task_set_task_data (task, load, load_free);
  g_task_run_in_thread (task, load_in_thread);
}

static void
place_names (JalonPinsView *self, const JalonScene *scene)
{
  g_autoptr (GArray) boxes = NULL;
  JalonMapTaken taken;
  Place place;

  if (self->namer == NULL || jalon_scene_get_width (scene) < 1 || jalon_scene_get_height (scene) < 1)
    return;
  place = get_place (self, scene);
  boxes = jalon_map_list_taken (scene, self->covered, place.scale);
  taken = (JalonMapTaken) { (const JalonMapBox *) (gconstpointer) boxes->data, boxes->len };
  jalon_map_names_cache_set_look (self->names, place.style.theme, place.scale, gtk_widget_get_scale_factor (GTK_WIDGET (self)),
                                  GSK_IS_CAIRO_RENDERER (gtk_native_get_renderer (gtk_widget_get_native (GTK_WIDGET (self)))));
  if (!jalon_map_namer_place (self->namer, &place.style, &place.look, place.width, place.height, &taken, FALSE))
    load_names (self, &place);
}

static JalonScene *
jalon_pins_view_layout (JalonSceneView *view, const JalonLayoutInput *input, double width, double height)
{
  JalonPinsView *self = JALON_PINS_VIEW (view);
  JalonModel *model = jalon_scene_view_get_model (view);
  JalonMapFrame frame = get_frame (self);
  JalonLayoutInput own = *input;
  JalonScene *scene;

  if (self->covered == NULL)
    return NULL; /* as soon as that is known */
  own.map_has_names = self->basemap == NULL;
  own.map_covered = self->covered;
  scene = jalon_map_layout (&own, &frame, width, height);
  if (jalon_model_get_ecosystem (model))
    {
      g_autoptr (JalonEcosystem) ecosystem = jalon_ecosystem_new (input->figures, jalon_model_get_query (model));

      jalon_map_add_ecosystem (scene, input, ecosystem, &frame);
    }
  place_names (self, scene);
  return scene;
}

static void
jalon_pins_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  JalonPinsView *self = JALON_PINS_VIEW (widget);

  if (self->namer != NULL)
    jalon_map_names_cache_append (self->names, snapshot, self->namer);
  GTK_WIDGET_CLASS (jalon_pins_view_parent_class)->snapshot (widget, snapshot);
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
drop_basemap (JalonPinsView *self)
{
  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_clear_pointer (&self->namer, jalon_map_namer_free);
  g_clear_object (&self->basemap);
}

static void
jalon_pins_view_dispose (GObject *object)
{
  drop_basemap (JALON_PINS_VIEW (object));
  g_clear_object (&JALON_PINS_VIEW (object)->viewport);
  G_OBJECT_CLASS (jalon_pins_view_parent_class)->dispose (object);
}

static void
jalon_pins_view_finalize (GObject *object)
{
  jalon_map_names_cache_free (JALON_PINS_VIEW (object)->names);
  g_clear_pointer (&JALON_PINS_VIEW (object)->covered, g_array_unref);
  G_OBJECT_CLASS (jalon_pins_view_parent_class)->finalize (object);
}

/* Newer maps of libshumate would take the arrows to pan. */
static gboolean
arrow_cb (GtkWidget *widget, GVariant *direction, gpointer data)
{
  return gtk_widget_child_focus (widget, (GtkDirectionType) g_variant_get_int32 (direction));
}

static void
jalon_pins_view_class_init (JalonPinsViewClass *klass)
{
  const guint arrows[] = { GDK_KEY_Up, GDK_KEY_Down, GDK_KEY_Left, GDK_KEY_Right };
  JalonSceneViewClass *view_class = JALON_SCENE_VIEW_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jalon_pins_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = jalon_pins_view_finalize;
  GTK_WIDGET_CLASS (klass)->snapshot = jalon_pins_view_snapshot;
  view_class->layout = jalon_pins_view_layout;
  view_class->activate = jalon_pins_view_activate;
  view_class->passes_through = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (arrows); i++)
    gtk_widget_class_add_binding (GTK_WIDGET_CLASS (klass), arrows[i], 0, arrow_cb, "i", (int) (GTK_DIR_UP + i));

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
  self->names = jalon_map_names_cache_new ();
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

/**
 * jalon_pins_view_set_basemap:
 * @self: a view of pins
 * @basemap: (nullable): the base map below, drawn without names, which are shown here; %NULL: it has its own names, or none
 *
 * Changes the map below.
 */
void
jalon_pins_view_set_basemap (JalonPinsView *self, JalonBasemap *basemap)
{
  g_return_if_fail (JALON_IS_PINS_VIEW (self));

  if (self->basemap == basemap)
    return;
  drop_basemap (self);
  g_set_object (&self->basemap, basemap);
  self->namer = basemap != NULL ? jalon_map_namer_new (basemap) : NULL;
  jalon_scene_view_invalidate (JALON_SCENE_VIEW (self));
}

static gboolean
are_equal (const GArray *a, const GArray *b)
{
  return a != NULL && b != NULL && a->len == b->len && memcmp (a->data, b->data, a->len * sizeof (JalonMapBox)) == 0;
}

/**
 * jalon_pins_view_set_covered:
 * @self: a view of pins
 * @covered: (transfer full) (element-type JalonMapBox): rectangles of the view, in its logical pixels
 *
 * Says where something lies over the map, so that no label and no name is half below it.
 */
void
jalon_pins_view_set_covered (JalonPinsView *self, GArray *covered)
{
  g_autoptr (GArray) before = self->covered;

  self->covered = covered;
  if (before == NULL)
    jalon_scene_view_renew (JALON_SCENE_VIEW (self));
  else if (!are_equal (before, covered))
    jalon_scene_view_refresh (JALON_SCENE_VIEW (self));
}
