/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "figures/jalon-figures.h"

G_BEGIN_DECLS

/* The figures that can be asked for their why: "total", "group:KEY", "groups:KEY KEY…" (what the bar of the rest holds), "project:ID",
 * "projects:ID ID…" (what a merged pin holds). */
#define JALON_WHY_TOTAL "total"
#define JALON_WHY_GROUP "group:"
#define JALON_WHY_GROUPS "groups:"
#define JALON_WHY_PROJECT "project:"
#define JALON_WHY_PROJECTS "projects:"

typedef struct
{
  const JalonShare *share;
  JalonSum sum; /* an addend's remainder; of what is left out the amount as stated */
} JalonWhyRow;

/* What a figure is made of (rule 8): the addends, less `shared`, plus `firm_unshared` among what is firm, are the sum. */
typedef struct
{
  const JalonGroup *group;     /* of "group:", else NULL */
  const JalonProject *project; /* of "project:", else NULL */
  JalonSum sum;
  guint n_projects;            /* addends, what is left out, and wholes that count by their parts */
  GArray *addends;             /* JalonWhyRow, by falling ceiling, then in file order */
  GArray *left_out;            /* JalonWhyRow, by reason, then by falling ceiling, then in file order */
  JalonSum shared;
  double firm_unshared;
} JalonWhy;

JalonWhy *jalon_why_new (const JalonFigures *figures, const char *what);
void jalon_why_free (JalonWhy *self);
JalonSum jalon_why_add_up (const JalonShare *const *shares, guint n);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JalonWhy, jalon_why_free)

G_END_DECLS
