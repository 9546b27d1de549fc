/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/jalon-presenter-private.h"

#include "widgets/jalon-compat.h"
#include "widgets/jalon-quiet.h"

#define AWAKE_EVERY 30u        /* seconds, at most */
#define LONGEST_BEAT 100.0     /* milliseconds from one step of the progress line to the next */
#define SWIPE 60.0             /* logical pixels */

/**
 * JalonPresenter:
 *
 * The audience's window: slides full screen, one after the other, by keys, clicker, click, swipe or by itself. The screen stays awake as
 * long as the window is there.
 *
 * Keys: Page Down, Right, Down, Space, N, Enter: next; Page Up, Left, Up, Backspace: back; Home, End; a number and Enter: that slide; B or
 * full stop: black; W or comma: white; P or F5: by itself, or not; L: the other language; Escape: the end.
 */

enum
{
  CHANGED,
  TOUCHED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (JalonPresenter, jalon_presenter, GTK_TYPE_WINDOW)

static void
changed (JalonPresenter *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static int
get_index (JalonPresenter *self)
{
  const GPtrArray *slides = jalon_slide_view_get_slides (self->view);

  for (guint i = 0; i < slides->len; i++)
    if (g_strcmp0 (((const JalonSlide *) g_ptr_array_index (slides, i))->key, self->key) == 0)
      return (int) i;
  for (guint i = 0; i < slides->len; i++)
    if (g_ptr_array_index (slides, i) == jalon_slide_view_get_shown (self->view))
      return (int) i; /* another language has other slides */
  return 0;
}

static const JalonSlide *
get_slide (JalonPresenter *self, int index)
{
  const GPtrArray *slides = jalon_slide_view_get_slides (self->view);

  return g_ptr_array_index (slides, CLAMP (index, 0, (int) slides->len - 1));
}

static double
get_pace (JalonPresenter *self, int index)
{
  const JalonSlide *slide = get_slide (self, index);

  if (slide->seconds > 0)
    return slide->seconds;
  return self->options.pace > 0 ? self->options.pace : JALON_PRESENTER_USUAL_PACE;
}

/**
 * jalon_presenter_set_blank:
 * @blank: black or white; the slide again if it is that already
 */
void
jalon_presenter_set_blank (JalonPresenter *self, JalonBlank blank)
{
  self->blank = self->blank == blank ? JALON_BLANK_NONE : blank;
  jalon_slide_view_set_blank (self->view, self->blank);
  changed (self);
}

static gboolean
beat_cb (gpointer data)
{
  JalonPresenter *self = data;
  double elapsed = (double) (g_get_monotonic_time () - self->shown_at) / G_USEC_PER_SEC;
  double pace = get_pace (self, get_index (self));

  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (self->progress), CLAMP (elapsed / pace, 0, 1));
  if (elapsed < pace || self->blank != JALON_BLANK_NONE)
    return G_SOURCE_CONTINUE;
  if (jalon_presenter_step (self, 1))
    return G_SOURCE_CONTINUE;
  self->beat = 0; /* the last slide */
  jalon_presenter_set_playing (self, FALSE);
  return G_SOURCE_REMOVE;
}

static void
update_words (JalonPresenter *self)
{
  jalon_presenter_update_buttons (self);
  gtk_window_set_title (GTK_WINDOW (self), jalon_slide_view_get_shown (self->view)->heading);
}

/**
 * jalon_presenter_set_playing:
 * @playing: whether slides change by themselves
 *
 * Goes on by itself, or waits.
 */
void
jalon_presenter_set_playing (JalonPresenter *self, gboolean playing)
{
  self->playing = playing;
  self->shown_at = g_get_monotonic_time ();
  g_clear_handle_id (&self->beat, g_source_remove);
  if (playing)
    self->beat = g_timeout_add ((guint) MAX (MIN (LONGEST_BEAT, get_pace (self, 0) * 1000), 10), beat_cb, self);
  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (self->progress), 0);
  gtk_widget_set_visible (self->progress, playing);
  update_words (self);
  changed (self);
}

/**
 * jalon_presenter_toggle_language:
 *
 * Has the slides speak the other language.
 */
void
jalon_presenter_toggle_language (JalonPresenter *self)
{
  gboolean french = g_str_equal (jalon_language_get_text_code (jalon_slide_view_get_language (self->view)), "fr");

  jalon_slide_view_set_language (self->view, jalon_language_get (french ? "en" : "fr"));
  update_words (self);
  changed (self);
}

/**
 * jalon_presenter_go_to_index:
 * @index: of a slide; the nearest one where there is none
 *
 * Goes to the slide of this number in the language that is shown.
 */
void
jalon_presenter_go_to_index (JalonPresenter *self, int index)
{
  jalon_presenter_go (self, get_slide (self, index)->key);
}

/**
 * jalon_presenter_touch:
 *
 * Says that somebody is there, in a kiosk.
 */
void
jalon_presenter_touch (JalonPresenter *self)
{
  g_signal_emit (self, signals[TOUCHED], 0);
}

