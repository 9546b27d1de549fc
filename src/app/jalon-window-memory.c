/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/jalon-application.h"
#include "app/jalon-settings.h"
#include "app/jalon-state.h"
#include "app/jalon-window-private.h"
#include "words/jalon-words.h"

#define MOST_FILES 20
#define BUNDLED "" /* in place of the address of a file */

/* What is kept of a file, the latest first; with its own state in front. */
static GVariant *
put_state (GVariant *states, const char *uri, const char *state)
{
  GVariantBuilder builder;
  GVariantIter iter;
  const char *other, *its;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a(ss)"));
  g_variant_builder_add (&builder, "(ss)", uri, state);
  g_variant_iter_init (&iter, states);
  for (guint n = 1; n < MOST_FILES && g_variant_iter_next (&iter, "(&s&s)", &other, &its);)
    if (strcmp (other, uri) != 0)
      {
        g_variant_builder_add (&builder, "(ss)", other, its);
        n++;
      }
  return g_variant_builder_end (&builder);
}

static char *
get_uri (JalonWindow *self)
{
  return self->file != NULL ? g_file_get_uri (self->file) : g_strdup (BUNDLED);
}

/**
 * jalon_window_remember_state:
 * @self: a window
 *
 * Keeps what the window shows for the next start.
 */
void
jalon_window_remember_state (JalonWindow *self)
{
  GSettings *settings = jalon_settings_get ();
  g_autoptr (GVariant) states = NULL;
  g_autofree char *uri = NULL;
  g_autofree char *state = NULL;

  if (!self->remembers || settings == NULL || jalon_model_get_dataset (self->model) == NULL)
    return;
  uri = get_uri (self);
  state = jalon_state_describe (self->model, FALSE);
  states = g_settings_get_value (settings, "states");
  g_settings_set_value (settings, "states", put_state (states, uri, state));
  g_settings_set_string (settings, "last-file", uri);
}

static char *
find_state (const char *uri)
{
  GSettings *settings = jalon_settings_get ();
  g_autoptr (GVariant) states = settings != NULL ? g_settings_get_value (settings, "states") : NULL;
  GVariantIter iter;
  const char *other, *state;

  if (states == NULL)
    return NULL;
  g_variant_iter_init (&iter, states);
  while (g_variant_iter_next (&iter, "(&s&s)", &other, &state))
    if (strcmp (other, uri) == 0)
      return g_strdup (state);
  return NULL;
}

/**
 * jalon_window_take_file:
 * @self: a window
 * @file: (nullable): where the dataset is from; %NULL: it came with the program
 * @dataset: the facts to show
 *
 * Shows a dataset in the state in which it was left, or that is kept over a reading of the same file; anew in a kiosk without a visitor.
 */
void
jalon_window_take_file (JalonWindow *self, GFile *file, JalonDataset *dataset)
{
  g_autoptr (GPtrArray) refused = g_ptr_array_new_with_free_func (g_free);
  gboolean unseen = self->kiosk && !gtk_widget_get_visible (GTK_WIDGET (self));
  g_autofree char *kept = g_steal_pointer (&self->kept_state);
  g_autofree char *uri = NULL;
  g_autofree char *text = NULL;

  jalon_window_stop_reading (self);
  g_set_object (&self->file, file);
  self->travelling = TRUE; /* to where the file begins: nothing of it is undone */
  jalon_window_show_dataset (self, dataset);
  uri = get_uri (self);
  text = kept != NULL ? g_strdup (kept) : self->remembers ? find_state (uri) : NULL;
  if (text != NULL && !unseen)
    jalon_window_show_state_text (self, text, refused);
  self->travelling = FALSE;
  if (refused->len > 0)
    {
      const JalonLanguage *language = jalon_model_get_language (self->model);

      jalon_window_say_refused (self, kept != NULL ? jalon_tr (language, "No longer in the file, so no longer asked: {words}")
                                                   : jalon_tr (language, "Of the view of last time, not understood: {words}"), refused);
    }
  jalon_window_begin_history (self);
  jalon_window_watch_file (self);
  if (file != NULL)
    jalon_window_add_recent (self, file);
  jalon_window_remember_state (self);
}

/**
 * jalon_window_open_last:
 * @self: a window
 *
 * Shows what was shown last; the bundled data where there was nothing, or it is gone, which is said.
 */
void
jalon_window_open_last (JalonWindow *self)
{
  GSettings *settings = jalon_settings_get ();
  g_autofree char *uri = settings != NULL ? g_settings_get_string (settings, "last-file") : g_strdup (BUNDLED);
  g_autoptr (GFile) file = g_file_new_for_uri (uri);

  if (uri[0] == '\0')
    jalon_application_show_bundled (self);
  else if (g_file_query_exists (file, NULL))
    jalon_window_open (self, file);
  else
    {
      jalon_application_show_bundled (self);
      jalon_window_say_gone (self, file);
    }
}

/**
 * jalon_window_set_remembers:
 * @self: a window
 * @remembers: whether it takes up where the last one left, and is taken up itself
 *
 * A window that was asked for something on the command line, or presents, does neither.
 */
void
jalon_window_set_remembers (JalonWindow *self, gboolean remembers)
{
  self->remembers = remembers;
}
