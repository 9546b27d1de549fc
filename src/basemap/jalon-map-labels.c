/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "basemap/jalon-map-labels.h"

#include <math.h>

#include "basemap/jalon-map-label-style.h"

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
#define WRAP_WIDTH 110
#define MAX_SHIFT 28
#define LONGEST 122
#define MARGIN 2 /* between a town's name and its tile's edge */
#define GAP 3    /* between names */
#define DOT 3
#define MAX_NAMES 300 /* of a tile that are tried, the most important first */

typedef struct
{
  double left, top, right, bottom;
} Box;

typedef struct
{
  const JalonMapFeature *feature;
  const char *text;
  double x, y;
  int order; /* among all, before the rank */
  int rank;
  guint number; /* in its layer of its data, which hold the more important first */
  gboolean own;
  const JalonMapPiece *piece;
  double width, height;
  Box box;
  gboolean placed;
} Label;

/* The names of a picture while they are placed. */
typedef struct
{
  const JalonMapPicture *picture;
  const JalonMapPage *page;
  PangoLayout *layout;
  GArray *areas; /* of Label: those that cross borders */
  GArray *towns; /* of Label */
  GArray *taken;  /* of Box: where nothing more can go */
  GArray *wanted; /* of Box: where names of areas are or would be */
} Placer;

static gboolean
overlaps (const Box *a, const Box *b, double gap)
{
  return a->left < b->right + gap && b->left < a->right + gap && a->top < b->bottom && b->top < a->bottom;
}

static gboolean
contains (const Box *outer, const Box *inner)
{
  return inner->left >= outer->left && inner->right <= outer->right && inner->top >= outer->top && inner->bottom <= outer->bottom;
}

static Box
page_box (const JalonMapPage *page, double margin)
{
  return (Box){ page->left + margin, page->top + margin, page->right - margin, page->bottom - margin };
}

static Box
dot_box (const Label *label)
{
  return (Box){ label->x - DOT, label->y - DOT, label->x + DOT, label->y + DOT };
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
      return jalon_map_label_is_town (feature) ? 7 : 2;
    }
}

/* The most important first. Every tile gives two labels the same order: where they lie counts only against each other. */
static int
compare (gconstpointer a, gconstpointer b)
{
  const Label *first = a, *second = b;
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

static void
collect_feature (Placer *self, const JalonMapPiece *piece, const JalonMapFeature *feature, guint number, gboolean own)
{
  Label label = { .feature = feature, .piece = piece, .number = number, .own = own, .order = order_of (feature), .rank = jalon_map_label_rank (feature) };
  guint n;
  const JalonMapPoint *points = jalon_map_tile_get_path (piece->tile, feature->first_path, &n);

  label.text = jalon_map_label_text (feature, self->picture->style->language);
  if (label.text == NULL || !is_in_piece (piece, points))
    return;
  jalon_map_piece_place (piece, points, &label.x, &label.y);
  if (!jalon_map_label_is_town (feature))
    {
      g_array_append_val (self->areas, label);
      return;
    }
  if (!self->page->whole) /* nor does its dot */
    {
      label.x = CLAMP (label.x, piece->x + DOT + 1, piece->x + piece->size - DOT - 1);
      label.y = CLAMP (label.y, piece->y + DOT + 1, piece->y + piece->size - DOT - 1);
    }
  g_array_append_val (self->towns, label);
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

            if (jalon_map_label_is_shown (feature, layers[j], self->picture->zoom))
              collect_feature (self, piece, feature, k, own);
          }
      }
  g_array_sort (self->areas, compare);
  g_array_sort (self->towns, compare);
}

static void
lay_out (Placer *self, const Label *label)
{
  JalonMapLabelStyle style;

  jalon_map_label_style_init (&style, label->feature, self->picture->zoom);
  jalon_map_label_style_apply (&style, self->layout);
  pango_layout_set_width (self->layout, jalon_map_label_is_town (label->feature) ? -1 : WRAP_WIDTH * PANGO_SCALE);
  pango_layout_set_text (self->layout, label->text, -1);
}

static void
measure (Placer *self, Label *label)
{
  PangoRectangle extents;

  lay_out (self, label);
  pango_layout_get_extents (self->layout, NULL, &extents);
  label->width = ceil (extents.width / (double) PANGO_SCALE);
  label->height = ceil (extents.height / (double) PANGO_SCALE);
}

static gboolean
hits_dot (const Placer *self, const Box *box)
{
  for (guint i = 0; i < self->towns->len; i++)
    {
      const Label *town = &g_array_index (self->towns, Label, i);
      Box dot = dot_box (town);

      if ((town->feature->capital == 2 || town->rank <= 2 * self->picture->zoom - 5) && overlaps (box, &dot, 2))
        return TRUE;
    }
  return FALSE;
}

