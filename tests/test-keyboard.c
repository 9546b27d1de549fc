/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui-support.h"

#include "widgets/jalon-detail-view.h"

/* A widget that says it took the focus must have it, or Tab goes no further. */
static void
check_no_trap (GtkWidget *widget, GtkRoot *root)
{
  GtkWidget *before = gtk_root_get_focus (root);

  if (gtk_widget_get_mapped (widget) && gtk_widget_child_focus (widget, GTK_DIR_TAB_FORWARD) && gtk_root_get_focus (root) == before)
    g_error ("%s takes the focus and has it not: %s", G_OBJECT_TYPE_NAME (widget),
             GTK_IS_LABEL (widget) ? gtk_label_get_text (GTK_LABEL (widget)) : "");
  gtk_root_set_focus (root, before);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    check_no_trap (child, root);
}

/* Nothing of a page, nor of the detail of any project, ends the way of Tab. */
static void
test_no_trap (void)
{
  g_autoptr (JalonDataset) dataset = ui_read_bundled ();
  JalonWindow *window = ui_window_new (dataset, "en");
  JalonModel *model = jalon_window_get_model (window);
  const GPtrArray *projects = jalon_dataset_get_list (dataset, JALON_LIST_PROJECTS);
  GtkWidget *detail = ui_find_type (GTK_WIDGET (window), JALON_TYPE_DETAIL_VIEW);

  jalon_query_clear_filters (jalon_model_get_query (model));
  for (JalonPage page = 0; page < JALON_N_PAGES; page++)
    {
      jalon_model_set_page (model, page);
      ui_settle (GTK_WIDGET (window));
      gtk_root_set_focus (GTK_ROOT (window), NULL);
      check_no_trap (GTK_WIDGET (window), GTK_ROOT (window));
    }
  jalon_model_set_page (model, JALON_PAGE_DASHBOARD);
  for (guint i = 0; i < projects->len; i += 5)
    {
      jalon_query_set_selected (jalon_model_get_query (model), ((const JalonProject *) g_ptr_array_index (projects, i))->base.id);
      ui_settle (GTK_WIDGET (window));
      g_assert_true (gtk_widget_get_mapped (detail));
      check_no_trap (detail, GTK_ROOT (window));
    }
  gtk_window_destroy (GTK_WINDOW (window));
}

/* F6 goes through the search and the panes and comes back; Shift turns round. */
static void
test_panes (void)
{
  g_autoptr (JalonDataset) dataset = ui_read_bundled ();
  JalonWindow *window = ui_window_new (dataset, "en");
  GtkWidget *stops[5];

  gtk_widget_activate_action (GTK_WIDGET (window), "win.search", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (stops); i++)
    {
      stops[i] = gtk_root_get_focus (GTK_ROOT (window));
      g_assert_nonnull (stops[i]);
      for (guint j = 0; j < i && i < 4; j++)
        g_assert_true (stops[i] != stops[j]);
      gtk_widget_activate_action (GTK_WIDGET (window), "win.pane", "i", 1);
    }
  g_assert_true (stops[4] == stops[0]);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.pane", "i", -1);
  g_assert_true (gtk_root_get_focus (GTK_ROOT (window)) == stops[0]);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/keyboard/no-trap", test_no_trap);
  g_test_add_func ("/keyboard/panes", test_panes);
  return g_test_run ();
}
