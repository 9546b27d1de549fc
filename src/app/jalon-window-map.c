/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/jalon-opening.h"
#include "app/jalon-settings.h"
#include "app/jalon-window-private.h"
#include "widgets/jalon-map-view.h"

/* The map without which all else still works: that it can't be read is said to who looks, and why on standard error. */
static void
load_bundled (JalonWindow *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JalonBasemap) basemap = jalon_opening_take_basemap ();

  if (basemap == NULL)
    basemap = jalon_basemap_open_bundled (&error);
  if (basemap == NULL)
    {
      const char *sentence = jalon_tr (jalon_model_get_language (self->model), "The base map can’t be read: the pins stand on plain land");

      g_printerr ("jalon: %s\n", error->message);
      jalon_window_toast (self, sentence, NULL, NULL, NULL);
    }
  jalon_map_view_set_basemap (JALON_MAP_VIEW (self->map), basemap);
}

/* The map that was chosen, else the bundled one. */
static void
apply_basemap (JalonWindow *self)
{
  GSettings *settings = jalon_settings_get ();
  g_autofree char *name = settings != NULL ? g_settings_get_string (settings, "basemap") : g_strdup ("");
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (name);
  g_autofree char *path = name[0] != '\0' ? g_file_get_path (file) : NULL;
  g_autofree char *sentence = NULL;

  if (name[0] != '\0')
    sentence = jalon_window_load_basemap (self, path != NULL ? path : name);
  if (name[0] == '\0' || sentence != NULL)
    load_bundled (self);
}

/* Windows that ask the same server share what it answered. */
static JalonOnlineTiles *
get_online (const char *address, const char *credit)
{
  static char *shared_address, *shared_credit;
  static JalonOnlineTiles *shared; /* weak */
  g_autofree char *folder = g_build_filename (g_get_user_cache_dir (), "jalon", "tiles", NULL);

  if (shared != NULL && g_str_equal (address, shared_address) && g_str_equal (credit, shared_credit))
    return g_object_ref (shared);
  g_clear_weak_pointer (&shared);
  g_free (shared_address);
  g_free (shared_credit);
  shared_address = g_strdup (address);
  shared_credit = g_strdup (credit);
  g_set_weak_pointer (&shared, jalon_online_tiles_new (address, credit, folder));
  return shared;
}

static void
apply_online (JalonWindow *self)
{
  GSettings *settings = jalon_settings_get ();
  g_autofree char *address = g_settings_get_string (settings, "online-tiles-url");
  g_autofree char *credit = g_settings_get_string (settings, "online-tiles-credit");
  g_autoptr (JalonOnlineTiles) online = NULL;

  if (g_settings_get_boolean (settings, "online-tiles"))
    online = get_online (address, credit);
  jalon_map_view_set_online (JALON_MAP_VIEW (self->map), online);
}

static void
setting_changed_cb (JalonWindow *self, const char *key)
{
  if (g_str_equal (key, "basemap"))
    apply_basemap (self);
  else if (g_str_has_prefix (key, "online-tiles"))
    apply_online (self);
}

/**
 * jalon_window_follow_map_settings:
 * @self: a window
 *
 * Puts the map that the settings choose under the pins, now and when they change.
 */
void
jalon_window_follow_map_settings (JalonWindow *self)
{
  GSettings *settings = jalon_settings_get ();

  apply_basemap (self);
  if (settings == NULL)
    return;
  apply_online (self);
  g_signal_connect_object (settings, "changed", G_CALLBACK (setting_changed_cb), self, G_CONNECT_SWAPPED);
}
