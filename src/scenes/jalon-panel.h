/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "basemap/jalon-basemap.h"
#include "scenes/jalon-layouts.h"

G_BEGIN_DECLS

/* What a panel is to who reads the file without seeing it. */
typedef enum
{
  JALON_ROLE_TITLE,
  JALON_ROLE_HEADING,
  JALON_ROLE_TEXT,
  JALON_ROLE_FIGURE
} JalonPanelRole;

/* A text mark of a panel's scene that leads to an address of the web. */
typedef struct
{
  guint mark;
  const char *address; /* the dataset's */
} JalonPanelLink;

/* A scene at its place on a page, over the base map if it has one. */
typedef struct
{
  JalonPanelRole role;
  double x, y;
  JalonScene *scene;
  gboolean has_map;
  JalonMapFrame frame;
  double card_height; /* over 0: on a ground of its own, so high, with so much of it around: */
  double padding;
  double limit;      /* marks that reach below it don't show */
  double name_scale; /* how much larger than usual the base map's names are; 0: as the other text */
  GArray *links;     /* JalonPanelLink */
} JalonPanel;

JalonPanel *jalon_panel_new (JalonPanelRole role, JalonScene *scene, double x, double y);
void jalon_panel_free (gpointer panel);
void jalon_panel_add_link (JalonPanel *panel, const char *address);
const char *jalon_panel_find_address (const JalonPanel *panel, guint mark);
gboolean jalon_panel_shows (const JalonPanel *panel, const JalonMark *mark);
guint jalon_panel_cut (JalonPanel *panel, double height);
double jalon_panel_add_text (JalonScene *scene, JalonType *type, JalonStyle style, JalonInk ink, const char *text, double y, guint max_lines);
JalonMapTheme jalon_panel_get_map_theme (JalonTheme theme);
void jalon_panel_paint_map (const JalonPanel *panel, cairo_t *cr, JalonBasemap *basemap, const JalonMapStyle *style, double text_scale);

G_END_DECLS
