/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/jalon-scene-nodes.h"

#include <math.h>

#include "widgets/jalon-scene-node.h"

#define MARGIN 6.0  /* logical pixels that ink reaches over a mark's rectangle: strokes, halos, slanted letters */
#define SLACK 1500  /* square pixels of nothing that a node may hold for one more mark, so that there are not too many */
#define MOST 16000  /* square pixels of a node of several marks: what is painted anew where one of them changes */
#define MAX_LABELS 200 /* then the cache of them begins anew */

struct _JalonSceneNodes
{
  GHashTable *nodes;  /* of GskRenderNode, by GBytes of what is painted in it: those of the last scene */
  GHashTable *labels; /* of GdkTexture, by how and what is read: those of late */
  JalonTheme theme;
  JalonType *type;    /* owned, or NULL */
  int scale;          /* device pixels for a logical one */
  guint n_painted;
};

/* Marks that follow each other and lie together. */
typedef struct
{
  guint first, end;
  graphene_rect_t bounds;
} Cluster;

static graphene_rect_t
get_bounds (const JalonMark *mark)
{
  double margin = MAX (mark->stroke_width, MARGIN);
  double x = MIN (mark->x, mark->x + mark->width), y = MIN (mark->y, mark->y + mark->height);

  return GRAPHENE_RECT_INIT ((float) (x - margin), (float) (y - margin), (float) (ABS (mark->width) + 2 * margin),
                             (float) (ABS (mark->height) + 2 * margin));
}

static float
get_area (const graphene_rect_t *rect)
{
  return rect->size.width * rect->size.height;
}

/* A text with a halo, which is dear to paint: it is kept as a texture, to be moved, dimmed and seen again. */
static gboolean
is_label (const JalonMark *mark)
{
  return mark->shape == JALON_SHAPE_TEXT && mark->text != NULL && mark->halo;
}

/* The marks from a first one as far as a node of them holds little besides; a label stands alone. */
static Cluster
gather (const JalonScene *scene, guint first)
{
  Cluster cluster = { first, first + 1, get_bounds (jalon_scene_get_mark (scene, first)) };

  if (is_label (jalon_scene_get_mark (scene, first)))
    return cluster;
  for (; cluster.end < jalon_scene_get_n_marks (scene); cluster.end++)
    {
      const JalonMark *mark = jalon_scene_get_mark (scene, cluster.end);
      graphene_rect_t next = get_bounds (mark), both;

      if (is_label (mark))
        break;
      graphene_rect_union (&cluster.bounds, &next, &both);
      if (get_area (&both) > MIN (get_area (&cluster.bounds) + get_area (&next) + SLACK, MOST))
        break;
      cluster.bounds = both;
    }
  return cluster;
}

/* All that is seen of a mark. */
static void
describe (GByteArray *bytes, const JalonMark *mark)
{
  const double numbers[] = { mark->x, mark->y, mark->width, mark->height, mark->radius, mark->stroke_width, mark->opacity };
  const int words[] = { (int) mark->shape, (int) mark->fill, (int) mark->ink, (int) mark->stroke, mark->dashed, mark->halo,
                        (int) mark->style, mark->closed, mark->points != NULL ? (int) mark->points->len : 0 };

  g_byte_array_append (bytes, (const guint8 *) numbers, sizeof numbers);
  g_byte_array_append (bytes, (const guint8 *) words, sizeof words);
  if (mark->points != NULL)
    g_byte_array_append (bytes, (const guint8 *) mark->points->data, mark->points->len * (guint) sizeof (JalonPoint));
  if (mark->text != NULL)
    g_byte_array_append (bytes, (const guint8 *) mark->text, (guint) strlen (mark->text) + 1);
}

static GBytes *
make_key (const JalonScene *scene, const Cluster *cluster)
{
  GByteArray *bytes = g_byte_array_new ();

  for (guint i = cluster->first; i < cluster->end; i++)
    describe (bytes, jalon_scene_get_mark (scene, i));
  return g_byte_array_free_to_bytes (bytes);
}

static GdkTexture *
paint_label (const JalonSceneNodes *self, const JalonMark *mark)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) ceil ((mark->width + 2 * MARGIN) * self->scale),
                                                         (int) ceil ((mark->height + 2 * MARGIN) * self->scale));
  cairo_t *cr = cairo_create (surface);
  JalonMark label = *mark;

  label.x = label.y = MARGIN;
  label.opacity = 1;
  cairo_scale (cr, self->scale, self->scale);
  jalon_painter_paint_mark (cr, &label, self->theme, self->type);
  cairo_destroy (cr);
  return jalon_scene_node_take_texture (surface);
}

static GdkTexture *
get_label (JalonSceneNodes *self, const JalonMark *mark)
{
  g_autofree char *key = g_strdup_printf ("%d %d %s", (int) mark->style, (int) mark->ink, mark->text);
  GdkTexture *label = g_hash_table_lookup (self->labels, key);

  if (label != NULL)
    return label;
  if (g_hash_table_size (self->labels) >= MAX_LABELS)
    g_hash_table_remove_all (self->labels);
  label = paint_label (self, mark);
  g_hash_table_insert (self->labels, g_steal_pointer (&key), label);
  return label;
}

