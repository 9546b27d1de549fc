/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <sys/stat.h>

#include <glib/gstdio.h>
#include <math.h>
#include <unistd.h>

#include "facts/jalon-dataset-private.h"
#include "files/jalon-reader.h"
#include "files/jalon-writer.h"

/* tests/test-schema.py holds the reader to the files in tests/data; here is what no file can show. */

static GPtrArray *
problems_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) jalon_problem_free);
}

static JalonDataset *
read_data (const char *data, gsize length, GPtrArray *problems)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, length);
  g_autoptr (GError) error = NULL;
  JalonDataset *dataset = jalon_reader_read_bytes (bytes, problems, &error);

  if (dataset == NULL)
    g_assert_error (error, JALON_READER_ERROR, JALON_READER_ERROR_REFUSED);
  else
    g_assert_no_error (error);
  return dataset;
}

static guint
count_errors (GPtrArray *problems)
{
  guint n_errors = 0;

  for (guint i = 0; i < problems->len; i++)
    n_errors += ((JalonProblem *) g_ptr_array_index (problems, i))->severity == JALON_SEVERITY_ERROR;
  return n_errors;
}

/* Refused, with this problem the first of its errors. */
static void
assert_refused (const char *data, gsize length, JalonProblemCode code)
{
  g_autoptr (GPtrArray) problems = problems_new ();
  g_autoptr (JalonDataset) dataset = read_data (data, length, problems);

  g_assert_null (dataset);
  for (guint i = 0; i < problems->len; i++)
    {
      const JalonProblem *problem = g_ptr_array_index (problems, i);

      if (problem->severity == JALON_SEVERITY_WARNING)
        continue;
      g_assert_cmpint (problem->code, ==, code);
      return;
    }
  g_assert_not_reached ();
}

static char *
load (const char *name, gsize *length)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "good", name, NULL);
  g_autoptr (GError) error = NULL;
  char *data;

  g_file_get_contents (path, &data, length, &error);
  g_assert_no_error (error);
  return data;
}

static void
test_facts (void)
{
  gsize length;
  g_autofree char *data = load ("quebec.jalon", &length);
  g_autoptr (GPtrArray) problems = problems_new ();
  g_autoptr (JalonDataset) dataset = read_data (data, length, problems);
  const JalonProject *project = jalon_dataset_get_project (dataset, "levis-centre");
  const JalonAnnouncement *first = g_ptr_array_index (project->announcements, 0);
  const JalonOverlap *overlap = g_ptr_array_index (project->overlaps, 0);
  const JalonRate *rate = jalon_dataset_lookup (dataset, JALON_LIST_RATES, "USD");

  g_assert_cmpuint (count_errors (problems), ==, 0);
  g_assert_cmpstr (jalon_dataset_get_currency (dataset), ==, "CAD");
  g_assert_cmpstr (jalon_text_get (project->title, "fr"), ==, "Centre de Lévis");
  g_assert_cmpstr (jalon_text_get (project->title, "en_GB"), ==, "Lévis center");
  g_assert_cmpstr (jalon_text_get (project->title, "ja"), ==, "Lévis center");
  g_assert_cmpint (project->kind, ==, JALON_KIND_DATA_CENTRE);
  g_assert_cmpint (project->status, ==, JALON_STATUS_BUILDING);
  g_assert_true (project->elsewhere);
  g_assert_cmpuint (project->elsewhere_in->len, ==, 2);
  g_assert_true (project->part_of == jalon_dataset_get_project (dataset, "plan"));
  g_assert_true (overlap->project == jalon_dataset_get_project (dataset, "montreal-lab"));
  g_assert_cmpfloat (overlap->at_most, ==, 10000000.5);
  g_assert_true (first->project == project);
  g_assert_cmpstr (first->amount->currency, ==, "USD");
  g_assert_cmpfloat (first->amount->max, ==, 125e6);
  g_assert_cmpfloat (rate->per, ==, 1.3698);
  g_assert_false (jalon_dataset_get_project (dataset, "montreal-lab")->counts);
}

static void
test_places (void)
{
  gsize length;
  g_autofree char *data = load ("japan.jalon", &length);
  g_autoptr (JalonDataset) dataset = read_data (data, length, NULL);
  const JalonPlace *koto = jalon_dataset_lookup (dataset, JALON_LIST_PLACES, "koto");

  g_assert_cmpstr (jalon_place_get_region (koto), ==, "JP-13");
  g_assert_cmpstr (jalon_place_get_country (koto), ==, "JP");
  g_assert_null (jalon_place_get_department (koto));
  g_assert_cmpstr (jalon_place_get_outermost (koto)->base.id, ==, "tokyo");
  g_assert_cmpuint (koto->base.line, ==, 14);
}