static void
drag_end_cb (GtkGestureDrag *gesture, double x, double y, JalonPresenter *self)
{
  gboolean secondary = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture)) == GDK_BUTTON_SECONDARY;

  if (self->options.kiosk)
    jalon_presenter_touch (self);
  else
    jalon_presenter_step (self, x > SWIPE || secondary ? -1 : 1);
}

/* A slide that comes under a pointer at rest is told to it too. */
static void
motion_cb (GtkEventControllerMotion *motion, double x, double y, JalonPresenter *self)
{
  gboolean moved = x != self->pointer_x || y != self->pointer_y;

  self->pointer_x = x;
  self->pointer_y = y;
  if (moved)
    jalon_presenter_show_buttons (self);
}

static gboolean
awake_cb (gpointer data)
{
  jalon_compat_reset_screen_saver (gtk_widget_get_display (GTK_WIDGET (data)));
  return G_SOURCE_CONTINUE;
}

static void
jalon_presenter_map (GtkWidget *widget)
{
  JalonPresenter *self = JALON_PRESENTER (widget);
  const JalonLanguage *language = jalon_slide_view_get_language (self->view);
  guint patience;

  GTK_WIDGET_CLASS (jalon_presenter_parent_class)->map (widget);
  self->cookie = gtk_application_inhibit (gtk_window_get_application (GTK_WINDOW (self)), GTK_WINDOW (self),
                                          GTK_APPLICATION_INHIBIT_IDLE, jalon_tr (language, "A presentation is shown"));
  patience = jalon_compat_get_screen_saver_delay (gtk_widget_get_display (widget));
  self->awake = g_timeout_add_seconds (patience > 0 ? CLAMP (patience / 2, 1, AWAKE_EVERY) : AWAKE_EVERY, awake_cb, self);
  awake_cb (self);
}

static void
jalon_presenter_unmap (GtkWidget *widget)
{
  JalonPresenter *self = JALON_PRESENTER (widget);

  if (self->cookie != 0)
    gtk_application_uninhibit (gtk_window_get_application (GTK_WINDOW (self)), self->cookie);
  self->cookie = 0;
  g_clear_handle_id (&self->awake, g_source_remove);
  GTK_WIDGET_CLASS (jalon_presenter_parent_class)->unmap (widget);
}

static void
jalon_presenter_dispose (GObject *object)
{
  JalonPresenter *self = JALON_PRESENTER (object);

  g_clear_handle_id (&self->beat, g_source_remove);
  g_clear_handle_id (&self->awake, g_source_remove);
  g_clear_handle_id (&self->hide, g_source_remove);
  g_clear_pointer (&self->key, g_free);
  G_OBJECT_CLASS (jalon_presenter_parent_class)->dispose (object);
}

