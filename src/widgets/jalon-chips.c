/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/jalon-chips.h"

#include "figures/jalon-relief.h"
#include "widgets/jalon-filter-pane.h"
#include "widgets/jalon-icon-button.h"
#include "widgets/jalon-chip-box.h"
#include "words/jalon-words.h"

/* More lines of chips would leave the figures no room: the last ones are found among all filters. */
#define MAX_LINES 2
#define SPACING 6

/**
 * JalonChips:
 *
 * A button that opens all filters, and those that are in force, one chip each; a chip takes its filter off. The as-of date and the
 * search are among them. What doesn't fit into two lines gives way to a button that opens all filters too.
 */
struct _JalonChips
{
  AdwBin parent_instance;

  JalonModel *model; /* owned */
  char *shown;       /* what the chips stand for: as long as it stays, so do they */

  /* borrowed from the tree of children */
  GtkWidget *wrap;
  GtkWidget *filter;
  GtkWidget *more;
};

G_DEFINE_FINAL_TYPE (JalonChips, jalon_chips, ADW_TYPE_BIN)

/* What one chip takes off. */
typedef struct
{
  JalonModel *model; /* borrowed: the chips own it and outlive their buttons */
  JalonFilterSet filter;
  JalonKey key;
  char *value;       /* of the key; NULL: the whole filter */
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

  if (chip->value != NULL)
    jalon_query_toggle_value (query, chip->key, chip->value);
  else
    jalon_filters_drop (query, chip->filter);
}

static void
add_chip (JalonChips *self, JalonFilterSet filter, JalonKey key, const char *value, const char *words)
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
  *chip = (Chip){ self->model, filter, key, g_strdup (value) };
  g_signal_connect_data (button, "clicked", G_CALLBACK (clicked_cb), chip, chip_free, 0);
  jalon_chip_box_append (JALON_CHIP_BOX (self->wrap), button);
}

static void
add_key (JalonChips *self, JalonKey key)
{
  const JalonLanguage *language = jalon_model_get_language (self->model);
  const char *const *values = jalon_query_get_values (jalon_model_get_query (self->model), key);

  for (guint i = 0; values != NULL && values[i] != NULL; i++)
    {
      g_autofree char *group = jalon_words_group (language, jalon_model_get_dataset (self->model), key, values[i]);

      add_chip (self, JALON_FILTER (key), key, values[i], group);
    }
}

static void
add_window (JalonChips *self)
{
  g_autofree char *words = jalon_words_window (jalon_model_get_language (self->model), jalon_model_get_query (self->model));

  if (words[0] != '\0')
    add_chip (self, JALON_FILTER (JALON_KEY_FROM), JALON_KEY_FROM, NULL, words);
}

static void
add_text (JalonChips *self)
{
  const char *text = jalon_query_get_text (jalon_model_get_query (self->model));
  /* Translators: the language's quotation marks, around what is searched for */
  g_autofree char *words = g_strdup_printf (jalon_tr (jalon_model_get_language (self->model), "“%s”"), text);

  if (text[0] != '\0')
    add_chip (self, JALON_FILTER (JALON_KEY_TEXT), JALON_KEY_TEXT, NULL, words);
}

static void
add_as_of (JalonChips *self)
{
  g_autofree char *words = jalon_words_as_of (jalon_model_get_language (self->model), jalon_model_get_query (self->model));

  if (words[0] != '\0')
    add_chip (self, JALON_FILTER_AS_OF, JALON_N_KEYS, NULL, words);
}

/* The chips as text: the filters, and what they are called. */
static char *
describe (JalonChips *self)
{
  g_autoptr (JalonQuery) filters = jalon_query_copy (jalon_model_get_query (self->model));
  g_autofree char *text = NULL;

  jalon_query_set_group (filters, JALON_KEY_PLACE);
  jalon_query_set_selected (filters, NULL);
  text = jalon_query_to_text (filters);
  return g_strdup_printf ("%s %p %s", jalon_language_get_code (jalon_model_get_language (self->model)),
                          (void *) jalon_model_get_dataset (self->model), text);
}

