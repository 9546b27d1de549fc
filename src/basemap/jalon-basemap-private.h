/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "basemap/jalon-basemap.h"

G_BEGIN_DECLS

GArray *jalon_basemap_list_pieces (JalonBasemap *self,
                                   const JalonMapLook *look,
                                   double scale,
                                   double width,
                                   double height,
                                   int *zoom,
                                   gboolean *complete,
                                   GCancellable *cancellable,
                                   GError **error);

G_END_DECLS
