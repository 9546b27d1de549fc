/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/jalon-console.h"

#include <math.h>

#include "widgets/jalon-icon-button.h"
#include "widgets/jalon-quiet.h"

/**
 * JalonConsole:
 *
 * The speaker's window: the slide that is shown, the next one, notes, clock, elapsed and remaining time, and a button that freezes what
 * the audience sees; in a language of its own. Its keys are those of the presentation, but L, which changes the audience's language.
 */
struct _JalonConsole
{
  GtkWindow parent_instance;

  JalonPresenter *presenter; /* borrowed: it outlives this */
  guint beat;                /* a source, or 0 */

  /* borrowed from the tree of children */
  JalonSlideView *current;
  JalonSlideView *next;
  GtkWidget *next_label;
  GtkWidget *notes;
  GtkWidget *clock;
  GtkWidget *elapsed;
  GtkWidget *remaining;
  GtkWidget *back;
  GtkWidget *on;
  GtkWidget *freeze;
  GtkWidget *language;
};

G_DEFINE_FINAL_TYPE (JalonConsole, jalon_console, GTK_TYPE_WINDOW)

static void
set_time (GtkWidget *label, const char *words, double seconds)
{
  int all = (int) floor (MAX (seconds, 0));
  g_autofree char *time = all < 3600 ? g_strdup_printf ("%d:%02d", all / 60, all % 60)
                                     : g_strdup_printf ("%d:%02d:%02d", all / 3600, all / 60 % 60, all % 60);
  g_autofree char *text = g_strdup_printf ("%s %s", words, time);

  gtk_label_set_text (GTK_LABEL (label), text);
}

static gboolean
beat_cb (gpointer data)
{
  JalonConsole *self = data;
  const JalonLanguage *language = jalon_slide_view_get_language (self->current);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *time = g_date_time_format (now, "%H:%M");

  gtk_label_set_text (GTK_LABEL (self->clock), time);
  set_time (self->elapsed, jalon_tr (language, "Elapsed"), jalon_presenter_get_elapsed (self->presenter));
  set_time (self->remaining, jalon_tr (language, "Remaining"), jalon_presenter_get_remaining (self->presenter));
  return G_SOURCE_CONTINUE;
}

static void
follow (JalonConsole *self)
{
  jalon_slide_view_show (self->current, jalon_presenter_get_key (self->presenter), 0);
  jalon_slide_view_show (self->next, jalon_presenter_get_next_key (self->presenter), 0);
  gtk_label_set_text (GTK_LABEL (self->notes), jalon_slide_view_get_shown (self->current)->notes);
  beat_cb (self);
}

static void
update_words (JalonConsole *self)
{
  const JalonLanguage *language = jalon_slide_view_get_language (self->current);
  gboolean french = g_str_equal (jalon_language_get_text_code (language), "fr");

  gtk_window_set_title (GTK_WINDOW (self), jalon_tr (language, "Speaker’s console"));
  gtk_label_set_text (GTK_LABEL (self->next_label), jalon_tr (language, "Next"));
  jalon_icon_button_set_words (self->back, jalon_tr (language, "Previous slide"));
  jalon_icon_button_set_words (self->on, jalon_tr (language, "Next slide"));
  gtk_button_set_label (GTK_BUTTON (self->freeze), jalon_tr (language, "Freeze what the audience sees"));
  gtk_button_set_label (GTK_BUTTON (self->language), jalon_language_get_name (jalon_language_get (french ? "en" : "fr")));
  follow (self);
}

static void
language_cb (JalonConsole *self)
{
  gboolean french = g_str_equal (jalon_language_get_text_code (jalon_slide_view_get_language (self->current)), "fr");
  const JalonLanguage *language = jalon_language_get (french ? "en" : "fr");

  jalon_slide_view_set_language (self->current, language);
  jalon_slide_view_set_language (self->next, language);
  update_words (self);
}

static void
freeze_cb (GtkToggleButton *button, JalonConsole *self)
{
  jalon_presenter_set_frozen (self->presenter, gtk_toggle_button_get_active (button));
}

static void
back_cb (JalonConsole *self)
{
  jalon_presenter_step (self->presenter, -1);
}

static void
on_cb (JalonConsole *self)
{
  jalon_presenter_step (self->presenter, 1);
}

