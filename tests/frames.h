/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The frames of a window that something was painted in, as they are painted. */
typedef struct
{
  guint n;
  gint64 painted; /* the end of the last one by the monotonic clock, microseconds */
  gint64 spent;   /* what the process, all its threads, had spent by then of CPU time, microseconds */
} Frames;

const Frames *frames_watch (GtkWidget *window);
gint64 frames_get_cpu_time (void);

G_END_DECLS
