/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "scenes/jalon-slide-private.h"

#include <float.h>
#include <math.h>

#include "words/jalon-words.h"

#define BOX_COUNT 4u
#define PARTS_IN_BOX 4u
#define BAR 18.0

static gboolean
is_within (const JalonProject *project, const JalonProject *whole)
{
  while (project != NULL && project != whole)
    project = project->part_of;
  return project != NULL;
}

static char *
write_line (const JalonSlidesInput *input, const JalonShare *share)
{
  const JalonLanguage *language = input->layout.language;
  g_autofree char *title = jalon_words_isolate (jalon_words_text (language, share->project->title));
  g_autofree char *amount = jalon_words_stated (language, share, jalon_slide_get_currency (input), JALON_MONEY_COMPACT);

  return g_strdup_printf ("%s · %s", title, amount);
}

static int
compare_stated (gconstpointer a, gconstpointer b)
{
  const JalonShare *one = *(const JalonShare *const *) a, *other = *(const JalonShare *const *) b;

  return one->stated.ceiling < other->stated.ceiling ? 1 : -(one->stated.ceiling > other->stated.ceiling);
}

/* Those that are shown of what a whole contains, the largest first. */
static GPtrArray *
list_parts (const JalonSlidesInput *input, const JalonProject *whole)
{
  GPtrArray *parts = g_ptr_array_new ();

  for (guint i = 0; i < jalon_figures_get_n_shares (input->layout.figures); i++)
    {
      const JalonShare *share = jalon_figures_get_share (input->layout.figures, i);

      if (share->project != whole && is_within (share->project, whole))
        g_ptr_array_add (parts, (gpointer) share);
    }
  g_ptr_array_sort (parts, compare_stated);
  return parts;
}

static void
add_rim (JalonSlideRoom *box, JalonKind kind)
{
  double width = jalon_slide_get_width (box), height = jalon_slide_get_height (box);
  JalonScene *ground = jalon_scene_new (width, height);
  JalonMark *rim = jalon_scene_add (ground, JALON_SHAPE_RECT, 0, 0, width, height);

  rim->radius = JALON_SLIDE_SMALL_GAP * box->unit;
  rim->fill = JALON_FILL_SOLID;
  rim->ink = JALON_INK_CARD;
  rim->stroke = jalon_ink_for_kind (kind);
  rim->stroke_width = 3 * box->unit;
  jalon_slide_add_scene (box, JALON_ROLE_FIGURE, ground, box->left, box->top);
}

/* Whether another one of the parts already has it. */
static gboolean
is_nested (const GPtrArray *parts, const JalonShare *part)
{
  for (guint i = 0; i < parts->len; i++)
    {
      const JalonShare *other = g_ptr_array_index (parts, i);

      if (other != part && other->disclosed && is_within (part->project, other->project))
        return TRUE;
    }
  return FALSE;
}

/* The whole as a bar, and in it, as wide as they are, the parts with an amount. */
static void
add_scale (JalonSlideRoom *box, const JalonShare *whole, const GPtrArray *parts)
{
  double width = jalon_slide_get_width (box), height = BAR * box->unit, x = 0;
  JalonScene *scene = jalon_scene_new (width, height);
  JalonMark *mark = jalon_scene_add (scene, JALON_SHAPE_RECT, 0, 0, width, height);

  mark->stroke = JALON_INK_FAINT;
  mark->stroke_width = box->unit;
  for (guint i = 0; i < parts->len && whole->stated.ceiling > 0; i++)
    {
      const JalonShare *part = g_ptr_array_index (parts, i);
      double length = MIN (part->stated.ceiling / whole->stated.ceiling * width, width - x);

      if (length <= 0 || is_nested (parts, part))
        continue;
      mark = jalon_scene_add (scene, JALON_SHAPE_RECT, x, 0, MAX (length - 1, 1), height);
      mark->fill = JALON_FILL_SOLID;
      mark->ink = jalon_ink_for_kind (part->project->kind);
      x += length;
    }
  jalon_slide_add_scene (box, JALON_ROLE_FIGURE, scene, box->left, box->top);
  box->top += height + JALON_SLIDE_SMALL_GAP * box->unit;
}

/* Adds a part, if it fits above what is left for the words that there are more. Returns whether it did. */
static gboolean
add_part (JalonSlideRoom *box, const JalonShare *part, double reserve)
{
  JalonType *type = box->input->layout.type;
  g_autofree char *line = write_line (box->input, part);
  g_auto (GStrv) lines = jalon_type_wrap (type, JALON_STYLE_LABEL, line, jalon_slide_get_width (box), 2, NULL);

  if (box->top + g_strv_length (lines) * jalon_type_get_line_height (type, JALON_STYLE_LABEL) + reserve > box->bottom)
    return FALSE;
  jalon_slide_add_words (box, JALON_STYLE_LABEL, JALON_INK_TEXT, line, 2);
  return TRUE;
}

