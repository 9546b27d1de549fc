/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "export/jalon-svg.h"

#include <cairo-svg.h>
#include <string.h>

/* As jalon-painter.c has them; tests hold both to the same picture. */
#define HATCH_PITCH 6.0
#define HATCH_WIDTH 2.25
#define HATCH_BASE 0.20
#define SOFT 0.28
#define HALO_WIDTH 2.0
#define TEXT_HALO 0.9
/* Hundredths of a logical pixel. */
#define NUMBER_SIZE 32

typedef struct
{
  const JalonDocument *document;
  GString *out;
  guint n_clips; /* to name them */
} Svg;

/* Appends a string with numbers, each for a %s: never with the locale's decimal mark, at most two decimals. */
static void
append_number (GString *out, double value)
{
  char buffer[NUMBER_SIZE];
  gsize length;

  g_ascii_formatd (buffer, sizeof buffer, "%.2f", value);
  length = strlen (buffer);
  while (buffer[length - 1] == '0')
    length--;
  if (buffer[length - 1] == '.')
    length--;
  g_string_append_len (out, g_str_has_prefix (buffer, "-0.00") ? "0" : buffer, g_str_has_prefix (buffer, "-0.00") ? 1 : (gssize) length);
}

static void
add_number (Svg *svg, const char *name, double value)
{
  g_string_append_printf (svg->out, " %s=\"", name);
  append_number (svg->out, value);
  g_string_append_c (svg->out, '"');
}

/* Characters that XML 1.0 can't hold become spaces. */
static char *
escape (const char *text)
{
  g_autofree char *clean = g_strdup (text);

  for (char *c = clean; *c != '\0'; c++)
    if ((guchar) *c < ' ' && *c != '\t' && *c != '\n' && *c != '\r')
      *c = ' ';
  return g_markup_escape_text (clean, -1);
}

static void
add_colour (Svg *svg, const char *name, JalonInk ink, double opacity)
{
  JalonColour colour = jalon_palette_get (svg->document->theme, ink);

  g_string_append_printf (svg->out, " %s=\"#%02x%02x%02x\"", name, (guint) (colour.red * 255 + 0.5),
                          (guint) (colour.green * 255 + 0.5), (guint) (colour.blue * 255 + 0.5));
  if (opacity < 1)
    {
      g_autofree char *opacity_name = g_strconcat (name, "-opacity", NULL);
      add_number (svg, opacity_name, opacity);
    }
}

static void
begin_rect (Svg *svg, const JalonMark *mark, double inset)
{
  double radius = MAX (mark->radius - inset, 0);

  g_string_append (svg->out, "<rect");
  add_number (svg, "x", mark->x + inset);
  add_number (svg, "y", mark->y + inset);
  add_number (svg, "width", MAX (mark->width - 2 * inset, 0));
  add_number (svg, "height", MAX (mark->height - 2 * inset, 0));
  if (radius > 0)
    add_number (svg, "rx", MIN (radius, MIN (mark->width, mark->height) / 2 - inset));
}

static void
begin_path (Svg *svg, const JalonMark *mark)
{
  g_string_append (svg->out, "<path d=\"");
  for (guint i = 0; mark->points != NULL && i < mark->points->len; i++)
    {
      const JalonPoint *point = &g_array_index (mark->points, JalonPoint, i);

      g_string_append (svg->out, i == 0 ? "M" : " L");
      append_number (svg->out, point->x);
      g_string_append_c (svg->out, ' ');
      append_number (svg->out, point->y);
    }
  g_string_append (svg->out, mark->closed ? " Z\"" : "\"");
}

