/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "scenes/jalon-map-private.h"

#define GAP 5.0
/* Around a label's text, and how much of the map it lets through. */
#define CARD_PAD 4.0
#define CARD_OPACITY 0.85
/* How far a label may be pushed aside by other pins. */
#define MAX_PUSH 70.0
/* More labels than this are tried on no map. */
#define MAX_LABELS 400
/* Longer names take two lines. */
#define MAX_NAME_WIDTH 210.0

typedef enum
{
  SIDE_RIGHT,
  SIDE_LEFT,
  SIDE_ABOVE,
  SIDE_BELOW,
  N_SIDES
} Side;

typedef struct
{
  JalonScene *scene;
  const JalonLayoutInput *input;
  const GPtrArray *pins;
  GArray *boxes; /* JalonMapBox: labels that are there */
  double line;
} Labels;

/* The outermost places of its projects, each once, the one with the most money first. */
static GPtrArray *
list_places (const JalonPin *pin)
{
  GPtrArray *places = g_ptr_array_new ();
  double most = -1;

  for (guint i = 0; i < pin->shares->len; i++)
    {
      const JalonShare *share = g_ptr_array_index (pin->shares, i);
      gpointer place = (gpointer) jalon_place_get_outermost (g_ptr_array_index (share->project->at, 0));
      gboolean leads = share->remainder.ceiling > most;
      guint at;

      if (g_ptr_array_find (places, place, &at))
        {
          if (!leads)
            continue;
          g_ptr_array_remove_index (places, at);
        }
      g_ptr_array_insert (places, leads ? 0 : -1, place);
      most = MAX (most, share->remainder.ceiling);
    }
  return places;
}

/**
 * jalon_map_name_pin:
 *
 * Returns: (transfer full): the names of a pin's places, or of the first and how many more
 */
char *
jalon_map_name_pin (const JalonLayoutInput *input, const JalonPin *pin)
{
  g_autoptr (GPtrArray) places = list_places (pin);
  g_autofree char *first = jalon_layout_get_place_name (input, g_ptr_array_index (places, 0));
  g_autofree char *second = NULL;
  g_autofree char *number = NULL;

  if (places->len == 1)
    return g_steal_pointer (&first);
  if (places->len == 2)
    {
      second = jalon_layout_get_place_name (input, g_ptr_array_index (places, 1));
      /* Translators: two places. */
      return g_strdup_printf (jalon_trc (input->language, "places", "%s and %s"), first, second);
    }
  number = jalon_words_number (input->language, places->len - 1);
  /* Translators: a place, and the number of others, always two or more. */
  return g_strdup_printf (jalon_trn (input->language, "%s and %s other", "%s and %s others", places->len - 1), first, number);
}

/* The second line: what the pin is worth, and how many projects, or whose it is. */
static char *
say_worth (const JalonLayoutInput *input, const JalonPin *pin)
{
  const JalonShare *share = g_ptr_array_index (pin->shares, 0);
  g_autofree char *more = NULL;
  g_autofree char *money = NULL;

  if (pin->shares->len > 1)
    {
      money = jalon_layout_say_sum (input, &pin->sum, 0, JALON_MONEY_COMPACT);
      more = jalon_words_projects (input->language, pin->shares->len);
      if (!(pin->sum.ceiling > 0))
        return g_steal_pointer (&more);
      return g_strdup_printf ("%s · %s", money, more);
    }
  if (!pin->counts)
    money = g_strdup (jalon_words_reason (input->language, share->reason));
  else
    money = jalon_layout_say_sum (input, &pin->sum, pin->n_undisclosed, JALON_MONEY_COMPACT);
  if (share->project->by->len == 0)
    return g_steal_pointer (&money);
  more = jalon_words_isolate (
      jalon_words_text (input->language, ((const JalonOrganisation *) g_ptr_array_index (share->project->by, 0))->name));
  return g_strdup_printf ("%s · %s", money, more);
}

