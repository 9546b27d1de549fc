/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/jalon-timeline-pane.h"

#include "widgets/jalon-timeline-view.h"
#include "words/jalon-words.h"

/**
 * JalonTimelinePane:
 *
 * The timeline under its heading, which says as of when the figures are.
 */
struct _JalonTimelinePane
{
  AdwBin parent_instance;

  JalonModel *model; /* owned */

  /* borrowed from the tree of children */
  GtkWidget *heading;
  GtkWidget *known;
  GtkWidget *timeline;
};

G_DEFINE_FINAL_TYPE (JalonTimelinePane, jalon_timeline_pane, ADW_TYPE_BIN)

static void
update (JalonTimelinePane *self)
{
  const JalonLanguage *language = jalon_model_get_language (self->model);
  JalonDataset *dataset = jalon_model_get_dataset (self->model);
  const JalonDate *as_of = jalon_query_get_as_of (jalon_model_get_query (self->model));
  const JalonDate *known = as_of != NULL || dataset == NULL ? as_of : jalon_dataset_get_updated (dataset);
  g_autoptr (GString) words = g_string_new (NULL);

  gtk_label_set_text (GTK_LABEL (self->heading), jalon_tr (language, "Announcements"));
  if (known != NULL && jalon_date_is_set (known))
    {
      g_autofree char *date = jalon_words_date (language, known, JALON_DATE_LONG);

      g_string_append (words, jalon_tr (language, "What was known on {date}"));
      g_string_replace (words, "{date}", date, 1);
    }
  gtk_label_set_text (GTK_LABEL (self->known), words->str);
}

static void
model_changed_cb (JalonTimelinePane *self, guint what)
{
  if (what & (JALON_MODEL_LANGUAGE | JALON_MODEL_DATASET | JALON_MODEL_FIGURES))
    update (self);
}

static void
build (JalonTimelinePane *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *header = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  gtk_widget_add_css_class (box, "timeline-pane");
  self->heading = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->heading, "heading");
  self->known = gtk_label_new (NULL);
  gtk_label_set_ellipsize (GTK_LABEL (self->known), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (self->known), 1);
  gtk_widget_set_hexpand (self->known, TRUE);
  gtk_widget_add_css_class (self->known, "dim-label");
  gtk_box_append (GTK_BOX (header), self->heading);
  gtk_box_append (GTK_BOX (header), self->known);
  gtk_box_append (GTK_BOX (box), header);
  self->timeline = jalon_timeline_view_new (self->model);
  gtk_widget_set_vexpand (self->timeline, TRUE);
  gtk_box_append (GTK_BOX (box), self->timeline);
  adw_bin_set_child (ADW_BIN (self), box);
}

static void
jalon_timeline_pane_dispose (GObject *object)
{
  g_clear_object (&JALON_TIMELINE_PANE (object)->model);
  G_OBJECT_CLASS (jalon_timeline_pane_parent_class)->dispose (object);
}

static void
jalon_timeline_pane_class_init (JalonTimelinePaneClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = jalon_timeline_pane_dispose;
}

static void
jalon_timeline_pane_init (JalonTimelinePane *self)
{
}

/**
 * jalon_timeline_pane_new:
 * @model: what to show
 *
 * Returns: (transfer floating): the pane
 */
GtkWidget *
jalon_timeline_pane_new (JalonModel *model)
{
  JalonTimelinePane *self = g_object_new (JALON_TYPE_TIMELINE_PANE, NULL);

  self->model = g_object_ref (model);
  build (self);
  update (self);
  g_signal_connect_object (model, "changed", G_CALLBACK (model_changed_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
