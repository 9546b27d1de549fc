/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "figures/jalon-known.h"

G_BEGIN_DECLS

/* Rules 1, 2, 3 and 7: what a query selects of a dataset, and what of it counts. */
typedef struct
{
  guint n;            /* selected projects */
  guint *projects;    /* [n] their indexes, in file order */
  int *share_of;      /* [all projects] place in `projects`, or -1 */
  int *whole_of;      /* [all projects] the share of the nearest selected project that it is part of, or -1 */
  JalonShare *shares; /* [n] all but the sums of rules 4 to 6 and the group */
} JalonSelection;

JalonSelection *jalon_selection_new (const JalonIndex *index, JalonQuery *query);
void jalon_selection_free (JalonSelection *self);
char **jalon_selection_list_values (const JalonIndex *index, guint project, JalonKey key);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JalonSelection, jalon_selection_free)

G_END_DECLS
