/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/jalon-map-names-cache.h"

#include <math.h>

#include "widgets/jalon-scene-node.h"

#define MARGIN 3.0        /* of a name's halo, pixels of the base map */
#define MAX_NODES 1500    /* then the cache begins anew */

struct _JalonMapNamesCache
{
  GHashTable *nodes;    /* of GskRenderNode at the origin, by what they show; until the look changes */
  JalonMapTheme theme;
  double scale;         /* logical pixels for one of the base map's */
  double pixels;        /* device pixels for a logical one */
  gboolean software;
};

/**
 * jalon_map_names_cache_new:
 *
 * Returns: (transfer full): an empty cache
 */
JalonMapNamesCache *
jalon_map_names_cache_new (void)
{
  JalonMapNamesCache *self = g_new0 (JalonMapNamesCache, 1);

  self->nodes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) gsk_render_node_unref);
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
  g_hash_table_unref (self->nodes);
  g_free (self);
}

/**
 * jalon_map_names_cache_set_look:
 * @self: a cache
 * @theme: the theme of the names
 * @scale: logical pixels for one of the base map's
 * @pixels: device pixels for a logical one
 * @software: whether GSK's renderer for cairo shows them
 *
 * Changes how names look.
 */
void
jalon_map_names_cache_set_look (JalonMapNamesCache *self, JalonMapTheme theme, double scale, double pixels, gboolean software)
{
  if (self->theme == theme && self->scale == scale && self->pixels == pixels && self->software == software)
    return;
  g_hash_table_remove_all (self->nodes);
  self->theme = theme;
  self->scale = scale;
  self->pixels = pixels;
  self->software = software;
}

typedef void (*Draw) (JalonMapNamer *namer, cairo_t *cr, guint index);

static GskRenderNode *
make_node (const JalonMapNamesCache *self, JalonMapNamer *namer, guint index, const JalonMapBox *box, Draw draw)
{
  double scale = self->scale * self->pixels;
  int width = (int) ceil ((box->right - box->left) * scale), height = (int) ceil ((box->bottom - box->top) * scale);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, MAX (width, 1), MAX (height, 1));
  cairo_t *cr = cairo_create (surface);

  cairo_scale (cr, scale, scale);
  cairo_translate (cr, -box->left, -box->top);
  draw (namer, cr, index);
  cairo_destroy (cr);
  return jalon_scene_node_take_pixels (surface, self->pixels, self->software);
}

/* Lays a name on whole device pixels, so that it is as sharp as it was drawn. */
static void
append (JalonMapNamesCache *self, GtkSnapshot *snapshot, JalonMapNamer *namer, guint index, JalonMapBox box, char *key, Draw draw)
{
  GskRenderNode *node = g_hash_table_lookup (self->nodes, key), *placed;

  box = (JalonMapBox) { box.left - MARGIN, box.top - MARGIN, box.right + MARGIN, box.bottom + MARGIN };
  if (node == NULL)
    {
      if (g_hash_table_size (self->nodes) >= MAX_NODES)
        g_hash_table_remove_all (self->nodes);
      node = make_node (self, namer, index, &box, draw);
      g_hash_table_insert (self->nodes, g_strdup (key), node);
    }
  placed = jalon_scene_node_place (node, rint (box.left * self->scale * self->pixels) / self->pixels,
                                   rint (box.top * self->scale * self->pixels) / self->pixels);
  gtk_snapshot_append_node (snapshot, placed);
  gsk_render_node_unref (placed);
}

/**
 * jalon_map_names_cache_append:
 * @self: a cache
 * @snapshot: where to: the map
 * @namer: what placed the names
 *
 * Shows the names that were placed. Those that stay where they were aren't painted again.
 */
void
jalon_map_names_cache_append (JalonMapNamesCache *self, GtkSnapshot *snapshot, JalonMapNamer *namer)
{
  for (guint i = 0; i < jalon_map_namer_get_n_names (namer); i++)
    {
      g_autofree char *look = jalon_map_namer_describe (namer, i);
      JalonMapBox dot;

      if (jalon_map_namer_get_dot (namer, i, &dot))
        {
          g_autofree char *key = jalon_map_namer_describe_dot (namer, i);

          append (self, snapshot, namer, i, dot, key, jalon_map_namer_draw_dot);
        }
      append (self, snapshot, namer, i, jalon_map_namer_get_box (namer, i), look, jalon_map_namer_draw_text);
    }
}
