/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "words/jalon-language-private.h"
#include "words/jalon-words.h"

/* November 22, 2000, in ICU's milliseconds: its month, its day and its year can't be taken for one another. */
#define TELLTALE 974851200000.0
#define MIN_LETTERS 3
#define MAX_SUFFIX 3 /* of a day: 1st, 1er */

/* What was made out of a typed date; 0: not said. */
typedef struct
{
  int year;
  int month;
  int day;
  int numbers[2]; /* of one or two digits, in their order */
  guint n_numbers;
} Typed;

static char *
fold (const char *text)
{
  g_autofree char *plain = g_str_to_ascii (text, "C");

  return g_ascii_strdown (plain, -1);
}

/* The month that begins with these letters; 0 for none or several. */
static int
find_month (const JalonLanguage *language, const char *letters)
{
  int found = 0;

  if (strlen (letters) < MIN_LETTERS)
    return 0;
  for (int month = 1; month <= 12; month++)
    {
      const JalonDate date = { .from = { .precision = JALON_DATE_MONTH, .year = 2000, .month = month },
                               .to = { .precision = JALON_DATE_MONTH, .year = 2000, .month = month } };
      g_autofree char *words = jalon_words_date (language, &date, JALON_DATE_LONG);
      g_autofree char *name = fold (words);

      if (!g_str_has_prefix (name, letters))
        continue;
      if (found)
        return 0;
      found = month;
    }
  return found;
}

static gboolean
read_number (const char *word, Typed *typed)
{
  gsize n_digits = strspn (word, "0123456789"), n_letters = strlen (word) - n_digits;
  int number = (int) g_ascii_strtoll (word, NULL, 10);

  if (n_digits == 4 && n_letters == 0 && !typed->year)
    {
      typed->year = number;
      return TRUE;
    }
  if (n_digits > 2 || n_letters > MAX_SUFFIX || typed->n_numbers >= G_N_ELEMENTS (typed->numbers) || number == 0)
    return FALSE;
  typed->numbers[typed->n_numbers++] = number;
  return TRUE;
}

static gboolean
read_word (const JalonLanguage *language, const char *word, Typed *typed)
{
  if (g_ascii_isdigit (*word))
    return read_number (word, typed);
  if (typed->month)
    return FALSE;
  typed->month = find_month (language, word);
  return typed->month > 0;
}

/* Whether 11/22/2000 is how the language writes a date. */
static gboolean
has_month_first (const JalonLanguage *language)
{
  g_autofree char *date = jalon_formats_date (jalon_language_get_formats (language), "yMd", TELLTALE);
  const char *month = date ? strstr (date, "11") : NULL;
  const char *day = date ? strstr (date, "22") : NULL;

  return month && day && month < day;
}

/* Which number is the month, which the day: 2/14/2025, 14/2/2025, 14 February 2025, 2/2025. */
static gboolean
sort_numbers (const JalonLanguage *language, Typed *typed)
{
  gboolean swapped = typed->n_numbers == 2 && !has_month_first (language);

  if (typed->month)
    {
      typed->day = typed->n_numbers > 0 ? typed->numbers[0] : 0;
      return typed->n_numbers <= 1;
    }
  typed->month = typed->n_numbers > 0 ? typed->numbers[swapped ? 1 : 0] : 0;
  typed->day = typed->n_numbers > 1 ? typed->numbers[swapped ? 0 : 1] : 0;
  return TRUE;
}

/**
 * jalon_words_read_date:
 * @language: a language
 * @text: what somebody typed
 * @date: (out): the date; none on failure
 *
 * Reads a day, a month or a year as people of the language write them (`14 février 2025`, `Feb 2025`, `14/2/2025`, in American
 * English `2/14/2025`), or as the file does (EDTF).
 *
 * Returns: whether it is a date that exists
 */
gboolean
jalon_words_read_date (const JalonLanguage *language, const char *text, JalonDate *date)
{
  g_autofree char *folded = fold (text);
  g_auto (GStrv) words = NULL;
  g_autoptr (GString) edtf = g_string_new (NULL);
  Typed typed = { 0 };

  if (jalon_date_parse (g_strstrip (folded), date))
    return TRUE;
  words = g_strsplit_set (folded, " /.,-\t", -1);
  for (guint i = 0; words[i]; i++)
    if (*words[i] && !read_word (language, words[i], &typed))
      return FALSE;
  if (!sort_numbers (language, &typed))
    return FALSE;
  g_string_printf (edtf, "%04d", typed.year);
  if (typed.month)
    g_string_append_printf (edtf, "-%02d", typed.month <= 12 ? typed.month : 99);
  if (typed.day)
    g_string_append_printf (edtf, "-%02d", typed.day);
  return jalon_date_parse (edtf->str, date);
}
