/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "words/jalon-words.h"

/* The words of the closed vocabularies, as labels that stand alone: in a list, on a bar, in a table. */

static const char *const kinds[JALON_N_KINDS] = {
  [JALON_KIND_UNSET] = NC_ ("kind", "Kind not stated"),
  [JALON_KIND_DATA_CENTRE] = NC_ ("kind", "Data center"),
  [JALON_KIND_SUPERCOMPUTER] = NC_ ("kind", "Supercomputer"),
  [JALON_KIND_CLOUD] = NC_ ("kind", "Cloud"),
  [JALON_KIND_RESEARCH] = NC_ ("kind", "Research"),
  [JALON_KIND_TRAINING] = NC_ ("kind", "Education and training"),
  [JALON_KIND_CORPORATE_CENTRE] = NC_ ("kind", "Corporate center"),
  [JALON_KIND_NETWORK] = NC_ ("kind", "Network"),
  [JALON_KIND_PARTNERSHIP] = NC_ ("kind", "Partnership"),
  [JALON_KIND_FUNDING_ROUND] = NC_ ("kind", "Funding round"),
  [JALON_KIND_PROGRAMME] = NC_ ("kind", "Program"),
  [JALON_KIND_ENVELOPE] = NC_ ("kind", "Envelope"),
};

static const char *const relevances[JALON_N_RELEVANCES] = {
  [JALON_RELEVANCE_UNSET] = NC_ ("relevance", "Relevance not stated"),
  [JALON_RELEVANCE_CORE] = NC_ ("relevance", "AI itself"),
  [JALON_RELEVANCE_INFRASTRUCTURE] = NC_ ("relevance", "Infrastructure that AI uses"),
  [JALON_RELEVANCE_ADJACENT] = NC_ ("relevance", "Adjacent to AI"),
};

static const char *const statuses[JALON_N_STATUSES] = {
  [JALON_STATUS_UNSET] = NC_ ("status", "Status not stated"),
  [JALON_STATUS_ANNOUNCED] = NC_ ("status", "Announced"),
  [JALON_STATUS_CONFIRMED] = NC_ ("status", "Confirmed"),
  [JALON_STATUS_PERMITTING] = NC_ ("status", "Awaiting permits"),
  [JALON_STATUS_PERMITTED] = NC_ ("status", "Permitted"),
  [JALON_STATUS_BUILDING] = NC_ ("status", "Under construction"),
  [JALON_STATUS_OPERATING] = NC_ ("status", "In operation"),
  [JALON_STATUS_DELAYED] = NC_ ("status", "Delayed"),
  [JALON_STATUS_CLOSED] = NC_ ("status", "Closed"),
  [JALON_STATUS_CANCELLED] = NC_ ("status", "Canceled"),
};

static const char *const scopes[JALON_N_SCOPES] = {
  [JALON_SCOPE_UNSET] = NC_ ("scope", "Scope not stated"),
  [JALON_SCOPE_SITE] = NC_ ("scope", "One site"),
  [JALON_SCOPE_SITES] = NC_ ("scope", "Several sites"),
  [JALON_SCOPE_REGION] = NC_ ("scope", "A region or department"),
  [JALON_SCOPE_COUNTRY] = NC_ ("scope", "A country"),
  [JALON_SCOPE_COMPANY] = NC_ ("scope", "A whole company"),
};

static const char *const acts[JALON_N_ACTS] = {
  [JALON_ACT_UNSET] = NC_ ("act", "Statement"),
  [JALON_ACT_ANNOUNCES] = NC_ ("act", "Announcement"),
  [JALON_ACT_CONFIRMS] = NC_ ("act", "Confirmation"),
  [JALON_ACT_RAISES] = NC_ ("act", "Increase"),
  [JALON_ACT_CUTS] = NC_ ("act", "Cut"),
  [JALON_ACT_ADDS] = NC_ ("act", "Further tranche"),
  [JALON_ACT_PERMITS] = NC_ ("act", "Permit"),
  [JALON_ACT_STARTS] = NC_ ("act", "Start of works"),
  [JALON_ACT_OPENS] = NC_ ("act", "Opening"),
  [JALON_ACT_DELAYS] = NC_ ("act", "Delay"),
  [JALON_ACT_CANCELS] = NC_ ("act", "Cancellation"),
  [JALON_ACT_NOTES] = NC_ ("act", "Note"),
  [JALON_ACT_REPORTS] = NC_ ("act", "According to another source"),
};

