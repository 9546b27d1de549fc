/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "figures/jalon-clusters.h"
#include "figures/jalon-why.h"
#include "scenes/jalon-map-private.h"

/* All radii in logical pixels. */
#define MAX_RADIUS 40.0
#define MIN_RADIUS 7.0
#define MIN_COUNT_RADIUS 10.0
/* Pins merge where these middles of them overlap. */
#define CORE_RADIUS 5.0
/* Pins from this radius on merge only among themselves: a small one lies on a large one and is seen. */
#define LARGE_RADIUS 14.0
#define SAME_SPOT 3.0
/* More than these are gathered by the cells of a grid first, large or not. */
#define MANY 300
#define CELL 44.0

static void
pin_free (gpointer data)
{
  JalonPin *pin = data;

  g_ptr_array_unref (pin->shares);
  g_free (pin);
}

static const JalonPlace *
get_place (const JalonShare *share)
{
  return g_ptr_array_index (share->project->at, 0);
}

static gboolean
is_inside (double x, double y, double width, double height)
{
  return x >= 0 && x <= width && y >= 0 && y <= height;
}

static void
pin_sum_up (JalonPin *pin)
{
  pin->sum = jalon_why_add_up ((const JalonShare *const *) pin->shares->pdata, pin->shares->len);
  for (guint i = 0; i < pin->shares->len; i++)
    pin->n_undisclosed += ((const JalonShare *) g_ptr_array_index (pin->shares, i))->reason == JALON_REASON_UNDISCLOSED;
  pin->counts = pin->sum.ceiling > 0 || pin->n_undisclosed > 0;
}

static JalonInk
pin_get_ink (const JalonPin *pin)
{
  return jalon_layout_get_ink ((const JalonShare *const *) pin->shares->pdata, pin->shares->len);
}

static double
find_most (const JalonFigures *figures)
{
  double most = 0;

  for (guint i = 0; i < jalon_figures_get_n_shares (figures); i++)
    {
      const JalonShare *share = jalon_figures_get_share (figures, i);

      if (jalon_map_get_stand (share) == JALON_STAND_POINT)
        most = MAX (most, share->remainder.ceiling);
    }
  return most;
}

/* So small a merged pin may be that its number stands on it. */
static double
get_count_radius (const JalonLayoutInput *input, guint n)
{
  g_autofree char *count = jalon_words_number (input->language, n);
  double width, height;

  jalon_type_measure (input->type, JALON_STYLE_LABEL_STRONG, count, &width, &height);
  return MAX (MIN_COUNT_RADIUS, hypot (width, height) / 2 - 1.5);
}

/* The area of a pin is its amount. */
static double
get_radius (double ceiling, double most, double least, double room)
{
  double radius = most > 0 ? sqrt (MAX (ceiling, 0) / most) * CLAMP (room * 0.085, 20, MAX_RADIUS) : 0;

  return MAX (radius, least);
}

/* A project with a point, before pins are merged. */
typedef struct
{
  const JalonShare *share;
  double x, y;
  gboolean is_large;
} Spot;

static JalonPin *
pin_new (const GArray *members, const GArray *spots)
{
  JalonPin *pin = g_new0 (JalonPin, 1);
  double weight = 0;

  pin->shares = g_ptr_array_new ();
  for (guint i = 0; i < members->len; i++)
    {
      const Spot *spot = &g_array_index (spots, Spot, g_array_index (members, guint, i));
      double own = MAX (spot->share->remainder.ceiling, 1);

      g_ptr_array_add (pin->shares, (gpointer) spot->share);
      pin->x += own * spot->x;
      pin->y += own * spot->y;
      weight += own;
    }
  pin->x /= weight;
  pin->y /= weight;
  pin_sum_up (pin);
  return pin;
}

static int
compare_indexes (gconstpointer a, gconstpointer b)
{
  return (int) *(const guint *) a - (int) *(const guint *) b;
}

static int
compare_pins (gconstpointer a, gconstpointer b)
{
  const JalonPin *x = *(JalonPin *const *) a, *y = *(JalonPin *const *) b;

  if (x->radius != y->radius)
    return x->radius < y->radius ? 1 : -1;
  return x->x < y->x ? -1 : x->x > y->x;
}

static GArray *
list_spots (const JalonLayoutInput *input, const JalonMapFrame *frame, double width, double height, double most)
{
  GArray *spots = g_array_new (FALSE, FALSE, sizeof (Spot));

  for (guint i = 0; i < jalon_figures_get_n_shares (input->figures); i++)
    {
      const JalonShare *share = jalon_figures_get_share (input->figures, i);
      Spot spot = { .share = share };

      if (jalon_map_get_stand (share) != JALON_STAND_POINT)
        continue;
      jalon_map_project (frame, width, height, get_place (share)->lat, get_place (share)->lon, &spot.x, &spot.y);
      spot.is_large = get_radius (share->remainder.ceiling, most, MIN_RADIUS, MIN (width, height)) >= LARGE_RADIUS;
      if (is_inside (spot.x, spot.y, width, height))
        g_array_append_val (spots, spot);
    }
  return spots;
}

/* Small ones on the very spot of a large one belong to it. */
static gboolean
stands_with_large (const GArray *spots, const Spot *spot)
{
  for (guint i = 0; i < spots->len && spots->len <= MANY; i++)
    {
      const Spot *other = &g_array_index (spots, Spot, i);

      if (other->is_large && hypot (other->x - spot->x, other->y - spot->y) < SAME_SPOT)
        return TRUE;
    }
  return FALSE;
}

