/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "export/jalon-document.h"

#include <math.h>

static void
panel_free (gpointer data)
{
  JalonPanel *panel = data;

  jalon_scene_unref (panel->scene);
  g_array_unref (panel->links);
  g_free (panel);
}

static void
page_free (gpointer data)
{
  JalonPage *page = data;

  g_free (page->name);
  g_ptr_array_unref (page->panels);
  g_free (page);
}

/* Widths of letters as the font has them, not as a screen's pixels round them: the same in each format and at each scale. */
static JalonType *
make_type (double scale)
{
  JalonType *type = jalon_type_new (NULL, scale);
  PangoContext *context = pango_layout_get_context (jalon_type_get_layout (type, JALON_STYLE_BODY, "0"));
  cairo_font_options_t *options = cairo_font_options_create ();

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
  document->tint = g_ptr_array_new ();
  g_ptr_array_add (document->tint, NULL);
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
  g_ptr_array_unref (document->tint);
  g_ptr_array_unref (document->pages);
  g_free (document);
}

/**
 * jalon_document_add_page:
 * @name: in the outline
 *
 * Returns: (transfer none): a new last page
 */
JalonPage *
jalon_document_add_page (JalonDocument *document, const char *name)
{
  JalonPage *page = g_new0 (JalonPage, 1);

  page->name = g_strdup (name);
  page->panels = g_ptr_array_new_with_free_func (panel_free);
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
jalon_page_add (JalonPage *page, JalonPanelRole role, JalonScene *scene, double x, double y)
{
  JalonPanel *panel = g_new0 (JalonPanel, 1);

  panel->role = role;
  panel->scene = scene;
  panel->x = x;
  panel->y = y;
  panel->limit = G_MAXDOUBLE;
  panel->links = g_array_new (FALSE, FALSE, sizeof (JalonPanelLink));
  g_ptr_array_add (page->panels, panel);
  return panel;
}

/**
 * jalon_panel_add_link:
 * @address: (nullable): an address of the dataset; anything but http and https is left alone
 *
 * Lets the mark that was added last lead to an address.
 */
void
jalon_panel_add_link (JalonPanel *panel, const char *address)
{
  JalonPanelLink link = { jalon_scene_get_n_marks (panel->scene) - 1, address };

  if (address != NULL && (g_str_has_prefix (address, "https://") || g_str_has_prefix (address, "http://")))
    g_array_append_val (panel->links, link);
}

/**
 * jalon_panel_find_address:
 * @mark: index of a mark of the panel's scene
 *
 * Returns: (transfer none) (nullable): where it leads to
 */
const char *
jalon_panel_find_address (const JalonPanel *panel, guint mark)
{
  for (guint i = 0; i < panel->links->len; i++)
    if (g_array_index (panel->links, JalonPanelLink, i).mark == mark)
      return g_array_index (panel->links, JalonPanelLink, i).address;
  return NULL;
}

/**
 * jalon_panel_shows:
 *
 * Returns: whether a mark of the panel's scene is above what jalon_panel_cut() took away
 */
gboolean
jalon_panel_shows (const JalonPanel *panel, const JalonMark *mark)
{
  return mark->y + mark->height <= panel->limit;
}

/**
 * jalon_panel_cut:
 * @panel: a list: entries below one another, each with a rectangle that stands for something
 * @height: what there is, in logical pixels
 *
 * Takes away the entries that don't fit, whole ones; a heading doesn't stay alone.
 *
 * Returns: how many were taken away
 */
guint
jalon_panel_cut (JalonPanel *panel, double height)
{
  guint n_cut = 0;

  if (jalon_scene_get_height (panel->scene) <= height)
    return 0;
  panel->limit = 0;
  for (guint i = 0; i < jalon_scene_get_n_marks (panel->scene); i++)
    {
      const JalonMark *mark = jalon_scene_get_mark (panel->scene, i);

      if (mark->shape != JALON_SHAPE_RECT || mark->target == JALON_TARGET_NONE)
        continue;
      if (mark->y + mark->height <= height)
        panel->limit = MAX (panel->limit, mark->y + mark->height);
      else if (mark->target != JALON_TARGET_TOTAL)
        n_cut++;
    }
  return n_cut;
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
  static const JalonMapTheme themes[JALON_N_THEMES] = {
    [JALON_THEME_LIGHT] = JALON_MAP_LIGHT,
    [JALON_THEME_DARK] = JALON_MAP_DARK,
    [JALON_THEME_HIGH_CONTRAST] = JALON_MAP_HIGH_CONTRAST,
    [JALON_THEME_HIGH_CONTRAST_DARK] = JALON_MAP_HIGH_CONTRAST_DARK,
    [JALON_THEME_PRINT] = JALON_MAP_PRINT,
  };

  return (JalonMapStyle) { .theme = themes[document->theme],
                           .language = document->language,
                           .scale = scale,
                           .tint = (const char *const *) document->tint->pdata };
}

/**
 * jalon_document_paint_map:
 * @cr: where, its origin that of the panel's scene, in logical pixels
 * @scale: device pixels for a logical one
 *
 * Draws the base map of a panel, its names as large as the other text; only land where there is none to be had.
 */
void
jalon_document_paint_map (const JalonDocument *document, cairo_t *cr, const JalonPanel *panel, double scale)
{
  double text_scale = jalon_type_get_scale (document->type);
  JalonMapStyle style = jalon_document_get_map_style (document, scale * text_scale);
  JalonMapLook look = { panel->frame.lat, panel->frame.lon, panel->frame.zoom - log2 (text_scale) };
  double width = jalon_scene_get_width (panel->scene), height = jalon_scene_get_height (panel->scene);

  cairo_save (cr);
  cairo_rectangle (cr, 0, 0, width, height);
  cairo_clip (cr);
  cairo_scale (cr, text_scale, text_scale);
  if (document->basemap == NULL
      || !jalon_basemap_draw (document->basemap, cr, &style, &look, width / text_scale, height / text_scale, NULL, NULL))
    jalon_basemap_draw_land (cr, &style);
  cairo_restore (cr);
}
