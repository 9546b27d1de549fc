/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "widgets/jalon-time-handle.h"
#include "widgets/jalon-timeline-view-private.h"

#define SHORTEST_WINDOW 14.0  /* days */
#define ZOOM_STEP 1.25
#define PAN_STEP 0.1 /* of what is shown */
#define CLICK 40.0   /* logical pixels: what a click of the wheel pans, and how far fingers go on a touchpad for as much */

/**
 * JalonTimelineView:
 *
 * The announcements on an axis of time. The wheel and a pinch zoom round the pointer, a drag or a sideways wheel pans, plus and minus zoom, 0
 * goes back to what it opened with, Shift with Left and Right pans. Which window is shown is the view's own: it filters nothing. The
 * handle on the axis sets the day as of which everything is shown; those at the sides are the ends of a brush, which filters by date:
 * a drag in it moves it, a double click or Escape takes it away.
 *
 * CSS nodes: scene, with the children brush, line, handle.as-of, handle.from and handle.to, with .set where the query has such a date.
 * Keys: Tab goes to the handles, then to the marks.
 */
G_DEFINE_FINAL_TYPE (JalonTimelineView, jalon_timeline_view, JALON_TYPE_SCENE_VIEW)

static JalonModel *
get_model (JalonTimelineView *self)
{
  return jalon_scene_view_get_model (JALON_SCENE_VIEW (self));
}

/* The figures that the axis is made from: those on screen wherever these have neither as-of date nor window. */
static void
update_base (JalonTimelineView *self)
{
  JalonModel *model = get_model (self);
  JalonQuery *query = jalon_model_get_query (model);
  g_autoptr (JalonQuery) base = jalon_query_copy (query);

  if (jalon_model_get_dataset (model) == NULL)
    return;
  jalon_query_set_as_of (base, NULL);
  jalon_query_set_window (base, NULL, NULL);
  jalon_query_set_selected (base, NULL);
  jalon_query_set_group (base, JALON_KEY_PLACE);
  if (self->base != NULL && jalon_figures_get_dataset (self->base) == jalon_model_get_dataset (model)
      && jalon_query_equal (base, self->base_query))
    return;
  g_set_object (&self->base_query, base);
  g_clear_pointer (&self->base, jalon_figures_unref);
  if (jalon_query_get_as_of (query) == NULL && jalon_query_get_from (query) == NULL && jalon_query_get_to (query) == NULL)
    self->base = jalon_figures_ref (jalon_model_get_figures (model));
  else
    self->base = jalon_figures_compute (jalon_model_get_dataset (model), base);
  self->opening = jalon_timeline_get_opening (self->base);
}

static gboolean
has_window (JalonTimelineView *self)
{
  return self->window.last > self->window.first;
}

/**
 * jalon_timeline_view_get_window:
 * @self: a timeline view with a dataset
 *
 * Returns: the time that is shown
 */
JalonTimeWindow
jalon_timeline_view_get_window (JalonTimelineView *self)
{
  return has_window (self) ? self->window : self->opening;
}

/* Keeps the window within what there is. */
static void
set_window (JalonTimelineView *self, double first, double last)
{
  JalonTimeWindow extent = jalon_timeline_get_extent (self->base);
  double span = MAX (last - first, MIN (SHORTEST_WINDOW, extent.last - extent.first));

  span = MIN (span, extent.last - extent.first);
  first = CLAMP (first, extent.first, extent.last - span);
  self->window = (JalonTimeWindow) { first, first + span };
  jalon_scene_view_invalidate (JALON_SCENE_VIEW (self));
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
pan (JalonTimelineView *self, const JalonTimeWindow *from, double pixels)
{
  double width = MAX (1, gtk_widget_get_width (GTK_WIDGET (self)));
  double days = jalon_timeline_x_to_day (from, width, pixels) - jalon_timeline_x_to_day (from, width, 0);

  set_window (self, from->first + days, from->last + days);
}

static JalonScene *
jalon_timeline_view_layout (JalonSceneView *view, const JalonLayoutInput *input, double width, double height)
{
  JalonTimelineView *self = JALON_TIMELINE_VIEW (view);
  JalonLayoutInput with_history = *input;
  JalonTimeWindow window;

  update_base (self);
  jalon_timeline_view_update_history (self);
  with_history.history = self->history;
  window = jalon_timeline_view_get_window (self);
  return jalon_timeline_layout (&with_history, &window, width, height);
}

static void
jalon_timeline_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  GTK_WIDGET_CLASS (jalon_timeline_view_parent_class)->size_allocate (widget, width, height, baseline);
  jalon_timeline_view_allocate_handles (JALON_TIMELINE_VIEW (widget), width, height);
}

