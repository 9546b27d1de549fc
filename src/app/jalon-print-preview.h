/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "export/jalon-document.h"

G_BEGIN_DECLS

#define JALON_TYPE_PRINT_PREVIEW (jalon_print_preview_get_type ())
G_DECLARE_FINAL_TYPE (JalonPrintPreview, jalon_print_preview, JALON, PRINT_PREVIEW, AdwWindow)

GtkWidget *jalon_print_preview_new (GtkWindow *parent, const JalonDocument *document);
guint jalon_print_preview_get_page (JalonPrintPreview *self);

G_END_DECLS
