/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/jalon-print-preview.h"

#include "export/jalon-picture.h"
#include "widgets/jalon-icon-button.h"
#include "words/jalon-words.h"

#define MARGIN 18.0 /* logical pixels, around the page */

/**
 * JalonPrintPreview:
 *
 * Shows the pages of a document as the printer would get them, one at a time. Keys: Page Down and Page Up.
 */
struct _JalonPrintPreview
{
  AdwWindow parent_instance;

  const JalonDocument *document; /* borrowed: it outlives this */
  guint page;

  /* borrowed from the tree of children */
  GtkWidget *sheet;
  GtkWidget *label;
  GtkWidget *back;
  GtkWidget *on;
};

G_DEFINE_FINAL_TYPE (JalonPrintPreview, jalon_print_preview, ADW_TYPE_WINDOW)

static void
draw_cb (GtkDrawingArea *sheet, cairo_t *cr, int width, int height, gpointer data)
{
  JalonPrintPreview *self = data;
  const JalonDocument *document = self->document;
  double scale = MIN ((width - 2 * MARGIN) / document->width, (height - 2 * MARGIN) / document->height);

  if (scale <= 0)
    return;
  cairo_translate (cr, (width - document->width * scale) / 2, (height - document->height * scale) / 2);
  cairo_scale (cr, scale, scale);
  cairo_rectangle (cr, 0, 0, document->width, document->height);
  cairo_clip (cr);
  jalon_picture_paint_page (document, g_ptr_array_index (document->pages, self->page), cr, JALON_FINE_SCALE);
}

static void
go (JalonPrintPreview *self, guint page)
{
  const JalonLanguage *language = self->document->language;
  g_autofree char *number = jalon_words_number (language, page + 1);
  g_autofree char *all = jalon_words_number (language, self->document->pages->len);
  g_autofree char *words = g_strdup_printf (jalon_tr (language, "Page %s of %s"), number, all);

  self->page = page;
  gtk_label_set_text (GTK_LABEL (self->label), words);
  gtk_widget_set_sensitive (self->back, page > 0);
  gtk_widget_set_sensitive (self->on, page + 1 < self->document->pages->len);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->sheet), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_widget_queue_draw (self->sheet);
}

static void
step_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  JalonPrintPreview *self = JALON_PRINT_PREVIEW (widget);
  int page = (int) self->page + g_variant_get_int32 (parameter);

  if (page >= 0 && page < (int) self->document->pages->len)
    go (self, (guint) page);
}

static void
step_back (JalonPrintPreview *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "preview.step", "i", -1);
}

static void
step_on (JalonPrintPreview *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "preview.step", "i", 1);
}

static void
jalon_print_preview_class_init (JalonPrintPreviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_install_action (widget_class, "preview.step", "i", step_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Down, 0, "preview.step", "i", 1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Up, 0, "preview.step", "i", -1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
jalon_print_preview_init (JalonPrintPreview *self)
{
}

static GtkWidget *
make_header (JalonPrintPreview *self)
{
  const JalonLanguage *language = self->document->language;
  GtkWidget *header = adw_header_bar_new ();

  self->back = jalon_icon_button_new ("go-previous-symbolic", G_CALLBACK (step_back), self);
  self->on = jalon_icon_button_new ("go-next-symbolic", G_CALLBACK (step_on), self);
  self->label = gtk_label_new (NULL);
  jalon_icon_button_set_words (self->back, jalon_tr (language, "Previous page"));
  jalon_icon_button_set_words (self->on, jalon_tr (language, "Next page"));
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header), adw_window_title_new (jalon_tr (language, "Print Preview"), NULL));
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), self->back);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), self->on);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), self->label);
  return header;
}

/**
 * jalon_print_preview_new:
 * @parent: (nullable): the window whose answer is to be printed
 * @document: pages, at least one; must outlive the preview
 *
 * Returns: (transfer none): the preview, to be presented
 */
GtkWidget *
jalon_print_preview_new (GtkWindow *parent, const JalonDocument *document)
{
  JalonPrintPreview *self = g_object_new (JALON_TYPE_PRINT_PREVIEW, "transient-for", parent, "modal", TRUE, "destroy-with-parent", TRUE, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->document = document;
  self->sheet = g_object_new (GTK_TYPE_DRAWING_AREA, "accessible-role", GTK_ACCESSIBLE_ROLE_IMG, "vexpand", TRUE, NULL);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (self->sheet), draw_cb, self, NULL);
  gtk_widget_add_css_class (self->sheet, "print-preview");
  gtk_box_append (GTK_BOX (box), make_header (self));
  gtk_box_append (GTK_BOX (box), self->sheet);
  adw_window_set_content (ADW_WINDOW (self), box);
  gtk_window_set_title (GTK_WINDOW (self), jalon_tr (document->language, "Print Preview"));
  gtk_window_set_default_size (GTK_WINDOW (self), 900, 700);
  go (self, 0);
  return GTK_WIDGET (self);
}

/**
 * jalon_print_preview_get_page:
 *
 * Returns: the page that is shown, from 0 on
 */
guint
jalon_print_preview_get_page (JalonPrintPreview *self)
{
  return self->page;
}
