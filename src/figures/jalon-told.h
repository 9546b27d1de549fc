/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "figures/jalon-figures.h"

G_BEGIN_DECLS

/* A figure that somebody asks about: which one, and of which answer. */
typedef struct
{
  char *what;           /* as jalon_why_new() takes it, or "announcement:ID/INDEX", "indicator:ID", "indicator:ID/INDEX" */
  JalonQuery *query;    /* owned: what is asked */
  JalonFigures *figures; /* owned: the answer */
  gboolean is_elsewhere; /* not of the selection: of the whole file instead */
} JalonTold;

#define JALON_TOLD_ANNOUNCEMENT "announcement:"
#define JALON_TOLD_INDICATOR "indicator:"

JalonTold *jalon_told_new (JalonFigures *figures, JalonQuery *query, const char *name);
void jalon_told_free (JalonTold *self);
char *jalon_told_write (const char *what, JalonQuery *query);
char *jalon_told_name_sum (const JalonTold *self);
const JalonProject *jalon_told_get_project (const JalonTold *self);
const JalonAnnouncement *jalon_told_get_announcement (const JalonTold *self);
const JalonIndicator *jalon_told_get_indicator (const JalonTold *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JalonTold, jalon_told_free)

G_END_DECLS
