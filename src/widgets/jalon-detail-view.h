/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "widgets/jalon-model.h"

G_BEGIN_DECLS

#define JALON_TYPE_DETAIL_VIEW (jalon_detail_view_get_type ())
G_DECLARE_FINAL_TYPE (JalonDetailView, jalon_detail_view, JALON, DETAIL_VIEW, AdwBin)

GtkWidget *jalon_detail_view_new (JalonModel *model);

G_END_DECLS
