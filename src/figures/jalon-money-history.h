/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "figures/jalon-figures.h"

G_BEGIN_DECLS

/* From this day on, and until the next step, the total was known to be this. */
typedef struct
{
  int day;        /* Julian day of #GDate */
  JalonSum total; /* in the dataset's currency */
} JalonMoneyStep;

/* What the total of a query was known to be, day by day: immutable, safe to hand to another thread. */
typedef struct _JalonMoneyHistory JalonMoneyHistory;

JalonMoneyHistory *jalon_money_history_compute (JalonDataset *dataset, JalonQuery *query, GCancellable *cancellable);
JalonMoneyHistory *jalon_money_history_ref (JalonMoneyHistory *self);
void jalon_money_history_unref (JalonMoneyHistory *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JalonMoneyHistory, jalon_money_history_unref)

guint jalon_money_history_get_n_steps (const JalonMoneyHistory *self);
const JalonMoneyStep *jalon_money_history_get_step (const JalonMoneyHistory *self, guint index); /* by day */
JalonSum jalon_money_history_get_total (const JalonMoneyHistory *self, int day);
gboolean jalon_money_history_is_sampled (const JalonMoneyHistory *self);

G_END_DECLS
