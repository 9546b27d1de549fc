/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/jalon-export-dialog.h"

#include "app/jalon-export-job.h"
#include "widgets/jalon-compat.h"
#include "words/jalon-words.h"

#define PREVIEW_WIDTH 1280.0
#define PREVIEW_HEIGHT 720.0
#define MILLIMETRE (96.0 / 25.4)

/**
 * JalonExportDialog:
 *
 * Asks what to take away and as what, shows how it will look, and writes it. It works on the query as it was when the dialog was
 * opened.
 */
struct _JalonExportDialog
{
  AdwWindow parent_instance;

  JalonModel *model;         /* owned */
  JalonBasemap *basemap;     /* owned, or NULL for the bundled one */
  JalonExported exported;    /* called in the parent when a file was written */
  GCancellable *cancellable; /* owned: what is being written, or NULL */
  GCancellable *previewing;  /* owned: the preview that is being made */
  GFile *file;               /* owned: what is being written */

  /* borrowed from the tree of children */
  GtkWidget *format;
  GtkWidget *view;
  GtkWidget *size;
  GtkWidget *theme;
  GtkWidget *picture;
  GtkWidget *progress;
  GtkWidget *problem;
  GtkWidget *rows;
  GtkWidget *save;
};

G_DEFINE_FINAL_TYPE (JalonExportDialog, jalon_export_dialog, ADW_TYPE_WINDOW)

static const char *const format_words[JALON_N_EXPORTS] = {
  [JALON_EXPORT_PNG] = N_ ("Picture (PNG)"),
  [JALON_EXPORT_SVG] = N_ ("Vector picture (SVG)"),
  [JALON_EXPORT_PDF] = N_ ("Document (PDF)"),
  [JALON_EXPORT_CSV] = N_ ("Table for spreadsheets (CSV)"),
  [JALON_EXPORT_GEOJSON] = N_ ("Places for maps (GeoJSON)"),
  [JALON_EXPORT_JALON] = N_ ("Data for Jalon (.jalon)"),
};

static const struct
{
  JalonView view;
  const char *words;
} views[] = {
  { JALON_VIEW_DASHBOARD, N_ ("Whole dashboard") },
  { JALON_VIEW_MAP, N_ ("Map") },
  { JALON_VIEW_BARS, N_ ("Bars") },
  { JALON_VIEW_TIMELINE, N_ ("Timeline") },
  { JALON_VIEW_TABLE, N_ ("Table") },
  { JALON_VIEW_ECOSYSTEM, N_ ("Ecosystem") },
  { JALON_VIEW_DECK, N_ ("Slides of a talk") },
};

/* The same names in every language; a pixel of a picture is a pixel of the file. */
static const struct
{
  const char *words;
  double width, height;
} sizes[] = {
  { "1280 × 720", 1280, 720 },
  { "1920 × 1080", 1920, 1080 },
  { "3840 × 2160", 3840, 2160 },
  { "A4", 297 * MILLIMETRE, 210 * MILLIMETRE },
  { "A3", 420 * MILLIMETRE, 297 * MILLIMETRE },
};

static const struct
{
  JalonTheme theme;
  const char *words;
} themes[] = {
  { JALON_THEME_LIGHT, N_ ("Light") },
  { JALON_THEME_DARK, N_ ("Dark") },
  { JALON_THEME_PRINT, N_ ("For printing") },
};

static const JalonLanguage *
get_language (JalonExportDialog *self)
{
  return jalon_model_get_language (self->model);
}

static guint
get_choice (GtkWidget *row)
{
  return adw_combo_row_get_selected (ADW_COMBO_ROW (row));
}

static JalonExportFormat
get_format (JalonExportDialog *self)
{
  return (JalonExportFormat) MIN (get_choice (self->format), JALON_N_EXPORTS - 1);
}

/* What the rows say. */
static JalonExportRequest
get_request (JalonExportDialog *self)
{
  guint size = MIN (get_choice (self->size), G_N_ELEMENTS (sizes) - 1);

  return (JalonExportRequest){
    .dataset = jalon_model_get_dataset (self->model),
    .query = jalon_model_get_query (self->model),
    .language = get_language (self),
    .view = views[MIN (get_choice (self->view), G_N_ELEMENTS (views) - 1)].view,
    .theme = themes[MIN (get_choice (self->theme), G_N_ELEMENTS (themes) - 1)].theme,
    .width = sizes[size].width,
    .height = sizes[size].height,
    .scale = 1,
    .basemap = self->basemap,
  };
}

