/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "scenes/jalon-slide-private.h"

#include <math.h>

#include "words/jalon-words.h"

#define COLUMN_GAP 40.0
#define CODE_SIZE 130.0
#define MOST_SPREAD 1.7 /* times the height of a cell, from one to the next */

/* What one cell of a list shows, in the room that it is given, of which it takes from the top. */
typedef void (*AddCell) (JalonSlideRoom *cell, gconstpointer item);

/* A list in two columns, on as many slides as it needs. */
typedef struct
{
  GPtrArray *slides;
  const JalonSlidesInput *input;
  const JalonStoryStep *step;
  JalonSlideKind kind;
  AddCell add;
  const GPtrArray *items;
  guint n; /* of the items: those that there is room for */
} List;

static void
begin (const List *list, JalonSlideRoom *room)
{
  jalon_slide_begin (room, list->input, list->step, list->kind,
                     jalon_words_vocabulary (list->input->layout.language, JALON_VOCABULARY_SLIDE, (int) list->kind));
  jalon_slide_add_heading (room);
  room->top += JALON_SLIDE_SMALL_GAP * room->unit;
  if (list->n < list->items->len)
    {
      g_autofree char *more = jalon_slide_write_more (list->input, list->items->len - list->n);

      jalon_slide_add_words (room, JALON_STYLE_LABEL, JALON_INK_DIM, more, 1);
      jalon_slide_say (room, more);
    }
}

static JalonSlideRoom
get_cell (const JalonSlideRoom *room, guint column, double top)
{
  double gap = COLUMN_GAP * room->unit, width = floor ((jalon_slide_get_width (room) - gap) / 2);
  JalonSlideRoom cell = *room;

  cell.left += column * (width + gap);
  cell.right = cell.left + width;
  cell.top = top;
  return cell;
}

/* The height of the highest, by a slide that nobody sees. */
static double
measure (const List *list)
{
  JalonSlideRoom room;
  double height = 1;

  begin (list, &room);
  for (guint i = 0; i < list->n; i++)
    {
      JalonSlideRoom cell = get_cell (&room, 0, 0);

      list->add (&cell, g_ptr_array_index (list->items, i));
      height = MAX (height, cell.top);
    }
  g_string_free (room.said, TRUE);
  jalon_slide_free (room.slide);
  return height;
}

/* One slide, from an item on, so many rows at least. Returns how many items went in. */
static guint
add_slide (const List *list, guint next, double height)
{
  JalonSlideRoom room;
  guint fitting, n_slides, n, rows;
  double pitch;

  begin (list, &room);
  fitting = 2 * (guint) MAX (floor ((jalon_slide_get_height (&room) + JALON_SLIDE_GAP * room.unit) / (height + JALON_SLIDE_GAP * room.unit)), 1);
  n_slides = (list->n - next + fitting - 1) / fitting; /* this one and those to come, filled evenly */
  n = (list->n - next + n_slides - 1) / n_slides;
  rows = (n + 1) / 2;
  pitch = MIN (jalon_slide_get_height (&room) / rows, height * MOST_SPREAD);
  for (guint i = 0; i < n; i++)
    {
      JalonSlideRoom cell = get_cell (&room, i / rows, room.top + (i % rows) * pitch);

      list->add (&cell, g_ptr_array_index (list->items, next + i));
    }
  jalon_slide_end (&room, list->slides);
  return n;
}

static void
add_list (List *list)
{
  double height;

  list->n = MIN (list->items->len, JALON_SLIDE_MOST_CELLS);
  height = list->n > 0 ? measure (list) : 0;
  for (guint next = 0; next < list->n;)
    next += add_slide (list, next, height);
}

static void
add_undisclosed (JalonSlideRoom *cell, gconstpointer item)
{
  const JalonLanguage *language = cell->input->layout.language;
  const JalonShare *share = item;
  g_autofree char *title = jalon_words_isolate (jalon_words_text (language, share->project->title));
  g_autofree char *date = share->first != NULL ? jalon_words_date (language, &share->first->date, JALON_DATE_LONG) : NULL;
  g_autoptr (GString) facts = g_string_new (jalon_words_kind (language, share->project->kind));

  if (date != NULL)
    g_string_append_printf (facts, " · %s", date);
  jalon_slide_say (cell, title);
  jalon_slide_add_words (cell, JALON_STYLE_STRONG, JALON_INK_TEXT, title, 2);
  jalon_slide_add_words (cell, JALON_STYLE_SMALL, JALON_INK_DIM, facts->str, 1);
}

