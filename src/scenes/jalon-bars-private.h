/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scenes/jalon-layout-private.h"
#include "scenes/jalon-scale.h"

G_BEGIN_DECLS

/* Enough for any: an amount is never cut. */
#define JALON_BARS_MAX_VALUE_LINES 8
/* Between a label and what stands beside it, in logical pixels. */
#define JALON_BARS_LABEL_GAP 12.0

typedef struct
{
  const JalonGroup *group; /* NULL: the rest */
  char *key;
  char **rest;             /* of the rest: the keys of its groups */
  char *label;
  char *rank;              /* what it is sorted by, where it is by name or date */
  char *value;
  char **label_lines;
  char **value_lines;      /* NULL: beside the bar */
  gboolean shortened;
  double length;           /* of the bar, of 1 */
  double firm_length;
  JalonSum sum;
  guint n_projects;
  guint n_undisclosed;
  JalonInk ink;
  double height;
} JalonBarRow;

typedef struct
{
  const JalonLayoutInput *input;
  JalonScene *scene;
  GPtrArray *rows;      /* JalonBarRow */
  gboolean logarithmic;
  gboolean limited;     /* rows that don't fit are gathered */
  JalonScale scale;
  double text_scale;
  double width;
  double line;      /* height of a line of labels */
  gboolean stacked; /* label and value above the bar */
  double label_width;
  double bar_x;
  double bar_room;  /* the longest bar */
  double gap;       /* between rows */
  double y;
} JalonBars;

GPtrArray *jalon_bars_list_rows (const JalonLayoutInput *input, guint n_shown);
guint jalon_bars_get_max_rows (const JalonLayoutInput *input);
void jalon_bars_scale_rows (JalonBars *bars, gboolean logarithmic);
void jalon_bars_add_total (JalonBars *bars);
double jalon_bars_measure_total (const JalonBars *bars);

G_END_DECLS