static void
show_problem (JalonExportDialog *self, const char *sentence)
{
  gtk_label_set_text (GTK_LABEL (self->problem), sentence != NULL ? sentence : "");
  gtk_widget_set_visible (self->problem, sentence != NULL);
}

static void
previewed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (JalonExportDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = jalon_export_job_finish (result, &error);
  g_autoptr (GdkTexture) texture = bytes != NULL ? gdk_texture_new_from_bytes (bytes, &error) : NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->model == NULL)
    return;
  gtk_picture_set_paintable (GTK_PICTURE (self->picture), GDK_PAINTABLE (texture));
}

/* The picture as it will be, on a page of the same proportions; of data and slides there is none. */
static void
update_preview (JalonExportDialog *self)
{
  JalonExportRequest request = get_request (self);
  gboolean has_picture = jalon_export_is_picture (get_format (self)) && request.view != JALON_VIEW_DECK;

  g_cancellable_cancel (self->previewing);
  g_clear_object (&self->previewing);
  gtk_widget_set_visible (self->picture, has_picture);
  if (!has_picture)
    return;
  self->previewing = g_cancellable_new ();
  request.scale = MIN (PREVIEW_WIDTH / request.width, PREVIEW_HEIGHT / request.height);
  jalon_export_job_render_async (&request, JALON_EXPORT_PNG, self->previewing, previewed_cb, g_object_ref (self));
}

/* What the window shows is what is most likely wanted. */
static void
propose_view (JalonExportDialog *self)
{
  JalonPage page = jalon_model_get_page (self->model);
  JalonView view = page == JALON_PAGE_TABLE       ? JALON_VIEW_TABLE
                   : page == JALON_PAGE_ECOSYSTEM ? JALON_VIEW_ECOSYSTEM
                                                  : JALON_VIEW_DASHBOARD;

  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    if (views[i].view == view)
      adw_combo_row_set_selected (ADW_COMBO_ROW (self->view), i);
}

/* Slides are many pages, so a PDF; data have no look. */
static void
row_changed_cb (JalonExportDialog *self)
{
  gboolean is_picture = jalon_export_is_picture (get_format (self));
  gboolean is_deck = get_request (self).view == JALON_VIEW_DECK;

  if (is_deck && is_picture && get_format (self) != JALON_EXPORT_PDF)
    {
      adw_combo_row_set_selected (ADW_COMBO_ROW (self->format), JALON_EXPORT_PDF);
      return;
    }
  gtk_widget_set_sensitive (self->view, is_picture);
  gtk_widget_set_sensitive (self->size, is_picture);
  gtk_widget_set_sensitive (self->theme, is_picture);
  show_problem (self, NULL);
  update_preview (self);
}

static void
set_busy (JalonExportDialog *self, gboolean busy)
{
  gtk_widget_set_sensitive (self->rows, !busy);
  gtk_widget_set_sensitive (self->save, !busy);
  gtk_widget_set_visible (self->progress, busy);
  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (self->progress), 0);
  g_clear_object (&self->cancellable);
  if (busy)
    self->cancellable = g_cancellable_new ();
}

static void
progress_cb (double part, gpointer data)
{
  JalonExportDialog *self = data;

  if (self->model != NULL)
    gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (self->progress), part);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (JalonExportDialog) self = data;
  g_autoptr (GError) error = NULL;
  GBytes *bytes = jalon_export_job_finish (result, &error);
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));

  g_clear_pointer (&bytes, g_bytes_unref); /* empty: what was written is a file */
  if (self->model == NULL)
    return;
  set_busy (self, FALSE);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (error != NULL)
    {
      show_problem (self, error->message);
      return;
    }
  if (parent != NULL)
    self->exported (parent, self->file);
  gtk_window_close (GTK_WINDOW (self));
}

/* Whether a file lies where the file portal hands files into a sandbox: there only the very name that was chosen is kept. */
static gboolean
is_handed (const char *path)
{
  g_autofree char *folder = g_strconcat (g_get_user_runtime_dir (), "/doc/", NULL);

  return g_str_has_prefix (path, folder);
}

