/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/jalon-basemap-source.h"

#include <math.h>

#include "scenes/jalon-panel.h"
#include "widgets/jalon-tile-drawing.h"
#include "widgets/jalon-tile-paintable.h"

#define AHEAD 96      /* logical pixels beyond what is seen, so that a map that is moved has no bare edge */
#define TOGETHER 100  /* ms that a drawn tile may wait for those that are drawn beside it, to be shown in one frame with them */
#define PATIENCE 300  /* ms that an online tile may take until ours is shown meanwhile */

/* Draws the tiles of a map in threads, or has them from a server: then where and while that gives none. What it is drawn with never
 * changes: another theme, language or scale is another source. libshumate asks for more than is seen; what isn't waits until it is.
 * Signal "drawn": no tile that was asked for is left to be drawn; then a layer below, of the source before, can go unseen. */
struct _JalonBasemapSource
{
  ShumateMapSource parent_instance;

  JalonBasemap *basemap; /* owned, or NULL */
  JalonOnlineTiles *online; /* owned, or NULL */
  gboolean software;        /* what shows the tiles draws by cairo */
  JalonMapStyle style;
  char **tint; /* owned, or NULL: what the style points to */
  guint left;  /* tiles that nothing can be seen of yet */
  JalonMapLook look;      /* what is seen */
  double width, height;   /* of that, logical pixels; 0: everything */
  GQueue waiting;         /* of Filling, borrowed from their links: out of sight */
  GQueue ready;           /* as above: drawn, to be shown */
  GQueue drawing;         /* as above: being drawn */
  GHashTable *ahead;      /* owned, or NULL: of JalonTileDrawing, by where they are: drawn before they are asked for */
  guint showing;          /* a timeout that shows them, or 0 */
};

