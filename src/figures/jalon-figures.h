/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "figures/jalon-query.h"

G_BEGIN_DECLS

/* firm <= truth <= ceiling, in the dataset's currency. */
typedef struct
{
  double firm;
  double ceiling;
  gboolean open;        /* the truth may be more: 'at least' */
  gboolean approximate; /* an 'about' is among the addends: shown as ≈ */
} JalonSum;

typedef enum
{
  JALON_REASON_NONE,
  JALON_REASON_CANCELLED,
  JALON_REASON_SET_ASIDE,
  JALON_REASON_WIDER,
  JALON_REASON_NO_RATE,
  JALON_REASON_PART_OF,
  JALON_REASON_UNDISCLOSED,
  JALON_N_REASONS
} JalonReason;

const char *jalon_reason_get_nick (JalonReason reason);

/* What the sums know of one project under a query. */
typedef struct
{
  const JalonProject *project;
  const JalonAnnouncement *first;   /* what gives its date; NULL where nothing was announced at all */
  const JalonAnnouncement *stating; /* the announcement whose amount is its own; NULL: none stated */
  JalonStatus status;               /* as of the query's date */
  JalonScope scope;                 /* of its amount */
  gboolean disclosed;               /* an amount was stated as of the date */
  gboolean added;                   /* later tranches were, to what `stating` says */
  gboolean converted;               /* by a rate of the file */
  JalonSum stated;                  /* own amount as stated, also where it is left out (converted where a rate is known) */
  JalonSum own;                     /* own amount as it counts: (0, 0) where left out */
  JalonSum rollup;                  /* rule 4 */
  JalonSum remainder;               /* rule 6: what it gives its own group */
  JalonReason reason;               /* why its amount is left out, or NONE */
  const JalonProject *of;           /* for PART_OF: the nearest whole that counts */
  const JalonProject *whole;        /* nearest selected project up its part_of chain, or NULL */
  guint group;                      /* index into the groups */
} JalonShare;

gboolean jalon_share_is_addend (const JalonShare *share);
gboolean jalon_share_is_undisclosed (const JalonShare *share);
gboolean jalon_share_has_sum (const JalonShare *share, const char *currency);

typedef struct
{
  char *key;            /* an id, a code, a nick, a year…; "several" or "none" */
  JalonSum sum;         /* its members' remainders */
  guint n_projects;
  guint n_undisclosed;
  GArray *members;      /* guint: indexes into the shares, in file order */
} JalonGroup;

/* The answer to a query: immutable, safe to hand to another thread. */
typedef struct _JalonFigures JalonFigures;

JalonFigures *jalon_figures_compute (JalonDataset *dataset, JalonQuery *query);
JalonFigures *jalon_figures_ref (JalonFigures *self);
void jalon_figures_unref (JalonFigures *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JalonFigures, jalon_figures_unref)

JalonDataset *jalon_figures_get_dataset (const JalonFigures *self);
JalonKey jalon_figures_get_group_key (const JalonFigures *self);
const JalonDate *jalon_figures_get_as_of (const JalonFigures *self);
guint jalon_figures_get_n_shares (const JalonFigures *self);              /* the selected projects, in file order */
const JalonShare *jalon_figures_get_share (const JalonFigures *self, guint index);
const JalonShare *jalon_figures_find_share (const JalonFigures *self, const JalonProject *project); /* NULL: not selected */
guint jalon_figures_get_n_groups (const JalonFigures *self);              /* by falling ceiling, then key */
const JalonGroup *jalon_figures_get_group (const JalonFigures *self, guint index);
const JalonGroup *jalon_figures_find_group (const JalonFigures *self, const char *key);
JalonSum jalon_figures_get_total (const JalonFigures *self);
JalonSum jalon_figures_get_shared (const JalonFigures *self);
double jalon_figures_get_firm_unshared (const JalonFigures *self);
guint jalon_figures_get_n_undisclosed (const JalonFigures *self);
guint jalon_figures_get_n_cancelled (const JalonFigures *self);
guint jalon_figures_get_n_left_out (const JalonFigures *self);

/* The values a project has at a key, as a filter on that key would match them: for counts beside choices. */
char **jalon_figures_list_values (JalonDataset *dataset, const JalonProject *project, JalonKey key);

/* What a territory's view does not list but contains its projects: the context, in file order. (transfer container) */
GPtrArray *jalon_figures_list_context (const JalonFigures *self);

G_END_DECLS
