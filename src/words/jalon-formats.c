/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "words/jalon-formats.h"

#include <unicode/udat.h>
#include <unicode/udateintervalformat.h>
#include <unicode/udatpg.h>
#include <unicode/unumberformatter.h>
#include <unicode/ustring.h>

#define MAX_WRITTEN 4000 /* then the cache begins anew */

struct _JalonFormats
{
  char *locale;
  GMutex lock;           /* of the caches, and held while a date is formatted */
  GHashTable *numbers;   /* skeleton → UNumberFormatter */
  GHashTable *dates;     /* skeleton → UDateFormat */
  GHashTable *intervals; /* skeleton → UDateIntervalFormat */
  GHashTable *written;   /* set of Written */
};

/* A number, a date or two dates that were written: the same few are, again and again. */
typedef struct
{
  char *skeleton;
  double value;
  double until;           /* the second date; of anything else 0 */
  JalonInterval interval; /* of a number or a date only what it begins with */
} Written;

static guint
hash_written (gconstpointer data)
{
  const Written *written = data;

  return g_str_hash (written->skeleton) ^ g_double_hash (&written->value) ^ g_double_hash (&written->until) << 1;
}

static gboolean
are_equal_written (gconstpointer a, gconstpointer b)
{
  const Written *one = a, *other = b;

  return g_double_equal (&one->value, &other->value) && g_double_equal (&one->until, &other->until)
         && g_str_equal (one->skeleton, other->skeleton);
}

static void
written_free (gpointer data)
{
  Written *written = data;

  g_free (written->skeleton);
  jalon_interval_clear (&written->interval);
  g_free (written);
}

static const UChar utc[] = { 'U', 'T', 'C', 0 };

typedef gpointer (*Opener) (const char *locale, const UChar *skeleton, int length, UErrorCode *status);

static gpointer
open_number (const char *locale, const UChar *skeleton, int length, UErrorCode *status)
{
  return unumf_openForSkeletonAndLocale (skeleton, length, locale, status);
}

static gpointer
open_date (const char *locale, const UChar *skeleton, int length, UErrorCode *status)
{
  UDateTimePatternGenerator *generator = udatpg_open (locale, status);
  UChar pattern[128];
  int pattern_length = udatpg_getBestPattern (generator, skeleton, length, pattern, G_N_ELEMENTS (pattern), status);

  udatpg_close (generator);
  return udat_open (UDAT_PATTERN, UDAT_PATTERN, locale, utc, -1, pattern, pattern_length, status);
}

static gpointer
open_interval (const char *locale, const UChar *skeleton, int length, UErrorCode *status)
{
  return udtitvfmt_open (locale, skeleton, length, utc, -1, status);
}

/* The format of a skeleton, from a cache or opened into it; NULL if ICU has none. Called with the lock held. */
static gpointer
get_format (JalonFormats *self, GHashTable *cache, Opener open, const char *skeleton)
{
  gpointer format = g_hash_table_lookup (cache, skeleton);

  if (format == NULL)
    {
      UErrorCode status = U_ZERO_ERROR;
      glong length;
      g_autofree gunichar2 *wide = g_utf8_to_utf16 (skeleton, -1, NULL, &length, NULL);

      format = wide != NULL ? open (self->locale, (const UChar *) wide, (int) length, &status) : NULL;
      if (U_SUCCESS (status) && format != NULL)
        g_hash_table_insert (cache, g_strdup (skeleton), format);
      else
        format = NULL;
    }
  return format;
}

static char *
to_utf8 (const UChar *text, int length)
{
  return g_utf16_to_utf8 ((const gunichar2 *) text, length, NULL, NULL, NULL);
}

/* Kept for the life of the process, as its language is. */
JalonFormats *
jalon_formats_new (const char *locale)
{
  JalonFormats *self = g_new0 (JalonFormats, 1);

  self->locale = g_strdup (locale);
  g_mutex_init (&self->lock);
  self->numbers = g_hash_table_new (g_str_hash, g_str_equal);
  self->dates = g_hash_table_new (g_str_hash, g_str_equal);
  self->intervals = g_hash_table_new (g_str_hash, g_str_equal);
  self->written = g_hash_table_new_full (hash_written, are_equal_written, written_free, NULL);
  return self;
}

/* What was written before; nothing if it wasn't. Called with the lock held. */
static JalonInterval
find_written (JalonFormats *self, const char *skeleton, double value, double until)
{
  const Written key = { .skeleton = (char *) skeleton, .value = value, .until = until };
  const Written *written = g_hash_table_lookup (self->written, &key);

  if (written == NULL)
    return (JalonInterval) { NULL, NULL, FALSE };
  return (JalonInterval) { g_strdup (written->interval.from), g_strdup (written->interval.to), written->interval.is_tight };
}

/* Called with the lock held. */
static void
keep_written (JalonFormats *self, const char *skeleton, double value, double until, const JalonInterval *interval)
{
  Written *written = g_new (Written, 1);

  *written = (Written) { g_strdup (skeleton), value, until,
                         { g_strdup (interval->from), g_strdup (interval->to), interval->is_tight } };
  if (g_hash_table_size (self->written) >= MAX_WRITTEN)
    g_hash_table_remove_all (self->written);
  g_hash_table_add (self->written, written);
}

static char *
write_number (const UNumberFormatter *format, double value)
{
  UErrorCode status = U_ZERO_ERROR;
  UFormattedNumber *result = unumf_openResult (&status);
  const UChar *text;
  int length;
  char *number = NULL;

  unumf_formatDouble (format, value, result, &status);
  text = ufmtval_getString (unumf_resultAsValue (result, &status), &length, &status);
  if (U_SUCCESS (status))
    number = to_utf8 (text, length);
  unumf_closeResult (result);
  return number;
}

