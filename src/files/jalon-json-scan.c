/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "files/jalon-json-private.h"

#include <math.h>
#include <string.h>

/* Strings, numbers and literals, as RFC 8259 sections 3, 6 and 7 have them. */

static gboolean
is_word_char (char c)
{
  return g_ascii_isalnum (c) || c == '+' || c == '-' || c == '.' || c == '_';
}

static guint32
skip_digits (const char *text, guint32 at, guint32 end)
{
  while (at < end && g_ascii_isdigit (text[at]))
    at++;
  return at;
}

/* number = [ - ] ( 0 | 1-9 digits ) [ . digits ] [ e [ + | - ] digits ] */
static gboolean
is_number (const char *text, guint32 at, guint32 end)
{
  guint32 digits;

  if (at < end && text[at] == '-')
    at++;
  digits = at;
  at = skip_digits (text, at, end);
  if (at == digits || (text[digits] == '0' && at > digits + 1))
    return FALSE;
  if (at < end && text[at] == '.')
    {
      digits = at + 1;
      at = skip_digits (text, digits, end);
      if (at == digits)
        return FALSE;
    }
  if (at < end && (text[at] == 'e' || text[at] == 'E'))
    {
      at += at + 1 < end && (text[at + 1] == '+' || text[at + 1] == '-') ? 2 : 1;
      digits = at;
      at = skip_digits (text, digits, end);
      if (at == digits)
        return FALSE;
    }
  return at == end;
}

static gboolean
is_literal (const char *text, guint32 length, const char *literal)
{
  return length == strlen (literal) && memcmp (text, literal, length) == 0;
}

static gboolean
scan_literal (JalonJsonParser *parser, guint32 start)
{
  static const char *const literals[] = {
    [JALON_JSON_NULL] = "null", [JALON_JSON_FALSE] = "false", [JALON_JSON_TRUE] = "true"
  };

  for (guint type = 0; type < G_N_ELEMENTS (literals); type++)
    if (is_literal (parser->json->text + start, parser->at - start, literals[type]))
      return jalon_json_add (parser, (JalonJsonType) type, start) != JALON_JSON_NONE;
  jalon_json_problem_here (parser, JALON_PROBLEM_BAD_LITERAL, start, parser->at);
  return FALSE;
}

/* A number or a literal: all that is neither string, array nor object begins with one of their characters. */
gboolean
jalon_json_scan_word (JalonJsonParser *parser)
{
  const char *text = parser->json->text;
  guint32 start = parser->at;
  JalonJsonNode node;

  while (parser->at < parser->json->length && is_word_char (text[parser->at]))
    parser->at++;
  if (parser->at == start)
    {
      jalon_json_problem_here (parser, JALON_PROBLEM_EXPECTED_VALUE, start, start);
      return FALSE;
    }
  if (g_ascii_isalpha (text[start]) || text[start] == '_')
    return scan_literal (parser, start);
  if (!is_number (text, start, parser->at))
    {
      jalon_json_problem_here (parser, JALON_PROBLEM_BAD_NUMBER, start, parser->at);
      return FALSE;
    }
  node = jalon_json_add (parser, JALON_JSON_NUMBER, start);
  if (node != JALON_JSON_NONE && !isfinite (jalon_json_get_number (parser->json, node)))
    jalon_json_problem_here (parser, JALON_PROBLEM_NUMBER_TOO_LARGE, start, parser->at);
  return node != JALON_JSON_NONE;
}

static gboolean
read_hex (const char *text, guint32 at, guint32 end, guint32 *unit)
{
  *unit = 0;
  if (end - at < 4)
    return FALSE;
  for (guint32 i = at; i < at + 4; i++)
    {
      if (!g_ascii_isxdigit (text[i]))
        return FALSE;
      *unit = *unit << 4 | (guint32) g_ascii_xdigit_value (text[i]);
    }
  return TRUE;
}

