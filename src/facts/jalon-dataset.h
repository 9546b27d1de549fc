/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "facts/jalon-records.h"

G_BEGIN_DECLS

#define JALON_TYPE_DATASET (jalon_dataset_get_type ())
G_DECLARE_FINAL_TYPE (JalonDataset, jalon_dataset, JALON, DATASET, GObject)

/* The lists of a dataset, each a GPtrArray of the records named. */
typedef enum
{
  JALON_LIST_SOURCES,       /* JalonSource */
  JALON_LIST_PLACES,        /* JalonPlace */
  JALON_LIST_TERRITORIES,   /* JalonTerritory */
  JALON_LIST_ORGANISATIONS, /* JalonOrganisation */
  JALON_LIST_EVENTS,        /* JalonEvent */
  JALON_LIST_PROJECTS,      /* JalonProject */
  JALON_LIST_INDICATORS,    /* JalonIndicator */
  JALON_LIST_RATES,         /* JalonRate, by currency code instead of id */
  JALON_LIST_DISPUTES,      /* JalonDispute, without ids */
  JALON_LIST_STORY,         /* JalonStoryStep, without ids */
  JALON_N_LISTS
} JalonList;

const GPtrArray *jalon_dataset_get_list (JalonDataset *self, JalonList list);
gconstpointer jalon_dataset_lookup (JalonDataset *self, JalonList list, const char *id);

const GPtrArray *jalon_dataset_get_projects (JalonDataset *self);
const JalonProject *jalon_dataset_get_project (JalonDataset *self, const char *id);

const JalonText *jalon_dataset_get_title (JalonDataset *self);
const JalonText *jalon_dataset_get_subtitle (JalonDataset *self);
const JalonText *jalon_dataset_get_note (JalonDataset *self);
const JalonDate *jalon_dataset_get_updated (JalonDataset *self);
const char *jalon_dataset_get_currency (JalonDataset *self);
const JalonTerritory *jalon_dataset_get_focus (JalonDataset *self);
const char *jalon_dataset_get_digest (JalonDataset *self);
const GPtrArray *jalon_dataset_get_extras (JalonDataset *self);

G_END_DECLS
