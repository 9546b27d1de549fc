/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/jalon-filter-pane.h"

#include "figures/jalon-relief.h"
#include "widgets/jalon-compat.h"
#include "widgets/jalon-filter-period.h"
#include "widgets/jalon-filter-row.h"
#include "words/jalon-words.h"

/* Logical pixels. */
#define WIDTH 296
#define HEIGHT 400       /* of the list, where the window has twice as much */
#define LEAST_HEIGHT 160
/* More choices of one filter than this nobody looks through: the search finds them. */
#define MAX_ROWS 80

/**
 * JalonFilterPane:
 *
 * All filters with their choices, each with the number of projects that it gives with the other filters as they are. What is typed
 * into its search is looked for among all choices, in both languages. It counts while it is on screen and at no other time.
 *
 * CSS node: filters. Keys: Down goes from the search into the list, Enter and Space open a filter or take a choice, Escape empties
 * the search.
 */
struct _JalonFilterPane
{
  AdwBin parent_instance;

  JalonModel *model;     /* owned */
  JalonFacets *facets;   /* owned; NULL while it isn't on screen */
  gboolean expanded[JALON_N_GROUPINGS + 1];     /* the last: the period */
  GPtrArray *choices[JALON_N_GROUPINGS];        /* owned; NULL until it is looked for; until language, dataset or choices change */

  /* borrowed from the tree of children */
  GtkWidget *search;
  GtkWidget *scrolled;
  GtkWidget *list;
  GtkWidget *period; /* NULL while it is closed */
  GtkWidget *total;
  GtkWidget *clear;
};

G_DEFINE_FINAL_TYPE (JalonFilterPane, jalon_filter_pane, ADW_TYPE_BIN)

static GPtrArray *
get_choices (JalonFilterPane *self, JalonKey key)
{
  if (self->choices[key] == NULL)
    self->choices[key] = jalon_filter_choices_list (self->facets, key, jalon_model_get_dataset (self->model),
                                                    jalon_model_get_language (self->model));
  return self->choices[key];
}

static void
drop_choices (JalonFilterPane *self)
{
  for (int key = 0; key < JALON_N_GROUPINGS; key++)
    g_clear_pointer (&self->choices[key], g_ptr_array_unref);
}

static guint
count_wanted (JalonFilterPane *self, JalonKey key)
{
  JalonQuery *query = jalon_model_get_query (self->model);

  if (key == JALON_KEY_FROM)
    return (jalon_query_get_from (query) != NULL) + (jalon_query_get_to (query) != NULL);
  return g_strv_length ((char **) jalon_query_get_values (query, key));
}

static void
update_row (JalonFilterPane *self, JalonFilterRow *row)
{
  const JalonLanguage *language = jalon_model_get_language (self->model);
  JalonKey key = jalon_filter_row_get_key (row);
  const char *value = jalon_filter_row_get_value (row);

  if (value == NULL)
    jalon_filter_row_update_key (row, language, count_wanted (self, key));
  else
    jalon_filter_row_update_choice (row, language, jalon_facets_count (self->facets, key, value),
                                    jalon_query_has_value (jalon_model_get_query (self->model), key, value));
}

static void
update_total (JalonFilterPane *self)
{
  const JalonLanguage *language = jalon_model_get_language (self->model);
  g_autofree char *projects = jalon_words_projects (language, jalon_facets_get_n_projects (self->facets));

  gtk_label_set_text (GTK_LABEL (self->total), projects);
  gtk_widget_set_sensitive (self->clear, jalon_filters_in_force (jalon_model_get_query (self->model)) != 0);
}

/* Counts anew; the rows stay where they are. */
static void
update_rows (JalonFilterPane *self)
{
  for (GtkWidget *row = gtk_widget_get_first_child (self->list); row != NULL; row = gtk_widget_get_next_sibling (row))
    if (JALON_IS_FILTER_ROW (row))
      update_row (self, JALON_FILTER_ROW (row));
  if (self->period != NULL)
    jalon_filter_period_update (JALON_FILTER_PERIOD (self->period));
  update_total (self);
}

static void
add_row (JalonFilterPane *self, GtkWidget *row)
{
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);
  update_row (self, JALON_FILTER_ROW (row));
}

