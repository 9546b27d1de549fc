/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/jalon-project-list.h"

#include "words/jalon-words.h"

static void
row_activated_cb (GtkListBox *list, GtkListBoxRow *row, JalonModel *model)
{
  GtkWidget *popover = gtk_widget_get_ancestor (GTK_WIDGET (list), GTK_TYPE_POPOVER);

  jalon_query_set_selected (jalon_model_get_query (model), g_object_get_data (G_OBJECT (row), "project"));
  if (popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (popover));
}

static char *
describe_money (JalonModel *model, const JalonShare *share)
{
  const char *currency = jalon_dataset_get_currency (jalon_model_get_dataset (model));
  const JalonLanguage *language = jalon_model_get_language (model);

  if (share == NULL || !share->disclosed)
    return g_strdup (jalon_tr (language, "amount not disclosed"));
  return jalon_words_amount (language, share->stating->amount, currency, JALON_MONEY_COMPACT);
}

static GtkWidget *
make_row (JalonModel *model, const JalonProject *project)
{
  const JalonShare *share = jalon_figures_find_share (jalon_model_get_figures (model), project);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *title = gtk_label_new (jalon_words_text (jalon_model_get_language (model), project->title));
  g_autofree char *words = describe_money (model, share);
  GtkWidget *money = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (title), 36);
  gtk_label_set_xalign (GTK_LABEL (money), 0);
  gtk_widget_add_css_class (money, "dim-label");
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), money);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_RELATION_LABELLED_BY, title, money, NULL, -1);
  g_object_set_data_full (G_OBJECT (row), "project", g_strdup (project->base.id), g_free);
  return row;
}

/**
 * jalon_project_list_new:
 * @model: the model
 * @ids: (array zero-terminated=1): ids of projects
 * @heading: what they have in common, to a screen reader
 *
 * Makes a list to choose a project from, each with its amount and its qualifier; choosing selects it and closes the popover around.
 *
 * Returns: (transfer floating): the list, scrolling where it is long
 */
GtkWidget *
jalon_project_list_new (JalonModel *model, const char *const *ids, const char *heading)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *list = gtk_list_box_new ();

  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    {
      const JalonProject *project = jalon_dataset_get_project (jalon_model_get_dataset (model), ids[i]);

      if (project != NULL)
        gtk_list_box_append (GTK_LIST_BOX (list), make_row (model, project));
    }
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "project-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, heading, -1);
  g_signal_connect_object (list, "row-activated", G_CALLBACK (row_activated_cb), model, 0);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), list);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), 320);
  return scrolled;
}
