/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "export/jalon-deck.h"

#include <math.h>

#include "export/jalon-row.h"
#include "export/jalon-slide.h"
#include "words/jalon-words.h"

#define CODE_SIZE 130.0
#define CODES_PER_COLUMN 4u
#define PLACE_ZOOM 9.0
#define TEXT_PART 0.5
#define BOX_COUNT 4u
#define PARTS_IN_BOX 4u
#define SMALL_GAP 8.0
#define COLUMN_GAP 40.0

typedef struct
{
  JalonDocument *document;
  const JalonLayoutInput *input;
  JalonFigures *whole; /* of the file, with what contains what is shown */
  const char *currency;
} Deck;

static void
add_title (const Deck *deck)
{
  const JalonAbout *about = deck->document->about;
  JalonDataset *dataset = jalon_figures_get_dataset (deck->input->figures);
  g_autofree char *subtitle = jalon_words_isolate (jalon_words_text (deck->document->language,
                                                                     jalon_dataset_get_subtitle (dataset)));
  g_autofree char *as_of = g_strdup_printf (jalon_tr (deck->document->language, "Data as of %s"), about->as_of);
  JalonSheet slide;

  jalon_slide_begin (&slide, deck->document, deck->input, about->title);
  jalon_sheet_add_foot (&slide, TRUE);
  slide.top = floor (deck->document->height / 5);
  jalon_slide_add_words (&slide, JALON_STYLE_HEADLINE, JALON_INK_TEXT, about->title, 3);
  slide.top += SMALL_GAP;
  jalon_slide_add_words (&slide, JALON_STYLE_BODY, JALON_INK_TEXT, subtitle, 3);
  slide.top += SMALL_GAP;
  jalon_slide_add_words (&slide, JALON_STYLE_BODY, JALON_INK_DIM, about->filters, 2);
  if (about->as_of[0] != '\0')
    jalon_slide_add_words (&slide, JALON_STYLE_BODY, JALON_INK_DIM, as_of, 1);
  jalon_sheet_end (&slide, 1);
}

static void
begin (const Deck *deck, JalonSheet *slide, const char *heading)
{
  jalon_slide_begin (slide, deck->document, deck->input, heading);
  jalon_slide_add_words (slide, JALON_STYLE_TITLE, JALON_INK_TEXT, heading, 2);
  slide->top += SMALL_GAP;
}

static void
add_overview (const Deck *deck)
{
  JalonSheet slide;
  JalonMapFrame frame;

  begin (deck, &slide, jalon_tr (deck->document->language, "At a glance"));
  jalon_sheet_add_headline (&slide);
  frame = jalon_map_fit (deck->input->figures, jalon_sheet_get_width (&slide), jalon_sheet_get_height (&slide));
  jalon_slide_add_map (&slide, &frame, NULL);
}

static gboolean
is_within (const JalonProject *project, const JalonProject *whole)
{
  while (project != NULL && project != whole)
    project = project->part_of;
  return project != NULL;
}

static char *
write_line (const Deck *deck, const JalonShare *share)
{
  const JalonLanguage *language = deck->document->language;
  g_autofree char *title = jalon_words_isolate (jalon_words_text (language, share->project->title));
  g_autofree char *amount = jalon_row_write_stated (deck->whole, language, share, JALON_MONEY_COMPACT);

  return g_strdup_printf ("%s · %s", title, amount);
}

