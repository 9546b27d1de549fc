/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers many queries of many datasets in one process, for tests/test-tally-differential.py.
 *
 * Standard input: lines. "dataset LENGTH", then so many bytes of a file. "query GROUP AS-OF FILTER…", parted by tabs, AS-OF may be
 * "-". Standard output: for each query "LENGTH", then so many bytes of `--summary --json`; for each failure "error SENTENCE". */
#include "config.h"

#include <stdio.h>

#include "export/jalon-summary.h"
#include "files/jalon-reader.h"

static JalonDataset *
read_dataset (gsize length)
{
  g_autofree char *data = g_malloc (length + 1);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func ((GDestroyNotify) jalon_problem_free);
  g_autoptr (GError) error = NULL;
  JalonDataset *dataset;

  length = fread (data, 1, length, stdin);
  bytes = g_bytes_new (data, length);
  dataset = jalon_reader_read_bytes (bytes, problems, &error);
  if (!dataset)
    printf ("error %s\n", error->message);
  return dataset;
}

static gboolean
fill_query (JalonQuery *query, JalonDataset *dataset, char **words, GError **error)
{
  JalonKey group;
  JalonDate as_of = { 0 };

  if (!words[1] || !jalon_key_from_nick (words[1], &group))
    return FALSE;
  jalon_query_set_group (query, group);
  if (words[2] && jalon_date_parse (words[2], &as_of))
    jalon_query_set_as_of (query, &as_of);
  for (guint i = 3; words[2] && words[i]; i++)
    if (!jalon_query_add_filter (query, dataset, words[i], error))
      return FALSE;
  return TRUE;
}

static void
answer (JalonDataset *dataset, char **words)
{
  g_autoptr (JalonQuery) query = jalon_query_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *json = NULL;

  if (!fill_query (query, dataset, words, &error))
    {
      printf ("error %s\n", error ? error->message : "no such group");
      return;
    }
  json = jalon_summary_write (dataset, query, jalon_language_get ("en"), TRUE);
  printf ("%zu\n%s", strlen (json), json);
}

int
main (void)
{
  g_autoptr (JalonDataset) dataset = NULL;
  char *line = NULL;
  size_t size = 0;

  while (getline (&line, &size, stdin) > 0)
    {
      g_auto (GStrv) words = g_strsplit (g_strdelimit (line, "\n", '\0'), "\t", -1);

      if (g_str_has_prefix (words[0], "dataset "))
        {
          g_clear_object (&dataset);
          dataset = read_dataset (g_ascii_strtoull (words[0] + strlen ("dataset "), NULL, 10));
        }
      else if (dataset && g_str_equal (words[0], "query"))
        answer (dataset, words);
      fflush (stdout);
    }
  free (line);
  return 0;
}
