/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui-support.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "app/jalon-presenter.h"

#define HEAD "{\"format\": \"jalon\", \"version\": 1, \"title\": \"T\", \"places\": [" \
             "{\"id\": \"here\", \"name\": \"Here\", \"lat\": 1, \"lon\": 1, \"precision\": \"site\"}], \"projects\": ["
#define PROJECT(id, amount) "{\"id\": \"" id "\", \"title\": \"" id "\", \"kind\": \"cloud\", \"scope\": \"site\", \"at\": [\"here\"]," \
                            "\"announcements\": [{\"date\": \"2025\", \"act\": \"announces\", \"amount\": {\"value\": " amount "}}]}"

static const char *const before = HEAD PROJECT ("small", "5") "," PROJECT ("large", "9") "]}";
static const char *const after = HEAD PROJECT ("small", "5") "," PROJECT ("large", "9") "," PROJECT ("huge", "70") "]}";
static const char *const without = HEAD PROJECT ("large", "9") "," PROJECT ("huge", "70") "]}";

static GtkApplication *application; /* one a process */

/* A kiosk on a file. */
typedef struct
{
  JalonWindow *dashboard;
  JalonPresenter *presenter;
  char *path;
  JalonDataset *old; /* borrowed: what is no longer shown once a change is there */
  char *said;        /* where standard error goes */
  double idle;       /* seconds; 0: many */
} Stand;

/* Arrows that come while nobody sees the window aren't told either. */
static void
test_arrows (void)
{
  g_autoptr (JalonDataset) dataset = ui_read_bundled ();
  JalonWindow *window = ui_window_new (dataset, "en");
  g_autoptr (GPtrArray) icons = NULL;

  jalon_window_be_kiosk (window);
  gtk_widget_set_visible (GTK_WIDGET (window), FALSE);
  jalon_model_set_dataset (jalon_window_get_model (window), dataset);
  icons = ui_list_type (GTK_WIDGET (window), g_type_from_name ("GtkBuiltinIcon"));
  g_assert_cmpuint (icons->len, >, 5);
  for (guint i = 0; i < icons->len; i++)
    gtk_test_accessible_assert_state (GTK_ACCESSIBLE (g_ptr_array_index (icons, i)), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE);
  gtk_window_destroy (GTK_WINDOW (window));
}

static JalonDataset *
get_dataset (Stand *stand)
{
  return jalon_model_get_dataset (jalon_window_get_model (stand->dashboard));
}

static gboolean
is_another (gpointer data)
{
  Stand *stand = data;

  return get_dataset (stand) != stand->old;
}

static gboolean
is_mapped (gpointer widget)
{
  return gtk_widget_get_mapped (widget);
}

static void
write_file (Stand *stand, const char *text)
{
  stand->old = get_dataset (stand);
  g_assert_true (g_file_set_contents (stand->path, text, -1, NULL));
}

/* As the application does it: when the facts are there. */
static void
present_cb (JalonModel *model, guint what, Stand *stand)
{
  const JalonPresenterOptions options = { .pace = 300, .kiosk = TRUE, .idle = stand->idle > 0 ? stand->idle : 300 };

  g_signal_handlers_disconnect_by_func (model, present_cb, stand);
  jalon_window_present_slides (stand->dashboard, &options);
}

static void
begin (Stand *stand)
{
  g_autoptr (GFile) file = NULL;

  stand->path = g_build_filename (g_get_user_state_dir (), "file.jalon", NULL);
  stand->said = g_build_filename (g_get_user_state_dir (), "said", NULL);
  stand->dashboard = jalon_window_new (application, jalon_language_get ("en"));
  jalon_window_set_remembers (stand->dashboard, FALSE);
  g_signal_connect (jalon_window_get_model (stand->dashboard), "changed", G_CALLBACK (present_cb), stand);
  write_file (stand, before);
  file = g_file_new_for_path (stand->path);
  jalon_window_open (stand->dashboard, file);
  ui_wait (is_another, stand);
  for (GList *l = gtk_application_get_windows (application); l != NULL; l = l->next)
    if (JALON_IS_PRESENTER (l->data))
      stand->presenter = l->data;
  ui_wait (is_mapped, stand->presenter);
}

