/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/jalon-presenter.h"

G_BEGIN_DECLS

/* The instance, for the siblings jalon-presenter-*.c only. */
struct _JalonPresenter
{
  GtkWindow parent_instance;

  JalonPresenterOptions options;
  char *key;                /* owned: of the slide that the speaker is at */
  gboolean frozen;          /* the audience stays where it was */
  gboolean playing;
  guint number;             /* that is being typed, or 0 */
  JalonBlank blank;
  gint64 shown_at;          /* monotonic */
  gint64 began_at;
  guint beat;               /* sources, or 0 */
  guint awake;
  guint hide;
  guint cookie;             /* of the inhibition, or 0 */
  double pointer_x;         /* where the pointer is, logical pixels */
  double pointer_y;

  /* borrowed from the tree of children */
  JalonSlideView *view;
  GtkWidget *buttons;
  GtkWidget *progress;
  GtkWidget *back;
  GtkWidget *next;
  GtkWidget *play;
  GtkWidget *language;
  GtkWidget *close;
};

/* jalon-presenter.c */
void jalon_presenter_set_blank (JalonPresenter *self, JalonBlank blank);
void jalon_presenter_toggle_language (JalonPresenter *self);
void jalon_presenter_go_to_index (JalonPresenter *self, int index);
void jalon_presenter_touch (JalonPresenter *self);

/* jalon-presenter-buttons.c */
GtkWidget *jalon_presenter_make_buttons (JalonPresenter *self);
GtkWidget *jalon_presenter_make_language (JalonPresenter *self);
void jalon_presenter_show_buttons (JalonPresenter *self);
void jalon_presenter_update_buttons (JalonPresenter *self);

G_END_DECLS
