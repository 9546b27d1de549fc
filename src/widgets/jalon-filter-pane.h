/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "widgets/jalon-model.h"

G_BEGIN_DECLS

#define JALON_TYPE_FILTER_PANE (jalon_filter_pane_get_type ())
G_DECLARE_FINAL_TYPE (JalonFilterPane, jalon_filter_pane, JALON, FILTER_PANE, AdwBin)

GtkWidget *jalon_filter_pane_new (JalonModel *model);

G_END_DECLS
