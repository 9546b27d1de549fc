/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "words/jalon-language.h"

G_BEGIN_DECLS

GtkWidget *jalon_drop_down_new (void);
void jalon_drop_down_set_words (GtkWidget *drop_down, const char *words, const JalonLanguage *language);

G_END_DECLS
