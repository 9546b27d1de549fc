/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/jalon-slide-map.h"

#include <math.h>

/* How far out a flight goes on its way, at most, in zoom levels. */
#define HOP 1.5

/**
 * jalon_slide_map_new:
 * @panel: a panel with a map
 * @basemap: (nullable): the base map
 * @style: how it is drawn, its scale in device pixels for a logical one of the slide
 * @text_scale: of the slide's type
 *
 * Draws the base map once, to be moved and enlarged while it flies.
 *
 * Returns: (transfer full): the picture
 */
JalonSlideMap *
jalon_slide_map_new (const JalonPanel *panel, JalonBasemap *basemap, const JalonMapStyle *style, double text_scale)
{
  JalonSlideMap *self = g_new0 (JalonSlideMap, 1);
  cairo_surface_t *surface;
  cairo_t *cr;
  g_autoptr (GBytes) bytes = NULL;
  int width, height;

  self->frame = panel->frame;
  self->width = jalon_scene_get_width (panel->scene);
  self->height = jalon_scene_get_height (panel->scene);
  width = (int) MAX (ceil (self->width * style->scale), 1);
  height = (int) MAX (ceil (self->height * style->scale), 1);
  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cr = cairo_create (surface);
  cairo_scale (cr, style->scale, style->scale);
  jalon_panel_paint_map (panel, cr, basemap, style, text_scale);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface),
                                      (gsize) (cairo_image_surface_get_stride (surface) * height),
                                      (GDestroyNotify) cairo_surface_destroy, surface);
  self->texture = gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, bytes, (gsize) cairo_image_surface_get_stride (surface));
  return self;
}

/**
 * jalon_slide_map_free:
 * @self: (transfer full): a picture
 */
void
jalon_slide_map_free (JalonSlideMap *self)
{
  g_object_unref (self->texture);
  g_free (self);
}

static double
mix (double from, double to, double progress)
{
  return from + (to - from) * progress;
}

/**
 * jalon_slide_map_fly:
 * @progress: 0 to 1
 *
 * Returns: where one looks on the way from one frame to another: the farther it is, the higher above
 */
JalonMapFrame
jalon_slide_map_fly (const JalonMapFrame *from, const JalonMapFrame *to, double progress)
{
  double eased = progress * progress * (3 - 2 * progress);
  double way = hypot (to->lat - from->lat, to->lon - from->lon) * pow (2, MIN (from->zoom, to->zoom)) / 360;
  double hop = MIN (HOP, way) * 4 * eased * (1 - eased);

  return (JalonMapFrame) { mix (from->lat, to->lat, eased), mix (from->lon, to->lon, eased),
                           mix (from->zoom, to->zoom, eased) - hop };
}

/**
 * jalon_slide_map_snapshot:
 * @camera: where one looks
 * @width: of the panel, in logical pixels of the slide
 * @height: of the panel
 * @opacity: 0 to 1
 *
 * Shows the picture as it is seen from somewhere else, cut at the panel's edges.
 */
void
jalon_slide_map_snapshot (
    const JalonSlideMap *self, GtkSnapshot *snapshot, const JalonMapFrame *camera, double width, double height, double opacity)
{
  double scale = pow (2, camera->zoom - self->frame.zoom), x, y;
  graphene_rect_t at;

  if (opacity <= 0)
    return;
  jalon_map_project (camera, width, height, self->frame.lat, self->frame.lon, &x, &y);
  at = GRAPHENE_RECT_INIT ((float) (x - self->width * scale / 2), (float) (y - self->height * scale / 2),
                           (float) (self->width * scale), (float) (self->height * scale));
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  if (opacity < 1)
    gtk_snapshot_push_opacity (snapshot, opacity);
  gtk_snapshot_append_texture (snapshot, self->texture, &at);
  if (opacity < 1)
    gtk_snapshot_pop (snapshot);
  gtk_snapshot_pop (snapshot);
}
