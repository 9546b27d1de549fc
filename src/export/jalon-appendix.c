/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "export/jalon-appendix.h"

#include <math.h>

#include "export/jalon-row.h"
#include "words/jalon-words.h"

#define ROW_GAP 5.0
#define CELL_GAP 12.0
/* A page that grows with its rows ends here, in logical pixels. */
#define MAX_HEIGHT 16000.0

/* A column of the table: its heading, the part of the width it has. */
typedef struct
{
  const char *heading;
  double part;
  gboolean to_right;
} Column;

enum
{
  COLUMN_TITLE,
  COLUMN_WHERE,
  COLUMN_WHEN,
  COLUMN_STATUS,
  COLUMN_STATED,
  COLUMN_COUNTED,
  N_COLUMNS
};

static const Column columns[N_COLUMNS] = {
  [COLUMN_TITLE] = { NC_ ("column", "Project"), 0.29, FALSE },
  [COLUMN_WHERE] = { NC_ ("column", "Place"), 0.18, FALSE },
  [COLUMN_WHEN] = { NC_ ("column", "Announced"), 0.11, FALSE },
  [COLUMN_STATUS] = { NC_ ("column", "Status"), 0.1, FALSE },
  [COLUMN_STATED] = { NC_ ("column", "Amount"), 0.16, TRUE },
  [COLUMN_COUNTED] = { NC_ ("column", "Counted here"), 0.16, TRUE },
};

/* Rows that go from page to page. */
typedef struct
{
  JalonSheet sheet;
  const char *name;
  gboolean paged;
  guint n_cut;
  JalonScene *(*make_head) (const JalonSheet *sheet); /* NULL: none */
} Flow;

static void
add_rule (JalonScene *scene, double y)
{
  JalonMark *rule = jalon_scene_add (scene, JALON_SHAPE_LINE, 0, y, jalon_scene_get_width (scene), 0);

  rule->stroke = JALON_INK_FAINT;
  rule->stroke_width = 1;
}

/* Returns the height of the cell. */
static double
add_cell (JalonScene *row, JalonType *type, JalonStyle style, JalonInk ink, const char *text, int column, double y)
{
  double total = jalon_scene_get_width (row), x = 0, room, height = jalon_type_get_line_height (type, style);
  g_auto (GStrv) lines = NULL;
  guint n = 0;

  for (int i = 0; i < column; i++)
    x += columns[i].part * total;
  room = columns[column].part * total - CELL_GAP;
  lines = jalon_type_wrap (type, style, text, room, 3, NULL);
  for (; lines[n] != NULL; n++)
    {
      double width;

      jalon_type_measure (type, style, lines[n], &width, NULL);
      jalon_scene_add_text (row, style, ink, lines[n], columns[column].to_right ? x + CELL_GAP + room - width : x,
                            y + n * height, width, height);
    }
  return n * height;
}

static JalonScene *
make_table_head (const JalonSheet *sheet)
{
  JalonScene *row = jalon_scene_new (jalon_sheet_get_width (sheet), 1);
  double height = 0;

  for (int i = 0; i < N_COLUMNS; i++)
    height = MAX (height, add_cell (row, sheet->document->type, JALON_STYLE_LABEL_STRONG, JALON_INK_TEXT,
                                    jalon_trc (sheet->document->language, "column", columns[i].heading), i, 0));
  add_rule (row, height + 2);
  jalon_scene_set_height (row, height + 2 + ROW_GAP);
  return row;
}

static char *
write_where (const JalonSheet *sheet, const JalonProject *project)
{
  const JalonLanguage *language = sheet->document->language;
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < project->at->len; i++)
    {
      const JalonPlace *place = g_ptr_array_index (project->at, i);
      g_autofree char *name = jalon_words_isolate (jalon_words_text (language, place->name));

      g_string_append_printf (list, "%s%s", i > 0 ? ", " : "", name);
    }
  if (list->len == 0)
    g_string_append (list, jalon_words_scope (language, project->scope));
  return g_string_free (g_steal_pointer (&list), FALSE);
}

