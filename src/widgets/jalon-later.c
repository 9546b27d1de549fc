/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/jalon-later.h"

/**
 * JalonLater:
 *
 * The place of a widget that is made when it is first shown: what few look at costs nobody else time and memory.
 */
struct _JalonLater
{
  AdwBin parent_instance;

  JalonLaterMake make;
  gpointer data; /* borrowed */
};

G_DEFINE_FINAL_TYPE (JalonLater, jalon_later, ADW_TYPE_BIN)

static void
jalon_later_map (GtkWidget *widget)
{
  JalonLater *self = JALON_LATER (widget);

  if (adw_bin_get_child (ADW_BIN (self)) == NULL)
    adw_bin_set_child (ADW_BIN (self), self->make (self->data));
  GTK_WIDGET_CLASS (jalon_later_parent_class)->map (widget);
}

static void
jalon_later_class_init (JalonLaterClass *klass)
{
  GTK_WIDGET_CLASS (klass)->map = jalon_later_map;
}

static void
jalon_later_init (JalonLater *self)
{
}

/**
 * jalon_later_new:
 * @make: makes the widget
 * @data: for @make; it lasts as long as the place
 *
 * Returns: (transfer floating): the place, empty as yet
 */
GtkWidget *
jalon_later_new (JalonLaterMake make, gpointer data)
{
  JalonLater *self = g_object_new (JALON_TYPE_LATER, NULL);

  self->make = make;
  self->data = data;
  return GTK_WIDGET (self);
}
