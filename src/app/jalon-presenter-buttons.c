/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/jalon-presenter-private.h"

#include "widgets/jalon-icon-button.h"

#define HIDE_AFTER 2u /* seconds without motion */

static void
go_back (JalonPresenter *self)
{
  jalon_presenter_step (self, -1);
}

static void
go_on (JalonPresenter *self)
{
  jalon_presenter_step (self, 1);
}

static void
toggle_playing (JalonPresenter *self)
{
  jalon_presenter_set_playing (self, !self->playing);
}

static gboolean
hide_cb (gpointer data)
{
  JalonPresenter *self = data;

  self->hide = 0;
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->buttons), FALSE);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "none");
  return G_SOURCE_REMOVE;
}

/**
 * jalon_presenter_show_buttons:
 *
 * Shows the buttons, and the pointer, until nothing has moved for a while; a kiosk has none but the one for the language.
 */
void
jalon_presenter_show_buttons (JalonPresenter *self)
{
  g_clear_handle_id (&self->hide, g_source_remove);
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->buttons), !self->options.kiosk);
  gtk_widget_set_cursor (GTK_WIDGET (self), NULL);
  self->hide = g_timeout_add_seconds (HIDE_AFTER, hide_cb, self);
}

static GtkWidget *
add_button (JalonPresenter *self, GtkWidget *box, const char *icon, GCallback callback)
{
  GtkWidget *button = jalon_icon_button_new (icon, callback, self);

  gtk_widget_set_focus_on_click (button, FALSE);
  gtk_box_append (GTK_BOX (box), button);
  return button;
}

/**
 * jalon_presenter_make_language:
 *
 * Returns: (transfer floating): the button for the other language
 */
GtkWidget *
jalon_presenter_make_language (JalonPresenter *self)
{
  self->language = gtk_button_new ();
  gtk_widget_set_focus_on_click (self->language, FALSE);
  g_signal_connect_object (self->language, "clicked", G_CALLBACK (jalon_presenter_toggle_language), self, G_CONNECT_SWAPPED);
  return self->language;
}

/**
 * jalon_presenter_make_buttons:
 *
 * Returns: (transfer floating): the buttons that come with the pointer
 */
GtkWidget *
jalon_presenter_make_buttons (JalonPresenter *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->back = add_button (self, box, "go-previous-symbolic", G_CALLBACK (go_back));
  self->next = add_button (self, box, "go-next-symbolic", G_CALLBACK (go_on));
  self->play = add_button (self, box, "media-playback-start-symbolic", G_CALLBACK (toggle_playing));
  if (!self->options.kiosk)
    gtk_box_append (GTK_BOX (box), jalon_presenter_make_language (self));
  self->close = add_button (self, box, "window-close-symbolic", G_CALLBACK (gtk_window_close));
  gtk_widget_add_css_class (box, "slide-buttons");
  self->buttons = gtk_revealer_new ();
  gtk_revealer_set_transition_type (GTK_REVEALER (self->buttons), GTK_REVEALER_TRANSITION_TYPE_CROSSFADE);
  gtk_revealer_set_child (GTK_REVEALER (self->buttons), box);
  gtk_widget_set_halign (self->buttons, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (self->buttons, GTK_ALIGN_END);
  return self->buttons;
}

/* Words for who can't see the icon; no tooltip, for nothing pops up over a slide. */
static void
name (GtkWidget *widget, const char *words)
{
  jalon_icon_button_set_words (widget, words);
  gtk_widget_set_has_tooltip (widget, FALSE);
}

/**
 * jalon_presenter_update_buttons:
 *
 * Has the buttons say what they do, in the language of the slides.
 */
void
jalon_presenter_update_buttons (JalonPresenter *self)
{
  const JalonLanguage *language = jalon_slide_view_get_language (self->view);
  gboolean french = g_str_equal (jalon_language_get_text_code (language), "fr");

  gtk_button_set_icon_name (GTK_BUTTON (self->play),
                            self->playing ? "media-playback-pause-symbolic" : "media-playback-start-symbolic");
  name (self->back, jalon_tr (language, "Previous slide"));
  name (self->next, jalon_tr (language, "Next slide"));
  name (self->play, self->playing ? jalon_tr (language, "Wait for me") : jalon_tr (language, "Go on by itself"));
  name (self->close, jalon_tr (language, "End the presentation"));
  name (self->progress, jalon_tr (language, "Until the next slide"));
  gtk_button_set_label (GTK_BUTTON (self->language), jalon_language_get_name (jalon_language_get (french ? "en" : "fr")));
}
