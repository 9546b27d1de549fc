/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "words/jalon-words.h"

/* Words that the file may choose freely. The common ones are spoken in the language, any other as it is written. */

static const struct
{
  const char *one;
  const char *many;
} units[] = {
  { NN_ ("cable", "cables") },
  { NN_ ("chair", "chairs") },
  { NN_ ("chip", "chips") },
  { NN_ ("company", "companies") },
  { NN_ ("country", "countries") },
  { NN_ ("employee", "employees") },
  { NN_ ("GPU", "GPUs") },
  { NN_ ("generator", "generators") },
  { NN_ ("job", "jobs") },
  { NN_ ("laboratory", "laboratories") },
  { NN_ ("organization", "organizations") },
  { NN_ ("partner", "partners") },
  { NN_ ("person", "people") },
  { NN_ ("project", "projects") },
  { NN_ ("researcher", "researchers") },
  { NN_ ("server", "servers") },
  { NN_ ("site", "sites") },
  { NN_ ("start-up", "start-ups") },
  { NN_ ("student", "students") },
};

static const struct
{
  const char *nick;
  const char *label;
} metrics[] = {
  { "area", NC_ ("metric", "Area") },
  { "building", NC_ ("metric", "Building") },
  { "electricity", NC_ ("metric", "Electricity") },
  { "gpu", NC_ ("metric", "Graphics processors") },
  { "gpus", NC_ ("metric", "Graphics processors") },
  { "it-power", NC_ ("metric", "Power for computing") },
  { "jobs", NC_ ("metric", "Jobs") },
  { "land", NC_ ("metric", "Land") },
  { "length", NC_ ("metric", "Length") },
  { "power", NC_ ("metric", "Electric power") },
  { "servers", NC_ ("metric", "Servers") },
  { "sites", NC_ ("metric", "Sites") },
  { "storage", NC_ ("metric", "Storage") },
  { "training", NC_ ("metric", "People trained") },
};

static const struct
{
  const char *nick;
  const char *label;
} confidences[] = {
  { "high", NC_ ("confidence", "Well established") },
  { "medium", NC_ ("confidence", "Likely") },
  { "low", NC_ ("confidence", "Uncertain") },
};

/**
 * jalon_words_unit:
 * @language: a language
 * @unit: a unit of the file: `MW`, `jobs`
 * @n: how many there are of it
 *
 * Returns: (transfer full): the unit as it follows @n
 */
char *
jalon_words_unit (const JalonLanguage *language, const char *unit, double n)
{
  for (gsize i = 0; i < G_N_ELEMENTS (units); i++)
    if (strcmp (unit, units[i].one) == 0 || strcmp (unit, units[i].many) == 0)
      return g_strdup (jalon_trn (language, units[i].one, units[i].many, n));
  return jalon_words_isolate (unit);
}

/**
 * jalon_words_metric:
 * @language: a language
 * @metric: what a capacity measures: `power`, `jobs`
 *
 * Returns: (transfer full): its label
 */
char *
jalon_words_metric (const JalonLanguage *language, const char *metric)
{
  for (gsize i = 0; i < G_N_ELEMENTS (metrics); i++)
    if (strcmp (metric, metrics[i].nick) == 0)
      return g_strdup (jalon_trc (language, "metric", metrics[i].label));
  return jalon_words_isolate (metric);
}

/**
 * jalon_words_confidence:
 * @language: a language
 * @confidence: how sure an announcement is: `high`, `medium`, `low`
 *
 * Returns: (transfer full): its label
 */
char *
jalon_words_confidence (const JalonLanguage *language, const char *confidence)
{
  for (gsize i = 0; i < G_N_ELEMENTS (confidences); i++)
    if (strcmp (confidence, confidences[i].nick) == 0)
      return g_strdup (jalon_trc (language, "confidence", confidences[i].label));
  return jalon_words_isolate (confidence);
}
