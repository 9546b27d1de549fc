/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "figures/jalon-figures.h"
#include "files/jalon-reader.h"

#define ROUNDS 500

/* What somebody may look for who means no good. */
static const char *const hostile[] = {
  "&group=year", "a=b&c", "%", "%41", "+", " ", "#?;/", "jalon:?group=year", "é\xe2\x80\xae\xe2\x81\xa6", "\n\r\t\v", "<b>&amp;</b>", "=",
  "\xf0\x9f\x98\x80", "'\"\\`$(x)",
};

static JalonDataset *
read_bundled (void)
{
  g_autoptr (GBytes) bytes = g_resources_lookup_data (BUNDLED_DATASET, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  return jalon_reader_read_bytes (bytes, NULL, NULL);
}

static void
add_random_value (JalonQuery *query, JalonDataset *dataset)
{
  JalonKey key = (JalonKey) g_test_rand_int_range (0, JALON_N_GROUPINGS);
  const GPtrArray *projects = jalon_dataset_get_list (dataset, JALON_LIST_PROJECTS);
  const JalonProject *project = g_ptr_array_index (projects, g_test_rand_int_range (0, (int) projects->len));
  g_auto (GStrv) values = jalon_figures_list_values (dataset, project, key);

  if (values != NULL && values[0] != NULL && !jalon_query_has_value (query, key, values[0]))
    jalon_query_toggle_value (query, key, values[0]);
}

static void
set_random_dates (JalonQuery *query)
{
  static const char *const dates[] = { "2025", "2024-22", "2025-02-14~", "2025-02-10/2025-02-11", "2025-02" };
  JalonDate one, other;

  g_assert_true (jalon_date_parse (dates[g_test_rand_int_range (0, 5)], &one));
  g_assert_true (jalon_date_parse (dates[g_test_rand_int_range (0, 5)], &other));
  jalon_query_set_as_of (query, g_test_rand_bit () ? &one : NULL);
  jalon_query_set_window (query, g_test_rand_bit () ? &other : NULL, g_test_rand_bit () ? &one : NULL);
}

static JalonQuery *
make_random (JalonDataset *dataset)
{
  JalonQuery *query = jalon_query_new ();
  const GPtrArray *projects = jalon_dataset_get_list (dataset, JALON_LIST_PROJECTS);
  const JalonProject *project = g_ptr_array_index (projects, g_test_rand_int_range (0, (int) projects->len));
  const char *texts[3] = { hostile[g_test_rand_int_range (0, G_N_ELEMENTS (hostile))],
                           hostile[g_test_rand_int_range (0, G_N_ELEMENTS (hostile))] };

  jalon_query_set_group (query, (JalonKey) g_test_rand_int_range (0, JALON_N_GROUPINGS));
  for (int n = g_test_rand_int_range (0, 6); n > 0; n--)
    add_random_value (query, dataset);
  set_random_dates (query);
  if (g_test_rand_bit ())
    jalon_query_set_values (query, JALON_KEY_TEXT, texts);
  if (g_test_rand_bit ())
    jalon_query_set_selected (query, project->base.id);
  return query;
}

/* Reads what jalon_query_to_text() wrote as any reader of URIs would. */
static JalonQuery *
read_back (JalonDataset *dataset, const char *text)
{
  JalonQuery *query = jalon_query_new ();
  g_autoptr (GError) error = NULL;
  GUriParamsIter words;
  char *name, *value;

  g_uri_params_iter_init (&words, text, -1, "&", G_URI_PARAMS_NONE);
  while (g_uri_params_iter_next (&words, &name, &value, &error))
    {
      g_assert_true (jalon_query_set_word (query, dataset, name, value, &error));
      g_assert_no_error (error);
      g_free (name);
      g_free (value);
    }
  g_assert_no_error (error);
  return query;
}

/* Whatever is asked comes back from its text, which is ASCII without spaces. */
static void
test_round_trip (void)
{
  g_autoptr (JalonDataset) dataset = read_bundled ();

  for (int round = 0; round < ROUNDS; round++)
    {
      g_autoptr (JalonQuery) query = make_random (dataset);
      g_autofree char *text = jalon_query_to_text (query);
      g_autoptr (JalonQuery) back = read_back (dataset, text);
      g_autofree char *again = jalon_query_to_text (back);

      g_assert_cmpstr (again, ==, text);
      g_assert_true (jalon_query_equal (query, back));
      for (const char *c = text; *c; c++)
        g_assert_true (g_ascii_isgraph (*c));
    }
}

static void
test_words (void)
{
  g_autoptr (JalonQuery) query = jalon_query_new ();
  g_autofree char *empty = jalon_query_to_text (query);
  g_autofree char *text = NULL;
  JalonDate date;

  g_assert_cmpstr (empty, ==, "group=place");
  g_assert_true (jalon_date_parse ("2025-02-14", &date));
  jalon_query_set_as_of (query, &date);
  jalon_query_toggle_value (query, JALON_KEY_KIND, "cloud");
  jalon_query_set_text (query, "à la carte");
  text = jalon_query_to_text (query);
  g_assert_cmpstr (text, ==, "group=place&filter=kind=cloud&text=%C3%A0%20la%20carte&as-of=2025-02-14");
}

static void
test_refused (void)
{
  static const struct
  {
    const char *name, *value;
    int code;
  } cases[] = {
    { "color", "red", JALON_QUERY_ERROR_KEY },      { "", "", JALON_QUERY_ERROR_KEY },
    { "group", "text", JALON_QUERY_ERROR_VALUE },   { "filter", "color=red", JALON_QUERY_ERROR_KEY },
    { "filter", "", JALON_QUERY_ERROR_KEY },        { "filter", "kind=red", JALON_QUERY_ERROR_VALUE },
    { "as-of", "soon", JALON_QUERY_ERROR_VALUE },   { "from", "", JALON_QUERY_ERROR_VALUE },
    { "selected", "nobody", JALON_QUERY_ERROR_VALUE },
  };
  g_autoptr (JalonDataset) dataset = read_bundled ();
  g_autoptr (JalonQuery) query = jalon_query_new ();
  g_autoptr (JalonQuery) untouched = jalon_query_new ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (jalon_query_set_word (query, dataset, cases[i].name, cases[i].value, &error));
      g_assert_error (error, JALON_QUERY_ERROR, cases[i].code);
      g_assert_cmpuint (strlen (error->message), >, 40);
      g_assert_true (jalon_query_equal (query, untouched));
    }
}

