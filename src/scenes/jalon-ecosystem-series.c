/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "scenes/jalon-ecosystem-private.h"

/* All in logical pixels, at a text scale of 1. */
#define CHART_HEIGHT 34.0
#define RADIUS 4.0
#define GAP 6.0

/* Where the values of a series stand: steps from date to date. */
typedef struct
{
  JalonCard *card;
  const JalonIndicator *indicator;
  const GPtrArray *readings;
  double top;
  double first, last; /* days */
  double least, most; /* values */
} Series;

static const JalonReading *
get_reading (const Series *series, guint i)
{
  return g_ptr_array_index (series->readings, i);
}

static double
get_day (const JalonReading *reading)
{
  return jalon_date_is_set (&reading->date) ? jalon_date_get_first_day (&reading->date) : 0;
}

static JalonPoint
get_point (const Series *series, guint i)
{
  const JalonReading *reading = get_reading (series, i);
  double radius = RADIUS * series->card->scale;
  double x = series->last > series->first ? (get_day (reading) - series->first) / (series->last - series->first) : 0.5;
  double y = series->most > series->least ? (reading->value->max - series->least) / (series->most - series->least) : 0.5;

  return (JalonPoint) { series->card->left + radius + x * (series->card->width - 2 * radius),
                        series->top + radius + (1 - y) * (CHART_HEIGHT * series->card->scale - 2 * radius) };
}

static void
measure (Series *series)
{
  series->least = INFINITY;
  series->most = -INFINITY;
  for (guint i = 0; i < series->readings->len; i++)
    {
      double value = get_reading (series, i)->value->max;

      series->least = MIN (series->least, value);
      series->most = MAX (series->most, value);
    }
  series->first = get_day (get_reading (series, 0));
  series->last = get_day (get_reading (series, series->readings->len - 1));
}

/* A value holds until the next is told. */
static void
add_steps (const Series *series)
{
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (JalonPoint));
  JalonMark *path;

  for (guint i = 0; i < series->readings->len; i++)
    {
      JalonPoint point = get_point (series, i);

      if (i > 0)
        {
          const JalonPoint corner = { point.x, g_array_index (points, JalonPoint, points->len - 1).y };

          g_array_append_val (points, corner);
        }
      g_array_append_val (points, point);
    }
  path = jalon_scene_add_path (series->card->scene, (const JalonPoint *) (gpointer) points->data, points->len, FALSE);
  path->stroke = JALON_INK_ACCENT;
  path->stroke_width = 1.5;
  path->opacity = 0.6;
}

static char *
say_reading (const Series *series, const JalonReading *reading)
{
  const JalonLanguage *language = series->card->input->language;
  g_autofree char *value = jalon_card_say_value (series->card->input, series->indicator, reading);
  g_autofree char *date = jalon_words_date (language, &reading->date, JALON_DATE_SHORT);

  return date[0] != '\0' ? g_strdup_printf ("%s · %s", value, date) : g_steal_pointer (&value);
}

static void
add_dot (const Series *series, guint i)
{
  const JalonLanguage *language = series->card->input->language;
  JalonPoint point = get_point (series, i);
  double radius = RADIUS * series->card->scale;
  g_autofree char *label = jalon_words_isolate (jalon_words_text (language, series->indicator->label));
  g_autofree char *words = say_reading (series, get_reading (series, i));
  JalonMark *dot = jalon_scene_add (series->card->scene, JALON_SHAPE_DISC, point.x - radius, point.y - radius, 2 * radius, 2 * radius);

  dot->fill = JALON_FILL_SOLID;
  dot->ink = JALON_INK_ACCENT;
  dot->stroke = JALON_INK_CARD;
  dot->stroke_width = 1;
  dot->target = JALON_TARGET_INDICATOR;
  dot->key = g_strdup_printf ("%s/%u", series->indicator->base.id, get_reading (series, i)->base.index);
  dot->name = jalon_layout_join_name (language, label, words);
  dot->tooltip = g_strdup (words);
}

/**
 * jalon_card_add_series:
 * @card: a card
 * @indicator: whose values
 * @readings: (element-type JalonReading): two or more, by date
 *
 * Adds values that changed, or that sources tell differently: a step chart by date whose dots are targets %JALON_TARGET_INDICATOR, and
 * below it each value with its date and its sources. Heights are between the least and the greatest value: the values stand there in
 * words.
 */
void
jalon_card_add_series (JalonCard *card, const JalonIndicator *indicator, const GPtrArray *readings)
{
  Series series = { .card = card, .indicator = indicator, .readings = readings, .top = card->y + GAP };

  measure (&series);
  add_steps (&series);
  for (guint i = 0; i < readings->len; i++)
    add_dot (&series, i);
  card->y += CHART_HEIGHT * card->scale + 2 * GAP;
  for (guint i = readings->len; i-- > 0;)
    {
      const JalonReading *reading = g_ptr_array_index (readings, i);
      g_autofree char *words = say_reading (&series, reading);
      g_autofree char *owner = g_strdup_printf ("%s/%u", indicator->base.id, reading->base.index);

      jalon_card_add_text (card, JALON_STYLE_SMALL, JALON_INK_TEXT, words, 2);
      for (guint j = 0; j < reading->sources->len; j++)
        jalon_card_add_source (card, owner, g_ptr_array_index (reading->sources, j), TRUE);
    }
}
