/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "widgets/jalon-model.h"
#include "widgets/jalon-table-row.h"

G_BEGIN_DECLS

#define JALON_TYPE_TABLE_SORT (jalon_table_sort_get_type ())
G_DECLARE_FINAL_TYPE (JalonTableSort, jalon_table_sort, JALON, TABLE_SORT, AdwBin)

GtkWidget *jalon_table_sort_new (JalonModel *model, GtkColumnView *view, GtkColumnViewColumn *const columns[JALON_N_TABLE_COLUMNS]);

G_END_DECLS
