/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/jalon-yield.h"

/**
 * JalonYield:
 *
 * Shows its child where there is room for it, and nothing at all where there is less: what is only nice to have makes way.
 */
struct _JalonYield
{
  GtkWidget parent_instance;

  GtkWidget *child;
  int least; /* logical pixels that the child must get to be shown */
};

G_DEFINE_FINAL_TYPE (JalonYield, jalon_yield, GTK_TYPE_WIDGET)

static void
jalon_yield_measure (GtkWidget *widget,
                     GtkOrientation orientation,
                     int for_size,
                     int *minimum,
                     int *natural,
                     int *minimum_baseline,
                     int *natural_baseline)
{
  gtk_widget_measure (JALON_YIELD (widget)->child, orientation, -1, minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = 0;
}

static void
jalon_yield_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  JalonYield *self = JALON_YIELD (widget);
  int minimum = 0;
  int natural = 0;

  gtk_widget_measure (self->child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  gtk_widget_set_child_visible (self->child, width >= MAX (minimum, MIN (self->least, natural)));
  gtk_widget_allocate (self->child, MAX (width, minimum), height, baseline, NULL);
}

static void
jalon_yield_dispose (GObject *object)
{
  g_clear_pointer (&JALON_YIELD (object)->child, gtk_widget_unparent);
  G_OBJECT_CLASS (jalon_yield_parent_class)->dispose (object);
}

static void
jalon_yield_class_init (JalonYieldClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jalon_yield_dispose;
  widget_class->measure = jalon_yield_measure;
  widget_class->size_allocate = jalon_yield_size_allocate;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
jalon_yield_init (JalonYield *self)
{
}

/**
 * jalon_yield_new:
 * @child: (transfer floating): what makes way
 * @least: the width, in logical pixels, below which it does, unless it needs no more
 *
 * Returns: (transfer floating): the widget around the child
 */
GtkWidget *
jalon_yield_new (GtkWidget *child, int least)
{
  JalonYield *self = g_object_new (JALON_TYPE_YIELD, NULL);

  self->child = child;
  self->least = least;
  gtk_widget_set_parent (child, GTK_WIDGET (self));
  return GTK_WIDGET (self);
}
