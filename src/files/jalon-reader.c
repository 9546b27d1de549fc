/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "files/jalon-reader.h"

#include <math.h>

#include "files/jalon-draft.h"
#include "files/jalon-sub-editor.h"

G_DEFINE_QUARK (jalon-reader-error-quark, jalon_reader_error)

#define CHUNK (1u << 20)

/* Whether it is a Jalon file of a version that this one reads; a file of a later version has no other problem. */
static gboolean
check_version (JalonDraft *draft)
{
  JalonJsonNode format = jalon_json_get_member (draft->json, 0, "format");
  JalonJsonNode version = jalon_json_get_member (draft->json, 0, "version");
  g_autofree char *found = NULL;
  double number;

  if (jalon_json_get_type (draft->json, 0) != JALON_JSON_OBJECT || format == JALON_JSON_NONE
      || jalon_json_get_type (draft->json, format) != JALON_JSON_STRING || !jalon_json_equals (draft->json, format, "jalon"))
    {
      jalon_draft_problem (draft, JALON_SEVERITY_ERROR, JALON_PROBLEM_NOT_JALON, format == JALON_JSON_NONE ? 0 : format, NULL,
                           NULL);
      return FALSE;
    }
  if (version == JALON_JSON_NONE)
    return TRUE; /* reported as missing with the rest */
  if (!jalon_draft_read_number (draft, version, "version", &number))
    return FALSE;
  if (number == JALON_FORMAT_VERSION)
    return TRUE;
  found = jalon_json_dup_source (draft->json, version);
  jalon_draft_problem (draft, JALON_SEVERITY_ERROR,
                       number > JALON_FORMAT_VERSION && number == floor (number) ? JALON_PROBLEM_VERSION_TOO_NEW
                                                                                 : JALON_PROBLEM_BAD_VERSION,
                       version, found, NULL);
  return FALSE;
}

static void
make_records (JalonDraft *draft)
{
  for (JalonShape field = jalon_format_get_head (); field->name != NULL; field++)
    {
      JalonJsonNode array = jalon_json_get_member (draft->json, 0, field->name);

      if (field->type == JALON_FIELD_LIST && array != JALON_JSON_NONE)
        jalon_draft_list (draft, (JalonList) field->detail, array);
    }
}

static void
fill_records (JalonDraft *draft)
{
  jalon_draft_fill (draft, jalon_format_get_head (), jalon_dataset_get_head (draft->dataset), 0);
  for (int list = 0; list < JALON_N_LISTS; list++)
    {
      const GPtrArray *records = jalon_dataset_get_list (draft->dataset, (JalonList) list);

      for (guint i = 0; i < records->len; i++)
        jalon_draft_fill (draft, jalon_format_get_shape ((JalonList) list), g_ptr_array_index (records, i),
                          g_array_index (draft->nodes[list], JalonJsonNode, i));
    }
}

static void
read_json (JalonJson *json, JalonProblems *problems, JalonDataset *dataset)
{
  JalonDraft draft = { .json = json, .problems = problems, .dataset = dataset };

  if (!check_version (&draft))
    return;
  for (int list = 0; list < JALON_N_LISTS; list++)
    draft.nodes[list] = g_array_new (FALSE, FALSE, sizeof (JalonJsonNode));
  make_records (&draft);
  fill_records (&draft);
  jalon_draft_check (&draft);
  jalon_dataset_index_rates (dataset);
  if (jalon_problems_count_errors (problems) == 0)
    jalon_sub_editor_read (&draft);
  for (int list = 0; list < JALON_N_LISTS; list++)
    g_array_unref (draft.nodes[list]);
}

static void
set_refused (JalonProblems *problems, GError **error)
{
  guint n_errors = jalon_problems_count_errors (problems);

  if (n_errors == 1)
    g_set_error_literal (error, JALON_READER_ERROR, JALON_READER_ERROR_REFUSED, "The file has an error");
  else
    g_set_error (error, JALON_READER_ERROR, JALON_READER_ERROR_REFUSED, "The file has %u errors", n_errors);
}

/**
 * jalon_reader_read_bytes:
 * @bytes: a Jalon file
 * @problems: (nullable) (element-type JalonProblem): gets what is wrong with it, errors and warnings, in the order of the file
 * @error: return location for an error of %JALON_READER_ERROR
 *
 * Safe in any thread.
 *
 * Returns: (transfer full) (nullable): the dataset; %NULL, with %JALON_READER_ERROR_REFUSED, if the file has any error
 */
