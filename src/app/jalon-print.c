/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/jalon-print.h"

#include "app/jalon-print-preview.h"
#include "export/jalon-picture.h"
#include "words/jalon-words.h"

#define PT_PER_INCH 72.0
#define PX_PER_PT (96.0 / PT_PER_INCH)

/* What is being printed, with all it borrows. */
typedef struct
{
  JalonExportRequest request;
  JalonAbout *about;       /* from the beginning of the printing, as the document */
  JalonDocument *document;
  GtkWindow *parent;       /* of a preview, until it goes; or NULL */
  gboolean has_parent;     /* also once that went */
} Printing;

static void
clear_document (Printing *printing)
{
  g_clear_pointer (&printing->document, jalon_document_free);
  g_clear_pointer (&printing->about, jalon_about_free);
}

static void
printing_free (gpointer data)
{
  Printing *printing = data;

  clear_document (printing);
  g_clear_weak_pointer (&printing->parent);
  g_clear_object (&printing->request.dataset);
  g_clear_object (&printing->request.query);
  g_clear_object (&printing->request.basemap);
  g_free (printing);
}

/* The paper is known now. A preview begins too: what was laid out for another paper goes. */
static void
begin_cb (GtkPrintOperation *operation, GtkPrintContext *context, Printing *printing)
{
  clear_document (printing);
  printing->request.width = gtk_print_context_get_width (context) * PX_PER_PT;
  printing->request.height = gtk_print_context_get_height (context) * PX_PER_PT;
  printing->document = jalon_export_lay_out (&printing->request, &printing->about);
  gtk_print_operation_set_n_pages (operation, (int) printing->document->pages->len);
}

static void
draw_cb (GtkPrintOperation *operation, GtkPrintContext *context, int page, Printing *printing)
{
  cairo_t *cr = gtk_print_context_get_cairo_context (context);

  cairo_scale (cr, 1 / PX_PER_PT, 1 / PX_PER_PT);
  jalon_picture_paint_page (printing->document, g_ptr_array_index (printing->document->pages, (guint) page), cr, JALON_FINE_SCALE);
}

static void
end_cb (GtkWidget *window, GtkPrintOperationPreview *preview)
{
  gtk_print_operation_preview_end_preview (preview);
}

/* The pages are laid out: they are shown until the user has seen enough. */
static void
ready_cb (GtkPrintOperationPreview *preview, GtkPrintContext *context, Printing *printing)
{
  GtkWidget *window;

  if (printing->has_parent && printing->parent == NULL)
    {
      gtk_print_operation_preview_end_preview (preview);
      return;
    }
  window = jalon_print_preview_new (printing->parent, printing->document);
  g_signal_connect_data (window, "destroy", G_CALLBACK (end_cb), g_object_ref (preview), (GClosureNotify) (GCallback) g_object_unref, 0);
  gtk_window_present (GTK_WINDOW (window));
}

/* Instead of another program, which may not be there. The context wants something to measure pages with. */
static gboolean
preview_cb (
    GtkPrintOperation *operation, GtkPrintOperationPreview *preview, GtkPrintContext *context, GtkWindow *parent, Printing *printing)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, 1, 1);
  cairo_t *cr = cairo_create (surface);

  gtk_print_context_set_cairo_context (context, cr, PT_PER_INCH, PT_PER_INCH);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  printing->has_parent = parent != NULL;
  g_set_weak_pointer (&printing->parent, parent);
  g_signal_connect (preview, "ready", G_CALLBACK (ready_cb), printing);
  return TRUE;
}

/**
 * jalon_print_new:
 * @request: what to print; copied. Its size is that of the paper, its theme the one for print
 *
 * Makes what prints a view, with a page for all that doesn't fit, on landscape paper unless the user chooses otherwise.
 *
 * Returns: (transfer full): the operation, to be run
 */
GtkPrintOperation *
jalon_print_new (const JalonExportRequest *request)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
  Printing *printing = g_new0 (Printing, 1);

  printing->request = *request;
  printing->request.dataset = g_object_ref (request->dataset);
  printing->request.query = jalon_query_copy (request->query);
  if (request->basemap != NULL)
    g_object_ref (request->basemap);
  printing->request.theme = JALON_THEME_PRINT;
  gtk_page_setup_set_orientation (setup, GTK_PAGE_ORIENTATION_LANDSCAPE);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_job_name (operation, jalon_words_text (request->language, jalon_dataset_get_title (request->dataset)));
  g_signal_connect_data (operation, "begin-print", G_CALLBACK (begin_cb), printing, (GClosureNotify) (GCallback) printing_free, 0);
  g_signal_connect (operation, "preview", G_CALLBACK (preview_cb), printing);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_cb), printing);
  return operation;
}
