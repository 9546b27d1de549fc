/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "scenes/jalon-map-taken.h"

/* Around a mark, logical pixels. */
#define MARGIN 2.0

/* Whether the names of the base map keep off a mark: not off a tint, which lies under them. */
static gboolean
is_taken (const JalonMark *mark)
{
  return mark->shape == JALON_SHAPE_TEXT || mark->target != JALON_TARGET_NONE || mark->halo;
}

static void
add (GArray *boxes, double left, double top, double right, double bottom, double scale)
{
  const JalonMapBox box = { (left - MARGIN) / scale, (top - MARGIN) / scale, (right + MARGIN) / scale, (bottom + MARGIN) / scale };

  g_array_append_val (boxes, box);
}

/**
 * jalon_map_list_taken:
 * @map: a map, laid out by jalon_map_layout()
 * @covered: (nullable) (element-type JalonMapBox): where something lies over the map, in its pixels
 * @scale: how much larger than usual the names of the base map are
 *
 * Lists where names of the base map can't be: pins and their labels come first.
 *
 * Returns: (transfer full) (element-type JalonMapBox): in the pixels of a base map drawn @scale times as large
 */
GArray *
jalon_map_list_taken (const JalonScene *map, const GArray *covered, double scale)
{
  GArray *boxes = g_array_new (FALSE, FALSE, sizeof (JalonMapBox));

  for (guint i = 0; i < jalon_scene_get_n_marks (map); i++)
    {
      const JalonMark *mark = jalon_scene_get_mark (map, i);

      if (is_taken (mark))
        add (boxes, MIN (mark->x, mark->x + mark->width), MIN (mark->y, mark->y + mark->height),
             MAX (mark->x, mark->x + mark->width), MAX (mark->y, mark->y + mark->height), scale);
    }
  for (guint i = 0; covered != NULL && i < covered->len; i++)
    {
      const JalonMapBox *box = &g_array_index (covered, JalonMapBox, i);

      add (boxes, box->left, box->top, box->right, box->bottom, scale);
    }
  return boxes;
}