/* An element with the mark's outline, drawn in by so much; its paint is still to follow. */
static void
begin_shape (Svg *svg, const JalonMark *mark, double inset)
{
  switch (mark->shape)
    {
    case JALON_SHAPE_DISC:
      g_string_append (svg->out, "<ellipse");
      add_number (svg, "cx", mark->x + mark->width / 2);
      add_number (svg, "cy", mark->y + mark->height / 2);
      add_number (svg, "rx", MAX (mark->width / 2 - inset, 0));
      add_number (svg, "ry", MAX (mark->height / 2 - inset, 0));
      break;
    case JALON_SHAPE_LINE:
      g_string_append (svg->out, "<line");
      add_number (svg, "x1", mark->x);
      add_number (svg, "y1", mark->y);
      add_number (svg, "x2", mark->x + mark->width);
      add_number (svg, "y2", mark->y + mark->height);
      break;
    case JALON_SHAPE_PATH:
      begin_path (svg, mark);
      break;
    case JALON_SHAPE_RECT:
    case JALON_SHAPE_TEXT:
    default:
      begin_rect (svg, mark, inset);
      break;
    }
}

static void
end_shape (Svg *svg)
{
  g_string_append (svg->out, "/>\n");
}

static void
write_fill (Svg *svg, const JalonMark *mark, JalonInk ink, double opacity)
{
  begin_shape (svg, mark, 0);
  add_colour (svg, "fill", ink, opacity);
  end_shape (svg);
}

/* Lines that rise to the right, inside the shape. */
static void
write_hatching (Svg *svg, const JalonMark *mark)
{
  double step = HATCH_PITCH * G_SQRT2;
  guint clip = ++svg->n_clips;

  g_string_append_printf (svg->out, "<clipPath id=\"jalon-%u\">", clip);
  begin_shape (svg, mark, 0);
  g_string_append_printf (svg->out, "/></clipPath>\n<path clip-path=\"url(#jalon-%u)\" d=\"", clip);
  for (double x = step / 2; x < mark->width + mark->height; x += step)
    {
      g_string_append_c (svg->out, 'M');
      append_number (svg->out, mark->x + x + 1);
      g_string_append_c (svg->out, ' ');
      append_number (svg->out, mark->y - 1);
      g_string_append (svg->out, " L");
      append_number (svg->out, mark->x + x - mark->height - 1);
      g_string_append_c (svg->out, ' ');
      append_number (svg->out, mark->y + mark->height + 1);
    }
  g_string_append (svg->out, "\" fill=\"none\"");
  add_colour (svg, "stroke", mark->ink, mark->opacity);
  add_number (svg, "stroke-width", HATCH_WIDTH);
  end_shape (svg);
}

static void
write_stroke (Svg *svg, const JalonMark *mark)
{
  if (mark->stroke == JALON_INK_NONE || mark->stroke_width <= 0)
    return;
  begin_shape (svg, mark, mark->stroke_width / 2);
  g_string_append (svg->out, " fill=\"none\"");
  add_colour (svg, "stroke", mark->stroke, mark->opacity);
  add_number (svg, "stroke-width", mark->stroke_width);
  if (mark->dashed)
    {
      g_string_append (svg->out, " stroke-dasharray=\"");
      append_number (svg->out, MAX (2 * mark->stroke_width, 3));
      g_string_append_c (svg->out, ' ');
      append_number (svg->out, MAX (1.5 * mark->stroke_width, 2.5));
      g_string_append_c (svg->out, '"');
    }
  end_shape (svg);
}

static void
write_halo (Svg *svg, const JalonMark *mark)
{
  gboolean open = mark->shape == JALON_SHAPE_LINE || (mark->shape == JALON_SHAPE_PATH && !mark->closed);

  begin_shape (svg, mark, 0);
  if (open)
    g_string_append (svg->out, " fill=\"none\"");
  else
    add_colour (svg, "fill", JALON_INK_HALO, mark->opacity);
  add_colour (svg, "stroke", JALON_INK_HALO, mark->opacity);
  add_number (svg, "stroke-width", 2 * HALO_WIDTH + (mark->shape == JALON_SHAPE_LINE ? mark->stroke_width : 0));
  end_shape (svg);
}

