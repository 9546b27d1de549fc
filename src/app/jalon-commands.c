/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/jalon-commands.h"

#include <gio/gunixoutputstream.h>
#include <stdio.h>
#include <unistd.h>

#include "app/jalon-export-options.h"
#include "app/jalon-options.h"
#include "app/jalon-present-options.h"
#include "export/jalon-check.h"
#include "export/jalon-summary.h"
#include "files/jalon-reader.h"
#include "words/jalon-words.h"

/* Exit status for a command line that makes no sense. */
#define WRONG_USAGE 2

static void
say (const char *sentence)
{
  g_autofree char *line = g_strdup_printf ("jalon: %s\n", sentence);

  fputs (line, stderr); /* as UTF-8: g_printerr() puts question marks where the locale has no letters */
}

static int
fail_usage (const char *sentence)
{
  say (sentence);
  return WRONG_USAGE;
}

static int
run_check (const char *const *files, const JalonLanguage *language)
{
  g_autoptr (GOutputStream) output = NULL;

  if (files == NULL || files[0] == NULL)
    return fail_usage ("--check needs a file");
  output = g_unix_output_stream_new (STDOUT_FILENO, FALSE);
  return jalon_check_run (files, language, output);
}

static JalonDataset *
read_one (const char *path, const JalonLanguage *language)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func ((GDestroyNotify) jalon_problem_free);
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  JalonDataset *dataset = jalon_reader_read_file (file, problems, NULL, NULL);

  for (guint i = 0; dataset == NULL && i < problems->len; i++)
    {
      g_autofree char *line = jalon_check_describe (path, g_ptr_array_index (problems, i), language);

      fputs (line, stderr); /* as UTF-8: g_printerr() puts question marks where the locale has no letters */
    }
  return dataset;
}

static int
run_summary (GVariantDict *options, const char *const *files, const JalonLanguage *language)
{
  g_autoptr (JalonDataset) dataset = NULL;
  g_autoptr (JalonQuery) query = jalon_query_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (files != NULL && files[0] != NULL && files[1] != NULL)
    return fail_usage ("--summary takes one file");
  dataset = files != NULL && files[0] != NULL ? read_one (files[0], language) : jalon_options_read_bundled ();
  if (dataset == NULL)
    return 1;
  if (!jalon_options_apply (options, query, dataset, FALSE, &error))
    return fail_usage (error->message);
  text = jalon_summary_write (dataset, query, language, g_variant_dict_contains (options, "json"));
  fputs (text, stdout);
  return 0;
}

/* The picture is made all the same. */
static JalonBasemap *
open_bundled (const JalonLanguage *language)
{
  g_autoptr (GError) error = NULL;
  JalonBasemap *basemap = jalon_basemap_open_bundled (&error);

  if (basemap == NULL)
    {
      say (error->message);
      say (jalon_tr (language, "The base map can’t be read: the pins stand on plain land"));
    }
  return basemap;
}

/* The map that --basemap names, else, or where that one can't be shown, the bundled one. */
static JalonBasemap *
open_basemap (GVariantDict *options, const JalonLanguage *language)
{
  const char *name = NULL;
  g_autoptr (GFile) file = NULL;
  g_autofree char *path = NULL;
  g_autofree char *display_name = NULL;
  g_autofree char *sentence = NULL;
  g_autoptr (GError) error = NULL;
  JalonBasemap *basemap;

  if (!g_variant_dict_lookup (options, "basemap", "^&ay", &name))
    return open_bundled (language);
  file = g_file_new_for_commandline_arg (name);
  path = g_file_get_path (file);
  basemap = jalon_basemap_open_foreign (path != NULL ? path : name, &error);
  if (basemap != NULL)
    return basemap;
  display_name = g_filename_display_basename (name);
  sentence = jalon_basemap_explain (error, language, display_name);
  say (sentence);
  return open_bundled (language);
}

static int
fail_export (const GError *error)
{
  int status = fail_usage (error->message);

  return error->code <= JALON_EXPORT_ERROR_SIZE ? status : 1;
}

