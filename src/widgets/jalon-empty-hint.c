/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/jalon-empty-hint.h"

#include "figures/jalon-relief.h"
#include "words/jalon-words.h"

/* More ways out than this are no help. */
#define MAX_RELIEFS 4

/**
 * JalonEmptyHint:
 *
 * Says which filter to drop where no project answers all of them, as buttons that do it; hidden otherwise.
 *
 * CSS node: empty-hint.
 */
struct _JalonEmptyHint
{
  AdwBin parent_instance;

  JalonModel *model;   /* owned */
  gboolean with_title; /* else it stands below one */
};

G_DEFINE_FINAL_TYPE (JalonEmptyHint, jalon_empty_hint, ADW_TYPE_BIN)

/* What one button drops. */
typedef struct
{
  JalonModel *model; /* borrowed: the hint owns it and outlives its buttons */
  JalonFilterSet filters;
} Drop;

static void
drop_free (gpointer data, GClosure *closure)
{
  g_free (data);
}

static void
clicked_cb (GtkButton *button, Drop *drop)
{
  jalon_filters_drop (jalon_model_get_query (drop->model), drop->filters);
}

static GtkWidget *
make_label (const char *words, const char *css_class)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
make_button (JalonEmptyHint *self, const JalonRelief *relief)
{
  GtkWidget *button = gtk_button_new ();
  g_autofree char *words = jalon_words_relief (jalon_model_get_language (self->model), jalon_model_get_dataset (self->model),
                                               jalon_model_get_query (self->model), relief);
  GtkWidget *label = gtk_label_new (words);
  Drop *drop = g_new (Drop, 1);

  *drop = (Drop){ self->model, relief->filters };
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_set_halign (button, self->with_title ? GTK_ALIGN_START : GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  g_signal_connect_data (button, "clicked", G_CALLBACK (clicked_cb), drop, drop_free, 0);
  return button;
}

static GtkWidget *
make_clear (JalonEmptyHint *self)
{
  GtkWidget *button = gtk_button_new_with_label (jalon_tr (jalon_model_get_language (self->model), "Remove All Filters"));

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.clear-filters");
  gtk_widget_set_halign (button, self->with_title ? GTK_ALIGN_START : GTK_ALIGN_CENTER);
  return button;
}

static void
fill (JalonEmptyHint *self)
{
  const JalonLanguage *language = jalon_model_get_language (self->model);
  JalonQuery *query = jalon_model_get_query (self->model);
  g_autoptr (GArray) reliefs = jalon_relief_list (jalon_model_get_dataset (self->model), query);
  JalonFilterSet force = jalon_filters_in_force (query);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  if (self->with_title)
    gtk_box_append (GTK_BOX (box), make_label (force ? jalon_tr (language, "No project answers all of these filters.")
                                                     : jalon_tr (language, "There is no project in this file."), "heading"));
  for (guint i = 0; i < MIN (reliefs->len, MAX_RELIEFS); i++)
    gtk_box_append (GTK_BOX (box), make_button (self, &g_array_index (reliefs, JalonRelief, i)));
  /* All at once, unless that is what is offered already. */
  if (force && (reliefs->len != 1 || g_array_index (reliefs, JalonRelief, 0).filters != force))
    gtk_box_append (GTK_BOX (box), make_clear (self));
  adw_bin_set_child (ADW_BIN (self), box);
}

static void
update (JalonEmptyHint *self)
{
  const JalonFigures *figures = jalon_model_get_figures (self->model);
  gboolean empty = figures != NULL && jalon_figures_get_n_shares (figures) == 0;

  if (empty)
    fill (self);
  else
    adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_set_visible (GTK_WIDGET (self), empty);
}

static void
model_changed_cb (JalonEmptyHint *self, guint what)
{
  if (what & (JALON_MODEL_DATASET | JALON_MODEL_FIGURES | JALON_MODEL_LANGUAGE))
    update (self);
}

static void
jalon_empty_hint_dispose (GObject *object)
{
  g_clear_object (&JALON_EMPTY_HINT (object)->model);
  G_OBJECT_CLASS (jalon_empty_hint_parent_class)->dispose (object);
}

static void
jalon_empty_hint_class_init (JalonEmptyHintClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = jalon_empty_hint_dispose;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "empty-hint");
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
jalon_empty_hint_init (JalonEmptyHint *self)
{
}

/**
 * jalon_empty_hint_new:
 * @model: what is shown
 * @with_title: whether it says what is the matter too
 *
 * Returns: (transfer floating): the hint, hidden while there are projects
 */
GtkWidget *
jalon_empty_hint_new (JalonModel *model, gboolean with_title)
{
  JalonEmptyHint *self = g_object_new (JALON_TYPE_EMPTY_HINT, NULL);

  self->model = g_object_ref (model);
  self->with_title = with_title;
  update (self);
  g_signal_connect_object (model, "changed", G_CALLBACK (model_changed_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
