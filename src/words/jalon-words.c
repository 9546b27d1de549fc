/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "words/jalon-words.h"

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
  return jalon_formats_number (jalon_language_get_formats (language), ".######", value);
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