static void
note_cb (JalonQuery *query, guint what, GArray *told)
{
  g_array_append_val (told, what);
}

/* All that differs is told at once; nothing is where nothing does. */
static void
test_assign (void)
{
  g_autoptr (JalonDataset) dataset = read_bundled ();
  g_autoptr (JalonQuery) query = jalon_query_new ();
  g_autoptr (GArray) told = g_array_new (FALSE, FALSE, sizeof (guint));

  g_signal_connect (query, "changed", G_CALLBACK (note_cb), told);
  for (int round = 0; round < ROUNDS; round++)
    {
      g_autoptr (JalonQuery) other = make_random (dataset);
      gboolean same = jalon_query_equal (query, other);

      g_array_set_size (told, 0);
      jalon_query_assign (query, other);
      g_assert_true (jalon_query_equal (query, other));
      g_assert_cmpuint (told->len, ==, same ? 0 : 1);
      jalon_query_assign (query, other);
      jalon_query_assign (query, query);
      g_assert_cmpuint (told->len, ==, same ? 0 : 1);
    }
  g_array_set_size (told, 0);
  jalon_query_set_selected (query, NULL);
  jalon_query_set_selected (query, "x");
  g_array_set_size (told, 0);
  {
    g_autoptr (JalonQuery) other = jalon_query_copy (query);

    jalon_query_set_selected (other, NULL);
    jalon_query_assign (query, other);
    g_assert_cmpuint (g_array_index (told, guint, 0), ==, JALON_QUERY_SELECTED);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/query-text/round-trip", test_round_trip);
  g_test_add_func ("/query-text/words", test_words);
  g_test_add_func ("/query-text/refused", test_refused);
  g_test_add_func ("/query-text/assign", test_assign);
  return g_test_run ();
}
