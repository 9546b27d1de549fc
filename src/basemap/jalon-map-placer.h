/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pango.h>

#include "basemap/jalon-map-painter.h"

G_BEGIN_DECLS

#define JALON_MAP_DOT 3          /* the largest radius of a town's dot, logical pixels */
#define JALON_MAP_WRAP_WIDTH 110 /* where the name of what is no town is broken into lines */

/* Where names go: those of the pieces from `first_own` to before `end_own` are placed inside the page, whole; the pieces around them
 * only say which names of theirs reach into it. */
typedef struct
{
  double left, top, right, bottom;
  guint first_own, end_own;
  gboolean whole; /* nothing may be cut at the page's edge: no other page goes on there */
  const JalonMapBox *taken; /* where something else stands that names keep off; or NULL */
  guint n_taken;
} JalonMapPage;

typedef struct
{
  const JalonMapFeature *feature;
  const JalonMapPiece *piece;
  const char *text;
  double x, y;  /* of its point; a town has a dot there */
  int order;    /* among all, before the rank */
  int rank;
  guint number; /* in its layer of its data, which hold the more important first */
  gboolean own; /* of a piece of the page's own */
  double width, height;
  JalonMapBox box;
  gboolean placed;
} JalonMapName;

GArray *jalon_map_placer_place (PangoLayout *layout, const JalonMapPicture *picture, const JalonMapPage *page);
char *jalon_map_placer_name_look (const JalonMapName *name, double zoom);
void jalon_map_placer_lay_out (PangoLayout *layout, const JalonMapName *name, double zoom);

G_END_DECLS
