/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "figures/jalon-clusters.h"

static const JalonCluster *
get (const GPtrArray *clusters, guint index)
{
  return g_ptr_array_index (clusters, index);
}

static void
test_none (void)
{
  g_autoptr (GPtrArray) clusters = jalon_clusters_merge (NULL, 0, 2);

  g_assert_cmpuint (clusters->len, ==, 0);
}

static void
test_touching (void)
{
  const JalonClusterPoint points[] = { { 0, 0, 10 }, { 22, 0, 10 }, { 100, 0, 10 } };
  g_autoptr (GPtrArray) apart = jalon_clusters_merge (points, G_N_ELEMENTS (points), 2);
  g_autoptr (GPtrArray) merged = jalon_clusters_merge (points, G_N_ELEMENTS (points), 2.1);

  g_assert_cmpuint (apart->len, ==, 3);
  g_assert_cmpuint (merged->len, ==, 2);
  g_assert_cmpuint (get (merged, 0)->members->len, ==, 2);
  g_assert_cmpfloat_with_epsilon (get (merged, 0)->x, 11, 1e-9);
  g_assert_cmpfloat_with_epsilon (get (merged, 0)->radius, sqrt (200), 1e-9);
}

/* What two make together reaches a third that neither reached. */
static void
test_growing (void)
{
  const JalonClusterPoint points[] = { { 0, 14, 10 }, { 0, -5, 10 }, { 21, 5, 8 } };
  g_autoptr (GPtrArray) clusters = jalon_clusters_merge (points, G_N_ELEMENTS (points), 0);

  g_assert_cmpuint (clusters->len, ==, 1);
  g_assert_cmpuint (get (clusters, 0)->members->len, ==, 3);
}

static void
test_strange (void)
{
  const JalonClusterPoint points[]
      = { { NAN, 0, 10 }, { INFINITY, 0, 10 }, { 1e300, 0, 10 }, { 1e300, 0, 10 }, { 0, 0, 0 }, { 0, 0, 0 }, { 0, 0, NAN } };
  g_autoptr (GPtrArray) clusters = jalon_clusters_merge (points, G_N_ELEMENTS (points), 1);

  g_assert_cmpuint (clusters->len, ==, 5);
}

static void
assert_partition (const GPtrArray *clusters, const JalonClusterPoint *points, guint n, double gap)
{
  g_autofree guint *seen = g_new0 (guint, n + 1);

  for (guint i = 0; i < clusters->len; i++)
    {
      const JalonCluster *one = get (clusters, i);
      double area = 0;

      for (guint j = 0; j < one->members->len; j++)
        {
          guint member = g_array_index (one->members, guint, j);
          seen[member]++;
          area += points[member].radius * points[member].radius;
        }
      g_assert_cmpfloat_with_epsilon (one->radius * one->radius, area, 1e-6 * (area + 1));
      for (guint j = i + 1; j < clusters->len && clusters->len < 2000; j++)
        g_assert_cmpfloat (hypot (one->x - get (clusters, j)->x, one->y - get (clusters, j)->y), >=,
                           one->radius + get (clusters, j)->radius + gap - 1e-9);
    }
  for (guint i = 0; i < n; i++)
    g_assert_cmpuint (seen[i], ==, 1);
}

static void
test_random (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (7);

  for (guint round = 0; round < 200; round++)
    {
      guint n = (guint) g_rand_int_range (random, 1, 300);
      g_autofree JalonClusterPoint *points = g_new (JalonClusterPoint, n);
      g_autoptr (GPtrArray) clusters = NULL;

      for (guint i = 0; i < n; i++)
        points[i] = (JalonClusterPoint){ g_rand_double_range (random, -900, 900), g_rand_double_range (random, -500, 500),
                                         exp (g_rand_double_range (random, 0, 4)) };
      clusters = jalon_clusters_merge (points, n, 3);
      assert_partition (clusters, points, n, 3);
    }
}

/* Many points take no time to speak of, crowded or not. */
static void
test_many (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (8);
  const guint n = 20000;
  g_autofree JalonClusterPoint *points = g_new (JalonClusterPoint, n);

  for (double spread = 100; spread < 1e6; spread *= 10)
    {
      g_autoptr (GPtrArray) clusters = NULL;
      double seconds;

      for (guint i = 0; i < n; i++)
        points[i] = (JalonClusterPoint){ g_rand_double_range (random, 0, spread), g_rand_double_range (random, 0, spread),
                                         g_rand_double_range (random, 3, 30) };
      g_test_timer_start ();
      clusters = jalon_clusters_merge (points, n, 2);
      seconds = g_test_timer_elapsed ();
      g_test_message ("%u points within %.0f pixels: %u clusters, %.1f ms", n, spread, clusters->len, 1000 * seconds);
      g_assert_cmpfloat (seconds, <, 5);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/clusters/none", test_none);
  g_test_add_func ("/clusters/touching", test_touching);
  g_test_add_func ("/clusters/growing", test_growing);
  g_test_add_func ("/clusters/strange", test_strange);
  g_test_add_func ("/clusters/random", test_random);
  g_test_add_func ("/clusters/many", test_many);
  return g_test_run ();
}
