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
#define MAX_PROJECTS 12
#define MAX_UNDISCLOSED 6
#define DOT 8.0
#define MAX_LINES 6

/* A side that is being filled from above. */
typedef struct
{
  const JalonLayoutInput *input;
  const JalonCompareSide *side;
  JalonScene *scene;
  GPtrArray *largest; /* const JalonShare*, all that counts, by falling money */
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

static void
add_head (Column *column, const char *key)
{
  JalonLayoutInput input = *column->input;
  JalonSum total = jalon_figures_get_total (column->side->figures);
  guint n_undisclosed = jalon_figures_get_n_undisclosed (column->side->figures);
  g_autofree char *title = jalon_words_isolate (column->side->title);
  g_autofree char *words = NULL;
  g_autofree char *exact = NULL;
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
  jalon_scene_edit_mark (column->scene, 0)->height = column->y;
  column->y += ROW_GAP;
}

/* Who and how much stand in one line if there is room. */
static void
add_names (Column *column, const char *title, const char *words)
{
  JalonType *type = column->input->type;
  double amount = jalon_layout_get_width (type, JALON_STYLE_LABEL, words);
  double y = column->y;

  if (jalon_layout_get_width (type, JALON_STYLE_LABEL_STRONG, title) + amount + GAP * column->scale > column->width)
    {
      add_text (column, JALON_STYLE_LABEL_STRONG, JALON_INK_TEXT, title, 2);
      add_text (column, JALON_STYLE_LABEL, JALON_INK_TEXT, words, MAX_LINES);
      return;
    }
  add_text (column, JALON_STYLE_LABEL_STRONG, JALON_INK_TEXT, title, 1);
  jalon_layout_add_text_end (column->scene, type, JALON_STYLE_LABEL, JALON_INK_TEXT, words, column->width, y);
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
  add_names (column, title, words);
  column->y += 2;
  add_bar (column, jalon_ink_for_kind (share->project->kind), &share->remainder, PROJECT_BAR);
  jalon_scene_edit_mark (column->scene, index)->height = column->y - top;
  column->y += ROW_GAP;
}

/* A ring in place of a bar: nobody knows how long it would be. */
static void
add_undisclosed (Column *column, const JalonShare *share)
{
  const JalonLanguage *language = column->input->language;
  guint index = jalon_scene_get_n_marks (column->scene);
  double top = column->y, dot = DOT * column->scale, indent = 2 * dot;
  g_autofree char *title = jalon_layout_get_title (column->input, share->project);
  g_auto (GStrv) lines
      = jalon_type_wrap (column->input->type, JALON_STYLE_LABEL, title, MAX (column->width - indent, 1), 2, NULL);
  JalonMark *target = jalon_scene_add (column->scene, JALON_SHAPE_RECT, 0, top, column->width, 0);

  target->target = JALON_TARGET_PROJECT;
  target->key = g_strdup (share->project->base.id);
  target->name = jalon_layout_join_name (language, title, jalon_trc (language, "amount", "undisclosed"));
  target->tooltip = g_strdup (target->name);
  target->radius = 4;
  column->y = jalon_layout_add_lines (column->scene, column->input->type, JALON_STYLE_LABEL, JALON_INK_TEXT, lines, indent, top);
  jalon_layout_add_money_disc (column->scene, dot / 2 + 1, top + jalon_type_get_line_height (column->input->type, JALON_STYLE_LABEL) / 2,
                               dot / 2, jalon_ink_for_kind (share->project->kind), NULL, NULL);
  jalon_scene_edit_mark (column->scene, index)->height = column->y - top;
  column->y += ROW_GAP / 2;
}

static void
add_more (Column *column, guint n)
{
  g_autofree char *number = jalon_words_number (column->input->language, n);
  g_autofree char *words = g_strdup_printf (jalon_trn (column->input->language, "and %s more", "and %s more", n), number);

  if (n > 0)
    add_text (column, JALON_STYLE_LABEL, JALON_INK_DIM, words, 2);
}

static void
add_rows (Column *column, GPtrArray *shares, const char *heading, guint most, void (*add) (Column *, const JalonShare *))
{
  guint n = MIN (shares->len, most);

  if (n == 0)
    return;
  add_text (column, JALON_STYLE_SMALL, JALON_INK_DIM, heading, 2);
  column->y += ROW_GAP / 2;
  for (guint i = 0; i < n; i++)
    add (column, g_ptr_array_index (shares, i));
  add_more (column, shares->len - n);
  column->y += ROW_GAP / 2;
}

static GPtrArray *
list_undisclosed (const JalonFigures *figures)
{
  GPtrArray *shares = g_ptr_array_new ();

  for (guint i = 0; i < jalon_figures_get_n_shares (figures); i++)
    {
      const JalonShare *share = jalon_figures_get_share (figures, i);

      if (jalon_share_is_undisclosed (share))
        g_ptr_array_add (shares, (gpointer) share);
    }
  return shares;
}

static JalonScene *
make_column (Column *column, const char *key)
{
  const JalonLanguage *language = column->input->language;
  const JalonShare *largest = column->largest->len > 0 ? g_ptr_array_index (column->largest, 0) : NULL;
  g_autoptr (GPtrArray) undisclosed = list_undisclosed (column->side->figures);

  column->scene = jalon_scene_new (column->width, 0);
  add_head (column, key);
  column->y = jalon_compare_add_figures (column->scene, column->input, largest, column->y) + 2 * ROW_GAP;
  add_rows (column, column->largest, jalon_tr (language, "What counts most, on the same scale"), MAX_PROJECTS, add_project);
  add_rows (column, undisclosed, jalon_tr (language, "Without a public amount"), MAX_UNDISCLOSED, add_undisclosed);
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

/* Said first: who sees two sums subtracts them, or adds them up. */
static double
add_sentence (JalonScene *scene, const JalonLayoutInput *input, JalonStyle style, const char *words, double y)
{
  g_auto (GStrv) lines = jalon_type_wrap (input->type, style, words, jalon_scene_get_width (scene), 12, NULL);

  if (words[0] == '\0')
    return y;
  return jalon_layout_add_lines (scene, input->type, style, JALON_INK_TEXT, lines, 0, y) + ROW_GAP / 2;
}

/**
 * jalon_compare_layout:
 * @input: its figures are not used
 * @sides: two answers on the same dataset
 * @width: in logical pixels; laid out at 200 (times the text scale) if there are fewer
 *
 * Two answers side by side, or one below the other where there is little room: each with its sum, its key figures, what counts most and
 * what is undisclosed, all bars on one linear scale; above them by how much one is more, and whether the two hold the same money. Sums are targets %JALON_TARGET_TOTAL with the keys `a` and
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
  g_autofree char *difference = jalon_compare_say_difference (&(JalonLayoutInput) { .figures = sides[0].figures, .type = input->type,
                                                                                    .language = input->language }, sides);
  g_autofree char *summary = g_strdup_printf ("%s%s%s", difference, difference[0] != '\0' ? " " : "", shared);
  double said = add_sentence (scene, input, JALON_STYLE_STRONG, difference, 0);
  double top = add_sentence (scene, input, JALON_STYLE_BODY, shared, said) + GAP, y = top, bottom = top;

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
  jalon_scene_set_summary (scene, summary);
  if (input->rtl)
    jalon_scene_mirror (scene);
  return scene;
}
