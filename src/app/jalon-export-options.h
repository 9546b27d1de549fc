/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "export/jalon-export.h"

G_BEGIN_DECLS

gboolean jalon_export_options_read (GVariantDict *options, JalonExportRequest *request, GError **error);

G_END_DECLS
