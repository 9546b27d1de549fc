/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "figures/jalon-clusters.h"

#include <math.h>
#include <stdlib.h>

/* Discs are merged in rounds. In a round every disc, the largest first, takes in the free ones that it overlaps; what they
 * make is a larger disc, which may overlap others in the next round. Discs of like size share a grid of cells as wide as they
 * are, so each looks at few others. */

/* A cell of a grid and a disc whose middle is in it. */
typedef struct
{
  int row;
  int column;
  guint disc;
} Entry;

/* The grid of the discs with at most this radius, and more than half of it. */
typedef struct
{
  int size; /* log2 of the radius */
  double width;
  GArray *entries; /* Entry, sorted */
} Grid;

static double
get_weight (const JalonCluster *cluster)
{
  return MAX (cluster->radius * cluster->radius, 1e-6);
}

/* Nothing that is nowhere overlaps anything. */
static gboolean
is_somewhere (const JalonCluster *cluster)
{
  return isfinite (cluster->x) && isfinite (cluster->y) && isfinite (cluster->radius);
}

static void
cluster_free (gpointer data)
{
  JalonCluster *cluster = data;

  g_array_unref (cluster->members);
  g_free (cluster);
}

static void
grid_free (gpointer data)
{
  Grid *grid = data;

  g_array_unref (grid->entries);
  g_free (grid);
}

static int
get_cell (double coordinate, double width)
{
  return (int) CLAMP (floor (coordinate / width), -1e9, 1e9);
}

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const Entry *one = a;
  const Entry *other = b;

  if (one->row != other->row)
    return one->row < other->row ? -1 : 1;
  if (one->column != other->column)
    return one->column < other->column ? -1 : 1;
  return one->disc < other->disc ? -1 : one->disc > other->disc;
}

static Grid *
get_grid (GPtrArray *grids, int size)
{
  Grid *grid;

  for (guint i = 0; i < grids->len; i++)
    if (((Grid *) g_ptr_array_index (grids, i))->size == size)
      return g_ptr_array_index (grids, i);
  grid = g_new0 (Grid, 1);
  grid->size = size;
  grid->width = ldexp (1, size + 1);
  grid->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  g_ptr_array_add (grids, grid);
  return grid;
}

static GPtrArray *
make_grids (const GPtrArray *clusters)
{
  GPtrArray *grids = g_ptr_array_new_with_free_func (grid_free);

  for (guint i = 0; i < clusters->len; i++)
    {
      const JalonCluster *cluster = g_ptr_array_index (clusters, i);
      Grid *grid;
      Entry entry;

      if (!is_somewhere (cluster))
        continue;
      grid = get_grid (grids, (int) ceil (log2 (CLAMP (cluster->radius, 1, 1e9))));
      entry = (Entry){ get_cell (cluster->y, grid->width), get_cell (cluster->x, grid->width), i };
      g_array_append_val (grid->entries, entry);
    }
  for (guint i = 0; i < grids->len; i++)
    g_array_sort (((Grid *) g_ptr_array_index (grids, i))->entries, compare_entries);
  return grids;
}