/* A whole as a box, with those of its parts that are shown in it. */
static void
add_box (JalonSlideRoom *box, const JalonShare *whole)
{
  g_autoptr (GPtrArray) parts = list_parts (box->input, whole->project);
  g_autofree char *line = write_line (box->input, whole);
  double reserve = jalon_type_get_line_height (box->input->layout.type, JALON_STYLE_SMALL) + JALON_SLIDE_SMALL_GAP * box->unit;
  guint shown = 0;

  add_rim (box, whole->project->kind);
  box->left += JALON_SLIDE_GAP * box->unit;
  box->right -= JALON_SLIDE_GAP * box->unit;
  box->top += JALON_SLIDE_SMALL_GAP * box->unit;
  jalon_slide_say (box, line);
  jalon_slide_add_words (box, JALON_STYLE_STRONG, JALON_INK_TEXT, line, 2);
  box->top += JALON_SLIDE_SMALL_GAP * box->unit / 2;
  add_scale (box, whole, parts);
  while (shown < MIN (parts->len, PARTS_IN_BOX) && add_part (box, g_ptr_array_index (parts, shown), shown + 1 < parts->len ? reserve : 0))
    shown++;
  if (shown < parts->len)
    {
      g_autofree char *more = jalon_slide_write_more (box->input, parts->len - shown);

      jalon_slide_add_words (box, JALON_STYLE_SMALL, JALON_INK_DIM, more, 1);
    }
}

/* What isn't shown but contains what is, with an amount: the largest first. */
static GPtrArray *
list_wholes (const JalonSlidesInput *input, const JalonFigures *whole)
{
  g_autoptr (GPtrArray) context = jalon_figures_list_context (input->layout.figures);
  GPtrArray *wholes = g_ptr_array_new ();

  for (guint i = 0; i < context->len; i++)
    {
      const JalonShare *share = jalon_figures_find_share (whole, g_ptr_array_index (context, i));

      if (share != NULL && share->disclosed)
        g_ptr_array_add (wholes, (gpointer) share);
    }
  g_ptr_array_sort (wholes, compare_stated);
  return wholes;
}

static void
add_stated (JalonSum *naive, const JalonSum *stated)
{
  naive->firm = MIN (naive->firm + stated->firm, DBL_MAX);
  naive->ceiling = MIN (naive->ceiling + stated->ceiling, DBL_MAX);
  naive->open |= stated->open;
  naive->approximate |= stated->approximate;
}

/* What a sum of all that was announced would say, and what the total is. */
static char *
write_trap (const JalonSlidesInput *input, const GPtrArray *wholes)
{
  const JalonLanguage *language = input->layout.language;
  const JalonFigures *figures = input->layout.figures;
  JalonSum naive = { 0 }, total = jalon_figures_get_total (figures);
  g_autofree char *counted = jalon_words_sum (language, &total, jalon_slide_get_currency (input), JALON_MONEY_COMPACT);
  g_autofree char *added = NULL;

  for (guint i = 0; i < wholes->len; i++)
    add_stated (&naive, &((const JalonShare *) g_ptr_array_index (wholes, i))->stated);
  for (guint i = 0; i < jalon_figures_get_n_shares (figures); i++)
    add_stated (&naive, &jalon_figures_get_share (figures, i)->stated);
  added = jalon_words_sum (language, &naive, jalon_slide_get_currency (input), JALON_MONEY_COMPACT);
  return g_strdup_printf (
      jalon_tr (language, "Added up as they were announced, these amounts and what contains them would make %s. Counted once: %s."),
      added, counted);
}

static void
add_boxes (JalonSlideRoom *room, const GPtrArray *wholes)
{
  double gap = JALON_SLIDE_GAP * room->unit;
  double width = floor ((jalon_slide_get_width (room) - gap) / 2);
  double height = floor ((jalon_slide_get_height (room) - gap) / 2);

  for (guint i = 0; i < MIN (wholes->len, BOX_COUNT); i++)
    {
      JalonSlideRoom cell = *room;

      cell.left += (i % 2) * (width + gap);
      cell.right = cell.left + width;
      cell.top += (i / 2) * (height + gap);
      cell.bottom = cell.top + height;
      add_box (&cell, g_ptr_array_index (wholes, i));
    }
}

/**
 * jalon_slide_add_trap:
 * @slides: (element-type JalonSlide): where the slide goes to
 * @step: (nullable): what the file wants of it
 * @whole: the figures of all the file
 *
 * Adds why the amounts can't be added up: what contains what. Without anything that contains what is shown there is no trap.
 */
void
jalon_slide_add_trap (GPtrArray *slides, const JalonSlidesInput *input, const JalonStoryStep *step, const JalonFigures *whole)
{
  g_autoptr (GPtrArray) wholes = list_wholes (input, whole);
  g_autofree char *sentence = NULL;
  JalonSlideRoom room;

  if (wholes->len == 0)
    return;
  sentence = write_trap (input, wholes);
  jalon_slide_begin (&room, input, step, JALON_SLIDE_TRAP,
                     jalon_words_vocabulary (input->layout.language, JALON_VOCABULARY_SLIDE, JALON_SLIDE_TRAP));
  jalon_slide_add_heading (&room);
  jalon_slide_say (&room, sentence);
  jalon_slide_add_words (&room, JALON_STYLE_BODY, JALON_INK_TEXT, sentence, 3);
  room.top += JALON_SLIDE_SMALL_GAP * room.unit;
  add_boxes (&room, wholes);
  jalon_slide_end (&room, slides);
}
