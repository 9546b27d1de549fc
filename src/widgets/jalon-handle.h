/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define JALON_TYPE_HANDLE (jalon_handle_get_type ())
G_DECLARE_FINAL_TYPE (JalonHandle, jalon_handle, JALON, HANDLE, GtkWidget)

GtkWidget *jalon_handle_new (GtkOrientation orientation);
void jalon_handle_set_words (JalonHandle *self, const char *words);

/* Signals "moved" (double by: logical pixels right or down from where it was taken), "dropped", "reset". */

G_END_DECLS