static void
write_shape (Svg *svg, const JalonMark *mark)
{
  if (mark->halo)
    write_halo (svg, mark);
  if (mark->fill != JALON_FILL_NONE && mark->ink != JALON_INK_NONE)
    write_fill (svg, mark, mark->ink,
                mark->opacity * (mark->fill == JALON_FILL_SOFT      ? SOFT
                                 : mark->fill == JALON_FILL_HATCHED ? HATCH_BASE
                                                                    : 1));
  if (mark->fill == JALON_FILL_HATCHED && mark->ink != JALON_INK_NONE)
    write_hatching (svg, mark);
  write_stroke (svg, mark);
}

static void
add_font (Svg *svg, PangoLayout *layout)
{
  const PangoFontDescription *font = pango_layout_get_font_description (layout);
  g_auto (GStrv) families = g_strsplit (pango_font_description_get_family (font), ",", -1);

  g_string_append (svg->out, " font-family=\"");
  for (guint i = 0; families[i] != NULL; i++)
    g_string_append_printf (svg->out, "%s%s", i > 0 ? ", " : "",
                            g_str_equal (g_strstrip (families[i]), "Sans") ? "sans-serif" : families[i]);
  g_string_append_c (svg->out, '"');
  add_number (svg, "font-size", pango_font_description_get_size (font) / (double) PANGO_SCALE);
  if (pango_font_description_get_weight (font) != PANGO_WEIGHT_NORMAL)
    add_number (svg, "font-weight", pango_font_description_get_weight (font));
}

/* The line's direction is that of its first strong letter, as Pango has it. */
static void
write_text (Svg *svg, const JalonMark *mark)
{
  PangoLayout *layout = jalon_type_get_layout (svg->document->type, mark->style, mark->text);
  g_autofree char *text = escape (mark->text);
  PangoRectangle extent;

  pango_layout_get_extents (layout, NULL, &extent);
  g_string_append (svg->out, "<text");
  add_number (svg, "x", mark->x);
  add_number (svg, "y", mark->y + pango_layout_get_baseline (layout) / (double) PANGO_SCALE);
  add_font (svg, layout);
  add_number (svg, "textLength", extent.width / (double) PANGO_SCALE);
  if (pango_layout_get_direction (layout, 0) == PANGO_DIRECTION_RTL)
    g_string_append (svg->out, " direction=\"rtl\" text-anchor=\"end\"");
  add_colour (svg, "fill", mark->ink, mark->opacity);
  if (mark->halo)
    {
      add_colour (svg, "stroke", JALON_INK_HALO, TEXT_HALO * mark->opacity);
      add_number (svg, "stroke-width", 2 * HALO_WIDTH);
      g_string_append (svg->out, " stroke-linejoin=\"round\" paint-order=\"stroke\"");
    }
  g_string_append_printf (svg->out, ">%s</text>\n", text);
}

static void
write_mark (Svg *svg, const JalonMark *mark, const char *address)
{
  if (mark->opacity <= 0)
    return;
  if (address != NULL)
    {
      g_autofree char *target = escape (address);
      g_string_append_printf (svg->out, "<a href=\"%s\">", target);
    }
  if (mark->shape != JALON_SHAPE_TEXT)
    write_shape (svg, mark);
  else if (mark->text != NULL)
    write_text (svg, mark);
  if (address != NULL)
    g_string_append (svg->out, "</a>\n");
}

static cairo_status_t
append_bytes (void *closure, const unsigned char *data, unsigned int length)
{
  g_string_append_len (closure, (const char *) data, length);
  return CAIRO_STATUS_SUCCESS;
}

