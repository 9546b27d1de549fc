/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A figure as one sentence, with its qualifier and its source. */
#include "config.h"

#include <string.h>

#include "facts/jalon-address.h"
#include "figures/jalon-why.h"
#include "files/jalon-reader.h"
#include "words/jalon-about.h"
#include "words/jalon-cite.h"
#include "words/jalon-words.h"

#define NB "\u00a0"  /* no-break space */
#define NNB "\u202f" /* narrow no-break space */

static const char file[]
    = "{\"format\":\"jalon\",\"version\":1,\"title\":{\"fr\":\"Le fichier\",\"en\":\"The file\"},\"updated\":\"2026-06-11\","
      "\"sources\":[{\"id\":\"a\",\"publisher\":\"Gazette\",\"title\":\"News\",\"date\":\"2025-02-10\",\"url\":\"https://a.example/1\"},"
      "{\"id\":\"b\",\"publisher\":\"Le Quotidien\",\"url\":\"javascript:alert(1)\"},{\"id\":\"c\",\"publisher\":\"Radio\"}],"
      "\"places\":[{\"id\":\"mougins\",\"name\":\"Mougins\",\"lat\":43.6,\"lon\":7,\"precision\":\"commune\"},"
      "{\"id\":\"nice\",\"name\":\"Nice\",\"lat\":43.7,\"lon\":7.3,\"precision\":\"commune\"}],"
      "\"projects\":["
      "{\"id\":\"up\",\"title\":\"evroc\",\"kind\":\"cloud\",\"scope\":\"site\",\"at\":[\"mougins\"],\"announcements\":["
      "{\"date\":\"2025-02-10\",\"act\":\"announces\",\"amount\":{\"value\":4e9,\"qualifier\":\"up-to\"},\"sources\":[\"b\",\"a\"]},"
      "{\"date\":\"2025-03\",\"act\":\"permits\",\"sources\":[\"c\"]}]},"
      "{\"id\":\"hidden\",\"title\":\"The Nice lab\",\"kind\":\"research\",\"scope\":\"site\",\"at\":[\"nice\"],\"announcements\":["
      "{\"date\":\"2024\",\"act\":\"announces\",\"sources\":[\"b\"]}]},"
      "{\"id\":\"adds\",\"title\":\"Fund\",\"kind\":\"funding-round\",\"scope\":\"company\",\"announcements\":["
      "{\"date\":\"2024-21\",\"act\":\"announces\",\"amount\":{\"value\":1e8},\"sources\":[\"c\"]},"
      "{\"date\":\"2025-05-01\",\"act\":\"adds\",\"amount\":{\"value\":5e7},\"sources\":[\"c\"]}]}],"
      "\"indicators\":[{\"id\":\"starts\",\"label\":\"Start-ups\",\"value\":140,\"qualifier\":\"about\",\"date\":\"2024\",\"sources\":[\"a\"]}]}";

static JalonDataset *
read_file (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (file, sizeof file - 1);
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func ((GDestroyNotify) jalon_problem_free);
  g_autoptr (GError) error = NULL;
  JalonDataset *dataset = jalon_reader_read_bytes (bytes, problems, &error);

  g_assert_no_error (error);
  return dataset;
}

static char *
cite (JalonQuery *query, const char *language, const char *name)
{
  g_autoptr (JalonDataset) dataset = read_file ();
  g_autoptr (JalonFigures) figures = jalon_figures_compute (dataset, query);
  g_autoptr (JalonTold) asked = jalon_told_new (figures, query, name);

  return asked != NULL ? jalon_cite (jalon_language_get (language), asked) : NULL;
}

static void
assert_cited (JalonQuery *query, const char *language, const char *name, const char *expected)
{
  g_autofree char *sentence = cite (query, language, name);

  g_assert_cmpstr (sentence, ==, expected);
}

/* The source that can be opened comes first; only an address of the web is written. */
static void
test_projects (void)
{
  g_autoptr (JalonQuery) query = jalon_query_new ();

  assert_cited (query, "en", "project:up",
                "evroc, Mougins: up to €4B (announced on February 10, 2025), according to Gazette, “News”, February 10, 2025, "
                "https://a.example/1 (and 1 other source)");
  assert_cited (query, "fr", "project:up",
                "evroc, Mougins" NB ": jusqu’à 4" NB "Md" NB "€ (annoncé le 10 février 2025), selon Gazette, «" NB "News" NB
                "», 10 février 2025, https://a.example/1 (et 1 autre source)");
  assert_cited (query, "en", "project:hidden", "The Nice lab: amount not disclosed (announced in 2024), according to Le Quotidien");
  assert_cited (query, "en", "project:adds", "Fund: €150M (announced: spring 2024), according to Radio");
}