/* A line that says something and can't be taken. */
static void
add_line (JalonFilterPane *self, const char *words)
{
  GtkWidget *label = gtk_label_new (words);
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_widget_add_css_class (row, "choice");
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);
}

static void
add_choices (JalonFilterPane *self, const GPtrArray *shown)
{
  const JalonLanguage *language = jalon_model_get_language (self->model);

  for (guint i = 0; i < MIN (shown->len, MAX_ROWS); i++)
    add_row (self, jalon_filter_row_new_choice (g_ptr_array_index (shown, i)));
  if (shown->len > MAX_ROWS)
    {
      g_autofree char *number = jalon_words_number (language, shown->len - MAX_ROWS);
      g_autofree char *words = g_strdup_printf (
          jalon_trn (language, "%s more: type to find it", "%s more: type to find them", shown->len - MAX_ROWS), number);

      add_line (self, words);
    }
}

/* The choices that are looked for; without a search all. */
static GPtrArray *
find_choices (JalonFilterPane *self, JalonKey key, const JalonSearch *search)
{
  GPtrArray *all = get_choices (self, key);
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i++)
    {
      JalonFilterChoice *choice = g_ptr_array_index (all, i);

      if (search == NULL || jalon_search_matches_folded (search, choice->words))
        g_ptr_array_add (found, choice);
    }
  return found;
}

static void
add_key (JalonFilterPane *self, JalonKey key, const JalonSearch *search)
{
  const JalonLanguage *language = jalon_model_get_language (self->model);
  gboolean open = search != NULL || self->expanded[key];
  g_autoptr (GPtrArray) found = NULL;

  if (!jalon_filter_choices_tell (self->facets, key) && count_wanted (self, key) == 0)
    return;
  found = open ? find_choices (self, key, search) : NULL;
  if (open && found->len == 0)
    return;
  add_row (self, jalon_filter_row_new_key (key, jalon_words_key (language, key), open));
  if (open)
    add_choices (self, found);
}

static void
add_period (JalonFilterPane *self)
{
  const JalonLanguage *language = jalon_model_get_language (self->model);
  gboolean open = self->expanded[JALON_KEY_FROM];
  GtkWidget *row;

  add_row (self, jalon_filter_row_new_key (JALON_KEY_FROM, jalon_tr (language, "Period"), open));
  if (!open)
    return;
  self->period = jalon_filter_period_new (self->model);
  row = gtk_list_box_row_new ();
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), self->period);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_widget_add_css_class (row, "choice");
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, "", -1);
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);
}

static void
remove_rows (JalonFilterPane *self)
{
  GtkWidget *row;

  self->period = NULL;
  while ((row = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), row);
}

/* Lists the filters anew: others are open, or something else is looked for. */
static void
list_rows (JalonFilterPane *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->search));
  g_autofree char *copy = g_strstrip (g_strdup (text));
  const char *const texts[] = { copy, NULL };
  g_autoptr (JalonSearch) search = copy[0] != '\0' ? jalon_search_new (texts) : NULL;

  remove_rows (self);
  for (int key = 0; key < JALON_N_GROUPINGS; key++)
    add_key (self, (JalonKey) key, search);
  if (search == NULL)
    add_period (self);
  else if (gtk_widget_get_first_child (self->list) == NULL)
    add_line (self, jalon_tr (jalon_model_get_language (self->model), "No filter has a choice of that name"));
  update_total (self);
}

static void
update_words (JalonFilterPane *self)
{
  const JalonLanguage *language = jalon_model_get_language (self->model);
  const char *find = jalon_tr (language, "Find a place, a kind, a year…");

  jalon_compat_set_placeholder (self->search, find);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL, find, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, jalon_tr (language, "Filters"), -1);
  gtk_button_set_label (GTK_BUTTON (self->clear), jalon_tr (language, "Remove All"));
}

static void
focus_row (JalonFilterPane *self, JalonKey key, const char *value)
{
  for (GtkWidget *row = gtk_widget_get_first_child (self->list); row != NULL; row = gtk_widget_get_next_sibling (row))
    if (JALON_IS_FILTER_ROW (row) && jalon_filter_row_get_key (JALON_FILTER_ROW (row)) == key
        && g_strcmp0 (jalon_filter_row_get_value (JALON_FILTER_ROW (row)), value) == 0)
      {
        gtk_widget_grab_focus (row);
        return;
      }
}