static const char *const qualifiers[JALON_N_QUALIFIERS] = {
  [JALON_QUALIFIER_UNSET] = NC_ ("qualifier", "Not stated"),
  [JALON_QUALIFIER_EXACT] = NC_ ("qualifier", "Exact"),
  [JALON_QUALIFIER_ABOUT] = NC_ ("qualifier", "About"),
  [JALON_QUALIFIER_AT_LEAST] = NC_ ("qualifier", "At least"),
  [JALON_QUALIFIER_UP_TO] = NC_ ("qualifier", "Up to"),
  [JALON_QUALIFIER_RANGE] = NC_ ("qualifier", "Range"),
};

static const char *const precisions[JALON_N_PRECISIONS] = {
  [JALON_PRECISION_UNSET] = NC_ ("precision", "Precision not stated"),
  [JALON_PRECISION_SITE] = NC_ ("precision", "Exact site"),
  [JALON_PRECISION_COMMUNE] = NC_ ("precision", "Somewhere in this town"),
  [JALON_PRECISION_AREA] = NC_ ("precision", "Somewhere in this area"),
};

static const char *const slides[JALON_N_SLIDES] = {
  [JALON_SLIDE_UNSET] = NC_ ("slide", "Slide"),
  [JALON_SLIDE_TITLE] = NC_ ("slide", "Title"),
  [JALON_SLIDE_OVERVIEW] = NC_ ("slide", "At a glance"),
  [JALON_SLIDE_TRAP] = NC_ ("slide", "Why the amounts can’t simply be added up"),
  [JALON_SLIDE_PROJECT] = NC_ ("slide", "Project"),
  [JALON_SLIDE_UNDISCLOSED] = NC_ ("slide", "Announced without a public amount"),
  [JALON_SLIDE_BARS] = NC_ ("slide", "Amounts by group"),
  [JALON_SLIDE_TIMELINE] = NC_ ("slide", "As it was announced"),
  [JALON_SLIDE_ECOSYSTEM] = NC_ ("slide", "The ecosystem in figures"),
  [JALON_SLIDE_SOURCES] = NC_ ("slide", "Who says so"),
};

static const char *const keys[JALON_N_KEYS] = {
  [JALON_KEY_PLACE] = NC_ ("key", "Place"),
  [JALON_KEY_DEPARTMENT] = NC_ ("key", "Department"),
  [JALON_KEY_REGION] = NC_ ("key", "Region"),
  [JALON_KEY_COUNTRY] = NC_ ("key", "Country"),
  [JALON_KEY_TERRITORY] = NC_ ("key", "Territory"),
  [JALON_KEY_ORGANISATION] = NC_ ("key", "Organization"),
  [JALON_KEY_KIND] = NC_ ("key", "Kind"),
  [JALON_KEY_RELEVANCE] = NC_ ("key", "Relevance"),
  [JALON_KEY_STATUS] = NC_ ("key", "Status"),
  [JALON_KEY_SCOPE] = NC_ ("key", "Scope"),
  [JALON_KEY_YEAR] = NC_ ("key", "Year"),
  [JALON_KEY_QUARTER] = NC_ ("key", "Quarter"),
  [JALON_KEY_MONTH] = NC_ ("key", "Month"),
  [JALON_KEY_EVENT] = NC_ ("key", "Event"),
  [JALON_KEY_FROM] = NC_ ("key", "From"),
  [JALON_KEY_TO] = NC_ ("key", "To"),
  [JALON_KEY_TEXT] = NC_ ("key", "Text"),
};

