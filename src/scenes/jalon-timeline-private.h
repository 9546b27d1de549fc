/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scenes/jalon-layout-private.h"

G_BEGIN_DECLS

/* In logical pixels: no disc that brings money is smaller. */
#define JALON_TIME_MIN_RADIUS 4.5

/* How much an announcement weighs on the timeline; also the order of placing. */
typedef enum
{
  JALON_RANK_SELECTED, /* of the selected project */
  JALON_RANK_MONEY,    /* says an amount that counts, or that there is a project */
  JALON_RANK_STEP,     /* confirms, permits, starts… */
  JALON_RANK_ASIDE     /* reports and notes */
} JalonRank;

typedef struct
{
  const JalonShare *share;
  const JalonAnnouncement *announcement;
  JalonRank rank;
  gboolean is_span;   /* longer than a day */
  JalonSum sum;       /* in the dataset's currency */
  gboolean filled;    /* brings money: first said, raised, cut, added */
  double x0, x1;      /* its days, clipped to the plot */
  double x;           /* the middle of its disc */
  double full_radius; /* of its amount */
  double radius;      /* no larger */
  int lane;           /* -1: no room */
  guint n_lanes;
  double left, right; /* with its label */
  char *label;        /* NULL: none */
  double label_width;
  gboolean label_before;
  double y;
} JalonTimeItem;

/* Where the timeline's parts stand. */
typedef struct
{
  const JalonLayoutInput *input;
  JalonScene *scene;
  const JalonTimeWindow *window;
  double width;
  double top;         /* of the plot */
  double lanes;       /* top of the lanes */
  double money_top;   /* of the line of money: above the lanes where there is room, else behind them */
  double money_bottom;
  double label_end;   /* what is taken of the row above the plot */
  double lane_height;
  guint n_lanes;
  double strip;       /* top of what has no room in a lane */
  double axis;        /* y of the axis */
  GPtrArray *items;   /* JalonTimeItem, by rank, amount, recency */
} JalonTimePlot;

double jalon_timeline_day_to_x (const JalonTimePlot *plot, double day);
gboolean jalon_timeline_is_step (JalonAct act);
GPtrArray *jalon_timeline_list_items (const JalonTimePlot *plot);
void jalon_timeline_place (JalonTimePlot *plot);
char *jalon_timeline_say_amount (const JalonLayoutInput *input, const JalonAnnouncement *announcement, JalonMoneyStyle style);
char **jalon_timeline_list_names (const JalonLayoutInput *input, const JalonProject *project);

void jalon_timeline_add_money (JalonTimePlot *plot);
char *jalon_timeline_say_money (const JalonTimePlot *plot);
void jalon_timeline_add_axis (JalonTimePlot *plot);
void jalon_timeline_add_events (JalonTimePlot *plot);

G_END_DECLS
