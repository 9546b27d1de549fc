/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/jalon-window-private.h"
#include "words/jalon-words.h"

/* Milliseconds. */
#define UNDO_TIMEOUT 6000
#define UNDO_MOTION 400 /* more than a toast takes to come */

/* What two queries have in different, of the filters that take a set of values. */
typedef struct
{
  JalonKey key;
  const char *value; /* the last that only one of them has */
  guint n_added;
  guint n_removed;
} Difference;

static void
compare_key (JalonQuery *before, JalonQuery *after, JalonKey key, Difference *difference)
{
  const char *const *old = jalon_query_get_values (before, key);
  const char *const *new = jalon_query_get_values (after, key);

  for (guint i = 0; old[i] != NULL; i++)
    if (!g_strv_contains (new, old[i]))
      {
        difference->n_removed++;
        difference->key = key;
        difference->value = old[i];
      }
  for (guint i = 0; new[i] != NULL; i++)
    if (!g_strv_contains (old, new[i]))
      {
        difference->n_added++;
        difference->key = key;
        difference->value = new[i];
      }
}

static gboolean
same_date (const JalonDate *one, const JalonDate *other)
{
  g_autofree char *first = one != NULL ? jalon_date_to_string (one) : NULL;
  g_autofree char *second = other != NULL ? jalon_date_to_string (other) : NULL;

  return g_strcmp0 (first, second) == 0;
}

static gboolean
same_window (JalonQuery *one, JalonQuery *other)
{
  return same_date (jalon_query_get_from (one), jalon_query_get_from (other))
         && same_date (jalon_query_get_to (one), jalon_query_get_to (other));
}

/* What is typed and what is played change by themselves; with other filters they are dropped as a whole. */
static guint
count_others (JalonQuery *one, JalonQuery *other)
{
  return (g_strcmp0 (jalon_query_get_text (one), jalon_query_get_text (other)) != 0)
         + !same_date (jalon_query_get_as_of (one), jalon_query_get_as_of (other));
}

static char *
describe (JalonWindow *self, JalonQuery *query, const Difference *difference)
{
  const JalonLanguage *language = jalon_model_get_language (self->model);
  g_autofree char *value = NULL;

  if (!jalon_query_is_filtered (query))
    return g_strdup (jalon_tr (language, "Filters removed"));
  if (difference->n_added + difference->n_removed == 0)
    return g_strdup (jalon_tr (language, "Period changed"));
  if (difference->n_added + difference->n_removed > 1)
    return g_strdup (jalon_tr (language, "Filters changed"));
  value = jalon_words_group (language, jalon_model_get_dataset (self->model), difference->key, difference->value);
  return g_strdup_printf (difference->n_added > 0 ? jalon_tr (language, "Filter: %s") : jalon_tr (language, "Filter removed: %s"), value);
}

static void
dismissed_cb (AdwToast *toast, JalonWindow *self)
{
  if (self->undo_toast != toast)
    return;
  self->undo_toast = NULL;
  g_clear_handle_id (&self->undo_timer, g_source_remove);
}

static gboolean
timed_out_cb (gpointer data)
{
  JalonWindow *self = data;

  self->undo_timer = 0;
  if (self->undo_toast != NULL)
    adw_toast_dismiss (self->undo_toast);
  return G_SOURCE_REMOVE;
}

static void
keep_toast (JalonWindow *self, guint milliseconds)
{
  g_clear_handle_id (&self->undo_timer, g_source_remove);
  self->undo_timer = g_timeout_add (milliseconds, timed_out_cb, self);
}

/* What can be brought back, or NULL: then nothing offers it any longer. */
static void
set_before (JalonWindow *self, JalonQuery *before)
{
  g_set_object (&self->filters_before, before);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.undo-filter", before != NULL);
  if (before == NULL && self->undo_toast != NULL)
    keep_toast (self, UNDO_MOTION);
}

/* One toast says one change after the other: libadwaita 1.2 crashes on a toast that goes while it still comes. */
static void
offer_undo (JalonWindow *self, const char *sentence)
{
  g_autofree char *escaped = g_markup_escape_text (sentence, -1);

  keep_toast (self, UNDO_TIMEOUT);
  if (self->undo_toast != NULL)
    {
      adw_toast_set_title (self->undo_toast, escaped);
      adw_toast_set_button_label (self->undo_toast, jalon_tr (jalon_model_get_language (self->model), "Undo"));
      return;
    }
  self->undo_toast = adw_toast_new (escaped);
  adw_toast_set_timeout (self->undo_toast, 0);
  adw_toast_set_button_label (self->undo_toast, jalon_tr (jalon_model_get_language (self->model), "Undo"));
  adw_toast_set_action_name (self->undo_toast, "win.undo-filter");
  g_signal_connect_object (self->undo_toast, "dismissed", G_CALLBACK (dismissed_cb), self, 0);
  adw_toast_overlay_add_toast (self->toasts, self->undo_toast);
}

/**
 * jalon_window_note_filters:
 * @self: a window
 * @offer: whether the user changed them, and may take it back
 *
 * Sees what filters are in force. What changed since the last time is said by a toast that can undo it; what is typed into the search
 * is not, and the steps of one drag of the period are one.
 */
void
jalon_window_note_filters (JalonWindow *self, gboolean offer)
{
  JalonQuery *query = jalon_model_get_query (self->model);
  g_autoptr (JalonQuery) seen = g_steal_pointer (&self->filters_seen);
  g_autofree char *sentence = NULL;
  Difference difference = { 0 };
  gboolean moved;
  guint n_others;

  self->filters_seen = jalon_query_copy (query);
  if (!offer)
    set_before (self, NULL);
  if (!offer || seen == NULL)
    return;
  for (JalonKey key = 0; key < JALON_N_GROUPINGS; key++)
    compare_key (seen, query, key, &difference);
  moved = !same_window (seen, query);
  n_others = count_others (seen, query);
  if (difference.n_added + difference.n_removed + moved == 0 && n_others < 2)
    return;
  if (difference.n_added + difference.n_removed == 0 && self->filters_moved && self->undo_toast != NULL)
    return;
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return; /* asked for before anybody could look */
  self->filters_moved = difference.n_added + difference.n_removed == 0;
  self->filters_whole = n_others > 0;
  set_before (self, seen);
  sentence = describe (self, query, &difference);
  jalon_window_end_hint (self);
  offer_undo (self, sentence);
}

static void
undo_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  JalonWindow *self = JALON_WINDOW (widget);
  JalonQuery *query = jalon_model_get_query (self->model);
  g_autoptr (JalonQuery) before = self->filters_before != NULL ? g_object_ref (self->filters_before) : NULL;

  if (before == NULL)
    return;
  jalon_query_set_group (before, jalon_query_get_group (query));
  if (!self->filters_whole)
    {
      jalon_query_set_as_of (before, jalon_query_get_as_of (query));
      jalon_query_set_text (before, jalon_query_get_text (query));
    }
  jalon_query_set_selected (before, jalon_query_get_selected (query));
  g_clear_object (&self->filters_seen); /* what is undone is not offered again */
  jalon_query_assign (query, before);
  set_before (self, NULL);
}

/**
 * jalon_window_install_undo_actions:
 * @klass: the class of the window
 *
 * Installs `win.undo-filter`, Ctrl+Z, which takes back the last change of the filters, and the key of `win.clear-filters`.
 */
void
jalon_window_install_undo_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.undo-filter", NULL, undo_action);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_z, GDK_CONTROL_MASK, "win.undo-filter", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_BackSpace, GDK_CONTROL_MASK, "win.clear-filters", NULL);
}
