/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/jalon-table-sort.h"

#include "widgets/jalon-icon-button.h"
#include "widgets/jalon-table-columns.h"

/**
 * JalonTableSort:
 *
 * A menu that sorts a table by any column that it shows. Older releases of GTK give no heading of a column the focus, so this is how
 * the keyboard sorts. It and the headings change the same order, and both show it.
 *
 * Actions: sort.column, with the column's number; sort.direction, which is `up` or `down`.
 */
struct _JalonTableSort
{
  AdwBin parent_instance;

  JalonModel *model; /* owned */
  GtkColumnViewColumn *columns[JALON_N_TABLE_COLUMNS]; /* owned; those that are shown are in the view */
  GActionMap *actions; /* owned */

  GtkColumnView *view; /* borrowed: stands in the same page */
  GtkWidget *button;   /* borrowed from the tree of children */
};

G_DEFINE_FINAL_TYPE (JalonTableSort, jalon_table_sort, ADW_TYPE_BIN)

static const char *const directions[] = { [GTK_SORT_ASCENDING] = "up", [GTK_SORT_DESCENDING] = "down" };

/* The column itself learns only later that it has come into the view. */
static gboolean
is_shown (JalonTableSort *self, gint32 column)
{
  GListModel *columns = gtk_column_view_get_columns (self->view);
  gboolean found = FALSE;

  for (guint i = 0; !found && i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) item = g_list_model_get_item (columns, i);

      found = item == self->columns[column];
    }
  return found;
}

static void
set_state (JalonTableSort *self, const char *action, GVariant *state)
{
  g_simple_action_set_state (G_SIMPLE_ACTION (g_action_map_lookup_action (self->actions, action)), state);
}

/* The radio items, the icon, and the words of the button say how the table is sorted. */
static void
update_states (JalonTableSort *self)
{
  const JalonLanguage *language = jalon_model_get_language (self->model);
  JalonTableColumn column = JALON_N_TABLE_COLUMNS;
  GtkSortType direction = GTK_SORT_ASCENDING;
  g_autoptr (GString) words = g_string_new (jalon_tr (language, "Sort the table"));

  if (jalon_table_columns_get_order (self->view, &column, &direction))
    {
      g_string_assign (words, direction == GTK_SORT_ASCENDING ? jalon_tr (language, "Sort the table: {column}, ascending")
                                                              : jalon_tr (language, "Sort the table: {column}, descending"));
      g_string_replace (words, "{column}", jalon_table_columns_get_heading (column, language), 1);
    }
  set_state (self, "column", g_variant_new_int32 ((gint32) column));
  set_state (self, "direction", g_variant_new_string (directions[direction]));
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->button), direction == GTK_SORT_ASCENDING ? "view-sort-ascending-symbolic"
                                                                                                 : "view-sort-descending-symbolic");
  jalon_icon_button_set_words (self->button, words->str);
}

static void
update_menu (JalonTableSort *self)
{
  const JalonLanguage *language = jalon_model_get_language (self->model);
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) columns = g_menu_new ();
  g_autoptr (GMenu) order = g_menu_new ();

  for (JalonTableColumn i = 0; i < JALON_N_TABLE_COLUMNS; i++)
    if (is_shown (self, (gint32) i))
      {
        g_autoptr (GMenuItem) item = g_menu_item_new (jalon_table_columns_get_heading (i, language), NULL);

        g_menu_item_set_action_and_target (item, "sort.column", "i", (gint32) i);
        g_menu_append_item (columns, item);
      }
  g_menu_append (order, jalon_tr (language, "Ascending"), "sort.direction::up");
  g_menu_append (order, jalon_tr (language, "Descending"), "sort.direction::down");
  g_menu_append_section (menu, jalon_tr (language, "Sort by"), G_MENU_MODEL (columns));
  g_menu_append_section (menu, jalon_tr (language, "Order"), G_MENU_MODEL (order));
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->button), G_MENU_MODEL (menu));
}

