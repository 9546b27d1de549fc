/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui-support.h"

#include "widgets/jalon-as-of-entry.h"
#include "widgets/jalon-bars-view.h"
#include "widgets/jalon-time-handle.h"
#include "widgets/jalon-timeline-view-private.h"
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

/* The ends of the brush: moved they filter by date, at the ends of what there is they are open, Escape clears. */
static void
test_brush (void)
{
  g_autoptr (JalonDataset) dataset = ui_read_bundled ();
  JalonWindow *window = ui_window_new (dataset, "en");
  JalonModel *model = jalon_window_get_model (window);
  JalonQuery *query = jalon_model_get_query (model);
  GtkRange *from = GTK_RANGE (find_handle (window, "from")), *to = GTK_RANGE (find_handle (window, "to"));
  guint n = jalon_figures_get_n_shares (jalon_model_get_figures (model));

  gtk_range_set_value (from, day_of ("2025-02-01"));
  g_assert_cmpint (jalon_date_get_first_day (jalon_query_get_from (query)), ==, day_of ("2025-02-01"));
  g_assert_null (jalon_query_get_to (query));
  gtk_range_set_value (to, day_of ("2025-02-28"));
  g_assert_cmpint (jalon_date_get_last_day (jalon_query_get_to (query)), ==, day_of ("2025-02-28"));
  g_assert_cmpuint (jalon_figures_get_n_shares (jalon_model_get_figures (model)), <, n);
  gtk_test_accessible_assert_property (GTK_WIDGET (to), GTK_ACCESSIBLE_PROPERTY_LABEL, "Announced until: February 28, 2025");
  gtk_range_set_value (from, day_of ("2026-01-01"));
  g_assert_cmpint (jalon_date_get_first_day (jalon_query_get_from (query)), ==, day_of ("2025-02-28"));
  gtk_range_set_value (from, 1);
  g_assert_null (jalon_query_get_from (query));
  gtk_range_set_value (to, day_of ("9999"));
  g_assert_null (jalon_query_get_to (query));
  g_assert_cmpuint (jalon_figures_get_n_shares (jalon_model_get_figures (model)), ==, n);
  close_window (window);
}

static JalonPlayer *
get_player (JalonWindow *window)
{
  return jalon_timeline_view_get_player (JALON_TIMELINE_VIEW (ui_find_type (GTK_WIDGET (window), JALON_TYPE_TIMELINE_VIEW)));
}

/* As-of moves from the first announcement to the end, in twenty seconds at speed 1, and then all is known. */
static void
play_through (JalonWindow *window, double speed)
{
  JalonModel *model = jalon_window_get_model (window);
  JalonQuery *query = jalon_model_get_query (model);
  JalonPlayer *player = get_player (window);
  JalonSum today = jalon_figures_get_total (jalon_model_get_figures (model));
  int day = 0, n_days = 0;
  gint64 past = 0;

  jalon_player_set_speed (player, speed);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.play", NULL);
  g_assert_true (jalon_player_is_playing (player));
  g_assert_cmpfloat (jalon_figures_get_total (jalon_model_get_figures (model)).ceiling, <, today.ceiling / 10);
  while (jalon_player_is_playing (player))
    {
      int now = jalon_date_get_last_day (jalon_query_get_as_of (query));

      g_assert_cmpint (now, >=, day);
      n_days += now > day;
      day = now;
      jalon_player_advance (player, 50000);
      past += 50000;
    }
  g_assert_cmpfloat (past / 1e6 * speed, >=, 19.9);
  g_assert_cmpfloat (past / 1e6 * speed, <=, 20.3);
  g_assert_cmpint (n_days, >, 30);
  g_assert_null (jalon_query_get_as_of (query));
  g_assert_cmpfloat (jalon_figures_get_total (jalon_model_get_figures (model)).ceiling, ==, today.ceiling);
}

