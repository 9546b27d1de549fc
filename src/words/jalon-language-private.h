/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "words/jalon-formats.h"
#include "words/jalon-language.h"

G_BEGIN_DECLS

JalonFormats *jalon_language_get_formats (const JalonLanguage *language);

G_END_DECLS
