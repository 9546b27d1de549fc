/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "files/jalon-json.h"

G_BEGIN_DECLS

typedef struct
{
  guint32 start;   /* in the text; of a string: after its quotation mark */
  guint32 end;     /* after it; of a string: at its quotation mark */
  guint32 next;    /* the node after it and all it contains; of a name: after its value; 0: still open */
  guint8 type;
  guint8 escaped;  /* of a string: it has escapes */
} JalonJsonEntry;

struct _JalonJson
{
  GBytes *bytes;
  const char *text;
  guint32 length;

  JalonJsonEntry *entries;
  guint32 n_entries;
  guint32 n_allocated;

  guint32 line_offset;   /* up to where `line` has counted */
  guint line;
  JalonJsonNode hint_array; /* the array and item of the last long walk of jalon_json_dup_path() */
  JalonJsonNode hint_item;
  guint hint_index;
};

/* One pass over a text. */
typedef struct
{
  JalonJson *json;
  JalonProblems *problems;
  guint32 at;
  guint depth;
  struct
  {
    JalonJsonNode container;
    JalonJsonNode key; /* the last one */
  } open[JALON_JSON_MAX_DEPTH];
} JalonJsonParser;

JalonJsonNode jalon_json_add (JalonJsonParser *parser, JalonJsonType type, guint32 start);
void jalon_json_problem (JalonJsonParser *parser, JalonProblemCode code, guint32 offset, const char *arg);
void jalon_json_problem_here (JalonJsonParser *parser, JalonProblemCode code, guint32 from, guint32 to);
gboolean jalon_json_scan_word (JalonJsonParser *parser);
gboolean jalon_json_scan_string (JalonJsonParser *parser);
int jalon_json_compare_strings (const JalonJson *self, JalonJsonNode first, JalonJsonNode second);

G_END_DECLS
