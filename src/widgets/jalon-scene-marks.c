/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/jalon-scene-marks.h"

#include <math.h>

#include "widgets/jalon-mark-widget.h"

/* More marks than this are not walked one by one by keyboard or screen reader: the table is their twin. */
#define MAX_WIDGETS 200

struct _JalonSceneMarks
{
  GtkWidget *view;    /* borrowed: the parent of the widgets */
  GCallback activate; /* of a widget, for the view */
  void (*laid_out) (GtkWidget *view);
  guint expected;     /* the widgets are to follow the scene as soon as all is laid out; or 0 */
  GPtrArray *widgets; /* of JalonMarkWidget, borrowed from the view's children */
  guint n;            /* those of them that stand for a mark; the others are hidden until there are more marks again */
  GtkWidget *current; /* the one that Tab comes back to, or NULL */
};

static GtkWidget *
get_widget (JalonSceneMarks *self, guint position)
{
  if (position == self->widgets->len)
    {
      GtkWidget *widget = jalon_mark_widget_new ();

      g_signal_connect (widget, "activate", self->activate, self->view);
      gtk_widget_set_parent (widget, self->view);
      g_ptr_array_add (self->widgets, widget);
    }
  return g_ptr_array_index (self->widgets, position);
}

/* As many as there are marks. */
static void
show_widgets (JalonSceneMarks *self, guint n)
{
  for (; self->n > n; self->n--)
    {
      GtkWidget *widget = g_ptr_array_index (self->widgets, self->n - 1);

      if (self->current == widget)
        self->current = NULL;
      gtk_widget_set_visible (widget, FALSE);
    }
  for (; self->n < n; self->n++)
    gtk_widget_set_visible (g_ptr_array_index (self->widgets, self->n), TRUE);
}

/* The mark a widget stands for; NULL where the scene has moved on and the widgets have yet to follow. */
static const JalonMark *
get_mark (const JalonScene *scene, GtkWidget *widget)
{
  guint index = jalon_mark_widget_get_index (JALON_MARK_WIDGET (widget));

  return scene != NULL && index < jalon_scene_get_n_marks (scene) ? jalon_scene_get_mark (scene, index) : NULL;
}

/* Where the focus goes by an arrow from the mark at a position, or -1 to leave. */
static int
next_position (JalonSceneMarks *self, GtkDirectionType direction, int position)
{
  gboolean rtl = gtk_widget_get_direction (self->view) == GTK_TEXT_DIR_RTL;
  int step = direction == GTK_DIR_UP || direction == (rtl ? GTK_DIR_RIGHT : GTK_DIR_LEFT) ? -1 : 1;

  if (direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_TAB_BACKWARD)
    return -1;
  return CLAMP (position + step, 0, (int) self->n - 1);
}

static gboolean
expected_cb (gpointer marks)
{
  JalonSceneMarks *self = marks;

  self->expected = 0;
  self->laid_out (self->view);
  return G_SOURCE_REMOVE;
}

/**
 * jalon_scene_marks_new:
 * @view: the view, which outlives what is made
 * @activate: called with a mark's widget and the view when the mark is activated
 * @laid_out: called after a layout, if that is expected
 *
 * Returns: (transfer full): no marks yet
 */
JalonSceneMarks *
jalon_scene_marks_new (GtkWidget *view, GCallback activate, void (*laid_out) (GtkWidget *view))
{
  JalonSceneMarks *self = g_new0 (JalonSceneMarks, 1);

  self->view = view;
  self->activate = activate;
  self->laid_out = laid_out;
  self->widgets = g_ptr_array_new ();
  return self;
}

/**
 * jalon_scene_marks_free:
 * @self: (transfer full): marks that were cleared
 */
void
jalon_scene_marks_free (JalonSceneMarks *self)
{
  g_ptr_array_unref (self->widgets);
  g_free (self);
}

/**
 * jalon_scene_marks_clear:
 * @self: marks
 *
 * Takes all widgets from the view.
 */
void
jalon_scene_marks_clear (JalonSceneMarks *self)
{
  g_clear_handle_id (&self->expected, g_source_remove);
  self->n = 0;
  self->current = NULL;
  while (self->widgets->len > 0)
    gtk_widget_unparent (g_ptr_array_steal_index (self->widgets, self->widgets->len - 1));
}

/**
 * jalon_scene_marks_expect:
 * @self: marks
 *
 * Has the view told when all is laid out and painted: no child may come while it is.
 */
void
jalon_scene_marks_expect (JalonSceneMarks *self)
{
  if (self->expected == 0)
    self->expected = g_idle_add (expected_cb, self);
}

/**
 * jalon_scene_marks_update:
 * @self: marks
 * @scene: (nullable): what the view shows
 *
 * Makes one widget for each named mark, in the order of reading.
 */
void
jalon_scene_marks_update (JalonSceneMarks *self, const JalonScene *scene)
{
  g_autoptr (GArray) order = scene != NULL ? jalon_scene_list_named (scene) : g_array_new (FALSE, FALSE, sizeof (guint));
  guint used = MIN (order->len, MAX_WIDGETS);

  for (guint i = 0; i < used; i++)
    {
      guint index = g_array_index (order, guint, i);

      jalon_mark_widget_set_mark (JALON_MARK_WIDGET (get_widget (self, i)), index, jalon_scene_get_mark (scene, index)->name);
    }
  show_widgets (self, used);
}

