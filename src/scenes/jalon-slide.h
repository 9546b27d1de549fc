/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scenes/jalon-panel.h"
#include "words/jalon-about.h"

G_BEGIN_DECLS

/* What the slides of a talk are made from. Borrowed for the call. */
typedef struct
{
  JalonLayoutInput layout; /* its type as large as jalon_slides_get_text_scale() says */
  JalonQuery *query;       /* what its figures answer */
  const JalonAbout *about;
  const char *credit;      /* of the base map; NULL where there is none */
  JalonTheme theme;        /* codes are dark on light in each */
  double width, height;    /* of a slide, in logical pixels */
} JalonSlidesInput;

/* One slide: panels on a ground, and what is said of it to who doesn't see it, and to the speaker. */
typedef struct
{
  JalonSlideKind kind;
  char *key;     /* the same in each language, at each size */
  char *heading;
  char *text;    /* the content in sentences */
  char *notes;
  const JalonProject *project; /* of a project's slide */
  JalonKey group;              /* of the bars */
  double seconds;              /* as the file has it; 0: the usual pace */
  GPtrArray *panels;           /* JalonPanel */
  JalonPanel *map;             /* those of them that move, or NULL: the map, */
  JalonPanel *amount;          /* the amount that counts up, */
  JalonPanel *timeline;        /* the timeline that plays */
} JalonSlide;

GPtrArray *jalon_slides_lay_out (const JalonSlidesInput *input);
JalonTheme jalon_slides_get_theme (JalonTheme theme);
double jalon_slides_get_text_scale (double width, double height);
JalonScene *jalon_slides_count_amount (const JalonSlidesInput *input, const JalonSlide *slide, double progress);
void jalon_slide_free (gpointer slide);

G_END_DECLS
