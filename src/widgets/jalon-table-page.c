/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/jalon-table-page.h"

#include "figures/jalon-why.h"
#include "widgets/jalon-chips.h"
#include "widgets/jalon-detail-view.h"
#include "widgets/jalon-empty-hint.h"
#include "widgets/jalon-icon-button.h"
#include "widgets/jalon-table-columns.h"
#include "widgets/jalon-table-foot.h"
#include "widgets/jalon-table-sort.h"
#include "widgets/jalon-wrap.h"
#include "words/jalon-words.h"

/* Logical pixels. */
#define CELL_PADDING 8 /* of a column, left and right of its text */

/**
 * JalonTablePage:
 *
 * All that is selected, as a table: a row a project, or a row an announcement. It sorts by each column, shares search, filters and the
 * selected project with the other views, and has the headline's sum below it.
 *
 * Keys: arrows go from row to row and select; Enter opens the detail, Escape closes it; Control and C copies the selected rows, or all.
 * CSS node: widget. Action: table.copy. Key: y asks why the selected row counts what it does, or else the total.
 */
struct _JalonTablePage
{
  AdwBin parent_instance;

  JalonModel *model; /* owned */
  GListStore *rows;  /* owned: of JalonTableRow, in file order */
  GtkColumnViewColumn *columns[JALON_N_TABLE_COLUMNS]; /* owned; those with room are in the view */
  GtkSelectionModel *selection; /* owned: the rows as they are sorted */
  gboolean announcements;
  gboolean updating; /* the selection follows the model: no answer needed */
  gboolean stale;    /* what is shown is of yesterday: made anew when the page is looked at */
  int width;         /* that the columns were chosen for */
  guint tick;        /* pending choice of the columns, or 0 */

  /* borrowed from the tree of children */
  GtkColumnView *view;
  GtkWidget *kinds[2]; /* of rows: projects, announcements */
  GtkWidget *copy;
  GtkStack *stack;
  GtkWidget *empty;
  GtkWidget *foot;
  GtkWidget *detail;   /* around the detail view, shown when it is asked for */
};

G_DEFINE_FINAL_TYPE (JalonTablePage, jalon_table_page, ADW_TYPE_BIN)

static GtkWidget *
find_child (GtkWidget *widget, GType type)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (g_type_is_a (G_OBJECT_TYPE (child), type))
      return child;
  return NULL;
}

static void
scroll_to (JalonTablePage *self, guint position)
{
  GtkWidget *list = find_child (GTK_WIDGET (self->view), GTK_TYPE_LIST_VIEW);

  if (list != NULL)
    gtk_widget_activate_action (list, "list.scroll-to-item", "u", position);
}

/* GTK would keep in place what happened to stand at the top. */
static void
sorted_cb (JalonTablePage *self)
{
  g_autoptr (GtkBitset) chosen = self->selection != NULL ? gtk_selection_model_get_selection (self->selection) : NULL;

  if (chosen != NULL && g_list_model_get_n_items (G_LIST_MODEL (self->selection)) > 0)
    scroll_to (self, gtk_bitset_is_empty (chosen) ? 0 : gtk_bitset_get_minimum (chosen));
}

static const JalonProject *
get_project (JalonTablePage *self, guint position)
{
  g_autoptr (JalonTableRow) row = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  return row != NULL ? jalon_table_row_get_share (row)->project : NULL;
}

/* The model's project is selected here too; a row of it that already is stays the one. */
static void
follow_selected (JalonTablePage *self)
{
  const JalonProject *selected = jalon_model_get_selected (self->model);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  g_autoptr (GtkBitset) chosen = gtk_selection_model_get_selection (self->selection);

  for (guint i = 0; i < gtk_bitset_get_size (chosen); i++)
    if (selected != NULL && get_project (self, gtk_bitset_get_nth (chosen, i)) == selected)
      return;
  self->updating = TRUE;
  gtk_selection_model_unselect_all (self->selection);
  for (guint i = 0; selected != NULL && i < n; i++)
    if (get_project (self, i) == selected)
      {
        gtk_selection_model_select_item (self->selection, i, TRUE);
        scroll_to (self, i);
        break;
      }
  self->updating = FALSE;
}

static void
selection_changed_cb (JalonTablePage *self)
{
  g_autoptr (GtkBitset) chosen = gtk_selection_model_get_selection (self->selection);

  if (!self->updating && gtk_bitset_get_size (chosen) == 1)
    jalon_query_set_selected (jalon_model_get_query (self->model), get_project (self, gtk_bitset_get_minimum (chosen))->base.id);
}

