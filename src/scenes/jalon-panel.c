/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "scenes/jalon-panel.h"

#include <math.h>

#include "basemap/jalon-map-namer.h"
#include "facts/jalon-address.h"
#include "scenes/jalon-map-taken.h"

#define LINE_GAP 2.0

/**
 * jalon_panel_new:
 * @scene: (transfer full): what the panel shows
 * @x: of the scene's origin on its page
 * @y: likewise
 *
 * Returns: (transfer full): a panel
 */
JalonPanel *
jalon_panel_new (JalonPanelRole role, JalonScene *scene, double x, double y)
{
  JalonPanel *panel = g_new0 (JalonPanel, 1);

  panel->role = role;
  panel->scene = scene;
  panel->x = x;
  panel->y = y;
  panel->limit = G_MAXDOUBLE;
  panel->links = g_array_new (FALSE, FALSE, sizeof (JalonPanelLink));
  return panel;
}

/**
 * jalon_panel_free:
 * @panel: (transfer full) (type JalonPanel): a panel
 */
void
jalon_panel_free (gpointer panel)
{
  JalonPanel *self = panel;

  jalon_scene_unref (self->scene);
  g_array_unref (self->links);
  g_free (self);
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

  if (jalon_address_is_web (address))
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
 * Returns: how many were taken away, those that an entry only counts among them
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

      if (mark->n_more == 0 && (mark->shape != JALON_SHAPE_RECT || mark->target == JALON_TARGET_NONE))
        continue;
      if (mark->y + mark->height <= height)
        panel->limit = MAX (panel->limit, mark->y + mark->height);
      else if (mark->target != JALON_TARGET_TOTAL)
        n_cut += MAX (mark->n_more, 1);
    }
  return n_cut;
}

/**
 * jalon_panel_add_text:
 * @scene: as wide as the text may be; grows with it
 * @y: where the first line begins
 *
 * Adds a text in lines.
 *
 * Returns: where the last one ends
 */
double
jalon_panel_add_text (
    JalonScene *scene, JalonType *type, JalonStyle style, JalonInk ink, const char *text, double y, guint max_lines)
{
  g_auto (GStrv) lines = jalon_type_wrap (type, style, text, jalon_scene_get_width (scene), max_lines, NULL);
  double height = jalon_type_get_line_height (type, style);

  for (guint i = 0; lines[i] != NULL && text[0] != '\0'; i++)
    {
      double width;

      jalon_type_measure (type, style, lines[i], &width, NULL);
      jalon_scene_add_text (scene, style, ink, lines[i], 0, y, width, height);
      y += height + LINE_GAP;
    }
  jalon_scene_set_height (scene, MAX (y, 1));
  return y;
}

/**
 * jalon_panel_get_map_theme:
 *
 * Returns: the theme of a base map below scenes of @theme
 */
JalonMapTheme
jalon_panel_get_map_theme (JalonTheme theme)
{
  static const JalonMapTheme themes[JALON_N_THEMES] = {
    [JALON_THEME_LIGHT] = JALON_MAP_LIGHT,
    [JALON_THEME_DARK] = JALON_MAP_DARK,
    [JALON_THEME_HIGH_CONTRAST] = JALON_MAP_HIGH_CONTRAST,
    [JALON_THEME_HIGH_CONTRAST_DARK] = JALON_MAP_HIGH_CONTRAST_DARK,
    [JALON_THEME_PRINT] = JALON_MAP_PRINT,
  };

  return themes[theme];
}

/* The names of the base map, where the panel's marks leave room for them. */
static void
paint_names (const JalonPanel *panel, cairo_t *cr, JalonBasemap *basemap, const JalonMapStyle *style, const JalonMapLook *look, double scale)
{
  g_autoptr (JalonMapNamer) namer = jalon_map_namer_new (basemap);
  g_autoptr (GArray) boxes = jalon_map_list_taken (panel->scene, NULL, scale);
  const JalonMapTaken taken = { (const JalonMapBox *) (gconstpointer) boxes->data, boxes->len };

  jalon_map_namer_place (namer, style, look, jalon_scene_get_width (panel->scene) / scale,
                         jalon_scene_get_height (panel->scene) / scale, &taken, TRUE);
  jalon_map_namer_draw (namer, cr);
}

/**
 * jalon_panel_paint_map:
 * @cr: where, its origin that of the panel's scene, in logical pixels
 * @basemap: (nullable): the base map; %NULL for only land
 * @style: how it is drawn
 * @text_scale: of the scenes' type: names are as large unless the panel says otherwise
 *
 * Draws the base map of a panel; its names keep off the panel's marks.
 */
void
jalon_panel_paint_map (const JalonPanel *panel, cairo_t *cr, JalonBasemap *basemap, const JalonMapStyle *style, double text_scale)
{
  double scale = panel->name_scale > 0 ? panel->name_scale : text_scale;
  double width = jalon_scene_get_width (panel->scene), height = jalon_scene_get_height (panel->scene);
  JalonMapLook look = { panel->frame.lat, panel->frame.lon, panel->frame.zoom - log2 (scale) };
  JalonMapStyle enlarged = *style;

  enlarged.scale *= scale;
  enlarged.nameless = TRUE;
  cairo_save (cr);
  cairo_rectangle (cr, 0, 0, width, height);
  cairo_clip (cr);
  cairo_scale (cr, scale, scale);
  if (basemap == NULL || !jalon_basemap_draw (basemap, cr, &enlarged, &look, width / scale, height / scale, NULL, NULL))
    jalon_basemap_draw_land (cr, &enlarged);
  else
    paint_names (panel, cr, basemap, &enlarged, &look, scale);
  cairo_restore (cr);
}
