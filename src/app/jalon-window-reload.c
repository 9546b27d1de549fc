/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/jalon-state.h"
#include "app/jalon-window-private.h"

/* A writer that goes on is waited for. */
#define QUIET_MS 300

static void
read_again (JalonWindow *self)
{
  jalon_window_open (self, self->file);
  self->kept_state = jalon_state_describe (self->model, FALSE);
}

static gboolean
say_changed_cb (gpointer data)
{
  JalonWindow *self = data;
  const JalonLanguage *language = jalon_model_get_language (self->model);

  self->quiet = 0;
  if (self->kiosk)
    read_again (self);
  else
    jalon_window_toast (self, jalon_tr (language, "The file has changed"), jalon_tr (language, "Reload"), "win.reload", NULL);
  return G_SOURCE_REMOVE;
}

static void
changed_cb (JalonWindow *self, GFile *file, GFile *other, GFileMonitorEvent event)
{
  if (event == G_FILE_MONITOR_EVENT_DELETED || event == G_FILE_MONITOR_EVENT_ATTRIBUTE_CHANGED || event == G_FILE_MONITOR_EVENT_MOVED_OUT)
    return;
  g_clear_handle_id (&self->quiet, g_source_remove);
  self->quiet = g_timeout_add (QUIET_MS, say_changed_cb, self);
}

/**
 * jalon_window_watch_file:
 * @self: a window
 *
 * Offers to read the file again once it has changed; in a kiosk it is read. Where the system can't tell, nothing is done.
 */
void
jalon_window_watch_file (JalonWindow *self)
{
  g_clear_handle_id (&self->quiet, g_source_remove);
  g_clear_object (&self->monitor);
  if (self->file != NULL)
    self->monitor = g_file_monitor_file (self->file, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL);
  if (self->monitor != NULL)
    g_signal_connect_object (self->monitor, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.reload", self->file != NULL && !self->kiosk);
}

static void
reload_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  JalonWindow *self = JALON_WINDOW (widget);

  if (self->file == NULL)
    return;
  g_clear_handle_id (&self->quiet, g_source_remove);
  read_again (self);
}

/**
 * jalon_window_install_reload_actions:
 * @klass: the class of the window
 *
 * Installs reading the file again.
 */
void
jalon_window_install_reload_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.reload", NULL, reload_action);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_r, GDK_CONTROL_MASK, "win.reload", NULL);
}
