/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "facts/jalon-amount.h"
#include "facts/jalon-date.h"
#include "facts/jalon-text.h"
#include "facts/jalon-types.h"
#include "facts/jalon-vocabulary.h"

G_BEGIN_DECLS

/* A member of the file that this version does not know: its name and its value as JSON text, kept to be written back. */
typedef struct
{
  char *name;
  char *json;
} JalonExtra;

/* What every object of the file may have. Lists are never NULL; texts, strings and pointers to records may be. */
struct _JalonRecord
{
  char *id;           /* NULL for objects without one */
  guint index;        /* place in its list of the file, from 0 */
  guint line;         /* where it begins in the file, from 1; 0 if unknown */
  JalonText *note;
  GPtrArray *extras;  /* JalonExtra */
};

struct _JalonSource
{
  JalonRecord base;
  JalonText *publisher;
  JalonText *title;
  JalonDate date;
  char *url;
  char *language;
};

struct _JalonRate
{
  JalonRecord base;
  char currency[4];
  double per;         /* units of the dataset's currency for 1 unit of `currency` */
  JalonDate date;
  const JalonSource *source;
};

struct _JalonPlace
{
  JalonRecord base;
  JalonText *name;
  double lat;         /* degrees WGS 84 */
  double lon;
  JalonPrecision precision;
  const JalonPlace *within;
  char *department;   /* as stated here; jalon_place_get_department() follows `within` */
  char *region;
  char *country;
};

struct _JalonTerritory
{
  JalonRecord base;
  JalonText *name;
  GPtrArray *regions;     /* char* */
  GPtrArray *departments; /* char* */
  GPtrArray *places;      /* const JalonPlace* */
};

struct _JalonOrganisation
{
  JalonRecord base;
  JalonText *name;
  char *kind;         /* free word */
  char *country;
  GPtrArray *at;      /* const JalonPlace* */
  char *url;
  JalonText *summary;
};

struct _JalonEvent
{
  JalonRecord base;
  JalonText *name;
  JalonDate start;
  JalonDate end;      /* not set: as start */
  const JalonPlace *place;
};

struct _JalonAnnouncement
{
  JalonRecord base;   /* index: within its project */
  const JalonProject *project;
  JalonDate date;
  JalonAct act;
  const JalonEvent *event;
  JalonScope scope;   /* of its amount; unset: the project's */
  JalonAmount *amount; /* NULL: none stated */
  JalonText *summary;
  JalonDate expected;
  GPtrArray *sources; /* const JalonSource* */
  char *confidence;
};

typedef struct
{
  const JalonProject *project;
  double at_most;     /* dataset's currency; NAN: not known */
  JalonText *note;
  GPtrArray *extras;  /* JalonExtra, or NULL where written as a bare id */
} JalonOverlap;

typedef struct
{
  JalonRecord base;
  char *to;           /* an id of any list, or an address */
  char *type;
} JalonLink;

typedef struct
{
  JalonRecord base;
  char *metric;
  char *unit;
  JalonAmount *value; /* NULL: not known */
  JalonDate date;
  GPtrArray *sources; /* const JalonSource* */
} JalonCapacity;

/* An amount told beside the project's own: shown, never counted. */
typedef struct
{
  JalonRecord base;
  JalonText *label;
  JalonAmount *amount;
  JalonDate date;
  GPtrArray *sources; /* const JalonSource* */
} JalonAside;

struct _JalonProject
{
  JalonRecord base;
  JalonText *title;
  JalonKind kind;
  JalonScope scope;
  JalonRelevance relevance;
  JalonStatus status;      /* as stated; unset: it follows from the acts */
  JalonText *summary;
  GPtrArray *by;           /* const JalonOrganisation* */
  GPtrArray *at;           /* const JalonPlace* */
  gboolean elsewhere;      /* also has sites nobody has named */
  GPtrArray *elsewhere_in; /* char*: what is known of where (region or country codes) */
  char *department;
  char *region;
  char *country;
  const JalonProject *part_of;
  GPtrArray *overlaps;     /* JalonOverlap */
  GPtrArray *links;        /* JalonLink */
  gboolean counts;         /* FALSE: set aside on purpose */
  JalonText *why;
  GPtrArray *capacities;   /* JalonCapacity */
  GPtrArray *figures;      /* JalonAside */
  GPtrArray *announcements; /* JalonAnnouncement, in file order */
};

/* One value of an indicator, at a date. */
typedef struct
{
  JalonRecord base;
  JalonAmount *value;
  JalonDate date;
  GPtrArray *sources; /* const JalonSource* */
} JalonReading;

struct _JalonIndicator
{
  JalonRecord base;
  JalonText *label;
  JalonText *unit;
  gboolean is_series;
  GPtrArray *readings;     /* JalonReading: one where is_series is FALSE (its own value, date and sources) */
  JalonDate date;          /* as stated on the indicator itself, also of a series */
  GPtrArray *sources;      /* const JalonSource*: likewise */
  const JalonPlace *place;
  char *department;
  char *region;
  char *country;
  const JalonProject *project;
  const JalonEvent *event;
};

typedef struct
{
  JalonRecord base;
  JalonText *text;
  GPtrArray *sources; /* const JalonSource* */
} JalonStatement;

struct _JalonDispute
{
  JalonRecord base;
  JalonText *subject;
  GPtrArray *about;      /* char*: ids of any list */
  GPtrArray *statements; /* JalonStatement */
  JalonText *resolution;
};

/* A slide, or several, of the story that the file wants told. */
struct _JalonStoryStep
{
  JalonRecord base;
  JalonSlideKind slide;
  const JalonProject *project; /* of a project's slide */
  int group;                   /* of the bars: a word of JALON_VOCABULARY_GROUPING */
  JalonText *headline;
  JalonText *notes;
  double seconds;              /* 0: not stated */
};

const char *jalon_place_get_department (const JalonPlace *place);
const char *jalon_place_get_region (const JalonPlace *place);
const char *jalon_place_get_country (const JalonPlace *place);
const JalonPlace *jalon_place_get_outermost (const JalonPlace *place);

G_END_DECLS
