/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/jalon-timeline-pane.h"

#include "widgets/jalon-as-of-entry.h"
#include "widgets/jalon-drop-down.h"
#include "widgets/jalon-icon-button.h"
#include "widgets/jalon-timeline-view.h"
#include "widgets/jalon-wrap.h"
#include "words/jalon-words.h"

/**
 * JalonTimelinePane:
 *
 * The timeline under its heading, which plays it, says as of when the figures are and lets that be changed.
 *
 * Keys: Space plays and stops, unless what has the focus needs it.
 */
struct _JalonTimelinePane
{
  AdwBin parent_instance;

  JalonModel *model; /* owned */

  /* borrowed from the tree of children */
  GtkWidget *heading;
  GtkWidget *play;
  GtkWidget *speed;
  GtkWidget *timeline;
};

G_DEFINE_FINAL_TYPE (JalonTimelinePane, jalon_timeline_pane, ADW_TYPE_BIN)

/* How many times as fast as usual. */
static const double speeds[] = { 0.5, 1, 2, 4 };
#define USUAL 1

static void
update_play (JalonTimelinePane *self)
{
  const JalonLanguage *language = jalon_model_get_language (self->model);
  gboolean playing = jalon_player_is_playing (jalon_timeline_view_get_player (JALON_TIMELINE_VIEW (self->timeline)));

  gtk_button_set_icon_name (GTK_BUTTON (self->play), playing ? "media-playback-pause-symbolic" : "media-playback-start-symbolic");
  jalon_icon_button_set_words (self->play, playing ? jalon_tr (language, "Pause") : jalon_tr (language, "Play the Announcements"));
}

/* Speeds are written the same in every language but for the decimal sign. */
static void
update_speeds (JalonTimelinePane *self)
{
  const JalonLanguage *language = jalon_model_get_language (self->model);
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->speed));
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (speeds); i++)
    {
      g_autofree char *number = jalon_words_number (language, speeds[i]);
      g_autofree char *words = g_strdup_printf ("%s×", number);

      gtk_string_list_append (list, words);
    }
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->speed), G_LIST_MODEL (list));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->speed), selected < G_N_ELEMENTS (speeds) ? selected : USUAL);
  jalon_icon_button_set_words (self->speed, jalon_tr (language, "Speed"));
  jalon_drop_down_set_words (self->speed, jalon_tr (language, "Speed"), language);
}

static void
update (JalonTimelinePane *self)
{
  gtk_label_set_text (GTK_LABEL (self->heading), jalon_tr (jalon_model_get_language (self->model), "Announcements"));
  update_play (self);
  update_speeds (self);
}

static void
speed_cb (JalonTimelinePane *self)
{
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->speed));

  if (selected < G_N_ELEMENTS (speeds))
    jalon_player_set_speed (jalon_timeline_view_get_player (JALON_TIMELINE_VIEW (self->timeline)), speeds[selected]);
}

static gboolean
play_key_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  jalon_timeline_pane_play (JALON_TIMELINE_PANE (widget));
  return TRUE;
}

static void
build_controls (JalonTimelinePane *self, GtkWidget *header)
{
  self->timeline = jalon_timeline_view_new (self->model);
  self->play = jalon_icon_button_new ("media-playback-start-symbolic", G_CALLBACK (jalon_timeline_pane_play), self);
  gtk_widget_add_css_class (self->play, "circular");
  gtk_widget_add_css_class (self->play, "play");
  gtk_widget_set_valign (self->play, GTK_ALIGN_CENTER);
  self->speed = jalon_drop_down_new ();
  gtk_widget_add_css_class (self->speed, "speed");
  gtk_widget_set_valign (self->speed, GTK_ALIGN_CENTER);
  g_signal_connect_object (self->speed, "notify::selected", G_CALLBACK (speed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (jalon_timeline_view_get_player (JALON_TIMELINE_VIEW (self->timeline)), "changed",
                           G_CALLBACK (update_play), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (header), self->play);
  gtk_box_append (GTK_BOX (header), self->speed);
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
  GtkWidget *header = jalon_wrap_new ();
  GtkWidget *controls = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *as_of = jalon_as_of_entry_new (self->model);

  gtk_widget_add_css_class (box, "timeline-pane");
  self->heading = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->heading, "heading");
  gtk_widget_set_hexpand (as_of, TRUE);
  gtk_label_set_ellipsize (GTK_LABEL (self->heading), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (controls), self->heading);
  build_controls (self, controls);
  gtk_widget_set_parent (controls, header);
  gtk_widget_set_parent (as_of, header);
  gtk_box_append (GTK_BOX (box), header);
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
  gtk_widget_class_add_binding (GTK_WIDGET_CLASS (klass), GDK_KEY_space, 0, play_key_cb, NULL);
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

/**
 * jalon_timeline_pane_play:
 * @self: a timeline pane
 *
 * Plays the announcements, or stops where it is.
 */
void
jalon_timeline_pane_play (JalonTimelinePane *self)
{
  jalon_timeline_view_play (JALON_TIMELINE_VIEW (self->timeline));
}
