/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "widgets/jalon-model.h"

G_BEGIN_DECLS

GtkWindow *jalon_data_window_new (GtkWindow *parent, JalonModel *model, const char *file, int today);

G_END_DECLS
