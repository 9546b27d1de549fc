/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/jalon-scene-node.h"

#define GAP 3.0 /* between a mark and its outline, logical pixels */

/**
 * jalon_scene_node_new:
 * @scene: a scene
 * @theme: the theme to paint it in
 * @type: how its text is set
 *
 * Paints a scene for GSK. The node is kept as long as the scene is: what comes and goes above it then repaints nothing of it.
 *
 * Returns: (transfer full) (nullable): the node; %NULL for a scene without marks
 */
GskRenderNode *
jalon_scene_node_new (const JalonScene *scene, JalonTheme theme, JalonType *type)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  const graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, (float) jalon_scene_get_width (scene), (float) jalon_scene_get_height (scene));
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &bounds);

  jalon_painter_paint (cr, scene, theme, type);
  cairo_destroy (cr);
  return gtk_snapshot_free_to_node (snapshot);
}

/**
 * jalon_scene_node_take_texture:
 * @surface: (transfer full): an image that nobody draws on any more
 *
 * Returns: (transfer full): a texture that shows it, on its own memory
 */
GdkTexture *
jalon_scene_node_take_texture (cairo_surface_t *surface)
{
  int width = cairo_image_surface_get_width (surface), height = cairo_image_surface_get_height (surface);
  gsize stride = (gsize) cairo_image_surface_get_stride (surface);
  g_autoptr (GBytes) bytes = NULL;

  cairo_surface_flush (surface);
  bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface), stride * (gsize) height,
                                      (GDestroyNotify) cairo_surface_destroy, surface);
  return gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, bytes, stride);
}

/**
 * jalon_scene_node_take_pixels:
 * @surface: (transfer full): an image that nobody draws on any more
 * @scale: device pixels for a logical one
 * @software: whether it is for GSK's renderer for cairo, which copies a texture pixel by pixel each time, and a surface faster
 *
 * Returns: (transfer full): a node that shows the image, its upper left corner at the origin
 */
GskRenderNode *
jalon_scene_node_take_pixels (cairo_surface_t *surface, double scale, gboolean software)
{
  const graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, (float) (cairo_image_surface_get_width (surface) / scale),
                                                     (float) (cairo_image_surface_get_height (surface) / scale));
  g_autoptr (GdkTexture) texture = NULL;
  GskRenderNode *node;
  cairo_t *cr;

  if (!software)
    {
      texture = jalon_scene_node_take_texture (surface);
      return gsk_texture_node_new (texture, &bounds);
    }
  node = gsk_cairo_node_new (&bounds);
  cr = gsk_cairo_node_get_draw_context (node);
  cairo_scale (cr, 1 / scale, 1 / scale);
  cairo_set_source_surface (cr, surface, 0, 0);
  cairo_paint (cr);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return node;
}

/**
 * jalon_scene_node_place:
 * @node: a node
 * @x: how far to the right, logical pixels
 * @y: how far down, logical pixels
 *
 * Returns: (transfer full): a node that shows @node elsewhere
 */
GskRenderNode *
jalon_scene_node_place (GskRenderNode *node, double x, double y)
{
  GskTransform *transform = gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT ((float) x, (float) y));
  GskRenderNode *placed = gsk_transform_node_new (node, transform);

  gsk_transform_unref (transform);
  return placed;
}

/**
 * jalon_scene_node_outline:
 * @snapshot: where to
 * @mark: a mark
 * @theme: the theme
 *
 * Outlines the mark under the pointer.
 */
void
jalon_scene_node_outline (GtkSnapshot *snapshot, const JalonMark *mark, JalonTheme theme)
{
  JalonColour colour = jalon_palette_get (theme, JALON_INK_ACCENT);
  const GdkRGBA rgba = { (float) colour.red, (float) colour.green, (float) colour.blue, 1 };
  const float widths[4] = { 2, 2, 2, 2 };
  const GdkRGBA colours[4] = { rgba, rgba, rgba, rgba };
  double corner = mark->shape == JALON_SHAPE_DISC ? mark->width / 2 : mark->radius;
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline,
                                   &GRAPHENE_RECT_INIT ((float) (mark->x - GAP), (float) (mark->y - GAP),
                                                        (float) (mark->width + 2 * GAP), (float) (mark->height + 2 * GAP)),
                                   (float) (corner + GAP));
  gtk_snapshot_append_border (snapshot, &outline, widths, colours);
}
