/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "scenes/jalon-painter.h"

#include <math.h>

#define HATCH_PITCH 6.0  /* from line to line, at right angles to them */
#define HATCH_WIDTH 2.25
#define HATCH_BASE 0.20  /* opacity of the ground between them */
#define SOFT 0.28
#define HALO_WIDTH 2.0

typedef struct
{
  cairo_t *cr;
  const JalonMark *mark;
  JalonTheme theme;
  JalonType *type;
  gboolean snaps; /* edges to whole device pixels */
} Brush;

static void
set_ink (const Brush *brush, JalonInk ink, double alpha)
{
  JalonColour colour = jalon_palette_get (brush->theme, ink);

  cairo_set_source_rgba (brush->cr, colour.red, colour.green, colour.blue, alpha * brush->mark->opacity);
}

/* Whether edges can be laid on pixels: not on paper, not turned, not zoomed by a fraction. */
static gboolean
can_snap (cairo_t *cr)
{
  cairo_surface_type_t surface = cairo_surface_get_type (cairo_get_target (cr));
  cairo_matrix_t matrix;

  if (surface == CAIRO_SURFACE_TYPE_PDF || surface == CAIRO_SURFACE_TYPE_SVG || surface == CAIRO_SURFACE_TYPE_PS)
    return FALSE;
  cairo_get_matrix (cr, &matrix);
  return matrix.xy == 0 && matrix.yx == 0 && matrix.xx == matrix.yy && matrix.xx >= 1 && matrix.xx == rint (matrix.xx);
}

/* A whole device pixel, plus so much of one. */
static void
snap_point (const Brush *brush, double plus_x, double plus_y, double *x, double *y)
{
  cairo_user_to_device (brush->cr, x, y);
  *x = rint (*x - plus_x) + plus_x;
  *y = rint (*y - plus_y) + plus_y;
  cairo_device_to_user (brush->cr, x, y);
}

static void
trace_rounded (cairo_t *cr, double x, double y, double width, double height, double radius)
{
  double r = MAX (MIN (radius, MIN (width, height) / 2), 0);

  if (r == 0)
    {
      cairo_rectangle (cr, x, y, width, height);
      return;
    }
  cairo_new_sub_path (cr);
  cairo_arc (cr, x + width - r, y + r, r, -G_PI_2, 0);
  cairo_arc (cr, x + width - r, y + height - r, r, 0, G_PI_2);
  cairo_arc (cr, x + r, y + height - r, r, G_PI_2, G_PI);
  cairo_arc (cr, x + r, y + r, r, G_PI, 3 * G_PI_2);
  cairo_close_path (cr);
}

static void
trace_rect (const Brush *brush, double inset)
{
  const JalonMark *mark = brush->mark;
  double left = mark->x, top = mark->y;
  double right = mark->x + mark->width, bottom = mark->y + mark->height;

  if (brush->snaps)
    {
      snap_point (brush, 0, 0, &left, &top);
      snap_point (brush, 0, 0, &right, &bottom);
      if (mark->width > 0 && right - left < 1)
        right = left + 1;
    }
  trace_rounded (brush->cr, left + inset, top + inset, MAX (right - left - 2 * inset, 0), MAX (bottom - top - 2 * inset, 0),
                 mark->radius - inset);
}

static void
trace_disc (const Brush *brush, double inset)
{
  const JalonMark *mark = brush->mark;
  double rx = mark->width / 2 - inset, ry = mark->height / 2 - inset;

  if (rx <= 0 || ry <= 0)
    return;
  cairo_save (brush->cr);
  cairo_translate (brush->cr, mark->x + mark->width / 2, mark->y + mark->height / 2);
  cairo_scale (brush->cr, rx, ry);
  cairo_new_sub_path (brush->cr);
  cairo_arc (brush->cr, 0, 0, 1, 0, 2 * G_PI);
  cairo_restore (brush->cr);
}

