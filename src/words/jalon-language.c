/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "words/jalon-language-private.h"

#include <gio/gio.h>
#include <string.h>
#include <unicode/upluralrules.h>
#include <unicode/ustring.h>

#include "words/jalon-catalogue.h"
#include "words/jalon-pseudo.h"

#define N_CATEGORIES 6

struct _JalonLanguage
{
  const char *code;
  const char *text_code;
  const char *name;
  const char *locale;
  gboolean is_pseudo;

  /* Made once, then read only. */
  JalonCatalogue *catalogue; /* NULL: the source strings */
  UPluralRules *rules;
  guint forms[N_CATEGORIES]; /* which form each category of the rules takes */
  JalonFormats *formats;

  /* The strings made so far of a pseudo-language: source string → translation, kept for good. */
  GMutex pseudo_lock;
  GHashTable *pseudo;
};

/* English is the language of the source strings. */
static JalonLanguage languages[] = {
  { .code = "en", .text_code = "en", .name = "English", .locale = "en_US" },
  { .code = "en_GB", .text_code = "en", .name = "English (United Kingdom)", .locale = "en_GB" },
  { .code = "fr", .text_code = "fr", .name = "Français", .locale = "fr_FR" },
  { .code = "en@pseudo", .text_code = "en", .name = "Pseudo", .locale = "en_US", .is_pseudo = TRUE },
};
#define ENGLISH (&languages[0])

/* ICU's categories in the order in which catalogues hold the forms of those that a language has. */
static const char *const categories[N_CATEGORIES] = { "zero", "one", "two", "few", "many", "other" };

static int
find_category (const UChar *name)
{
  for (int i = 0; i < N_CATEGORIES; i++)
    {
      UChar wide[8];

      u_uastrncpy (wide, categories[i], G_N_ELEMENTS (wide));
      if (u_strcmp (wide, name) == 0)
        return i;
    }
  return -1;
}

/* A catalogue has a form for each category that the rules have. */
static void
count_forms (JalonLanguage *self)
{
  UErrorCode status = U_ZERO_ERROR;
  UEnumeration *keywords = uplrules_getKeywords (self->rules, &status);
  gboolean has[N_CATEGORIES] = { FALSE };
  const UChar *keyword;
  guint form = 0;

  while ((keyword = uenum_unext (keywords, NULL, &status)) != NULL)
    {
      int index = find_category (keyword);

      if (index >= 0)
        has[index] = TRUE;
    }
  uenum_close (keywords);
  for (int i = 0; i < N_CATEGORIES; i++)
    {
      self->forms[i] = form;
      form += has[i];
    }
}

static JalonCatalogue *
load_catalogue (const char *code)
{
  g_autofree char *path = g_strdup_printf (RESOURCE_PATH "/locale/%s.mo", code);
  g_autoptr (GBytes) mo = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  return mo != NULL ? jalon_catalogue_new (mo, NULL) : NULL;
}

static void
load_languages (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      JalonLanguage *self = &languages[i];
      UErrorCode status = U_ZERO_ERROR;

      self->catalogue = self->is_pseudo ? NULL : load_catalogue (self->code);
      self->rules = uplrules_open (self->locale, &status);
      if (U_FAILURE (status))
        self->rules = NULL;
      if (self->rules != NULL)
        count_forms (self);
      self->formats = jalon_formats_new (self->locale);
      g_mutex_init (&self->pseudo_lock);
      self->pseudo = g_hash_table_new (g_str_hash, g_str_equal);
    }
}

