/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "words/jalon-language-private.h"
#include "words/jalon-words.h"

/* ICU counts milliseconds since 1970, GDate days since the year 1. */
#define DAY_OF_1970 719163
#define MS_PER_DAY 86400000.0
/* ICU writes earlier dates by the Julian calendar, the file by the Gregorian. */
#define FIRST_GREGORIAN_YEAR 1583

static double
get_time (int day)
{
  return (day - DAY_OF_1970) * MS_PER_DAY;
}

static const char *
get_skeleton (JalonDatePrecision precision, JalonDateStyle style)
{
  if (precision == JALON_DATE_DAY)
    return style == JALON_DATE_SHORT ? "yMMMd" : "yMMMMd";
  if (precision == JALON_DATE_MONTH)
    return style == JALON_DATE_SHORT ? "yMMM" : "yMMMM";
  return "y";
}

/* The first day of a month has a way of its own in some languages: 1er février. ICU doesn't know. */
static char *
mark_first_day (const JalonLanguage *language, const char *date)
{
  if (date[0] == '1' && (date[1] == '\0' || g_str_has_prefix (date + 1, " ") || g_str_has_prefix (date + 1, "\u00a0")))
    return g_strconcat (jalon_trc (language, "first day of a month", "1"), date + 1, NULL);
  return g_strdup (date);
}

static char *
write_season (const JalonLanguage *language, const JalonDateSide *side)
{
  switch (side->month)
    {
    case 21:
      return g_strdup_printf (jalon_trc (language, "season", "spring %d"), side->year);
    case 22:
      return g_strdup_printf (jalon_trc (language, "season", "summer %d"), side->year);
    case 23:
      return g_strdup_printf (jalon_trc (language, "season", "fall %d"), side->year);
    default:
      /* The winter ends in the year after. */
      return g_strdup_printf (jalon_trc (language, "season", "winter %d–%d"), side->year, side->year + 1);
    }
}

static char *
write_plain_side (const JalonLanguage *language, const JalonDateSide *side, int day, JalonDateStyle style)
{
  g_autofree char *date = NULL;

  if (side->precision == JALON_DATE_SEASON)
    return write_season (language, side);
  date = jalon_formats_date (jalon_language_get_formats (language), get_skeleton (side->precision, style),
                             get_time (day));
  if (date == NULL)
    return NULL;
  return side->precision == JALON_DATE_DAY ? mark_first_day (language, date) : g_steal_pointer (&date);
}

static char *
write_side (const JalonLanguage *language, const JalonDateSide *side, int day, JalonDateStyle style)
{
  g_autofree char *date = write_plain_side (language, side, day, style);

  if (date == NULL || !side->approximate)
    return g_steal_pointer (&date);
  switch (side->precision)
    {
    case JALON_DATE_DAY:
      return g_strdup_printf (jalon_trc (language, "day", "around %s"), date);
    case JALON_DATE_SEASON:
      return g_strdup_printf (jalon_trc (language, "season", "around %s"), date);
    case JALON_DATE_NONE:
    case JALON_DATE_MONTH:
    case JALON_DATE_YEAR:
    default:
      return g_strdup_printf (jalon_trc (language, "month or year", "around %s"), date);
    }
}

/* Two dates of one precision, what they have in common said once. */
static char *
write_interval (const JalonLanguage *language, const JalonDate *date, JalonDateStyle style)
{
  gboolean is_days = date->from.precision == JALON_DATE_DAY;
  g_auto (JalonInterval) interval
      = jalon_formats_interval (jalon_language_get_formats (language), get_skeleton (date->from.precision, style),
                                get_time (jalon_date_get_first_day (date)), get_time (jalon_date_get_last_day (date)));
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  if (interval.to == NULL)
    return g_steal_pointer (&interval.from);
  from = is_days ? mark_first_day (language, interval.from) : g_strdup (interval.from);
  to = is_days ? mark_first_day (language, interval.to) : g_strdup (interval.to);
  if (is_days && style == JALON_DATE_LONG)
    return g_strdup_printf (interval.is_tight ? jalon_trc (language, "days of one month", "%s–%s")
                                              : jalon_trc (language, "days", "%s – %s"),
                            from, to);
  return g_strdup_printf (interval.is_tight ? jalon_trc (language, "dates, one word each", "%s–%s")
                                            : jalon_trc (language, "dates", "%s – %s"),
                          from, to);
}

static char *
write_span (const JalonLanguage *language, const JalonDate *date, JalonDateStyle style)
{
  g_autofree char *span = NULL;

  if (date->from.precision == date->to.precision && date->from.precision != JALON_DATE_SEASON
      && date->from.approximate == date->to.approximate)
    {
      span = write_interval (language, date, style);
      if (span == NULL || !date->from.approximate)
        return g_steal_pointer (&span);
      return g_strdup_printf (jalon_trc (language, "span", "around %s"), span);
    }
  else
    {
      g_autofree char *from = write_side (language, &date->from, jalon_date_get_first_day (date), style);
      g_autofree char *to = write_side (language, &date->to, jalon_date_get_last_day (date), style);

      if (from == NULL || to == NULL)
        return NULL;
      return g_strdup_printf (jalon_trc (language, "dates", "%s – %s"), from, to);
    }
}

/**
 * jalon_words_date:
 * @language: a language
 * @date: (nullable): a date
 * @style: how long
 *
 * Returns: (transfer full): the date as exactly as it is known, and no more: `February 10, 2025`, `spring 2024`;
 * `undated` if it isn't set
 */
char *
jalon_words_date (const JalonLanguage *language, const JalonDate *date, JalonDateStyle style)
{
  g_autofree char *words = NULL;

  if (date == NULL || !jalon_date_is_set (date))
    return g_strdup (jalon_trc (language, "date", "undated"));
  if (date->from.year >= FIRST_GREGORIAN_YEAR && date->is_span)
    words = write_span (language, date, style);
  else if (date->from.year >= FIRST_GREGORIAN_YEAR)
    words = write_side (language, &date->from, jalon_date_get_first_day (date), style);
  return words != NULL ? g_steal_pointer (&words) : jalon_date_to_string (date);
}

/**
 * jalon_words_quarter:
 * @language: a language
 * @date: a date
 *
 * Returns: (transfer full): the quarter in which @date begins: `Q1 2025`
 */
char *
jalon_words_quarter (const JalonLanguage *language, const JalonDate *date)
{
  char *quarter
      = jalon_formats_date (jalon_language_get_formats (language), "yQQQ", get_time (jalon_date_get_first_day (date)));

  return quarter != NULL ? quarter : jalon_date_to_string (date);
}

/**
 * jalon_words_tick:
 * @language: a language
 * @date: a day, a month or a year
 *
 * Returns: (transfer full): the date as an axis names it, where the years stand beside: `2025`, `Feb`, `Feb 10`
 */
char *
jalon_words_tick (const JalonLanguage *language, const JalonDate *date)
{
  static const char *const skeletons[] = { "y", "MMMd", "MMM", "MMM", "y" };
  char *tick = NULL;

  if (date->from.year >= FIRST_GREGORIAN_YEAR)
    tick = jalon_formats_date (jalon_language_get_formats (language), skeletons[date->from.precision],
                               get_time (jalon_date_get_first_day (date)));
  return tick != NULL ? tick : jalon_date_to_string (date);
}
