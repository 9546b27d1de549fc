/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "facts/jalon-problem.h"
#include "words/jalon-language.h"

G_BEGIN_DECLS

GtkWindow *jalon_problems_window_new (GtkWindow *parent,
                                      const JalonLanguage *language,
                                      const char *file,
                                      const char *sentence,
                                      const GPtrArray *problems);

G_END_DECLS