/* The name with the ending of the chosen format, unless it has one that says another, which is then the format. */
static char *
get_path (JalonExportDialog *self, GFile *file, JalonExportFormat *format)
{
  g_autofree char *path = g_file_get_path (file);

  *format = get_format (self);
  if (path == NULL || jalon_export_format_from_path (path, format) || is_handed (path))
    return g_steal_pointer (&path);
  return g_strconcat (path, jalon_export_get_ending (*format), NULL);
}

/**
 * jalon_export_dialog_save:
 * @self: a dialog
 * @file: where to write what its rows say
 *
 * Writes the export in a thread; the dialog closes when it is there, and says why it isn't.
 */
void
jalon_export_dialog_save (JalonExportDialog *self, GFile *file)
{
  JalonExportRequest request = get_request (self);
  JalonExportFormat format;
  g_autofree char *path = get_path (self, file, &format);

  if (path == NULL)
    {
      show_problem (self, jalon_tr (get_language (self), "Only a folder of this computer can be written to."));
      return;
    }
  g_clear_object (&self->file);
  self->file = g_file_new_for_path (path);
  show_problem (self, NULL);
  set_busy (self, TRUE);
  jalon_export_job_write_async (&request, format, path, self->cancellable, progress_cb, written_cb, g_object_ref (self));
}

static void
chosen_cb (GFile *file, gpointer data)
{
  g_autoptr (JalonExportDialog) self = data;

  if (file != NULL && self->model != NULL)
    jalon_export_dialog_save (self, file);
}

/* The title of the data in letters that any file system takes. */
static char *
propose_name (JalonExportDialog *self)
{
  const char *title = jalon_words_text (get_language (self), jalon_dataset_get_title (jalon_model_get_dataset (self->model)));
  g_autofree char *ascii = g_str_to_ascii (title, NULL);
  g_autofree char *lower = g_ascii_strdown (ascii, -1);

  g_strcanon (lower, "abcdefghijklmnopqrstuvwxyz0123456789", '-');
  for (char *dashes = strstr (lower, "--"); dashes != NULL; dashes = strstr (lower, "--"))
    memmove (dashes, dashes + 1, strlen (dashes));
  return g_strconcat (lower[0] != '\0' && strcmp (lower, "-") != 0 ? lower : "jalon", jalon_export_get_ending (get_format (self)), NULL);
}

static void
save_cb (JalonExportDialog *self)
{
  const JalonLanguage *language = get_language (self);
  g_autofree char *name = propose_name (self);

  jalon_compat_save_file (GTK_WINDOW (self), jalon_tr (language, "Export"), jalon_tr (language, "Save"), name, chosen_cb, g_object_ref (self));
}

static GtkWidget *
make_row (JalonExportDialog *self, const char *title, GtkStringList *words)
{
  GtkWidget *row = adw_combo_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (words));
  g_object_unref (words);
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (row_changed_cb), self, G_CONNECT_SWAPPED);
  return row;
}

static GtkWidget *
make_rows (JalonExportDialog *self)
{
  const JalonLanguage *language = get_language (self);
  GtkStringList *lists[4];

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    lists[i] = gtk_string_list_new (NULL);
  for (guint i = 0; i < G_N_ELEMENTS (format_words); i++)
    gtk_string_list_append (lists[0], jalon_tr (language, format_words[i]));
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    gtk_string_list_append (lists[1], jalon_tr (language, views[i].words));
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    gtk_string_list_append (lists[2], sizes[i].words);
  for (guint i = 0; i < G_N_ELEMENTS (themes); i++)
    gtk_string_list_append (lists[3], jalon_tr (language, themes[i].words));
  self->rows = adw_preferences_group_new ();
  self->format = make_row (self, jalon_tr (language, "Format"), lists[0]);
  self->view = make_row (self, jalon_tr (language, "View"), lists[1]);
  self->size = make_row (self, jalon_tr (language, "Size"), lists[2]);
  self->theme = make_row (self, jalon_tr (language, "Colors"), lists[3]);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->rows), self->format);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->rows), self->view);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->rows), self->size);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->rows), self->theme);
  return self->rows;
}

