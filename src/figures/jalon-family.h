/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "figures/jalon-figures.h"

G_BEGIN_DECLS

/* A project of a family. */
typedef struct
{
  const JalonProject *project;
  guint depth;              /* from 0: the outermost whole */
  const JalonShare *whole;  /* in the answer for the whole file; NULL: not known yet on its date */
  const JalonShare *here;   /* in what is selected; NULL: it isn't */
} JalonFamilyRow;

/* What a project is part of, itself, and all that it contains. */
typedef struct
{
  GArray *rows;             /* JalonFamilyRow: wholes before their parts, parts by falling ceiling, then in file order */
  guint self;               /* index into the rows */
  guint n_parts;            /* direct ones */
  JalonSum parts;           /* the direct parts, each by itself, added up */
  JalonSum twice;           /* what adding up the project and all that it contains would count more than once */
} JalonFamily;

JalonFamily *jalon_family_new (const JalonFigures *whole, const JalonFigures *here, const JalonProject *project);
void jalon_family_free (JalonFamily *self);
gboolean jalon_family_has_relatives (JalonDataset *dataset, const JalonProject *project);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JalonFamily, jalon_family_free)

G_END_DECLS