static char *
write_counted (const JalonSheet *sheet, const JalonShare *share)
{
  const JalonLanguage *language = sheet->document->language;
  const char *currency = jalon_dataset_get_currency (jalon_figures_get_dataset (sheet->input->figures));

  if (jalon_share_is_addend (share))
    return jalon_words_sum (language, &share->remainder, currency, JALON_MONEY_COMPACT);
  return g_strdup (share->reason != JALON_REASON_NONE && share->reason != JALON_REASON_UNDISCLOSED
                       ? jalon_words_reason (language, share->reason)
                       : "–");
}

static JalonScene *
make_table_row (const JalonSheet *sheet, const JalonShare *share)
{
  const JalonLanguage *language = sheet->document->language;
  JalonScene *row = jalon_scene_new (jalon_sheet_get_width (sheet), 1);
  g_autofree char *title = jalon_words_isolate (jalon_words_text (language, share->project->title));
  g_autofree char *where = write_where (sheet, share->project);
  g_autofree char *when = jalon_words_date (language, share->first != NULL ? &share->first->date : NULL, JALON_DATE_SHORT);
  const char *currency = jalon_dataset_get_currency (jalon_figures_get_dataset (sheet->input->figures));
  g_autofree char *stated = jalon_words_stated (language, share, currency, JALON_MONEY_COMPACT);
  g_autofree char *counted = write_counted (sheet, share);
  const char *cells[N_COLUMNS] = { title, where, when, jalon_words_status (language, share->status), stated, counted };
  double height = 0;

  for (int i = 0; i < N_COLUMNS; i++)
    height = MAX (height, add_cell (row, sheet->document->type, i == COLUMN_TITLE ? JALON_STYLE_LABEL_STRONG : JALON_STYLE_LABEL,
                                    i == COLUMN_COUNTED && jalon_share_is_addend (share) ? JALON_INK_TEXT
                                    : i == COLUMN_TITLE || i == COLUMN_STATED            ? JALON_INK_TEXT
                                                                                         : JALON_INK_DIM,
                                    cells[i], i, 0));
  add_rule (row, height + 2);
  jalon_scene_set_height (row, height + 2 + ROW_GAP);
  return row;
}

static JalonPanel *
place_row (Flow *flow, JalonScene *row)
{
  JalonPanel *panel = jalon_page_add (flow->sheet.page, JALON_ROLE_TEXT, row, flow->sheet.left, flow->sheet.top);

  flow->sheet.top += jalon_scene_get_height (row);
  return panel;
}

/* Takes the row. Returns its panel, or NULL if it has no room any more. */
static JalonPanel *
flow_add (Flow *flow, JalonScene *row)
{
  double line = jalon_type_get_line_height (flow->sheet.document->type, JALON_STYLE_SMALL);
  double room = jalon_sheet_get_height (&flow->sheet) - (flow->paged ? 0 : line);

  if (!flow->paged && jalon_scene_get_height (row) > room)
    {
      flow->n_cut++;
      jalon_scene_unref (row);
      return NULL;
    }
  if (jalon_scene_get_height (row) > room)
    {
      jalon_sheet_begin (&flow->sheet, flow->sheet.document, flow->sheet.input, flow->name);
      jalon_sheet_add_heading (&flow->sheet, flow->name);
      if (flow->make_head != NULL)
        place_row (flow, flow->make_head (&flow->sheet));
    }
  return place_row (flow, row);
}

static void
say_cut (Flow *flow)
{
  JalonDocument *document = flow->sheet.document;
  g_autofree char *number = jalon_words_number (document->language, flow->n_cut);
  g_autofree char *more = g_strdup_printf (jalon_trn (document->language, "and %s more", "and %s more", flow->n_cut), number);
  JalonScene *scene = jalon_scene_new (jalon_sheet_get_width (&flow->sheet), 1);

  jalon_panel_add_text (scene, document->type, JALON_STYLE_SMALL, JALON_INK_DIM, more, 0, 1);
  place_row (flow, scene);
}

static void
add_shares (Flow *flow)
{
  const JalonFigures *figures = flow->sheet.input->figures;

  for (guint i = 0; i < jalon_figures_get_n_shares (figures); i++)
    if (flow->n_cut > 0)
      flow->n_cut++;
    else
      flow_add (flow, make_table_row (&flow->sheet, jalon_figures_get_share (figures, i)));
}

/**
 * jalon_appendix_add_table:
 * @paged: whether it goes on on further pages; else what doesn't fit is counted
 * @grows: whether the page gets as high as the table
 *
 * Adds every selected project as a row below the title and the headline, with what is counted of it.
 */
