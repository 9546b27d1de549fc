/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "scenes/jalon-map-room.h"

#include <math.h>

/* All in logical pixels. */
#define GAP 5.0
#define EDGE 2.0 /* between a label and the map's edge, or a pin */
#define BETWEEN 12.0 /* between labels side by side, lest they read as one */
/* A line to a label is from so long to so long, at a text scale of 1. */
#define SHORTEST 14.0
#define LONGEST 110.0
#define STEP 8.0
/* With more pins lines would be a thicket. */
#define MAX_LED 60

struct _JalonMapRoom
{
  double width, height;
  double longest;         /* of lines, logical pixels */
  const GArray *covered;  /* borrowed, or NULL: JalonMapBox */
  const GPtrArray *pins;  /* borrowed: JalonPin */
  GArray *sites;          /* JalonMapBox: the small marks that have no label */
  GArray *boxes;          /* JalonMapBox: labels that are there */
  GArray *lines;          /* JalonMapSpot: those that lead to them */
};

/* What can be picked and is no pin. */
static GArray *
list_sites (const JalonScene *scene, const GPtrArray *pins)
{
  GArray *sites = g_array_new (FALSE, FALSE, sizeof (JalonMapBox));

  for (guint i = 0; i < jalon_scene_get_n_marks (scene); i++)
    {
      const JalonMark *mark = jalon_scene_get_mark (scene, i);
      const JalonMapBox box = { mark->x, mark->y, mark->x + mark->width, mark->y + mark->height };
      gboolean is_pin = mark->target == JALON_TARGET_NONE;

      for (guint j = 0; j < pins->len && !is_pin; j++)
        {
          const JalonPin *pin = g_ptr_array_index (pins, j);

          is_pin = fabs (pin->x - pin->radius - mark->x) < 1e-6 && fabs (pin->y - pin->radius - mark->y) < 1e-6;
        }
      if (!is_pin)
        g_array_append_val (sites, box);
    }
  return sites;
}

/**
 * jalon_map_room_new:
 * @scene: the map without labels
 * @covered: (nullable) (element-type JalonMapBox): what lies over it; must outlive the room, as @pins must
 * @pins: (element-type JalonPin): its pins
 * @text_scale: larger labels may be farther off
 *
 * Returns: (transfer full): the room on a map without labels yet
 */
JalonMapRoom *
jalon_map_room_new (const JalonScene *scene, const GArray *covered, const GPtrArray *pins, double text_scale)
{
  JalonMapRoom *self = g_new0 (JalonMapRoom, 1);

  self->width = jalon_scene_get_width (scene);
  self->height = jalon_scene_get_height (scene);
  self->longest = LONGEST * text_scale;
  self->covered = covered;
  self->pins = pins;
  self->sites = list_sites (scene, pins);
  self->boxes = g_array_new (FALSE, FALSE, sizeof (JalonMapBox));
  self->lines = g_array_new (FALSE, FALSE, sizeof (JalonMapSpot));
  return self;
}

/**
 * jalon_map_room_free:
 * @self: (transfer full): a room
 *
 * Frees it.
 */
void
jalon_map_room_free (JalonMapRoom *self)
{
  g_array_unref (self->boxes);
  g_array_unref (self->sites);
  g_array_unref (self->lines);
  g_free (self);
}

static gboolean
overlaps_any (const GArray *boxes, const JalonMapBox *box, double gap)
{
  for (guint i = 0; boxes != NULL && i < boxes->len; i++)
    {
      const JalonMapBox *other = &g_array_index (boxes, JalonMapBox, i);

      if (box->left < other->right + gap && other->left < box->right + gap && box->top < other->bottom && other->top < box->bottom)
        return TRUE;
    }
  return FALSE;
}

/* The part of a way from 0 to 1 on which one coordinate is between two bounds. */
static void
narrow (double from, double to, double least, double most, double *first, double *last)
{
  double way = to - from;

  if (fabs (way) < 1e-9)
    {
      if (from < least || from > most)
        *last = -1;
      return;
    }
  *first = MAX (*first, MIN ((least - from) / way, (most - from) / way));
  *last = MIN (*last, MAX ((least - from) / way, (most - from) / way));
}

