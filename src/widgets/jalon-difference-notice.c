/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/jalon-difference-notice.h"

#include "figures/jalon-difference.h"
#include "words/jalon-words.h"

/**
 * JalonDifferenceNotice:
 *
 * After a click on a bar, says when the filtered sum differs from that bar and why, as long as the filter stands. Hidden where they
 * are the same. It belongs beside the headline, whose “Why?” shows all of the sum.
 *
 * CSS node: notice.
 */
struct _JalonDifferenceNotice
{
  AdwBin parent_instance;

  JalonModel *model;           /* owned */
  JalonFigures *before;        /* owned: what was shown last */
  JalonQuery *asked;           /* owned: a copy of what it answers */
  JalonDifference *difference; /* owned; NULL: none to tell of */

  /* borrowed from the tree of children */
  GtkWidget *label;
};

G_DEFINE_FINAL_TYPE (JalonDifferenceNotice, jalon_difference_notice, ADW_TYPE_BIN)

static void
update (JalonDifferenceNotice *self)
{
  const JalonLanguage *language = jalon_model_get_language (self->model);
  g_autofree char *words = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self), self->difference != NULL);
  if (self->difference == NULL)
    return;
  words = jalon_words_difference (language, self->difference, jalon_dataset_get_currency (jalon_model_get_dataset (self->model)));
  gtk_label_set_text (GTK_LABEL (self->label), words);
}

/* Whether the same is asked, however it is grouped and whatever is selected. */
static gboolean
asks_the_same (JalonQuery *one, JalonQuery *other)
{
  g_autoptr (JalonQuery) copy = jalon_query_copy (one);

  jalon_query_set_group (copy, jalon_query_get_group (other));
  jalon_query_set_selected (copy, jalon_query_get_selected (other));
  return jalon_query_equal (copy, other);
}

static void
note (JalonDifferenceNotice *self, gboolean anew)
{
  JalonQuery *query = jalon_model_get_query (self->model);
  JalonFigures *figures = jalon_model_get_figures (self->model);

  if (anew || figures == NULL || !asks_the_same (self->asked, query))
    g_clear_pointer (&self->difference, jalon_difference_free);
  if (!anew && figures != NULL && self->before != NULL && !asks_the_same (self->asked, query))
    self->difference = jalon_difference_new (self->before, self->asked, figures, query);
  g_clear_pointer (&self->before, jalon_figures_unref);
  self->before = figures != NULL ? jalon_figures_ref (figures) : NULL;
  g_clear_object (&self->asked);
  self->asked = jalon_query_copy (query);
}

static void
model_changed_cb (JalonDifferenceNotice *self, guint what)
{
  if (what & (JALON_MODEL_DATASET | JALON_MODEL_FIGURES))
    note (self, what & JALON_MODEL_DATASET);
  if (what & (JALON_MODEL_DATASET | JALON_MODEL_FIGURES | JALON_MODEL_LANGUAGE))
    update (self);
}

static void
jalon_difference_notice_dispose (GObject *object)
{
  JalonDifferenceNotice *self = JALON_DIFFERENCE_NOTICE (object);

  g_clear_pointer (&self->difference, jalon_difference_free);
  g_clear_pointer (&self->before, jalon_figures_unref);
  g_clear_object (&self->asked);
  g_clear_object (&self->model);
  G_OBJECT_CLASS (jalon_difference_notice_parent_class)->dispose (object);
}

static void
jalon_difference_notice_class_init (JalonDifferenceNoticeClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = jalon_difference_notice_dispose;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "notice");
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
jalon_difference_notice_init (JalonDifferenceNotice *self)
{
  self->label = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->label), 0);
  gtk_widget_add_css_class (self->label, "caption");
  adw_bin_set_child (ADW_BIN (self), self->label);
}

/**
 * jalon_difference_notice_new:
 * @model: what is shown
 *
 * Returns: (transfer floating): the notice, hidden while there is nothing to tell
 */
GtkWidget *
jalon_difference_notice_new (JalonModel *model)
{
  JalonDifferenceNotice *self = g_object_new (JALON_TYPE_DIFFERENCE_NOTICE, NULL);

  self->model = g_object_ref (model);
  note (self, TRUE);
  update (self);
  g_signal_connect_object (model, "changed", G_CALLBACK (model_changed_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
