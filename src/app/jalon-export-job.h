/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "export/jalon-export.h"

G_BEGIN_DECLS

typedef void (*JalonExportJobProgress) (double part, gpointer data); /* part: 0 to 1 */

void jalon_export_job_render_async (
    const JalonExportRequest *request, JalonExportFormat format, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
void jalon_export_job_write_async (const JalonExportRequest *request,
                                   JalonExportFormat format,
                                   const char *path,
                                   GCancellable *cancellable,
                                   JalonExportJobProgress progress,
                                   GAsyncReadyCallback callback,
                                   gpointer data);
GBytes *jalon_export_job_finish (GAsyncResult *result, GError **error);

G_END_DECLS
