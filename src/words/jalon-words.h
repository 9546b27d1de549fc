/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "figures/jalon-figures.h"
#include "figures/jalon-relief.h"
#include "figures/jalon-difference.h"
#include "words/jalon-language.h"

G_BEGIN_DECLS

typedef enum
{
  JALON_MONEY_COMPACT, /* at most three significant digits: 2,68 Md €, €346M */
  JALON_MONEY_FULL     /* 2 680 000 000 €, €2,680,000,000 */
} JalonMoneyStyle;

typedef enum
{
  JALON_DATE_SHORT, /* 10 févr. 2025 */
  JALON_DATE_LONG   /* 10 février 2025 */
} JalonDateStyle;

/* All return new strings in the language, with its spaces, marks and plurals; none ever fails. */
char *jalon_words_number (const JalonLanguage *language, double value);
char *jalon_words_projects (const JalonLanguage *language, guint n); /* 3 projects */
char *jalon_words_money (const JalonLanguage *language, double value, const char *currency, JalonMoneyStyle style);
char *jalon_words_amount (const JalonLanguage *language, const JalonAmount *amount, const char *currency, JalonMoneyStyle style);
char *jalon_words_quantity (const JalonLanguage *language, const JalonAmount *amount, const char *unit);
char *jalon_words_sum (const JalonLanguage *language, const JalonSum *sum, const char *currency, JalonMoneyStyle style);
char *jalon_words_stated (const JalonLanguage *language, const JalonShare *share, const char *currency, JalonMoneyStyle style);
char *jalon_words_date (const JalonLanguage *language, const JalonDate *date, JalonDateStyle style);
char *jalon_words_tick (const JalonLanguage *language, const JalonDate *date); /* 2025; Feb; Feb 10 */
char *jalon_words_quarter (const JalonLanguage *language, const JalonDate *date); /* Q1 2025 */
gboolean jalon_words_read_date (const JalonLanguage *language, const char *text, JalonDate *date); /* as people type it */
const char *jalon_words_text (const JalonLanguage *language, const JalonText *text); /* "" for NULL; not owned */

/* Any word of a closed vocabulary. */
const char *jalon_words_vocabulary (const JalonLanguage *language, JalonVocabulary vocabulary, int word);
const char *jalon_words_kind (const JalonLanguage *language, JalonKind kind);
const char *jalon_words_relevance (const JalonLanguage *language, JalonRelevance relevance);
const char *jalon_words_status (const JalonLanguage *language, JalonStatus status);
const char *jalon_words_scope (const JalonLanguage *language, JalonScope scope);
const char *jalon_words_act (const JalonLanguage *language, JalonAct act);
const char *jalon_words_precision (const JalonLanguage *language, JalonPrecision precision);
const char *jalon_words_key (const JalonLanguage *language, JalonKey key);
const char *jalon_words_by (const JalonLanguage *language, JalonKey key); /* By place */
const char *jalon_words_reason (const JalonLanguage *language, JalonReason reason);
const char *jalon_words_none (const JalonLanguage *language, JalonKey key);
const char *jalon_words_several (const JalonLanguage *language, JalonKey key);
char *jalon_words_unit (const JalonLanguage *language, const char *unit, double n);
char *jalon_words_capacity (const JalonLanguage *language, const JalonCapacity *capacity);
char *jalon_words_metric (const JalonLanguage *language, const char *metric);
char *jalon_words_confidence (const JalonLanguage *language, const char *confidence);
char *jalon_words_organisation_kind (const JalonLanguage *language, const char *kind);
char *jalon_words_link (const JalonLanguage *language, const char *type);
char *jalon_words_group (const JalonLanguage *language, JalonDataset *dataset, JalonKey key, const char *value);
char *jalon_words_country (const JalonLanguage *language, const char *code);
char *jalon_words_source (const JalonLanguage *language, const JalonSource *source);
char *jalon_words_left_out (const JalonLanguage *language, const JalonShare *share);
const char *jalon_words_explain_amount (const JalonLanguage *language, const JalonAmount *amount);
char *jalon_words_standing (const JalonLanguage *language, const JalonShare *here, const char *currency);
char *jalon_words_place (const JalonLanguage *language, const JalonPlace *place);
char *jalon_words_elsewhere (const JalonLanguage *language, JalonDataset *dataset, const JalonProject *project);
char *jalon_words_days_old (const JalonLanguage *language, guint days);
char *jalon_words_age (const JalonLanguage *language, guint days);
char *jalon_words_problem (const JalonLanguage *language, const JalonProblem *problem);

/* Filters, and what they make of the sums. */
char *jalon_words_window (const JalonLanguage *language, JalonQuery *query); /* "" without one, as the next */
char *jalon_words_as_of (const JalonLanguage *language, JalonQuery *query);
char *jalon_words_value (const JalonLanguage *language, JalonDataset *dataset, JalonKey key, const char *value);
char *jalon_words_filters (const JalonLanguage *language, JalonDataset *dataset, JalonQuery *query, JalonFilterSet filters);
char *jalon_words_relief (const JalonLanguage *language, JalonDataset *dataset, JalonQuery *query, const JalonRelief *relief);
char *jalon_words_difference (const JalonLanguage *language, const JalonDifference *difference, const char *currency);

/* Text of a file that is to stand in a line of ours: isolated if it has to be, so that it can't reorder what stands around it. */
char *jalon_words_isolate (const char *text);

/* A sentence with names in it, each of which a value takes the place of. */
char *jalon_words_fill (const char *sentence, ...) G_GNUC_NULL_TERMINATED;

/* Whether text of a file has these words already. */
gboolean jalon_words_say (const char *text, const char *part);

G_END_DECLS
