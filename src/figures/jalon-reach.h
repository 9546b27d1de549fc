/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "figures/jalon-known.h"

G_BEGIN_DECLS

/* Rule 3: one of the grounds that an amount covers, as far as it is known; all empty: an unknown one. */
typedef struct
{
  const JalonPlace *place;
  const char *department;
  const char *region;
  const char *country;
} JalonGround;

GArray *jalon_reach_new (void);
void jalon_reach_collect (const JalonProject *project, JalonScope scope, GArray *grounds);
void jalon_reach_collect_places (const JalonProject *project, GArray *grounds);
void jalon_ground_add_values (const JalonIndex *index, const JalonGround *ground, JalonKey key, GPtrArray *values);
gboolean jalon_ground_has_value (const JalonIndex *index,
                                 const JalonGround *ground,
                                 JalonKey key,
                                 const char *const *wanted);

/* Rules 6 and 7: the values of a project at any grouping, and the one group that it belongs to. */
const char *jalon_reach_get_group (const JalonIndex *index, guint project, const JalonKnown *known, JalonKey key);
const char *jalon_reach_get_bucket (const JalonDate *date, JalonKey key);

G_END_DECLS
