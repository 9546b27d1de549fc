/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "words/jalon-words.h"

#include "facts/jalon-problem.h"

/* One sentence a problem: what is wrong, and what is accepted. {0}, {1} and {2} stand for the arguments of its code. `kinds`
 * says how each is spoken: 't' a text of the file, 'w' words of ours, 'm' money as `450000000 EUR`, 'd' a date in EDTF. */
typedef struct
{
  const char *sentence;
  const char *kinds;
} Entry;

/* Longer arguments are cut: they are quoted so that one can find them. */
#define MAX_ARGUMENT 100

static const Entry entries[JALON_N_PROBLEMS] = {
  [JALON_PROBLEM_UNREADABLE] = { N_ ("The file can't be read: {0}"), "t" },
  [JALON_PROBLEM_IS_FOLDER] = { N_ ("This is a folder; a file is needed.") },
  [JALON_PROBLEM_FILE_TOO_LARGE] = { N_ ("The file is larger than 512 MiB, the most that is read.") },
  [JALON_PROBLEM_EMPTY] = { N_ ("The file is empty; it should hold one JSON object.") },

  [JALON_PROBLEM_NOT_UTF8] = { N_ ("The byte {0} isn't valid UTF-8 here; save the file with the encoding UTF-8."), "t" },
  [JALON_PROBLEM_NUL] = { N_ ("There is a NUL byte here; the file isn't text, or is damaged.") },
  [JALON_PROBLEM_BYTE_ORDER_MARK] = { N_ ("The file begins with a byte order mark, which isn't JSON; it is passed over. Save the "
                                          "file as UTF-8 without one.") },
  [JALON_PROBLEM_UNEXPECTED_END] = { N_ ("The file ends in the middle; it may have been cut off.") },
  [JALON_PROBLEM_EXPECTED_VALUE] = { N_ ("A value should stand here, not “{0}”: a string in double quotation marks, a number, "
                                         "true, false, null, a list or an object."), "t" },
  [JALON_PROBLEM_EXPECTED_KEY] = { N_ ("The name of a member in double quotation marks should stand here, not “{0}”."), "t" },
  [JALON_PROBLEM_EXPECTED_COLON] = { N_ ("A colon should stand here, between a name and its value, not “{0}”."), "t" },
  [JALON_PROBLEM_EXPECTED_COMMA] = { N_ ("A comma or “{1}” should stand here, not “{0}”."), "tt" },
  [JALON_PROBLEM_TRAILING] = { N_ ("The file should end here, but goes on with “{0}”: it holds one object, and nothing after "
                                   "it."), "t" },
  [JALON_PROBLEM_BAD_LITERAL] = { N_ ("“{0}” isn't JSON: a word is true, false or null, and text stands in double quotation "
                                      "marks."), "t" },
  [JALON_PROBLEM_BAD_NUMBER] = { N_ ("“{0}” isn't a number of JSON: write 7, -7, 0.5 or 2e9, without leading zeros, plus sign or "
                                     "spaces."), "t" },
  [JALON_PROBLEM_NUMBER_TOO_LARGE] = { N_ ("The number {0} is larger than can be computed with."), "t" },
  [JALON_PROBLEM_BAD_ESCAPE] = { N_ ("“{0}” isn't an escape of JSON: after a backslash stands one of \" \\ / b f n r t, or u with "
                                     "four hexadecimal digits."), "t" },
  [JALON_PROBLEM_CONTROL_CHARACTER] = { N_ ("The control character {0} can't stand in a string as it is; a quotation mark may be "
                                            "missing, or it should be escaped, as \\n."), "t" },
  [JALON_PROBLEM_NUL_ESCAPE] = { N_ ("The character U+0000 isn't text and can't stand in a string.") },
  [JALON_PROBLEM_LONE_SURROGATE] = { N_ ("“{0}” is half of a character; its other half should stand beside it."), "t" },
  [JALON_PROBLEM_DUPLICATE_KEY] = { N_ ("The member “{0}” is there twice; keep one."), "t" },
  [JALON_PROBLEM_STRING_TOO_LONG] = { N_ ("This string is longer than 1 MiB, the most that is read.") },
  [JALON_PROBLEM_TOO_DEEP] = { N_ ("Lists and objects are nested more than 64 deep, the most that is read.") },
  [JALON_PROBLEM_TOO_MANY_VALUES] = { N_ ("The file holds more values than can be read.") },
  [JALON_PROBLEM_TOO_MANY_PROJECTS] = { N_ ("The file holds more than 1,000,000 projects, the most that is read.") },

  [JALON_PROBLEM_NOT_JALON] = { N_ ("This isn't a Jalon file: it should be an object with \"format\": \"jalon\".") },
  [JALON_PROBLEM_VERSION_TOO_NEW] = { N_ ("The file is of version {0} of the format, and this program reads version 1; a newer "
                                          "Jalon is needed."), "t" },
  [JALON_PROBLEM_BAD_VERSION] = { N_ ("“{0}” isn't a version of the format; write 1."), "t" },

  [JALON_PROBLEM_MISSING] = { N_ ("The member “{0}” is missing; it is required."), "t" },
  [JALON_PROBLEM_EXPECTED_TEXT] = { N_ ("“{0}” should be text: a string, or an object of strings by language, as {\"en\": "
                                        "\"…\", \"fr\": \"…\"}."), "t" },
  [JALON_PROBLEM_EXPECTED_STRING] = { N_ ("“{0}” should be a string in double quotation marks."), "t" },
  [JALON_PROBLEM_EXPECTED_NUMBER] = { N_ ("“{0}” should be a number, without quotation marks."), "t" },
  [JALON_PROBLEM_EXPECTED_BOOLEAN] = { N_ ("“{0}” should be true or false."), "t" },
  [JALON_PROBLEM_EXPECTED_LIST] = { N_ ("“{0}” should be a list in square brackets."), "t" },
  [JALON_PROBLEM_EXPECTED_OBJECT] = { N_ ("An object in curly brackets should stand here.") },
  [JALON_PROBLEM_EXPECTED_OVERLAP] = { N_ ("An overlap is the id of a project, or an object with “id” and perhaps “at_most”.") },
  [JALON_PROBLEM_EXPECTED_ELSEWHERE] = { N_ ("“{0}” should be true, or a list of regions and countries, as [\"CA-QC\", "
                                             "\"DE\"]."), "t" },
  [JALON_PROBLEM_EMPTY_TEXT] = { N_ ("“{0}” is empty; give it a text, or leave it out."), "t" },
  [JALON_PROBLEM_BAD_LANGUAGE] = { N_ ("“{0}” isn't a language code; write one as en, fr or pt-BR."), "t" },
  [JALON_PROBLEM_BAD_ID] = { N_ ("“{0}” isn't an id: small letters a to z, digits and hyphens, not beginning with a hyphen."),
                             "t" },
  [JALON_PROBLEM_RESERVED_ID] = { N_ ("“{0}” can't be an id: “none” and “several” have a meaning of their own."), "t" },
  [JALON_PROBLEM_DUPLICATE_ID] = { N_ ("The id “{0}” is taken already, in line {1}; each is there once in its list."), "tt" },
  [JALON_PROBLEM_UNKNOWN_ID] = { N_ ("There is no “{0}” in the list “{1}”."), "tt" },
  [JALON_PROBLEM_UNKNOWN_ID_ANYWHERE] = { N_ ("There is no “{0}” in any list of the file."), "t" },
  [JALON_PROBLEM_REPEATED_ID] = { N_ ("“{0}” is in this list already; name it once."), "t" },
  [JALON_PROBLEM_UNKNOWN_WORD] = { N_ ("“{0}” isn't known here; the words are: {1}."), "tw" },
  [JALON_PROBLEM_BAD_DATE] = { N_ ("“{0}” isn't a date: write a day 2025-02-10, a month 2025-02, a season 2025-21 to 2025-24 or a "
                                   "year 2025, with ~ where approximate, two of them in order as 2025-02/2025-04."), "t" },
  [JALON_PROBLEM_BAD_COUNTRY] = { N_ ("“{0}” isn't a country code of ISO 3166-1: two capital letters, as CA."), "t" },
  [JALON_PROBLEM_BAD_REGION] = { N_ ("“{0}” isn't a region code of ISO 3166-2: as CA-QC or JP-13."), "t" },
  [JALON_PROBLEM_BAD_DEPARTMENT] = { N_ ("“{0}” isn't a department code: up to ten letters, digits and hyphens, as 13 or 2A."),
                                     "t" },
  [JALON_PROBLEM_BAD_AREA] = { N_ ("“{0}” isn't a code of a region or a country: as CA-QC or CA."), "t" },
  [JALON_PROBLEM_BAD_CURRENCY] = { N_ ("“{0}” isn't a currency code of ISO 4217, as EUR or JPY."), "t" },
  [JALON_PROBLEM_BAD_LATITUDE] = { N_ ("The latitude {0} is off the globe: it goes from -90 to 90 degrees."), "t" },
  [JALON_PROBLEM_BAD_LONGITUDE] = { N_ ("The longitude {0} is off the globe: it goes from -180 to 180 degrees."), "t" },
  [JALON_PROBLEM_NEGATIVE] = { N_ ("{0} is negative; an amount is zero or more."), "t" },
  [JALON_PROBLEM_BAD_RATE] = { N_ ("A rate of {0} isn't possible; it is more than zero."), "t" },
  [JALON_PROBLEM_BAD_SECONDS] = { N_ ("A slide can't stay for {0} seconds; it is more than zero."), "t" },
  [JALON_PROBLEM_MIN_OVER_MAX] = { N_ ("The lower end of the range, {0}, is above its upper end, {1}."), "tt" },
  [JALON_PROBLEM_VALUE_AND_RANGE] = { N_ ("There are both “value” and “min” or “max”; keep the value or the range.") },
  [JALON_PROBLEM_HALF_RANGE] = { N_ ("A range has both “min” and “max”; for one end alone write “value” with “qualifier” at-least "
                                     "or up-to.") },
  [JALON_PROBLEM_QUALIFIED_RANGE] = { N_ ("A range takes no “qualifier”.") },
  [JALON_PROBLEM_NO_VALUE] = { N_ ("A figure is missing: “value”, or “min” and “max”.") },
  [JALON_PROBLEM_STRAY_QUALIFIER] = { N_ ("There is a “qualifier” without a “value”.") },
  [JALON_PROBLEM_VALUE_AND_SERIES] = { N_ ("There are both a value and a “series”; keep one.") },

  [JALON_PROBLEM_SECOND_RATE] = { N_ ("There is a rate for {0} already, in line {1}; keep one."), "tt" },
  [JALON_PROBLEM_OWN_RATE] = { N_ ("{0} is the currency of the file itself and needs no rate."), "t" },
  [JALON_PROBLEM_PART_OF_CYCLE] = { N_ ("These projects contain each other in a circle: {0}."), "t" },
  [JALON_PROBLEM_WITHIN_CYCLE] = { N_ ("These places lie within each other in a circle: {0}."), "t" },
  [JALON_PROBLEM_OVERLAPS_ITSELF] = { N_ ("“{0}” overlaps itself; name another project."), "t" },
  [JALON_PROBLEM_OVERLAPS_WHOLE] = { N_ ("“{1}” contains “{0}”, so the two can't overlap: all of the part is in the whole."),
                                     "tt" },
  [JALON_PROBLEM_EVENT_ORDER] = { N_ ("The event ends ({1}) before it starts ({0})."), "dd" },

  [JALON_PROBLEM_SIMILAR_MEMBER] = { N_ ("“{0}” isn't known and is kept unread; was “{1}” meant?"), "tt" },
  [JALON_PROBLEM_BAD_ADDRESS] = { N_ ("“{0}” isn't an address of the web and won't be opened; write one that begins with "
                                      "https:// or http://."), "t" },
  [JALON_PROBLEM_NO_RATE] = { N_ ("The file has no rate from {0} to {1}, so this amount is in no total."), "tt" },
  [JALON_PROBLEM_REGION_COUNTRY] = { N_ ("The region {0} isn't in the country {1}."), "tt" },
  [JALON_PROBLEM_NO_ANNOUNCEMENT] = { N_ ("The project has no announcement, so no view shows it.") },

  [JALON_PROBLEM_NO_SOURCE] = { N_ ("No source is named.") },
  [JALON_PROBLEM_NO_ENGLISH] = { N_ ("“{0}” has no English text."), "t" },
  [JALON_PROBLEM_AFTER_UPDATED] = { N_ ("The date {0} is after the day up to which the file goes, {1}."), "dd" },
  [JALON_PROBLEM_PARTS_EXCEED] = { N_ ("The parts make up {0}, more than the whole, {1}."), "mm" },
  [JALON_PROBLEM_ANNOUNCED_AGAIN] = { N_ ("This was announced already ({0}); a re-announcement is “confirms”, more money “raises” "
                                          "or “adds”."), "d" },
  [JALON_PROBLEM_ADDS_THE_SAME] = { N_ ("{0} is added, just what was stated before ({1}): is it the same money announced "
                                        "again?"), "md" },
  [JALON_PROBLEM_SAME_MONEY] = { N_ ("“{0}” has the same amount, {1}, the same organizations and places: is it the same money? "
                                     "Then say “part_of” or “overlaps”."), "tm" },
  [JALON_PROBLEM_DROPPED_UP_TO] = { N_ ("{0} was “up to” that before ({1}), and isn't here: was “up to” dropped?"), "md" },
  [JALON_PROBLEM_SAID_UP_TO] = { N_ ("The summary says “up to”, and the amount doesn't: its “qualifier” would be up-to.") },
  [JALON_PROBLEM_CONFIRMS_ANOTHER] = { N_ ("{0} isn't the amount that was stated before, {1} ({2}): “raises” or “cuts” would say "
                                           "so."), "mmd" },
  [JALON_PROBLEM_RAISES_TO_LESS] = { N_ ("{0} isn't more than before, {1} ({2}): is “raises” right?"), "mmd" },
  [JALON_PROBLEM_CUTS_TO_MORE] = { N_ ("{0} isn't less than before, {1} ({2}): is “cuts” right?"), "mmd" },
  [JALON_PROBLEM_SOURCES_DIFFER] = { N_ ("{0} here and {1} elsewhere on the same day ({2}): where two sources differ, one of them "
                                         "“reports”."), "mmd" },
  [JALON_PROBLEM_READINGS_DIFFER] = { N_ ("The series has {0} and {1} for the same date ({2})."), "ttd" },
  [JALON_PROBLEM_STATUS_DENIED] = { N_ ("The status is “{0}”, but the last act that tells is “{1}” ({2})."), "ttd" },
  [JALON_PROBLEM_NAMED_PLACE] = { N_ ("The title names {0}, and no place of the project lies there or near."), "t" },
  [JALON_PROBLEM_FAR_FROM_WHOLE] = { N_ ("The place is {0} km away from “{1}”, within which it should lie: are latitude and "
                                         "longitude right?"), "tt" },
  [JALON_PROBLEM_OTHER_REGION] = { N_ ("The place is in {0}, and “{2}”, within which it lies, in {1}."), "ttt" },
  [JALON_PROBLEM_SITE_OF_SEVERAL] = { N_ ("The scope is one site, and there are several places: “sites” would say so.") },
  [JALON_PROBLEM_REGION_UNSAID] = { N_ ("The scope is a region, and no “region” says which.") },
  [JALON_PROBLEM_COUNTRY_UNSAID] = { N_ ("The scope is a country, and no “country” says which.") },
  [JALON_PROBLEM_NO_WHY] = { N_ ("The project isn't counted, and no “why” says for what reason.") },
};