/* A whole as a box, with those of its parts that are shown as boxes in it. */
static void
add_box (const Deck *deck, const JalonSheet *slide, const JalonShare *whole)
{
  JalonSheet box = *slide;
  JalonScene *ground = jalon_scene_new (jalon_sheet_get_width (slide), jalon_sheet_get_height (slide));
  JalonMark *rim = jalon_scene_add (ground, JALON_SHAPE_RECT, 0, 0, jalon_sheet_get_width (slide), jalon_sheet_get_height (slide));
  g_autofree char *line = write_line (deck, whole);
  guint n = 0, n_more;
  g_autofree char *number = NULL, *more = NULL;

  rim->radius = SMALL_GAP;
  rim->fill = JALON_FILL_SOLID;
  rim->ink = JALON_INK_CARD;
  rim->stroke = jalon_ink_for_kind (whole->project->kind);
  rim->stroke_width = 3;
  jalon_page_add (box.page, JALON_ROLE_FIGURE, ground, box.left, box.top);
  box.left += JALON_SHEET_GAP;
  box.right -= JALON_SHEET_GAP;
  box.top += SMALL_GAP;
  jalon_slide_add_words (&box, JALON_STYLE_STRONG, JALON_INK_TEXT, line, 2);
  for (guint i = 0; i < jalon_figures_get_n_shares (deck->input->figures); i++)
    {
      const JalonShare *share = jalon_figures_get_share (deck->input->figures, i);
      g_autofree char *part = NULL;

      if (share->project == whole->project || !is_within (share->project, whole->project) || n++ >= PARTS_IN_BOX)
        continue;
      part = write_line (deck, share);
      jalon_slide_add_words (&box, JALON_STYLE_SMALL, JALON_INK_DIM, part, 2);
    }
  n_more = n > PARTS_IN_BOX ? n - PARTS_IN_BOX : 0;
  number = jalon_words_number (deck->document->language, n_more);
  more = g_strdup_printf (jalon_trn (deck->document->language, "and %s more", "and %s more", n_more), number);
  if (n_more > 0)
    jalon_slide_add_words (&box, JALON_STYLE_SMALL, JALON_INK_DIM, more, 1);
}

static int
compare_stated (gconstpointer a, gconstpointer b)
{
  const JalonShare *one = *(const JalonShare *const *) a, *other = *(const JalonShare *const *) b;

  return one->stated.ceiling < other->stated.ceiling ? 1 : -(one->stated.ceiling > other->stated.ceiling);
}

/* What isn't shown but contains what is, with an amount: the largest first. */
static GPtrArray *
list_wholes (const Deck *deck)
{
  g_autoptr (GPtrArray) context = jalon_figures_list_context (deck->input->figures);
  GPtrArray *wholes = g_ptr_array_new ();

  for (guint i = 0; i < context->len; i++)
    {
      const JalonShare *share = jalon_figures_find_share (deck->whole, g_ptr_array_index (context, i));

      if (share != NULL && share->disclosed)
        g_ptr_array_add (wholes, (gpointer) share);
    }
  g_ptr_array_sort (wholes, compare_stated);
  return wholes;
}

/* What a sum of all that was announced would say, and what the total is. */
static char *
write_trap (const Deck *deck, const GPtrArray *wholes)
{
  const JalonLanguage *language = deck->document->language;
  JalonSum naive = { 0 }, total = jalon_figures_get_total (deck->input->figures);
  g_autofree char *added = NULL, *counted = jalon_words_sum (language, &total, deck->currency, JALON_MONEY_COMPACT);

  for (guint i = 0; i < wholes->len; i++)
    naive.ceiling += ((const JalonShare *) g_ptr_array_index (wholes, i))->stated.ceiling;
  for (guint i = 0; i < jalon_figures_get_n_shares (deck->input->figures); i++)
    naive.ceiling += jalon_figures_get_share (deck->input->figures, i)->stated.ceiling;
  naive.firm = naive.ceiling;
  added = jalon_words_sum (language, &naive, deck->currency, JALON_MONEY_COMPACT);
  return g_strdup_printf (
      jalon_tr (language, "Added up as they were announced, these amounts and what contains them would make %s. Counted once: %s."),
      added, counted);
}

