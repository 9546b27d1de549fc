/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/jalon-scene-view.h"

#include <math.h>

#include "widgets/jalon-mark-menu.h"
#include "widgets/jalon-mark-widget.h"
#include "widgets/jalon-scene-marks.h"
#include "widgets/jalon-scene-motion.h"
#include "widgets/jalon-scene-node.h"
#include "widgets/jalon-scene-nodes.h"

/* How high a scene is that was laid out for some size. */
typedef struct
{
  double width;
  double height;
  int result;
} Height;

/**
 * JalonSceneView:
 *
 * Shows a scene. It paints the marks that a layout made from the model's figures, finds the one under the pointer among the same
 * rectangles, and lays an empty #JalonMarkWidget over each named mark for keyboard and screen reader.
 *
 * CSS node: scene, with a child node mark for each named mark. Role: group, described by the scene's summary.
 * Keys: Tab enters and leaves; arrows, Home and End go from mark to mark; Enter and Space activate; y asks why; Menu opens a menu.
 * Right to left: the layout mirrors; Left and Right follow the picture.
 */
typedef struct
{
  JalonModel *model;       /* owned */
  JalonSceneMarks *marks;  /* owned: the children */
  JalonSceneMotion *motion; /* owned: on the way to the scene */
  gboolean moves;          /* the next scene is reached by moving there… */
  gboolean jumps;          /* …or at once, if anything wants so */
  /* caches */
  JalonScene *scene;       /* until the model, the size or the direction changes */
  GskRenderNode *node;     /* the painted scene; until the scene or the theme changes */
  JalonSceneNodes *nodes;  /* owned: what node is made of */
  GArray *heights;         /* of Height; until the model or the direction changes */
  gboolean stale;          /* the scene is of yesterday: made anew before the next frame */
  gboolean changed;        /* the scene did since the last frame, or will */
  guint tick;              /* pending renewal, or 0 */
  guint hovered;           /* index of a mark of the scene, or G_MAXUINT */
  double width;            /* what the scene was laid out for */
  double height;
} JalonSceneViewPrivate;

G_DEFINE_TYPE_WITH_PRIVATE (JalonSceneView, jalon_scene_view, GTK_TYPE_WIDGET)

static JalonSceneViewPrivate *
get_private (JalonSceneView *self)
{
  return jalon_scene_view_get_instance_private (self);
}

static JalonScene *
make_scene (JalonSceneView *self, double width, double height)
{
  JalonSceneViewPrivate *priv = get_private (self);
  JalonLayoutInput input = { NULL };

  if (priv->model == NULL || jalon_model_get_figures (priv->model) == NULL)
    return NULL;
  input.figures = jalon_model_get_figures (priv->model);
  input.language = jalon_model_get_language (priv->model);
  input.type = jalon_model_get_type_setting (priv->model);
  input.rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  input.selected = jalon_query_get_selected (jalon_model_get_query (priv->model));
  return JALON_SCENE_VIEW_GET_CLASS (self)->layout (self, &input, width, height);
}

static void
activate_mark (JalonSceneView *self, guint index)
{
  JalonSceneViewPrivate *priv = get_private (self);

  g_autoptr (JalonScene) scene = NULL; /* activating may replace it */

  if (priv->scene == NULL || index >= jalon_scene_get_n_marks (priv->scene))
    return;
  scene = jalon_scene_ref (priv->scene);
  JALON_SCENE_VIEW_GET_CLASS (self)->activate (self, jalon_scene_get_mark (scene, index));
}

static void
mark_activate_cb (JalonMarkWidget *widget, JalonSceneView *self)
{
  activate_mark (self, jalon_mark_widget_get_index (widget));
}

/* All is laid out, and on screen: children may come. */
static void
laid_out_cb (GtkWidget *widget)
{
  JalonSceneViewPrivate *priv = get_private (JALON_SCENE_VIEW (widget));

  jalon_scene_marks_update (priv->marks, priv->scene);
  gtk_widget_queue_allocate (widget);
}

