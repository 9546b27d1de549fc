/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What every figure is made of adds up to it: on the bundled data by every filter of one value, and on random worlds. */
#include "config.h"

#include "figures/jalon-tally.h"
#include "figures/jalon-why.h"
#include "files/jalon-reader.h"
#include "tally-world.h"

static void
check_why (const JalonFigures *figures, const char *what, const JalonSum *expected)
{
  g_autoptr (JalonWhy) why = jalon_why_new (figures, what);
  double firm = 0, ceiling = 0, tolerance;

  g_assert_nonnull (why);
  for (guint i = 0; i < why->addends->len; i++)
    {
      const JalonWhyRow *row = &g_array_index (why->addends, JalonWhyRow, i);

      g_assert_true (jalon_share_is_addend (row->share));
      g_assert_true (i == 0 || g_array_index (why->addends, JalonWhyRow, i - 1).sum.ceiling >= row->sum.ceiling);
      firm += row->sum.firm;
      ceiling += row->sum.ceiling;
    }
  for (guint i = 0; i < why->left_out->len; i++)
    {
      const JalonShare *share = g_array_index (why->left_out, JalonWhyRow, i).share;

      g_assert_cmpint (share->reason, !=, JALON_REASON_NONE);
      g_assert_true (i == 0 || g_array_index (why->left_out, JalonWhyRow, i - 1).share->reason <= share->reason);
    }
  tolerance = ceiling + why->firm_unshared < 1e13 ? 0.005 : (ceiling + why->firm_unshared) * 1e-12;
  g_assert_cmpfloat (why->sum.firm, ==, expected->firm);
  g_assert_cmpfloat (why->sum.ceiling, ==, expected->ceiling);
  g_assert_cmpfloat_with_epsilon (ceiling - why->shared.ceiling, expected->ceiling, tolerance);
  g_assert_cmpfloat_with_epsilon (firm + why->firm_unshared - why->shared.firm, expected->firm, tolerance);
}

/* Every second bar, as the rest of them is a bar. */
static void
check_rest (const JalonFigures *figures)
{
  g_autoptr (GString) what = g_string_new ("groups:");
  JalonTotal firm = { 0 }, ceiling = { 0 };
  JalonSum sum = { 0 };

  for (guint i = 0; i < jalon_figures_get_n_groups (figures); i += 2)
    {
      const JalonGroup *group = jalon_figures_get_group (figures, i);

      g_string_append_printf (what, "%s%s", i > 0 ? " " : "", group->key);
      jalon_total_add (&firm, group->sum.firm);
      jalon_total_add (&ceiling, group->sum.ceiling);
    }
  sum.firm = jalon_total_get (&firm);
  sum.ceiling = jalon_total_get (&ceiling);
  if (jalon_figures_get_n_groups (figures) > 0)
    check_why (figures, what->str, &sum);
}

static void
check_figures (const JalonFigures *figures)
{
  JalonSum total = jalon_figures_get_total (figures);

  check_why (figures, "total", &total);
  check_rest (figures);
  for (guint i = 0; i < jalon_figures_get_n_groups (figures); i++)
    {
      const JalonGroup *group = jalon_figures_get_group (figures, i);
      g_autofree char *what = g_strconcat ("group:", group->key, NULL);

      check_why (figures, what, &group->sum);
    }
  for (guint i = 0; i < jalon_figures_get_n_shares (figures); i++)
    {
      const JalonShare *share = jalon_figures_get_share (figures, i);
      g_autofree char *what = g_strconcat ("project:", share->project->base.id, NULL);

      check_why (figures, what, &share->rollup);
    }
}

static JalonDataset *
load (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "data", "region-sud.jalon", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func ((GDestroyNotify) jalon_problem_free);
  g_autoptr (GError) error = NULL;
  JalonDataset *dataset = jalon_reader_read_file (file, problems, NULL, &error);

  g_assert_no_error (error);
  return dataset;
}

