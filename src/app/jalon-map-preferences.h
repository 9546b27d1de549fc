/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "words/jalon-language.h"

G_BEGIN_DECLS

GtkWidget *jalon_map_preferences_new (GSettings *settings, const JalonLanguage *language);

G_END_DECLS
