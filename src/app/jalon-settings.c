/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/jalon-settings.h"

#include <unistd.h>

static GSettings *
make_settings (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = source != NULL ? g_settings_schema_source_lookup (source, APP_ID, TRUE) : NULL;

  return schema != NULL ? g_settings_new_full (schema, NULL, NULL) : NULL;
}

/**
 * jalon_settings_get:
 *
 * What is remembered from one start to the next. Values of a wrong type and keys that nobody knows, as a later version may leave
 * them, are passed over.
 *
 * Returns: (transfer none) (nullable): the settings; %NULL where their schema isn't installed: then defaults hold and nothing is kept
 */
GSettings *
jalon_settings_get (void)
{
  static gsize made = 0;
  static GSettings *settings;

  if (g_once_init_enter (&made))
    {
      settings = make_settings ();
      g_once_init_leave (&made, 1);
    }
  return settings;
}

/* The folder is there, if it can be, as soon as something is kept. */
static gboolean
can_write (const char *folder)
{
  return g_mkdir_with_parents (folder, 0700) == 0 && access (folder, W_OK) == 0;
}

static gboolean
needs_bus (GSettings *settings)
{
  g_autoptr (GObject) backend = NULL;

  g_object_get (settings, "backend", &backend, NULL);
  return backend == NULL || g_str_equal (G_OBJECT_TYPE_NAME (backend), "DConfSettingsBackend");
}

/**
 * jalon_settings_explain:
 * @language: the language to speak
 * @has_bus: whether there is a session bus
 *
 * Says why nothing that is set is there at the next start.
 *
 * Returns: (transfer none) (nullable): the sentence; %NULL where all is well
 */
const char *
jalon_settings_explain (const JalonLanguage *language, gboolean has_bus)
{
  GSettings *settings = jalon_settings_get ();

  if (settings == NULL)
    return jalon_tr (language, "Settings aren’t kept: Jalon isn’t wholly installed");
  if (!has_bus && needs_bus (settings))
    return jalon_tr (language, "Settings aren’t kept: there is no session bus");
  if (!can_write (g_get_user_config_dir ()))
    return jalon_tr (language, "Settings aren’t kept: the home folder can’t be written");
  return NULL;
}

/**
 * jalon_settings_get_language:
 *
 * Returns: (nullable): the language that was chosen last; %NULL: none was, or none that Jalon speaks
 */
const JalonLanguage *
jalon_settings_get_language (void)
{
  GSettings *settings = jalon_settings_get ();
  g_autofree char *code = settings != NULL ? g_settings_get_string (settings, "language") : NULL;

  return code != NULL && code[0] != '\0' ? jalon_language_get (code) : NULL;
}

/**
 * jalon_settings_set_language:
 * @language: (nullable): the language that was chosen; %NULL: the system's
 *
 * Has the next window speak a language.
 */
void
jalon_settings_set_language (const JalonLanguage *language)
{
  GSettings *settings = jalon_settings_get ();

  if (settings != NULL)
    g_settings_set_string (settings, "language", language != NULL ? jalon_language_get_code (language) : "");
}

/**
 * jalon_settings_restore_window:
 * @window: a window that isn't shown yet
 *
 * Gives a window the size that the last one had.
 */
void
jalon_settings_restore_window (GtkWindow *window)
{
  GSettings *settings = jalon_settings_get ();

  if (settings == NULL)
    return;
  gtk_window_set_default_size (window, g_settings_get_int (settings, "window-width"), g_settings_get_int (settings, "window-height"));
  if (g_settings_get_boolean (settings, "maximized"))
    gtk_window_maximize (window);
}

/**
 * jalon_settings_remember_window:
 * @window: a window that is about to go
 *
 * Keeps the size of a window for the next one, where it isn't full screen.
 */
void
jalon_settings_remember_window (GtkWindow *window)
{
  GSettings *settings = jalon_settings_get ();
  int width, height;

  if (settings == NULL || gtk_window_is_fullscreen (window))
    return;
  gtk_window_get_default_size (window, &width, &height);
  if (width >= 360 && height >= 240)
    {
      g_settings_set_int (settings, "window-width", width);
      g_settings_set_int (settings, "window-height", height);
    }
  g_settings_set_boolean (settings, "maximized", gtk_window_is_maximized (window));
}
