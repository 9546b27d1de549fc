/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "words/jalon-language.h"

G_BEGIN_DECLS

gboolean jalon_whole_file_write (const char *path, GBytes *bytes, const JalonLanguage *language, GError **error);

G_END_DECLS