/**
 * jalon_scene_marks_allocate:
 * @self: marks
 * @scene: (nullable): what the view shows
 *
 * Lays the widgets over their marks.
 */
void
jalon_scene_marks_allocate (JalonSceneMarks *self, const JalonScene *scene)
{
  for (guint i = 0; i < self->n; i++)
    {
      GtkWidget *widget = g_ptr_array_index (self->widgets, i);
      const JalonMark *mark = get_mark (scene, widget);
      GtkAllocation at;

      gtk_widget_set_child_visible (widget, mark != NULL);
      if (mark == NULL)
        continue;
      at = (GtkAllocation) { (int) floor (mark->x), (int) floor (mark->y),
                             MAX (1, (int) ceil (mark->width)), MAX (1, (int) ceil (mark->height)) };
      gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
      gtk_widget_size_allocate (widget, &at, -1);
    }
}

/**
 * jalon_scene_marks_focus:
 * @self: marks
 * @direction: where the focus is to go
 *
 * Moves the focus into the marks, from one to another or out of them.
 *
 * Returns: whether one of them has it now
 */
gboolean
jalon_scene_marks_focus (JalonSceneMarks *self, GtkDirectionType direction)
{
  GtkWidget *focused = gtk_widget_get_focus_child (self->view);
  guint position = 0;
  int next;

  if (self->n == 0)
    return FALSE;
  if (focused == NULL || !g_ptr_array_find (self->widgets, focused, &position))
    return gtk_widget_grab_focus (self->current != NULL ? self->current : g_ptr_array_index (self->widgets, 0));
  next = next_position (self, direction, (int) position);
  if (next < 0)
    return FALSE;
  self->current = g_ptr_array_index (self->widgets, next);
  return gtk_widget_grab_focus (self->current);
}

/**
 * jalon_scene_marks_focus_key:
 * @self: marks
 * @scene: (nullable): what the view shows
 * @target: what kind of thing
 * @key: its key
 *
 * Moves the focus to the mark that stands for something.
 *
 * Returns: whether there is such a mark
 */
gboolean
jalon_scene_marks_focus_key (JalonSceneMarks *self, const JalonScene *scene, JalonTarget target, const char *key)
{
  for (guint i = 0; i < self->n; i++)
    {
      GtkWidget *widget = g_ptr_array_index (self->widgets, i);
      const JalonMark *mark = get_mark (scene, widget);

      if (mark != NULL && mark->target == target && g_strcmp0 (mark->key, key) == 0)
        return gtk_widget_grab_focus (widget);
    }
  return FALSE;
}

/**
 * jalon_scene_marks_jump:
 * @self: marks
 * @last: to the last one, else to the first
 *
 * Moves the focus to one end.
 *
 * Returns: whether there is one
 */
gboolean
jalon_scene_marks_jump (JalonSceneMarks *self, gboolean last)
{
  guint n = self->n;

  return n > 0 && gtk_widget_grab_focus (g_ptr_array_index (self->widgets, last ? n - 1 : 0));
}

/**
 * jalon_scene_marks_set_current:
 * @self: marks
 * @child: (nullable): a child of the view
 *
 * Has Tab come back to a child, if it is one of the marks.
 */
void
jalon_scene_marks_set_current (JalonSceneMarks *self, GtkWidget *child)
{
  if (child != NULL && g_ptr_array_find (self->widgets, child, NULL))
    self->current = child;
}

/**
 * jalon_scene_marks_get_current:
 * @self: marks
 * @scene: (nullable): what the view shows
 *
 * Returns: (transfer none) (nullable): the mark that Tab comes back to
 */
const JalonMark *
jalon_scene_marks_get_current (JalonSceneMarks *self, const JalonScene *scene)
{
  return self->current != NULL ? get_mark (scene, self->current) : NULL;
}

/**
 * jalon_scene_marks_index:
 * @scene: a scene
 * @mark: (nullable): a mark
 *
 * Returns: which mark of the scene it is; G_MAXUINT: none
 */
guint
jalon_scene_marks_index (const JalonScene *scene, const JalonMark *mark)
{
  for (guint i = 0; mark != NULL && i < jalon_scene_get_n_marks (scene); i++)
    if (jalon_scene_get_mark (scene, i) == mark)
      return i;
  return G_MAXUINT;
}

/**
 * jalon_scene_marks_choose:
 * @query: what is asked
 * @mark: a mark
 *
 * Selects the project that a mark stands for, or filters by its group.
 */
void
jalon_scene_marks_choose (JalonQuery *query, const JalonMark *mark)
{
  if (mark->target == JALON_TARGET_PROJECT)
    {
      jalon_query_set_selected (query, mark->key);
    }
  else if (mark->target == JALON_TARGET_ANNOUNCEMENT)
    {
      g_auto (GStrv) parts = g_strsplit (mark->key, "/", 2);

      jalon_query_set_selected (query, parts[0]);
    }
  else if (mark->target == JALON_TARGET_GROUP)
    {
      jalon_query_toggle_value (query, jalon_query_get_group (query), mark->key);
    }
}
