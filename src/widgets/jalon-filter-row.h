/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "widgets/jalon-filter-choices.h"

G_BEGIN_DECLS

#define JALON_TYPE_FILTER_ROW (jalon_filter_row_get_type ())
G_DECLARE_FINAL_TYPE (JalonFilterRow, jalon_filter_row, JALON, FILTER_ROW, GtkListBoxRow)

GtkWidget *jalon_filter_row_new_key (JalonKey key, const char *label, gboolean expanded);
GtkWidget *jalon_filter_row_new_choice (const JalonFilterChoice *choice);
JalonKey jalon_filter_row_get_key (JalonFilterRow *self);
const char *jalon_filter_row_get_value (JalonFilterRow *self);
void jalon_filter_row_update_key (JalonFilterRow *self, const JalonLanguage *language, guint n_wanted);
void jalon_filter_row_update_choice (JalonFilterRow *self, const JalonLanguage *language, guint n_projects, gboolean wanted);

G_END_DECLS
