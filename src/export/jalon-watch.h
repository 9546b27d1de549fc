/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Who waits for an export that takes long. Used in the thread that makes it. */
typedef struct
{
  GCancellable *cancellable;                   /* NULL: it can't be stopped */
  void (*progress) (double part, gpointer data); /* NULL: nobody wants to know; part: 0 to 1 */
  gpointer data;
} JalonWatch;

gboolean jalon_watch_step (const JalonWatch *watch, double part, GError **error);

G_END_DECLS
