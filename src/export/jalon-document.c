/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "export/jalon-document.h"

static void
page_free (gpointer data)
{
  JalonDocumentPage *page = data;

  g_free (page->name);
  g_ptr_array_unref (page->panels);
  g_free (page);
}

/* Widths of letters as the font has them, not as a screen's pixels round them: the same in each format and at each scale. Lines are
 * as high as on a screen. */
static JalonType *
make_type (double scale)
{
  JalonType *type = jalon_type_new (NULL, scale);
  PangoContext *context = pango_layout_get_context (jalon_type_get_layout (type, JALON_STYLE_BODY, "0"));
  cairo_font_options_t *options = cairo_font_options_create ();

  for (JalonStyle style = 0; style < JALON_N_STYLES; style++)
    jalon_type_get_line_height (type, style);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (context, options);
  pango_context_set_round_glyph_positions (context, FALSE);
  cairo_font_options_destroy (options);
  return type;
}

/**
 * jalon_document_new:
 * @width: of a page, in logical pixels
 * @height: of a page
 * @about: what the document says of itself; must outlive it
 * @hinted: whether letters stand on whole pixels: for a picture of coarse ones
 *
 * Returns: (transfer full): a document without a page
 */
JalonDocument *
jalon_document_new (
    double width, double height, JalonTheme theme, const JalonLanguage *language, const JalonAbout *about, gboolean hinted)
{
  JalonDocument *document = g_new0 (JalonDocument, 1);

  document->width = width;
  document->height = height;
  document->theme = theme;
  document->language = language;
  document->about = about;
  document->type = hinted ? jalon_type_new (NULL, 1) : make_type (1);
  document->pages = g_ptr_array_new_with_free_func (page_free);
  return document;
}

/**
 * jalon_document_set_basemap:
 * @document: a document
 * @basemap: (nullable): the map under its pins; %NULL for none
 */
void
jalon_document_set_basemap (JalonDocument *document, JalonBasemap *basemap)
{
  g_set_object (&document->basemap, basemap);
}

/**
 * jalon_document_set_text_scale:
 * @document: a document without a page
 * @scale: 1 for text of the usual size
 */
void
jalon_document_set_text_scale (JalonDocument *document, double scale)
{
  jalon_type_unref (document->type);
  document->type = make_type (scale);
}

/**
 * jalon_document_free:
 * @document: (transfer full): a document
 */
void
jalon_document_free (JalonDocument *document)
{
  jalon_type_unref (document->type);
  g_clear_object (&document->basemap);
  g_strfreev (document->tint);
  g_ptr_array_unref (document->pages);
  g_free (document);
}

/**
 * jalon_document_add_page:
 * @name: in the outline
 *
 * Returns: (transfer none): a new last page
 */
JalonDocumentPage *
jalon_document_add_page (JalonDocument *document, const char *name)
{
  JalonDocumentPage *page = g_new0 (JalonDocumentPage, 1);

  page->name = g_strdup (name);
  page->panels = g_ptr_array_new_with_free_func (jalon_panel_free);
  g_ptr_array_add (document->pages, page);
  return page;
}

/**
 * jalon_page_add:
 * @scene: (transfer full): what the panel shows
 * @x: of the scene's origin on the page
 * @y: likewise
 *
 * Returns: (transfer none): a new panel on top of the others
 */
JalonPanel *
jalon_page_add (JalonDocumentPage *page, JalonPanelRole role, JalonScene *scene, double x, double y)
{
  JalonPanel *panel = jalon_panel_new (role, scene, x, y);

  g_ptr_array_add (page->panels, panel);
  return panel;
}

/**
 * jalon_document_get_map_style:
 * @scale: device pixels for a logical one
 *
 * Returns: how the base map is drawn below the document's scenes
 */
JalonMapStyle
jalon_document_get_map_style (const JalonDocument *document, double scale)
{
  return (JalonMapStyle) { .theme = jalon_panel_get_map_theme (document->theme),
                           .language = document->language,
                           .scale = scale,
                           .tint = (const char *const *) document->tint };
}

/**
 * jalon_document_paint_map:
 * @cr: where, its origin that of the panel's scene, in logical pixels
 * @scale: device pixels for a logical one
 *
 * Draws the base map of a panel; only land where there is none to be had.
 */
void
jalon_document_paint_map (const JalonDocument *document, cairo_t *cr, const JalonPanel *panel, double scale)
{
  JalonMapStyle style = jalon_document_get_map_style (document, scale);

  jalon_panel_paint_map (panel, cr, document->basemap, &style, jalon_type_get_scale (document->type));
}