static void
update_words (JalonChips *self)
{
  const JalonLanguage *language = jalon_model_get_language (self->model);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->wrap), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  jalon_tr (language, "Active filters"), -1);
  gtk_menu_button_set_label (GTK_MENU_BUTTON (self->filter), jalon_tr (language, "Filter"));
  jalon_icon_button_set_words (self->filter, jalon_tr (language, "Filter by place, kind, year…"));
  jalon_icon_button_set_words (self->more, jalon_tr (language, "All filters"));
}

static void
remove_chips (JalonChips *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_next_sibling (self->filter)) != self->more)
    jalon_chip_box_remove (JALON_CHIP_BOX (self->wrap), child);
}

static void
update (JalonChips *self)
{
  g_autofree char *shown = describe (self);

  if (g_strcmp0 (shown, self->shown) == 0)
    return;
  g_free (self->shown);
  self->shown = g_steal_pointer (&shown);
  update_words (self);
  remove_chips (self);
  if (jalon_model_get_dataset (self->model) == NULL)
    return;
  for (int key = 0; key < JALON_N_GROUPINGS; key++)
    add_key (self, (JalonKey) key);
  add_window (self);
  add_text (self);
  add_as_of (self);
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
jalon_chips_finalize (GObject *object)
{
  g_free (JALON_CHIPS (object)->shown);
  G_OBJECT_CLASS (jalon_chips_parent_class)->finalize (object);
}

static void
jalon_chips_class_init (JalonChipsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = jalon_chips_dispose;
  G_OBJECT_CLASS (klass)->finalize = jalon_chips_finalize;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "chips");
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
jalon_chips_init (JalonChips *self)
{
}

/* Not before somebody asks for it. */
static void
make_popover (GtkMenuButton *button, gpointer data)
{
  JalonChips *self = data;
  GtkWidget *popover;

  if (gtk_menu_button_get_popover (button) != NULL)
    return;
  popover = gtk_popover_new ();
  gtk_popover_set_child (GTK_POPOVER (popover), jalon_filter_pane_new (self->model));
  gtk_menu_button_set_popover (button, popover);
}

static void
more_cb (JalonChips *self)
{
  jalon_chips_open (self);
}

static void
build (JalonChips *self)
{
  self->wrap = jalon_chip_box_new (SPACING, MAX_LINES);
  self->filter = g_object_new (GTK_TYPE_MENU_BUTTON, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, NULL); /* the button is in it */
  gtk_widget_add_css_class (self->filter, "filter-button");
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->filter), make_popover, self, NULL);
  self->more = jalon_icon_button_new ("view-more-horizontal-symbolic", G_CALLBACK (more_cb), self);
  gtk_widget_add_css_class (self->more, "chip");
  jalon_chip_box_append (JALON_CHIP_BOX (self->wrap), self->filter);
  jalon_chip_box_set_more (JALON_CHIP_BOX (self->wrap), self->more);
  adw_bin_set_child (ADW_BIN (self), self->wrap);
}

/**
 * jalon_chips_new:
 * @model: what to show
 *
 * Returns: (transfer floating): the filters in force, and the way to all
 */
GtkWidget *
jalon_chips_new (JalonModel *model)
{
  JalonChips *self = g_object_new (JALON_TYPE_CHIPS, NULL);

  self->model = g_object_ref (model);
  build (self);
  update (self);
  g_signal_connect_object (model, "changed", G_CALLBACK (model_changed_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/**
 * jalon_chips_open:
 * @self: the chips
 *
 * Shows all filters with their choices.
 */
void
jalon_chips_open (JalonChips *self)
{
  gtk_menu_button_popup (GTK_MENU_BUTTON (self->filter));
}
