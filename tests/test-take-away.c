/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>

#include "app/jalon-export-dialog.h"
#include "app/jalon-print-preview.h"
#include "app/jalon-print.h"
#include "ui-support.h"

/* What a window lets take away: files, prints, what the clipboard holds. */

static char *folder;
static GFile *reported; /* owned: the file that the dialog said it wrote */

static void
exported_cb (GtkWindow *window, GFile *file)
{
  g_set_object (&reported, file);
}

static gboolean
is_reported (gpointer data)
{
  return reported != NULL;
}

static gboolean
has_error (gpointer dialog)
{
  g_autoptr (GPtrArray) labels = ui_list_type (dialog, GTK_TYPE_LABEL);

  for (guint i = 0; i < labels->len; i++)
    {
      GtkWidget *label = g_ptr_array_index (labels, i);

      if (gtk_widget_has_css_class (label, "error") && gtk_widget_get_visible (label))
        return strstr (gtk_label_get_text (GTK_LABEL (label)), "gone") != NULL;
    }
  return FALSE;
}

static JalonExportDialog *
open_dialog (JalonWindow *window)
{
  GtkWidget *dialog = jalon_export_dialog_new (GTK_WINDOW (window), jalon_window_get_model (window), NULL, exported_cb);

  gtk_window_present (GTK_WINDOW (dialog));
  return JALON_EXPORT_DIALOG (dialog);
}

static JalonWindow *
open_window (void)
{
  g_autoptr (JalonDataset) dataset = ui_read_bundled ();

  return ui_window_new (dataset, "en");
}

