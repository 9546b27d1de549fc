/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/jalon-scene-nodes.h"

#include <math.h>

#include "widgets/jalon-scene-node.h"

#define MARGIN 6.0  /* logical pixels that ink reaches over a mark's rectangle: strokes, halos, slanted letters */
#define SLACK 1500  /* square pixels of nothing that a node may hold for one more mark, so that there are not too many */
#define MOST 16000  /* square pixels of a node of several marks: what is painted anew where one of them changes */
#define ALIKE 1.2f  /* how much larger a node may be than the smaller of two large parts: of areas and their outlines */
#define MAX_LABELS 200 /* then the cache of them begins anew */

struct _JalonSceneNodes
{
  GHashTable *nodes;  /* of GskRenderNode, by GBytes of what is painted in it: those of the last scene */
  GHashTable *labels; /* of GskRenderNode at the origin, by how and what is read: those of late */
  JalonSceneLook look; /* of them; its type is owned, or NULL */
  guint n_painted;
};

/* Marks that follow each other and lie together. */
typedef struct
{
  GPtrArray *marks; /* of JalonMark, borrowed from the scene */
  guint end;        /* index in the scene of the first mark after them */
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

/* What is only there to be picked isn't painted. */
static gboolean
is_seen (const JalonMark *mark)
{
  if (mark->opacity <= 0)
    return FALSE;
  if (mark->shape == JALON_SHAPE_TEXT)
    return mark->text != NULL;
  return mark->halo || (mark->fill != JALON_FILL_NONE && mark->ink != JALON_INK_NONE)
         || (mark->stroke != JALON_INK_NONE && mark->stroke_width > 0);
}

/* Whether a mark goes into the node of those before it: a node of several holds little besides them. A text has a node of its own: GSK
 * has one for text, and the halo of a label is so dear to paint that it is kept as pixels, to be moved, dimmed and seen again. */
static gboolean
takes (const Cluster *cluster, const JalonMark *mark, graphene_rect_t *both)
{
  const JalonMark *first = g_ptr_array_index (cluster->marks, 0);
  graphene_rect_t next = get_bounds (mark);
  float area = get_area (&cluster->bounds), more = get_area (&next);

  graphene_rect_union (&cluster->bounds, &next, both);
  return mark->shape != JALON_SHAPE_TEXT && first->shape != JALON_SHAPE_TEXT
         && get_area (both) <= MIN (area + more + SLACK, MAX (MOST, MIN (area, more) * ALIKE));
}

/* The marks that are seen, from an index on, as far as they go into one node. */
static void
gather (Cluster *cluster, const JalonScene *scene)
{
  g_ptr_array_set_size (cluster->marks, 0);
  for (; cluster->end < jalon_scene_get_n_marks (scene); cluster->end++)
    {
      const JalonMark *mark = jalon_scene_get_mark (scene, cluster->end);
      graphene_rect_t both = get_bounds (mark);

      if (!is_seen (mark))
        continue;
      if (cluster->marks->len > 0 && !takes (cluster, mark, &both))
        break;
      g_ptr_array_add (cluster->marks, (gpointer) mark);
      cluster->bounds = both;
    }
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
make_key (const Cluster *cluster)
{
  GByteArray *bytes = g_byte_array_new ();

  for (guint i = 0; i < cluster->marks->len; i++)
    describe (bytes, g_ptr_array_index (cluster->marks, i));
  return g_byte_array_free_to_bytes (bytes);
}

static GskRenderNode *
paint_label (const JalonSceneNodes *self, const JalonMark *mark)
{
  int scale = self->look.scale;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) ceil ((mark->width + 2 * MARGIN) * scale),
                                                         (int) ceil ((mark->height + 2 * MARGIN) * scale));
  cairo_t *cr = cairo_create (surface);
  JalonMark label = *mark;

  label.x = label.y = MARGIN;
  label.opacity = 1;
  cairo_scale (cr, scale, scale);
  jalon_painter_paint_mark (cr, &label, self->look.theme, self->look.type);
  cairo_destroy (cr);
  return jalon_scene_node_take_pixels (surface, scale, self->look.software);
}

