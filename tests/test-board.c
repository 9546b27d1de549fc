/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui-support.h"
#include "widgets/jalon-board.h"
#include "widgets/jalon-handle.h"
#include "widgets/jalon-side-pane.h"
#include "widgets/jalon-timeline-pane.h"

#include <adwaita.h>

typedef struct
{
  JalonWindow *window;
  GtkWidget *board;
  GtkWidget *side;
  GtkWidget *timeline;
  GPtrArray *handles;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (JalonDataset) dataset = ui_read_bundled ();

  fixture->window = ui_window_new (dataset, "fr");
  ui_settle (GTK_WIDGET (fixture->window));
  fixture->board = ui_find_type (GTK_WIDGET (fixture->window), JALON_TYPE_BOARD);
  fixture->side = ui_find_type (fixture->board, JALON_TYPE_SIDE_PANE);
  fixture->timeline = ui_find_type (fixture->board, JALON_TYPE_TIMELINE_PANE);
  fixture->handles = ui_list_type (fixture->board, JALON_TYPE_HANDLE);
  g_object_set (fixture->board, "side-share", 0.0, "timeline-share", 0.0, NULL);
  ui_settle (fixture->board);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_ptr_array_unref (fixture->handles);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
}

static double
get_double (GtkWidget *board, const char *name)
{
  double value;

  g_object_get (board, name, &value, NULL);
  return value;
}

static void
count_cb (GObject *object, GParamSpec *pspec, guint *n)
{
  (*n)++;
}

/* What is moved is moved at once, told once when it has got there, and goes back. */
static void
test_move (Fixture *fixture, gconstpointer data)
{
  GtkWidget *handle = g_ptr_array_index (fixture->handles, 0);
  int width = gtk_widget_get_width (fixture->side);
  guint n = 0;

  g_signal_connect (fixture->board, "notify::side-share", G_CALLBACK (count_cb), &n);
  g_signal_emit_by_name (handle, "moved", -30.0);
  g_signal_emit_by_name (handle, "moved", -50.0); /* of where it was: both in one frame */
  ui_settle (fixture->board);
  g_assert_cmpint (gtk_widget_get_width (fixture->side), ==, width + 50);
  g_assert_cmpuint (n, ==, 0);
  g_signal_emit_by_name (handle, "dropped");
  g_assert_cmpuint (n, ==, 1);
  g_signal_emit_by_name (handle, "reset");
  ui_settle (fixture->board);
  g_assert_cmpint (gtk_widget_get_width (fixture->side), ==, width);
  g_assert_cmpfloat (get_double (fixture->board, "side-share"), ==, 0);
}

/* No pane is pushed out of sight, whatever is asked or remembered. */
static void
test_limits (Fixture *fixture, gconstpointer data)
{
  static const double shares[] = { 0.0001, 0.5, 1 };

  for (gsize i = 0; i < G_N_ELEMENTS (shares); i++)
    {
      g_object_set (fixture->board, "side-share", shares[i], "timeline-share", shares[i], NULL);
      ui_settle (fixture->board);
      g_assert_cmpint (gtk_widget_get_width (fixture->side), >=, 300);
      g_assert_cmpint (gtk_widget_get_width (fixture->side), <=, gtk_widget_get_width (fixture->board) - 240);
      g_assert_cmpint (gtk_widget_get_height (fixture->timeline), >=, 100);
      g_assert_cmpint (gtk_widget_get_height (fixture->timeline), <=, gtk_widget_get_height (fixture->board) - 230);
    }
  for (int i = 0; i < 30; i++)
    g_signal_emit_by_name (g_ptr_array_index (fixture->handles, 1), "moved", 100.0);
  ui_settle (fixture->board);
  g_assert_cmpint (gtk_widget_get_height (fixture->timeline), >=, 100);
}

/* The next window has its panes as this one leaves them. */
static void
test_remembered (Fixture *fixture, gconstpointer data)
{
  g_autoptr (JalonDataset) dataset = ui_read_bundled ();
  JalonWindow *next;

  g_object_set (fixture->board, "side-share", 0.45, NULL);
  next = ui_window_new (dataset, "fr");
  g_assert_cmpfloat (get_double (ui_find_type (GTK_WIDGET (next), JALON_TYPE_BOARD), "side-share"), ==, 0.45);
  gtk_window_destroy (GTK_WINDOW (next));
}

/* Twice as large a text takes the width that two panes beside each other need: they stand one below the other, and back. */
static void
test_large_text (Fixture *fixture, gconstpointer data)
{
  int dpi = -1, width = gtk_widget_get_width (fixture->board);

  g_object_get (gtk_settings_get_default (), "gtk-xft-dpi", &dpi, NULL);
  g_assert_cmpint (gtk_widget_get_width (fixture->side), <, width);
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 2 * 96 * 1024, NULL);
  ui_settle (fixture->board);
  g_assert_cmpint (gtk_widget_get_width (fixture->side), ==, gtk_widget_get_width (fixture->board));
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", dpi, NULL);
  ui_settle (fixture->board);
  g_assert_cmpint (gtk_widget_get_width (fixture->side), <, gtk_widget_get_width (fixture->board));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add ("/board/move", Fixture, NULL, set_up, test_move, tear_down);
  g_test_add ("/board/limits", Fixture, NULL, set_up, test_limits, tear_down);
  g_test_add ("/board/large-text", Fixture, NULL, set_up, test_large_text, tear_down);
  g_test_add ("/board/remembered", Fixture, NULL, set_up, test_remembered, tear_down);
  return g_test_run ();
}
