/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "basemap/jalon-map-path.h"

typedef struct
{
  double x, y;
} Point;

/* What a piece shows of its data, widened by a margin; logical pixels. */
typedef struct
{
  double left, top, right, bottom;
} Frame;

/* The four sides that a ring is cut at, one after the other. */
typedef enum
{
  LEFT,
  TOP,
  RIGHT,
  BOTTOM,
  N_SIDES
} Side;

static Frame
frame_of (const JalonMapPiece *piece, double margin)
{
  return (Frame){ piece->x - margin, piece->y - margin, piece->x + piece->size + margin, piece->y + piece->size + margin };
}

/* How far inside a side a point is; negative: outside. */
static double
inside (const Frame *frame, Side side, const Point *p)
{
  switch (side)
    {
    case LEFT:
      return p->x - frame->left;
    case TOP:
      return p->y - frame->top;
    case RIGHT:
      return frame->right - p->x;
    case BOTTOM:
    case N_SIDES:
    default:
      return frame->bottom - p->y;
    }
}

/* The sides that a point is outside of, one bit each. */
static guint
outcode (const Frame *frame, const Point *p)
{
  return (p->x < frame->left ? 1u << LEFT : 0) | (p->y < frame->top ? 1u << TOP : 0)
         | (p->x > frame->right ? 1u << RIGHT : 0) | (p->y > frame->bottom ? 1u << BOTTOM : 0);
}

/* Cuts a ring at one side (Sutherland and Hodgman, 1974). */
static void
cut_ring (const GArray *in, GArray *out, const Frame *frame, Side side)
{
  g_array_set_size (out, 0);
  for (guint i = 0; i < in->len; i++)
    {
      const Point *a = &g_array_index (in, Point, i > 0 ? i - 1 : in->len - 1), *b = &g_array_index (in, Point, i);
      double from = inside (frame, side, a), to = inside (frame, side, b);

      if ((from < 0) != (to < 0))
        {
          double t = from / (from - to);
          Point crossing = { a->x + (b->x - a->x) * t, a->y + (b->y - a->y) * t };

          g_array_append_val (out, crossing);
        }
      if (to >= 0)
        g_array_append_val (out, *b);
    }
}

/* The points of a path in the picture; says which sides some (`any`) and all (`all`) of them are outside of. */
static void
place_path (const JalonMapPiece *piece, guint path, const Frame *frame, GArray *out, guint *any, guint *all)
{
  guint n;
  const JalonMapPoint *points = jalon_map_tile_get_path (piece->tile, path, &n);

  *any = 0;
  *all = ~0u;
  g_array_set_size (out, n);
  for (guint i = 0; i < n; i++)
    {
      Point *p = &g_array_index (out, Point, i);
      guint code;

      jalon_map_piece_place (piece, &points[i], &p->x, &p->y);
      code = outcode (frame, p);
      *any |= code;
      *all &= code;
    }
}

/**
 * jalon_map_path_add_polygons:
 * @cr: a path is added to it
 * @piece: where it is
 * @feature: polygons of the piece's data
 * @margin: how much to keep beyond the piece, in logical pixels
 *
 * Adds polygons to the path, cut to the piece. What several pieces add is to be filled at once by the rule of winding
 * numbers: then their margins overlap and nothing is seen of where they meet.
 */
void
jalon_map_path_add_polygons (cairo_t *cr, const JalonMapPiece *piece, const JalonMapFeature *feature, double margin)
{
  Frame frame = frame_of (piece, margin);
  g_autoptr (GArray) ring = g_array_new (FALSE, FALSE, sizeof (Point));
  g_autoptr (GArray) other = g_array_new (FALSE, FALSE, sizeof (Point));
  guint any, all;

  for (guint i = 0; i < feature->n_paths; i++)
    {
      place_path (piece, feature->first_path + i, &frame, ring, &any, &all);
      if (all != 0)
        continue;
      for (Side side = LEFT; side < N_SIDES; side++)
        if ((any & 1u << side) != 0)
          {
            GArray *cut = other;

            cut_ring (ring, other, &frame, side);
            other = ring;
            ring = cut;
          }
      for (guint j = 0; j < ring->len; j++)
        cairo_line_to (cr, g_array_index (ring, Point, j).x, g_array_index (ring, Point, j).y);
      cairo_close_path (cr);
      cairo_new_sub_path (cr);
    }
}

