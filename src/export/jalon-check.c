/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "export/jalon-check.h"

#include <string.h>

#include "files/jalon-reader.h"

/* A file's name for a line of ours: what a terminal would act on is shown instead. */
static char *
dup_name (const char *file)
{
  g_autofree char *utf8 = g_filename_display_name (file);
  g_autoptr (GString) name = g_string_new (NULL);

  for (const char *p = utf8; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_iscntrl (c))
        g_string_append_printf (name, "\\u%04x", c);
      else
        g_string_append_unichar (name, c);
    }
  return g_string_free (g_steal_pointer (&name), FALSE);
}

/**
 * jalon_check_describe:
 * @path: the name of a file
 * @problem: a problem of it
 * @language: a language
 *
 * Says a problem in a line that editors and other tools read: FILE:LINE:COL: error: PATH: sentence. A problem of the file as a whole
 * has no place: it gets the first one, and no path.
 *
 * Returns: (transfer full): the line, with its end
 */
char *
jalon_check_describe (const char *path, const JalonProblem *problem, const JalonLanguage *language)
{
  g_autofree char *name = dup_name (path);
  g_autofree char *sentence = jalon_words_problem (language, problem);
  const char *severity = problem->severity == JALON_SEVERITY_ERROR ? "error" : "warning";

  return g_strdup_printf ("%s:%u:%u: %s: %s%s%s\n", name, MAX (problem->line, 1), MAX (problem->column, 1), severity,
                          problem->path, problem->path[0] == '\0' ? "" : ": ", sentence);
}

static gboolean
check_file (const char *path, const JalonLanguage *language, GOutputStream *output)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func ((GDestroyNotify) jalon_problem_free);
  g_autoptr (JalonDataset) dataset = jalon_reader_read_file (file, problems, NULL, NULL);

  for (guint i = 0; i < problems->len; i++)
    {
      g_autofree char *line = jalon_check_describe (path, g_ptr_array_index (problems, i), language);

      g_output_stream_write_all (output, line, strlen (line), NULL, NULL, NULL);
    }
  return dataset != NULL;
}

/**
 * jalon_check_run:
 * @files: (array zero-terminated): names of files
 * @language: a language
 * @output: where to write: standard output
 *
 * Writes a line for each problem of each file: FILE:LINE:COL: error: PATH: sentence (or warning).
 *
 * Returns: the exit status: 0 if all files are good, warnings or not, 1 if one has errors
 */
int
jalon_check_run (const char *const *files, const JalonLanguage *language, GOutputStream *output)
{
  int status = 0;

  for (guint i = 0; files[i] != NULL; i++)
    if (!check_file (files[i], language, output))
      status = 1;
  return status;
}
