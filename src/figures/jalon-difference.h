/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "figures/jalon-figures.h"

G_BEGIN_DECLS

/* Why a filtered sum differs from the bar that led to it (rule 8). */
typedef enum
{
  JALON_DIFFERENCE_OTHER_BARS, /* projects of several values, which stand in other bars, are listed too */
  JALON_DIFFERENCE_WHOLES,     /* wholes whose parts are filtered away stand for all of themselves */
  JALON_DIFFERENCE_BETWEEN,    /* wholes give less of their own, since what joins their parts is filtered away */
  JALON_DIFFERENCE_SHARED,     /* what projects share is taken off the sum, and never off a bar */
  JALON_DIFFERENCE_AS_WHOLE,   /* what is firm only as a whole is in the sum, and never in a bar */
  JALON_N_DIFFERENCE_CAUSES
} JalonDifferenceCause;

typedef struct
{
  guint n_projects; /* 0 where it isn't a matter of single ones */
  double firm;      /* what it makes of the difference, in the dataset's currency */
  double ceiling;
} JalonDifferencePart;

/* From a bar to the sum that is left when it is filtered by. */
typedef struct
{
  JalonKey key;
  char *value;
  JalonSum bar;
  JalonSum sum;
  JalonDifferencePart parts[JALON_N_DIFFERENCE_CAUSES]; /* together what the sum is more than the bar */
} JalonDifference;

JalonDifference *jalon_difference_new (const JalonFigures *before, JalonQuery *asked_before, const JalonFigures *after, JalonQuery *asked);
void jalon_difference_free (JalonDifference *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JalonDifference, jalon_difference_free)

G_END_DECLS
