/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "export/jalon-views.h"

#include <math.h>

#include "export/jalon-appendix.h"
#include "export/jalon-deck.h"
#include "export/jalon-ecosystem-sheet.h"
#include "export/jalon-sheet.h"
#include "words/jalon-words.h"
#include "scenes/jalon-map-tint.h"
#include "scenes/jalon-slide.h"

#define DEFAULT_WIDTH 1280.0
#define DEFAULT_HEIGHT 720.0
/* From here on a dashboard has two columns. */
#define TWO_COLUMNS 900.0
#define LEFT_PART 0.6
#define MAP_PART 0.54
/* Of a dashboard in one column. */
#define NARROW_MAP_PART 0.3
#define TIMELINE_PART 0.24
#define MIN_TRAY 130.0

static double
get_card_width (const JalonSheet *sheet)
{
  return MAX (jalon_sheet_get_width (sheet) - 2 * JALON_SHEET_PADDING, 1);
}

static void
add_map (JalonSheet *sheet, double height)
{
  JalonMapFrame frame = jalon_sheet_fit_map (sheet, height);

  jalon_sheet_add_map (sheet, &frame, height);
}

static void
add_timeline (JalonSheet *sheet, double height)
{
  JalonTimeWindow window = jalon_timeline_get_opening (sheet->input->figures);

  jalon_sheet_add_timeline (sheet, &window, height);
}

/* A list in a card: as high as it needs, at most as high as there is room; what doesn't fit is counted. */
static void
add_list (JalonSheet *sheet, JalonScene *scene, double height)
{
  const JalonLanguage *language = sheet->document->language;
  JalonType *type = sheet->document->type;
  double line = jalon_type_get_line_height (type, JALON_STYLE_SMALL);
  double inner = MIN (height - 2 * JALON_SHEET_PADDING, jalon_scene_get_height (scene));
  gboolean fits = jalon_scene_get_height (scene) <= inner;
  JalonPanel *panel = jalon_sheet_add_card (sheet, scene, MAX (inner, 1));
  guint n_cut = jalon_panel_cut (panel, fits ? inner : inner - line);
  JalonScene *rest;
  g_autofree char *number = jalon_words_number (language, n_cut);
  g_autofree char *more = g_strdup_printf (jalon_trn (language, "and %s more", "and %s more", n_cut), number);

  if (n_cut == 0)
    return;
  rest = jalon_scene_new (get_card_width (sheet), line);
  jalon_panel_add_text (rest, type, JALON_STYLE_SMALL, JALON_INK_DIM, more, 0, 1);
  jalon_page_add (sheet->page, JALON_ROLE_TEXT, rest, panel->x, panel->y + MIN (panel->limit, inner - line));
}

static JalonScene *
lay_out_bars (const JalonSheet *sheet, double height)
{
  return jalon_bars_layout (sheet->input, get_card_width (sheet), height > 0 ? MAX (height - 2 * JALON_SHEET_PADDING, 1) : 0, FALSE);
}

/* The bars as high as they need, and below them what has no point on the map, if there is room for it. */
static void
add_bars_and_tray (JalonSheet *sheet)
{
  g_autoptr (JalonScene) tray = jalon_tray_layout (sheet->input, get_card_width (sheet));
  g_autoptr (JalonScene) bars = lay_out_bars (sheet, 0);
  double height = jalon_sheet_get_height (sheet);
  double rest = height - jalon_scene_get_height (bars) - 2 * JALON_SHEET_PADDING - JALON_SHEET_GAP;

  if (jalon_scene_get_height (tray) <= 0 || rest < MIN_TRAY)
    {
      add_list (sheet, lay_out_bars (sheet, height), height);
      return;
    }
  add_list (sheet, g_steal_pointer (&bars), height);
  add_list (sheet, g_steal_pointer (&tray), rest);
}

static void
add_group_heading (JalonSheet *sheet)
{
  jalon_sheet_add_heading (sheet, jalon_words_by (sheet->document->language,
                                                  jalon_figures_get_group_key (sheet->input->figures)));
}

/* Left what is where and when, right how much. */
static void
fill_two_columns (JalonSheet *sheet)
{
  JalonSheet left = *sheet, right = *sheet;

  left.right = sheet->left + floor (jalon_sheet_get_width (sheet) * LEFT_PART);
  right.left = left.right + JALON_SHEET_GAP;
  right.top = JALON_SHEET_MARGIN;
  jalon_sheet_add_title (&left);
  jalon_sheet_add_headline (&left);
  add_map (&left, MAX (floor (jalon_sheet_get_height (&left) * MAP_PART), 1));
  add_timeline (&left, jalon_sheet_get_height (&left));
  add_bars_and_tray (&right);
}

