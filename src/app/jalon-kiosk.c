/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/jalon-kiosk.h"

#include <errno.h>
#include <glib/gstdio.h>

#include "app/jalon-state.h"

/* The loop, and the dashboard while a visitor is there; as long as the audience's window is. */
typedef struct
{
  JalonPresenter *presenter; /* borrowed: it owns this */
  JalonWindow *dashboard;    /* borrowed from the application */
  double idle;               /* seconds */
  guint back;                /* a source, or 0 */
  char *state;               /* where the slide is kept */
  char *asked;               /* what the slides were asked when the loop began, as the text of a state */
  JalonDataset *dataset;     /* owned: of the slides */
} Kiosk;

/* What a visitor may do. All else of the window would leave it, or open what isn't theirs. */
static const char *const allowed[] = { "win.got-it", "win.clear-filters", "win.search", "win.filter", "win.unselect", "win.page", "win.why",
                                       "win.about-data", "win.undo-filter", "win.back", "win.forward", "win.play", NULL };

static void
save (Kiosk *self)
{
  const char *key = jalon_presenter_get_key (self->presenter);

  g_file_set_contents (self->state, key, -1, NULL);
}

static void
restore (Kiosk *self)
{
  g_autofree char *key = NULL;
  gsize length;

  if (g_file_get_contents (self->state, &key, &length, NULL) && length < 1000 && g_utf8_validate (key, (gssize) length, NULL))
    jalon_presenter_go (self->presenter, key);
}

/* What a visitor left open would keep the next one from the slides. */
static void
close_dialogs (Kiosk *self)
{
  g_autoptr (GPtrArray) dialogs = g_ptr_array_new ();
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (gtk_window_get_transient_for (window) == GTK_WINDOW (self->dashboard))
        g_ptr_array_add (dialogs, window);
    }
  g_ptr_array_foreach (dialogs, (GFunc) (GCallback) gtk_window_destroy, NULL);
}

static gboolean
back_cb (gpointer data)
{
  Kiosk *self = data;
  JalonModel *model = jalon_window_get_model (self->dashboard);

  self->back = 0;
  close_dialogs (self);
  gtk_widget_set_visible (GTK_WIDGET (self->dashboard), FALSE);
  jalon_model_set_dataset (model, jalon_model_get_dataset (model)); /* the next visitor begins anew */
  jalon_model_set_page (model, JALON_PAGE_DASHBOARD);
  gtk_window_fullscreen (GTK_WINDOW (self->presenter));
  gtk_window_present (GTK_WINDOW (self->presenter));
  jalon_presenter_set_playing (self->presenter, TRUE);
  return G_SOURCE_REMOVE;
}

static void
wait (Kiosk *self)
{
  g_clear_handle_id (&self->back, g_source_remove);
  self->back = g_timeout_add ((guint) (self->idle * 1000), back_cb, self);
}

static void
touched_cb (Kiosk *self)
{
  JalonSlideView *view = jalon_presenter_get_view (self->presenter);

  jalon_presenter_set_playing (self->presenter, FALSE);
  jalon_model_set_language (jalon_window_get_model (self->dashboard), jalon_slide_view_get_language (view));
  gtk_window_fullscreen (GTK_WINDOW (self->dashboard));
  gtk_window_present (GTK_WINDOW (self->dashboard));
  gtk_widget_set_visible (GTK_WIDGET (self->presenter), FALSE);
  wait (self);
}

static gboolean
event_cb (GtkEventControllerLegacy *controller, GdkEvent *event, Kiosk *self)
{
  GdkEventType type = gdk_event_get_event_type (event);

  if (self->back != 0 && (type == GDK_BUTTON_PRESS || type == GDK_TOUCH_BEGIN || type == GDK_KEY_PRESS || type == GDK_MOTION_NOTIFY
                          || type == GDK_SCROLL || type == GDK_TOUCH_UPDATE))
    wait (self);
  return FALSE;
}

/* Ctrl+Alt+Shift+Q: for who runs the kiosk. */
static gboolean
key_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state, Kiosk *self)
{
  GdkModifierType all = GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK;

  if ((state & all) != all || gdk_keyval_to_lower (key) != GDK_KEY_q)
    return FALSE;
  g_unlink (self->state);
  g_application_quit (g_application_get_default ());
  return TRUE;
}

static gboolean
refuse_cb (void)
{
  return TRUE;
}

static void
watch (Kiosk *self, GtkWidget *window)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *events = gtk_event_controller_legacy_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_event_controller_set_propagation_phase (events, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), self);
  g_signal_connect (events, "event", G_CALLBACK (event_cb), self);
  gtk_widget_add_controller (window, events);
  gtk_widget_add_controller (window, keys);
}

