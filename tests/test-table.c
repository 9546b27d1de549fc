/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui-support.h"

#include <string.h>

#include "widgets/jalon-table-columns.h"
#include "widgets/jalon-table-page.h"
#include "widgets/jalon-table-sort.h"
#include "words/jalon-collation.h"

/* Amounts, dates and titles each in an order of their own; two that may share money; one contained in another. */
static const char *const dataset_json =
    "{\"format\": \"jalon\", \"version\": 1, \"title\": \"T\", \"currency\": \"EUR\","
    " \"sources\": [{\"id\": \"s\", \"publisher\": \"P\", \"url\": \"https://example.org/s\"}, {\"id\": \"t\", \"publisher\": \"Q\"}],"
    " \"places\": [{\"id\": \"x\", \"name\": \"Xanten\", \"lat\": 51, \"lon\": 6, \"precision\": \"commune\"}],"
    " \"projects\": ["
    "  {\"id\": \"e\", \"title\": \"Élan\", \"kind\": \"cloud\", \"scope\": \"site\", \"at\": [\"x\"], \"announcements\": ["
    "   {\"date\": \"2024-05\", \"act\": \"announces\", \"amount\": {\"value\": 3000000}, \"sources\": [\"s\", \"t\"]},"
    "   {\"date\": \"2025-01-05\", \"act\": \"confirms\", \"sources\": [\"t\"]}]},"
    "  {\"id\": \"z\", \"title\": \"Zone 10\", \"kind\": \"data-centre\", \"scope\": \"site\", \"at\": [\"x\"], \"announcements\": ["
    "   {\"date\": \"2023\", \"act\": \"announces\", \"amount\": {\"value\": 9000000, \"qualifier\": \"up-to\"}, \"sources\": [\"s\"]}]},"
    "  {\"id\": \"y\", \"title\": \"Zone 9\", \"kind\": \"data-centre\", \"scope\": \"site\", \"at\": [\"x\"], \"part_of\": \"z\","
    "   \"announcements\": [{\"date\": \"2025-06-01\", \"act\": \"announces\", \"amount\": {\"value\": 1000000}, \"sources\": [\"s\"]}]},"
    "  {\"id\": \"f\", \"title\": \"=Faux\", \"kind\": \"research\", \"scope\": \"site\", \"at\": [\"x\"], \"overlaps\": [\"e\"],"
    "   \"announcements\": [{\"date\": \"2025-02-10\", \"act\": \"announces\", \"amount\": {\"value\": 2000000}, \"sources\": [\"s\"]}]},"
    "  {\"id\": \"u\", \"title\": \"Fabre\", \"kind\": \"research\", \"scope\": \"site\", \"at\": [\"x\"],"
    "   \"announcements\": [{\"date\": \"2025-03\", \"act\": \"announces\", \"sources\": [\"s\"]}]}]}";

typedef struct
{
  JalonDataset *dataset;
  JalonWindow *window;
  JalonModel *model;
  JalonTablePage *page;
  GtkColumnView *view;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer language)
{
  fixture->dataset = ui_read (dataset_json);
  fixture->window = ui_window_new (fixture->dataset, language);
  fixture->model = jalon_window_get_model (fixture->window);
  jalon_model_set_page (fixture->model, JALON_PAGE_TABLE);
  ui_settle (GTK_WIDGET (fixture->window));
  fixture->page = JALON_TABLE_PAGE (ui_find_type (GTK_WIDGET (fixture->window), JALON_TYPE_TABLE_PAGE));
  fixture->view = GTK_COLUMN_VIEW (ui_find_type (GTK_WIDGET (fixture->page), GTK_TYPE_COLUMN_VIEW));
}

static void
tear_down (Fixture *fixture, gconstpointer language)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_clear_object (&fixture->dataset);
}

static GtkSelectionModel *
get_rows (Fixture *fixture)
{
  return gtk_column_view_get_model (fixture->view);
}

/* The ids of the rows, from the first to the last. */
static char *
list_ids (Fixture *fixture)
{
  GListModel *rows = G_LIST_MODEL (get_rows (fixture));
  g_autoptr (GString) ids = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (JalonTableRow) row = g_list_model_get_item (rows, i);

      g_string_append_printf (ids, "%s ", json_object_get_string_member (jalon_table_row_get_members (row), "id"));
    }
  return g_string_free (g_steal_pointer (&ids), FALSE);
}

