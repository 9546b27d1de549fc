/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "scenes/jalon-slide-private.h"

#include <math.h>

#include "words/jalon-words.h"

#define PITCH 52.0
#define BAR 12.0
#define LEAST 3.0 /* of the smallest amount */

static void
add_bar (JalonScene *scene, const JalonShare *share, double y, double height, double scale, JalonInk ink)
{
  double firm = share->rollup.firm * scale, ceiling = MAX (share->rollup.ceiling * scale, LEAST);
  JalonMark *mark = jalon_scene_add (scene, JALON_SHAPE_RECT, 0, y, ceiling, height);

  mark->fill = JALON_FILL_HATCHED;
  mark->ink = ink;
  mark->stroke = ink;
  mark->stroke_width = 1;
  if (firm <= 0)
    return;
  mark = jalon_scene_add (scene, JALON_SHAPE_RECT, 0, y, MAX (firm, LEAST), height);
  mark->fill = JALON_FILL_SOLID;
  mark->ink = ink;
}

static void
add_row (JalonSlideRoom *room, JalonScene *scene, const JalonShare *share, gboolean stands_out, double y, double most)
{
  const JalonLayoutInput *input = &room->input->layout;
  JalonStyle style = stands_out ? JALON_STYLE_LABEL_STRONG : JALON_STYLE_SMALL;
  double width = jalon_scene_get_width (scene), height = jalon_type_get_line_height (input->type, style), text_width;
  g_autofree char *title = jalon_words_isolate (jalon_words_text (input->language, share->project->title));
  g_autofree char *amount = jalon_words_stated (input->language, share, jalon_slide_get_currency (room->input), JALON_MONEY_COMPACT);
  g_autofree char *line = g_strdup_printf ("%s · %s", amount, title);
  g_auto (GStrv) lines = jalon_type_wrap (input->type, style, line, width, 1, NULL);

  jalon_type_measure (input->type, style, lines[0], &text_width, NULL);
  jalon_scene_add_text (scene, style, stands_out ? JALON_INK_TEXT : JALON_INK_DIM, lines[0], 0, y, text_width, height);
  add_bar (scene, share, y + height + 2, BAR * room->unit, width / most,
           stands_out ? jalon_ink_for_kind (share->project->kind) : JALON_INK_FAINT);
}

/**
 * jalon_slide_add_rank:
 * @counted: (element-type JalonShare): the projects with an amount that counts, the largest first
 * @project: (nullable): one of them
 *
 * Fills what is left of the slide with how large the amount is among the others.
 */
void
jalon_slide_add_rank (JalonSlideRoom *room, const GPtrArray *counted, const JalonProject *project)
{
  guint fitting = (guint) MAX (floor (jalon_slide_get_height (room) / (PITCH * room->unit)), 1);
  guint n = MIN (counted->len, fitting), at = G_MAXUINT;
  double most = 0, y = 0;
  JalonScene *scene = jalon_scene_new (jalon_slide_get_width (room), jalon_slide_get_height (room));

  for (guint i = 0; i < counted->len; i++)
    {
      const JalonShare *share = g_ptr_array_index (counted, i);

      most = MAX (most, share->rollup.ceiling);
      if (share->project == project)
        at = i;
    }
  for (guint i = 0; i < n && most > 0; i++)
    {
      guint index = i + 1 == n && at != G_MAXUINT && at >= n ? at : i; /* it is there, however small */

      add_row (room, scene, g_ptr_array_index (counted, index), index == at, y, most);
      y += PITCH * room->unit;
    }
  jalon_slide_add_scene (room, JALON_ROLE_FIGURE, scene, room->left, room->top);
}