static void
jalon_presenter_class_init (JalonPresenterClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jalon_presenter_dispose;
  widget_class->map = jalon_presenter_map;
  widget_class->unmap = jalon_presenter_unmap;

  /**
   * JalonPresenter::changed:
   *
   * Emitted when another slide is shown, or in another way.
   */
  signals[CHANGED] = g_signal_new ("changed", JALON_TYPE_PRESENTER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * JalonPresenter::touched:
   *
   * Emitted in a kiosk when somebody touches the screen or a key.
   */
  signals[TOUCHED] = g_signal_new ("touched", JALON_TYPE_PRESENTER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
jalon_presenter_init (JalonPresenter *self)
{
  self->began_at = self->shown_at = g_get_monotonic_time ();
}

static void
build (JalonPresenter *self)
{
  GtkWidget *overlay = gtk_overlay_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkGesture *drag = g_object_new (GTK_TYPE_GESTURE_DRAG, "button", 0, NULL);

  gtk_overlay_set_child (GTK_OVERLAY (overlay), GTK_WIDGET (self->view));
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), jalon_presenter_make_buttons (self));
  if (self->options.kiosk)
    {
      gtk_overlay_add_overlay (GTK_OVERLAY (overlay), jalon_presenter_make_language (self));
      g_object_set (self->language, "halign", GTK_ALIGN_END, "valign", GTK_ALIGN_END, NULL);
      gtk_widget_add_css_class (self->language, "kiosk-language");
    }
  self->progress = g_object_new (GTK_TYPE_PROGRESS_BAR, "valign", GTK_ALIGN_END, "can-target", FALSE, NULL);
  gtk_widget_add_css_class (self->progress, "slide-progress");
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), self->progress);
  gtk_window_set_child (GTK_WINDOW (self), overlay);
  g_object_set (self, "decorated", FALSE, "default-width", 1280, "default-height", 720, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self), "presenter");
  g_signal_connect_object (drag, "drag-end", G_CALLBACK (drag_end_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self->view), GTK_EVENT_CONTROLLER (drag));
  g_signal_connect_object (motion, "motion", G_CALLBACK (motion_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  jalon_presenter_watch_keys (self, GTK_WIDGET (self));
}

/**
 * jalon_presenter_new:
 * @application: the application
 * @view: (transfer floating): the slides
 * @options: how they are shown
 *
 * Returns: (transfer none): the window, at the first slide, not shown yet; the application owns it
 */
JalonPresenter *
jalon_presenter_new (GtkApplication *application, JalonSlideView *view, const JalonPresenterOptions *options)
{
  JalonPresenter *self = g_object_new (JALON_TYPE_PRESENTER, "application", application, NULL);

  self->options = *options;
  self->view = view;
  self->key = g_strdup (jalon_slide_view_get_shown (view)->key);
  build (self);
  jalon_quiet_tree (GTK_WIDGET (self));
  jalon_presenter_set_playing (self, options->pace > 0 || options->loop || options->kiosk);
  return self;
}

/**
 * jalon_presenter_get_view:
 *
 * Returns: (transfer none): the slides
 */
JalonSlideView *
jalon_presenter_get_view (JalonPresenter *self)
{
  return self->view;
}

/**
 * jalon_presenter_set_dataset:
 * @dataset: other facts
 * @query: what is asked of them
 *
 * Has the audience's slides tell other facts, and stays at the same slide where there still is one.
 */
void
jalon_presenter_set_dataset (JalonPresenter *self, JalonDataset *dataset, JalonQuery *query)
{
  const char *key;

  jalon_slide_view_set_dataset (self->view, dataset, query);
  key = jalon_slide_view_get_shown (self->view)->key;
  if (g_strcmp0 (self->key, key) != 0)
    {
      g_free (self->key);
      self->key = g_strdup (key);
      self->shown_at = g_get_monotonic_time ();
    }
  update_words (self);
  changed (self);
}

/**
 * jalon_presenter_go:
 * @key: of a slide, in whatever language
 *
 * Goes to a slide.
 */
void
jalon_presenter_go (JalonPresenter *self, const char *key)
{
  char *copy = g_strdup (key);

  g_free (self->key);
  self->key = copy;
  self->shown_at = g_get_monotonic_time ();
  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (self->progress), 0);
  if (!self->frozen)
    {
      self->blank = JALON_BLANK_NONE;
      jalon_slide_view_set_blank (self->view, JALON_BLANK_NONE);
      jalon_slide_view_show (self->view, copy, self->playing ? get_pace (self, get_index (self)) / 2 : G_MAXDOUBLE);
      gtk_window_set_title (GTK_WINDOW (self), jalon_slide_view_get_shown (self->view)->heading);
    }
  changed (self);
}

/**
 * jalon_presenter_step:
 * @step: 1 for the next slide, -1 for the one before
 *
 * Goes on or back; round the ends only in a loop.
 *
 * Returns: whether there was where to go
 */
gboolean
jalon_presenter_step (JalonPresenter *self, int step)
{
  int n = (int) jalon_slide_view_get_slides (self->view)->len, to = get_index (self) + step;

  if (self->options.loop || self->options.kiosk)
    {
      if (self->options.in_turn && to >= n)
        jalon_presenter_toggle_language (self);
      to = (to + n) % n;
    }
  else if (to < 0 || to >= n)
    return FALSE;
  jalon_presenter_go_to_index (self, to);
  return TRUE;
}

/**
 * jalon_presenter_get_key:
 *
 * Returns: (transfer none): the key of the slide that the speaker is at
 */
const char *
jalon_presenter_get_key (JalonPresenter *self)
{
  return self->key;
}

/**
 * jalon_presenter_get_next_key:
 *
 * Returns: (transfer none): the key of the slide that comes next; of the last one there
 */
const char *
jalon_presenter_get_next_key (JalonPresenter *self)
{
  return get_slide (self, get_index (self) + 1)->key;
}

/**
 * jalon_presenter_get_elapsed:
 *
 * Returns: seconds since the presentation began
 */
double
jalon_presenter_get_elapsed (JalonPresenter *self)
{
  return (double) (g_get_monotonic_time () - self->began_at) / G_USEC_PER_SEC;
}

/**
 * jalon_presenter_get_remaining:
 *
 * Returns: seconds that this slide and those after it take at their pace
 */
double
jalon_presenter_get_remaining (JalonPresenter *self)
{
  double seconds = -(double) (g_get_monotonic_time () - self->shown_at) / G_USEC_PER_SEC;
  int n = (int) jalon_slide_view_get_slides (self->view)->len;

  seconds = MAX (seconds, -get_pace (self, get_index (self)));
  for (int i = get_index (self); i < n; i++)
    seconds += get_pace (self, i);
  return seconds;
}

/**
 * jalon_presenter_set_frozen:
 * @frozen: whether the audience stays at its slide while the speaker looks at others
 */
void
jalon_presenter_set_frozen (JalonPresenter *self, gboolean frozen)
{
  if (self->frozen == frozen)
    return;
  self->frozen = frozen;
  jalon_presenter_go (self, self->key);
}
