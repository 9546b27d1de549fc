/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scenes/jalon-map-private.h"

G_BEGIN_DECLS

/* Where labels can stand on a map: off its pins, off one another, off what lies over the map. */
typedef struct _JalonMapRoom JalonMapRoom;

/* A label's place. */
typedef struct
{
  JalonMapBox box;
  int align;           /* of its lines: -1 begin, 0 middle, 1 end */
  gboolean leads;      /* it is apart from its pin: a line leads to it */
  JalonPoint from, to; /* the line */
} JalonMapSpot;

JalonMapRoom *jalon_map_room_new (const JalonScene *scene, const GArray *covered, const GPtrArray *pins, double text_scale);
void jalon_map_room_free (JalonMapRoom *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JalonMapRoom, jalon_map_room_free)
gboolean jalon_map_room_find (JalonMapRoom *self, const JalonPin *pin, double width, double height, JalonMapSpot *spot);

G_END_DECLS
