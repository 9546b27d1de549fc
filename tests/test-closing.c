/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is open or under way when something else goes: its window, what it lists, what it speaks of. */
#include "config.h"

#include "ui-support.h"

#include "app/jalon-print.h"
#include "app/jalon-print-preview.h"
#include "widgets/jalon-filter-pane.h"
#include "widgets/jalon-filter-period.h"
#include "widgets/jalon-filter-row.h"

static void
close_window (JalonWindow *window)
{
  gtk_window_destroy (GTK_WINDOW (window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static GtkWidget *
open_filters (JalonWindow *window)
{
  GtkWidget *pane;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.filter", NULL);
  ui_settle (GTK_WIDGET (window));
  pane = ui_find_type (GTK_WIDGET (window), JALON_TYPE_FILTER_PANE);
  g_assert_true (gtk_widget_get_mapped (pane));
  return pane;
}

static JalonFilterRow *
find_row (GtkWidget *pane, JalonKey key, const char *value)
{
  g_autoptr (GPtrArray) rows = ui_list_type (pane, JALON_TYPE_FILTER_ROW);

  for (guint i = 0; i < rows->len; i++)
    if (jalon_filter_row_get_key (rows->pdata[i]) == key && g_strcmp0 (jalon_filter_row_get_value (rows->pdata[i]), value) == 0)
      return rows->pdata[i];
  return NULL;
}

/* A date that was typed and not taken yet, when its window goes. */
static void
test_typed (void)
{
  g_autoptr (JalonDataset) dataset = ui_read_bundled ();
  JalonWindow *window = ui_window_new (dataset, "en");
  GtkWidget *pane = open_filters (window), *entry;

  gtk_widget_activate (GTK_WIDGET (find_row (pane, JALON_KEY_FROM, NULL)));
  ui_settle (GTK_WIDGET (window));
  entry = ui_find_type (ui_find_type (pane, JALON_TYPE_FILTER_PERIOD), GTK_TYPE_ENTRY);
  g_assert_true (gtk_widget_grab_focus (entry));
  gtk_editable_set_text (GTK_EDITABLE (entry), "2025");
  close_window (window);
}

/* Later the project is building and no longer announced: as many choices, and others. */
static void
test_as_of (void)
{
  g_autoptr (JalonDataset) dataset = ui_read (
      "{\"format\": \"jalon\", \"version\": 1, \"title\": \"T\", \"projects\": ["
      " {\"id\": \"one\", \"title\": \"One\", \"kind\": \"cloud\", \"scope\": \"company\", \"announcements\": ["
      "  {\"date\": \"2024-01-10\", \"act\": \"announces\"}, {\"date\": \"2024-06-10\", \"act\": \"starts\"}]}]}");
  JalonWindow *window = ui_window_new (dataset, "en");
  JalonQuery *query = jalon_model_get_query (jalon_window_get_model (window));
  GtkWidget *pane;
  JalonDate date;

  g_assert_true (jalon_date_parse ("2024-02-01", &date));
  jalon_query_set_as_of (query, &date);
  pane = open_filters (window);
  gtk_widget_activate (GTK_WIDGET (find_row (pane, JALON_KEY_STATUS, NULL)));
  g_assert_nonnull (find_row (pane, JALON_KEY_STATUS, "announced"));
  jalon_query_set_as_of (query, NULL);
  g_assert_null (find_row (pane, JALON_KEY_STATUS, "announced"));
  g_assert_nonnull (find_row (pane, JALON_KEY_STATUS, "building"));
  close_window (window);
}

static GtkWindow *
find_preview (void)
{
  GListModel *windows = gtk_window_get_toplevels ();
  GtkWindow *found = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (JALON_IS_PRINT_PREVIEW (window))
        found = window;
    }
  return found;
}

static gboolean
has_preview (gpointer data)
{
  return find_preview () != NULL;
}

static gboolean
is_gone (gpointer operation)
{
  return *(gpointer *) operation == NULL;
}

static GtkPrintOperation *
preview (JalonWindow *window)
{
  JalonExportRequest request = { .dataset = jalon_model_get_dataset (jalon_window_get_model (window)),
                                 .query = jalon_model_get_query (jalon_window_get_model (window)),
                                 .language = jalon_language_get ("en") };
  GtkPrintOperation *operation = jalon_print_new (&request);

  gtk_print_operation_set_allow_async (operation, TRUE);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PREVIEW, GTK_WINDOW (window), NULL);
  return operation;
}

/* A preview doesn't come for a window that has gone, and goes with its window. */
static void
test_preview (void)
{
  g_autoptr (JalonDataset) dataset = ui_read_bundled ();
  JalonWindow *window = ui_window_new (dataset, "en");
  GtkPrintOperation *operation = preview (window);

  g_object_add_weak_pointer (G_OBJECT (operation), (gpointer *) &operation);
  close_window (window);
  if (operation != NULL)
    g_object_unref (operation);
  ui_wait (is_gone, &operation);
  g_assert_null (find_preview ());
  window = ui_window_new (dataset, "en");
  operation = preview (window);
  g_object_add_weak_pointer (G_OBJECT (operation), (gpointer *) &operation);
  g_object_unref (operation);
  ui_wait (has_preview, NULL);
  ui_settle (GTK_WIDGET (find_preview ()));
  close_window (window);
  g_assert_null (find_preview ());
  ui_wait (is_gone, &operation);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/closing/typed", test_typed);
  g_test_add_func ("/closing/as-of", test_as_of);
  g_test_add_func ("/closing/preview", test_preview);
  return g_test_run ();
}
