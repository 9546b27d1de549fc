/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "widgets/jalon-player.h"
#include "widgets/jalon-timeline-view.h"

G_BEGIN_DECLS

/* What of a timeline can be dragged. */
typedef enum
{
  JALON_GRIP_AS_OF,
  JALON_GRIP_FROM,
  JALON_GRIP_TO,
  JALON_N_HANDLES,
  JALON_GRIP_BRUSH = JALON_N_HANDLES, /* both ends together */
  JALON_GRIP_AXIS                     /* the picture itself: pans */
} JalonGrip;

/* A line of money, and what it answers. */
typedef struct
{
  JalonQuery *query;          /* owned */
  JalonMoneyHistory *history; /* owned */
} JalonKnownHistory;

/* The instance, for the siblings jalon-timeline-*.c only. */
struct _JalonTimelineView
{
  JalonSceneView parent_instance;

  JalonTimeWindow window;   /* in Julian days; first = last: what the timeline opens with */
  JalonTimeWindow dragged;  /* the window where a drag began */
  GtkGesture *drag;         /* borrowed, as the next: the view's own controllers */
  GtkGesture *pinch;
  double pointer;           /* x of the pointer, logical pixels */
  JalonGrip grip;           /* what is dragged */
  double grip_x;            /* where it stood when the drag began */
  int grip_from;            /* the brush when the drag began */
  int grip_to;

  /* The answer to the filters alone, without as-of date and window, so that the axis stands still while these are moved. Until the
   * filters or the dataset change. */
  JalonQuery *base_query;   /* owned */
  JalonFigures *base;       /* owned */
  JalonTimeWindow opening;  /* what it opens the timeline with */

  /* The line of money. Until the filters, the window or the dataset change. */
  JalonMoneyHistory *history;      /* owned; NULL: not yet there */
  JalonQuery *history_query;  /* owned */
  JalonDataset *history_dataset; /* owned */
  GCancellable *cancellable;  /* owned: of what makes it */
  GQueue known;               /* of JalonKnownHistory: those of late of the dataset, the last first */

  JalonPlayer *player;      /* owned */

  GtkWidget *brush;         /* child: between from and to */
  GtkWidget *line;          /* child: where as-of is */
  GtkWidget *handles[JALON_N_HANDLES]; /* children */
};

JalonTimeWindow jalon_timeline_view_get_window (JalonTimelineView *self);

void jalon_timeline_view_update_history (JalonTimelineView *self);
void jalon_timeline_view_clear_history (JalonTimelineView *self);

void jalon_timeline_view_add_handles (JalonTimelineView *self);
void jalon_timeline_view_remove_handles (JalonTimelineView *self);
void jalon_timeline_view_update_handles (JalonTimelineView *self);
void jalon_timeline_view_allocate_handles (JalonTimelineView *self, int width, int height);
gboolean jalon_timeline_view_clear_brush (JalonTimelineView *self);
gboolean jalon_timeline_view_is_in_brush (JalonTimelineView *self, double x, double y);
void jalon_timeline_view_pinch (JalonTimelineView *self, double scale, double x);
void jalon_timeline_view_begin_grip (JalonTimelineView *self, double x, double y);
void jalon_timeline_view_drag_grip (JalonTimelineView *self, double dx);
gboolean jalon_timeline_view_focus_handles (JalonTimelineView *self, GtkDirectionType direction);

G_END_DECLS
