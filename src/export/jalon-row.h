/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "figures/jalon-figures.h"
#include "words/jalon-words.h"

G_BEGIN_DECLS

/* What a table says of one project of the figures, its members in the order of the columns. Names are the same in every language. */
extern const char *const jalon_row_columns[]; /* ends with NULL */
JsonObject *jalon_row_new (const JalonFigures *figures, const JalonLanguage *language, const JalonShare *share);

void jalon_row_set_number (JsonObject *row, const char *name, double value);
void jalon_row_set_text (JsonObject *row, const char *name, const char *text);
void jalon_row_take_text (JsonObject *row, const char *name, char *text);

G_END_DECLS
