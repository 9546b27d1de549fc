/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/jalon-window-private.h"
#include "widgets/jalon-timeline-pane.h"

static void
play_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  JalonWindow *self = JALON_WINDOW (widget);

  jalon_model_set_page (self->model, JALON_PAGE_DASHBOARD);
  jalon_timeline_pane_play (JALON_TIMELINE_PANE (self->timeline));
}

/**
 * jalon_window_install_play_actions:
 * @klass: the class of the window
 *
 * Installs win.play, which plays the announcements, or stops where it is.
 */
void
jalon_window_install_play_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.play", NULL, play_action);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_space, GDK_CONTROL_MASK, "win.play", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_AudioPlay, 0, "win.play", NULL);
}
