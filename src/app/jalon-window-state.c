/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/jalon-state.h"
#include "app/jalon-window-private.h"
#include "words/jalon-words.h"

static void
copy_state_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  JalonWindow *self = JALON_WINDOW (widget);
  g_autofree char *text = jalon_state_describe (self->model, TRUE);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
  jalon_window_toast (self, jalon_tr (jalon_model_get_language (self->model), "View copied as text"),
                      NULL, NULL, NULL);
}

static char *
join_words (GPtrArray *words)
{
  g_autofree char *joined = NULL;

  g_ptr_array_add (words, NULL);
  joined = g_strjoinv (", ", (char **) words->pdata);
  g_ptr_array_remove_index (words, words->len - 1);
  return jalon_words_isolate (joined);
}

/**
 * jalon_window_say_refused:
 * @self: a window
 * @sentence: what happened, with {words}
 * @refused: (element-type utf8): the words of a state that don't fit
 *
 * Says which words of a state could not be taken.
 */
void
jalon_window_say_refused (JalonWindow *self, const char *sentence, GPtrArray *refused)
{
  g_autofree char *words = join_words (refused);
  g_autoptr (GString) said = g_string_new (sentence);

  g_string_replace (said, "{words}", words, 1);
  jalon_window_toast (self, said->str, NULL, NULL, NULL);
}

/**
 * jalon_window_show_fitting_state:
 * @self: a window
 * @text: a state
 *
 * Shows a state that fits the data; of another one says what doesn't.
 */
void
jalon_window_show_fitting_state (JalonWindow *self, const char *text)
{
  g_autoptr (GPtrArray) refused = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (JalonState) state = NULL;

  if (jalon_model_get_dataset (self->model) == NULL)
    return;
  state = jalon_state_parse (text, jalon_model_get_dataset (self->model), refused, NULL);
  if (state == NULL)
    g_ptr_array_add (refused, g_strdup (text));
  if (refused->len == 0)
    jalon_state_apply (state, self->model);
  else
    jalon_window_say_refused (self, jalon_tr (jalon_model_get_language (self->model), "This view doesn’t fit these data: {words}"), refused);
}

/* Not before the search is done with telling of its change: a text that it is given meanwhile would outlive it (GTK 4.8). */
static gboolean
show_pasted_cb (gpointer data)
{
  JalonWindow *self = JALON_WINDOW (data);
  g_autofree char *text = NULL;

  if (self->model == NULL)
    return G_SOURCE_REMOVE;
  text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->search)));
  jalon_window_write_search (self);
  jalon_window_show_fitting_state (self, text);
  return G_SOURCE_REMOVE;
}

/* What comes as a whole was pasted; a hand types it letter by letter and ends with Enter. */
static void
inserted_cb (GtkEditable *search, const char *text, int length, int *position, JalonWindow *self)
{
  g_autofree char *whole = length < 0 ? g_strdup (text) : g_strndup (text, (gsize) length);

  if (jalon_state_is_text (whole) && strcmp (whole, jalon_query_get_text (jalon_model_get_query (self->model))) != 0)
    self->pasted = TRUE;
}

static void
activated_cb (JalonWindow *self)
{
  self->pasted = jalon_state_is_text (gtk_editable_get_text (GTK_EDITABLE (self->search)));
  if (self->pasted)
    jalon_window_take_state (self);
}

/**
 * jalon_window_take_state:
 * @self: a window
 *
 * Shows the state that stands in the search, once it is there as a whole.
 *
 * Returns: whether what stands in the search is a state, or may become one, and is not to be searched for
 */
gboolean
jalon_window_take_state (JalonWindow *self)
{
  gboolean pasted = self->pasted;

  self->pasted = FALSE;
  if (!jalon_state_may_become (gtk_editable_get_text (GTK_EDITABLE (self->search))))
    return FALSE;
  if (pasted)
    g_idle_add_full (G_PRIORITY_DEFAULT, show_pasted_cb, g_object_ref (self), g_object_unref);
  return TRUE;
}

/**
 * jalon_window_watch_search:
 * @self: a window
 *
 * Has the search take a state that is pasted into it.
 */
void
jalon_window_watch_search (JalonWindow *self)
{
  g_signal_connect_object (gtk_editable_get_delegate (GTK_EDITABLE (self->search)), "insert-text", G_CALLBACK (inserted_cb), self, 0);
  g_signal_connect_object (self->search, "activate", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
}

/**
 * jalon_window_install_state_actions:
 * @klass: the class of the window
 *
 * Installs what has to do with the state of a window as text.
 */
void
jalon_window_install_state_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.copy-state", NULL, copy_state_action);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_c, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "win.copy-state", NULL);
}
