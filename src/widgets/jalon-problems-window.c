/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/jalon-problems-window.h"

#include "widgets/jalon-detail-private.h"
#include "words/jalon-words.h"

#define MOST_ROWS 500 /* a list of widgets; the command line shows all of them */

static GtkWidget *
make_label (const char *text, const char *css_class)
{
  GtkWidget *label = jalon_detail_make_label (text, css_class);

  jalon_detail_make_selectable (label);
  return label;
}

/* How bad it is, and where. */
static char *
describe_head (const JalonLanguage *language, const JalonProblem *problem)
{
  g_autoptr (GString) place = g_string_new (problem->severity == JALON_SEVERITY_ERROR ? jalon_tr (language, "Error")
                                                                                       : jalon_tr (language, "Warning"));

  if (problem->line > 0)
    {
      g_autofree char *line = jalon_words_number (language, problem->line);
      g_autofree char *column = jalon_words_number (language, problem->column);

      g_autofree char *at = jalon_words_fill (jalon_tr (language, "line {line}, column {column}"), "{line}", line, "{column}", column, NULL);

      g_string_append_printf (place, " · %s", at);
    }
  if (problem->path != NULL && problem->path[0] != '\0')
    g_string_append_printf (place, " · %s", problem->path);
  return g_string_free (g_steal_pointer (&place), FALSE);
}

static GtkWidget *
make_row (const JalonLanguage *language, const JalonProblem *problem)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  gboolean is_error = problem->severity == JALON_SEVERITY_ERROR;
  g_autofree char *sentence = jalon_words_problem (language, problem);
  g_autofree char *head = describe_head (language, problem);
  g_autofree char *name = g_strdup_printf ("%s: %s", head, sentence);

  gtk_widget_add_css_class (box, "problem");
  gtk_box_append (GTK_BOX (box), make_label (head, is_error ? "error" : "dim-label"));
  gtk_box_append (GTK_BOX (box), make_label (sentence, NULL));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return row;
}

/* How many find no place in a list of widgets; the last may stand for many. */
static guint
count_rest (const GPtrArray *problems)
{
  const JalonProblem *last = g_ptr_array_index (problems, problems->len - 1);
  guint n = problems->len - MOST_ROWS;

  return last->code == JALON_PROBLEM_MORE ? n - 1 + (guint) g_ascii_strtoull (last->args[0], NULL, 10) : n;
}

static GtkWidget *
make_rest (const JalonLanguage *language, guint n)
{
  g_autofree char *number = jalon_words_number (language, n);
  g_autofree char *words = jalon_words_fill (jalon_trn (language, "{n} more problem isn’t listed here", "{n} more problems aren’t listed here", n),
                                             "{n}", number, NULL);

  return make_label (words, "dim-label");
}

static void
close_by_escape (GtkWindow *window)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys), gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                                                                                          gtk_named_action_new ("window.close")));
  gtk_widget_add_controller (GTK_WIDGET (window), keys);
}

static GtkWidget *
make_list (const JalonLanguage *language, const GPtrArray *problems)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_widget_set_valign (list, GTK_ALIGN_START);
  for (guint i = 0; i < problems->len && i < MOST_ROWS; i++)
    gtk_list_box_append (GTK_LIST_BOX (list), make_row (language, g_ptr_array_index (problems, i)));
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, jalon_tr (language, "Problems"), -1);
  return list;
}

/**
 * jalon_problems_window_new:
 * @parent: the window it belongs to
 * @language: the language to speak
 * @file: the name of the file
 * @sentence: (nullable): what happened as a whole
 * @problems: (element-type JalonProblem): what is wrong with it, in its order
 *
 * Makes a window with a readable list of a file's problems.
 *
 * Returns: (transfer full): the window, to be presented
 */
GtkWindow *
jalon_problems_window_new (GtkWindow *parent,
                           const JalonLanguage *language,
                           const char *file,
                           const char *sentence,
                           const GPtrArray *problems)
{
  GtkWindow *window = GTK_WINDOW (adw_window_new ());
  GtkWidget *page = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  gtk_window_set_title (window, file);
  gtk_window_set_default_size (window, 640, 480);
  gtk_window_set_transient_for (window, parent);
  gtk_window_set_modal (window, TRUE);
  gtk_window_set_destroy_with_parent (window, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (window), "problems");
  if (sentence != NULL)
    gtk_box_append (GTK_BOX (box), make_label (sentence, "title-4"));
  gtk_box_append (GTK_BOX (box), make_list (language, problems));
  if (problems->len > MOST_ROWS)
    gtk_box_append (GTK_BOX (box), make_rest (language, count_rest (problems)));
  close_by_escape (window);
  gtk_widget_add_css_class (box, "problems-body");
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), clamp);
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_box_append (GTK_BOX (page), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (page), scrolled);
  adw_window_set_content (ADW_WINDOW (window), page);
  return window;
}
