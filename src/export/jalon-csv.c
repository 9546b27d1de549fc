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

typedef struct
{
  GString *text;
  char separator;
} Table;

/* Text that a spreadsheet would take for a formula is marked as text, as spreadsheets do it: by an apostrophe. */
static void
append_text (Table *table, const char *text)
{
  g_autofree char *marked = NULL;

  if (text[0] != '\0' && strchr ("=+-@\t\r", text[0]) != NULL)
    text = marked = g_strconcat ("'", text, NULL);
  if (strpbrk (text, "\"\r\n") == NULL && strchr (text, table->separator) == NULL)
    {
      g_string_append (table->text, text);
      return;
    }
  g_string_append_c (table->text, '"');
  for (const char *c = text; *c != '\0'; c++)
    {
      if (*c == '"')
        g_string_append_c (table->text, '"');
      g_string_append_c (table->text, *c);
    }
  g_string_append_c (table->text, '"');
}

static void
append_list (Table *table, JsonArray *array)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      if (i > 0)
        g_string_append (list, "; ");
      g_string_append (list, json_array_get_string_element (array, i));
    }
  append_text (table, list->str);
}

static void
append_cell (Table *table, JsonNode *node)
{
  GType type = json_node_get_value_type (node);

  if (JSON_NODE_HOLDS_ARRAY (node))
    append_list (table, json_node_get_array (node));
  else if (type == G_TYPE_STRING)
    append_text (table, json_node_get_string (node));
  else if (type == G_TYPE_BOOLEAN)
    g_string_append (table->text, json_node_get_boolean (node) ? "true" : "false");
  else if (type == G_TYPE_INT64 || type == G_TYPE_DOUBLE)
    jalon_json_append_number (table->text, json_node_get_double (node));
}

static void
append_names (Table *table)
{
  g_string_append (table->text, ROW);
  for (guint i = 0; jalon_row_columns[i] != NULL; i++)
    g_string_append_printf (table->text, "%c%s", table->separator, jalon_row_columns[i]);
  g_string_append (table->text, END);
}

/* What the row has no member for stays empty. */
static void
append_row (Table *table, const char *kind, JsonObject *row)
{
  g_string_append (table->text, kind);
  for (guint i = 0; jalon_row_columns[i] != NULL; i++)
    {
      JsonNode *node = json_object_get_member (row, jalon_row_columns[i]);

      g_string_append_c (table->text, table->separator);
      if (node != NULL && !JSON_NODE_HOLDS_NULL (node))
        append_cell (table, node);
    }
  g_string_append (table->text, END);
}

/* A line that makes the counted columns add up to the total. */
static void
append_correction (Table *table, const char *kind, const char *title, double firm, double ceiling)
{
  g_autoptr (JsonObject) row = json_object_new ();

  jalon_row_set_text (row, "title", title);
  jalon_row_set_number (row, "counted_firm", firm);
  jalon_row_set_number (row, "counted_ceiling", ceiling);
  append_row (table, kind, row);
}

static void
append_fact (Table *table, const char *id, const char *title)
{
  g_autoptr (JsonObject) row = json_object_new ();

  if (title == NULL || title[0] == '\0')
    return;
  jalon_row_set_text (row, "id", id);
  jalon_row_set_text (row, "title", title);
  append_row (table, "about", row);
}

static void
append_about (Table *table, const JalonAbout *about, const JalonLanguage *language)
{
  g_autofree char *sources = jalon_about_write_sources (about, language, "; ");

  append_fact (table, "dataset", about->title);
  append_fact (table, "filters", about->filters);
  append_fact (table, "filter-codes", about->filter_codes);
  append_fact (table, "as-of", about->as_of);
  append_fact (table, "total", about->total);
  append_fact (table, "left-out", about->left_out);
  append_fact (table, "sources", sources);
  append_fact (table, "language", about->language);
  append_fact (table, "sha256", about->digest);
  append_fact (table, "generator", about->generator);
}

/**
 * jalon_csv_write:
 * @language: of texts and labels; column names are the same in all
 * @separator: between the cells: a comma in a file, a tab on a clipboard
 *
 * Writes the figures as CSV (RFC 4180, UTF-8). The column `row` says what a line is: `project`; `shared` and `firm_unshared`
 * (rule 6 of the sums), with which the columns `counted_firm` and `counted_ceiling` add up to the total; and `about`, what the
 * table says of itself. Amounts are in the dataset's currency; an empty cell is not known or not counted, never zero.
 *
 * Returns: (transfer full): the file
 */
GBytes *
jalon_csv_write (const JalonFigures *figures, const JalonAbout *about, const JalonLanguage *language, char separator)
{
  Table sheet = { .text = g_string_new (NULL), .separator = separator };
  Table *table = &sheet;
  JalonSum shared = jalon_figures_get_shared (figures);

  append_names (table);
  for (guint i = 0; i < jalon_figures_get_n_shares (figures); i++)
    {
      g_autoptr (JsonObject) row = jalon_row_new (figures, language, jalon_figures_get_share (figures, i));

      append_row (table, "project", row);
    }
  append_correction (table, "shared", jalon_tr (language, "less what may be the same money"), -shared.firm,
                     -shared.ceiling);
  append_correction (table, "firm_unshared", jalon_tr (language, "of which firm only as a whole"),
                     jalon_figures_get_firm_unshared (figures), 0);
  append_about (table, about, language);
  return g_string_free_to_bytes (table->text);
}
