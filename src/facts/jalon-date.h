/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "facts/jalon-types.h"

G_BEGIN_DECLS

typedef enum
{
  JALON_DATE_NONE,
  JALON_DATE_DAY,
  JALON_DATE_MONTH,
  JALON_DATE_SEASON,
  JALON_DATE_YEAR
} JalonDatePrecision;

/* One side of a date: a day, a month, a season (21 to 24, in `month`) or a year. */
typedef struct
{
  JalonDatePrecision precision;
  int year;
  int month;
  int day;
  gboolean approximate;
} JalonDateSide;

/* An EDTF date. `is_span`: written as FROM/TO; else `to` equals `from`. A zeroed JalonDate is no date. */
struct _JalonDate
{
  JalonDateSide from;
  JalonDateSide to;
  gboolean is_span;
};

gboolean jalon_date_parse (const char *string, JalonDate *date);
gboolean jalon_date_is_set (const JalonDate *date);
char *jalon_date_to_string (const JalonDate *date);
int jalon_date_get_first_day (const JalonDate *date);
int jalon_date_get_last_day (const JalonDate *date);
gboolean jalon_date_is_approximate (const JalonDate *date);
JalonDate jalon_date_from_days (int first_day, int last_day);

G_END_DECLS
