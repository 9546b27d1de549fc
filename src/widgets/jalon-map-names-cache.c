/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/jalon-map-names-cache.h"

#include <math.h>

#include "widgets/jalon-scene-node.h"

#define MARGIN 3.0        /* of a name's halo, pixels of the base map */
#define MAX_TEXTURES 1500 /* then the cache begins anew */

struct _JalonMapNamesCache
{
  GHashTable *textures; /* of GdkTexture by what they show; until the look changes */
  GHashTable *nodes;    /* set of GskRenderNode, each a texture at its place: those of the last picture */
  JalonMapTheme theme;
  double scale;         /* logical pixels for one of the base map's */
  double pixels;        /* device pixels for a logical one */
};

static guint
hash_node (gconstpointer node)
{
  graphene_rect_t at;

  gsk_render_node_get_bounds ((GskRenderNode *) node, &at);
  return g_direct_hash (gsk_texture_node_get_texture (node)) ^ (guint) (int) at.origin.x ^ (guint) (int) at.origin.y << 16;
}

static gboolean
are_equal_nodes (gconstpointer a, gconstpointer b)
{
  graphene_rect_t one, other;

  gsk_render_node_get_bounds ((GskRenderNode *) a, &one);
  gsk_render_node_get_bounds ((GskRenderNode *) b, &other);
  return gsk_texture_node_get_texture (a) == gsk_texture_node_get_texture (b) && graphene_rect_equal (&one, &other);
}

static GHashTable *
set_new (void)
{
  return g_hash_table_new_full (hash_node, are_equal_nodes, (GDestroyNotify) gsk_render_node_unref, NULL);
}

/**
 * jalon_map_names_cache_new:
 *
 * Returns: (transfer full): an empty cache
 */
JalonMapNamesCache *
jalon_map_names_cache_new (void)
{
  JalonMapNamesCache *self = g_new0 (JalonMapNamesCache, 1);

  self->textures = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->nodes = set_new ();
  return self;
}

/**
 * jalon_map_names_cache_free:
 * @self: (transfer full): a cache
 *
 * Frees it.
 */
void
jalon_map_names_cache_free (JalonMapNamesCache *self)
{
  g_hash_table_unref (self->textures);
  g_hash_table_unref (self->nodes);
  g_free (self);
}

/**
 * jalon_map_names_cache_set_look:
 * @self: a cache
 * @theme: the theme of the names
 * @scale: logical pixels for one of the base map's
 * @pixels: device pixels for a logical one
 *
 * Changes how names look.
 */
void
jalon_map_names_cache_set_look (JalonMapNamesCache *self, JalonMapTheme theme, double scale, double pixels)
{
  if (self->theme == theme && self->scale == scale && self->pixels == pixels)
    return;
  g_hash_table_remove_all (self->textures);
  self->theme = theme;
  self->scale = scale;
  self->pixels = pixels;
}

typedef void (*Draw) (JalonMapNamer *namer, cairo_t *cr, guint index);

static GdkTexture *
make_texture (const JalonMapNamesCache *self, JalonMapNamer *namer, guint index, const JalonMapBox *box, Draw draw)
{
  double scale = self->scale * self->pixels;
  int width = (int) ceil ((box->right - box->left) * scale), height = (int) ceil ((box->bottom - box->top) * scale);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, MAX (width, 1), MAX (height, 1));
  cairo_t *cr = cairo_create (surface);

  cairo_scale (cr, scale, scale);
  cairo_translate (cr, -box->left, -box->top);
  draw (namer, cr, index);
  cairo_destroy (cr);
  return jalon_scene_node_take_texture (surface);
}

/* Lays a texture on whole device pixels, so that it is as sharp as it was drawn. */
static GskRenderNode *
make_node (JalonMapNamesCache *self, JalonMapNamer *namer, guint index, JalonMapBox box, char *key, Draw draw)
{
  GdkTexture *texture = g_hash_table_lookup (self->textures, key);
  graphene_rect_t at;

  box = (JalonMapBox) { box.left - MARGIN, box.top - MARGIN, box.right + MARGIN, box.bottom + MARGIN };
  if (texture == NULL)
    {
      if (g_hash_table_size (self->textures) >= MAX_TEXTURES)
        g_hash_table_remove_all (self->textures);
      texture = make_texture (self, namer, index, &box, draw);
      g_hash_table_insert (self->textures, g_strdup (key), texture);
    }
  at = GRAPHENE_RECT_INIT ((float) (rint (box.left * self->scale * self->pixels) / self->pixels),
                           (float) (rint (box.top * self->scale * self->pixels) / self->pixels),
                           (float) (gdk_texture_get_width (texture) / self->pixels),
                           (float) (gdk_texture_get_height (texture) / self->pixels));
  return gsk_texture_node_new (texture, &at);
}

/* A name that stays where it was stays the same node: then it isn't painted again. */
static void
add (GPtrArray *nodes, GHashTable *before, GskRenderNode *node)
{
  GskRenderNode *same = g_hash_table_lookup (before, node);

  g_ptr_array_add (nodes, same != NULL ? gsk_render_node_ref (same) : gsk_render_node_ref (node));
  gsk_render_node_unref (node);
}

/**
 * jalon_map_names_cache_append:
 * @self: a cache
 * @snapshot: where to: the map
 * @namer: what placed the names
 *
 * Shows the names that were placed.
 */
void
jalon_map_names_cache_append (JalonMapNamesCache *self, GtkSnapshot *snapshot, JalonMapNamer *namer)
{
  g_autoptr (GPtrArray) nodes = g_ptr_array_new_with_free_func ((GDestroyNotify) gsk_render_node_unref);

  for (guint i = 0; i < jalon_map_namer_get_n_names (namer); i++)
    {
      g_autofree char *look = jalon_map_namer_describe (namer, i);
      JalonMapBox dot;

      if (jalon_map_namer_get_dot (namer, i, &dot))
        {
          g_autofree char *key = jalon_map_namer_describe_dot (namer, i);

          add (nodes, self->nodes, make_node (self, namer, i, dot, key, jalon_map_namer_draw_dot));
        }
      add (nodes, self->nodes, make_node (self, namer, i, jalon_map_namer_get_box (namer, i), look, jalon_map_namer_draw_text));
    }
  g_hash_table_remove_all (self->nodes);
  for (guint i = 0; i < nodes->len; i++)
    {
      GskRenderNode *node = g_ptr_array_index (nodes, i);

      gtk_snapshot_append_node (snapshot, node);
      g_hash_table_add (self->nodes, gsk_render_node_ref (node));
    }
}
