/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/jalon-look.h"

#include <adwaita.h>

static JalonTheme
get_theme (void)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  gboolean dark = adw_style_manager_get_dark (manager);

  if (adw_style_manager_get_high_contrast (manager))
    return dark ? JALON_THEME_HIGH_CONTRAST_DARK : JALON_THEME_HIGH_CONTRAST;
  return dark ? JALON_THEME_DARK : JALON_THEME_LIGHT;
}

/* Scenes are set in the desktop's font; their size 1 is 11 points at 96 dots an inch. */
static void
update (JalonModel *model)
{
  g_autofree char *font = NULL;
  PangoFontDescription *description;
  double points = 11;
  int dpi = -1;

  g_object_get (gtk_settings_get_default (), "gtk-font-name", &font, "gtk-xft-dpi", &dpi, NULL);
  description = pango_font_description_from_string (font != NULL ? font : "Sans 11");
  if (pango_font_description_get_size (description) > 0 && !pango_font_description_get_size_is_absolute (description))
    points = pango_font_description_get_size (description) / (double) PANGO_SCALE;
  jalon_model_set_look (model, get_theme (), pango_font_description_get_family (description),
                        points / 11 * (dpi > 0 ? dpi / 1024.0 / 96 : 1));
  pango_font_description_free (description);
}

/**
 * jalon_look_follow:
 * @model: a model
 *
 * Has a model follow the desktop's light, dark, high contrast, font and text size.
 */
void
jalon_look_follow (JalonModel *model)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  GtkSettings *settings = gtk_settings_get_default ();

  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (update), model, G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (update), model, G_CONNECT_SWAPPED);
  g_signal_connect_object (settings, "notify::gtk-font-name", G_CALLBACK (update), model, G_CONNECT_SWAPPED);
  g_signal_connect_object (settings, "notify::gtk-xft-dpi", G_CALLBACK (update), model, G_CONNECT_SWAPPED);
  update (model);
}
