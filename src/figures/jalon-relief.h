/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "figures/jalon-query.h"

G_BEGIN_DECLS

/* A set of filters: a bit a key, that of %JALON_KEY_FROM for the whole window, and one for the as-of date. */
typedef guint JalonFilterSet;
#define JALON_FILTER(key) (1u << (key))
#define JALON_FILTER_AS_OF JALON_FILTER (JALON_N_KEYS)

/* What to drop of a query that lists nothing. */
typedef struct
{
  JalonFilterSet filters;
  guint n_projects; /* that it then lists */
} JalonRelief;

JalonFilterSet jalon_filters_in_force (JalonQuery *query);
void jalon_filters_drop (JalonQuery *query, JalonFilterSet filters);
GArray *jalon_relief_list (JalonDataset *dataset, JalonQuery *query);

G_END_DECLS