static char *
say_money (const JalonLanguage *language, const char *argument)
{
  char *end;
  double value = g_ascii_strtod (argument, &end);

  return *end == ' ' ? jalon_words_money (language, value, end + 1, JALON_MONEY_FULL) : g_strdup (argument);
}

static char *
say_date (const JalonLanguage *language, const char *argument)
{
  JalonDate date;

  return jalon_date_parse (argument, &date) ? jalon_words_date (language, &date, JALON_DATE_SHORT) : g_strdup (argument);
}

/* Control characters are shown, never sent to a terminal. */
static char *
say_text (const char *argument)
{
  g_autoptr (GString) shown = g_string_new (NULL);
  guint n_characters = 0;

  for (const char *p = argument; *p != '\0' && n_characters < MAX_ARGUMENT; p = g_utf8_next_char (p), n_characters++)
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_iscntrl (c))
        g_string_append_printf (shown, "\\u%04x", c);
      else
        g_string_append_unichar (shown, c);
    }
  if (g_utf8_strlen (argument, -1) > MAX_ARGUMENT)
    g_string_append (shown, "…");
  return jalon_words_isolate (shown->str);
}

static char *
say_argument (const JalonLanguage *language, const char *argument, char kind)
{
  switch (kind)
    {
    case 'm':
      return say_money (language, argument);
    case 'd':
      return say_date (language, argument);
    case 'w':
      return g_strdup (argument);
    default:
      return say_text (argument);
    }
}

