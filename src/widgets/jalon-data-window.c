/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/jalon-data-window.h"

#include "widgets/jalon-detail-private.h"
#include "widgets/jalon-source-link.h"
#include "words/jalon-about.h"
#include "words/jalon-words.h"

/* Logical pixels. */
#define MAX_WIDTH 640
#define WIDE_FROM 560 /* width of the parent */

/* What one filling of the window needs everywhere. */
typedef struct
{
  GtkWindow *window;
  JalonModel *model;
  JalonDataset *dataset;
  const JalonLanguage *language;
  const char *file;
  int today;
  gboolean wide;
} Page;

static GtkWidget *
add_label (GtkWidget *box, const char *text, const char *css_class)
{
  GtkWidget *label = jalon_detail_make_label (text, css_class);

  jalon_detail_make_selectable (label);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static GtkWidget *
make_list (GtkWidget *box, const char *title, gboolean with_heading)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  if (with_heading)
    gtk_widget_add_css_class (add_label (box, title, "heading"), "data-heading");
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_box_append (GTK_BOX (box), list);
  return list;
}

/* A fact and its name. */
static GtkWidget *
add_fact (GtkWidget *list, const char *name, const char *value)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  add_label (box, name, "caption");
  add_label (box, value, NULL);
  gtk_widget_add_css_class (box, "why-row");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  return box;
}

static void
add_count (const Page *page, GtkWidget *list, const char *name, guint n)
{
  g_autofree char *number = jalon_words_number (page->language, n);

  add_fact (list, name, number);
}

static guint
count_announcements (JalonDataset *dataset)
{
  const GPtrArray *projects = jalon_dataset_get_projects (dataset);
  guint n = 0;

  for (guint i = 0; i < projects->len; i++)
    n += ((const JalonProject *) g_ptr_array_index (projects, i))->announcements->len;
  return n;
}

/* Of which date the data are, how old that is, and what it means. */
static void
add_age (const Page *page, GtkWidget *list)
{
  g_autofree char *date = jalon_about_say_date (page->dataset, page->language);
  int days = jalon_about_count_days (page->dataset, page->today);
  g_autofree char *age = days >= 0 ? jalon_words_days_old (page->language, (guint) days) : NULL;
  g_autofree char *value = age != NULL ? g_strdup_printf ("%s · %s", date, age) : g_strdup (date);
  GtkWidget *box;

  if (date[0] == '\0')
    {
      add_fact (list, jalon_tr (page->language, "Date"), jalon_tr (page->language, "The file doesn’t say of which date it is."));
      return;
    }
  box = add_fact (list, jalon_tr (page->language, "Date"), value);
  if (days < JALON_ABOUT_OLD_FROM)
    return;
  gtk_widget_add_css_class (box, "old");
  add_label (box, jalon_tr (page->language, "Old data: what was announced since then is not in them."), "age");
}

static void
add_rate (const Page *page, GtkWidget *list, const JalonRate *rate)
{
  g_autofree char *one = jalon_words_money (page->language, 1, rate->currency, JALON_MONEY_FULL);
  g_autofree char *per = jalon_words_number (page->language, rate->per);
  g_autofree char *value = g_strdup_printf ("%s = %s\u00a0%s", one, per, jalon_dataset_get_currency (page->dataset));
  g_autofree char *date = jalon_date_is_set (&rate->date) ? jalon_words_date (page->language, &rate->date, JALON_DATE_LONG) : NULL;
  GtkWidget *box = add_fact (list, date != NULL ? date : jalon_tr (page->language, "Exchange rate"), value);

  if (rate->source != NULL)
    gtk_box_append (GTK_BOX (box), jalon_source_link_new (page->language, rate->source));
}

static void
add_rates (const Page *page, GtkWidget *box)
{
  const GPtrArray *rates = jalon_dataset_get_list (page->dataset, JALON_LIST_RATES);
  GtkWidget *list;

  if (rates->len == 0)
    return;
  list = make_list (box, jalon_tr (page->language, "Exchange rates"), TRUE);
  for (guint i = 0; i < rates->len; i++)
    add_rate (page, list, g_ptr_array_index (rates, i));
}

static void
add_identity (const Page *page, GtkWidget *box)
{
  GtkWidget *list = make_list (box, jalon_tr (page->language, "The file"), TRUE);
  const char *digest = jalon_dataset_get_digest (page->dataset);

  add_fact (list, jalon_tr (page->language, "Name"), page->file != NULL ? page->file : jalon_tr (page->language, "Came with the program"));
  if (digest != NULL)
    /* Translators: SHA-256 is the name of a checksum */
    gtk_widget_add_css_class (gtk_widget_get_last_child (add_fact (list, jalon_tr (page->language, "Checksum (SHA-256)"), digest)),
                              "monospace");
}

static GtkWidget *
wrap (GtkWidget *child)
{
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  gtk_widget_add_css_class (child, "problems-body");
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), MAX_WIDTH);
  adw_clamp_set_child (ADW_CLAMP (clamp), child);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), clamp);
  gtk_widget_set_vexpand (scrolled, TRUE);
  return scrolled;
}

