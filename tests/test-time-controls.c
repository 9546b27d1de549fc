/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui-support.h"

#include "widgets/jalon-as-of-entry.h"
#include "widgets/jalon-bars-view.h"
#include "widgets/jalon-time-handle.h"
#include "widgets/jalon-timeline-view.h"
#include "words/jalon-words.h"

static void
close_window (JalonWindow *window)
{
  gtk_window_destroy (GTK_WINDOW (window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static JalonTimeHandle *
find_handle (JalonWindow *window, const char *css_class)
{
  g_autoptr (GPtrArray) handles = ui_list_type (GTK_WIDGET (window), JALON_TYPE_TIME_HANDLE);

  for (guint i = 0; i < handles->len; i++)
    if (gtk_widget_has_css_class (g_ptr_array_index (handles, i), css_class))
      return g_ptr_array_index (handles, i);
  g_assert_not_reached ();
}

static int
day_of (const char *date)
{
  JalonDate read;

  g_assert_true (jalon_date_parse (date, &read));
  return jalon_date_get_last_day (&read);
}

static const char *
get_entry_text (JalonWindow *window)
{
  GtkWidget *entry = ui_find_type (ui_find_type (GTK_WIDGET (window), JALON_TYPE_AS_OF_ENTRY), GTK_TYPE_ENTRY);

  return gtk_editable_get_text (GTK_EDITABLE (entry));
}

/* The handle on the axis, moved: the figures are as of its day in all views, and back at the end they are today's. */
static void
test_as_of_handle (void)
{
  g_autoptr (JalonDataset) dataset = ui_read_bundled ();
  JalonWindow *window = ui_window_new (dataset, "en");
  JalonModel *model = jalon_window_get_model (window);
  JalonTimeHandle *handle = find_handle (window, "as-of");
  JalonSceneView *timeline = JALON_SCENE_VIEW (ui_find_type (GTK_WIDGET (window), JALON_TYPE_TIMELINE_VIEW));
  JalonSum today = jalon_figures_get_total (jalon_model_get_figures (model));
  guint n_marks = jalon_scene_get_n_marks (jalon_scene_view_get_scene (timeline));

  g_assert_cmpint (jalon_time_handle_get_day (handle), ==, jalon_date_get_last_day (jalon_dataset_get_updated (dataset)));
  gtk_range_set_value (GTK_RANGE (handle), day_of ("2025-02-01"));
  g_assert_nonnull (jalon_query_get_as_of (jalon_model_get_query (model)));
  g_assert_cmpint (jalon_date_get_last_day (jalon_query_get_as_of (jalon_model_get_query (model))), ==, day_of ("2025-02-01"));
  g_assert_cmpfloat (jalon_figures_get_total (jalon_model_get_figures (model)).ceiling, <, today.ceiling);
  g_assert_cmpstr (get_entry_text (window), ==, "February 1, 2025");
  gtk_test_accessible_assert_property (handle, GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, "February 1, 2025");
  gtk_test_accessible_assert_property (handle, GTK_ACCESSIBLE_PROPERTY_LABEL, "What was known on February 1, 2025");
  gtk_test_accessible_assert_role (handle, GTK_ACCESSIBLE_ROLE_SLIDER);
  ui_next_frame (GTK_WIDGET (window));
  g_assert_cmpuint (jalon_scene_get_n_marks (jalon_scene_view_get_scene (timeline)), <, n_marks);
  gtk_range_set_value (GTK_RANGE (handle), day_of ("9999"));
  g_assert_null (jalon_query_get_as_of (jalon_model_get_query (model)));
  g_assert_cmpfloat (jalon_figures_get_total (jalon_model_get_figures (model)).ceiling, ==, today.ceiling);
  close_window (window);
}

/* While the day is moved the axis stands still. */
static void
test_axis_stands (void)
{
  g_autoptr (JalonDataset) dataset = ui_read_bundled ();
  JalonWindow *window = ui_window_new (dataset, "fr");
  JalonQuery *query = jalon_model_get_query (jalon_window_get_model (window));
  JalonSceneView *timeline = JALON_SCENE_VIEW (ui_find_type (GTK_WIDGET (window), JALON_TYPE_TIMELINE_VIEW));
  JalonDate early;
  double x = -1;

  for (int pass = 0; pass < 2; pass++)
    {
      const JalonScene *scene = jalon_scene_view_get_scene (timeline);

      for (guint i = 0; i < jalon_scene_get_n_marks (scene); i++)
        {
          const JalonMark *mark = jalon_scene_get_mark (scene, i);

          if (g_strcmp0 (mark->text, "2025") != 0)
            continue;
          if (pass == 0)
            x = mark->x;
          g_assert_cmpfloat (mark->x, ==, x);
        }
      g_assert_true (jalon_date_parse ("2024-05", &early));
      jalon_query_set_as_of (query, &early);
      ui_settle (GTK_WIDGET (window));
    }
  g_assert_cmpfloat (x, >, 0);
  close_window (window);
}

/* A date that is typed; what is none is marked and changes nothing; an empty one is today's. */
static void
test_typed (void)
{
  g_autoptr (JalonDataset) dataset = ui_read_bundled ();
  JalonWindow *window = ui_window_new (dataset, "fr");
  JalonQuery *query = jalon_model_get_query (jalon_window_get_model (window));
  GtkWidget *entry = ui_find_type (ui_find_type (GTK_WIDGET (window), JALON_TYPE_AS_OF_ENTRY), GTK_TYPE_ENTRY);

  gtk_editable_set_text (GTK_EDITABLE (entry), "14 fév 2025");
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpint (jalon_date_get_last_day (jalon_query_get_as_of (query)), ==, day_of ("2025-02-14"));
  g_assert_cmpstr (get_entry_text (window), ==, "14 février 2025");
  gtk_editable_set_text (GTK_EDITABLE (entry), "31 février 2025");
  g_signal_emit_by_name (entry, "activate");
  g_assert_true (gtk_widget_has_css_class (entry, "error"));
  g_assert_cmpint (jalon_date_get_last_day (jalon_query_get_as_of (query)), ==, day_of ("2025-02-14"));
  gtk_editable_set_text (GTK_EDITABLE (entry), "");
  g_signal_emit_by_name (entry, "activate");
  g_assert_false (gtk_widget_has_css_class (entry, "error"));
  g_assert_null (jalon_query_get_as_of (query));
  close_window (window);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/time-controls/as-of-handle", test_as_of_handle);
  g_test_add_func ("/time-controls/axis-stands", test_axis_stands);
  g_test_add_func ("/time-controls/typed", test_typed);
  return g_test_run ();
}
