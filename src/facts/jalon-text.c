/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "facts/jalon-text.h"

#include <string.h>

/* A plain text has no languages and one string. There are many texts of few languages: no growing arrays. */
struct _JalonText
{
  guint n_languages;
  char **languages; /* closed by a NULL; or NULL: none */
  char **strings;
  char *plain;
};

static const char *const no_languages[] = { NULL };

/**
 * jalon_text_new:
 *
 * Returns: (transfer full): a text by language, in no language yet
 */
JalonText *
jalon_text_new (void)
{
  return g_new0 (JalonText, 1);
}

/**
 * jalon_text_new_plain:
 * @string: the text
 *
 * Returns: (transfer full): a text that is the same in every language
 */
JalonText *
jalon_text_new_plain (const char *string)
{
  JalonText *text = g_new0 (JalonText, 1);

  text->plain = g_strdup (string);
  return text;
}

/**
 * jalon_text_free:
 * @text: (nullable) (transfer full): a text
 */
void
jalon_text_free (JalonText *text)
{
  if (text == NULL)
    return;
  g_strfreev (text->languages);
  g_strfreev (text->strings);
  g_free (text->plain);
  g_free (text);
}

static int
find_language (const JalonText *text, const char *language, gsize length)
{
  for (guint i = 0; i < text->n_languages; i++)
    if (strncmp (text->languages[i], language, length) == 0 && text->languages[i][length] == '\0')
      return (int) i;
  return -1;
}

/**
 * jalon_text_set:
 * @text: a text by language
 * @language: a language code, as "fr"
 * @string: the text in that language, in place of the one it had
 */
void
jalon_text_set (JalonText *text, const char *language, const char *string)
{
  int index;

  g_return_if_fail (text != NULL && text->plain == NULL);
  index = find_language (text, language, strlen (language));
  if (index >= 0)
    {
      g_free (text->strings[index]);
      text->strings[index] = g_strdup (string);
      return;
    }
  text->languages = g_renew (char *, text->languages, text->n_languages + 2);
  text->strings = g_renew (char *, text->strings, text->n_languages + 2);
  text->languages[text->n_languages] = g_strdup (language);
  text->strings[text->n_languages] = g_strdup (string);
  text->n_languages++;
  text->languages[text->n_languages] = NULL;
  text->strings[text->n_languages] = NULL;
}

/**
 * jalon_text_get_exact:
 * @text: (nullable): a text
 * @language: a language code
 *
 * Returns: (nullable): the text in that very language; %NULL if it has none, or is plain
 */
const char *
jalon_text_get_exact (const JalonText *text, const char *language)
{
  int index;

  if (text == NULL || text->plain != NULL)
    return NULL;
  index = find_language (text, language, strlen (language));
  return index < 0 ? NULL : text->strings[index];
}

/**
 * jalon_text_get:
 * @text: (nullable): a text
 * @language: a language code, as "fr" or "en_GB"
 *
 * Returns: (nullable): the best there is for a reader of @language: the text in it, in the language without its country, in
 *   English, or in the first language of the file; %NULL only for no text at all
 */
const char *
jalon_text_get (const JalonText *text, const char *language)
{
  int index;

  if (text == NULL)
    return NULL;
  if (text->plain != NULL)
    return text->plain;
  index = find_language (text, language, strlen (language));
  if (index < 0)
    index = find_language (text, language, strcspn (language, "-_.@"));
  if (index < 0)
    index = find_language (text, "en", 2);
  if (index < 0 && text->n_languages > 0)
    index = 0;
  return index < 0 ? NULL : text->strings[index];
}

/**
 * jalon_text_is_plain:
 * @text: a text
 *
 * Returns: whether it is one string for all languages
 */
gboolean
jalon_text_is_plain (const JalonText *text)
{
  return text->plain != NULL;
}

/**
 * jalon_text_get_languages:
 * @text: (nullable): a text
 *
 * Returns: (array zero-terminated): the languages it has, in the order of the file; none for a plain text
 */
const char *const *
jalon_text_get_languages (const JalonText *text)
{
  if (text == NULL || text->languages == NULL)
    return no_languages;
  return (const char *const *) text->languages;
}