enum
{
  DRAWN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (JalonBasemapSource, jalon_basemap_source, SHUMATE_TYPE_MAP_SOURCE)

/* A tile that is asked for: from a server and, where or while that gives none, drawn. */
typedef struct
{
  JalonBasemapSource *self; /* owned */
  ShumateTile *tile;        /* owned */
  GTask *task;              /* owned: libshumate's, until it has an answer */
  GCancellable *cancellable; /* owned, or NULL */
  guint patience;           /* a timeout */
  guint awaited;            /* of the two, what hasn't answered */
  GList link;               /* in `waiting`, `drawing` or `ready` of self */
  JalonTileDrawing *drawing; /* owned, while it is drawn */
  GdkPaintable *drawn;      /* owned, while it is ready */
  gulong cancelled;         /* a handler of cancellable, while it waits */
  gboolean seen;            /* there is a picture */
  gboolean final;           /* the server's */
} Filling;

static void
filling_settle (Filling *filling)
{
  JalonBasemapSource *self = filling->self;

  if (!filling->seen || filling->task == NULL)
    return;
  shumate_tile_set_state (filling->tile, SHUMATE_STATE_DONE);
  g_task_return_boolean (filling->task, TRUE);
  g_clear_object (&filling->task);
  if (--self->left == 0)
    g_signal_emit (self, signals[DRAWN], 0);
}

static void
filling_show (Filling *filling, GdkPaintable *paintable)
{
  filling->seen = TRUE;
  shumate_tile_set_fade_in (filling->tile, FALSE);
  shumate_tile_set_paintable (filling->tile, paintable);
  filling_settle (filling);
}

static void show_ready (JalonBasemapSource *self);

/* One of the two answered; what is left without a picture when both did fails, with the error of the last. */
static void
filling_answered (Filling *filling, GError *error)
{
  if (--filling->awaited > 0)
    {
      g_clear_error (&error);
      return;
    }
  if (filling->task != NULL)
    {
      g_task_return_error (filling->task, error);
      if (--filling->self->left == 0)
        g_signal_emit (filling->self, signals[DRAWN], 0);
      else if (filling->self->ready.length >= filling->self->left)
        show_ready (filling->self);
    }
  else
    g_clear_error (&error);
  g_clear_handle_id (&filling->patience, g_source_remove);
  g_clear_object (&filling->task);
  g_clear_object (&filling->tile);
  g_clear_object (&filling->cancellable);
  g_clear_object (&filling->self);
  g_free (filling);
}

static void
show_ready (JalonBasemapSource *self)
{
  GList *link;

  g_clear_handle_id (&self->showing, g_source_remove);
  g_object_ref (self);
  while ((link = g_queue_pop_head_link (&self->ready)) != NULL)
    {
      Filling *filling = link->data;
      g_autoptr (GdkPaintable) drawn = g_steal_pointer (&filling->drawn);

      if (!filling->final)
        filling_show (filling, drawn);
      filling_answered (filling, NULL);
    }
  if (self->left == 0)
    g_clear_pointer (&self->ahead, g_hash_table_unref); /* nobody wants the rest */
  g_object_unref (self);
}

static gboolean
show_ready_cb (gpointer source)
{
  JalonBasemapSource *self = JALON_BASEMAP_SOURCE (source);

  self->showing = 0;
  show_ready (self);
  return G_SOURCE_REMOVE;
}

/* A thread has drawn it, or given up. */
static void
filling_drawn (Filling *filling, GdkPaintable *paintable)
{
  JalonBasemapSource *self = filling->self;

  g_queue_unlink (&self->drawing, &filling->link);
  g_clear_pointer (&filling->drawing, jalon_tile_drawing_unref);
  filling->drawn = paintable;
  g_queue_push_tail_link (&self->ready, &filling->link);
}

static void
drawn_cb (JalonTileDrawing *drawing, GError *error, gpointer data)
{
  Filling *filling = data;
  JalonBasemapSource *self = filling->self;

  if (error != NULL)
    {
      g_queue_unlink (&self->drawing, &filling->link);
      g_clear_pointer (&filling->drawing, jalon_tile_drawing_unref);
      filling_answered (filling, error);
      return;
    }
  filling_drawn (filling, jalon_tile_drawing_take (drawing));
  if (self->ready.length >= self->left)
    show_ready (self);
  else if (self->showing == 0)
    self->showing = g_timeout_add (TOGETHER, show_ready_cb, self);
}

static gint64
get_key (int zoom, int x, int y)
{
  return ((gint64) zoom << 58) | ((gint64) x << 29) | y;
}

static JalonTileDrawing *
start_drawing (JalonBasemapSource *self, int zoom, int x, int y, GCancellable *cancellable)
{
  const JalonTileJob job = { self->basemap, self->software, self->style, zoom, x, y };

  return jalon_tile_drawing_start (G_OBJECT (self), &job, cancellable);
}

static void
filling_draw (Filling *filling)
{
  JalonBasemapSource *self = filling->self;
  int zoom = (int) shumate_tile_get_zoom_level (filling->tile);
  int x = (int) shumate_tile_get_x (filling->tile), y = (int) shumate_tile_get_y (filling->tile);
  const gint64 key = get_key (zoom, x, y);
  g_autofree gpointer taken = NULL;
  gpointer ahead = NULL;
  GdkPaintable *paintable;

  filling->awaited++;
  filling->link.data = filling;
  g_queue_push_tail_link (&self->drawing, &filling->link);
  if (self->ahead != NULL)
    g_hash_table_steal_extended (self->ahead, &key, &taken, &ahead);
  filling->drawing = ahead != NULL ? ahead : start_drawing (self, zoom, x, y, filling->cancellable);
  jalon_tile_drawing_answer (filling->drawing, drawn_cb, filling);
  paintable = ahead != NULL ? jalon_tile_drawing_take (filling->drawing) : NULL;
  if (paintable == NULL)
    return;
  filling_drawn (filling, paintable);
  if (self->showing == 0) /* not now: who asks may be looking through its tiles */
    self->showing = g_idle_add_full (G_PRIORITY_DEFAULT, show_ready_cb, self, NULL);
}

static gboolean
patience_cb (gpointer data)
{
  Filling *filling = data;

  filling->patience = 0;
  filling_draw (filling);
  return G_SOURCE_REMOVE;
}

/* A tile that the server doesn't give is ours. */
static void
fetched_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  Filling *filling = data;
  GError *error = NULL;
  g_autoptr (GdkTexture) texture = jalon_online_tiles_fetch_finish (JALON_ONLINE_TILES (object), result, &error);
  g_autoptr (GdkPaintable) paintable = texture != NULL ? jalon_tile_paintable_new (texture, JALON_TILE_SIZE, 0) : NULL;