static const char *const bys[JALON_N_GROUPINGS] = {
  [JALON_KEY_PLACE] = NC_ ("grouping", "By place"),
  [JALON_KEY_DEPARTMENT] = NC_ ("grouping", "By department"),
  [JALON_KEY_REGION] = NC_ ("grouping", "By region"),
  [JALON_KEY_COUNTRY] = NC_ ("grouping", "By country"),
  [JALON_KEY_TERRITORY] = NC_ ("grouping", "By territory"),
  [JALON_KEY_ORGANISATION] = NC_ ("grouping", "By organization"),
  [JALON_KEY_KIND] = NC_ ("grouping", "By kind"),
  [JALON_KEY_RELEVANCE] = NC_ ("grouping", "By relevance"),
  [JALON_KEY_STATUS] = NC_ ("grouping", "By status"),
  [JALON_KEY_SCOPE] = NC_ ("grouping", "By scope"),
  [JALON_KEY_YEAR] = NC_ ("grouping", "By year"),
  [JALON_KEY_QUARTER] = NC_ ("grouping", "By quarter"),
  [JALON_KEY_MONTH] = NC_ ("grouping", "By month"),
  [JALON_KEY_EVENT] = NC_ ("grouping", "By event"),
};

static const char *const reasons[JALON_N_REASONS] = {
  [JALON_REASON_NONE] = NC_ ("reason", "Counted"),
  [JALON_REASON_CANCELLED] = NC_ ("reason", "Canceled"),
  [JALON_REASON_SET_ASIDE] = NC_ ("reason", "Set aside"),
  [JALON_REASON_WIDER] = NC_ ("reason", "Wider than this selection"),
  [JALON_REASON_NO_RATE] = NC_ ("reason", "No exchange rate"),
  [JALON_REASON_PART_OF] = NC_ ("reason", "Contained in another project"),
  [JALON_REASON_UNDISCLOSED] = NC_ ("reason", "Undisclosed amount"),
};

/* Projects without a value of a grouping, and with more than one. */
static const char *const nones[JALON_N_GROUPINGS] = {
  [JALON_KEY_PLACE] = NC_ ("none", "No precise place"),
  [JALON_KEY_DEPARTMENT] = NC_ ("none", "No precise department"),
  [JALON_KEY_REGION] = NC_ ("none", "No precise region"),
  [JALON_KEY_COUNTRY] = NC_ ("none", "No precise country"),
  [JALON_KEY_TERRITORY] = NC_ ("none", "No precise territory"),
  [JALON_KEY_ORGANISATION] = NC_ ("none", "No organization"),
  [JALON_KEY_KIND] = NC_ ("none", "Kind not stated"),
  [JALON_KEY_RELEVANCE] = NC_ ("none", "Relevance not stated"),
  [JALON_KEY_STATUS] = NC_ ("none", "Status not stated"),
  [JALON_KEY_SCOPE] = NC_ ("none", "Scope not stated"),
  [JALON_KEY_YEAR] = NC_ ("none", "No precise year"),
  [JALON_KEY_QUARTER] = NC_ ("none", "No precise quarter"),
  [JALON_KEY_MONTH] = NC_ ("none", "No precise month"),
  [JALON_KEY_EVENT] = NC_ ("none", "No event"),
};

static const char *const severals[JALON_N_GROUPINGS] = {
  [JALON_KEY_PLACE] = NC_ ("several", "Several places"),
  [JALON_KEY_DEPARTMENT] = NC_ ("several", "Several departments"),
  [JALON_KEY_REGION] = NC_ ("several", "Several regions"),
  [JALON_KEY_COUNTRY] = NC_ ("several", "Several countries"),
  [JALON_KEY_TERRITORY] = NC_ ("several", "Several territories"),
  [JALON_KEY_ORGANISATION] = NC_ ("several", "Several organizations"),
  [JALON_KEY_KIND] = NC_ ("several", "Several kinds"),
  [JALON_KEY_RELEVANCE] = NC_ ("several", "Several relevances"),
  [JALON_KEY_STATUS] = NC_ ("several", "Several statuses"),
  [JALON_KEY_SCOPE] = NC_ ("several", "Several scopes"),
  [JALON_KEY_YEAR] = NC_ ("several", "Several years"),
  [JALON_KEY_QUARTER] = NC_ ("several", "Several quarters"),
  [JALON_KEY_MONTH] = NC_ ("several", "Several months"),
  [JALON_KEY_EVENT] = NC_ ("several", "Several events"),
};