/* The part of a segment inside the frame (Liang and Barsky, 1984); FALSE if there is none. */
static gboolean
cut_segment (const Frame *frame, Point *a, Point *b)
{
  Point start = *a;
  double from = 0, to = 1, dx = b->x - a->x, dy = b->y - a->y;

  for (Side side = LEFT; side < N_SIDES; side++)
    {
      double p = inside (frame, side, a), q = inside (frame, side, b);

      if (p < 0 && q < 0)
        return FALSE;
      if (p < 0)
        from = MAX (from, p / (p - q));
      else if (q < 0)
        to = MIN (to, p / (p - q));
    }
  if (from > to)
    return FALSE;
  if (to < 1)
    *b = (Point){ start.x + dx * to, start.y + dy * to };
  if (from > 0)
    *a = (Point){ start.x + dx * from, start.y + dy * from };
  return TRUE;
}

static void
add_line (cairo_t *cr, const GArray *points, guint any, const Frame *frame)
{
  gboolean pen_down = FALSE;

  for (guint i = 0; i + 1 < points->len; i++)
    {
      Point a = g_array_index (points, Point, i), b = g_array_index (points, Point, i + 1), end = b;

      if (any != 0 && !cut_segment (frame, &a, &b))
        {
          pen_down = FALSE;
          continue;
        }
      if (!pen_down)
        cairo_move_to (cr, a.x, a.y);
      cairo_line_to (cr, b.x, b.y);
      pen_down = b.x == end.x && b.y == end.y;
    }
}

/**
 * jalon_map_path_add_lines:
 * @cr: a path is added to it
 * @piece: where it is
 * @feature: lines of the piece's data
 * @margin: how much to keep beyond the piece, in logical pixels
 *
 * Adds lines to the path, cut to the piece.
 */
void
jalon_map_path_add_lines (cairo_t *cr, const JalonMapPiece *piece, const JalonMapFeature *feature, double margin)
{
  Frame frame = frame_of (piece, margin);
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (Point));
  guint any, all;

  for (guint i = 0; i < feature->n_paths; i++)
    {
      place_path (piece, feature->first_path + i, &frame, points, &any, &all);
      if (all == 0)
        add_line (cr, points, any, &frame);
    }
}

/**
 * jalon_map_path_add_outlines:
 * @cr: a path is added to it
 * @piece: where it is
 * @feature: polygons of the piece's data
 *
 * Adds the outlines of polygons to the path, without the sides that only come from cutting the data into tiles: those lie
 * on the tile's edge or beyond it.
 */
void
jalon_map_path_add_outlines (cairo_t *cr, const JalonMapPiece *piece, const JalonMapFeature *feature)
{
  double parts = (double) (1 << piece->depth), whole = piece->size * parts;
  JalonMapPoint corner = { 0, 0 };
  Frame frame = frame_of (piece, 2), data;
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (Point));
  guint any, all;

  jalon_map_piece_place (piece, &corner, &data.left, &data.top);
  data = (Frame){ data.left + 0.01, data.top + 0.01, data.left + whole - 0.01, data.top + whole - 0.01 };
  for (guint i = 0; i < feature->n_paths; i++)
    {
      place_path (piece, feature->first_path + i, &frame, points, &any, &all);
      if (all != 0)
        continue;
      for (guint j = 0; j < points->len; j++)
        {
          Point a = g_array_index (points, Point, j), b = g_array_index (points, Point, j + 1 < points->len ? j + 1 : 0);
          double x, y;

          if ((outcode (&data, &a) & outcode (&data, &b)) != 0 || !cut_segment (&frame, &a, &b))
            continue;
          if (!cairo_has_current_point (cr) || (cairo_get_current_point (cr, &x, &y), x != a.x || y != a.y))
            cairo_move_to (cr, a.x, a.y);
          cairo_line_to (cr, b.x, b.y);
        }
    }
}
