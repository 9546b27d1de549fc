/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <unistd.h>

#include "app/jalon-window-private.h"
#include "words/jalon-words.h"

#define MOST_RECENT 10
#define MEDIA_TYPE "application/vnd.jalon+json"

/* NULL where the folder of its list can't be made, of which it would complain. */
static GtkRecentManager *
get_manager (void)
{
  return g_mkdir_with_parents (g_get_user_data_dir (), 0755) == 0 ? gtk_recent_manager_get_default () : NULL;
}

static gboolean
can_write (void)
{
  return access (g_get_user_data_dir (), W_OK) == 0;
}

static int
compare_age (gconstpointer a, gconstpointer b)
{
  return g_date_time_compare (gtk_recent_info_get_modified ((GtkRecentInfo *) b), gtk_recent_info_get_modified ((GtkRecentInfo *) a));
}

/**
 * jalon_window_make_recent_menu:
 *
 * Returns: (transfer full): the files that were opened last, the latest first
 */
GMenuModel *
jalon_window_make_recent_menu (void)
{
  GMenu *menu = g_menu_new ();
  GtkRecentManager *manager = get_manager ();
  GList *items = manager != NULL ? g_list_sort (gtk_recent_manager_get_items (manager), compare_age) : NULL;
  int n = 0;

  for (GList *l = items; l != NULL && n < MOST_RECENT; l = l->next)
    if (gtk_recent_info_has_application (l->data, APP_ID))
      {
        g_autoptr (GMenuItem) item = NULL;
        g_autoptr (GString) label = g_string_new (gtk_recent_info_get_display_name (l->data));

        g_string_replace (label, "_", "__", 0); /* no mnemonic */
        item = g_menu_item_new (label->str, NULL);
        g_menu_item_set_action_and_target (item, "win.open-recent", "s", gtk_recent_info_get_uri (l->data));
        g_menu_append_item (menu, item);
        n++;
      }
  g_list_free_full (items, (GDestroyNotify) gtk_recent_info_unref);
  return G_MENU_MODEL (menu);
}

/**
 * jalon_window_add_recent:
 * @self: a window
 * @file: a file that was opened
 *
 * Puts a file among the recent ones, here and in the desktop, where they can be kept.
 */
void
jalon_window_add_recent (JalonWindow *self, GFile *file)
{
  g_autofree char *uri = g_file_get_uri (file);
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *name = g_filename_display_name (base);
  GtkRecentData data = { .display_name = name, .mime_type = (char *) MEDIA_TYPE, .app_name = (char *) APP_ID, .app_exec = (char *) "jalon %u" };

  if (get_manager () != NULL && can_write ())
    gtk_recent_manager_add_full (get_manager (), uri, &data);
}

/**
 * jalon_window_say_gone:
 * @self: a window
 * @file: a file that isn't there
 *
 * Says so, and takes it from the recent ones.
 */
void
jalon_window_say_gone (JalonWindow *self, GFile *file)
{
  g_autofree char *uri = g_file_get_uri (file);
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *name = g_filename_display_name (base != NULL ? base : uri); /* what is no address of a file has none */
  g_autofree char *isolated = jalon_words_isolate (name);
  g_autoptr (GString) sentence = g_string_new (jalon_tr (jalon_model_get_language (self->model), "{file} is no longer there"));

  g_string_replace (sentence, "{file}", isolated, 1);
  if (get_manager () != NULL && can_write ())
    gtk_recent_manager_remove_item (get_manager (), uri, NULL);
  jalon_window_toast (self, sentence->str, NULL, NULL, NULL);
}

static void
open_recent_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_autoptr (GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));

  if (g_file_query_exists (file, NULL))
    jalon_window_open (JALON_WINDOW (widget), file);
  else
    jalon_window_say_gone (JALON_WINDOW (widget), file);
}

/**
 * jalon_window_install_recent_actions:
 * @klass: the class of the window
 *
 * Installs opening a recent file.
 */
void
jalon_window_install_recent_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.open-recent", "s", open_recent_action);
}