static void
update_scene (JalonSceneView *self, double width, double height)
{
  JalonSceneViewPrivate *priv = get_private (self);
  g_autoptr (JalonScene) before = g_steal_pointer (&priv->scene);
  const char *summary;

  if (before == NULL || priv->jumps || ABS (priv->width - width) > 0.5)
    jalon_scene_motion_stop (priv->motion);
  else if (priv->moves)
    jalon_scene_motion_begin (priv->motion, before);
  g_clear_pointer (&priv->node, gsk_render_node_unref);
  priv->stale = priv->moves = priv->jumps = FALSE;
  priv->hovered = G_MAXUINT;
  priv->width = width;
  priv->height = height;
  priv->scene = make_scene (self, width, height);
  summary = priv->scene != NULL ? jalon_scene_get_summary (priv->scene) : NULL;
  if (summary != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, summary, -1);
}

/* Between frames, when children may come and go: a layout may not make them. */
static gboolean
renew_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  JalonSceneView *self = JALON_SCENE_VIEW (widget);
  JalonSceneViewPrivate *priv = get_private (self);

  priv->tick = 0;
  if (priv->stale && priv->width >= 1)
    update_scene (self, priv->width, priv->height);
  if (priv->changed)
    gtk_widget_queue_draw (widget);
  if (priv->changed && JALON_SCENE_VIEW_GET_CLASS (self)->takes_natural_height)
    gtk_widget_queue_resize (widget);
  priv->changed = FALSE;
  jalon_scene_marks_update (priv->marks, priv->scene);
  gtk_widget_queue_allocate (widget);
  return G_SOURCE_REMOVE;
}

static void
renew_soon (JalonSceneView *self)
{
  JalonSceneViewPrivate *priv = get_private (self);

  if (priv->tick == 0)
    priv->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), renew_cb, NULL, NULL);
}

/* While it is laid out, for the frame that is being made. */
static void
renew_now (JalonSceneView *self, double width, double height)
{
  JalonSceneViewPrivate *priv = get_private (self);

  update_scene (self, width, height);
  jalon_scene_marks_expect (priv->marks);
  if (priv->tick == 0 || JALON_SCENE_VIEW_GET_CLASS (self)->takes_natural_height)
    return;
  gtk_widget_remove_tick_callback (GTK_WIDGET (self), priv->tick); /* nothing is left to renew */
  priv->tick = 0;
  priv->changed = FALSE;
}

static int
measure_height (JalonSceneView *self, double width, double height)
{
  JalonSceneViewPrivate *priv = get_private (self);
  g_autoptr (JalonScene) scene = NULL;
  Height new = { .width = width, .height = height };

  for (guint i = 0; i < priv->heights->len; i++)
    {
      const Height *known = &g_array_index (priv->heights, Height, i);

      if (ABS (known->width - width) < 0.5 && ABS (known->height - height) < 0.5)
        return known->result;
    }
  scene = make_scene (self, width, height);
  new.result = scene != NULL ? (int) ceil (jalon_scene_get_height (scene)) : 0;
  g_array_append_val (priv->heights, new);
  return new.result;
}

static void
jalon_scene_view_measure (GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  JalonSceneView *self = JALON_SCENE_VIEW (widget);

  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_VERTICAL && JALON_SCENE_VIEW_GET_CLASS (self)->takes_natural_height)
    {
      double width = for_size > 0 ? for_size : MAX (get_private (self)->width, 1); /* a scrolled window asks for none */
      int least = JALON_SCENE_VIEW_GET_CLASS (self)->shrinks ? measure_height (self, width, 1) : G_MAXINT;

      *natural = measure_height (self, width, 0);
      *minimum = MIN (least, *natural);
    }
}

static GtkSizeRequestMode
jalon_scene_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
jalon_scene_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  JalonSceneView *self = JALON_SCENE_VIEW (widget);
  JalonSceneViewPrivate *priv = get_private (self);

  if (priv->scene == NULL || ABS (priv->width - width) > 0.5 || ABS (priv->height - height) > 0.5)
    {
      renew_now (self, width, height);
    }
  jalon_scene_marks_allocate (priv->marks, priv->scene);
}