/* Centred on its point, or a little above or below so that it is on no large town; FALSE where there is no such place. */
static gboolean
set_area_box (const Placer *self, Label *label)
{
  const double shifts[] = { 0, -14, 14, -MAX_SHIFT, MAX_SHIFT };

  for (guint i = 0; i < G_N_ELEMENTS (shifts); i++)
    {
      label->box.left = floor (label->x - label->width / 2);
      label->box.right = label->box.left + label->width;
      label->box.top = floor (label->y - label->height / 2 + shifts[i]);
      label->box.bottom = label->box.top + label->height;
      if (label->feature->class == JALON_MAP_OCEAN || !hits_dot (self, &label->box))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_near (const Placer *self, const Label *label)
{
  Box near = page_box (self->page, -3 * HALF_WIDTH);

  return label->x > near.left && label->x < near.right && label->y > near.top && label->y < near.bottom;
}

static void
place_areas (Placer *self)
{
  Box page = page_box (self->page, self->page->whole ? MARGIN : 0);

  for (guint i = 0; i < self->areas->len; i++)
    {
      Label *label = &g_array_index (self->areas, Label, i);

      if (!is_near (self, label))
        continue;
      measure (self, label);
      if (label->width > 2 * HALF_WIDTH || label->height > 2 * HALF_HEIGHT || !set_area_box (self, label))
        continue;
      label->placed = TRUE;
      for (guint j = 0; j < self->wanted->len && label->placed; j++)
        label->placed = !overlaps (&label->box, &g_array_index (self->wanted, Box, j), GAP);
      g_array_append_val (self->wanted, label->box);
      label->placed &= self->page->whole ? contains (&page, &label->box) : overlaps (&page, &label->box, 0);
      if (label->placed)
        g_array_append_val (self->taken, label->box);
    }
}

/* The sides of a dot that a name can be at; at the last two it is moved along as far as the page needs. */
#define N_SIDES 6

static Box
side_box (const Label *label, guint side, const Box *page)
{
  double off = DOT + 3, w = label->width, h = label->height;
  double left = side == 0 ? label->x + off : side == 1 ? label->x - off - w : label->x - w / 2;
  double top = side < 2 ? label->y - h / 2 - 0.5 : side % 2 == 0 ? label->y + DOT : label->y - DOT - h;

  if (side < 2)
    top = CLAMP (top, page->top, MAX (page->top, page->bottom - h));
  if (side >= 4)
    left = CLAMP (left, page->left, MAX (page->left, page->right - w));
  left = floor (left + 0.5); /* the same in each tile: round () would not */
  top = floor (top + 0.5);
  return (Box){ left, top, left + w, top + h };
}

static gboolean
is_free (const Placer *self, const Box *box)
{
  for (guint i = 0; i < self->taken->len; i++)
    if (overlaps (box, &g_array_index (self->taken, Box, i), GAP))
      return FALSE;
  return TRUE;
}

static void
place_town (Placer *self, Label *label)
{
  Box page = page_box (self->page, MARGIN), dot = dot_box (label);

  if (!is_free (self, &dot) || !contains (&page, &dot))
    return;
  if (label->width == 0)
    measure (self, label);
  for (guint side = 0; side < N_SIDES && !label->placed; side++)
    {
      label->box = side_box (label, side, &page);
      label->placed = contains (&page, &label->box) && is_free (self, &label->box);
    }
  if (label->placed)
    {
      g_array_append_val (self->taken, label->box);
      g_array_append_val (self->taken, dot);
    }
}

/* Where a name that crosses a border may be. A longer one, which doesn't, is seen as no longer by those that do. */
static Box
right_box (const Label *label)
{
  Box anywhere = { -G_MAXINT, -G_MAXINT, G_MAXINT, G_MAXINT }, box = side_box (label, 0, &anywhere);

  box.right = MIN (box.right, box.left + LONGEST - DOT - 3);
  return box;
}

static gboolean
wants_to_cross (const Label *label)
{
  const JalonMapPiece *piece = label->piece;
  Box box = right_box (label), inner = { piece->x, piece->y, piece->x + piece->size, piece->y + piece->size };

  return label->width <= LONGEST - DOT - 3 && !contains (&inner, &box);
}

/* Whether the name of the town number `n` of `near` keeps off all that is more important, wherever that will be. */
static gboolean
may_cross (const Placer *self, const GPtrArray *near, guint n)
{
  const Label *label = g_ptr_array_index (near, n);
  Box box = right_box (label), dot = dot_box (label);

  for (guint i = 0; i < self->wanted->len; i++)
    {
      const Box *wanted = &g_array_index (self->wanted, Box, i);

      if (overlaps (&box, wanted, GAP) || overlaps (&dot, wanted, GAP))
        return FALSE;
    }
  for (guint i = 0; i < n; i++)
    {
      const Label *other = g_ptr_array_index (near, i);
      Box other_box = right_box (other), other_dot = dot_box (other);

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
  Box page = page_box (self->page, 0);

  for (guint i = 0; i < self->towns->len; i++)
    {
      Label *label = &g_array_index (self->towns, Label, i);

      if (label->x < page.left - 2 * LONGEST || label->x > page.right + LONGEST || label->y < page.top - HALF_HEIGHT
          || label->y > page.bottom + HALF_HEIGHT)
        continue;
      measure (self, label);
      g_ptr_array_add (near, label);
    }
  for (guint i = 0; i < near->len; i++)
    {
      Label *label = g_ptr_array_index (near, i);
      Box dot = dot_box (label);

      label->box = right_box (label);
      if (!wants_to_cross (label) || (!overlaps (&page, &label->box, 0) && !label->own) || !may_cross (self, near, i))
        continue;
      label->placed = TRUE;
      g_array_append_val (self->taken, label->box);
      g_array_append_val (self->taken, dot);
    }
}

/* Another page's dots may be drawn just across the border. */
static void
keep_off_other_dots (Placer *self)
{
  Box near = page_box (self->page, -2 * DOT);

  for (guint i = 0; i < self->towns->len; i++)
    {
      const Label *label = &g_array_index (self->towns, Label, i);
      Box dot = dot_box (label);

      if (!label->own && overlaps (&near, &dot, 0))
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
      Label *label = &g_array_index (self->towns, Label, i);

      if (label->own && !label->placed)
        {
          place_town (self, label);
          left--;
        }
    }
}

static void
paint_dot (cairo_t *cr, const Placer *self, const Label *label)
{
  double radius = label->feature->capital == 2 ? DOT : label->feature->class <= JALON_MAP_TOWN ? 2.2 : 1.8;

  cairo_new_path (cr);
  cairo_arc (cr, label->x, label->y, radius, 0, 2 * G_PI);
  jalon_map_theme_set (cr, self->picture->style->theme, JALON_MAP_INK_LAND);
  cairo_fill_preserve (cr);
  jalon_map_theme_set (cr, self->picture->style->theme, JALON_MAP_INK_DOT);
  cairo_set_line_width (cr, 1);
  cairo_stroke (cr);
}

/* Coarse, since it is only to be seen beside the letters: it took half of the time of a tile. */
static void
paint_halo (cairo_t *cr, const Placer *self)
{
  cairo_save (cr);
  cairo_set_antialias (cr, CAIRO_ANTIALIAS_FAST);
  cairo_set_tolerance (cr, 0.3);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_BEVEL);
  cairo_set_line_width (cr, 2.6);
  jalon_map_theme_set (cr, self->picture->style->theme, JALON_MAP_INK_HALO);
  pango_cairo_layout_path (cr, self->layout);
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
paint_label (cairo_t *cr, Placer *self, const Label *label)
{
  JalonMapLabelStyle style;
  gboolean town = jalon_map_label_is_town (label->feature);
  double left = town ? label->box.left : label->box.left + (label->width - WRAP_WIDTH) / 2;

  if (!label->placed)
    return;
  if (town)
    paint_dot (cr, self, label);
  lay_out (self, label);
  jalon_map_label_style_init (&style, label->feature, self->picture->zoom);
  cairo_move_to (cr, left, label->box.top);
  paint_halo (cr, self);
  cairo_move_to (cr, left, label->box.top);
  jalon_map_theme_set (cr, self->picture->style->theme, style.ink);
  pango_cairo_show_layout (cr, self->layout);
}

static PangoLayout *
create_layout (cairo_t *cr)
{
  PangoLayout *layout = pango_cairo_create_layout (cr);
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_SLIGHT);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_ON);
  pango_cairo_context_set_font_options (pango_layout_get_context (layout), options);
  cairo_font_options_destroy (options);
  pango_layout_context_changed (layout);
  pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD);
  return layout;
}

