/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/jalon-screens.h"

#include "app/jalon-console.h"

/* Who sees what on which screen, as long as the audience's window is there. */
typedef struct
{
  JalonPresenter *presenter; /* borrowed: it owns this */
  JalonConsole *console;     /* borrowed from the application */
  GListModel *monitors;      /* owned */
} Screens;

/* The audience sees the last screen, the speaker the first; one screen is the audience's. */
static void
arrange (Screens *self)
{
  guint n = g_list_model_get_n_items (self->monitors);
  g_autoptr (GdkMonitor) first = g_list_model_get_item (self->monitors, 0);
  g_autoptr (GdkMonitor) last = n > 0 ? g_list_model_get_item (self->monitors, n - 1) : NULL;

  if (n == 0)
    return; /* all unplugged: until one comes */
  gtk_window_fullscreen_on_monitor (GTK_WINDOW (self->presenter), last);
  gtk_window_present (GTK_WINDOW (self->presenter));
  if (n == 1)
    {
      gtk_widget_set_visible (GTK_WIDGET (self->console), FALSE);
      return;
    }
  gtk_window_fullscreen_on_monitor (GTK_WINDOW (self->console), first);
  gtk_window_present (GTK_WINDOW (self->console));
}

static void
monitors_changed_cb (GListModel *monitors, guint position, guint removed, guint added, Screens *self)
{
  arrange (self);
}

static void
screens_free (gpointer data)
{
  Screens *self = data;

  g_signal_handlers_disconnect_by_data (self->monitors, self);
  gtk_window_destroy (GTK_WINDOW (self->console));
  g_object_unref (self->monitors);
  g_free (self);
}

static void
ended_cb (JalonPresenter *presenter)
{
  g_object_set_data (G_OBJECT (presenter), "screens", NULL);
}

/**
 * jalon_screens_arrange:
 * @presenter: the audience's window
 * @current: (transfer floating): for the speaker, the slide that is shown
 * @next: (transfer floating): for the speaker, the one after it
 *
 * Shows the audience's window full screen, and on a second screen, as soon as there is one, the speaker's console. A screen that is
 * unplugged leaves everything to the other.
 */
void
jalon_screens_arrange (JalonPresenter *presenter, JalonSlideView *current, JalonSlideView *next)
{
  Screens *self = g_new0 (Screens, 1);

  self->presenter = presenter;
  self->console = jalon_console_new (presenter, current, next);
  self->monitors = g_object_ref (gdk_display_get_monitors (gtk_widget_get_display (GTK_WIDGET (presenter))));
  g_signal_connect (self->monitors, "items-changed", G_CALLBACK (monitors_changed_cb), self);
  g_object_set_data_full (G_OBJECT (presenter), "screens", self, screens_free);
  g_signal_connect (presenter, "destroy", G_CALLBACK (ended_cb), NULL);
  arrange (self);
}
