/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "widgets/jalon-time-handle.h"
#include "widgets/jalon-timeline-view-private.h"
#include "words/jalon-words.h"

/* Logical pixels; a finger needs 24. */
#define HANDLE_WIDTH 24
#define KNOB_HEIGHT 24
#define END_HEIGHT 34

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

/* The ends of the brush; open ones are further than any day. */
static void
get_brush (JalonTimelineView *self, int *from, int *to)
{
  const JalonDate *first = jalon_query_get_from (get_query (self));
  const JalonDate *last = jalon_query_get_to (get_query (self));

  *from = first != NULL ? jalon_date_get_first_day (first) : G_MININT;
  *to = last != NULL ? jalon_date_get_last_day (last) : G_MAXINT;
}

/* An end beyond what there is is open. */
static void
set_brush (JalonTimelineView *self, int from, int to)
{
  int first, last;
  JalonDate from_date, to_date;

  if (!jalon_timeline_get_reach (self->base, &first, &last))
    return;
  from_date = jalon_date_from_days (MIN (from, last), MIN (from, last));
  to_date = jalon_date_from_days (MAX (to, first), MAX (to, first));
  jalon_query_set_window (get_query (self), from > first ? &from_date : NULL, to < last ? &to_date : NULL);
}

static void
moved_cb (JalonTimeHandle *handle, int day, JalonTimelineView *self)
{
  int from, to;

  get_brush (self, &from, &to);
  if (GTK_WIDGET (handle) == self->handles[JALON_GRIP_FROM])
    set_brush (self, MIN (day, to), to);
  else if (GTK_WIDGET (handle) == self->handles[JALON_GRIP_TO])
    set_brush (self, from, MAX (day, from));
  else
    set_as_of (self, day);
}