/**
 * jalon_slide_list_undisclosed:
 * @slides: (element-type JalonSlide): where the slides go to
 * @step: (nullable): what the file wants of them
 *
 * Adds the projects without a public amount, together.
 */
void
jalon_slide_list_undisclosed (GPtrArray *slides, const JalonSlidesInput *input, const JalonStoryStep *step)
{
  g_autoptr (GPtrArray) shares = g_ptr_array_new ();
  List list = { slides, input, step, JALON_SLIDE_UNDISCLOSED, add_undisclosed, shares, 0 };

  for (guint i = 0; i < jalon_figures_get_n_shares (input->layout.figures); i++)
    {
      const JalonShare *share = jalon_figures_get_share (input->layout.figures, i);

      if (jalon_share_is_undisclosed (share))
        g_ptr_array_add (shares, (gpointer) share);
    }
  add_list (&list);
}

static const JalonReading *
get_last_reading (const JalonIndicator *indicator)
{
  guint n = indicator->readings->len;
  const JalonReading *reading = n > 0 ? g_ptr_array_index (indicator->readings, n - 1) : NULL;

  return reading != NULL && reading->value != NULL ? reading : NULL;
}

static void
add_indicator (JalonSlideRoom *cell, gconstpointer item)
{
  const JalonLanguage *language = cell->input->layout.language;
  const JalonIndicator *indicator = item;
  g_autofree char *label = jalon_words_isolate (jalon_words_text (language, indicator->label));
  g_autofree char *value
      = jalon_words_quantity (language, get_last_reading (indicator)->value, jalon_words_text (language, indicator->unit));
  g_autofree char *said = g_strdup_printf ("%s · %s", value, label);

  jalon_slide_say (cell, said);
  jalon_slide_add_words (cell, JALON_STYLE_TITLE, JALON_INK_TEXT, value, 2);
  jalon_slide_add_words (cell, JALON_STYLE_LABEL, JALON_INK_DIM, label, 3);
}

/**
 * jalon_slide_list_ecosystem:
 * @slides: (element-type JalonSlide): where the slides go to
 * @step: (nullable): what the file wants of them
 *
 * Adds the file's figures that are no investment, each with its last reading.
 */
void
jalon_slide_list_ecosystem (GPtrArray *slides, const JalonSlidesInput *input, const JalonStoryStep *step)
{
  JalonDataset *dataset = jalon_figures_get_dataset (input->layout.figures);
  const GPtrArray *indicators = jalon_dataset_get_list (dataset, JALON_LIST_INDICATORS);
  g_autoptr (GPtrArray) known = g_ptr_array_new ();
  List list = { slides, input, step, JALON_SLIDE_ECOSYSTEM, add_indicator, known, 0 };

  for (guint i = 0; i < indicators->len; i++)
    if (get_last_reading (g_ptr_array_index (indicators, i)) != NULL)
      g_ptr_array_add (known, g_ptr_array_index (indicators, i));
  add_list (&list);
}

/* Whose amount it is, and as a code for the audience's phones, who says so. */
static void
add_source (JalonSlideRoom *cell, gconstpointer item)
{
  const JalonLanguage *language = cell->input->layout.language;
  const JalonShare *share = item;
  g_autofree char *title = jalon_words_isolate (jalon_words_text (language, share->project->title));

  jalon_slide_add_code (cell, title, jalon_slide_get_source (share), CODE_SIZE * cell->unit);
}

/**
 * jalon_slide_list_sources:
 * @slides: (element-type JalonSlide): where the slides go to
 * @step: (nullable): what the file wants of them
 * @counted: (element-type JalonShare): the projects with an amount that counts
 *
 * Adds the source of each amount that counts.
 */
void
jalon_slide_list_sources (GPtrArray *slides, const JalonSlidesInput *input, const JalonStoryStep *step, const GPtrArray *counted)
{
  g_autoptr (GPtrArray) shares = g_ptr_array_new ();
  List list = { slides, input, step, JALON_SLIDE_SOURCES, add_source, shares, 0 };

  for (guint i = 0; i < counted->len; i++)
    if (jalon_slide_get_source (g_ptr_array_index (counted, i)) != NULL)
      g_ptr_array_add (shares, g_ptr_array_index (counted, i));
  add_list (&list);
}
