/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "export/jalon-clip.h"

#include <string.h>

#include "files/jalon-json-layout.h"

static char *
write_list (JsonArray *array)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < json_array_get_length (array); i++)
    g_string_append_printf (list, "%s%s", i > 0 ? "; " : "", json_array_get_string_element (array, i));
  return g_string_free (g_steal_pointer (&list), FALSE);
}

/* A cell in one line; "" for what is not known. */
static char *
write_cell (JsonObject *row, const char *member)
{
  JsonNode *node = json_object_get_member (row, member);
  GType type = node != NULL ? json_node_get_value_type (node) : G_TYPE_INVALID;
  g_autoptr (GString) number = g_string_new (NULL);

  if (node != NULL && JSON_NODE_HOLDS_ARRAY (node))
    return write_list (json_node_get_array (node));
  if (type == G_TYPE_STRING)
    return g_strdelimit (json_node_dup_string (node), "\t\r\n", ' ');
  if (type == G_TYPE_INT64 || type == G_TYPE_DOUBLE)
    jalon_json_append_number (number, json_node_get_double (node));
  return g_string_free (g_steal_pointer (&number), FALSE);
}

/* A spreadsheet takes such a text for a formula; an apostrophe marks it as text. Numbers of ours may be negative. */
static gboolean
is_formula (JsonObject *row, const char *member, const char *cell)
{
  JsonNode *node = json_object_get_member (row, member);

  return node != NULL && (JSON_NODE_HOLDS_ARRAY (node) || json_node_get_value_type (node) == G_TYPE_STRING) && cell[0] != '\0'
         && strchr ("=+-@", cell[0]) != NULL;
}

/**
 * jalon_clip_write_text:
 * @columns: (array length=n_columns): the columns
 * @rows: (element-type JsonObject): what is copied
 *
 * Writes rows as a spreadsheet takes them from the clipboard: a line a row, the first one the headings, cells apart by tabs.
 *
 * Returns: (transfer full): the text
 */
char *
jalon_clip_write_text (const JalonClipColumn *columns, guint n_columns, const GPtrArray *rows)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < n_columns; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\t" : "", columns[i].heading);
  g_string_append_c (text, '\n');
  for (guint r = 0; r < rows->len; r++)
    {
      for (guint i = 0; i < n_columns; i++)
        {
          g_autofree char *cell = write_cell (g_ptr_array_index (rows, r), columns[i].member);
          gboolean marked = is_formula (g_ptr_array_index (rows, r), columns[i].member, cell);

          g_string_append_printf (text, "%s%s%s", i > 0 ? "\t" : "", marked ? "'" : "", cell);
        }
      g_string_append_c (text, '\n');
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
append_html_cell (GString *html, const char *element, const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  g_string_append_printf (html, "<%s>%s</%s>", element, escaped, element);
}

/**
 * jalon_clip_write_html:
 * @columns: (array length=n_columns): the columns
 * @rows: (element-type JsonObject): what is copied
 *
 * Writes rows as a word processor takes them from the clipboard.
 *
 * Returns: (transfer full): a table
 */
char *
jalon_clip_write_html (const JalonClipColumn *columns, guint n_columns, const GPtrArray *rows)
{
  g_autoptr (GString) html = g_string_new ("<meta charset=\"utf-8\"><table><tr>");

  for (guint i = 0; i < n_columns; i++)
    append_html_cell (html, "th", columns[i].heading);
  g_string_append (html, "</tr>");
  for (guint r = 0; r < rows->len; r++)
    {
      g_string_append (html, "<tr>");
      for (guint i = 0; i < n_columns; i++)
        {
          g_autofree char *cell = write_cell (g_ptr_array_index (rows, r), columns[i].member);

          append_html_cell (html, "td", cell);
        }
      g_string_append (html, "</tr>");
    }
  g_string_append (html, "</table>");
  return g_string_free (g_steal_pointer (&html), FALSE);
}
