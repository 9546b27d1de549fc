/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a change of the filters costs until all views are redrawn: CPU time of all threads, the median of a few, on the bundled data in
 * a window of 1280 by 720. */
#include "config.h"

#include "frames.h"
#include "ui-support.h"

#define N_RUNS 11
#define QUIET (150 * 1000) /* microseconds without a frame */
#define LIMIT 8.0          /* ms */

static const char *const filters[] = { "kind=data-centre", "year=2025", "status=announced", "text=data", "place=marseille", "from=2024-06" };

typedef struct
{
  const Frames *frames;
  gint64 since;
} Pause;

static gboolean
is_quiet (gpointer data)
{
  const Pause *pause = data;

  return g_get_monotonic_time () > MAX (pause->since, pause->frames->painted) + QUIET;
}

/* The CPU time, in ms, from a change to the end of the last frame that it leads to. */
static double
measure (const Frames *frames, JalonQuery *query, JalonDataset *dataset, const char *filter)
{
  Pause pause = { frames, g_get_monotonic_time () };
  gint64 start = frames_get_cpu_time ();

  if (filter != NULL)
    g_assert_true (jalon_query_add_filter (query, dataset, filter, NULL));
  else
    jalon_query_clear_filters (query);
  ui_wait (is_quiet, &pause);
  return (double) (frames->spent - start) / 1000;
}

static int
compare_times (gconstpointer a, gconstpointer b)
{
  double one = *(const double *) a;
  double other = *(const double *) b;

  return one < other ? -1 : one > other;
}

/* The dearest of a way there and the way back, each the median of its runs. */
static double
measure_filter (const Frames *frames, JalonQuery *query, JalonDataset *dataset, const char *filter)
{
  double there[N_RUNS], back[N_RUNS];
  guint n = frames->n;

  for (guint i = 0; i < N_RUNS; i++)
    {
      there[i] = measure (frames, query, dataset, filter);
      back[i] = measure (frames, query, dataset, NULL);
    }
  qsort (there, N_RUNS, sizeof (double), compare_times);
  qsort (back, N_RUNS, sizeof (double), compare_times);
  g_print ("  %-18s %6.2f ms, and back %6.2f ms of CPU, %.1f frames\n", filter, there[N_RUNS / 2], back[N_RUNS / 2],
           (double) (frames->n - n) / (2 * N_RUNS));
  return MAX (there[N_RUNS / 2], back[N_RUNS / 2]);
}

static double
measure_all (const Frames *frames, JalonWindow *window, JalonDataset *dataset, gboolean animations)
{
  JalonQuery *query = jalon_model_get_query (jalon_window_get_model (window));
  double most = 0;

  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", animations, NULL);
  g_print ("%s animations:\n", animations ? "with" : "without");
  for (guint i = 0; i < G_N_ELEMENTS (filters); i++)
    most = MAX (most, measure_filter (frames, query, dataset, filters[i]));
  return most;
}

int
main (void)
{
  g_autoptr (JalonDataset) dataset = NULL;
  JalonWindow *window;
  const Frames *frames;
  double most;

  adw_init ();
  dataset = ui_read_bundled ();
  window = ui_window_new (dataset, "en");
  frames = frames_watch (GTK_WIDGET (window));
  most = measure_all (frames, window, dataset, FALSE);
  g_print ("at most %.2f ms; limit %g ms\n", most, LIMIT);
  measure_all (frames, window, dataset, TRUE);
  return most > LIMIT;
}