static void
test_play (void)
{
  g_autoptr (JalonDataset) dataset = ui_read_bundled ();
  JalonWindow *window = ui_window_new (dataset, "fr");
  GtkSettings *settings = gtk_widget_get_settings (GTK_WIDGET (window));

  g_object_set (settings, "gtk-enable-animations", TRUE, NULL);
  play_through (window, 1);
  g_object_set (settings, "gtk-enable-animations", FALSE, NULL);
  play_through (window, 2);
  g_object_set (settings, "gtk-enable-animations", TRUE, NULL);
  close_window (window);
}

/* Pausing leaves the date; playing goes on from there; a date set by somebody else stops it. */
static void
test_pause (void)
{
  g_autoptr (JalonDataset) dataset = ui_read_bundled ();
  JalonWindow *window = ui_window_new (dataset, "fr");
  JalonQuery *query = jalon_model_get_query (jalon_window_get_model (window));
  JalonPlayer *player = get_player (window);
  JalonDate date;
  double day;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.play", NULL);
  jalon_player_advance (player, 10 * G_USEC_PER_SEC);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.play", NULL);
  g_assert_false (jalon_player_is_playing (player));
  day = jalon_date_get_last_day (jalon_query_get_as_of (query));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.play", NULL);
  g_assert_cmpfloat (jalon_player_get_day (player), >=, day);
  g_assert_true (jalon_date_parse ("2024-01-01", &date));
  jalon_query_set_as_of (query, &date);
  g_assert_false (jalon_player_is_playing (player));
  close_window (window);
}

/* A gap between two frames, as of a machine that slept, ends nothing; nor does a clock that goes back. The window may be closed
 * while it plays. */
static void
test_gap (void)
{
  g_autoptr (JalonDataset) dataset = ui_read_bundled ();
  JalonWindow *window = ui_window_new (dataset, "fr");
  JalonPlayer *player = get_player (window);
  double day;

  g_object_set (gtk_widget_get_settings (GTK_WIDGET (window)), "gtk-enable-animations", TRUE, NULL);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.play", NULL);
  day = jalon_player_get_day (player);
  jalon_player_reach (player, 1000000);
  jalon_player_reach (player, 1000000 + (gint64) 3600 * G_USEC_PER_SEC);
  g_assert_true (jalon_player_is_playing (player));
  g_assert_cmpfloat (jalon_player_get_day (player), >, day);
  g_assert_cmpfloat (jalon_player_get_day (player), <, day + 60);
  day = jalon_player_get_day (player);
  jalon_player_reach (player, 2000000);
  g_assert_cmpfloat (jalon_player_get_day (player), ==, day);
  close_window (window);
}

/* A controller of the timeline. */
static gpointer
find_controller (GtkWidget *widget, GType type)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      if (G_OBJECT_TYPE (controller) == type)
        return controller;
    }
  return NULL;
}

static double
get_span (GtkWidget *timeline)
{
  JalonTimeWindow window = jalon_timeline_view_get_window (JALON_TIMELINE_VIEW (timeline));

  return window.last - window.first;
}

/* The wheel zooms as far in as it then zooms out, a small turn less than a whole click; one that stands still does nothing. */
static void
test_wheel (void)
{
  g_autoptr (JalonDataset) dataset = ui_read_bundled ();
  JalonWindow *window = ui_window_new (dataset, "en");
  GtkWidget *timeline = ui_find_type (GTK_WIDGET (window), JALON_TYPE_TIMELINE_VIEW);
  GObject *scroll = find_controller (timeline, GTK_TYPE_EVENT_CONTROLLER_SCROLL);
  double span = get_span (timeline), closer;
  JalonTimeWindow before, after;
  gboolean handled;

  g_signal_emit_by_name (scroll, "scroll", 0.0, 0.0, &handled);
  g_assert_cmpfloat (get_span (timeline), ==, span);
  g_signal_emit_by_name (scroll, "scroll", 0.0, -1.0, &handled);
  closer = get_span (timeline);
  g_assert_cmpfloat (closer, <, span);
  g_signal_emit_by_name (scroll, "scroll", 0.0, 0.1, &handled);
  g_assert_cmpfloat (get_span (timeline), >, closer);
  g_assert_cmpfloat (get_span (timeline), <, (closer + span) / 2);
  g_signal_emit_by_name (scroll, "scroll", 0.0, 0.9, &handled);
  g_assert_cmpfloat_with_epsilon (get_span (timeline), span, 0.01);
  g_signal_emit_by_name (scroll, "scroll", 0.0, -4.0, &handled);
  before = jalon_timeline_view_get_window (JALON_TIMELINE_VIEW (timeline));
  g_signal_emit_by_name (scroll, "scroll", 1.0, 0.0, &handled);
  after = jalon_timeline_view_get_window (JALON_TIMELINE_VIEW (timeline));
  g_assert_cmpfloat (after.first, >, before.first);
  g_assert_cmpfloat_with_epsilon (after.last - after.first, before.last - before.first, 1e-6);
  close_window (window);
}

