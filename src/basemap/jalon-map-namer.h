/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "basemap/jalon-basemap.h"

G_BEGIN_DECLS

/* Places the names of a base map for a whole picture, where they keep off what stands on the map. Of one thread. */
typedef struct _JalonMapNamer JalonMapNamer;

/* What else stands on the picture. */
typedef struct
{
  const JalonMapBox *boxes;
  guint n_boxes;
} JalonMapTaken;

JalonMapNamer *jalon_map_namer_new (JalonBasemap *basemap);
void jalon_map_namer_free (JalonMapNamer *self);
gboolean jalon_map_namer_place (JalonMapNamer *self,
                                const JalonMapStyle *style,
                                const JalonMapLook *look,
                                double width,
                                double height,
                                const JalonMapTaken *taken,
                                gboolean waits);
guint jalon_map_namer_get_n_names (const JalonMapNamer *self);
const char *jalon_map_namer_get_text (const JalonMapNamer *self, guint index);
JalonMapBox jalon_map_namer_get_box (const JalonMapNamer *self, guint index);
gboolean jalon_map_namer_get_dot (const JalonMapNamer *self, guint index, JalonMapBox *dot);
char *jalon_map_namer_describe (const JalonMapNamer *self, guint index);
char *jalon_map_namer_describe_dot (const JalonMapNamer *self, guint index);
void jalon_map_namer_draw (JalonMapNamer *self, cairo_t *cr);
void jalon_map_namer_draw_text (JalonMapNamer *self, cairo_t *cr, guint index);
void jalon_map_namer_draw_dot (JalonMapNamer *self, cairo_t *cr, guint index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JalonMapNamer, jalon_map_namer_free)

G_END_DECLS
