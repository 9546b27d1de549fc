/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is wrong with a file, as a window lists it. */
#include "config.h"

#include "ui-support.h"

#include "widgets/jalon-problems-window.h"

static JalonProblem *
new_problem (guint line)
{
  JalonProblem *problem = jalon_problem_new (JALON_SEVERITY_ERROR, JALON_PROBLEM_EMPTY);

  problem->line = line;
  problem->column = line;
  return problem;
}

static gboolean
says (GtkWindow *window, const char *words)
{
  g_autoptr (GPtrArray) labels = ui_list_type (GTK_WIDGET (window), GTK_TYPE_LABEL);

  for (guint i = 0; i < labels->len; i++)
    if (g_str_equal (gtk_label_get_text (labels->pdata[i]), words))
      return TRUE;
  return FALSE;
}

static GtkWindow *
open_window (GPtrArray *problems)
{
  GtkWindow *window = jalon_problems_window_new (NULL, jalon_language_get ("en"), "x.jalon", "x.jalon can’t be shown", problems);

  gtk_window_present (window);
  ui_settle (GTK_WIDGET (window));
  return window;
}

/* Where a problem is at no place, none is said; nothing is selected; Escape is a way out. */
static void
test_one (void)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func ((GDestroyNotify) jalon_problem_free);
  GtkWindow *window;
  g_autoptr (GPtrArray) labels = NULL;

  g_ptr_array_add (problems, new_problem (0));
  g_ptr_array_add (problems, new_problem (7));
  window = open_window (problems);
  g_assert_true (says (window, "Error"));
  g_assert_true (says (window, "Error · line 7, column 7"));
  labels = ui_list_type (GTK_WIDGET (window), GTK_TYPE_LABEL);
  for (guint i = 0; i < labels->len; i++)
    g_assert_false (gtk_label_get_selection_bounds (labels->pdata[i], NULL, NULL));
  gtk_window_destroy (window);
}

/* No problem goes unsaid. */
static void
test_many (void)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func ((GDestroyNotify) jalon_problem_free);
  GtkWindow *window;

  for (guint i = 0; i < 503; i++)
    g_ptr_array_add (problems, new_problem (i + 1));
  window = open_window (problems);
  g_assert_true (says (window, "Error · line 500, column 500"));
  g_assert_true (says (window, "3 more problems aren’t listed here"));
  gtk_window_destroy (window);
  g_ptr_array_add (problems, jalon_problem_new (JALON_SEVERITY_ERROR, JALON_PROBLEM_MORE));
  g_strfreev (((JalonProblem *) problems->pdata[503])->args);
  ((JalonProblem *) problems->pdata[503])->args = g_strsplit ("1200", " ", -1);
  window = open_window (problems);
  g_assert_true (says (window, "1,203 more problems aren’t listed here"));
  gtk_window_destroy (window);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/problems-window/one", test_one);
  g_test_add_func ("/problems-window/many", test_many);
  return g_test_run ();
}
