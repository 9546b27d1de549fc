/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "facts/jalon-dataset.h"
#include "facts/jalon-records-private.h"

G_BEGIN_DECLS

/* The members of the file's outermost object that are no lists. */
typedef struct
{
  JalonRecord base;
  JalonText *title;
  JalonText *subtitle;
  JalonDate updated;
  char currency[4];
  const JalonTerritory *focus;
  char *digest; /* no member: of the whole file */
} JalonDatasetHead;

JalonDataset *jalon_dataset_new (void);
JalonDatasetHead *jalon_dataset_get_head (JalonDataset *self);
gboolean jalon_dataset_add (JalonDataset *self, JalonList list, gpointer record);
void jalon_dataset_index_rates (JalonDataset *self);
gpointer jalon_dataset_find (JalonDataset *self, JalonList list, const char *id);

G_END_DECLS