/* What is seen of the scene: on the way to it, another each frame. */
static void
append_scene (JalonSceneView *self, GtkSnapshot *snapshot)
{
  JalonSceneViewPrivate *priv = get_private (self);
  GskRenderer *renderer = gtk_native_get_renderer (gtk_widget_get_native (GTK_WIDGET (self)));
  const JalonSceneLook look = { jalon_model_get_theme (priv->model), jalon_model_get_type_setting (priv->model),
                                gtk_widget_get_scale_factor (GTK_WIDGET (self)),
                                GSK_IS_CAIRO_RENDERER (renderer) };
  g_autoptr (JalonScene) between = jalon_scene_motion_mix (priv->motion, priv->scene);
  GskRenderNode *node = between != NULL ? jalon_scene_nodes_paint (priv->nodes, between, &look) : NULL;

  if (between == NULL && priv->node == NULL)
    priv->node = jalon_scene_nodes_paint (priv->nodes, priv->scene, &look);
  if (node != NULL)
    gtk_snapshot_append_node (snapshot, node);
  else if (between == NULL && priv->node != NULL)
    gtk_snapshot_append_node (snapshot, priv->node);
  g_clear_pointer (&node, gsk_render_node_unref);
}

static void
jalon_scene_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  JalonSceneView *self = JALON_SCENE_VIEW (widget);
  JalonSceneViewPrivate *priv = get_private (self);

  if (priv->scene != NULL && priv->width >= 1 && priv->height >= 1)
    {
      append_scene (self, snapshot);
      if (priv->hovered < jalon_scene_get_n_marks (priv->scene))
        jalon_scene_node_outline (snapshot, jalon_scene_get_mark (priv->scene, priv->hovered),
                                  jalon_model_get_theme (priv->model));
    }
  GTK_WIDGET_CLASS (jalon_scene_view_parent_class)->snapshot (widget, snapshot);
}

static gboolean
jalon_scene_view_contains (GtkWidget *widget, double x, double y)
{
  JalonSceneView *self = JALON_SCENE_VIEW (widget);
  JalonSceneViewPrivate *priv = get_private (self);

  if (!JALON_SCENE_VIEW_GET_CLASS (self)->passes_through)
    return GTK_WIDGET_CLASS (jalon_scene_view_parent_class)->contains (widget, x, y);
  return priv->scene != NULL && jalon_scene_pick (priv->scene, x, y) != NULL;
}

static gboolean
jalon_scene_view_focus (GtkWidget *widget, GtkDirectionType direction)
{
  return jalon_scene_marks_focus (get_private (JALON_SCENE_VIEW (widget))->marks, direction);
}

static void
jalon_scene_view_set_focus_child (GtkWidget *widget, GtkWidget *child)
{
  jalon_scene_marks_set_current (get_private (JALON_SCENE_VIEW (widget))->marks, child);
  GTK_WIDGET_CLASS (jalon_scene_view_parent_class)->set_focus_child (widget, child);
}

static gboolean
jump_cb (GtkWidget *widget, GVariant *last, gpointer data)
{
  return jalon_scene_marks_jump (get_private (JALON_SCENE_VIEW (widget))->marks, g_variant_get_boolean (last));
}

static gboolean
jalon_scene_view_query_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  JalonSceneView *self = JALON_SCENE_VIEW (widget);
  JalonSceneViewPrivate *priv = get_private (self);
  const JalonMark *mark = NULL;
  GdkRectangle area;

  if (keyboard)
    mark = jalon_scene_marks_get_current (priv->marks, priv->scene);
  if (mark == NULL && priv->scene != NULL)
    mark = jalon_scene_pick (priv->scene, x, y);
  if (mark == NULL || mark->tooltip == NULL)
    return FALSE;
  area = (GdkRectangle) { (int) mark->x, (int) mark->y, (int) ceil (mark->width), (int) ceil (mark->height) };
  gtk_tooltip_set_text (tooltip, mark->tooltip);
  gtk_tooltip_set_tip_area (tooltip, &area);
  return TRUE;
}

static void
hover (JalonSceneView *self, double x, double y)
{
  JalonSceneViewPrivate *priv = get_private (self);
  guint hovered = priv->scene != NULL ? jalon_scene_marks_index (priv->scene, jalon_scene_pick (priv->scene, x, y)) : G_MAXUINT;

  if (hovered == priv->hovered)
    return;
  priv->hovered = hovered;
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), hovered != G_MAXUINT ? "pointer" : NULL);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
motion_cb (GtkEventControllerMotion *controller, double x, double y, JalonSceneView *self)
{
  hover (self, x, y);
}