static void
update_all (JalonTableSort *self)
{
  update_menu (self);
  update_states (self);
}

static void
model_changed_cb (JalonTableSort *self, guint what)
{
  if (what & JALON_MODEL_LANGUAGE)
    update_all (self);
}

/* GTK 4.8 leaves the arrow over the column that sorted before, unless the order is taken away first. */
static void
sort_by (JalonTableSort *self, JalonTableColumn column, GtkSortType direction)
{
  gtk_column_view_sort_by_column (self->view, NULL, direction);
  gtk_column_view_sort_by_column (self->view, self->columns[column], direction);
}

/* Another column keeps the direction. */
static void
column_cb (GSimpleAction *action, GVariant *state, gpointer data)
{
  JalonTableSort *self = data;
  gint32 chosen = g_variant_get_int32 (state);
  JalonTableColumn column;
  GtkSortType direction = GTK_SORT_ASCENDING;

  if (chosen < 0 || chosen >= JALON_N_TABLE_COLUMNS || !is_shown (self, chosen))
    return;
  jalon_table_columns_get_order (self->view, &column, &direction);
  sort_by (self, (JalonTableColumn) chosen, direction);
}

/* What isn't sorted yet is by the first column. */
static void
direction_cb (GSimpleAction *action, GVariant *state, gpointer data)
{
  JalonTableSort *self = data;
  JalonTableColumn column = JALON_TABLE_PROJECT;
  GtkSortType direction;

  jalon_table_columns_get_order (self->view, &column, &direction);
  direction = g_str_equal (g_variant_get_string (state, NULL), directions[GTK_SORT_DESCENDING]) ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING;
  sort_by (self, column, direction);
}

static void
jalon_table_sort_dispose (GObject *object)
{
  JalonTableSort *self = JALON_TABLE_SORT (object);

  for (int i = 0; i < JALON_N_TABLE_COLUMNS; i++)
    g_clear_object (&self->columns[i]);
  g_clear_object (&self->actions);
  g_clear_object (&self->model);
  G_OBJECT_CLASS (jalon_table_sort_parent_class)->dispose (object);
}

static void
jalon_table_sort_class_init (JalonTableSortClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = jalon_table_sort_dispose;
}

static void
jalon_table_sort_init (JalonTableSort *self)
{
  static const GActionEntry entries[] = { { .name = "column", .parameter_type = "i", .state = "0", .change_state = column_cb },
                                          { .name = "direction", .parameter_type = "s", .state = "'up'", .change_state = direction_cb } };

  self->actions = G_ACTION_MAP (g_simple_action_group_new ());
  g_action_map_add_action_entries (self->actions, entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "sort", G_ACTION_GROUP (self->actions));
  self->button = g_object_new (GTK_TYPE_MENU_BUTTON, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, NULL); /* the button is in it */
  gtk_widget_add_css_class (self->button, "flat");
  adw_bin_set_child (ADW_BIN (self), self->button);
}

/**
 * jalon_table_sort_new:
 * @model: whose language the menu speaks
 * @view: the table; it must outlive the menu's use
 * @columns: (array fixed-size=11): all columns that the table may show
 *
 * Returns: (transfer floating): the menu button
 */
GtkWidget *
jalon_table_sort_new (JalonModel *model, GtkColumnView *view, GtkColumnViewColumn *const columns[JALON_N_TABLE_COLUMNS])
{
  JalonTableSort *self = g_object_new (JALON_TYPE_TABLE_SORT, NULL);

  self->model = g_object_ref (model);
  self->view = view;
  for (int i = 0; i < JALON_N_TABLE_COLUMNS; i++)
    self->columns[i] = g_object_ref (columns[i]);
  update_all (self);
  g_signal_connect_object (model, "changed", G_CALLBACK (model_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_column_view_get_columns (view), "items-changed", G_CALLBACK (update_all), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_column_view_get_sorter (view), "changed", G_CALLBACK (update_states), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
