/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "export/jalon-csv.h"

#include <string.h>

#include "export/jalon-row.h"
#include "files/jalon-json-layout.h"
#include "words/jalon-words.h"

/* The first column: what a line is. */
#define ROW "row"
#define END "\r\n"

/* Text that a spreadsheet would take for a formula is marked as text, as spreadsheets do it: by an apostrophe. */
static void
append_text (GString *csv, const char *text)
{
  g_autofree char *marked = NULL;

  if (text[0] != '\0' && strchr ("=+-@\t\r", text[0]) != NULL)
    text = marked = g_strconcat ("'", text, NULL);
  if (strpbrk (text, ",\"\r\n") == NULL)
    {
      g_string_append (csv, text);
      return;
    }
  g_string_append_c (csv, '"');
  for (const char *c = text; *c != '\0'; c++)
    {
      if (*c == '"')
        g_string_append_c (csv, '"');
      g_string_append_c (csv, *c);
    }
  g_string_append_c (csv, '"');
}

static void
append_list (GString *csv, JsonArray *array)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      if (i > 0)
        g_string_append (list, "; ");
      g_string_append (list, json_array_get_string_element (array, i));
    }
  append_text (csv, list->str);
}

static void
append_cell (GString *csv, JsonNode *node)
{
  GType type = json_node_get_value_type (node);

  if (JSON_NODE_HOLDS_ARRAY (node))
    append_list (csv, json_node_get_array (node));
  else if (type == G_TYPE_STRING)
    append_text (csv, json_node_get_string (node));
  else if (type == G_TYPE_BOOLEAN)
    g_string_append (csv, json_node_get_boolean (node) ? "true" : "false");
  else if (type == G_TYPE_INT64 || type == G_TYPE_DOUBLE)
    jalon_json_append_number (csv, json_node_get_double (node));
}

static void
append_names (GString *csv)
{
  g_string_append (csv, ROW);
  for (guint i = 0; jalon_row_columns[i] != NULL; i++)
    g_string_append_printf (csv, ",%s", jalon_row_columns[i]);
  g_string_append (csv, END);
}

/* What the row has no member for stays empty. */
static void
append_row (GString *csv, const char *kind, JsonObject *row)
{
  g_string_append (csv, kind);
  for (guint i = 0; jalon_row_columns[i] != NULL; i++)
    {
      JsonNode *node = json_object_get_member (row, jalon_row_columns[i]);

      g_string_append_c (csv, ',');
      if (node != NULL && !JSON_NODE_HOLDS_NULL (node))
        append_cell (csv, node);
    }
  g_string_append (csv, END);
}

/* A line that makes the counted columns add up to the total. */
static void
append_correction (GString *csv, const char *kind, const char *title, double firm, double ceiling)
{
  g_autoptr (JsonObject) row = json_object_new ();

  jalon_row_set_text (row, "title", title);
  jalon_row_set_number (row, "counted_firm", firm);
  jalon_row_set_number (row, "counted_ceiling", ceiling);
  append_row (csv, kind, row);
}

static void
append_fact (GString *csv, const char *id, const char *title)
{
  g_autoptr (JsonObject) row = json_object_new ();

  if (title == NULL || title[0] == '\0')
    return;
  jalon_row_set_text (row, "id", id);
  jalon_row_set_text (row, "title", title);
  append_row (csv, "about", row);
}

static void
append_about (GString *csv, const JalonAbout *about, const JalonLanguage *language)
{
  g_autofree char *sources = jalon_about_write_sources (about, language, "; ");

  append_fact (csv, "dataset", about->title);
  append_fact (csv, "filters", about->filters);
  append_fact (csv, "filter-codes", about->filter_codes);
  append_fact (csv, "as-of", about->as_of);
  append_fact (csv, "total", about->total);
  append_fact (csv, "left-out", about->left_out);
  append_fact (csv, "sources", sources);
  append_fact (csv, "language", about->language);
  append_fact (csv, "sha256", about->digest);
  append_fact (csv, "generator", about->generator);
}

/**
 * jalon_csv_write:
 * @language: of texts and labels; column names are the same in all
 *
 * Writes the figures as CSV (RFC 4180, UTF-8). The column `row` says what a line is: `project`; `shared` and `firm_unshared`
 * (rule 6 of the sums), with which the columns `counted_firm` and `counted_ceiling` add up to the total; and `about`, what the
 * table says of itself. Amounts are in the dataset's currency; an empty cell is not known or not counted, never zero.
 *
 * Returns: (transfer full): the file
 */
GBytes *
jalon_csv_write (const JalonFigures *figures, const JalonAbout *about, const JalonLanguage *language)
{
  GString *csv = g_string_new (NULL);
  JalonSum shared = jalon_figures_get_shared (figures);

  append_names (csv);
  for (guint i = 0; i < jalon_figures_get_n_shares (figures); i++)
    {
      g_autoptr (JsonObject) row = jalon_row_new (figures, language, jalon_figures_get_share (figures, i));

      append_row (csv, "project", row);
    }
  append_correction (csv, "shared", jalon_tr (language, "less what may be the same money"), -shared.firm,
                     -shared.ceiling);
  append_correction (csv, "firm_unshared", jalon_tr (language, "of which firm only as a whole"),
                     jalon_figures_get_firm_unshared (figures), 0);
  append_about (csv, about, language);
  return g_string_free_to_bytes (csv);
}