/* On whole device pixels, as text is painted. */
static GskRenderNode *
make_label_node (JalonSceneNodes *self, const JalonMark *mark)
{
  GdkTexture *label = get_label (self, mark);
  double x = rint (mark->x * self->scale) / self->scale - MARGIN, y = rint (mark->y * self->scale) / self->scale - MARGIN;
  const graphene_rect_t bounds = GRAPHENE_RECT_INIT ((float) x, (float) y, (float) gdk_texture_get_width (label) / (float) self->scale,
                                                     (float) gdk_texture_get_height (label) / (float) self->scale);
  GskRenderNode *node = gsk_texture_node_new (label, &bounds), *dimmed;

  if (mark->opacity >= 1)
    return node;
  dimmed = gsk_opacity_node_new (node, (float) mark->opacity);
  gsk_render_node_unref (node);
  return dimmed;
}

static GskRenderNode *
make_node (JalonSceneNodes *self, const JalonScene *scene, const Cluster *cluster)
{
  const JalonMark *first = jalon_scene_get_mark (scene, cluster->first);
  GskRenderNode *node;
  cairo_t *cr;

  self->n_painted++;
  if (is_label (first))
    return make_label_node (self, first);
  node = gsk_cairo_node_new (&cluster->bounds);
  cr = gsk_cairo_node_get_draw_context (node);
  for (guint i = cluster->first; i < cluster->end; i++)
    jalon_painter_paint_mark (cr, jalon_scene_get_mark (scene, i), self->theme, self->type);
  cairo_destroy (cr);
  return node;
}

static GHashTable *
table_new (void)
{
  return g_hash_table_new_full (g_bytes_hash, g_bytes_equal, (GDestroyNotify) g_bytes_unref, (GDestroyNotify) gsk_render_node_unref);
}

/* A scene of another theme or font has nothing in common with the last. */
static void
follow (JalonSceneNodes *self, JalonTheme theme, JalonType *type, int scale)
{
  if (self->theme == theme && self->type == type && self->scale == scale)
    return;
  g_hash_table_remove_all (self->nodes);
  g_hash_table_remove_all (self->labels);
  g_clear_pointer (&self->type, jalon_type_unref);
  self->type = jalon_type_ref (type);
  self->theme = theme;
  self->scale = scale;
}

/**
 * jalon_scene_nodes_new:
 *
 * Returns: (transfer full): the picture of nothing
 */
JalonSceneNodes *
jalon_scene_nodes_new (void)
{
  JalonSceneNodes *self = g_new0 (JalonSceneNodes, 1);

  self->nodes = table_new ();
  self->labels = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  return self;
}

/**
 * jalon_scene_nodes_free:
 * @self: (transfer full): a picture
 */
void
jalon_scene_nodes_free (JalonSceneNodes *self)
{
  g_hash_table_unref (self->nodes);
  g_hash_table_unref (self->labels);
  g_clear_pointer (&self->type, jalon_type_unref);
  g_free (self);
}

/**
 * jalon_scene_nodes_paint:
 * @self: a picture
 * @scene: what it is to show now
 * @theme: the theme to paint it in
 * @type: how its text is set
 * @scale: device pixels for a logical one
 *
 * Paints a scene for GSK. What the scene has in common with the one before stays the same nodes, so that only the rest is painted, here
 * and on the screen.
 *
 * Returns: (transfer full) (nullable): the node; %NULL for a scene without marks
 */
GskRenderNode *
jalon_scene_nodes_paint (JalonSceneNodes *self, const JalonScene *scene, JalonTheme theme, JalonType *type, int scale)
{
  g_autoptr (GPtrArray) children = g_ptr_array_new_with_free_func ((GDestroyNotify) gsk_render_node_unref);
  g_autoptr (GHashTable) nodes = table_new ();
  Cluster cluster;

  follow (self, theme, type, scale);
  for (guint i = 0; i < jalon_scene_get_n_marks (scene); i = cluster.end)
    {
      g_autoptr (GBytes) key = NULL;
      GskRenderNode *node;

      cluster = gather (scene, i);
      key = make_key (scene, &cluster);
      node = g_hash_table_lookup (self->nodes, key);
      node = node != NULL ? gsk_render_node_ref (node) : make_node (self, scene, &cluster);
      g_ptr_array_add (children, node);
      g_hash_table_insert (nodes, g_steal_pointer (&key), gsk_render_node_ref (node));
    }
  g_hash_table_unref (self->nodes);
  self->nodes = g_steal_pointer (&nodes);
  return children->len > 0 ? gsk_container_node_new ((GskRenderNode **) children->pdata, children->len) : NULL;
}

/**
 * jalon_scene_nodes_get_n_painted:
 * @self: a picture
 *
 * Returns: how many nodes were painted since it was made
 */
guint
jalon_scene_nodes_get_n_painted (const JalonSceneNodes *self)
{
  return self->n_painted;
}
