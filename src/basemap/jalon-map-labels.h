/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "basemap/jalon-map-painter.h"

G_BEGIN_DECLS

/* Where names go: those of the pieces from `first_own` to before `end_own` are placed inside the page, whole; the pieces around them
 * only say which names of theirs reach into it. */
typedef struct
{
  double left, top, right, bottom;
  guint first_own, end_own;
  gboolean whole; /* nothing may be cut at the page's edge: no other page goes on there */
} JalonMapPage;

void jalon_map_labels_paint (cairo_t *cr, const JalonMapPicture *picture, const JalonMapPage *page);

G_END_DECLS
