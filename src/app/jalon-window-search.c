/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/jalon-state.h"
#include "app/jalon-window-private.h"
#include "widgets/jalon-bars-view.h"
#include "widgets/jalon-compare-view.h"
#include "widgets/jalon-ecosystem-view.h"
#include "widgets/jalon-empty-hint.h"

static gboolean
shows_results (GtkWidget *widget)
{
  return GTK_IS_COLUMN_VIEW (widget) || JALON_IS_BARS_VIEW (widget) || JALON_IS_ECOSYSTEM_VIEW (widget)
         || JALON_IS_COMPARE_VIEW (widget) || JALON_IS_EMPTY_HINT (widget);
}

/* What of the page that is seen shows what was found, or which filter to drop where nothing was. */
static GtkWidget *
find_results (GtkWidget *widget)
{
  if (!gtk_widget_get_mapped (widget))
    return NULL;
  if (shows_results (widget))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *results = find_results (child);

      if (results != NULL)
        return results;
    }
  return NULL;
}

static gboolean
enter_results_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  JalonWindow *self = data;
  GtkWidget *results = find_results (GTK_WIDGET (self->stack));

  return results != NULL && gtk_widget_child_focus (results, GTK_DIR_TAB_FORWARD);
}

/* Also the first letters of a state are searched for when that is asked for. Of a single project that was found the detail is shown;
 * among several one goes on by the keys. */
static void
activate_cb (JalonWindow *self)
{
  JalonQuery *query = jalon_model_get_query (self->model);
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->search));
  JalonFigures *figures;

  if (jalon_state_is_text (text) || text[0] == '\0')
    return;
  jalon_query_set_text (query, text); /* typing tells of it a little later */
  figures = jalon_model_get_figures (self->model);
  if (figures != NULL && jalon_figures_get_n_shares (figures) == 1)
    jalon_query_set_selected (query, jalon_figures_get_share (figures, 0)->project->base.id);
  else
    enter_results_cb (NULL, NULL, self);
}

/**
 * jalon_window_write_search:
 * @self: a window
 *
 * Has the search show what is searched for. A text that replaces another is empty for a moment, which the search tells of at once: it
 * is not to be asked, or the query would let go of the text that is being shown.
 */
void
jalon_window_write_search (JalonWindow *self)
{
  const char *text = jalon_query_get_text (jalon_model_get_query (self->model));
  GtkEditable *search = GTK_EDITABLE (self->search);

  self->updating = TRUE;
  if (!g_str_equal (text, gtk_editable_get_text (search)))
    gtk_editable_set_text (search, text);
  self->updating = FALSE;
}

/**
 * jalon_window_lead_search:
 * @self: a window
 *
 * Has Down go from the search to what it found, and Enter open it where that is one project.
 */
void
jalon_window_lead_search (JalonWindow *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Down, 0),
                                                          gtk_callback_action_new (enter_results_cb, self, NULL)));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (self->search, keys);
  g_signal_connect_object (self->search, "activate", G_CALLBACK (activate_cb), self, G_CONNECT_SWAPPED);
}