static GskRenderNode *
get_label (JalonSceneNodes *self, const JalonMark *mark)
{
  g_autofree char *key = g_strdup_printf ("%d %d %s", (int) mark->style, (int) mark->ink, mark->text);
  GskRenderNode *label = g_hash_table_lookup (self->labels, key);

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
  double scale = self->look.scale;
  GskRenderNode *node = jalon_scene_node_place (get_label (self, mark), rint (mark->x * scale) / scale - MARGIN,
                                                rint (mark->y * scale) / scale - MARGIN);
  GskRenderNode *dimmed;

  if (mark->opacity >= 1)
    return node;
  dimmed = gsk_opacity_node_new (node, (float) mark->opacity);
  gsk_render_node_unref (node);
  return dimmed;
}

static GskRenderNode *
make_text_node (const JalonSceneNodes *self, const JalonMark *mark)
{
  PangoLayout *layout = jalon_type_get_layout (self->look.type, mark->style, mark->text);
  JalonColour colour = jalon_palette_get (self->look.theme, mark->ink);
  const GdkRGBA rgba = { (float) colour.red, (float) colour.green, (float) colour.blue, (float) mark->opacity };
  GtkSnapshot *snapshot = gtk_snapshot_new ();

  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) rint (mark->x), (float) rint (mark->y)));
  gtk_snapshot_append_layout (snapshot, layout, &rgba);
  return gtk_snapshot_free_to_node (snapshot);
}

static GskRenderNode *
make_node (JalonSceneNodes *self, const Cluster *cluster)
{
  const JalonMark *first = g_ptr_array_index (cluster->marks, 0);
  GskRenderNode *node;
  cairo_t *cr;

  self->n_painted++;
  if (first->shape == JALON_SHAPE_TEXT)
    return first->halo ? make_label_node (self, first) : make_text_node (self, first);
  node = gsk_cairo_node_new (&cluster->bounds);
  cr = gsk_cairo_node_get_draw_context (node);
  for (guint i = 0; i < cluster->marks->len; i++)
    jalon_painter_paint_mark (cr, g_ptr_array_index (cluster->marks, i), self->look.theme, self->look.type);
  cairo_destroy (cr);
  return node;
}

static GHashTable *
table_new (void)
{
  return g_hash_table_new_full (g_bytes_hash, g_bytes_equal, (GDestroyNotify) g_bytes_unref, (GDestroyNotify) gsk_render_node_unref);
}

/* A scene of another look has nothing in common with the last. */
static void
follow (JalonSceneNodes *self, const JalonSceneLook *look)
{
  JalonType *type = self->look.type;

  if (self->look.theme == look->theme && type == look->type && self->look.scale == look->scale && self->look.software == look->software)
    return;
  g_hash_table_remove_all (self->nodes);
  g_hash_table_remove_all (self->labels);
  self->look = *look;
  self->look.type = jalon_type_ref (look->type);
  g_clear_pointer (&type, jalon_type_unref);
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
  self->labels = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) gsk_render_node_unref);
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
  g_clear_pointer (&self->look.type, jalon_type_unref);
  g_free (self);
}

/**
 * jalon_scene_nodes_paint:
 * @self: a picture
 * @scene: what it is to show now
 * @look: how to paint it
 *
 * Paints a scene for GSK. What the scene has in common with the one before stays the same nodes, so that only the rest is painted, here
 * and on the screen.
 *
 * Returns: (transfer full) (nullable): the node; %NULL for a scene without marks
 */
GskRenderNode *
jalon_scene_nodes_paint (JalonSceneNodes *self, const JalonScene *scene, const JalonSceneLook *look)
{
  g_autoptr (GPtrArray) children = g_ptr_array_new_with_free_func ((GDestroyNotify) gsk_render_node_unref);
  g_autoptr (GHashTable) nodes = table_new ();
  g_autoptr (GPtrArray) marks = g_ptr_array_new ();
  Cluster cluster = { .marks = marks };

  follow (self, look);
  for (gather (&cluster, scene); marks->len > 0; gather (&cluster, scene))
    {
      g_autoptr (GBytes) key = make_key (&cluster);
      GskRenderNode *node = g_hash_table_lookup (self->nodes, key);

      node = node != NULL ? gsk_render_node_ref (node) : make_node (self, &cluster);
      if (node == NULL)
        continue; /* a text of nothing but spaces */
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
