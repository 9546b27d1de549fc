/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "scenes/jalon-map-room.h"
#include "scenes/jalon-map-territory.h"

/* Around a label's text, and how much of the map it lets through. */
#define CARD_PAD 4.0
#define CARD_OPACITY 0.85
/* More labels than this are tried on no map. */
#define MAX_LABELS 400
/* Among so few pins, so many labels without room are tried again. */
#define FEW 24
#define MAX_RETRIED 4
/* Longer names take two lines. */
#define MAX_NAME_WIDTH 210.0

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

/* Places by their first, and the second or how many more. */
static char *
name_places (const JalonLayoutInput *input, const GPtrArray *places, const char *first)
{
  g_autofree char *second = NULL;
  g_autofree char *number = NULL;

  if (places->len == 1)
    return g_strdup (first);
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

  return name_places (input, places, first);
}

/* The same in one line if it can be, the first place without what it adds to its beginning: that there are others is never left out. */
static char *
name_shortly (const JalonLayoutInput *input, const JalonPin *pin, double width)
{
  g_autoptr (GPtrArray) places = list_places (pin);
  g_autofree char *first = jalon_layout_get_place_name (input, g_ptr_array_index (places, 0));
  g_autofree char *name = name_places (input, places, first);
  g_autofree char *head = NULL;

  if (jalon_layout_get_width (input->type, JALON_STYLE_LABEL_STRONG, name) <= width)
    return g_steal_pointer (&name);
  head = jalon_layout_shorten (input->type, JALON_STYLE_LABEL_STRONG, first, width);
  return head != NULL ? name_places (input, places, head) : g_steal_pointer (&name);
}

static char *
say_money (const JalonLayoutInput *input, const JalonPin *pin)
{
  const JalonShare *share = g_ptr_array_index (pin->shares, 0);

  if (pin->shares->len > 1)
    return pin->sum.ceiling > 0 ? jalon_layout_say_sum (input, &pin->sum, 0, JALON_MONEY_COMPACT) : NULL;
  if (!pin->counts)
    return g_strdup (jalon_words_reason (input->language, share->reason));
  return jalon_layout_say_sum (input, &pin->sum, pin->n_undisclosed, JALON_MONEY_COMPACT);
}

/* How many projects, or whose it is. */
static char *
say_who (const JalonLayoutInput *input, const JalonPin *pin)
{
  const JalonShare *share = g_ptr_array_index (pin->shares, 0);

  if (pin->shares->len > 1)
    return jalon_words_projects (input->language, pin->shares->len);
  if (share->project->by->len == 0)
    return NULL;
  return jalon_words_isolate (
      jalon_words_text (input->language, ((const JalonOrganisation *) g_ptr_array_index (share->project->by, 0))->name));
}

/* The second line: what the pin is worth, whose it is where there is room for that, and whether it is outside the focus. */
static char *
say_worth (const JalonLayoutInput *input, const JalonPin *pin, gboolean with_who)
{
  g_autofree char *money = say_money (input, pin);
  g_autofree char *who = with_who || money == NULL ? say_who (input, pin) : NULL;
  const char *parts[] = { money, who, jalon_map_is_pin_outside (input, pin) ? jalon_map_say_outside (input) : NULL };
  g_autoptr (GString) line = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i] != NULL)
      g_string_append_printf (line, "%s%s", line->len > 0 ? " · " : "", parts[i]);
  return g_string_free (g_steal_pointer (&line), FALSE);
}

/* Where the labels of a map stand, before they are drawn. */
typedef struct
{
  JalonScene *scene;
  const JalonLayoutInput *input;
  double line;
} Labels;

/* How much a label says. */
typedef enum
{
  SAYS_NOTHING, /* there is no room */
  SAYS_WHERE,
  SAYS_MONEY,
  SAYS_WHO,
  N_SAYINGS
} Saying;

/* What may be said of a pin, and what is. */
typedef struct
{
  const JalonPin *pin;
  char **names;            /* of its places, in lines; NULL: can't be said whole */
  char *worth[N_SAYINGS];  /* the line below, by how much is said; NULL: none */
  double widths[N_SAYINGS];
  Saying most;             /* that is tried */
  Saying saying;
  JalonMapSpot spot;
} Label;

