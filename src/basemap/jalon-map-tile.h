/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The layers that the style knows, as the OpenMapTiles schema names them; region and department are our own. */
typedef enum
{
  JALON_MAP_LANDCOVER,
  JALON_MAP_LANDUSE,
  JALON_MAP_PARK,
  JALON_MAP_WATER,
  JALON_MAP_WATERWAY,
  JALON_MAP_REGION,
  JALON_MAP_DEPARTMENT,
  JALON_MAP_BUILDING,
  JALON_MAP_TRANSPORTATION,
  JALON_MAP_BOUNDARY,
  JALON_MAP_WATER_NAME,
  JALON_MAP_PLACE,
  JALON_MAP_N_LAYERS
} JalonMapLayer;

typedef enum
{
  JALON_MAP_OTHER,
  JALON_MAP_RIVER,
  JALON_MAP_CANAL,
  JALON_MAP_STREAM,
  JALON_MAP_CONTINENT,
  JALON_MAP_COUNTRY,
  JALON_MAP_STATE,
  JALON_MAP_PROVINCE,
  JALON_MAP_CITY,
  JALON_MAP_TOWN,
  JALON_MAP_VILLAGE,
  JALON_MAP_HAMLET,
  JALON_MAP_QUARTER,
  JALON_MAP_ISLAND,
  JALON_MAP_OCEAN,
  JALON_MAP_SEA,
  JALON_MAP_LAKE,
  JALON_MAP_MOTORWAY,
  JALON_MAP_TRUNK,
  JALON_MAP_PRIMARY,
  JALON_MAP_SECONDARY,
  JALON_MAP_TERTIARY,
  JALON_MAP_MINOR,
  JALON_MAP_SERVICE,
  JALON_MAP_PATH,
  JALON_MAP_RAIL,
  JALON_MAP_WOOD,
  JALON_MAP_GRASS,
  JALON_MAP_ICE,
  JALON_MAP_SAND,
  JALON_MAP_BUILT_UP
} JalonMapClass;

typedef enum
{
  JALON_MAP_POINTS = 1,
  JALON_MAP_LINES,
  JALON_MAP_POLYGONS
} JalonMapGeometry;

typedef enum
{
  JALON_MAP_NAME,
  JALON_MAP_NAME_FR,
  JALON_MAP_NAME_EN,
  JALON_MAP_NAME_LATIN,
  JALON_MAP_ISO,
  JALON_MAP_N_TEXTS
} JalonMapText;

/* A place in a tile: 0 to 1 from the west and from the north, and somewhat beyond. */
typedef struct
{
  float x, y;
} JalonMapPoint;

typedef struct
{
  JalonMapClass class;
  JalonMapGeometry geometry;
  int rank;        /* 1 first; 0: not said */
  int admin_level; /* of a boundary; 0: not said */
  int capital;     /* 2, 4, 6: of a country, a region, a department; 0 */
  gboolean maritime;
  gboolean disputed;
  gboolean tunnel;
  const char *texts[JALON_MAP_N_TEXTS]; /* each valid UTF-8, or NULL */
  guint first_path, n_paths;
} JalonMapFeature;

/* A decoded tile: immutable, shared by threads. Polygons' outer rings turn the other way than their holes. */
typedef struct
{
  GArray *features[JALON_MAP_N_LAYERS]; /* of JalonMapFeature, or NULL */
  GArray *points;                       /* of JalonMapPoint */
  GArray *paths;                        /* of guint: where in `points` a path ends */
  GStringChunk *strings;
} JalonMapTile;

JalonMapTile *jalon_map_tile_new (void);
JalonMapTile *jalon_map_tile_decode (GBytes *bytes, GError **error);
JalonMapTile *jalon_map_tile_ref (JalonMapTile *self);
void jalon_map_tile_unref (JalonMapTile *self);
gsize jalon_map_tile_get_size (const JalonMapTile *self);
const JalonMapPoint *jalon_map_tile_get_path (const JalonMapTile *self, guint path, guint *n_points);
JalonMapClass jalon_map_class_from_name (const char *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JalonMapTile, jalon_map_tile_unref)

G_END_DECLS
