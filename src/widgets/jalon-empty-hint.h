/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "widgets/jalon-model.h"

G_BEGIN_DECLS

#define JALON_TYPE_EMPTY_HINT (jalon_empty_hint_get_type ())
G_DECLARE_FINAL_TYPE (JalonEmptyHint, jalon_empty_hint, JALON, EMPTY_HINT, AdwBin)

GtkWidget *jalon_empty_hint_new (JalonModel *model, gboolean with_title);

G_END_DECLS
