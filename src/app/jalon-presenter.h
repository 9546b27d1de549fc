/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "widgets/jalon-slide-view.h"

G_BEGIN_DECLS

/* How slides are shown. */
typedef struct
{
  double pace;    /* seconds a slide; 0: they wait for the speaker */
  gboolean loop;  /* after the last comes the first */
  gboolean in_turn; /* in the other language each time */
  gboolean kiosk; /* for visitors: no speaker, a touch calls the dashboard */
  double idle;    /* seconds without a visitor until the loop comes back */
} JalonPresenterOptions;

#define JALON_PRESENTER_USUAL_PACE 15.0
#define JALON_PRESENTER_USUAL_IDLE 60.0

#define JALON_TYPE_PRESENTER (jalon_presenter_get_type ())
G_DECLARE_FINAL_TYPE (JalonPresenter, jalon_presenter, JALON, PRESENTER, GtkWindow)

JalonPresenter *jalon_presenter_new (GtkApplication *application, JalonSlideView *view, const JalonPresenterOptions *options);
JalonSlideView *jalon_presenter_get_view (JalonPresenter *self);
void jalon_presenter_set_dataset (JalonPresenter *self, JalonDataset *dataset, JalonQuery *query);
gboolean jalon_presenter_step (JalonPresenter *self, int step);
void jalon_presenter_go (JalonPresenter *self, const char *key);
const char *jalon_presenter_get_key (JalonPresenter *self);
const char *jalon_presenter_get_next_key (JalonPresenter *self);
double jalon_presenter_get_remaining (JalonPresenter *self);
double jalon_presenter_get_elapsed (JalonPresenter *self);
void jalon_presenter_set_playing (JalonPresenter *self, gboolean playing);
void jalon_presenter_set_frozen (JalonPresenter *self, gboolean frozen);
void jalon_presenter_watch_keys (JalonPresenter *self, GtkWidget *widget);

/* Signals "changed" (): another slide, or another state; "touched" (): somebody is there, in a kiosk. */

G_END_DECLS