static void
row_activated_cb (JalonFilterPane *self, GtkListBoxRow *row)
{
  JalonKey key;
  const char *value;

  if (!JALON_IS_FILTER_ROW (row))
    return;
  key = jalon_filter_row_get_key (JALON_FILTER_ROW (row));
  value = jalon_filter_row_get_value (JALON_FILTER_ROW (row));
  if (value != NULL)
    {
      jalon_query_toggle_value (jalon_model_get_query (self->model), key, value);
      return;
    }
  if (gtk_editable_get_text (GTK_EDITABLE (self->search))[0] != '\0')
    return; /* what is found stays open */
  self->expanded[key] = !self->expanded[key];
  list_rows (self);
  focus_row (self, key, NULL);
}

static void
search_changed_cb (JalonFilterPane *self)
{
  if (self->facets != NULL)
    list_rows (self);
}

static void
stop_search_cb (JalonFilterPane *self)
{
  GtkWidget *popover = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_POPOVER);

  if (gtk_editable_get_text (GTK_EDITABLE (self->search))[0] != '\0')
    gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  else if (popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (popover));
}

/* The first choice that is found, else the first filter. */
static gboolean
enter_list_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  JalonFilterPane *self = data;

  for (GtkWidget *row = gtk_widget_get_first_child (self->list); row != NULL; row = gtk_widget_get_next_sibling (row))
    if (JALON_IS_FILTER_ROW (row)
        && (gtk_editable_get_text (GTK_EDITABLE (self->search))[0] == '\0'
            || jalon_filter_row_get_value (JALON_FILTER_ROW (row)) != NULL))
      return gtk_widget_grab_focus (row);
  return FALSE;
}

/* Up from the first row is the search. */
static gboolean
keynav_failed_cb (GtkWidget *list, GtkDirectionType direction, JalonFilterPane *self)
{
  return direction == GTK_DIR_UP && gtk_widget_grab_focus (self->search);
}

/* Whether the choices of a key are others than those that rows stand for: some have come, or others have taken their place. */
static gboolean
has_new_choices (JalonFilterPane *self, JalonKey key)
{
  const GPtrArray *known = self->choices[key];
  guint n;

  jalon_facets_list (self->facets, key, &n);
  if (known->len != n)
    return TRUE;
  for (guint i = 0; i < known->len; i++)
    if (!jalon_facets_has (self->facets, key, ((const JalonFilterChoice *) g_ptr_array_index (known, i))->value))
      return TRUE;
  return FALSE;
}

static gboolean
have_new_choices (JalonFilterPane *self)
{
  for (int key = 0; key < JALON_N_GROUPINGS; key++)
    if (self->choices[key] != NULL && has_new_choices (self, (JalonKey) key))
      return TRUE;
  return FALSE;
}

static void
model_changed_cb (JalonFilterPane *self, guint what)
{
  if (self->facets == NULL)
    return;
  if (what & (JALON_MODEL_DATASET | JALON_MODEL_FIGURES))
    {
      if (what & JALON_MODEL_DATASET)
        {
          g_clear_pointer (&self->facets, jalon_facets_free);
          self->facets = jalon_facets_new (jalon_model_get_dataset (self->model));
        }
      jalon_facets_update (self->facets, jalon_model_get_query (self->model));
    }
  if (what & JALON_MODEL_LANGUAGE)
    update_words (self);
  if (what & (JALON_MODEL_DATASET | JALON_MODEL_LANGUAGE) || (what & JALON_MODEL_FIGURES && have_new_choices (self)))
    {
      drop_choices (self);
      list_rows (self);
    }
  else if (what & JALON_MODEL_FIGURES)
    {
      update_rows (self);
    }
}

/* In a low window the list is no higher than half of it, so that what stands above and below it is seen too. */
static void
fit_window (JalonFilterPane *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  int height = root != NULL ? gtk_widget_get_height (GTK_WIDGET (root)) : 2 * HEIGHT;

  gtk_widget_set_size_request (self->scrolled, WIDTH, CLAMP (height / 2, LEAST_HEIGHT, HEIGHT));
}

