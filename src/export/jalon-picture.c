/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "export/jalon-picture.h"

#include <cairo-pdf.h>
#include <math.h>
#include <string.h>

#include "export/jalon-export.h"
#include "export/jalon-png-text.h"

#define PT_PER_PX (72.0 / 96.0)
/* Of the time of a picture of pixels; the rest goes into packing them. */
#define PAINTED_PART 0.4
/* What cairo can draw on: device pixels each way, and a GiB of them. */
#define MAX_SIDE 32767.0
#define MAX_PIXELS (16384.0 * 16384.0)
/* Where the file says no date, one that is always the same. */
#define NO_DATE "1970-01-01"

/* The structure's outermost element, one a page: cairo 1.16 can't close on one page what was opened on another. */
#define PAGE_TAG "Document"

static const char *
get_tag (JalonPanelRole role)
{
  switch (role)
    {
    case JALON_ROLE_TITLE:
      return "H1";
    case JALON_ROLE_HEADING:
      return "H2";
    case JALON_ROLE_FIGURE:
      return "Figure";
    case JALON_ROLE_TEXT:
    default:
      return "P";
    }
}

/* An address as the value of a tag's attribute. What cairo would write into the PDF as it is, and what is none of its characters, is
 * written by its bytes. */
static char *
write_link (const char *address)
{
  g_autoptr (GString) value = g_string_new ("uri='");

  for (const char *c = address; *c != '\0'; c++)
    {
      if (g_ascii_isalnum (*c) || strchr ("-._~:/?#[]@!$&*+,;=%", *c) != NULL)
        g_string_append_c (value, *c);
      else
        g_string_append_printf (value, "%%%02X", (guint) (guchar) *c);
    }
  g_string_append_c (value, '\'');
  return g_string_free (g_steal_pointer (&value), FALSE);
}

/* The marks that show, some of them links. */
static void
paint_marks (const JalonDocument *document, const JalonPanel *panel, cairo_t *cr)
{
  for (guint i = 0; i < jalon_scene_get_n_marks (panel->scene); i++)
    {
      const JalonMark *mark = jalon_scene_get_mark (panel->scene, i);
      const char *address = jalon_panel_find_address (panel, i);
      g_autofree char *attributes = address != NULL ? write_link (address) : NULL;

      if (!jalon_panel_shows (panel, mark))
        continue;
      if (address != NULL)
        cairo_tag_begin (cr, CAIRO_TAG_LINK, attributes);
      jalon_painter_paint_mark (cr, mark, document->theme, document->type);
      if (address != NULL)
        cairo_tag_end (cr, CAIRO_TAG_LINK);
    }
}

static void
set_ink (const JalonDocument *document, cairo_t *cr, JalonInk ink)
{
  JalonColour colour = jalon_palette_get (document->theme, ink);

  cairo_set_source_rgb (cr, colour.red, colour.green, colour.blue);
}

static void
paint_card (const JalonDocument *document, const JalonPanel *panel, cairo_t *cr)
{
  double width = jalon_scene_get_width (panel->scene) + 2 * panel->padding;
  double height = panel->card_height + 2 * panel->padding;

  set_ink (document, cr, JALON_INK_CARD);
  cairo_rectangle (cr, -panel->padding, -panel->padding, width, height);
  cairo_fill (cr);
}

static void
paint_panel (const JalonDocument *document, const JalonPanel *panel, cairo_t *cr, double scale)
{
  cairo_save (cr);
  cairo_translate (cr, panel->x, panel->y);
  cairo_tag_begin (cr, get_tag (panel->role), NULL);
  if (panel->card_height > 0)
    paint_card (document, panel, cr);
  if (panel->has_map)
    {
      jalon_document_paint_map (document, cr, panel, scale);
      cairo_rectangle (cr, 0, 0, jalon_scene_get_width (panel->scene), jalon_scene_get_height (panel->scene));
      cairo_clip (cr);
    }
  paint_marks (document, panel, cr);
  cairo_tag_end (cr, get_tag (panel->role));
  cairo_restore (cr);
}

/**
 * jalon_picture_paint_page:
 * @cr: where, in logical pixels
 * @scale: device pixels for a logical one
 *
 * Paints a page on its ground; where @cr is a PDF's, with structure tags and links.
 */
void
jalon_picture_paint_page (const JalonDocument *document, const JalonDocumentPage *page, cairo_t *cr, double scale)
{
  set_ink (document, cr, JALON_INK_BACKGROUND);
  cairo_rectangle (cr, 0, 0, document->width, document->height);
  cairo_fill (cr);
  cairo_tag_begin (cr, PAGE_TAG, NULL);
  for (guint i = 0; i < page->panels->len; i++)
    paint_panel (document, g_ptr_array_index (page->panels, i), cr, scale);
  cairo_tag_end (cr, PAGE_TAG);
}