static gboolean
read_low_surrogate (const char *text, guint32 at, guint32 end, guint32 *unit)
{
  return end - at >= 6 && text[at] == '\\' && text[at + 1] == 'u' && read_hex (text, at + 2, end, unit)
         && *unit >= 0xdc00 && *unit <= 0xdfff;
}

/* What stands after \u at @at: a character, or the half of one and its other half. Returns the bytes read, 0 on an error. */
static guint32
read_unicode_escape (const char *text, guint32 at, guint32 end, gunichar *character, JalonProblemCode *code)
{
  guint32 unit;
  guint32 low;

  *code = JALON_PROBLEM_BAD_ESCAPE;
  if (!read_hex (text, at, end, &unit))
    return 0;
  *character = unit;
  *code = JALON_PROBLEM_NUL_ESCAPE;
  if (unit == 0)
    return 0;
  if (unit < 0xd800 || unit > 0xdfff)
    return 4;
  *code = JALON_PROBLEM_LONE_SURROGATE;
  if (unit > 0xdbff || !read_low_surrogate (text, at + 4, end, &low))
    return 0;
  *character = 0x10000 + ((unit - 0xd800) << 10) + (low - 0xdc00);
  return 10;
}

static const char simple_escapes[] = "\"\\/bfnrt";
static const char simple_characters[] = "\"\\/\b\f\n\r\t";

/* The escape at @at, a backslash. Returns the bytes read, 0 on an error. */
static guint32
read_escape (const char *text, guint32 at, guint32 end, gunichar *character, JalonProblemCode *code)
{
  const char *simple;
  guint32 n_read;

  *code = JALON_PROBLEM_BAD_ESCAPE;
  if (end - at < 2 || text[at + 1] == '\0')
    return 0;
  if (text[at + 1] == 'u')
    {
      n_read = read_unicode_escape (text, at + 2, end, character, code);
      return n_read == 0 ? 0 : n_read + 2;
    }
  simple = strchr (simple_escapes, text[at + 1]);
  if (simple == NULL)
    return 0;
  *character = (guchar) simple_characters[simple - simple_escapes];
  return 2;
}

static gboolean
scan_escape (JalonJsonParser *parser, guint32 *n_saved)
{
  JalonJson *json = parser->json;
  JalonProblemCode code;
  gunichar character;
  guint32 n_read = read_escape (json->text, parser->at, json->length, &character, &code);

  if (n_read == 0)
    {
      jalon_json_problem_here (parser, code, parser->at,
                               MIN (json->length, parser->at + (code == JALON_PROBLEM_BAD_ESCAPE ? 2 : 6)));
      return FALSE;
    }
  *n_saved += n_read - (guint32) g_unichar_to_utf8 (character, NULL);
  parser->at += n_read;
  return TRUE;
}

static void
report_control_character (JalonJsonParser *parser)
{
  char name[8];

  g_snprintf (name, sizeof name, "U+%04X", (guint) (guchar) parser->json->text[parser->at]);
  jalon_json_problem (parser, JALON_PROBLEM_CONTROL_CHARACTER, parser->at, name);
}

/* The string whose quotation mark stands here. */
gboolean
jalon_json_scan_string (JalonJsonParser *parser)
{
  JalonJson *json = parser->json;
  guint32 start = ++parser->at;
  guint32 n_saved = 0;
  gboolean escaped = FALSE;
  JalonJsonNode node;

  while (parser->at < json->length && json->text[parser->at] != '"')
    {
      if ((guchar) json->text[parser->at] < 0x20)
        {
          report_control_character (parser);
          return FALSE;
        }
      if (json->text[parser->at] != '\\')
        parser->at++;
      else if (!scan_escape (parser, &n_saved))
        return FALSE;
      else
        escaped = TRUE;
    }
  if (parser->at >= json->length)
    {
      jalon_json_problem (parser, JALON_PROBLEM_UNEXPECTED_END, json->length, NULL);
      return FALSE;
    }
  node = jalon_json_add (parser, JALON_JSON_STRING, start);
  parser->at++;
  if (node == JALON_JSON_NONE)
    return FALSE;
  json->entries[node].escaped = escaped;
  if (parser->at - 1 - start - n_saved > JALON_JSON_MAX_STRING)
    jalon_json_problem (parser, JALON_PROBLEM_STRING_TOO_LONG, start - 1, NULL);
  return TRUE;
}

