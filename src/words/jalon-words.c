/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "words/jalon-words.h"

#include <string.h>
#include <unicode/uloc.h>

#include "figures/jalon-index.h"
#include "words/jalon-area-names.h"
#include "words/jalon-language-private.h"

/**
 * jalon_words_number:
 * @language: a language
 * @value: a number
 *
 * Returns: (transfer full): @value with the language's separators, and at most six decimals
 */
char *
jalon_words_number (const JalonLanguage *language, double value)
{
  char *number = jalon_formats_number (jalon_language_get_formats (language), ".######", value);
  char plain[G_ASCII_DTOSTR_BUF_SIZE];

  return number != NULL ? number : g_strdup (g_ascii_dtostr (plain, sizeof plain, value));
}

/**
 * jalon_words_projects:
 * @language: a language
 * @n: a number of projects
 *
 * Returns: (transfer full): `3 projects`
 */
char *
jalon_words_projects (const JalonLanguage *language, guint n)
{
  g_autofree char *number = jalon_words_number (language, n);

  return g_strdup_printf (jalon_trn (language, "%s project", "%s projects", n), number);
}

/**
 * jalon_words_text:
 * @language: a language
 * @text: (nullable): a text of the file
 *
 * Returns: (transfer none): the text in the language, or as near to it as the file has it; "" for %NULL
 */
const char *
jalon_words_text (const JalonLanguage *language, const JalonText *text)
{
  const char *string = jalon_text_get (text, jalon_language_get_text_code (language));

  return string != NULL ? string : "";
}

/**
 * jalon_words_country:
 * @language: a language
 * @code: an ISO 3166-1 code of two letters
 *
 * Returns: (transfer full): the country's name; @code if it has none
 */
char *
jalon_words_country (const JalonLanguage *language, const char *code)
{
  g_autofree char *locale = g_strconcat ("und_", code, NULL);
  UErrorCode status = U_ZERO_ERROR;
  UChar name[256];
  int length
      = uloc_getDisplayCountry (locale, jalon_language_get_locale (language), name, G_N_ELEMENTS (name), &status);
  char *country = NULL;

  if (U_SUCCESS (status) && status != U_USING_DEFAULT_WARNING && length > 0)
    country = g_utf16_to_utf8 ((const gunichar2 *) name, length, NULL, NULL, NULL);
  return country != NULL ? country : g_strdup (code);
}

/* The name that a territory gives to just this region or department, if one does. */
static const JalonText *
find_area_name (JalonDataset *dataset, JalonKey key, const char *code)
{
  const GPtrArray *territories = jalon_dataset_get_list (dataset, JALON_LIST_TERRITORIES);

  for (guint i = 0; i < territories->len; i++)
    {
      const JalonTerritory *territory = g_ptr_array_index (territories, i);
      const GPtrArray *own = key == JALON_KEY_REGION ? territory->regions : territory->departments;

      if (territory->regions->len + territory->departments->len + territory->places->len == 1 && own->len == 1
          && strcmp (g_ptr_array_index (own, 0), code) == 0)
        return territory->name;
    }
  return NULL;
}

static char *
write_area (const JalonLanguage *language, JalonDataset *dataset, JalonKey key, const char *code)
{
  const JalonText *name = find_area_name (dataset, key, code);
  g_autofree char *known = key == JALON_KEY_REGION
                          ? jalon_area_names_get_region (language, code)
                          : jalon_area_names_get_department (language, jalon_index_get_country (jalon_index_get (dataset), code), code);

  if (name != NULL)
    return jalon_words_isolate (jalon_words_text (language, name));
  if (known != NULL)
    return g_steal_pointer (&known);
  if (key == JALON_KEY_REGION)
    return g_strdup_printf (jalon_tr (language, "Region %s"), code);
  return g_strdup_printf (jalon_tr (language, "Department %s"), code);
}

