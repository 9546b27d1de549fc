/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/jalon-basemap-source.h"

#include <math.h>

#include "scenes/jalon-panel.h"
#include "widgets/jalon-tile-paintable.h"

#define TILE_SIZE 256 /* logical pixels */
#define MAX_THREADS 4
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
  guint showing;          /* a timeout that shows them, or 0 */
};

enum
{
  DRAWN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (JalonBasemapSource, jalon_basemap_source, SHUMATE_TYPE_MAP_SOURCE)

/* What a thread needs to draw a tile; the tile itself is touched by the main thread alone. */
typedef struct
{
  JalonBasemap *basemap; /* owned, or NULL */
  gboolean software;
  JalonMapStyle style;   /* borrowed from the task's source */
  int zoom, x, y;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_clear_object (&job->basemap);
  g_free (job);
}

/* The picture, on its own memory. Takes the surface. */
static GdkPaintable *
paintable_new (cairo_surface_t *surface, gboolean software)
{
  int width = cairo_image_surface_get_width (surface);
  int height = cairo_image_surface_get_height (surface);
  gsize stride = (gsize) cairo_image_surface_get_stride (surface);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GdkTexture) texture = NULL;

  cairo_surface_flush (surface);
  if (software)
    return jalon_tile_paintable_new_for_surface (surface, TILE_SIZE, JALON_BASEMAP_BLEED);
  bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface), stride * (gsize) height,
                                      (GDestroyNotify) cairo_surface_destroy, surface);
  texture = gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, bytes, stride);
  return jalon_tile_paintable_new (texture, TILE_SIZE, JALON_BASEMAP_BLEED);
}

static gboolean
draw (const Job *job, cairo_surface_t *surface, GCancellable *cancellable, GError **error)
{
  cairo_t *cr = cairo_create (surface);
  gboolean drawn = TRUE;

  cairo_scale (cr, job->style.scale, job->style.scale);
  cairo_translate (cr, JALON_BASEMAP_BLEED, JALON_BASEMAP_BLEED);
  if (job->basemap == NULL)
    jalon_basemap_draw_land (cr, &job->style);
  else
    drawn = jalon_basemap_draw_tile (job->basemap, cr, &job->style, job->zoom, job->x, job->y, cancellable, error);
  cairo_destroy (cr);
  return drawn;
}

static void
draw_in_thread (gpointer data, gpointer user_data)
{
  g_autoptr (GTask) task = data;
  Job *job = g_task_get_task_data (task);
  int size = (int) ((TILE_SIZE + 2 * JALON_BASEMAP_BLEED) * job->style.scale + 0.5);
  cairo_surface_t *surface;
  GError *error = NULL;

  if (g_task_return_error_if_cancelled (task))
    return;
  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, size, size);
  if (draw (job, surface, g_task_get_cancellable (task), &error))
    {
      g_task_return_pointer (task, paintable_new (surface, job->software), g_object_unref);
      return;
    }
  cairo_surface_destroy (surface);
  g_task_return_error (task, error);
}

/* All sources share a few threads, which stay: each has its own fonts. */
static GThreadPool *
get_pool (void)
{
  static gsize pool;

  if (g_once_init_enter (&pool))
    {
      int threads = CLAMP ((int) g_get_num_processors () - 1, 1, MAX_THREADS); /* beside the main one */

      g_once_init_leave (&pool, (gsize) g_thread_pool_new (draw_in_thread, NULL, threads, TRUE, NULL));
    }
  return (GThreadPool *) pool;
}

/* A tile that is asked for: from a server and, where or while that gives none, drawn. */
typedef struct
{
  JalonBasemapSource *self; /* owned */
  ShumateTile *tile;        /* owned */
  GTask *task;              /* owned: libshumate's, until it has an answer */
  GCancellable *cancellable; /* owned, or NULL */
  guint patience;           /* a timeout */
  guint awaited;            /* of the two, what hasn't answered */
  GList link;               /* in `waiting` or `ready` of self */
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

static void
drawn_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  Filling *filling = data;
  JalonBasemapSource *self = filling->self;
  GError *error = NULL;

  filling->drawn = g_task_propagate_pointer (G_TASK (result), &error);
  if (filling->drawn == NULL)
    {
      filling_answered (filling, error);
      return;
    }
  filling->link.data = filling;
  g_queue_push_tail_link (&self->ready, &filling->link);
  if (self->ready.length >= self->left)
    show_ready (self);
  else if (self->showing == 0)
    self->showing = g_timeout_add (TOGETHER, show_ready_cb, self);
}

static void
filling_draw (Filling *filling)
{
  JalonBasemapSource *self = filling->self;
  GTask *drawing = g_task_new (self, filling->cancellable, drawn_cb, filling);
  Job *job = g_new0 (Job, 1);

  filling->awaited++;
  g_set_object (&job->basemap, self->basemap);
  job->software = self->software;
  job->style = self->style;
  job->zoom = (int) shumate_tile_get_zoom_level (filling->tile);
  job->x = (int) shumate_tile_get_x (filling->tile);
  job->y = (int) shumate_tile_get_y (filling->tile);
  g_task_set_task_data (drawing, job, job_free);
  g_thread_pool_push (get_pool (), drawing, NULL);
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
  g_autoptr (GdkPaintable) paintable = texture != NULL ? jalon_tile_paintable_new (texture, TILE_SIZE, 0) : NULL;

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
is_wanted (JalonBasemapSource *self, ShumateTile *tile)
{
  double across = exp2 (shumate_tile_get_zoom_level (tile)), size = TILE_SIZE * exp2 (self->look.zoom) / across;
  double latitude = self->look.lat * G_PI / 180;
  double x = (self->look.lon + 180) / 360 * across, y = (1 - asinh (tan (latitude)) / G_PI) / 2 * across;
  double dx = fmod (fabs (shumate_tile_get_x (tile) + 0.5 - x), across), dy = fabs (shumate_tile_get_y (tile) + 0.5 - y);

  if (self->width < 1 || self->height < 1)
    return TRUE;
  return (MIN (dx, across - dx) - 0.5) * size < self->width / 2 + AHEAD && (dy - 0.5) * size < self->height / 2 + AHEAD;
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
  shumate_map_source_set_tile_size (source, TILE_SIZE);
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
