/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "basemap/jalon-map-painter.h"

#include <math.h>

#include "basemap/jalon-map-path.h"
#include "basemap/jalon-map-theme.h"

#define ANY 0
#define BIT(class) (1u << (class))

/* Polygons of a layer filled in one colour. */
typedef struct
{
  JalonMapLayer layer;
  guint classes; /* a bit each; ANY */
  double min_zoom;
  JalonMapInk ink;
} Fill;

static const Fill grounds[] = {
  { JALON_MAP_LANDCOVER, BIT (JALON_MAP_GRASS), 0, JALON_MAP_INK_GRASS },
  { JALON_MAP_LANDCOVER, BIT (JALON_MAP_WOOD), 0, JALON_MAP_INK_WOOD },
  { JALON_MAP_LANDCOVER, BIT (JALON_MAP_SAND), 0, JALON_MAP_INK_SAND },
  { JALON_MAP_LANDCOVER, BIT (JALON_MAP_ICE), 0, JALON_MAP_INK_ICE },
  { JALON_MAP_LANDUSE, BIT (JALON_MAP_BUILT_UP), 0, JALON_MAP_INK_BUILT_UP },
  { JALON_MAP_PARK, ANY, 7, JALON_MAP_INK_WOOD },
};

/* Lines of a layer drawn in one colour. Their width, in logical pixels, is `width` at zoom 10 and `growth` times that a level
 * further, within limits. */
typedef struct
{
  JalonMapLayer layer;
  guint classes;              /* a bit each; ANY */
  int first_level, last_level; /* of a boundary; 0, 0: of any */
  double min_zoom;
  double width, growth, least, most;
  double dash;
  JalonMapInk ink;
} Stroke;

static const Stroke waters[] = {
  { JALON_MAP_WATERWAY, BIT (JALON_MAP_STREAM), 0, 0, 11, 0.7, 1.15, 0.5, 2, 0, JALON_MAP_INK_RIVER },
  { JALON_MAP_WATERWAY, BIT (JALON_MAP_CANAL), 0, 0, 8, 1.0, 1.15, 0.6, 3, 0, JALON_MAP_INK_RIVER },
  { JALON_MAP_WATERWAY, BIT (JALON_MAP_RIVER) | BIT (JALON_MAP_OTHER), 0, 0, 0, 1.7, 1.12, 0.7, 4, 0, JALON_MAP_INK_RIVER },
};

#define MINOR (BIT (JALON_MAP_MINOR) | BIT (JALON_MAP_SERVICE))
#define MIDDLE (BIT (JALON_MAP_SECONDARY) | BIT (JALON_MAP_TERTIARY))
#define MAIN (BIT (JALON_MAP_TRUNK) | BIT (JALON_MAP_PRIMARY))

/* Casings first, so that roads run into each other. */
static const Stroke roads[] = {
  { JALON_MAP_TRANSPORTATION, MINOR, 0, 0, 13, 0.7, 1.45, 0.5, 9, 0, JALON_MAP_INK_CASING },
  { JALON_MAP_TRANSPORTATION, MIDDLE, 0, 0, 11, 1.5, 1.4, 1, 13, 0, JALON_MAP_INK_CASING },
  { JALON_MAP_TRANSPORTATION, MAIN, 0, 0, 8, 2.4, 1.35, 1, 16, 0, JALON_MAP_INK_CASING },
  { JALON_MAP_TRANSPORTATION, BIT (JALON_MAP_MOTORWAY), 0, 0, 5, 3, 1.3, 1.2, 18, 0, JALON_MAP_INK_CASING },
  { JALON_MAP_TRANSPORTATION, BIT (JALON_MAP_PATH), 0, 0, 14, 0.5, 1.2, 0.5, 1.5, 3, JALON_MAP_INK_CASING },
  { JALON_MAP_TRANSPORTATION, BIT (JALON_MAP_RAIL), 0, 0, 9, 0.8, 1.15, 0.6, 2, 0, JALON_MAP_INK_RAIL },
  { JALON_MAP_TRANSPORTATION, MINOR, 0, 0, 13.5, 0.4, 1.5, 0.3, 7, 0, JALON_MAP_INK_ROAD },
  { JALON_MAP_TRANSPORTATION, MIDDLE, 0, 0, 11, 0.8, 1.45, 0.5, 11, 0, JALON_MAP_INK_ROAD },
  { JALON_MAP_TRANSPORTATION, MAIN, 0, 0, 8, 1.4, 1.4, 0.4, 14, 0, JALON_MAP_INK_MAIN_ROAD },
  { JALON_MAP_TRANSPORTATION, BIT (JALON_MAP_MOTORWAY), 0, 0, 5, 1.9, 1.35, 0.5, 16, 0, JALON_MAP_INK_MAIN_ROAD },
};

