/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "scenes/jalon-scene.h"

G_BEGIN_DECLS

#define JALON_TYPE_MARK_WIDGET (jalon_mark_widget_get_type ())
G_DECLARE_FINAL_TYPE (JalonMarkWidget, jalon_mark_widget, JALON, MARK_WIDGET, GtkWidget)

GtkWidget *jalon_mark_widget_new (void);
void jalon_mark_widget_set_mark (JalonMarkWidget *self, guint index, const char *name);
guint jalon_mark_widget_get_index (JalonMarkWidget *self);

G_END_DECLS
