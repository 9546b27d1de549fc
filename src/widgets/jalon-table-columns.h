/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "widgets/jalon-model.h"
#include "widgets/jalon-table-row.h"

G_BEGIN_DECLS

GtkColumnViewColumn *jalon_table_columns_new (JalonModel *model, JalonTableColumn column);
gboolean jalon_table_columns_get_order (GtkColumnView *view, JalonTableColumn *column, GtkSortType *direction);
const char *jalon_table_columns_get_heading (JalonTableColumn column, const JalonLanguage *language);
int jalon_table_columns_get_width (JalonTableColumn column, double text_scale);
void jalon_table_columns_choose (gboolean announcements, double text_scale, int room, gboolean *shown);
GdkContentProvider *jalon_table_columns_copy (const GPtrArray *rows, gboolean announcements, const JalonLanguage *language, const char *currency);

G_END_DECLS
