/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/jalon-map-ground.h"

#include <math.h>

#define FRAMES_TO_REST 3

/**
 * JalonMapGround:
 *
 * What lies below the pins of a map: the base map in the language and theme of the window, its territories tinted, as far as it is
 * seen. However much of that changes at once, the layer is made anew once, before the next frame; the one before it stays below until
 * the new one's tiles are drawn, so that nothing flashes.
 */
struct _JalonMapGround
{
  GObject parent_instance;

  ShumateMap *map;   /* borrowed, until it goes */
  JalonModel *model; /* owned */
  JalonBasemap *basemap;
  JalonOnlineTiles *online;
  char **tint;

  /* layers of the map */
  ShumateMapLayer *base;
  ShumateMapLayer *old; /* what base replaces, until it is drawn; or NULL */
  guint renewing;       /* a tick of the map, or 0 */
  gboolean begun;       /* the first layer's tiles are being drawn */
  int frames_to_rest;   /* until the map is taken to rest */
  int width, height;    /* of the map, logical pixels */
};

G_DEFINE_FINAL_TYPE (JalonMapGround, jalon_map_ground, G_TYPE_OBJECT)

static JalonBasemapSource *
get_source (JalonMapGround *self)
{
  return JALON_BASEMAP_SOURCE (shumate_viewport_get_reference_map_source (shumate_map_get_viewport (self->map)));
}

/* Tells the source what is seen of it. */
static void
show (JalonMapGround *self)
{
  ShumateViewport *viewport = shumate_map_get_viewport (self->map);
  double diagonal = hypot (self->width, self->height);
  gboolean turned = fabs (shumate_viewport_get_rotation (viewport)) > 1e-6;
  JalonMapLook look;

  if (self->base == NULL || self->width < 1 || self->height < 1)
    return;
  look.lat = shumate_location_get_latitude (SHUMATE_LOCATION (viewport));
  look.lon = shumate_location_get_longitude (SHUMATE_LOCATION (viewport));
  look.zoom = shumate_viewport_get_zoom_level (viewport);
  jalon_basemap_source_show (get_source (self), &look, turned ? diagonal : self->width, turned ? diagonal : self->height);
}

/* What libshumate 1.7 puts off while the map moves fast, it may forget: once the map rests, the layer is laid out anew. */
static gboolean
rested_cb (GtkWidget *map, GdkFrameClock *clock, gpointer ground)
{
  JalonMapGround *self = JALON_MAP_GROUND (ground);

  if (--self->frames_to_rest > 0)
    return G_SOURCE_CONTINUE;
  if (self->base != NULL)
    gtk_widget_queue_allocate (GTK_WIDGET (self->base));
  return G_SOURCE_REMOVE;
}

static void
moved_cb (JalonMapGround *self)
{
  if (!self->begun)
    {
      show (self);
      return; /* nothing is seen yet that could move */
    }
  if (self->frames_to_rest == 0)
    gtk_widget_add_tick_callback (GTK_WIDGET (self->map), rested_cb, g_object_ref (self), g_object_unref);
  self->frames_to_rest = FRAMES_TO_REST;
  show (self);
}

static void
drop_old_cb (JalonMapGround *self)
{
  if (self->old != NULL && self->map != NULL)
    shumate_map_remove_layer (self->map, SHUMATE_LAYER (self->old));
  self->old = NULL;
}