static void
end (Stand *stand)
{
  gtk_window_destroy (GTK_WINDOW (stand->presenter));
  gtk_window_destroy (GTK_WINDOW (stand->dashboard));
  g_unlink (stand->path);
  g_unlink (stand->said);
  g_free (stand->path);
  g_free (stand->said);
}

/* The key of the slide of a project. */
static const char *
find_key (Stand *stand, const char *heading)
{
  const GPtrArray *slides = jalon_slide_view_get_slides (jalon_presenter_get_view (stand->presenter));

  for (guint i = 0; i < slides->len; i++)
    if (strstr (((const JalonSlide *) g_ptr_array_index (slides, i))->heading, heading) != NULL)
      return ((const JalonSlide *) g_ptr_array_index (slides, i))->key;
  return NULL;
}

static const char *
get_heading (Stand *stand)
{
  return jalon_slide_view_get_shown (jalon_presenter_get_view (stand->presenter))->heading;
}

static void
assert_nothing_said (Stand *stand)
{
  GType toast = g_type_from_name ("AdwToastWidget");
  g_autoptr (GPtrArray) toasts = toast != 0 ? ui_list_type (GTK_WIDGET (stand->dashboard), toast) : g_ptr_array_new ();

  g_assert_cmpuint (toasts->len, ==, 0);
  g_assert_cmpuint (g_list_length (gtk_application_get_windows (application)), ==, 2);
}

/* A file that changes is taken up, and the same slide stays; the nearest where it has gone. */
static void
test_changed (void)
{
  Stand stand = { 0 };

  begin (&stand);
  jalon_presenter_go (stand.presenter, find_key (&stand, "small"));
  g_assert_nonnull (strstr (get_heading (&stand), "small"));
  g_assert_null (find_key (&stand, "huge"));
  write_file (&stand, after);
  ui_wait (is_another, &stand);
  g_assert_nonnull (strstr (get_heading (&stand), "small"));
  g_assert_nonnull (find_key (&stand, "huge"));
  g_assert_true (jalon_presenter_step (stand.presenter, -1));
  g_assert_nonnull (strstr (get_heading (&stand), "large"));
  g_assert_true (jalon_presenter_step (stand.presenter, 1));
  write_file (&stand, without);
  ui_wait (is_another, &stand);
  g_assert_null (find_key (&stand, "small"));
  g_assert_cmpstr (jalon_presenter_get_key (stand.presenter), ==,
                   jalon_slide_view_get_shown (jalon_presenter_get_view (stand.presenter))->key);
  assert_nothing_said (&stand);
  end (&stand);
}

static gboolean
has_complained (gpointer stand)
{
  g_autofree char *text = NULL;

  g_assert_true (g_file_get_contents (((Stand *) stand)->said, &text, NULL, NULL));
  return strstr (text, "file.jalon") != NULL;
}

/* A bad file is told on standard error alone; the facts of before stay until it is good again. */
static void
test_bad (void)
{
  Stand stand = { 0 };
  int standard = dup (STDERR_FILENO), file;

  begin (&stand);
  jalon_presenter_go (stand.presenter, find_key (&stand, "small"));
  file = g_creat (stand.said, 0600);
  dup2 (file, STDERR_FILENO);
  write_file (&stand, "{");
  ui_wait (has_complained, &stand);
  dup2 (standard, STDERR_FILENO);
  close (standard);
  close (file);
  g_assert_false (is_another (&stand));
  g_assert_nonnull (strstr (get_heading (&stand), "small"));
  assert_nothing_said (&stand);
  write_file (&stand, after);
  ui_wait (is_another, &stand);
  g_assert_nonnull (strstr (get_heading (&stand), "small"));
  g_assert_nonnull (find_key (&stand, "huge"));
  end (&stand);
}

/* A visitor keeps the view over a change of the file; the next one begins anew. */
static void
test_visitor (void)
{
  Stand stand = { 0 };
  JalonQuery *query;

  begin (&stand);
  query = jalon_model_get_query (jalon_window_get_model (stand.dashboard));
  g_signal_emit_by_name (stand.presenter, "touched");
  ui_wait (is_mapped, stand.dashboard);
  jalon_query_toggle_value (query, JALON_KEY_PLACE, "here");
  write_file (&stand, after);
  ui_wait (is_another, &stand);
  g_assert_true (jalon_query_has_value (query, JALON_KEY_PLACE, "here"));
  gtk_widget_set_visible (GTK_WIDGET (stand.dashboard), FALSE);
  write_file (&stand, without);
  ui_wait (is_another, &stand);
  g_assert_false (jalon_query_has_value (query, JALON_KEY_PLACE, "here"));
  end (&stand);
}

