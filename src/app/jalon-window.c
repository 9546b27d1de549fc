/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/jalon-window-private.h"

#include "app/jalon-settings.h"
#include "widgets/jalon-look.h"
#include "widgets/jalon-map-view.h"
#include "widgets/jalon-quiet.h"

/**
 * JalonWindow:
 *
 * One dashboard on one dataset in one language. Several windows of the process may show different files and speak different languages.
 *
 * Keys: Ctrl+O opens, Ctrl+F searches, Ctrl+N another window, F6 goes from pane to pane, Escape gives up the selection.
 */
G_DEFINE_FINAL_TYPE (JalonWindow, jalon_window, ADW_TYPE_APPLICATION_WINDOW)

static void
model_changed_cb (JalonWindow *self, guint what)
{
  if (what & JALON_MODEL_LANGUAGE)
    jalon_window_update_words (self);
  if (what & (JALON_MODEL_LANGUAGE | JALON_MODEL_DATASET))
    jalon_window_update_title (self);
  if (what & JALON_MODEL_DATASET)
    gtk_stack_set_visible_child_name (self->stack, "pages");
  if (what & JALON_MODEL_PAGE)
    gtk_stack_set_visible_child_name (self->pages, jalon_page_get_nick (jalon_model_get_page (self->model)));
  if (what & JALON_MODEL_SELECTED && jalon_model_get_selected (self->model) != NULL)
    {
      jalon_map_view_show_project (JALON_MAP_VIEW (self->map), jalon_model_get_selected (self->model));
      if (!self->travelling)
        jalon_window_end_hint (self);
    }
  if (what & JALON_MODEL_FIGURES)
    jalon_window_note_filters (self, !(what & JALON_MODEL_DATASET) && !self->travelling);
  if (what & JALON_MODEL_FIGURES)
    jalon_window_write_search (self);
}

static void
jalon_window_dispose (GObject *object)
{
  JalonWindow *self = JALON_WINDOW (object);

  if (self->model != NULL)
    g_signal_handlers_disconnect_by_data (self->model, self); /* an entry that loses the focus takes what was typed into it */
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->quiet, g_source_remove);
  g_clear_handle_id (&self->undo_timer, g_source_remove);
  g_clear_handle_id (&self->day_source, g_source_remove);
  g_clear_object (&self->monitor);
  g_clear_object (&self->file);
  g_clear_pointer (&self->kept_state, g_free);
  g_clear_pointer (&self->history, jalon_history_free);
  g_clear_pointer (&self->languages, g_ptr_array_unref);
  g_clear_object (&self->filters_seen);
  g_clear_object (&self->filters_before);
  g_clear_object (&self->model);
  G_OBJECT_CLASS (jalon_window_parent_class)->dispose (object);
}

static gboolean
jalon_window_close_request (GtkWindow *window)
{
  jalon_settings_remember_window (window);
  jalon_window_remember_state (JALON_WINDOW (window));
  return GTK_WINDOW_CLASS (jalon_window_parent_class)->close_request (window);
}

static void
jalon_window_class_init (JalonWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = jalon_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = jalon_window_close_request;
  jalon_window_install_actions (GTK_WIDGET_CLASS (klass));
  jalon_quiet_install ();
}

static void
jalon_window_init (JalonWindow *self)
{
  self->cancellable = g_cancellable_new ();
  self->remembers = TRUE;
  self->languages = g_ptr_array_new ();
}

/**
 * jalon_window_new:
 * @application: the application
 * @language: the language to speak
 *
 * Makes a window that shows nothing yet.
 *
 * Returns: (transfer none): the window; the application owns it
 */
JalonWindow *
jalon_window_new (GtkApplication *application, const JalonLanguage *language)
{
  JalonWindow *self = g_object_new (JALON_TYPE_WINDOW, "application", application, NULL);

  self->model = jalon_model_new (language);
  jalon_look_follow (self->model);
  jalon_window_build (self);
  jalon_settings_restore_window (GTK_WINDOW (self));
  jalon_window_update_words (self);
  jalon_window_update_title (self);
  jalon_window_accept_drops (self);
  jalon_window_watch_file (self);
  g_signal_connect_object (self->model, "changed", G_CALLBACK (model_changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * jalon_window_get_model:
 * @self: a window
 *
 * Returns: (transfer none): what the window shows
 */
JalonModel *
jalon_window_get_model (JalonWindow *self)
{
  return self->model;
}

/**
 * jalon_window_show_dataset:
 * @self: a window
 * @dataset: the facts to show
 *
 * Shows a dataset that has been read.
 */
void
jalon_window_show_dataset (JalonWindow *self, JalonDataset *dataset)
{
  jalon_model_set_dataset (self->model, dataset);
}
