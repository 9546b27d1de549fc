/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "basemap/jalon-map-names.h"

#include <math.h>

#include "basemap/jalon-map-name-sizes.h"
#include "basemap/jalon-map-name-style.h"

/* Tiles are drawn apart from each other, in any order, and must agree about the names that cross the border which they share. So
 * whether a name crosses one depends only on what lies near it, not on what became of other names:
 *
 * - The name of a country, a region, a water… is drawn if no more important one of these would overlap it, drawn or not. A name
 *   reaches at most HALF_WIDTH from its point, one that could overlap it twice as far, and the dots that it keeps off another
 *   time: less than a tile.
 * - The name of a town may cross a border to the right of its dot, if it would overlap nothing more important wherever that is
 *   drawn. It reaches at most LONGEST from its dot, and what it could overlap as far again: less than a tile.
 *
 * All other names of towns stay inside their tile, at whichever side of their dot there is room, the most important first. */
#define HALF_WIDTH 62
#define HALF_HEIGHT 32
#define MAX_SHIFT 28
#define LONGEST 122
#define MARGIN 2 /* between a town's name and its tile's edge */
#define GAP 3    /* between names */
#define DOT JALON_MAP_DOT
#define MAX_NAMES 300 /* of a tile that are tried, the most important first */

/* The names of a picture while they are placed. */
typedef struct
{
  const JalonMapPicture *picture;
  const JalonMapPage *page;
  PangoLayout *layout;
  GArray *areas; /* of JalonMapName: those that cross borders */
  GArray *towns; /* of JalonMapName */
  GArray *taken;  /* of JalonMapBox: where nothing more can go */
  GArray *wanted; /* of JalonMapBox: where names of areas are or would be */
} Placer;

static gboolean
overlaps (const JalonMapBox *a, const JalonMapBox *b, double gap)
{
  return a->left < b->right + gap && b->left < a->right + gap && a->top < b->bottom && b->top < a->bottom;
}

static gboolean
contains (const JalonMapBox *outer, const JalonMapBox *inner)
{
  return inner->left >= outer->left && inner->right <= outer->right && inner->top >= outer->top && inner->bottom <= outer->bottom;
}

static JalonMapBox
page_box (const JalonMapPage *page, double margin)
{
  return (JalonMapBox){ page->left + margin, page->top + margin, page->right - margin, page->bottom - margin };
}

static JalonMapBox
dot_box (const JalonMapName *name)
{
  return (JalonMapBox){ name->x - DOT, name->y - DOT, name->x + DOT, name->y + DOT };
}

static int
order_of (const JalonMapFeature *feature)
{
  switch ((int) feature->class)
    {
    case JALON_MAP_CONTINENT:
      return 0;
    case JALON_MAP_COUNTRY:
      return 1;
    case JALON_MAP_STATE:
      return 3;
    case JALON_MAP_ISLAND:
      return 4;
    case JALON_MAP_PROVINCE:
      return 5;
    case JALON_MAP_QUARTER:
      return 6;
    default:
      return jalon_map_name_is_town (feature) ? 7 : 2;
    }
}

/* The most important first. Every tile gives two names the same order: where they lie counts only against each other. */
static int
compare (gconstpointer a, gconstpointer b)
{
  const JalonMapName *first = a, *second = b;
  int names;

  if (first->order != second->order)
    return first->order - second->order;
  if (first->rank != second->rank)
    return first->rank - second->rank;
  if (first->feature->class != second->feature->class)
    return (int) first->feature->class - (int) second->feature->class;
  if (first->number != second->number)
    return first->number < second->number ? -1 : 1;
  names = strcmp (first->text, second->text);
  if (names != 0)
    return names;
  if (first->x != second->x)
    return first->x < second->x ? -1 : 1;
  return (first->y > second->y) - (first->y < second->y);
}

/* Only the part of the data that the piece shows: its neighbours' data repeat what is near the border. */
static gboolean
is_in_piece (const JalonMapPiece *piece, const JalonMapPoint *point)
{
  double parts = (double) (1 << piece->depth);

  return (int) floor (point->x * parts) == piece->part_x && (int) floor (point->y * parts) == piece->part_y;
}

/* Some data have a city and, beside it, its commune of the same name: once is enough. */
#define SAME_TOWN 32 /* logical pixels at zoom 10, about 3 km in the middle latitudes */

