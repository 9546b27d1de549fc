/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <glib-object.h>

#include "facts/jalon-vocabulary.h"

G_BEGIN_DECLS

/* A scene is a list of marks in painting order, in logical pixels, y down. It is made by a layout, painted by jalon-painter, picked,
 * described and dumped from the same rectangles. */

typedef enum
{
  JALON_SHAPE_RECT,   /* x, y, width, height, corner radius */
  JALON_SHAPE_DISC,   /* the ellipse in the rectangle */
  JALON_SHAPE_LINE,   /* from (x, y) to (x + width, y + height) */
  JALON_SHAPE_PATH,   /* points */
  JALON_SHAPE_TEXT    /* text in the rectangle, which is its extent */
} JalonShape;

/* A colour by its role; the palette says what it is in light, dark, high contrast, print. */
typedef enum
{
  JALON_INK_NONE,
  JALON_INK_BACKGROUND,
  JALON_INK_CARD,       /* a panel above the background */
  JALON_INK_TEXT,
  JALON_INK_DIM,        /* secondary text, still 4.5:1 */
  JALON_INK_FAINT,      /* grid lines, separators */
  JALON_INK_ACCENT,     /* selection, focus, links */
  JALON_INK_BAND,       /* events, brushes */
  JALON_INK_HALO,       /* round text and pins on the map */
  JALON_INK_WARNING,
  JALON_INK_LAND,
  JALON_INK_WATER,
  JALON_INK_COAST,
  JALON_INK_BORDER,
  JALON_INK_MIXED,      /* marks that stand for several kinds */
  JALON_INK_KIND,       /* JALON_INK_KIND + a JalonKind: its colour */
  JALON_INK_ON_KIND = JALON_INK_KIND + JALON_N_KINDS, /* text on a mark in a kind's colour */
  JALON_N_INKS
} JalonInk;

typedef enum
{
  JALON_FILL_NONE,     /* hollow: undisclosed */
  JALON_FILL_SOLID,    /* firm money */
  JALON_FILL_HATCHED,  /* only a ceiling */
  JALON_FILL_SOFT      /* translucent: spans, bands */
} JalonFill;

typedef enum
{
  JALON_STYLE_BODY,          /* 11 pt */
  JALON_STYLE_SMALL,         /* 9 pt: ticks, secondary lines */
  JALON_STYLE_STRONG,        /* 11 pt bold */
  JALON_STYLE_TITLE,         /* 15 pt bold */
  JALON_STYLE_HEADLINE,      /* 24 pt extra bold: the total */
  JALON_STYLE_LABEL,         /* 10 pt: labels of marks */
  JALON_STYLE_LABEL_STRONG,  /* 10 pt bold */
  JALON_N_STYLES
} JalonStyle;

/* What a mark stands for when it is picked. */
typedef enum
{
  JALON_TARGET_NONE,
  JALON_TARGET_PROJECT,       /* key is a project's id */
  JALON_TARGET_ANNOUNCEMENT,  /* key is "PROJECT/INDEX" */
  JALON_TARGET_GROUP,         /* key is a group's key */
  JALON_TARGET_CLUSTER,       /* key is made of its projects; `members` lists them */
  JALON_TARGET_EVENT,
  JALON_TARGET_TOTAL,
  JALON_TARGET_MORE,          /* what stands for the rest of a list: shows it, or hides it again */
  JALON_TARGET_INDICATOR,     /* key is an indicator's id, or "ID/INDEX" for one of its values */
  JALON_TARGET_ORGANISATION,  /* key is an organisation's id */
  JALON_TARGET_PLACE,         /* key is a place's id */
  JALON_TARGET_SOURCE         /* key ends with "/" and a source's id, or is an address */
} JalonTarget;

typedef struct
{
  double x;
  double y;
} JalonPoint;

typedef struct
{
  JalonShape shape;
  double x, y, width, height;
  double radius;
  JalonFill fill;
  JalonInk ink;          /* of fill or text */
  JalonInk stroke;
  double stroke_width;
  gboolean dashed;       /* the stroke of a mark that is only a ceiling */
  double opacity;        /* 1 unless dimmed */
  gboolean halo;         /* text and discs on the map */
  JalonStyle style;
  char *text;
  GArray *points;        /* JalonPoint, for paths */
  gboolean closed;
  JalonTarget target;    /* NONE: is seen, not picked */
  char *key;             /* object constancy, picking */
  char **members;        /* of clusters: project ids; of the rest of a list: keys of groups */
  guint n_more;          /* how many entries of a list it only counts; 0: it is one itself, or none */
  char *name;            /* what a screen reader says; NULL: decoration */
  double order;          /* of reading, by keyboard and screen reader: the lowest first, equals as they are painted */
  char *tooltip;
} JalonMark;

#define JALON_TYPE_SCENE (jalon_scene_get_type ())
typedef struct _JalonScene JalonScene;
GType jalon_scene_get_type (void);

JalonScene *jalon_scene_new (double width, double height);
JalonScene *jalon_scene_ref (JalonScene *self);
void jalon_scene_unref (JalonScene *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JalonScene, jalon_scene_unref)

JalonMark *jalon_scene_add (JalonScene *self, JalonShape shape, double x, double y, double width, double height);
JalonMark *jalon_scene_add_text (JalonScene *self, JalonStyle style, JalonInk ink, const char *text, double x, double y, double width, double height);
JalonMark *jalon_scene_add_path (JalonScene *self, const JalonPoint *points, guint n_points, gboolean closed);
JalonMark *jalon_scene_add_copy (JalonScene *self, const JalonMark *mark);
void jalon_scene_append (JalonScene *self, const JalonScene *other, double x, double y);
double jalon_scene_get_width (const JalonScene *self);
double jalon_scene_get_height (const JalonScene *self);
void jalon_scene_set_height (JalonScene *self, double height);
guint jalon_scene_get_n_marks (const JalonScene *self);
const JalonMark *jalon_scene_get_mark (const JalonScene *self, guint index);
JalonMark *jalon_scene_edit_mark (JalonScene *self, guint index); /* for layouts */
GArray *jalon_scene_list_named (const JalonScene *self); /* indices of marks with a name, in the order of reading */
const JalonMark *jalon_scene_find (const JalonScene *self, JalonTarget target, const char *key);
const JalonMark *jalon_scene_pick (const JalonScene *self, double x, double y); /* the topmost mark with a target; small ones at least 24 px wide to a finger */
const char *jalon_scene_get_summary (const JalonScene *self);                   /* one sentence for a screen reader */
void jalon_scene_set_summary (JalonScene *self, const char *summary);
char *jalon_scene_dump (const JalonScene *self);                                /* one line a mark, for tests */
JalonScene *jalon_scene_interpolate (const JalonScene *from, const JalonScene *to, double progress); /* by key */

void jalon_scene_mirror (JalonScene *self); /* for scripts that run from right to left */

G_END_DECLS
