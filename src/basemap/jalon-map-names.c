/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "basemap/jalon-map-names.h"

#include "basemap/jalon-map-name-style.h"

/**
 * jalon_map_names_get_radius:
 * @name: a town
 *
 * Returns: that of its dot, in logical pixels
 */
double
jalon_map_names_get_radius (const JalonMapName *name)
{
  if (name->feature->capital == 2)
    return JALON_MAP_DOT;
  return name->feature->class <= JALON_MAP_TOWN ? 2.2 : 1.8;
}

/**
 * jalon_map_names_paint_dot:
 * @cr: where to
 * @theme: the theme
 * @name: a town that was placed
 *
 * Paints its dot.
 */
void
jalon_map_names_paint_dot (cairo_t *cr, JalonMapTheme theme, const JalonMapName *name)
{
  double radius = jalon_map_names_get_radius (name);

  cairo_new_path (cr);
  cairo_arc (cr, name->x, name->y, radius, 0, 2 * G_PI);
  jalon_map_theme_set (cr, theme, JALON_MAP_INK_LAND);
  cairo_fill_preserve (cr);
  jalon_map_theme_set (cr, theme, JALON_MAP_INK_DOT);
  cairo_set_line_width (cr, 1);
  cairo_stroke (cr);
}

/* Coarse, since it is only to be seen beside the letters: it took half of the time of a tile. */
static void
paint_halo (cairo_t *cr, JalonMapTheme theme, PangoLayout *layout)
{
  cairo_save (cr);
  cairo_set_antialias (cr, CAIRO_ANTIALIAS_FAST);
  cairo_set_tolerance (cr, 0.3);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_BEVEL);
  cairo_set_line_width (cr, 2.6);
  jalon_map_theme_set (cr, theme, JALON_MAP_INK_HALO);
  pango_cairo_layout_path (cr, layout);
  cairo_stroke (cr);
  cairo_restore (cr);
}

/**
 * jalon_map_names_paint_text:
 * @cr: where to
 * @theme: the theme
 * @zoom: the picture's zoom
 * @name: a name that was placed
 * @layout: what writes it
 *
 * Paints a name without its dot.
 */
void
jalon_map_names_paint_text (cairo_t *cr, JalonMapTheme theme, double zoom, const JalonMapName *name, PangoLayout *layout)
{
  JalonMapNameStyle style;
  double left = name->box.left;

  if (!jalon_map_name_is_town (name->feature))
    left += (name->width - JALON_MAP_WRAP_WIDTH) / 2; /* it is centred in this width */
  jalon_map_placer_lay_out (layout, name, zoom);
  jalon_map_name_style_init (&style, name->feature, zoom);
  cairo_move_to (cr, left, name->box.top);
  paint_halo (cr, theme, layout);
  cairo_move_to (cr, left, name->box.top);
  jalon_map_theme_set (cr, theme, style.ink);
  pango_cairo_show_layout (cr, layout);
}

/**
 * jalon_map_names_create_layout:
 * @cr: where it is to be drawn
 *
 * Makes what writes the names of a picture.
 *
 * Returns: (transfer full): the layout
 */
PangoLayout *
jalon_map_names_create_layout (cairo_t *cr)
{
  PangoLayout *layout = pango_cairo_create_layout (cr);
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_SLIGHT);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_ON);
  pango_cairo_context_set_font_options (pango_layout_get_context (layout), options);
  cairo_font_options_destroy (options);
  pango_layout_context_changed (layout);
  return layout;
}

/**
 * jalon_map_names_paint:
 * @cr: where to
 * @picture: the pieces whose names may be seen
 * @page: where the names go
 *
 * Places and paints names.
 */
void
jalon_map_names_paint (cairo_t *cr, const JalonMapPicture *picture, const JalonMapPage *page)
{
  g_autoptr (PangoLayout) layout = jalon_map_names_create_layout (cr);
  g_autoptr (GArray) names = jalon_map_placer_place (layout, picture, page);

  cairo_save (cr);
  for (guint i = 0; i < names->len; i++)
    {
      const JalonMapName *name = &g_array_index (names, JalonMapName, i);

      if (jalon_map_name_is_town (name->feature))
        jalon_map_names_paint_dot (cr, picture->style->theme, name);
      jalon_map_names_paint_text (cr, picture->style->theme, picture->zoom, name, layout);
    }
  cairo_restore (cr);
}
