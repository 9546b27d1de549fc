/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/jalon-map-preferences.h"

#include "app/jalon-page-window.h"
#include "widgets/jalon-compat.h"
#include "widgets/jalon-icon-button.h"
#include "widgets/jalon-online-tiles.h"

static void
chosen_cb (GFile *file, gpointer data)
{
  g_autoptr (GtkWidget) row = data;
  g_autofree char *name = NULL;

  if (file == NULL)
    return;
  name = g_file_get_path (file);
  if (name == NULL)
    name = g_file_get_uri (file);
  g_settings_set_string (g_object_get_data (G_OBJECT (row), "settings"), "basemap", name);
}

static void
choose_cb (GtkWidget *row)
{
  const JalonLanguage *language = g_object_get_data (G_OBJECT (row), "language");
  const char *const suffixes[] = { "mbtiles", NULL };

  jalon_compat_choose_file (GTK_WINDOW (gtk_widget_get_root (row)), jalon_tr (language, "Choose a Map"), jalon_tr (language, "Choose"),
                            jalon_tr (language, "Maps of vector tiles"), suffixes, chosen_cb, g_object_ref (row));
}

static void
reset_cb (GtkWidget *row)
{
  g_settings_reset (g_object_get_data (G_OBJECT (row), "settings"), "basemap");
}

/* Which map is chosen: the file's name. */
static void
basemap_changed_cb (GtkWidget *row)
{
  g_autofree char *name = g_settings_get_string (g_object_get_data (G_OBJECT (row), "settings"), "basemap");
  g_autofree char *shown = g_filename_display_basename (name);
  GtkWidget *reset = g_object_get_data (G_OBJECT (row), "reset");

  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), name[0] != '\0' ? shown : jalon_tr (g_object_get_data (G_OBJECT (row), "language"),
                                                                                           "The one that comes with Jalon"));
  gtk_widget_set_visible (reset, name[0] != '\0');
}

static void
add_file (GtkWidget *group, GSettings *settings, const JalonLanguage *language)
{
  GtkWidget *row = jalon_page_window_add_row (group, jalon_tr (language, "Map File"), NULL);
  GtkWidget *choose = gtk_button_new_with_label (jalon_tr (language, "Choose…"));
  GtkWidget *reset = jalon_icon_button_new ("edit-undo-symbolic", G_CALLBACK (reset_cb), row);

  g_object_set_data_full (G_OBJECT (row), "settings", g_object_ref (settings), g_object_unref);
  g_object_set_data (G_OBJECT (row), "language", (gpointer) language);
  g_object_set_data (G_OBJECT (row), "reset", reset);
  jalon_icon_button_set_words (reset, jalon_tr (language, "Back to the bundled map"));
  gtk_widget_add_css_class (reset, "flat");
  gtk_widget_set_valign (reset, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (choose, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (choose, "clicked", G_CALLBACK (choose_cb), row);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), reset);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), choose);
  g_signal_connect_object (settings, "changed::basemap", G_CALLBACK (basemap_changed_cb), row, G_CONNECT_SWAPPED);
  basemap_changed_cb (row);
}

static void
add_switch (GtkWidget *group, GSettings *settings, const JalonLanguage *language)
{
  GtkWidget *row = jalon_page_window_add_row (group, jalon_tr (language, "Online Map"),
                             jalon_tr (language, "Asks a server for each part of the map that is looked at; without a network the map above is shown"));
  GtkWidget *toggle = gtk_switch_new ();

  gtk_widget_set_valign (toggle, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), toggle);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), toggle);
  g_settings_bind (settings, "online-tiles", toggle, "active", G_SETTINGS_BIND_DEFAULT);
}

/* An address that can't be one of tiles isn't taken. */
static void
address_applied_cb (GtkEditable *row, GSettings *settings)
{
  if (jalon_online_tiles_accepts (gtk_editable_get_text (row)))
    g_settings_set_string (settings, "online-tiles-url", gtk_editable_get_text (row));
}

static void
address_typed_cb (GtkEditable *row)
{
  if (jalon_online_tiles_accepts (gtk_editable_get_text (row)))
    gtk_widget_remove_css_class (GTK_WIDGET (row), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (row), "error");
}

static GtkWidget *
make_entry (GtkWidget *group, GSettings *settings, const char *key, const char *title)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  g_settings_bind (settings, "online-tiles", row, "sensitive", G_SETTINGS_BIND_GET);
  g_settings_bind (settings, key, row, "text", (g_str_equal (key, "online-tiles-url") ? G_SETTINGS_BIND_GET : G_SETTINGS_BIND_DEFAULT) | G_SETTINGS_BIND_NO_SENSITIVITY);
  return row;
}

/**
 * jalon_map_preferences_new:
 * @settings: what is remembered
 * @language: the language to speak
 *
 * Makes the preferences of the map: which file it is, and whether a server is asked. What is changed holds at once.
 *
 * Returns: (transfer floating): a group of rows
 */
GtkWidget *
jalon_map_preferences_new (GSettings *settings, const JalonLanguage *language)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *address;

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), jalon_tr (language, "Map"));
  add_file (group, settings, language);
  add_switch (group, settings, language);
  address = make_entry (group, settings, "online-tiles-url", jalon_tr (language, "Address of the tiles, with {z}, {x} and {y}"));
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (address), TRUE);
  g_signal_connect_object (address, "apply", G_CALLBACK (address_applied_cb), settings, 0);
  g_signal_connect (address, "changed", G_CALLBACK (address_typed_cb), NULL);
  make_entry (group, settings, "online-tiles-credit", jalon_tr (language, "Whom to name beside the online map"));
  return group;
}