static int
run_export (GVariantDict *options, const char *out, const char *const *files, const JalonLanguage *language)
{
  const char *path = files != NULL ? files[0] : NULL;
  g_autoptr (JalonDataset) dataset = NULL;
  g_autoptr (JalonQuery) query = jalon_query_new ();
  g_autoptr (JalonBasemap) basemap = NULL;
  g_autoptr (GError) error = NULL;
  JalonExportRequest request = { .query = query, .language = language };
  JalonExportFormat format;
  gboolean is_picture = jalon_export_format_from_path (out, &format) && jalon_export_is_picture (format);
  gboolean has_map;

  if (path != NULL && files[1] != NULL)
    return fail_usage ("--export takes one file");
  if (!jalon_export_options_read (options, &request, &error))
    return fail_usage (error->message);
  dataset = path != NULL ? read_one (path, language) : jalon_options_read_bundled ();
  if (dataset == NULL)
    return 1;
  request.dataset = dataset;
  if (!jalon_options_apply (options, query, dataset, is_picture, &error))
    return fail_usage (error->message);
  has_map = is_picture && (request.view == JALON_VIEW_DASHBOARD || request.view == JALON_VIEW_MAP || request.view == JALON_VIEW_DECK);
  request.basemap = basemap = has_map ? open_basemap (options, language) : NULL;
  return jalon_export_write (&request, out, &error) ? 0 : fail_export (error);
}

/* What makes sense only beside another option. */
static int
check_companions (GVariantDict *options)
{
  static const char *const pictures[] = { "view", "size", "scale", "theme" };

  if (g_variant_dict_contains (options, "json"))
    return fail_usage ("--json goes with --summary");
  for (guint i = 0; i < G_N_ELEMENTS (pictures); i++)
    if (g_variant_dict_contains (options, pictures[i]))
      {
        g_autofree char *sentence = g_strdup_printf ("--%s goes with --export", pictures[i]);

        return fail_usage (sentence);
      }
  return -1;
}

/* A file that can't be read is the window's to explain; a query that doesn't fit one that can is wrong usage, and no window opens on
 * another selection instead. */
static int
check_query (GVariantDict *options, const char *path)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func ((GDestroyNotify) jalon_problem_free);
  g_autoptr (GFile) file = path != NULL ? g_file_new_for_commandline_arg (path) : NULL;
  g_autoptr (JalonDataset) dataset = file != NULL ? jalon_reader_read_file (file, problems, NULL, NULL) : jalon_options_read_bundled ();
  g_autoptr (JalonQuery) query = jalon_query_new ();
  g_autoptr (GError) error = NULL;

  if (dataset == NULL || jalon_options_apply (options, query, dataset, FALSE, &error))
    return -1;
  return fail_usage (error->message);
}

/* Before an audience nothing is explained: what can't be shown is said here, and no window opens. */
static int
check_present (GVariantDict *options, const char *const *files)
{
  g_autoptr (JalonDataset) dataset = NULL;
  g_autoptr (GError) error = NULL;
  JalonPresenterOptions read;

  if (!jalon_present_options_read (options, &read, &error))
    return fail_usage (error->message);
  if (!jalon_present_options_wanted (options) || files == NULL || files[0] == NULL)
    return -1;
  if (files[1] != NULL)
    return fail_usage ("--present takes one file");
  dataset = read_one (files[0], jalon_options_get_language (options, jalon_language_get_default (), NULL));
  return dataset != NULL ? -1 : 1;
}

static int
check_window (GVariantDict *options, const char *const *files)
{
  int status = check_companions (options);

  if (status < 0)
    status = check_present (options, files);
  if (status >= 0 || !jalon_options_have_query (options))
    return status;
  if (files == NULL || files[0] == NULL)
    return check_query (options, NULL);
  for (guint i = 0; status < 0 && files[i] != NULL; i++)
    status = check_query (options, files[i]);
  return status;
}

/**
 * jalon_commands_run:
 * @options: the options given
 *
 * Does what needs no display, no session bus and no network: --version, --check, --summary, --export; and refuses options that make no
 * sense for a window.
 *
 * Returns: the exit status; -1 where a window is wanted
 */
int
jalon_commands_run (GVariantDict *options)
{
  g_autofree const char **files = NULL;
  const char *out = NULL;
  g_autoptr (GError) error = NULL;
  const JalonLanguage *language = jalon_options_get_language (options, jalon_language_get_default (), &error);

  if (language == NULL)
    return fail_usage (error->message);
  g_variant_dict_lookup (options, G_OPTION_REMAINING, "^a&ay", &files);
  if (g_variant_dict_contains (options, "version"))
    {
      g_print ("Jalon %s\n", VERSION);
      return 0;
    }
  if (g_variant_dict_contains (options, "check"))
    return run_check (files, language);
  if (g_variant_dict_contains (options, "summary"))
    return run_summary (options, files, language);
  if (g_variant_dict_lookup (options, "export", "^&ay", &out))
    return run_export (options, out, files, language);
  return check_window (options, files);
}