static void
leave_cb (GtkEventControllerMotion *controller, JalonSceneView *self)
{
  hover (self, -1e6, -1e6);
}

static void
released_cb (GtkGestureClick *gesture, int n_press, double x, double y, JalonSceneView *self)
{
  JalonSceneViewPrivate *priv = get_private (self);
  guint index = priv->scene != NULL ? jalon_scene_marks_index (priv->scene, jalon_scene_pick (priv->scene, x, y)) : G_MAXUINT;

  /* A subclass may have children above the marks. */
  if (index == G_MAXUINT || gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT) != GTK_WIDGET (self))
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  activate_mark (self, index);
}

static void
jalon_scene_view_activate (JalonSceneView *self, const JalonMark *mark)
{
  jalon_scene_marks_choose (jalon_model_get_query (get_private (self)->model), mark);
}

static void
make_stale (JalonSceneView *self)
{
  JalonSceneViewPrivate *priv = get_private (self);

  priv->stale = priv->changed = TRUE;
  g_array_set_size (priv->heights, 0);
  renew_soon (self);
}

/* Other figures are reached by moving there; another language, theme or file isn't. */
static void
model_changed_cb (JalonSceneView *self, guint what)
{
  JalonSceneViewPrivate *priv = get_private (self);

  make_stale (self);
  if (what & JALON_MODEL_FIGURES)
    priv->moves = TRUE;
  if (what & (JALON_MODEL_DATASET | JALON_MODEL_LANGUAGE | JALON_MODEL_LOOK))
    priv->jumps = TRUE;
}

/* On another screen labels may have to be sharper. */
static void
scale_changed_cb (JalonSceneView *self)
{
  g_clear_pointer (&get_private (self)->node, gsk_render_node_unref);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
jalon_scene_view_direction_changed (GtkWidget *widget, GtkTextDirection previous)
{
  jalon_scene_view_invalidate (JALON_SCENE_VIEW (widget));
  GTK_WIDGET_CLASS (jalon_scene_view_parent_class)->direction_changed (widget, previous);
}

static void
jalon_scene_view_dispose (GObject *object)
{
  JalonSceneView *self = JALON_SCENE_VIEW (object);
  JalonSceneViewPrivate *priv = get_private (self);

  if (priv->tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), priv->tick);
  priv->tick = 0;
  jalon_scene_motion_stop (priv->motion);
  jalon_scene_marks_clear (priv->marks);
  g_clear_pointer (&priv->node, gsk_render_node_unref);
  g_clear_pointer (&priv->scene, jalon_scene_unref);
  g_clear_object (&priv->model);
  G_OBJECT_CLASS (jalon_scene_view_parent_class)->dispose (object);
}

static void
jalon_scene_view_finalize (GObject *object)
{
  jalon_scene_marks_free (get_private (JALON_SCENE_VIEW (object))->marks);
  g_array_unref (get_private (JALON_SCENE_VIEW (object))->heights);
  jalon_scene_nodes_free (get_private (JALON_SCENE_VIEW (object))->nodes);
  jalon_scene_motion_free (get_private (JALON_SCENE_VIEW (object))->motion);
  G_OBJECT_CLASS (jalon_scene_view_parent_class)->finalize (object);
}

static void
jalon_scene_view_class_init (JalonSceneViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = jalon_scene_view_dispose;
  object_class->finalize = jalon_scene_view_finalize;
  widget_class->measure = jalon_scene_view_measure;
  widget_class->get_request_mode = jalon_scene_view_get_request_mode;
  widget_class->size_allocate = jalon_scene_view_size_allocate;
  widget_class->snapshot = jalon_scene_view_snapshot;
  widget_class->contains = jalon_scene_view_contains;
  widget_class->focus = jalon_scene_view_focus;
  widget_class->set_focus_child = jalon_scene_view_set_focus_child;
  widget_class->direction_changed = jalon_scene_view_direction_changed;
  widget_class->query_tooltip = jalon_scene_view_query_tooltip;
  klass->activate = jalon_scene_view_activate;
  gtk_widget_class_set_css_name (widget_class, "scene");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Home, 0, jump_cb, "b", FALSE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_End, 0, jump_cb, "b", TRUE);
  jalon_mark_menu_add_bindings (widget_class);
}

