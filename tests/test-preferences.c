/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/jalon-settings.h"
#include "ui-support.h"

/* The windows beside the dashboard: preferences, and whose it all is. */

static JalonWindow *
open_window (void)
{
  g_autoptr (JalonDataset) dataset = ui_read_bundled ();

  return ui_window_new (dataset, "en");
}

/* The window that an action opened. */
static GtkWidget *
open_beside (JalonWindow *window, const char *action)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), action, NULL));
  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWindow) other = g_list_model_get_item (toplevels, i);

      if (gtk_window_get_transient_for (other) == GTK_WINDOW (window))
        {
          ui_settle (GTK_WIDGET (other));
          return GTK_WIDGET (other);
        }
    }
  g_assert_not_reached ();
}

static gboolean
says (GtkWidget *root, const char *words)
{
  g_autoptr (GPtrArray) labels = ui_list_type (root, GTK_TYPE_LABEL);

  for (guint i = 0; i < labels->len; i++)
    if (strstr (gtk_label_get_text (g_ptr_array_index (labels, i)), words) != NULL)
      return TRUE;
  return FALSE;
}

static gboolean
is_french (gpointer window)
{
  return g_strcmp0 (gtk_window_get_title (window), "Préférences") == 0;
}

static gboolean
is_english (gpointer window)
{
  return g_strcmp0 (gtk_window_get_title (window), "Preferences") == 0;
}

/* What is chosen holds at once, in the preferences themselves too, and for the next window. */
static void
test_language (void)
{
  JalonWindow *window = open_window ();
  GtkWidget *preferences = open_beside (window, "win.preferences");
  g_autoptr (GPtrArray) buttons = ui_list_type (preferences, GTK_TYPE_CHECK_BUTTON);

  g_assert_cmpuint (buttons->len, ==, 4);
  g_assert_true (gtk_check_button_get_active (g_ptr_array_index (buttons, 0)));
  g_assert_true (says (preferences, "The system’s"));
  gtk_check_button_set_active (g_ptr_array_index (buttons, 1), TRUE);
  ui_wait (is_french, preferences);
  g_assert_true (says (preferences, "Celle du système"));
  g_assert_cmpstr (jalon_language_get_code (jalon_settings_get_language ()), ==, "fr");
  g_assert_cmpstr (jalon_language_get_code (jalon_model_get_language (jalon_window_get_model (window))), ==, "fr");
  g_clear_pointer (&buttons, g_ptr_array_unref);
  buttons = ui_list_type (preferences, GTK_TYPE_CHECK_BUTTON);
  g_assert_true (gtk_check_button_get_active (g_ptr_array_index (buttons, 1)));
  gtk_check_button_set_active (g_ptr_array_index (buttons, 0), TRUE);
  ui_wait (is_english, preferences); /* the test's locale */
  g_assert_null (jalon_settings_get_language ());
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Who made it, whose the map is and under which licences, in the window's language. */
static void
test_about (void)
{
  static const char *const expected[] = { VERSION, "Les auteurs de Jalon", "Licence publique générale GNU", "Natural Earth", "GSHHG",
                                          "GeoNames", "Creative Commons Attribution 4.0", "Etalab", "Licence Ouverte 2.0" };
  JalonWindow *window = open_window ();
  GtkWidget *about;

  jalon_model_set_language (jalon_window_get_model (window), jalon_language_get ("fr"));
  about = open_beside (window, "win.about");
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (about)), ==, "À propos de Jalon");
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    if (!says (about, expected[i]))
      g_error ("not said: %s", expected[i]);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/preferences/language", test_language);
  g_test_add_func ("/preferences/about", test_about);
  return g_test_run ();
}
