/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/jalon-timeline-pane.h"

#include "widgets/jalon-as-of-entry.h"
#include "widgets/jalon-timeline-view.h"

/**
 * JalonTimelinePane:
 *
 * The timeline under its heading, which says as of when the figures are and lets that be changed.
 */
struct _JalonTimelinePane
{
  AdwBin parent_instance;

  JalonModel *model; /* owned */

  /* borrowed from the tree of children */
  GtkWidget *heading;
  GtkWidget *timeline;
};

G_DEFINE_FINAL_TYPE (JalonTimelinePane, jalon_timeline_pane, ADW_TYPE_BIN)

static void
update (JalonTimelinePane *self)
{
  gtk_label_set_text (GTK_LABEL (self->heading), jalon_tr (jalon_model_get_language (self->model), "Announcements"));
}

static void
model_changed_cb (JalonTimelinePane *self, guint what)
{
  if (what & JALON_MODEL_LANGUAGE)
    update (self);
}

static void
build (JalonTimelinePane *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *header = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *as_of = jalon_as_of_entry_new (self->model);

  gtk_widget_add_css_class (box, "timeline-pane");
  self->heading = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->heading, "heading");
  gtk_widget_set_hexpand (as_of, TRUE);
  gtk_box_append (GTK_BOX (header), self->heading);
  gtk_box_append (GTK_BOX (header), as_of);
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
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
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
