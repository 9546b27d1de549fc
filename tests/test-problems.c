/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>

#include "export/jalon-check.h"
#include "facts/jalon-address.h"
#include "files/jalon-reader.h"
#include "files/jalon-writer.h"

static const char good[] = "{\"format\": \"jalon\", \"version\": 1, \"title\": \"T\", \"projects\": []}";

static void G_GNUC_NULL_TERMINATED
set_args (JalonProblem *problem, const char *arg, ...)
{
  g_autoptr (GStrvBuilder) args = g_strv_builder_new ();
  va_list list;

  va_start (list, arg);
  for (; arg != NULL; arg = va_arg (list, const char *))
    g_strv_builder_add (args, arg);
  va_end (list);
  g_strfreev (problem->args);
  problem->args = g_strv_builder_end (args);
}

/* Every code has a sentence in every language, with a place for each of its arguments and none left over. */
static void
test_sentences (gconstpointer data)
{
  const JalonLanguage *language = jalon_language_get (data);

  for (int code = 0; code < JALON_N_PROBLEMS; code++)
    {
      g_autoptr (JalonProblem) problem = jalon_problem_new (JALON_SEVERITY_ERROR, (JalonProblemCode) code);
      g_autofree char *sentence = NULL;

      set_args (problem, "1", "2", "3", NULL);
      sentence = jalon_words_problem (language, problem);
      g_assert_cmpuint (strlen (sentence), >, 10);
      g_assert_false (g_regex_match_simple ("\\{[0-9]\\}", sentence, 0, 0));
    }
}

/* What a file says can't act on a terminal, fill a screen, or be taken for a place of ours. */
static void
test_arguments (void)
{
  g_autoptr (JalonProblem) problem = jalon_problem_new (JALON_SEVERITY_ERROR, JALON_PROBLEM_UNKNOWN_ID);
  g_autofree char *long_text = g_strnfill (5000, 'x');
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  set_args (problem, "\033[2J{1}\n\u202e", "places", NULL);
  first = jalon_words_problem (jalon_language_get ("en"), problem);
  g_assert_cmpstr (first, ==, "There is no “\\u001b[2J{1}\\u000a” in the list “places”.");
  g_free (problem->args[0]);
  problem->args[0] = g_strdup (long_text);
  second = jalon_words_problem (jalon_language_get ("en"), problem);
  g_assert_cmpuint (strlen (second), <, 200);
}

static void
test_languages (void)
{
  g_autoptr (JalonProblem) problem = jalon_problem_new (JALON_SEVERITY_WARNING, JALON_PROBLEM_PARTS_EXCEED);
  g_autofree char *english = NULL;
  g_autofree char *french = NULL;

  set_args (problem, "1500000000 EUR", "1e9 EUR", NULL);
  english = jalon_words_problem (jalon_language_get ("en"), problem);
  french = jalon_words_problem (jalon_language_get ("fr"), problem);
  g_assert_nonnull (strstr (english, "€1,500,000,000"));
  g_assert_nonnull (strstr (french, "1\u202f500\u202f000\u202f000\u00a0€"));
}

static char *
check (const char *path, int *status)
{
  g_autoptr (GOutputStream) output = g_memory_output_stream_new_resizable ();
  const char *const files[] = { path, NULL };

  *status = jalon_check_run (files, jalon_language_get ("en"), output);
  g_output_stream_write_all (output, "", 1, NULL, NULL, NULL);
  g_output_stream_close (output, NULL, NULL);
  return g_memory_output_stream_steal_data (G_MEMORY_OUTPUT_STREAM (output));
}

static void
test_check (void)
{
  g_autofree char *folder = g_dir_make_tmp ("jalon-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "a\033b.jalon", NULL);
  g_autofree char *good_lines = NULL;
  g_autofree char *bad_lines = NULL;
  g_autofree char *missing_lines = NULL;
  int status;

  g_assert_true (g_file_set_contents (path, good, -1, NULL));
  good_lines = check (path, &status);
  g_assert_cmpint (status, ==, 0);
  g_assert_cmpstr (good_lines, ==, "");
  g_assert_true (g_file_set_contents (path, "\n {", -1, NULL));
  bad_lines = check (path, &status);
  g_assert_cmpint (status, ==, 1);
  g_assert_null (strchr (bad_lines, '\033'));
  g_assert_nonnull (strstr (bad_lines, "a\\u001bb.jalon:2:3: error: The file ends in the middle; it may have been cut off.\n"));
  g_unlink (path);
  missing_lines = check (path, &status);
  g_assert_cmpint (status, ==, 1);
  g_assert_nonnull (strstr (missing_lines, ":1:1: error: The file can't be read: "));
  g_rmdir (folder);
}

/* A file that can't be written leaves nothing behind, and one that is replaced is whole. */
static void
test_write (void)
{
  g_autofree char *folder = g_dir_make_tmp ("jalon-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "a.jalon", NULL);
  g_autofree char *nowhere = g_build_filename (folder, "none", "a.jalon", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFile) nowhere_file = g_file_new_for_path (nowhere);
  g_autoptr (GBytes) bytes = g_bytes_new_static (good, sizeof good - 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (JalonDataset) dataset = jalon_reader_read_bytes (bytes, NULL, &error);
  g_autoptr (JalonDataset) again = NULL;

  g_assert_no_error (error);
  g_assert_true (g_file_set_contents (path, "old", -1, NULL));
  g_assert_true (jalon_writer_write_file (dataset, file, NULL, &error));
  again = jalon_reader_read_file (file, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (jalon_text_get (jalon_dataset_get_title (again), "en"), ==, "T");
  g_assert_false (jalon_writer_write_file (dataset, nowhere_file, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_unlink (path);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
test_addresses (void)
{
  static const char *const web[] = { "https://a.example", "http://a.example/b?c#d", "HTTPS://A.EXAMPLE", "https://é.example/ü" };
  static const char *const others[] = {
    "", "javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "ftp://a.example", "//a.example", "a.example",
    "https:a.example", "https://", "https:///a", "https://a.example/ b", "https://a\\b", " https://a.example", "mailto:a@b.example",
    "https://a.example\n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (web); i++)
    g_assert_true (jalon_address_is_web (web[i]));
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    g_assert_false (jalon_address_is_web (others[i]));
  g_assert_false (jalon_address_is_web (NULL));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/problems/sentences/en", "en", test_sentences);
  g_test_add_data_func ("/problems/sentences/fr", "fr", test_sentences);
  g_test_add_data_func ("/problems/sentences/en_GB", "en_GB", test_sentences);
  g_test_add_func ("/problems/arguments", test_arguments);
  g_test_add_func ("/problems/languages", test_languages);
  g_test_add_func ("/problems/check", test_check);
  g_test_add_func ("/problems/write", test_write);
  g_test_add_func ("/problems/addresses", test_addresses);
  return g_test_run ();
}
