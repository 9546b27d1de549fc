/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "basemap/jalon-basemap.h"
#include "basemap/jalon-map-inflate.h"
#include "basemap/jalon-map-tile.h"
#include "vector-tile.pb-c.h"

/* What a tile may claim; ours stay far below. */
#define MAX_BYTES (8 * 1024 * 1024)
#define MAX_UNPACKED (64 * 1024 * 1024)
#define MAX_LAYERS 256
#define MAX_FEATURES (256 * 1024)
#define MAX_POINTS (1024 * 1024)
#define MAX_KEYS 4096
#define MAX_EXTENT 65536
#define MAX_REACH 64 /* how many tiles beyond its own a point may be */
#define MAX_TEXT 256 /* bytes of a text that is kept; a longer one is not */

typedef VectorTile__Tile__Layer Layer;
typedef VectorTile__Tile__Feature Feature;
typedef VectorTile__Tile__Value Value;

/* The attributes that the style knows; those before NAME are no texts. */
typedef enum
{
  UNKNOWN,
  CLASS,
  RANK,
  ADMIN_LEVEL,
  CAPITAL,
  MARITIME,
  DISPUTED,
  BRUNNEL,
  NAME,
  NAME_FR,
  NAME_EN,
  NAME_LATIN,
  ISO
} Attribute;

static const char *const layer_names[JALON_MAP_N_LAYERS] = {
  "landcover", "landuse",  "park",           "water",    "waterway",   "region",
  "department", "building", "transportation", "boundary", "water_name", "place",
};

static const struct
{
  const char *name;
  Attribute attribute;
} attribute_names[] = {
  { "class", CLASS },         { "rank", RANK },         { "admin_level", ADMIN_LEVEL }, { "capital", CAPITAL },
  { "maritime", MARITIME },   { "disputed", DISPUTED }, { "brunnel", BRUNNEL },         { "name", NAME },
  { "name:fr", NAME_FR },     { "name_fr", NAME_FR },   { "name:en", NAME_EN },         { "name_en", NAME_EN },
  { "name:latin", NAME_LATIN }, { "iso", ISO },
};

/* Where decoding is: the tile that it fills, the layer, and what is left to allocate. */
typedef struct
{
  JalonMapTile *tile;
  const Layer *layer;
  guint n_features;
  guint8 attributes[MAX_KEYS]; /* by number of the key: Attribute */
} Decoder;

/* protobuf-c's allocations, added up: a few bytes can claim a message of hundreds. */
static void *
allocate (void *data, size_t size)
{
  gsize *left = data;

  if (size > *left)
    return NULL;
  *left -= size;
  return g_try_malloc (size);
}

static void
release (void *data, void *pointer)
{
  g_free (pointer);
}

static gboolean
damaged (GError **error, const char *why)
{
  g_set_error (error, JALON_BASEMAP_ERROR, JALON_BASEMAP_ERROR_DAMAGED, "A tile of the map is damaged: %s", why);
  return FALSE;
}

static int
number (const Value *value)
{
  double n = value->has_int_value      ? (double) value->int_value
             : value->has_uint_value   ? (double) value->uint_value
             : value->has_sint_value   ? (double) value->sint_value
             : value->has_double_value ? value->double_value
             : value->has_float_value  ? value->float_value
             : value->has_bool_value   ? value->bool_value
                                       : 0;

  return isfinite (n) ? (int) CLAMP (n, -1e6, 1e6) : 0;
}

static const char *
text (Decoder *self, const Value *value)
{
  const char *string = value->string_value;

  if (string == NULL || string[0] == '\0' || strlen (string) > MAX_TEXT || !g_utf8_validate (string, -1, NULL))
    return NULL;
  return g_string_chunk_insert_const (self->tile->strings, string);
}

static void
set_attribute (Decoder *self, JalonMapFeature *feature, Attribute attribute, const Value *value)
{
  switch (attribute)
    {
    case CLASS:
      if (value->string_value != NULL)
        feature->class = jalon_map_class_from_name (value->string_value);
      break;
    case RANK:
      feature->rank = number (value);
      break;
    case ADMIN_LEVEL:
      feature->admin_level = number (value);
      break;
    case CAPITAL:
      feature->capital = number (value);
      break;
    case MARITIME:
      feature->maritime = number (value) != 0;
      break;
    case DISPUTED:
      feature->disputed = number (value) != 0;
      break;
    case BRUNNEL:
      feature->tunnel = g_strcmp0 (value->string_value, "tunnel") == 0;
      break;
    case NAME:
    case NAME_FR:
    case NAME_EN:
    case NAME_LATIN:
    case ISO:
      feature->texts[attribute - NAME] = text (self, value);
      break;
    case UNKNOWN:
    default:
      break;
    }
}

