/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/jalon-application.h"
#include "app/jalon-window-private.h"

/**
 * jalon_window_get_file:
 * @self: a window
 *
 * Returns: (transfer none) (nullable): what the window shows; %NULL: the data that come with the program, or nothing yet
 */
GFile *
jalon_window_get_file (JalonWindow *self)
{
  return self->file;
}

/**
 * jalon_window_shows_file:
 * @self: a window
 * @file: (nullable): a file; %NULL: the data that come with the program
 *
 * Returns: whether the window shows it
 */
gboolean
jalon_window_shows_file (JalonWindow *self, GFile *file)
{
  if (jalon_model_get_dataset (self->model) == NULL || (self->file == NULL) != (file == NULL))
    return FALSE;
  return file == NULL || g_file_equal (self->file, file);
}

/* A state that keeps what it doesn't speak of: grouping and scale. */
static char *
add_rest (JalonWindow *self, const char *state)
{
  JalonKey group = jalon_query_get_group (jalon_model_get_query (self->model));

  return g_strdup_printf ("%s&group=%s", state, jalon_key_get_nick (group));
}

/**
 * jalon_window_open_in_state:
 * @self: a window
 * @file: (nullable): what to show; %NULL: the data that come with the program
 * @state: what to show of it, such as jalon:?filter=place=marseille
 *
 * Shows a file in a state; where the window shows the file already, the state alone is changed, as a step of its history, if it fits.
 */
void
jalon_window_open_in_state (JalonWindow *self, GFile *file, const char *state)
{
  if (jalon_window_shows_file (self, file))
    {
      g_autofree char *whole = add_rest (self, state);

      jalon_window_show_fitting_state (self, whole);
    }
  else if (file == NULL)
    {
      g_free (self->kept_state);
      self->kept_state = g_strdup (state);
      jalon_application_show_bundled (self);
    }
  else
    {
      jalon_window_open (self, file);
      self->kept_state = g_strdup (state);
    }
}
