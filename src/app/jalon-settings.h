/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "words/jalon-language.h"

G_BEGIN_DECLS

GSettings *jalon_settings_get (void);
const char *jalon_settings_explain (const JalonLanguage *language, gboolean has_bus);
const JalonLanguage *jalon_settings_get_language (void);
void jalon_settings_set_language (const JalonLanguage *language);
void jalon_settings_restore_window (GtkWindow *window);
void jalon_settings_remember_window (GtkWindow *window);

G_END_DECLS
