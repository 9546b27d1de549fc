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

typedef struct
{
  JalonScene *scene;
  const JalonLayoutInput *input;
  JalonMapRoom *room;
  double line;
} Labels;

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

/* The name, in bold lines, then what it is worth, if that is given. */
static gboolean
try_label (Labels *labels, const JalonPin *pin, char **names, const char *worth)
{
  JalonType *type = labels->input->type;
  double width = worth ? jalon_layout_get_width (type, JALON_STYLE_LABEL, worth) : 0;
  guint n_names = g_strv_length (names), first = jalon_scene_get_n_marks (labels->scene);
  g_autofree char *key = NULL;
  JalonMapSpot spot;

  for (guint i = 0; i < n_names; i++)
    width = MAX (width, jalon_layout_get_width (type, JALON_STYLE_LABEL_STRONG, names[i]));
  if (!jalon_map_room_find (labels->room, pin, width, (n_names + (worth ? 1 : 0)) * labels->line, &spot))
    return FALSE;
  if (spot.leads)
    add_leader (labels, &spot);
  if (labels->input->map_has_names)
    add_card (labels, &spot.box);
  for (guint i = 0; i < n_names; i++)
    add_line (labels, &spot, JALON_STYLE_LABEL_STRONG, names[i], spot.box.top + i * labels->line);
  if (worth)
    add_line (labels, &spot, JALON_STYLE_LABEL, worth, spot.box.top + n_names * labels->line);
  key = jalon_map_make_key ("label", pin);
  jalon_layout_set_keys (labels->scene, first, key);
  return TRUE;
}

static void
add_label (Labels *labels, const JalonPin *pin)
{
  JalonType *type = labels->input->type;
  double room = MIN (MAX_NAME_WIDTH * jalon_type_get_scale (type), jalon_scene_get_width (labels->scene) - 8);
  g_autofree char *name = name_shortly (labels->input, pin, MAX (room, 40));
  g_autofree char *worth = say_worth (labels->input, pin, TRUE);
  g_autofree char *money = say_worth (labels->input, pin, FALSE);
  gboolean shortened;
  g_auto (GStrv) lines = jalon_type_wrap (type, JALON_STYLE_LABEL_STRONG, name, MAX (room, 40), 3, &shortened);

  if (shortened || try_label (labels, pin, lines, worth) || try_label (labels, pin, lines, money))
    return;
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
 * Names pins where there is room for it, in two lines or one: beside them, or led to by a line; the selected one first, then by size.
 */
void
jalon_map_add_labels (JalonScene *scene, const JalonLayoutInput *input, const GPtrArray *pins)
{
  g_autoptr (JalonMapRoom) room = jalon_map_room_new (scene, input->map_covered, pins);
  Labels labels = { scene, input, room, jalon_type_get_line_height (input->type, JALON_STYLE_LABEL_STRONG) };

  for (guint i = 0; i < pins->len; i++)
    if (is_selected (input, g_ptr_array_index (pins, i)))
      add_label (&labels, g_ptr_array_index (pins, i));
  for (guint i = 0; i < MIN (pins->len, MAX_LABELS); i++)
    if (!is_selected (input, g_ptr_array_index (pins, i)))
      add_label (&labels, g_ptr_array_index (pins, i));
}
