/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define JALON_TYPE_BOARD (jalon_board_get_type ())
G_DECLARE_FINAL_TYPE (JalonBoard, jalon_board, JALON, BOARD, GtkWidget)

/* The panes of the dashboard. */
typedef enum
{
  JALON_PANE_TITLE,    /* only where the panes are stacked */
  JALON_PANE_MAP,
  JALON_PANE_SIDE,
  JALON_PANE_TIMELINE,
  JALON_PANE_DETAIL,
  JALON_N_PANES
} JalonPane;

GtkWidget *jalon_board_new (void);
void jalon_board_set_pane (JalonBoard *self, JalonPane pane, GtkWidget *child);
GtkWidget *jalon_board_get_pane (JalonBoard *self, JalonPane pane);
void jalon_board_set_words (JalonBoard *self, const char *side, const char *timeline);

/* Properties "side-share", "timeline-share": how the panes share width and height. */

G_END_DECLS
