/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/jalon-time-handle.h"

/**
 * JalonTimeHandle:
 *
 * What is moved along an axis of time: a slider whose value is a day, in Julian days of #GDate. It is a range for what a range is to
 * keyboards and assistive technology; it has no trough, since the timeline that it lies on is one, and the timeline drags it.
 *
 * CSS node: handle, with the class given. Role: slider; its value text is the date.
 * Keys: Left and Right by a day, Page Up and Page Down by a month, Home and End; time runs from left to right in every script.
 */
struct _JalonTimeHandle
{
  GtkRange parent_instance;

  gboolean updating; /* the day is being set: nobody moved it */
};

enum
{
  MOVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (JalonTimeHandle, jalon_time_handle, GTK_TYPE_RANGE)

static void
jalon_time_handle_measure (GtkWidget *widget,
                           GtkOrientation orientation,
                           int for_size,
                           int *minimum,
                           int *natural,
                           int *minimum_baseline,
                           int *natural_baseline)
{
  *minimum = *natural = 0;
}

static void
jalon_time_handle_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
}

static void
jalon_time_handle_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
}

static void
jalon_time_handle_value_changed (GtkRange *range)
{
  JalonTimeHandle *self = JALON_TIME_HANDLE (range);

  if (!self->updating)
    g_signal_emit (self, signals[MOVED], 0, jalon_time_handle_get_day (self));
}

static void
move (JalonTimeHandle *self, int day)
{
  gtk_range_set_value (GTK_RANGE (self), day);
}

static gboolean
step_cb (GtkWidget *widget, GVariant *days, gpointer data)
{
  move (JALON_TIME_HANDLE (widget), jalon_time_handle_get_day (JALON_TIME_HANDLE (widget)) + g_variant_get_int32 (days));
  return TRUE;
}

static gboolean
month_cb (GtkWidget *widget, GVariant *later, gpointer data)
{
  JalonTimeHandle *self = JALON_TIME_HANDLE (widget);
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) MAX (jalon_time_handle_get_day (self), 32));
  if (g_variant_get_boolean (later))
    g_date_add_months (&date, 1);
  else
    g_date_subtract_months (&date, 1);
  move (self, (int) g_date_get_julian (&date));
  return TRUE;
}

static gboolean
end_cb (GtkWidget *widget, GVariant *last, gpointer data)
{
  GtkAdjustment *days = gtk_range_get_adjustment (GTK_RANGE (widget));

  move (JALON_TIME_HANDLE (widget),
        (int) (g_variant_get_boolean (last) ? gtk_adjustment_get_upper (days) : gtk_adjustment_get_lower (days)));
  return TRUE;
}

static void
add_keys (GtkWidgetClass *klass)
{
  static const struct
  {
    guint key;
    guint keypad;
    int days;
  } steps[] = { { GDK_KEY_Left, GDK_KEY_KP_Left, -1 },
                { GDK_KEY_Right, GDK_KEY_KP_Right, 1 },
                { GDK_KEY_Down, GDK_KEY_KP_Down, -1 },
                { GDK_KEY_Up, GDK_KEY_KP_Up, 1 } };

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      gtk_widget_class_add_binding (klass, steps[i].key, 0, step_cb, "i", steps[i].days);
      gtk_widget_class_add_binding (klass, steps[i].keypad, 0, step_cb, "i", steps[i].days);
    }
  gtk_widget_class_add_binding (klass, GDK_KEY_Page_Up, 0, month_cb, "b", TRUE);
  gtk_widget_class_add_binding (klass, GDK_KEY_KP_Page_Up, 0, month_cb, "b", TRUE);
  gtk_widget_class_add_binding (klass, GDK_KEY_Page_Down, 0, month_cb, "b", FALSE);
  gtk_widget_class_add_binding (klass, GDK_KEY_KP_Page_Down, 0, month_cb, "b", FALSE);
  gtk_widget_class_add_binding (klass, GDK_KEY_Home, 0, end_cb, "b", FALSE);
  gtk_widget_class_add_binding (klass, GDK_KEY_KP_Home, 0, end_cb, "b", FALSE);
  gtk_widget_class_add_binding (klass, GDK_KEY_End, 0, end_cb, "b", TRUE);
  gtk_widget_class_add_binding (klass, GDK_KEY_KP_End, 0, end_cb, "b", TRUE);
}

static void
jalon_time_handle_class_init (JalonTimeHandleClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = jalon_time_handle_measure;
  widget_class->size_allocate = jalon_time_handle_size_allocate;
  widget_class->snapshot = jalon_time_handle_snapshot;
  GTK_RANGE_CLASS (klass)->value_changed = jalon_time_handle_value_changed;
  gtk_widget_class_set_css_name (widget_class, "handle");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_SLIDER);
  add_keys (widget_class);

  /**
   * JalonTimeHandle::moved:
   * @day: the Julian day it was moved to
   *
   * Emitted when a key or assistive technology moved the handle.
   */
  signals[MOVED] = g_signal_new ("moved", JALON_TYPE_TIME_HANDLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
}

/* A range drags and scrolls along its trough, which this one hasn't. */
static void
silence (GtkWidget *widget)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (!GTK_IS_SHORTCUT_CONTROLLER (controller))
        gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_NONE);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    gtk_widget_set_child_visible (child, FALSE);
}

static void
jalon_time_handle_init (JalonTimeHandle *self)
{
  gtk_range_set_adjustment (GTK_RANGE (self), gtk_adjustment_new (0, 0, 0, 1, 30, 0));
  silence (GTK_WIDGET (self));
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "col-resize");
}

/**
 * jalon_time_handle_new:
 * @css_class: how it looks
 *
 * Returns: (transfer floating): a handle on no day yet
 */
GtkWidget *
jalon_time_handle_new (const char *css_class)
{
  GtkWidget *self = g_object_new (JALON_TYPE_TIME_HANDLE, NULL);

  gtk_widget_add_css_class (self, css_class);
  return self;
}

/**
 * jalon_time_handle_get_day:
 * @self: a handle
 *
 * Returns: the Julian day that it stands on
 */
int
jalon_time_handle_get_day (JalonTimeHandle *self)
{
  return (int) gtk_range_get_value (GTK_RANGE (self));
}

/**
 * jalon_time_handle_set_day:
 * @self: a handle
 * @first: the first Julian day that it can be moved to
 * @last: the last one
 * @day: the one it stands on, between them
 *
 * Puts the handle on a day.
 */
void
jalon_time_handle_set_day (JalonTimeHandle *self, int first, int last, int day)
{
  self->updating = TRUE;
  gtk_adjustment_configure (gtk_range_get_adjustment (GTK_RANGE (self)), CLAMP (day, first, last), first, MAX (first, last), 1, 30, 0);
  self->updating = FALSE;
}

/**
 * jalon_time_handle_set_words:
 * @self: a handle
 * @name: what it sets, with the date, in the window's language
 * @date: the date that it stands on, or what it says where it stands for none
 *
 * Says what the handle is and where it stands, in its tooltip and to a screen reader.
 */
void
jalon_time_handle_set_words (JalonTimeHandle *self, const char *name, const char *date)
{
  if (g_strcmp0 (gtk_widget_get_tooltip_text (GTK_WIDGET (self)), name) == 0)
    return; /* GTK would ask the display where the pointer is */
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, date, -1);
}
