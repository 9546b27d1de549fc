/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "basemap/jalon-map-archive.h"

#include <sqlite3.h>
#include <string.h>

#include "basemap/jalon-basemap.h"

#define MAX_ROW (8 * 1024 * 1024) /* bytes of a row: a tile, still compressed */
#define MAX_STEPS 100             /* times STEPS instructions of SQLite: a query that needs more is a trap */
#define STEPS 1000000
#define MAX_ZOOM 22

struct _JalonMapArchive
{
  GMutex lock; /* of all below but `max_zoom` and `credit`, which never change */
  sqlite3 *db;
  sqlite3_stmt *select;
  int steps;
  int max_zoom;
  char *credit;
};

static int
progress_cb (gpointer data)
{
  JalonMapArchive *self = data;

  return ++self->steps > MAX_STEPS;
}

static void
set_error (JalonMapArchive *self, const char *path, GError **error)
{
  int code = sqlite3_errcode (self->db);

  if (code == SQLITE_CANTOPEN)
    g_set_error (error, JALON_BASEMAP_ERROR, JALON_BASEMAP_ERROR_NOT_OPENED, "%s: can't be opened", path);
  else if (code == SQLITE_NOTADB)
    g_set_error (error, JALON_BASEMAP_ERROR, JALON_BASEMAP_ERROR_NOT_A_MAP, "%s: is not an MBTiles file", path);
  else if (code == SQLITE_ERROR)
    g_set_error (error, JALON_BASEMAP_ERROR, JALON_BASEMAP_ERROR_NOT_A_MAP,
                 "%s: is not an MBTiles file: it lacks the tables “metadata” and “tiles”", path);
  else
    g_set_error (error, JALON_BASEMAP_ERROR, JALON_BASEMAP_ERROR_DAMAGED, "%s: is damaged (%s)", path,
                 sqlite3_errmsg (self->db));
}

static gboolean
open_database (JalonMapArchive *self, const char *path, GError **error)
{
  g_autofree char *absolute = g_canonicalize_filename (path, NULL);
  g_autofree char *escaped = g_uri_escape_string (absolute, "/", TRUE);
  g_autofree char *uri = g_strdup_printf ("file:%s?mode=ro&immutable=1", escaped);

  if (sqlite3_open_v2 (uri, &self->db, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX, NULL) != SQLITE_OK)
    {
      set_error (self, path, error);
      return FALSE;
    }
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  sqlite3_limit (self->db, SQLITE_LIMIT_LENGTH, MAX_ROW);
  sqlite3_progress_handler (self->db, STEPS, progress_cb, self);
  return TRUE;
}

/* The value of a name in the table of metadata, NULL without one, or with an error. */
static char *
read_metadata (JalonMapArchive *self, const char *path, const char *name, GError **error)
{
  sqlite3_stmt *statement = NULL;
  char *value = NULL;
  int code = SQLITE_ERROR;

  if (sqlite3_prepare_v2 (self->db, "SELECT value FROM metadata WHERE name = ?", -1, &statement, NULL) == SQLITE_OK)
    {
      sqlite3_bind_text (statement, 1, name, -1, SQLITE_STATIC);
      code = sqlite3_step (statement);
    }
  if (code == SQLITE_ROW && sqlite3_column_text (statement, 0) != NULL)
    value = g_utf8_make_valid ((const char *) sqlite3_column_text (statement, 0), -1);
  else if (code != SQLITE_ROW && code != SQLITE_DONE)
    set_error (self, path, error);
  sqlite3_finalize (statement);
  return value;
}

static gboolean
check_format (JalonMapArchive *self, const char *path, GError **error)
{
  GError *problem = NULL;
  g_autofree char *format = read_metadata (self, path, "format", &problem);

  if (problem != NULL)
    {
      g_propagate_error (error, problem);
      return FALSE;
    }
  if (g_strcmp0 (format, "pbf") == 0)
    return TRUE;
  g_set_error (error, JALON_BASEMAP_ERROR, JALON_BASEMAP_ERROR_NOT_VECTORS,
               "%s: holds tiles of the format “%.20s”; vector tiles (“pbf”) are needed", path, format != NULL ? format : "");
  return FALSE;
}

static gboolean
read_max_zoom (JalonMapArchive *self, const char *path, GError **error)
{
  sqlite3_stmt *statement = NULL;
  gboolean found = FALSE;

  if (sqlite3_prepare_v2 (self->db, "SELECT max(zoom_level) FROM tiles", -1, &statement, NULL) != SQLITE_OK
      || sqlite3_step (statement) != SQLITE_ROW)
    set_error (self, path, error);
  else if (sqlite3_column_type (statement, 0) != SQLITE_INTEGER)
    g_set_error (error, JALON_BASEMAP_ERROR, JALON_BASEMAP_ERROR_NO_TILES, "%s: holds no tiles", path);
  else
    {
      self->max_zoom = CLAMP (sqlite3_column_int (statement, 0), 0, MAX_ZOOM);
      found = TRUE;
    }
  sqlite3_finalize (statement);
  return found;
}

static gboolean
prepare (JalonMapArchive *self, const char *path, GError **error)
{
  const char *query = "SELECT tile_data FROM tiles WHERE zoom_level = ? AND tile_column = ? AND tile_row = ?";

  if (sqlite3_prepare_v3 (self->db, query, -1, SQLITE_PREPARE_PERSISTENT, &self->select, NULL) == SQLITE_OK)
    return TRUE;
  set_error (self, path, error);
  return FALSE;
}

