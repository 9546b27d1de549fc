/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <gio/gunixoutputstream.h>

#include "export/jalon-check.h"
#include "files/jalon-reader.h"
#include "files/jalon-writer.h"

/* check-file FILE…: what `jalon --check` writes, in English. check-file --write IN OUT: reads and writes back. */

static int
write_back (const char *in, const char *out)
{
  g_autoptr (GFile) in_file = g_file_new_for_path (in);
  g_autoptr (GFile) out_file = g_file_new_for_path (out);
  g_autoptr (GError) error = NULL;
  g_autoptr (JalonDataset) dataset = jalon_reader_read_file (in_file, NULL, NULL, &error);

  if (dataset == NULL || !jalon_writer_write_file (dataset, out_file, NULL, &error))
    {
      g_printerr ("%s: %s\n", in, error->message);
      return 1;
    }
  return 0;
}

int
main (int argc, char *argv[])
{
  g_autoptr (GOutputStream) output = g_unix_output_stream_new (1, FALSE);

  if (argc == 4 && g_str_equal (argv[1], "--write"))
    return write_back (argv[2], argv[3]);
  return jalon_check_run ((const char *const *) argv + 1, jalon_language_get ("en"), output);
}