static void
trace_line (const Brush *brush)
{
  const JalonMark *mark = brush->mark;
  double x0 = mark->x, y0 = mark->y, x1 = mark->x + mark->width, y1 = mark->y + mark->height;

  if (brush->snaps && (mark->width == 0 || mark->height == 0))
    {
      double scale = 1, unused = 0, half;

      cairo_user_to_device_distance (brush->cr, &scale, &unused);
      half = (long) rint (mark->stroke_width * scale) % 2 == 1 ? 0.5 : 0;
      snap_point (brush, mark->width == 0 ? half : 0, mark->height == 0 ? half : 0, &x0, &y0);
      snap_point (brush, mark->width == 0 ? half : 0, mark->height == 0 ? half : 0, &x1, &y1);
    }
  cairo_move_to (brush->cr, x0, y0);
  cairo_line_to (brush->cr, x1, y1);
}

static void
trace_path (const Brush *brush)
{
  const GArray *points = brush->mark->points;

  for (guint i = 0; points && i < points->len; i++)
    {
      const JalonPoint *point = &g_array_index (points, JalonPoint, i);

      cairo_line_to (brush->cr, point->x, point->y);
    }
  if (brush->mark->closed)
    cairo_close_path (brush->cr);
}

/* The outline of the mark, drawn in by so much. */
static void
trace (const Brush *brush, double inset)
{
  cairo_new_path (brush->cr);
  switch (brush->mark->shape)
    {
    case JALON_SHAPE_DISC:
      trace_disc (brush, inset);
      break;
    case JALON_SHAPE_LINE:
      trace_line (brush);
      break;
    case JALON_SHAPE_PATH:
      trace_path (brush);
      break;
    case JALON_SHAPE_RECT:
    case JALON_SHAPE_TEXT:
    default:
      trace_rect (brush, inset);
      break;
    }
}

/* Lines that rise to the right, a part of the shape they fill: they move with it. */
static void
paint_hatching (const Brush *brush)
{
  const JalonMark *mark = brush->mark;
  double step = HATCH_PITCH * G_SQRT2;

  cairo_save (brush->cr);
  cairo_clip (brush->cr);
  cairo_new_path (brush->cr);
  for (double x = step / 2; x < mark->width + mark->height; x += step)
    {
      cairo_move_to (brush->cr, mark->x + x + 1, mark->y - 1);
      cairo_line_to (brush->cr, mark->x + x - mark->height - 1, mark->y + mark->height + 1);
    }
  set_ink (brush, mark->ink, 1);
  cairo_set_line_width (brush->cr, HATCH_WIDTH);
  cairo_stroke (brush->cr);
  cairo_restore (brush->cr);
}

static void
paint_fill (const Brush *brush)
{
  const JalonMark *mark = brush->mark;

  if (mark->fill == JALON_FILL_NONE || mark->ink == JALON_INK_NONE)
    return;
  trace (brush, 0);
  switch (mark->fill)
    {
    case JALON_FILL_SOFT:
      set_ink (brush, mark->ink, SOFT);
      cairo_fill (brush->cr);
      break;
    case JALON_FILL_HATCHED:
      set_ink (brush, mark->ink, HATCH_BASE);
      cairo_fill_preserve (brush->cr);
      paint_hatching (brush);
      break;
    case JALON_FILL_NONE:
    case JALON_FILL_SOLID:
    default:
      set_ink (brush, mark->ink, 1);
      cairo_fill (brush->cr);
      break;
    }
}

/* Inside the outline, so that a mark never reaches over its rectangle. */
static void
paint_stroke (const Brush *brush)
{
  const JalonMark *mark = brush->mark;
  const double dashes[] = { MAX (2 * mark->stroke_width, 3), MAX (1.5 * mark->stroke_width, 2.5) };

  if (mark->stroke == JALON_INK_NONE || mark->stroke_width <= 0)
    return;
  trace (brush, mark->stroke_width / 2);
  set_ink (brush, mark->stroke, 1);
  cairo_set_line_width (brush->cr, mark->stroke_width);
  cairo_set_dash (brush->cr, dashes, mark->dashed ? G_N_ELEMENTS (dashes) : 0, 0);
  cairo_stroke (brush->cr);
}

