/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/jalon-ecosystem-page.h"

#include "widgets/jalon-chips.h"
#include "widgets/jalon-ecosystem-view.h"

#define MAX_WIDTH 1440 /* logical pixels: wider lines nobody reads */

/**
 * JalonEcosystemPage:
 *
 * What surrounds the investments: figures that are none themselves, and organisations, with the filters in force above them.
 *
 * CSS node: widget, with .ecosystem-page below it.
 */
struct _JalonEcosystemPage
{
  AdwBin parent_instance;

  JalonModel *model; /* owned */

  /* borrowed from the tree of children */
  GtkWidget *figures;
  GtkWidget *organisations;
};

G_DEFINE_FINAL_TYPE (JalonEcosystemPage, jalon_ecosystem_page, ADW_TYPE_BIN)

static void
update_words (JalonEcosystemPage *self)
{
  const JalonLanguage *language = jalon_model_get_language (self->model);

  gtk_label_set_text (GTK_LABEL (self->figures), jalon_tr (language, "The ecosystem in figures"));
  gtk_label_set_text (GTK_LABEL (self->organisations), jalon_tr (language, "Organizations"));
}

static void
model_changed_cb (JalonEcosystemPage *self, guint what)
{
  if (what & JALON_MODEL_LANGUAGE)
    update_words (self);
}

static GtkWidget *
add_section (GtkWidget *box, GtkWidget *view)
{
  GtkWidget *heading = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_label_set_wrap (GTK_LABEL (heading), TRUE);
  gtk_widget_add_css_class (heading, "title-2");
  gtk_box_append (GTK_BOX (box), heading);
  gtk_box_append (GTK_BOX (box), view);
  return heading;
}

static void
jalon_ecosystem_page_dispose (GObject *object)
{
  g_clear_object (&JALON_ECOSYSTEM_PAGE (object)->model);
  G_OBJECT_CLASS (jalon_ecosystem_page_parent_class)->dispose (object);
}

static void
jalon_ecosystem_page_class_init (JalonEcosystemPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = jalon_ecosystem_page_dispose;
}

static void
jalon_ecosystem_page_init (JalonEcosystemPage *self)
{
}

/**
 * jalon_ecosystem_page_new:
 * @model: what to show
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
jalon_ecosystem_page_new (JalonModel *model)
{
  JalonEcosystemPage *self = g_object_new (JALON_TYPE_ECOSYSTEM_PAGE, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->model = g_object_ref (model);
  gtk_widget_add_css_class (box, "ecosystem-page");
  gtk_box_append (GTK_BOX (box), jalon_chips_new (model));
  self->figures = add_section (box, jalon_ecosystem_view_new (model, FALSE));
  self->organisations = add_section (box, jalon_ecosystem_view_new (model, TRUE));
  update_words (self);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), MAX_WIDTH);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (clamp), MAX_WIDTH);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), clamp);
  adw_bin_set_child (ADW_BIN (self), scrolled);
  g_signal_connect_object (model, "changed", G_CALLBACK (model_changed_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
