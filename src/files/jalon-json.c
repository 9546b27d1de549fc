/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "files/jalon-json.h"

#include <string.h>

#include "files/jalon-json-private.h"

/* What may come next. */
typedef enum
{
  STATE_VALUE,
  STATE_FIRST_ITEM, /* or the end of the array */
  STATE_FIRST_KEY,  /* or the end of the object */
  STATE_KEY,
  STATE_COLON,
  STATE_AFTER_VALUE,
  STATE_DONE,
  STATE_FAILED
} State;

/* Objects with more members than this are sorted to find a name that is there twice. */
#define MANY_MEMBERS 24

void
jalon_json_problem (JalonJsonParser *parser, JalonProblemCode code, guint32 offset, const char *arg)
{
  JalonJson *json = parser->json;
  char *path = parser->depth > 0 ? jalon_json_dup_path (json, json->n_entries - 1) : NULL;

  jalon_problems_add_plain (parser->problems, code, offset, path, arg);
}

/* A problem whose argument is a piece of the text, its end not before the end of the character at @from. */
void
jalon_json_problem_here (JalonJsonParser *parser, JalonProblemCode code, guint32 from, guint32 to)
{
  const char *text = parser->json->text;
  guint32 length = MIN (to - from, 40);
  g_autofree char *arg = NULL;

  if (from == to && from < parser->json->length)
    length = (guint32) (g_utf8_next_char (text + from) - (text + from));
  arg = g_utf8_make_valid (text + from, (gssize) length);
  jalon_json_problem (parser, code, from, arg);
}

static gboolean
grow (JalonJson *json)
{
  guint32 n_wanted = MIN (MAX (json->n_allocated * 2, json->length / 16 + 64), JALON_JSON_MAX_VALUES);
  JalonJsonEntry *grown;

  if (json->n_allocated == JALON_JSON_MAX_VALUES)
    return FALSE;
  grown = g_try_renew (JalonJsonEntry, json->entries, n_wanted);
  if (grown == NULL)
    return FALSE;
  json->entries = grown;
  json->n_allocated = n_wanted;
  return TRUE;
}

/* Adds the value that ends here; a container is open until it is closed. */
JalonJsonNode
jalon_json_add (JalonJsonParser *parser, JalonJsonType type, guint32 start)
{
  JalonJson *json = parser->json;
  JalonJsonNode node = json->n_entries;
  gboolean container = type >= JALON_JSON_ARRAY;

  if (node == json->n_allocated && !grow (json))
    {
      jalon_json_problem (parser, JALON_PROBLEM_TOO_MANY_VALUES, start, NULL);
      return JALON_JSON_NONE;
    }
  json->entries[node] = (JalonJsonEntry) {
    .start = start,
    .end = parser->at,
    .next = container ? 0 : node + 1,
    .type = (guint8) type,
  };
  json->n_entries++;
  return node;
}

static State
open_container (JalonJsonParser *parser, JalonJsonType type)
{
  JalonJsonNode node = jalon_json_add (parser, type, parser->at);

  if (node == JALON_JSON_NONE)
    return STATE_FAILED;
  if (parser->depth == JALON_JSON_MAX_DEPTH)
    {
      jalon_json_problem (parser, JALON_PROBLEM_TOO_DEEP, parser->at, NULL);
      return STATE_FAILED;
    }
  parser->open[parser->depth].container = node;
  parser->open[parser->depth].key = JALON_JSON_NONE;
  parser->depth++;
  parser->at++;
  return type == JALON_JSON_ARRAY ? STATE_FIRST_ITEM : STATE_FIRST_KEY;
}

static State
read_value (JalonJsonParser *parser)
{
  switch (parser->json->text[parser->at])
    {
    case '[':
      return open_container (parser, JALON_JSON_ARRAY);
    case '{':
      return open_container (parser, JALON_JSON_OBJECT);
    case '"':
      return jalon_json_scan_string (parser) ? STATE_AFTER_VALUE : STATE_FAILED;
    default:
      return jalon_json_scan_word (parser) ? STATE_AFTER_VALUE : STATE_FAILED;
    }
}

static void
report_duplicate (JalonJsonParser *parser, JalonJsonNode key)
{
  JalonJson *json = parser->json;
  g_autofree char *name = jalon_json_dup_string (json, key);

  jalon_problems_add_plain (parser->problems, JALON_PROBLEM_DUPLICATE_KEY, json->entries[key].start - 1,
                            jalon_json_dup_path (json, key), name);
}

