/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "widgets/jalon-model.h"

G_BEGIN_DECLS

#define JALON_TYPE_SIDE_PANE (jalon_side_pane_get_type ())
G_DECLARE_FINAL_TYPE (JalonSidePane, jalon_side_pane, JALON, SIDE_PANE, AdwBin)

GtkWidget *jalon_side_pane_new (JalonModel *model);

G_END_DECLS
