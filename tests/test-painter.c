/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "scenes/jalon-painter.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <string.h>

#define SIZE 100

/* The theme's light background below a scene of SIZE x SIZE. */
static cairo_surface_t *
paint (const JalonScene *scene, int scale)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, SIZE * scale, SIZE * scale);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (JalonType) type = jalon_type_new (NULL, 1);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, scale, scale);
  jalon_painter_paint (cr, scene, JALON_THEME_LIGHT, type);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

static guint32
pixel (cairo_surface_t *surface, int x, int y)
{
  guint32 value;
  const guint8 *row = cairo_image_surface_get_data (surface) + y * cairo_image_surface_get_stride (surface);

  memcpy (&value, row + 4 * x, sizeof value);
  return value & 0xffffff;
}

static guint
count (cairo_surface_t *surface, int left, int top, int right, int bottom, guint32 colour)
{
  guint n = 0;

  for (int y = top; y < bottom; y++)
    for (int x = left; x < right; x++)
      n += pixel (surface, x, y) == colour;
  return n;
}

static guint32
colour_of (JalonInk ink)
{
  JalonColour c = jalon_palette_get (JALON_THEME_LIGHT, ink);

  return (guint32) (c.red * 255 + 0.5) << 16 | (guint32) (c.green * 255 + 0.5) << 8 | (guint32) (c.blue * 255 + 0.5);
}

static JalonMark *
add_filled (JalonScene *scene, JalonShape shape, double x, double y, double width, double height, JalonFill fill)
{
  JalonMark *mark = jalon_scene_add (scene, shape, x, y, width, height);

  mark->fill = fill;
  mark->ink = JALON_INK_ACCENT;
  return mark;
}

/* Edges between pixels are laid on whole ones: there is nothing between the colour and the ground. */
static void
test_crisp (void)
{
  for (int scale = 1; scale <= 2; scale++)
    {
      g_autoptr (JalonScene) scene = jalon_scene_new (SIZE, SIZE);
      JalonMark *line = jalon_scene_add (scene, JALON_SHAPE_LINE, 0, 90.3, SIZE, 0);
      cairo_surface_t *surface;
      guint solid;

      line->stroke = JALON_INK_ACCENT;
      line->stroke_width = 1;
      add_filled (scene, JALON_SHAPE_RECT, 10.4, 10.4, 30, 30, JALON_FILL_SOLID);
      surface = paint (scene, scale);
      solid = count (surface, 0, 0, SIZE * scale, SIZE * scale, colour_of (JALON_INK_ACCENT));
      g_assert_cmpuint (solid, ==, (guint) (30 * 30 * scale * scale + SIZE * scale * scale));
      g_assert_cmpuint (solid + count (surface, 0, 0, SIZE * scale, SIZE * scale, 0xffffff), ==,
                        (guint) (SIZE * SIZE * scale * scale));
      cairo_surface_destroy (surface);
    }
}

/* Hatching has both ink and ground in it, and stays in its shape. */
static void
test_hatching (void)
{
  g_autoptr (JalonScene) scene = jalon_scene_new (SIZE, SIZE);
  cairo_surface_t *surface;
  guint ink, outside;

  add_filled (scene, JALON_SHAPE_DISC, 20, 20, 60, 60, JALON_FILL_HATCHED);
  surface = paint (scene, 1);
  ink = count (surface, 0, 0, SIZE, SIZE, colour_of (JALON_INK_ACCENT));
  g_assert_cmpuint (ink, >, 200);
  g_assert_cmpuint (ink, <, 1800);
  outside = count (surface, 0, 0, SIZE, 19, 0xffffff) + count (surface, 0, 81, SIZE, SIZE, 0xffffff);
  g_assert_cmpuint (outside, ==, SIZE * (19 + 19));
  g_assert_cmphex (pixel (surface, 22, 22), ==, 0xffffff);
  cairo_surface_destroy (surface);
}

/* A stroke lies inside its shape: what is picked is what is seen. */
static void
test_stroke_inside (void)
{
  g_autoptr (JalonScene) scene = jalon_scene_new (SIZE, SIZE);
  JalonMark *rect = jalon_scene_add (scene, JALON_SHAPE_RECT, 20, 20, 60, 60);
  cairo_surface_t *surface;

  rect->stroke = JALON_INK_TEXT;
  rect->stroke_width = 4;
  surface = paint (scene, 1);
  g_assert_cmphex (pixel (surface, 19, 50), ==, 0xffffff);
  g_assert_cmphex (pixel (surface, 20, 50), ==, colour_of (JALON_INK_TEXT));
  g_assert_cmphex (pixel (surface, 23, 50), ==, colour_of (JALON_INK_TEXT));
  g_assert_cmphex (pixel (surface, 24, 50), ==, 0xffffff);
  cairo_surface_destroy (surface);
}

static void
test_opacity (void)
{
  g_autoptr (JalonScene) scene = jalon_scene_new (SIZE, SIZE);
  cairo_surface_t *surface;
  JalonMark *gone = add_filled (scene, JALON_SHAPE_RECT, 0, 0, 50, SIZE, JALON_FILL_SOLID);
  JalonMark *half = add_filled (scene, JALON_SHAPE_RECT, 50, 0, 50, SIZE, JALON_FILL_SOLID);

  gone->opacity = 0;
  half->opacity = 0.5;
  half->ink = JALON_INK_TEXT;
  surface = paint (scene, 1);
  g_assert_cmphex (pixel (surface, 25, 50), ==, 0xffffff);
  g_assert_cmphex (pixel (surface, 75, 50), !=, 0xffffff);
  g_assert_cmphex (pixel (surface, 75, 50), !=, colour_of (JALON_INK_TEXT));
  cairo_surface_destroy (surface);
}