/* A file that was cut off anywhere is refused, whatever is left of it. */
static void
test_truncated (void)
{
  gsize length;
  g_autofree char *data = load ("everything.jalon", &length);
  gsize end = length;

  while (g_ascii_isspace (data[end - 1]))
    end--;
  for (gsize cut = 0; cut < end; cut++)
    {
      g_autoptr (GPtrArray) problems = problems_new ();
      g_autoptr (JalonDataset) dataset = read_data (data, cut, problems);

      g_assert_null (dataset);
      g_assert_cmpuint (count_errors (problems), >, 0);
    }
}

static void
mutate (GRand *random, GByteArray *bytes)
{
  static const char alphabet[] = "{}[]\",:\\u0019.eE+-tfn \n\x80\xff";
  guint at = (guint) g_rand_int_range (random, 0, (gint32) bytes->len);
  guint n = (guint) g_rand_int_range (random, 1, (gint32) MIN (40, bytes->len - at) + 1);
  g_autofree guint8 *piece = g_memdup2 (bytes->data + at, n);

  switch (g_rand_int_range (random, 0, 4))
    {
    case 0:
      bytes->data[at] = (guint8) alphabet[g_rand_int_range (random, 0, sizeof alphabet)];
      break;
    case 1:
      g_byte_array_remove_range (bytes, at, n);
      break;
    case 2:
      g_byte_array_append (bytes, piece, n);
      break;
    default:
      bytes->data[at] ^= (guint8) (1 << g_rand_int_range (random, 0, 8));
      break;
    }
  if (bytes->len == 0)
    g_byte_array_append (bytes, (const guint8 *) "[", 1);
}

/* Damaged at random: never a crash, either whole or refused with a reason. What is taken is written and read again. */
static void
test_mutated (void)
{
  static const char *const names[] = { "everything.jalon", "japan.jalon", "../warned/sub-editor.jalon" };
  g_autoptr (GRand) random = g_rand_new_with_seed (20250210);

  for (guint round = 0; round < 6000; round++)
    {
      gsize length;
      g_autofree char *data = load (names[round % G_N_ELEMENTS (names)], &length);
      g_autoptr (GByteArray) bytes = g_byte_array_new ();
      g_autoptr (GPtrArray) problems = problems_new ();
      g_autoptr (JalonDataset) dataset = NULL;

      g_byte_array_append (bytes, (const guint8 *) data, (guint) length);
      for (int i = g_rand_int_range (random, 1, 4); i > 0; i--)
        mutate (random, bytes);
      dataset = read_data ((const char *) bytes->data, bytes->len, problems);
      g_assert_cmpint (dataset == NULL, ==, count_errors (problems) > 0);
      if (dataset != NULL)
        {
          g_autoptr (GBytes) written = jalon_writer_to_bytes (dataset);
          g_autoptr (JalonDataset) again = jalon_reader_read_bytes (written, NULL, NULL);

          g_assert_nonnull (again);
        }
    }
}

static char *
repeat (const char *head, const char *piece, gsize n, const char *tail, gsize *length)
{
  GString *text = g_string_sized_new (strlen (head) + strlen (piece) * n + strlen (tail));

  g_string_append (text, head);
  for (gsize i = 0; i < n; i++)
    g_string_append (text, piece);
  g_string_append (text, tail);
  *length = text->len;
  return g_string_free (text, FALSE);
}

static void
test_limits (void)
{
  gsize length;
  g_autofree char *deep = repeat ("", "[", 5000000, "", &length);
  g_autofree char *long_string = NULL;
  g_autofree char *full_string = NULL;
  g_autofree char *nested = NULL;
  g_autoptr (JalonDataset) dataset = NULL;

  assert_refused (deep, length, JALON_PROBLEM_TOO_DEEP);
  nested = repeat ("{\"format\": \"jalon\", \"version\": 1, \"title\": \"T\", \"x\":", "{\"a\":", 100000, "", &length);
  assert_refused (nested, length, JALON_PROBLEM_TOO_DEEP);
  long_string = repeat ("{\"format\": \"jalon\", \"version\": 1, \"title\": \"", "é", 5 << 20, "\", \"projects\": []}", &length);
  assert_refused (long_string, length, JALON_PROBLEM_STRING_TOO_LONG);
  full_string = repeat ("{\"format\": \"jalon\", \"version\": 1, \"title\": \"", "\\u00e9", 1 << 19, "\", \"projects\": []}", &length);
  dataset = read_data (full_string, length, NULL);
  g_assert_cmpuint (strlen (jalon_text_get (jalon_dataset_get_title (dataset), "en")), ==, 1 << 20);
}

