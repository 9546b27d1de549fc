/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *jalon_icon_button_new (const char *icon, GCallback clicked, gpointer object);
void jalon_icon_button_set_words (GtkWidget *button, const char *words);

G_END_DECLS