/* HTML as text: without its tags, and with the characters that credits name. */
static char *
strip_html (const char *html)
{
  static const char *const entities[][2]
      = { { "&copy;", "©" }, { "&#169;", "©" }, { "&nbsp;", " " }, { "&quot;", "\"" }, { "&lt;", "<" }, { "&gt;", ">" }, { "&amp;", "&" } };
  g_autoptr (GString) text = g_string_new (NULL);

  while (*html != '\0')
    {
      const char *end = *html == '<' ? strchr (html, '>') : NULL;

      if (end == NULL)
        g_string_append_c (text, *html);
      html = end != NULL ? end + 1 : html + 1;
    }
  for (guint i = 0; i < G_N_ELEMENTS (entities); i++)
    g_string_replace (text, entities[i][0], entities[i][1], 0);
  return g_strstrip (g_string_free (g_steal_pointer (&text), FALSE));
}

/**
 * jalon_map_archive_open:
 * @path: a file in the format MBTiles 1.3, holding vector tiles
 * @error: return location of a JALON_BASEMAP_ERROR
 *
 * Opens an archive for reading; the file must not change as long as it is open.
 *
 * Returns: (transfer full) (nullable): the archive
 */
JalonMapArchive *
jalon_map_archive_open (const char *path, GError **error)
{
  g_autoptr (JalonMapArchive) self = g_new0 (JalonMapArchive, 1);
  g_autofree char *credit = NULL;

  g_mutex_init (&self->lock);
  if (!open_database (self, path, error) || !check_format (self, path, error) || !read_max_zoom (self, path, error)
      || !prepare (self, path, error))
    return NULL;
  credit = read_metadata (self, path, "attribution", NULL);
  self->credit = credit != NULL ? strip_html (credit) : NULL;
  return g_steal_pointer (&self);
}

/**
 * jalon_map_archive_free:
 * @self: (transfer full): an archive
 *
 * Closes an archive.
 */
void
jalon_map_archive_free (JalonMapArchive *self)
{
  sqlite3_finalize (self->select);
  sqlite3_close (self->db);
  g_mutex_clear (&self->lock);
  g_free (self->credit);
  g_free (self);
}

/**
 * jalon_map_archive_get_max_zoom:
 * @self: an archive
 *
 * Returns: the last zoom level that has a tile
 */
int
jalon_map_archive_get_max_zoom (const JalonMapArchive *self)
{
  return self->max_zoom;
}

/**
 * jalon_map_archive_get_credit:
 * @self: an archive
 *
 * Returns: (transfer none) (nullable): whom to name beside the map, as text
 */
const char *
jalon_map_archive_get_credit (const JalonMapArchive *self)
{
  return self->credit;
}

/**
 * jalon_map_archive_read:
 * @self: an archive
 * @zoom: a zoom level
 * @x: column, from the west
 * @y: row, from the north
 * @error: return location of a JALON_BASEMAP_ERROR
 *
 * Reads one tile as it is stored.
 *
 * Returns: (transfer full) (nullable): the bytes; NULL without an error where the archive has no such tile
 */
GBytes *
jalon_map_archive_read (JalonMapArchive *self, int zoom, int x, int y, GError **error)
{
  g_autoptr (GMutexLocker) locker G_GNUC_UNUSED = g_mutex_locker_new (&self->lock);
  GBytes *bytes = NULL;
  int code;

  self->steps = 0;
  sqlite3_bind_int (self->select, 1, zoom);
  sqlite3_bind_int (self->select, 2, x);
  sqlite3_bind_int (self->select, 3, (1 << zoom) - 1 - y);
  code = sqlite3_step (self->select);
  if (code == SQLITE_ROW)
    {
      const void *data = sqlite3_column_blob (self->select, 0);

      bytes = g_bytes_new (data, (gsize) sqlite3_column_bytes (self->select, 0));
    }
  else if (code != SQLITE_DONE)
    g_set_error (error, JALON_BASEMAP_ERROR, JALON_BASEMAP_ERROR_DAMAGED, "The map is damaged at %d/%d/%d (%s)", zoom, x, y,
                 sqlite3_errmsg (self->db));
  sqlite3_reset (self->select);
  return bytes;
}

/**
 * jalon_map_archive_sample:
 * @self: an archive
 * @n: how many tiles at most
 * @error: return location of a JALON_BASEMAP_ERROR
 *
 * Reads the first few tiles, whichever they are.
 *
 * Returns: (transfer full) (nullable) (element-type GBytes): the bytes of each
 */
GPtrArray *
jalon_map_archive_sample (JalonMapArchive *self, int n, GError **error)
{
  g_autoptr (GMutexLocker) locker G_GNUC_UNUSED = g_mutex_locker_new (&self->lock);
  g_autoptr (GPtrArray) tiles = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  sqlite3_stmt *statement = NULL;
  int code;

  self->steps = 0;
  code = sqlite3_prepare_v2 (self->db, "SELECT tile_data FROM tiles LIMIT ?", -1, &statement, NULL);
  if (code == SQLITE_OK)
    {
      sqlite3_bind_int (statement, 1, n);
      while ((code = sqlite3_step (statement)) == SQLITE_ROW)
        g_ptr_array_add (tiles, g_bytes_new (sqlite3_column_blob (statement, 0), (gsize) sqlite3_column_bytes (statement, 0)));
    }
  if (code != SQLITE_DONE)
    g_set_error (error, JALON_BASEMAP_ERROR, JALON_BASEMAP_ERROR_DAMAGED, "The map is damaged (%s)", sqlite3_errmsg (self->db));
  sqlite3_finalize (statement);
  return code == SQLITE_DONE ? g_steal_pointer (&tiles) : NULL;
}
