/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/jalon-page-window.h"
#include "app/jalon-window-private.h"

/* Whose data the bundled map is made of, and under which licence, with the licence's own page. */
static const struct
{
  const char *name;
  const char *licence;
  const char *url; /* NULL: none is needed */
} credits[] = {
  { "Natural Earth", N_ ("Public domain"), NULL },
  { "GSHHG 2.3.7", N_ ("GNU Lesser General Public License, version 3 or later"), "https://www.gnu.org/licenses/lgpl-3.0.html" },
  { "GeoNames", N_ ("Creative Commons Attribution 4.0"), "https://creativecommons.org/licenses/by/4.0/" },
  { "Etalab, INSEE, IGN", N_ ("Open License 2.0 (France)"), "https://www.etalab.gouv.fr/licence-ouverte-open-licence/" },
  { "country-coder", N_ ("ISC License"), "https://opensource.org/license/isc-license-txt" },
  { "Unicode CLDR", N_ ("Unicode License, version 3"), "https://www.unicode.org/license.txt" },
};

static void
open_cb (GtkWidget *row, const char *url)
{
  g_app_info_launch_default_for_uri_async (url, NULL, NULL, NULL, NULL);
}

/* A row that opens a page, or, without one, only says what it says. */
static void
add_link (GtkWidget *group, const char *title, const char *subtitle, const char *url)
{
  GtkWidget *row = jalon_page_window_add_row (group, title, subtitle);

  if (url == NULL)
    return;
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_widget_set_tooltip_text (row, url);
  g_signal_connect (row, "activated", G_CALLBACK (open_cb), (gpointer) url);
}

static GtkWidget *
make_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
add_head (GtkWidget *page, const JalonLanguage *language)
{
  GtkWidget *group = jalon_page_window_add_group (page, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *icon = gtk_image_new_from_icon_name ("jalon-logo");

  gtk_image_set_pixel_size (GTK_IMAGE (icon), 128);
  gtk_widget_add_css_class (icon, "icon-dropshadow");
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), make_label ("Jalon", "title-1"));
  gtk_box_append (GTK_BOX (box), make_label (VERSION, "dim-label"));
  gtk_box_append (GTK_BOX (box), make_label (jalon_tr (language, "Where AI investments were announced, how much each is worth, "
                                                                 "how sure that is, and who said so"), "body"));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), box);
}

static GtkWidget *
make_page (const JalonLanguage *language)
{
  GtkWidget *page = adw_preferences_page_new ();
  GtkWidget *group;

  add_head (page, language);
  group = jalon_page_window_add_group (page, jalon_tr (language, "Made by"));
  jalon_page_window_add_row (group, jalon_tr (language, "The Jalon authors"), jalon_tr (language, "Program, drawings and translations"));
  group = jalon_page_window_add_group (page, jalon_tr (language, "License"));
  add_link (group, jalon_tr (language, "GNU General Public License, version 3 or later"),
            jalon_tr (language, "You may use, study, share and change it; it comes without any warranty"),
            "https://www.gnu.org/licenses/gpl-3.0.html");
  group = jalon_page_window_add_group (page, jalon_tr (language, "Data of the bundled map"));
  for (guint i = 0; i < G_N_ELEMENTS (credits); i++)
    add_link (group, credits[i].name, jalon_tr (language, credits[i].licence), credits[i].url);
  return page;
}

static void
about_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  const JalonLanguage *language = jalon_model_get_language (JALON_WINDOW (widget)->model);
  GtkWindow *window = jalon_page_window_new (GTK_WINDOW (widget), 440, 640);

  jalon_page_window_fill (window, jalon_tr (language, "About Jalon"), make_page (language));
  gtk_window_present (window);
}

/**
 * jalon_window_install_about_actions:
 * @klass: the class of the window
 *
 * Installs the action that says whose the program and its map are.
 */
void
jalon_window_install_about_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.about", NULL, about_action);
}
