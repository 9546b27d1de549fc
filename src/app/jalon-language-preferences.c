/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/jalon-language-preferences.h"

#include "app/jalon-page-window.h"
#include "app/jalon-settings.h"

/* "" is the system's language. */
static const char *const codes[] = { "", "fr", "en", "en_GB" };

static const JalonLanguage *
find_language (const char *code)
{
  return code[0] != '\0' ? jalon_language_get (code) : jalon_language_get_default ();
}

static void
chosen_cb (GtkCheckButton *button, JalonModel *model)
{
  const char *code = g_object_get_data (G_OBJECT (button), "language");

  if (!gtk_check_button_get_active (button))
    return;
  jalon_settings_set_language (code[0] != '\0' ? jalon_language_get (code) : NULL);
  jalon_model_set_language (model, find_language (code));
}

/**
 * jalon_language_preferences_add:
 * @page: an AdwPreferencesPage
 * @model: what the window shows
 *
 * Adds the choice of the language: of the window, at once, and of those to come.
 */
void
jalon_language_preferences_add (GtkWidget *page, JalonModel *model)
{
  const JalonLanguage *language = jalon_model_get_language (model);
  const JalonLanguage *chosen = jalon_settings_get_language ();
  GtkWidget *group = jalon_page_window_add_group (page, jalon_tr (language, "Language"));
  GtkWidget *first = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      const char *name = jalon_language_get_name (find_language (codes[i]));
      gboolean is_system = codes[i][0] == '\0';
      GtkWidget *row = jalon_page_window_add_row (group, is_system ? jalon_tr (language, "The system’s") : name, is_system ? name : NULL);
      GtkWidget *button = gtk_check_button_new ();

      gtk_check_button_set_group (GTK_CHECK_BUTTON (button), GTK_CHECK_BUTTON (first));
      first = first != NULL ? first : button;
      gtk_check_button_set_active (GTK_CHECK_BUTTON (button), is_system ? chosen == NULL : chosen == find_language (codes[i]));
      gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), -1);
      g_object_set_data (G_OBJECT (button), "language", (gpointer) codes[i]);
      g_signal_connect_object (button, "toggled", G_CALLBACK (chosen_cb), model, 0);
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), button);
      adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
    }
}
