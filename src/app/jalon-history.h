/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The states that a window went through, as text. */
typedef struct _JalonHistory JalonHistory;

JalonHistory *jalon_history_new (void);
void jalon_history_free (JalonHistory *self);
void jalon_history_reset (JalonHistory *self, const char *state);
void jalon_history_note (JalonHistory *self, const char *state, gint64 when);
gboolean jalon_history_can_go (const JalonHistory *self, int step);
const char *jalon_history_go (JalonHistory *self, int step);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JalonHistory, jalon_history_free)

G_END_DECLS
