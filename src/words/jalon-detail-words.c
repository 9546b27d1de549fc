/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "words/jalon-words.h"

/* What is said of one project, and of a file, beside its figures. */

#define DAYS_PER_MONTH 30.436875
#define MONTHS_FROM 61   /* days, from which an age is told in months */
#define YEARS_FROM 24    /* months, from which it is told in years */

/**
 * jalon_words_explain_amount:
 * @language: a language
 * @amount: (nullable): an amount as it was stated; %NULL: none was
 *
 * Returns: (transfer none): what its qualifier means, in a sentence; "" for an exact one
 */
const char *
jalon_words_explain_amount (const JalonLanguage *language, const JalonAmount *amount)
{
  if (amount == NULL)
    return jalon_tr (language, "No amount was made public: it counts as a project, never as zero.");
  switch (amount->qualifier)
    {
    case JALON_QUALIFIER_ABOUT:
      return jalon_tr (language, "An order of magnitude, not an exact amount.");
    case JALON_QUALIFIER_AT_LEAST:
      return jalon_tr (language, "A minimum: it may be more.");
    case JALON_QUALIFIER_UP_TO:
      return jalon_tr (language, "A ceiling: none of it is firm.");
    case JALON_QUALIFIER_RANGE:
      return jalon_tr (language, "A range: only its lower end is firm.");
    case JALON_QUALIFIER_UNSET:
    case JALON_QUALIFIER_EXACT:
    case JALON_N_QUALIFIERS:
    default:
      return "";
    }
}

/* An addend, of which parts may stand for some. */
static char *
say_counted (const JalonLanguage *language, const JalonShare *here, const char *currency)
{
  g_autofree char *money = NULL;

  if (!(here->remainder.ceiling < here->rollup.ceiling))
    return g_strdup (jalon_tr (language, "counts here"));
  money = jalon_words_sum (language, &here->remainder, currency, JALON_MONEY_COMPACT);
  return g_strdup_printf (jalon_tr (language, "counts here for %s, beside its parts"), money);
}

/**
 * jalon_words_standing:
 * @language: a language
 * @here: (nullable): what the sums know of a project; %NULL: it isn't selected
 * @currency: the dataset's
 *
 * Returns: (transfer full): whether its amount counts in what is selected, and why it doesn't
 */
char *
jalon_words_standing (const JalonLanguage *language, const JalonShare *here, const char *currency)
{
  g_autofree char *why = here != NULL ? jalon_words_left_out (language, here) : NULL;

  if (here == NULL)
    return g_strdup (jalon_tr (language, "not in this selection"));
  if (jalon_share_is_addend (here))
    return say_counted (language, here, currency);
  if (here->reason == JALON_REASON_UNDISCLOSED)
    return g_steal_pointer (&why);
  if (here->reason != JALON_REASON_NONE)
    return g_strdup_printf (jalon_tr (language, "not counted: %s"), why);
  if (here->rollup.ceiling > 0)
    return g_strdup (jalon_tr (language, "counts by its parts"));
  return jalon_words_sum (language, &here->rollup, currency, JALON_MONEY_COMPACT);
}

/**
 * jalon_words_place:
 * @language: a language
 * @place: a place
 *
 * Returns: (transfer full): its name, what it lies in, and how exactly it is known
 */
char *
jalon_words_place (const JalonLanguage *language, const JalonPlace *place)
{
  const JalonPlace *outermost = jalon_place_get_outermost (place);
  g_autofree char *name = jalon_words_isolate (jalon_words_text (language, place->name));
  g_autofree char *within = jalon_words_isolate (jalon_words_text (language, outermost->name));
  const char *precision = jalon_words_precision (language, place->precision);

  if (outermost == place || jalon_words_say (name, within))
    return g_strdup_printf ("%s · %s", name, precision);
  return g_strdup_printf ("%s, %s · %s", name, within, precision);
}

/**
 * jalon_words_elsewhere:
 * @language: a language
 * @project: a project of @dataset
 *
 * Returns: (transfer full): that it has sites which nobody has named, and in which regions or countries; "" if it has none
 */
char *
jalon_words_elsewhere (const JalonLanguage *language, JalonDataset *dataset, const JalonProject *project)
{
  g_autoptr (GString) areas = g_string_new (NULL);

  if (!project->elsewhere)
    return g_strdup ("");
  for (guint i = 0; i < project->elsewhere_in->len; i++)
    {
      const char *code = g_ptr_array_index (project->elsewhere_in, i);
      JalonKey key = strlen (code) == 2 ? JALON_KEY_COUNTRY : JALON_KEY_REGION;
      g_autofree char *area = jalon_words_group (language, dataset, key, code);

      g_string_append_printf (areas, "%s%s", i > 0 ? ", " : "", area);
    }
  if (areas->len == 0)
    return g_strdup (jalon_tr (language, "and sites that nobody has named"));
  return g_strdup_printf (jalon_tr (language, "and sites that nobody has named: %s"), areas->str);
}

/**
 * jalon_words_days_old:
 * @language: a language
 * @days: an age in days
 *
 * Returns: (transfer full): the age to the day: `170 days old`
 */
char *
jalon_words_days_old (const JalonLanguage *language, guint days)
{
  g_autofree char *number = jalon_words_number (language, days);

  if (days == 0)
    /* Translators: how old data are */
    return g_strdup (jalon_trc (language, "age", "today"));
  return jalon_words_fill (jalon_trn (language, "{n} day old", "{n} days old", days), "{n}", number, NULL);
}

/**
 * jalon_words_age:
 * @language: a language
 * @days: an age in days
 *
 * Returns: (transfer full): the age, to the month from two months on and to the year from two years on: `5 months old`
 */
char *
jalon_words_age (const JalonLanguage *language, guint days)
{
  guint months = (guint) (days / DAYS_PER_MONTH);
  g_autofree char *number = NULL;

  if (days < MONTHS_FROM)
    return jalon_words_days_old (language, days);
  number = jalon_words_number (language, months < YEARS_FROM ? months : months / 12);
  if (months < YEARS_FROM)
    return jalon_words_fill (jalon_trn (language, "{n} month old", "{n} months old", months), "{n}", number, NULL);
  return jalon_words_fill (jalon_trn (language, "{n} year old", "{n} years old", months / 12), "{n}", number, NULL);
}
