/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/jalon-side-pane.h"

#include "figures/jalon-why.h"
#include "widgets/jalon-bars-view.h"
#include "widgets/jalon-chips.h"
#include "widgets/jalon-difference-notice.h"
#include "widgets/jalon-drop-down.h"
#include "widgets/jalon-empty-hint.h"
#include "widgets/jalon-headline-view.h"
#include "widgets/jalon-icon-button.h"
#include "words/jalon-words.h"

/**
 * JalonSidePane:
 *
 * The figures beside the map: the headline, the filters in force, and the bars by a grouping that the user chooses.
 */
struct _JalonSidePane
{
  AdwBin parent_instance;

  JalonModel *model; /* owned */
  GActionMap *actions; /* owned: bars.order and bars.scale */
  gboolean updating;   /* the controls follow the model: no answer needed */

  /* borrowed from the tree of children */
  GtkWidget *controls;
  GtkWidget *bars;
  GtkWidget *grouping;
  GtkWidget *options;
  GtkWidget *why;
};

G_DEFINE_FINAL_TYPE (JalonSidePane, jalon_side_pane, ADW_TYPE_BIN)

static void
update_grouping (JalonSidePane *self)
{
  const JalonLanguage *language = jalon_model_get_language (self->model);
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);

  for (JalonKey key = 0; key < JALON_N_GROUPINGS; key++)
    gtk_string_list_append (words, jalon_words_by (language, key));
  self->updating = TRUE;
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->grouping), G_LIST_MODEL (words));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->grouping), jalon_query_get_group (jalon_model_get_query (self->model)));
  self->updating = FALSE;
}

static const char *const orders[JALON_N_BARS_ORDERS] = { "", "amount", "name", "projects" };

/* How the bars are sorted and measured: the axis says it in words, the menu, made when it is opened, changes it. */
static void
make_options (GtkMenuButton *button, gpointer side_pane)
{
  JalonSidePane *self = JALON_SIDE_PANE (side_pane);
  const JalonLanguage *language = jalon_model_get_language (self->model);
  JalonKey group = jalon_query_get_group (jalon_model_get_query (self->model));
  gboolean of_time = jalon_bars_resolve_order (JALON_BARS_AUTOMATIC, group) == JALON_BARS_BY_NAME;
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) order = g_menu_new ();
  g_autoptr (GMenu) scale = g_menu_new ();

  g_menu_append (order, jalon_tr (language, "By amount"), "bars.order::amount");
  g_menu_append (order, of_time ? jalon_tr (language, "By date") : jalon_tr (language, "By name"), "bars.order::name");
  g_menu_append (order, jalon_tr (language, "By number of projects"), "bars.order::projects");
  g_menu_append (scale, jalon_tr (language, "Logarithmic scale"), "bars.scale::log");
  g_menu_append (scale, jalon_tr (language, "Linear scale"), "bars.scale::linear");
  g_menu_append_section (menu, jalon_tr (language, "Sort the bars"), G_MENU_MODEL (order));
  g_menu_append_section (menu, jalon_tr (language, "Measure the bars"), G_MENU_MODEL (scale));
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
}

static void
update_states (JalonSidePane *self)
{
  JalonKey group = jalon_query_get_group (jalon_model_get_query (self->model));
  JalonBarsOrder order = jalon_bars_resolve_order (jalon_model_get_order (self->model), group);

  g_simple_action_set_state (G_SIMPLE_ACTION (g_action_map_lookup_action (self->actions, "order")),
                             g_variant_new_string (orders[order]));
  g_simple_action_set_state (G_SIMPLE_ACTION (g_action_map_lookup_action (self->actions, "scale")),
                             g_variant_new_string (jalon_model_get_logarithmic (self->model) ? "log" : "linear"));
}

/* What is chosen as it would be anyway stays so with other bars too. */
static void
order_cb (GSimpleAction *action, GVariant *state, gpointer data)
{
  JalonSidePane *self = data;
  JalonKey group = jalon_query_get_group (jalon_model_get_query (self->model));

  for (JalonBarsOrder order = JALON_BARS_BY_AMOUNT; order < JALON_N_BARS_ORDERS; order++)
    if (g_str_equal (orders[order], g_variant_get_string (state, NULL)))
      jalon_model_set_order (self->model,
                             order == jalon_bars_resolve_order (JALON_BARS_AUTOMATIC, group) ? JALON_BARS_AUTOMATIC : order);
}

static void
scale_cb (GSimpleAction *action, GVariant *state, gpointer data)
{
  JalonSidePane *self = data;

  jalon_model_set_logarithmic (self->model, g_str_equal (g_variant_get_string (state, NULL), "log"));
}

static void
add_actions (JalonSidePane *self)
{
  static const GActionEntry entries[] = { { .name = "order", .parameter_type = "s", .state = "'amount'", .change_state = order_cb },
                                          { .name = "scale", .parameter_type = "s", .state = "'log'", .change_state = scale_cb } };

  self->actions = G_ACTION_MAP (g_simple_action_group_new ());
  g_action_map_add_action_entries (self->actions, entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "bars", G_ACTION_GROUP (self->actions));
  update_states (self);
}