/* What cairo draws of the map, inside an element of ours. */
static void
write_map (Svg *svg, const JalonPanel *panel)
{
  double width = jalon_scene_get_width (panel->scene), height = jalon_scene_get_height (panel->scene);
  g_autoptr (GString) map = g_string_new (NULL);
  cairo_surface_t *surface = cairo_svg_surface_create_for_stream (append_bytes, map, width, height);
  cairo_t *cr = cairo_create (surface);
  const char *inside;

  jalon_document_paint_map (svg->document, cr, panel, JALON_FINE_SCALE);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);
  inside = strstr (map->str, "<svg");
  inside = inside != NULL ? strchr (inside, '>') : NULL;
  if (inside == NULL)
    return;
  g_string_append (svg->out, "<svg xmlns:xlink=\"http://www.w3.org/1999/xlink\"");
  add_number (svg, "width", width);
  add_number (svg, "height", height);
  g_string_append (svg->out, inside);
}

static void
write_card (Svg *svg, const JalonPanel *panel)
{
  JalonMark card = { .x = -panel->padding,
                     .y = -panel->padding,
                     .width = jalon_scene_get_width (panel->scene) + 2 * panel->padding,
                     .height = panel->card_height + 2 * panel->padding };

  write_fill (svg, &card, JALON_INK_CARD, 1);
}

static void
write_panel (Svg *svg, const JalonPanel *panel)
{
  const char *summary = jalon_scene_get_summary (panel->scene);

  g_string_append (svg->out, "<g transform=\"translate(");
  append_number (svg->out, panel->x);
  g_string_append_c (svg->out, ' ');
  append_number (svg->out, panel->y);
  g_string_append (svg->out, ")\"");
  if (summary != NULL && panel->role == JALON_ROLE_FIGURE)
    {
      g_autofree char *label = escape (summary);
      g_string_append_printf (svg->out, " role=\"group\" aria-label=\"%s\"", label);
    }
  g_string_append (svg->out, ">\n");
  if (panel->card_height > 0)
    write_card (svg, panel);
  if (panel->has_map)
    write_map (svg, panel);
  for (guint i = 0; i < jalon_scene_get_n_marks (panel->scene); i++)
    {
      const JalonMark *mark = jalon_scene_get_mark (panel->scene, i);

      if (jalon_panel_shows (panel, mark))
        write_mark (svg, mark, jalon_panel_find_address (panel, i));
    }
  g_string_append (svg->out, "</g>\n");
}

static void
write_head (Svg *svg)
{
  const JalonDocument *document = svg->document;
  const JalonAbout *about = document->about;
  g_autofree char *title = escape (about->title);
  g_autofree char *description = jalon_about_describe (about);
  g_autofree char *safe = escape (description);

  g_string_append (svg->out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\"");
  add_number (svg, "width", document->width);
  add_number (svg, "height", document->height);
  g_string_append (svg->out, " viewBox=\"0 0 ");
  append_number (svg->out, document->width);
  g_string_append_c (svg->out, ' ');
  append_number (svg->out, document->height);
  g_string_append_printf (svg->out,
                          "\" xml:lang=\"%s\" text-rendering=\"geometricPrecision\" style=\"font-variant-numeric: tabular-nums\">\n<title>%s</title>\n<desc>%s</desc>\n"
                          "<metadata>%s, sha256:%s</metadata>\n",
                          about->language, title, safe, about->generator, about->digest);
  g_string_append (svg->out, "<rect width=\"100%\" height=\"100%\"");
  add_colour (svg, "fill", JALON_INK_BACKGROUND, 1);
  end_shape (svg);
}

/**
 * jalon_svg_write:
 *
 * Writes the first page as SVG 1.1 with text as text, which cairo can't before 1.18: it writes outlines of letters. Only the base
 * map is cairo's. A text keeps its width (`textLength`) where another font has to stand in.
 *
 * Returns: (transfer full): the file
 */
GBytes *
jalon_svg_write (const JalonDocument *document)
{
  Svg svg = { document, g_string_new (NULL), 0 };
  const JalonDocumentPage *page = g_ptr_array_index (document->pages, 0);

  write_head (&svg);
  for (guint i = 0; i < page->panels->len; i++)
    write_panel (&svg, g_ptr_array_index (page->panels, i));
  g_string_append (svg.out, "</svg>\n");
  return g_string_free_to_bytes (svg.out);
}
