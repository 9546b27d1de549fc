/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "facts/jalon-date.h"

G_BEGIN_DECLS

/* From values to pixels. */
typedef struct
{
  gboolean logarithmic;
  double first;   /* the value at `start`; above 0 where logarithmic */
  double last;
  double start;   /* in logical pixels */
  double end;
} JalonScale;

JalonScale jalon_scale_for_amounts (double least, double most, gboolean logarithmic, double start, double end);
double jalon_scale_to_pixel (const JalonScale *scale, double value);
double jalon_scale_to_value (const JalonScale *scale, double pixel);
GArray *jalon_scale_list_ticks (const JalonScale *scale, guint max_ticks); /* double */

typedef enum
{
  JALON_STEP_DAY,
  JALON_STEP_MONTH,
  JALON_STEP_QUARTER,
  JALON_STEP_YEAR,
  JALON_STEP_FIVE_YEARS,
  JALON_STEP_DECADE,
  JALON_STEP_FIFTY_YEARS,
  JALON_STEP_CENTURY,
  JALON_STEP_MILLENNIUM,
  JALON_N_STEPS
} JalonStep;

/* A line of the calendar: where a day, a month or a year begins. */
typedef struct
{
  JalonDateSide date; /* of the step's precision */
  double day;         /* Julian day of #GDate */
  gboolean is_major;  /* a year begins: it is named in full */
} JalonCalendarTick;

JalonStep jalon_calendar_choose_step (double first, double last, double room, double least);
GArray *jalon_calendar_list_ticks (double first, double last, JalonStep step); /* JalonCalendarTick */

G_END_DECLS
