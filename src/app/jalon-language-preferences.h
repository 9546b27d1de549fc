/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "widgets/jalon-model.h"

G_BEGIN_DECLS

void jalon_language_preferences_add (GtkWidget *page, JalonModel *model);

G_END_DECLS
