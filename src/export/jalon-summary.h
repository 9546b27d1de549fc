/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "figures/jalon-figures.h"
#include "words/jalon-language.h"

G_BEGIN_DECLS

char *jalon_summary_write (JalonDataset *dataset, JalonQuery *query, const JalonLanguage *language, gboolean json);
char *jalon_summary_to_json (const JalonFigures *figures, const JalonLanguage *language);
char *jalon_summary_to_text (const JalonFigures *figures, const JalonLanguage *language);

G_END_DECLS
