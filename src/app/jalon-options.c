/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/jalon-options.h"

#include "files/jalon-reader.h"

G_DEFINE_QUARK (jalon-options-error-quark, jalon_options_error)

/**
 * jalon_options_add:
 * @application: the application
 *
 * Adds the options of the command line.
 */
void
jalon_options_add (GApplication *application)
{
  const GOptionEntry entries[] = {
    { "check", 0, 0, G_OPTION_ARG_NONE, NULL, "Check files and print their problems", NULL },
    { "summary", 0, 0, G_OPTION_ARG_NONE, NULL, "Print the totals and groups of a file", NULL },
    { "json", 0, 0, G_OPTION_ARG_NONE, NULL, "With --summary: print JSON", NULL },
    { "export", 0, 0, G_OPTION_ARG_FILENAME, NULL, "Write a file: .png, .svg, .pdf, .csv, .geojson or .jalon", "OUT" },
    { "view", 0, 0, G_OPTION_ARG_STRING, NULL, "With --export: dashboard, map, bars, timeline, table or deck", "VIEW" },
    { "size", 0, 0, G_OPTION_ARG_STRING, NULL, "With --export: pixels, or A4, A3, 16:9", "WIDTHxHEIGHT" },
    { "scale", 0, 0, G_OPTION_ARG_STRING, NULL, "With --export: how many times as many pixels in a PNG", "NUMBER" },
    { "theme", 0, 0, G_OPTION_ARG_STRING, NULL, "With --export: light, dark or print", "THEME" },
    { "language", 0, 0, G_OPTION_ARG_STRING, NULL, "Speak this language: fr or en", "LANGUAGE" },
    { "group", 0, 0, G_OPTION_ARG_STRING, NULL, "Group by this key", "KEY" },
    { "filter", 0, 0, G_OPTION_ARG_STRING_ARRAY, NULL, "Take only projects that have this; may be repeated", "KEY=VALUE" },
    { "as-of", 0, 0, G_OPTION_ARG_STRING, NULL, "Count only what was known on this date", "DATE" },
    { "basemap", 0, 0, G_OPTION_ARG_FILENAME, NULL, "Draw this map under the pins: vector MBTiles", "FILE" },
    { "all", 0, 0, G_OPTION_ARG_NONE, NULL, "Open on the whole file instead of its focus", NULL },
    { "version", 0, 0, G_OPTION_ARG_NONE, NULL, "Print the version and exit", NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, NULL, NULL, "[FILE…]" },
    { NULL },
  };

  g_application_add_main_option_entries (application, entries);
}

/**
 * jalon_options_get_language:
 * @options: the options given
 * @error: return location
 *
 * Finds the language to speak: the one asked for, else the environment's.
 *
 * Returns: (nullable): the language; %NULL with %JALON_OPTIONS_ERROR_USAGE for one that Jalon doesn't speak
 */
const JalonLanguage *
jalon_options_get_language (GVariantDict *options, GError **error)
{
  const char *code = NULL;
  const JalonLanguage *language;

  if (!g_variant_dict_lookup (options, "language", "&s", &code))
    return jalon_language_get_default ();
  language = jalon_language_get (code);
  if (language == NULL)
    g_set_error (error, JALON_OPTIONS_ERROR, JALON_OPTIONS_ERROR_USAGE,
                 "--language=%s: Jalon speaks fr, en and en_GB", code);
  return language;
}

static gboolean
apply_group (GVariantDict *options, JalonQuery *query, GError **error)
{
  const char *nick = NULL;
  JalonKey key;

  if (!g_variant_dict_lookup (options, "group", "&s", &nick))
    return TRUE;
  if (jalon_key_from_nick (nick, &key) && key < JALON_N_GROUPINGS)
    {
      jalon_query_set_group (query, key);
      return TRUE;
    }
  g_set_error (error, JALON_OPTIONS_ERROR, JALON_OPTIONS_ERROR_USAGE,
               "--group=%s: accepted are place, department, region, country, territory, organisation, kind, relevance, status, "
               "scope, year, quarter, month and event",
               nick);
  return FALSE;
}

static gboolean
apply_as_of (GVariantDict *options, JalonQuery *query, GError **error)
{
  const char *string = NULL;
  JalonDate date;

  if (!g_variant_dict_lookup (options, "as-of", "&s", &string))
    return TRUE;
  if (jalon_date_parse (string, &date))
    {
      jalon_query_set_as_of (query, &date);
      return TRUE;
    }
  g_set_error (error, JALON_OPTIONS_ERROR, JALON_OPTIONS_ERROR_USAGE,
               "--as-of=%s: accepted is an EDTF date, such as 2025-02-14, 2025-02 or 2025", string);
  return FALSE;
}

/**
 * jalon_options_have_query:
 * @options: the options given
 *
 * Returns: whether any of them asks for something of the data
 */
gboolean
jalon_options_have_query (GVariantDict *options)
{
  return g_variant_dict_contains (options, "group") || g_variant_dict_contains (options, "filter")
         || g_variant_dict_contains (options, "as-of");
}

/**
 * jalon_options_apply:
 * @options: the options given
 * @query: what they are written to
 * @dataset: the facts that values are checked against
 * @open_on_focus: begin on the file's focus where neither a filter nor --all is given
 * @error: return location
 *
 * Writes --group, --filter, --as-of and --all into a query.
 *
 * Returns: whether they could be; else %JALON_OPTIONS_ERROR or %JALON_QUERY_ERROR says which one not
 */
gboolean
jalon_options_apply (GVariantDict *options, JalonQuery *query, JalonDataset *dataset, gboolean open_on_focus, GError **error)
{
  const JalonTerritory *focus = jalon_dataset_get_focus (dataset);
  g_autofree const char **filters = NULL;

  if (!apply_group (options, query, error) || !apply_as_of (options, query, error))
    return FALSE;
  g_variant_dict_lookup (options, "filter", "^a&s", &filters);
  for (guint i = 0; filters != NULL && filters[i] != NULL; i++)
    if (!jalon_query_add_filter (query, dataset, filters[i], error))
      return FALSE;
  if (filters == NULL && open_on_focus && focus != NULL && !g_variant_dict_contains (options, "all"))
    jalon_query_toggle_value (query, JALON_KEY_TERRITORY, focus->base.id);
  return TRUE;
}

/**
 * jalon_options_read_bundled:
 *
 * Reads the dataset that the program carries.
 *
 * Returns: (transfer full): the dataset
 */
JalonDataset *
jalon_options_read_bundled (void)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func ((GDestroyNotify) jalon_problem_free);
  g_autoptr (GBytes) bytes = g_resources_lookup_data (BUNDLED_DATASET, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  return jalon_reader_read_bytes (bytes, problems, NULL);
}
