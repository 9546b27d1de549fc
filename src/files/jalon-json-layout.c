/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "files/jalon-json-layout.h"

#include <math.h>
#include <string.h>

#include "files/jalon-json-private.h"

/* JSON for people to read and edit: what fits on a line stands on one. json-glib can't keep the text of unknown members, whose
 * numbers it would change. */

#define WIDTH 120

/* Whole numbers below this are written without an exponent. */
#define MAX_PLAIN 1e21

/**
 * jalon_json_append_string:
 * @text: where to append it
 * @string: a string
 *
 * Appends @string with its quotation marks and the escapes that JSON demands.
 */
void
jalon_json_append_string (GString *text, const char *string)
{
  g_string_append_c (text, '"');
  for (const char *c = string; *c != '\0'; c++)
    {
      if (*c == '"' || *c == '\\')
        g_string_append_printf (text, "\\%c", *c);
      else if (*c == '\n')
        g_string_append (text, "\\n");
      else if (*c == '\t')
        g_string_append (text, "\\t");
      else if ((guchar) *c < 0x20)
        g_string_append_printf (text, "\\u%04x", (guint) (guchar) *c);
      else
        g_string_append_c (text, *c);
    }
  g_string_append_c (text, '"');
}

/**
 * jalon_json_append_number:
 * @text: where to append it
 * @number: a finite number
 *
 * Appends the shortest decimal that reads back as the same double.
 */
void
jalon_json_append_number (GString *text, double number)
{
  static const char *const formats[] = { "%.15g", "%.16g", "%.17g" };
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  if (number == floor (number) && fabs (number) < MAX_PLAIN)
    {
      g_string_append (text, g_ascii_formatd (digits, sizeof digits, "%.0f", number));
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_ascii_formatd (digits, sizeof digits, formats[i], number);
      if (g_ascii_strtod (digits, NULL) == number)
        break;
    }
  g_string_append (text, digits);
}

static void
start_line (GString *out, guint depth)
{
  g_string_append_c (out, '\n');
  for (guint i = 0; i < depth; i++)
    g_string_append (out, "  ");
}

/* The outermost object and the lists of records in it stand on lines of their own whatever their length. */
static gboolean
fits (const JalonJson *json, JalonJsonNode node, guint depth, gsize column)
{
  const JalonJsonEntry *entry = &json->entries[node];
  JalonJsonNode first = jalon_json_get_first (json, node);

  if (first == JALON_JSON_NONE)
    return TRUE;
  if (depth == 0 || (depth == 1 && entry->type == JALON_JSON_ARRAY))
    return FALSE;
  return column + entry->end - entry->start <= WIDTH;
}

static void
lay_out (const JalonJson *json, JalonJsonNode node, guint depth, gsize column, GString *out)
{
  const JalonJsonEntry *entry = &json->entries[node];
  gboolean object = entry->type == JALON_JSON_OBJECT;
  JalonJsonNode child;

  if (fits (json, node, depth, column))
    {
      jalon_json_append_text (json, node, out);
      return;
    }
  g_string_append_c (out, object ? '{' : '[');
  for (child = jalon_json_get_first (json, node); child != JALON_JSON_NONE; child = jalon_json_get_next (json, node, child))
    {
      gsize start = out->len + 1;

      if (child != node + 1)
        g_string_append_c (out, ',');
      start_line (out, depth + 1);
      if (object)
        {
          jalon_json_append_text (json, child, out);
          g_string_append (out, ": ");
        }
      lay_out (json, object ? child + 1 : child, depth + 1, out->len - start, out);
    }
  start_line (out, depth);
  g_string_append_c (out, object ? '}' : ']');
}

/**
 * jalon_json_lay_out:
 * @text: (transfer full): a JSON text on one line
 *
 * Returns: (transfer full): the text in lines, ended by one
 */
GBytes *
jalon_json_lay_out (GString *text)
{
  gsize length = text->len;
  g_autoptr (GBytes) bytes = g_bytes_new_take (g_string_free (text, FALSE), length);
  g_autoptr (JalonProblems) problems = jalon_problems_new ();
  g_autoptr (JalonJson) json = jalon_json_parse (bytes, problems);
  GString *out;

  if (json == NULL)
    return g_steal_pointer (&bytes);
  out = g_string_sized_new (length + length / 4);
  lay_out (json, 0, 0, 0, out);
  g_string_append_c (out, '\n');
  return g_string_free_to_bytes (out);
}