/* The name of a record of the file that a key's value is the id of; NULL if the file has none such. */
static const JalonText *
find_name (JalonDataset *dataset, JalonKey key, const char *id)
{
  if (key == JALON_KEY_PLACE)
    {
      const JalonPlace *place = jalon_dataset_lookup (dataset, JALON_LIST_PLACES, id);
      return place != NULL ? place->name : NULL;
    }
  if (key == JALON_KEY_TERRITORY)
    {
      const JalonTerritory *territory = jalon_dataset_lookup (dataset, JALON_LIST_TERRITORIES, id);
      return territory != NULL ? territory->name : NULL;
    }
  if (key == JALON_KEY_ORGANISATION)
    {
      const JalonOrganisation *organisation = jalon_dataset_lookup (dataset, JALON_LIST_ORGANISATIONS, id);
      return organisation != NULL ? organisation->name : NULL;
    }
  if (key == JALON_KEY_EVENT)
    {
      const JalonEvent *event = jalon_dataset_lookup (dataset, JALON_LIST_EVENTS, id);
      return event != NULL ? event->name : NULL;
    }
  return NULL;
}

/* The label of a value that is a word of a closed vocabulary; NULL if it is none. */
static const char *
find_word (const JalonLanguage *language, JalonKey key, const char *nick)
{
  static const struct
  {
    JalonKey key;
    JalonVocabulary vocabulary;
  } vocabularies[] = {
    { JALON_KEY_KIND, JALON_VOCABULARY_KIND },
    { JALON_KEY_RELEVANCE, JALON_VOCABULARY_RELEVANCE },
    { JALON_KEY_STATUS, JALON_VOCABULARY_STATUS },
    { JALON_KEY_SCOPE, JALON_VOCABULARY_SCOPE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (vocabularies); i++)
    if (vocabularies[i].key == key)
      {
        int word = jalon_vocabulary_find (vocabularies[i].vocabulary, nick);
        return word > 0 ? jalon_words_vocabulary (language, vocabularies[i].vocabulary, word) : NULL;
      }
  return NULL;
}

/* 2025, 2025-02 or 2025-Q1; NULL if it is none of these. */
static char *
write_period (const JalonLanguage *language, JalonKey key, const char *value)
{
  g_autofree char *month = NULL;
  JalonDate date;

  if (key != JALON_KEY_QUARTER)
    return jalon_date_parse (value, &date) ? jalon_words_date (language, &date, JALON_DATE_LONG) : NULL;
  if (strlen (value) != 7 || value[5] != 'Q' || value[6] < '1' || value[6] > '4')
    return NULL;
  month = g_strdup_printf ("%.4s-%02d", value, (value[6] - '1') * 3 + 1);
  if (!jalon_date_parse (month, &date))
    return NULL;
  return jalon_words_quarter (language, &date);
}

/**
 * jalon_words_group:
 * @language: a language
 * @dataset: the facts
 * @key: a grouping
 * @value: a value of it: an id, a code, a word of the vocabulary, a period, `none` or `several`
 *
 * A region or a department is called as the territory of the file that covers just that, else by its name where it is French, else by
 * its code.
 *
 * Returns: (transfer full): the label, fit to stand in a line of ours; @value itself if it is none that the key can have
 */
char *
jalon_words_group (const JalonLanguage *language, JalonDataset *dataset, JalonKey key, const char *value)
{
  const JalonText *name;
  const char *word;

  g_return_val_if_fail (key < JALON_N_GROUPINGS, g_strdup (value));

  if (strcmp (value, "none") == 0)
    return g_strdup (jalon_words_none (language, key));
  if (strcmp (value, "several") == 0)
    return g_strdup (jalon_words_several (language, key));
  if (key == JALON_KEY_COUNTRY)
    return jalon_words_country (language, value);
  if (key == JALON_KEY_REGION || key == JALON_KEY_DEPARTMENT)
    return write_area (language, dataset, key, value);
  if (key == JALON_KEY_YEAR || key == JALON_KEY_QUARTER || key == JALON_KEY_MONTH)
    {
      char *period = write_period (language, key, value);
      return period != NULL ? period : g_strdup (value);
    }
  name = find_name (dataset, key, value);
  if (name != NULL)
    return jalon_words_isolate (jalon_words_text (language, name));
  word = find_word (language, key, value);
  return g_strdup (word != NULL ? word : value);
}