JalonDataset *
jalon_reader_read_bytes (GBytes *bytes, GPtrArray *problems, GError **error)
{
  g_autoptr (JalonProblems) found = jalon_problems_new ();
  g_autoptr (JalonJson) json = jalon_json_parse (bytes, found);
  g_autoptr (JalonDataset) dataset = jalon_dataset_new ();

  if (json != NULL)
    read_json (json, found, dataset);
  jalon_problems_finish (found, bytes, problems);
  if (jalon_problems_count_errors (found) == 0)
    {
      jalon_dataset_get_head (dataset)->digest = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
      return g_steal_pointer (&dataset);
    }
  set_refused (found, error);
  return NULL;
}

static void
add_file_problem (GPtrArray *problems, JalonProblemCode code, const char *arg)
{
  g_autoptr (JalonProblems) found = jalon_problems_new ();

  jalon_problems_add_plain (found, code, JALON_PROBLEMS_NO_OFFSET, NULL, arg);
  jalon_problems_finish (found, NULL, problems);
}

/* Reads to the end, or a little past the limit: jalon_json_parse() refuses what is larger. */
static GBytes *
read_stream (GInputStream *stream, goffset size, GCancellable *cancellable, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_sized_new ((guint) CLAMP (size + 1, 4096, JALON_JSON_MAX_SIZE));
  gsize n_read = 1;

  while (n_read > 0 && bytes->len <= JALON_JSON_MAX_SIZE)
    {
      guint length = bytes->len;
      gsize n_wanted = MIN (CHUNK, JALON_JSON_MAX_SIZE + 1 - length);

      g_byte_array_set_size (bytes, length + (guint) n_wanted);
      if (!g_input_stream_read_all (stream, bytes->data + length, n_wanted, &n_read, cancellable, error))
        return NULL;
      g_byte_array_set_size (bytes, length + (guint) n_read);
    }
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

/* NULL without an error: @code says why. */
static GBytes *
load (GFile *file, GCancellable *cancellable, JalonProblemCode *code, GError **error)
{
  g_autoptr (GFileInfo) info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE,
                                                  G_FILE_QUERY_INFO_NONE, cancellable, error);
  g_autoptr (GFileInputStream) stream = NULL;

  *code = JALON_PROBLEM_UNREADABLE;
  if (info == NULL)
    return NULL;
  if (g_file_info_get_file_type (info) == G_FILE_TYPE_DIRECTORY)
    *code = JALON_PROBLEM_IS_FOLDER;
  else if (g_file_info_get_size (info) > JALON_JSON_MAX_SIZE)
    *code = JALON_PROBLEM_FILE_TOO_LARGE;
  else if (g_file_info_get_file_type (info) == G_FILE_TYPE_SPECIAL) /* a pipe would be waited for */
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE, "It is a pipe or a device");
  if (*code != JALON_PROBLEM_UNREADABLE || g_file_info_get_file_type (info) == G_FILE_TYPE_SPECIAL)
    return NULL;
  stream = g_file_read (file, cancellable, error);
  if (stream == NULL)
    return NULL;
  return read_stream (G_INPUT_STREAM (stream), g_file_info_get_size (info), cancellable, error);
}

/**
 * jalon_reader_read_file:
 * @file: a Jalon file
 * @problems: (nullable) (element-type JalonProblem): gets what is wrong with it, errors and warnings, in the order of the file
 * @cancellable: (nullable): a cancellable
 * @error: return location for an error of %JALON_READER_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Blocks; safe in any thread. A file over the limit is refused before it is read.
 *
 * Returns: (transfer full) (nullable): the dataset; %NULL if there are no bytes to be had, or they are refused
 */
JalonDataset *
jalon_reader_read_file (GFile *file, GPtrArray *problems, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  JalonProblemCode code;
  g_autoptr (GBytes) bytes = load (file, cancellable, &code, &local_error);

  if (bytes != NULL)
    return jalon_reader_read_bytes (bytes, problems, error);
  if (g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }
  add_file_problem (problems, code, local_error == NULL ? NULL : local_error->message);
  if (local_error != NULL)
    g_set_error_literal (error, JALON_READER_ERROR, JALON_READER_ERROR_UNREADABLE, local_error->message);
  else if (code == JALON_PROBLEM_IS_FOLDER)
    g_set_error_literal (error, JALON_READER_ERROR, JALON_READER_ERROR_UNREADABLE, "It is a folder");
  else
    g_set_error_literal (error, JALON_READER_ERROR, JALON_READER_ERROR_REFUSED, "The file is larger than 512 MiB");
  return NULL;
}
