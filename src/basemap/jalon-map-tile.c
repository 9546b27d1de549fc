/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "basemap/jalon-map-tile.h"

static const struct
{
  const char *name;
  JalonMapClass class;
} classes[] = {
  { "river", JALON_MAP_RIVER },
  { "canal", JALON_MAP_CANAL },
  { "stream", JALON_MAP_STREAM },
  { "ditch", JALON_MAP_STREAM },
  { "drain", JALON_MAP_STREAM },
  { "continent", JALON_MAP_CONTINENT },
  { "country", JALON_MAP_COUNTRY },
  { "state", JALON_MAP_STATE },
  { "province", JALON_MAP_PROVINCE },
  { "city", JALON_MAP_CITY },
  { "town", JALON_MAP_TOWN },
  { "village", JALON_MAP_VILLAGE },
  { "hamlet", JALON_MAP_HAMLET },
  { "isolated_dwelling", JALON_MAP_HAMLET },
  { "suburb", JALON_MAP_QUARTER },
  { "borough", JALON_MAP_QUARTER },
  { "quarter", JALON_MAP_QUARTER },
  { "neighbourhood", JALON_MAP_QUARTER },
  { "island", JALON_MAP_ISLAND },
  { "ocean", JALON_MAP_OCEAN },
  { "sea", JALON_MAP_SEA },
  { "bay", JALON_MAP_SEA },
  { "strait", JALON_MAP_SEA },
  { "lake", JALON_MAP_LAKE },
  { "motorway", JALON_MAP_MOTORWAY },
  { "trunk", JALON_MAP_TRUNK },
  { "primary", JALON_MAP_PRIMARY },
  { "secondary", JALON_MAP_SECONDARY },
  { "tertiary", JALON_MAP_TERTIARY },
  { "minor", JALON_MAP_MINOR },
  { "residential", JALON_MAP_BUILT_UP },
  { "service", JALON_MAP_SERVICE },
  { "track", JALON_MAP_PATH },
  { "path", JALON_MAP_PATH },
  { "rail", JALON_MAP_RAIL },
  { "transit", JALON_MAP_RAIL },
  { "wood", JALON_MAP_WOOD },
  { "forest", JALON_MAP_WOOD },
  { "grass", JALON_MAP_GRASS },
  { "farmland", JALON_MAP_GRASS },
  { "wetland", JALON_MAP_GRASS },
  { "ice", JALON_MAP_ICE },
  { "sand", JALON_MAP_SAND },
  { "suburban", JALON_MAP_BUILT_UP },
  { "commercial", JALON_MAP_BUILT_UP },
  { "industrial", JALON_MAP_BUILT_UP },
  { "retail", JALON_MAP_BUILT_UP },
};

static void
clear (gpointer data)
{
  JalonMapTile *self = data;

  for (guint i = 0; i < JALON_MAP_N_LAYERS; i++)
    g_clear_pointer (&self->features[i], g_array_unref);
  g_array_unref (self->points);
  g_array_unref (self->paths);
  g_string_chunk_free (self->strings);
}

/**
 * jalon_map_tile_new:
 *
 * Makes an empty tile, to be filled by its decoder.
 *
 * Returns: (transfer full): the tile
 */
JalonMapTile *
jalon_map_tile_new (void)
{
  JalonMapTile *self = g_atomic_rc_box_new0 (JalonMapTile);

  self->points = g_array_new (FALSE, FALSE, sizeof (JalonMapPoint));
  self->paths = g_array_new (FALSE, FALSE, sizeof (guint));
  self->strings = g_string_chunk_new (256);
  return self;
}

/**
 * jalon_map_tile_ref:
 * @self: a tile
 *
 * Returns: (transfer full): the same tile, to be held by one more
 */
JalonMapTile *
jalon_map_tile_ref (JalonMapTile *self)
{
  return g_atomic_rc_box_acquire (self);
}

/**
 * jalon_map_tile_unref:
 * @self: (transfer full): a tile
 *
 * Gives up a tile.
 */
void
jalon_map_tile_unref (JalonMapTile *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

/**
 * jalon_map_tile_get_size:
 * @self: a tile
 *
 * Returns: about how many bytes of memory it takes
 */
gsize
jalon_map_tile_get_size (const JalonMapTile *self)
{
  gsize size = sizeof *self + self->points->len * sizeof (JalonMapPoint) + self->paths->len * sizeof (guint) + 512;

  for (guint i = 0; i < JALON_MAP_N_LAYERS; i++)
    if (self->features[i] != NULL)
      size += self->features[i]->len * (sizeof (JalonMapFeature) + 32);
  return size;
}

/**
 * jalon_map_tile_get_path:
 * @self: a tile
 * @path: number of a path, as features have them
 * @n_points: (out): how many points it has
 *
 * Returns: (transfer none): the points
 */
const JalonMapPoint *
jalon_map_tile_get_path (const JalonMapTile *self, guint path, guint *n_points)
{
  guint start = path > 0 ? g_array_index (self->paths, guint, path - 1) : 0;

  *n_points = g_array_index (self->paths, guint, path) - start;
  return (const JalonMapPoint *) (gconstpointer) self->points->data + start;
}

/**
 * jalon_map_class_from_name:
 * @name: a value of the attribute "class"
 *
 * Returns: the class that the style knows it as
 */
JalonMapClass
jalon_map_class_from_name (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    if (g_str_equal (classes[i].name, name))
      return classes[i].class;
  return JALON_MAP_OTHER;
}