/**
 * jalon_json_dup_string:
 * @self: a JSON text
 * @node: a string of it
 *
 * Returns: (transfer full): the string, its escapes resolved
 */
char *
jalon_json_dup_string (const JalonJson *self, JalonJsonNode node)
{
  const JalonJsonEntry *entry = &self->entries[node];
  GString *string;
  guint32 at = entry->start;

  if (!entry->escaped)
    return g_strndup (self->text + entry->start, entry->end - entry->start);
  string = g_string_sized_new (entry->end - entry->start);
  while (at < entry->end)
    {
      JalonProblemCode code;
      gunichar character;

      if (self->text[at] != '\\')
        {
          g_string_append_c (string, self->text[at++]);
          continue;
        }
      at += read_escape (self->text, at, entry->end, &character, &code);
      g_string_append_unichar (string, character);
    }
  return g_string_free (string, FALSE);
}

/**
 * jalon_json_equals:
 * @self: a JSON text
 * @node: a string of it
 * @string: a string
 *
 * Returns: whether they are the same, escapes resolved
 */
gboolean
jalon_json_equals (const JalonJson *self, JalonJsonNode node, const char *string)
{
  const JalonJsonEntry *entry = &self->entries[node];
  g_autofree char *unescaped = NULL;

  if (!entry->escaped)
    return is_literal (self->text + entry->start, entry->end - entry->start, string);
  unescaped = jalon_json_dup_string (self, node);
  return strcmp (unescaped, string) == 0;
}

static int
compare_bytes (const char *a, gsize a_length, const char *b, gsize b_length)
{
  if (a_length != b_length)
    return a_length < b_length ? -1 : 1;
  return memcmp (a, b, a_length);
}

/* Any order of strings in which equal ones meet. */
int
jalon_json_compare_strings (const JalonJson *self, JalonJsonNode first, JalonJsonNode second)
{
  const JalonJsonEntry *a = &self->entries[first];
  const JalonJsonEntry *b = &self->entries[second];
  g_autofree char *a_string = NULL;
  g_autofree char *b_string = NULL;

  if (!a->escaped && !b->escaped)
    return compare_bytes (self->text + a->start, a->end - a->start, self->text + b->start, b->end - b->start);
  a_string = jalon_json_dup_string (self, first);
  b_string = jalon_json_dup_string (self, second);
  return compare_bytes (a_string, strlen (a_string), b_string, strlen (b_string));
}

/* A number that is short enough to be exact without a library. */
static gboolean
read_small_integer (const char *text, guint32 length, double *number)
{
  gint64 integer = 0;

  if (length > 15)
    return FALSE;
  for (guint32 i = 0; i < length; i++)
    {
      if (!g_ascii_isdigit (text[i]))
        return FALSE;
      integer = integer * 10 + (text[i] - '0');
    }
  *number = (double) integer;
  return TRUE;
}

/**
 * jalon_json_get_number:
 * @self: a JSON text
 * @node: a number of it
 *
 * Returns: the nearest double
 */
double
jalon_json_get_number (const JalonJson *self, JalonJsonNode node)
{
  const JalonJsonEntry *entry = &self->entries[node];
  guint32 length = entry->end - entry->start;
  double number;
  char small[64];
  g_autofree char *large = NULL;
  char *copy = small;

  if (read_small_integer (self->text + entry->start, length, &number))
    return number;
  if (length >= sizeof small)
    copy = large = g_malloc (length + 1);
  memcpy (copy, self->text + entry->start, length);
  copy[length] = '\0';
  return g_ascii_strtod (copy, NULL);
}
