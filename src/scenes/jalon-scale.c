/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "scenes/jalon-scale.h"

#include <math.h>

/* The years of a JalonDate. */
#define FIRST_YEAR 1
#define LAST_YEAR 9999
#define MAX_CALENDAR_TICKS 1000

/**
 * jalon_scale_for_amounts:
 * @least: the smallest amount above 0 that is shown
 * @most: the largest
 * @start: the pixel where bars begin
 * @end: the pixel of @most
 *
 * A linear scale begins at 0; a logarithmic one, which has no 0, at half a decade below @least, so that no bar vanishes.
 * Without an amount the scale is that of 0 to 1, or 1 to 10.
 *
 * Returns: the scale
 */
JalonScale
jalon_scale_for_amounts (double least, double most, gboolean logarithmic, double start, double end)
{
  JalonScale scale = { .logarithmic = logarithmic, .start = start, .end = end };
  gboolean usable = isfinite (least) && isfinite (most) && least > 0 && most >= least;

  if (!logarithmic)
    {
      scale.first = 0;
      scale.last = usable ? most : 1;
      return scale;
    }
  scale.first = usable ? MAX (least / 3, most / 1e15) : 1;
  scale.last = usable ? most : 10;
  return scale;
}

/**
 * jalon_scale_to_pixel:
 *
 * Returns: where a value is; values outside the scale stand at its nearer end
 */
double
jalon_scale_to_pixel (const JalonScale *scale, double value)
{
  double at;

  if (!(value > scale->first))
    return scale->start;
  if (value >= scale->last)
    return scale->end;
  if (scale->logarithmic)
    at = log (value / scale->first) / log (scale->last / scale->first);
  else
    at = (value - scale->first) / (scale->last - scale->first);
  return scale->start + at * (scale->end - scale->start);
}

/**
 * jalon_scale_to_value:
 *
 * Returns: the value at a pixel, also beyond the scale's ends
 */
double
jalon_scale_to_value (const JalonScale *scale, double pixel)
{
  double room = scale->end - scale->start;
  double at = room != 0 ? (pixel - scale->start) / room : 0;

  if (scale->logarithmic)
    return scale->first * pow (scale->last / scale->first, at);
  return scale->first + at * (scale->last - scale->first);
}

static void
add_linear_ticks (const JalonScale *scale, guint max_ticks, GArray *ticks)
{
  double rough = (scale->last - scale->first) / max_ticks;
  double decade = pow (10, floor (log10 (rough)));
  const double steps[] = { 1, 2, 5, 10, 20 };
  double step = 0;

  if (!isfinite (decade) || decade <= 0)
    return;
  for (gsize i = 0; i < G_N_ELEMENTS (steps) && step < rough; i++)
    step = steps[i] * decade;
  for (guint i = 0; i <= max_ticks; i++)
    {
      double value = (ceil (scale->first / step) + i) * step;

      if (value > scale->last)
        break;
      g_array_append_val (ticks, value);
    }
}

/* Every decade, or every second, third… one. */
static void
add_logarithmic_ticks (const JalonScale *scale, guint max_ticks, GArray *ticks)
{
  int first = (int) ceil (log10 (scale->first) - 1e-9), last = (int) floor (log10 (scale->last) + 1e-9);
  int step = MAX (1, (last - first + (int) max_ticks) / (int) max_ticks);

  for (int i = first; i <= last; i += step)
    {
      double value = pow (10, i);

      g_array_append_val (ticks, value);
    }
}

/**
 * jalon_scale_list_ticks:
 * @max_ticks: how many there is room for
 *
 * Returns: (transfer full): rising values (double) inside the scale: 1, 2 or 5 times a power of ten apart; powers of ten where
 * logarithmic
 */
GArray *
jalon_scale_list_ticks (const JalonScale *scale, guint max_ticks)
{
  GArray *ticks = g_array_new (FALSE, FALSE, sizeof (double));

  if (max_ticks == 0 || !(scale->last > scale->first) || !isfinite (scale->last))
    return ticks;
  if (scale->logarithmic)
    add_logarithmic_ticks (scale, max_ticks, ticks);
  else
    add_linear_ticks (scale, max_ticks, ticks);
  return ticks;
}

