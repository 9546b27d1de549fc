/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/jalon-application.h"

#include <stdio.h>
#include <stdlib.h>

#include "app/jalon-application-found.h"
#include "app/jalon-commands.h"
#include "app/jalon-opening.h"
#include "app/jalon-options.h"
#include "app/jalon-present-options.h"
#include "app/jalon-search-provider.h"
#include "app/jalon-settings.h"
#include "app/jalon-state.h"

/* Started by the bus, and nothing asked any more: it goes. */
#define IDLE_MS 10000

/**
 * JalonApplication:
 *
 * The program: what needs no display is done and answered before one is asked for; else a window for each file. On the bus it also
 * answers a desktop's search.
 */
struct _JalonApplication
{
  AdwApplication parent_instance;

  gboolean understood; /* the options of the command line were */
  gboolean names_file; /* the command line does */
  gboolean explained;          /* why settings aren't kept */
  JalonSearchProvider *search; /* owned */
};

G_DEFINE_FINAL_TYPE (JalonApplication, jalon_application, ADW_TYPE_APPLICATION)

static int
jalon_application_handle_local_options (GApplication *application, GVariantDict *options)
{
  JALON_APPLICATION (application)->understood = TRUE;
  JALON_APPLICATION (application)->names_file = g_variant_dict_contains (options, G_OPTION_REMAINING);
  return jalon_commands_run (options);
}

/* GApplication ends with 1 for an option it doesn't know; wrong usage is 2. */
static gboolean
jalon_application_local_command_line (GApplication *application, char ***arguments, int *exit_status)
{
  gboolean done = G_APPLICATION_CLASS (jalon_application_parent_class)->local_command_line (application, arguments, exit_status);

  if (done && *exit_status == 1 && !JALON_APPLICATION (application)->understood)
    *exit_status = 2;
  return done;
}

static JalonWindow *
add_window (GApplication *application, const JalonLanguage *language)
{
  JalonWindow *window = jalon_window_new (GTK_APPLICATION (application), language);
  GtkWindowGroup *group = gtk_window_group_new ();

  gtk_window_group_add_window (group, GTK_WINDOW (window));
  g_object_unref (group);
  return window;
}

/* What a window speaks that nobody told: what was chosen last, else what the system speaks. */
static const JalonLanguage *
get_language (void)
{
  const JalonLanguage *chosen = jalon_settings_get_language ();

  return chosen != NULL ? chosen : jalon_language_get_default ();
}

static void
new_window_action (GSimpleAction *action, GVariant *parameter, gpointer application)
{
  GtkWindow *active = gtk_application_get_active_window (GTK_APPLICATION (application));
  const JalonLanguage *language = get_language ();
  JalonWindow *window;

  if (JALON_IS_WINDOW (active))
    language = jalon_model_get_language (jalon_window_get_model (JALON_WINDOW (active)));
  window = add_window (application, language);
  jalon_application_show_bundled (window);
  jalon_application_present (application, window);
}

static void
quit_action (GSimpleAction *action, GVariant *parameter, gpointer application)
{
  GtkWindow *active = gtk_application_get_active_window (GTK_APPLICATION (application));

  if (JALON_IS_WINDOW (active))
    {
      jalon_settings_remember_window (active);
      jalon_window_remember_state (JALON_WINDOW (active));
    }
  g_application_quit (G_APPLICATION (application));
}

/* The options are written into the window's query once its file has been read. */
static void
dataset_shown_cb (JalonModel *model, guint what, GVariantDict *options)
{
  g_autoptr (GError) error = NULL;
  JalonQuery *query = jalon_model_get_query (model);
  const char *text = NULL;
  g_autoptr (JalonState) state = NULL;

  if (!(what & JALON_MODEL_DATASET))
    return;
  g_signal_handlers_disconnect_by_func (model, dataset_shown_cb, options);
  if (g_variant_dict_lookup (options, "state", "&s", &text))
    state = jalon_state_parse (text, jalon_model_get_dataset (model), NULL, NULL);
  if (state != NULL)
    {
      state->language = NULL; /* --language goes before it: the window speaks it already */
      jalon_state_apply (state, model);
    }
  if (g_variant_dict_contains (options, "filter") || g_variant_dict_contains (options, "all"))
    jalon_query_clear_filters (query);
  if (!jalon_options_apply (options, query, jalon_model_get_dataset (model), FALSE, &error))
    g_printerr ("jalon: %s\n", error->message);
}

