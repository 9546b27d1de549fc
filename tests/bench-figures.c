/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How long an answer takes: the median of a few, on generated datasets. The budget is a frame's half, 8 ms, for 5,000 projects. */
#include "config.h"

#include <math.h>

#include "facts/jalon-dataset-private.h"
#include "figures/jalon-facets.h"
#include "figures/jalon-figures.h"

#define N_RUNS 15

typedef struct
{
  const char *name;
  const char *filter; /* or NULL */
} Question;

static const Question questions[] = {
  { "everything", NULL },      { "a region", "region=FR-003" }, { "a place", "place=place7" }, { "a kind", "kind=cloud" },
  { "a year", "year=2024" },   { "several places", "place=several" }, { "a text", "text=proj elan 7" },
  { "a window", "from=2024-06" },
};

static void
add_places (JalonDataset *dataset)
{
  for (guint i = 0; i < 200; i++)
    {
      g_autofree char *id = g_strdup_printf ("place%u", i);
      JalonPlace *place = jalon_place_new (id);

      place->name = jalon_text_new_plain (id);
      place->region = g_strdup_printf ("FR-%03u", i % 20);
      place->department = g_strdup_printf ("%02u", i % 90);
      jalon_dataset_add (dataset, JALON_LIST_PLACES, place);
    }
}

static void
announce (JalonProject *project, guint number, guint n)
{
  JalonAnnouncement *announcement = jalon_announcement_new (project);
  g_autofree char *date = g_strdup_printf ("%u-%02u-%02u", 2020 + number % 6, 1 + (number + n) % 12, 1 + number % 28);

  jalon_date_parse (date, &announcement->date);
  announcement->act = n ? JALON_ACT_RAISES : JALON_ACT_ANNOUNCES;
  announcement->amount = g_new0 (JalonAmount, 1);
  announcement->amount->qualifier = number % 3 ? JALON_QUALIFIER_EXACT : JALON_QUALIFIER_UP_TO;
  announcement->amount->min = announcement->amount->max = 1e6 * (1 + number % 997);
  g_ptr_array_add (project->announcements, announcement);
}

static JalonDataset *
make (guint n)
{
  JalonDataset *dataset = jalon_dataset_new ();
  const GPtrArray *places = jalon_dataset_get_list (dataset, JALON_LIST_PLACES);
  const GPtrArray *projects = jalon_dataset_get_projects (dataset);

  g_strlcpy (jalon_dataset_get_head (dataset)->currency, "EUR", 4);
  add_places (dataset);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *id = g_strdup_printf ("project%u", i);
      g_autofree char *title = g_strdup_printf ("Projet n° %u, l’élan du numérique", i);
      JalonProject *project = jalon_project_new (id);

      project->title = jalon_text_new_plain (title);
      project->kind = (JalonKind) (1 + i % (JALON_N_KINDS - 1));
      project->scope = JALON_SCOPE_SITE;
      for (guint j = 0; j <= i % 3; j++)
        g_ptr_array_add (project->at, g_ptr_array_index (places, (i * 7 + j) % places->len));
      for (guint j = 0; j < 3; j++)
        announce (project, i, j);
      if (i % 5 == 4)
        project->part_of = g_ptr_array_index (projects, i / 5);
      if (i % 4 == 3)
        g_ptr_array_add (project->overlaps, jalon_overlap_new (g_ptr_array_index (projects, i / 2), i % 8 == 3 ? NAN : 1e6));
      jalon_dataset_add (dataset, JALON_LIST_PROJECTS, project);
    }
  return dataset;
}

static int
compare_times (gconstpointer a, gconstpointer b)
{
  double one = *(const double *) a;
  double other = *(const double *) b;

  return one < other ? -1 : one > other;
}

static double
measure (JalonDataset *dataset, const Question *question)
{
  g_autoptr (JalonQuery) query = jalon_query_new ();
  double times[N_RUNS];

  if (question->filter)
    g_assert_true (jalon_query_add_filter (query, dataset, question->filter, NULL));
  jalon_figures_unref (jalon_figures_compute (dataset, query));
  for (guint i = 0; i < N_RUNS; i++)
    {
      gint64 start = g_get_monotonic_time ();
      jalon_figures_unref (jalon_figures_compute (dataset, query));
      times[i] = (double) (g_get_monotonic_time () - start) / 1000;
    }
  qsort (times, N_RUNS, sizeof (double), compare_times);
  return times[N_RUNS / 2];
}

/* What the counts beside all choices of all filters take: those of the first query, and of each later one. */
static void
measure_facets (JalonDataset *dataset, guint n)
{
  g_autoptr (JalonFacets) facets = jalon_facets_new (dataset);
  g_autoptr (JalonQuery) query = jalon_query_new ();
  double times[N_RUNS];
  gint64 start = g_get_monotonic_time ();

  jalon_facets_update (facets, query);
  g_print ("%6u projects, %-15s %8.2f ms\n", n, "first counts", (double) (g_get_monotonic_time () - start) / 1000);
  g_assert_true (jalon_query_add_filter (query, dataset, "region=FR-003", NULL));
  g_assert_true (jalon_query_add_filter (query, dataset, "text=proj elan", NULL));
  for (guint i = 0; i < N_RUNS; i++)
    {
      start = g_get_monotonic_time ();
      jalon_facets_update (facets, query);
      times[i] = (double) (g_get_monotonic_time () - start) / 1000;
    }
  qsort (times, N_RUNS, sizeof (double), compare_times);
  g_print ("%6u projects, %-15s %8.2f ms\n", n, "later counts", times[N_RUNS / 2]);
}

int
main (void)
{
  static const guint sizes[] = { 64, 5000, 100000 };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (JalonDataset) dataset = make (sizes[i]);

      for (guint j = 0; j < G_N_ELEMENTS (questions); j++)
        g_print ("%6u projects, %-15s %8.2f ms\n", sizes[i], questions[j].name, measure (dataset, &questions[j]));
      measure_facets (dataset, sizes[i]);
    }
  return 0;
}
