/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define JALON_TYPE_YIELD (jalon_yield_get_type ())
G_DECLARE_FINAL_TYPE (JalonYield, jalon_yield, JALON, YIELD, GtkWidget)

GtkWidget *jalon_yield_new (GtkWidget *child, int least);

G_END_DECLS
