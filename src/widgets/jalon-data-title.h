/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define JALON_TYPE_DATA_TITLE (jalon_data_title_get_type ())
G_DECLARE_FINAL_TYPE (JalonDataTitle, jalon_data_title, JALON, DATA_TITLE, AdwBin)

GtkWidget *jalon_data_title_new (gboolean wraps);
void jalon_data_title_set (JalonDataTitle *self, const char *title, const char *date, const char *age, gboolean is_old);
void jalon_data_title_set_words (JalonDataTitle *self, const char *words);

G_END_DECLS
