/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "scenes/jalon-scale.h"
#include "scenes/jalon-timeline-private.h"

#define TICK_GAP 10.0
#define MAX_EVENT_ROWS 2
#define MIN_BAND 4.0

/* A year in full, a month by its name, a day with its month. */
static char *
say_tick (const JalonLanguage *language, const JalonCalendarTick *tick)
{
  JalonDate date = { .from = tick->date, .to = tick->date };

  return jalon_words_tick (language, &date);
}

static void
add_tick (JalonTimePlot *plot, const JalonCalendarTick *tick, double *last)
{
  JalonType *type = plot->input->type;
  JalonStyle style = tick->is_major ? JALON_STYLE_LABEL_STRONG : JALON_STYLE_SMALL;
  g_autofree char *label = say_tick (plot->input->language, tick);
  double x = jalon_timeline_day_to_x (plot, tick->day);
  double width = jalon_layout_get_width (type, style, label);
  double left = rint (x - width / 2);
  JalonMark *line = jalon_scene_add (plot->scene, JALON_SHAPE_LINE, rint (x), tick->is_major ? plot->top : plot->axis, 0,
                                     tick->is_major ? plot->axis - plot->top : 4);

  line->stroke = tick->is_major ? JALON_INK_FAINT : JALON_INK_DIM;
  line->stroke_width = 1;
  if (left < MAX (*last + TICK_GAP, 0) || left + width > plot->width)
    return;
  jalon_layout_add_text (plot->scene, type, style, tick->is_major ? JALON_INK_TEXT : JALON_INK_DIM, label, left, plot->axis + 5);
  *last = left + width;
}

static gboolean
is_near_major (const GArray *ticks, guint index, double days)
{
  const JalonCalendarTick *tick = &g_array_index (ticks, JalonCalendarTick, index);

  for (guint i = index > 0 ? index - 1 : 0; i <= index + 1 && i < ticks->len; i++)
    {
      const JalonCalendarTick *other = &g_array_index (ticks, JalonCalendarTick, i);

      if (i != index && other->is_major && fabs (other->day - tick->day) < days)
        return TRUE;
    }
  return FALSE;
}

/**
 * jalon_timeline_add_axis:
 *
 * The line of time, with years across the plot, and months or days where there is room for their names.
 */
void
jalon_timeline_add_axis (JalonTimePlot *plot)
{
  double room = jalon_timeline_day_to_x (plot, plot->window->last) - jalon_timeline_day_to_x (plot, plot->window->first);
  double least = 56 * jalon_type_get_scale (plot->input->type);
  JalonStep step = jalon_calendar_choose_step (plot->window->first, plot->window->last, room, least);
  g_autoptr (GArray) ticks = jalon_calendar_list_ticks (plot->window->first, plot->window->last, step);
  double days = room > 0 ? least * 0.6 * (plot->window->last - plot->window->first) / room : 0;
  double last = -INFINITY;
  JalonMark *line = jalon_scene_add (plot->scene, JALON_SHAPE_LINE, 0, plot->axis, plot->width, 0);

  line->stroke = JALON_INK_DIM;
  line->stroke_width = 1;
  for (guint i = 0; i < ticks->len; i++)
    {
      const JalonCalendarTick *tick = &g_array_index (ticks, JalonCalendarTick, i);

      if (tick->is_major || !is_near_major (ticks, i, days))
        add_tick (plot, tick, &last);
    }
}

typedef struct
{
  const JalonEvent *event;
  double x0, x1;
} Band;

static int
compare_bands (gconstpointer a, gconstpointer b)
{
  const Band *x = a, *y = b;

  return x->x0 != y->x0 ? (x->x0 < y->x0 ? -1 : 1) : (int) x->event->base.index - (int) y->event->base.index;
}

static GArray *
list_bands (const JalonTimePlot *plot)
{
  const GPtrArray *events = jalon_dataset_get_list (jalon_figures_get_dataset (plot->input->figures), JALON_LIST_EVENTS);
  GArray *bands = g_array_new (FALSE, FALSE, sizeof (Band));

  for (guint i = 0; i < events->len; i++)
    {
      const JalonEvent *event = g_ptr_array_index (events, i);
      double first = jalon_date_get_first_day (&event->start);
      double last = jalon_date_get_last_day (jalon_date_is_set (&event->end) ? &event->end : &event->start) + 1;
      Band band = { .event = event };

      if (!jalon_date_is_set (&event->start) || last <= plot->window->first || first >= plot->window->last)
        continue;
      band.x0 = floor (jalon_timeline_day_to_x (plot, MAX (first, plot->window->first)));
      band.x1 = MAX (ceil (jalon_timeline_day_to_x (plot, MIN (last, plot->window->last))), band.x0 + MIN_BAND);
      g_array_append_val (bands, band);
    }
  g_array_sort (bands, compare_bands);
  return bands;
}

static char *
get_event_name (const JalonTimePlot *plot, const JalonEvent *event)
{
  return jalon_words_isolate (jalon_words_text (plot->input->language, event->name));
}

static void
add_band (JalonTimePlot *plot, const Band *band)
{
  JalonMark *mark = jalon_scene_add (plot->scene, JALON_SHAPE_RECT, band->x0, plot->top, band->x1 - band->x0, plot->axis - plot->top);
  g_autofree char *name = get_event_name (plot, band->event);
  JalonDate span = band->event->start;
  g_autofree char *date = NULL;

  if (jalon_date_is_set (&band->event->end))
    {
      span.to = band->event->end.to;
      span.is_span = TRUE;
    }
  date = jalon_words_date (plot->input->language, &span, JALON_DATE_LONG);
  mark->fill = JALON_FILL_SOFT;
  mark->ink = JALON_INK_BAND;
  mark->target = JALON_TARGET_EVENT;
  mark->key = g_strdup (band->event->base.id);
  mark->order = jalon_date_get_first_day (&band->event->start);
  mark->name = jalon_layout_join_name (plot->input->language, name, date);
  mark->tooltip = g_strdup_printf ("%s\n%s", name, date);
}

/* Above its band, in the lowest row where it meets no other. */
static void
add_band_label (JalonTimePlot *plot, const Band *band, double *ends)
{
  JalonType *type = plot->input->type;
  g_autofree char *name = get_event_name (plot, band->event);
  double width = jalon_layout_get_width (type, JALON_STYLE_SMALL, name);
  double line = jalon_type_get_line_height (type, JALON_STYLE_SMALL);

  for (guint row = 0; row < MAX_EVENT_ROWS; row++)
    {
      double x = MIN (band->x0, plot->width - width);
      double y = plot->top - (row + 1) * line - 1;

      if (x < ends[row] || y < 0)
        continue;
      jalon_layout_add_text (plot->scene, type, JALON_STYLE_SMALL, JALON_INK_ACCENT, name, x, y)->key
          = g_strdup (band->event->base.id);
      ends[row] = x + width + TICK_GAP;
      return;
    }
}

/**
 * jalon_timeline_add_events:
 *
 * Events as bands behind everything, named above the lanes where there is room.
 */
void
jalon_timeline_add_events (JalonTimePlot *plot)
{
  g_autoptr (GArray) bands = list_bands (plot);
  double ends[MAX_EVENT_ROWS] = { plot->label_end };

  for (guint i = 0; i < bands->len; i++)
    add_band (plot, &g_array_index (bands, Band, i));
  for (guint i = 0; i < bands->len; i++)
    add_band_label (plot, &g_array_index (bands, Band, i), ends);
}