static gboolean
read_attributes (Decoder *self, const Feature *in, JalonMapFeature *out, GError **error)
{
  if (in->n_tags % 2 != 0)
    return damaged (error, "an attribute lacks its value");
  for (size_t i = 0; i < in->n_tags; i += 2)
    {
      if (in->tags[i] >= self->layer->n_keys || in->tags[i + 1] >= self->layer->n_values)
        return damaged (error, "an attribute is not in its tables");
      set_attribute (self, out, self->attributes[in->tags[i]], self->layer->values[in->tags[i + 1]]);
    }
  return TRUE;
}

static double
twice_area (const JalonMapPoint *points, guint n)
{
  double area = 0;

  for (guint i = 0; i < n; i++)
    {
      const JalonMapPoint *a = &points[i], *b = &points[i + 1 < n ? i + 1 : 0];

      area += (double) a->x * b->y - (double) b->x * a->y;
    }
  return area;
}

/* Ends the path that the points since `start` make, if they make one. */
static void
end_path (Decoder *self, JalonMapFeature *feature, guint start)
{
  GArray *points = self->tile->points;
  guint least = feature->geometry == JALON_MAP_POLYGONS ? 3 : feature->geometry == JALON_MAP_LINES ? 2 : 1;

  if (points->len - start < least)
    g_array_set_size (points, start);
  else
    {
      g_array_append_val (self->tile->paths, points->len);
      feature->n_paths++;
    }
}

/* The first ring is an outer one, whose area is positive; files before version 2.1 of the format turn them as they like. */
static void
turn_rings (Decoder *self, const JalonMapFeature *feature)
{
  guint n, first;
  const JalonMapPoint *ring;

  if (feature->geometry != JALON_MAP_POLYGONS || feature->n_paths == 0)
    return;
  ring = jalon_map_tile_get_path (self->tile, feature->first_path, &n);
  if (twice_area (ring, n) >= 0)
    return;
  for (guint i = 0; i < feature->n_paths; i++)
    {
      JalonMapPoint *points = (JalonMapPoint *) (gpointer) self->tile->points->data;

      first = (guint) (jalon_map_tile_get_path (self->tile, feature->first_path + i, &n) - points);
      for (guint a = first, b = first + n - 1; a < b; a++, b--)
        {
          JalonMapPoint swapped = points[a];

          points[a] = points[b];
          points[b] = swapped;
        }
    }
}

static gint64
zigzag (guint32 n)
{
  return (gint64) (n >> 1) ^ -(gint64) (n & 1);
}

/* Adds `count` points from the parameters at `*at`, each relative to the one before. */
static gboolean
read_points (Decoder *self, const Feature *in, size_t *at, guint count, gint64 *x, gint64 *y, GError **error)
{
  gint64 extent = self->layer->extent, most = extent * MAX_REACH;

  if (count > (in->n_geometry - *at) / 2)
    return damaged (error, "a shape ends too early");
  if (count > MAX_POINTS - self->tile->points->len)
    return damaged (error, "it has too many points");
  for (guint i = 0; i < count; i++, *at += 2)
    {
      JalonMapPoint point;

      *x += zigzag (in->geometry[*at]);
      *y += zigzag (in->geometry[*at + 1]);
      if (ABS (*x) > most || ABS (*y) > most)
        return damaged (error, "a point is far out of it");
      point.x = (float) ((double) *x / (double) extent);
      point.y = (float) ((double) *y / (double) extent);
      g_array_append_val (self->tile->points, point);
    }
  return TRUE;
}

enum
{
  MOVE_TO = 1,
  LINE_TO = 2,
  CLOSE_PATH = 7
};

static gboolean
command_fits (const JalonMapFeature *feature, guint command, guint count, gboolean moved)
{
  switch (command)
    {
    case MOVE_TO:
      return count > 0 && (count == 1 || feature->geometry == JALON_MAP_POINTS);
    case LINE_TO:
      return count > 0 && moved && feature->geometry != JALON_MAP_POINTS;
    case CLOSE_PATH:
      return count == 1 && moved && feature->geometry == JALON_MAP_POLYGONS;
    default:
      return FALSE;
    }
}

