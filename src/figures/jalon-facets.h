/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "figures/jalon-query.h"

G_BEGIN_DECLS

/* A choice of a filter, and how many projects it would list with the other filters as they are. */
typedef struct
{
  const char *value; /* lives as long as the facets */
  guint n_projects;
} JalonFacet;

/* The choices of all filters of a dataset, counted for a query. */
typedef struct _JalonFacets JalonFacets;

JalonFacets *jalon_facets_new (JalonDataset *dataset);
void jalon_facets_free (JalonFacets *self);
void jalon_facets_update (JalonFacets *self, JalonQuery *query);
const JalonFacet *jalon_facets_list (const JalonFacets *self, JalonKey key, guint *n);
guint jalon_facets_count (const JalonFacets *self, JalonKey key, const char *value);
gboolean jalon_facets_has (const JalonFacets *self, JalonKey key, const char *value);
guint jalon_facets_get_n_projects (const JalonFacets *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JalonFacets, jalon_facets_free)

G_END_DECLS
