/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A disc on the screen, in logical pixels. */
typedef struct
{
  double x;
  double y;
  double radius;
} JalonClusterPoint;

/* Discs that were merged into one. */
typedef struct
{
  double x;      /* the middle of its members, weighted by their areas */
  double y;
  double radius; /* of a disc of all their areas */
  GArray *members; /* guint: indexes of the points, rising */
} JalonCluster;

GPtrArray *jalon_clusters_merge (const JalonClusterPoint *points, guint n_points, double gap);

G_END_DECLS
