/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <shumate/shumate.h>

#include "widgets/jalon-map-ground.h"
#include "widgets/jalon-map-view.h"
#include "widgets/jalon-pin-layer.h"

G_BEGIN_DECLS

struct _JalonMapView
{
  AdwBin parent_instance;

  JalonModel *model;       /* owned */
  JalonBasemap *basemap;   /* owned, or NULL */
  JalonOnlineTiles *online; /* owned, or NULL: what is shown of the world instead, where it can be had */
  JalonMapGround *ground;  /* owned */
  char **tint;             /* owned: codes of the territories that the base map tints */
  gboolean fitted;         /* FALSE: fit to the figures as soon as there is a size */
  JalonMapFrame fit_frame; /* where that was */
  gconstpointer fit_figures; /* to which figures; only compared */
  int fit_width, fit_height, fit_foot, fit_end; /* in which room, logical pixels */
  int end_cover;           /* what lies over the map's end from top to bottom, logical pixels */

  /* borrowed from the tree of children */
  ShumateMap *map;
  JalonPinsView *pins;
  GtkWidget *buttons;
  GtkWidget *foot;
  GtkWidget *pills;
  GtkWidget *credit;
  GtkWidget *tray;
  GtkWidget *legend;
  GtkWidget *legend_words; /* NULL until the legend was opened */
  GtkWidget *zoom_in;
  GtkWidget *zoom_out;
  GtkWidget *fit;
  GtkWidget *ecosystem;
  GtkWidget *popover; /* NULL until a cluster was opened */
};

ShumateViewport *jalon_map_view_get_viewport (JalonMapView *self);
void jalon_map_view_open_cluster (JalonMapView *self, const JalonMark *mark);
JalonMapFrame jalon_map_view_get_frame (JalonMapView *self);
void jalon_map_view_look (JalonMapView *self, JalonMapFrame frame);
void jalon_map_view_add_keys (GtkWidgetClass *klass);
void jalon_map_view_add_arrows (JalonMapView *self);

G_END_DECLS
