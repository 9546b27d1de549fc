/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* A column that is copied: what stands above it, and the member of the rows that fills it. */
typedef struct
{
  char *heading;
  const char *member;
} JalonClipColumn;

char *jalon_clip_write_text (const JalonClipColumn *columns, guint n_columns, const GPtrArray *rows);
char *jalon_clip_write_html (const JalonClipColumn *columns, guint n_columns, const GPtrArray *rows);

G_END_DECLS