static gboolean
read_geometry (Decoder *self, const Feature *in, JalonMapFeature *out, GError **error)
{
  GArray *points = self->tile->points;
  gint64 x = 0, y = 0;
  guint start = points->len;
  gboolean moved = FALSE;

  out->first_path = self->tile->paths->len;
  for (size_t at = 0; at < in->n_geometry;)
    {
      guint command = in->geometry[at] & 7, count = in->geometry[at] >> 3;

      at++;
      if (!command_fits (out, command, count, moved))
        return damaged (error, "a shape is drawn by wrong commands");
      if (command == MOVE_TO && out->geometry != JALON_MAP_POINTS && points->len > start)
        {
          end_path (self, out, start);
          start = points->len;
        }
      if (command != CLOSE_PATH && !read_points (self, in, &at, count, &x, &y, error))
        return FALSE;
      moved = command != CLOSE_PATH;
    }
  end_path (self, out, start);
  turn_rings (self, out);
  return TRUE;
}

static gboolean
read_feature (Decoder *self, JalonMapLayer layer, const Feature *in, GError **error)
{
  JalonMapFeature out = { .geometry = (JalonMapGeometry) in->type };

  if (++self->n_features > MAX_FEATURES)
    return damaged (error, "it has too many features");
  if (in->type < VECTOR_TILE__TILE__GEOM_TYPE__POINT || in->type > VECTOR_TILE__TILE__GEOM_TYPE__POLYGON)
    return TRUE;
  if (!read_attributes (self, in, &out, error) || !read_geometry (self, in, &out, error))
    return FALSE;
  if (out.n_paths > 0)
    g_array_append_val (self->tile->features[layer], out);
  return TRUE;
}

/* A layer of an unknown name or version is passed over. */
static int
known_layer (const Layer *layer)
{
  for (int i = 0; i < JALON_MAP_N_LAYERS && (layer->version == 1 || layer->version == 2); i++)
    if (g_str_equal (layer->name, layer_names[i]))
      return i;
  return -1;
}

static void
read_keys (Decoder *self)
{
  for (size_t i = 0; i < self->layer->n_keys; i++)
    {
      self->attributes[i] = UNKNOWN;
      for (guint j = 0; j < G_N_ELEMENTS (attribute_names); j++)
        if (g_str_equal (self->layer->keys[i], attribute_names[j].name))
          self->attributes[i] = (guint8) attribute_names[j].attribute;
    }
}

static gboolean
read_layer (Decoder *self, GError **error)
{
  int layer = known_layer (self->layer);

  if (layer < 0)
    return TRUE;
  if (self->layer->extent == 0 || self->layer->extent > MAX_EXTENT)
    return damaged (error, "its grid is too fine or missing");
  if (self->layer->n_keys > MAX_KEYS)
    return damaged (error, "it has too many attributes");
  read_keys (self);
  if (self->tile->features[layer] == NULL)
    self->tile->features[layer] = g_array_new (FALSE, FALSE, sizeof (JalonMapFeature));
  for (size_t i = 0; i < self->layer->n_features; i++)
    if (!read_feature (self, (JalonMapLayer) layer, self->layer->features[i], error))
      return FALSE;
  return TRUE;
}

static gboolean
read_layers (JalonMapTile *tile, const VectorTile__Tile *message, GError **error)
{
  g_autofree Decoder *decoder = g_new0 (Decoder, 1);

  if (message->n_layers > MAX_LAYERS)
    return damaged (error, "it has too many layers");
  decoder->tile = tile;
  for (size_t i = 0; i < message->n_layers; i++)
    {
      decoder->layer = message->layers[i];
      if (!read_layer (decoder, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * jalon_map_tile_decode:
 * @bytes: a tile as it is stored: Mapbox Vector Tile 2.1 (or 1), as gzip, zlib or plain
 * @error: return location of a JALON_BASEMAP_ERROR
 *
 * Decodes a tile. Whatever the bytes are, it takes bounded time and memory: see the limits at the top of this file.
 *
 * Returns: (transfer full) (nullable): the tile
 */
JalonMapTile *
jalon_map_tile_decode (GBytes *bytes, GError **error)
{
  g_autoptr (GByteArray) plain = jalon_map_inflate (bytes, MAX_BYTES, error);
  g_autoptr (JalonMapTile) tile = NULL;
  gsize left = MAX_UNPACKED;
  ProtobufCAllocator allocator = { .alloc = allocate, .free = release, .allocator_data = &left };
  VectorTile__Tile *message;
  gboolean read;

  if (plain == NULL)
    return NULL;
  message = vector_tile__tile__unpack (&allocator, plain->len, plain->data);
  if (message == NULL)
    {
      damaged (error, "it is no vector tile");
      return NULL;
    }
  tile = jalon_map_tile_new ();
  read = read_layers (tile, message, error);
  vector_tile__tile__free_unpacked (message, &allocator);
  return read ? g_steal_pointer (&tile) : NULL;
}