static gboolean
crosses (const JalonPoint *from, const JalonPoint *to, const JalonMapBox *box)
{
  double first = 0, last = 1;

  narrow (from->x, to->x, box->left - EDGE, box->right + EDGE, &first, &last);
  narrow (from->y, to->y, box->top, box->bottom, &first, &last);
  return first <= last;
}

static double
turn (const JalonPoint *a, const JalonPoint *b, const JalonPoint *c)
{
  return (b->x - a->x) * (c->y - a->y) - (b->y - a->y) * (c->x - a->x);
}

static gboolean
meet (const JalonMapSpot *a, const JalonMapSpot *b)
{
  return turn (&a->from, &a->to, &b->from) * turn (&a->from, &a->to, &b->to) < 0
         && turn (&b->from, &b->to, &a->from) * turn (&b->from, &b->to, &a->to) < 0;
}

/* From a pin's edge to a label. */
static double
get_gap (const JalonPin *pin, const JalonMapBox *box)
{
  double dx = pin->x - CLAMP (pin->x, box->left, box->right), dy = pin->y - CLAMP (pin->y, box->top, box->bottom);

  return hypot (dx, dy) - pin->radius;
}

/* Whether a label beside its pin is not as near to another one, whose it would seem to be. */
static gboolean
is_plain (const JalonMapRoom *self, const JalonPin *own, const JalonMapBox *box)
{
  double gap = get_gap (own, box);

  for (guint i = 0; i < self->pins->len; i++)
    {
      const JalonPin *pin = g_ptr_array_index (self->pins, i);

      if (pin != own && get_gap (pin, box) < gap + EDGE)
        return FALSE;
    }
  return TRUE;
}

static gboolean
is_free (const JalonMapRoom *self, const JalonMapBox *box)
{
  if (box->left < EDGE || box->top < EDGE || box->right > self->width - EDGE || box->bottom > self->height - EDGE
      || overlaps_any (self->boxes, box, BETWEEN) || overlaps_any (self->covered, box, 0)
      || overlaps_any (self->sites, box, EDGE))
    return FALSE;
  for (guint i = 0; i < self->lines->len; i++)
    {
      const JalonMapSpot *other = &g_array_index (self->lines, JalonMapSpot, i);

      if (crosses (&other->from, &other->to, box))
        return FALSE;
    }
  for (guint i = 0; i < self->pins->len; i++)
    if (get_gap (g_ptr_array_index (self->pins, i), box) < EDGE)
      return FALSE;
  return TRUE;
}

static double
get_distance (const JalonPin *pin, const JalonMapSpot *spot)
{
  double dx = spot->to.x - spot->from.x, dy = spot->to.y - spot->from.y;
  double part = ((pin->x - spot->from.x) * dx + (pin->y - spot->from.y) * dy) / MAX (dx * dx + dy * dy, 1e-9);

  part = CLAMP (part, 0, 1);
  return hypot (spot->from.x + part * dx - pin->x, spot->from.y + part * dy - pin->y);
}

/* A line runs over no label and no other line, and over no pin but one that its own lies on. */
static gboolean
can_lead (const JalonMapRoom *self, const JalonPin *own, const JalonMapSpot *spot)
{
  for (guint i = 0; i < self->boxes->len; i++)
    if (crosses (&spot->from, &spot->to, &g_array_index (self->boxes, JalonMapBox, i)))
      return FALSE;
  for (guint i = 0; self->covered != NULL && i < self->covered->len; i++)
    if (crosses (&spot->from, &spot->to, &g_array_index (self->covered, JalonMapBox, i)))
      return FALSE;
  for (guint i = 0; i < self->lines->len; i++)
    if (meet (spot, &g_array_index (self->lines, JalonMapSpot, i)))
      return FALSE;
  for (guint i = 0; i < self->pins->len; i++)
    {
      const JalonPin *pin = g_ptr_array_index (self->pins, i);

      if (pin != own && hypot (pin->x - own->x, pin->y - own->y) > pin->radius && get_distance (pin, spot) < pin->radius + EDGE)
        return FALSE;
    }
  return TRUE;
}

