/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/jalon-export-dialog.h"
#include "app/jalon-export-job.h"
#include "app/jalon-print.h"
#include "app/jalon-window-private.h"
#include "widgets/jalon-compat.h"
#include "widgets/jalon-map-view.h"

/* What the window shows, as it shows it. */
static JalonExportRequest
get_request (JalonWindow *self)
{
  JalonPage page = jalon_model_get_page (self->model);

  return (JalonExportRequest){
    .dataset = jalon_model_get_dataset (self->model),
    .query = jalon_model_get_query (self->model),
    .language = jalon_model_get_language (self->model),
    .view = page == JALON_PAGE_TABLE       ? JALON_VIEW_TABLE
            : page == JALON_PAGE_ECOSYSTEM ? JALON_VIEW_ECOSYSTEM
                                           : JALON_VIEW_DASHBOARD,
    .theme = jalon_model_get_theme (self->model),
    .basemap = jalon_map_view_get_basemap (JALON_MAP_VIEW (self->map)),
  };
}

static gboolean
has_data (JalonWindow *self)
{
  return jalon_model_get_dataset (self->model) != NULL;
}

static void
exported_cb (GtkWindow *window, GFile *file)
{
  JalonWindow *self = JALON_WINDOW (window);
  const JalonLanguage *language = jalon_model_get_language (self->model);
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *name = g_filename_display_name (base);
  g_autofree char *uri = g_file_get_uri (file);
  g_autofree char *sentence = g_strdup_printf (jalon_tr (language, "“%s” was saved"), name);

  jalon_window_toast (self, sentence, jalon_tr (language, "Show in Folder"), "win.show-in-folder", g_variant_new_string (uri));
}

static void
export_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  JalonWindow *self = JALON_WINDOW (widget);

  if (has_data (self))
    gtk_window_present (GTK_WINDOW (jalon_export_dialog_new (GTK_WINDOW (self), self->model, jalon_map_view_get_basemap (JALON_MAP_VIEW (self->map)), exported_cb)));
}

static void
show_in_folder_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_autoptr (GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));

  jalon_compat_show_in_folder (GTK_WINDOW (widget), file);
}

static void
printed_cb (GtkPrintOperation *operation, GtkPrintOperationResult result, JalonWindow *self)
{
  g_autoptr (GError) error = NULL;

  if (result != GTK_PRINT_OPERATION_RESULT_ERROR || self->model == NULL)
    return;
  gtk_print_operation_get_error (operation, &error);
  jalon_window_toast (self, error->message, NULL, NULL, NULL);
}

static void
print (JalonWindow *self, GtkPrintOperationAction wanted)
{
  JalonExportRequest request = get_request (self);
  g_autoptr (GtkPrintOperation) operation = NULL;

  if (!has_data (self))
    return;
  operation = jalon_print_new (&request);
  gtk_print_operation_set_allow_async (operation, TRUE);
  g_signal_connect_object (operation, "done", G_CALLBACK (printed_cb), self, 0);
  gtk_print_operation_run (operation, wanted, GTK_WINDOW (self), NULL);
}

static void
print_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  print (JALON_WINDOW (widget), GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG);
}

static void
print_preview_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  print (JALON_WINDOW (widget), GTK_PRINT_OPERATION_ACTION_PREVIEW);
}

static void
picture_made_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (JalonWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = jalon_export_job_finish (result, &error);
  g_autoptr (GdkContentProvider) content = NULL;

  if (self->model == NULL)
    return;
  if (bytes == NULL)
    {
      jalon_window_toast (self, error->message, NULL, NULL, NULL);
      return;
    }
  content = gdk_content_provider_new_for_bytes ("image/png", bytes);
  gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (self)), content);
  jalon_window_toast (self, jalon_tr (jalon_model_get_language (self->model), "The picture was copied"), NULL, NULL, NULL);
}

static void
copy_picture_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  JalonWindow *self = JALON_WINDOW (widget);
  JalonExportRequest request = get_request (self);

  if (has_data (self))
    jalon_export_job_render_async (&request, JALON_EXPORT_PNG, NULL, picture_made_cb, g_object_ref (self));
}

/* As text with tabs, which spreadsheets and texts take, and as a CSV file. */
static void
copy_table_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  JalonWindow *self = JALON_WINDOW (widget);
  JalonExportRequest request = get_request (self);
  GdkContentProvider *providers[3];
  g_autoptr (GdkContentProvider) content = NULL;
  g_autoptr (GBytes) tabs = NULL;
  g_autoptr (GBytes) commas = NULL;
  g_autofree char *text = NULL;

  if (!has_data (self))
    return;
  tabs = jalon_export_write_tabs (&request);
  commas = jalon_export_render (&request, JALON_EXPORT_CSV, NULL);
  text = g_strndup (g_bytes_get_data (tabs, NULL), g_bytes_get_size (tabs));
  providers[0] = gdk_content_provider_new_typed (G_TYPE_STRING, text);
  providers[1] = gdk_content_provider_new_for_bytes ("text/tab-separated-values", tabs);
  providers[2] = gdk_content_provider_new_for_bytes ("text/csv", commas);
  content = gdk_content_provider_new_union (providers, G_N_ELEMENTS (providers));
  gdk_clipboard_set_content (gtk_widget_get_clipboard (widget), content);
  jalon_window_toast (self, jalon_tr (request.language, "The table was copied"), NULL, NULL, NULL);
}

/**
 * jalon_window_install_export_actions:
 * @klass: the class of the window
 *
 * Installs what takes away what is shown: a dialog, the printer, the clipboard.
 */
void
jalon_window_install_export_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.export", NULL, export_action);
  gtk_widget_class_install_action (klass, "win.show-in-folder", "s", show_in_folder_action);
  gtk_widget_class_install_action (klass, "win.print", NULL, print_action);
  gtk_widget_class_install_action (klass, "win.print-preview", NULL, print_preview_action);
  gtk_widget_class_install_action (klass, "win.copy-picture", NULL, copy_picture_action);
  gtk_widget_class_install_action (klass, "win.copy-table", NULL, copy_table_action);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_e, GDK_CONTROL_MASK, "win.export", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_p, GDK_CONTROL_MASK, "win.print", NULL);
}