/* Why the amounts can't be added up: what contains what. */
static void
add_trap (const Deck *deck)
{
  g_autoptr (GPtrArray) wholes = list_wholes (deck);
  g_autofree char *sentence = write_trap (deck, wholes);
  JalonSheet slide;
  double width, height;

  if (wholes->len == 0)
    return;
  begin (deck, &slide, jalon_tr (deck->document->language, "Why the amounts can’t simply be added up"));
  jalon_slide_add_words (&slide, JALON_STYLE_BODY, JALON_INK_TEXT, sentence, 3);
  slide.top += SMALL_GAP;
  width = floor ((jalon_sheet_get_width (&slide) - JALON_SHEET_GAP) / 2);
  height = floor ((jalon_sheet_get_height (&slide) - JALON_SHEET_GAP) / 2);
  for (guint i = 0; i < MIN (wholes->len, BOX_COUNT); i++)
    {
      JalonSheet cell = slide;

      cell.left += (i % 2) * (width + JALON_SHEET_GAP);
      cell.right = cell.left + width;
      cell.top += (i / 2) * (height + JALON_SHEET_GAP);
      cell.bottom = cell.top + height;
      add_box (deck, &cell, g_ptr_array_index (wholes, i));
    }
}

static const JalonSource *
get_source (const JalonShare *share)
{
  const GPtrArray *sources = share->stating != NULL ? share->stating->sources : NULL;

  return sources != NULL && sources->len > 0 ? g_ptr_array_index (sources, 0) : NULL;
}

static char *
write_facts (const Deck *deck, const JalonShare *share)
{
  const JalonLanguage *language = deck->document->language;
  g_autoptr (GString) line = g_string_new (jalon_words_kind (language, share->project->kind));

  if (share->status != JALON_STATUS_UNSET)
    g_string_append_printf (line, " · %s", jalon_words_status (language, share->status));
  if (share->first != NULL)
    {
      g_autofree char *date = jalon_words_date (language, &share->first->date, JALON_DATE_LONG);
      g_string_append_printf (line, " · %s", date);
    }
  return g_string_free (g_steal_pointer (&line), FALSE);
}

static void
add_project (const Deck *deck, const JalonShare *share)
{
  const JalonLanguage *language = deck->document->language;
  g_autofree char *title = jalon_words_isolate (jalon_words_text (language, share->project->title));
  g_autofree char *summary = jalon_words_isolate (jalon_words_text (language, share->project->summary));
  g_autofree char *amount = jalon_row_write_stated (deck->input->figures, language, share, JALON_MONEY_COMPACT);
  g_autofree char *facts = write_facts (deck, share);
  const JalonSource *source = get_source (share);
  const JalonPlace *place = share->project->at->len == 1 ? g_ptr_array_index (share->project->at, 0) : NULL;
  JalonSheet slide, right;

  jalon_slide_begin (&slide, deck->document, deck->input, title);
  right = slide;
  if (place != NULL)
    {
      JalonMapFrame frame = { place->lat, place->lon, PLACE_ZOOM };

      slide.right = slide.left + floor (jalon_sheet_get_width (&slide) * TEXT_PART) - 2 * JALON_SHEET_GAP;
      right.left = slide.right + 2 * JALON_SHEET_GAP;
      right.top = 0;
      right.right = deck->document->width;
      right.bottom = deck->document->height;
      jalon_slide_add_map (&right, &frame, share->project->base.id);
    }
  jalon_slide_add_words (&slide, JALON_STYLE_TITLE, JALON_INK_TEXT, title, 3);
  slide.top += SMALL_GAP;
  jalon_slide_add_words (&slide, JALON_STYLE_HEADLINE, JALON_INK_TEXT, amount, 3);
  slide.top += SMALL_GAP;
  jalon_slide_add_words (&slide, JALON_STYLE_SMALL, JALON_INK_DIM, facts, 2);
  slide.top += JALON_SHEET_GAP;
  jalon_slide_add_words (&slide, JALON_STYLE_BODY, JALON_INK_TEXT, summary, 7);
  slide.top = MAX (slide.top + JALON_SHEET_GAP, slide.bottom - CODE_SIZE);
  if (source != NULL)
    jalon_slide_add_code (&slide, source, CODE_SIZE);
}

