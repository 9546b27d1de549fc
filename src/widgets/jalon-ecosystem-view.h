/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "widgets/jalon-scene-view.h"

G_BEGIN_DECLS

#define JALON_TYPE_ECOSYSTEM_VIEW (jalon_ecosystem_view_get_type ())
G_DECLARE_FINAL_TYPE (JalonEcosystemView, jalon_ecosystem_view, JALON, ECOSYSTEM_VIEW, JalonSceneView)

GtkWidget *jalon_ecosystem_view_new (JalonModel *model, gboolean organisations);

G_END_DECLS
