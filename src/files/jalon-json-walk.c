/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "files/jalon-json-private.h"

#include <string.h>

/* Finding one's way in a text that was read. */

/* From here on jalon_json_dup_path() remembers how far it came in an array. */
#define LONG_WALK 256

/**
 * jalon_json_get_type:
 * @self: a JSON text
 * @node: a value of it
 *
 * Returns: its type
 */
JalonJsonType
jalon_json_get_type (const JalonJson *self, JalonJsonNode node)
{
  return (JalonJsonType) self->entries[node].type;
}

/**
 * jalon_json_get_offset:
 * @self: a JSON text
 * @node: a value of it
 *
 * Returns: where it begins, in bytes
 */
guint32
jalon_json_get_offset (const JalonJson *self, JalonJsonNode node)
{
  const JalonJsonEntry *entry = &self->entries[node];

  return entry->type == JALON_JSON_STRING ? entry->start - 1 : entry->start;
}

/**
 * jalon_json_get_line:
 * @self: a JSON text
 * @node: a value of it
 *
 * Cheap for values asked for in their order.
 *
 * Returns: the line it begins in, from 1
 */
guint
jalon_json_get_line (JalonJson *self, JalonJsonNode node)
{
  guint32 offset = jalon_json_get_offset (self, node);
  const char *end = self->text + offset;

  if (offset < self->line_offset)
    {
      self->line_offset = 0;
      self->line = 1;
    }
  for (const char *at = self->text + self->line_offset; (at = memchr (at, '\n', (gsize) (end - at))) != NULL; at++)
    self->line++;
  self->line_offset = offset;
  return self->line;
}

static JalonJsonNode
end_of (const JalonJson *self, JalonJsonNode node)
{
  guint32 next = self->entries[node].next;

  return next == 0 ? self->n_entries : next;
}

/**
 * jalon_json_get_first:
 * @self: a JSON text
 * @container: a value of it
 *
 * Returns: its first child: an item, or a name; %JALON_JSON_NONE if it has none
 */
JalonJsonNode
jalon_json_get_first (const JalonJson *self, JalonJsonNode container)
{
  if (self->entries[container].type < JALON_JSON_ARRAY)
    return JALON_JSON_NONE;
  return container + 1 < end_of (self, container) ? container + 1 : JALON_JSON_NONE;
}

/**
 * jalon_json_get_next:
 * @self: a JSON text
 * @container: a value of it
 * @child: a child of it
 *
 * Returns: its child after that; %JALON_JSON_NONE if that is the last
 */
JalonJsonNode
jalon_json_get_next (const JalonJson *self, JalonJsonNode container, JalonJsonNode child)
{
  JalonJsonNode next = end_of (self, child);

  return next < end_of (self, container) ? next : JALON_JSON_NONE;
}

/**
 * jalon_json_get_member:
 * @self: a JSON text
 * @object: a value of it
 * @name: a name
 *
 * Returns: the value of that name; %JALON_JSON_NONE if it has no such member, or is no object
 */
JalonJsonNode
jalon_json_get_member (const JalonJson *self, JalonJsonNode object, const char *name)
{
  JalonJsonNode key;

  if (self->entries[object].type != JALON_JSON_OBJECT)
    return JALON_JSON_NONE;
  for (key = jalon_json_get_first (self, object); key != JALON_JSON_NONE; key = jalon_json_get_next (self, object, key))
    if (jalon_json_equals (self, key, name))
      return key + 1;
  return JALON_JSON_NONE;
}

/**
 * jalon_json_dup_source:
 * @self: a JSON text
 * @node: a value of it
 *
 * Returns: (transfer full): it as it is written, a string without its quotation marks; at most 40 bytes of it
 */
char *
jalon_json_dup_source (const JalonJson *self, JalonJsonNode node)
{
  const JalonJsonEntry *entry = &self->entries[node];

  return g_utf8_make_valid (self->text + entry->start, (gssize) MIN (entry->end - entry->start, 40));
}

