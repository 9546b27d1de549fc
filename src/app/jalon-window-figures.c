/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/jalon-window-private.h"
#include "facts/jalon-address.h"
#include "widgets/jalon-why-window.h"
#include "words/jalon-cite.h"

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

static void
copy_action (GtkWidget *widget, const char *action, GVariant *what)
{
  JalonWindow *self = JALON_WINDOW (widget);
  const JalonLanguage *language = jalon_model_get_language (self->model);
  JalonFigures *figures = jalon_model_get_figures (self->model);
  g_autoptr (JalonTold) asked = NULL;
  g_autofree char *sentence = NULL;

  if (figures != NULL)
    asked = jalon_told_new (figures, jalon_model_get_query (self->model), g_variant_get_string (what, NULL));
  if (asked != NULL)
    sentence = jalon_cite (language, asked);
  if (sentence != NULL)
    gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), sentence);
  jalon_window_toast (self, sentence != NULL ? jalon_tr (language, "Copied with its source")
                                             : jalon_tr (language, "That is not part of what is shown"), NULL, NULL, NULL);
}

static void
open_action (GtkWidget *widget, const char *action, GVariant *address)
{
  if (jalon_address_is_web (g_variant_get_string (address, NULL)))
    g_app_info_launch_default_for_uri_async (g_variant_get_string (address, NULL), NULL, NULL, NULL, NULL);
}

/**
 * jalon_window_install_figures_actions:
 * @klass: the class of the window
 *
 * Installs `win.why(s)`, what a figure is made of, and `win.copy-figure(s)`, the figure as a sentence with its source: by the name that
 * jalon_told_new() takes; and `win.open-address(s)`, which opens addresses of the web and no others.
 */
void
jalon_window_install_figures_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.why", "s", why_action);
  gtk_widget_class_install_action (klass, "win.copy-figure", "s", copy_action);
  gtk_widget_class_install_action (klass, "win.open-address", "s", open_action);
}
