/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The why of a figure, as a user reaches it. */
#include "config.h"

#include "ui-support.h"

#include "widgets/jalon-compare-view.h"
#include "widgets/jalon-mark-menu.h"

static GtkWindow *
find_why (JalonWindow *window)
{
  GListModel *all = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (GtkWindow) other = g_list_model_get_item (all, i);

      if (gtk_widget_has_css_class (GTK_WIDGET (other), "why") && gtk_window_get_transient_for (other) == GTK_WINDOW (window))
        return other;
    }
  return NULL;
}

static gboolean
has_label (GtkWidget *root, const char *text)
{
  g_autoptr (GPtrArray) labels = ui_list_type (root, GTK_TYPE_LABEL);

  for (guint i = 0; i < labels->len; i++)
    if (g_strcmp0 (gtk_label_get_text (g_ptr_array_index (labels, i)), text) == 0)
      return TRUE;
  return FALSE;
}

static void
close_all (JalonWindow *window)
{
  gtk_window_destroy (GTK_WINDOW (window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

/* The total: its sum stands there, and a row of it selects its project. */
static void
test_total (void)
{
  g_autoptr (JalonDataset) dataset = ui_read_bundled ();
  JalonWindow *window = ui_window_new (dataset, "fr");
  JalonModel *model = jalon_window_get_model (window);
  g_autoptr (GPtrArray) rows = NULL;
  GtkWindow *why;

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.why", "s", "total"));
  why = find_why (window);
  g_assert_nonnull (why);
  ui_settle (GTK_WIDGET (window));
  g_assert_true (has_label (GTK_WIDGET (why), "Somme"));
  rows = ui_list_type (GTK_WIDGET (why), GTK_TYPE_LIST_BOX_ROW);
  g_assert_cmpuint (rows->len, >, 10);
  g_signal_emit_by_name (gtk_widget_get_parent (g_ptr_array_index (rows, 0)), "row-activated", g_ptr_array_index (rows, 0));
  g_assert_nonnull (jalon_model_get_selected (model));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_null (find_why (window));
  close_all (window);
}

/* A project that is shown as context only, and not counted, has none. */
static gboolean
is_shown (JalonModel *model, const char *what)
{
  const JalonProject *project = NULL;

  if (g_str_has_prefix (what, "project:"))
    project = jalon_dataset_get_project (jalon_model_get_dataset (model), what + strlen ("project:"));
  return project == NULL || jalon_figures_find_share (jalon_model_get_figures (model), project) != NULL;
}

/* Every mark with a figure has a why; views of pages that aren't shown have no marks yet. */
static void
test_marks (void)
{
  g_autoptr (JalonDataset) dataset = ui_read_bundled ();
  JalonWindow *window = ui_window_new (dataset, "en");
  g_autoptr (GPtrArray) views = ui_list_scene_views (GTK_WIDGET (window));
  guint n = 0;

  for (guint i = 0; i < views->len; i++)
    {
      const JalonScene *scene = jalon_scene_view_get_scene (g_ptr_array_index (views, i));

      for (guint j = 0; scene != NULL && j < jalon_scene_get_n_marks (scene); j++)
        {
          g_autofree char *what = jalon_mark_menu_name_figure (g_ptr_array_index (views, i), jalon_scene_get_mark (scene, j));
          GtkWindow *why;

          if (what == NULL || !is_shown (jalon_window_get_model (window), what))
            continue;
          g_assert_true (gtk_widget_activate_action (g_ptr_array_index (views, i), "win.why", "s", what));
          why = find_why (window);
          if (why == NULL)
            g_error ("no why of %s", what);
          gtk_window_destroy (why);
          n++;
        }
    }
  g_assert_cmpuint (n, >, 20);
  close_all (window);
}

/* What is compared answers queries of its own: the window's answer would be a wrong why. */
static void
test_compared (void)
{
  g_autoptr (JalonDataset) dataset = ui_read_bundled ();
  JalonWindow *window = ui_window_new (dataset, "en");
  GtkWidget *view;
  const JalonScene *scene;
  guint n_targets = 0;

  jalon_model_set_page (jalon_window_get_model (window), JALON_PAGE_COMPARE);
  ui_settle (GTK_WIDGET (window));
  view = ui_find_type (GTK_WIDGET (window), JALON_TYPE_COMPARE_VIEW);
  scene = jalon_scene_view_get_scene (JALON_SCENE_VIEW (view));
  for (guint i = 0; i < jalon_scene_get_n_marks (scene); i++)
    {
      n_targets += jalon_scene_get_mark (scene, i)->target == JALON_TARGET_PROJECT;
      g_assert_null (jalon_mark_menu_name_figure (JALON_SCENE_VIEW (view), jalon_scene_get_mark (scene, i)));
    }
  g_assert_cmpuint (n_targets, >, 0);
  close_all (window);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/why-window/total", test_total);
  g_test_add_func ("/why-window/marks", test_marks);
  g_test_add_func ("/why-window/compared", test_compared);
  return g_test_run ();
}
