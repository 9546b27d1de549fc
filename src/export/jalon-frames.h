/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "export/jalon-export.h"

G_BEGIN_DECLS

gboolean jalon_frames_is_pattern (const char *path);
gboolean jalon_frames_write (const JalonExportRequest *request, const char *pattern, GError **error);

G_END_DECLS
