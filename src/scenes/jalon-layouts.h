/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "basemap/jalon-basemap.h"
#include "figures/jalon-money-history.h"
#include "scenes/jalon-painter.h"
#include "words/jalon-words.h"

G_BEGIN_DECLS

/* How bars are sorted; those of no or several values stand last where it isn't by a number. */
typedef enum
{
  JALON_BARS_AUTOMATIC, /* by date where the groups are spans of time, else by amount */
  JALON_BARS_BY_AMOUNT,
  JALON_BARS_BY_NAME,   /* by date where the groups are spans of time */
  JALON_BARS_BY_PROJECTS,
  JALON_N_BARS_ORDERS
} JalonBarsOrder;

JalonBarsOrder jalon_bars_resolve_order (JalonBarsOrder order, JalonKey key);

/* What every layout is given besides its size. Borrowed for the call. */
typedef struct
{
  const JalonFigures *figures;
  const JalonLanguage *language;
  JalonType *type;
  gboolean rtl;
  const char *selected;        /* a project's id, or NULL */
  const JalonMoneyHistory *history; /* of the query, for a timeline; NULL: no line of money */
  gboolean map_has_names;      /* the map below has names that don't keep off what lies on it: labels stand on cards */
  const GArray *map_covered;   /* JalonMapBox: where something lies over the map that labels keep off; NULL: nowhere */
  gboolean all_rows;           /* whoever looks asked for what would be gathered into a rest */
  JalonBarsOrder order;
} JalonLayoutInput;

/* Bars by group: firm solid, up to the ceiling hatched, undisclosed as a count; the sum line under them. What doesn't fit into
 * `height` is gathered into a row for the rest; a height of 0 has room for all. */
JalonScene *jalon_bars_layout (const JalonLayoutInput *input, double width, double height, gboolean logarithmic);

/* The window on time that a timeline shows, in Julian days with fractions. */
typedef struct
{
  double first;
  double last;
} JalonTimeWindow;

/* Where a timeline's parts stand, in logical pixels: time runs from `left` to `right`, lanes from `top` down to the axis. */
typedef struct
{
  double left;
  double right;
  double top;
  double axis;
} JalonTimeArea;

/* A picture of the day T in a sequence of pictures: the figures of a query with jalon_query_set_as_of() at T, laid out in the one
 * window that jalon_timeline_get_opening() gives for the figures without an as-of date, so that the axis stands still. */
JalonTimeWindow jalon_timeline_get_extent (const JalonFigures *figures);  /* all there is */
JalonTimeWindow jalon_timeline_get_opening (const JalonFigures *figures); /* what to open with */
JalonScene *jalon_timeline_layout (const JalonLayoutInput *input, const JalonTimeWindow *window, double width, double height);
JalonTimeArea jalon_timeline_get_area (JalonType *type, double width, double height);
double jalon_timeline_x_to_day (const JalonTimeWindow *window, double width, double x);
double jalon_timeline_place_day (const JalonTimeWindow *window, double width, double day);
gboolean jalon_timeline_get_reach (const JalonFigures *figures, int *first, int *last); /* the days that as-of can be moved over */

/* Where a map looks: Web Mercator, zoom as in libshumate with tiles of 256 logical pixels. */
typedef struct
{
  double lat;
  double lon;
  double zoom;
} JalonMapFrame;

/* Where a project's money stands: on one point, or on none. */
typedef enum
{
  JALON_STAND_POINT,    /* its one place */
  JALON_STAND_SEVERAL,  /* several places */
  JALON_STAND_REGION,
  JALON_STAND_COUNTRY,
  JALON_STAND_COMPANY,
  JALON_STAND_NOWHERE,  /* a site nobody has named */
  JALON_N_STANDS
} JalonStand;

JalonStand jalon_map_get_stand (const JalonShare *share);

gboolean jalon_map_fit_members (const JalonFigures *figures, const char *const *ids, double width, double height, JalonMapFrame *frame);
JalonMapFrame jalon_map_fit (const JalonFigures *figures, double width, double height);
void jalon_map_shift (JalonMapFrame *frame, double right, double down);
double jalon_map_get_fit_zoom (JalonBasemap *basemap, const JalonMapFrame *frame);
void jalon_map_project (const JalonMapFrame *frame, double width, double height, double lat, double lon, double *x, double *y);
JalonScene *jalon_map_layout (const JalonLayoutInput *input, const JalonMapFrame *frame, double width, double height);

/* What has no point on the map: regional, national, company-wide money, money of several places, and the context, never counted. */
JalonScene *jalon_tray_layout (const JalonLayoutInput *input, double width);

/* The headline: firm and ceiling, the counts, what was left out. */
JalonScene *jalon_headline_layout (const JalonLayoutInput *input, double width);

/* What solid, hatched and hollow mean, and the colours of the kinds that are shown. */
JalonScene *jalon_legend_layout (const JalonLayoutInput *input, gboolean with_map, double width);

G_END_DECLS
