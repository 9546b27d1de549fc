/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/jalon-online-tiles.h"

#include <libsoup/soup.h>
#include <string.h>

/* Who asks, as the servers of tiles want to know. */
#define USER_AGENT "Jalon/" VERSION " (+https://jalon.github.io)"
#define MAX_BYTES (1024 * 1024) /* of a tile's picture */
#define MAX_SIDE 1024           /* of a tile's picture, pixels */
#define MAX_CACHE (64 * 1024 * 1024)
#define MAX_AT_ONCE 2 /* connections to a server */
#define TIMEOUT 10    /* seconds */
#define REST (30 * G_USEC_PER_SEC) /* how long a server that fails isn't asked again */

/**
 * JalonOnlineTiles:
 *
 * Pictures of map tiles from a web server, asked for one by one as they are looked at, never ahead. What the server says of how long
 * they hold is kept to: a cache on disk answers meanwhile, then asks whether they changed. A server that can't be reached or refuses
 * is left alone for a while.
 */
struct _JalonOnlineTiles
{
  GObject parent_instance;

  SoupSession *session; /* owned */
  SoupCache *cache;     /* owned */
  char *address;        /* owned: with {z}, {x} and {y} */
  char *credit;         /* owned */
  gint64 rests_until;   /* monotonic time */
};

G_DEFINE_FINAL_TYPE (JalonOnlineTiles, jalon_online_tiles, G_TYPE_OBJECT)

typedef struct
{
  SoupMessage *message; /* owned */
  guint8 *bytes;        /* owned: room for MAX_BYTES and one more */
} Fetch;

static void
fetch_free (gpointer data)
{
  Fetch *fetch = data;

  g_clear_object (&fetch->message);
  g_free (fetch->bytes);
  g_free (fetch);
}

static guint
read_16 (const guint8 *bytes)
{
  return ((guint) bytes[0] << 8) | bytes[1];
}

/* The first frame's header says the size (ITU-T T.81, B.2). */
static gboolean
is_small_jpeg (const guint8 *bytes, gsize size)
{
  gsize at = 2;

  if (size < 4 || bytes[0] != 0xff || bytes[1] != 0xd8)
    return FALSE;
  while (at + 9 < size && bytes[at] == 0xff)
    {
      guint8 marker = bytes[at + 1];

      if (marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc)
        return read_16 (bytes + at + 5) <= MAX_SIDE && read_16 (bytes + at + 7) <= MAX_SIDE;
      at += 2 + read_16 (bytes + at + 2);
    }
  return FALSE;
}

/* The first chunk says the size (ISO/IEC 15948, 11.2.2). */
static gboolean
is_small_png (const guint8 *bytes, gsize size)
{
  return size > 24 && memcmp (bytes, "\x89PNG\r\n\x1a\n", 8) == 0 && read_16 (bytes + 16) == 0 && read_16 (bytes + 18) <= MAX_SIDE
         && read_16 (bytes + 20) == 0 && read_16 (bytes + 22) <= MAX_SIDE;
}

/* A picture that says it is huge isn't even begun with. */
static GdkTexture *
decode (const guint8 *bytes, gsize size, GError **error)
{
  g_autoptr (GBytes) copy = NULL;

  if (size > MAX_BYTES || (!is_small_png (bytes, size) && !is_small_jpeg (bytes, size)))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "not the picture of a tile");
      return NULL;
    }
  copy = g_bytes_new (bytes, size);
  return gdk_texture_new_from_bytes (copy, error);
}

static void
rest (JalonOnlineTiles *self)
{
  self->rests_until = g_get_monotonic_time () + REST;
}

static void
read_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  Fetch *fetch = g_task_get_task_data (task);
  GError *error = NULL;
  gsize size = 0;
  GdkTexture *texture = NULL;

  if (g_input_stream_read_all_finish (G_INPUT_STREAM (object), result, &size, &error))
    texture = decode (fetch->bytes, size, &error);
  if (texture != NULL)
    g_task_return_pointer (task, texture, g_object_unref);
  else
    g_task_return_error (task, error);
}

static void
sent_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  JalonOnlineTiles *self = g_task_get_source_object (task);
  Fetch *fetch = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (GInputStream) stream = soup_session_send_finish (SOUP_SESSION (object), result, &error);
  GCancellable *cancellable = g_task_get_cancellable (task);
  guint status = soup_message_get_status (fetch->message);

  if (stream == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        rest (self);
      g_task_return_error (task, error);
      return;
    }
  if (status != SOUP_STATUS_OK)
    {
      if (status != SOUP_STATUS_NOT_FOUND && status != SOUP_STATUS_GONE && status != SOUP_STATUS_NO_CONTENT)
        rest (self);
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_FAILED, "the server of tiles answers %u", status);
      return;
    }
  fetch->bytes = g_malloc (MAX_BYTES + 1);
  g_input_stream_read_all_async (stream, fetch->bytes, MAX_BYTES + 1, G_PRIORITY_DEFAULT, cancellable, read_cb,
                                 g_steal_pointer (&task));
}