/* The map that --basemap names; without it, or where it can't be shown, the bundled one stays. */
static void
load_basemap (JalonWindow *window, GApplicationCommandLine *command_line)
{
  const char *name = NULL;
  g_autoptr (GFile) file = NULL;
  g_autofree char *path = NULL;
  g_autofree char *sentence = NULL;

  if (!g_variant_dict_lookup (g_application_command_line_get_options_dict (command_line), "basemap", "^&ay", &name))
    return;
  file = g_application_command_line_create_file_for_arg (command_line, name);
  path = g_file_get_path (file);
  sentence = jalon_window_load_basemap (window, path != NULL ? path : name);
  if (sentence == NULL)
    return;
  if (g_application_command_line_get_is_remote (command_line))
    g_application_command_line_printerr (command_line, "jalon: %s\n", sentence);
  else
    fprintf (stderr, "jalon: %s\n", sentence); /* as UTF-8, whatever the locale */
}

/* Slides of the file once it has been read and the options are in the query. */
static void
present_cb (JalonModel *model, guint what, JalonWindow *window)
{
  JalonPresenterOptions *options = g_object_get_data (G_OBJECT (window), "present");

  if (!(what & JALON_MODEL_DATASET))
    return;
  g_signal_handlers_disconnect_by_func (model, present_cb, window);
  jalon_window_present_slides (window, options);
}

static void
present_when_shown (JalonWindow *window, GVariantDict *options)
{
  JalonPresenterOptions *read = g_new0 (JalonPresenterOptions, 1);

  jalon_present_options_read (options, read, NULL); /* they were good when the command began */
  g_object_set_data_full (G_OBJECT (window), "present", read, g_free);
  g_signal_connect_object (jalon_window_get_model (window), "changed", G_CALLBACK (present_cb), window, 0);
}

static void
open_window (GApplication *application, GApplicationCommandLine *command_line, const char *file, const JalonLanguage *language)
{
  GVariantDict *options = g_application_command_line_get_options_dict (command_line);
  gboolean presents = jalon_present_options_wanted (options);
  JalonWindow *window = add_window (application, language);
  gboolean asked = presents || jalon_options_have_query (options) || g_variant_dict_contains (options, "all");

  g_signal_connect_data (jalon_window_get_model (window), "changed", G_CALLBACK (dataset_shown_cb), g_variant_dict_ref (options),
                         (GClosureNotify) (GCallback) g_variant_dict_unref, 0);
  if (presents)
    present_when_shown (window, options);
  load_basemap (window, command_line);
  jalon_window_set_remembers (window, !asked);
  if (file == NULL && asked)
    {
      jalon_application_show_bundled (window);
    }
  else if (file == NULL)
    {
      jalon_window_open_last (window);
    }
  else
    {
      g_autoptr (GFile) location = g_application_command_line_create_file_for_arg (command_line, file);

      jalon_window_open (window, location);
    }
  if (!presents)
    jalon_application_present (application, window);
}

static gboolean
jalon_application_dbus_register (GApplication *application, GDBusConnection *connection, const char *path, GError **error)
{
  g_autofree char *search_path = g_strconcat (path, "/SearchProvider", NULL);

  return G_APPLICATION_CLASS (jalon_application_parent_class)->dbus_register (application, connection, path, error)
         && jalon_search_provider_export (JALON_APPLICATION (application)->search, connection, search_path, error);
}

static void
jalon_application_dbus_unregister (GApplication *application, GDBusConnection *connection, const char *path)
{
  if (JALON_APPLICATION (application)->search != NULL)
    jalon_search_provider_unexport (JALON_APPLICATION (application)->search);
  G_APPLICATION_CLASS (jalon_application_parent_class)->dbus_unregister (application, connection, path);
}

static int
jalon_application_command_line (GApplication *application, GApplicationCommandLine *command_line)
{
  GVariantDict *options = g_application_command_line_get_options_dict (command_line);
  g_autofree const char **files = NULL;
  g_autoptr (GError) error = NULL;
  const JalonLanguage *language = jalon_options_get_language (options, get_language (), &error);

  if (language == NULL)
    {
      g_application_command_line_printerr (command_line, "jalon: %s\n", error->message);
      return 2;
    }
  g_variant_dict_lookup (options, G_OPTION_REMAINING, "^a&ay", &files);
  if (files == NULL || files[0] == NULL)
    open_window (application, command_line, NULL, language);
  for (guint i = 0; files != NULL && files[i] != NULL; i++)
    open_window (application, command_line, files[i], language);
  return 0;
}

/* Begins to read what the first window will show, if it is known already. */
static void
begin_opening (JalonApplication *self)
{
  GSettings *settings = jalon_settings_get ();
  g_autofree char *last = settings != NULL ? g_settings_get_string (settings, "last-file") : NULL;

  if (settings != NULL && !(g_application_get_flags (G_APPLICATION (self)) & G_APPLICATION_IS_SERVICE))
    jalon_opening_begin (get_language (), !self->names_file && last[0] == '\0', g_settings_get_int (settings, "window-width"),
                         g_settings_get_int (settings, "window-height"));
}

