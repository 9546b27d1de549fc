/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The last change of the filters is said, and can be taken back. */
#include "config.h"

#include "ui-support.h"

static gboolean
says (JalonWindow *window, const char *sentence)
{
  g_autoptr (GPtrArray) labels = ui_list_type (GTK_WIDGET (window), GTK_TYPE_LABEL);

  for (guint i = 0; i < labels->len; i++)
    if (g_strcmp0 (gtk_label_get_text (g_ptr_array_index (labels, i)), sentence) == 0)
      return TRUE;
  return FALSE;
}

static void
close_window (JalonWindow *window)
{
  gtk_window_destroy (GTK_WINDOW (window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
test_undo (void)
{
  g_autoptr (JalonDataset) dataset = ui_read_bundled ();
  JalonWindow *window = ui_window_new (dataset, "fr");
  JalonQuery *query = jalon_model_get_query (jalon_window_get_model (window));
  g_autoptr (JalonQuery) first = jalon_query_copy (query);

  jalon_query_toggle_value (query, JALON_KEY_PLACE, "marseille");
  g_assert_true (says (window, "Filtre\u00a0: Marseille"));
  jalon_query_set_group (query, JALON_KEY_KIND);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.undo-filter", NULL));
  g_assert_false (jalon_query_has_value (query, JALON_KEY_PLACE, "marseille"));
  g_assert_cmpint (jalon_query_get_group (query), ==, JALON_KEY_KIND);
  jalon_query_set_group (query, jalon_query_get_group (first));
  g_assert_true (jalon_query_equal (query, first));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo-filter", NULL);
  g_assert_true (jalon_query_equal (query, first));
  close_window (window);
}

static void
test_clear (void)
{
  g_autoptr (JalonDataset) dataset = ui_read_bundled ();
  JalonWindow *window = ui_window_new (dataset, "en");
  JalonQuery *query = jalon_model_get_query (jalon_window_get_model (window));
  g_autoptr (JalonQuery) first = NULL;
  JalonDate date;

  g_assert_true (jalon_date_parse ("2025-02-14", &date));
  jalon_query_set_as_of (query, &date);
  jalon_query_set_text (query, "evroc");
  first = jalon_query_copy (query);
  g_assert_true (jalon_query_is_filtered (query));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.clear-filters", NULL));
  g_assert_false (jalon_query_is_filtered (query));
  g_assert_null (jalon_query_get_as_of (query));
  g_assert_true (says (window, "Filters removed"));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.undo-filter", NULL));
  g_assert_true (jalon_query_equal (query, first));
  close_window (window);
}

/* The steps of one drag are one change, and typing is none. */
static void
test_steps (void)
{
  g_autoptr (JalonDataset) dataset = ui_read_bundled ();
  JalonWindow *window = ui_window_new (dataset, "en");
  JalonQuery *query = jalon_model_get_query (jalon_window_get_model (window));
  const char *const steps[] = { "2023", "2024", "2025" };

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      JalonDate from;

      g_assert_true (jalon_date_parse (steps[i], &from));
      jalon_query_set_window (query, &from, NULL);
    }
  jalon_query_set_text (query, "evroc");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.undo-filter", NULL));
  g_assert_null (jalon_query_get_from (query));
  g_assert_cmpstr (jalon_query_get_text (query), ==, "evroc");
  close_window (window);
}

static gboolean
shows_one_toast (gpointer window)
{
  guint n = 0;
  g_autoptr (GPtrArray) buttons = ui_list_type (window, GTK_TYPE_BUTTON);

  for (guint i = 0; i < buttons->len; i++)
    n += g_strcmp0 (gtk_actionable_get_action_name (buttons->pdata[i]), "win.undo-filter") == 0;
  return n == 1;
}

static gboolean
shows_no_toast (gpointer window)
{
  g_autoptr (GPtrArray) buttons = ui_list_type (window, GTK_TYPE_BUTTON);

  for (guint i = 0; i < buttons->len; i++)
    if (g_strcmp0 (gtk_actionable_get_action_name (buttons->pdata[i]), "win.undo-filter") == 0)
      return FALSE;
  return TRUE;
}

/* One after the other, faster than a toast comes and goes. */
static void
test_many (void)
{
  g_autoptr (JalonDataset) dataset = ui_read_bundled ();
  JalonWindow *window = ui_window_new (dataset, "en");
  JalonQuery *query = jalon_model_get_query (jalon_window_get_model (window));

  for (int round = 0; round < 3; round++)
    {
      for (int kind = 1; kind < JALON_N_KINDS; kind++)
        {
          jalon_query_toggle_value (query, JALON_KEY_KIND, jalon_vocabulary_get_nick (JALON_VOCABULARY_KIND, kind));
          ui_next_frame (GTK_WIDGET (window));
        }
      ui_settle (GTK_WIDGET (window));
    }
  ui_wait (shows_one_toast, window);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.undo-filter", NULL));
  ui_wait (shows_no_toast, window);
  for (int round = 0; round < 5; round++)
    {
      jalon_query_toggle_value (query, JALON_KEY_KIND, "cloud");
      gtk_widget_activate_action (GTK_WIDGET (window), "win.undo-filter", NULL);
    }
  ui_wait (shows_no_toast, window);
  close_window (window);
}

/* Whether the toast's button can be pressed. */
static gboolean
can_undo (JalonWindow *window)
{
  g_autoptr (GPtrArray) buttons = ui_list_type (GTK_WIDGET (window), GTK_TYPE_BUTTON);

  for (guint i = 0; i < buttons->len; i++)
    if (g_strcmp0 (gtk_actionable_get_action_name (buttons->pdata[i]), "win.undo-filter") == 0)
      return gtk_widget_is_sensitive (buttons->pdata[i]);
  g_assert_not_reached ();
}

/* Where the filters come from elsewhere, as by going back, there is nothing to undo, and nothing offers it. */
static void
test_elsewhere (void)
{
  g_autoptr (JalonDataset) dataset = ui_read_bundled ();
  JalonWindow *window = ui_window_new (dataset, "en");
  JalonQuery *query = jalon_model_get_query (jalon_window_get_model (window));

  jalon_query_toggle_value (query, JALON_KEY_KIND, "cloud");
  ui_wait (shows_one_toast, window);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.back", NULL));
  g_assert_false (jalon_query_has_value (query, JALON_KEY_KIND, "cloud"));
  g_assert_false (can_undo (window));
  ui_wait (shows_no_toast, window);
  jalon_query_toggle_value (query, JALON_KEY_KIND, "research");
  ui_wait (shows_one_toast, window);
  g_assert_true (can_undo (window));
  close_window (window);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/undo/undo", test_undo);
  g_test_add_func ("/undo/clear", test_clear);
  g_test_add_func ("/undo/elsewhere", test_elsewhere);
  g_test_add_func ("/undo/steps", test_steps);
  g_test_add_func ("/undo/many", test_many);
  return g_test_run ();
}
