/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "files/jalon-draft.h"

G_BEGIN_DECLS

/* Reads a file without errors as a careful sub-editor does, and warns. A note on the object that a warning names answers it: the
 * warning isn't raised. */
void jalon_sub_editor_read (JalonDraft *draft);

/* Its parts */
void jalon_sub_editor_read_history (JalonDraft *draft, const JalonProject *project);
void jalon_sub_editor_read_money (JalonDraft *draft);
void jalon_sub_editor_read_places (JalonDraft *draft);

/* The announcements that count, in the order in which they do: by the first day of their span. */
GPtrArray *jalon_sub_editor_list_counting (const JalonProject *project);
char *jalon_sub_editor_dup_money (double value, const char *currency);
void jalon_sub_editor_warn_unsaid_area (JalonDraft *draft, const JalonProject *project, JalonScope scope, JalonJsonNode node);

G_END_DECLS