/* As of a date only what has begun is known (rule 1 of the sums). */
static void
add_announcements (JalonTablePage *self, GPtrArray *rows, const JalonShare *share)
{
  JalonFigures *figures = jalon_model_get_figures (self->model);
  const JalonDate *as_of = jalon_figures_get_as_of (figures);
  int last = as_of != NULL && jalon_date_is_set (as_of) ? jalon_date_get_last_day (as_of) : G_MAXINT;

  for (guint i = 0; i < share->project->announcements->len; i++)
    {
      const JalonAnnouncement *announcement = g_ptr_array_index (share->project->announcements, i);

      if (jalon_date_get_first_day (&announcement->date) <= last)
        g_ptr_array_add (rows, jalon_table_row_new (figures, jalon_model_get_language (self->model), share, announcement));
    }
}

static void
update_rows (JalonTablePage *self)
{
  JalonFigures *figures = jalon_model_get_figures (self->model);
  guint n = figures != NULL ? jalon_figures_get_n_shares (figures) : 0;
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < n; i++)
    {
      const JalonShare *share = jalon_figures_get_share (figures, i);

      if (self->announcements)
        add_announcements (self, rows, share);
      else
        g_ptr_array_add (rows, jalon_table_row_new (figures, jalon_model_get_language (self->model), share, NULL));
    }
  self->updating = TRUE;
  g_list_store_splice (self->rows, 0, g_list_model_get_n_items (G_LIST_MODEL (self->rows)), rows->pdata, rows->len);
  self->updating = FALSE;
  gtk_stack_set_visible_child_name (self->stack, rows->len > 0 ? "rows" : "empty");
  gtk_widget_set_sensitive (self->copy, rows->len > 0);
  follow_selected (self);
}

static void
update_words (JalonTablePage *self)
{
  const JalonLanguage *language = jalon_model_get_language (self->model);
  const char *kinds[] = { jalon_tr (language, "Projects"), jalon_tr (language, "Announcements") };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    gtk_button_set_label (GTK_BUTTON (self->kinds[i]), kinds[i]);
  jalon_icon_button_set_words (self->copy, jalon_tr (language, "Copy the selected rows, or all"));
  adw_status_page_set_title (ADW_STATUS_PAGE (self->empty), jalon_tr (language, "No project answers all of these filters."));
  for (JalonTableColumn i = 0; i < JALON_N_TABLE_COLUMNS; i++)
    gtk_column_view_column_set_title (self->columns[i], jalon_table_columns_get_heading (i, language));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, kinds[self->announcements ? 1 : 0], -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (find_child (GTK_WIDGET (self->view), GTK_TYPE_LIST_VIEW)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, kinds[self->announcements ? 1 : 0], -1);
}

/* A column that isn't shown isn't there: GTK 4.8 keeps room for one that is only invisible. */
static void
choose_columns (JalonTablePage *self)
{
  double text_scale = jalon_type_get_scale (jalon_model_get_type_setting (self->model));
  gboolean shown[JALON_N_TABLE_COLUMNS];
  guint position = 0;

  jalon_table_columns_choose (self->announcements, text_scale, self->width - 2 * CELL_PADDING, shown);
  for (JalonTableColumn i = 0; i < JALON_N_TABLE_COLUMNS; i++)
    {
      gboolean there = gtk_column_view_column_get_column_view (self->columns[i]) != NULL;

      gtk_column_view_column_set_fixed_width (self->columns[i], jalon_table_columns_get_width (i, text_scale));
      if (there && !shown[i])
        gtk_column_view_remove_column (self->view, self->columns[i]);
      else if (!there && shown[i])
        gtk_column_view_insert_column (self->view, position, self->columns[i]);
      position += shown[i];
    }
}

static gboolean
choose_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  JalonTablePage *self = JALON_TABLE_PAGE (widget);

  self->tick = 0;
  choose_columns (self);
  return G_SOURCE_REMOVE;
}

static void
update_all (JalonTablePage *self)
{
  self->stale = FALSE;
  update_words (self);
  choose_columns (self);
  update_rows (self);
}

static void
model_changed_cb (JalonTablePage *self, guint what)
{
  if (what & JALON_MODEL_SELECTED && jalon_model_get_selected (self->model) == NULL && gtk_widget_get_visible (self->detail))
    {
      gtk_widget_set_visible (self->detail, FALSE);
      gtk_widget_grab_focus (GTK_WIDGET (self->view));
    }
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    {
      self->stale = TRUE;
      return;
    }
  if (what & (JALON_MODEL_LANGUAGE | JALON_MODEL_LOOK))
    update_all (self);
  else if (what & (JALON_MODEL_DATASET | JALON_MODEL_FIGURES))
    update_rows (self);
  else if (what & JALON_MODEL_SELECTED)
    follow_selected (self);
}

