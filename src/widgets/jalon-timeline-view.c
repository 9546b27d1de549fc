/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/jalon-timeline-view.h"

#define SHORTEST_WINDOW 14.0  /* days */
#define ZOOM_STEP 1.25

/**
 * JalonTimelineView:
 *
 * The announcements on an axis of time. The wheel zooms round the pointer, a drag or a sideways wheel pans, plus and minus zoom, 0
 * goes back to what it opened with. Which window is shown is the view's own: it filters nothing.
 */
struct _JalonTimelineView
{
  JalonSceneView parent_instance;

  JalonTimeWindow window;   /* in Julian days; first = last: what the timeline opens with */
  JalonTimeWindow dragged;  /* the window where a drag began */
  double pointer;           /* x of the pointer, logical pixels */
};

G_DEFINE_FINAL_TYPE (JalonTimelineView, jalon_timeline_view, JALON_TYPE_SCENE_VIEW)

static JalonTimeWindow
get_extent (JalonTimelineView *self)
{
  return jalon_timeline_get_extent (jalon_model_get_figures (jalon_scene_view_get_model (JALON_SCENE_VIEW (self))));
}

static gboolean
has_window (JalonTimelineView *self)
{
  return self->window.last > self->window.first;
}

static JalonTimeWindow
get_window (JalonTimelineView *self)
{
  if (has_window (self))
    return self->window;
  return jalon_timeline_get_opening (jalon_model_get_figures (jalon_scene_view_get_model (JALON_SCENE_VIEW (self))));
}

/* Keeps the window within what there is. */
static void
set_window (JalonTimelineView *self, double first, double last)
{
  JalonTimeWindow extent = get_extent (self);
  double span = MAX (last - first, MIN (SHORTEST_WINDOW, extent.last - extent.first));

  span = MIN (span, extent.last - extent.first);
  first = CLAMP (first, extent.first, extent.last - span);
  self->window = (JalonTimeWindow) { first, first + span };
  jalon_scene_view_invalidate (JALON_SCENE_VIEW (self));
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
  JalonTimeWindow window = get_window (JALON_TIMELINE_VIEW (view));

  return jalon_timeline_layout (input, &window, width, height);
}

static gboolean
scroll_cb (GtkEventControllerScroll *controller, double dx, double dy, JalonTimelineView *self)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));
  JalonTimeWindow window = get_window (self);

  if (state & GDK_SHIFT_MASK)
    pan (self, &window, (dx + dy) * 40);
  else if (ABS (dx) > ABS (dy))
    pan (self, &window, dx * 40);
  else
    jalon_timeline_view_zoom (self, dy < 0 ? ZOOM_STEP : 1 / ZOOM_STEP, self->pointer);
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
  self->dragged = get_window (self);
}

static void
drag_update_cb (GtkGestureDrag *gesture, double dx, double dy, JalonTimelineView *self)
{
  if (!gtk_drag_check_threshold (GTK_WIDGET (self), 0, 0, (int) dx, (int) dy))
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  pan (self, &self->dragged, -dx);
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
}

static void
jalon_timeline_view_class_init (JalonTimelineViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const guint in[] = { GDK_KEY_plus, GDK_KEY_KP_Add, GDK_KEY_equal };
  const guint out[] = { GDK_KEY_minus, GDK_KEY_KP_Subtract };

  JALON_SCENE_VIEW_CLASS (klass)->layout = jalon_timeline_view_layout;
  for (guint i = 0; i < G_N_ELEMENTS (in); i++)
    gtk_widget_class_add_binding (widget_class, in[i], 0, zoom_key_cb, "d", ZOOM_STEP);
  for (guint i = 0; i < G_N_ELEMENTS (out); i++)
    gtk_widget_class_add_binding (widget_class, out[i], 0, zoom_key_cb, "d", 1 / ZOOM_STEP);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_0, 0, reset_key_cb, NULL);
}

static void
jalon_timeline_view_init (JalonTimelineView *self)
{
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkGesture *drag = gtk_gesture_drag_new ();

  g_signal_connect (scroll, "scroll", G_CALLBACK (scroll_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);
  g_signal_connect (motion, "motion", G_CALLBACK (motion_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  g_signal_connect (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
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
  g_signal_connect_object (model, "changed", G_CALLBACK (model_changed_cb), self, G_CONNECT_SWAPPED);
  return self;
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
  JalonTimeWindow window = get_window (self);
  double day = jalon_timeline_x_to_day (&window, MAX (1, gtk_widget_get_width (GTK_WIDGET (self))), x);

  set_window (self, day - (day - window.first) / factor, day + (window.last - day) / factor);
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