static void
compare_each (JalonJsonParser *parser, const JalonJsonNode *keys, guint n_keys)
{
  for (guint i = 1; i < n_keys; i++)
    for (guint j = 0; j < i; j++)
      if (jalon_json_compare_strings (parser->json, keys[i], keys[j]) == 0)
        {
          report_duplicate (parser, keys[i]);
          break;
        }
}

static int
compare_keys (gconstpointer a, gconstpointer b, gpointer data)
{
  JalonJsonNode first = *(const JalonJsonNode *) a;
  JalonJsonNode second = *(const JalonJsonNode *) b;
  int order = jalon_json_compare_strings (data, first, second);

  return order != 0 ? order : (first < second ? -1 : 1);
}

static void
check_many (JalonJsonParser *parser, JalonJsonNode object)
{
  JalonJson *json = parser->json;
  g_autoptr (GArray) keys = g_array_new (FALSE, FALSE, sizeof (JalonJsonNode));

  for (JalonJsonNode key = object + 1; key < json->n_entries; key = json->entries[key].next)
    g_array_append_val (keys, key);
  g_array_sort_with_data (keys, compare_keys, json);
  for (guint i = 1; i < keys->len; i++)
    if (jalon_json_compare_strings (json, g_array_index (keys, JalonJsonNode, i - 1), g_array_index (keys, JalonJsonNode, i)) == 0)
      report_duplicate (parser, g_array_index (keys, JalonJsonNode, i));
}

static void
check_duplicates (JalonJsonParser *parser, JalonJsonNode object)
{
  JalonJson *json = parser->json;
  JalonJsonNode keys[MANY_MEMBERS];
  guint n_keys = 0;
  JalonJsonNode key;

  for (key = object + 1; key < json->n_entries && n_keys < MANY_MEMBERS; key = json->entries[key].next)
    keys[n_keys++] = key;
  if (key < json->n_entries)
    check_many (parser, object);
  else
    compare_each (parser, keys, n_keys);
}

static State
close_container (JalonJsonParser *parser)
{
  JalonJson *json = parser->json;
  JalonJsonNode node = parser->open[--parser->depth].container;

  parser->at++;
  if (json->entries[node].type == JALON_JSON_OBJECT)
    check_duplicates (parser, node);
  json->entries[node].end = parser->at;
  json->entries[node].next = json->n_entries;
  return STATE_AFTER_VALUE;
}

static State
read_key (JalonJsonParser *parser)
{
  JalonJsonNode key = parser->json->n_entries;

  if (parser->json->text[parser->at] != '"')
    {
      jalon_json_problem_here (parser, JALON_PROBLEM_EXPECTED_KEY, parser->at, parser->at);
      return STATE_FAILED;
    }
  if (!jalon_json_scan_string (parser))
    return STATE_FAILED;
  parser->json->entries[key].next = 0;
  parser->open[parser->depth - 1].key = key;
  return STATE_COLON;
}

static State
read_colon (JalonJsonParser *parser)
{
  if (parser->json->text[parser->at] != ':')
    {
      jalon_json_problem_here (parser, JALON_PROBLEM_EXPECTED_COLON, parser->at, parser->at);
      return STATE_FAILED;
    }
  parser->at++;
  return STATE_VALUE;
}

static void
report_missing_comma (JalonJsonParser *parser, char closing)
{
  JalonJson *json = parser->json;
  guint32 length = (guint32) (g_utf8_next_char (json->text + parser->at) - (json->text + parser->at));
  char **args = g_new0 (char *, 3);

  if (!jalon_problems_wants (parser->problems, JALON_SEVERITY_ERROR))
    {
      g_strfreev (args);
      return;
    }
  args[0] = g_utf8_make_valid (json->text + parser->at, (gssize) MIN (length, json->length - parser->at));
  args[1] = g_strdup_printf ("%c", closing);
  jalon_problems_add (parser->problems, JALON_SEVERITY_ERROR, JALON_PROBLEM_EXPECTED_COMMA, parser->at,
                      jalon_json_dup_path (json, json->n_entries - 1), args);
}

static State
read_after_value (JalonJsonParser *parser)
{
  JalonJson *json = parser->json;
  guint top = parser->depth - 1;
  gboolean object = json->entries[parser->open[top].container].type == JALON_JSON_OBJECT;
  char closing = object ? '}' : ']';

  if (object)
    json->entries[parser->open[top].key].next = json->n_entries;
  if (json->text[parser->at] == closing)
    return close_container (parser);
  if (json->text[parser->at] == ',')
    {
      parser->at++;
      return object ? STATE_KEY : STATE_VALUE;
    }
  report_missing_comma (parser, closing);
  return STATE_FAILED;
}

