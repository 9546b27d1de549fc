/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "words/jalon-area-names.h"

#include <gio/gio.h>

#define PATH RESOURCE_PATH "/words/area-names.ini"

/* ICU names countries and no areas within them: what is known of others, read once. */
static GKeyFile *
get_names (void)
{
  static GKeyFile *names;

  if (g_once_init_enter (&names))
    {
      GKeyFile *file = g_key_file_new ();
      g_autoptr (GBytes) bytes = g_resources_lookup_data (PATH, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

      if (bytes != NULL)
        g_key_file_load_from_bytes (file, bytes, G_KEY_FILE_KEEP_TRANSLATIONS, NULL);
      g_once_init_leave (&names, file);
    }
  return names;
}

static char *
find (const JalonLanguage *language, const char *group, const char *code)
{
  const char *speaks = g_str_has_prefix (jalon_language_get_code (language), "fr") ? "fr" : "en";

  return g_key_file_get_locale_string (get_names (), group, code, speaks, NULL);
}

/**
 * jalon_area_names_get_region:
 * @language: a language
 * @code: an ISO 3166-2 code
 *
 * Returns: (transfer full) (nullable): what the region is called, where that is known
 */
char *
jalon_area_names_get_region (const JalonLanguage *language, const char *code)
{
  return find (language, "FR regions", code);
}

/**
 * jalon_area_names_get_department:
 * @language: a language
 * @country: (nullable): the ISO 3166-1 code of the country that it is in
 * @code: its code there
 *
 * Returns: (transfer full) (nullable): what the department is called, where that is known
 */
char *
jalon_area_names_get_department (const JalonLanguage *language, const char *country, const char *code)
{
  return g_strcmp0 (country, "FR") == 0 ? find (language, "FR departments", code) : NULL;
}
