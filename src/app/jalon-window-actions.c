/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/jalon-application.h"
#include "app/jalon-window-private.h"
#include "figures/jalon-relief.h"
#include "widgets/jalon-chips.h"
#include "widgets/jalon-compat.h"

static void
chosen_cb (GFile *file, gpointer data)
{
  g_autoptr (JalonWindow) self = data;

  if (file != NULL && self->model != NULL)
    jalon_window_open (self, file);
}

static void
open_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  JalonWindow *self = JALON_WINDOW (widget);
  const JalonLanguage *language = jalon_model_get_language (self->model);
  const char *const suffixes[] = { "jalon", "json", NULL };

  jalon_compat_choose_file (GTK_WINDOW (self), jalon_tr (language, "Open"), jalon_tr (language, "Open"),
                            jalon_tr (language, "Jalon files"), suffixes, chosen_cb, g_object_ref (self));
}

static void
bundled_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  jalon_application_show_bundled (JALON_WINDOW (widget));
}

static void
clear_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  JalonQuery *query = jalon_model_get_query (JALON_WINDOW (widget)->model);

  jalon_filters_drop (query, jalon_filters_in_force (query));
}

/* The one on the page that is seen. */
static JalonChips *
find_chips (GtkWidget *widget)
{
  if (!gtk_widget_get_mapped (widget))
    return NULL;
  if (JALON_IS_CHIPS (widget))
    return JALON_CHIPS (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      JalonChips *chips = find_chips (child);

      if (chips != NULL)
        return chips;
    }
  return NULL;
}

static void
filter_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  JalonChips *chips = find_chips (widget);

  if (chips != NULL)
    jalon_chips_open (chips);
}

static void
search_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_widget_grab_focus (JALON_WINDOW (widget)->search);
}

static void
unselect_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  jalon_query_set_selected (jalon_model_get_query (JALON_WINDOW (widget)->model), NULL);
}

static void
page_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  JalonPage page;

  if (jalon_page_from_nick (g_variant_get_string (parameter, NULL), &page))
    jalon_model_set_page (JALON_WINDOW (widget)->model, page);
}

/**
 * jalon_window_install_actions:
 * @klass: the class of the window
 *
 * Installs what a user can command in a window, with its keys.
 */
void
jalon_window_install_actions (GtkWidgetClass *klass)
{
  jalon_window_install_figures_actions (klass);
  jalon_window_install_data_actions (klass);
  jalon_window_install_undo_actions (klass);
  jalon_window_install_pane_actions (klass);
  jalon_window_install_play_actions (klass);
  gtk_widget_class_install_action (klass, "win.open", NULL, open_action);
  gtk_widget_class_install_action (klass, "win.bundled", NULL, bundled_action);
  gtk_widget_class_install_action (klass, "win.clear-filters", NULL, clear_action);
  gtk_widget_class_install_action (klass, "win.search", NULL, search_action);
  gtk_widget_class_install_action (klass, "win.filter", NULL, filter_action);
  gtk_widget_class_install_action (klass, "win.unselect", NULL, unselect_action);
  gtk_widget_class_install_action (klass, "win.page", "s", page_action);
  jalon_window_install_state_actions (klass);
  jalon_window_install_preferences_actions (klass);
  jalon_window_install_about_actions (klass);
  jalon_window_install_history_actions (klass);
  jalon_window_install_shortcuts_actions (klass);
  jalon_window_install_recent_actions (klass);
  jalon_window_install_reload_actions (klass);
  jalon_window_install_export_actions (klass);
  jalon_window_install_present_actions (klass);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_o, GDK_CONTROL_MASK, "win.open", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_f, GDK_CONTROL_MASK, "win.search", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_f, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "win.filter", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_Escape, 0, "win.unselect", NULL);
  for (JalonPage page = 0; page < JALON_N_PAGES; page++)
    gtk_widget_class_add_binding_action (klass, GDK_KEY_1 + page, GDK_ALT_MASK, "win.page", "s", jalon_page_get_nick (page));
  gtk_widget_class_add_binding_action (klass, GDK_KEY_w, GDK_CONTROL_MASK, "window.close", NULL);
}
