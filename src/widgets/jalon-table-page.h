/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "widgets/jalon-model.h"

G_BEGIN_DECLS

#define JALON_TYPE_TABLE_PAGE (jalon_table_page_get_type ())
G_DECLARE_FINAL_TYPE (JalonTablePage, jalon_table_page, JALON, TABLE_PAGE, AdwBin)

GtkWidget *jalon_table_page_new (JalonModel *model);
GdkContentProvider *jalon_table_page_copy (JalonTablePage *self);

G_END_DECLS
