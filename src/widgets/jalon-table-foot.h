/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "widgets/jalon-model.h"

G_BEGIN_DECLS

#define JALON_TYPE_TABLE_FOOT (jalon_table_foot_get_type ())
G_DECLARE_FINAL_TYPE (JalonTableFoot, jalon_table_foot, JALON, TABLE_FOOT, AdwBin)

GtkWidget *jalon_table_foot_new (JalonModel *model);

G_END_DECLS