static void
test_many_problems (void)
{
  gsize length;
  g_autofree char *data
      = repeat ("{\"format\": \"jalon\", \"version\": 1, \"title\": \"T\", \"projects\": [", "7,\n", 5000, "7]}", &length);
  g_autoptr (GPtrArray) problems = problems_new ();
  g_autoptr (JalonDataset) dataset = read_data (data, length, problems);
  const JalonProblem *last;

  g_assert_null (dataset);
  g_assert_cmpuint (problems->len, ==, 1001);
  last = g_ptr_array_index (problems, 1000);
  g_assert_cmpint (last->code, ==, JALON_PROBLEM_MORE);
  g_assert_cmpstr (last->args[0], ==, "4001");
  last = g_ptr_array_index (problems, 999);
  g_assert_cmpuint (last->line, ==, 1000);
  g_assert_cmpstr (last->path, ==, "projects[999]");
}

/* An object of very many members is no way to make the reader slow. */
static void
test_many_members (void)
{
  g_autoptr (GString) text = g_string_new ("{\"format\": \"jalon\", \"version\": 1, \"title\": \"T\", \"projects\": []");

  for (guint i = 0; i < 200000; i++)
    g_string_append_printf (text, ", \"m%u\": %u", i, i);
  g_string_append (text, ", \"m\\u0037\": 0}");
  assert_refused (text->str, text->len, JALON_PROBLEM_DUPLICATE_KEY);
}

static double
read_amount (const char *number)
{
  g_autofree char *data = g_strdup_printf ("{\"format\": \"jalon\", \"version\": 1, \"title\": \"T\", \"projects\": [{\"id\": \"p\", "
                                           "\"title\": \"P\", \"kind\": \"cloud\", \"scope\": \"company\", \"announcements\": "
                                           "[{\"date\": \"2025\", \"act\": \"announces\", \"amount\": {\"value\": %s}}]}]}",
                                           number);
  g_autoptr (JalonDataset) dataset = read_data (data, strlen (data), NULL);
  const JalonProject *project = jalon_dataset_get_project (dataset, "p");
  const JalonAnnouncement *announcement = g_ptr_array_index (project->announcements, 0);

  return announcement->amount->max;
}

static void
test_numbers (void)
{
  g_assert_cmpfloat (read_amount ("99999999999999999999"), ==, 1e20);
  g_assert_cmpfloat (read_amount ("9223372036854775808"), ==, 9223372036854775808.0);
  g_assert_cmpfloat (read_amount ("9007199254740993"), ==, 9007199254740992.0);
  g_assert_cmpfloat (read_amount ("123456789012345"), ==, 123456789012345.0);
  g_assert_cmpfloat (read_amount ("0.1"), ==, 0.1);
  g_assert_cmpfloat (read_amount ("1.7976931348623157e308"), ==, G_MAXDOUBLE);
  g_assert_cmpfloat (read_amount ("1E+2"), ==, 100);
  g_assert_cmpfloat (read_amount ("1e-400"), ==, 0);
  g_assert_false (signbit (read_amount ("-0")));
}

static void
test_byte_order_mark (void)
{
  static const char data[] = "\xef\xbb\xbf{\"format\": \"jalon\", \"version\": 1, \"title\": \"T\", \"projects\": []}";
  g_autoptr (GPtrArray) problems = problems_new ();
  g_autoptr (JalonDataset) dataset = read_data (data, sizeof data - 1, problems);
  const JalonProblem *problem = g_ptr_array_index (problems, 0);

  g_assert_nonnull (dataset);
  g_assert_cmpuint (problems->len, ==, 1);
  g_assert_cmpint (problem->code, ==, JALON_PROBLEM_BYTE_ORDER_MARK);
}

static void
assert_file (GFile *file, int code, JalonProblemCode problem_code)
{
  g_autoptr (GPtrArray) problems = problems_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (JalonDataset) dataset = jalon_reader_read_file (file, problems, NULL, &error);
  const JalonProblem *problem = g_ptr_array_index (problems, 0);

  g_assert_null (dataset);
  g_assert_error (error, JALON_READER_ERROR, code);
  g_assert_cmpuint (problems->len, ==, 1);
  g_assert_cmpint (problem->code, ==, problem_code);
}

