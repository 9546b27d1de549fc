/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "export/jalon-slide.h"

#include <math.h>
#include <qrencode.h>

#include "words/jalon-words.h"

#define MARGIN_Y 48.0
/* The light frame that a reader needs around a code, in modules (ISO/IEC 18004). */
#define QUIET 4

/**
 * jalon_slide_begin:
 * @slide: (out caller-allocates): a new last page
 * @heading: what it is about; its name in the outline
 */
void
jalon_slide_begin (JalonSheet *slide, JalonDocument *document, const JalonLayoutInput *input, const char *heading)
{
  jalon_sheet_begin (slide, document, input, heading);
  slide->left = JALON_SLIDE_MARGIN;
  slide->right = document->width - JALON_SLIDE_MARGIN;
  slide->top = MARGIN_Y;
  slide->bottom = document->height - MARGIN_Y;
}

/**
 * jalon_slide_add_words:
 *
 * Adds a text at the top of what is left of the slide.
 *
 * Returns: how high it is
 */
double
jalon_slide_add_words (JalonSheet *slide, JalonStyle style, JalonInk ink, const char *words, guint max_lines)
{
  JalonScene *scene = jalon_scene_new (jalon_sheet_get_width (slide), 1);
  double height = jalon_sheet_add_text (scene, slide->document->type, style, ink, words, 0, max_lines);

  jalon_page_add (slide->page, style == JALON_STYLE_TITLE ? JALON_ROLE_TITLE : JALON_ROLE_TEXT, scene, slide->left, slide->top);
  slide->top += height;
  return height;
}

/**
 * jalon_slide_add_map:
 * @frame: where it looks
 * @selected: (nullable): the project that stands out
 *
 * Fills what is left of the slide with the map.
 */
void
jalon_slide_add_map (JalonSheet *slide, const JalonMapFrame *frame, const char *selected)
{
  JalonLayoutInput input = *slide->input;
  double width = jalon_sheet_get_width (slide), height = jalon_sheet_get_height (slide);
  JalonPanel *panel;

  input.selected = selected;
  panel = jalon_page_add (slide->page, JALON_ROLE_FIGURE, jalon_map_layout (&input, frame, width, height), slide->left,
                          slide->top);
  panel->has_map = TRUE;
  panel->frame = *frame;
  slide->top = slide->bottom;
}

static void
add_square (JalonScene *scene, JalonInk ink, double x, double y, double width, double height)
{
  JalonMark *mark = jalon_scene_add (scene, JALON_SHAPE_RECT, x, y, width, height);

  mark->fill = JALON_FILL_SOLID;
  mark->ink = ink;
}

/* Dark on light whatever the theme: many readers take nothing else. Runs of modules are one mark. */
static void
add_modules (JalonScene *scene, JalonTheme theme, const QRcode *code, double size)
{
  gboolean dark = theme == JALON_THEME_DARK || theme == JALON_THEME_HIGH_CONTRAST_DARK;
  JalonInk ground = dark ? JALON_INK_TEXT : JALON_INK_CARD, ink = dark ? JALON_INK_BACKGROUND : JALON_INK_TEXT;
  double module = size / (code->width + 2 * QUIET);

  add_square (scene, ground, 0, 0, size, size);
  for (int row = 0; row < code->width; row++)
    for (int first = 0, last; first < code->width; first = last + 1)
      {
        for (last = first; last < code->width && (code->data[row * code->width + last] & 1) != 0;)
          last++;
        if (last > first)
          add_square (scene, ink, (first + QUIET) * module, (row + QUIET) * module, (last - first) * module, module);
      }
}

/**
 * jalon_slide_add_code:
 * @source: a source with an address
 * @size: of the code, in logical pixels
 *
 * Adds the address of a source as a QR code, and beside it who says so.
 */
void
jalon_slide_add_code (JalonSheet *slide, const JalonSource *source, double size)
{
  QRcode *code = source->url != NULL ? QRcode_encodeString (source->url, 0, QR_ECLEVEL_L, QR_MODE_8, 1) : NULL;
  g_autofree char *words = jalon_words_source (slide->document->language, source);
  JalonScene *scene = jalon_scene_new (size, size);
  JalonScene *text = jalon_scene_new (MAX (jalon_sheet_get_width (slide) - size - JALON_SHEET_GAP, 1), size);
  double x = slide->left;
  JalonPanel *panel;

  if (code != NULL)
    {
      add_modules (scene, slide->document->theme, code, size);
      x += size + JALON_SHEET_GAP;
      QRcode_free (code);
    }
  jalon_page_add (slide->page, JALON_ROLE_FIGURE, scene, slide->left, slide->top);
  panel = jalon_page_add (slide->page, JALON_ROLE_TEXT, text, x, slide->top);
  jalon_sheet_add_text (text, slide->document->type, JALON_STYLE_SMALL, JALON_INK_DIM, words, QUIET, 4);
  jalon_panel_add_link (panel, source->url);
  slide->top += size + JALON_SHEET_GAP;
}