static void
assert_sorted (Fixture *fixture, JalonTableColumn column, GtkSortType direction, const char *expected)
{
  GListModel *columns = gtk_column_view_get_columns (fixture->view);
  const char *heading = jalon_table_columns_get_heading (column, jalon_model_get_language (fixture->model));
  g_autofree char *ids = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) item = g_list_model_get_item (columns, i);

      if (strcmp (gtk_column_view_column_get_title (item), heading) == 0)
        gtk_column_view_sort_by_column (fixture->view, item, direction);
    }
  ids = list_ids (fixture);
  g_assert_cmpstr (ids, ==, expected);
}

static void
test_sort (Fixture *fixture, gconstpointer language)
{
  g_autofree char *opening = list_ids (fixture);

  g_assert_cmpstr (opening, ==, "z e f y u ");
  assert_sorted (fixture, JALON_TABLE_PROJECT, GTK_SORT_ASCENDING, "f e u y z ");
  assert_sorted (fixture, JALON_TABLE_PROJECT, GTK_SORT_DESCENDING, "z y u e f ");
  assert_sorted (fixture, JALON_TABLE_AMOUNT, GTK_SORT_ASCENDING, "u y f e z ");
  assert_sorted (fixture, JALON_TABLE_DATE, GTK_SORT_ASCENDING, "z e f u y ");
  assert_sorted (fixture, JALON_TABLE_SOURCES, GTK_SORT_DESCENDING, "e z y f u ");
}

static void
assert_says (GtkWidget *sort, const char *words)
{
  g_assert_cmpstr (gtk_widget_get_tooltip_text (ui_find_type (sort, GTK_TYPE_MENU_BUTTON)), ==, words);
}

/* The first label of the menu that says this belongs to an item, which is carried out. */
static void
choose_in_menu (GtkWidget *sort, const char *words)
{
  GtkMenuButton *button = GTK_MENU_BUTTON (ui_find_type (sort, GTK_TYPE_MENU_BUTTON));
  GtkWidget *popover = GTK_WIDGET (gtk_menu_button_get_popover (button));
  g_autoptr (GPtrArray) items = NULL;

  gtk_menu_button_popup (button);
  ui_settle (sort);
  items = ui_list_type (popover, g_type_from_name ("GtkModelButton"));
  for (guint i = 0; i < items->len; i++)
    {
      g_autofree char *text = NULL;

      g_object_get (g_ptr_array_index (items, i), "text", &text, NULL);
      if (g_strcmp0 (text, words) == 0)
        {
          g_assert_true (gtk_widget_get_focusable (g_ptr_array_index (items, i)));
          g_signal_emit_by_name (g_ptr_array_index (items, i), "clicked");
          gtk_menu_button_popdown (button);
          return;
        }
    }
  g_error ("The menu has no “%s”", words);
}

static void
assert_lists_columns (Fixture *fixture, GtkWidget *sort)
{
  GListModel *columns = gtk_column_view_get_columns (fixture->view);
  GMenuModel *menu = gtk_menu_button_get_menu_model (GTK_MENU_BUTTON (ui_find_type (sort, GTK_TYPE_MENU_BUTTON)));
  g_autoptr (GMenuModel) section = g_menu_model_get_item_link (menu, 0, G_MENU_LINK_SECTION);

  g_assert_cmpint (g_menu_model_get_n_items (section), ==, g_list_model_get_n_items (columns));
  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
      g_autofree char *label = NULL;

      g_assert_true (g_menu_model_get_item_attribute (section, (int) i, G_MENU_ATTRIBUTE_LABEL, "s", &label));
      g_assert_cmpstr (label, ==, gtk_column_view_column_get_title (column));
    }
}

/* How many columns have an arrow over them. */
static guint
count_arrows (GtkWidget *widget)
{
  guint n = g_str_equal (gtk_widget_get_css_name (widget), "sort-indicator") && gtk_widget_get_mapped (widget)
            && (gtk_widget_has_css_class (widget, "ascending") || gtk_widget_has_css_class (widget, "descending"));

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    n += count_arrows (child);
  return n;
}