static void
jalon_application_startup (GApplication *application)
{
  const GActionEntry actions[] = {
    { .name = "new-window", .activate = new_window_action },
    { .name = "quit", .activate = quit_action },
  };
  const char *const new_window[] = { "<Ctrl>n", NULL };
  const char *const quit[] = { "<Ctrl>q", NULL };

  if (g_application_get_dbus_connection (application) == NULL)
    g_setenv ("GTK_A11Y", "none", FALSE); /* GTK would talk to screen readers under no name, and complain of that */
  begin_opening (JALON_APPLICATION (application));
  if (!gtk_init_check ())
    {
      fprintf (stderr, "jalon: %s\n", jalon_tr (get_language (), "There is no display for a window; --summary, --check and --export need none"));
      exit (EXIT_FAILURE);
    }
  G_APPLICATION_CLASS (jalon_application_parent_class)->startup (application);
  g_action_map_add_action_entries (G_ACTION_MAP (application), actions, G_N_ELEMENTS (actions), application);
  gtk_application_set_accels_for_action (GTK_APPLICATION (application), "app.new-window", new_window);
  gtk_application_set_accels_for_action (GTK_APPLICATION (application), "app.quit", quit);
  if (g_application_get_flags (application) & G_APPLICATION_IS_SERVICE)
    g_application_set_inactivity_timeout (application, IDLE_MS);
}

static void
jalon_application_activate (GApplication *application)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));

  if (window == NULL)
    {
      window = GTK_WINDOW (jalon_application_add_window (application));
      jalon_window_open_last (JALON_WINDOW (window));
    }
  jalon_application_present (application, JALON_WINDOW (window));
}

/* Only by D-Bus: a command line is read above. */
static void
jalon_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  for (int i = 0; i < n_files; i++)
    jalon_application_open_file (application, files[i]);
}

static void
jalon_application_dispose (GObject *object)
{
  g_clear_object (&JALON_APPLICATION (object)->search);
  G_OBJECT_CLASS (jalon_application_parent_class)->dispose (object);
}

static void
jalon_application_class_init (JalonApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  application_class->local_command_line = jalon_application_local_command_line;
  application_class->handle_local_options = jalon_application_handle_local_options;
  application_class->command_line = jalon_application_command_line;
  application_class->open = jalon_application_open;
  application_class->startup = jalon_application_startup;
  application_class->activate = jalon_application_activate;
  application_class->dbus_register = jalon_application_dbus_register;
  application_class->dbus_unregister = jalon_application_dbus_unregister;
  G_OBJECT_CLASS (klass)->dispose = jalon_application_dispose;
}

static void
jalon_application_init (JalonApplication *self)
{
  jalon_options_add (G_APPLICATION (self));
  self->search = jalon_search_provider_new (G_APPLICATION (self), jalon_application_show_found);
}

/**
 * jalon_application_new:
 *
 * Makes the application, one a process.
 *
 * Returns: (transfer full): the application, to be run
 */
JalonApplication *
jalon_application_new (void)
{
  return g_object_new (JALON_TYPE_APPLICATION,
                       "application-id", APP_ID,
                       "resource-base-path", RESOURCE_PATH,
                       "flags", G_APPLICATION_HANDLES_COMMAND_LINE | G_APPLICATION_HANDLES_OPEN,
                       NULL);
}

/**
 * jalon_application_add_window:
 * @application: the application
 *
 * Returns: (transfer none): a new window, not on screen yet, that speaks what was chosen last, else what the system speaks
 */
JalonWindow *
jalon_application_add_window (GApplication *application)
{
  return add_window (application, get_language ());
}

/**
 * jalon_application_present:
 * @application: the application
 * @window: a window; what it is to show at once it has already, so that it is laid out and painted once
 *
 * Brings a window on screen, the first one with what its user should know.
 */
void
jalon_application_present (GApplication *application, JalonWindow *window)
{
  gboolean has_bus = g_application_get_dbus_connection (application) != NULL;
  const char *sentence = jalon_settings_explain (jalon_model_get_language (jalon_window_get_model (window)), has_bus);

  if (sentence != NULL && !JALON_APPLICATION (application)->explained)
    jalon_window_toast (window, sentence, NULL, NULL, NULL);
  JALON_APPLICATION (application)->explained = TRUE;
  gtk_window_present (GTK_WINDOW (window));
}

/**
 * jalon_application_show_bundled:
 * @window: a window
 *
 * Shows the dataset that the program carries.
 */
void
jalon_application_show_bundled (JalonWindow *window)
{
  g_autoptr (JalonDataset) dataset = jalon_opening_take_dataset ();

  if (dataset == NULL)
    dataset = jalon_options_read_bundled ();
  jalon_window_take_file (window, NULL, dataset);
}
