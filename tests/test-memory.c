/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui-support.h"

#include <glib/gstdio.h>

#include "app/jalon-history.h"
#include "app/jalon-settings.h"
#include "app/jalon-state.h"
#include "widgets/jalon-board.h"

#define HEAD "{\"format\": \"jalon\", \"version\": 1, \"title\": \"T\", \"places\": ["
#define PLACE(id) "{\"id\": \"" id "\", \"name\": \"" id "\", \"lat\": 1, \"lon\": 1, \"precision\": \"site\"}"
#define PROJECTS(id) "], \"projects\": [{\"id\": \"p\", \"title\": \"P\", \"kind\": \"cloud\", \"scope\": \"site\", \"at\": [\"" id "\"]," \
                     "\"announcements\": [{\"date\": \"2025\", \"act\": \"announces\", \"amount\": {\"value\": 5}}]}]}"

static const char *const before = HEAD PLACE ("here") "," PLACE ("there") PROJECTS ("here");
static const char *const after = HEAD PLACE ("there") PROJECTS ("there");

/* One step a gesture; another step cuts off what lay ahead; no step past the ends. */
static void
test_history (void)
{
  g_autoptr (JalonHistory) history = jalon_history_new ();

  g_assert_null (jalon_history_go (history, -1));
  jalon_history_reset (history, "j:?group=place");
  jalon_history_note (history, "j:?group=place", 1);
  g_assert_false (jalon_history_can_go (history, -1));
  jalon_history_note (history, "j:?group=place&text=a", 10 * G_USEC_PER_SEC);
  jalon_history_note (history, "j:?group=place&text=ab", 10 * G_USEC_PER_SEC + 500000);
  jalon_history_note (history, "j:?group=place&text=abc", 11 * G_USEC_PER_SEC);
  jalon_history_note (history, "j:?group=year&text=abc", 11 * G_USEC_PER_SEC + 1);
  jalon_history_note (history, "j:?group=month&text=abc", 11 * G_USEC_PER_SEC + 2);
  g_assert_cmpstr (jalon_history_go (history, -1), ==, "j:?group=year&text=abc");
  g_assert_cmpstr (jalon_history_go (history, -1), ==, "j:?group=place&text=abc");
  g_assert_cmpstr (jalon_history_go (history, -1), ==, "j:?group=place");
  g_assert_null (jalon_history_go (history, -1));
  g_assert_cmpstr (jalon_history_go (history, 1), ==, "j:?group=place&text=abc");
  jalon_history_note (history, "j:?group=place&text=abc&as-of=2024", 20 * G_USEC_PER_SEC);
  g_assert_false (jalon_history_can_go (history, 1));
  jalon_history_note (history, "j:?group=place&text=abc&as-of=2025", 40 * G_USEC_PER_SEC);
  g_assert_cmpstr (jalon_history_go (history, -1), ==, "j:?group=place&text=abc&as-of=2024");
}

static gboolean
has_dataset (gpointer window)
{
  return jalon_model_get_dataset (jalon_window_get_model (window)) != NULL;
}

/* The window that lists the problems of a file, or NULL. */
static GtkWindow *
find_dialog (void)
{
  GListModel *windows = gtk_window_get_toplevels ();
  GtkWindow *found = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (gtk_window_get_modal (window))
        found = window;
    }
  return found;
}

static gboolean
has_dialog (gpointer data)
{
  return find_dialog () != NULL;
}

static JalonWindow *
open_file (const char *path)
{
  JalonWindow *window = jalon_window_new (NULL, jalon_language_get ("en"));
  g_autoptr (GFile) file = g_file_new_for_path (path);

  jalon_window_open (window, file);
  gtk_window_present (GTK_WINDOW (window));
  ui_wait (has_dataset, window);
  ui_settle (GTK_WIDGET (window));
  return window;
}

