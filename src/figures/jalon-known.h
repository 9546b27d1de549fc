/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "figures/jalon-figures.h"
#include "figures/jalon-index.h"

G_BEGIN_DECLS

/* The as-of day of a query without one: everything has begun. */
#define JALON_EVER G_MAXINT

/* Rules 1 and 2: what is known of one project on a day. */
typedef struct
{
  gboolean exists;
  const JalonAnnouncement *first;   /* what dates it, or NULL */
  const JalonAnnouncement *stating; /* whose amount is its own, or NULL */
  JalonStatus status;
  JalonScope scope;                 /* of its amount */
  gboolean added;                   /* later tranches were, to what `stating` says */
  gboolean converted;
  gboolean has_rate;                /* every amount could be converted */
  JalonSum stated;
} JalonKnown;

void jalon_known_get (const JalonIndex *index, guint project, int day, JalonKnown *known);
const JalonDated *jalon_known_list_dated (const JalonIndex *index, guint project, int day, guint *n);

G_END_DECLS
