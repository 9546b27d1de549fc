/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "basemap/jalon-map-cache.h"

typedef struct
{
  guint64 key;
  JalonMapTile *tile; /* owned, or NULL: there is none */
  gsize size;
  GList link; /* in `used` */
} Entry;

struct _JalonMapCache
{
  GMutex lock;
  gsize limit, size;
  GHashTable *entries; /* of Entry by key */
  GQueue used;         /* of Entry, the last used first */
};

static guint64
key_of (int zoom, int x, int y)
{
  return (guint64) zoom << 56 | (guint64) x << 28 | (guint64) y;
}

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  g_clear_pointer (&entry->tile, jalon_map_tile_unref);
  g_free (entry);
}

static void
drop (JalonMapCache *self, Entry *entry)
{
  g_queue_unlink (&self->used, &entry->link);
  self->size -= entry->size;
  g_hash_table_remove (self->entries, &entry->key);
}

/**
 * jalon_map_cache_new:
 * @limit: most bytes of memory to take
 *
 * Returns: (transfer full): an empty cache
 */
JalonMapCache *
jalon_map_cache_new (gsize limit)
{
  JalonMapCache *self = g_new0 (JalonMapCache, 1);

  g_mutex_init (&self->lock);
  self->limit = limit;
  self->entries = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, entry_free);
  return self;
}

/**
 * jalon_map_cache_free:
 * @self: (transfer full): a cache
 *
 * Frees it.
 */
void
jalon_map_cache_free (JalonMapCache *self)
{
  g_hash_table_unref (self->entries);
  g_mutex_clear (&self->lock);
  g_free (self);
}

/**
 * jalon_map_cache_get:
 * @self: a cache
 * @zoom: a zoom level
 * @x: column
 * @y: row
 * @tile: (out) (transfer full) (nullable): the tile, %NULL if it is known that there is none
 *
 * Returns: whether the cache knows this tile
 */
gboolean
jalon_map_cache_get (JalonMapCache *self, int zoom, int x, int y, JalonMapTile **tile)
{
  guint64 key = key_of (zoom, x, y);
  g_autoptr (GMutexLocker) locker G_GNUC_UNUSED = g_mutex_locker_new (&self->lock);
  Entry *entry = g_hash_table_lookup (self->entries, &key);

  if (entry == NULL)
    return FALSE;
  g_queue_unlink (&self->used, &entry->link);
  g_queue_push_head_link (&self->used, &entry->link);
  *tile = entry->tile != NULL ? jalon_map_tile_ref (entry->tile) : NULL;
  return TRUE;
}

/**
 * jalon_map_cache_put:
 * @self: a cache
 * @zoom: a zoom level
 * @x: column
 * @y: row
 * @tile: (nullable): the tile, %NULL if there is none
 *
 * Keeps a tile, in the place of those not used for the longest time.
 */
void
jalon_map_cache_put (JalonMapCache *self, int zoom, int x, int y, JalonMapTile *tile)
{
  g_autoptr (GMutexLocker) locker G_GNUC_UNUSED = g_mutex_locker_new (&self->lock);
  Entry *entry = g_new0 (Entry, 1), *old;

  entry->key = key_of (zoom, x, y);
  entry->tile = tile != NULL ? jalon_map_tile_ref (tile) : NULL;
  entry->size = sizeof *entry + 64 + (tile != NULL ? jalon_map_tile_get_size (tile) : 0);
  entry->link.data = entry;
  old = g_hash_table_lookup (self->entries, &entry->key);
  if (old != NULL)
    drop (self, old);
  g_hash_table_insert (self->entries, &entry->key, entry);
  g_queue_push_head_link (&self->used, &entry->link);
  self->size += entry->size;
  while (self->size > self->limit && self->used.length > 1)
    drop (self, g_queue_peek_tail (&self->used));
}
