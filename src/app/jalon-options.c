/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/jalon-options.h"

#include "app/jalon-state.h"
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
    { "view", 0, 0, G_OPTION_ARG_STRING, NULL, "With --export: dashboard, map, bars, timeline, table, ecosystem or deck", "VIEW" },
    { "size", 0, 0, G_OPTION_ARG_STRING, NULL, "With --export: pixels, or A4, A3, 16:9", "WIDTHxHEIGHT" },
    { "scale", 0, 0, G_OPTION_ARG_STRING, NULL, "With --export: how many times as many pixels in a PNG", "NUMBER" },
    { "theme", 0, 0, G_OPTION_ARG_STRING, NULL, "With --export: light, dark or print", "THEME" },
    { "language", 0, 0, G_OPTION_ARG_STRING, NULL, "Speak this language: fr or en", "LANGUAGE" },
    { "group", 0, 0, G_OPTION_ARG_STRING, NULL, "Group by this key", "KEY" },
    { "filter", 0, 0, G_OPTION_ARG_STRING_ARRAY, NULL, "Take only projects that have this; may be repeated", "KEY=VALUE" },
    { "as-of", 0, 0, G_OPTION_ARG_STRING, NULL, "Count only what was known on this date", "DATE" },
    { "state", 0, 0, G_OPTION_ARG_STRING, NULL, "Begin with what was copied from a window: jalon:?…", "TEXT" },
    { "basemap", 0, 0, G_OPTION_ARG_FILENAME, NULL, "Draw this map under the pins: vector MBTiles", "FILE" },
    { "present", 0, 0, G_OPTION_ARG_NONE, NULL, "Show slides, full screen", NULL },
    { "pace", 0, 0, G_OPTION_ARG_STRING, NULL, "With --present: go on by itself after so long", "SECONDS" },
    { "in-turn", 0, 0, G_OPTION_ARG_NONE, NULL, "With --loop or --kiosk: speak French and English in turn", NULL },
    { "loop", 0, 0, G_OPTION_ARG_NONE, NULL, "With --present: begin again after the last slide", NULL },
    { "kiosk", 0, 0, G_OPTION_ARG_NONE, NULL, "Show slides in a loop that visitors can stop but not leave", NULL },
    { "idle", 0, 0, G_OPTION_ARG_STRING, NULL, "With --kiosk: go back to the slides when nobody was there for so long", "SECONDS" },
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
 * @otherwise: the language that nobody has to ask for
 * @error: return location
 *
 * Finds the language to speak: that of --language, else of --state, else @otherwise.
 *
 * Returns: (nullable): the language; %NULL with %JALON_OPTIONS_ERROR_USAGE for one that Jalon doesn't speak
 */
const JalonLanguage *
jalon_options_get_language (GVariantDict *options, const JalonLanguage *otherwise, GError **error)
{
  const char *code = NULL;
  const char *state = NULL;
  const JalonLanguage *language;

  if (g_variant_dict_lookup (options, "language", "&s", &code))
    language = jalon_language_get (code);
  else
    language = g_variant_dict_lookup (options, "state", "&s", &state) ? jalon_state_find_language (state) : NULL;
  if (language == NULL && code != NULL)
    g_set_error (error, JALON_OPTIONS_ERROR, JALON_OPTIONS_ERROR_USAGE,
                 "--language=%s: Jalon speaks fr, en and en_GB", code);
  return language != NULL || code != NULL ? language : otherwise;
}

/* An option of the same name as a word of states. */
static gboolean
apply_word (GVariantDict *options, const char *name, JalonQuery *query, JalonDataset *dataset, GError **error)
{
  const char *value = NULL;

  if (!g_variant_dict_lookup (options, name, "&s", &value) || jalon_query_set_word (query, dataset, name, value, error))
    return TRUE;
  g_prefix_error (error, "--");
  return FALSE;
}

static gboolean
apply_state (GVariantDict *options, JalonQuery *query, JalonDataset *dataset, GError **error)
{
  const char *text = NULL;
  g_autoptr (JalonState) state = NULL;

  if (!g_variant_dict_lookup (options, "state", "&s", &text))
    return TRUE;
  state = jalon_state_parse (text, dataset, NULL, error);
  if (state != NULL)
    jalon_query_assign (query, state->query);
  else
    g_prefix_error (error, "--state: ");
  return state != NULL;
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
         || g_variant_dict_contains (options, "as-of") || g_variant_dict_contains (options, "state");
}

/**
 * jalon_options_apply:
 * @options: the options given
 * @query: what they are written to
 * @dataset: the facts that values are checked against
 * @open_on_focus: begin on the file's focus where neither a filter, a state nor --all is given
 * @error: return location
 *
 * Writes --state, and over it --group, --filter, --as-of and --all, into a query.
 *
 * Returns: whether they could be; else %JALON_OPTIONS_ERROR or %JALON_QUERY_ERROR says which one not
 */
gboolean
jalon_options_apply (GVariantDict *options, JalonQuery *query, JalonDataset *dataset, gboolean open_on_focus, GError **error)
{
  const JalonTerritory *focus = jalon_dataset_get_focus (dataset);
  g_autofree const char **filters = NULL;

  if (!apply_state (options, query, dataset, error) || !apply_word (options, "group", query, dataset, error)
      || !apply_word (options, "as-of", query, dataset, error))
    return FALSE;
  g_variant_dict_lookup (options, "filter", "^a&s", &filters);
  for (guint i = 0; filters != NULL && filters[i] != NULL; i++)
    if (!jalon_query_add_filter (query, dataset, filters[i], error))
      return FALSE;
  if (filters == NULL && open_on_focus && focus != NULL && !g_variant_dict_contains (options, "all")
      && !g_variant_dict_contains (options, "state"))
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
