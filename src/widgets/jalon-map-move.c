/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/jalon-map-view-private.h"

#include "scenes/jalon-layouts.h"

/* How the map is moved, by keys and by what the rest of the window shows. */

#define PAN_STEP 80.0 /* logical pixels for an arrow key */
#define NEAREST 5     /* levels beyond the base map's data that the buttons go to: pins of a town part, the land is empty */

/**
 * jalon_map_view_get_viewport:
 * @self: a map view
 *
 * Returns: (transfer none): where it looks
 */
ShumateViewport *
jalon_map_view_get_viewport (JalonMapView *self)
{
  return shumate_map_get_viewport (self->map);
}

/**
 * jalon_map_view_get_frame:
 * @self: a map view
 *
 * Returns: where it looks
 */
JalonMapFrame
jalon_map_view_get_frame (JalonMapView *self)
{
  ShumateViewport *viewport = jalon_map_view_get_viewport (self);

  return (JalonMapFrame){ shumate_location_get_latitude (SHUMATE_LOCATION (viewport)),
                          shumate_location_get_longitude (SHUMATE_LOCATION (viewport)),
                          shumate_viewport_get_zoom_level (viewport) };
}

static gboolean
zoom_key_cb (GtkWidget *widget, GVariant *step, gpointer data)
{
  jalon_map_view_zoom (JALON_MAP_VIEW (widget), g_variant_get_double (step));
  return TRUE;
}

static gboolean
fit_key_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  jalon_map_view_fit (JALON_MAP_VIEW (widget));
  return TRUE;
}

/* A step towards a side. */
static void
pan (JalonMapView *self, GtkDirectionType direction)
{
  double dx = direction == GTK_DIR_RIGHT ? PAN_STEP : direction == GTK_DIR_LEFT ? -PAN_STEP : 0;
  double dy = direction == GTK_DIR_DOWN ? PAN_STEP : direction == GTK_DIR_UP ? -PAN_STEP : 0;
  double width = gtk_widget_get_width (GTK_WIDGET (self->map));
  double height = gtk_widget_get_height (GTK_WIDGET (self->map));
  double lat, lon;

  shumate_viewport_widget_coords_to_location (jalon_map_view_get_viewport (self), GTK_WIDGET (self->map),
                                              width / 2 + dx, height / 2 + dy, &lat, &lon);
  shumate_location_set_location (SHUMATE_LOCATION (jalon_map_view_get_viewport (self)), lat, lon);
}

static gboolean
pan_key_cb (GtkWidget *widget, GVariant *direction, gpointer data)
{
  pan (JALON_MAP_VIEW (widget), (GtkDirectionType) g_variant_get_int32 (direction));
  return TRUE;
}

/* Arrows alone pan where the map itself has the focus; from the last pin on a side they go to what is beside the map. */
static gboolean
arrow_cb (GtkWidget *map, GVariant *direction, gpointer data)
{
  JalonMapView *self = JALON_MAP_VIEW (gtk_widget_get_ancestor (map, JALON_TYPE_MAP_VIEW));

  if (gtk_widget_is_focus (map))
    pan (self, (GtkDirectionType) g_variant_get_int32 (direction));
  else
    g_signal_emit_by_name (self, "move-focus", g_variant_get_int32 (direction));
  return TRUE;
}

static const struct
{
  guint key, keypad;
  GtkDirectionType direction;
} arrows[] = { { GDK_KEY_Left, GDK_KEY_KP_Left, GTK_DIR_LEFT },
               { GDK_KEY_Right, GDK_KEY_KP_Right, GTK_DIR_RIGHT },
               { GDK_KEY_Up, GDK_KEY_KP_Up, GTK_DIR_UP },
               { GDK_KEY_Down, GDK_KEY_KP_Down, GTK_DIR_DOWN } };

/**
 * jalon_map_view_add_arrows:
 * @self: a map view that has its map
 *
 * Adds the arrows that move the map, on the map itself: newer releases of libshumate have a step of their own for them
 * there.
 */
void
jalon_map_view_add_arrows (JalonMapView *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  for (guint i = 0; i < G_N_ELEMENTS (arrows); i++)
    {
      GtkShortcutTrigger *trigger = gtk_alternative_trigger_new (gtk_keyval_trigger_new (arrows[i].key, 0),
                                                                 gtk_keyval_trigger_new (arrows[i].keypad, 0));
      GtkShortcut *shortcut = gtk_shortcut_new_with_arguments (trigger, gtk_callback_action_new (arrow_cb, NULL, NULL),
                                                               "i", arrows[i].direction);

      gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), shortcut);
    }
  gtk_widget_add_controller (GTK_WIDGET (self->map), controller);
}