static void
close_window (JalonWindow *window)
{
  gtk_window_close (GTK_WINDOW (window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static JalonQuery *
get_query (JalonWindow *window)
{
  return jalon_model_get_query (jalon_window_get_model (window));
}

static char *
write_file (const char *text)
{
  char *path = g_build_filename (g_get_user_data_dir (), "file.jalon", NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  return path;
}

/* Back and forward through what was asked; the view can be reset, and that taken back too. */
static void
test_back_and_forward (void)
{
  g_autofree char *path = write_file (before);
  JalonWindow *window = open_file (path);
  JalonQuery *query = get_query (window);

  gtk_widget_activate_action (GTK_WIDGET (window), "win.back", NULL);
  jalon_query_toggle_value (query, JALON_KEY_PLACE, "here");
  jalon_query_set_group (query, JALON_KEY_YEAR);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.back", NULL));
  g_assert_cmpint (jalon_query_get_group (query), ==, JALON_KEY_PLACE);
  g_assert_true (jalon_query_has_value (query, JALON_KEY_PLACE, "here"));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.back", NULL);
  g_assert_false (jalon_query_is_filtered (query));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.forward", NULL);
  g_assert_true (jalon_query_has_value (query, JALON_KEY_PLACE, "here"));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.reset-view", NULL);
  g_assert_false (jalon_query_is_filtered (query));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.back", NULL);
  g_assert_true (jalon_query_has_value (query, JALON_KEY_PLACE, "here"));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.reset-view", NULL);
  close_window (window);
  g_unlink (path);
}

/* The next start shows the last file as it was left, with nothing to undo; one that is gone is said, and the bundled data are there. */
static void
test_restored (void)
{
  g_autofree char *path = write_file (before);
  JalonWindow *window = open_file (path);
  g_autofree char *left = NULL;
  g_autofree char *found = NULL;

  jalon_query_toggle_value (get_query (window), JALON_KEY_PLACE, "there");
  jalon_model_set_page (jalon_window_get_model (window), JALON_PAGE_TABLE);
  left = jalon_state_describe (jalon_window_get_model (window), FALSE);
  close_window (window);
  window = jalon_window_new (NULL, jalon_language_get ("en"));
  jalon_window_open_last (window);
  ui_wait (has_dataset, window);
  found = jalon_state_describe (jalon_window_get_model (window), FALSE);
  g_assert_cmpstr (found, ==, left);
  g_assert_nonnull (strstr (found, "filter=place=there"));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo-filter", NULL);
  g_assert_true (jalon_query_has_value (get_query (window), JALON_KEY_PLACE, "there"));
  close_window (window);
  g_unlink (path);
  window = jalon_window_new (NULL, jalon_language_get ("en"));
  jalon_window_open_last (window);
  g_assert_true (has_dataset (window));
  g_assert_null (jalon_dataset_get_project (jalon_model_get_dataset (jalon_window_get_model (window)), "p"));
  close_window (window);
}

/* An address that is none, as a damaged settings file may have it, is gone like a file. */
static void
test_no_address (void)
{
  JalonWindow *window = jalon_window_new (NULL, jalon_language_get ("en"));

  g_settings_set_string (jalon_settings_get (), "last-file", "7");
  jalon_window_open_last (window);
  g_assert_true (has_dataset (window));
  close_window (window);
}

/* A file that is asked for from outside may be no file at all. */
static void
test_no_file (void)
{
  g_autofree char *path = write_file (before);
  JalonWindow *window = open_file (path);
  const char *const addresses[] = { "", "http://[::", "jalon:x", "file:///dev/null" };

  for (guint i = 0; i < G_N_ELEMENTS (addresses); i++)
    {
      g_autoptr (GFile) file = g_file_new_for_uri (addresses[i]);

      jalon_window_open (window, file);
      ui_wait (has_dialog, NULL);
      gtk_window_destroy (find_dialog ());
    }
  g_assert_nonnull (jalon_dataset_get_project (jalon_model_get_dataset (jalon_window_get_model (window)), "p"));
  close_window (window);
  g_unlink (path);
}

/* What is chosen last is what is shown, though a file was still being read. */
static void
test_chosen_last (void)
{
  g_autofree char *path = write_file (before);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  JalonWindow *window = jalon_window_new (NULL, jalon_language_get ("en"));
  JalonWindow *later;

  jalon_window_open (window, file);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.bundled", NULL);
  g_assert_true (has_dataset (window));
  later = open_file (path); /* read after it */
  g_assert_null (jalon_window_get_file (window));
  close_window (window);
  close_window (later);
  g_unlink (path);
}

/* What a search found may have gone since: what is shown stays then, and it is said. */
static void
test_found (void)
{
  g_autofree char *path = write_file (before);
  JalonWindow *window = open_file (path);
  GFile *file = jalon_window_get_file (window);

  jalon_query_clear_filters (get_query (window));
  jalon_query_toggle_value (get_query (window), JALON_KEY_PLACE, "there");
  jalon_window_open_in_state (window, file, "jalon:?selected=nowhere&page=dashboard");
  g_assert_true (jalon_query_has_value (get_query (window), JALON_KEY_PLACE, "there"));
  g_assert_cmpstr (jalon_query_get_selected (get_query (window)), ==, NULL);
  jalon_window_open_in_state (window, file, "jalon:?selected=p&page=dashboard");
  g_assert_cmpstr (jalon_query_get_selected (get_query (window)), ==, "p");
  close_window (window);
  g_unlink (path);
}

/* What a command line asked for is not what the next start shows. */
static void
test_not_remembered (void)
{
  g_autofree char *path = write_file (before);
  JalonWindow *window = open_file (path);

  gtk_widget_activate_action (GTK_WIDGET (window), "win.reset-view", NULL);
  close_window (window);
  window = open_file (path);
  jalon_window_set_remembers (window, FALSE);
  jalon_query_toggle_value (get_query (window), JALON_KEY_PLACE, "there");
  close_window (window);
  window = open_file (path);
  g_assert_false (jalon_query_is_filtered (get_query (window)));
  close_window (window);
  g_unlink (path);
}

typedef struct
{
  JalonWindow *window;
  JalonDataset *old; /* borrowed */
} Waiting;

static gboolean
is_another (gpointer data)
{
  Waiting *waiting = data;

  return jalon_model_get_dataset (jalon_window_get_model (waiting->window)) != waiting->old;
}

static gboolean
has_another_window (gpointer window)
{
  g_autoptr (GListModel) windows = g_object_ref (gtk_window_get_toplevels ());

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) other = g_list_model_get_item (windows, i);

      if (gtk_window_get_transient_for (other) == window)
        return TRUE;
    }
  return FALSE;
}

/* Read again, the file keeps its view but for what it no longer has; a broken one changes nothing and lists its problems. */
static void
test_reload (void)
{
  g_autofree char *path = write_file (before);
  JalonWindow *window = open_file (path);
  g_autoptr (JalonDataset) old = g_object_ref (jalon_model_get_dataset (jalon_window_get_model (window)));
  Waiting waiting = { window, old };

  jalon_query_toggle_value (get_query (window), JALON_KEY_PLACE, "here");
  jalon_query_toggle_value (get_query (window), JALON_KEY_KIND, "cloud");
  g_free (write_file (after));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.reload", NULL);
  ui_wait (is_another, &waiting);
  ui_settle (GTK_WIDGET (window));
  g_assert_true (jalon_query_has_value (get_query (window), JALON_KEY_KIND, "cloud"));
  g_assert_false (jalon_query_has_value (get_query (window), JALON_KEY_PLACE, "here"));
  waiting.old = jalon_model_get_dataset (jalon_window_get_model (window));
  g_free (write_file ("{"));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.reload", NULL);
  ui_wait (has_another_window, window);
  g_assert_false (is_another (&waiting));
  g_assert_true (jalon_query_has_value (get_query (window), JALON_KEY_KIND, "cloud"));
  close_window (window);
  g_unlink (path);
}

static gboolean
offers_reload (gpointer window)
{
  g_autoptr (GPtrArray) buttons = ui_list_type (window, GTK_TYPE_BUTTON);

  for (guint i = 0; i < buttons->len; i++)
    if (g_strcmp0 (gtk_actionable_get_action_name (g_ptr_array_index (buttons, i)), "win.reload") == 0)
      return TRUE;
  return FALSE;
}

static void
test_changed (void)
{
  g_autofree char *path = write_file (before);
  JalonWindow *window = open_file (path);

  g_assert_false (offers_reload (window));
  g_free (write_file (after));
  ui_wait (offers_reload, window);
  close_window (window);
  g_unlink (path);
}

static GtkWidget *
find_got_it (JalonWindow *window)
{
  g_autoptr (GPtrArray) buttons = ui_list_type (GTK_WIDGET (window), GTK_TYPE_BUTTON);

  for (guint i = 0; i < buttons->len; i++)
    if (g_strcmp0 (gtk_actionable_get_action_name (g_ptr_array_index (buttons, i)), "win.got-it") == 0)
      return g_ptr_array_index (buttons, i);
  return NULL;
}

/* The hint of the first start stands above the views, not over them, and goes for good, once it was read or what it says was done. */
static void
test_hint (void)
{
  g_autofree char *path = write_file (before);
  JalonWindow *window;
  graphene_point_t foot;

  g_settings_reset (jalon_settings_get (), "hint-read");
  window = open_file (path);
  g_assert_true (gtk_widget_get_mapped (find_got_it (window)));
  g_assert_true (gtk_widget_compute_point (find_got_it (window), ui_find_type (GTK_WIDGET (window), JALON_TYPE_BOARD),
                                           &GRAPHENE_POINT_INIT (0, (float) gtk_widget_get_height (find_got_it (window))), &foot));
  g_assert_cmpfloat (foot.y, <=, 0);
  g_signal_emit_by_name (find_got_it (window), "clicked");
  ui_settle (GTK_WIDGET (window));
  g_assert_false (gtk_widget_get_mapped (find_got_it (window)));
  close_window (window);
  window = open_file (path);
  g_assert_false (gtk_widget_get_mapped (find_got_it (window)));
  close_window (window);
  g_settings_reset (jalon_settings_get (), "hint-read");
  window = open_file (path);
  jalon_query_toggle_value (get_query (window), JALON_KEY_KIND, "cloud");
  ui_settle (GTK_WIDGET (window));
  g_assert_true (g_settings_get_boolean (jalon_settings_get (), "hint-read"));
  close_window (window);
  g_settings_reset (jalon_settings_get (), "hint-read");
  window = open_file (path);
  jalon_query_set_selected (get_query (window), "p");
  ui_settle (GTK_WIDGET (window));
  g_assert_false (gtk_widget_get_mapped (find_got_it (window)));
  close_window (window);
  g_unlink (path);
}

/* The list of keys comes, in the window's language. */
static void
test_shortcuts (void)
{
  g_autofree char *path = write_file (before);
  JalonWindow *window = open_file (path);

  g_assert_false (has_another_window (window));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.shortcuts", NULL));
  g_assert_true (has_another_window (window)); /* a window of its own */
  close_window (window);
  g_unlink (path);
}

int
main (int argc, char *argv[])
{
  g_autofree char *home = g_dir_make_tmp (NULL, NULL);
  g_autofree char *recent = g_build_filename (home, "recently-used.xbel", NULL);
  int failed;

  g_setenv ("XDG_DATA_HOME", home, TRUE);
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/memory/history", test_history);
  g_test_add_func ("/memory/back-and-forward", test_back_and_forward);
  g_test_add_func ("/memory/restored", test_restored);
  g_test_add_func ("/memory/no-address", test_no_address);
  g_test_add_func ("/memory/no-file", test_no_file);
  g_test_add_func ("/memory/chosen-last", test_chosen_last);
  g_test_add_func ("/memory/found", test_found);
  g_test_add_func ("/memory/not-remembered", test_not_remembered);
  g_test_add_func ("/memory/reload", test_reload);
  g_test_add_func ("/memory/changed", test_changed);
  g_test_add_func ("/memory/hint", test_hint);
  g_test_add_func ("/memory/shortcuts", test_shortcuts);
  failed = g_test_run ();
  g_unlink (recent);
  g_rmdir (home);
  return failed;
}