static gboolean
is_doubled (const Placer *self, const JalonMapPiece *piece, const JalonMapFeature *feature, const JalonMapPoint *point)
{
  const JalonLanguage *language = self->picture->style->language;
  const char *text = jalon_map_name_text (feature, language);
  GArray *places = piece->tile->features[JALON_MAP_PLACE];
  double size = 256 * exp2 (10 - (round (self->picture->zoom) - piece->depth));
  guint n;

  for (guint i = 0; i < places->len; i++)
    {
      const JalonMapFeature *other = &g_array_index (places, JalonMapFeature, i);
      const JalonMapPoint *at;

      if (other == feature)
        return FALSE; /* the more important come first */
      if (other->class != JALON_MAP_CITY || g_strcmp0 (jalon_map_name_text (other, language), text) != 0)
        continue;
      at = jalon_map_tile_get_path (piece->tile, other->first_path, &n);
      if (hypot (at->x - point->x, at->y - point->y) * size < SAME_TOWN)
        return TRUE;
    }
  return FALSE;
}

static void
collect_feature (Placer *self, const JalonMapPiece *piece, const JalonMapFeature *feature, guint number, gboolean own)
{
  JalonMapName name = { .feature = feature, .piece = piece, .number = number, .own = own, .order = order_of (feature), .rank = jalon_map_name_rank (feature) };
  guint n;
  const JalonMapPoint *points = jalon_map_tile_get_path (piece->tile, feature->first_path, &n);

  name.text = jalon_map_name_text (feature, self->picture->style->language);
  if (name.text == NULL || !is_in_piece (piece, points))
    return;
  jalon_map_piece_place (piece, points, &name.x, &name.y);
  if (!jalon_map_name_is_town (feature))
    {
      g_array_append_val (self->areas, name);
      return;
    }
  if (is_doubled (self, piece, feature, points))
    return;
  if (!self->page->whole) /* nor does its dot */
    {
      name.x = CLAMP (name.x, piece->x + DOT + 1, piece->x + piece->size - DOT - 1);
      name.y = CLAMP (name.y, piece->y + DOT + 1, piece->y + piece->size - DOT - 1);
    }
  g_array_append_val (self->towns, name);
}

static void
collect (Placer *self)
{
  const JalonMapLayer layers[] = { JALON_MAP_WATER_NAME, JALON_MAP_PLACE };

  for (guint i = 0; i < self->picture->n_pieces; i++)
    for (guint j = 0; j < G_N_ELEMENTS (layers); j++)
      {
        const JalonMapPiece *piece = &self->picture->pieces[i];
        gboolean own = i >= self->page->first_own && i < self->page->end_own;
        GArray *features = piece->tile != NULL ? piece->tile->features[layers[j]] : NULL;

        for (guint k = 0; features != NULL && k < features->len; k++)
          {
            const JalonMapFeature *feature = &g_array_index (features, JalonMapFeature, k);

            if (jalon_map_name_is_shown (feature, layers[j], self->picture->zoom))
              collect_feature (self, piece, feature, k, own);
          }
      }
  g_array_sort (self->areas, compare);
  g_array_sort (self->towns, compare);
}

/**
 * jalon_map_placer_lay_out:
 * @layout: what is to write it
 * @name: a name
 * @zoom: the picture's zoom
 *
 * Sets a layout to a name in its font.
 */
void
jalon_map_placer_lay_out (PangoLayout *layout, const JalonMapName *name, double zoom)
{
  JalonMapNameStyle style;

  jalon_map_name_style_init (&style, name->feature, zoom);
  jalon_map_name_style_apply (&style, layout);
  pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD);
  pango_layout_set_width (layout, jalon_map_name_is_town (name->feature) ? -1 : JALON_MAP_WRAP_WIDTH * PANGO_SCALE);
  pango_layout_set_text (layout, name->text, -1);
}

/**
 * jalon_map_placer_name_look:
 * @name: a name
 * @zoom: the picture's zoom
 *
 * Returns: (transfer full): the name and all that its look depends on but theme and scale
 */
char *
jalon_map_placer_name_look (const JalonMapName *name, double zoom)
{
  JalonMapNameStyle style;

  jalon_map_name_style_init (&style, name->feature, zoom);
  return g_strdup_printf ("%d %d%d%d%d %d %s", (int) (style.size * 100), style.bold, style.italic, (int) (style.spacing * 10),
                          jalon_map_name_is_town (name->feature), (int) style.ink, name->text);
}

static gboolean
is_free_of_others (const Placer *self, const JalonMapBox *box)
{
  for (guint i = 0; i < self->page->n_taken; i++)
    if (overlaps (box, &self->page->taken[i], GAP))
      return FALSE;
  return TRUE;
}

static gboolean
hits_dot (const Placer *self, const JalonMapBox *box)
{
  for (guint i = 0; i < self->towns->len; i++)
    {
      const JalonMapName *town = &g_array_index (self->towns, JalonMapName, i);
      JalonMapBox dot = dot_box (town);

      if ((town->feature->capital == 2 || town->rank <= 2 * self->picture->zoom - 5) && overlaps (box, &dot, 2))
        return TRUE;
    }
  return FALSE;
}

