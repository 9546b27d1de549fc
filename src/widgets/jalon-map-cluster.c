/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/jalon-map-view-private.h"
#include "widgets/jalon-project-list.h"
#include "words/jalon-words.h"

/* What a pin that stands for several projects opens: the list of them, and a way to see them apart. */

#define MARGIN 6 /* logical pixels */

static void
look_cb (GtkWidget *button, JalonMapView *self)
{
  const JalonMapFrame *frame = g_object_get_data (G_OBJECT (button), "frame");

  gtk_popover_popdown (GTK_POPOVER (self->popover));
  jalon_map_view_look (self, *frame);
}

/* NULL where no zoom would part them. */
static GtkWidget *
make_button (JalonMapView *self, const JalonMark *mark)
{
  JalonMapFrame frame;
  GtkWidget *button;

  if (!jalon_map_fit_members (jalon_model_get_figures (self->model), (const char *const *) mark->members,
                              gtk_widget_get_width (GTK_WIDGET (self)), gtk_widget_get_height (GTK_WIDGET (self)), &frame)
      || frame.zoom <= shumate_viewport_get_zoom_level (jalon_map_view_get_viewport (self)))
    return NULL;
  button = gtk_button_new_with_label (jalon_tr (jalon_model_get_language (self->model), "Zoom in on them"));
  g_object_set_data_full (G_OBJECT (button), "frame", g_memdup2 (&frame, sizeof frame), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (look_cb), self, 0);
  return button;
}

/**
 * jalon_map_view_open_cluster:
 * @self: a map view
 * @mark: a mark that stands for several projects
 *
 * Lists the projects of a merged pin beside it, below their sum.
 */
void
jalon_map_view_open_cluster (JalonMapView *self, const JalonMark *mark)
{
  const GdkRectangle at = { (int) mark->x, (int) mark->y, (int) mark->width, (int) mark->height };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, MARGIN);
  GtkWidget *heading = gtk_label_new (mark->name);
  GtkWidget *button = make_button (self, mark);

  gtk_label_set_wrap (GTK_LABEL (heading), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (heading), 36);
  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_add_css_class (heading, "heading");
  gtk_widget_add_css_class (box, "map-cluster");
  gtk_box_append (GTK_BOX (box), heading);
  gtk_box_append (GTK_BOX (box), jalon_project_list_new (self->model, (const char *const *) mark->members, mark->name));
  if (button != NULL)
    gtk_box_append (GTK_BOX (box), button);
  if (self->popover == NULL)
    {
      self->popover = gtk_popover_new ();
      gtk_widget_set_parent (self->popover, GTK_WIDGET (self->pins));
      jalon_scene_view_yield_to (JALON_SCENE_VIEW (self->pins), self->popover);
    }
  gtk_popover_set_child (GTK_POPOVER (self->popover), box);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->popover), &at);
  gtk_popover_popup (GTK_POPOVER (self->popover));
}
