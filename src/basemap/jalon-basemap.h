/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <gio/gio.h>

#include "words/jalon-language.h"

G_BEGIN_DECLS

typedef enum
{
  JALON_MAP_LIGHT,
  JALON_MAP_DARK,
  JALON_MAP_HIGH_CONTRAST,
  JALON_MAP_HIGH_CONTRAST_DARK,
  JALON_MAP_PRINT
} JalonMapTheme;

/* How a map is drawn. `scale`: device pixels for a logical one, also fractional. `tint`: codes of ISO 3166-2 of the regions and
 * departments to tint and outline, ended by NULL; or NULL. `nameless`: no names, which a JalonMapNamer places then. */
typedef struct
{
  JalonMapTheme theme;
  const JalonLanguage *language;
  double scale;
  const char *const *tint;
  gboolean nameless;
} JalonMapStyle;

/* Where a picture looks: Web Mercator, zoom for tiles of 256 logical pixels, degrees WGS 84. */
typedef struct
{
  double lat;
  double lon;
  double zoom;
} JalonMapLook;

/* Logical pixels. */
typedef struct
{
  double left, top, right, bottom;
} JalonMapBox;

#define JALON_TYPE_BASEMAP (jalon_basemap_get_type ())
G_DECLARE_FINAL_TYPE (JalonBasemap, jalon_basemap, JALON, BASEMAP, GObject)

JalonBasemap *jalon_basemap_open (const char *path, GError **error);
JalonBasemap *jalon_basemap_open_foreign (const char *path, GError **error);
JalonBasemap *jalon_basemap_open_bundled (GError **error);
const char *jalon_basemap_get_credit (JalonBasemap *self);
int jalon_basemap_get_max_zoom (JalonBasemap *self);
int jalon_basemap_get_detail (JalonBasemap *self, double lat, double lon);

/* What a tile shows beyond each of its sides, logical pixels: to be laid over the tiles beside it. */
#define JALON_BASEMAP_BLEED 1

/* Safe from several threads at once. */
gboolean jalon_basemap_draw_tile (JalonBasemap *self,
                                  cairo_t *cr,
                                  const JalonMapStyle *style,
                                  int zoom,
                                  int x,
                                  int y,
                                  GCancellable *cancellable,
                                  GError **error);
gboolean jalon_basemap_draw (JalonBasemap *self,
                             cairo_t *cr,
                             const JalonMapStyle *style,
                             const JalonMapLook *look,
                             double width,
                             double height,
                             GCancellable *cancellable,
                             GError **error);

gboolean jalon_basemap_load (JalonBasemap *self,
                             const JalonMapLook *look,
                             double scale,
                             double width,
                             double height,
                             GCancellable *cancellable,
                             GError **error);

/* Where there is no map. */
void jalon_basemap_draw_land (cairo_t *cr, const JalonMapStyle *style);

#define JALON_BASEMAP_ERROR (jalon_basemap_error_quark ())
GQuark jalon_basemap_error_quark (void);
typedef enum
{
  JALON_BASEMAP_ERROR_NOT_OPENED,  /* isn't there, or may not be read */
  JALON_BASEMAP_ERROR_NOT_A_MAP,   /* no MBTiles file */
  JALON_BASEMAP_ERROR_NOT_VECTORS, /* tiles that are pictures */
  JALON_BASEMAP_ERROR_NO_TILES,
  JALON_BASEMAP_ERROR_SCHEMA,      /* no layer that the style knows */
  JALON_BASEMAP_ERROR_DAMAGED
} JalonBasemapError;

char *jalon_basemap_explain (const GError *error, const JalonLanguage *language, const char *file);

G_END_DECLS
