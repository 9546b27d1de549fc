/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define JALON_TYPE_FLOW (jalon_flow_get_type ())
G_DECLARE_DERIVABLE_TYPE (JalonFlow, jalon_flow, JALON, FLOW, GtkWidget)

struct _JalonFlowClass
{
  GtkWidgetClass parent_class;
};

void jalon_flow_measure_width (JalonFlow *self, int gap, GtkWidget *aside, int *minimum, int *natural);

G_END_DECLS