static void
test_unreadable (void)
{
  g_autofree char *folder = g_dir_make_tmp ("jalon-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "huge.jalon", NULL);
  g_autoptr (GFile) folder_file = g_file_new_for_path (folder);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  assert_file (folder_file, JALON_READER_ERROR_UNREADABLE, JALON_PROBLEM_IS_FOLDER);
  assert_file (file, JALON_READER_ERROR_UNREADABLE, JALON_PROBLEM_UNREADABLE);
  g_assert_true (g_file_set_contents (path, "[", 1, NULL));
  g_assert_cmpint (truncate (path, (off_t) 1 << 30), ==, 0); /* sparse: takes no space */
  assert_file (file, JALON_READER_ERROR_REFUSED, JALON_PROBLEM_FILE_TOO_LARGE);
  g_unlink (path);
  g_rmdir (folder);
}

static void
test_cancelled (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "good", "minimal.jalon", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (jalon_reader_read_file (file, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* A chain of parts as long as the file allows, each sharing money with the next but one tree. */
static void
test_long_chain (void)
{
  g_autoptr (GString) text = g_string_new ("{\"format\": \"jalon\", \"version\": 1, \"title\": \"T\", \"projects\": [\n");
  const guint n = 20000;
  g_autoptr (GPtrArray) problems = problems_new ();
  g_autoptr (JalonDataset) dataset = NULL;
  g_autoptr (JalonDataset) circle = NULL;

  for (guint i = 0; i < n; i++)
    {
      g_string_append_printf (text, "{\"id\": \"p%u\", \"title\": \"P\", \"kind\": \"cloud\", \"scope\": \"company\", ", i);
      if (i > 0)
        g_string_append_printf (text, "\"part_of\": \"p%u\", ", i - 1);
      g_string_append_printf (text, "\"overlaps\": [\"q\"], \"announcements\": []},\n");
    }
  g_string_append (text, "{\"id\": \"q\", \"title\": \"Q\", \"kind\": \"cloud\", \"scope\": \"company\", \"announcements\": []}]}");
  dataset = read_data (text->str, text->len, problems);
  g_assert_nonnull (dataset);
  g_string_replace (text, "\"P\", \"kind\": \"cloud\", \"scope\": \"company\", \"overlaps\"",
                    "\"P\", \"kind\": \"cloud\", \"scope\": \"company\", \"part_of\": \"p19999\", \"overlaps\"", 1);
  circle = read_data (text->str, text->len, NULL);
  g_assert_null (circle);
}

static void
test_many_projects (void)
{
  g_autoptr (GString) text = g_string_new ("{\"format\": \"jalon\", \"version\": 1, \"title\": \"T\", \"projects\": [\n");
  g_autoptr (JalonDataset) dataset = NULL;
  gint64 start;

  for (guint i = 0; i < 100000; i++)
    g_string_append_printf (text,
                            "%s{\"id\": \"p%u\", \"title\": {\"fr\": \"Projet %u\", \"en\": \"Project %u\"}, \"kind\": \"cloud\", "
                            "\"scope\": \"company\", \"announcements\": [{\"date\": \"2025-02-10\", \"act\": \"announces\", "
                            "\"amount\": {\"value\": %u}, \"note\": \"N\"}]}\n",
                            i > 0 ? "," : "", i, i, i, i * 1000);
  g_string_append (text, "]}");
  start = g_get_monotonic_time ();
  dataset = read_data (text->str, text->len, NULL);
  g_test_message ("100,000 projects: %.3f s", (double) (g_get_monotonic_time () - start) / 1e6);
  g_assert_cmpuint (jalon_dataset_get_projects (dataset)->len, ==, 100000);
}

/* Nobody writes into this pipe: it is refused, not waited for. */
static void
test_pipe (void)
{
  g_autofree char *folder = g_dir_make_tmp (NULL, NULL);
  g_autofree char *path = g_build_filename (folder, "pipe", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (mkfifo (path, 0600), ==, 0);
  g_assert_null (jalon_reader_read_file (file, NULL, NULL, &error));
  g_assert_error (error, JALON_READER_ERROR, JALON_READER_ERROR_UNREADABLE);
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reader/facts", test_facts);
  g_test_add_func ("/reader/places", test_places);
  g_test_add_func ("/reader/numbers", test_numbers);
  g_test_add_func ("/reader/byte-order-mark", test_byte_order_mark);
  g_test_add_func ("/reader/truncated", test_truncated);
  g_test_add_func ("/reader/mutated", test_mutated);
  g_test_add_func ("/reader/limits", test_limits);
  g_test_add_func ("/reader/many-problems", test_many_problems);
  g_test_add_func ("/reader/many-members", test_many_members);
  g_test_add_func ("/reader/many-projects", test_many_projects);
  g_test_add_func ("/reader/long-chain", test_long_chain);
  g_test_add_func ("/reader/unreadable", test_unreadable);
  g_test_add_func ("/reader/cancelled", test_cancelled);
  g_test_add_func ("/reader/pipe", test_pipe);
  return g_test_run ();
}
