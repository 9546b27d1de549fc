/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/jalon-application.h"

static void
test_one_window (void)
{
  g_autoptr (JalonApplication) application = jalon_application_new ();
  GtkApplication *gtk_application = GTK_APPLICATION (application);
  g_autoptr (GError) error = NULL;

  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);
  g_application_activate (G_APPLICATION (application));
  g_application_activate (G_APPLICATION (application));
  g_assert_cmpuint (g_list_length (gtk_application_get_windows (gtk_application)), ==, 1);
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (gtk_application_get_active_window (gtk_application))));
  gtk_window_destroy (gtk_application_get_active_window (gtk_application));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/application/one-window", test_one_window);
  return g_test_run ();
}