static void
activate_cb (JalonTablePage *self, guint position)
{
  const JalonProject *project = get_project (self, position);

  if (project == NULL)
    return;
  jalon_query_set_selected (jalon_model_get_query (self->model), project->base.id);
  gtk_widget_set_visible (self->detail, TRUE);
  gtk_widget_child_focus (self->detail, GTK_DIR_TAB_FORWARD);
}

static void
kind_toggled_cb (JalonTablePage *self)
{
  gboolean announcements = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->kinds[1]));

  if (self->announcements == announcements)
    return;
  self->announcements = announcements;
  update_all (self);
}

/**
 * jalon_table_page_copy:
 * @self: a page
 *
 * Returns: (transfer full): the selected rows in the order they stand in, or all where fewer than one is, for the clipboard
 */
GdkContentProvider *
jalon_table_page_copy (JalonTablePage *self)
{
  g_autoptr (GtkBitset) chosen = gtk_selection_model_get_selection (self->selection);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < n; i++)
    if (gtk_bitset_is_empty (chosen) || gtk_bitset_contains (chosen, i))
      g_ptr_array_add (rows, g_list_model_get_item (G_LIST_MODEL (self->selection), i));
  return jalon_table_columns_copy (rows, self->announcements, jalon_model_get_language (self->model),
                                   jalon_dataset_get_currency (jalon_model_get_dataset (self->model)));
}

static void
copy_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  JalonTablePage *self = JALON_TABLE_PAGE (widget);
  g_autoptr (GdkContentProvider) provider = NULL;

  if (jalon_model_get_dataset (self->model) == NULL)
    return;
  provider = jalon_table_page_copy (self);
  gdk_clipboard_set_content (gtk_widget_get_clipboard (widget), provider);
}

/* Asks why the amount of the row that has the focus, which is selected, is what it is. */
static gboolean
ask_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  JalonTablePage *self = JALON_TABLE_PAGE (widget);
  g_autoptr (GtkBitset) chosen = gtk_selection_model_get_selection (self->selection);
  g_autofree char *name = NULL;

  if (gtk_bitset_get_size (chosen) != 1)
    return gtk_widget_activate_action (widget, "win.why", "s", JALON_WHY_TOTAL);
  name = g_strconcat (JALON_WHY_PROJECT, get_project (self, gtk_bitset_get_minimum (chosen))->base.id, NULL);
  return gtk_widget_activate_action (widget, "win.why", "s", name);
}

static void
jalon_table_page_map (GtkWidget *widget)
{
  JalonTablePage *self = JALON_TABLE_PAGE (widget);

  if (self->stale)
    update_all (self);
  GTK_WIDGET_CLASS (jalon_table_page_parent_class)->map (widget);
}

static void
width_changed_cb (JalonTablePage *self, GParamSpec *pspec, GtkAdjustment *adjustment)
{
  int width = (int) gtk_adjustment_get_page_size (adjustment);

  if (self->width == width)
    return;
  self->width = width;
  if (self->tick == 0)
    self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), choose_cb, NULL, NULL);
}

static GtkWidget *
make_head (JalonTablePage *self)
{
  GtkWidget *head = jalon_wrap_new ();
  GtkWidget *rest = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *linked = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *chips;
  GtkWidget *sort = jalon_table_sort_new (self->model, self->view, self->columns);

  for (int i = 0; i < 2; i++)
    {
      self->kinds[i] = gtk_toggle_button_new ();
      if (i > 0)
        gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (self->kinds[i]), GTK_TOGGLE_BUTTON (self->kinds[0]));
      gtk_box_append (GTK_BOX (linked), self->kinds[i]);
    }
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->kinds[0]), TRUE);
  g_signal_connect_object (self->kinds[1], "toggled", G_CALLBACK (kind_toggled_cb), self, G_CONNECT_SWAPPED);
  self->copy = gtk_button_new_from_icon_name ("edit-copy-symbolic");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->copy), "table.copy");
  gtk_widget_add_css_class (self->copy, "flat");
  gtk_widget_set_valign (self->copy, GTK_ALIGN_START);
  gtk_widget_set_valign (sort, GTK_ALIGN_START);
  gtk_widget_set_valign (linked, GTK_ALIGN_START);
  gtk_widget_add_css_class (linked, "linked");
  gtk_widget_add_css_class (head, "table-head");
  chips = jalon_chips_new (self->model);
  gtk_widget_set_hexpand (chips, TRUE);
  gtk_widget_set_hexpand (rest, TRUE);
  gtk_box_append (GTK_BOX (rest), chips);
  gtk_box_append (GTK_BOX (rest), sort);
  gtk_box_append (GTK_BOX (rest), self->copy);
  gtk_widget_set_parent (linked, head);
  gtk_widget_set_parent (rest, head);
  return head;
}

