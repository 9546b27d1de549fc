/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The why of a figure, as a user reaches it. */
#include "config.h"

#include "ui-support.h"

#include "widgets/jalon-compare-view.h"
#include "widgets/jalon-mark-menu.h"
#include "words/jalon-words.h"

static GtkWindow *
find_window (JalonWindow *window, const char *css_class)
{
  GListModel *all = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (GtkWindow) other = g_list_model_get_item (all, i);

      if (gtk_widget_has_css_class (GTK_WIDGET (other), css_class) && gtk_window_get_transient_for (other) == GTK_WINDOW (window))
        return other;
    }
  return NULL;
}

static GtkWindow *
find_why (JalonWindow *window)
{
  return find_window (window, "why");
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

          if (what == NULL)
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

/* What is compared answers queries of its own: the why of either side is that of what the side asks. */
static void
test_compared (void)
{
  g_autoptr (JalonDataset) dataset = ui_read_bundled ();
  JalonWindow *window = ui_window_new (dataset, "en");
  char *names[2] = { NULL, NULL };
  GtkWidget *view;
  const JalonScene *scene;
  guint n_projects = 0;

  jalon_model_set_page (jalon_window_get_model (window), JALON_PAGE_COMPARE);
  ui_settle (GTK_WIDGET (window));
  view = ui_find_type (GTK_WIDGET (window), JALON_TYPE_COMPARE_VIEW);
  scene = jalon_scene_view_get_scene (JALON_SCENE_VIEW (view));
  for (guint i = 0; i < jalon_scene_get_n_marks (scene); i++)
    {
      const JalonMark *mark = jalon_scene_get_mark (scene, i);
      g_autofree char *name = jalon_mark_menu_name_figure (JALON_SCENE_VIEW (view), mark);

      if (name == NULL)
        continue;
      if (mark->target == JALON_TARGET_TOTAL)
        names[g_str_equal (mark->key, "b")] = g_strdup (name);
      else
        g_assert_true (g_str_has_suffix (name, strchr (mark->x > 300 ? names[1] : names[0], '@')));
      g_assert_true (gtk_widget_activate_action (view, "win.why", "s", name));
      g_assert_nonnull (find_why (window));
      gtk_window_destroy (find_why (window));
      n_projects += mark->target == JALON_TARGET_PROJECT;
    }
  g_assert_cmpuint (n_projects, >, 1);
  g_assert_cmpstr (names[0], !=, names[1]);
  g_free (names[0]);
  g_free (names[1]);
  close_all (window);
}

/* A figure of the ecosystem is no money: its why is who says so. */
static void
test_indicator (void)
{
  g_autoptr (JalonDataset) dataset = ui_read_bundled ();
  const JalonIndicator *indicator = g_ptr_array_index (jalon_dataset_get_list (dataset, JALON_LIST_INDICATORS), 0);
  JalonWindow *window = ui_window_new (dataset, "en");
  g_autofree char *name = g_strconcat ("indicator:", indicator->base.id, NULL);

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.why", "s", name));
  g_assert_nonnull (find_why (window));
  g_assert_true (has_label (GTK_WIDGET (find_why (window)), "A figure of the ecosystem, not an investment: it is part of no sum."));
  gtk_window_destroy (find_why (window));
  close_all (window);
}

/* What is shown as context only has its why in the whole file. */
static void
test_elsewhere (void)
{
  g_autoptr (JalonDataset) dataset = ui_read_bundled ();
  JalonWindow *window = ui_window_new (dataset, "en");

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.why", "s", "project:env-109"));
  g_assert_nonnull (find_why (window));
  g_assert_true (has_label (GTK_WIDGET (find_why (window)),
                            "Not part of what is selected: this is how it counts in the whole file."));
  gtk_window_destroy (find_why (window));
  close_all (window);
}

static void
read_cb (GObject *clipboard, GAsyncResult *result, gpointer text)
{
  *(char **) text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (clipboard), result, NULL);
}

static gboolean
has_text (gpointer text)
{
  return *(char **) text != NULL;
}

/* A copied figure has its qualifier and its source. */
static void
test_copy (void)
{
  g_autoptr (JalonDataset) dataset = ui_read_bundled ();
  JalonWindow *window = ui_window_new (dataset, "en");
  g_autofree char *text = NULL;

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.copy-figure", "s", "project:evroc-mougins"));
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (window)), NULL, read_cb, &text);
  ui_wait (has_text, &text);
  g_assert_nonnull (strstr (text, "up to €4B (announced on February 10, 2025), according to "));
  g_assert_nonnull (strstr (text, "https://"));
  close_all (window);
}

/* What the data are: from the title, with their age, and every source as what opens it. */
static void
test_data (void)
{
  g_autoptr (JalonDataset) dataset = ui_read_bundled ();
  JalonWindow *window = ui_window_new (dataset, "en");
  g_autoptr (GPtrArray) links = NULL;
  GtkWindow *data;
  GtkWidget *stack;

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.about-data", NULL));
  data = find_window (window, "data");
  g_assert_nonnull (data);
  ui_settle (GTK_WIDGET (window));
  g_assert_true (has_label (GTK_WIDGET (data), jalon_dataset_get_digest (dataset)));
  g_assert_true (has_label (GTK_WIDGET (data), jalon_words_text (jalon_language_get ("en"), jalon_dataset_get_note (dataset))));
  stack = ui_find_type (GTK_WIDGET (data), GTK_TYPE_STACK);
  gtk_stack_set_visible_child (GTK_STACK (stack), gtk_widget_get_last_child (stack));
  ui_settle (GTK_WIDGET (data));
  links = ui_list_type (gtk_widget_get_last_child (stack), GTK_TYPE_BUTTON);
  g_assert_cmpuint (links->len, >, 5);
  for (guint i = 0; i < links->len; i++)
    g_assert_cmpstr (gtk_actionable_get_action_name (g_ptr_array_index (links, i)), ==, "win.open-address");
  gtk_window_destroy (data);
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
  g_test_add_func ("/why-window/indicator", test_indicator);
  g_test_add_func ("/why-window/elsewhere", test_elsewhere);
  g_test_add_func ("/why-window/copy", test_copy);
  g_test_add_func ("/why-window/data", test_data);
  return g_test_run ();
}