/**
 * jalon_map_view_add_keys:
 * @klass: the class of the map view
 *
 * Adds the keys that move the map from wherever in it the focus is.
 */
void
jalon_map_view_add_keys (GtkWidgetClass *klass)
{
  const guint in[] = { GDK_KEY_plus, GDK_KEY_KP_Add, GDK_KEY_equal };
  const guint out[] = { GDK_KEY_minus, GDK_KEY_KP_Subtract };
  const guint all[] = { GDK_KEY_0, GDK_KEY_KP_0, GDK_KEY_Home, GDK_KEY_KP_Home };

  for (guint i = 0; i < G_N_ELEMENTS (in); i++)
    gtk_widget_class_add_binding (klass, in[i], 0, zoom_key_cb, "d", 1.0);
  for (guint i = 0; i < G_N_ELEMENTS (out); i++)
    gtk_widget_class_add_binding (klass, out[i], 0, zoom_key_cb, "d", -1.0);
  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    gtk_widget_class_add_binding (klass, all[i], 0, fit_key_cb, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (arrows); i++)
    gtk_widget_class_add_binding (klass, arrows[i].key, GDK_CONTROL_MASK, pan_key_cb, "i", arrows[i].direction);
}

/**
 * jalon_map_view_look:
 * @self: a map view
 * @frame: where to
 *
 * Looks somewhere, as near as the map can show.
 */
void
jalon_map_view_look (JalonMapView *self, JalonMapFrame frame)
{
  if (self->basemap != NULL && self->online == NULL)
    frame.zoom = MIN (frame.zoom, NEAREST + jalon_basemap_get_detail (self->basemap, frame.lat, frame.lon));
  shumate_viewport_set_zoom_level (jalon_map_view_get_viewport (self), frame.zoom);
  shumate_location_set_location (SHUMATE_LOCATION (jalon_map_view_get_viewport (self)), frame.lat, frame.lon);
}

/**
 * jalon_map_view_zoom:
 * @self: a map view
 * @step: levels to go nearer, negative for farther
 *
 * Zooms round the middle.
 */
void
jalon_map_view_zoom (JalonMapView *self, double step)
{
  ShumateViewport *viewport = jalon_map_view_get_viewport (self);
  double zoom = shumate_viewport_get_zoom_level (viewport), most = zoom + step;

  if (self->basemap != NULL && self->online == NULL && step > 0)
    most = MAX (zoom, NEAREST
                          + jalon_basemap_get_detail (self->basemap,
                                                      shumate_location_get_latitude (SHUMATE_LOCATION (viewport)),
                                                      shumate_location_get_longitude (SHUMATE_LOCATION (viewport))));
  shumate_viewport_set_zoom_level (viewport, MIN (zoom + step, most));
}

/* Flies there, or is there where the desktop wants no animations. */
static void
go_to (JalonMapView *self, double lat, double lon)
{
  if (adw_get_enable_animations (GTK_WIDGET (self)))
    shumate_map_go_to (self->map, lat, lon);
  else
    shumate_location_set_location (SHUMATE_LOCATION (jalon_map_view_get_viewport (self)), lat, lon);
}

/**
 * jalon_map_view_show_project:
 * @self: a map view
 * @project: a project
 *
 * Brings a project's first place into view, if it has one that is not.
 */
void
jalon_map_view_show_project (JalonMapView *self, const JalonProject *project)
{
  const JalonPlace *place = project->at->len > 0 ? g_ptr_array_index (project->at, 0) : NULL;
  double width = gtk_widget_get_width (GTK_WIDGET (self->map));
  double height = gtk_widget_get_height (GTK_WIDGET (self->map));
  double x, y;

  if (place == NULL || width < 1)
    return;
  shumate_viewport_location_to_widget_coords (jalon_map_view_get_viewport (self), GTK_WIDGET (self->map), place->lat,
                                              place->lon, &x, &y);
  if (x < 20 || y < 20 || x > width - 20 || y > height - 20)
    go_to (self, place->lat, place->lon);
}
