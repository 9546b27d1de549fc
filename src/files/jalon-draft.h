/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "files/jalon-format.h"
#include "files/jalon-json.h"
#include "files/jalon-problems.h"

G_BEGIN_DECLS

/* A dataset while it is read: what the steps of reading hand each other. */
typedef struct
{
  JalonJson *json;          /* borrowed */
  JalonProblems *problems;  /* borrowed */
  JalonDataset *dataset;    /* owned */
  GArray *nodes[JALON_N_LISTS]; /* owned; JalonJsonNode: the object of each record, by its index */
} JalonDraft;

void jalon_draft_problem (JalonDraft *draft, JalonSeverity severity, JalonProblemCode code, JalonJsonNode node,
                          const char *arg, ...) G_GNUC_NULL_TERMINATED;
JalonJsonNode jalon_draft_get_node (JalonDraft *draft, JalonList list, const JalonRecord *record);
JalonJsonNode jalon_draft_get_item (JalonDraft *draft, JalonJsonNode object, const char *name, guint index);
JalonJsonNode jalon_draft_get_member (JalonDraft *draft, JalonJsonNode object, const char *name);

/* jalon-draft-records.c */
gboolean jalon_draft_is_type (JalonDraft *draft, JalonJsonNode node, JalonJsonType type, JalonProblemCode code, const char *name);
void jalon_draft_fill (JalonDraft *draft, JalonShape shape, gpointer record, JalonJsonNode object);
void jalon_draft_list (JalonDraft *draft, JalonList list, JalonJsonNode array);

/* jalon-draft-values.c: each of them reports what is wrong and then returns NULL, or FALSE */
char *jalon_draft_dup_string (JalonDraft *draft, JalonJsonNode node, const char *name);
JalonText *jalon_draft_dup_text (JalonDraft *draft, JalonJsonNode node, const char *name);
char *jalon_draft_dup_code (JalonDraft *draft, JalonJsonNode node, const char *name, JalonCode code);
char *jalon_draft_dup_id (JalonDraft *draft, JalonJsonNode object);
gboolean jalon_draft_read_currency (JalonDraft *draft, JalonJsonNode node, const char *name, char *currency);
gboolean jalon_draft_read_number (JalonDraft *draft, JalonJsonNode node, const char *name, double *number);
void jalon_draft_read_note (JalonDraft *draft, JalonJsonNode node, JalonText **note);
void jalon_draft_keep (JalonDraft *draft, JalonJsonNode key, GPtrArray **extras);
gboolean jalon_draft_read_value (JalonDraft *draft, JalonField const *field, gpointer record, JalonJsonNode node);

/* jalon-draft-amounts.c */
JalonAmount *jalon_draft_read_quantity (JalonDraft *draft, JalonJsonNode object, gboolean may_be_negative);
JalonAmount *jalon_draft_read_amount (JalonDraft *draft, JalonJsonNode object, const char *name);
gboolean jalon_draft_is_of_quantity (const char *name);

/* jalon-draft-references.c */
gboolean jalon_draft_read_reference (JalonDraft *draft, JalonField const *field, gpointer record, JalonJsonNode node);

/* jalon-draft-checks.c */
void jalon_draft_check (JalonDraft *draft);

G_END_DECLS
