/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/jalon-window.h"
#include "basemap/jalon-basemap.h"

G_BEGIN_DECLS

#define JALON_TYPE_EXPORT_DIALOG (jalon_export_dialog_get_type ())
G_DECLARE_FINAL_TYPE (JalonExportDialog, jalon_export_dialog, JALON, EXPORT_DIALOG, AdwWindow)

typedef void (*JalonExported) (GtkWindow *window, GFile *file);

GtkWidget *jalon_export_dialog_new (GtkWindow *parent, JalonModel *model, JalonBasemap *basemap, JalonExported exported);
void jalon_export_dialog_save (JalonExportDialog *self, GFile *file);

G_END_DECLS
