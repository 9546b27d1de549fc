/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "scenes/jalon-scene.h"

#include <math.h>

/* Half of the 24 px that a target must measure for a finger (WCAG 2.2, success criterion 2.5.8). */
#define FINGER 12.0

struct _JalonScene
{
  gatomicrefcount ref_count;
  double width;
  double height;
  GPtrArray *marks; /* JalonMark */
  char *summary;
};

G_DEFINE_BOXED_TYPE (JalonScene, jalon_scene, jalon_scene_ref, jalon_scene_unref)

static void
mark_free (gpointer data)
{
  JalonMark *mark = data;

  g_free (mark->text);
  g_clear_pointer (&mark->points, g_array_unref);
  g_free (mark->key);
  g_strfreev (mark->members);
  g_free (mark->name);
  g_free (mark->tooltip);
  g_free (mark);
}

static JalonMark *
mark_copy (const JalonMark *mark)
{
  JalonMark *copy = g_new (JalonMark, 1);

  *copy = *mark;
  copy->text = g_strdup (mark->text);
  copy->points = mark->points ? g_array_copy (mark->points) : NULL;
  copy->key = g_strdup (mark->key);
  copy->members = g_strdupv (mark->members);
  copy->name = g_strdup (mark->name);
  copy->tooltip = g_strdup (mark->tooltip);
  return copy;
}

/**
 * jalon_scene_new:
 * @width: in logical pixels
 * @height: in logical pixels
 *
 * Makes an empty scene. A negative size, which a widget may have for a moment, counts as 0.
 *
 * Returns: (transfer full): the scene
 */