/* One below the other. */
static void
fill_one_column (JalonSheet *sheet)
{
  double height, timeline;

  jalon_sheet_add_title (sheet);
  jalon_sheet_add_headline (sheet);
  height = jalon_sheet_get_height (sheet);
  timeline = MAX (floor (height * TIMELINE_PART), 1);
  add_map (sheet, MAX (floor (height * NARROW_MAP_PART), 1));
  add_timeline (sheet, timeline);
  add_bars_and_tray (sheet);
}

/* One figure below the title and the headline. */
static void
fill_one_figure (JalonSheet *sheet, JalonView view)
{
  jalon_sheet_add_title (sheet);
  jalon_sheet_add_headline (sheet);
  if (view == JALON_VIEW_MAP)
    add_map (sheet, jalon_sheet_get_height (sheet));
  else if (view == JALON_VIEW_TIMELINE)
    add_timeline (sheet, jalon_sheet_get_height (sheet));
  else
    {
      add_group_heading (sheet);
      add_list (sheet, lay_out_bars (sheet, jalon_sheet_get_height (sheet)), jalon_sheet_get_height (sheet));
    }
}

static void
fill (JalonSheet *sheet, JalonView view)
{
  gboolean has_map = view == JALON_VIEW_MAP || view == JALON_VIEW_DASHBOARD;

  jalon_sheet_add_foot (sheet, has_map);
  jalon_sheet_add_legend (sheet, has_map);
  if (view != JALON_VIEW_DASHBOARD)
    fill_one_figure (sheet, view);
  else if (sheet->document->width >= TWO_COLUMNS)
    fill_two_columns (sheet);
  else
    fill_one_column (sheet);
  jalon_sheet_end (sheet, 2);
}

/* Summing up the days of a large file takes a while: only for who draws their line. */
static JalonMoneyHistory *
compute_history (const JalonExportRequest *request)
{
  if (request->view != JALON_VIEW_DASHBOARD && request->view != JALON_VIEW_TIMELINE && request->view != JALON_VIEW_DECK)
    return NULL;
  return jalon_money_history_compute (request->dataset, request->query, NULL);
}

/**
 * jalon_views_begin:
 * @request: how large, and with which map
 * @about: what the document says of itself; must outlive it
 * @hinted: whether letters stand on whole pixels
 *
 * Returns: (transfer full): a document without a page
 */
JalonDocument *
jalon_views_begin (const JalonExportRequest *request, const JalonAbout *about, gboolean hinted)
{
  JalonDocument *document
      = jalon_document_new (request->width > 0 ? request->width : DEFAULT_WIDTH,
                            request->height > 0 ? request->height : DEFAULT_HEIGHT, request->theme, request->language, about, hinted);
  g_autoptr (JalonBasemap) bundled = request->basemap == NULL ? jalon_basemap_open_bundled (NULL) : NULL;

  document->watch = request->watch;
  jalon_document_set_basemap (document, request->basemap != NULL ? request->basemap : bundled);
  g_strfreev (document->tint);
  document->tint = jalon_map_tint_list (request->dataset, request->query);
  return document;
}

/**
 * jalon_views_lay_out:
 * @request: which view, and how large
 * @figures: what it shows
 * @about: what it says of itself; must outlive the document
 * @paged: whether more pages can follow the first, for what doesn't fit there
 * @hinted: whether letters stand on whole pixels
 *
 * Returns: (transfer full): the view as pages
 */
JalonDocument *
jalon_views_lay_out (
    const JalonExportRequest *request, const JalonFigures *figures, const JalonAbout *about, gboolean paged, gboolean hinted)
{
  JalonDocument *document = jalon_views_begin (request, about, hinted);
  g_autoptr (JalonMoneyHistory) history = compute_history (request);
  JalonLayoutInput input = { .figures = figures,
                             .history = history,
                             .language = request->language,
                             .type = document->type,
                             .selected = jalon_query_get_selected (request->query) };
  JalonSheet sheet;

  if (request->view == JALON_VIEW_DECK)
    {
      document->theme = jalon_slides_get_theme (request->theme);
      jalon_document_set_text_scale (document, jalon_slides_get_text_scale (document->width, document->height));
      input.type = document->type;
      jalon_deck_fill (document, &input, request->query);
    }
  else if (request->view == JALON_VIEW_ECOSYSTEM)
    jalon_ecosystem_sheet_add (document, &input, request->query);
  else if (request->view == JALON_VIEW_TABLE)
    jalon_appendix_add_table (document, &input, paged, !paged && request->height <= 0);
  else
    {
      jalon_sheet_begin (&sheet, document, &input, about->title);
      fill (&sheet, request->view);
    }
  if (paged && request->view != JALON_VIEW_DECK && request->view != JALON_VIEW_ECOSYSTEM)
    jalon_appendix_add (document, &input, request->view != JALON_VIEW_TABLE);
  return document;
}
