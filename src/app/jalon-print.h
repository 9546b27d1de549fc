/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "export/jalon-export.h"

G_BEGIN_DECLS

GtkPrintOperation *jalon_print_new (const JalonExportRequest *request);

G_END_DECLS
