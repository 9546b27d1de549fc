/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "scenes/jalon-compare-private.h"
#include "scenes/jalon-palette.h"

/* All in logical pixels, at a text scale of 1. */
#define MIN_WIDTH 200.0
#define TWO_COLUMNS 560.0
#define GAP 24.0
#define ROW_GAP 10.0
#define TOTAL_BAR 16.0
#define PROJECT_BAR 8.0
#define MAX_PROJECTS 8
#define MAX_LINES 6

/* A side that is being filled from above. */
typedef struct
{
  const JalonLayoutInput *input;
  const JalonCompareSide *side;
  JalonScene *scene;
  GPtrArray *largest; /* const JalonShare*, by falling money */
  double scale;       /* of text */
  double width;
  double most;        /* the amount that a bar as wide as the side stands for: the same on both */
  double y;
} Column;

static int
compare_by_money (gconstpointer a, gconstpointer b)
{
  const JalonShare *one = *(const JalonShare *const *) a, *other = *(const JalonShare *const *) b;

  if (one->remainder.ceiling > other->remainder.ceiling || one->remainder.ceiling < other->remainder.ceiling)
    return one->remainder.ceiling > other->remainder.ceiling ? -1 : 1;
  return one->project->base.index < other->project->base.index ? -1 : 1;
}

static GPtrArray *
list_largest (const JalonFigures *figures)
{
  GPtrArray *shares = g_ptr_array_new ();

  for (guint i = 0; i < jalon_figures_get_n_shares (figures); i++)
    if (jalon_share_is_addend (jalon_figures_get_share (figures, i)))
      g_ptr_array_add (shares, (gpointer) jalon_figures_get_share (figures, i));
  g_ptr_array_sort (shares, compare_by_money);
  g_ptr_array_set_size (shares, (int) MIN (shares->len, MAX_PROJECTS));
  return shares;
}

static void
add_text (Column *column, JalonStyle style, JalonInk ink, const char *text, guint max_lines)
{
  g_auto (GStrv) lines = jalon_type_wrap (column->input->type, style, text, column->width, max_lines, NULL);

  column->y = jalon_layout_add_lines (column->scene, column->input->type, style, ink, lines, 0, column->y);
}

static void
add_piece (Column *column, JalonInk ink, JalonFill fill, double from, double to, double height)
{
  double start = column->most > 0 ? from / column->most * column->width : 0;
  double end = column->most > 0 ? to / column->most * column->width : 0;
  JalonMark *piece;

  if (!(to > from))
    return;
  piece = jalon_scene_add (column->scene, JALON_SHAPE_RECT, start, column->y, MIN (MAX (end - start, 1), column->width - start), height);
  piece->ink = ink;
  piece->fill = fill;
  piece->radius = from > 0 ? 0 : 3;
}

/* Solid as far as money is firm, hatched up to its ceiling; as long on either side for as much. */
static void
add_bar (Column *column, JalonInk ink, const JalonSum *sum, double height)
{
  height *= column->scale;
  add_piece (column, ink, JALON_FILL_SOLID, 0, sum->firm, height);
  add_piece (column, ink, JALON_FILL_HATCHED, sum->firm, sum->ceiling, height);
  column->y += height;
}

static char *
say_counts (const Column *column)
{
  const JalonLanguage *language = column->input->language;
  const JalonFigures *figures = column->side->figures;
  guint n_left_out = jalon_figures_get_n_left_out (figures);
  g_autofree char *projects = jalon_words_projects (language, jalon_figures_get_n_shares (figures));
  g_autofree char *number = jalon_words_number (language, n_left_out);
  g_autofree char *left_out = g_strdup_printf (jalon_trn (language, "%s not counted", "%s not counted", n_left_out), number);

  return n_left_out > 0 ? g_strdup_printf ("%s · %s", projects, left_out) : g_steal_pointer (&projects);
}

static void
add_head (Column *column, const char *key)
{
  JalonLayoutInput input = *column->input;
  JalonSum total = jalon_figures_get_total (column->side->figures);
  guint n_undisclosed = jalon_figures_get_n_undisclosed (column->side->figures);
  g_autofree char *title = jalon_words_isolate (column->side->title);
  g_autofree char *words = NULL;
  g_autofree char *exact = NULL;
  g_autofree char *counts = say_counts (column);
  JalonMark *target = jalon_scene_add (column->scene, JALON_SHAPE_RECT, 0, 0, column->width, 0);

  input.figures = column->side->figures;
  words = jalon_layout_say_sum (&input, &total, n_undisclosed, JALON_MONEY_COMPACT);
  exact = jalon_layout_say_sum (&input, &total, n_undisclosed, JALON_MONEY_FULL);
  target->target = JALON_TARGET_TOTAL;
  target->key = g_strdup (key);
  target->name = jalon_layout_join_name (input.language, title, words);
  target->tooltip = g_strdup (exact);
  add_text (column, JALON_STYLE_STRONG, JALON_INK_DIM, title, 2);
  add_text (column, JALON_STYLE_TITLE, JALON_INK_TEXT, words, MAX_LINES);
  column->y += ROW_GAP / 2;
  add_bar (column, JALON_INK_ACCENT, &total, TOTAL_BAR);
  column->y += ROW_GAP / 2;
  add_text (column, JALON_STYLE_LABEL, JALON_INK_DIM, counts, 3);
  jalon_scene_edit_mark (column->scene, 0)->height = column->y;
  column->y += ROW_GAP;
}

