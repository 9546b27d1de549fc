/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "figures/jalon-facets.h"
#include "figures/jalon-search.h"
#include "words/jalon-language.h"

G_BEGIN_DECLS

/* A choice of a filter as it is shown. */
typedef struct
{
  JalonKey key;
  char *value;
  char *label;
  char *words;       /* to be searched: in both languages */
  char *rank;        /* what it is sorted by after the number of projects */
  guint n_projects;
} JalonFilterChoice;

GPtrArray *jalon_filter_choices_list (const JalonFacets *facets, JalonKey key, JalonDataset *dataset, const JalonLanguage *language);
gboolean jalon_filter_choices_tell (const JalonFacets *facets, JalonKey key);

G_END_DECLS
