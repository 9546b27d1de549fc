/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What Jalon's start is measured against: a window of libadwaita around an empty map of libshumate, 1280 by 720. With BASEMAP the map
 * has the base map as its only layer, where Jalon opens on the bundled data. */
#include "config.h"

#include <adwaita.h>
#include <shumate/shumate.h>

#ifdef BASEMAP
#include "widgets/jalon-basemap-source.h"

static void
look (ShumateMap *map)
{
  g_autoptr (JalonBasemap) basemap = jalon_basemap_open_bundled (NULL);
  g_autoptr (ShumateMapSource) source = jalon_basemap_source_new (basemap, JALON_THEME_LIGHT, jalon_language_get ("en"));
  const JalonMapLook seen = { 43.5, 5.5, 7 };
  ShumateViewport *viewport = shumate_map_get_viewport (map);

  jalon_basemap_source_set_software (JALON_BASEMAP_SOURCE (source), TRUE);
  shumate_viewport_set_reference_map_source (viewport, source);
  shumate_viewport_set_zoom_level (viewport, seen.zoom);
  shumate_location_set_location (SHUMATE_LOCATION (viewport), seen.lat, seen.lon);
  jalon_basemap_source_show (JALON_BASEMAP_SOURCE (source), &seen, 1280, 720);
  shumate_map_add_layer (map, SHUMATE_LAYER (shumate_map_layer_new (source, viewport)));
}
#else
static void
look (ShumateMap *map)
{
}
#endif

static void
activate_cb (GtkApplication *application)
{
  GtkWidget *window = adw_application_window_new (application);
  ShumateMap *map = shumate_map_new ();

  look (map);
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), GTK_WIDGET (map));
  gtk_window_set_default_size (GTK_WINDOW (window), 1280, 720);
  gtk_window_present (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  g_autoptr (AdwApplication) application = adw_application_new (APP_ID ".Bare", 0);

  g_signal_connect (application, "activate", G_CALLBACK (activate_cb), NULL);
  return g_application_run (G_APPLICATION (application), argc, argv);
}