static void
test_bundled (void)
{
  g_autoptr (JalonDataset) dataset = load ();
  const GPtrArray *projects = jalon_dataset_get_projects (dataset);

  for (JalonKey key = 0; key < JALON_N_GROUPINGS; key++)
    for (guint i = 0; i < projects->len; i++)
      {
        g_auto (GStrv) values = jalon_figures_list_values (dataset, g_ptr_array_index (projects, i), key);
        g_autoptr (JalonQuery) query = jalon_query_new ();
        g_autoptr (JalonFigures) figures = NULL;

        jalon_query_set_group (query, key);
        jalon_query_set_values (query, key, (const char *const *) values);
        figures = jalon_figures_compute (dataset, query);
        check_figures (figures);
      }
}

static void
test_worlds (void)
{
  for (guint32 seed = 0; seed < 2000; seed++)
    {
      World *world = world_new (seed);
      g_autoptr (JalonQuery) query = jalon_query_new ();
      g_autoptr (JalonFigures) figures = NULL;

      jalon_query_set_group (query, seed % JALON_N_GROUPINGS);
      figures = jalon_figures_compute (world->dataset, query);
      check_figures (figures);
      world_free (world);
    }
}

/* The largest project with all that is in it, and a pin that holds two. */
static void
test_lists (void)
{
  g_autoptr (JalonDataset) dataset = load ();
  g_autoptr (JalonQuery) query = jalon_query_new ();
  g_autoptr (JalonFigures) figures = jalon_figures_compute (dataset, query);
  guint n_wholes = 0;

  for (guint i = 0; i < jalon_figures_get_n_shares (figures); i++)
    {
      const JalonShare *share = jalon_figures_get_share (figures, i);
      g_autofree char *what = g_strconcat ("project:", share->whole != NULL ? share->whole->base.id : "", NULL);
      g_autoptr (JalonWhy) why = jalon_why_new (figures, what);
      gboolean found = FALSE;

      if (share->whole == NULL || share->reason == JALON_REASON_NONE)
        continue;
      for (guint j = 0; j < why->left_out->len; j++)
        found |= g_array_index (why->left_out, JalonWhyRow, j).share == share;
      g_assert_true (found);
      n_wholes++;
    }
  g_assert_cmpuint (n_wholes, >, 0);
}

static void
test_projects (void)
{
  g_autoptr (JalonDataset) dataset = load ();
  g_autoptr (JalonQuery) query = jalon_query_new ();
  g_autoptr (JalonFigures) figures = jalon_figures_compute (dataset, query);
  const JalonShare *pair[2] = { NULL, NULL };
  g_autofree char *what = NULL;
  JalonSum sum;

  for (guint i = 0; i < jalon_figures_get_n_shares (figures) && pair[1] == NULL; i++)
    if (jalon_share_is_addend (jalon_figures_get_share (figures, i)))
      pair[pair[0] != NULL] = jalon_figures_get_share (figures, i);
  sum = jalon_why_add_up (pair, 2);
  what = g_strdup_printf ("projects:%s %s", pair[0]->project->base.id, pair[1]->project->base.id);
  check_why (figures, what, &sum);
}

static void
test_none (void)
{
  static const char *const none[] = { "", "totals", "group:", "group:nowhere", "project:", "project:nobody", "projects:", "projects:a a" };
  g_autoptr (JalonDataset) dataset = load ();
  g_autoptr (JalonQuery) query = jalon_query_new ();
  g_autoptr (JalonFigures) figures = jalon_figures_compute (dataset, query);

  for (gsize i = 0; i < G_N_ELEMENTS (none); i++)
    g_assert_null (jalon_why_new (figures, none[i]));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/why/bundled", test_bundled);
  g_test_add_func ("/why/worlds", test_worlds);
  g_test_add_func ("/why/lists", test_lists);
  g_test_add_func ("/why/projects", test_projects);
  g_test_add_func ("/why/none", test_none);
  return g_test_run ();
}
