/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "figures/jalon-figures.h"
#include "words/jalon-language.h"

G_BEGIN_DECLS

char *jalon_layout_say_where (const JalonLanguage *language, JalonDataset *dataset, const JalonProject *project);
char *jalon_layout_name_project (
    const JalonLanguage *language, JalonDataset *dataset, const JalonProject *project, const char *what, const JalonDate *date);

G_END_DECLS