/* The ending that the name lacks is that of the format; what is written is a picture as large as the dialog says. */
static void
test_save (void)
{
  JalonWindow *window = open_window ();
  g_autofree char *path = g_build_filename (folder, "picture", NULL);
  g_autofree char *written = g_strconcat (path, ".png", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GdkTexture) texture = NULL;

  g_clear_object (&reported);
  jalon_export_dialog_save (open_dialog (window), file);
  ui_wait (is_reported, NULL);
  g_assert_cmpstr (g_file_peek_path (reported), ==, written);
  texture = gdk_texture_new_from_filename (written, NULL);
  g_assert_cmpint (gdk_texture_get_width (texture), ==, 1280);
  g_assert_cmpint (gdk_texture_get_height (texture), ==, 720);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* The file portal hands into a sandbox the one name that was chosen: another is seen by nobody outside. */
static void
test_save_handed (void)
{
  JalonWindow *window = open_window ();
  g_autofree char *path = g_build_filename (folder, "doc", "0a1b2c3d", "picture", NULL);
  g_autofree char *parent = g_path_get_dirname (path);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GdkTexture) texture = NULL;

  g_assert_cmpint (g_mkdir_with_parents (parent, 0700), ==, 0);
  g_clear_object (&reported);
  jalon_export_dialog_save (open_dialog (window), file);
  ui_wait (is_reported, NULL);
  g_assert_cmpstr (g_file_peek_path (reported), ==, path);
  texture = gdk_texture_new_from_filename (path, NULL);
  g_assert_cmpint (gdk_texture_get_width (texture), ==, 1280);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* What the window shows is what the dialog proposes. */
static void
test_proposal (void)
{
  JalonWindow *window = open_window ();
  JalonExportDialog *dialog;
  g_autoptr (GPtrArray) rows = NULL;

  jalon_model_set_page (jalon_window_get_model (window), JALON_PAGE_ECOSYSTEM);
  dialog = open_dialog (window);
  rows = ui_list_type (GTK_WIDGET (dialog), ADW_TYPE_COMBO_ROW);
  g_assert_cmpstr (gtk_string_object_get_string (adw_combo_row_get_selected_item (g_ptr_array_index (rows, 1))), ==, "Ecosystem");
  gtk_window_destroy (GTK_WINDOW (dialog));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* The dialog stays and says why. */
static void
test_save_nowhere (void)
{
  JalonWindow *window = open_window ();
  g_autofree char *path = g_build_filename (folder, "gone", "table.csv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  JalonExportDialog *dialog = open_dialog (window);

  g_clear_object (&reported);
  jalon_export_dialog_save (dialog, file);
  ui_wait (has_error, dialog);
  g_assert_null (reported);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  gtk_window_destroy (GTK_WINDOW (dialog));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* What the printer gets, written to a file instead: more than one page, for the sources follow the view. */
static void
test_print (void)
{
  g_autoptr (JalonDataset) dataset = ui_read_bundled ();
  g_autoptr (JalonQuery) query = jalon_query_new ();
  JalonExportRequest request = { .dataset = dataset, .query = query, .language = jalon_language_get ("fr") };
  g_autoptr (GtkPrintOperation) operation = jalon_print_new (&request);
  g_autofree char *path = g_build_filename (folder, "print.pdf", NULL);
  g_autofree char *pdf = NULL;

  gtk_print_operation_set_export_filename (operation, path);
  g_assert_cmpint (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, NULL), ==,
                   GTK_PRINT_OPERATION_RESULT_APPLY);
  g_assert_true (g_file_get_contents (path, &pdf, NULL, NULL));
  g_assert_true (g_str_has_prefix (pdf, "%PDF-"));
  g_assert_cmpint (gtk_print_operation_get_n_pages_to_print (operation), >, 1);
}

static JalonPrintPreview *
find_preview (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (JALON_IS_PRINT_PREVIEW (window))
        return JALON_PRINT_PREVIEW (window);
    }
  return NULL;
}

static gboolean
has_preview (gpointer data)
{
  return find_preview () != NULL && gtk_widget_get_mapped (GTK_WIDGET (find_preview ()));
}

static gboolean
has_no_preview (gpointer data)
{
  return find_preview () == NULL;
}

static void
done_cb (GtkPrintOperation *operation, GtkPrintOperationResult result, int *done)
{
  *done = (int) result;
}

/* The pages are seen before they are printed, without another program, and nothing goes to a printer. */
static void
test_print_preview (void)
{
  JalonWindow *window = open_window ();
  JalonExportRequest request = { .dataset = jalon_model_get_dataset (jalon_window_get_model (window)),
                                 .query = jalon_model_get_query (jalon_window_get_model (window)),
                                 .language = jalon_language_get ("en") };
  g_autoptr (GtkPrintOperation) operation = jalon_print_new (&request);
  int done = -1;

  gtk_print_operation_set_allow_async (operation, TRUE);
  g_signal_connect (operation, "done", G_CALLBACK (done_cb), &done);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PREVIEW, GTK_WINDOW (window), NULL);
  ui_wait (has_preview, NULL);
  ui_settle (GTK_WIDGET (find_preview ()));
  gtk_widget_activate_action (GTK_WIDGET (find_preview ()), "preview.step", "i", -1);
  g_assert_cmpuint (jalon_print_preview_get_page (find_preview ()), ==, 0);
  gtk_widget_activate_action (GTK_WIDGET (find_preview ()), "preview.step", "i", 1);
  g_assert_cmpuint (jalon_print_preview_get_page (find_preview ()), ==, 1);
  ui_settle (GTK_WIDGET (find_preview ()));
  gtk_window_close (GTK_WINDOW (find_preview ()));
  ui_wait (has_no_preview, NULL);
  g_assert_cmpint (gtk_print_operation_get_status (operation), !=, GTK_PRINT_STATUS_SENDING_DATA);
  gtk_window_destroy (GTK_WINDOW (window));
}

static GtkWidget *
choose_deck (JalonExportDialog *dialog)
{
  g_autoptr (GPtrArray) rows = ui_list_type (GTK_WIDGET (dialog), ADW_TYPE_COMBO_ROW);

  adw_combo_row_set_selected (g_ptr_array_index (rows, 1), 6);
  return ui_find_type (GTK_WIDGET (dialog), GTK_TYPE_PROGRESS_BAR);
}

static gboolean
is_under_way (gpointer progress)
{
  return gtk_progress_bar_get_fraction (progress) > 0.1 || reported != NULL;
}

static gboolean
is_idle (gpointer progress)
{
  return !gtk_widget_get_visible (progress);
}

/* What takes long says how far it is, and can be stopped: nothing is written, and the dialog stays. */
static void
test_cancel (void)
{
  JalonWindow *window = open_window ();
  JalonExportDialog *dialog = open_dialog (window);
  GtkWidget *progress = choose_deck (dialog);
  g_autofree char *path = g_build_filename (folder, "talk.pdf", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  g_clear_object (&reported);
  g_assert_false (gtk_widget_get_visible (progress));
  jalon_export_dialog_save (dialog, file);
  g_assert_true (gtk_widget_get_visible (progress));
  ui_wait (is_under_way, progress);
  g_assert_null (reported);
  gtk_window_close (GTK_WINDOW (dialog));
  ui_wait (is_idle, progress);
  g_assert_null (reported);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  jalon_export_dialog_save (dialog, file);
  ui_wait (is_reported, NULL);
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
  gtk_window_destroy (GTK_WINDOW (window));
}

typedef struct
{
  char *text;
  gboolean done;
} Pasted;

static void
read_cb (GObject *clipboard, GAsyncResult *result, gpointer data)
{
  Pasted *pasted = data;

  pasted->text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (clipboard), result, NULL);
  pasted->done = TRUE;
}

static gboolean
is_pasted (gpointer data)
{
  return ((Pasted *) data)->done;
}

static void
test_copy_table (void)
{
  JalonWindow *window = open_window ();
  Pasted pasted = { NULL, FALSE };

  gtk_widget_activate_action (GTK_WIDGET (window), "win.copy-table", NULL);
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (window)), NULL, read_cb, &pasted);
  ui_wait (is_pasted, &pasted);
  g_assert_true (g_str_has_prefix (pasted.text, "row\tid\t"));
  g_assert_nonnull (strstr (pasted.text, "\nproject\tevroc-mougins\t"));
  g_free (pasted.text);
  gtk_window_destroy (GTK_WINDOW (window));
}

