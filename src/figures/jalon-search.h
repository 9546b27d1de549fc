/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "figures/jalon-index.h"

G_BEGIN_DECLS

/* A question, made ready to be asked of many projects. */
typedef struct _JalonSearch JalonSearch;

JalonSearch *jalon_search_new (const char *const *texts);
void jalon_search_free (JalonSearch *self);
gboolean jalon_search_matches (const JalonSearch *self, const JalonIndex *index, guint project);
gboolean jalon_search_matches_texts (const JalonSearch *self, const JalonText *const *texts);
char *jalon_search_fold_words (const char *const *texts);
gboolean jalon_search_matches_folded (const JalonSearch *self, const char *words);
void jalon_search_free_words (char **words, guint n);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JalonSearch, jalon_search_free)

G_END_DECLS