void
jalon_appendix_add_table (JalonDocument *document, const JalonLayoutInput *input, gboolean paged, gboolean grows)
{
  Flow flow = { .name = document->about->title, .paged = paged, .make_head = make_table_head };

  if (grows)
    document->height = MAX_HEIGHT;
  jalon_sheet_begin (&flow.sheet, document, input, flow.name);
  jalon_sheet_add_foot (&flow.sheet, FALSE);
  jalon_sheet_add_title (&flow.sheet);
  jalon_sheet_add_headline (&flow.sheet);
  place_row (&flow, make_table_head (&flow.sheet));
  add_shares (&flow);
  if (flow.n_cut > 0)
    say_cut (&flow);
  else if (grows)
    jalon_sheet_shrink (&flow.sheet);
  if (document->pages->len == 1)
    jalon_sheet_end (&flow.sheet, 1);
}

static void
begin_list (Flow *flow, JalonDocument *document, const JalonLayoutInput *input, const char *name)
{
  *flow = (Flow) { .name = name, .paged = TRUE };
  jalon_sheet_begin (&flow->sheet, document, input, name);
  jalon_sheet_add_heading (&flow->sheet, name);
}

static void
add_left_out (JalonDocument *document, const JalonLayoutInput *input)
{
  Flow flow;

  if (jalon_figures_get_n_left_out (input->figures) == 0)
    return;
  begin_list (&flow, document, input, jalon_tr (document->language, "What is left out of the total, and why"));
  for (guint i = 0; i < jalon_figures_get_n_shares (input->figures); i++)
    {
      const JalonShare *share = jalon_figures_get_share (input->figures, i);
      g_autofree char *title = jalon_words_isolate (jalon_words_text (document->language, share->project->title));
      g_autofree char *why = NULL;
      JalonScene *row;
      double y;

      if (share->reason == JALON_REASON_NONE)
        continue;
      why = jalon_words_left_out (document->language, share);
      row = jalon_scene_new (jalon_sheet_get_width (&flow.sheet), 1);
      y = jalon_panel_add_text (row, document->type, JALON_STYLE_LABEL_STRONG, JALON_INK_TEXT, title, 0, 2);
      y = jalon_panel_add_text (row, document->type, JALON_STYLE_LABEL, JALON_INK_DIM, why, y, 4);
      jalon_scene_set_height (row, y + ROW_GAP);
      flow_add (&flow, row);
    }
}

static void
add_sources (JalonDocument *document, const JalonLayoutInput *input)
{
  const GPtrArray *sources = document->about->sources;
  Flow flow;

  if (sources->len == 0)
    return;
  begin_list (&flow, document, input, jalon_tr (document->language, "Sources"));
  for (guint i = 0; i < sources->len; i++)
    {
      const JalonSource *source = g_ptr_array_index (sources, i);
      g_autofree char *words = jalon_words_source (document->language, source);
      g_autofree char *address = jalon_words_isolate (source->url != NULL ? source->url : "");
      JalonScene *row = jalon_scene_new (jalon_sheet_get_width (&flow.sheet), 1);
      double y = jalon_panel_add_text (row, document->type, JALON_STYLE_LABEL, JALON_INK_TEXT, words, 0, 3);

      if (address[0] != '\0')
        y = jalon_panel_add_text (row, document->type, JALON_STYLE_SMALL, JALON_INK_ACCENT, address, y, 1);
      jalon_scene_set_height (row, y + ROW_GAP);
      jalon_panel_add_link (flow_add (&flow, row), source->url);
    }
}

/**
 * jalon_appendix_add:
 * @with_table: whether the projects are to be listed too
 *
 * Adds pages that say in full what a picture has no room for: each project, what is left out and why, and each source, with a
 * link to it.
 */
void
jalon_appendix_add (JalonDocument *document, const JalonLayoutInput *input, gboolean with_table)
{
  if (with_table)
    {
      Flow flow;

      begin_list (&flow, document, input, jalon_tr (document->language, "Projects"));
      flow.make_head = make_table_head;
      place_row (&flow, make_table_head (&flow.sheet));
      add_shares (&flow);
    }
  add_left_out (document, input);
  add_sources (document, input);
}
