/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "facts/jalon-vocabulary.h"

static const char *const kinds[JALON_N_KINDS] = {
  [JALON_KIND_DATA_CENTRE] = "data-centre",
  [JALON_KIND_SUPERCOMPUTER] = "supercomputer",
  [JALON_KIND_CLOUD] = "cloud",
  [JALON_KIND_RESEARCH] = "research",
  [JALON_KIND_TRAINING] = "training",
  [JALON_KIND_CORPORATE_CENTRE] = "corporate-centre",
  [JALON_KIND_NETWORK] = "network",
  [JALON_KIND_PARTNERSHIP] = "partnership",
  [JALON_KIND_FUNDING_ROUND] = "funding-round",
  [JALON_KIND_PROGRAMME] = "programme",
  [JALON_KIND_ENVELOPE] = "envelope",
};

static const char *const relevances[JALON_N_RELEVANCES] = {
  [JALON_RELEVANCE_CORE] = "core",
  [JALON_RELEVANCE_INFRASTRUCTURE] = "infrastructure",
  [JALON_RELEVANCE_ADJACENT] = "adjacent",
};

static const char *const statuses[JALON_N_STATUSES] = {
  [JALON_STATUS_ANNOUNCED] = "announced",
  [JALON_STATUS_CONFIRMED] = "confirmed",
  [JALON_STATUS_PERMITTING] = "permitting",
  [JALON_STATUS_PERMITTED] = "permitted",
  [JALON_STATUS_BUILDING] = "building",
  [JALON_STATUS_OPERATING] = "operating",
  [JALON_STATUS_DELAYED] = "delayed",
  [JALON_STATUS_CLOSED] = "closed",
  [JALON_STATUS_CANCELLED] = "cancelled",
};

static const char *const scopes[JALON_N_SCOPES] = {
  [JALON_SCOPE_SITE] = "site",
  [JALON_SCOPE_SITES] = "sites",
  [JALON_SCOPE_REGION] = "region",
  [JALON_SCOPE_COUNTRY] = "country",
  [JALON_SCOPE_COMPANY] = "company",
};

static const char *const acts[JALON_N_ACTS] = {
  [JALON_ACT_ANNOUNCES] = "announces",
  [JALON_ACT_CONFIRMS] = "confirms",
  [JALON_ACT_RAISES] = "raises",
  [JALON_ACT_CUTS] = "cuts",
  [JALON_ACT_ADDS] = "adds",
  [JALON_ACT_PERMITS] = "permits",
  [JALON_ACT_STARTS] = "starts",
  [JALON_ACT_OPENS] = "opens",
  [JALON_ACT_DELAYS] = "delays",
  [JALON_ACT_CANCELS] = "cancels",
  [JALON_ACT_NOTES] = "notes",
  [JALON_ACT_REPORTS] = "reports",
};

static const char *const qualifiers[JALON_N_QUALIFIERS] = {
  [JALON_QUALIFIER_EXACT] = "exact",
  [JALON_QUALIFIER_ABOUT] = "about",
  [JALON_QUALIFIER_AT_LEAST] = "at-least",
  [JALON_QUALIFIER_UP_TO] = "up-to",
};

static const char *const precisions[JALON_N_PRECISIONS] = {
  [JALON_PRECISION_SITE] = "site",
  [JALON_PRECISION_COMMUNE] = "commune",
  [JALON_PRECISION_AREA] = "area",
};

static const char *const slides[JALON_N_SLIDES] = {
  [JALON_SLIDE_TITLE] = "title",
  [JALON_SLIDE_OVERVIEW] = "overview",
  [JALON_SLIDE_TRAP] = "trap",
  [JALON_SLIDE_PROJECT] = "project",
  [JALON_SLIDE_UNDISCLOSED] = "undisclosed",
  [JALON_SLIDE_BARS] = "bars",
  [JALON_SLIDE_TIMELINE] = "timeline",
  [JALON_SLIDE_ECOSYSTEM] = "ecosystem",
  [JALON_SLIDE_SOURCES] = "sources",
};

static const char *const groupings[JALON_N_GROUPING_WORDS] = {
  NULL, "place", "department", "region", "country", "territory", "organisation", "kind", "relevance", "status", "scope", "year",
  "quarter", "month", "event",
};

static const struct
{
  const char *const *nicks;
  int size;
} vocabularies[JALON_N_VOCABULARIES] = {
  [JALON_VOCABULARY_KIND] = { kinds, JALON_N_KINDS },
  [JALON_VOCABULARY_RELEVANCE] = { relevances, JALON_N_RELEVANCES },
  [JALON_VOCABULARY_STATUS] = { statuses, JALON_N_STATUSES },
  [JALON_VOCABULARY_SCOPE] = { scopes, JALON_N_SCOPES },
  [JALON_VOCABULARY_ACT] = { acts, JALON_N_ACTS },
  [JALON_VOCABULARY_QUALIFIER] = { qualifiers, JALON_N_QUALIFIERS },
  [JALON_VOCABULARY_PRECISION] = { precisions, JALON_N_PRECISIONS },
  [JALON_VOCABULARY_SLIDE] = { slides, JALON_N_SLIDES },
  [JALON_VOCABULARY_GROUPING] = { groupings, JALON_N_GROUPING_WORDS },
};

/**
 * jalon_vocabulary_size:
 * @vocabulary: a vocabulary
 *
 * Returns: the number of its words, 'not stated' (0) among them: words go from 1 to this less one
 */
int
jalon_vocabulary_size (JalonVocabulary vocabulary)
{
  g_return_val_if_fail (vocabulary < JALON_N_VOCABULARIES, 0);
  return vocabularies[vocabulary].size;
}

/**
 * jalon_vocabulary_get_nick:
 * @vocabulary: a vocabulary
 * @word: one of its words
 *
 * Returns: (nullable): the word as the file writes it; %NULL for 'not stated' and for a range, which have none
 */
const char *
jalon_vocabulary_get_nick (JalonVocabulary vocabulary, int word)
{
  g_return_val_if_fail (vocabulary < JALON_N_VOCABULARIES, NULL);
  g_return_val_if_fail (word >= 0 && word < vocabularies[vocabulary].size, NULL);
  return vocabularies[vocabulary].nicks[word];
}

/**
 * jalon_vocabulary_find:
 * @vocabulary: a vocabulary
 * @nick: (nullable): a word as the file writes it
 *
 * Returns: the word; 0 if the vocabulary has none so written
 */
int
jalon_vocabulary_find (JalonVocabulary vocabulary, const char *nick)
{
  g_return_val_if_fail (vocabulary < JALON_N_VOCABULARIES, 0);
  for (int word = 1; nick != NULL && word < vocabularies[vocabulary].size; word++)
    if (g_strcmp0 (vocabularies[vocabulary].nicks[word], nick) == 0)
      return word;
  return 0;
}