static void
jalon_online_tiles_finalize (GObject *object)
{
  JalonOnlineTiles *self = JALON_ONLINE_TILES (object);

  soup_session_abort (self->session);
  soup_cache_flush (self->cache);
  soup_cache_dump (self->cache);
  g_clear_object (&self->session);
  g_clear_object (&self->cache);
  g_free (self->address);
  g_free (self->credit);
  G_OBJECT_CLASS (jalon_online_tiles_parent_class)->finalize (object);
}

static void
jalon_online_tiles_class_init (JalonOnlineTilesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = jalon_online_tiles_finalize;
}

static void
jalon_online_tiles_init (JalonOnlineTiles *self)
{
  self->session = soup_session_new_with_options ("user-agent", USER_AGENT, "timeout", TIMEOUT, "max-conns-per-host", MAX_AT_ONCE,
                                                 NULL);
}

/* The address of one tile. */
static char *
write_address (const char *template, int zoom, int x, int y)
{
  g_autoptr (GString) address = g_string_new (template);
  const struct
  {
    const char *name;
    int value;
  } parts[] = { { "{z}", zoom }, { "{x}", x }, { "{y}", y } };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *number = g_strdup_printf ("%d", parts[i].value);

      g_string_replace (address, parts[i].name, number, 0);
    }
  return g_string_free (g_steal_pointer (&address), FALSE);
}

/**
 * jalon_online_tiles_accepts:
 * @address: an address of tiles
 *
 * Returns: whether it is one of the web (http or https) with {z}, {x} and {y} in it
 */
gboolean
jalon_online_tiles_accepts (const char *address)
{
  g_autofree char *first = write_address (address, 0, 0, 0);
  g_autoptr (GUri) uri = g_uri_parse (first, SOUP_HTTP_URI_FLAGS, NULL);
  const char *scheme = uri != NULL ? g_uri_get_scheme (uri) : NULL;

  return scheme != NULL && (strcmp (scheme, "https") == 0 || strcmp (scheme, "http") == 0) && g_uri_get_host (uri) != NULL
         && *g_uri_get_host (uri) != '\0' && strstr (address, "{z}") != NULL && strstr (address, "{x}") != NULL
         && strstr (address, "{y}") != NULL;
}

/**
 * jalon_online_tiles_new:
 * @address: where the tiles are: Web Mercator, {z} a zoom level, {x} a column from the west, {y} a row from the north
 * @credit: whom to name beside the map
 * @cache_folder: where to keep answers of the server
 *
 * Nothing is asked for yet.
 *
 * Returns: (transfer full) (nullable): the tiles; %NULL if jalon_online_tiles_accepts() doesn't accept the address
 */
JalonOnlineTiles *
jalon_online_tiles_new (const char *address, const char *credit, const char *cache_folder)
{
  JalonOnlineTiles *self;

  if (!jalon_online_tiles_accepts (address))
    return NULL;
  self = g_object_new (JALON_TYPE_ONLINE_TILES, NULL);
  self->address = g_strdup (address);
  self->credit = g_strdup (credit);
  self->cache = soup_cache_new (cache_folder, SOUP_CACHE_SINGLE_USER);
  soup_cache_set_max_size (self->cache, MAX_CACHE);
  soup_cache_load (self->cache);
  soup_session_add_feature (self->session, SOUP_SESSION_FEATURE (self->cache));
  return self;
}

/**
 * jalon_online_tiles_get_credit:
 * @self: online tiles
 *
 * Returns: (transfer none): whom to name beside the map
 */
const char *
jalon_online_tiles_get_credit (JalonOnlineTiles *self)
{
  return self->credit;
}

/**
 * jalon_online_tiles_fetch_async:
 * @self: online tiles
 * @zoom: a zoom level
 * @x: column, from the west; beyond the world's edges it goes round
 * @y: row, from the north
 * @cancellable: (nullable): ends it early
 * @callback: called when done
 * @data: for the callback
 *
 * Asks for one tile.
 */
void
jalon_online_tiles_fetch_async (JalonOnlineTiles *self,
                                int zoom,
                                int x,
                                int y,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, data);
  int across = 1 << zoom;
  g_autofree char *address = write_address (self->address, zoom, ((x % across) + across) % across, y);
  Fetch *fetch = g_new0 (Fetch, 1);

  g_task_set_source_tag (task, jalon_online_tiles_fetch_async);
  g_task_set_task_data (task, fetch, fetch_free);
  fetch->message = soup_message_new (SOUP_METHOD_GET, address);
  if (fetch->message == NULL || y < 0 || y >= across || g_get_monotonic_time () < self->rests_until)
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "no tile is to be had");
      return;
    }
  soup_session_send_async (self->session, fetch->message, G_PRIORITY_DEFAULT, cancellable, sent_cb, g_steal_pointer (&task));
}

/**
 * jalon_online_tiles_fetch_finish:
 * @self: online tiles
 * @result: what the callback got
 * @error: return location: none but for those who want to know, since the map goes on without
 *
 * Returns: (transfer full) (nullable): the picture of a tile
 */
GdkTexture *
jalon_online_tiles_fetch_finish (JalonOnlineTiles *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
