/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a project is part of and contains, with what each counts; and what is said of it. */
#include "config.h"

#include <string.h>

#include "figures/jalon-family.h"
#include "files/jalon-reader.h"
#include "words/jalon-about.h"
#include "words/jalon-words.h"

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

static JalonFigures *
compute (JalonDataset *dataset, const char *territory)
{
  g_autoptr (JalonQuery) query = jalon_query_new ();

  if (territory != NULL)
    jalon_query_toggle_value (query, JALON_KEY_TERRITORY, territory);
  return jalon_figures_compute (dataset, query);
}

static gboolean
is_within (const JalonProject *project, const JalonProject *whole)
{
  while (project != NULL && project != whole)
    project = project->part_of;
  return project != NULL;
}

/* All that is in it stands there once, below what it is part of; what is counted twice is the rest of the naive sum. */
static void
check (JalonDataset *dataset, const JalonFigures *whole, const JalonFigures *here, const JalonProject *project)
{
  g_autoptr (JalonFamily) family = jalon_family_new (whole, here, project);
  const GPtrArray *projects = jalon_dataset_get_projects (dataset);
  double naive = 0;
  guint n_within = 0;

  for (guint i = 0; i < family->rows->len; i++)
    {
      const JalonFamilyRow *row = &g_array_index (family->rows, JalonFamilyRow, i);
      const JalonFamilyRow *above = i > 0 ? row - 1 : NULL;

      while (above != NULL && above->project != row->project->part_of)
        above--;
      g_assert_true ((row->depth == 0) == (row->project->part_of == NULL));
      g_assert_true (above == NULL || row->depth == above->depth + 1);
      g_assert_true (row->whole == jalon_figures_find_share (whole, row->project));
      g_assert_true (row->here == jalon_figures_find_share (here, row->project));
      g_assert_true (i < family->self ? is_within (project, row->project) : is_within (row->project, project));
      if (i >= family->self)
        naive += row->whole->own.ceiling;
    }
  for (guint i = 0; i < projects->len; i++)
    n_within += is_within (g_ptr_array_index (projects, i), project);
  g_assert_cmpuint (n_within, ==, family->rows->len - family->self);
  g_assert_true (g_array_index (family->rows, JalonFamilyRow, family->self).project == project);
  g_assert_cmpfloat_with_epsilon (naive - family->twice.ceiling, jalon_figures_find_share (whole, project)->rollup.ceiling, 0.01);
  g_assert_true (jalon_family_has_relatives (dataset, project) == (family->rows->len > 1));
}

static void
test_bundled (void)
{
  g_autoptr (JalonDataset) dataset = load ();
  g_autoptr (JalonFigures) whole = compute (dataset, NULL);
  g_autoptr (JalonFigures) here = compute (dataset, "region-sud-rovaltain");
  const GPtrArray *projects = jalon_dataset_get_projects (dataset);

  for (guint i = 0; i < projects->len; i++)
    check (dataset, whole, here, g_ptr_array_index (projects, i));
}

static char *
say_standing (JalonDataset *dataset, const JalonFigures *figures, const char *id)
{
  const JalonShare *share = jalon_figures_find_share (figures, jalon_dataset_get_project (dataset, id));

  return jalon_words_standing (jalon_language_get ("en"), share, "EUR");
}

/* Whether it counts, in words. */
static void
test_standing (void)
{
  g_autoptr (JalonDataset) dataset = load ();
  g_autoptr (JalonFigures) whole = compute (dataset, NULL);
  g_autoptr (JalonFigures) here = compute (dataset, "region-sud-rovaltain");
  g_autofree char *in_region = say_standing (dataset, here, "evroc-mougins");
  g_autofree char *in_whole = say_standing (dataset, whole, "evroc-mougins");
  g_autofree char *unselected = say_standing (dataset, here, "env-109");
  g_autofree char *wider = say_standing (dataset, here, "dr-5bn");

  g_assert_cmpstr (in_region, ==, "counts here");
  g_assert_cmpstr (in_whole, ==, "counts here");
  g_assert_cmpstr (unselected, ==, "not in this selection");
  g_assert_cmpstr (wider, ==, "not counted: wider than this selection");
}

static JalonDataset *
read_text (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func ((GDestroyNotify) jalon_problem_free);
  g_autoptr (GError) error = NULL;
  JalonDataset *dataset = jalon_reader_read_bytes (bytes, problems, &error);

  g_assert_no_error (error);
  return dataset;
}