/* The presentation ends with either window. */
static gboolean
jalon_console_close_request (GtkWindow *window)
{
  gtk_window_close (GTK_WINDOW (JALON_CONSOLE (window)->presenter));
  return TRUE;
}

static void
jalon_console_dispose (GObject *object)
{
  g_clear_handle_id (&JALON_CONSOLE (object)->beat, g_source_remove);
  G_OBJECT_CLASS (jalon_console_parent_class)->dispose (object);
}

static void
jalon_console_class_init (JalonConsoleClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = jalon_console_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = jalon_console_close_request;
}

static void
jalon_console_init (JalonConsole *self)
{
}

static GtkWidget *
add_label (GtkWidget *box, const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static GtkWidget *
make_bar (JalonConsole *self)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->clock = add_label (bar, "console-clock");
  self->elapsed = add_label (bar, "console-time");
  self->remaining = add_label (bar, "console-time");
  gtk_widget_set_hexpand (self->remaining, TRUE);
  self->back = jalon_icon_button_new ("go-previous-symbolic", G_CALLBACK (back_cb), self);
  self->on = jalon_icon_button_new ("go-next-symbolic", G_CALLBACK (on_cb), self);
  self->freeze = gtk_toggle_button_new ();
  g_signal_connect_object (self->freeze, "toggled", G_CALLBACK (freeze_cb), self, 0);
  self->language = gtk_button_new ();
  g_signal_connect_object (self->language, "clicked", G_CALLBACK (language_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (bar), self->back);
  gtk_box_append (GTK_BOX (bar), self->on);
  gtk_box_append (GTK_BOX (bar), self->freeze);
  gtk_box_append (GTK_BOX (bar), self->language);
  return bar;
}

static GtkWidget *
make_notes (JalonConsole *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->notes = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->notes), 0);
  gtk_label_set_yalign (GTK_LABEL (self->notes), 0);
  gtk_label_set_wrap (GTK_LABEL (self->notes), TRUE);
  gtk_widget_add_css_class (self->notes, "console-notes");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->notes);
  gtk_widget_set_vexpand (scrolled, TRUE);
  return scrolled;
}

static void
build (JalonConsole *self)
{
  GtkWidget *grid = gtk_grid_new ();
  GtkWidget *side = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  self->next_label = add_label (side, "heading");
  gtk_box_append (GTK_BOX (side), GTK_WIDGET (self->next));
  gtk_box_append (GTK_BOX (side), make_notes (self));
  gtk_grid_set_row_spacing (GTK_GRID (grid), 12);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 18);
  gtk_grid_set_column_homogeneous (GTK_GRID (grid), TRUE);
  gtk_grid_attach (GTK_GRID (grid), GTK_WIDGET (self->current), 0, 0, 3, 1);
  gtk_grid_attach (GTK_GRID (grid), side, 3, 0, 2, 1);
  gtk_grid_attach (GTK_GRID (grid), make_bar (self), 0, 1, 5, 1);
  gtk_widget_add_css_class (grid, "console");
  gtk_window_set_child (GTK_WINDOW (self), grid);
  gtk_window_set_decorated (GTK_WINDOW (self), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (self), 1280, 720);
}

/**
 * jalon_console_new:
 * @presenter: the audience's window
 * @current: (transfer floating): a view of the same talk, for the slide that is shown
 * @next: (transfer floating): another one, for the one after it
 *
 * Returns: (transfer none): the window, not shown yet; the application owns it
 */
JalonConsole *
jalon_console_new (JalonPresenter *presenter, JalonSlideView *current, JalonSlideView *next)
{
  JalonConsole *self
      = g_object_new (JALON_TYPE_CONSOLE, "application", gtk_window_get_application (GTK_WINDOW (presenter)), NULL);

  self->presenter = presenter;
  self->current = current;
  self->next = next;
  build (self);
  jalon_quiet_tree (GTK_WIDGET (self));
  update_words (self);
  jalon_presenter_watch_keys (presenter, GTK_WIDGET (self));
  g_signal_connect_object (presenter, "changed", G_CALLBACK (follow), self, G_CONNECT_SWAPPED);
  self->beat = g_timeout_add_seconds (1, beat_cb, self);
  return self;
}