/* Spots that are one point to the merging: each alone, or, of very many, those of one cell of a grid. */
typedef struct
{
  GArray *spots; /* guint */
  double x, y;
} Heap;

static void
heap_free (gpointer data)
{
  Heap *heap = data;

  g_array_unref (heap->spots);
  g_free (heap);
}

static void
heap_add (Heap *heap, const Spot *spot, guint index)
{
  guint n = heap->spots->len;

  heap->x = (heap->x * n + spot->x) / (n + 1);
  heap->y = (heap->y * n + spot->y) / (n + 1);
  g_array_append_val (heap->spots, index);
}

static GPtrArray *
heap_up (const GArray *spots, gboolean large)
{
  GPtrArray *heaps = g_ptr_array_new_with_free_func (heap_free);
  g_autoptr (GHashTable) cells = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < spots->len; i++)
    {
      const Spot *spot = &g_array_index (spots, Spot, i);
      gint64 cell = spots->len > MANY ? (gint64) (spot->y / CELL) * 100000 + (gint64) (spot->x / CELL) + 1 : (gint64) i + 1;
      Heap *heap = g_hash_table_lookup (cells, GSIZE_TO_POINTER ((gsize) cell));

      if (stands_with_large (spots, spot) != large)
        continue;
      if (!heap)
        {
          heap = g_new0 (Heap, 1);
          heap->spots = g_array_new (FALSE, FALSE, sizeof (guint));
          g_ptr_array_add (heaps, heap);
          g_hash_table_insert (cells, GSIZE_TO_POINTER ((gsize) cell), heap);
        }
      heap_add (heap, spot, i);
    }
  return heaps;
}

/* Merges the large ones, or the small ones, among themselves. */
static void
merge_spots (const GArray *spots, gboolean large, GPtrArray *pins)
{
  g_autoptr (GPtrArray) heaps = heap_up (spots, large);
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (JalonClusterPoint));
  g_autoptr (GPtrArray) clusters = NULL;

  for (guint i = 0; i < heaps->len; i++)
    {
      const Heap *heap = g_ptr_array_index (heaps, i);
      JalonClusterPoint point = { heap->x, heap->y, spots->len > MANY ? MIN_COUNT_RADIUS : CORE_RADIUS };

      g_array_append_val (points, point);
    }
  clusters = jalon_clusters_merge ((const JalonClusterPoint *) (gpointer) points->data, points->len, 0);
  for (guint i = 0; i < clusters->len; i++)
    {
      const JalonCluster *cluster = g_ptr_array_index (clusters, i);
      g_autoptr (GArray) members = g_array_new (FALSE, FALSE, sizeof (guint));

      for (guint j = 0; j < cluster->members->len; j++)
        {
          const Heap *heap = g_ptr_array_index (heaps, g_array_index (cluster->members, guint, j));

          g_array_append_vals (members, heap->spots->data, heap->spots->len);
        }
      g_array_sort (members, compare_indexes);
      g_ptr_array_add (pins, pin_new (members, spots));
    }
}

/**
 * jalon_map_list_members:
 *
 * Returns: (transfer full) (array zero-terminated=1): the ids of a pin's projects
 */
char **
jalon_map_list_members (const JalonPin *pin)
{
  char **members = g_new0 (char *, pin->shares->len + 1);

  for (guint i = 0; i < pin->shares->len; i++)
    members[i] = g_strdup (((const JalonShare *) g_ptr_array_index (pin->shares, i))->project->base.id);
  return members;
}

/**
 * jalon_map_make_key:
 * @part: of what a pin looks like
 *
 * Returns: (transfer full): the key of a mark that belongs to a pin
 */
char *
jalon_map_make_key (const char *part, const JalonPin *pin)
{
  g_auto (GStrv) members = jalon_map_list_members (pin);
  g_autofree char *joined = g_strjoinv (" ", members);

  return g_strdup_printf ("%s/%s", part, joined);
}

/**
 * jalon_map_list_pins:
 *
 * Returns: (transfer full) (element-type JalonPin): the pins on the map, the largest first, those that would hide one another merged
 */
GPtrArray *
jalon_map_list_pins (const JalonLayoutInput *input, const JalonMapFrame *frame, double width, double height)
{
  double most = find_most (input->figures);
  GPtrArray *pins = g_ptr_array_new_with_free_func (pin_free);
  g_autoptr (GArray) spots = list_spots (input, frame, width, height, most);

  merge_spots (spots, TRUE, pins);
  merge_spots (spots, FALSE, pins);
  for (guint i = 0; i < pins->len; i++)
    most = MAX (most, ((const JalonPin *) g_ptr_array_index (pins, i))->sum.ceiling);
  for (guint i = 0; i < pins->len; i++)
    {
      JalonPin *pin = g_ptr_array_index (pins, i);

      pin->radius = get_radius (pin->sum.ceiling, most,
                                pin->shares->len > 1 ? get_count_radius (input, pin->shares->len) : MIN_RADIUS, MIN (width, height));
      pin->ink = pin_get_ink (pin);
    }
  g_ptr_array_sort (pins, compare_pins);
  return pins;
}