/* Centred on its point, or a little above or below so that it is on no large town nor on what is taken; FALSE where there is no such
 * place. */
static gboolean
set_area_box (const Placer *self, JalonMapName *name)
{
  const double shifts[] = { 0, -14, 14, -MAX_SHIFT, MAX_SHIFT };

  for (guint i = 0; i < G_N_ELEMENTS (shifts); i++)
    {
      name->box.left = floor (name->x - name->width / 2);
      name->box.right = name->box.left + name->width;
      name->box.top = floor (name->y - name->height / 2 + shifts[i]);
      name->box.bottom = name->box.top + name->height;
      if (is_free_of_others (self, &name->box) && (name->feature->class == JALON_MAP_OCEAN || !hits_dot (self, &name->box)))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_near (const Placer *self, const JalonMapName *name)
{
  JalonMapBox near = page_box (self->page, -3 * HALF_WIDTH);

  return name->x > near.left && name->x < near.right && name->y > near.top && name->y < near.bottom;
}

static void
place_areas (Placer *self)
{
  JalonMapBox page = page_box (self->page, self->page->whole ? MARGIN : 0);

  for (guint i = 0; i < self->areas->len; i++)
    {
      JalonMapName *name = &g_array_index (self->areas, JalonMapName, i);

      if (!is_near (self, name))
        continue;
      jalon_map_name_sizes_measure (self->layout, name, self->picture->zoom);
      if (name->width > 2 * HALF_WIDTH || name->height > 2 * HALF_HEIGHT || !set_area_box (self, name))
        continue;
      name->placed = TRUE;
      for (guint j = 0; j < self->wanted->len && name->placed; j++)
        name->placed = !overlaps (&name->box, &g_array_index (self->wanted, JalonMapBox, j), GAP);
      g_array_append_val (self->wanted, name->box);
      name->placed &= self->page->whole ? contains (&page, &name->box) : overlaps (&page, &name->box, 0);
      if (name->placed)
        g_array_append_val (self->taken, name->box);
    }
}

/* The sides of a dot that a name can be at; at the last two it is moved along as far as the page needs. */
#define N_SIDES 6

static JalonMapBox
side_box (const JalonMapName *name, guint side, const JalonMapBox *page)
{
  double off = DOT + 3, w = name->width, h = name->height;
  double left = side == 0 ? name->x + off : side == 1 ? name->x - off - w : name->x - w / 2;
  double top = side < 2 ? name->y - h / 2 - 0.5 : side % 2 == 0 ? name->y + DOT : name->y - DOT - h;

  if (side < 2)
    top = CLAMP (top, page->top, MAX (page->top, page->bottom - h));
  if (side >= 4)
    left = CLAMP (left, page->left, MAX (page->left, page->right - w));
  left = floor (left + 0.5); /* the same in each tile: round () would not */
  top = floor (top + 0.5);
  return (JalonMapBox){ left, top, left + w, top + h };
}

static gboolean
is_free (const Placer *self, const JalonMapBox *box)
{
  for (guint i = 0; i < self->taken->len; i++)
    if (overlaps (box, &g_array_index (self->taken, JalonMapBox, i), GAP))
      return FALSE;
  return TRUE;
}

static void
place_town (Placer *self, JalonMapName *name)
{
  JalonMapBox page = page_box (self->page, MARGIN), dot = dot_box (name);

  if (!is_free (self, &dot) || !contains (&page, &dot))
    return;
  if (name->width == 0)
    jalon_map_name_sizes_measure (self->layout, name, self->picture->zoom);
  for (guint side = 0; side < N_SIDES && !name->placed; side++)
    {
      name->box = side_box (name, side, &page);
      name->placed = contains (&page, &name->box) && is_free (self, &name->box);
    }
  if (name->placed)
    {
      g_array_append_val (self->taken, name->box);
      g_array_append_val (self->taken, dot);
    }
}

/* Where a name that crosses a border may be. A longer one, which doesn't, is seen as no longer by those that do. */
static JalonMapBox
right_box (const JalonMapName *name)
{
  JalonMapBox anywhere = { -G_MAXINT, -G_MAXINT, G_MAXINT, G_MAXINT }, box = side_box (name, 0, &anywhere);

  box.right = MIN (box.right, box.left + LONGEST - DOT - 3);
  return box;
}

static gboolean
wants_to_cross (const JalonMapName *name)
{
  const JalonMapPiece *piece = name->piece;
  JalonMapBox box = right_box (name), inner = { piece->x, piece->y, piece->x + piece->size, piece->y + piece->size };

  return name->width <= LONGEST - DOT - 3 && !contains (&inner, &box);
}

/* Whether the name of the town number `n` of `near` keeps off all that is more important, wherever that will be. */
static gboolean
may_cross (const Placer *self, const GPtrArray *near, guint n)
{
  const JalonMapName *name = g_ptr_array_index (near, n);
  JalonMapBox box = right_box (name), dot = dot_box (name);

  for (guint i = 0; i < self->wanted->len; i++)
    {
      const JalonMapBox *wanted = &g_array_index (self->wanted, JalonMapBox, i);

      if (overlaps (&box, wanted, GAP) || overlaps (&dot, wanted, GAP))
        return FALSE;
    }
  for (guint i = 0; i < n; i++)
    {
      const JalonMapName *other = g_ptr_array_index (near, i);
      JalonMapBox other_box = right_box (other), other_dot = dot_box (other);

      if (overlaps (&box, &other_box, GAP) || overlaps (&box, &other_dot, GAP) || overlaps (&dot, &other_box, GAP)
          || overlaps (&dot, &other_dot, GAP))
        return FALSE;
    }
  return TRUE;
}

static void
place_crossing_towns (Placer *self)
{
  g_autoptr (GPtrArray) near = g_ptr_array_new ();
  JalonMapBox page = page_box (self->page, 0);

  for (guint i = 0; i < self->towns->len; i++)
    {
      JalonMapName *name = &g_array_index (self->towns, JalonMapName, i);

      if (name->x < page.left - 2 * LONGEST || name->x > page.right + LONGEST || name->y < page.top - HALF_HEIGHT
          || name->y > page.bottom + HALF_HEIGHT)
        continue;
      jalon_map_name_sizes_measure (self->layout, name, self->picture->zoom);
      g_ptr_array_add (near, name);
    }
  for (guint i = 0; i < near->len; i++)
    {
      JalonMapName *name = g_ptr_array_index (near, i);
      JalonMapBox dot = dot_box (name);

      name->box = right_box (name);
      if (!wants_to_cross (name) || (!overlaps (&page, &name->box, 0) && !name->own) || !may_cross (self, near, i))
        continue;
      name->placed = TRUE;
      g_array_append_val (self->taken, name->box);
      g_array_append_val (self->taken, dot);
    }
}

/* Another page's dots may be drawn just across the border. */
static void
keep_off_other_dots (Placer *self)
{
  JalonMapBox near = page_box (self->page, -2 * DOT);

  for (guint i = 0; i < self->towns->len; i++)
    {
      const JalonMapName *name = &g_array_index (self->towns, JalonMapName, i);
      JalonMapBox dot = dot_box (name);

      if (!name->own && overlaps (&near, &dot, 0))
        g_array_append_val (self->taken, dot);
    }
}

static void
place_towns (Placer *self)
{
  guint left = MAX_NAMES * (self->page->end_own - self->page->first_own);

  if (!self->page->whole)
    {
      place_crossing_towns (self);
      keep_off_other_dots (self);
    }
  for (guint i = 0; i < self->towns->len && left > 0; i++)
    {
      JalonMapName *name = &g_array_index (self->towns, JalonMapName, i);

      if (name->own && !name->placed)
        {
          place_town (self, name);
          left--;
        }
    }
}

static void
take_placed (GArray *placed, const GArray *names)
{
  for (guint i = 0; i < names->len; i++)
    if (g_array_index (names, JalonMapName, i).placed)
      g_array_append_val (placed, g_array_index (names, JalonMapName, i));
}

/**
 * jalon_map_placer_place:
 * @layout: what writes the names
 * @picture: the pieces whose names may be seen; they must outlive the answer
 * @page: where the names go
 *
 * Places names, none over another, each wholly or not at all, also where tiles that are drawn apart meet.
 *
 * Returns: (transfer full) (element-type JalonMapName): the names that are seen on the page
 */
GArray *
jalon_map_placer_place (PangoLayout *layout, const JalonMapPicture *picture, const JalonMapPage *page)
{
  g_autoptr (GArray) areas = g_array_new (FALSE, FALSE, sizeof (JalonMapName));
  g_autoptr (GArray) towns = g_array_new (FALSE, FALSE, sizeof (JalonMapName));
  g_autoptr (GArray) taken = g_array_new (FALSE, FALSE, sizeof (JalonMapBox));
  g_autoptr (GArray) wanted = g_array_new (FALSE, FALSE, sizeof (JalonMapBox));
  GArray *placed = g_array_new (FALSE, FALSE, sizeof (JalonMapName));
  Placer placer = { picture, page, layout, areas, towns, taken, wanted };

  collect (&placer);
  g_array_append_vals (taken, page->taken, page->n_taken);
  place_areas (&placer);
  place_towns (&placer);
  take_placed (placed, areas);
  take_placed (placed, towns);
  return placed;
}
