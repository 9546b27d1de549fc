/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "scenes/jalon-map-private.h"

/* All in logical pixels; what is around a pin is narrower around a small one. */
#define MIN_GAP 2.5
#define MAX_GAP 4.0
#define MIN_TINT 3.0
#define MAX_TINT 8.0
#define RING_WIDTH 1.25
#define RING_OPACITY 0.75

static double
get_outer_radius (double radius, JalonPrecision precision)
{
  if (precision == JALON_PRECISION_COMMUNE)
    return radius + CLAMP (radius / 2, MIN_GAP, MAX_GAP);
  return precision == JALON_PRECISION_AREA ? radius + CLAMP (radius, MIN_TINT, MAX_TINT) : radius;
}

/**
 * jalon_map_get_inner_radius:
 * @outer: of a pin and what is around it, in logical pixels
 *
 * Returns: that of the pin itself
 */
double
jalon_map_get_inner_radius (double outer, JalonPrecision precision)
{
  if (precision == JALON_PRECISION_COMMUNE)
    return MAX (outer - MAX_GAP, MIN (outer - MIN_GAP, outer / 1.5));
  return precision == JALON_PRECISION_AREA ? MAX (outer - MAX_TINT, MIN (outer - MIN_TINT, outer / 2)) : outer;
}

/**
 * jalon_map_add_precision:
 * @radius: of a pin, in logical pixels
 *
 * Adds what says how well its place is known, before the pin itself: nothing for a site, a ring for a commune, a tint for an area,
 * since the pin's middle is not where it will be built.
 */
void
jalon_map_add_precision (JalonScene *scene, double x, double y, double radius, JalonInk ink, JalonPrecision precision)
{
  double outer = get_outer_radius (radius, precision);
  JalonMark *mark;

  if (outer == radius)
    return;
  mark = jalon_scene_add (scene, JALON_SHAPE_DISC, x - outer, y - outer, 2 * outer, 2 * outer);
  if (precision == JALON_PRECISION_AREA)
    {
      mark->fill = JALON_FILL_SOFT;
      mark->ink = ink;
      return;
    }
  mark->stroke = ink;
  mark->stroke_width = RING_WIDTH;
  mark->opacity = RING_OPACITY;
}