static void
add_project (Column *column, const JalonShare *share)
{
  const JalonLanguage *language = column->input->language;
  guint index = jalon_scene_get_n_marks (column->scene);
  double top = column->y;
  g_autofree char *title = jalon_layout_get_title (column->input, share->project);
  g_autofree char *words
      = jalon_words_sum (language, &share->remainder, jalon_layout_get_currency (column->input), JALON_MONEY_COMPACT);
  g_autofree char *exact
      = jalon_words_sum (language, &share->remainder, jalon_layout_get_currency (column->input), JALON_MONEY_FULL);
  JalonMark *target = jalon_scene_add (column->scene, JALON_SHAPE_RECT, 0, top, column->width, 0);

  target->target = JALON_TARGET_PROJECT;
  target->key = g_strdup (share->project->base.id);
  target->name = jalon_layout_join_name (language, title, words);
  target->tooltip = g_strdup_printf ("%s\n%s", title, exact);
  target->radius = 4;
  add_text (column, JALON_STYLE_LABEL_STRONG, JALON_INK_TEXT, title, 2);
  add_text (column, JALON_STYLE_LABEL, JALON_INK_TEXT, words, MAX_LINES);
  column->y += 2;
  add_bar (column, jalon_ink_for_kind (share->project->kind), &share->remainder, PROJECT_BAR);
  jalon_scene_edit_mark (column->scene, index)->height = column->y - top;
  column->y += ROW_GAP;
}

static JalonScene *
make_column (Column *column, const char *key)
{
  const JalonLanguage *language = column->input->language;

  column->scene = jalon_scene_new (column->width, 0);
  add_head (column, key);
  if (column->largest->len > 0)
    add_text (column, JALON_STYLE_SMALL, JALON_INK_DIM, jalon_tr (language, "What counts most, on the same scale"), 2);
  column->y += ROW_GAP / 2;
  for (guint i = 0; i < column->largest->len; i++)
    add_project (column, g_ptr_array_index (column->largest, i));
  jalon_scene_set_height (column->scene, ceil (column->y));
  return column->scene;
}

static double
find_most (const JalonCompareSide sides[2])
{
  double most = 0;

  for (guint i = 0; i < 2; i++)
    most = MAX (most, MAX (jalon_figures_get_total (sides[i].figures).ceiling, jalon_figures_get_total (sides[i].figures).firm));
  return most;
}

/* Said first: who sees two sums adds them up. */
static double
add_shared (JalonScene *scene, const JalonLayoutInput *input, const char *words)
{
  g_auto (GStrv) lines = jalon_type_wrap (input->type, JALON_STYLE_BODY, words, jalon_scene_get_width (scene), 12, NULL);

  return jalon_layout_add_lines (scene, input->type, JALON_STYLE_BODY, JALON_INK_TEXT, lines, 0, 0) + GAP;
}

/**
 * jalon_compare_layout:
 * @input: its figures are not used
 * @sides: two answers on the same dataset
 * @width: in logical pixels; laid out at 200 (times the text scale) if there are fewer
 *
 * Two answers side by side, or one below the other where there is little room: each with its sum, its counts and what counts most, all
 * bars on one linear scale; above them whether the two hold the same money. Sums are targets %JALON_TARGET_TOTAL with the keys `a` and
 * `b`, projects %JALON_TARGET_PROJECT.
 *
 * Returns: (transfer full): the scene, as high as it needs
 */
JalonScene *
jalon_compare_layout (const JalonLayoutInput *input, const JalonCompareSide sides[2], double width)
{
  double scale = jalon_type_get_scale (input->type);
  double whole = floor (MAX (width, MIN_WIDTH * scale));
  gboolean beside = whole >= TWO_COLUMNS * scale;
  double column_width = beside ? floor ((whole - GAP) / 2) : whole;
  JalonScene *scene = jalon_scene_new (whole, 0);
  g_autofree char *shared = jalon_compare_say_shared (input, sides);
  double top = add_shared (scene, input, shared), y = top, bottom = top;

  for (guint i = 0; i < 2; i++)
    {
      JalonLayoutInput own = *input;
      g_autoptr (GPtrArray) largest = list_largest (sides[i].figures);
      Column column = { &own, &sides[i], NULL, largest, scale, column_width, find_most (sides), 0 };
      g_autoptr (JalonScene) made = NULL;

      own.figures = sides[i].figures;
      made = make_column (&column, i == 0 ? "a" : "b");
      jalon_scene_append (scene, made, beside ? i * (column_width + GAP) : 0, y);
      bottom = MAX (bottom, y + jalon_scene_get_height (made));
      y = beside ? top : bottom + GAP;
    }
  jalon_scene_set_height (scene, ceil (bottom));
  jalon_scene_set_summary (scene, shared);
  if (input->rtl)
    jalon_scene_mirror (scene);
  return scene;
}
