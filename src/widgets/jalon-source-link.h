/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "facts/jalon-records.h"
#include "words/jalon-language.h"

G_BEGIN_DECLS

GtkWidget *jalon_source_link_new (const JalonLanguage *language, const JalonSource *source);
GtkWidget *jalon_source_link_new_brief (const JalonLanguage *language, const JalonSource *source);
GtkWidget *jalon_source_link_new_list (const JalonLanguage *language, const GPtrArray *sources);
GtkWidget *jalon_source_link_new_address (const JalonLanguage *language, const char *words, const char *address);
void jalon_source_link_forward (GtkWindow *window, GtkWindow *parent);

G_END_DECLS
