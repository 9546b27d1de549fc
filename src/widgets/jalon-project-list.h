/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "widgets/jalon-model.h"

G_BEGIN_DECLS

GtkWidget *jalon_project_list_new (JalonModel *model, const char *const *ids, const char *heading);

G_END_DECLS