static State
step (JalonJsonParser *parser, State state)
{
  char c = parser->json->text[parser->at];

  switch (state)
    {
    case STATE_FIRST_ITEM:
      return c == ']' ? close_container (parser) : read_value (parser);
    case STATE_FIRST_KEY:
      return c == '}' ? close_container (parser) : read_key (parser);
    case STATE_KEY:
      return read_key (parser);
    case STATE_COLON:
      return read_colon (parser);
    case STATE_AFTER_VALUE:
      return read_after_value (parser);
    case STATE_VALUE:
    case STATE_DONE:
    case STATE_FAILED:
    default:
      return read_value (parser);
    }
}

static void
skip_space (JalonJsonParser *parser)
{
  const char *text = parser->json->text;

  while (parser->at < parser->json->length
         && (text[parser->at] == ' ' || text[parser->at] == '\n' || text[parser->at] == '\r' || text[parser->at] == '\t'))
    parser->at++;
}

static gboolean
parse (JalonJsonParser *parser)
{
  JalonJson *json = parser->json;
  State state = STATE_VALUE;

  skip_space (parser);
  if (parser->at == json->length)
    {
      jalon_problems_add_plain (parser->problems, JALON_PROBLEM_EMPTY, JALON_PROBLEMS_NO_OFFSET, NULL, NULL);
      return FALSE;
    }
  while (state != STATE_FAILED)
    {
      skip_space (parser);
      if (state == STATE_AFTER_VALUE && parser->depth == 0)
        state = STATE_DONE;
      if (state == STATE_DONE && parser->at == json->length)
        return TRUE;
      if (state == STATE_DONE)
        {
          jalon_json_problem_here (parser, JALON_PROBLEM_TRAILING, parser->at, parser->at);
          return FALSE;
        }
      if (parser->at == json->length)
        {
          jalon_json_problem (parser, JALON_PROBLEM_UNEXPECTED_END, json->length, NULL);
          return FALSE;
        }
      state = step (parser, state);
    }
  return FALSE;
}

/* A byte order mark is no JSON, but some editors leave one: it is passed over, and warned of. */
static void
skip_byte_order_mark (JalonJsonParser *parser)
{
  if (parser->json->length < 3 || memcmp (parser->json->text, "\xef\xbb\xbf", 3) != 0)
    return;
  parser->at = 3;
  if (jalon_problems_wants (parser->problems, JALON_SEVERITY_WARNING))
    jalon_problems_add (parser->problems, JALON_SEVERITY_WARNING, JALON_PROBLEM_BYTE_ORDER_MARK, 0, NULL, NULL);
}

static gboolean
check_bytes (JalonProblems *problems, const char *text, gsize length)
{
  const char *end = text;
  char byte[8];

  if (length > JALON_JSON_MAX_SIZE)
    {
      jalon_problems_add_plain (problems, JALON_PROBLEM_FILE_TOO_LARGE, JALON_PROBLEMS_NO_OFFSET, NULL, NULL);
      return FALSE;
    }
  if (length == 0 || g_utf8_validate_len (text, length, &end))
    return TRUE;
  g_snprintf (byte, sizeof byte, "0x%02X", (guint) (guchar) *end);
  jalon_problems_add_plain (problems, *end == '\0' ? JALON_PROBLEM_NUL : JALON_PROBLEM_NOT_UTF8, (guint32) (end - text), NULL,
                            byte);
  return FALSE;
}

/**
 * jalon_json_parse:
 * @bytes: a file
 * @problems: collects what is wrong with it
 *
 * Reads RFC 8259 and nothing else, within the limits of the header; names must not repeat in an object, strings hold no NUL and
 * no half of a surrogate pair, numbers are finite doubles. Uses no recursion.
 *
 * Returns: (transfer full) (nullable): the text; %NULL if it can't be read to its end (there is an error then). With errors that
 *   leave it readable, such as a name that is there twice, it is returned too.
 */
JalonJson *
jalon_json_parse (GBytes *bytes, JalonProblems *problems)
{
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);
  JalonJsonParser parser = { .problems = problems };
  g_autoptr (JalonJson) json = NULL;

  if (!check_bytes (problems, text, length))
    return NULL;
  json = g_new0 (JalonJson, 1);
  json->bytes = g_bytes_ref (bytes);
  json->text = text;
  json->length = (guint32) length;
  json->line = 1;
  json->hint_array = JALON_JSON_NONE;
  parser.json = json;
  skip_byte_order_mark (&parser);
  return parse (&parser) ? g_steal_pointer (&json) : NULL;
}

/**
 * jalon_json_free:
 * @self: (transfer full): a JSON text
 */
void
jalon_json_free (JalonJson *self)
{
  g_bytes_unref (self->bytes);
  g_free (self->entries);
  g_free (self);
}
