/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "facts/jalon-dataset.h"
#include "figures/jalon-query.h"
#include "tally-units.h"

/* A random dataset, and the truth behind it that nobody who sums it up may know: which units of money each project really is,
 * at each of a few times, and on which spot each unit is spent. */

#define WORLD_PROJECTS 14
#define WORLD_TIMES 4
#define WORLD_SPOTS 8

typedef struct
{
  JalonDataset *dataset;
  guint n;
  double unit;                                /* what one unit is worth, in the dataset's currency */
  int parent[WORLD_PROJECTS];                 /* or -1; before its parts */
  int first_time[WORLD_PROJECTS];             /* of its first counting announcement, or WORLD_TIMES */
  Units truth[WORLD_TIMES][WORLD_PROJECTS];
  JalonProject *projects[WORLD_PROJECTS];     /* owned by the dataset, in another order there */
  guint of_index[WORLD_PROJECTS];             /* which of them the dataset's project of an index is */
  GRand *random;
} World;

World *world_new (guint32 seed);
void world_free (World *world);
Units world_get_area (JalonKey key, const char *const *values);
char **world_list_values (JalonKey key);
const char *world_get_as_of (guint number, int *time);