/* An amount of nothing was stated: it is no undisclosed one. */
static void
test_nothing (void)
{
  g_autoptr (JalonDataset) dataset
      = read_text ("{\"format\":\"jalon\",\"version\":1,\"title\":\"T\",\"projects\":[{\"id\":\"cut\",\"title\":\"A\",\"kind\":\"cloud\","
                   "\"scope\":\"company\",\"announcements\":[{\"date\":\"2025\",\"act\":\"announces\",\"amount\":{\"value\":5}},"
                   "{\"date\":\"2026\",\"act\":\"cuts\",\"amount\":{\"value\":0}}]}]}");
  g_autoptr (JalonFigures) whole = compute (dataset, NULL);
  g_autofree char *standing = say_standing (dataset, whole, "cut");

  g_assert_cmpstr (standing, ==, "no amount counted");
}

/* However deep the wholes are, the way through them is no deeper than the stack. */
static void
test_deep (void)
{
  const guint n = 150000;
  g_autoptr (GString) text = g_string_new ("{\"format\":\"jalon\",\"version\":1,\"title\":\"T\",\"projects\":[");
  g_autoptr (JalonDataset) dataset = NULL;
  g_autoptr (JalonFigures) whole = NULL;
  const GPtrArray *projects;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *part_of = i > 0 ? g_strdup_printf (",\"part_of\":\"p%u\"", i - 1) : g_strdup ("");

      g_string_append_printf (text, "%s{\"id\":\"p%u\",\"title\":\"T\",\"kind\":\"envelope\",\"scope\":\"company\",\"announcements\":[]%s}",
                              i > 0 ? "," : "", i, part_of);
    }
  g_string_append (text, "]}");
  dataset = read_text (text->str);
  whole = compute (dataset, NULL);
  projects = jalon_dataset_get_projects (dataset);
  for (guint i = 0; i < n; i += n - 1)
    {
      g_autoptr (JalonFamily) family = jalon_family_new (whole, whole, g_ptr_array_index (projects, i));

      g_assert_cmpuint (family->rows->len, ==, n);
      g_assert_cmpuint (family->self, ==, i);
      g_assert_cmpuint (g_array_index (family->rows, JalonFamilyRow, n - 1).depth, ==, n - 1);
    }
}

static void
test_ages (void)
{
  static const struct
  {
    guint days;
    const char *en;
    const char *fr;
  } rows[] = { { 0, "today", "aujourd’hui" },
               { 1, "1 day old", "il y a 1 jour" },
               { 59, "59 days old", "il y a 59 jours" },
               { 60, "60 days old", "il y a 60 jours" },
               { 61, "2 months old", "il y a 2 mois" },
               { 170, "5 months old", "il y a 5 mois" },
               { 729, "23 months old", "il y a 23 mois" },
               { 731, "2 years old", "il y a 2 ans" },
               { 36525, "100 years old", "il y a 100 ans" } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *en = jalon_words_age (jalon_language_get ("en"), rows[i].days);
      g_autofree char *fr = jalon_words_age (jalon_language_get ("fr"), rows[i].days);

      g_assert_cmpstr (en, ==, rows[i].en);
      g_assert_cmpstr (fr, ==, rows[i].fr);
    }
}

/* From the last day that the file's date may mean; the bundled file is of a day. */
static void
test_days (void)
{
  g_autoptr (JalonDataset) dataset = load ();
  g_autoptr (JalonDataset) coarse = read_text ("{\"format\":\"jalon\",\"version\":1,\"title\":\"T\",\"updated\":\"2026-06\",\"projects\":[]}");
  g_autofree char *words = jalon_about_say_date (dataset, jalon_language_get ("en"));
  g_autofree char *french = jalon_about_say_date (coarse, jalon_language_get ("fr"));
  int updated = jalon_date_get_last_day (jalon_dataset_get_updated (dataset));

  g_assert_cmpint (jalon_about_count_days (dataset, updated + 170), ==, 170);
  g_assert_cmpint (jalon_about_count_days (dataset, updated), ==, 0);
  g_assert_cmpint (jalon_about_count_days (dataset, updated - 5), ==, -1);
  g_assert_cmpint (jalon_about_count_days (NULL, updated), ==, -1);
  g_assert_true (g_str_has_prefix (words, "Data as of "));
  g_assert_cmpstr (french, ==, "Données\u00a0: juin 2026");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/family/bundled", test_bundled);
  g_test_add_func ("/family/standing", test_standing);
  g_test_add_func ("/family/nothing", test_nothing);
  g_test_add_func ("/family/deep", test_deep);
  g_test_add_func ("/family/ages", test_ages);
  g_test_add_func ("/family/days", test_days);
  return g_test_run ();
}
