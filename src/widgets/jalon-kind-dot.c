/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/jalon-kind-dot.h"

#include "scenes/jalon-layout-private.h"
#include "scenes/jalon-palette.h"
#include "widgets/jalon-scene-node.h"

/* Logical pixels, at a text scale of 1. */
#define RADIUS 6.0

/**
 * JalonKindDot:
 *
 * The disc that stands for a project everywhere: in its kind's colour, solid, hatched or hollow as its money is. Words stand beside it.
 *
 * CSS node: widget. Role: presentation.
 */
struct _JalonKindDot
{
  GtkWidget parent_instance;

  JalonModel *model;   /* owned */
  JalonKind kind;
  gboolean disclosed;
  JalonSum sum;
  GskRenderNode *node; /* cache: until the kind, the sum or the look changes */
};

G_DEFINE_FINAL_TYPE (JalonKindDot, jalon_kind_dot, GTK_TYPE_WIDGET)

static double
get_radius (JalonKindDot *self)
{
  return RADIUS * jalon_type_get_scale (jalon_model_get_type_setting (self->model));
}

static void
jalon_kind_dot_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  *minimum = *natural = (int) (2 * get_radius (JALON_KIND_DOT (widget)) + 3);
}

static GskRenderNode *
make_node (JalonKindDot *self)
{
  double radius = get_radius (self);
  g_autoptr (JalonScene) scene = jalon_scene_new (2 * radius + 2, 2 * radius + 2);

  jalon_layout_add_money_disc (scene, radius + 1, radius + 1, radius, jalon_ink_for_kind (self->kind),
                               self->disclosed ? &self->sum : NULL, NULL);
  return jalon_scene_node_new (scene, jalon_model_get_theme (self->model), jalon_model_get_type_setting (self->model));
}

static void
jalon_kind_dot_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  JalonKindDot *self = JALON_KIND_DOT (widget);

  if (self->node == NULL)
    self->node = make_node (self);
  if (self->node != NULL)
    gtk_snapshot_append_node (snapshot, self->node);
}

static void
model_changed_cb (JalonKindDot *self, guint what)
{
  if (!(what & JALON_MODEL_LOOK))
    return;
  g_clear_pointer (&self->node, gsk_render_node_unref);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
jalon_kind_dot_dispose (GObject *object)
{
  JalonKindDot *self = JALON_KIND_DOT (object);

  g_clear_pointer (&self->node, gsk_render_node_unref);
  g_clear_object (&self->model);
  G_OBJECT_CLASS (jalon_kind_dot_parent_class)->dispose (object);
}

static void
jalon_kind_dot_class_init (JalonKindDotClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jalon_kind_dot_dispose;
  widget_class->measure = jalon_kind_dot_measure;
  widget_class->snapshot = jalon_kind_dot_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
jalon_kind_dot_init (JalonKindDot *self)
{
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}

/**
 * jalon_kind_dot_new:
 * @model: whose look it follows
 *
 * Returns: (transfer floating): a dot of no kind
 */
GtkWidget *
jalon_kind_dot_new (JalonModel *model)
{
  JalonKindDot *self = g_object_new (JALON_TYPE_KIND_DOT, NULL);

  self->model = g_object_ref (model);
  g_signal_connect_object (model, "changed", G_CALLBACK (model_changed_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/**
 * jalon_kind_dot_set:
 * @self: a dot
 * @kind: the kind of a project
 * @sum: (nullable): its amount; %NULL if it isn't disclosed
 *
 * Says what the dot stands for.
 */
void
jalon_kind_dot_set (JalonKindDot *self, JalonKind kind, const JalonSum *sum)
{
  self->kind = kind;
  self->disclosed = sum != NULL;
  if (sum != NULL)
    self->sum = *sum;
  g_clear_pointer (&self->node, gsk_render_node_unref);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
