/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "widgets/jalon-time-handle.h"
#include "widgets/jalon-timeline-view-private.h"
#include "words/jalon-words.h"

/* Logical pixels; a finger needs 24. */
#define HANDLE_WIDTH 24
#define KNOB_HEIGHT 24

static JalonModel *
get_model (JalonTimelineView *self)
{
  return jalon_scene_view_get_model (JALON_SCENE_VIEW (self));
}

static JalonQuery *
get_query (JalonTimelineView *self)
{
  return jalon_model_get_query (get_model (self));
}

static double
day_to_x (JalonTimelineView *self, double day)
{
  JalonTimeWindow window = jalon_timeline_view_get_window (self);

  return jalon_timeline_place_day (&window, gtk_widget_get_width (GTK_WIDGET (self)), day);
}

static int
x_to_day (JalonTimelineView *self, double x)
{
  JalonTimeWindow window = jalon_timeline_view_get_window (self);

  return (int) rint (jalon_timeline_x_to_day (&window, MAX (1, gtk_widget_get_width (GTK_WIDGET (self))), x));
}

/* A day that is known of stands to the left of the handle: that is at the day's end. */
static void
set_as_of (JalonTimelineView *self, int day)
{
  int first, last;
  JalonDate date;

  if (!jalon_timeline_get_reach (self->base, &first, &last))
    return;
  date = jalon_date_from_days (MAX (day, first), MAX (day, first));
  jalon_query_set_as_of (get_query (self), day < last ? &date : NULL);
}

static void
moved_cb (JalonTimeHandle *handle, int day, JalonTimelineView *self)
{
  if (GTK_WIDGET (handle) == self->handles[JALON_GRIP_AS_OF])
    set_as_of (self, day);
}

/**
 * jalon_timeline_view_add_handles:
 * @self: a timeline view
 *
 * Makes the children that are moved along the axis.
 */