static const Stroke inner_borders[] = {
  { JALON_MAP_BOUNDARY, ANY, 5, 6, 7, 0.9, 1.05, 0.8, 1.2, 3, JALON_MAP_INK_DEPARTMENT },
  { JALON_MAP_BOUNDARY, ANY, 3, 4, 4, 1.4, 1.12, 0.7, 1.8, 0, JALON_MAP_INK_REGION },
};

static const Stroke borders[] = {
  { JALON_MAP_BOUNDARY, ANY, 1, 2, 0, 2.1, 1.12, 0.8, 2.4, 0, JALON_MAP_INK_COUNTRY },
};

static gboolean
has_class (const JalonMapFeature *feature, guint classes)
{
  return classes == ANY || (classes & BIT (feature->class)) != 0;
}

/* Calls `body` with `piece` and `feature` for each feature of a layer in all pieces. */
#define FOR_EACH_FEATURE(picture, layer)                                                                                      \
  for (const JalonMapPiece *piece = (picture)->pieces; piece < (picture)->pieces + (picture)->n_pieces; piece++)             \
    for (guint i = 0; piece->tile != NULL && piece->tile->features[layer] != NULL && i < piece->tile->features[layer]->len; i++) \
      for (const JalonMapFeature *feature = &g_array_index (piece->tile->features[layer], JalonMapFeature, i);                \
           feature != NULL; feature = NULL)

static void
paint_fill (cairo_t *cr, const JalonMapPicture *picture, const Fill *fill)
{
  if (picture->zoom < fill->min_zoom)
    return;
  FOR_EACH_FEATURE (picture, fill->layer)
    if (feature->geometry == JALON_MAP_POLYGONS && has_class (feature, fill->classes))
      jalon_map_path_add_polygons (cr, piece, feature, 2);
  jalon_map_theme_set (cr, picture->style->theme, fill->ink);
  cairo_fill (cr);
}

static void
paint_outlines (cairo_t *cr, const JalonMapPicture *picture, JalonMapLayer layer, double width, JalonMapInk ink)
{
  FOR_EACH_FEATURE (picture, layer)
    if (feature->geometry == JALON_MAP_POLYGONS)
      jalon_map_path_add_outlines (cr, piece, feature);
  jalon_map_theme_set (cr, picture->style->theme, ink);
  cairo_set_line_width (cr, width);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_BEVEL); /* not to be told from a round one at this width */
  cairo_stroke (cr);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
}

static gboolean
is_drawn (const JalonMapFeature *feature, const Stroke *stroke, gboolean dashed)
{
  gboolean dashes = stroke->dash > 0 || feature->disputed || feature->tunnel;

  if (feature->geometry != JALON_MAP_LINES || feature->maritime || dashes != dashed || !has_class (feature, stroke->classes))
    return FALSE;
  return stroke->last_level == 0
         || (feature->admin_level >= stroke->first_level && feature->admin_level <= stroke->last_level);
}

static void
paint_stroke (cairo_t *cr, const JalonMapPicture *picture, const Stroke *stroke, gboolean dashed)
{
  double width = CLAMP (stroke->width * pow (stroke->growth, picture->zoom - 10), stroke->least, stroke->most);
  double dashes[] = { 3, 2.5 };

  if (picture->zoom < stroke->min_zoom)
    return;
  FOR_EACH_FEATURE (picture, stroke->layer)
    if (is_drawn (feature, stroke, dashed))
      jalon_map_path_add_lines (cr, piece, feature, picture->n_pieces > 1 ? 0 : 8);
  jalon_map_theme_set (cr, picture->style->theme, stroke->ink);
  cairo_set_line_width (cr, width);
  cairo_set_line_cap (cr, dashed ? CAIRO_LINE_CAP_BUTT : CAIRO_LINE_CAP_ROUND);
  cairo_set_dash (cr, dashes, dashed ? 2 : 0, 0);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
}

