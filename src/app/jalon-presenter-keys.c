/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/jalon-presenter-private.h"

/* A digit of a slide's number, or Enter after it. Returns whether it was one. */
static gboolean
take_number (JalonPresenter *self, guint key)
{
  gboolean keypad = key >= GDK_KEY_KP_0 && key <= GDK_KEY_KP_9;

  if (keypad || (key >= GDK_KEY_0 && key <= GDK_KEY_9))
    {
      self->number = (self->number * 10 + key - (keypad ? GDK_KEY_KP_0 : GDK_KEY_0)) % 10000;
      return TRUE;
    }
  if ((key == GDK_KEY_Return || key == GDK_KEY_KP_Enter) && self->number > 0)
    {
      jalon_presenter_go_to_index (self, (int) self->number - 1);
      self->number = 0;
      return TRUE;
    }
  self->number = 0;
  return FALSE;
}

static gboolean
take_move (JalonPresenter *self, guint key)
{
  static const guint on[] = { GDK_KEY_Page_Down, GDK_KEY_KP_Page_Down, GDK_KEY_Right, GDK_KEY_KP_Right, GDK_KEY_Down, GDK_KEY_KP_Down,
                              GDK_KEY_space, GDK_KEY_n, GDK_KEY_Return, GDK_KEY_KP_Enter };
  static const guint back[]
      = { GDK_KEY_Page_Up, GDK_KEY_KP_Page_Up, GDK_KEY_Left, GDK_KEY_KP_Left, GDK_KEY_Up, GDK_KEY_KP_Up, GDK_KEY_BackSpace };

  for (guint i = 0; i < G_N_ELEMENTS (on); i++)
    if (key == on[i])
      return jalon_presenter_step (self, 1), TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (back); i++)
    if (key == back[i])
      return jalon_presenter_step (self, -1), TRUE;
  if (key == GDK_KEY_Home || key == GDK_KEY_KP_Home)
    return jalon_presenter_go_to_index (self, 0), TRUE;
  if (key == GDK_KEY_End || key == GDK_KEY_KP_End)
    return jalon_presenter_go_to_index (self, G_MAXINT), TRUE;
  return FALSE;
}

static gboolean
take_command (JalonPresenter *self, guint key)
{
  switch (key)
    {
    case GDK_KEY_b:
    case GDK_KEY_period:
      return jalon_presenter_set_blank (self, JALON_BLANK_BLACK), TRUE;
    case GDK_KEY_w:
    case GDK_KEY_comma:
      return jalon_presenter_set_blank (self, JALON_BLANK_WHITE), TRUE;
    case GDK_KEY_p:
    case GDK_KEY_F5:
      return jalon_presenter_set_playing (self, !self->playing), TRUE;
    case GDK_KEY_l:
      return jalon_presenter_toggle_language (self), TRUE;
    case GDK_KEY_Escape:
      return gtk_window_close (GTK_WINDOW (self)), TRUE;
    default:
      return FALSE;
    }
}

static gboolean
key_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state, JalonPresenter *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller))));
  gboolean presses = key == GDK_KEY_space || key == GDK_KEY_Return || key == GDK_KEY_KP_Enter;

  if (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK))
    return FALSE;
  if (self->options.kiosk)
    {
      jalon_presenter_touch (self);
      return TRUE;
    }
  if (key == GDK_KEY_Tab || key == GDK_KEY_ISO_Left_Tab)
    jalon_presenter_show_buttons (self);
  if (presses && self->number == 0 && GTK_IS_BUTTON (focus) && gtk_widget_get_visible (focus))
    return FALSE; /* a button that was gone to by Tab */
  key = gdk_keyval_to_lower (key);
  return take_number (self, key) || take_move (self, key) || take_command (self, key);
}

/**
 * jalon_presenter_watch_keys:
 * @widget: a window
 *
 * Takes the keys of a presentation from a window, this or the speaker's.
 */
void
jalon_presenter_watch_keys (JalonPresenter *self, GtkWidget *widget)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, 0);
  gtk_widget_add_controller (widget, keys);
}
