/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/jalon-why-window.h"

#include "figures/jalon-why.h"
#include "words/jalon-words.h"

/* Under a parent of less logical pixels amounts are written short. */
#define WIDE_FROM 560

/* What one filling of the window needs everywhere. */
typedef struct
{
  GtkWindow *window;
  JalonModel *model;
  const JalonLanguage *language;
  const char *currency;
  JalonMoneyStyle style;
  GtkSizeGroup *columns[2]; /* what is firm; the ceilings */
} Page;

static GtkWidget *
make_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
make_list (const Page *page, const char *name)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return list;
}

static void
row_activated_cb (GtkListBox *list, GtkListBoxRow *row, JalonModel *model)
{
  const char *project = g_object_get_data (G_OBJECT (row), "project");

  if (project == NULL)
    return;
  jalon_query_set_selected (jalon_model_get_query (model), project);
  gtk_window_close (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (list))));
}

static GtkWidget *
add_row (const Page *page, GtkWidget *list, const char *title, const char *detail, const char *project)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_add_css_class (line, "why-row");
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (words), make_label (title, NULL));
  if (detail != NULL && detail[0] != '\0')
    gtk_box_append (GTK_BOX (words), make_label (detail, "dim-label"));
  gtk_box_append (GTK_BOX (line), words);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), line);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), project != NULL);
  g_object_set_data_full (G_OBJECT (row), "project", g_strdup (project), g_free);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  return row;
}

static void
add_column (const Page *page, GtkWidget *line, guint column, const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_widget_set_valign (label, GTK_ALIGN_BASELINE);
  gtk_widget_add_css_class (label, css_class);
  gtk_size_group_add_widget (page->columns[column], label);
  gtk_box_append (GTK_BOX (line), label);
}

static void
add_money (const Page *page, GtkWidget *row, const JalonSum *sum, const char *sign, const char *css_class)
{
  GtkWidget *line = gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (row));
  const double values[2] = { sum->firm, sum->ceiling };

  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *money = jalon_words_money (page->language, values[i], page->currency, page->style);
      g_autofree char *signed_money = g_strconcat (sign, sum->approximate ? "≈" : "", money, NULL);

      add_column (page, line, i, values[i] > 0 ? signed_money : "–", css_class);
    }
}

static void
name_row (GtkWidget *row, const char *title, const char *words)
{
  g_autofree char *name = g_strdup_printf ("%s: %s", title, words);

  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static char *
get_title (const Page *page, const JalonProject *project)
{
  return jalon_words_isolate (jalon_words_text (page->language, project->title));
}

/* The amount with the qualifier it was stated with, and whether parts stand for some of it. */
static char *
describe_statement (const Page *page, const JalonShare *share)
{
  g_autofree char *stated = NULL;

  if (share->stating == NULL || !share->disclosed)
    return NULL;
  stated = jalon_words_amount (page->language, share->stating->amount, page->currency, page->style);
  if (share->reason == JALON_REASON_NONE && share->remainder.ceiling < share->stated.ceiling)
    /* Translators: an amount as stated, of which a list shows only what its parts do not stand for */
    return g_strdup_printf (jalon_tr (page->language, "%s, less its parts"), stated);
  return g_steal_pointer (&stated);
}

static void
add_addend (const Page *page, GtkWidget *list, const JalonWhyRow *addend)
{
  g_autofree char *title = get_title (page, addend->share->project);
  g_autofree char *stated = describe_statement (page, addend->share);
  g_autofree char *words = jalon_words_sum (page->language, &addend->sum, page->currency, page->style);
  GtkWidget *row = add_row (page, list, title, stated, addend->share->project->base.id);

  add_money (page, row, &addend->sum, "", "numeric");
  name_row (row, title, words);
}

static void
add_taken (const Page *page, GtkWidget *list, const JalonWhy *why)
{
  JalonSum unshared = { .firm = why->firm_unshared };

  if (why->shared.firm > 0 || why->shared.ceiling > 0)
    add_money (page, add_row (page, list, jalon_tr (page->language, "less what may be the same money"), NULL, NULL), &why->shared,
               "−", "numeric");
  if (why->firm_unshared > 0)
    add_money (page, add_row (page, list, jalon_tr (page->language, "plus what is firm only as a whole"), NULL, NULL), &unshared,
               "+", "numeric");
}

static void
add_sum (const Page *page, GtkWidget *list, const JalonWhy *why)
{
  g_autofree char *words = jalon_words_sum (page->language, &why->sum, page->currency, page->style);
  GtkWidget *row = add_row (page, list, jalon_tr (page->language, "Sum"), NULL, NULL);

  gtk_widget_add_css_class (row, "why-sum");
  add_money (page, row, &why->sum, "", "numeric");
  name_row (row, jalon_tr (page->language, "Sum"), words);
}

static GtkWidget *
make_heading (const Page *page)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *words = make_label (jalon_tr (page->language, "What makes it up"), "heading");

  gtk_widget_add_css_class (line, "why-heading");
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (line), words);
  /* Translators: the head of a column of amounts that are certain */
  add_column (page, line, 0, jalon_trc (page->language, "column", "firm"), "dim-label");
  /* Translators: the head of a column of ceilings */
  add_column (page, line, 1, jalon_trc (page->language, "column", "at most"), "dim-label");
  return line;
}