static void
paint_strokes (cairo_t *cr, const JalonMapPicture *picture, const Stroke *strokes, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      paint_stroke (cr, picture, &strokes[i], FALSE);
      paint_stroke (cr, picture, &strokes[i], TRUE);
    }
}

static gboolean
is_tinted (const JalonMapPicture *picture, const JalonMapFeature *feature)
{
  return feature->geometry == JALON_MAP_POLYGONS && feature->texts[JALON_MAP_ISO] != NULL
         && g_strv_contains (picture->style->tint, feature->texts[JALON_MAP_ISO]);
}

/* The territories of the style's list: filled, or outlined. */
static void
paint_tint (cairo_t *cr, const JalonMapPicture *picture, gboolean outlined)
{
  const JalonMapLayer layers[] = { JALON_MAP_REGION, JALON_MAP_DEPARTMENT };

  if (picture->style->tint == NULL)
    return;
  for (guint j = 0; j < G_N_ELEMENTS (layers); j++)
    FOR_EACH_FEATURE (picture, layers[j])
      if (is_tinted (picture, feature))
        {
          if (outlined)
            jalon_map_path_add_outlines (cr, piece, feature);
          else
            jalon_map_path_add_polygons (cr, piece, feature, 2);
        }
  jalon_map_theme_set (cr, picture->style->theme, outlined ? JALON_MAP_INK_TINT_EDGE : JALON_MAP_INK_TINT);
  cairo_set_line_width (cr, picture->zoom >= 7 ? 1.8 : 1.3);
  if (outlined)
    cairo_stroke (cr);
  else
    cairo_fill (cr);
}

static void
paint_sea (cairo_t *cr, const JalonMapPicture *picture)
{
  for (guint i = 0; i < picture->n_pieces; i++)
    if (picture->pieces[i].sea)
      cairo_rectangle (cr, picture->pieces[i].x - 1, picture->pieces[i].y, picture->pieces[i].size + 2, picture->pieces[i].size + 1);
  jalon_map_theme_set (cr, picture->style->theme, JALON_MAP_INK_WATER);
  cairo_fill (cr);
}

/**
 * jalon_map_painter_paint:
 * @cr: where to
 * @picture: what
 *
 * Paints everything but names. All pieces are painted together, layer by layer, so that nothing is seen of where they meet.
 */
void
jalon_map_painter_paint (cairo_t *cr, const JalonMapPicture *picture)
{
  const Fill water = { JALON_MAP_WATER, ANY, 0, JALON_MAP_INK_WATER };
  const Fill building = { JALON_MAP_BUILDING, ANY, 13, JALON_MAP_INK_BUILDING };

  cairo_save (cr);
  cairo_new_path (cr);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_WINDING);
  jalon_map_theme_set (cr, picture->style->theme, JALON_MAP_INK_LAND);
  cairo_paint (cr);
  for (guint i = 0; i < G_N_ELEMENTS (grounds); i++)
    paint_fill (cr, picture, &grounds[i]);
  paint_tint (cr, picture, FALSE);
  paint_strokes (cr, picture, waters, G_N_ELEMENTS (waters));
  paint_strokes (cr, picture, inner_borders, G_N_ELEMENTS (inner_borders));
  paint_tint (cr, picture, TRUE); /* below the water, which so leaves but a thin line along the coast */
  paint_sea (cr, picture);
  paint_fill (cr, picture, &water);
  paint_outlines (cr, picture, JALON_MAP_WATER, 0.9, JALON_MAP_INK_COAST);
  paint_fill (cr, picture, &building);
  paint_strokes (cr, picture, roads, G_N_ELEMENTS (roads));
  paint_strokes (cr, picture, borders, G_N_ELEMENTS (borders));
  cairo_restore (cr);
}
