/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "scenes/jalon-map-private.h"

/* The world is one tile of so many logical pixels at zoom 0, as in libshumate. */
#define TILE 256.0
#define MAX_ZOOM 20.0
/* Levels beyond those that the base map has data for: two by looking at coasts, which get angular. */
#define MORE_THAN_DETAIL 2
/* Room around what is framed, for pins and their labels. */
#define MARGIN 56.0
/* Where Web Mercator ends: the map is a square. */
#define MAX_LATITUDE 85.0511287798066

/* Both of 1, from the antimeridian at 0 and from the north. */
static double
mercator_x (double lon)
{
  return (lon + 180) / 360;
}

static double
mercator_y (double lat)
{
  double s = sin (CLAMP (lat, -MAX_LATITUDE, MAX_LATITUDE) * G_PI / 180);

  return 0.5 - atanh (s) / (2 * G_PI);
}

static double
mercator_lat (double y)
{
  return atan (sinh (G_PI * (1 - 2 * y))) * 180 / G_PI;
}

static double
get_world_size (double zoom)
{
  return TILE * exp2 (CLAMP (zoom, 0, MAX_ZOOM));
}

/**
 * jalon_map_project:
 * @frame: where the map looks
 * @width: of the map, in logical pixels
 * @height: of the map
 * @lat: degrees WGS 84
 * @lon: degrees WGS 84
 * @x: (out): in logical pixels from the map's left edge
 * @y: (out): in logical pixels from its top
 *
 * Web Mercator (EPSG:3857). Of the worlds that lie side by side the one nearest to the middle of the frame is meant.
 */
void
jalon_map_project (const JalonMapFrame *frame, double width, double height, double lat, double lon, double *x, double *y)
{
  double size = get_world_size (frame->zoom);
  double dx = mercator_x (lon) - mercator_x (frame->lon);

  dx -= rint (dx);
  *x = width / 2 + dx * size;
  *y = height / 2 + (mercator_y (lat) - mercator_y (frame->lat)) * size;
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

/* The shortest arc that holds all longitudes (Mercator x of 1): it begins behind the widest gap between two of them. */
static void
find_arc (GArray *xs, double *first, double *length)
{
  double widest = -1;

  g_array_sort (xs, compare_doubles);
  for (guint i = 0; i < xs->len; i++)
    {
      double at = g_array_index (xs, double, i);
      double before = i > 0 ? g_array_index (xs, double, i - 1) : g_array_index (xs, double, xs->len - 1) - 1;

      if (at - before > widest)
        {
          widest = at - before;
          *first = at;
        }
    }
  *length = MAX (1 - widest, 0);
}

static double
fit_zoom (double extent, double room)
{
  return extent > 0 ? log2 (MAX (room, 1) / (extent * TILE)) : MAX_ZOOM;
}

/**
 * jalon_map_fit_places:
 * @places: (element-type JalonPlace): what is to be seen
 * @max_zoom: no closer than this
 *
 * Returns: the closest look at all of them, also across the antimeridian; the world if there are none
 */
JalonMapFrame
jalon_map_fit_places (const GPtrArray *places, double max_zoom, double width, double height)
{
  g_autoptr (GArray) xs = g_array_new (FALSE, FALSE, sizeof (double));
  double top = 1, bottom = 0, first = 0, length = 0, zoom, lon;
  double margin = MIN (MARGIN, MIN (MAX (width, 0), MAX (height, 0)) / 5);

  if (places->len == 0)
    return (JalonMapFrame) { .lat = 20, .lon = 0, .zoom = CLAMP (fit_zoom (1, MIN (width, 2 * height)), 0, max_zoom) };
  for (guint i = 0; i < places->len; i++)
    {
      const JalonPlace *place = g_ptr_array_index (places, i);
      double x = mercator_x (place->lon), y = mercator_y (place->lat);

      g_array_append_val (xs, x);
      top = MIN (top, y);
      bottom = MAX (bottom, y);
    }
  find_arc (xs, &first, &length);
  zoom = MIN (fit_zoom (length, width - 2 * margin), fit_zoom (bottom - top, height - 2 * margin));
  lon = (first + length / 2) * 360 - 180;
  return (JalonMapFrame) {
    .lat = mercator_lat ((top + bottom) / 2),
    .lon = lon > 180 ? lon - 360 : lon,
    .zoom = CLAMP (zoom, 0, max_zoom),
  };
}

/**
 * jalon_map_shift:
 * @frame: (inout): where the map looks
 * @right: logical pixels
 * @down: logical pixels
 *
 * Looks farther to the right and down, so that what is shown moves the other way.
 */
void
jalon_map_shift (JalonMapFrame *frame, double right, double down)
{
  double x = mercator_x (frame->lon) + right / get_world_size (frame->zoom);
  double y = mercator_y (frame->lat) + down / get_world_size (frame->zoom);

  frame->lon = (x - floor (x)) * 360 - 180;
  frame->lat = mercator_lat (CLAMP (y, 0, 1));
}

/**
 * jalon_map_get_fit_zoom:
 * @basemap: what is drawn below
 * @frame: where the map looks
 *
 * Returns: the nearest zoom at which a base map still shows there where one is
 */
double
jalon_map_get_fit_zoom (JalonBasemap *basemap, const JalonMapFrame *frame)
{
  return jalon_basemap_get_detail (basemap, frame->lat, frame->lon) + MORE_THAN_DETAIL;
}
