/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "figures/jalon-selection.h"

G_BEGIN_DECLS

/* What the rules of the sums say of a selection besides its shares. */
typedef struct
{
  JalonSum total;
  JalonSum shared;
  double firm_unshared;
} JalonTally;

void jalon_tally_compute (const JalonIndex *index, JalonSelection *selection, JalonTally *tally);

/* A sum of very many doubles that is off by no more than one rounding (Neumaier 1974). */
typedef struct
{
  double sum;
  double rest;
} JalonTotal;

void jalon_total_add (JalonTotal *total, double value);
double jalon_total_get (const JalonTotal *total);

G_END_DECLS
