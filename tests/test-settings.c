/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/jalon-settings.h"

#include <adwaita.h>
#include <glib/gstdio.h>

/* What is remembered is there for the next window. */
static void
test_remembered (void)
{
  GtkWindow *window = GTK_WINDOW (gtk_window_new ());
  int width, height;

  g_assert_null (jalon_settings_get_language ());
  jalon_settings_set_language (jalon_language_get ("fr"));
  g_assert_cmpstr (jalon_language_get_code (jalon_settings_get_language ()), ==, "fr");
  jalon_settings_set_language (NULL);
  g_assert_null (jalon_settings_get_language ());
  gtk_window_set_default_size (window, 700, 500);
  jalon_settings_remember_window (window);
  gtk_window_destroy (window);
  window = GTK_WINDOW (gtk_window_new ());
  jalon_settings_restore_window (window);
  gtk_window_get_default_size (window, &width, &height);
  g_assert_cmpint (width, ==, 700);
  g_assert_cmpint (height, ==, 500);
  gtk_window_destroy (window);
}

/* Run with no schema: nothing is kept, nothing fails. */
static void
test_no_schema_child (void)
{
  GtkWindow *window = GTK_WINDOW (gtk_window_new ());
  int width, height;

  g_assert_null (jalon_settings_get ());
  g_assert_cmpstr (jalon_settings_explain (jalon_language_get ("en"), TRUE), ==, "Settings aren’t kept: Jalon isn’t wholly installed");
  g_assert_null (jalon_settings_get_language ());
  jalon_settings_set_language (jalon_language_get ("fr"));
  gtk_window_set_default_size (window, 700, 500);
  jalon_settings_restore_window (window);
  jalon_settings_remember_window (window);
  gtk_window_get_default_size (window, &width, &height);
  g_assert_cmpint (width, ==, 700);
  gtk_window_destroy (window);
}

/* What isn't kept is said: here the backend is one that keeps nothing, and knows it. */
static void
test_explained (void)
{
  const JalonLanguage *english = jalon_language_get ("en");

  g_assert_null (jalon_settings_explain (english, TRUE));
  g_assert_null (jalon_settings_explain (english, FALSE));
}

static void
test_no_schema (void)
{
  g_autofree char *folder = g_strdup (g_getenv ("GSETTINGS_SCHEMA_DIR"));

  g_setenv ("GSETTINGS_SCHEMA_DIR", "/nonexistent", TRUE);
  g_test_trap_subprocess ("/settings/no-schema/subprocess", 0, G_TEST_SUBPROCESS_DEFAULT);
  g_setenv ("GSETTINGS_SCHEMA_DIR", folder, TRUE);
  g_test_trap_assert_passed ();
}

/* Run on a file that another version wrote. */
static void
test_future_child (void)
{
  g_assert_null (jalon_settings_get_language ());
  g_assert_cmpint (g_settings_get_int (jalon_settings_get (), "window-width"), ==, 1280);
  g_assert_cmpint (g_settings_get_int (jalon_settings_get (), "window-height"), ==, 720);
  g_assert_true (g_settings_get_boolean (jalon_settings_get (), "maximized"));
}

static void
test_future (void)
{
  g_autofree char *home = g_dir_make_tmp (NULL, NULL);
  g_autofree char *folder = g_build_filename (home, "glib-2.0", "settings", NULL);
  g_autofree char *file = g_build_filename (folder, "keyfile", NULL);
  g_autoptr (GString) group = g_string_new ("/" APP_ID "/");
  g_autofree char *text = NULL;

  g_string_replace (group, ".", "/", 0);
  g_string_set_size (group, group->len - 1);
  text = g_strdup_printf ("[%s]\nunheard-of={'a': <1>}\nlanguage=[1, 2]\nwindow-width='wide'\nwindow-height=7\nmaximized=true\n",
                          group->str + 1);
  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (file, text, -1, NULL));
  g_setenv ("XDG_CONFIG_HOME", home, TRUE);
  g_setenv ("GSETTINGS_BACKEND", "keyfile", TRUE);
  g_test_trap_subprocess ("/settings/future/subprocess", 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_passed ();
  g_unlink (file);
  g_rmdir (folder);
  *strrchr (folder, '/') = '\0';
  g_rmdir (folder);
  g_rmdir (home);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/settings/remembered", test_remembered);
  g_test_add_func ("/settings/explained", test_explained);
  g_test_add_func ("/settings/no-schema", test_no_schema);
  g_test_add_func ("/settings/no-schema/subprocess", test_no_schema_child);
  g_test_add_func ("/settings/future", test_future);
  g_test_add_func ("/settings/future/subprocess", test_future_child);
  return g_test_run ();
}