static void
guard (Kiosk *self, GtkWidget *window)
{
  watch (self, window);
  g_signal_connect (window, "close-request", G_CALLBACK (refuse_cb), NULL);
}

/* A visitor is also there while reading what the dashboard opened. */
static void
parent_cb (GtkWindow *window, GParamSpec *pspec, GtkWidget *presenter)
{
  Kiosk *self = g_object_get_data (G_OBJECT (presenter), "kiosk");

  if (gtk_window_get_transient_for (window) == GTK_WINDOW (self->dashboard))
    watch (self, GTK_WIDGET (window));
}

static void
windows_cb (GListModel *windows, guint position, guint n_removed, guint n_added, GtkWidget *presenter)
{
  for (guint i = position; i < position + n_added; i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      g_signal_connect_object (window, "notify::transient-for", G_CALLBACK (parent_cb), presenter, 0);
    }
}

/* No quit, no file dialog, no menu. */
static void
lock (Kiosk *self)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self->dashboard));
  GtkWidgetClass *klass = GTK_WIDGET_GET_CLASS (self->dashboard);
  const GVariantType *type;
  const char *name, *property;
  GType owner;

  for (guint i = 0; gtk_widget_class_query_action (klass, i, &owner, &name, &type, &property); i++)
    if ((g_str_has_prefix (name, "win.") && !g_strv_contains (allowed, name)) || g_str_equal (name, "window.close"))
      gtk_widget_action_set_enabled (GTK_WIDGET (self->dashboard), name, FALSE);
  g_action_map_remove_action (G_ACTION_MAP (application), "quit");
  g_action_map_remove_action (G_ACTION_MAP (application), "new-window");
  jalon_window_be_kiosk (self->dashboard);
}

/* The file has changed: the slides tell what it says now, as far as what they were asked is still in it. */
static void
facts_cb (JalonModel *model, guint what, JalonPresenter *presenter)
{
  Kiosk *self = g_object_get_data (G_OBJECT (presenter), "kiosk");
  g_autoptr (GPtrArray) refused = NULL;
  g_autoptr (JalonState) state = NULL;

  if (!(what & JALON_MODEL_DATASET) || !g_set_object (&self->dataset, jalon_model_get_dataset (model)))
    return;
  refused = g_ptr_array_new_with_free_func (g_free);
  state = jalon_state_parse (self->asked, self->dataset, refused, NULL);
  jalon_presenter_set_dataset (presenter, self->dataset, state->query);
}

static void
kiosk_free (gpointer data)
{
  Kiosk *self = data;

  g_clear_handle_id (&self->back, g_source_remove);
  g_clear_object (&self->dataset);
  g_free (self->asked);
  g_free (self->state);
  g_free (self);
}

/**
 * jalon_kiosk_run:
 * @presenter: the loop's window
 * @dashboard: what a visitor explores
 * @idle: seconds without a visitor until the loop comes back
 *
 * Runs a kiosk: a touch stops the loop and shows the dashboard; neither window can be closed. The slide is kept, so that the loop goes
 * on there when the program is started again after a crash. A file that changes is taken up.
 */
void
jalon_kiosk_run (JalonPresenter *presenter, JalonWindow *dashboard, double idle)
{
  Kiosk *self = g_new0 (Kiosk, 1);
  JalonModel *model = jalon_window_get_model (dashboard);
  g_autofree char *folder = g_build_filename (g_get_user_state_dir (), "jalon", NULL);

  self->presenter = presenter;
  self->dashboard = dashboard;
  self->idle = idle;
  self->asked = jalon_state_describe (model, FALSE);
  g_set_object (&self->dataset, jalon_model_get_dataset (model));
  self->state = g_build_filename (folder, "kiosk-slide", NULL);
  g_mkdir_with_parents (folder, 0700);
  g_object_set_data_full (G_OBJECT (presenter), "kiosk", self, kiosk_free);
  guard (self, GTK_WIDGET (presenter));
  guard (self, GTK_WIDGET (dashboard));
  lock (self);
  restore (self);
  g_signal_connect_object (model, "changed", G_CALLBACK (facts_cb), presenter, 0);
  g_signal_connect_object (gtk_window_get_toplevels (), "items-changed", G_CALLBACK (windows_cb), presenter, 0);
  g_signal_connect_swapped (presenter, "changed", G_CALLBACK (save), self);
  g_signal_connect_swapped (presenter, "touched", G_CALLBACK (touched_cb), self);
  gtk_window_fullscreen (GTK_WINDOW (presenter));
  gtk_window_present (GTK_WINDOW (presenter));
}
