/* SPDX-License-Identifier: GPL-3.0-or-later */
/* To be preloaded into a GTK program, whichever: tells when its first window was complete, that is painted for the last time before
 * nothing was painted for a while. It writes a line into the file that the environment's PROBE_FD has open: the monotonic time of that
 * frame, the CPU time until then, both in microseconds, and how many frames it took. The program goes on as it is, to be weighed. */
#include "config.h"

#include <dlfcn.h>
#include <stdio.h>

#include "frames.h"

#define QUIET (800 * 1000) /* microseconds without a frame */

static const Frames *frames;

static gboolean
look_cb (gpointer data)
{
  if (frames->n == 0 || g_get_monotonic_time () < frames->painted + QUIET)
    return G_SOURCE_CONTINUE;
  dprintf (atoi (g_getenv ("PROBE_FD")), "%" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %u\n", frames->painted, frames->spent, frames->n);
  return G_SOURCE_REMOVE;
}

static void
window_added_cb (GtkApplication *application, GtkWindow *window)
{
  if (frames == NULL)
    {
      frames = frames_watch (GTK_WIDGET (window));
      g_timeout_add (100, look_cb, NULL);
    }
}

/* In the place of GIO's, before it. */
int
g_application_run (GApplication *application, int argc, char **argv)
{
  int (*run) (GApplication *, int, char **) = (int (*) (GApplication *, int, char **)) dlsym (RTLD_NEXT, "g_application_run");

  g_signal_connect (application, "window-added", G_CALLBACK (window_added_cb), NULL);
  return run (application, argc, argv);
}
