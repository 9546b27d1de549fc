/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/jalon-window-private.h"
#include "export/jalon-check.h"
#include "files/jalon-reader.h"
#include "widgets/jalon-map-view.h"
#include "widgets/jalon-problems-window.h"
#include "words/jalon-words.h"

/* What a reading brings back from its thread. */
typedef struct
{
  JalonDataset *dataset; /* NULL: refused */
  GPtrArray *problems;
} Reading;

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_clear_object (&reading->dataset);
  g_ptr_array_unref (reading->problems);
  g_free (reading);
}

static void
read_in_thread (GTask *task, gpointer window, gpointer data, GCancellable *cancellable)
{
  Reading *reading = g_new0 (Reading, 1);

  reading->problems = g_ptr_array_new_with_free_func ((GDestroyNotify) jalon_problem_free);
  reading->dataset = jalon_reader_read_file (G_FILE (data), reading->problems, cancellable, NULL);
  g_task_return_pointer (task, reading, reading_free);
}

static char *
get_name (GFile *file)
{
  g_autofree char *base = g_file_get_basename (file);

  return base != NULL ? g_filename_display_name (base) : g_file_get_parse_name (file); /* what is no address has none */
}

static char *
put_file (const char *sentence, const char *file)
{
  g_autoptr (GString) words = g_string_new (sentence);
  g_autofree char *isolated = jalon_words_isolate (file);

  g_string_replace (words, "{file}", isolated, 1);
  return g_string_free (g_steal_pointer (&words), FALSE);
}

static void
show_again_cb (AdwToast *toast, GPtrArray *problems)
{
  JalonWindow *self = g_object_get_data (G_OBJECT (toast), "window");

  jalon_window_show_problems (self, g_object_get_data (G_OBJECT (toast), "file"), NULL, problems);
}

/**
 * jalon_window_toast:
 * @self: a window
 * @sentence: what to say, as plain text
 * @button: (nullable): what the button says, or %NULL for none
 * @action: (nullable): what the button does, as the name of an action
 * @target: (nullable) (transfer floating): what it does it to
 *
 * Says something in passing.
 */
void
jalon_window_toast (JalonWindow *self, const char *sentence, const char *button, const char *action, GVariant *target)
{
  g_autofree char *escaped = g_markup_escape_text (sentence, -1);
  AdwToast *toast = adw_toast_new (escaped);

  if (button != NULL)
    {
      adw_toast_set_button_label (toast, button);
      adw_toast_set_action_name (toast, action);
      adw_toast_set_action_target_value (toast, target);
    }
  adw_toast_overlay_add_toast (self->toasts, toast);
}

/* A file with remarks is shown; its remarks are one click away. */
static void
offer_warnings (JalonWindow *self, const char *file, GPtrArray *problems)
{
  const JalonLanguage *language = jalon_model_get_language (self->model);
  g_autofree char *n = jalon_words_number (language, problems->len);
  g_autoptr (GString) words = g_string_new (jalon_trn (language, "{n} remark on {file}", "{n} remarks on {file}", problems->len));
  g_autofree char *sentence = NULL;
  g_autofree char *escaped = NULL;
  AdwToast *toast;

  g_string_replace (words, "{n}", n, 1);
  sentence = put_file (words->str, file);
  escaped = g_markup_escape_text (sentence, -1);
  toast = adw_toast_new (escaped);
  adw_toast_set_button_label (toast, jalon_tr (language, "Show"));
  g_object_set_data (G_OBJECT (toast), "window", self);
  g_object_set_data_full (G_OBJECT (toast), "file", g_strdup (file), g_free);
  g_signal_connect_data (toast, "button-clicked", G_CALLBACK (show_again_cb), g_ptr_array_ref (problems),
                         (GClosureNotify) (GCallback) g_ptr_array_unref, 0);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

/* A kiosk's visitors can't mend the file: its problems are for who runs it. */
static void
print_problems (JalonWindow *self, const char *file, const GPtrArray *problems)
{
  for (guint i = 0; i < problems->len; i++)
    {
      g_autofree char *line = jalon_check_describe (file, g_ptr_array_index (problems, i), jalon_model_get_language (self->model));

      fputs (line, stderr); /* as UTF-8, whatever the locale */
    }
}

static void
say_refused (JalonWindow *self, const char *file, const GPtrArray *problems)
{
  g_autofree char *sentence = put_file (jalon_tr (jalon_model_get_language (self->model), "{file} can’t be shown"), file);

  jalon_window_show_problems (self, file, sentence, problems);
}

static void
read_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  JalonWindow *self = JALON_WINDOW (object);
  g_autofree char *file = data;
  Reading *reading = g_task_propagate_pointer (G_TASK (result), NULL);

  if (reading == NULL)
    return; /* the window went */
  if (reading->dataset != NULL)
    {
      jalon_window_take_file (self, G_FILE (g_task_get_task_data (G_TASK (result))), reading->dataset);
      if (reading->problems->len > 0 && !self->kiosk)
        offer_warnings (self, file, reading->problems);
    }
  else
    {
      if (self->kiosk)
        print_problems (self, file, reading->problems);
      else
        say_refused (self, file, reading->problems);
      g_clear_pointer (&self->kept_state, g_free);
    }
  reading_free (reading);
}

