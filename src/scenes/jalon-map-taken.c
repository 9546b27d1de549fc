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

/**
 * jalon_map_list_taken:
 * @map: a map, laid out by jalon_map_layout()
 * @scale: how much larger than usual the names of the base map are
 *
 * Lists where names of the base map can't be: pins and their labels come first.
 *
 * Returns: (transfer full) (element-type JalonMapBox): in the pixels of a base map drawn @scale times as large
 */
GArray *
jalon_map_list_taken (const JalonScene *map, double scale)
{
  GArray *boxes = g_array_new (FALSE, FALSE, sizeof (JalonMapBox));

  for (guint i = 0; i < jalon_scene_get_n_marks (map); i++)
    {
      const JalonMark *mark = jalon_scene_get_mark (map, i);
      JalonMapBox box = { (MIN (mark->x, mark->x + mark->width) - MARGIN) / scale, (MIN (mark->y, mark->y + mark->height) - MARGIN) / scale,
                          (MAX (mark->x, mark->x + mark->width) + MARGIN) / scale, (MAX (mark->y, mark->y + mark->height) + MARGIN) / scale };

      if (is_taken (mark))
        g_array_append_val (boxes, box);
    }
  return boxes;
}