static void
add_line (Labels *labels, const JalonMapSpot *spot, JalonStyle style, const char *text, double y)
{
  JalonMark *mark = jalon_layout_add_text (labels->scene, labels->input->type, style, JALON_INK_TEXT, text, spot->box.left, y);

  if (spot->align > 0)
    mark->x = spot->box.right - mark->width;
  else if (spot->align == 0)
    mark->x = rint ((spot->box.left + spot->box.right - mark->width) / 2);
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

/* From a pin to a label that had to go elsewhere. */
static void
add_leader (Labels *labels, const JalonMapSpot *spot)
{
  JalonMark *leader = jalon_scene_add (labels->scene, JALON_SHAPE_LINE, spot->from.x, spot->from.y, spot->to.x - spot->from.x,
                                       spot->to.y - spot->from.y);

  leader->stroke = JALON_INK_TEXT;
  leader->stroke_width = 1;
  leader->halo = TRUE;
}

static void
label_free (gpointer data)
{
  Label *label = data;

  g_strfreev (label->names);
  for (int i = 0; i < N_SAYINGS; i++)
    g_free (label->worth[i]);
  g_free (label);
}

static Label *
label_new (const Labels *labels, const JalonPin *pin)
{
  JalonType *type = labels->input->type;
  double room = MAX (MIN (MAX_NAME_WIDTH * jalon_type_get_scale (type), jalon_scene_get_width (labels->scene) - 8), 40);
  g_autofree char *name = name_shortly (labels->input, pin, room);
  Label *label = g_new0 (Label, 1);
  gboolean shortened;

  label->pin = pin;
  label->most = SAYS_WHO;
  label->names = jalon_type_wrap (type, JALON_STYLE_LABEL_STRONG, name, room, 3, &shortened);
  if (shortened)
    g_clear_pointer (&label->names, g_strfreev);
  label->worth[SAYS_WHO] = say_worth (labels->input, pin, TRUE);
  label->worth[SAYS_MONEY] = say_worth (labels->input, pin, FALSE);
  for (int saying = SAYS_WHERE; saying < N_SAYINGS; saying++)
    {
      double width = label->worth[saying] ? jalon_layout_get_width (type, JALON_STYLE_LABEL, label->worth[saying]) : 0;

      for (guint i = 0; label->names && label->names[i]; i++)
        width = MAX (width, jalon_layout_get_width (type, JALON_STYLE_LABEL_STRONG, label->names[i]));
      label->widths[saying] = width;
    }
  return label;
}

/* The most of it that there is room for. */
static void
find_room (const Labels *labels, Label *label, JalonMapRoom *room)
{
  guint n_names = label->names ? g_strv_length (label->names) : 0;

  label->saying = SAYS_NOTHING;
  for (int saying = (int) label->most; n_names > 0 && saying >= SAYS_WHERE && label->saying == SAYS_NOTHING; saying--)
    if (jalon_map_room_find (room, label->pin, label->widths[saying], (n_names + (label->worth[saying] ? 1 : 0)) * labels->line,
                             &label->spot))
      label->saying = (Saying) saying;
}

static void
find_all (const Labels *labels, const GPtrArray *pins, const GPtrArray *order)
{
  g_autoptr (JalonMapRoom) room = jalon_map_room_new (labels->scene, labels->input->map_covered, pins,
                                                      jalon_type_get_scale (labels->input->type));

  for (guint i = 0; i < order->len; i++)
    find_room (labels, g_ptr_array_index (order, i), room);
}

/* The name, in bold lines, then what it is worth, if there is room for that. */
static void
draw (Labels *labels, const Label *label)
{
  guint n_names = label->names ? g_strv_length (label->names) : 0, first = jalon_scene_get_n_marks (labels->scene);
  g_autofree char *key = jalon_map_make_key ("label", label->pin);

  if (label->saying == SAYS_NOTHING)
    return;
  if (label->spot.leads)
    add_leader (labels, &label->spot);
  if (labels->input->map_has_names)
    add_card (labels, &label->spot.box);
  for (guint i = 0; i < n_names; i++)
    add_line (labels, &label->spot, JALON_STYLE_LABEL_STRONG, label->names[i], label->spot.box.top + i * labels->line);
  if (label->worth[label->saying])
    add_line (labels, &label->spot, JALON_STYLE_LABEL, label->worth[label->saying], label->spot.box.top + n_names * labels->line);
  jalon_layout_set_keys (labels->scene, first, key);
}

/* Whether a label is said that wasn't, and no amount or name is lost that was; for one that counts those may that count for nothing. */
static gboolean
is_better (const GPtrArray *order, const GArray *before, const Label *gained)
{
  for (guint i = 0; i < order->len; i++)
    {
      const Label *label = g_ptr_array_index (order, i);
      Saying was = g_array_index (before, Saying, i);

      if (label != gained && (label->pin->counts || !gained->pin->counts) && MIN (label->saying, SAYS_MONEY) < MIN (was, SAYS_MONEY))
        return FALSE;
    }
  return gained->saying != SAYS_NOTHING;
}

static void
move_to (GPtrArray *order, Label *label, guint index)
{
  guint from;

  if (!g_ptr_array_find (order, label, &from))
    return;
  g_ptr_array_remove_index (order, from);
  g_ptr_array_insert (order, (int) index, label);
}

/* Tries a label before all others, whole, then its name alone. */
static gboolean
find_first (const Labels *labels, const GPtrArray *pins, GPtrArray *order, Label *label)
{
  g_autoptr (GPtrArray) as_before = g_ptr_array_copy (order, NULL, NULL);
  g_autoptr (GArray) before = g_array_new (FALSE, FALSE, sizeof (Saying));
  static const Saying tries[] = { SAYS_WHO, SAYS_WHERE };
  guint at = 0;

  g_ptr_array_find (order, label, &at);
  for (guint i = 0; i < order->len; i++)
    g_array_append_val (before, ((const Label *) g_ptr_array_index (order, i))->saying);
  move_to (order, label, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (tries); i++)
    {
      label->most = tries[i];
      find_all (labels, pins, order);
      if (is_better (as_before, before, label))
        return TRUE;
    }
  label->most = SAYS_WHO;
  move_to (order, label, at);
  find_all (labels, pins, order);
  return FALSE;
}

/* Where a label finds no room, the others may have some that they can do without. */
static void
find_rest (const Labels *labels, const GPtrArray *pins, GPtrArray *order)
{
  g_autoptr (GPtrArray) left = g_ptr_array_new ();

  for (guint i = 0; i < order->len; i++)
    {
      Label *label = g_ptr_array_index (order, i);

      if (label->names && label->saying == SAYS_NOTHING)
        g_ptr_array_add (left, label);
    }
  for (guint i = 0; i < MIN (left->len, MAX_RETRIED) && pins->len <= FEW; i++)
    find_first (labels, pins, order, g_ptr_array_index (left, i));
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
 * Names pins where there is room for it, in two lines or one: beside them, or led to by a line; the selected one first, then by size,
 * at last those that count for nothing.
 * Among few pins one without a name is tried first of all, where that costs no other its name or amount.
 */
void
jalon_map_add_labels (JalonScene *scene, const JalonLayoutInput *input, const GPtrArray *pins)
{
  Labels labels = { scene, input, jalon_type_get_line_height (input->type, JALON_STYLE_LABEL_STRONG) };
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (label_free);
  g_autoptr (GPtrArray) order = g_ptr_array_new ();

  for (guint i = 0; i < pins->len; i++)
    if (i < MAX_LABELS || is_selected (input, g_ptr_array_index (pins, i)))
      g_ptr_array_add (all, label_new (&labels, g_ptr_array_index (pins, i)));
  for (guint i = 0; i < all->len; i++)
    if (((const Label *) g_ptr_array_index (all, i))->pin->counts)
      g_ptr_array_add (order, g_ptr_array_index (all, i));
  for (guint i = 0; i < all->len; i++)
    if (!((const Label *) g_ptr_array_index (all, i))->pin->counts)
      g_ptr_array_add (order, g_ptr_array_index (all, i));
  for (guint i = 0; i < all->len; i++)
    if (is_selected (input, ((const Label *) g_ptr_array_index (all, i))->pin))
      move_to (order, g_ptr_array_index (all, i), 0);
  find_all (&labels, pins, order);
  find_rest (&labels, pins, order);
  for (guint i = 0; i < all->len; i++)
    draw (&labels, g_ptr_array_index (all, i));
}
