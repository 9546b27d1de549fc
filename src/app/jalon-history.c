/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/jalon-history.h"

#define MOST_STATES 200
#define ONE_GESTURE G_USEC_PER_SEC /* between two changes of one typing, dragging or playing, at most */

struct _JalonHistory
{
  GPtrArray *states; /* of char *, the oldest first */
  guint at;          /* the one that is shown */
  gint64 when;       /* it came, if in a gesture, in microseconds; else 0 */
};

/**
 * jalon_history_new:
 *
 * Returns: (transfer full): a history of nothing
 */
JalonHistory *
jalon_history_new (void)
{
  JalonHistory *self = g_new0 (JalonHistory, 1);

  self->states = g_ptr_array_new_with_free_func (g_free);
  return self;
}

void
jalon_history_free (JalonHistory *self)
{
  g_ptr_array_unref (self->states);
  g_free (self);
}

/**
 * jalon_history_reset:
 * @self: a history
 * @state: what is shown now
 *
 * Begins anew.
 */
void
jalon_history_reset (JalonHistory *self, const char *state)
{
  g_ptr_array_set_size (self->states, 0);
  g_ptr_array_add (self->states, g_strdup (state));
  self->at = 0;
  self->when = 0;
}

/* A state without what changes letter by letter and pixel by pixel. */
static char *
strip (const char *state)
{
  static const char *const flowing[] = { "text=", "from=", "to=", "as-of=" };
  g_auto (GStrv) words = g_strsplit (state, "&", -1);
  GString *rest = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    {
      gboolean flows = FALSE;

      for (guint j = 0; j < G_N_ELEMENTS (flowing); j++)
        flows |= g_str_has_prefix (words[i], flowing[j]);
      if (!flows)
        g_string_append_printf (rest, "&%s", words[i]);
    }
  return g_string_free (rest, FALSE);
}

/**
 * jalon_history_note:
 * @self: a history
 * @state: what is shown now
 * @when: the time, in microseconds
 *
 * Adds a step, and what lay ahead is gone. Typing, dragging and playing are one step as long as they go on.
 */
void
jalon_history_note (JalonHistory *self, const char *state, gint64 when)
{
  const char *now = self->states->len > 0 ? g_ptr_array_index (self->states, self->at) : NULL;
  g_autofree char *rest = strip (state);
  g_autofree char *rest_now = now != NULL ? strip (now) : NULL;
  gboolean flows = g_strcmp0 (rest, rest_now) == 0;

  if (g_strcmp0 (now, state) == 0)
    return;
  if (now != NULL)
    g_ptr_array_set_size (self->states, (int) self->at + 1);
  if (flows && self->when > 0 && when - self->when <= ONE_GESTURE)
    g_ptr_array_set_size (self->states, (int) self->at);
  else if (self->states->len == MOST_STATES)
    g_ptr_array_remove_index (self->states, 0);
  g_ptr_array_add (self->states, g_strdup (state));
  self->at = self->states->len - 1;
  self->when = flows ? when : 0;
}

/**
 * jalon_history_can_go:
 * @self: a history
 * @step: -1 for back, 1 for forward
 *
 * Returns: whether there is a state that way
 */
gboolean
jalon_history_can_go (const JalonHistory *self, int step)
{
  return step < 0 ? self->at > 0 : self->at + 1 < self->states->len;
}

/**
 * jalon_history_go:
 * @self: a history
 * @step: -1 for back, 1 for forward
 *
 * Returns: (transfer none) (nullable): the state to show now; %NULL where there is none that way
 */
const char *
jalon_history_go (JalonHistory *self, int step)
{
  if (!jalon_history_can_go (self, step))
    return NULL;
  self->at = step < 0 ? self->at - 1 : self->at + 1;
  self->when = 0;
  return g_ptr_array_index (self->states, self->at);
}