  filling->final = texture != NULL;
  if (texture != NULL)
    filling_show (filling, paintable);
  else if (filling->patience != 0)
    filling_draw (filling);
  g_clear_handle_id (&filling->patience, g_source_remove);
  filling_answered (filling, error);
}

/* Whether some of a tile is seen, or nearly so. */
static gboolean
is_wanted_at (JalonBasemapSource *self, int zoom, int column, int row)
{
  double across = exp2 (zoom), size = JALON_TILE_SIZE * exp2 (self->look.zoom) / across;
  double latitude = self->look.lat * G_PI / 180;
  double x = (self->look.lon + 180) / 360 * across, y = (1 - asinh (tan (latitude)) / G_PI) / 2 * across;
  double dx = fmod (fabs (column + 0.5 - x), across), dy = fabs (row + 0.5 - y);

  if (self->width < 1 || self->height < 1)
    return TRUE;
  return (MIN (dx, across - dx) - 0.5) * size < self->width / 2 + AHEAD && (dy - 0.5) * size < self->height / 2 + AHEAD;
}

static gboolean
is_wanted (JalonBasemapSource *self, ShumateTile *tile)
{
  return is_wanted_at (self, (int) shumate_tile_get_zoom_level (tile), (int) shumate_tile_get_x (tile), (int) shumate_tile_get_y (tile));
}

static void
filling_begin (Filling *filling)
{
  JalonBasemapSource *self = filling->self;

  self->left++;
  if (self->online == NULL)
    {
      filling_draw (filling);
      return;
    }
  filling->awaited++;
  filling->patience = g_timeout_add (PATIENCE, patience_cb, filling);
  jalon_online_tiles_fetch_async (self->online, (int) shumate_tile_get_zoom_level (filling->tile),
                                  (int) shumate_tile_get_x (filling->tile), (int) shumate_tile_get_y (filling->tile),
                                  filling->cancellable, fetched_cb, filling);
}

static void
filling_stop_waiting (Filling *filling)
{
  g_queue_unlink (&filling->self->waiting, &filling->link);
  if (filling->cancelled != 0)
    g_signal_handler_disconnect (filling->cancellable, filling->cancelled);
  filling->cancelled = 0;
}

/* A tile that was never seen is no longer wanted. */
static void
cancelled_cb (Filling *filling)
{
  filling_stop_waiting (filling);
  filling->self->left++;
  filling->awaited++;
  filling_answered (filling, g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CANCELLED, "The tile is out of sight"));
}

static void
filling_wait (Filling *filling)
{
  filling->link.data = filling;
  g_queue_push_tail_link (&filling->self->waiting, &filling->link);
  if (filling->cancellable != NULL)
    filling->cancelled = g_signal_connect_swapped (filling->cancellable, "cancelled", G_CALLBACK (cancelled_cb), filling);
}

static void
jalon_basemap_source_fill_tile_async (ShumateMapSource *source,
                                      ShumateTile *tile,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data)
{
  JalonBasemapSource *self = JALON_BASEMAP_SOURCE (source);
  Filling *filling = g_new0 (Filling, 1);

  filling->self = g_object_ref (self);
  filling->tile = g_object_ref (tile);
  filling->task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (filling->task, jalon_basemap_source_fill_tile_async);
  g_set_object (&filling->cancellable, cancellable);
  if (is_wanted (self, tile))
    filling_begin (filling);
  else
    filling_wait (filling);
}

