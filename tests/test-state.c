/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui-support.h"

#include "app/jalon-state.h"

static const char *const view = "jalon:?group=year&filter=kind=data-centre&text=centre&as-of=2025-02-14&page=table&scale=linear&sort=name&language=fr";

static void
close_window (JalonWindow *window)
{
  gtk_window_destroy (GTK_WINDOW (window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

/* All that a window shows comes back from its text. */
static void
test_round_trip (void)
{
  g_autoptr (JalonDataset) dataset = ui_read_bundled ();
  g_autoptr (JalonModel) model = jalon_model_new (jalon_language_get ("en"));
  g_autoptr (JalonState) state = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  jalon_model_set_dataset (model, dataset);
  state = jalon_state_parse (view, dataset, NULL, &error);
  g_assert_no_error (error);
  jalon_state_apply (state, model);
  text = jalon_state_describe (model, TRUE);
  g_assert_cmpstr (text, ==, view);
  g_assert_cmpint (jalon_model_get_page (model), ==, JALON_PAGE_TABLE);
  g_assert_false (jalon_model_get_logarithmic (model));
  g_assert_cmpint (jalon_model_get_order (model), ==, JALON_BARS_BY_NAME);
}

/* What doesn't fit is refused, or told and passed over; spaces round it and what isn't said do no harm. */
static void
test_refused (void)
{
  g_autoptr (JalonDataset) dataset = ui_read_bundled ();
  g_autoptr (GPtrArray) refused = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (JalonState) state = NULL;
  static const char *const wrong[] = { "", "x", "jalon:x", "jalon:?x", "jalon:?x=1", "jalon:?scale=1", "jalon:?sort=size", "jalon:?sort=", "jalon:?language=xx", "jalon:?text=%f", "jalon:?page=" };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (jalon_state_parse (wrong[i], dataset, NULL, &error));
      g_assert_nonnull (error);
    }
  state = jalon_state_parse (" jalon:?filter=kind=gone&page=table&selected=nobody\n", dataset, refused, NULL);
  g_assert_nonnull (state);
  g_assert_cmpuint (refused->len, ==, 2);
  g_assert_cmpstr (g_ptr_array_index (refused, 0), ==, "filter=kind=gone");
  g_assert_cmpint (state->page, ==, JALON_PAGE_TABLE);
  g_assert_cmpint (state->logarithmic, ==, JALON_STATE_UNSAID);
}

static gboolean
shows_view (gpointer window)
{
  g_autofree char *text = jalon_state_describe (jalon_window_get_model (window), TRUE);

  return g_strcmp0 (text, view) == 0;
}

static GtkEditable *
find_search (JalonWindow *window)
{
  return GTK_EDITABLE (ui_find_type (GTK_WIDGET (window), GTK_TYPE_SEARCH_ENTRY));
}

/* Pasted into the search, a state is shown and not searched for; the search is what it was, or the state's. */
static void
test_pasted (void)
{
  g_autoptr (JalonDataset) dataset = ui_read_bundled ();
  JalonWindow *window = ui_window_new (dataset, "en");

  gtk_editable_set_text (find_search (window), view);
  ui_wait (shows_view, window);
  ui_settle (GTK_WIDGET (window));
  g_assert_cmpstr (gtk_editable_get_text (find_search (window)), ==, "centre");
  g_assert_true (shows_view (window));
  close_window (window);
}

static gboolean
search_is_empty (gpointer window)
{
  return gtk_editable_get_text (find_search (window))[0] == '\0';
}

/* One that doesn't fit changes nothing. */
static void
test_pasted_wrong (void)
{
  g_autoptr (JalonDataset) dataset = ui_read_bundled ();
  JalonWindow *window = ui_window_new (dataset, "en");
  g_autofree char *before = jalon_state_describe (jalon_window_get_model (window), TRUE);
  g_autofree char *after = NULL;

  gtk_editable_set_text (find_search (window), "jalon:?group=year&filter=place=%3Cb%3Enowhere");
  ui_wait (search_is_empty, window);
  ui_settle (GTK_WIDGET (window));
  after = jalon_state_describe (jalon_window_get_model (window), TRUE);
  g_assert_cmpstr (after, ==, before);
  close_window (window);
}

typedef struct
{
  JalonWindow *window;
  const char *text;
} Asked;

static gboolean
asks_for (gpointer data)
{
  const Asked *asked = data;

  return g_strcmp0 (jalon_query_get_text (jalon_model_get_query (jalon_window_get_model (asked->window))), asked->text) == 0;
}

/* Types a text and waits until it is searched for. */
static void
search_for (JalonWindow *window, const char *text)
{
  Asked asked = { window, text };

  gtk_editable_set_text (find_search (window), text);
  ui_wait (asks_for, &asked);
}

static void
count_change_cb (guint *n_changes)
{
  (*n_changes)++;
}

static gboolean
is_counted (gpointer n_changes)
{
  return *(guint *) n_changes > 0;
}

/* A hand that pauses after its first letters: nothing is searched for yet. */
static void
pause_after (JalonWindow *window, const char *beginning)
{
  Asked asked = { window, "" };
  guint n_told = 0;

  search_for (window, "");
  g_signal_connect_swapped (find_search (window), "search-changed", G_CALLBACK (count_change_cb), &n_told);
  gtk_editable_set_text (find_search (window), beginning);
  ui_wait (is_counted, &n_told);
  g_signal_handlers_disconnect_by_data (find_search (window), &n_told);
  g_assert_true (asks_for (&asked));
}

static void
type_slowly (JalonWindow *window, const char *rest)
{
  GtkEditable *search = find_search (window);
  int position;

  pause_after (window, "jalo");
  gtk_editable_set_position (search, -1);
  position = gtk_editable_get_position (search);
  gtk_editable_insert_text (search, rest, -1, &position);
  g_signal_emit_by_name (search, "activate");
}

/* Typed letter by letter, a state takes the place of what was searched for before. */
static void
test_typed (void)
{
  g_autoptr (JalonDataset) dataset = ui_read_bundled ();
  JalonWindow *window = ui_window_new (dataset, "en");

  type_slowly (window, strstr (view, "n:"));
  ui_wait (shows_view, window);
  ui_settle (GTK_WIDGET (window));
  g_assert_cmpstr (gtk_editable_get_text (find_search (window)), ==, "centre");
  g_assert_true (shows_view (window));
  close_window (window);
}

/* One that doesn't fit leaves the search, and what is asked, as they were: not even for a moment is something else asked. */
static void
test_typed_wrong (void)
{
  g_autoptr (JalonDataset) dataset = ui_read_bundled ();
  JalonWindow *window = ui_window_new (dataset, "en");
  Asked asked = { window, "" };
  guint n_changes = 0;

  type_slowly (window, "n:?filter=place=nowhere");
  g_signal_connect_swapped (jalon_model_get_query (jalon_window_get_model (window)), "changed", G_CALLBACK (count_change_cb), &n_changes);
  ui_wait (search_is_empty, window);
  ui_settle (GTK_WIDGET (window));
  g_assert_true (search_is_empty (window));
  g_assert_true (asks_for (&asked));
  g_assert_cmpuint (n_changes, ==, 0);
  close_window (window);
}

/* What begins as a state does is searched for where it goes on as none, or where Enter asks for it. */
static void
test_no_state (void)
{
  g_autoptr (JalonDataset) dataset = ui_read_bundled ();
  JalonWindow *window = ui_window_new (dataset, "en");
  Asked asked = { window, " jal" };

  pause_after (window, "j");
  pause_after (window, " ja");
  search_for (window, "jaguar");
  pause_after (window, " jal");
  g_signal_emit_by_name (find_search (window), "activate");
  g_assert_true (asks_for (&asked));
  close_window (window);
}

static void
read_cb (GObject *clipboard, GAsyncResult *result, gpointer text)
{
  *(char **) text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (clipboard), result, NULL);
}

static gboolean
is_read (gpointer text)
{
  return *(char **) text != NULL;
}

static void
test_copied (void)
{
  g_autoptr (JalonDataset) dataset = ui_read_bundled ();
  JalonWindow *window = ui_window_new (dataset, "en");
  g_autoptr (JalonState) state = jalon_state_parse (view, dataset, NULL, NULL);
  char *text = NULL;

  jalon_state_apply (state, jalon_window_get_model (window));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.copy-state", NULL));
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (window)), NULL, read_cb, &text);
  ui_wait (is_read, &text);
  g_assert_cmpstr (text, ==, view);
  g_free (text);
  close_window (window);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/state/round-trip", test_round_trip);
  g_test_add_func ("/state/refused", test_refused);
  g_test_add_func ("/state/pasted", test_pasted);
  g_test_add_func ("/state/pasted-wrong", test_pasted_wrong);
  g_test_add_func ("/state/typed", test_typed);
  g_test_add_func ("/state/typed-wrong", test_typed_wrong);
  g_test_add_func ("/state/no-state", test_no_state);
  g_test_add_func ("/state/copied", test_copied);
  return g_test_run ();
}
