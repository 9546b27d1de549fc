/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "widgets/jalon-model.h"

G_BEGIN_DECLS

#define JALON_TYPE_PAGE_SWITCHER (jalon_page_switcher_get_type ())
G_DECLARE_FINAL_TYPE (JalonPageSwitcher, jalon_page_switcher, JALON, PAGE_SWITCHER, GtkWidget)

GtkWidget *jalon_page_switcher_new (JalonModel *model, gboolean named);
const char *jalon_page_switcher_get_words (JalonPage page, const JalonLanguage *language);

G_END_DECLS