/**
 * jalon_map_labels_paint:
 * @cr: where to
 * @picture: the pieces whose names may be seen
 * @page: where the names go
 *
 * Places and paints names, none over another, each wholly or not at all, also where tiles that are drawn apart meet.
 */
void
jalon_map_labels_paint (cairo_t *cr, const JalonMapPicture *picture, const JalonMapPage *page)
{
  g_autoptr (PangoLayout) layout = create_layout (cr);
  g_autoptr (GArray) areas = g_array_new (FALSE, FALSE, sizeof (Label));
  g_autoptr (GArray) towns = g_array_new (FALSE, FALSE, sizeof (Label));
  g_autoptr (GArray) taken = g_array_new (FALSE, FALSE, sizeof (Box));
  g_autoptr (GArray) wanted = g_array_new (FALSE, FALSE, sizeof (Box));
  Placer placer = { picture, page, layout, areas, towns, taken, wanted };

  cairo_save (cr);
  cairo_new_path (cr);
  collect (&placer);
  place_areas (&placer);
  place_towns (&placer);
  for (guint i = 0; i < areas->len; i++)
    paint_label (cr, &placer, &g_array_index (areas, Label, i));
  for (guint i = 0; i < towns->len; i++)
    paint_label (cr, &placer, &g_array_index (towns, Label, i));
  cairo_restore (cr);
}
