/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define JALON_TYPE_TIME_HANDLE (jalon_time_handle_get_type ())
G_DECLARE_FINAL_TYPE (JalonTimeHandle, jalon_time_handle, JALON, TIME_HANDLE, GtkRange)

GtkWidget *jalon_time_handle_new (const char *css_class);
int jalon_time_handle_get_day (JalonTimeHandle *self);
void jalon_time_handle_set_day (JalonTimeHandle *self, int first, int last, int day);
void jalon_time_handle_set_words (JalonTimeHandle *self, const char *name, const char *date);

G_END_DECLS
