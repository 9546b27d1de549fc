/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "words/jalon-words.h"

G_BEGIN_DECLS

char *jalon_check_describe (const char *path, const JalonProblem *problem, const JalonLanguage *language);
int jalon_check_run (const char *const *files, const JalonLanguage *language, GOutputStream *output);

G_END_DECLS