/* No heading takes the focus in GTK 4.8: a menu sorts too, in either table, and shows what a heading did. */
static void
test_sort_menu (Fixture *fixture, gconstpointer language)
{
  GtkWidget *sort = ui_find_type (GTK_WIDGET (fixture->page), JALON_TYPE_TABLE_SORT);
  g_autoptr (GPtrArray) buttons = ui_list_type (GTK_WIDGET (fixture->page), GTK_TYPE_TOGGLE_BUTTON);
  g_autofree char *by_title = NULL, *ascending = NULL, *announcements = NULL;

  assert_says (sort, "Trier le tableau\u00a0: Montant, ordre décroissant");
  assert_lists_columns (fixture, sort);
  g_assert_cmpuint (count_arrows (GTK_WIDGET (fixture->view)), ==, 1);
  choose_in_menu (sort, "Projet");
  g_assert_cmpuint (count_arrows (GTK_WIDGET (fixture->view)), ==, 1);
  by_title = list_ids (fixture);
  g_assert_cmpstr (by_title, ==, "z y u e f ");
  assert_says (sort, "Trier le tableau\u00a0: Projet, ordre décroissant");
  choose_in_menu (sort, "Croissant");
  ascending = list_ids (fixture);
  g_assert_cmpstr (ascending, ==, "f e u y z ");
  assert_says (sort, "Trier le tableau\u00a0: Projet, ordre croissant");
  assert_sorted (fixture, JALON_TABLE_DATE, GTK_SORT_DESCENDING, "y u f e z ");
  assert_says (sort, "Trier le tableau\u00a0: Date, ordre décroissant");
  gtk_toggle_button_set_active (g_ptr_array_index (buttons, 1), TRUE);
  ui_settle (GTK_WIDGET (fixture->window));
  choose_in_menu (sort, "Acte");
  choose_in_menu (sort, "Croissant");
  announcements = list_ids (fixture);
  g_assert_cmpstr (announcements, ==, "e/0 z/0 y/0 f/0 u/0 e/1 ");
}

/* In the order of the language, whatever the process's locale is. */
static void
test_collation (void)
{
  static const char *const words[] = { "eau", "École", "élan", "Zone 9", "Zone 10" };

  for (guint i = 1; i < G_N_ELEMENTS (words); i++)
    {
      g_autofree char *before = jalon_collation_make_key (jalon_language_get ("fr"), words[i - 1]);
      g_autofree char *after = jalon_collation_make_key (jalon_language_get ("fr"), words[i]);

      g_assert_cmpstr (before, <, after);
    }
}

static guint
find_row (Fixture *fixture, const char *id)
{
  GListModel *rows = G_LIST_MODEL (get_rows (fixture));

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (JalonTableRow) row = g_list_model_get_item (rows, i);

      if (strcmp (jalon_table_row_get_share (row)->project->base.id, id) == 0)
        return i;
    }
  return GTK_INVALID_LIST_POSITION;
}

/* Table and model select together, and a row that is activated shows its detail until the selection is given up. */
static void
test_selection (Fixture *fixture, gconstpointer language)
{
  JalonQuery *query = jalon_model_get_query (fixture->model);
  GtkWidget *detail = ui_find_type (GTK_WIDGET (fixture->page), g_type_from_name ("JalonDetailView"));

  gtk_selection_model_select_item (get_rows (fixture), find_row (fixture, "f"), TRUE);
  g_assert_cmpstr (jalon_query_get_selected (query), ==, "f");
  g_assert_false (gtk_widget_get_mapped (detail));
  jalon_query_set_selected (query, "y");
  g_assert_true (gtk_selection_model_is_selected (get_rows (fixture), find_row (fixture, "y")));
  g_assert_false (gtk_selection_model_is_selected (get_rows (fixture), find_row (fixture, "f")));
  g_signal_emit_by_name (fixture->view, "activate", find_row (fixture, "e"));
  ui_settle (GTK_WIDGET (fixture->window));
  g_assert_cmpstr (jalon_query_get_selected (query), ==, "e");
  g_assert_true (gtk_widget_get_mapped (detail));
  jalon_query_set_selected (query, NULL);
  ui_settle (GTK_WIDGET (fixture->window));
  g_assert_false (gtk_widget_get_mapped (detail));
}

