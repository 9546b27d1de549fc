/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scenes/jalon-layout-private.h"

G_BEGIN_DECLS

JalonMapFrame jalon_map_fit_places (const GPtrArray *places, double max_zoom, double width, double height);

/* What is drawn of one or more pins. */
typedef struct
{
  double x;
  double y;
  double radius;
  GPtrArray *shares; /* const JalonShare, in file order */
  JalonSum sum;      /* of the remainders, what is declared as shared taken off once */
  guint n_undisclosed;
  JalonInk ink;
  gboolean counts;   /* any of its money counts or is undisclosed */
} JalonPin;

GPtrArray *jalon_map_list_pins (const JalonLayoutInput *input, const JalonMapFrame *frame, double width, double height);
char **jalon_map_list_members (const JalonPin *pin);
char *jalon_map_make_key (const char *part, const JalonPin *pin);
double jalon_map_get_inner_radius (double outer, JalonPrecision precision);
void jalon_map_add_precision (JalonScene *scene, double x, double y, double radius, JalonInk ink, JalonPrecision precision);
char *jalon_map_name_pin (const JalonLayoutInput *input, const JalonPin *pin);
void jalon_map_add_labels (JalonScene *scene, const JalonLayoutInput *input, const GPtrArray *pins);

G_END_DECLS
