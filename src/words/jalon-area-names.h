/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "words/jalon-language.h"

G_BEGIN_DECLS

char *jalon_area_names_get_region (const JalonLanguage *language, const char *code);
char *jalon_area_names_get_department (const JalonLanguage *language, const char *country, const char *code);

G_END_DECLS
