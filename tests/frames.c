/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "frames.h"

#include <time.h>

static Frames frames;
static gboolean painting;

static gint64
get_time (clockid_t clock)
{
  struct timespec now;

  clock_gettime (clock, &now);
  return now.tv_sec * (gint64) G_USEC_PER_SEC + now.tv_nsec / 1000;
}

/* What the process, all its threads, has spent of CPU time, in microseconds. */
gint64
frames_get_cpu_time (void)
{
  return get_time (CLOCK_PROCESS_CPUTIME_ID);
}

/* A hook, since GTK's own handler ends the emission: something is to be painted. */
static gboolean
render_cb (GSignalInvocationHint *hint, guint n_values, const GValue *values, gpointer surface)
{
  painting |= g_value_get_object (&values[0]) == surface;
  return TRUE;
}

static void
after_paint_cb (GdkFrameClock *clock, gpointer data)
{
  if (!painting)
    return;
  painting = FALSE;
  frames.n++;
  frames.painted = get_time (CLOCK_MONOTONIC);
  frames.spent = frames_get_cpu_time ();
}

static void
realize_cb (GtkWidget *window, gpointer data)
{
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (window));

  g_signal_add_emission_hook (g_signal_lookup ("render", GDK_TYPE_SURFACE), 0, render_cb, surface, NULL);
  g_signal_connect_after (gdk_surface_get_frame_clock (surface), "after-paint", G_CALLBACK (after_paint_cb), NULL);
}

/* Watches one window of the process, for good. */
const Frames *
frames_watch (GtkWidget *window)
{
  if (gtk_widget_get_realized (window))
    realize_cb (window, NULL);
  else
    g_signal_connect_after (window, "realize", G_CALLBACK (realize_cb), NULL);
  return &frames;
}
