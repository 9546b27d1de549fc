/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "widgets/jalon-model.h"

G_BEGIN_DECLS

#define JALON_TYPE_COMPARE_PAGE (jalon_compare_page_get_type ())
G_DECLARE_FINAL_TYPE (JalonComparePage, jalon_compare_page, JALON, COMPARE_PAGE, AdwBin)

GtkWidget *jalon_compare_page_new (JalonModel *model);

G_END_DECLS
