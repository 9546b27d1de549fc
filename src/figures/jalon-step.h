/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "figures/jalon-figures.h"

G_BEGIN_DECLS

/* Why a filtered sum differs from the bar that led to it (rule 8). */
typedef enum
{
  JALON_STEP_OTHER_BARS, /* projects of several values, which stand in other bars, are listed too */
  JALON_STEP_WHOLES,     /* wholes whose parts are filtered away stand for all of themselves */
  JALON_STEP_BETWEEN,    /* wholes give less of their own, since what joins their parts is filtered away */
  JALON_STEP_SHARED,     /* what projects share is taken off the sum, and never off a bar */
  JALON_STEP_AS_WHOLE,   /* what is firm only as a whole is in the sum, and never in a bar */
  JALON_N_STEP_CAUSES
} JalonStepCause;

typedef struct
{
  guint n_projects; /* 0 where it isn't a matter of single ones */
  double firm;      /* what it makes of the difference, in the dataset's currency */
  double ceiling;
} JalonStepPart;

/* From a bar to the sum that is left when it is filtered by. */
typedef struct
{
  JalonKey key;
  char *value;
  JalonSum bar;
  JalonSum sum;
  JalonStepPart parts[JALON_N_STEP_CAUSES]; /* together what the sum is more than the bar */
} JalonStep;

JalonStep *jalon_step_new (const JalonFigures *before, JalonQuery *asked_before, const JalonFigures *after, JalonQuery *asked);
void jalon_step_free (JalonStep *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JalonStep, jalon_step_free)

G_END_DECLS
