/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "scenes/jalon-layout-private.h"

/* All in logical pixels. */
#define SIDE 16.0
#define PAD 10.0
#define RADIUS 8.0
#define MAX_LINES 4

/**
 * jalon_layout_say_empty:
 * @input: figures of which nothing is selected
 *
 * Returns: (transfer none): why there is nothing to see
 */
const char *
jalon_layout_say_empty (const JalonLayoutInput *input)
{
  if (jalon_dataset_get_projects (jalon_figures_get_dataset (input->figures))->len == 0)
    return jalon_tr (input->language, "There is no project in this file.");
  return jalon_tr (input->language, "No project answers all of these filters.");
}

static gboolean
is_free (const GArray *covered, const JalonMapBox *box)
{
  for (guint i = 0; covered != NULL && i < covered->len; i++)
    {
      const JalonMapBox *other = &g_array_index (covered, JalonMapBox, i);

      if (box->left < other->right && other->left < box->right && box->top < other->bottom && other->top < box->bottom)
        return FALSE;
    }
  return TRUE;
}

/* In the middle of the height, or nearer to the top where something lies over that. */
static double
find_top (const GArray *covered, const JalonMapBox *middle)
{
  JalonMapBox box = *middle;

  while (!is_free (covered, &box) && box.top - PAD >= 0)
    {
      box.top -= PAD;
      box.bottom -= PAD;
    }
  return is_free (covered, &box) ? box.top : middle->top;
}

/**
 * jalon_layout_add_empty:
 * @top: of the room, in logical pixels
 * @bottom: of the room
 *
 * Says in the middle of a room that there is nothing to see, where nothing is selected and there is room for it.
 */
void
jalon_layout_add_empty (JalonScene *scene, const JalonLayoutInput *input, double top, double bottom)
{
  double width = jalon_scene_get_width (scene), longest = 0, line;
  g_auto (GStrv) lines = NULL;
  double height;
  JalonMapBox box;
  gboolean shortened;
  JalonMark *card;

  if (jalon_figures_get_n_shares (input->figures) > 0)
    return;
  line = jalon_type_get_line_height (input->type, JALON_STYLE_STRONG);
  lines = jalon_type_wrap (input->type, JALON_STYLE_STRONG, jalon_layout_say_empty (input), MAX (width - 2 * SIDE - 2 * PAD, 1),
                           MAX_LINES, &shortened);
  for (guint i = 0; lines[i]; i++)
    longest = MAX (longest, jalon_layout_get_width (input->type, JALON_STYLE_STRONG, lines[i]));
  height = g_strv_length (lines) * line + PAD;
  if (shortened || height > bottom - top)
    return;
  box.left = floor ((width - longest) / 2) - PAD;
  box.right = box.left + longest + 2 * PAD;
  box.top = floor ((top + bottom - height) / 2);
  box.bottom = box.top + height;
  box.top = find_top (input->map_covered, &box);
  card = jalon_scene_add (scene, JALON_SHAPE_RECT, box.left, box.top, box.right - box.left, height);
  card->fill = JALON_FILL_SOLID;
  card->ink = JALON_INK_BACKGROUND;
  card->radius = RADIUS;
  for (guint i = 0; lines[i]; i++)
    jalon_layout_add_text (scene, input->type, JALON_STYLE_STRONG, JALON_INK_TEXT, lines[i],
                           rint ((width - jalon_layout_get_width (input->type, JALON_STYLE_STRONG, lines[i])) / 2),
                           box.top + PAD / 2 + i * line);
}