/**
 * jalon_window_stop_reading:
 * @self: a window
 *
 * Lets go of what is being read: something else is shown, or read.
 */
void
jalon_window_stop_reading (JalonWindow *self)
{
  g_cancellable_cancel (self->cancellable);
  g_object_unref (self->cancellable);
  self->cancellable = g_cancellable_new ();
}

/**
 * jalon_window_open:
 * @self: a window
 * @file: the file to read
 *
 * Reads a file in a thread and shows it; one that is refused leaves what is shown alone, and its problems are listed.
 */
void
jalon_window_open (JalonWindow *self, GFile *file)
{
  g_autoptr (GTask) task = NULL;

  g_clear_pointer (&self->kept_state, g_free);
  jalon_window_stop_reading (self);
  task = g_task_new (self, self->cancellable, read_cb, get_name (file));
  g_task_set_source_tag (task, jalon_window_open);
  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  g_task_run_in_thread (task, read_in_thread);
}

/**
 * jalon_window_load_basemap:
 * @self: a window
 * @path: an MBTiles file of vector tiles in the OpenMapTiles schema
 *
 * Puts another map under the pins. A file that can't be one leaves the map alone, and a toast says why.
 *
 * Returns: (transfer full) (nullable): the sentence of the toast; %NULL if the map is shown
 */
char *
jalon_window_load_basemap (JalonWindow *self, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JalonBasemap) basemap = jalon_basemap_open_foreign (path, &error);
  g_autofree char *name = g_filename_display_basename (path);
  char *sentence;

  if (basemap != NULL)
    {
      jalon_map_view_set_basemap (JALON_MAP_VIEW (self->map), basemap);
      return NULL;
    }
  sentence = jalon_basemap_explain (error, jalon_model_get_language (self->model), name);
  jalon_window_toast (self, sentence, NULL, NULL, NULL);
  return sentence;
}

/**
 * jalon_window_show_problems:
 * @self: a window
 * @file: the name of the file
 * @sentence: (nullable): what happened as a whole
 * @problems: (element-type JalonProblem): what is wrong with it
 *
 * Lists the problems of a file.
 */
void
jalon_window_show_problems (JalonWindow *self, const char *file, const char *sentence, const GPtrArray *problems)
{
  gtk_window_present (jalon_problems_window_new (GTK_WINDOW (self), jalon_model_get_language (self->model),
                                                 file, sentence, problems));
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, JalonWindow *self)
{
  GSList *files = g_value_get_boxed (value);

  if (files == NULL)
    return FALSE;
  jalon_window_open (self, G_FILE (files->data));
  return TRUE;
}

/**
 * jalon_window_accept_drops:
 * @self: a window
 *
 * Has the window open a file that is dropped on it.
 */
void
jalon_window_accept_drops (JalonWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  self->drops = GTK_EVENT_CONTROLLER (target);
  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), self->drops);
}