static void
update_words (JalonSidePane *self)
{
  const JalonLanguage *language = jalon_model_get_language (self->model);

  update_grouping (self);
  gtk_button_set_label (GTK_BUTTON (self->why), jalon_tr (language, "Why?"));
  gtk_widget_set_tooltip_text (self->why, jalon_tr (language, "What makes up the total, and what is left out of it"));
  jalon_drop_down_set_words (self->grouping, jalon_tr (language, "Group the bars"), language);
  jalon_icon_button_set_words (self->options, jalon_tr (language, "How the bars are sorted and measured"));
}

/* Where there is nothing, what to drop stands in place of the bars. */
static void
update_bars (JalonSidePane *self)
{
  const JalonFigures *figures = jalon_model_get_figures (self->model);
  gboolean any = figures == NULL || jalon_figures_get_n_shares (figures) > 0;

  gtk_widget_set_visible (self->controls, any);
  gtk_widget_set_visible (self->bars, any);
}

static void
model_changed_cb (JalonSidePane *self, guint what)
{
  JalonKey group = jalon_query_get_group (jalon_model_get_query (self->model));

  if (what & JALON_MODEL_LANGUAGE)
    update_words (self);
  if (what & (JALON_MODEL_DATASET | JALON_MODEL_FIGURES))
    update_bars (self);
  if (what & (JALON_MODEL_DATASET | JALON_MODEL_FIGURES | JALON_MODEL_LOOK))
    update_states (self);
  self->updating = TRUE;
  if (gtk_drop_down_get_selected (GTK_DROP_DOWN (self->grouping)) != (guint) group)
    gtk_drop_down_set_selected (GTK_DROP_DOWN (self->grouping), group);
  self->updating = FALSE;
}

static void
grouping_changed_cb (JalonSidePane *self)
{
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->grouping));

  if (!self->updating && selected < JALON_N_GROUPINGS)
    jalon_query_set_group (jalon_model_get_query (self->model), (JalonKey) selected);
}

static GtkWidget *
make_controls (JalonSidePane *self)
{
  self->controls = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_widget_add_css_class (self->controls, "side-controls");
  self->grouping = jalon_drop_down_new ();
  gtk_widget_add_css_class (self->grouping, "flat");
  self->options = g_object_new (GTK_TYPE_MENU_BUTTON, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, NULL); /* the button is in it */
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->options), "view-sort-descending-symbolic");
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->options), make_options, self, NULL);
  gtk_widget_add_css_class (self->options, "flat");
  gtk_widget_set_hexpand (self->options, TRUE);
  gtk_widget_set_halign (self->options, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (self->controls), self->grouping);
  gtk_box_append (GTK_BOX (self->controls), self->options);
  g_signal_connect_object (self->grouping, "notify::selected", G_CALLBACK (grouping_changed_cb), self, G_CONNECT_SWAPPED);
  return self->controls;
}

static GtkWidget *
make_bars (JalonSidePane *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), jalon_bars_view_new (self->model));
  gtk_widget_set_vexpand (scrolled, TRUE);
  self->bars = scrolled;
  return scrolled;
}

static GtkWidget *
make_headline (JalonSidePane *self)
{
  GtkWidget *overlay = gtk_overlay_new ();

  self->why = gtk_button_new ();
  gtk_widget_set_halign (self->why, GTK_ALIGN_END);
  gtk_widget_set_valign (self->why, GTK_ALIGN_END);
  gtk_widget_add_css_class (self->why, "flat");
  gtk_widget_add_css_class (self->why, "why-button");
  gtk_widget_add_css_class (self->why, "right"); /* as GtkOverlay calls it where it stands, but only once it stands there */
  gtk_widget_add_css_class (self->why, "bottom");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->why), "win.why");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->why), "s", JALON_WHY_TOTAL);
  gtk_overlay_set_child (GTK_OVERLAY (overlay), jalon_headline_view_new (self->model));
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), self->why);
  return overlay;
}

static void
build (JalonSidePane *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_widget_add_css_class (box, "side-pane");
  gtk_box_append (GTK_BOX (box), jalon_chips_new (self->model));
  gtk_box_append (GTK_BOX (box), make_headline (self));
  gtk_box_append (GTK_BOX (box), jalon_difference_notice_new (self->model));
  gtk_box_append (GTK_BOX (box), jalon_empty_hint_new (self->model, TRUE));
  gtk_box_append (GTK_BOX (box), make_controls (self));
  gtk_box_append (GTK_BOX (box), make_bars (self));
  adw_bin_set_child (ADW_BIN (self), box);
}

static void
jalon_side_pane_dispose (GObject *object)
{
  g_clear_object (&JALON_SIDE_PANE (object)->model);
  g_clear_object (&JALON_SIDE_PANE (object)->actions);
  G_OBJECT_CLASS (jalon_side_pane_parent_class)->dispose (object);
}

static void
jalon_side_pane_class_init (JalonSidePaneClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = jalon_side_pane_dispose;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
jalon_side_pane_init (JalonSidePane *self)
{
}

/**
 * jalon_side_pane_new:
 * @model: what to show
 *
 * Returns: (transfer floating): the pane
 */
GtkWidget *
jalon_side_pane_new (JalonModel *model)
{
  JalonSidePane *self = g_object_new (JALON_TYPE_SIDE_PANE, NULL);

  self->model = g_object_ref (model);
  add_actions (self);
  build (self);
  update_words (self);
  g_signal_connect_object (model, "changed", G_CALLBACK (model_changed_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
