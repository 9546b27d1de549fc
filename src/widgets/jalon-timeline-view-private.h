/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "widgets/jalon-timeline-view.h"

G_BEGIN_DECLS

/* What of a timeline can be dragged. */
typedef enum
{
  JALON_GRIP_AS_OF,
  JALON_N_HANDLES,
  JALON_GRIP_AXIS = JALON_N_HANDLES /* the picture itself: pans */
} JalonGrip;

/* The instance, for the siblings jalon-timeline-*.c only. */
struct _JalonTimelineView
{
  JalonSceneView parent_instance;

  JalonTimeWindow window;   /* in Julian days; first = last: what the timeline opens with */
  JalonTimeWindow dragged;  /* the window where a drag began */
  double pointer;           /* x of the pointer, logical pixels */
  JalonGrip grip;           /* what is dragged */
  double grip_x;            /* where it stood when the drag began */

  /* The answer to the filters alone, without as-of date and window, so that the axis stands still while these are moved. Until the
   * filters or the dataset change. */
  JalonQuery *base_query;   /* owned */
  JalonFigures *base;       /* owned */

  GtkWidget *line;          /* child: where as-of is */
  GtkWidget *handles[JALON_N_HANDLES]; /* children */
};

JalonTimeWindow jalon_timeline_view_get_window (JalonTimelineView *self);

void jalon_timeline_view_add_handles (JalonTimelineView *self);
void jalon_timeline_view_remove_handles (JalonTimelineView *self);
void jalon_timeline_view_update_handles (JalonTimelineView *self);
void jalon_timeline_view_allocate_handles (JalonTimelineView *self, int width, int height);
JalonGrip jalon_timeline_view_find_grip (JalonTimelineView *self, double x, double y);
double jalon_timeline_view_get_grip_x (JalonTimelineView *self, JalonGrip grip);
void jalon_timeline_view_move_grip (JalonTimelineView *self, JalonGrip grip, double x);
gboolean jalon_timeline_view_focus_handles (JalonTimelineView *self, GtkDirectionType direction);

G_END_DECLS