void
jalon_timeline_view_add_handles (JalonTimelineView *self)
{
  static const char *const classes[JALON_N_HANDLES] = { "as-of" };

  self->line = g_object_new (GTK_TYPE_BOX, "css-name", "line", "can-target", FALSE, "accessible-role",
                             GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  gtk_widget_set_parent (self->line, GTK_WIDGET (self));
  for (int i = 0; i < JALON_N_HANDLES; i++)
    {
      self->handles[i] = jalon_time_handle_new (classes[i]);
      gtk_widget_set_parent (self->handles[i], GTK_WIDGET (self));
      g_signal_connect (self->handles[i], "moved", G_CALLBACK (moved_cb), self);
    }
}

/**
 * jalon_timeline_view_remove_handles:
 * @self: a timeline view
 *
 * Lets go of them, when the view goes.
 */
void
jalon_timeline_view_remove_handles (JalonTimelineView *self)
{
  g_clear_pointer (&self->line, gtk_widget_unparent);
  for (int i = 0; i < JALON_N_HANDLES; i++)
    g_clear_pointer (&self->handles[i], gtk_widget_unparent);
}

static void
update_as_of (JalonTimelineView *self, int first, int last)
{
  const JalonLanguage *language = jalon_model_get_language (get_model (self));
  const JalonDate *as_of = jalon_query_get_as_of (get_query (self));
  JalonDate today = jalon_date_from_days (last, last);
  g_autofree char *date = jalon_words_date (language, as_of != NULL ? as_of : &today, JALON_DATE_LONG);
  g_autoptr (GString) name = g_string_new (jalon_tr (language, as_of != NULL ? "What was known on {date}" : "What is known today: {date}"));

  g_string_replace (name, "{date}", date, 1);
  jalon_time_handle_set_day (JALON_TIME_HANDLE (self->handles[JALON_GRIP_AS_OF]), first, last,
                             as_of != NULL ? jalon_date_get_last_day (as_of) : last);
  jalon_time_handle_set_words (JALON_TIME_HANDLE (self->handles[JALON_GRIP_AS_OF]), name->str, date);
  for (int i = 0; i < 2; i++)
    (as_of != NULL ? gtk_widget_add_css_class : gtk_widget_remove_css_class) (i ? self->line : self->handles[JALON_GRIP_AS_OF], "set");
}

/**
 * jalon_timeline_view_update_handles:
 * @self: a timeline view
 *
 * Has the handles stand for what the query says, in the window's language.
 */
void
jalon_timeline_view_update_handles (JalonTimelineView *self)
{
  int first = 0, last = 0;
  gboolean any = self->base != NULL && jalon_timeline_get_reach (self->base, &first, &last);

  gtk_widget_set_visible (self->line, any);
  for (int i = 0; i < JALON_N_HANDLES; i++)
    gtk_widget_set_visible (self->handles[i], any);
  if (any)
    update_as_of (self, first, last);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/**
 * jalon_timeline_view_get_grip_x:
 * @self: a timeline view
 * @grip: one of its handles
 *
 * Returns: where on the axis it stands, in logical pixels; at its end if it is beyond
 */
double
jalon_timeline_view_get_grip_x (JalonTimelineView *self, JalonGrip grip)
{
  JalonTimeArea area = jalon_timeline_get_area (jalon_model_get_type_setting (get_model (self)),
                                                gtk_widget_get_width (GTK_WIDGET (self)), gtk_widget_get_height (GTK_WIDGET (self)));
  double x = day_to_x (self, jalon_time_handle_get_day (JALON_TIME_HANDLE (self->handles[grip])) + 1);

  return CLAMP (x, area.left, area.right);
}

static void
allocate (GtkWidget *child, double x, double y, double width, double height)
{
  const GtkAllocation at = { (int) rint (x - width / 2), (int) rint (y), (int) width, (int) height };

  if (!gtk_widget_should_layout (child))
    return;
  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_size_allocate (child, &at, -1);
}

/**
 * jalon_timeline_view_allocate_handles:
 * @self: a timeline view
 * @width: of the view
 * @height: of the view
 *
 * Gives the handles their places.
 */
void
jalon_timeline_view_allocate_handles (JalonTimelineView *self, int width, int height)
{
  JalonTimeArea area;
  double x;

  if (self->base == NULL)
    return;
  area = jalon_timeline_get_area (jalon_model_get_type_setting (get_model (self)), width, height);
  x = jalon_timeline_view_get_grip_x (self, JALON_GRIP_AS_OF);
  allocate (self->line, x, area.top, 2, MAX (area.axis - area.top, 1));
  allocate (self->handles[JALON_GRIP_AS_OF], x, area.axis - KNOB_HEIGHT / 2.0, HANDLE_WIDTH, KNOB_HEIGHT);
}

/**
 * jalon_timeline_view_find_grip:
 * @self: a timeline view
 * @x: logical pixels
 * @y: logical pixels
 *
 * Returns: what a drag that begins there moves
 */
JalonGrip
jalon_timeline_view_find_grip (JalonTimelineView *self, double x, double y)
{
  const GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);

  for (int i = 0; i < JALON_N_HANDLES; i++)
    if (picked == self->handles[i])
      return i;
  return JALON_GRIP_AXIS;
}

/**
 * jalon_timeline_view_move_grip:
 * @self: a timeline view
 * @grip: one of its handles
 * @x: where to, logical pixels
 *
 * Moves a handle by pointer or finger.
 */
void
jalon_timeline_view_move_grip (JalonTimelineView *self, JalonGrip grip, double x)
{
  if (grip == JALON_GRIP_AS_OF)
    set_as_of (self, x_to_day (self, x) - 1);
}

/**
 * jalon_timeline_view_focus_handles:
 * @self: a timeline view
 * @direction: where the focus is to go
 *
 * Moves the keyboard focus to the next handle; handles come before the marks.
 *
 * Returns: whether it stays among the handles
 */
gboolean
jalon_timeline_view_focus_handles (JalonTimelineView *self, GtkDirectionType direction)
{
  const GtkWidget *focused = gtk_widget_get_focus_child (GTK_WIDGET (self));
  int step = direction == GTK_DIR_TAB_BACKWARD ? -1 : 1, at = step < 0 ? JALON_N_HANDLES : -1;

  for (int i = 0; i < JALON_N_HANDLES; i++)
    if (focused == self->handles[i])
      at = i;
  for (at += step; at >= 0 && at < JALON_N_HANDLES; at += step)
    if (gtk_widget_grab_focus (self->handles[at]))
      return TRUE;
  return FALSE;
}
