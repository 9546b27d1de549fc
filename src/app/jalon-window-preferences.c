/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/jalon-language-preferences.h"
#include "app/jalon-map-preferences.h"
#include "app/jalon-page-window.h"
#include "app/jalon-settings.h"
#include "app/jalon-window-private.h"

static void
fill (GtkWindow *window, JalonModel *model)
{
  const JalonLanguage *language = jalon_model_get_language (model);
  GtkWidget *page = adw_preferences_page_new ();

  jalon_language_preferences_add (page, model);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page),
                            ADW_PREFERENCES_GROUP (jalon_map_preferences_new (jalon_settings_get (), language)));
  jalon_page_window_fill (window, jalon_tr (language, "Preferences"), page);
}

static gboolean
fill_again_cb (gpointer window)
{
  if (gtk_widget_get_mapped (window))
    {
      fill (window, g_object_get_data (window, "model"));
      gtk_widget_child_focus (window, GTK_DIR_TAB_FORWARD);
    }
  return G_SOURCE_REMOVE;
}

/* Not before the button that chose the language is done with it. */
static void
model_changed_cb (GtkWindow *window, guint what)
{
  if (what & JALON_MODEL_LANGUAGE)
    g_idle_add_full (G_PRIORITY_DEFAULT, fill_again_cb, g_object_ref (window), g_object_unref);
}

static void
preferences_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  JalonWindow *self = JALON_WINDOW (widget);
  GtkWindow *window;

  if (jalon_settings_get () == NULL)
    {
      jalon_window_toast (self, jalon_settings_explain (jalon_model_get_language (self->model), TRUE), NULL, NULL, NULL);
      return;
    }
  window = jalon_page_window_new (GTK_WINDOW (self), 600, 640);
  g_object_set_data_full (G_OBJECT (window), "model", g_object_ref (self->model), g_object_unref);
  fill (window, self->model);
  g_signal_connect_object (self->model, "changed", G_CALLBACK (model_changed_cb), window, G_CONNECT_SWAPPED);
  gtk_window_present (window);
}

/**
 * jalon_window_install_preferences_actions:
 * @klass: the class of the window
 *
 * Installs the action that shows the preferences.
 */
void
jalon_window_install_preferences_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.preferences", NULL, preferences_action);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_comma, GDK_CONTROL_MASK, "win.preferences", NULL);
}
