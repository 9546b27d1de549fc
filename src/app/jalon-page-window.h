/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "words/jalon-language.h"

G_BEGIN_DECLS

GtkWindow *jalon_page_window_new (GtkWindow *parent, int width, int height);
void jalon_page_window_fill (GtkWindow *window, const char *title, GtkWidget *page);
GtkWidget *jalon_page_window_add_group (GtkWidget *page, const char *title);
GtkWidget *jalon_page_window_add_row (GtkWidget *group, const char *title, const char *subtitle);

G_END_DECLS
