/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "widgets/jalon-model.h"

G_BEGIN_DECLS

#define JALON_TYPE_AS_OF_ENTRY (jalon_as_of_entry_get_type ())
G_DECLARE_FINAL_TYPE (JalonAsOfEntry, jalon_as_of_entry, JALON, AS_OF_ENTRY, AdwBin)

GtkWidget *jalon_as_of_entry_new (JalonModel *model);

G_END_DECLS