static GtkWidget *
make_about (const Page *page)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  const JalonText *note = jalon_dataset_get_note (page->dataset);
  GtkWidget *list;

  add_label (box, jalon_words_text (page->language, jalon_dataset_get_title (page->dataset)), "title-2");
  if (jalon_dataset_get_subtitle (page->dataset) != NULL)
    add_label (box, jalon_words_text (page->language, jalon_dataset_get_subtitle (page->dataset)), NULL);
  list = make_list (box, jalon_tr (page->language, "These data"), FALSE);
  add_age (page, list);
  add_count (page, list, jalon_tr (page->language, "Projects"), jalon_dataset_get_projects (page->dataset)->len);
  add_count (page, list, jalon_tr (page->language, "Announcements"), count_announcements (page->dataset));
  add_count (page, list, jalon_tr (page->language, "Sources"), jalon_dataset_get_list (page->dataset, JALON_LIST_SOURCES)->len);
  add_fact (list, jalon_tr (page->language, "Currency of the sums"), jalon_dataset_get_currency (page->dataset));
  if (note != NULL)
    {
      gtk_widget_add_css_class (add_label (box, jalon_tr (page->language, "What those who keep the data say"), "heading"), "data-heading");
      add_label (box, jalon_words_text (page->language, note), NULL);
    }
  add_rates (page, box);
  add_identity (page, box);
  return wrap (box);
}

/* A list of records, of which only those that are seen have widgets. */
static GtkWidget *
make_records (const Page *page, JalonList records, const char *name, GCallback bind)
{
  const GPtrArray *list = jalon_dataset_get_list (page->dataset, records);
  g_autoptr (GListStore) store = g_list_store_new (GTK_TYPE_STRING_OBJECT);
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *view = gtk_list_view_new (GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (g_object_ref (store)))), factory);
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  for (guint i = 0; i < list->len; i++)
    {
      g_autoptr (GtkStringObject) object = gtk_string_object_new ("");

      g_object_set_data (G_OBJECT (object), "record", g_ptr_array_index (list, i));
      g_object_set_data_full (G_OBJECT (object), "dataset", g_object_ref (page->dataset), g_object_unref);
      g_list_store_append (store, object);
    }
  g_signal_connect_object (factory, "bind", bind, page->model, 0);
  gtk_widget_add_css_class (view, "data-records");
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), view);
  gtk_widget_set_vexpand (scrolled, TRUE);
  return scrolled;
}

static void
bind_source_cb (GtkSignalListItemFactory *factory, GtkListItem *item, JalonModel *model)
{
  const JalonSource *source = g_object_get_data (gtk_list_item_get_item (item), "record");

  gtk_list_item_set_activatable (item, FALSE);
  gtk_list_item_set_child (item, jalon_source_link_new (jalon_model_get_language (model), source));
}

static void
bind_dispute_cb (GtkSignalListItemFactory *factory, GtkListItem *item, JalonModel *model)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  const JalonDetailRows rows = { .box = GTK_BOX (box), .model = model, .language = jalon_model_get_language (model) };

  jalon_detail_add_dispute (&rows, g_object_get_data (gtk_list_item_get_item (item), "record"));
  gtk_list_item_set_activatable (item, FALSE);
  gtk_list_item_set_child (item, box);
}

static void
add_page (const Page *page, GtkStack *stack, JalonList records, const char *title, GCallback bind)
{
  const GPtrArray *list = jalon_dataset_get_list (page->dataset, records);
  g_autofree char *number = jalon_words_number (page->language, list->len);
  g_autofree char *words = page->wide ? g_strdup_printf ("%s (%s)", title, number) : g_strdup (title);

  if (list->len > 0)
    gtk_stack_add_titled (stack, make_records (page, records, title, bind), NULL, words);
}

static void
fill (const Page *page)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *stack = gtk_stack_new ();
  GtkWidget *switcher = gtk_stack_switcher_new ();

  gtk_stack_add_titled (GTK_STACK (stack), make_about (page), NULL, jalon_tr (page->language, "These data"));
  add_page (page, GTK_STACK (stack), JALON_LIST_DISPUTES, jalon_tr (page->language, "Differences"), G_CALLBACK (bind_dispute_cb));
  add_page (page, GTK_STACK (stack), JALON_LIST_SOURCES, jalon_tr (page->language, "Sources"), G_CALLBACK (bind_source_cb));
  gtk_accessible_update_property (GTK_ACCESSIBLE (switcher), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  jalon_tr (page->language, "About These Data"), -1);
  gtk_stack_switcher_set_stack (GTK_STACK_SWITCHER (switcher), GTK_STACK (stack));
  gtk_widget_set_halign (switcher, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (switcher, "data-switcher");
  gtk_box_append (GTK_BOX (content), header);
  gtk_box_append (GTK_BOX (content), switcher);
  gtk_box_append (GTK_BOX (content), stack);
  adw_window_set_content (ADW_WINDOW (page->window), content);
}

/**
 * jalon_data_window_new:
 * @parent: the window it belongs to
 * @model: what that shows: a dataset
 * @file: (nullable): the name of its file; %NULL: it came with the program
 * @today: a Julian day of #GDate
 *
 * Makes a window that tells what the data are: of which date and how old, what those who keep them say, the exchange rates, where sources
 * differ, and every source.
 *
 * Returns: (transfer full): the window, to be presented
 */
GtkWindow *
jalon_data_window_new (GtkWindow *parent, JalonModel *model, const char *file, int today)
{
  const JalonLanguage *language = jalon_model_get_language (model);
  GtkEventController *keys = gtk_shortcut_controller_new ();
  const Page page = { GTK_WINDOW (adw_window_new ()), model, jalon_model_get_dataset (model), language, file, today,
                      gtk_widget_get_width (GTK_WIDGET (parent)) >= WIDE_FROM };

  gtk_window_set_title (page.window, jalon_tr (language, "About These Data"));
  gtk_window_set_default_size (page.window, page.wide ? 680 : 350, 620);
  gtk_window_set_transient_for (page.window, parent);
  gtk_window_set_modal (page.window, TRUE);
  gtk_window_set_destroy_with_parent (page.window, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (page.window), "data");
  jalon_source_link_forward (page.window, parent);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                                                          gtk_named_action_new ("window.close")));
  gtk_widget_add_controller (GTK_WIDGET (page.window), keys);
  fill (&page);
  return page.window;
}