/* What keeps a mark apart from the map below it: an opaque ground, and a rim around. */
static void
paint_halo (const Brush *brush)
{
  trace (brush, 0);
  set_ink (brush, JALON_INK_HALO, 1);
  if (brush->mark->shape != JALON_SHAPE_LINE && (brush->mark->shape != JALON_SHAPE_PATH || brush->mark->closed))
    cairo_fill_preserve (brush->cr);
  cairo_set_line_width (brush->cr, 2 * HALO_WIDTH + (brush->mark->shape == JALON_SHAPE_LINE ? brush->mark->stroke_width : 0));
  cairo_stroke (brush->cr);
}

static void
paint_text (const Brush *brush)
{
  const JalonMark *mark = brush->mark;
  PangoLayout *layout = jalon_type_get_layout (brush->type, mark->style, mark->text);
  double x = mark->x, y = mark->y;

  if (brush->snaps)
    snap_point (brush, 0, 0, &x, &y);
  cairo_new_path (brush->cr);
  cairo_move_to (brush->cr, x, y);
  if (mark->halo)
    {
      pango_cairo_layout_path (brush->cr, layout);
      set_ink (brush, JALON_INK_HALO, 0.9);
      cairo_set_line_width (brush->cr, 2 * HALO_WIDTH);
      cairo_set_line_join (brush->cr, CAIRO_LINE_JOIN_ROUND);
      cairo_stroke (brush->cr);
      cairo_move_to (brush->cr, x, y);
    }
  set_ink (brush, mark->ink, 1);
  pango_cairo_show_layout (brush->cr, layout);
}

/**
 * jalon_painter_paint_mark:
 *
 * Paints one mark, as jalon_painter_paint() does; for who repaints only what changed.
 */
void
jalon_painter_paint_mark (cairo_t *cr, const JalonMark *mark, JalonTheme theme, JalonType *type)
{
  const Brush brush = { .cr = cr, .mark = mark, .theme = theme, .type = type, .snaps = can_snap (cr) };

  if (mark->opacity <= 0)
    return;
  cairo_save (cr);
  cairo_set_antialias (cr, CAIRO_ANTIALIAS_FAST); /* of edges in sixteen steps: a fifth of the time, and nobody sees it */
  if (mark->shape == JALON_SHAPE_TEXT)
    {
      if (mark->text)
        paint_text (&brush);
    }
  else
    {
      if (mark->halo)
        paint_halo (&brush);
      paint_fill (&brush);
      paint_stroke (&brush);
    }
  cairo_restore (cr);
}

static gboolean
is_outside (const JalonMark *mark, double left, double top, double right, double bottom)
{
  double margin = MAX (mark->stroke_width, 2 * HALO_WIDTH);
  double x0 = MIN (mark->x, mark->x + mark->width) - margin, x1 = MAX (mark->x, mark->x + mark->width) + margin;
  double y0 = MIN (mark->y, mark->y + mark->height) - margin, y1 = MAX (mark->y, mark->y + mark->height) + margin;

  return x1 < left || x0 > right || y1 < top || y0 > bottom;
}

/**
 * jalon_painter_paint:
 * @cr: where, the scene's origin at its own; an image, SVG, PDF or recording surface
 * @theme: which colours
 * @type: the type that the layout measured with
 *
 * Paints the marks of a scene in their order, those that the clip leaves visible. It paints no background.
 */
void
jalon_painter_paint (cairo_t *cr, const JalonScene *scene, JalonTheme theme, JalonType *type)
{
  double left, top, right, bottom;

  cairo_clip_extents (cr, &left, &top, &right, &bottom);
  for (guint i = 0; i < jalon_scene_get_n_marks (scene); i++)
    {
      const JalonMark *mark = jalon_scene_get_mark (scene, i);

      if (!is_outside (mark, left, top, right, bottom))
        jalon_painter_paint_mark (cr, mark, theme, type);
    }
}
