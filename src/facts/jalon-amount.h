/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "facts/jalon-types.h"
#include "facts/jalon-vocabulary.h"

G_BEGIN_DECLS

/* AMOUNT-LIKE of the file format. For a single value min = max = value; `currency` is empty where none applies. */
struct _JalonAmount
{
  JalonQualifier qualifier;
  double min;
  double max;
  char currency[4];
  JalonText *note;    /* NULL: none */
  GPtrArray *extras;  /* JalonExtra; NULL: none */
};

JalonAmount *jalon_amount_new (JalonQualifier qualifier, double min, double max, const char *currency);
void jalon_amount_free (JalonAmount *amount);

double jalon_amount_get_firm (const JalonAmount *amount);
double jalon_amount_get_ceiling (const JalonAmount *amount);
gboolean jalon_amount_is_open (const JalonAmount *amount);

G_END_DECLS
