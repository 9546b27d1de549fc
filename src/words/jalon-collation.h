/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "words/jalon-language.h"

G_BEGIN_DECLS

char *jalon_collation_make_key (const JalonLanguage *language, const char *text);

G_END_DECLS
