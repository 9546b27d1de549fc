/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/jalon-detail-view.h"

#include "widgets/jalon-detail-rows.h"
#include "widgets/jalon-icon-button.h"
#include "words/jalon-words.h"

/**
 * JalonDetailView:
 *
 * The selected project: its amount with the qualifier in words, place, organisations, history, what it is part of and contains,
 * conflicting reports, and every source one click away. Hidden while nothing is selected.
 *
 * CSS node: detail. Role: region. Keys: Escape closes; Page Up and Page Down go to the project before and after.
 */
struct _JalonDetailView
{
  AdwBin parent_instance;

  JalonModel *model; /* owned */

  /* borrowed from the tree of children */
  GtkWidget *title;
  GtkWidget *body;
  GtkWidget *scrolled;
  GtkWidget *previous;
  GtkWidget *next;
  GtkWidget *close;
};

G_DEFINE_FINAL_TYPE (JalonDetailView, jalon_detail_view, ADW_TYPE_BIN)

static void
clear_body (JalonDetailView *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->body)) != NULL)
    gtk_box_remove (GTK_BOX (self->body), child);
}

static void
update_words (JalonDetailView *self)
{
  const JalonLanguage *language = jalon_model_get_language (self->model);

  jalon_icon_button_set_words (self->previous, jalon_tr (language, "Previous project"));
  jalon_icon_button_set_words (self->next, jalon_tr (language, "Next project"));
  jalon_icon_button_set_words (self->close, jalon_tr (language, "Close"));
}

static void
update (JalonDetailView *self)
{
  const JalonProject *project = jalon_model_get_selected (self->model);
  const JalonLanguage *language = jalon_model_get_language (self->model);

  clear_body (self);
  gtk_widget_set_visible (GTK_WIDGET (self), project != NULL);
  if (project == NULL)
    return;
  gtk_label_set_text (GTK_LABEL (self->title), jalon_words_text (language, project->title));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  jalon_words_text (language, project->title), -1);
  jalon_detail_rows_fill (GTK_BOX (self->body), self->model, project);
}

static void
model_changed_cb (JalonDetailView *self, guint what)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scrolled));

  if (what & JALON_MODEL_LANGUAGE)
    update_words (self);
  if (what & (JALON_MODEL_DATASET | JALON_MODEL_FIGURES | JALON_MODEL_SELECTED | JALON_MODEL_LANGUAGE))
    update (self);
  if (what & JALON_MODEL_SELECTED)
    gtk_adjustment_set_value (adjustment, 0);
}

static void
close_cb (JalonDetailView *self)
{
  jalon_query_set_selected (jalon_model_get_query (self->model), NULL);
}

static void
previous_cb (JalonDetailView *self)
{
  jalon_model_step_selected (self->model, -1);
}

static void
next_cb (JalonDetailView *self)
{
  jalon_model_step_selected (self->model, 1);
}

static gboolean
close_key_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  close_cb (JALON_DETAIL_VIEW (widget));
  return TRUE;
}

static gboolean
step_key_cb (GtkWidget *widget, GVariant *step, gpointer data)
{
  jalon_model_step_selected (JALON_DETAIL_VIEW (widget)->model, g_variant_get_int32 (step));
  return TRUE;
}

static GtkWidget *
make_button (JalonDetailView *self, const char *icon, GCallback callback)
{
  GtkWidget *button = jalon_icon_button_new (icon, callback, self);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "circular");
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  return button;
}

static GtkWidget *
make_header (JalonDetailView *self)
{
  GtkWidget *header = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  self->title = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->title), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->title), 0);
  gtk_label_set_selectable (GTK_LABEL (self->title), FALSE);
  gtk_widget_set_hexpand (self->title, TRUE);
  gtk_widget_add_css_class (self->title, "heading");
  self->previous = make_button (self, "go-previous-symbolic", G_CALLBACK (previous_cb));
  self->next = make_button (self, "go-next-symbolic", G_CALLBACK (next_cb));
  self->close = make_button (self, "window-close-symbolic", G_CALLBACK (close_cb));
  gtk_box_append (GTK_BOX (header), self->title);
  gtk_box_append (GTK_BOX (header), self->previous);
  gtk_box_append (GTK_BOX (header), self->next);
  gtk_box_append (GTK_BOX (header), self->close);
  return header;
}

static void
build (JalonDetailView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_widget_add_css_class (box, "detail-card");
  gtk_box_append (GTK_BOX (box), make_header (self));
  self->body = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  self->scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (self->scrolled), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), self->body);
  gtk_box_append (GTK_BOX (box), self->scrolled);
  adw_bin_set_child (ADW_BIN (self), box);
}

static void
jalon_detail_view_dispose (GObject *object)
{
  g_clear_object (&JALON_DETAIL_VIEW (object)->model);
  G_OBJECT_CLASS (jalon_detail_view_parent_class)->dispose (object);
}

static void
jalon_detail_view_class_init (JalonDetailViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jalon_detail_view_dispose;
  gtk_widget_class_set_css_name (widget_class, "detail");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_REGION);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, close_key_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Page_Up, 0, step_key_cb, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Page_Down, 0, step_key_cb, "i", 1);
}

static void
jalon_detail_view_init (JalonDetailView *self)
{
}

/**
 * jalon_detail_view_new:
 * @model: what to show
 *
 * Returns: (transfer floating): the view, hidden until a project is selected
 */
GtkWidget *
jalon_detail_view_new (JalonModel *model)
{
  JalonDetailView *self = g_object_new (JALON_TYPE_DETAIL_VIEW, NULL);

  self->model = g_object_ref (model);
  build (self);
  update_words (self);
  update (self);
  g_signal_connect_object (model, "changed", G_CALLBACK (model_changed_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