/* Handles first, then marks; and back. */
static gboolean
jalon_timeline_view_focus (GtkWidget *widget, GtkDirectionType direction)
{
  JalonTimelineView *self = JALON_TIMELINE_VIEW (widget);
  GtkWidget *focused = gtk_widget_get_focus_child (widget);
  gboolean on_handle = JALON_IS_TIME_HANDLE (focused);
  gboolean forward = direction != GTK_DIR_TAB_BACKWARD;

  if ((on_handle || (focused == NULL && forward)) && jalon_timeline_view_focus_handles (self, direction))
    return TRUE;
  if ((!on_handle || forward) && GTK_WIDGET_CLASS (jalon_timeline_view_parent_class)->focus (widget, direction))
    return TRUE;
  return !on_handle && !forward && jalon_timeline_view_focus_handles (self, direction);
}

/* A wheel turns by clicks, fingers on a touchpad move by pixels. */
static double
get_click (GtkEventControllerScroll *controller)
{
  GdkEvent *event = gtk_event_controller_get_current_event (GTK_EVENT_CONTROLLER (controller));

  return event != NULL && gdk_scroll_event_get_unit (event) == GDK_SCROLL_UNIT_SURFACE ? CLICK : 1;
}

static gboolean
scroll_cb (GtkEventControllerScroll *controller, double dx, double dy, JalonTimelineView *self)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));
  double click = get_click (controller);
  JalonTimeWindow window;

  if (self->base == NULL)
    return GDK_EVENT_PROPAGATE;
  window = jalon_timeline_view_get_window (self);
  if (state & GDK_SHIFT_MASK)
    pan (self, &window, (dx + dy) / click * CLICK);
  else if (ABS (dx) > ABS (dy))
    pan (self, &window, dx / click * CLICK);
  else
    jalon_timeline_view_zoom (self, pow (ZOOM_STEP, -dy / click), self->pointer);
  return GDK_EVENT_STOP;
}

static void
motion_cb (GtkEventControllerMotion *controller, double x, double y, JalonTimelineView *self)
{
  self->pointer = x;
}

static void
drag_begin_cb (GtkGestureDrag *gesture, double x, double y, JalonTimelineView *self)
{
  if (self->base == NULL)
    return;
  self->dragged = jalon_timeline_view_get_window (self);
  jalon_timeline_view_begin_grip (self, x, y);
}

static void
drag_update_cb (GtkGestureDrag *gesture, double dx, double dy, JalonTimelineView *self)
{
  if (self->base == NULL || gtk_gesture_is_recognized (self->pinch)
      || (self->grip >= JALON_N_HANDLES && !gtk_drag_check_threshold (GTK_WIDGET (self), 0, 0, (int) dx, (int) dy)))
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  if (self->grip == JALON_GRIP_AXIS)
    pan (self, &self->dragged, -dx);
  else
    jalon_timeline_view_drag_grip (self, dx);
}

/* A finger's two ends of the timeline. */
static void
pinch_begin_cb (GtkGestureZoom *gesture, GdkEventSequence *sequence, JalonTimelineView *self)
{
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  if (self->base != NULL)
    self->dragged = jalon_timeline_view_get_window (self);
}

