/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/jalon-kiosk.h"
#include "app/jalon-presenter.h"
#include "app/jalon-screens.h"
#include "app/jalon-window-private.h"
#include "widgets/jalon-map-view.h"
#include "widgets/jalon-quiet.h"

static JalonSlideView *
make_view (JalonWindow *self)
{
  JalonTheme theme = jalon_model_get_theme (self->model);
  GtkWidget *view = jalon_slide_view_new (jalon_model_get_dataset (self->model), jalon_model_get_query (self->model),
                                          jalon_map_view_get_basemap (JALON_MAP_VIEW (self->map)),
                                          jalon_model_get_language (self->model));

  jalon_slide_view_set_dark (JALON_SLIDE_VIEW (view), theme == JALON_THEME_DARK || theme == JALON_THEME_HIGH_CONTRAST_DARK);
  return JALON_SLIDE_VIEW (view);
}

/* Where the window was never shown, nothing is left when the presentation ends. */
static void
ended_cb (JalonWindow *self)
{
  if (!gtk_widget_get_visible (GTK_WIDGET (self)))
    gtk_window_destroy (GTK_WINDOW (self));
}

/**
 * jalon_window_present_slides:
 * @self: a window with a dataset
 * @options: how slides are shown
 *
 * Presents what the window shows, full screen.
 */
void
jalon_window_present_slides (JalonWindow *self, const JalonPresenterOptions *options)
{
  JalonPresenter *presenter;

  presenter = jalon_presenter_new (gtk_window_get_application (GTK_WINDOW (self)), make_view (self), options);
  if (options->kiosk)
    {
      jalon_kiosk_run (presenter, self, options->idle);
      return;
    }
  g_signal_connect_object (presenter, "destroy", G_CALLBACK (ended_cb), self, G_CONNECT_SWAPPED);
  jalon_screens_arrange (presenter, make_view (self), make_view (self));
}

/**
 * jalon_window_be_kiosk:
 * @self: a window
 *
 * Shows the window to visitors: large targets, no menu, no files of theirs.
 */
void
jalon_window_be_kiosk (JalonWindow *self)
{
  GtkWidget *header = gtk_widget_get_ancestor (self->menu, ADW_TYPE_HEADER_BAR);

  self->kiosk = TRUE;
  gtk_widget_add_css_class (GTK_WIDGET (self), "kiosk");
  gtk_widget_set_visible (self->menu, FALSE);
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  gtk_widget_remove_controller (GTK_WIDGET (self), self->drops);
  jalon_quiet_tree (GTK_WIDGET (self));
}

static void
present_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  const JalonPresenterOptions options = { .idle = JALON_PRESENTER_USUAL_IDLE };

  if (jalon_model_get_dataset (JALON_WINDOW (widget)->model) != NULL)
    jalon_window_present_slides (JALON_WINDOW (widget), &options);
}

/**
 * jalon_window_install_present_actions:
 * @klass: the class of the window
 *
 * Installs win.present, with its key.
 */
void
jalon_window_install_present_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.present", NULL, present_action);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_F5, 0, "win.present", NULL);
}