static int
compare_counted (gconstpointer a, gconstpointer b)
{
  const JalonShare *one = *(const JalonShare *const *) a, *other = *(const JalonShare *const *) b;

  return one->rollup.ceiling < other->rollup.ceiling ? 1 : -(one->rollup.ceiling > other->rollup.ceiling);
}

/* Those with an amount that counts, the largest first. */
static GPtrArray *
list_counted (const Deck *deck)
{
  GPtrArray *counted = g_ptr_array_new ();

  for (guint i = 0; i < jalon_figures_get_n_shares (deck->input->figures); i++)
    {
      const JalonShare *share = jalon_figures_get_share (deck->input->figures, i);

      if (share->disclosed && jalon_share_is_addend (share))
        g_ptr_array_add (counted, (gpointer) share);
    }
  g_ptr_array_sort (counted, compare_counted);
  return counted;
}

static JalonScene *
make_cell (const Deck *deck, const char *strong, const char *text)
{
  double width = floor ((deck->document->width - 2 * JALON_SLIDE_MARGIN - COLUMN_GAP) / 2), y = 0;
  JalonScene *cell = jalon_scene_new (width, 1);

  if (strong != NULL)
    y = jalon_sheet_add_text (cell, deck->document->type, JALON_STYLE_STRONG, JALON_INK_TEXT, strong, y, 1);
  y = jalon_sheet_add_text (cell, deck->document->type, JALON_STYLE_LABEL, strong != NULL ? JALON_INK_DIM : JALON_INK_TEXT, text, y,
                            3);
  return cell;
}

/* Cells of one height in two columns, on as many slides as they need. Takes the scenes out of the list. */
static void
add_cells (const Deck *deck, const char *heading, GPtrArray *cells)
{
  JalonSheet slide;
  double height = 0;
  guint next = 0;

  for (guint i = 0; i < cells->len; i++)
    height = MAX (height, jalon_scene_get_height (g_ptr_array_index (cells, i)) + SMALL_GAP);
  while (next < cells->len)
    {
      guint room, n_slides, n, rows;

      begin (deck, &slide, heading);
      room = 2 * (guint) MAX (floor (jalon_sheet_get_height (&slide) / height), 1);
      n_slides = (cells->len - next + room - 1) / room; /* this one and those to come, filled evenly */
      n = (cells->len - next + n_slides - 1) / n_slides;
      rows = (n + 1) / 2;
      for (guint i = 0; i < n; i++)
        {
          JalonScene *cell = g_ptr_array_index (cells, next + i);

          jalon_page_add (slide.page, JALON_ROLE_TEXT, cell, slide.left + (i / rows) * (jalon_scene_get_width (cell) + COLUMN_GAP),
                          slide.top + (i % rows) * height);
        }
      next += n;
    }
}

static void
add_undisclosed (const Deck *deck)
{
  g_autoptr (GPtrArray) cells = g_ptr_array_new ();

  for (guint i = 0; i < jalon_figures_get_n_shares (deck->input->figures); i++)
    {
      const JalonShare *share = jalon_figures_get_share (deck->input->figures, i);

      g_autofree char *title = jalon_words_isolate (jalon_words_text (deck->document->language, share->project->title));

      if (!share->disclosed)
        g_ptr_array_add (cells, make_cell (deck, NULL, title));
    }
  add_cells (deck, jalon_tr (deck->document->language, "Announced without a public amount"), cells);
}