static GtkWidget *
add_decoration (JalonTimelineView *self, const char *css_name)
{
  GtkWidget *child = g_object_new (GTK_TYPE_BOX, "css-name", css_name, "can-target", FALSE, "accessible-role",
                                   GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  gtk_widget_set_parent (child, GTK_WIDGET (self));
  return child;
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
  static const char *const classes[JALON_N_HANDLES] = { "as-of", "from", "to" };

  self->brush = add_decoration (self, "brush");
  self->line = add_decoration (self, "line");
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
  g_clear_pointer (&self->brush, gtk_widget_unparent);
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
  g_autoptr (GString) name = g_string_new (as_of != NULL ? jalon_tr (language, "What was known on {date}")
                                                         : jalon_tr (language, "What is known today: {date}"));

  g_string_replace (name, "{date}", date, 1);
  jalon_time_handle_set_day (JALON_TIME_HANDLE (self->handles[JALON_GRIP_AS_OF]), first, last,
                             as_of != NULL ? jalon_date_get_last_day (as_of) : last);
  jalon_time_handle_set_words (JALON_TIME_HANDLE (self->handles[JALON_GRIP_AS_OF]), name->str, date);
  for (int i = 0; i < 2; i++)
    (as_of != NULL ? gtk_widget_add_css_class : gtk_widget_remove_css_class) (i ? self->line : self->handles[JALON_GRIP_AS_OF], "set");
}

static void
update_end (JalonTimelineView *self, JalonGrip grip, int first, int last, int day, const JalonDate *date)
{
  const JalonLanguage *language = jalon_model_get_language (get_model (self));
  const gboolean is_from = grip == JALON_GRIP_FROM;
  const char *open = is_from ? jalon_tr (language, "Announced from the beginning") : jalon_tr (language, "Announced until today");
  g_autofree char *words = date != NULL ? jalon_words_date (language, date, JALON_DATE_LONG) : g_strdup (open);
  g_autoptr (GString) name = g_string_new (open);

  if (date != NULL)
    {
      g_string_assign (name, is_from ? jalon_tr (language, "Announced from: {date}") : jalon_tr (language, "Announced until: {date}"));
      g_string_replace (name, "{date}", words, 1);
    }
  jalon_time_handle_set_day (JALON_TIME_HANDLE (self->handles[grip]), first, last, day);
  jalon_time_handle_set_words (JALON_TIME_HANDLE (self->handles[grip]), name->str, words);
  (date != NULL ? gtk_widget_add_css_class : gtk_widget_remove_css_class) (self->handles[grip], "set");
}

static void
update_brush (JalonTimelineView *self, int first, int last)
{
  int from, to;

  get_brush (self, &from, &to);
  from = CLAMP (from, first, last);
  to = CLAMP (to, from, last);
  update_end (self, JALON_GRIP_FROM, first, to, from, jalon_query_get_from (get_query (self)));
  update_end (self, JALON_GRIP_TO, from, last, to, jalon_query_get_to (get_query (self)));
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
  gtk_widget_set_visible (self->brush, any && (jalon_query_get_from (get_query (self)) || jalon_query_get_to (get_query (self))));
  if (any)
    {
      update_as_of (self, first, last);
      update_brush (self, first, last);
    }
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static JalonTimeArea
get_area (JalonTimelineView *self)
{
  return jalon_timeline_get_area (jalon_model_get_type_setting (get_model (self)), gtk_widget_get_width (GTK_WIDGET (self)),
                                  gtk_widget_get_height (GTK_WIDGET (self)));
}

/* Where on the axis a handle stands; at its end if it is beyond, or open. */
static double
get_grip_x (JalonTimelineView *self, JalonGrip grip)
{
  JalonTimeArea area = get_area (self);
  int day = jalon_time_handle_get_day (JALON_TIME_HANDLE (self->handles[grip]));
  double x = day_to_x (self, grip == JALON_GRIP_FROM ? day : day + 1);

  if (grip == JALON_GRIP_AS_OF && jalon_player_is_playing (self->player))
    x = day_to_x (self, jalon_player_get_day (self->player) + 1);
  if (grip == JALON_GRIP_FROM && jalon_query_get_from (get_query (self)) == NULL)
    x = area.left;
  if (grip == JALON_GRIP_TO && jalon_query_get_to (get_query (self)) == NULL)
    x = area.right;
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
  double x, from, to, height_of_lanes, middle;

  if (self->base == NULL)
    return;
  area = get_area (self);
  height_of_lanes = MAX (area.axis - area.top, 1);
  middle = area.top + height_of_lanes / 2 - END_HEIGHT / 2.0;
  x = get_grip_x (self, JALON_GRIP_AS_OF);
  from = get_grip_x (self, JALON_GRIP_FROM);
  to = MAX (get_grip_x (self, JALON_GRIP_TO), from);
  allocate (self->brush, (from + to) / 2, area.top, MAX (to - from, 2), height_of_lanes);
  allocate (self->line, x, area.top, 2, height_of_lanes);
  allocate (self->handles[JALON_GRIP_AS_OF], x, area.axis - KNOB_HEIGHT / 2.0, HANDLE_WIDTH, KNOB_HEIGHT);
  allocate (self->handles[JALON_GRIP_FROM], from, middle, HANDLE_WIDTH, END_HEIGHT);
  allocate (self->handles[JALON_GRIP_TO], to, middle, HANDLE_WIDTH, END_HEIGHT);
}

/**
 * jalon_timeline_view_is_in_brush:
 * @self: a timeline view
 * @x: logical pixels
 * @y: logical pixels
 *
 * Returns: whether there is a brush and the point is in it
 */
gboolean
jalon_timeline_view_is_in_brush (JalonTimelineView *self, double x, double y)
{
  JalonTimeArea area = get_area (self);

  return gtk_widget_get_visible (self->brush) && y >= area.top && y < area.axis && x >= get_grip_x (self, JALON_GRIP_FROM)
         && x <= get_grip_x (self, JALON_GRIP_TO);
}

/**
 * jalon_timeline_view_clear_brush:
 * @self: a timeline view
 *
 * Takes the brush away.
 *
 * Returns: whether there was one
 */
gboolean
jalon_timeline_view_clear_brush (JalonTimelineView *self)
{
  gboolean any = gtk_widget_get_visible (self->brush);

  jalon_query_set_window (get_query (self), NULL, NULL);
  return any;
}

/**
 * jalon_timeline_view_begin_grip:
 * @self: a timeline view
 * @x: logical pixels
 * @y: logical pixels
 *
 * Finds what a drag that begins there moves.
 */
void
jalon_timeline_view_begin_grip (JalonTimelineView *self, double x, double y)
{
  const GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);

  self->grip = jalon_timeline_view_is_in_brush (self, x, y) ? JALON_GRIP_BRUSH : JALON_GRIP_AXIS;
  for (int i = 0; i < JALON_N_HANDLES; i++)
    if (picked == self->handles[i])
      self->grip = i;
  get_brush (self, &self->grip_from, &self->grip_to);
  if (self->grip < JALON_N_HANDLES)
    {
      self->grip_x = get_grip_x (self, self->grip);
      gtk_widget_grab_focus (self->handles[self->grip]);
    }
}

/* Both ends by the same number of days, as far as there is time. */
static void
shift_brush (JalonTimelineView *self, double dx)
{
  int first, last, days = x_to_day (self, dx) - x_to_day (self, 0);

  if (!jalon_timeline_get_reach (self->base, &first, &last))
    return;
  if (self->grip_from > G_MININT)
    days = MAX (days, first + 1 - self->grip_from);
  if (self->grip_to < G_MAXINT)
    days = MIN (days, last - 1 - self->grip_to);
  set_brush (self, self->grip_from > G_MININT ? self->grip_from + days : G_MININT,
             self->grip_to < G_MAXINT ? self->grip_to + days : G_MAXINT);
}

/**
 * jalon_timeline_view_drag_grip:
 * @self: a timeline view
 * @dx: how far it was dragged from where the drag began, logical pixels
 *
 * Moves what is dragged, by pointer or finger. An end of the brush at the edge of the plot is open.
 */
void
jalon_timeline_view_drag_grip (JalonTimelineView *self, double dx)
{
  JalonTimeArea area = get_area (self);
  double x = self->grip_x + dx;

  if (self->grip == JALON_GRIP_AS_OF)
    set_as_of (self, x_to_day (self, x) - 1);
  else if (self->grip == JALON_GRIP_FROM)
    set_brush (self, x > area.left ? MIN (x_to_day (self, x), self->grip_to) : G_MININT, self->grip_to);
  else if (self->grip == JALON_GRIP_TO)
    set_brush (self, self->grip_from, x < area.right ? MAX (x_to_day (self, x) - 1, self->grip_from) : G_MAXINT);
  else
    shift_brush (self, dx);
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