static gboolean
overlaps_disc (const JalonMapBox *box, const JalonPin *pin)
{
  double dx = pin->x - CLAMP (pin->x, box->left, box->right);
  double dy = pin->y - CLAMP (pin->y, box->top, box->bottom);

  return hypot (dx, dy) < pin->radius + 2;
}

static const JalonPin *
find_pin_below (const Labels *labels, const JalonMapBox *box)
{
  for (guint i = 0; i < labels->pins->len; i++)
    if (overlaps_disc (box, g_ptr_array_index (labels->pins, i)))
      return g_ptr_array_index (labels->pins, i);
  return NULL;
}

static gboolean
is_covered (const Labels *labels, const JalonMapBox *box)
{
  const GArray *covered = labels->input->map_covered;

  for (guint i = 0; covered != NULL && i < covered->len; i++)
    {
      const JalonMapBox *other = &g_array_index (covered, JalonMapBox, i);

      if (box->left < other->right && other->left < box->right && box->top < other->bottom && other->top < box->bottom)
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_free (const Labels *labels, const JalonMapBox *box)
{
  if (box->left < 2 || box->top < 2 || box->right > jalon_scene_get_width (labels->scene) - 2
      || box->bottom > jalon_scene_get_height (labels->scene) - 2)
    return FALSE;
  for (guint i = 0; i < labels->boxes->len; i++)
    {
      const JalonMapBox *other = &g_array_index (labels->boxes, JalonMapBox, i);

      if (box->left < other->right + 2 && other->left < box->right + 2 && box->top < other->bottom && other->top < box->bottom)
        return FALSE;
    }
  return find_pin_below (labels, box) == NULL && !is_covered (labels, box);
}

static JalonMapBox
make_box (const JalonPin *pin, Side side, double width, double height)
{
  JalonMapBox box = { .left = pin->x - width / 2, .top = pin->y - height / 2 };

  if (side == SIDE_RIGHT)
    box.left = pin->x + pin->radius + GAP;
  else if (side == SIDE_LEFT)
    box.left = pin->x - pin->radius - GAP - width;
  else if (side == SIDE_ABOVE)
    box.top = pin->y - pin->radius - GAP - height;
  else
    box.top = pin->y + pin->radius + GAP;
  box.left = rint (box.left);
  box.top = rint (box.top);
  box.right = box.left + width;
  box.bottom = box.top + height;
  return box;
}

/* Moves a label that stands beside its pin past other pins. */
static void
push_aside (const Labels *labels, const JalonPin *pin, Side side, JalonMapBox *box)
{
  double width = box->right - box->left;

  for (guint tries = 0; tries < 8; tries++)
    {
      const JalonPin *below = find_pin_below (labels, box);
      double left;

      if (!below)
        return;
      left = side == SIDE_RIGHT ? below->x + below->radius + GAP : below->x - below->radius - GAP - width;
      if (fabs (left - make_box (pin, side, width, 0).left) > MAX_PUSH)
        return;
      box->left = side == SIDE_RIGHT ? ceil (left) : floor (left);
      box->right = box->left + width;
    }
}

static void
add_line (Labels *labels, const JalonMapBox *box, Side side, JalonStyle style, const char *text, double y)
{
  JalonMark *mark = jalon_layout_add_text (labels->scene, labels->input->type, style, JALON_INK_TEXT, text, box->left, y);

  if (side == SIDE_LEFT)
    mark->x = box->right - mark->width;
  else if (side != SIDE_RIGHT)
    mark->x = rint ((box->left + box->right - mark->width) / 2);
  mark->halo = TRUE;
}

/* What a map with its own names says below a label would be read into it: a quiet card covers it. */
static void
add_card (Labels *labels, const JalonMapBox *box)
{
  JalonMark *card = jalon_scene_add (labels->scene, JALON_SHAPE_RECT, box->left - CARD_PAD, box->top,
                                     box->right - box->left + 2 * CARD_PAD, box->bottom - box->top);

  card->radius = CARD_PAD;
  card->fill = JALON_FILL_SOLID;
  card->ink = JALON_INK_HALO;
  card->opacity = CARD_OPACITY;
}

/* The name, in bold lines, then what it is worth, if that is given. */
static gboolean
try_label (Labels *labels, const JalonPin *pin, char **names, const char *worth)
{
  JalonType *type = labels->input->type;
  double width = worth ? jalon_layout_get_width (type, JALON_STYLE_LABEL, worth) : 0;
  guint n_names = g_strv_length (names);

  for (guint i = 0; i < n_names; i++)
    width = MAX (width, jalon_layout_get_width (type, JALON_STYLE_LABEL_STRONG, names[i]));
  for (Side side = SIDE_RIGHT; side < N_SIDES; side++)
    {
      JalonMapBox box = make_box (pin, side, width, (n_names + (worth ? 1 : 0)) * labels->line);

      if (side <= SIDE_LEFT)
        push_aside (labels, pin, side, &box);
      if (!is_free (labels, &box))
        continue;
      g_array_append_val (labels->boxes, box);
      if (labels->input->map_has_names)
        add_card (labels, &box);
      for (guint i = 0; i < n_names; i++)
        add_line (labels, &box, side, JALON_STYLE_LABEL_STRONG, names[i], box.top + i * labels->line);
      if (worth)
        add_line (labels, &box, side, JALON_STYLE_LABEL, worth, box.top + n_names * labels->line);
      return TRUE;
    }
  return FALSE;
}

/* The name of one place in one line, if need be without what it adds to its beginning. */
static char *
shorten (const Labels *labels, const char *name, double width)
{
  JalonType *type = labels->input->type;
  char *head = NULL;

  if (jalon_layout_get_width (type, JALON_STYLE_LABEL_STRONG, name) > width)
    head = jalon_layout_shorten (type, JALON_STYLE_LABEL_STRONG, name, width);
  return head ? head : g_strdup (name);
}

static void
add_label (Labels *labels, const JalonPin *pin)
{
  JalonType *type = labels->input->type;
  double room = MIN (MAX_NAME_WIDTH * jalon_type_get_scale (type), jalon_scene_get_width (labels->scene) - 8);
  g_autofree char *whole = jalon_map_name_pin (labels->input, pin);
  g_autofree char *name = shorten (labels, whole, MAX (room, 40));
  g_autofree char *worth = say_worth (labels->input, pin);
  g_autofree char *money = jalon_layout_say_sum (labels->input, &pin->sum, 0, JALON_MONEY_COMPACT);
  gboolean shortened;
  g_auto (GStrv) lines = jalon_type_wrap (type, JALON_STYLE_LABEL_STRONG, name, MAX (room, 40), 3, &shortened);

  if (shortened || try_label (labels, pin, lines, worth))
    return;
  if (!(pin->sum.ceiling > 0) || !try_label (labels, pin, lines, money))
    try_label (labels, pin, lines, NULL);
}

static gboolean
is_selected (const JalonLayoutInput *input, const JalonPin *pin)
{
  for (guint i = 0; input->selected && i < pin->shares->len; i++)
    if (g_strcmp0 (((const JalonShare *) g_ptr_array_index (pin->shares, i))->project->base.id, input->selected) == 0)
      return TRUE;
  return FALSE;
}

/**
 * jalon_map_add_labels:
 * @pins: (element-type JalonPin): the largest first
 *
 * Names pins where there is room for it: right, left, above or below, in two lines or one; the selected one first, then by size.
 */
void
jalon_map_add_labels (JalonScene *scene, const JalonLayoutInput *input, const GPtrArray *pins)
{
  g_autoptr (GArray) boxes = g_array_new (FALSE, FALSE, sizeof (JalonMapBox));
  Labels labels = { scene, input, pins, boxes, jalon_type_get_line_height (input->type, JALON_STYLE_LABEL_STRONG) };

  for (guint i = 0; i < pins->len; i++)
    if (is_selected (input, g_ptr_array_index (pins, i)))
      add_label (&labels, g_ptr_array_index (pins, i));
  for (guint i = 0; i < MIN (pins->len, MAX_LABELS); i++)
    if (!is_selected (input, g_ptr_array_index (pins, i)))
      add_label (&labels, g_ptr_array_index (pins, i));
}
