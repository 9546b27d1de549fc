/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/jalon-application-found.h"

#include "app/jalon-application.h"
#include "app/jalon-settings.h"

/* The window used last of those that can be seen; with a file, of those that show it. */
static JalonWindow *
find_window (GApplication *application, gboolean any, GFile *file)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (application)); l != NULL; l = l->next)
    if (JALON_IS_WINDOW (l->data) && gtk_widget_get_visible (l->data) && (any || jalon_window_shows_file (l->data, file)))
      return l->data;
  return NULL;
}

/* The file that was shown last; NULL for the data that come with the program, and where it is gone. */
static GFile *
get_last_file (void)
{
  GSettings *settings = jalon_settings_get ();
  g_autofree char *uri = settings != NULL ? g_settings_get_string (settings, "last-file") : g_strdup ("");
  g_autoptr (GFile) file = uri[0] != '\0' ? g_file_new_for_uri (uri) : NULL;

  return file != NULL && g_file_query_exists (file, NULL) ? g_steal_pointer (&file) : NULL;
}

static char *
write_state (const JalonFound *found)
{
  switch (found->kind)
    {
    case JALON_FOUND_PLACE:
      return g_strdup_printf ("jalon:?filter=place=%s&page=dashboard", found->id);
    case JALON_FOUND_ORGANISATION:
      return g_strdup_printf ("jalon:?filter=organisation=%s&page=dashboard", found->id);
    case JALON_FOUND_PROJECT:
    case JALON_N_FOUND:
    default:
      return g_strdup_printf ("jalon:?selected=%s&page=dashboard", found->id);
    }
}

static void
show_in (GApplication *application, JalonWindow *window, GFile *file, const char *state)
{
  jalon_window_open_in_state (window, file, state);
  jalon_application_present (application, window);
}

/**
 * jalon_application_show_found:
 * @application: the application
 * @found: (nullable): what was chosen among what a desktop's search found
 * @text: (nullable): where nothing was chosen, what was searched
 *
 * Shows the project, filters by the place or the organization, or searches for the text: in the window that shows the file already,
 * else in a new one.
 */
void
jalon_application_show_found (GApplication *application, const JalonFound *found, const char *text)
{
  g_autoptr (GFile) file = found == NULL || found->recent ? get_last_file () : NULL;
  JalonWindow *window = find_window (application, found == NULL, file);
  g_autofree char *escaped = found == NULL ? g_uri_escape_string (text, NULL, FALSE) : NULL;
  g_autofree char *state = found != NULL ? write_state (found) : g_strdup_printf ("jalon:?text=%s", escaped);

  if (window != NULL && found == NULL)
    show_in (application, window, jalon_window_get_file (window), state);
  else
    show_in (application, window != NULL ? window : jalon_application_add_window (application), file, state);
}

/**
 * jalon_application_open_file:
 * @application: the application
 * @file: a file
 *
 * Shows the window that shows a file; where none does, opens one.
 */
void
jalon_application_open_file (GApplication *application, GFile *file)
{
  JalonWindow *window = find_window (application, FALSE, file);

  if (window == NULL)
    {
      window = jalon_application_add_window (application);
      jalon_window_open (window, file);
    }
  jalon_application_present (application, window);
}