static GtkWidget *
make_header (JalonExportDialog *self)
{
  const JalonLanguage *language = get_language (self);
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *cancel = gtk_button_new_with_label (jalon_tr (language, "Cancel"));

  self->save = gtk_button_new_with_label (jalon_tr (language, "Save…"));
  gtk_widget_add_css_class (self->save, "suggested-action");
  g_signal_connect_object (self->save, "clicked", G_CALLBACK (save_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (cancel, "clicked", G_CALLBACK (gtk_window_close), self, G_CONNECT_SWAPPED);
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), self->save);
  return header;
}

static GtkWidget *
make_progress (JalonExportDialog *self)
{
  self->progress = gtk_progress_bar_new ();
  gtk_widget_set_visible (self->progress, FALSE);
  gtk_widget_add_css_class (self->progress, "osd");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->progress), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  jalon_tr (get_language (self), "Exporting…"), -1);
  return self->progress;
}

static GtkWidget *
make_body (JalonExportDialog *self)
{
  GtkWidget *body = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);

  self->picture = gtk_picture_new ();
  gtk_widget_set_size_request (self->picture, -1, 220);
  gtk_widget_add_css_class (self->picture, "card");
  gtk_picture_set_alternative_text (GTK_PICTURE (self->picture), jalon_tr (get_language (self), "How it will look"));
  self->problem = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->problem), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->problem), 0);
  gtk_widget_add_css_class (self->problem, "error");
  gtk_widget_set_visible (self->problem, FALSE);
  gtk_widget_add_css_class (body, "problems-body");
  gtk_box_append (GTK_BOX (body), make_rows (self));
  gtk_box_append (GTK_BOX (body), self->problem);
  gtk_box_append (GTK_BOX (body), self->picture);
  return body;
}

/* What is being written is stopped first, and the dialog stays: another format may do. */
static gboolean
jalon_export_dialog_close_request (GtkWindow *window)
{
  JalonExportDialog *self = JALON_EXPORT_DIALOG (window);

  if (self->cancellable == NULL || g_cancellable_is_cancelled (self->cancellable))
    return GTK_WINDOW_CLASS (jalon_export_dialog_parent_class)->close_request (window);
  g_cancellable_cancel (self->cancellable);
  return TRUE;
}

static void
jalon_export_dialog_dispose (GObject *object)
{
  JalonExportDialog *self = JALON_EXPORT_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_cancellable_cancel (self->previewing);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->previewing);
  g_clear_object (&self->file);
  g_clear_object (&self->basemap);
  g_clear_object (&self->model);
  G_OBJECT_CLASS (jalon_export_dialog_parent_class)->dispose (object);
}

static void
jalon_export_dialog_class_init (JalonExportDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = jalon_export_dialog_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = jalon_export_dialog_close_request;
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
jalon_export_dialog_init (JalonExportDialog *self)
{
}

/**
 * jalon_export_dialog_new:
 * @parent: the window whose answer to take away
 * @model: what it shows
 * @basemap: (nullable): the map under its pins
 * @exported: called with @parent and the file once one was written
 *
 * Returns: (transfer none): the dialog, to be presented
 */
GtkWidget *
jalon_export_dialog_new (GtkWindow *parent, JalonModel *model, JalonBasemap *basemap, JalonExported exported)
{
  JalonExportDialog *self = g_object_new (JALON_TYPE_EXPORT_DIALOG, "transient-for", parent, "modal", TRUE, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->model = g_object_ref (model);
  g_set_object (&self->basemap, basemap);
  self->exported = exported;
  gtk_window_set_title (GTK_WINDOW (self), jalon_tr (get_language (self), "Export"));
  gtk_window_set_default_size (GTK_WINDOW (self), 520, 620);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_box_append (GTK_BOX (box), make_header (self));
  gtk_box_append (GTK_BOX (box), make_progress (self));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), make_body (self));
  gtk_box_append (GTK_BOX (box), scrolled);
  adw_window_set_content (ADW_WINDOW (self), box);
  gtk_window_set_default_widget (GTK_WINDOW (self), self->save);
  propose_view (self);
  row_changed_cb (self);
  return GTK_WIDGET (self);
}
