/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/jalon-page-window.h"

/**
 * jalon_page_window_new:
 * @parent: the window that it belongs to
 * @width: in logical pixels
 * @height: in logical pixels
 *
 * Makes a window for one page of rows, which Escape closes. Newer platforms deprecate AdwPreferencesWindow, GtkShortcutsWindow and
 * AdwAboutWindow, and these speak the language of the process instead of the window's.
 *
 * Returns: (transfer none): the window, empty; it ends with its parent
 */
GtkWindow *
jalon_page_window_new (GtkWindow *parent, int width, int height)
{
  GtkWindow *window = GTK_WINDOW (adw_window_new ());
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *bin = adw_bin_new ();
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_window_set_default_size (window, width, height);
  gtk_window_set_transient_for (window, parent);
  gtk_window_set_modal (window, TRUE);
  gtk_window_set_destroy_with_parent (window, TRUE);
  gtk_widget_set_vexpand (bin, TRUE);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), bin);
  adw_window_set_content (ADW_WINDOW (window), box);
  gtk_widget_add_css_class (GTK_WIDGET (window), "preferences");
  g_object_set_data (G_OBJECT (window), "page", bin);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys), gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                                                                                          gtk_named_action_new ("window.close")));
  gtk_widget_add_controller (GTK_WIDGET (window), keys);
  return window;
}

/**
 * jalon_page_window_fill:
 * @window: a window of jalon_page_window_new()
 * @title: what it is called
 * @page: (transfer floating): what it shows, in place of what it showed before
 */
void
jalon_page_window_fill (GtkWindow *window, const char *title, GtkWidget *page)
{
  gtk_window_set_title (window, title);
  adw_bin_set_child (g_object_get_data (G_OBJECT (window), "page"), page);
}

/**
 * jalon_page_window_add_group:
 * @page: an AdwPreferencesPage
 * @title: (nullable): what stands above the group
 *
 * Returns: (transfer none): a group of rows on the page
 */
GtkWidget *
jalon_page_window_add_group (GtkWidget *page, const char *title)
{
  GtkWidget *group = adw_preferences_group_new ();

  if (title != NULL)
    adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));
  return group;
}

/**
 * jalon_page_window_add_row:
 * @group: an AdwPreferencesGroup
 * @title: plain text
 * @subtitle: (nullable): plain text
 *
 * Returns: (transfer none): a row in the group
 */
GtkWidget *
jalon_page_window_add_row (GtkWidget *group, const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 3);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  return row;
}
