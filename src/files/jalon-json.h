/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "files/jalon-problems.h"

G_BEGIN_DECLS

#define JALON_JSON_MAX_SIZE (512u << 20)   /* bytes of a file */
#define JALON_JSON_MAX_DEPTH 64            /* arrays and objects inside each other */
#define JALON_JSON_MAX_STRING (1u << 20)   /* bytes of a string in UTF-8 */
#define JALON_JSON_MAX_VALUES (1u << 26)   /* values and names of a file: bounds the memory at 1 GiB */

typedef enum
{
  JALON_JSON_NULL,
  JALON_JSON_FALSE,
  JALON_JSON_TRUE,
  JALON_JSON_NUMBER,
  JALON_JSON_STRING,
  JALON_JSON_ARRAY,
  JALON_JSON_OBJECT
} JalonJsonType;

/* A strictly read JSON text (RFC 8259): a list of values that point into the text, in its order, each container before what it
 * contains. The outermost value is 0. */
typedef struct _JalonJson JalonJson;
typedef guint32 JalonJsonNode;

#define JALON_JSON_NONE G_MAXUINT32

JalonJson *jalon_json_parse (GBytes *bytes, JalonProblems *problems);
void jalon_json_free (JalonJson *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JalonJson, jalon_json_free)

JalonJsonType jalon_json_get_type (const JalonJson *self, JalonJsonNode node);
guint32 jalon_json_get_offset (const JalonJson *self, JalonJsonNode node);
guint jalon_json_get_line (JalonJson *self, JalonJsonNode node);
double jalon_json_get_number (const JalonJson *self, JalonJsonNode node);
char *jalon_json_dup_string (const JalonJson *self, JalonJsonNode node);
char *jalon_json_dup_source (const JalonJson *self, JalonJsonNode node);
gboolean jalon_json_equals (const JalonJson *self, JalonJsonNode node, const char *string);
char *jalon_json_dup_path (JalonJson *self, JalonJsonNode node);

/* Children: the items of an array; the names of an object, each with its value as the node after it. */
JalonJsonNode jalon_json_get_first (const JalonJson *self, JalonJsonNode container);
JalonJsonNode jalon_json_get_next (const JalonJson *self, JalonJsonNode container, JalonJsonNode child);
JalonJsonNode jalon_json_get_member (const JalonJson *self, JalonJsonNode object, const char *name);

void jalon_json_append_text (const JalonJson *self, JalonJsonNode node, GString *text);

G_END_DECLS