/**
 * jalon_formats_number:
 * @self: the formats
 * @skeleton: an ICU number skeleton
 * @value: the number
 *
 * Returns: (transfer full) (nullable): @value as the skeleton has it; %NULL if ICU can't
 */
char *
jalon_formats_number (JalonFormats *self, const char *skeleton, double value)
{
  JalonInterval number;

  g_mutex_lock (&self->lock);
  number = find_written (self, skeleton, value, 0);
  if (number.from == NULL)
    {
      const UNumberFormatter *format = get_format (self, self->numbers, open_number, skeleton);

      number.from = format != NULL ? write_number (format, value) : NULL;
      if (number.from != NULL)
        keep_written (self, skeleton, value, 0, &number);
    }
  g_mutex_unlock (&self->lock);
  return number.from;
}

static char *
write_date (const UDateFormat *format, double time)
{
  UErrorCode status = U_ZERO_ERROR;
  UChar text[256];
  int length = udat_format (format, time, text, G_N_ELEMENTS (text), NULL, &status);

  return U_SUCCESS (status) ? to_utf8 (text, length) : NULL;
}

/**
 * jalon_formats_date:
 * @self: the formats
 * @skeleton: an ICU date skeleton
 * @time: the date, in milliseconds since 1970 UTC
 *
 * Returns: (transfer full) (nullable): the date; %NULL if ICU can't
 */
char *
jalon_formats_date (JalonFormats *self, const char *skeleton, double time)
{
  JalonInterval date;

  g_mutex_lock (&self->lock);
  date = find_written (self, skeleton, time, 0);
  if (date.from == NULL)
    {
      const UDateFormat *format = get_format (self, self->dates, open_date, skeleton);

      date.from = format != NULL ? write_date (format, time) : NULL;
      if (date.from != NULL)
        keep_written (self, skeleton, time, 0, &date);
    }
  g_mutex_unlock (&self->lock);
  return date.from;
}

/* Where the part of an interval's text begins and ends that tells of its first (0) or second (1) date. */
static gboolean
find_span (const UFormattedValue *value, int which, int *start, int *end, UErrorCode *status)
{
  UConstrainedFieldPosition *position = ucfpos_open (status);
  gboolean found;

  ucfpos_constrainField (position, UFIELD_CATEGORY_DATE_INTERVAL_SPAN, which, status);
  found = ufmtval_nextPosition (value, position, status);
  if (found)
    ucfpos_getIndexes (position, start, end, status);
  ucfpos_close (position);
  return found && U_SUCCESS (*status);
}

static JalonInterval
split_interval (const UFormattedValue *value, UErrorCode *status)
{
  JalonInterval interval = { NULL, NULL, FALSE };
  int length;
  const UChar *text = ufmtval_getString (value, &length, status);
  int from_start, from_end, to_start, to_end;

  if (U_FAILURE (*status))
    return interval;
  if (find_span (value, 0, &from_start, &from_end, status) && find_span (value, 1, &to_start, &to_end, status))
    {
      interval.is_tight = u_memchr (text + from_start, ' ', from_end - from_start) == NULL
                          && u_memchr (text + to_start, ' ', to_end - to_start) == NULL;
      /* What is common stands before the first or after the second. */
      interval.from = to_utf8 (text, from_end);
      interval.to = to_utf8 (text + to_start, length - to_start);
    }
  else
    interval.from = to_utf8 (text, length);
  return interval;
}

static JalonInterval
write_interval (const UDateIntervalFormat *format, double from, double to)
{
  JalonInterval interval = { NULL, NULL, FALSE };
  UErrorCode status = U_ZERO_ERROR;
  UFormattedDateInterval *result = udtitvfmt_openResult (&status);

  udtitvfmt_formatToResult (format, from, to, result, &status);
  if (U_SUCCESS (status))
    interval = split_interval (udtitvfmt_resultAsValue (result, &status), &status);
  udtitvfmt_closeResult (result);
  if (U_FAILURE (status))
    jalon_interval_clear (&interval);
  return interval;
}

/**
 * jalon_formats_interval:
 * @self: the formats
 * @skeleton: an ICU date skeleton
 * @from: the first date, in milliseconds since 1970 UTC
 * @to: the second
 *
 * Returns: (transfer full): the two, to be freed with jalon_interval_clear(); `from` is %NULL if ICU can't
 */
JalonInterval
jalon_formats_interval (JalonFormats *self, const char *skeleton, double from, double to)
{
  g_autofree char *key = g_strconcat (skeleton, "–", NULL); /* the same skeletons write single dates */
  JalonInterval interval;

  g_mutex_lock (&self->lock);
  interval = find_written (self, key, from, to);
  if (interval.from == NULL)
    {
      const UDateIntervalFormat *format = get_format (self, self->intervals, open_interval, skeleton);

      if (format != NULL)
        interval = write_interval (format, from, to);
      if (interval.from != NULL)
        keep_written (self, key, from, to, &interval);
    }
  g_mutex_unlock (&self->lock);
  return interval;
}

/**
 * jalon_interval_clear:
 *
 * Frees what the interval holds.
 */
void
jalon_interval_clear (JalonInterval *interval)
{
  g_clear_pointer (&interval->from, g_free);
  g_clear_pointer (&interval->to, g_free);
}