static gboolean
jalon_basemap_source_fill_tile_finish (ShumateMapSource *source, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, source), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
jalon_basemap_source_finalize (GObject *object)
{
  JalonBasemapSource *self = JALON_BASEMAP_SOURCE (object);

  g_clear_object (&self->basemap);
  g_clear_object (&self->online);
  g_clear_pointer (&self->ahead, g_hash_table_unref);
  g_clear_pointer (&self->tint, g_strfreev);
  G_OBJECT_CLASS (jalon_basemap_source_parent_class)->finalize (object);
}

static void
jalon_basemap_source_class_init (JalonBasemapSourceClass *klass)
{
  ShumateMapSourceClass *source_class = SHUMATE_MAP_SOURCE_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = jalon_basemap_source_finalize;
  source_class->fill_tile_async = jalon_basemap_source_fill_tile_async;
  source_class->fill_tile_finish = jalon_basemap_source_fill_tile_finish;
  signals[DRAWN] = g_signal_new ("drawn", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
jalon_basemap_source_init (JalonBasemapSource *self)
{
}

/* The largest scale of the screens: a tile doesn't say which one it is for. */
static int
largest_scale (void)
{
  GdkDisplay *display = gdk_display_get_default ();
  GListModel *monitors = display != NULL ? gdk_display_get_monitors (display) : NULL;
  guint n_monitors = monitors != NULL ? g_list_model_get_n_items (monitors) : 0;
  int scale = 1;

  for (guint i = 0; i < n_monitors; i++)
    {
      g_autoptr (GdkMonitor) monitor = g_list_model_get_item (monitors, i);

      scale = MAX (scale, gdk_monitor_get_scale_factor (monitor));
    }
  return scale;
}

/* Unlike that of any source with other pictures. */
static void
set_id (JalonBasemapSource *self)
{
  g_autofree char *tint = self->tint != NULL ? g_strjoinv (",", self->tint) : g_strdup ("");
  g_autofree char *id
      = g_strdup_printf ("jalon-%p-%p-%d-%d-%s-%g-%s", (gpointer) self->basemap, (gpointer) self->online, self->software, (int) self->style.theme,
                         jalon_language_get_code (self->style.language), self->style.scale, tint);

  shumate_map_source_set_id (SHUMATE_MAP_SOURCE (self), id);
}

/**
 * jalon_basemap_source_new:
 * @basemap: (nullable): the map to draw; %NULL: plain land
 * @theme: the theme to draw it in
 * @language: the language of its names
 *
 * Makes a source of the base map's tiles for a map of libshumate, without names. It draws in threads, as sharp as the sharpest
 * screen, and at any zoom level. Its id names theme, language and scale, so that tiles of two sources are never taken for each other.
 *
 * Returns: (transfer full): the source
 */
ShumateMapSource *
jalon_basemap_source_new (JalonBasemap *basemap, JalonTheme theme, const JalonLanguage *language)
{
  JalonBasemapSource *self = g_object_new (JALON_TYPE_BASEMAP_SOURCE, NULL);
  ShumateMapSource *source = SHUMATE_MAP_SOURCE (self);

  g_set_object (&self->basemap, basemap);
  self->style.theme = jalon_panel_get_map_theme (theme);
  self->style.language = language;
  self->style.scale = largest_scale ();
  self->style.nameless = TRUE;
  set_id (self);
  shumate_map_source_set_name (source, "Jalon");
  if (basemap != NULL)
    shumate_map_source_set_license (source, jalon_basemap_get_credit (basemap));
  shumate_map_source_set_min_zoom_level (source, 0);
  shumate_map_source_set_max_zoom_level (source, 18);
  shumate_map_source_set_tile_size (source, JALON_TILE_SIZE);
  shumate_map_source_set_projection (source, SHUMATE_MAP_PROJECTION_MERCATOR);
  return source;
}

/**
 * jalon_basemap_source_set_tint:
 * @self: a source that no layer uses yet
 * @codes: (nullable) (array zero-terminated=1): codes of ISO 3166-2 of regions and departments
 *
 * Tints and outlines territories.
 */
void
jalon_basemap_source_set_tint (JalonBasemapSource *self, const char *const *codes)
{
  g_return_if_fail (JALON_IS_BASEMAP_SOURCE (self) && self->left == 0);

  g_strfreev (self->tint);
  self->tint = g_strdupv ((char **) codes);
  self->style.tint = (const char *const *) self->tint;
  set_id (self);
}

/**
 * jalon_basemap_source_set_online:
 * @self: a source that no layer uses yet
 * @online: (nullable): tiles of a server
 *
 * Shows the tiles of a server; where it gives none, and while it takes long, those of the base map, which then have names as they
 * do.
 */
void
jalon_basemap_source_set_online (JalonBasemapSource *self, JalonOnlineTiles *online)
{
  g_return_if_fail (JALON_IS_BASEMAP_SOURCE (self) && self->left == 0);

  g_set_object (&self->online, online);
  self->style.nameless = online == NULL;
  set_id (self);
}

/**
 * jalon_basemap_source_set_software:
 * @self: a source that no layer uses yet
 * @software: whether what shows its tiles has GSK's renderer for cairo
 *
 * Makes tiles that are drawn fast by cairo, in the place of those that are drawn fast by a graphics card.
 */
void
jalon_basemap_source_set_software (JalonBasemapSource *self, gboolean software)
{
  g_return_if_fail (JALON_IS_BASEMAP_SOURCE (self) && self->left == 0);

  self->software = software;
  set_id (self);
}

/**
 * jalon_basemap_source_show:
 * @self: a source
 * @look: where the middle of what is seen is
 * @width: of what is seen, logical pixels
 * @height: of what is seen, logical pixels
 *
 * Has only those tiles drawn that are seen or are about to be; those that were not wait until they are. Without it, all are drawn.
 */
void
jalon_basemap_source_show (JalonBasemapSource *self, const JalonMapLook *look, double width, double height)
{
  g_return_if_fail (JALON_IS_BASEMAP_SOURCE (self));

  self->look = *look;
  self->width = width;
  self->height = height;
  for (GList *l = self->waiting.head, *next; l != NULL; l = next)
    {
      Filling *filling = l->data;

      next = l->next;
      if (!is_wanted (self, filling->tile))
        continue;
      filling_stop_waiting (filling);
      filling_begin (filling);
    }
}

static gboolean
is_drawing (JalonBasemapSource *self, int zoom, int x, int y)
{
  for (GList *l = self->drawing.head; l != NULL; l = l->next)
    {
      ShumateTile *tile = ((Filling *) l->data)->tile;

      if ((int) shumate_tile_get_zoom_level (tile) == zoom && (int) shumate_tile_get_x (tile) == x && (int) shumate_tile_get_y (tile) == y)
        return TRUE;
    }
  return FALSE;
}

/**
 * jalon_basemap_source_draw_ahead:
 * @self: a source that was told what is seen
 *
 * Begins to draw what is seen before it is asked for.
 */
void
jalon_basemap_source_draw_ahead (JalonBasemapSource *self)
{
  int zoom = (int) ceil (self->look.zoom - 0.5), across = 1 << zoom;
  double latitude = self->look.lat * G_PI / 180;
  int x = (int) ((self->look.lon + 180) / 360 * across), y = (int) ((1 - asinh (tan (latitude)) / G_PI) / 2 * across);
  int columns = (int) (self->width / JALON_TILE_SIZE) + 1, rows = (int) (self->height / JALON_TILE_SIZE) + 1;

  g_return_if_fail (JALON_IS_BASEMAP_SOURCE (self) && self->ahead == NULL);

  if (self->online != NULL)
    return;
  self->ahead = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) jalon_tile_drawing_unref);
  for (int row = MAX (y - rows, 0); row <= MIN (y + rows, across - 1); row++)
    for (int column = MAX (x - columns, 0); column <= MIN (x + columns, across - 1); column++)
      if (is_wanted_at (self, zoom, column, row) && !is_drawing (self, zoom, column, row))
        {
          gint64 *key = g_new (gint64, 1);

          *key = get_key (zoom, column, row);
          g_hash_table_insert (self->ahead, key, start_drawing (self, zoom, column, row, NULL));
        }
}
