/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui-support.h"

/* Arrows that come while nobody sees the window aren't told either. */
static void
test_arrows (void)
{
  g_autoptr (JalonDataset) dataset = ui_read_bundled ();
  JalonWindow *window = ui_window_new (dataset, "en");
  g_autoptr (GPtrArray) icons = NULL;

  jalon_window_be_kiosk (window);
  gtk_widget_set_visible (GTK_WIDGET (window), FALSE);
  jalon_model_set_dataset (jalon_window_get_model (window), dataset);
  icons = ui_list_type (GTK_WIDGET (window), g_type_from_name ("GtkBuiltinIcon"));
  g_assert_cmpuint (icons->len, >, 5);
  for (guint i = 0; i < icons->len; i++)
    gtk_test_accessible_assert_state (GTK_ACCESSIBLE (g_ptr_array_index (icons, i)), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/kiosk/arrows", test_arrows);
  return g_test_run ();
}
