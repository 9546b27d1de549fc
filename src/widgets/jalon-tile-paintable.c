/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/jalon-tile-paintable.h"

/* A tile with a bleed: painted a little larger than it is asked to be, over the edges of the tiles beside it. Where a map is
 * between two zoom levels its tiles don't end on whole pixels, and what is behind would shine through. */
struct _JalonTilePaintable
{
  GObject parent_instance;

  GdkTexture *texture;      /* owned, or NULL */
  cairo_surface_t *surface; /* owned, or NULL: where there is no texture */
  double size, bleed;
  GskRenderNode *node;      /* of the surface, in bounds; or NULL */
  graphene_rect_t bounds;
};

/* GSK's cairo renderer copies a texture, pixel by pixel, each time it draws it: a surface it just draws. */
static GskRenderNode *
make_node (JalonTilePaintable *self)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &self->bounds);
  double width = self->bounds.size.width, height = self->bounds.size.height;

  cairo_translate (cr, self->bounds.origin.x, self->bounds.origin.y);
  cairo_rectangle (cr, 0, 0, width, height);
  cairo_scale (cr, width / cairo_image_surface_get_width (self->surface), height / cairo_image_surface_get_height (self->surface));
  cairo_set_source_surface (cr, self->surface, 0, 0);
  cairo_pattern_set_extend (cairo_get_source (cr), CAIRO_EXTEND_PAD);
  cairo_fill (cr);
  cairo_destroy (cr);
  return gtk_snapshot_free_to_node (snapshot);
}

static void
jalon_tile_paintable_snapshot (GdkPaintable *paintable, GdkSnapshot *snapshot, double width, double height)
{
  JalonTilePaintable *self = JALON_TILE_PAINTABLE (paintable);
  double x = width * self->bleed / self->size, y = height * self->bleed / self->size;
  graphene_rect_t bounds = GRAPHENE_RECT_INIT ((float) -x, (float) -y, (float) (width + 2 * x), (float) (height + 2 * y));

  if (self->texture != NULL)
    {
      gtk_snapshot_append_texture (snapshot, self->texture, &bounds);
      return;
    }
  if (self->node == NULL || !graphene_rect_equal (&bounds, &self->bounds))
    {
      self->bounds = bounds;
      g_clear_pointer (&self->node, gsk_render_node_unref);
      self->node = make_node (self);
    }
  gtk_snapshot_append_node (snapshot, self->node);
}

static int
jalon_tile_paintable_get_intrinsic_size (GdkPaintable *paintable)
{
  return (int) JALON_TILE_PAINTABLE (paintable)->size;
}

static GdkPaintableFlags
jalon_tile_paintable_get_flags (GdkPaintable *paintable)
{
  return GDK_PAINTABLE_STATIC_SIZE | GDK_PAINTABLE_STATIC_CONTENTS;
}

static void
jalon_tile_paintable_paintable_init (GdkPaintableInterface *interface)
{
  interface->snapshot = jalon_tile_paintable_snapshot;
  interface->get_intrinsic_width = jalon_tile_paintable_get_intrinsic_size;
  interface->get_intrinsic_height = jalon_tile_paintable_get_intrinsic_size;
  interface->get_flags = jalon_tile_paintable_get_flags;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (JalonTilePaintable,
                               jalon_tile_paintable,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (GDK_TYPE_PAINTABLE, jalon_tile_paintable_paintable_init))

static void
jalon_tile_paintable_finalize (GObject *object)
{
  JalonTilePaintable *self = JALON_TILE_PAINTABLE (object);

  g_clear_object (&self->texture);
  g_clear_pointer (&self->surface, cairo_surface_destroy);
  g_clear_pointer (&self->node, gsk_render_node_unref);
  G_OBJECT_CLASS (jalon_tile_paintable_parent_class)->finalize (object);
}

static void
jalon_tile_paintable_class_init (JalonTilePaintableClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = jalon_tile_paintable_finalize;
}

static void
jalon_tile_paintable_init (JalonTilePaintable *self)
{
}

/**
 * jalon_tile_paintable_new:
 * @texture: a picture of a tile and of its bleed
 * @size: of the tile alone, logical pixels
 * @bleed: what the texture shows beyond each side, logical pixels
 *
 * Makes a paintable of a tile's size that paints its bleed too.
 *
 * Returns: (transfer full): the paintable
 */
GdkPaintable *
jalon_tile_paintable_new (GdkTexture *texture, double size, double bleed)
{
  JalonTilePaintable *self = g_object_new (JALON_TYPE_TILE_PAINTABLE, NULL);

  self->texture = g_object_ref (texture);
  self->size = size;
  self->bleed = bleed;
  return GDK_PAINTABLE (self);
}

/**
 * jalon_tile_paintable_new_for_surface:
 * @surface: (transfer full): a picture of a tile and of its bleed, which nobody draws on any more
 * @size: of the tile alone, logical pixels
 * @bleed: what the surface shows beyond each side, logical pixels
 *
 * Makes a paintable as jalon_tile_paintable_new() does, for who has no other renderer than GSK's for cairo.
 *
 * Returns: (transfer full): the paintable
 */
GdkPaintable *
jalon_tile_paintable_new_for_surface (cairo_surface_t *surface, double size, double bleed)
{
  JalonTilePaintable *self = g_object_new (JALON_TYPE_TILE_PAINTABLE, NULL);

  self->surface = surface;
  self->size = size;
  self->bleed = bleed;
  return GDK_PAINTABLE (self);
}
