/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define JALON_TYPE_HEADER_ROW (jalon_header_row_get_type ())
G_DECLARE_FINAL_TYPE (JalonHeaderRow, jalon_header_row, JALON, HEADER_ROW, GtkWidget)

GtkWidget *jalon_header_row_new (GtkWidget *history, GtkWidget *title, GtkWidget *pages, GtkWidget *search);
gboolean jalon_header_row_get_crowded (JalonHeaderRow *self);

G_END_DECLS
