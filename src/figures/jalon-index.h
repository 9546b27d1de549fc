/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "figures/jalon-query.h"

G_BEGIN_DECLS

/* An announcement that dates its project, and the days it spans. */
typedef struct
{
  const JalonAnnouncement *announcement;
  int first_day;
  int last_day;
} JalonDated;

/* A declared overlap of two projects, once however often it was declared. */
typedef struct
{
  guint a;
  guint b;
  double at_most; /* dataset's currency; INFINITY: not known */
} JalonPair;

/* What every query of one dataset looks up again and again, by the index of the project. Made once, never changed, safe in
 * threads; lives as long as its dataset, which it does not hold. */
typedef struct
{
  guint n_projects;
  JalonDataset *dataset;     /* borrowed */
  const GPtrArray *projects; /* borrowed */
  GArray *dated;             /* JalonDated: project by project, in the order of rule 1 */
  guint *first_dated;        /* [n_projects + 1] into `dated` */
  gboolean *only_asides;     /* [n_projects] nothing but reports and notes */
  guint *by_depth;           /* [n_projects] every whole before its parts */
  guint *parts;              /* children by part_of, in file order */
  guint *first_part;         /* [n_projects + 1] into `parts` */
  GArray *pairs;             /* JalonPair */
  GHashTable *territories;   /* (element-type utf8 GPtrArray): JalonTerritory by "KEY/VALUE" that it holds */
  GHashTable *codes;         /* (element-type utf8): "KEY/VALUE" that some record of the file has */
  GHashTable *countries;     /* (element-type utf8 utf8): department to country, interned; "" where it is in several */
  char **words;              /* [n_projects] what a search looks through; made by the first */
} JalonIndex;

const JalonIndex *jalon_index_get (JalonDataset *dataset);
const JalonProject *jalon_index_get_project (const JalonIndex *self, guint project);
int jalon_index_get_whole (const JalonIndex *self, guint project);
const GPtrArray *jalon_index_get_territories (const JalonIndex *self, JalonKey key, const char *value);
gboolean jalon_index_has_code (const JalonIndex *self, JalonKey key, const char *code);
const char *jalon_index_get_country (const JalonIndex *self, const char *department);
const char *jalon_country_of_region (const char *region);

G_END_DECLS