static cairo_status_t
append_bytes (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static gboolean
check (const JalonDocument *document, cairo_status_t status, GError **error)
{
  if (status == CAIRO_STATUS_SUCCESS)
    return TRUE;
  g_set_error (error, JALON_EXPORT_ERROR, JALON_EXPORT_ERROR_DRAW,
               jalon_tr (document->language, "The picture can’t be drawn: %s."), cairo_status_to_string (status));
  return FALSE;
}

/**
 * jalon_picture_write_png:
 * @scale: device pixels for a logical one
 * @error: return location for an error of %JALON_EXPORT_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Paints the first page as a PNG, which says of itself in text chunks what the document does.
 *
 * Returns: (transfer full) (nullable): the file
 */
GBytes *
jalon_picture_write_png (const JalonDocument *document, double scale, GError **error)
{
  cairo_surface_t *surface = cairo_image_surface_create (
      CAIRO_FORMAT_RGB24, (int) MAX (rint (document->width * scale), 1), (int) MAX (rint (document->height * scale), 1));
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_t *cr = cairo_create (surface);
  cairo_status_t status;
  gboolean goes_on;

  cairo_scale (cr, scale, scale);
  jalon_picture_paint_page (document, g_ptr_array_index (document->pages, 0), cr, scale);
  status = cairo_status (cr);
  cairo_destroy (cr);
  goes_on = jalon_watch_step (document->watch, PAINTED_PART, error);
  if (status == CAIRO_STATUS_SUCCESS && goes_on)
    status = cairo_surface_write_to_png_stream (surface, append_bytes, bytes);
  cairo_surface_destroy (surface);
  return goes_on && check (document, status, error) ? jalon_png_text_add (bytes, document->about) : NULL;
}

/**
 * jalon_picture_check_size:
 * @width: in logical pixels
 * @height: in logical pixels
 * @scale: device pixels for a logical one
 * @language: of the error's sentence
 * @error: return location for %JALON_EXPORT_ERROR_SIZE
 *
 * Returns: whether there is something to draw on, and not too much of it
 */
gboolean
jalon_picture_check_size (double width, double height, double scale, const JalonLanguage *language, GError **error)
{
  gboolean sane = width >= 1 && height >= 1 && width * scale >= 1 && height * scale >= 1;

  if (sane && width * scale <= MAX_SIDE && height * scale <= MAX_SIDE && width * scale * height * scale <= MAX_PIXELS)
    return TRUE;
  if (sane)
    g_set_error (error, JALON_EXPORT_ERROR, JALON_EXPORT_ERROR_SIZE,
                 jalon_tr (language, "A picture of %.0f × %.0f pixels is too large: at most 32,767 each way and 268 million in all."),
                 width * scale, height * scale);
  else
    g_set_error_literal (error, JALON_EXPORT_ERROR, JALON_EXPORT_ERROR_SIZE,
                         jalon_tr (language, "A picture needs at least one pixel each way."));
  return FALSE;
}

static void
set_metadata (const JalonDocument *document, cairo_surface_t *surface)
{
  const JalonAbout *about = document->about;
  g_autofree char *keywords = g_strdup_printf ("sha256:%s, %s, %s", about->digest, about->generator, about->language);
  g_autofree char *subject = g_strdup_printf ("%s%s%s · %s", about->filters, about->filters[0] != '\0' ? " · " : "",
                                              about->as_of, about->total);
  g_autofree char *date = g_strconcat (about->updated[0] != '\0' ? about->updated : NO_DATE, "T00:00:00Z", NULL);

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, about->title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT, subject);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_KEYWORDS, keywords);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, about->generator);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, date);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_MOD_DATE, date);
}

/**
 * jalon_picture_write_pdf:
 * @error: return location for an error of %JALON_EXPORT_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Paints all pages as a PDF with text as text, structure tags, links and an outline. Its dates are the dataset's.
 *
 * Returns: (transfer full) (nullable): the file
 */
GBytes *
jalon_picture_write_pdf (const JalonDocument *document, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (append_bytes, bytes, document->width * PT_PER_PX,
                                                                 document->height * PT_PER_PX);
  cairo_t *cr = cairo_create (surface);
  cairo_status_t status;
  gboolean goes_on = TRUE;

  set_metadata (document, surface);
  for (guint i = 0; i < document->pages->len && goes_on; i++)
    {
      const JalonDocumentPage *page = g_ptr_array_index (document->pages, i);
      g_autofree char *target = g_strdup_printf ("page=%u", i + 1);

      cairo_save (cr);
      cairo_scale (cr, PT_PER_PX, PT_PER_PX);
      jalon_picture_paint_page (document, page, cr, JALON_FINE_SCALE);
      cairo_restore (cr);
      cairo_pdf_surface_add_outline (surface, CAIRO_PDF_OUTLINE_ROOT, page->name, target, 0);
      cairo_show_page (cr);
      goes_on = jalon_watch_step (document->watch, (i + 1.0) / document->pages->len, error);
    }
  status = cairo_status (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  return goes_on && check (document, status, error) ? g_byte_array_free_to_bytes (g_steal_pointer (&bytes)) : NULL;
}
