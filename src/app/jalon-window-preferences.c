/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/jalon-map-preferences.h"
#include "app/jalon-settings.h"
#include "app/jalon-window-private.h"

/* Not AdwPreferencesWindow, which newer platforms deprecate. */
static GtkWindow *
make_window (GtkWindow *parent, GSettings *settings, const JalonLanguage *language)
{
  GtkWindow *window = GTK_WINDOW (adw_window_new ());
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *page = adw_preferences_page_new ();

  gtk_window_set_title (window, jalon_tr (language, "Preferences"));
  gtk_window_set_default_size (window, 600, 480);
  gtk_window_set_transient_for (window, parent);
  gtk_window_set_modal (window, TRUE);
  gtk_window_set_destroy_with_parent (window, TRUE);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (jalon_map_preferences_new (settings, language)));
  gtk_widget_set_vexpand (page, TRUE);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), page);
  adw_window_set_content (ADW_WINDOW (window), box);
  gtk_widget_add_css_class (GTK_WIDGET (window), "preferences");
  return window;
}

static gboolean
close_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  gtk_window_close (GTK_WINDOW (widget));
  return TRUE;
}

static void
preferences_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  GSettings *settings = jalon_settings_get ();
  GtkEventController *keys = gtk_shortcut_controller_new ();
  GtkWindow *window;

  if (settings == NULL)
    {
      const JalonLanguage *language = jalon_model_get_language (JALON_WINDOW (widget)->model);

      jalon_window_toast (JALON_WINDOW (widget), jalon_settings_explain (language, TRUE), NULL, NULL, NULL);
      return;
    }
  window = make_window (GTK_WINDOW (widget), settings, jalon_model_get_language (JALON_WINDOW (widget)->model));
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                                                          gtk_callback_action_new (close_cb, NULL, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (window), keys);
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