static void
add_figures (const Deck *deck)
{
  const JalonLanguage *language = deck->document->language;
  JalonTimeWindow window = jalon_timeline_get_opening (deck->input->figures);
  JalonSheet slide;
  JalonScene *bars;

  begin (deck, &slide, jalon_words_by (language, jalon_figures_get_group_key (deck->input->figures)));
  bars = jalon_bars_layout (deck->input, jalon_sheet_get_width (&slide), jalon_sheet_get_height (&slide), FALSE);
  jalon_panel_cut (jalon_page_add (slide.page, JALON_ROLE_FIGURE, bars, slide.left, slide.top), jalon_sheet_get_height (&slide));
  begin (deck, &slide, jalon_tr (language, "As it was announced"));
  jalon_page_add (slide.page, JALON_ROLE_FIGURE,
                  jalon_timeline_layout (deck->input, &window, jalon_sheet_get_width (&slide), jalon_sheet_get_height (&slide)),
                  slide.left, slide.top);
}

static void
add_ecosystem (const Deck *deck)
{
  const JalonLanguage *language = deck->document->language;
  const GPtrArray *indicators
      = jalon_dataset_get_list (jalon_figures_get_dataset (deck->input->figures), JALON_LIST_INDICATORS);
  g_autoptr (GPtrArray) cells = g_ptr_array_new ();

  for (guint i = 0; i < indicators->len; i++)
    {
      const JalonIndicator *indicator = g_ptr_array_index (indicators, i);
      const JalonReading *reading = indicator->readings->len > 0
                                        ? g_ptr_array_index (indicator->readings, indicator->readings->len - 1) : NULL;
      g_autofree char *label = jalon_words_isolate (jalon_words_text (language, indicator->label));
      g_autofree char *value = reading != NULL && reading->value != NULL
                                   ? jalon_words_quantity (language, reading->value, jalon_words_text (language, indicator->unit))
                                   : NULL;

      if (value != NULL)
        g_ptr_array_add (cells, make_cell (deck, value, label));
    }
  add_cells (deck, jalon_tr (language, "The ecosystem in figures"), cells);
}

/* The source of each amount that counts, as codes for the audience's phones. */
static void
add_sources (const Deck *deck, const GPtrArray *counted)
{
  JalonSheet slide, cell;
  guint n = 0;

  for (guint i = 0; i < counted->len; i++)
    {
      const JalonSource *source = get_source (g_ptr_array_index (counted, i));
      guint at = n % (2 * CODES_PER_COLUMN);
      double width;

      if (source == NULL)
        continue;
      if (at == 0)
        begin (deck, &slide, jalon_tr (deck->document->language, "Who says so"));
      width = floor ((jalon_sheet_get_width (&slide) - JALON_SHEET_GAP) / 2);
      cell = slide;
      cell.left += (at / CODES_PER_COLUMN) * (width + JALON_SHEET_GAP);
      cell.right = cell.left + width;
      cell.top += (at % CODES_PER_COLUMN) * (CODE_SIZE + SMALL_GAP);
      jalon_slide_add_code (&cell, source, CODE_SIZE);
      n++;
    }
}

/**
 * jalon_deck_fill:
 * @document: one without pages, its type large enough for a hall
 *
 * Adds the slides of a talk: title, overview, the trap of adding up, a slide a project with an amount that counts, those without
 * one, bars, timeline, ecosystem, sources.
 */
void
jalon_deck_fill (JalonDocument *document, const JalonLayoutInput *input)
{
  JalonDataset *dataset = jalon_figures_get_dataset (input->figures);
  g_autoptr (JalonQuery) all = jalon_query_new ();
  g_autoptr (JalonFigures) whole = NULL;
  g_autoptr (GPtrArray) counted = NULL;
  Deck deck = { document, input, NULL, jalon_dataset_get_currency (dataset) };

  jalon_query_set_as_of (all, jalon_figures_get_as_of (input->figures));
  deck.whole = whole = jalon_figures_compute (dataset, all);
  counted = list_counted (&deck);
  add_title (&deck);
  add_overview (&deck);
  add_trap (&deck);
  for (guint i = 0; i < counted->len; i++)
    add_project (&deck, g_ptr_array_index (counted, i));
  add_undisclosed (&deck);
  add_figures (&deck);
  add_ecosystem (&deck);
  add_sources (&deck, counted);
}
