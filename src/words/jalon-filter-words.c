/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "words/jalon-words.h"

/* More values of a filter than this are told by their number. */
#define MAX_VALUES 3

/**
 * jalon_words_window:
 * @language: a language
 * @query: a query
 *
 * Returns: (transfer full): the period that is asked for, "" if none is
 */
char *
jalon_words_window (const JalonLanguage *language, JalonQuery *query)
{
  const JalonDate *from = jalon_query_get_from (query), *to = jalon_query_get_to (query);
  g_autofree char *first = from != NULL ? jalon_words_date (language, from, JALON_DATE_SHORT) : NULL;
  g_autofree char *last = to != NULL ? jalon_words_date (language, to, JALON_DATE_SHORT) : NULL;

  if (first == NULL && last == NULL)
    return g_strdup ("");
  if (last == NULL)
    /* Translators: a filter: announced on or after a date */
    return jalon_words_fill (jalon_tr (language, "Since {date}"), "{date}", first, NULL);
  if (first == NULL)
    /* Translators: a filter: announced on or before a date */
    return jalon_words_fill (jalon_tr (language, "Until {date}"), "{date}", last, NULL);
  return g_str_equal (first, last) ? g_strdup (first) : g_strdup_printf ("%s – %s", first, last);
}

/**
 * jalon_words_as_of:
 * @language: a language
 * @query: a query
 *
 * Returns: (transfer full): the date on which one has to know, "" if it is today
 */
char *
jalon_words_as_of (const JalonLanguage *language, JalonQuery *query)
{
  const JalonDate *as_of = jalon_query_get_as_of (query);
  g_autofree char *date = as_of != NULL ? jalon_words_date (language, as_of, JALON_DATE_SHORT) : NULL;

  /* Translators: a filter: only what was known on a date */
  return date != NULL ? jalon_words_fill (jalon_tr (language, "As of {date}"), "{date}", date, NULL) : g_strdup ("");
}

/**
 * jalon_words_value:
 * @language: a language
 * @key: a grouping, or the text
 * @value: what a filter on it asks for
 *
 * Returns: (transfer full): the value, fit to stand in a line of ours: as jalon_words_group() calls it, or in quotation marks
 */
char *
jalon_words_value (const JalonLanguage *language, JalonDataset *dataset, JalonKey key, const char *value)
{
  g_autofree char *safe = key == JALON_KEY_TEXT ? jalon_words_isolate (value) : NULL;

  if (safe == NULL)
    return jalon_words_group (language, dataset, key, value);
  /* Translators: the language's quotation marks, around a title */
  return g_strdup_printf (jalon_tr (language, "“%s”"), safe);
}

static char *
say_values (const JalonLanguage *language, JalonDataset *dataset, JalonQuery *query, JalonKey key)
{
  const char *const *values = jalon_query_get_values (query, key);
  guint n = g_strv_length ((char **) values);
  g_autofree char *number = jalon_words_number (language, n);
  GString *list = g_string_new (NULL);

  if (n > MAX_VALUES)
    g_string_append_printf (list, "%s (%s)", jalon_words_key (language, key), number);
  for (guint i = 0; n <= MAX_VALUES && i < n; i++)
    {
      g_autofree char *label = jalon_words_value (language, dataset, key, values[i]);

      g_string_append_printf (list, "%s%s", i > 0 ? ", " : "", label);
    }
  return g_string_free (list, FALSE);
}

static void
add_words (GString *list, char *words)
{
  if (words[0] != '\0')
    g_string_append_printf (list, "%s%s", list->len > 0 ? " + " : "", words);
  g_free (words);
}

/**
 * jalon_words_filters:
 * @language: a language
 * @query: a query of @dataset
 * @filters: some of its filters
 *
 * Returns: (transfer full): what they ask for
 */
char *
jalon_words_filters (const JalonLanguage *language, JalonDataset *dataset, JalonQuery *query, JalonFilterSet filters)
{
  GString *list = g_string_new (NULL);

  for (int key = 0; key < JALON_N_KEYS; key++)
    if (filters & JALON_FILTER (key) && *jalon_query_get_values (query, (JalonKey) key) != NULL)
      add_words (list, say_values (language, dataset, query, (JalonKey) key));
  if (filters & JALON_FILTER (JALON_KEY_FROM))
    add_words (list, jalon_words_window (language, query));
  if (filters & JALON_FILTER_AS_OF)
    add_words (list, jalon_words_as_of (language, query));
  return g_string_free (list, FALSE);
}

/**
 * jalon_words_relief:
 * @language: a language
 * @query: a query of @dataset that lists nothing
 * @relief: what to drop of it
 *
 * Returns: (transfer full): a choice: what to drop, and how many projects then come back
 */
