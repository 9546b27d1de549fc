/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/jalon-pin-layer.h"

/**
 * JalonPinLayer:
 *
 * The pins as a layer of a ShumateMap, so that what the pointer does over a pin and the pin doesn't want, the map gets.
 */
struct _JalonPinLayer
{
  ShumateLayer parent_instance;

  GtkWidget *pins; /* the only child */
};

G_DEFINE_FINAL_TYPE (JalonPinLayer, jalon_pin_layer, SHUMATE_TYPE_LAYER)

static void
jalon_pin_layer_dispose (GObject *object)
{
  g_clear_pointer (&JALON_PIN_LAYER (object)->pins, gtk_widget_unparent);
  G_OBJECT_CLASS (jalon_pin_layer_parent_class)->dispose (object);
}

static void
jalon_pin_layer_class_init (JalonPinLayerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jalon_pin_layer_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
jalon_pin_layer_init (JalonPinLayer *self)
{
}

/**
 * jalon_pin_layer_new:
 * @model: what to show
 * @viewport: where the map looks
 *
 * Returns: (transfer floating): the layer
 */
ShumateLayer *
jalon_pin_layer_new (JalonModel *model, ShumateViewport *viewport)
{
  JalonPinLayer *self = g_object_new (JALON_TYPE_PIN_LAYER, "viewport", viewport, NULL);

  self->pins = jalon_pins_view_new (model, viewport);
  gtk_widget_set_parent (self->pins, GTK_WIDGET (self));
  return SHUMATE_LAYER (self);
}

/**
 * jalon_pin_layer_get_pins:
 * @self: a pin layer
 *
 * Returns: (transfer none): the view of the pins
 */
JalonPinsView *
jalon_pin_layer_get_pins (JalonPinLayer *self)
{
  return JALON_PINS_VIEW (self->pins);
}