/* The finger that stays does nothing more. */
static void
pinch_end_cb (GtkGestureZoom *gesture, GdkEventSequence *sequence, JalonTimelineView *self)
{
  gtk_gesture_set_state (self->drag, GTK_EVENT_SEQUENCE_DENIED);
}

static void
pinch_cb (GtkGestureZoom *gesture, double scale, JalonTimelineView *self)
{
  double x = gtk_widget_get_width (GTK_WIDGET (self)) / 2.0, y;

  gtk_gesture_get_bounding_box_center (GTK_GESTURE (gesture), &x, &y);
  jalon_timeline_view_pinch (self, scale, x);
}

static void
pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, JalonTimelineView *self)
{
  if (n_press == 2 && self->base != NULL && jalon_timeline_view_is_in_brush (self, x, y))
    jalon_timeline_view_clear_brush (self);
}

static gboolean
clear_key_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  return jalon_timeline_view_clear_brush (JALON_TIMELINE_VIEW (widget));
}

static gboolean
pan_key_cb (GtkWidget *widget, GVariant *part, gpointer data)
{
  JalonTimelineView *self = JALON_TIMELINE_VIEW (widget);
  JalonTimeWindow window;

  if (self->base == NULL)
    return FALSE;
  window = jalon_timeline_view_get_window (self);
  pan (self, &window, g_variant_get_double (part) * gtk_widget_get_width (widget));
  return TRUE;
}

static void
player_changed_cb (JalonTimelineView *self)
{
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static gboolean
zoom_key_cb (GtkWidget *widget, GVariant *factor, gpointer data)
{
  JalonTimelineView *self = JALON_TIMELINE_VIEW (widget);

  jalon_timeline_view_zoom (self, g_variant_get_double (factor), gtk_widget_get_width (widget) / 2.0);
  return TRUE;
}

static gboolean
reset_key_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  jalon_timeline_view_reset (JALON_TIMELINE_VIEW (widget));
  return TRUE;
}

static void
model_changed_cb (JalonTimelineView *self, guint what)
{
  if (what & JALON_MODEL_DATASET)
    jalon_timeline_view_reset (self);
  if (what & (JALON_MODEL_DATASET | JALON_MODEL_FIGURES | JALON_MODEL_LANGUAGE | JALON_MODEL_LOOK))
    {
      update_base (self);
      jalon_timeline_view_update_handles (self);
    }
}

static void
jalon_timeline_view_dispose (GObject *object)
{
  JalonTimelineView *self = JALON_TIMELINE_VIEW (object);

  if (self->player != NULL)
    g_object_run_dispose (G_OBJECT (self->player));
  g_clear_object (&self->player);
  jalon_timeline_view_clear_history (self);
  jalon_timeline_view_remove_handles (self);
  g_clear_object (&self->base_query);
  g_clear_pointer (&self->base, jalon_figures_unref);
  G_OBJECT_CLASS (jalon_timeline_view_parent_class)->dispose (object);
}

static void
jalon_timeline_view_class_init (JalonTimelineViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const guint in[] = { GDK_KEY_plus, GDK_KEY_KP_Add, GDK_KEY_equal };
  const guint out[] = { GDK_KEY_minus, GDK_KEY_KP_Subtract };

  G_OBJECT_CLASS (klass)->dispose = jalon_timeline_view_dispose;
  widget_class->size_allocate = jalon_timeline_view_size_allocate;
  widget_class->focus = jalon_timeline_view_focus;
  JALON_SCENE_VIEW_CLASS (klass)->layout = jalon_timeline_view_layout;
  for (guint i = 0; i < G_N_ELEMENTS (in); i++)
    gtk_widget_class_add_binding (widget_class, in[i], 0, zoom_key_cb, "d", ZOOM_STEP);
  for (guint i = 0; i < G_N_ELEMENTS (out); i++)
    gtk_widget_class_add_binding (widget_class, out[i], 0, zoom_key_cb, "d", 1 / ZOOM_STEP);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_0, 0, reset_key_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Left, GDK_SHIFT_MASK, pan_key_cb, "d", -PAN_STEP);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Right, GDK_SHIFT_MASK, pan_key_cb, "d", PAN_STEP);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, clear_key_cb, NULL);
}

