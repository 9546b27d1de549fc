/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/jalon-tile-drawing.h"

#include "widgets/jalon-scene-node.h"
#include "widgets/jalon-tile-paintable.h"

#define MAX_THREADS 4

struct _JalonTileDrawing
{
  gatomicrefcount ref_count;
  JalonTileJob job;
  /* of the main thread */
  JalonTileDrawn drawn; /* NULL: nobody waits for an answer */
  gpointer data;
  GdkPaintable *paintable; /* owned, under the lock, until it is taken */
};

/* One for all: held for an instant. */
static GMutex lock;

/* The picture, on its own memory. Takes the surface. */
static GdkPaintable *
paintable_new (cairo_surface_t *surface, gboolean software)
{
  g_autoptr (GdkTexture) texture = NULL;

  cairo_surface_flush (surface);
  if (software)
    return jalon_tile_paintable_new_for_surface (surface, JALON_TILE_SIZE, JALON_BASEMAP_BLEED);
  texture = jalon_scene_node_take_texture (surface);
  return jalon_tile_paintable_new (texture, JALON_TILE_SIZE, JALON_BASEMAP_BLEED);
}

static gboolean
draw (const JalonTileJob *job, cairo_surface_t *surface, GCancellable *cancellable, GError **error)
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
  JalonTileDrawing *self = g_task_get_task_data (task);
  const JalonTileJob *job = &self->job;
  int size = (int) ((JALON_TILE_SIZE + 2 * JALON_BASEMAP_BLEED) * job->style.scale + 0.5);
  cairo_surface_t *surface;
  GError *error = NULL;

  if (g_task_return_error_if_cancelled (task))
    return;
  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, size, size);
  if (draw (job, surface, g_task_get_cancellable (task), &error))
    {
      g_mutex_lock (&lock);
      self->paintable = paintable_new (surface, job->software);
      g_mutex_unlock (&lock);
      g_task_return_boolean (task, TRUE);
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

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  JalonTileDrawing *self = g_task_get_task_data (G_TASK (result));
  GError *error = NULL;

  g_task_propagate_boolean (G_TASK (result), &error);
  if (self->drawn != NULL)
    self->drawn (self, error, self->data);
  else
    g_clear_error (&error);
}

/**
 * jalon_tile_drawing_start:
 * @source: what @job borrows from
 * @job: what to draw
 * @cancellable: (nullable): ends it early
 *
 * Has a tile drawn in a thread.
 *
 * Returns: (transfer full): the drawing
 */
JalonTileDrawing *
jalon_tile_drawing_start (GObject *source, const JalonTileJob *job, GCancellable *cancellable)
{
  JalonTileDrawing *self = g_new0 (JalonTileDrawing, 1);
  GTask *task = g_task_new (source, cancellable, answered_cb, NULL);

  g_atomic_ref_count_init (&self->ref_count);
  self->job = *job;
  if (job->basemap != NULL)
    g_object_ref (job->basemap);
  g_atomic_ref_count_inc (&self->ref_count);
  g_task_set_task_data (task, self, (GDestroyNotify) jalon_tile_drawing_unref);
  g_thread_pool_push (get_pool (), task, NULL);
  return self;
}

/**
 * jalon_tile_drawing_answer:
 * @self: a drawing
 * @drawn: called in the main thread when it is drawn or there is an error, which it is given; not if it was taken before
 * @data: for @drawn
 *
 * Says who waits for it, in the turn of the main loop that began it.
 */
void
jalon_tile_drawing_answer (JalonTileDrawing *self, JalonTileDrawn drawn, gpointer data)
{
  self->drawn = drawn;
  self->data = data;
}

/**
 * jalon_tile_drawing_unref:
 * @self: (transfer full): a drawing
 *
 * Lets it go; a thread that draws it goes on.
 */
void
jalon_tile_drawing_unref (JalonTileDrawing *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_clear_object (&self->job.basemap);
  g_clear_object (&self->paintable);
  g_free (self);
}

/**
 * jalon_tile_drawing_take:
 * @self: a drawing
 *
 * Takes the tile, if it is there; then nobody is answered any more.
 *
 * Returns: (transfer full) (nullable): the tile; %NULL where it isn't there
 */
GdkPaintable *
jalon_tile_drawing_take (JalonTileDrawing *self)
{
  GdkPaintable *paintable;

  g_mutex_lock (&lock);
  paintable = g_steal_pointer (&self->paintable);
  g_mutex_unlock (&lock);
  if (paintable != NULL)
    self->drawn = NULL;
  return paintable;
}
