/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/jalon-window-private.h"
#include "widgets/jalon-why-window.h"

/* What can be asked of a figure. */

static void
why_action (GtkWidget *widget, const char *action, GVariant *what)
{
  JalonWindow *self = JALON_WINDOW (widget);
  const JalonLanguage *language = jalon_model_get_language (self->model);
  GtkWindow *window = jalon_why_window_new (GTK_WINDOW (self), self->model, g_variant_get_string (what, NULL));

  if (window != NULL)
    gtk_window_present (window);
  else
    jalon_window_toast (self, jalon_tr (language, "That is not part of what is shown"), NULL, NULL, NULL);
}

/**
 * jalon_window_install_figures_actions:
 * @klass: the class of the window
 *
 * Installs `win.why(s)`: what a figure is made of, by the name that jalon_why_new() takes.
 */
void
jalon_window_install_figures_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.why", "s", why_action);
}