static void
jalon_timeline_view_init (JalonTimelineView *self)
{
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect (scroll, "scroll", G_CALLBACK (scroll_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);
  g_signal_connect (motion, "motion", G_CALLBACK (motion_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  self->drag = gtk_gesture_drag_new ();
  g_signal_connect (self->drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect (self->drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (self->drag));
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  self->pinch = gtk_gesture_zoom_new ();
  g_signal_connect (self->pinch, "begin", G_CALLBACK (pinch_begin_cb), self);
  g_signal_connect (self->pinch, "scale-changed", G_CALLBACK (pinch_cb), self);
  g_signal_connect (self->pinch, "end", G_CALLBACK (pinch_end_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (self->pinch));
  gtk_gesture_group (self->pinch, self->drag);
  jalon_timeline_view_add_handles (self);
}

/**
 * jalon_timeline_view_new:
 * @model: what to show
 *
 * Returns: (transfer floating): the view
 */
GtkWidget *
jalon_timeline_view_new (JalonModel *model)
{
  GtkWidget *self = g_object_new (JALON_TYPE_TIMELINE_VIEW, NULL);

  jalon_scene_view_set_model (JALON_SCENE_VIEW (self), model);
  JALON_TIMELINE_VIEW (self)->player = jalon_player_new (model, self);
  g_signal_connect_object (JALON_TIMELINE_VIEW (self)->player, "changed", G_CALLBACK (player_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (model, "changed", G_CALLBACK (model_changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * jalon_timeline_view_get_player:
 * @self: a timeline view
 *
 * Returns: (transfer none): what plays it
 */
JalonPlayer *
jalon_timeline_view_get_player (JalonTimelineView *self)
{
  return self->player;
}

/**
 * jalon_timeline_view_play:
 * @self: a timeline view
 *
 * Plays the time that is shown, announcement by announcement, or stops where it is.
 */
void
jalon_timeline_view_play (JalonTimelineView *self)
{
  JalonTimeWindow window;

  if (self->base == NULL)
    return;
  window = jalon_timeline_view_get_window (self);
  if (jalon_player_is_playing (self->player))
    jalon_player_stop (self->player);
  else
    jalon_player_play (self->player, self->base, window.first, window.last);
}

/**
 * jalon_timeline_view_zoom:
 * @self: a timeline view
 * @factor: above 1 to see less time, larger
 * @x: what stays where it is, logical pixels
 *
 * Zooms the axis of time.
 */
void
jalon_timeline_view_zoom (JalonTimelineView *self, double factor, double x)
{
  JalonTimeWindow window;
  double day;

  if (self->base == NULL)
    return;
  window = jalon_timeline_view_get_window (self);
  day = jalon_timeline_x_to_day (&window, MAX (1, gtk_widget_get_width (GTK_WIDGET (self))), x);
  set_window (self, day - (day - window.first) / factor, day + (window.last - day) / factor);
}

/**
 * jalon_timeline_view_pinch:
 * @self: a timeline view
 * @scale: how far the fingers are apart, of what they were when the pinch began
 * @x: the middle between them, logical pixels
 *
 * Zooms from where a pinch began.
 */
void
jalon_timeline_view_pinch (JalonTimelineView *self, double scale, double x)
{
  double day;

  if (self->base == NULL || !(scale > 0))
    return;
  day = jalon_timeline_x_to_day (&self->dragged, MAX (1, gtk_widget_get_width (GTK_WIDGET (self))), x);
  set_window (self, day - (day - self->dragged.first) / scale, day + (self->dragged.last - day) / scale);
}

/**
 * jalon_timeline_view_reset:
 * @self: a timeline view
 *
 * Shows what the timeline opened with.
 */
void
jalon_timeline_view_reset (JalonTimelineView *self)
{
  self->window = (JalonTimeWindow) { 0, 0 };
  jalon_scene_view_invalidate (JALON_SCENE_VIEW (self));
}