static GtkWidget *
make_rows (JalonTablePage *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkSorter *sorter;
  GtkSortListModel *sorted;

  self->view = GTK_COLUMN_VIEW (gtk_column_view_new (NULL));
  for (JalonTableColumn i = 0; i < JALON_N_TABLE_COLUMNS; i++)
    {
      self->columns[i] = jalon_table_columns_new (self->model, i);
      gtk_column_view_append_column (self->view, self->columns[i]);
    }
  sorter = gtk_column_view_get_sorter (self->view);
  sorted = gtk_sort_list_model_new (G_LIST_MODEL (g_object_ref (self->rows)), g_object_ref (sorter));
  self->selection = GTK_SELECTION_MODEL (gtk_multi_selection_new (G_LIST_MODEL (sorted)));
  gtk_column_view_set_model (self->view, self->selection);
  gtk_column_view_sort_by_column (self->view, self->columns[JALON_TABLE_AMOUNT], GTK_SORT_DESCENDING);
  g_signal_connect_object (sorter, "changed", G_CALLBACK (sorted_cb), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (self->selection, "selection-changed", G_CALLBACK (selection_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "activate", G_CALLBACK (activate_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "data-table");
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->view));
  g_signal_connect_object (gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (scrolled)), "notify::page-size",
                           G_CALLBACK (width_changed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_vexpand (scrolled, TRUE);
  return scrolled;
}

static GtkWidget *
make_empty (JalonTablePage *self)
{
  self->empty = adw_status_page_new ();
  adw_status_page_set_icon_name (ADW_STATUS_PAGE (self->empty), "edit-find-symbolic");
  adw_status_page_set_child (ADW_STATUS_PAGE (self->empty), jalon_empty_hint_new (self->model, FALSE));
  return self->empty;
}

/* The detail lies over the right of the table. */
static GtkWidget *
make_overlay (JalonTablePage *self)
{
  GtkWidget *overlay = gtk_overlay_new ();

  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_set_vhomogeneous (self->stack, FALSE);
  gtk_stack_add_named (self->stack, make_rows (self), "rows");
  gtk_stack_add_named (self->stack, make_empty (self), "empty");
  self->detail = adw_bin_new ();
  adw_bin_set_child (ADW_BIN (self->detail), jalon_detail_view_new (self->model));
  gtk_widget_set_halign (self->detail, GTK_ALIGN_END);
  gtk_widget_set_valign (self->detail, GTK_ALIGN_START);
  gtk_widget_set_visible (self->detail, FALSE);
  gtk_widget_add_css_class (self->detail, "table-detail");
  gtk_overlay_set_child (GTK_OVERLAY (overlay), GTK_WIDGET (self->stack));
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), self->detail);
  return overlay;
}

static void
jalon_table_page_dispose (GObject *object)
{
  JalonTablePage *self = JALON_TABLE_PAGE (object);

  if (self->tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick);
  self->tick = 0;
  for (int i = 0; i < JALON_N_TABLE_COLUMNS; i++)
    g_clear_object (&self->columns[i]);
  g_clear_object (&self->selection);
  g_clear_object (&self->rows);
  g_clear_object (&self->model);
  G_OBJECT_CLASS (jalon_table_page_parent_class)->dispose (object);
}

static void
jalon_table_page_class_init (JalonTablePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jalon_table_page_dispose;
  widget_class->map = jalon_table_page_map;
  gtk_widget_class_install_action (widget_class, "table.copy", NULL, copy_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "table.copy", NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_y, 0, ask_cb, NULL);
}

static void
jalon_table_page_init (JalonTablePage *self)
{
  self->rows = g_list_store_new (JALON_TYPE_TABLE_ROW);
  self->stale = TRUE;
}

/**
 * jalon_table_page_new:
 * @model: what to show
 *
 * Returns: (transfer floating): the page, filled when it is first looked at
 */
GtkWidget *
jalon_table_page_new (JalonModel *model)
{
  JalonTablePage *self = g_object_new (JALON_TYPE_TABLE_PAGE, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *overlay;

  self->model = g_object_ref (model);
  overlay = make_overlay (self); /* the head sorts its rows */
  gtk_box_append (GTK_BOX (box), make_head (self));
  gtk_box_append (GTK_BOX (box), overlay);
  self->foot = jalon_table_foot_new (model);
  gtk_box_append (GTK_BOX (box), self->foot);
  gtk_widget_add_css_class (box, "table-page");
  adw_bin_set_child (ADW_BIN (self), box);
  g_signal_connect_object (model, "changed", G_CALLBACK (model_changed_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