static void
add_addends (const Page *page, GtkBox *box, const JalonWhy *why)
{
  GtkWidget *list = make_list (page, jalon_tr (page->language, "What makes it up"));

  gtk_box_append (box, make_heading (page));
  for (guint i = 0; i < why->addends->len; i++)
    add_addend (page, list, &g_array_index (why->addends, JalonWhyRow, i));
  add_taken (page, list, why);
  add_sum (page, list, why);
  g_signal_connect_object (list, "row-activated", G_CALLBACK (row_activated_cb), page->model, 0);
  gtk_box_append (box, list);
}

static void
add_left_out (const Page *page, GtkBox *box, const JalonWhy *why)
{
  GtkWidget *list = NULL;
  JalonReason reason = JALON_REASON_NONE;

  if (why->left_out->len > 0)
    gtk_box_append (box, make_label (jalon_tr (page->language, "What is left out of it"), "heading"));
  for (guint i = 0; i < why->left_out->len; i++)
    {
      const JalonShare *share = g_array_index (why->left_out, JalonWhyRow, i).share;
      g_autofree char *title = get_title (page, share->project);
      g_autofree char *stated = describe_statement (page, share);
      g_autofree char *words = jalon_words_left_out (page->language, share);
      g_autofree char *detail = stated != NULL ? g_strdup_printf ("%s · %s", stated, words) : g_strdup (words);

      if (share->reason != reason)
        {
          list = make_list (page, jalon_words_reason (page->language, share->reason));
          gtk_box_append (box, make_label (jalon_words_reason (page->language, share->reason), "dim-label"));
          gtk_box_append (box, list);
          g_signal_connect_object (list, "row-activated", G_CALLBACK (row_activated_cb), page->model, 0);
        }
      reason = share->reason;
      name_row (add_row (page, list, title, detail, share->project->base.id), title, detail);
    }
}

static char *
name_figure (const Page *page, const JalonWhy *why)
{
  const JalonFigures *figures = jalon_model_get_figures (page->model);

  if (why->group != NULL)
    return jalon_words_group (page->language, jalon_model_get_dataset (page->model), jalon_figures_get_group_key (figures),
                              why->group->key);
  if (why->project != NULL)
    return get_title (page, why->project);
  return NULL;
}

static GtkWidget *
make_body (const Page *page, const JalonWhy *why, gboolean is_total)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  g_autofree char *name = name_figure (page, why);
  g_autofree char *projects = jalon_words_projects (page->language, why->addends->len + why->left_out->len);
  g_autofree char *words = jalon_words_sum (page->language, &why->sum, page->currency, page->style);

  gtk_widget_add_css_class (box, "problems-body");
  gtk_box_append (GTK_BOX (box), make_label (is_total ? jalon_tr (page->language, "Total") : name != NULL ? name : projects, NULL));
  gtk_box_append (GTK_BOX (box), make_label (words, "title-3"));
  add_addends (page, GTK_BOX (box), why);
  add_left_out (page, GTK_BOX (box), why);
  return box;
}

static gboolean
close_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  gtk_window_close (GTK_WINDOW (widget));
  return TRUE;
}

static void
close_by_escape (GtkWindow *window)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                                                          gtk_callback_action_new (close_cb, NULL, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (window), keys);
}

static void
fill (const Page *page, GtkWidget *body)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 760);
  adw_clamp_set_child (ADW_CLAMP (clamp), body);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), clamp);
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_box_append (GTK_BOX (content), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (content), scrolled);
  adw_window_set_content (ADW_WINDOW (page->window), content);
}

/**
 * jalon_why_window_new:
 * @parent: the window it belongs to
 * @model: what that shows
 * @what: a figure, as jalon_why_new() takes it
 *
 * Makes a window that shows the addends of a figure with their amounts and qualifiers, what was taken off as the same money, their
 * sum, and what is left out and why. A project of it selects itself.
 *
 * Returns: (transfer full) (nullable): the window, to be presented; %NULL if there is no such figure
 */
GtkWindow *
jalon_why_window_new (GtkWindow *parent, JalonModel *model, const char *what)
{
  const JalonLanguage *language = jalon_model_get_language (model);
  JalonFigures *figures = jalon_model_get_figures (model);
  g_autoptr (JalonWhy) why = figures != NULL ? jalon_why_new (figures, what) : NULL;
  g_autoptr (GtkSizeGroup) firm = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  g_autoptr (GtkSizeGroup) ceiling = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  gboolean wide = gtk_widget_get_width (GTK_WIDGET (parent)) >= WIDE_FROM;
  Page page = { NULL, model, language, NULL, wide ? JALON_MONEY_FULL : JALON_MONEY_COMPACT, { firm, ceiling } };

  if (why == NULL)
    return NULL;
  page.currency = jalon_dataset_get_currency (jalon_model_get_dataset (model));
  page.window = GTK_WINDOW (adw_window_new ());
  gtk_window_set_title (page.window, jalon_tr (language, "Why?"));
  gtk_window_set_default_size (page.window, wide ? 680 : 350, 560);
  gtk_window_set_transient_for (page.window, parent);
  gtk_window_set_modal (page.window, TRUE);
  gtk_window_set_destroy_with_parent (page.window, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (page.window), "why");
  close_by_escape (page.window);
  fill (&page, make_body (&page, why, g_str_equal (what, JALON_WHY_TOTAL)));
  return page.window;
}
