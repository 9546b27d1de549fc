/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/jalon-handle.h"

#define KEY_STEP 24.0 /* logical pixels an arrow moves it */

/**
 * JalonHandle:
 *
 * What is taken to move the boundary between two panes. It moves nothing itself: it says what is wanted of it.
 *
 * CSS node: handle. Role: separator. Keys: arrows across the boundary move it, BackSpace resets it, as does a double click.
 */
struct _JalonHandle
{
  GtkWidget parent_instance;

  GtkOrientation orientation; /* horizontal: moves left and right */
};

enum
{
  MOVED,
  DROPPED,
  RESET,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (JalonHandle, jalon_handle, GTK_TYPE_WIDGET)

static void
drag_update_cb (GtkGestureDrag *gesture, double x, double y, JalonHandle *self)
{
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  g_signal_emit (self, signals[MOVED], 0, self->orientation == GTK_ORIENTATION_HORIZONTAL ? x : y);
}

static void
drag_end_cb (GtkGestureDrag *gesture, double x, double y, JalonHandle *self)
{
  g_signal_emit (self, signals[DROPPED], 0);
}

static void
pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, JalonHandle *self)
{
  if (n_press == 2)
    g_signal_emit (self, signals[RESET], 0);
}

static gboolean
arrow_cb (GtkWidget *widget, GVariant *by, gpointer data)
{
  JalonHandle *self = JALON_HANDLE (widget);
  double dx, dy;

  g_variant_get (by, "(dd)", &dx, &dy);
  if ((self->orientation == GTK_ORIENTATION_HORIZONTAL ? dx : dy) == 0)
    return FALSE;
  g_signal_emit (self, signals[MOVED], 0, dx + dy);
  g_signal_emit (self, signals[DROPPED], 0);
  return TRUE;
}

static gboolean
reset_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  g_signal_emit (widget, signals[RESET], 0);
  return TRUE;
}

static void
add_signals (void)
{
  /**
   * JalonHandle::moved:
   * @by: how far from where it was when it was taken, in logical pixels, right or down
   *
   * Emitted while the handle is dragged.
   */
  signals[MOVED] = g_signal_new ("moved", JALON_TYPE_HANDLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_DOUBLE);

  /**
   * JalonHandle::dropped:
   *
   * Emitted when the handle has got where it should be.
   */
  signals[DROPPED] = g_signal_new ("dropped", JALON_TYPE_HANDLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * JalonHandle::reset:
   *
   * Emitted when the boundary should go back to where it is by default.
   */
  signals[RESET] = g_signal_new ("reset", JALON_TYPE_HANDLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
jalon_handle_class_init (JalonHandleClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_css_name (widget_class, "handle");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_SEPARATOR);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Left, 0, arrow_cb, "(dd)", -KEY_STEP, 0.0);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Right, 0, arrow_cb, "(dd)", KEY_STEP, 0.0);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Up, 0, arrow_cb, "(dd)", 0.0, -KEY_STEP);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Down, 0, arrow_cb, "(dd)", 0.0, KEY_STEP);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_BackSpace, 0, reset_cb, NULL);
  add_signals ();
}

static void
jalon_handle_init (JalonHandle *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  g_signal_connect (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect (drag, "drag-end", G_CALLBACK (drag_end_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

/**
 * jalon_handle_new:
 * @orientation: horizontal for one that moves left and right
 *
 * Returns: (transfer floating): a handle without words
 */
GtkWidget *
jalon_handle_new (GtkOrientation orientation)
{
  JalonHandle *self = g_object_new (JALON_TYPE_HANDLE, NULL);

  self->orientation = orientation;
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), orientation == GTK_ORIENTATION_HORIZONTAL ? "col-resize" : "row-resize");
  return GTK_WIDGET (self);
}

/**
 * jalon_handle_set_words:
 * @self: a handle
 * @words: what it changes
 *
 * Says what the handle is for, as its accessible name.
 */
void
jalon_handle_set_words (JalonHandle *self, const char *words)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}
