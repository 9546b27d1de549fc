/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/jalon-history.h"
#include "app/jalon-window.h"

G_BEGIN_DECLS

/* The instance, for the siblings jalon-window-*.c only. */
struct _JalonWindow
{
  AdwApplicationWindow parent_instance;

  JalonModel *model;         /* owned */
  GCancellable *cancellable; /* owned: what is being read; cancelled with the window */

  GFile *file;               /* owned: what is shown; NULL: what came with the program */
  GFileMonitor *monitor;     /* owned: of the file */
  guint quiet;               /* the file has changed lately; cleared with the window */
  char *kept_state;          /* owned: to be shown again once the file has been read again */
  JalonHistory *history;     /* owned */
  gboolean travelling;       /* through the history, or to where a file begins: no step of it, and nothing to undo */
  gboolean kiosk;            /* for visitors: what happens to the file isn't theirs */
  gboolean remembers;        /* the state, for the next start */
  JalonQuery *filters_seen;   /* owned: a copy, to tell what changed */
  JalonQuery *filters_before; /* owned: what win.undo-filter brings back, or NULL */
  AdwToast *undo_toast;       /* borrowed: the one that is shown, or NULL */
  guint undo_timer;           /* until it goes; cleared with the window */
  gboolean filters_whole;     /* the last change was of the search or the as-of date too */
  gboolean filters_moved;     /* the last change was of the period alone */

  /* borrowed from the tree of children */
  AdwToastOverlay *toasts;
  GtkStack *stack;           /* "pages" or "empty" */
  GtkStack *pages;           /* a child for each JalonPage, named by its nick */
  GtkWidget *empty;          /* NULL until it is shown */
  GtkWidget *empty_button;   /* in it */
  GtkWidget *row;            /* in the header bar */
  GtkWidget *title;          /* in the row */
  GtkWidget *heading;        /* above the stacked panes, where the header bar has no room */
  GtkWidget *back;
  GtkWidget *forward;
  GtkWidget *hint;
  GtkWidget *hint_label;
  GtkWidget *hint_button;
  GtkWidget *search;
  GtkWidget *menu;
  GtkEventController *drops; /* of files */
  GtkWidget *board;
  GtkWidget *map;
  GtkWidget *timeline;
  guint day_source;          /* tells when a day has gone; cleared with the window */
  GPtrArray *languages;      /* owned: of GtkToggleButton, borrowed */
  gboolean pasted;           /* a state was put into the search as a whole */
  gboolean updating;         /* the controls follow the model: no answer needed */
};

void jalon_window_build (JalonWindow *self);
void jalon_window_update_words (JalonWindow *self);
void jalon_window_update_title (JalonWindow *self);
void jalon_window_install_actions (GtkWidgetClass *klass);
void jalon_window_install_data_actions (GtkWidgetClass *klass);
void jalon_window_install_figures_actions (GtkWidgetClass *klass);
void jalon_window_install_export_actions (GtkWidgetClass *klass);
void jalon_window_install_undo_actions (GtkWidgetClass *klass);
void jalon_window_note_filters (JalonWindow *self, gboolean offer);
void jalon_window_install_state_actions (GtkWidgetClass *klass);
void jalon_window_install_preferences_actions (GtkWidgetClass *klass);
void jalon_window_install_about_actions (GtkWidgetClass *klass);
void jalon_window_watch_search (JalonWindow *self);
void jalon_window_lead_search (JalonWindow *self);
void jalon_window_write_search (JalonWindow *self);
void jalon_window_stop_reading (JalonWindow *self);
gboolean jalon_window_take_state (JalonWindow *self);
void jalon_window_say_refused (JalonWindow *self, const char *sentence, GPtrArray *refused);
void jalon_window_follow_map_settings (JalonWindow *self);
void jalon_window_install_history_actions (GtkWidgetClass *klass);
void jalon_window_install_recent_actions (GtkWidgetClass *klass);
void jalon_window_install_reload_actions (GtkWidgetClass *klass);
void jalon_window_install_shortcuts_actions (GtkWidgetClass *klass);
GtkWidget *jalon_window_make_hint (JalonWindow *self);
void jalon_window_update_hint_words (JalonWindow *self);
void jalon_window_end_hint (JalonWindow *self);
GtkWidget *jalon_window_make_history (JalonWindow *self);
void jalon_window_update_history_words (JalonWindow *self);
void jalon_window_begin_history (JalonWindow *self);
void jalon_window_show_fitting_state (JalonWindow *self, const char *text);
void jalon_window_show_state_text (JalonWindow *self, const char *text, GPtrArray *refused);
void jalon_window_watch_file (JalonWindow *self);
GMenuModel *jalon_window_make_menu (const JalonLanguage *language);
GMenuModel *jalon_window_make_recent_menu (void);
void jalon_window_add_recent (JalonWindow *self, GFile *file);
void jalon_window_say_gone (JalonWindow *self, GFile *file);
void jalon_window_install_pane_actions (GtkWidgetClass *klass);
void jalon_window_install_play_actions (GtkWidgetClass *klass);
void jalon_window_accept_drops (JalonWindow *self);
void jalon_window_install_present_actions (GtkWidgetClass *klass);

G_END_DECLS