JalonScene *
jalon_scene_new (double width, double height)
{
  JalonScene *self = g_new0 (JalonScene, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->width = MAX (width, 0);
  self->height = MAX (height, 0);
  self->marks = g_ptr_array_new_with_free_func (mark_free);
  return self;
}

/**
 * jalon_scene_ref:
 *
 * Returns: (transfer full): @self
 */
JalonScene *
jalon_scene_ref (JalonScene *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * jalon_scene_unref:
 * @self: (transfer full): a scene
 */
void
jalon_scene_unref (JalonScene *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_ptr_array_unref (self->marks);
  g_free (self->summary);
  g_free (self);
}

/**
 * jalon_scene_add:
 * @x: left edge, or where a line begins
 * @width: may be negative for a line
 *
 * Adds a mark above those that are there.
 *
 * Returns: (transfer none): the mark, without fill or stroke, to be completed by the layout; it stays where it is when others are added
 */
JalonMark *
jalon_scene_add (JalonScene *self, JalonShape shape, double x, double y, double width, double height)
{
  JalonMark *mark = g_new0 (JalonMark, 1);

  mark->shape = shape;
  mark->x = x;
  mark->y = y;
  mark->width = width;
  mark->height = height;
  mark->opacity = 1;
  g_ptr_array_add (self->marks, mark);
  return mark;
}

/**
 * jalon_scene_add_text:
 * @text: one line; the scene keeps a copy
 * @width: the text's extent, as jalon_type_measure() gives it
 *
 * Returns: (transfer none): the mark
 */
JalonMark *
jalon_scene_add_text (JalonScene *self,
                      JalonStyle style,
                      JalonInk ink,
                      const char *text,
                      double x,
                      double y,
                      double width,
                      double height)
{
  JalonMark *mark = jalon_scene_add (self, JALON_SHAPE_TEXT, x, y, width, height);

  mark->style = style;
  mark->ink = ink;
  mark->fill = JALON_FILL_SOLID;
  mark->text = g_strdup (text);
  return mark;
}

/* Makes the rectangle of a path what its points span. */
static void
mark_measure_path (JalonMark *mark)
{
  double left = INFINITY, top = INFINITY, right = -INFINITY, bottom = -INFINITY;

  for (guint i = 0; i < mark->points->len; i++)
    {
      const JalonPoint *point = &g_array_index (mark->points, JalonPoint, i);

      left = MIN (left, point->x);
      top = MIN (top, point->y);
      right = MAX (right, point->x);
      bottom = MAX (bottom, point->y);
    }
  if (mark->points->len == 0)
    left = top = right = bottom = 0;
  mark->x = left;
  mark->y = top;
  mark->width = right - left;
  mark->height = bottom - top;
}

/**
 * jalon_scene_add_path:
 * @points: (array length=n_points): the corners; the scene keeps a copy
 * @closed: whether the last is joined to the first
 *
 * Returns: (transfer none): the mark
 */
JalonMark *
jalon_scene_add_path (JalonScene *self, const JalonPoint *points, guint n_points, gboolean closed)
{
  JalonMark *mark = jalon_scene_add (self, JALON_SHAPE_PATH, 0, 0, 0, 0);

  mark->points = g_array_sized_new (FALSE, FALSE, sizeof (JalonPoint), n_points);
  g_array_append_vals (mark->points, points, n_points);
  mark->closed = closed;
  mark_measure_path (mark);
  return mark;
}

static void
mark_move (JalonMark *mark, double x, double y)
{
  mark->x += x;
  mark->y += y;
  for (guint i = 0; mark->points && i < mark->points->len; i++)
    {
      g_array_index (mark->points, JalonPoint, i).x += x;
      g_array_index (mark->points, JalonPoint, i).y += y;
    }
}

/**
 * jalon_scene_add_copy:
 * @mark: a mark of any scene
 *
 * Adds a mark like another.
 *
 * Returns: (transfer none): the new one
 */
JalonMark *
jalon_scene_add_copy (JalonScene *self, const JalonMark *mark)
{
  JalonMark *copy = mark_copy (mark);

  g_ptr_array_add (self->marks, copy);
  return copy;
}

/**
 * jalon_scene_append:
 * @other: a scene, which stays as it is
 * @x: where its left edge comes to stand
 * @y: where its upper edge comes to stand
 *
 * Adds copies of another scene's marks: a slide is made of scenes.
 */
void
jalon_scene_append (JalonScene *self, const JalonScene *other, double x, double y)
{
  for (guint i = 0; i < other->marks->len; i++)
    mark_move (jalon_scene_add_copy (self, g_ptr_array_index (other->marks, i)), x, y);
}

/**
 * jalon_scene_mirror:
 *
 * Turns the scene around its vertical axis, each text staying readable.
 */
void
jalon_scene_mirror (JalonScene *self)
{
  for (guint i = 0; i < self->marks->len; i++)
    {
      JalonMark *mark = g_ptr_array_index (self->marks, i);

      for (guint p = 0; mark->points && p < mark->points->len; p++)
        {
          JalonPoint *point = &g_array_index (mark->points, JalonPoint, p);

          point->x = self->width - point->x;
        }
      if (mark->shape == JALON_SHAPE_LINE)
        {
          mark->x = self->width - mark->x;
          mark->width = -mark->width;
        }
      else
        mark->x = self->width - mark->x - mark->width;
    }
}

/**
 * jalon_scene_get_width:
 *
 * Returns: in logical pixels
 */
double
jalon_scene_get_width (const JalonScene *self)
{
  return self->width;
}

/**
 * jalon_scene_get_height:
 *
 * Returns: in logical pixels; may be more than the layout was offered, to be scrolled
 */
double
jalon_scene_get_height (const JalonScene *self)
{
  return self->height;
}

/**
 * jalon_scene_set_height:
 *
 * For layouts that know their height only in the end.
 */
void
jalon_scene_set_height (JalonScene *self, double height)
{
  self->height = MAX (height, 0);
}

/**
 * jalon_scene_get_n_marks:
 *
 * Returns: how many marks there are
 */
guint
jalon_scene_get_n_marks (const JalonScene *self)
{
  return self->marks->len;
}

/**
 * jalon_scene_get_mark:
 * @index: below jalon_scene_get_n_marks(), in painting order
 *
 * Returns: (transfer none): the mark
 */
const JalonMark *
jalon_scene_get_mark (const JalonScene *self, guint index)
{
  g_return_val_if_fail (index < self->marks->len, NULL);

  return g_ptr_array_index (self->marks, index);
}

/**
 * jalon_scene_edit_mark:
 * @index: below jalon_scene_get_n_marks()
 *
 * Returns: (transfer none): the mark, for the layout that makes the scene: whoever shows it leaves it as it is
 */
JalonMark *
jalon_scene_edit_mark (JalonScene *self, guint index)
{
  g_return_val_if_fail (index < self->marks->len, NULL);

  return g_ptr_array_index (self->marks, index);
}

/**
 * jalon_scene_find:
 *
 * Returns: (transfer none) (nullable): the first mark that stands for it
 */
const JalonMark *
jalon_scene_find (const JalonScene *self, JalonTarget target, const char *key)
{
  for (guint i = 0; i < self->marks->len; i++)
    {
      const JalonMark *mark = g_ptr_array_index (self->marks, i);

      if (mark->target == target && g_strcmp0 (mark->key, key) == 0)
        return mark;
    }
  return NULL;
}

static gboolean
disc_contains (const JalonMark *mark, double x, double y)
{
  double rx = mark->width / 2, ry = mark->height / 2;
  double dx, dy;

  if (rx <= 0 || ry <= 0)
    return FALSE;
  dx = (x - mark->x - rx) / rx;
  dy = (y - mark->y - ry) / ry;
  return dx * dx + dy * dy <= 1;
}

static gboolean
line_contains (const JalonMark *mark, double x, double y)
{
  double length = mark->width * mark->width + mark->height * mark->height;
  double at = length > 0 ? ((x - mark->x) * mark->width + (y - mark->y) * mark->height) / length : 0;
  double dx, dy;

  at = CLAMP (at, 0, 1);
  dx = x - mark->x - at * mark->width;
  dy = y - mark->y - at * mark->height;
  return hypot (dx, dy) <= MAX (mark->stroke_width / 2, FINGER / 3);
}

/* Even-odd rule. */
static gboolean
path_contains (const JalonMark *mark, double x, double y)
{
  gboolean inside = FALSE;
  guint n = mark->points ? mark->points->len : 0;

  for (guint i = 0, j = n - 1; i < n; j = i++)
    {
      const JalonPoint *a = &g_array_index (mark->points, JalonPoint, i);
      const JalonPoint *b = &g_array_index (mark->points, JalonPoint, j);

      if ((a->y > y) != (b->y > y) && x < (b->x - a->x) * (y - a->y) / (b->y - a->y) + a->x)
        inside = !inside;
    }
  return inside;
}

static gboolean
mark_contains (const JalonMark *mark, double x, double y)
{
  switch (mark->shape)
    {
    case JALON_SHAPE_DISC:
      return disc_contains (mark, x, y);
    case JALON_SHAPE_LINE:
      return line_contains (mark, x, y);
    case JALON_SHAPE_PATH:
      return path_contains (mark, x, y);
    case JALON_SHAPE_RECT:
    case JALON_SHAPE_TEXT:
    default:
      return x >= mark->x && x < mark->x + mark->width && y >= mark->y && y < mark->y + mark->height;
    }
}

/* How far a point is from the middle of a mark, or INFINITY where it is out of a finger's reach. */
static double
finger_distance (const JalonMark *mark, double x, double y)
{
  double dx = fabs (x - mark->x - mark->width / 2), dy = fabs (y - mark->y - mark->height / 2);

  if (dx > MAX (FINGER, mark->width / 2) || dy > MAX (FINGER, mark->height / 2))
    return INFINITY;
  return hypot (dx, dy);
}

/**
 * jalon_scene_pick:
 * @x: in logical pixels
 * @y: in logical pixels
 *
 * Finds what is under a point: a disc smaller than a finger that holds the point or is near it before what it lies on, else the
 * topmost mark that holds the point, else the nearest small mark in a finger's reach.
 *
 * Returns: (transfer none) (nullable): a mark with a target
 */
const JalonMark *
jalon_scene_pick (const JalonScene *self, double x, double y)
{
  const JalonMark *nearest = NULL;
  double least = INFINITY;

  for (guint i = self->marks->len; i > 0; i--)
    {
      const JalonMark *mark = g_ptr_array_index (self->marks, i - 1);

      if (mark->target != JALON_TARGET_NONE && mark_contains (mark, x, y))
        return mark;
    }
  for (guint i = self->marks->len; i > 0; i--)
    {
      const JalonMark *mark = g_ptr_array_index (self->marks, i - 1);
      double distance = mark->target != JALON_TARGET_NONE ? finger_distance (mark, x, y) : INFINITY;

      if (distance < least)
        {
          least = distance;
          nearest = mark;
        }
    }
  return nearest;
}

/**
 * jalon_scene_get_summary:
 *
 * Returns: (transfer none): one sentence for a screen reader, empty if none was set
 */
const char *
jalon_scene_get_summary (const JalonScene *self)
{
  return self->summary ? self->summary : "";
}

/**
 * jalon_scene_set_summary:
 */
void
jalon_scene_set_summary (JalonScene *self, const char *summary)
{
  g_free (self->summary);
  self->summary = g_strdup (summary);
}
