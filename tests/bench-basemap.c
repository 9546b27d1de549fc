/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>
#include <sys/resource.h>
#include <time.h>

#include "basemap/jalon-basemap.h"

#define TILE_SIZE 256
#define MAX_MEAN 3.0   /* ms of a tile */
#define MAX_WORST 12.0
#define MAX_PICTURE 120.0
#define MAX_GROWTH 64.0  /* MiB of memory that a long pan may add: the cache has 32 of them */
#define VIEWPORTS 500

typedef struct
{
  int zoom;
  double west, south, east, north;
} Area;

/* All tiles of the region to a level beyond its data, those of western Europe, and a sample of the world's. */
static const Area areas[] = {
  { 0, -180, -85, 180, 85 }, { 2, -180, -85, 180, 85 },  { 3, -180, -85, 180, 85 }, { 4, -30, 0, 60, 70 },
  { 5, -11, 36, 19, 59 },    { 6, -11, 36, 19, 59 },     { 7, -5, 42, 10, 51 },     { 8, 2.9, 42.1, 8.4, 46.9 },
  { 9, 2.9, 42.1, 8.4, 46.9 }, { 10, 2.9, 42.1, 8.4, 46.9 }, { 11, 4.2, 42.9, 7.8, 45.2 },
};

typedef struct
{
  JalonBasemap *map;
  JalonMapStyle style;
  double sum, worst;
  int worst_zoom, worst_x, worst_y;
  int n;
} Bench;

/* The thread's own time, so that what else the machine does isn't measured. */
static double
now (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return (double) time.tv_sec * 1e3 + (double) time.tv_nsec / 1e6;
}

static int
row_of (double lat, int across)
{
  int row = (int) floor ((1 - asinh (tan (lat * G_PI / 180)) / G_PI) / 2 * across);

  return CLAMP (row, 0, across - 1);
}

static int
column_of (double lon, int across)
{
  return MIN ((int) floor ((lon + 180) / 360 * across), across - 1);
}

static void
draw_tile (Bench *self, cairo_surface_t *surface, int zoom, int x, int y)
{
  g_autoptr (GError) error = NULL;
  double start = now (), time;
  cairo_t *cr = cairo_create (surface);

  if (!jalon_basemap_draw_tile (self->map, cr, &self->style, zoom, x, y, NULL, &error))
    g_error ("%s", error->message);
  cairo_destroy (cr);
  time = now () - start;
  self->sum += time;
  self->n++;
  if (time > self->worst)
    {
      self->worst = time;
      self->worst_zoom = zoom;
      self->worst_x = x;
      self->worst_y = y;
    }
}

static void
draw_area (Bench *self, const Area *area, cairo_surface_t *surface)
{
  int across = 1 << area->zoom, n = self->n;
  double sum = self->sum;

  for (int y = row_of (area->north, across); y <= row_of (area->south, across); y++)
    for (int x = column_of (area->west, across); x <= column_of (area->east, across); x++)
      draw_tile (self, surface, area->zoom, x, y);
  g_print ("  zoom %2d: %4d tiles, mean %.2f ms\n", area->zoom, self->n - n, (self->sum - sum) / (self->n - n));
}

static double
draw_picture (Bench *self)
{
  const JalonMapLook look = { 43.7, 5.8, 8 };
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 1920, 1080);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (JalonBasemap) map = jalon_basemap_open_bundled (NULL);
  double start = now ();

  if (!jalon_basemap_draw (map, cr, &self->style, &look, 1920, 1080, NULL, NULL))
    g_error ("a picture can't be drawn");
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return now () - start;
}

/* The most memory that the process ever had, in MiB. */
static double
get_peak (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);
  return (double) usage.ru_maxrss / 1024;
}

/* A pan over many viewports of 5 × 3 tiles: at first over the region at its last level, then over Europe. Each shows a new column. */
static double
pan (cairo_surface_t *surface)
{
  Bench bench = { .style = { JALON_MAP_LIGHT, jalon_language_get ("fr"), 1, NULL } };
  double before;

  bench.map = jalon_basemap_open_bundled (NULL);
  draw_tile (&bench, surface, 10, 528, 374);
  before = get_peak ();
  for (int i = 0; i < VIEWPORTS; i++)
    for (int j = 0; j < 3; j++)
      if (i < VIEWPORTS / 2)
        draw_tile (&bench, surface, 10, 515 + i % 24, 360 + (i / 24) * 2 + j);
      else
        draw_tile (&bench, surface, 7, 56 + i % 20, 38 + (i - VIEWPORTS / 2) / 20 + j);
  g_object_unref (bench.map);
  return get_peak () - before;
}

int
main (void)
{
  Bench bench = { .style = { JALON_MAP_LIGHT, jalon_language_get ("fr"), 1, NULL } };
  g_autoptr (GError) error = NULL;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, TILE_SIZE, TILE_SIZE);
  double start, picture, growth;
  gboolean good;

  bench.map = jalon_basemap_open_bundled (&error);
  if (bench.map == NULL)
    g_error ("%s", error->message);
  start = now ();
  draw_tile (&bench, surface, 5, 16, 11);
  g_print ("  the first tile, with the fonts: %.1f ms\n", now () - start);
  growth = pan (surface);
  bench.sum = bench.worst = bench.n = 0;
  for (guint i = 0; i < G_N_ELEMENTS (areas); i++)
    draw_area (&bench, &areas[i], surface);
  picture = draw_picture (&bench);
  g_print ("base map: %d tiles, mean %.2f ms, worst %.1f ms (%d/%d/%d); 1920 × 1080: %.0f ms\n", bench.n, bench.sum / bench.n,
           bench.worst, bench.worst_zoom, bench.worst_x, bench.worst_y, picture);
  g_print ("base map: a pan of %d viewports adds %.1f MiB to the peak of memory\n", VIEWPORTS, growth);
  good = growth < MAX_GROWTH && bench.sum / bench.n < MAX_MEAN && bench.worst < MAX_WORST && picture < MAX_PICTURE;
  cairo_surface_destroy (surface);
  g_object_unref (bench.map);
  return good ? 0 : 1;
}