static void
jalon_filter_pane_map (GtkWidget *widget)
{
  JalonFilterPane *self = JALON_FILTER_PANE (widget);

  fit_window (self);
  if (jalon_model_get_dataset (self->model) != NULL)
    {
      self->facets = jalon_facets_new (jalon_model_get_dataset (self->model));
      jalon_facets_update (self->facets, jalon_model_get_query (self->model));
      for (int key = 0; key <= JALON_KEY_FROM; key++)
        self->expanded[key] = self->expanded[key] || count_wanted (self, (JalonKey) key) > 0;
      update_words (self);
      gtk_editable_set_text (GTK_EDITABLE (self->search), "");
      list_rows (self);
    }
  GTK_WIDGET_CLASS (jalon_filter_pane_parent_class)->map (widget);
}

static void
jalon_filter_pane_unmap (GtkWidget *widget)
{
  JalonFilterPane *self = JALON_FILTER_PANE (widget);

  GTK_WIDGET_CLASS (jalon_filter_pane_parent_class)->unmap (widget);
  g_clear_pointer (&self->facets, jalon_facets_free);
  drop_choices (self);
}

static gboolean
jalon_filter_pane_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (JALON_FILTER_PANE (widget)->search);
}

static void
jalon_filter_pane_dispose (GObject *object)
{
  JalonFilterPane *self = JALON_FILTER_PANE (object);

  g_clear_pointer (&self->facets, jalon_facets_free);
  drop_choices (self);
  g_clear_object (&self->model);
  G_OBJECT_CLASS (jalon_filter_pane_parent_class)->dispose (object);
}

static void
jalon_filter_pane_class_init (JalonFilterPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jalon_filter_pane_dispose;
  widget_class->map = jalon_filter_pane_map;
  widget_class->unmap = jalon_filter_pane_unmap;
  widget_class->grab_focus = jalon_filter_pane_grab_focus;
  gtk_widget_class_set_css_name (widget_class, "filters");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
jalon_filter_pane_init (JalonFilterPane *self)
{
}

static GtkWidget *
make_search (JalonFilterPane *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  self->search = gtk_search_entry_new ();
  gtk_editable_set_width_chars (GTK_EDITABLE (self->search), 10);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Down, 0),
                                                          gtk_callback_action_new (enter_list_cb, self, NULL)));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (self->search, keys);
  g_signal_connect_object (self->search, "search-changed", G_CALLBACK (search_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search, "stop-search", G_CALLBACK (stop_search_cb), self, G_CONNECT_SWAPPED);
  return self->search;
}

static GtkWidget *
make_list (JalonFilterPane *self)
{
  self->scrolled = gtk_scrolled_window_new ();
  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->list, "filter-list");
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (row_activated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "keynav-failed", G_CALLBACK (keynav_failed_cb), self, 0);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), self->list);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_widget_set_size_request (self->scrolled, WIDTH, HEIGHT);
  return self->scrolled;
}

static GtkWidget *
make_foot (JalonFilterPane *self)
{
  GtkWidget *foot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  self->total = gtk_label_new (NULL);
  self->clear = gtk_button_new ();
  gtk_label_set_xalign (GTK_LABEL (self->total), 0);
  gtk_widget_set_hexpand (self->total, TRUE);
  gtk_widget_add_css_class (self->total, "heading");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->clear), "win.clear-filters");
  gtk_widget_add_css_class (self->clear, "flat");
  gtk_box_append (GTK_BOX (foot), self->total);
  gtk_box_append (GTK_BOX (foot), self->clear);
  return foot;
}

/**
 * jalon_filter_pane_new:
 * @model: what is filtered
 *
 * Returns: (transfer floating): the filters, to stand in a popover
 */
GtkWidget *
jalon_filter_pane_new (JalonModel *model)
{
  JalonFilterPane *self = g_object_new (JALON_TYPE_FILTER_PANE, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->model = g_object_ref (model);
  gtk_box_append (GTK_BOX (box), make_search (self));
  gtk_box_append (GTK_BOX (box), make_list (self));
  gtk_box_append (GTK_BOX (box), make_foot (self));
  adw_bin_set_child (ADW_BIN (self), box);
  g_signal_connect_object (model, "changed", G_CALLBACK (model_changed_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
