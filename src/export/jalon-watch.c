/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "export/jalon-watch.h"

/**
 * jalon_watch_step:
 * @watch: (nullable): who waits
 * @part: how much is done, 0 to 1
 * @error: return location for %G_IO_ERROR_CANCELLED
 *
 * Says how far it is.
 *
 * Returns: whether to go on
 */
gboolean
jalon_watch_step (const JalonWatch *watch, double part, GError **error)
{
  if (watch == NULL)
    return TRUE;
  if (g_cancellable_set_error_if_cancelled (watch->cancellable, error))
    return FALSE;
  if (watch->progress != NULL)
    watch->progress (part, watch->data);
  return TRUE;
}
