/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "export/jalon-sheet.h"

#include <math.h>

#include "scenes/jalon-foot.h"


#define LINE_GAP 2.0

/**
 * jalon_sheet_begin:
 * @sheet: (out caller-allocates): a new last page of the document
 * @name: of the page
 */
void
jalon_sheet_begin (JalonSheet *sheet, JalonDocument *document, const JalonLayoutInput *input, const char *name)
{
  sheet->document = document;
  sheet->page = jalon_document_add_page (document, name);
  sheet->input = input;
  sheet->left = sheet->top = JALON_SHEET_MARGIN;
  sheet->right = document->width - JALON_SHEET_MARGIN;
  sheet->bottom = document->height - JALON_SHEET_MARGIN;
}

/**
 * jalon_sheet_get_width:
 *
 * Returns: how wide what is left of the page is, in logical pixels, at least 1
 */
double
jalon_sheet_get_width (const JalonSheet *sheet)
{
  return MAX (sheet->right - sheet->left, 1);
}

/**
 * jalon_sheet_get_height:
 *
 * Returns: how high what is left of the page is, in logical pixels, at least 1
 */
double
jalon_sheet_get_height (const JalonSheet *sheet)
{
  return MAX (sheet->bottom - sheet->top, 1);
}

static void
add_lines (JalonSheet *sheet, JalonPanelRole role, JalonStyle style, JalonInk ink, const char *text, guint max_lines)
{
  JalonScene *scene = jalon_scene_new (jalon_sheet_get_width (sheet), 1);
  double height = jalon_panel_add_text (scene, sheet->document->type, style, ink, text, 0, max_lines);

  jalon_page_add (sheet->page, role, scene, sheet->left, sheet->top);
  sheet->top += height;
}

/**
 * jalon_sheet_add_title:
 *
 * Adds what the page is of: the title; below it the filters, and the date as of which it holds.
 */
void
jalon_sheet_add_title (JalonSheet *sheet)
{
  const JalonAbout *about = sheet->document->about;
  const JalonLanguage *language = sheet->document->language;
  g_autoptr (GString) line = g_string_new (about->filters);

  add_lines (sheet, JALON_ROLE_TITLE, JALON_STYLE_TITLE, JALON_INK_TEXT, about->title, 2);
  if (about->as_of[0] != '\0')
    {
      if (line->len > 0)
        g_string_append (line, " · ");
      g_string_append_printf (line, jalon_tr (language, "Data as of %s"), about->as_of);
    }
  add_lines (sheet, JALON_ROLE_TEXT, JALON_STYLE_LABEL, JALON_INK_DIM, line->str, 2);
  sheet->top += JALON_SHEET_GAP / 2;
}

/**
 * jalon_sheet_add_heading:
 *
 * Adds at the top of what is left of the page what the figure below is of.
 */
void
jalon_sheet_add_heading (JalonSheet *sheet, const char *heading)
{
  add_lines (sheet, JALON_ROLE_HEADING, JALON_STYLE_STRONG, JALON_INK_TEXT, heading, 2);
  sheet->top += LINE_GAP;
}

/**
 * jalon_sheet_add_headline:
 *
 * Adds at the top of what is left of the page the total.
 */
void
jalon_sheet_add_headline (JalonSheet *sheet)
{
  JalonScene *scene = jalon_headline_layout (sheet->input, jalon_sheet_get_width (sheet));

  jalon_page_add (sheet->page, JALON_ROLE_TEXT, scene, sheet->left, sheet->top);
  sheet->top += jalon_scene_get_height (scene) + JALON_SHEET_GAP;
}

/**
 * jalon_sheet_add_card:
 * @scene: (transfer full): a scene, two paddings narrower than the sheet
 * @height: of the card without its padding
 *
 * Returns: (transfer none): the panel, the next one below it
 */
JalonPanel *
jalon_sheet_add_card (JalonSheet *sheet, JalonScene *scene, double height)
{
  JalonPanel *panel = jalon_page_add (sheet->page, JALON_ROLE_FIGURE, scene, sheet->left + JALON_SHEET_PADDING, sheet->top + JALON_SHEET_PADDING);

  panel->padding = JALON_SHEET_PADDING;
  panel->card_height = height;
  sheet->top += height + 2 * JALON_SHEET_PADDING + JALON_SHEET_GAP;
  return panel;
}