static const JalonLanguage *
find_language (const char *code)
{
  static gsize loaded = 0;

  if (g_once_init_enter (&loaded))
    {
      load_languages ();
      g_once_init_leave (&loaded, 1);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
    if (strcmp (code, languages[i].code) == 0)
      return &languages[i];
  return NULL;
}

/**
 * jalon_language_get:
 * @code: (nullable): a language as ISO 639-1 or a locale's name: `fr`, `fr-CA`, `fr_FR.UTF-8`, `en_GB`
 *
 * English of another country than the United States is British. A test language, 40 % longer than English, has the code
 * `en@pseudo`, and only that.
 *
 * Returns: (transfer none) (nullable): the language, the same object for the life of the process; %NULL if Jalon
 * doesn't speak it
 */
const JalonLanguage *
jalon_language_get (const char *code)
{
  const JalonLanguage *language;
  g_auto (GStrv) parts = NULL;

  if (code == NULL)
    return NULL;
  language = find_language (code);
  if (language != NULL)
    return language;
  parts = g_strsplit_set (code, ".@", 2);
  if (parts[0] == NULL)
    return NULL;
  g_strdelimit (parts[0], "-", '_');
  if (g_ascii_strcasecmp (parts[0], "fr") == 0 || g_ascii_strncasecmp (parts[0], "fr_", 3) == 0)
    return find_language ("fr");
  if (g_ascii_strcasecmp (parts[0], "en") == 0 || g_ascii_strcasecmp (parts[0], "en_US") == 0)
    return ENGLISH;
  if (g_ascii_strncasecmp (parts[0], "en_", 3) == 0)
    return find_language ("en_GB");
  return NULL;
}

/* The locale for messages that the environment asks for, as POSIX orders its variables. */
static const char *
get_messages_locale (void)
{
  static const char *const variables[] = { "LC_ALL", "LC_MESSAGES", "LANG" };

  for (gsize i = 0; i < G_N_ELEMENTS (variables); i++)
    {
      const char *value = g_getenv (variables[i]);

      if (value != NULL && *value != '\0')
        return value;
    }
  return NULL;
}

/**
 * jalon_language_get_default:
 *
 * The language that the environment asks for: the first of LANGUAGE that Jalon speaks, unless the locale is plain "C"
 * (as gettext has it); else that of LC_ALL, LC_MESSAGES or LANG; else English. No locale needs to be installed.
 *
 * Returns: (transfer none): the language
 */
const JalonLanguage *
jalon_language_get_default (void)
{
  const char *locale = get_messages_locale ();
  const char *list = g_getenv ("LANGUAGE");
  gboolean is_plain = locale != NULL && (strcmp (locale, "C") == 0 || strcmp (locale, "POSIX") == 0);
  const JalonLanguage *language = NULL;

  if (list != NULL && !is_plain)
    {
      g_auto (GStrv) codes = g_strsplit (list, ":", -1);

      for (gsize i = 0; codes[i] != NULL && language == NULL; i++)
        language = jalon_language_get (codes[i]);
    }
  if (language == NULL)
    language = jalon_language_get (locale);
  return language != NULL ? language : find_language ("en");
}

/**
 * jalon_language_get_code:
 *
 * Returns: (transfer none): `fr`, `en`, or one with a region: `en_GB`
 */
const char *
jalon_language_get_code (const JalonLanguage *language)
{
  return language->code;
}

/**
 * jalon_language_get_text_code:
 * @language: a language
 *
 * Returns: the code by which a dataset's texts are asked for
 */
const char *
jalon_language_get_text_code (const JalonLanguage *language)
{
  return language->text_code;
}

/**
 * jalon_language_get_name:
 * @language: a language
 *
 * Returns: its name in itself
 */
const char *
jalon_language_get_name (const JalonLanguage *language)
{
  return language->name;
}

/**
 * jalon_language_get_locale:
 * @language: a language
 *
 * Returns: the locale by which ICU knows it
 */
const char *
jalon_language_get_locale (const JalonLanguage *language)
{
  return language->locale;
}

/* ICU's formatters of the language, for the other files of this room. */
JalonFormats *
jalon_language_get_formats (const JalonLanguage *language)
{
  return language->formats;
}

static const char *
translate_pseudo (const JalonLanguage *language, const char *message)
{
  JalonLanguage *self = (JalonLanguage *) language;
  char *translation;

  g_mutex_lock (&self->pseudo_lock);
  translation = g_hash_table_lookup (self->pseudo, message);
  if (translation == NULL)
    {
      translation = jalon_pseudo_translate (message);
      g_hash_table_insert (self->pseudo, g_strdup (message), translation);
    }
  g_mutex_unlock (&self->pseudo_lock);
  return translation;
}

/* Which of the language's plural forms `n` takes, in the order of its catalogue. */
static guint
get_plural_form (const JalonLanguage *language, double n)
{
  UErrorCode status = U_ZERO_ERROR;
  UChar category[16];
  int index;

  if (language->rules == NULL)
    return n == 1 ? 0 : 1;
  uplrules_select (language->rules, n, category, G_N_ELEMENTS (category), &status);
  index = U_SUCCESS (status) ? find_category (category) : -1;
  return index >= 0 ? language->forms[index] : 1;
}

/**
 * jalon_tr:
 * @language: a language
 * @message: an American English source string
 *
 * Returns: (transfer none): @message in the language; @message itself if it has no translation
 */
const char *
jalon_tr (const JalonLanguage *language, const char *message)
{
  return jalon_trc (language, NULL, message);
}

/**
 * jalon_trc:
 * @language: a language
 * @context: (nullable): what tells this message from one that is spelt alike
 * @message: an American English source string
 *
 * Returns: (transfer none): @message in the language; @message itself if it has no translation
 */
const char *
jalon_trc (const JalonLanguage *language, const char *context, const char *message)
{
  const char *translation = NULL;

  g_return_val_if_fail (language != NULL && message != NULL, message);

  /* "" is the key of a catalogue's header. */
  if (*message == '\0')
    return message;
  if (language->is_pseudo)
    return translate_pseudo (language, message);
  if (language->catalogue != NULL)
    translation = jalon_catalogue_lookup (language->catalogue, context, message, 0);
  return translation != NULL ? translation : message;
}

/**
 * jalon_trn:
 * @language: a language
 * @one: an American English source string for one thing
 * @many: the source string for any other number of them
 * @n: how many there are; fractions too (French has "1,5 million" in the singular)
 *
 * Returns: (transfer none): the form for @n in the language; a source string if there is no translation
 */
const char *
jalon_trn (const JalonLanguage *language, const char *one, const char *many, double n)
{
  const char *translation = NULL;
  const char *source;

  g_return_val_if_fail (language != NULL && one != NULL && many != NULL, many);

  if (language->catalogue != NULL)
    translation = jalon_catalogue_lookup (language->catalogue, NULL, one, get_plural_form (language, n));
  if (translation != NULL)
    return translation;
  source = get_plural_form (find_language ("en"), n) == 0 ? one : many;
  return language->is_pseudo ? translate_pseudo (language, source) : source;
}