static char *
read_copy (Fixture *fixture)
{
  g_autoptr (GdkContentProvider) provider = jalon_table_page_copy (fixture->page);
  g_auto (GValue) value = G_VALUE_INIT;
  g_autoptr (GError) error = NULL;

  g_value_init (&value, G_TYPE_STRING);
  gdk_content_provider_get_value (provider, &value, &error);
  g_assert_no_error (error);
  return g_value_dup_string (&value);
}

static void
test_copy (Fixture *fixture, gconstpointer language)
{
  g_autofree char *one = NULL;
  g_autofree char *all = read_copy (fixture);
  g_auto (GStrv) lines = NULL;
  g_auto (GStrv) every = g_strsplit (all, "\n", -1);

  g_assert_cmpuint (g_strv_length (every), ==, 7); /* headings, five rows, what follows the last line */
  g_assert_true (g_str_has_prefix (every[3], "'=Faux\t"));
  gtk_selection_model_select_item (get_rows (fixture), find_row (fixture, "z"), TRUE);
  one = read_copy (fixture);
  lines = g_strsplit (one, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 3);
  g_assert_cmpstr (lines[0], ==,
                   "Project\tKind\tAmount\tCounted here\tPlace\tOrganization\tStatus\tDate\tLeft out because\tSources\t"
                   "Amount, firm (EUR)\tAmount, at most (EUR)\tCounted, firm (EUR)\tCounted, at most (EUR)");
  g_assert_true (g_str_has_prefix (lines[1], "Zone 10\tData center\tup to €9,000,000\tup to €8,000,000\tXanten\t\t"));
  g_assert_true (g_str_has_suffix (lines[1], "https://example.org/s\t0\t9000000\t0\t8000000"));
}

static gboolean
shows (GtkWidget *root, const char *text)
{
  g_autoptr (GPtrArray) labels = ui_list_type (root, GTK_TYPE_LABEL);

  for (guint i = 0; i < labels->len; i++)
    if (gtk_widget_get_mapped (g_ptr_array_index (labels, i))
        && strcmp (gtk_label_get_text (g_ptr_array_index (labels, i)), text) == 0)
      return TRUE;
  return FALSE;
}

/* The union of e and f, which may share all of f, and of z, which contains y: 3 and 1 firm, up to 3 and 9; u is undisclosed. */
static void
test_sum (Fixture *fixture, gconstpointer language)
{
  g_assert_true (shows (GTK_WIDGET (fixture->page), "at least €4M firm, up to €12M or more ·\u00a01\u00a0undisclosed"));
}

static gboolean
says_nothing (gpointer page)
{
  return shows (page, "Aucun projet ne répond à tous ces filtres.");
}

/* The other table: a row an announcement; the search of the window filters both. */
static void
test_announcements (Fixture *fixture, gconstpointer language)
{
  g_autoptr (GPtrArray) buttons = ui_list_type (GTK_WIDGET (fixture->page), GTK_TYPE_TOGGLE_BUTTON);
  g_autofree char *found = NULL;

  gtk_toggle_button_set_active (g_ptr_array_index (buttons, 1), TRUE);
  assert_sorted (fixture, JALON_TABLE_DATE, GTK_SORT_ASCENDING, "z/0 e/0 e/1 f/0 u/0 y/0 ");
  jalon_query_set_text (jalon_model_get_query (fixture->model), "elan");
  found = list_ids (fixture);
  g_assert_cmpstr (found, ==, "e/0 e/1 ");
  jalon_query_set_text (jalon_model_get_query (fixture->model), "nowhere to be found");
  ui_wait (says_nothing, fixture->page);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/table/collation", test_collation);
  g_test_add ("/table/sort", Fixture, "en", set_up, test_sort, tear_down);
  g_test_add ("/table/sort-menu", Fixture, "fr", set_up, test_sort_menu, tear_down);
  g_test_add ("/table/selection", Fixture, "en", set_up, test_selection, tear_down);
  g_test_add ("/table/copy", Fixture, "en", set_up, test_copy, tear_down);
  g_test_add ("/table/sum", Fixture, "en", set_up, test_sum, tear_down);
  g_test_add ("/table/announcements", Fixture, "fr", set_up, test_announcements, tear_down);
  return g_test_run ();
}
