/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/jalon-state.h"
#include "app/jalon-window-private.h"
#include "widgets/jalon-icon-button.h"

#define BUTTON_BACK 8
#define BUTTON_FORWARD 9

static void
update_actions (JalonWindow *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.back", jalon_history_can_go (self->history, -1));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.forward", jalon_history_can_go (self->history, 1));
}

/**
 * jalon_window_begin_history:
 * @self: a window
 *
 * Has what is shown now be the first step.
 */
void
jalon_window_begin_history (JalonWindow *self)
{
  g_autofree char *state = jalon_state_describe (self->model, FALSE);

  jalon_history_reset (self->history, state);
  update_actions (self);
}

static void
model_changed_cb (JalonWindow *self, guint what)
{
  g_autofree char *state = NULL;

  if (self->travelling || jalon_model_get_dataset (self->model) == NULL)
    return;
  if (what & JALON_MODEL_DATASET)
    {
      jalon_window_begin_history (self);
      return;
    }
  state = jalon_state_describe (self->model, FALSE);
  jalon_history_note (self->history, state, g_get_monotonic_time ());
  update_actions (self);
}

/**
 * jalon_window_show_state_text:
 * @self: a window
 * @text: a state
 * @refused: (element-type utf8): takes what of it doesn't fit the data
 *
 * Shows a state as far as it fits.
 */
void
jalon_window_show_state_text (JalonWindow *self, const char *text, GPtrArray *refused)
{
  g_autoptr (JalonState) state = jalon_state_parse (text, jalon_model_get_dataset (self->model), refused, NULL);

  if (state != NULL)
    jalon_state_apply (state, self->model);
}

static void
go (JalonWindow *self, int step)
{
  g_autoptr (GPtrArray) refused = g_ptr_array_new_with_free_func (g_free);
  const char *text = jalon_history_go (self->history, step);

  if (text == NULL)
    return;
  self->travelling = TRUE;
  jalon_window_show_state_text (self, text, refused);
  self->travelling = FALSE;
  update_actions (self);
}

static void
back_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  go (JALON_WINDOW (widget), -1);
}

static void
forward_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  go (JALON_WINDOW (widget), 1);
}

/* The view that the file opens with. */
static void
reset_view_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  JalonWindow *self = JALON_WINDOW (widget);
  JalonDataset *dataset = jalon_model_get_dataset (self->model);
  const JalonTerritory *focus = dataset != NULL ? jalon_dataset_get_focus (dataset) : NULL;
  g_autoptr (JalonQuery) query = jalon_query_new ();
  JalonState state = { .query = query, .page = JALON_PAGE_DASHBOARD, .logarithmic = TRUE };

  if (focus != NULL)
    jalon_query_toggle_value (query, JALON_KEY_TERRITORY, focus->base.id);
  jalon_state_apply (&state, self->model);
}

static void
pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, JalonWindow *self)
{
  guint button = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture));

  if (button == BUTTON_BACK || button == BUTTON_FORWARD)
    go (self, button == BUTTON_BACK ? -1 : 1);
}

/**
 * jalon_window_make_history:
 * @self: a window
 *
 * Has the window remember the states that it goes through.
 *
 * Returns: (transfer floating): the buttons for back and forward, without words
 */
GtkWidget *
jalon_window_make_history (JalonWindow *self)
{
  GtkGesture *gesture = gtk_gesture_click_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  self->history = jalon_history_new ();
  self->back = gtk_button_new_from_icon_name ("go-previous-symbolic");
  self->forward = gtk_button_new_from_icon_name ("go-next-symbolic");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->back), "win.back");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->forward), "win.forward");
  gtk_box_append (GTK_BOX (box), self->back);
  gtk_box_append (GTK_BOX (box), self->forward);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (gesture), 0);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (gesture), GTK_PHASE_CAPTURE);
  g_signal_connect_object (gesture, "pressed", G_CALLBACK (pressed_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (gesture));
  g_signal_connect_object (self->model, "changed", G_CALLBACK (model_changed_cb), self, G_CONNECT_SWAPPED);
  update_actions (self);
  return box;
}

/**
 * jalon_window_update_history_words:
 * @self: a window
 *
 * Gives the buttons for back and forward their words.
 */
void
jalon_window_update_history_words (JalonWindow *self)
{
  const JalonLanguage *language = jalon_model_get_language (self->model);

  jalon_icon_button_set_words (self->back, jalon_tr (language, "Back"));
  jalon_icon_button_set_words (self->forward, jalon_tr (language, "Forward"));
}

/**
 * jalon_window_install_history_actions:
 * @klass: the class of the window
 *
 * Installs going back and forward through the states of a window.
 */
void
jalon_window_install_history_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.back", NULL, back_action);
  gtk_widget_class_install_action (klass, "win.forward", NULL, forward_action);
  gtk_widget_class_install_action (klass, "win.reset-view", NULL, reset_view_action);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_Left, GDK_ALT_MASK, "win.back", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_Right, GDK_ALT_MASK, "win.forward", NULL);
}
