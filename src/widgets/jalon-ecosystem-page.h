/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "widgets/jalon-model.h"

G_BEGIN_DECLS

#define JALON_TYPE_ECOSYSTEM_PAGE (jalon_ecosystem_page_get_type ())
G_DECLARE_FINAL_TYPE (JalonEcosystemPage, jalon_ecosystem_page, JALON, ECOSYSTEM_PAGE, AdwBin)

GtkWidget *jalon_ecosystem_page_new (JalonModel *model);

G_END_DECLS