static GtkWindow *
find_dialog (Stand *stand)
{
  GListModel *windows = gtk_window_get_toplevels ();
  GtkWindow *found = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (gtk_window_get_transient_for (window) == GTK_WINDOW (stand->dashboard))
        found = window;
    }
  return found;
}

/* How many see every event of a window. */
static guint
count_watchers (gpointer window)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (window);
  guint found = 0;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      found += GTK_IS_EVENT_CONTROLLER_LEGACY (controller);
    }
  return found;
}

/* What a visitor opened and left open goes with the visitor; while it is read, its reader is there. */
static void
test_left_open (void)
{
  Stand stand = { .idle = 0.5 };
  GtkWidget *another = adw_window_new ();

  begin (&stand);
  g_signal_emit_by_name (stand.presenter, "touched");
  ui_wait (is_mapped, stand.dashboard);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (stand.dashboard), "win.why", "s", "total"));
  g_assert_nonnull (find_dialog (&stand));
  g_assert_cmpuint (count_watchers (find_dialog (&stand)), >, count_watchers (another));
  gtk_window_destroy (GTK_WINDOW (another));
  ui_wait (is_mapped, stand.presenter);
  g_assert_null (find_dialog (&stand));
  end (&stand);
}

static GtkEventController *
find_motion (GtkWidget *widget)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_MOTION (controller))
        return controller;
    }
  g_assert_not_reached ();
}

/* The buttons come with a pointer that moves, not with another slide under one at rest. */
static void
test_pointer (void)
{
  g_autoptr (JalonDataset) dataset = ui_read_bundled ();
  g_autoptr (JalonQuery) query = jalon_query_new ();
  const JalonPresenterOptions options = { 0 };
  GtkWidget *view = jalon_slide_view_new (dataset, query, NULL, jalon_language_get ("en"));
  JalonPresenter *presenter = jalon_presenter_new (application, JALON_SLIDE_VIEW (view), &options);
  GtkEventController *motion = find_motion (GTK_WIDGET (presenter));
  GtkRevealer *buttons = GTK_REVEALER (ui_find_type (GTK_WIDGET (presenter), GTK_TYPE_REVEALER));

  g_signal_emit_by_name (motion, "motion", 40.0, 50.0);
  g_assert_true (gtk_revealer_get_reveal_child (buttons));
  gtk_revealer_set_reveal_child (buttons, FALSE); /* as after a while */
  jalon_presenter_step (presenter, 1);
  g_signal_emit_by_name (motion, "motion", 40.0, 50.0);
  g_assert_false (gtk_revealer_get_reveal_child (buttons));
  g_signal_emit_by_name (motion, "motion", 41.0, 50.0);
  g_assert_true (gtk_revealer_get_reveal_child (buttons));
  gtk_window_destroy (GTK_WINDOW (presenter));
}

int
main (int argc, char **argv)
{
  g_autofree char *state = g_dir_make_tmp ("jalon-kiosk-XXXXXX", NULL);
  int failed;

  g_setenv ("XDG_STATE_HOME", state, TRUE);
  g_setenv ("XDG_DATA_HOME", state, TRUE); /* the recent files */
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  application = gtk_application_new ("io.github.jalon.Kiosk", G_APPLICATION_NON_UNIQUE);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
  g_test_add_func ("/kiosk/arrows", test_arrows);
  g_test_add_func ("/kiosk/changed", test_changed);
  g_test_add_func ("/kiosk/bad", test_bad);
  g_test_add_func ("/kiosk/visitor", test_visitor);
  g_test_add_func ("/kiosk/left-open", test_left_open);
  g_test_add_func ("/presenter/pointer", test_pointer);
  failed = g_test_run ();
  g_object_unref (application);
  ui_remove_folder (state);
  return failed;
}
