/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/jalon-chips.h"

#include "widgets/jalon-icon-button.h"
#include "words/jalon-words.h"

/**
 * JalonChips:
 *
 * The filters that are in force, one chip each; a chip takes its filter off.
 */
struct _JalonChips
{
  AdwBin parent_instance;

  JalonModel *model; /* owned */
  GtkWidget *box;    /* the only child */
};

G_DEFINE_FINAL_TYPE (JalonChips, jalon_chips, ADW_TYPE_BIN)

/* What one chip takes off. */
typedef struct
{
  JalonModel *model; /* borrowed: the chips own it and outlive their buttons */
  JalonKey key;
  char *value;
} Chip;

static void
chip_free (gpointer data, GClosure *closure)
{
  Chip *chip = data;

  g_free (chip->value);
  g_free (chip);
}

static void
clicked_cb (GtkButton *button, Chip *chip)
{
  JalonQuery *query = jalon_model_get_query (chip->model);

  if (chip->key == JALON_KEY_TEXT)
    jalon_query_set_text (query, NULL);
  else if (chip->key == JALON_KEY_FROM)
    jalon_query_set_window (query, NULL, NULL);
  else
    jalon_query_toggle_value (query, chip->key, chip->value);
}

static void
add_chip (JalonChips *self, JalonKey key, const char *value, const char *words)
{
  const JalonLanguage *language = jalon_model_get_language (self->model);
  GtkWidget *button = gtk_button_new ();
  GtkWidget *inside = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  GtkWidget *label = gtk_label_new (words);
  Chip *chip = g_new0 (Chip, 1);
  g_autoptr (GString) remove = g_string_new (jalon_tr (language, "Remove the filter {filter}"));

  g_string_replace (remove, "{filter}", words, 1);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 40);
  gtk_box_append (GTK_BOX (inside), label);
  gtk_box_append (GTK_BOX (inside), gtk_image_new_from_icon_name ("window-close-symbolic"));
  gtk_button_set_child (GTK_BUTTON (button), inside);
  gtk_widget_add_css_class (button, "chip");
  jalon_icon_button_set_words (button, remove->str);
  chip->model = self->model;
  chip->key = key;
  chip->value = g_strdup (value);
  g_signal_connect_data (button, "clicked", G_CALLBACK (clicked_cb), chip, chip_free, 0);
  gtk_flow_box_append (GTK_FLOW_BOX (self->box), button);
}

static void
add_key (JalonChips *self, JalonKey key)
{
  const JalonLanguage *language = jalon_model_get_language (self->model);
  const char *const *values = jalon_query_get_values (jalon_model_get_query (self->model), key);

  for (guint i = 0; values != NULL && values[i] != NULL; i++)
    {
      g_autofree char *group = jalon_words_group (language, jalon_model_get_dataset (self->model), key, values[i]);

      add_chip (self, key, values[i], group);
    }
}

static void
add_window (JalonChips *self)
{
  const JalonLanguage *language = jalon_model_get_language (self->model);
  JalonQuery *query = jalon_model_get_query (self->model);
  const JalonDate *from = jalon_query_get_from (query);
  const JalonDate *to = jalon_query_get_to (query);
  g_autofree char *first = from != NULL ? jalon_words_date (language, from, JALON_DATE_SHORT) : g_strdup ("…");
  g_autofree char *last = to != NULL ? jalon_words_date (language, to, JALON_DATE_SHORT) : g_strdup ("…");
  g_autofree char *words = g_strdup_printf ("%s – %s", first, last);

  if (from != NULL || to != NULL)
    add_chip (self, JALON_KEY_FROM, NULL, words);
}

static void
update (JalonChips *self)
{
  const char *text = jalon_query_get_text (jalon_model_get_query (self->model));
  GtkWidget *child;

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->box), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  jalon_tr (jalon_model_get_language (self->model), "Active filters"), -1);
  while ((child = gtk_widget_get_first_child (self->box)) != NULL)
    gtk_flow_box_remove (GTK_FLOW_BOX (self->box), child);
  if (jalon_model_get_dataset (self->model) == NULL)
    return;
  for (JalonKey key = 0; key < JALON_N_GROUPINGS; key++)
    add_key (self, key);
  add_window (self);
  if (text != NULL && text[0] != '\0')
    add_chip (self, JALON_KEY_TEXT, NULL, text);
  gtk_widget_set_visible (GTK_WIDGET (self), gtk_widget_get_first_child (self->box) != NULL);
}

static void
model_changed_cb (JalonChips *self, guint what)
{
  if (what & (JALON_MODEL_DATASET | JALON_MODEL_FIGURES | JALON_MODEL_LANGUAGE))
    update (self);
}

static void
jalon_chips_dispose (GObject *object)
{
  g_clear_object (&JALON_CHIPS (object)->model);
  G_OBJECT_CLASS (jalon_chips_parent_class)->dispose (object);
}

static void
jalon_chips_class_init (JalonChipsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = jalon_chips_dispose;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "chips");
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
jalon_chips_init (JalonChips *self)
{
  self->box = gtk_flow_box_new ();
  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (self->box), GTK_SELECTION_NONE);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (self->box), 12);
  adw_bin_set_child (ADW_BIN (self), self->box);
}

/**
 * jalon_chips_new:
 * @model: what to show
 *
 * Returns: (transfer floating): the chips, hidden while no filter is in force
 */
GtkWidget *
jalon_chips_new (JalonModel *model)
{
  JalonChips *self = g_object_new (JALON_TYPE_CHIPS, NULL);

  self->model = g_object_ref (model);
  update (self);
  g_signal_connect_object (model, "changed", G_CALLBACK (model_changed_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
