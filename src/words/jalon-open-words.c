/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "words/jalon-words.h"

/* Words that the file may choose freely. The common ones are spoken in the language, any other as it is written. */

typedef struct
{
  const char *nick;
  const char *label;
} Word;

static const struct
{
  const char *one;
  const char *many;
  const char *british; /* many of them, where the file's own spelling is another */
} units[] = {
  { NN_ ("cable", "cables") },
  { NN_ ("chair", "chairs") },
  { NN_ ("chip", "chips") },
  { NN_ ("company", "companies") },
  { NN_ ("country", "countries") },
  { NN_ ("employee", "employees") },
  { NN_ ("fiber pair", "fiber pairs"), "fibre pairs" },
  { NN_ ("generator", "generators") },
  { NN_ ("GPU", "GPUs") },
  { NN_ ("job", "jobs") },
  { NN_ ("laboratory", "laboratories") },
  { NN_ ("organization", "organizations"), "organisations" },
  { NN_ ("partner", "partners") },
  { NN_ ("person", "people") },
  { NN_ ("project", "projects") },
  { NN_ ("researcher", "researchers") },
  { NN_ ("server", "servers") },
  { NN_ ("site", "sites") },
  { NN_ ("start-up", "start-ups") },
  { NN_ ("student", "students") },
  { NN_ ("trainee", "trainees") },
};

static const Word metrics[] = {
  { "area", NC_ ("metric", "Area") },
  { "capacity", NC_ ("metric", "Capacity") },
  { "chairs", NC_ ("metric", "Research chairs") },
  { "connection-price", NC_ ("metric", "Price of the connection") },
  { "energy", NC_ ("metric", "Energy") },
  { "fibre-pairs", NC_ ("metric", "Fiber pairs") },
  { "generators", NC_ ("metric", "Backup generators") },
  { "gpus", NC_ ("metric", "Graphics processors") },
  { "heat", NC_ ("metric", "Heat") },
  { "jobs", NC_ ("metric", "Jobs") },
  { "length", NC_ ("metric", "Length") },
  { "power", NC_ ("metric", "Electric power") },
  { "servers", NC_ ("metric", "Servers") },
  { "sites", NC_ ("metric", "Sites") },
  { "storage", NC_ ("metric", "Storage") },
  { "trainees", NC_ ("metric", "People trained") },
};

static const Word confidences[] = {
  { "high", NC_ ("confidence", "Well established") },
  { "medium", NC_ ("confidence", "Likely") },
  { "low", NC_ ("confidence", "Uncertain") },
};

static const Word organisation_kinds[] = {
  { "association", NC_ ("organization", "Association") },
  { "company", NC_ ("organization", "Company") },
  { "consortium", NC_ ("organization", "Consortium") },
  { "education", NC_ ("organization", "School or university") },
  { "fund", NC_ ("organization", "Investment fund") },
  { "person", NC_ ("organization", "Person") },
  { "public", NC_ ("organization", "Public body") },
  { "research", NC_ ("organization", "Research organization") },
};

static const Word link_types[] = {
  { "also-in", NC_ ("link", "Also mentioned in") },
  { "background", NC_ ("link", "Background") },
  { "enables", NC_ ("link", "Makes possible") },
  { "funded-by", NC_ ("link", "Funded by") },
  { "funds", NC_ ("link", "Funds") },
  { "not-part-of", NC_ ("link", "Not part of") },
  { "reannounced-in", NC_ ("link", "Announced again in") },
  { "related", NC_ ("link", "Related") },
};

static char *
say (const JalonLanguage *language, const char *context, const Word *words, gsize n_words, const char *nick)
{
  for (gsize i = 0; i < n_words; i++)
    if (strcmp (nick, words[i].nick) == 0)
      return g_strdup (jalon_trc (language, context, words[i].label));
  return jalon_words_isolate (nick);
}

/**
 * jalon_words_unit:
 * @language: a language
 * @unit: a unit of the file: `MW`, `jobs`, `GWh/year`
 * @n: how many there are of it
 *
 * Returns: (transfer full): the unit as it follows @n
 */
char *
jalon_words_unit (const JalonLanguage *language, const char *unit, double n)
{
  if (g_str_has_suffix (unit, "/year"))
    {
      g_autofree char *stem = g_strndup (unit, strlen (unit) - strlen ("/year"));
      g_autofree char *yearly = jalon_words_unit (language, stem, n);

      /* Translators: a unit over time: GWh/year */
      return g_strconcat (yearly, jalon_trc (language, "unit", "/year"), NULL);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (units); i++)
    if (g_ascii_strcasecmp (unit, units[i].one) == 0 || g_ascii_strcasecmp (unit, units[i].many) == 0
        || g_strcmp0 (unit, units[i].british) == 0)
      return g_strdup (jalon_trn (language, units[i].one, units[i].many, n));
  return jalon_words_isolate (unit);
}

/**
 * jalon_words_capacity:
 * @language: a language
 * @capacity: a capacity of a project
 *
 * Returns: (transfer full): how much it is; what its metric counts, if a unit isn't said: `96 MW`, `up to 50,000 GPUs`
 */
char *
jalon_words_capacity (const JalonLanguage *language, const JalonCapacity *capacity)
{
  g_autofree char *counted = NULL;

  if (capacity->unit != NULL)
    return jalon_words_quantity (language, capacity->value, capacity->unit);
  counted = g_strdelimit (g_strdup (capacity->metric), "-", ' ');
  return jalon_words_quantity (language, capacity->value, counted);
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
  return say (language, "metric", metrics, G_N_ELEMENTS (metrics), metric);
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
  return say (language, "confidence", confidences, G_N_ELEMENTS (confidences), confidence);
}

/**
 * jalon_words_organisation_kind:
 * @language: a language
 * @kind: what an organisation is: `company`, `public`
 *
 * Returns: (transfer full): its label
 */
char *
jalon_words_organisation_kind (const JalonLanguage *language, const char *kind)
{
  return say (language, "organization", organisation_kinds, G_N_ELEMENTS (organisation_kinds), kind);
}

/**
 * jalon_words_link:
 * @language: a language
 * @type: how a project goes together with what it links to: `funds`, `related`
 *
 * Returns: (transfer full): its label
 */
char *
jalon_words_link (const JalonLanguage *language, const char *type)
{
  return say (language, "link", link_types, G_N_ELEMENTS (link_types), type);
}
