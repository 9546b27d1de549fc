/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/jalon-as-of-entry.h"

#include <string.h>

#include "widgets/jalon-icon-button.h"
#include "widgets/jalon-yield.h"
#include "words/jalon-words.h"

#define LEAST_LABEL 60 /* logical pixels */

/**
 * JalonAsOfEntry:
 *
 * Says as of when everything is shown, in an entry where another date can be typed, with a button back to today's data.
 *
 * Keys: Enter takes the typed date, an empty one being today's; Escape gives it up. What is no date keeps the class error.
 */
struct _JalonAsOfEntry
{
  AdwBin parent_instance;

  JalonModel *model; /* owned */

  /* borrowed from the tree of children */
  GtkWidget *label;
  GtkWidget *entry;
  GtkWidget *reset;
};

G_DEFINE_FINAL_TYPE (JalonAsOfEntry, jalon_as_of_entry, ADW_TYPE_BIN)

static void
set_wrong (JalonAsOfEntry *self, gboolean wrong)
{
  (wrong ? gtk_widget_add_css_class : gtk_widget_remove_css_class) (self->entry, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID,
                               wrong ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

static void
update_words (JalonAsOfEntry *self)
{
  const JalonLanguage *language = jalon_model_get_language (self->model);

  gtk_label_set_text (GTK_LABEL (self->label), jalon_tr (language, "What was known on:"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  jalon_tr (language, "What was known on:"), -1);
  gtk_widget_set_tooltip_text (self->entry, jalon_tr (language, "Type a date to see what could have been said on that day"));
  jalon_icon_button_set_words (self->reset, jalon_tr (language, "Back to Today’s Data"));
}

static void
update (JalonAsOfEntry *self)
{
  const JalonLanguage *language = jalon_model_get_language (self->model);
  JalonDataset *dataset = jalon_model_get_dataset (self->model);
  const JalonDate *as_of = jalon_query_get_as_of (jalon_model_get_query (self->model));
  const JalonDate *known = as_of != NULL || dataset == NULL ? as_of : jalon_dataset_get_updated (dataset);
  g_autofree char *date = known != NULL && jalon_date_is_set (known) ? jalon_words_date (language, known, JALON_DATE_LONG) : g_strdup ("");

  gtk_widget_set_sensitive (self->reset, as_of != NULL);
  if (strcmp (gtk_editable_get_text (GTK_EDITABLE (self->entry)), date) != 0)
    gtk_editable_set_text (GTK_EDITABLE (self->entry), date);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (self->entry), (int) MAX (g_utf8_strlen (date, -1), 10));
  set_wrong (self, FALSE);
}

static void
activate_cb (JalonAsOfEntry *self)
{
  JalonQuery *query = jalon_model_get_query (self->model);
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  JalonDate date;

  if (*text == '\0')
    {
      jalon_query_set_as_of (query, NULL);
      update (self);
    }
  else if (jalon_words_read_date (jalon_model_get_language (self->model), text, &date))
    {
      jalon_query_set_as_of (query, &date);
      update (self);
    }
  else
    set_wrong (self, TRUE);
}

static void
reset_cb (JalonAsOfEntry *self)
{
  jalon_query_set_as_of (jalon_model_get_query (self->model), NULL);
}

static gboolean
give_up_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  JalonAsOfEntry *self = JALON_AS_OF_ENTRY (widget);

  update (self);
  return gtk_widget_child_focus (GTK_WIDGET (gtk_widget_get_root (widget)), GTK_DIR_TAB_FORWARD);
}

static void
leave_cb (JalonAsOfEntry *self)
{
  update (self);
}

static void
model_changed_cb (JalonAsOfEntry *self, guint what)
{
  if (what & JALON_MODEL_LANGUAGE)
    update_words (self);
  if (what & (JALON_MODEL_LANGUAGE | JALON_MODEL_DATASET | JALON_MODEL_FIGURES))
    update (self);
}

static void
build (JalonAsOfEntry *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkWidget *yield;

  self->label = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->label, "dim-label");
  gtk_label_set_ellipsize (GTK_LABEL (self->label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (self->label), 1);
  yield = jalon_yield_new (self->label, LEAST_LABEL);
  gtk_widget_set_hexpand (yield, TRUE);
  gtk_box_append (GTK_BOX (box), yield);
  self->entry = gtk_entry_new ();
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), 10);
  g_signal_connect_object (self->entry, "activate", G_CALLBACK (activate_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (leave_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->entry, focus);
  gtk_box_append (GTK_BOX (box), self->entry);
  self->reset = jalon_icon_button_new ("edit-undo-symbolic", G_CALLBACK (reset_cb), self);
  gtk_widget_add_css_class (self->reset, "flat");
  gtk_box_append (GTK_BOX (box), self->reset);
  adw_bin_set_child (ADW_BIN (self), box);
}

static void
jalon_as_of_entry_dispose (GObject *object)
{
  g_clear_object (&JALON_AS_OF_ENTRY (object)->model);
  G_OBJECT_CLASS (jalon_as_of_entry_parent_class)->dispose (object);
}

static void
jalon_as_of_entry_class_init (JalonAsOfEntryClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = jalon_as_of_entry_dispose;
  gtk_widget_class_add_binding (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, give_up_cb, NULL);
}

static void
jalon_as_of_entry_init (JalonAsOfEntry *self)
{
}

/**
 * jalon_as_of_entry_new:
 * @model: what is shown
 *
 * Returns: (transfer floating): the entry
 */
GtkWidget *
jalon_as_of_entry_new (JalonModel *model)
{
  JalonAsOfEntry *self = g_object_new (JALON_TYPE_AS_OF_ENTRY, NULL);

  self->model = g_object_ref (model);
  build (self);
  update_words (self);
  update (self);
  g_signal_connect_object (model, "changed", G_CALLBACK (model_changed_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