char *
jalon_words_relief (const JalonLanguage *language, JalonDataset *dataset, JalonQuery *query, const JalonRelief *relief)
{
  g_autofree char *filters = jalon_words_filters (language, dataset, query, relief->filters);
  g_autofree char *projects = jalon_words_projects (language, relief->n_projects);

  /* Translators: what to drop of an empty selection: Without “solar”: 3 projects */
  return jalon_words_fill (jalon_tr (language, "Without {filter}: {projects}"), "{filter}", filters, "{projects}", projects, NULL);
}

/* By how much, with its sign. */
static char *
say_change (const JalonLanguage *language, const JalonDifferencePart *part, const char *currency, JalonMoneyStyle style)
{
  gboolean more = fabs (part->ceiling) > 0 ? part->ceiling > 0 : part->firm > 0;
  JalonSum plain = { .firm = fabs (part->firm), .ceiling = MAX (fabs (part->ceiling), fabs (part->firm)) };
  g_autofree char *sum = jalon_words_sum (language, &plain, currency, style);

  return g_strdup_printf ("%s %s", more ? "+" : "−", sum);
}

static char *
say_cause (const JalonLanguage *language, JalonDifferenceCause cause, guint n)
{
  g_autofree char *number = jalon_words_number (language, n);

  switch (cause)
    {
    case JALON_DIFFERENCE_OTHER_BARS:
      return g_strdup_printf (jalon_trn (language, "%s project is listed that stands in another bar",
                                         "%s projects are listed that stand in other bars", n), number);
    case JALON_DIFFERENCE_WHOLES:
      return g_strdup_printf (jalon_trn (language, "%s project stands for all of itself, since parts of it are filtered away",
                                         "%s projects stand for all of themselves, since parts of them are filtered away", n), number);
    case JALON_DIFFERENCE_BETWEEN:
      return g_strdup_printf (jalon_trn (language, "%s project counts its parts one by one, since what joins them is filtered away",
                                         "%s projects count their parts one by one, since what joins them is filtered away", n), number);
    case JALON_DIFFERENCE_SHARED:
      return g_strdup (jalon_tr (language, "what projects have in common counts once"));
    case JALON_DIFFERENCE_AS_WHOLE:
      return g_strdup (jalon_tr (language, "some of it is firm only as a whole"));
    case JALON_N_DIFFERENCE_CAUSES:
    default:
      return g_strdup ("");
    }
}

static void
add_cause (GString *sentence, const JalonLanguage *language, const JalonDifference *difference, JalonDifferenceCause cause, const char *currency)
{
  const JalonDifferencePart *part = &difference->parts[cause];
  g_autofree char *words = NULL;
  g_autofree char *change = NULL;

  if (!(fabs (part->ceiling) > 0) && !(fabs (part->firm) > 0))
    return;
  words = say_cause (language, cause, part->n_projects);
  change = say_change (language, part, currency, JALON_MONEY_COMPACT);
  g_string_append_printf (sentence, "%s%s (%s)", sentence->len > 0 ? jalon_trc (language, "list", "; ") : "", words, change);
}

/**
 * jalon_words_difference:
 * @language: a language
 * @difference: a sum and the bar that led to it, which differ
 * @currency: the dataset's
 *
 * Returns: (transfer full): a sentence that says by how much they differ, and why
 */
char *
jalon_words_difference (const JalonLanguage *language, const JalonDifference *difference, const char *currency)
{
  JalonMoneyStyle style = JALON_MONEY_COMPACT;
  g_autofree char *here = jalon_words_sum (language, &difference->sum, currency, style);
  g_autofree char *bar = jalon_words_sum (language, &difference->bar, currency, style);
  g_autoptr (GString) why = g_string_new (NULL);

  if (g_str_equal (here, bar)) /* only in digits that are not said */
    {
      g_free (here);
      g_free (bar);
      style = JALON_MONEY_FULL;
      here = jalon_words_sum (language, &difference->sum, currency, style);
      bar = jalon_words_sum (language, &difference->bar, currency, style);
    }
  for (JalonDifferenceCause cause = 0; cause < JALON_N_DIFFERENCE_CAUSES; cause++)
    add_cause (why, language, difference, cause, currency);
  /* Translators: after a click on a bar, where the sum is now another: the sum, that of the bar, and why they differ */
  return jalon_words_fill (jalon_tr (language, "The sum is {sum}, the bar that led here {bar}: {why}."), "{sum}", here, "{bar}", bar,
                           "{why}", why->str, NULL);
}