static gboolean
renew_cb (GtkWidget *map, GdkFrameClock *clock, gpointer ground)
{
  JalonMapGround *self = JALON_MAP_GROUND (ground);
  ShumateViewport *viewport = shumate_map_get_viewport (self->map);
  ShumateMapLayer *below = self->base;
  GtkNative *native = gtk_widget_get_native (map);
  g_autoptr (ShumateMapSource) source = NULL;

  self->renewing = 0;
  drop_old_cb (self);
  source = jalon_basemap_source_new (self->basemap, jalon_model_get_theme (self->model), jalon_model_get_language (self->model));
  jalon_basemap_source_set_online (JALON_BASEMAP_SOURCE (source), self->online);
  jalon_basemap_source_set_tint (JALON_BASEMAP_SOURCE (source), (const char *const *) self->tint);
  jalon_basemap_source_set_software (JALON_BASEMAP_SOURCE (source), GSK_IS_CAIRO_RENDERER (gtk_native_get_renderer (native)));
  shumate_viewport_set_reference_map_source (viewport, source);
  self->base = shumate_map_layer_new (source, viewport);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->base), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  show (self);
  shumate_map_insert_layer_above (self->map, SHUMATE_LAYER (self->base), below != NULL ? SHUMATE_LAYER (below) : NULL);
  self->old = below;
  g_signal_connect_object (source, "drawn", G_CALLBACK (drop_old_cb), self, G_CONNECT_SWAPPED);
  return G_SOURCE_REMOVE;
}

static void
jalon_map_ground_dispose (GObject *object)
{
  JalonMapGround *self = JALON_MAP_GROUND (object);

  g_clear_weak_pointer (&self->map);
  g_clear_object (&self->basemap);
  g_clear_object (&self->online);
  g_clear_pointer (&self->tint, g_strfreev);
  g_clear_object (&self->model);
  G_OBJECT_CLASS (jalon_map_ground_parent_class)->dispose (object);
}

static void
jalon_map_ground_class_init (JalonMapGroundClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = jalon_map_ground_dispose;
}

static void
jalon_map_ground_init (JalonMapGround *self)
{
}

/**
 * jalon_map_ground_new:
 * @map: a map without layers
 * @model: whose theme and language the ground is drawn in
 *
 * Returns: (transfer full): the ground of the map, bare as yet
 */
JalonMapGround *
jalon_map_ground_new (ShumateMap *map, JalonModel *model)
{
  JalonMapGround *self = g_object_new (JALON_TYPE_MAP_GROUND, NULL);
  g_autoptr (ShumateMapSource) source = jalon_basemap_source_new (NULL, jalon_model_get_theme (model), jalon_model_get_language (model));

  g_set_weak_pointer (&self->map, map);
  self->model = g_object_ref (model);
  shumate_viewport_set_reference_map_source (shumate_map_get_viewport (map), source);
  g_signal_connect_object (shumate_map_get_viewport (map), "notify", G_CALLBACK (moved_cb), self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * jalon_map_ground_renew:
 * @self: a ground
 * @look: what to draw on it
 *
 * Has the ground drawn anew: what it shows, or the model's theme or language, or the screen's scale is another.
 */
void
jalon_map_ground_renew (JalonMapGround *self, const JalonMapGroundLook *look)
{
  char **tint = g_strdupv ((char **) look->tint);

  g_set_object (&self->basemap, look->basemap);
  g_set_object (&self->online, look->online);
  g_strfreev (self->tint);
  self->tint = tint;
  if (self->renewing == 0)
    self->renewing = gtk_widget_add_tick_callback (GTK_WIDGET (self->map), renew_cb, g_object_ref (self), g_object_unref);
}

/**
 * jalon_map_ground_resize:
 * @self: a ground
 * @width: of the map, logical pixels
 * @height: of the map, logical pixels
 *
 * Says how large the map is about to be.
 */
void
jalon_map_ground_resize (JalonMapGround *self, int width, int height)
{
  if (self->width == width && self->height == height)
    return;
  self->width = width;
  self->height = height;
  show (self);
}

/**
 * jalon_map_ground_begin:
 * @self: a ground
 *
 * The map looks where it is about to be seen first: its tiles are drawn while the rest of the window is laid out.
 */
void
jalon_map_ground_begin (JalonMapGround *self)
{
  if (!self->begun && self->base != NULL)
    jalon_basemap_source_draw_ahead (get_source (self));
  self->begun = self->base != NULL;
}