static gboolean
has_png (gpointer window)
{
  GdkContentFormats *formats = gdk_clipboard_get_formats (gtk_widget_get_clipboard (window));

  return gdk_content_formats_contain_mime_type (formats, "image/png");
}

static void
test_copy_picture (void)
{
  JalonWindow *window = open_window ();

  gtk_widget_activate_action (GTK_WIDGET (window), "win.copy-picture", NULL);
  ui_wait (has_png, window);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* A picture that was asked for is of what was shown then, though another file is being read meanwhile. */
static void
test_copy_before (void)
{
  JalonWindow *window = open_window ();
  g_autoptr (GFile) none = g_file_new_for_path ("/nowhere/none.jalon");

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (window)), "before");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.copy-picture", NULL);
  jalon_window_open (window, none);
  ui_wait (has_png, window);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  int status;

  folder = g_dir_make_tmp ("jalon-XXXXXX", NULL);
  g_setenv ("XDG_RUNTIME_DIR", folder, TRUE);
  g_setenv ("ADW_DISABLE_PORTAL", "1", TRUE); /* which would mount something there */
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/take-away/save", test_save);
  g_test_add_func ("/take-away/save-handed", test_save_handed);
  g_test_add_func ("/take-away/proposal", test_proposal);
  g_test_add_func ("/take-away/save-nowhere", test_save_nowhere);
  g_test_add_func ("/take-away/cancel", test_cancel);
  g_test_add_func ("/take-away/print", test_print);
  g_test_add_func ("/take-away/print-preview", test_print_preview);
  g_test_add_func ("/take-away/copy-table", test_copy_table);
  g_test_add_func ("/take-away/copy-picture", test_copy_picture);
  g_test_add_func ("/take-away/copy-before", test_copy_before);
  status = g_test_run ();
  g_clear_object (&reported);
  ui_remove_folder (folder);
  g_free (folder);
  return status;
}
