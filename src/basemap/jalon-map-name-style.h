/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

#include "basemap/jalon-map-painter.h"
#include "basemap/jalon-map-theme.h"

G_BEGIN_DECLS

/* How a name is written. */
typedef struct
{
  double size; /* logical pixels */
  gboolean bold;
  gboolean italic;
  double spacing; /* between letters, logical pixels */
  JalonMapInk ink;
} JalonMapNameStyle;

gboolean jalon_map_name_is_town (const JalonMapFeature *feature);
gboolean jalon_map_name_is_shown (const JalonMapFeature *feature, JalonMapLayer layer, double zoom);
int jalon_map_name_rank (const JalonMapFeature *feature);
const char *jalon_map_name_text (const JalonMapFeature *feature, const JalonLanguage *language);
void jalon_map_name_style_init (JalonMapNameStyle *style, const JalonMapFeature *feature, double zoom);
void jalon_map_name_style_apply (const JalonMapNameStyle *style, PangoLayout *layout);

G_END_DECLS