static guint
find_entry (const GArray *entries, const Entry *wanted)
{
  guint low = 0;
  guint high = entries->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      if (compare_entries (&g_array_index (entries, Entry, middle), wanted) < 0)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static gboolean
overlaps (const JalonCluster *a, const JalonCluster *b, double gap)
{
  return hypot (a->x - b->x, a->y - b->y) < a->radius + b->radius + gap;
}

/* Gives the free discs of a grid that overlap the seed to it. */
static gboolean
take_from_grid (const GPtrArray *clusters, const Grid *grid, guint seed, double gap, guint *taker)
{
  const JalonCluster *disc = g_ptr_array_index (clusters, seed);
  double reach = disc->radius + grid->width / 2 + MAX (gap, 0);
  int last_row = get_cell (disc->y + reach, grid->width);
  int last_column = get_cell (disc->x + reach, grid->width);
  Entry entry = { get_cell (disc->y - reach, grid->width), get_cell (disc->x - reach, grid->width), 0 };
  int first_column = entry.column;
  gboolean taken = FALSE;

  for (guint at = find_entry (grid->entries, &entry); at < grid->entries->len;)
    {
      const Entry *found = &g_array_index (grid->entries, Entry, at);

      if (found->row > last_row)
        break;
      if (found->column < first_column || found->column > last_column)
        {
          entry = (Entry){ found->row + (found->column > last_column), first_column, 0 };
          at = find_entry (grid->entries, &entry);
          continue;
        }
      if (taker[found->disc] == G_MAXUINT && overlaps (disc, g_ptr_array_index (clusters, found->disc), gap))
        {
          taker[found->disc] = seed;
          taken = TRUE;
        }
      at++;
    }
  return taken;
}

static int
compare_size (gconstpointer a, gconstpointer b, gpointer data)
{
  const GPtrArray *clusters = data;
  guint one = *(const guint *) a;
  guint other = *(const guint *) b;
  double one_radius = ((const JalonCluster *) g_ptr_array_index (clusters, one))->radius;
  double other_radius = ((const JalonCluster *) g_ptr_array_index (clusters, other))->radius;

  if (one_radius != other_radius)
    return one_radius > other_radius ? -1 : 1;
  return one < other ? -1 : one > other;
}

static guint *
sort_by_size (const GPtrArray *clusters)
{
  guint *order = g_new (guint, clusters->len + 1);

  for (guint i = 0; i < clusters->len; i++)
    order[i] = i;
  qsort_r (order, clusters->len, sizeof (guint), compare_size, (gpointer) clusters);
  return order;
}

static int
compare_indexes (gconstpointer a, gconstpointer b)
{
  guint one = *(const guint *) a;
  guint other = *(const guint *) b;

  return one < other ? -1 : one > other;
}

static void
absorb (JalonCluster *cluster, const JalonCluster *other)
{
  double weight = get_weight (cluster);
  double other_weight = get_weight (other);

  cluster->x = (cluster->x * weight + other->x * other_weight) / (weight + other_weight);
  cluster->y = (cluster->y * weight + other->y * other_weight) / (weight + other_weight);
  cluster->radius = hypot (cluster->radius, other->radius);
  g_array_append_vals (cluster->members, other->members->data, other->members->len);
}

/* One round; whether anything was merged. */
static gboolean
merge_once (GPtrArray *clusters, double gap)
{
  g_autoptr (GPtrArray) grids = make_grids (clusters);
  g_autofree guint *order = sort_by_size (clusters);
  g_autofree guint *taker = g_new (guint, clusters->len + 1);
  gboolean merged = FALSE;

  for (guint i = 0; i < clusters->len; i++)
    taker[i] = G_MAXUINT;
  for (guint i = 0; i < clusters->len; i++)
    {
      guint seed = order[i];

      if (taker[seed] != G_MAXUINT)
        continue;
      taker[seed] = seed;
      for (guint j = 0; j < grids->len && is_somewhere (g_ptr_array_index (clusters, seed)); j++)
        merged = take_from_grid (clusters, g_ptr_array_index (grids, j), seed, gap, taker) || merged;
    }
  for (guint i = 0; i < clusters->len; i++)
    if (taker[i] != i)
      absorb (g_ptr_array_index (clusters, taker[i]), g_ptr_array_index (clusters, i));
  for (guint i = clusters->len; i-- > 0;)
    if (taker[i] != i)
      g_clear_pointer (&g_ptr_array_index (clusters, i), cluster_free);
  return merged;
}

static void
drop_cleared (GPtrArray *clusters)
{
  guint n = 0;

  for (guint i = 0; i < clusters->len; i++)
    if (g_ptr_array_index (clusters, i))
      {
        gpointer cluster = g_steal_pointer (&g_ptr_array_index (clusters, i));
        g_ptr_array_index (clusters, n++) = cluster;
      }
  g_ptr_array_set_size (clusters, (int) n);
}

static int
compare_clusters (gconstpointer a, gconstpointer b)
{
  const JalonCluster *one = *(const JalonCluster *const *) a;
  const JalonCluster *other = *(const JalonCluster *const *) b;

  return compare_indexes (one->members->data, other->members->data);
}

/**
 * jalon_clusters_merge:
 * @points: (array length=n_points): discs, in logical pixels
 * @gap: the least distance between the edges of two discs that are left apart; may be negative
 *
 * Merges discs that overlap until none does. The same points give the same clusters, however often and wherever.
 *
 * Returns: (transfer full) (element-type JalonCluster): the clusters, also those of one point, by their first member
 */
GPtrArray *
jalon_clusters_merge (const JalonClusterPoint *points, guint n_points, double gap)
{
  GPtrArray *clusters = g_ptr_array_new_full (n_points, NULL);

  for (guint i = 0; i < n_points; i++)
    {
      JalonCluster *cluster = g_new0 (JalonCluster, 1);

      *cluster = (JalonCluster){ points[i].x, points[i].y, points[i].radius,
                                 g_array_new (FALSE, FALSE, sizeof (guint)) };
      g_array_append_val (cluster->members, i);
      g_ptr_array_add (clusters, cluster);
    }
  while (merge_once (clusters, gap))
    drop_cleared (clusters);
  for (guint i = 0; i < clusters->len; i++)
    g_array_sort (((JalonCluster *) g_ptr_array_index (clusters, i))->members, compare_indexes);
  g_ptr_array_sort (clusters, compare_clusters);
  g_ptr_array_set_free_func (clusters, cluster_free);
  return clusters;
}