/* Text stays within the extent that was measured; markup is text. */
static void
test_text (void)
{
  g_autoptr (JalonType) type = jalon_type_new (NULL, 1);

  for (JalonStyle style = 0; style < JALON_N_STYLES; style++)
    {
      g_autoptr (JalonScene) scene = jalon_scene_new (SIZE, SIZE);
      cairo_surface_t *surface;
      double width, height;
      int right, bottom;

      jalon_type_measure (type, style, "<b>Ég", &width, &height);
      jalon_scene_add_text (scene, style, JALON_INK_TEXT, "<b>Ég", 10, 10, width, height);
      surface = paint (scene, 1);
      right = MIN (SIZE, 10 + (int) width);
      bottom = 10 + (int) height;
      g_assert_cmpuint (count (surface, 10, 10, right, bottom, 0xffffff), <, (guint) ((right - 10) * (bottom - 10)));
      g_assert_cmpuint (count (surface, right, 0, SIZE, SIZE, 0xffffff), ==, (guint) ((SIZE - right) * SIZE));
      g_assert_cmpuint (count (surface, 0, bottom, SIZE, SIZE, 0xffffff), ==, (guint) ((SIZE - bottom) * SIZE));
      cairo_surface_destroy (surface);
    }
}

static void
test_measure (void)
{
  g_autoptr (JalonType) one = jalon_type_new (NULL, 1);
  g_autoptr (JalonType) two = jalon_type_new (NULL, 2);
  double ones, eights, small, large;

  jalon_type_measure (one, JALON_STYLE_BODY, "1,11 1 111", &ones, NULL);
  jalon_type_measure (one, JALON_STYLE_BODY, "8,88 8 888", &eights, NULL);
  g_assert_cmpfloat (ones, ==, eights);
  jalon_type_measure (one, JALON_STYLE_HEADLINE, "investments", &small, NULL);
  jalon_type_measure (two, JALON_STYLE_HEADLINE, "investments", &large, NULL);
  g_assert_cmpfloat (large, >, 1.9 * small);
  g_assert_cmpfloat (large, <, 2.1 * small);
  g_assert_cmpfloat (jalon_type_get_line_height (one, JALON_STYLE_SMALL), <,
                     jalon_type_get_line_height (one, JALON_STYLE_TITLE));
}

static void
test_wrap (void)
{
  g_autoptr (JalonType) type = jalon_type_new (NULL, 1);
  const char *text = "A rather long name of a place that nobody has ever seen";

  for (double width = 20; width < 500; width += 7)
    for (guint n = 1; n < 4; n++)
      {
        gboolean shortened;
        g_auto (GStrv) lines = jalon_type_wrap (type, JALON_STYLE_LABEL, text, width, n, &shortened);
        g_autofree char *joined = g_strjoinv (" ", lines);

        g_assert_cmpuint (g_strv_length (lines), <=, n);
        g_assert_true (shortened == (strcmp (joined, text) != 0));
        g_assert_true (shortened == (strstr (joined, "…") != NULL));
        for (guint i = 0; lines[i]; i++)
          {
            double set;

            jalon_type_measure (type, JALON_STYLE_LABEL, lines[i], &set, NULL);
            g_assert_cmpfloat (set, <=, width);
          }
      }
}

static cairo_status_t
discard (void *closure, const unsigned char *data, unsigned int length)
{
  gsize *written = closure;

  *written += length;
  return CAIRO_STATUS_SUCCESS;
}

static void
test_paper (void)
{
  g_autoptr (JalonScene) scene = jalon_scene_new (SIZE, SIZE);
  g_autoptr (JalonType) type = jalon_type_new (NULL, 1);
  gsize written = 0;
  cairo_surface_t *surfaces[] = {
    cairo_pdf_surface_create_for_stream (discard, &written, SIZE, SIZE),
    cairo_svg_surface_create_for_stream (discard, &written, SIZE, SIZE),
  };

  add_filled (scene, JALON_SHAPE_RECT, 10, 10, 50, 20, JALON_FILL_HATCHED)->radius = 4;
  jalon_scene_add_text (scene, JALON_STYLE_TITLE, JALON_INK_TEXT, "4 Md €", 10, 40, 80, 20)->halo = TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (surfaces); i++)
    {
      cairo_t *cr = cairo_create (surfaces[i]);

      written = 0;
      jalon_painter_paint (cr, scene, JALON_THEME_PRINT, type);
      g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
      cairo_destroy (cr);
      cairo_surface_finish (surfaces[i]);
      g_assert_cmpint (cairo_surface_status (surfaces[i]), ==, CAIRO_STATUS_SUCCESS);
      g_assert_cmpuint (written, >, 500);
      cairo_surface_destroy (surfaces[i]);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/painter/crisp", test_crisp);
  g_test_add_func ("/painter/hatching", test_hatching);
  g_test_add_func ("/painter/stroke-inside", test_stroke_inside);
  g_test_add_func ("/painter/opacity", test_opacity);
  g_test_add_func ("/painter/text", test_text);
  g_test_add_func ("/painter/measure", test_measure);
  g_test_add_func ("/painter/wrap", test_wrap);
  g_test_add_func ("/painter/paper", test_paper);
  return g_test_run ();
}