static void
append_name (const JalonJson *self, JalonJsonNode key, GString *path)
{
  g_autofree char *name = jalon_json_dup_string (self, key);
  gboolean plain = name[0] != '\0';

  for (const char *c = name; *c != '\0' && plain; c++)
    plain = g_ascii_isalnum (*c) || *c == '_' || *c == '-';
  if (!plain || strlen (name) > 64)
    {
      g_autofree char *start = g_utf8_substring (name, 0, MIN (g_utf8_strlen (name, -1), 64));
      g_autofree char *escaped = g_strescape (start, "");

      g_string_append_printf (path, "[\"%s\"]", escaped);
      return;
    }
  if (path->len > 0)
    g_string_append_c (path, '.');
  g_string_append (path, name);
}

/* The item of @array that is or contains @node, and its index. */
static JalonJsonNode
find_item (JalonJson *self, JalonJsonNode array, JalonJsonNode node, guint *index)
{
  JalonJsonNode item = array + 1;

  *index = 0;
  if (self->hint_array == array && self->hint_item <= node)
    {
      item = self->hint_item;
      *index = self->hint_index;
    }
  for (; end_of (self, item) <= node; item = end_of (self, item))
    (*index)++;
  if (*index >= LONG_WALK)
    {
      self->hint_array = array;
      self->hint_item = item;
      self->hint_index = *index;
    }
  return item;
}

static JalonJsonNode
find_key (const JalonJson *self, JalonJsonNode object, JalonJsonNode node)
{
  JalonJsonNode key = object + 1;

  while (end_of (self, key) <= node)
    key = end_of (self, key);
  return key;
}

/**
 * jalon_json_dup_path:
 * @self: a JSON text, perhaps half read
 * @node: a value or a name of it
 *
 * Returns: (transfer full): its path, as projects[3].announcements[0].date; empty for the outermost value
 */
char *
jalon_json_dup_path (JalonJson *self, JalonJsonNode node)
{
  GString *path = g_string_new (NULL);
  JalonJsonNode at = 0;

  while (at < node)
    {
      if (self->entries[at].type == JALON_JSON_OBJECT)
        {
          JalonJsonNode key = find_key (self, at, node);

          append_name (self, key, path);
          at = key == node ? node : key + 1;
        }
      else
        {
          guint index;

          at = find_item (self, at, node, &index);
          g_string_append_printf (path, "[%u]", index);
        }
    }
  return g_string_free (path, FALSE);
}

static void
append_source (const JalonJson *self, JalonJsonNode node, GString *text)
{
  const JalonJsonEntry *entry = &self->entries[node];
  guint32 mark = entry->type == JALON_JSON_STRING ? 1 : 0;

  g_string_append_len (text, self->text + entry->start - mark, entry->end - entry->start + 2 * mark);
}

/**
 * jalon_json_append_text:
 * @self: a JSON text
 * @node: a value of it
 * @text: where to append it
 *
 * Appends the value on one line, each string and number as it is written. Recurses as deep as JSON may be nested.
 */
void
jalon_json_append_text (const JalonJson *self, JalonJsonNode node, GString *text)
{
  gboolean object = self->entries[node].type == JALON_JSON_OBJECT;
  JalonJsonNode child = jalon_json_get_first (self, node);

  if (self->entries[node].type < JALON_JSON_ARRAY)
    {
      append_source (self, node, text);
      return;
    }
  g_string_append_c (text, object ? '{' : '[');
  while (child != JALON_JSON_NONE)
    {
      if (object)
        {
          append_source (self, child, text);
          g_string_append (text, ": ");
        }
      jalon_json_append_text (self, object ? child + 1 : child, text);
      child = jalon_json_get_next (self, node, child);
      if (child != JALON_JSON_NONE)
        g_string_append (text, ", ");
    }
  g_string_append_c (text, object ? '}' : ']');
}
