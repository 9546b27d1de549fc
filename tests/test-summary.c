/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <json-glib/json-glib.h>

#include "export/jalon-summary.h"
#include "files/jalon-reader.h"

#define HEAD "{\"format\": \"jalon\", \"version\": 1, \"title\": \"Test\", \"currency\": \"JPY\", \"projects\": ["
#define PROJECT(id, rest) "{\"id\": \"" id "\", \"title\": \"Project " id "\", \"kind\": \"cloud\", \"scope\": \"company\"" rest
#define SAYS(date, amount) ", \"announcements\": [{\"date\": \"" date "\", \"act\": \"announces\", \"amount\": {" amount "}}]}"

static JalonDataset *
load (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GError) error = NULL;
  JalonDataset *dataset = jalon_reader_read_bytes (bytes, NULL, &error);

  g_assert_no_error (error);
  return dataset;
}

static const char three[] = HEAD PROJECT ("a", "") SAYS ("2025", "\"value\": 5000000000") "," PROJECT (
    "b", "") SAYS ("2024-05-06", "\"value\": 300000000, \"qualifier\": \"up-to\"") ","
    PROJECT ("c", ", \"counts\": false, \"why\": \"Old\"") SAYS ("2025-01", "\"value\": 7") ","
    PROJECT ("d", ", \"announcements\": [{\"date\": \"2025\", \"act\": \"announces\"}]}") "]}";

static char *
summarise (const char *language, const char *as_of)
{
  g_autoptr (JalonDataset) dataset = load (three);
  g_autoptr (JalonQuery) query = jalon_query_new ();
  JalonDate date;

  if (as_of && jalon_date_parse (as_of, &date))
    jalon_query_set_as_of (query, &date);
  jalon_query_set_group (query, JALON_KEY_YEAR);
  return jalon_summary_write (dataset, query, jalon_language_get (language), FALSE);
}

static void
test_text (void)
{
  g_autofree char *english = summarise ("en", NULL);

  g_assert_cmpstr (english, ==,
                   "Test\n\n"
                   "Total: ¥5,000,000,000 firm, up to ¥5,300,000,000\n"
                   "4 projects, 1 without a public amount\n\n"
                   "By year\n"
                   "  2025      ¥5,000,000,000  3 projects\n"
                   "  2024  up to ¥300,000,000   1 project\n\n"
                   "What makes up the total\n"
                   "  Project a      ¥5,000,000,000\n"
                   "  Project b  up to ¥300,000,000\n\n"
                   "What is left out of it\n"
                   "  Project c: set aside: Old\n"
                   "  Project d: amount not disclosed\n");
}

static void
test_language (void)
{
  g_autofree char *french = summarise ("fr", "2024");

  g_assert_nonnull (strstr (french, "2024\n"));
  g_assert_nonnull (strstr (french, "jusqu’à 300"));
  g_assert_nonnull (strstr (french, "1 projet\n"));
  g_assert_null (strstr (french, "Project a"));
  g_assert_null (strstr (french, "up to"));
}

static void
test_json (void)
{
  g_autoptr (JalonDataset) dataset = load (three);
  g_autoptr (JalonQuery) query = jalon_query_new ();
  g_autofree char *text = jalon_summary_write (dataset, query, jalon_language_get ("en"), TRUE);
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GList) members = NULL;
  g_autoptr (GString) names = g_string_new (NULL);
  JsonObject *object;

  g_assert_true (json_parser_load_from_data (parser, text, -1, NULL));
  object = json_node_get_object (json_parser_get_root (parser));
  members = json_object_get_members (object);
  for (GList *name = members; name; name = name->next)
    g_string_append_printf (names, "%s ", (char *) name->data);
  g_assert_cmpstr (names->str, ==, "format version currency as_of group projects undisclosed cancelled total shared firm_unshared "
                                   "groups addends left_out ");
  g_assert_cmpstr (json_object_get_string_member (object, "currency"), ==, "JPY");
  g_assert_true (json_object_get_null_member (object, "as_of"));
  g_assert_cmpint (json_object_get_int_member (object, "projects"), ==, 4);
  g_assert_nonnull (strstr (text, "\"ceiling\" : 5300000000,"));
}

/* Parts that make up their whole to a rounding leave nothing over and share nothing. */
static void
test_rounding (void)
{
  g_autoptr (JalonDataset) dataset
      = load (HEAD PROJECT ("w", "") SAYS ("2025", "\"value\": 0.6") "," PROJECT ("a", ", \"part_of\": \"w\"")
                  SAYS ("2025", "\"value\": 0.1") "," PROJECT ("b", ", \"part_of\": \"w\"") SAYS (
                      "2025", "\"value\": 0.2") "," PROJECT ("c", ", \"part_of\": \"w\"") SAYS ("2025", "\"value\": 0.3") "]}");
  g_autoptr (JalonQuery) query = jalon_query_new ();
  g_autoptr (JalonFigures) figures = jalon_figures_compute (dataset, query);

  g_assert_cmpfloat_with_epsilon (jalon_figures_get_total (figures).ceiling, 0.6, 1e-12);
  g_assert_cmpfloat (jalon_figures_get_shared (figures).ceiling, ==, 0);
  g_assert_false (jalon_share_is_addend (jalon_figures_get_share (figures, 0)));
}

/* More than a double can hold is still a number. */
static void
test_huge (void)
{
  g_autoptr (JalonDataset) dataset
      = load (HEAD PROJECT ("a", "") SAYS ("2025", "\"value\": 1.7e308") "," PROJECT ("b", "")
                  SAYS ("2025", "\"value\": 1.7e308") "," PROJECT ("c", "") SAYS ("2025", "\"value\": 5") "]}");
  g_autoptr (JalonQuery) query = jalon_query_new ();
  g_autofree char *text = jalon_summary_write (dataset, query, jalon_language_get ("en"), TRUE);
  g_autoptr (JsonParser) parser = json_parser_new ();

  g_assert_true (json_parser_load_from_data (parser, text, -1, NULL));
  g_assert_nonnull (strstr (text, "1.797693134862315"));
  g_assert_null (strstr (text, "inf"));
  g_assert_null (strstr (text, "nan"));
}

/* Nine thousand times a billion and a cent, which no double can hold exactly. */
static void
test_many (void)
{
  g_autoptr (GString) text = g_string_new (HEAD);
  g_autoptr (JalonDataset) dataset = NULL;
  g_autoptr (JalonQuery) query = jalon_query_new ();
  g_autoptr (JalonFigures) figures = NULL;

  for (guint i = 0; i < 9000; i++)
    g_string_append_printf (text, "%s" PROJECT ("p%u", "") SAYS ("2025", "\"value\": 1000000000.01"), i ? "," : "", i, i);
  g_string_append (text, "]}");
  dataset = load (text->str);
  figures = jalon_figures_compute (dataset, query);
  g_assert_cmpfloat_with_epsilon (jalon_figures_get_total (figures).firm, 9000000000090.0, 0.005);
  g_assert_cmpfloat_with_epsilon (jalon_figures_get_group (figures, 0)->sum.firm, 9000000000090.0, 0.005);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/summary/text", test_text);
  g_test_add_func ("/summary/language", test_language);
  g_test_add_func ("/summary/json", test_json);
  g_test_add_func ("/summary/rounding", test_rounding);
  g_test_add_func ("/summary/huge", test_huge);
  g_test_add_func ("/summary/many", test_many);
  return g_test_run ();
}
