/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "facts/jalon-date.h"

/* EDTF is the Extended Date/Time Format of ISO 8601-2:2019; of its level 1 these are read: seasons 21 to 24, spans, '~'.
 * A year is of four digits, 0001 to 9999, of the Gregorian calendar. */

enum
{
  SPRING = 21,
  SUMMER,
  AUTUMN,
  WINTER
};

static gboolean
read_digits (const char **cursor, int n_digits, int *number)
{
  *number = 0;
  for (int i = 0; i < n_digits; i++, (*cursor)++)
    {
      if (!g_ascii_isdigit (**cursor))
        return FALSE;
      *number = *number * 10 + (**cursor - '0');
    }
  return TRUE;
}

static gboolean
read_month_and_day (const char **cursor, JalonDateSide *side)
{
  if (**cursor != '-')
    return TRUE;
  (*cursor)++;
  if (!read_digits (cursor, 2, &side->month))
    return FALSE;
  if (side->month >= SPRING && side->month <= WINTER)
    {
      side->precision = JALON_DATE_SEASON;
      return TRUE;
    }
  if (side->month < 1 || side->month > 12)
    return FALSE;
  side->precision = JALON_DATE_MONTH;
  if (**cursor != '-')
    return TRUE;
  (*cursor)++;
  side->precision = JALON_DATE_DAY;
  return read_digits (cursor, 2, &side->day)
         && g_date_valid_dmy ((GDateDay) side->day, (GDateMonth) side->month, (GDateYear) side->year);
}

static gboolean
read_side (const char **cursor, JalonDateSide *side)
{
  *side = (JalonDateSide) { .precision = JALON_DATE_YEAR };
  if (!read_digits (cursor, 4, &side->year) || side->year == 0 || !read_month_and_day (cursor, side))
    return FALSE;
  side->approximate = **cursor == '~';
  if (side->approximate)
    (*cursor)++;
  return TRUE;
}

static int
days_of (int year, int month, int day)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  return (int) g_date_get_julian (&date);
}

/* A season begins with March, June, September or December; the winter ends in the year after. */
static int
first_month (const JalonDateSide *side)
{
  if (side->precision == JALON_DATE_SEASON)
    return 3 * (side->month - SPRING + 1);
  return side->precision == JALON_DATE_YEAR ? 1 : side->month;
}

static int
last_day_of_months (int year, int month, int n_months)
{
  int end = month - 1 + n_months;

  return days_of (year + end / 12, end % 12 + 1, 1) - 1;
}

static int
side_first_day (const JalonDateSide *side)
{
  if (side->precision == JALON_DATE_NONE)
    return 0;
  return days_of (side->year, first_month (side), side->precision == JALON_DATE_DAY ? side->day : 1);
}

static int
side_last_day (const JalonDateSide *side)
{
  switch (side->precision)
    {
    case JALON_DATE_DAY:
      return days_of (side->year, side->month, side->day);
    case JALON_DATE_MONTH:
      return last_day_of_months (side->year, side->month, 1);
    case JALON_DATE_SEASON:
      return last_day_of_months (side->year, first_month (side), 3);
    case JALON_DATE_YEAR:
      return last_day_of_months (side->year, 1, 12);
    case JALON_DATE_NONE:
    default:
      return 0;
    }
}

/**
 * jalon_date_parse:
 * @string: an EDTF date: a day, month, season (21 to 24) or year, or two of them as FROM/TO, each perhaps with '~'
 * @date: (out): where to put it; no date on failure
 *
 * Returns: whether @string is a date that exists, and no span that ends before it begins
 */
gboolean
jalon_date_parse (const char *string, JalonDate *date)
{
  const char *cursor = string;
  JalonDate read = { 0 };
  gboolean good = read_side (&cursor, &read.from);

  read.to = read.from;
  if (good && *cursor == '/')
    {
      cursor++;
      read.is_span = TRUE;
      good = read_side (&cursor, &read.to) && side_first_day (&read.from) <= side_first_day (&read.to)
             && side_last_day (&read.from) <= side_last_day (&read.to);
    }
  good = good && *cursor == '\0';
  *date = good ? read : (JalonDate) { 0 };
  return good;
}

/**
 * jalon_date_is_set:
 * @date: a date
 *
 * Returns: whether it is a date at all
 */
gboolean
jalon_date_is_set (const JalonDate *date)
{
  return date->from.precision != JALON_DATE_NONE;
}

static void
append_side (GString *string, const JalonDateSide *side)
{
  g_string_append_printf (string, "%04d", side->year);
  if (side->precision != JALON_DATE_YEAR)
    g_string_append_printf (string, "-%02d", side->month);
  if (side->precision == JALON_DATE_DAY)
    g_string_append_printf (string, "-%02d", side->day);
  if (side->approximate)
    g_string_append_c (string, '~');
}

/**
 * jalon_date_to_string:
 * @date: a date
 *
 * Returns: (transfer full): it as the file writes it, in EDTF; empty for no date
 */
char *
jalon_date_to_string (const JalonDate *date)
{
  GString *string = g_string_new (NULL);

  if (jalon_date_is_set (date))
    append_side (string, &date->from);
  if (date->is_span)
    {
      g_string_append_c (string, '/');
      append_side (string, &date->to);
    }
  return g_string_free (string, FALSE);
}

/**
 * jalon_date_get_first_day:
 * @date: a date
 *
 * Returns: the first day of its span, as the Julian day of #GDate (1 is 0001-01-01); 0 for no date
 */
int
jalon_date_get_first_day (const JalonDate *date)
{
  return side_first_day (&date->from);
}

/**
 * jalon_date_get_last_day:
 * @date: a date
 *
 * Returns: the last day of its span, as the Julian day of #GDate; 0 for no date
 */
int
jalon_date_get_last_day (const JalonDate *date)
{
  return side_last_day (&date->to);
}

/**
 * jalon_date_is_approximate:
 * @date: a date
 *
 * Returns: whether any side of it is
 */
gboolean
jalon_date_is_approximate (const JalonDate *date)
{
  return date->from.approximate || date->to.approximate;
}

static JalonDateSide
side_from_day (int day)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) CLAMP (day, 1, days_of (9999, 12, 31)));
  return (JalonDateSide) {
    .precision = JALON_DATE_DAY,
    .year = g_date_get_year (&date),
    .month = (int) g_date_get_month (&date),
    .day = g_date_get_day (&date),
  };
}

/**
 * jalon_date_from_days:
 * @first_day: a Julian day of #GDate
 * @last_day: another, not before it
 *
 * Returns: the day, or the span of days; days outside the years 1 to 9999 become the nearest inside
 */
JalonDate
jalon_date_from_days (int first_day, int last_day)
{
  return (JalonDate) {
    .from = side_from_day (first_day),
    .to = side_from_day (last_day),
    .is_span = last_day != first_day,
  };
}
