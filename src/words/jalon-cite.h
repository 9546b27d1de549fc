/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "figures/jalon-told.h"
#include "figures/jalon-why.h"
#include "words/jalon-language.h"

G_BEGIN_DECLS

char *jalon_cite (const JalonLanguage *language, const JalonTold *told);
char *jalon_cite_name (const JalonLanguage *language, const JalonTold *told, const JalonWhy *why);

G_END_DECLS
