/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/jalon-why-window.h"

#include "widgets/jalon-compat.h"
#include "widgets/jalon-icon-button.h"
#include "widgets/jalon-source-link.h"
#include "words/jalon-about.h"
#include "words/jalon-cite.h"
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
  const JalonTold *told;
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
  gtk_widget_set_valign (label, jalon_compat_get_baseline ());
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

/* What the figure is of: its name, and what is asked, where that isn't all there is. */
static void
add_head (const Page *page, GtkBox *box, const char *name, const char *value)
{
  g_autoptr (JalonAbout) about = jalon_about_new (page->told->figures, page->told->query, page->language, "");
  g_autoptr (GString) known = g_string_new (jalon_tr (page->language, "Known on {date}"));

  gtk_box_append (box, make_label (name, NULL));
  gtk_box_append (box, make_label (value, "title-3"));
  if (page->told->is_elsewhere)
    gtk_box_append (box, make_label (jalon_tr (page->language, "Not part of what is selected: this is how it counts in the whole file."),
                                     "dim-label"));
  if (about->filters[0] != '\0')
    gtk_box_append (box, make_label (about->filters, "dim-label"));
  g_string_replace (known, "{date}", about->as_of, 1);
  if (jalon_figures_get_as_of (page->told->figures) != NULL)
    gtk_box_append (box, make_label (known->str, "dim-label"));
}

static GtkWidget *
make_body (const Page *page, const JalonWhy *why)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  g_autofree char *name = jalon_cite_name (page->language, page->told, why);
  g_autofree char *words = jalon_words_sum (page->language, &why->sum, page->currency, page->style);

  gtk_widget_add_css_class (box, "problems-body");
  add_head (page, GTK_BOX (box), name[0] != '\0' ? name : jalon_tr (page->language, "Total"), words);
  add_addends (page, GTK_BOX (box), why);
  add_left_out (page, GTK_BOX (box), why);
  return box;
}

static void
add_reading (const Page *page, GtkWidget *list, const JalonIndicator *indicator, const JalonReading *reading)
{
  const char *unit = indicator->unit != NULL ? jalon_words_text (page->language, indicator->unit) : NULL;
  g_autofree char *value = jalon_words_quantity (page->language, reading->value, unit);
  g_autofree char *date = jalon_date_is_set (&reading->date) ? jalon_words_date (page->language, &reading->date, JALON_DATE_LONG) : NULL;
  GtkWidget *row = add_row (page, list, value, date, NULL);
  GtkWidget *words = gtk_widget_get_first_child (gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (row)));

  if (reading->base.note != NULL)
    gtk_box_append (GTK_BOX (words), make_label (jalon_words_text (page->language, reading->base.note), NULL));
  for (guint i = 0; i < reading->sources->len; i++)
    gtk_box_append (GTK_BOX (words), jalon_source_link_new (page->language, g_ptr_array_index (reading->sources, i)));
  name_row (row, value, date != NULL ? date : "");
}

/* A figure of the ecosystem has no addends: who says so, and when, is all there is to ask. */
static GtkWidget *
make_indicator_body (const Page *page, const JalonIndicator *indicator)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *list = make_list (page, jalon_tr (page->language, "Values"));
  g_autofree char *name = jalon_words_isolate (jalon_words_text (page->language, indicator->label));

  gtk_widget_add_css_class (box, "problems-body");
  gtk_box_append (GTK_BOX (box), make_label (name, "title-3"));
  gtk_box_append (GTK_BOX (box), make_label (jalon_tr (page->language, "A figure of the ecosystem, not an investment: it is part of no sum."),
                                             "dim-label"));
  if (indicator->base.note != NULL)
    gtk_box_append (GTK_BOX (box), make_label (jalon_words_text (page->language, indicator->base.note), NULL));
  for (guint i = 0; i < indicator->readings->len; i++)
    add_reading (page, list, indicator, g_ptr_array_index (indicator->readings, i));
  gtk_box_append (GTK_BOX (box), list);
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

/* The toast would be behind this window. */
static void
copied_cb (GtkWidget *button)
{
  jalon_icon_button_set_words (button, g_object_get_data (G_OBJECT (button), "copied"));
  gtk_button_set_icon_name (GTK_BUTTON (button), "object-select-symbolic");
}

static GtkWidget *
make_copy_button (const Page *page, const char *name)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("edit-copy-symbolic");

  jalon_icon_button_set_words (button, jalon_tr (page->language, "Copy with Its Source"));
  g_object_set_data (G_OBJECT (button), "copied", (gpointer) jalon_tr (page->language, "Copied with its source"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.copy-figure");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", name);
  g_signal_connect (button, "clicked", G_CALLBACK (copied_cb), NULL);
  return button;
}

static void
fill (const Page *page, GtkWidget *body, const char *name)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 760);
  adw_clamp_set_child (ADW_CLAMP (clamp), body);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), clamp);
  gtk_widget_set_vexpand (scrolled, TRUE);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), make_copy_button (page, name));
  gtk_box_append (GTK_BOX (content), header);
  gtk_box_append (GTK_BOX (content), scrolled);
  adw_window_set_content (ADW_WINDOW (page->window), content);
}

static GtkWindow *
make_window (const JalonLanguage *language, GtkWindow *parent, gboolean wide)
{
  GtkWindow *window = GTK_WINDOW (adw_window_new ());

  gtk_window_set_title (window, jalon_tr (language, "Why?"));
  gtk_window_set_default_size (window, wide ? 680 : 350, 560);
  gtk_window_set_transient_for (window, parent);
  gtk_window_set_modal (window, TRUE);
  gtk_window_set_destroy_with_parent (window, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (window), "why");
  close_by_escape (window);
  jalon_source_link_forward (window, parent);
  return window;
}

/**
 * jalon_why_window_new:
 * @parent: the window it belongs to
 * @model: what that shows
 * @name: a figure, as jalon_told_new() takes it
 *
 * Makes a window that shows the addends of a figure with their amounts and qualifiers, what was taken off as the same money, their
 * sum, and what is left out and why; of an indicator its values and who says so. A project of it selects itself.
 *
 * Returns: (transfer full) (nullable): the window, to be presented; %NULL if there is no such figure
 */
GtkWindow *
jalon_why_window_new (GtkWindow *parent, JalonModel *model, const char *name)
{
  const JalonLanguage *language = jalon_model_get_language (model);
  JalonFigures *figures = jalon_model_get_figures (model);
  g_autoptr (JalonTold) told = figures != NULL ? jalon_told_new (figures, jalon_model_get_query (model), name) : NULL;
  const JalonIndicator *indicator = told != NULL ? jalon_told_get_indicator (told) : NULL;
  g_autofree char *what = told != NULL ? jalon_told_name_sum (told) : NULL;
  g_autoptr (JalonWhy) why = what != NULL && indicator == NULL ? jalon_why_new (told->figures, what) : NULL;
  g_autoptr (GtkSizeGroup) firm = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  g_autoptr (GtkSizeGroup) ceiling = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  gboolean wide = gtk_widget_get_width (GTK_WIDGET (parent)) >= WIDE_FROM;
  Page page = { NULL, model, language, NULL, wide ? JALON_MONEY_FULL : JALON_MONEY_COMPACT, told, { firm, ceiling } };

  if (why == NULL && indicator == NULL)
    return NULL;
  page.currency = jalon_dataset_get_currency (jalon_model_get_dataset (model));
  page.window = make_window (language, parent, wide);
  fill (&page, why != NULL ? make_body (&page, why) : make_indicator_body (&page, indicator), name);
  return page.window;
}
