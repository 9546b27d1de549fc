/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "widgets/jalon-model.h"

G_BEGIN_DECLS

void jalon_detail_rows_fill (GtkBox *box, JalonModel *model, const JalonProject *project, const JalonFigures *whole);

G_END_DECLS