/**
 * jalon_sheet_fit_map:
 * @height: of a map as wide as the sheet
 *
 * Returns: the closest look at all pins that the base map can show
 */
JalonMapFrame
jalon_sheet_fit_map (const JalonSheet *sheet, double height)
{
  JalonMapFrame frame = jalon_map_fit (sheet->input->figures, jalon_sheet_get_width (sheet), height);
  JalonBasemap *basemap = sheet->document->basemap;

  if (basemap != NULL)
    frame.zoom = MIN (frame.zoom, jalon_map_get_fit_zoom (basemap, &frame));
  return frame;
}

/**
 * jalon_sheet_add_map:
 * @frame: where it looks
 * @height: of the map
 */
void
jalon_sheet_add_map (JalonSheet *sheet, const JalonMapFrame *frame, double height)
{
  JalonScene *scene = jalon_map_layout (sheet->input, frame, jalon_sheet_get_width (sheet), height);
  JalonPanel *panel = jalon_page_add (sheet->page, JALON_ROLE_FIGURE, scene, sheet->left, sheet->top);

  panel->has_map = TRUE;
  panel->frame = *frame;
  sheet->top += height + JALON_SHEET_GAP;
}

/**
 * jalon_sheet_add_timeline:
 * @window: the days it shows
 * @height: of its card
 */
void
jalon_sheet_add_timeline (JalonSheet *sheet, const JalonTimeWindow *window, double height)
{
  double inner = MAX (height - 2 * JALON_SHEET_PADDING, 1);
  double width = MAX (jalon_sheet_get_width (sheet) - 2 * JALON_SHEET_PADDING, 1);

  jalon_sheet_add_card (sheet, jalon_timeline_layout (sheet->input, window, width, inner), inner);
}

/**
 * jalon_sheet_add_foot:
 * @has_map: whether the base map wants its credit
 *
 * Adds at the bottom of the page what was left out and taken off, whose words it is made from, and what made it.
 */
void
jalon_sheet_add_foot (JalonSheet *sheet, gboolean has_map)
{
  const JalonDocument *document = sheet->document;
  const char *credit = has_map && document->basemap != NULL ? jalon_basemap_get_credit (document->basemap) : NULL;
  JalonScene *scene
      = jalon_foot_layout (document->about, document->language, document->type, jalon_sheet_get_width (sheet), credit);

  sheet->bottom -= jalon_scene_get_height (scene);
  jalon_page_add (sheet->page, JALON_ROLE_TEXT, scene, sheet->left, sheet->bottom);
  sheet->bottom -= JALON_SHEET_GAP;
}

/**
 * jalon_sheet_add_legend:
 * @has_map: whether there is a map on the page
 *
 * Adds at the bottom of what is left of the page what fills and colours mean.
 */
void
jalon_sheet_add_legend (JalonSheet *sheet, gboolean has_map)
{
  JalonScene *scene = jalon_legend_layout (sheet->input, has_map, jalon_sheet_get_width (sheet));

  sheet->bottom -= jalon_scene_get_height (scene);
  jalon_page_add (sheet->page, JALON_ROLE_TEXT, scene, sheet->left, sheet->bottom);
  sheet->bottom -= JALON_SHEET_GAP;
}

/**
 * jalon_sheet_end:
 * @n_feet: how many panels were added at the bottom before anything else
 *
 * Puts what stands at the bottom of the page behind the rest: panels are read in their order.
 */
void
jalon_sheet_end (JalonSheet *sheet, guint n_feet)
{
  for (guint i = n_feet; i-- > 0;)
    g_ptr_array_add (sheet->page->panels, g_ptr_array_steal_index (sheet->page->panels, i));
}

/**
 * jalon_sheet_shrink:
 * @sheet: a sheet whose foot was added first
 *
 * Makes the page only as high as what is on it: the foot comes up to the rest.
 */
void
jalon_sheet_shrink (JalonSheet *sheet)
{
  JalonPanel *foot = g_ptr_array_index (sheet->page->panels, 0);

  foot->y = sheet->top + JALON_SHEET_GAP;
  sheet->document->height = ceil (foot->y + jalon_scene_get_height (foot->scene) + JALON_SHEET_MARGIN);
}
