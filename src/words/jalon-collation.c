/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "words/jalon-collation.h"

#include <string.h>
#include <unicode/ucol.h>

/* A collator a locale, kept for the life of the process as its language is. */
static GHashTable *collators;
G_LOCK_DEFINE_STATIC (collators);

static UCollator *
open_collator (const char *locale)
{
  UErrorCode status = U_ZERO_ERROR;
  UCollator *collator = ucol_open (locale, &status);

  if (U_FAILURE (status))
    return NULL;
  ucol_setAttribute (collator, UCOL_NUMERIC_COLLATION, UCOL_ON, &status);
  return collator;
}

/* Called with the lock held. */
static UCollator *
get_collator (const JalonLanguage *language)
{
  const char *locale = jalon_language_get_locale (language);
  UCollator *collator;

  if (collators == NULL)
    collators = g_hash_table_new (g_str_hash, g_str_equal);
  collator = g_hash_table_lookup (collators, locale);
  if (collator == NULL && (collator = open_collator (locale)) != NULL)
    g_hash_table_insert (collators, (gpointer) locale, collator);
  return collator;
}

/**
 * jalon_collation_make_key:
 * @language: a language
 * @text: a text
 *
 * Makes what strcmp() puts into the order of the language's dictionaries (Unicode Technical Standard 10), numbers in it by their
 * value; the locale of the process plays no part.
 *
 * Returns: (transfer full): the key; @text itself if ICU has no order for it
 */
char *
jalon_collation_make_key (const JalonLanguage *language, const char *text)
{
  glong length = 0;
  g_autofree gunichar2 *wide = g_utf8_to_utf16 (text, -1, NULL, &length, NULL);
  UCollator *collator;
  char *key = NULL;

  G_LOCK (collators);
  collator = get_collator (language);
  if (collator != NULL && wide != NULL)
    {
      int size = ucol_getSortKey (collator, (const UChar *) wide, (int) length, NULL, 0);

      key = g_malloc0 ((gsize) size + 1);
      ucol_getSortKey (collator, (const UChar *) wide, (int) length, (uint8_t *) key, size);
    }
  G_UNLOCK (collators);
  return key != NULL ? key : g_strdup (text);
}
