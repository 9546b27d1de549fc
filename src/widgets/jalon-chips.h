/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "widgets/jalon-model.h"

G_BEGIN_DECLS

#define JALON_TYPE_CHIPS (jalon_chips_get_type ())
G_DECLARE_FINAL_TYPE (JalonChips, jalon_chips, JALON, CHIPS, AdwBin)

GtkWidget *jalon_chips_new (JalonModel *model);
void jalon_chips_open (JalonChips *self);

G_END_DECLS