/* Directions, the best for reading first: right, left, above, below, between them. */
static const JalonPoint directions[] = {
  { 1, 0 },         { -1, 0 },         { 0, -1 },        { 0, 1 },          { 0.71, -0.71 },  { 0.71, 0.71 },  { -0.71, -0.71 }, { -0.71, 0.71 },
  { 0.92, -0.38 },  { 0.92, 0.38 },    { -0.92, -0.38 }, { -0.92, 0.38 },   { 0.38, -0.92 },  { 0.38, 0.92 },  { -0.38, -0.92 }, { -0.38, 0.92 },
};
#define N_BESIDE 8

/* A label that begins, ends or is centred at a point, away from the pin. */
static void
set_box (JalonMapSpot *spot, const JalonPoint *direction, double width, double height)
{
  double x = spot->to.x, y = spot->to.y;

  spot->align = direction->x > 0.35 ? -1 : direction->x < -0.35 ? 1 : 0;
  spot->box.left = rint (spot->align < 0 ? x : spot->align > 0 ? x - width : x - width / 2);
  spot->box.top = rint (fabs (direction->y) < 0.4 ? y - height / 2 : direction->y < 0 ? y - height : y);
  spot->box.right = spot->box.left + width;
  spot->box.bottom = spot->box.top + height;
}

static gboolean
find_beside (JalonMapRoom *self, const JalonPin *pin, double width, double height, JalonMapSpot *spot)
{
  for (guint i = 0; i < N_BESIDE; i++)
    {
      const JalonPoint *direction = &directions[i];
      double reach = pin->radius + GAP - (i < 4 ? 0 : 2);

      spot->to = (JalonPoint) { pin->x + direction->x * reach, pin->y + direction->y * reach };
      set_box (spot, direction, width, height);
      if (is_free (self, &spot->box) && is_plain (self, pin, &spot->box))
        return TRUE;
    }
  return FALSE;
}

static gboolean
find_led (JalonMapRoom *self, const JalonPin *pin, double width, double height, JalonMapSpot *spot)
{
  for (double way = SHORTEST; way <= self->longest && self->pins->len <= MAX_LED; way += STEP)
    for (guint i = 0; i < G_N_ELEMENTS (directions); i++)
      {
        const JalonPoint *direction = &directions[i];
        double reach = pin->radius + way;

        spot->from = (JalonPoint) { pin->x + direction->x * pin->radius, pin->y + direction->y * pin->radius };
        spot->to = (JalonPoint) { pin->x + direction->x * reach, pin->y + direction->y * reach };
        set_box (spot, direction, width, height);
        /* It ends a little before the text. */
        spot->to = (JalonPoint) { pin->x + direction->x * (reach - EDGE), pin->y + direction->y * (reach - EDGE) };
        if (is_free (self, &spot->box) && can_lead (self, pin, spot))
          return TRUE;
      }
  return FALSE;
}

/**
 * jalon_map_room_find:
 * @pin: a pin
 * @width: of its label, in logical pixels
 * @height: of its label
 * @spot: (out): where the label can stand; it is taken now
 *
 * Finds a place for a label beside its pin or, where there is none, farther off.
 *
 * Returns: whether there is one
 */
gboolean
jalon_map_room_find (JalonMapRoom *self, const JalonPin *pin, double width, double height, JalonMapSpot *spot)
{
  *spot = (JalonMapSpot) { .leads = FALSE };
  if (!find_beside (self, pin, width, height, spot))
    {
      if (!find_led (self, pin, width, height, spot))
        return FALSE;
      spot->leads = TRUE;
      g_array_append_val (self->lines, *spot);
    }
  g_array_append_val (self->boxes, spot->box);
  return TRUE;
}
