/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/jalon-flow.h"

/**
 * JalonFlow:
 *
 * What puts its children one after the other in lines: its height follows from its width, and its children go with it.
 *
 * Role: group.
 */
G_DEFINE_ABSTRACT_TYPE (JalonFlow, jalon_flow, GTK_TYPE_WIDGET)

static GtkSizeRequestMode
jalon_flow_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
jalon_flow_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (jalon_flow_parent_class)->dispose (object);
}

static void
jalon_flow_class_init (JalonFlowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = jalon_flow_dispose;
  GTK_WIDGET_CLASS (klass)->get_request_mode = jalon_flow_get_request_mode;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
jalon_flow_init (JalonFlow *self)
{
}

/**
 * jalon_flow_measure_width:
 * @self: a flow
 * @gap: between children, in logical pixels
 * @aside: (nullable): a child that doesn't stand in line with the others
 * @minimum: (out): room for the widest child alone, in logical pixels
 * @natural: (out): room for all in one line
 */
void
jalon_flow_measure_width (JalonFlow *self, int gap, GtkWidget *aside, int *minimum, int *natural)
{
  *minimum = *natural = 0;
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int least = 0, wanted = 0;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, &wanted, NULL, NULL);
      *minimum = MAX (*minimum, least);
      if (child != aside && gtk_widget_should_layout (child))
        *natural += (*natural > 0 ? gap : 0) + wanted;
    }
  *natural = MAX (*minimum, *natural);
}