static const char *
get_label (const JalonLanguage *language, const char *context, const char *const *labels, guint n_labels, guint word)
{
  g_return_val_if_fail (word < n_labels, "");

  return jalon_trc (language, context, labels[word]);
}

#define GET_LABEL(context, labels, word) get_label (language, (context), (labels), G_N_ELEMENTS (labels), (guint) (word))

const char *
jalon_words_kind (const JalonLanguage *language, JalonKind kind)
{
  return GET_LABEL ("kind", kinds, kind);
}

const char *
jalon_words_relevance (const JalonLanguage *language, JalonRelevance relevance)
{
  return GET_LABEL ("relevance", relevances, relevance);
}

const char *
jalon_words_status (const JalonLanguage *language, JalonStatus status)
{
  return GET_LABEL ("status", statuses, status);
}

const char *
jalon_words_scope (const JalonLanguage *language, JalonScope scope)
{
  return GET_LABEL ("scope", scopes, scope);
}

const char *
jalon_words_act (const JalonLanguage *language, JalonAct act)
{
  return GET_LABEL ("act", acts, act);
}

const char *
jalon_words_precision (const JalonLanguage *language, JalonPrecision precision)
{
  return GET_LABEL ("precision", precisions, precision);
}

const char *
jalon_words_key (const JalonLanguage *language, JalonKey key)
{
  return GET_LABEL ("key", keys, key);
}

/**
 * jalon_words_by:
 * @language: a language
 * @key: a grouping
 *
 * Returns: the grouping as a choice or a title: `By place`
 */
const char *
jalon_words_by (const JalonLanguage *language, JalonKey key)
{
  return GET_LABEL ("grouping", bys, key);
}

const char *
jalon_words_reason (const JalonLanguage *language, JalonReason reason)
{
  return GET_LABEL ("reason", reasons, reason);
}

/**
 * jalon_words_none:
 * @language: a language
 * @key: a grouping
 *
 * Returns: the label of the projects that have no value of @key, or none that is precise enough
 */
const char *
jalon_words_none (const JalonLanguage *language, JalonKey key)
{
  return GET_LABEL ("none", nones, key);
}

/**
 * jalon_words_several:
 * @language: a language
 * @key: a grouping
 *
 * Returns: the label of the projects that have more than one value of @key
 */
const char *
jalon_words_several (const JalonLanguage *language, JalonKey key)
{
  return GET_LABEL ("several", severals, key);
}

const char *
jalon_words_vocabulary (const JalonLanguage *language, JalonVocabulary vocabulary, int word)
{
  switch (vocabulary)
    {
    case JALON_VOCABULARY_KIND:
      return GET_LABEL ("kind", kinds, word);
    case JALON_VOCABULARY_RELEVANCE:
      return GET_LABEL ("relevance", relevances, word);
    case JALON_VOCABULARY_STATUS:
      return GET_LABEL ("status", statuses, word);
    case JALON_VOCABULARY_SCOPE:
      return GET_LABEL ("scope", scopes, word);
    case JALON_VOCABULARY_ACT:
      return GET_LABEL ("act", acts, word);
    case JALON_VOCABULARY_QUALIFIER:
      return GET_LABEL ("qualifier", qualifiers, word);
    case JALON_VOCABULARY_PRECISION:
      return GET_LABEL ("precision", precisions, word);
    case JALON_VOCABULARY_SLIDE:
      return GET_LABEL ("slide", slides, word);
    case JALON_VOCABULARY_GROUPING:
      return word > 0 ? jalon_words_key (language, (JalonKey) (word - 1)) : jalon_trc (language, "grouping", "Not grouped");
    case JALON_N_VOCABULARIES:
    default:
      g_return_val_if_reached ("");
    }
}
