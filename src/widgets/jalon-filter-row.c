/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/jalon-filter-row.h"

#include "words/jalon-words.h"

/**
 * JalonFilterRow:
 *
 * A row in the list of filters: the name of one, which opens its choices, or a choice, with the number of projects that it gives.
 *
 * Roles: button for the name, with its state expanded; check box for a choice.
 */
struct _JalonFilterRow
{
  GtkListBoxRow parent_instance;

  JalonKey key;
  char *value; /* NULL: the name of the filter */
  char *words;

  /* borrowed from the tree of children */
  GtkWidget *check; /* NULL: the name of the filter */
  GtkWidget *label;
  GtkWidget *count;
};

G_DEFINE_FINAL_TYPE (JalonFilterRow, jalon_filter_row, GTK_TYPE_LIST_BOX_ROW)

static void
jalon_filter_row_finalize (GObject *object)
{
  g_free (JALON_FILTER_ROW (object)->value);
  g_free (JALON_FILTER_ROW (object)->words);
  G_OBJECT_CLASS (jalon_filter_row_parent_class)->finalize (object);
}

static void
jalon_filter_row_class_init (JalonFilterRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = jalon_filter_row_finalize;
  /* The list box would select by it. */
  gtk_widget_class_add_binding_signal (GTK_WIDGET_CLASS (klass), GDK_KEY_space, 0, "activate", NULL);
  gtk_widget_class_add_binding_signal (GTK_WIDGET_CLASS (klass), GDK_KEY_KP_Space, 0, "activate", NULL);
}

static void
jalon_filter_row_init (JalonFilterRow *self)
{
}

/* What is inside is said by the row. */
static void
hide (GtkWidget *widget)
{
  gtk_accessible_update_state (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
}

static JalonFilterRow *
row_new (JalonKey key, const char *label, GtkAccessibleRole role, GtkWidget *before)
{
  JalonFilterRow *self = g_object_new (JALON_TYPE_FILTER_ROW, "accessible-role", role, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  self->key = key;
  self->words = g_strdup (label);
  self->label = gtk_label_new (label);
  self->count = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->label), 0);
  gtk_label_set_wrap (GTK_LABEL (self->label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_hexpand (self->label, TRUE);
  gtk_widget_add_css_class (self->count, "numeric");
  gtk_box_append (GTK_BOX (box), before);
  gtk_box_append (GTK_BOX (box), self->label);
  gtk_box_append (GTK_BOX (box), self->count);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  hide (before);
  hide (self->label);
  hide (self->count);
  return self;
}

/**
 * jalon_filter_row_new_key:
 * @key: a grouping
 * @label: what it is called
 * @expanded: whether its choices stand below
 *
 * Returns: (transfer floating): a row for a filter
 */
GtkWidget *
jalon_filter_row_new_key (JalonKey key, const char *label, gboolean expanded)
{
  JalonFilterRow *self = row_new (key, label, GTK_ACCESSIBLE_ROLE_BUTTON,
                                  gtk_image_new_from_icon_name (expanded ? "pan-down-symbolic" : "pan-end-symbolic"));

  gtk_widget_add_css_class (self->label, "heading");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_EXPANDED, expanded, -1);
  return GTK_WIDGET (self);
}

/**
 * jalon_filter_row_new_choice:
 * @choice: what it stands for
 *
 * Returns: (transfer floating): a row for a choice, not counted yet
 */
GtkWidget *
jalon_filter_row_new_choice (const JalonFilterChoice *choice)
{
  GtkWidget *check = gtk_check_button_new ();
  JalonFilterRow *self = row_new (choice->key, choice->label, GTK_ACCESSIBLE_ROLE_CHECKBOX, check);

  self->value = g_strdup (choice->value);
  self->check = check;
  gtk_widget_set_can_focus (check, FALSE);
  gtk_widget_set_can_target (check, FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "choice");
  return GTK_WIDGET (self);
}

/**
 * jalon_filter_row_get_key:
 *
 * Returns: the filter that it is of
 */
JalonKey
jalon_filter_row_get_key (JalonFilterRow *self)
{
  return self->key;
}

/**
 * jalon_filter_row_get_value:
 *
 * Returns: (transfer none) (nullable): the choice; %NULL: it stands for the filter
 */
const char *
jalon_filter_row_get_value (JalonFilterRow *self)
{
  return self->value;
}

static void
say (JalonFilterRow *self, const char *more)
{
  g_autofree char *words = more[0] != '\0' ? g_strdup_printf ("%s, %s", self->words, more) : g_strdup (self->words);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

/**
 * jalon_filter_row_update_key:
 * @self: a row for a filter
 * @language: the language to speak
 * @n_wanted: how many of its choices are taken
 */
void
jalon_filter_row_update_key (JalonFilterRow *self, const JalonLanguage *language, guint n_wanted)
{
  g_autofree char *number = jalon_words_number (language, n_wanted);
  g_autofree char *words = g_strdup_printf (jalon_trn (language, "%s chosen", "%s chosen", n_wanted), number);

  gtk_label_set_text (GTK_LABEL (self->count), n_wanted > 0 ? words : "");
  say (self, n_wanted > 0 ? words : "");
}

/**
 * jalon_filter_row_update_choice:
 * @self: a row for a choice
 * @language: the language to speak
 * @n_projects: how many projects it gives
 * @wanted: whether it is taken
 */
void
jalon_filter_row_update_choice (JalonFilterRow *self, const JalonLanguage *language, guint n_projects, gboolean wanted)
{
  g_autofree char *number = jalon_words_number (language, n_projects);
  g_autofree char *projects = jalon_words_projects (language, n_projects);

  gtk_label_set_text (GTK_LABEL (self->count), number);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->check), wanted);
  (n_projects == 0 ? gtk_widget_add_css_class : gtk_widget_remove_css_class) (self->label, "dim-label");
  (n_projects == 0 ? gtk_widget_add_css_class : gtk_widget_remove_css_class) (self->count, "dim-label");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_CHECKED,
                               wanted ? GTK_ACCESSIBLE_TRISTATE_TRUE : GTK_ACCESSIBLE_TRISTATE_FALSE, -1);
  say (self, projects);
}