/* A finger pans by as much as it moves; two zoom by as much as they part, and back. */
static void
test_touch (void)
{
  g_autoptr (JalonDataset) dataset = ui_read_bundled ();
  JalonWindow *window = ui_window_new (dataset, "en");
  GtkWidget *timeline = ui_find_type (GTK_WIDGET (window), JALON_TYPE_TIMELINE_VIEW);
  GObject *drag = find_controller (timeline, GTK_TYPE_GESTURE_DRAG), *pinch = find_controller (timeline, GTK_TYPE_GESTURE_ZOOM);
  double span = get_span (timeline), width = gtk_widget_get_width (timeline), day;
  JalonTimeWindow before, after;

  g_assert_true (gtk_gesture_is_grouped_with (GTK_GESTURE (drag), GTK_GESTURE (pinch)));
  before = jalon_timeline_view_get_window (JALON_TIMELINE_VIEW (timeline));
  g_signal_emit_by_name (pinch, "begin", NULL);
  jalon_timeline_view_pinch (JALON_TIMELINE_VIEW (timeline), 2.0, width / 3);
  g_assert_cmpfloat_with_epsilon (get_span (timeline), span / 2, 0.01);
  jalon_timeline_view_pinch (JALON_TIMELINE_VIEW (timeline), 4.0, width / 3);
  g_assert_cmpfloat_with_epsilon (get_span (timeline), span / 4, 0.01);
  after = jalon_timeline_view_get_window (JALON_TIMELINE_VIEW (timeline));
  g_assert_cmpfloat_with_epsilon (jalon_timeline_x_to_day (&after, width, width / 3), jalon_timeline_x_to_day (&before, width, width / 3),
                                  0.01);
  before = jalon_timeline_view_get_window (JALON_TIMELINE_VIEW (timeline));
  day = jalon_timeline_x_to_day (&before, width, 200);
  g_signal_emit_by_name (drag, "drag-begin", 200.0, 40.0);
  g_signal_emit_by_name (drag, "drag-update", 120.0, 3.0);
  after = jalon_timeline_view_get_window (JALON_TIMELINE_VIEW (timeline));
  g_assert_cmpfloat_with_epsilon (jalon_timeline_x_to_day (&after, width, 320), day, 0.01);
  g_assert_cmpfloat_with_epsilon (after.last - after.first, span / 4, 0.01);
  g_signal_emit_by_name (pinch, "begin", NULL);
  jalon_timeline_view_pinch (JALON_TIMELINE_VIEW (timeline), 0.1, width / 3);
  g_assert_cmpfloat (get_span (timeline), >=, span * 0.99);
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
  g_test_add_func ("/time-controls/brush", test_brush);
  g_test_add_func ("/time-controls/play", test_play);
  g_test_add_func ("/time-controls/pause", test_pause);
  g_test_add_func ("/time-controls/gap", test_gap);
  g_test_add_func ("/time-controls/wheel", test_wheel);
  g_test_add_func ("/time-controls/touch", test_touch);
  return g_test_run ();
}