static const double days_per_step[JALON_N_STEPS] = {
  [JALON_STEP_DAY] = 1,
  [JALON_STEP_MONTH] = 30.44,
  [JALON_STEP_QUARTER] = 91.31,
  [JALON_STEP_YEAR] = 365.25,
  [JALON_STEP_FIVE_YEARS] = 1826.25,
  [JALON_STEP_DECADE] = 3652.5,
  [JALON_STEP_FIFTY_YEARS] = 18262.5,
  [JALON_STEP_CENTURY] = 36525,
  [JALON_STEP_MILLENNIUM] = 365250,
};

/**
 * jalon_calendar_choose_step:
 * @first: a Julian day of #GDate
 * @last: another
 * @room: the logical pixels between them
 * @least: how far apart two ticks must be
 *
 * Returns: the finest step whose ticks have that much room; the coarsest if none has
 */
JalonStep
jalon_calendar_choose_step (double first, double last, double room, double least)
{
  double pixels_per_day = last > first ? room / (last - first) : 0;

  for (JalonStep step = JALON_STEP_DAY; step < JALON_N_STEPS; step++)
    if (days_per_step[step] * pixels_per_day >= least)
      return step;
  return JALON_STEP_MILLENNIUM;
}

static int
months_per_step (JalonStep step)
{
  static const int months[JALON_N_STEPS] = { 0, 1, 3, 12, 60, 120, 600, 1200, 12000 };

  return months[step];
}

static void
add_tick (GArray *ticks, JalonDateSide date, double first, double last)
{
  JalonDate whole = { .from = date, .to = date };
  JalonCalendarTick tick = { .date = date, .day = jalon_date_get_first_day (&whole) };

  tick.is_major = date.precision == JALON_DATE_YEAR;
  if (tick.day >= first && tick.day <= last)
    g_array_append_val (ticks, tick);
}

static void
add_day_ticks (GArray *ticks, double first, double last)
{
  GDate date;

  for (double day = MAX (ceil (first), 1); day <= last && ticks->len < MAX_CALENDAR_TICKS; day++)
    {
      JalonDateSide side = { .precision = JALON_DATE_DAY };

      g_date_clear (&date, 1);
      g_date_set_julian (&date, (guint32) day);
      side.year = g_date_get_year (&date);
      side.month = (int) g_date_get_month (&date);
      side.day = g_date_get_day (&date);
      add_tick (ticks, side, first, last);
    }
}

/**
 * jalon_calendar_list_ticks:
 * @first: a Julian day of #GDate
 * @last: another
 * @step: how far apart
 *
 * Returns: (transfer full): the ticks (JalonCalendarTick) from @first to @last, at most about a thousand, within the years 1 to 9999
 */
GArray *
jalon_calendar_list_ticks (double first, double last, JalonStep step)
{
  GArray *ticks = g_array_new (FALSE, FALSE, sizeof (JalonCalendarTick));
  int months = months_per_step (step);
  double from = CLAMP (first, 1, 3652059), to = CLAMP (last, 1, 3652059);
  GDate date;

  if (!(last >= first))
    return ticks;
  if (step == JALON_STEP_DAY)
    {
      add_day_ticks (ticks, from, to);
      return ticks;
    }
  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) from);
  for (int month = g_date_get_year (&date) * 12 / months * months; month < (LAST_YEAR + 1) * 12; month += months)
    {
      gboolean is_year = month % 12 == 0;
      JalonDateSide side = { .precision = is_year ? JALON_DATE_YEAR : JALON_DATE_MONTH,
                             .year = month / 12,
                             .month = is_year ? 0 : month % 12 + 1 };

      if (side.year >= FIRST_YEAR)
        add_tick (ticks, side, first, last);
      if (ticks->len >= MAX_CALENDAR_TICKS || (double) side.year * 365.2425 > to + 366)
        break;
    }
  return ticks;
}