static void
test_announcements (void)
{
  g_autoptr (JalonQuery) query = jalon_query_new ();

  assert_cited (query, "en", "announcement:up/1", "evroc, Mougins: Permit (March 2025), according to Radio");
  assert_cited (query, "en", "announcement:adds/1", "Fund: €50M (Further tranche, May 1, 2025), according to Radio");
  assert_cited (query, "en", "announcement:adds/0", "Fund: €100M (announced: spring 2024), according to Radio");
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

static void
assert_cited_of (const char *text, JalonQuery *query, const char *name, const char *expected)
{
  g_autoptr (JalonDataset) dataset = read_text (text);
  g_autoptr (JalonFigures) figures = jalon_figures_compute (dataset, query);
  g_autoptr (JalonTold) asked = jalon_told_new (figures, query, name);
  g_autofree char *sentence = jalon_cite (jalon_language_get ("en"), asked);

  g_assert_cmpstr (sentence, ==, expected);
}

/* A whole that counts by its parts is a project of its bar as well. */
static void
test_wholes (void)
{
  static const char text[]
      = "{\"format\":\"jalon\",\"version\":1,\"title\":\"T\",\"projects\":["
        "{\"id\":\"whole\",\"title\":\"W\",\"kind\":\"envelope\",\"scope\":\"company\",\"announcements\":["
        "{\"date\":\"2025\",\"act\":\"announces\",\"amount\":{\"value\":5e6}}]},"
        "{\"id\":\"part\",\"title\":\"P\",\"kind\":\"cloud\",\"scope\":\"company\",\"part_of\":\"whole\",\"announcements\":["
        "{\"date\":\"2025\",\"act\":\"announces\",\"amount\":{\"value\":5e6}}]}]}";
  g_autoptr (JalonQuery) query = jalon_query_new ();

  assert_cited_of (text, query, "group:none", "T, No precise place: €5M (2 projects)");
  assert_cited_of (text, query, "groups:none", "T, No precise place: €5M (2 projects)");
  assert_cited_of (text, query, "projects:whole part", "T, P: €5M (2 projects)");
}

/* What was added later is part of the amount, in whatever currency it was said. */
static void
test_converted (void)
{
  static const char text[]
      = "{\"format\":\"jalon\",\"version\":1,\"title\":\"T\",\"rates\":[{\"currency\":\"USD\",\"per\":0.9}],\"projects\":["
        "{\"id\":\"one\",\"title\":\"One\",\"kind\":\"cloud\",\"scope\":\"company\",\"announcements\":["
        "{\"date\":\"2025\",\"act\":\"announces\",\"amount\":{\"value\":1e9,\"currency\":\"USD\"}}]},"
        "{\"id\":\"two\",\"title\":\"Two\",\"kind\":\"cloud\",\"scope\":\"company\",\"announcements\":["
        "{\"date\":\"2025\",\"act\":\"announces\",\"amount\":{\"value\":1e9,\"currency\":\"USD\"}},"
        "{\"date\":\"2026\",\"act\":\"adds\",\"amount\":{\"value\":1e9,\"currency\":\"USD\"}}]}]}";
  g_autoptr (JalonQuery) query = jalon_query_new ();

  assert_cited_of (text, query, "project:one", "One: $1B (announced in 2025)");
  assert_cited_of (text, query, "project:two", "Two: €1.8B (announced in 2025)");
}

/* Where an address leads, fit to be shown: in small letters, and nothing that hides in it. */
static void
test_hosts (void)
{
  static const char *const hosts[][2] = { { "https://www.a.example/b", "a.example" },   { "HTTP://WWW.A.Example", "a.example" },
                                          { "https://a.example@b.example/", "b.example" }, { "https://www./", "www." },
                                          { "https://a%0ab.example/", NULL },           { "javascript:alert(1)", NULL } };

  for (guint i = 0; i < G_N_ELEMENTS (hosts); i++)
    {
      g_autofree char *host = jalon_address_get_host (hosts[i][0]);

      g_assert_cmpstr (host, ==, hosts[i][1]);
    }
}

/* Of what can't be converted nothing is lost: what else was stated is the least that it is. */
static void
test_no_rate (void)
{
  static const char text[]
      = "{\"format\":\"jalon\",\"version\":1,\"title\":\"T\",\"projects\":["
        "{\"id\":\"both\",\"title\":\"Both\",\"kind\":\"cloud\",\"scope\":\"company\",\"announcements\":["
        "{\"date\":\"2025\",\"act\":\"announces\",\"amount\":{\"value\":1e9,\"currency\":\"GBP\"}},"
        "{\"date\":\"2026\",\"act\":\"adds\",\"amount\":{\"value\":1e9,\"currency\":\"GBP\"}}]},"
        "{\"id\":\"one\",\"title\":\"One\",\"kind\":\"cloud\",\"scope\":\"company\",\"announcements\":["
        "{\"date\":\"2025\",\"act\":\"announces\",\"amount\":{\"value\":1e9}},"
        "{\"date\":\"2026\",\"act\":\"adds\",\"amount\":{\"value\":1e9,\"currency\":\"GBP\"}}]}]}";
  g_autoptr (JalonQuery) query = jalon_query_new ();

  assert_cited_of (text, query, "project:both", "Both: at least £1B (announced in 2025)");
  assert_cited_of (text, query, "project:one", "One: at least €1B (announced in 2025)");
}

/* A picture of a file without a date says nothing of one. */
static void
test_describe (void)
{
  g_autoptr (JalonDataset) dataset = read_text ("{\"format\":\"jalon\",\"version\":1,\"title\":\"T\",\"projects\":[]}");
  g_autoptr (JalonQuery) query = jalon_query_new ();
  g_autoptr (JalonFigures) figures = jalon_figures_compute (dataset, query);
  g_autoptr (JalonAbout) about = jalon_about_new (figures, query, jalon_language_get ("en"), "");
  g_autofree char *line = jalon_about_describe (about);

  g_assert_cmpstr (line, ==, "no amount counted");
}

/* A country's amount in the news of a site is not the site's. */
static void
test_scope (void)
{
  static const char text[]
      = "{\"format\":\"jalon\",\"version\":1,\"title\":\"T\",\"projects\":["
        "{\"id\":\"one\",\"title\":\"One\",\"kind\":\"cloud\",\"scope\":\"company\",\"announcements\":["
        "{\"date\":\"2025\",\"act\":\"announces\",\"scope\":\"country\",\"amount\":{\"value\":1e9}}]}]}";
  g_autoptr (JalonQuery) query = jalon_query_new ();

  assert_cited_of (text, query, "project:one", "One: €1B (announced in 2025; Scope: A country)");
  assert_cited_of (text, query, "announcement:one/0", "One: €1B (announced in 2025; Scope: A country)");
}

/* Each of the words that are looked for is told, and where a title names the place it isn't said twice, however it is written. */
static void
test_texts (void)
{
  static const char text[]
      = "{\"format\":\"jalon\",\"version\":1,\"title\":\"T\",\"places\":["
        "{\"id\":\"a\",\"name\":\"תל אביב\",\"lat\":32,\"lon\":34,\"precision\":\"commune\"},"
        "{\"id\":\"b\",\"name\":\"Paris\",\"lat\":48,\"lon\":2,\"precision\":\"commune\"}],\"projects\":["
        "{\"id\":\"one\",\"title\":\"תל אביב AI\",\"kind\":\"cloud\",\"scope\":\"site\",\"at\":[\"a\"],\"announcements\":["
        "{\"date\":\"2025\",\"act\":\"announces\",\"amount\":{\"value\":1e9}}]},"
        "{\"id\":\"two\",\"title\":\"Comparison lab\",\"kind\":\"cloud\",\"scope\":\"site\",\"at\":[\"b\"],\"announcements\":["
        "{\"date\":\"2025\",\"act\":\"announces\",\"amount\":{\"value\":1e9}}]}]}";
  g_autoptr (JalonQuery) query = jalon_query_new ();

  assert_cited_of (text, query, "project:one", "\u2068תל אביב AI\u2069: €1B (announced in 2025)");
  assert_cited_of (text, query, "project:two", "Comparison lab, Paris: €1B (announced in 2025)");
  jalon_query_set_values (query, JALON_KEY_TEXT, (const char *const[]){ "lab", "AI", NULL });
  assert_cited_of (text, query, "total", "T: €2B (2 projects; Text: “lab”, “AI”)");
}

/* A sum says how many projects, which filters and which day it is of, and who it stands on. */
static void
test_sums (void)
{
  g_autoptr (JalonQuery) query = jalon_query_new ();
  JalonDate day;

  assert_cited (query, "en", "total",
                "The file: €150M firm, up to €4.15B (3 projects, 1 amount not disclosed; data as of June 11, 2026), according to "
                "Le Quotidien, Gazette, https://a.example/1, Radio");
  assert_cited (query, "en", "group:mougins",
                "The file, Mougins: up to €4B (1 project; data as of June 11, 2026), according to Gazette, “News”, February 10, 2025, "
                "https://a.example/1 (and 1 other source)");
  assert_cited (query, "en", "groups:mougins nice",
                "The file, Mougins, Nice: up to €4B (2 projects, 1 amount not disclosed; data as of June 11, 2026), according to "
                "Gazette, “News”, February 10, 2025, https://a.example/1 (and 1 other source)");
  jalon_query_toggle_value (query, JALON_KEY_KIND, "cloud");
  g_assert_true (jalon_date_parse ("2025-02-14", &day));
  jalon_query_set_as_of (query, &day);
  assert_cited (query, "en", "total",
                "The file: up to €4B (1 project; Kind: Cloud; as known on February 14, 2025), according to Gazette, “News”, "
                "February 10, 2025, https://a.example/1 (and 1 other source)");
}

/* An answer of another query than the one shown, and what the one shown doesn't list. */
static void
test_elsewhere (void)
{
  g_autoptr (JalonQuery) query = jalon_query_new ();
  g_autoptr (JalonQuery) other = jalon_query_new ();
  g_autofree char *name = NULL;

  jalon_query_toggle_value (query, JALON_KEY_KIND, "research");
  assert_cited (query, "en", "project:adds", "Fund: €150M (announced: spring 2024), according to Radio");
  jalon_query_toggle_value (other, JALON_KEY_PLACE, "mougins");
  name = jalon_told_write ("total", other);
  assert_cited (query, "en", name,
                "The file: up to €4B (1 project; Place: Mougins; data as of June 11, 2026), according to Gazette, “News”, "
                "February 10, 2025, https://a.example/1 (and 1 other source)");
  assert_cited (query, "en", "total@filter=place%3Dnowhere", NULL);
  assert_cited (query, "en", "total@filter=%zz", NULL);
  assert_cited (query, "en", "project:adds@filter=kind%3Dcloud", "Fund: €150M (announced: spring 2024), according to Radio");
  assert_cited (query, "en", "project:nothing", NULL);
  assert_cited (query, "en", "group:nothing", NULL);
  assert_cited (query, "en", "indicator:nothing", NULL);
}

static void
test_indicators (void)
{
  g_autoptr (JalonQuery) query = jalon_query_new ();

  assert_cited (query, "en", "indicator:starts",
                "Start-ups: about 140 (2024), according to Gazette, “News”, February 10, 2025, https://a.example/1");
  assert_cited (query, "en", "indicator:starts/0",
                "Start-ups: about 140 (2024), according to Gazette, “News”, February 10, 2025, https://a.example/1");
  assert_cited (query, "en", "indicator:starts/1", NULL);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cite/projects", test_projects);
  g_test_add_func ("/cite/announcements", test_announcements);
  g_test_add_func ("/cite/wholes", test_wholes);
  g_test_add_func ("/cite/converted", test_converted);
  g_test_add_func ("/cite/hosts", test_hosts);
  g_test_add_func ("/cite/no-rate", test_no_rate);
  g_test_add_func ("/cite/describe", test_describe);
  g_test_add_func ("/cite/scope", test_scope);
  g_test_add_func ("/cite/texts", test_texts);
  g_test_add_func ("/cite/sums", test_sums);
  g_test_add_func ("/cite/elsewhere", test_elsewhere);
  g_test_add_func ("/cite/indicators", test_indicators);
  return g_test_run ();
}
