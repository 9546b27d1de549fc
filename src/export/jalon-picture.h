/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "export/jalon-document.h"

G_BEGIN_DECLS

gboolean jalon_picture_check_size (double width, double height, double scale, const JalonLanguage *language, GError **error);
void jalon_picture_paint_page (const JalonDocument *document, const JalonDocumentPage *page, cairo_t *cr, double scale);
GBytes *jalon_picture_write_png (const JalonDocument *document, double scale, GError **error);
GBytes *jalon_picture_write_pdf (const JalonDocument *document, GError **error);

G_END_DECLS