/* Puts the arguments in their places; an argument's own braces are not looked at. */
static char *
fill_in (const JalonLanguage *language, const char *sentence, char **args, const char *kinds)
{
  g_autoptr (GString) result = g_string_new (NULL);
  guint n_args = g_strv_length (args);

  for (const char *p = sentence; *p != '\0'; p++)
    {
      guint index = (guint) (p[0] == '{' && g_ascii_isdigit (p[1]) && p[2] == '}' ? p[1] - '0' : G_MAXINT);

      if (index < n_args && index < strlen (kinds))
        {
          g_autofree char *argument = say_argument (language, args[index], kinds[index]);

          g_string_append (result, argument);
          p += 2;
        }
      else
        g_string_append_c (result, *p);
    }
  return g_string_free (g_steal_pointer (&result), FALSE);
}

static char *
say_more (const JalonLanguage *language, char **args)
{
  double n = g_ascii_strtod (args[0], NULL);
  g_autofree char *number = jalon_words_number (language, n);
  char *shown[] = { number, NULL };

  return fill_in (language, jalon_trn (language, "And {0} more problem.", "And {0} more problems.", n), shown, "t");
}

/**
 * jalon_words_problem:
 * @language: a language
 * @problem: a problem of a file
 *
 * Returns: (transfer full): a sentence that says what is wrong and what is accepted, on one line, safe for a terminal
 */
char *
jalon_words_problem (const JalonLanguage *language, const JalonProblem *problem)
{
  const Entry *entry = &entries[problem->code];

  if (problem->code == JALON_PROBLEM_MORE)
    return say_more (language, problem->args);
  return fill_in (language, jalon_tr (language, entry->sentence), problem->args, entry->kinds == NULL ? "" : entry->kinds);
}
