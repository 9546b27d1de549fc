/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "figures/jalon-figures.h"

G_BEGIN_DECLS

/* The indicators and the organisations that a query asks for, beside its projects. Records of the dataset, which it doesn't hold. */
typedef struct
{
  GPtrArray *indicators;    /* const JalonIndicator*, in file order */
  GPtrArray *organisations; /* const JalonOrganisation*, in file order */
  int last_day;             /* what begins later isn't known yet; G_MAXINT: all is known */
} JalonEcosystem;

JalonEcosystem *jalon_ecosystem_new (const JalonFigures *figures, JalonQuery *query);
void jalon_ecosystem_free (JalonEcosystem *self);
GPtrArray *jalon_ecosystem_list_readings (const JalonEcosystem *self, const JalonIndicator *indicator);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JalonEcosystem, jalon_ecosystem_free)

G_END_DECLS