static void
jalon_scene_view_init (JalonSceneView *self)
{
  JalonSceneViewPrivate *priv = get_private (self);
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  priv->marks = jalon_scene_marks_new (GTK_WIDGET (self), G_CALLBACK (mark_activate_cb), laid_out_cb);
  priv->nodes = jalon_scene_nodes_new ();
  priv->motion = jalon_scene_motion_new (GTK_WIDGET (self));
  priv->heights = g_array_new (FALSE, FALSE, sizeof (Height));
  priv->hovered = G_MAXUINT;
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  g_signal_connect (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect (motion, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (scale_changed_cb), NULL);
  g_signal_connect (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  jalon_mark_menu_attach (self);
}

static void
popover_shown_cb (JalonSceneView *self, GParamSpec *pspec, GtkWidget *popover)
{
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), !gtk_widget_get_visible (popover));
  gtk_widget_trigger_tooltip_query (GTK_WIDGET (self));
}

/**
 * jalon_scene_view_yield_to:
 * @self: a scene view
 * @popover: what opens beside a mark
 *
 * Has no tooltip of the view stand over a popover while that is open.
 */
void
jalon_scene_view_yield_to (JalonSceneView *self, GtkWidget *popover)
{
  g_signal_connect_object (popover, "notify::visible", G_CALLBACK (popover_shown_cb), self, G_CONNECT_SWAPPED);
}

/**
 * jalon_scene_view_get_model:
 * @self: a scene view
 *
 * Returns: (transfer none) (nullable): what is shown
 */
JalonModel *
jalon_scene_view_get_model (JalonSceneView *self)
{
  return get_private (self)->model;
}

/**
 * jalon_scene_view_set_model:
 * @self: a scene view
 * @model: what to show
 *
 * Gives the view its model, once.
 */
void
jalon_scene_view_set_model (JalonSceneView *self, JalonModel *model)
{
  JalonSceneViewPrivate *priv = get_private (self);

  g_return_if_fail (priv->model == NULL);

  priv->model = g_object_ref (model);
  g_signal_connect_object (model, "changed", G_CALLBACK (model_changed_cb), self, G_CONNECT_SWAPPED);
  jalon_scene_view_invalidate (self);
}

/**
 * jalon_scene_view_get_scene:
 * @self: a scene view
 *
 * Returns: (transfer none) (nullable): the scene that is on screen; %NULL before the first allocation
 */
const JalonScene *
jalon_scene_view_get_scene (JalonSceneView *self)
{
  JalonSceneViewPrivate *priv = get_private (self);

  if (priv->stale)
    update_scene (self, priv->width, priv->height);
  return priv->scene;
}

/**
 * jalon_scene_view_invalidate:
 * @self: a scene view
 *
 * Has the scene made anew before the next frame, and shown at once: what a subclass knows besides the model changed.
 */
void
jalon_scene_view_invalidate (JalonSceneView *self)
{
  make_stale (self);
  get_private (self)->jumps = TRUE;
}

/**
 * jalon_scene_view_refresh:
 * @self: a scene view
 *
 * As jalon_scene_view_invalidate(), but a view that is on its way to another scene goes on moving.
 */
void
jalon_scene_view_refresh (JalonSceneView *self)
{
  make_stale (self);
}

/**
 * jalon_scene_view_renew:
 * @self: a scene view that is being laid out
 *
 * Makes the scene anew at once, for the frame that is being made.
 */
void
jalon_scene_view_renew (JalonSceneView *self)
{
  JalonSceneViewPrivate *priv = get_private (self);

  if (priv->width >= 1)
    renew_now (self, priv->width, priv->height);
}

/**
 * jalon_scene_view_focus_key:
 * @self: a scene view
 * @target: what kind of thing
 * @key: its key
 *
 * Moves the keyboard focus to the mark that stands for something.
 *
 * Returns: whether there is such a mark
 */
gboolean
jalon_scene_view_focus_key (JalonSceneView *self, JalonTarget target, const char *key)
{
  JalonSceneViewPrivate *priv = get_private (self);

  return jalon_scene_marks_focus_key (priv->marks, priv->scene, target, key);
}
