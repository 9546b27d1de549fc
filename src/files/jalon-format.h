/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "facts/jalon-dataset-private.h"

G_BEGIN_DECLS

#define JALON_FORMAT_VERSION 1
#define JALON_FORMAT_MAX_PROJECTS 1000000u
#define JALON_FORMAT_MAX_FIELDS 32

/* How a member of the file stands in its record. Reader and writer go by the same tables. */
typedef enum
{
  JALON_FIELD_CONSTANT,   /* "format" and "version" */
  JALON_FIELD_LIST,       /* a list of the dataset; detail: which */
  JALON_FIELD_ID,         /* the record's own */
  JALON_FIELD_TEXT,       /* JalonText * */
  JALON_FIELD_STRING,     /* char * */
  JALON_FIELD_ADDRESS,    /* char *, an address of the web */
  JALON_FIELD_DATE,       /* JalonDate */
  JALON_FIELD_WORD,       /* an enumeration; detail: its vocabulary */
  JALON_FIELD_LATITUDE,   /* double, degrees */
  JALON_FIELD_LONGITUDE,  /* double, degrees */
  JALON_FIELD_RATE,       /* double, over 0 */
  JALON_FIELD_SECONDS,    /* double, over 0; 0: not stated */
  JALON_FIELD_COUNTS,     /* gboolean, true unless said */
  JALON_FIELD_CODE,       /* char *; detail: a JalonCode */
  JALON_FIELD_CODES,      /* GPtrArray of char *; detail: a JalonCode */
  JALON_FIELD_CURRENCY,   /* char[4] */
  JALON_FIELD_REFERENCE,  /* a record's address; detail: its list */
  JALON_FIELD_REFERENCES, /* GPtrArray of records' addresses; detail: their list */
  JALON_FIELD_ANY_ID,     /* char *, an id of any list or an address of the web */
  JALON_FIELD_ANY_IDS,    /* GPtrArray of char *, ids of any list */
  JALON_FIELD_RECORDS,    /* GPtrArray of records inside this one; detail: a JalonPart */
  JALON_FIELD_AMOUNT,     /* JalonAmount *, an object of its own */
  JALON_FIELD_QUANTITY,   /* JalonAmount *, its members among those of this object */
  JALON_FIELD_SERIES,     /* an indicator's readings: a list, or one whose members are among those of this object */
  JALON_FIELD_ELSEWHERE,  /* a project's `elsewhere` and `elsewhere_in` */
  JALON_FIELD_OVERLAPS    /* GPtrArray of JalonOverlap */
} JalonFieldType;

typedef enum
{
  JALON_CODE_COUNTRY,    /* ISO 3166-1 alpha-2 */
  JALON_CODE_REGION,     /* ISO 3166-2 */
  JALON_CODE_AREA,       /* either of them */
  JALON_CODE_DEPARTMENT, /* a country's own code */
  JALON_CODE_LANGUAGE    /* BCP 47 */
} JalonCode;

/* The records that stand inside others. */
typedef enum
{
  JALON_PART_ANNOUNCEMENT,
  JALON_PART_CAPACITY,
  JALON_PART_ASIDE,
  JALON_PART_LINK,
  JALON_PART_READING,
  JALON_PART_STATEMENT,
  JALON_N_PARTS
} JalonPart;

typedef struct
{
  const char *name;
  JalonFieldType type;
  gsize offset;      /* in the record */
  int detail;
  gboolean required;
} JalonField;

/* The members of a kind of object, beside `note`, in the order in which they are written; a name of NULL ends them. */
typedef const JalonField *JalonShape;

JalonShape jalon_format_get_head (void);
JalonShape jalon_format_get_shape (JalonList list);
JalonShape jalon_format_get_part (JalonPart part);
const char *jalon_format_get_list_name (JalonList list);
gboolean jalon_format_is_code (JalonCode code, const char *string);
gboolean jalon_format_is_id (const char *string);
gboolean jalon_format_is_reserved (const char *string);
gboolean jalon_format_is_currency (const char *string);

G_END_DECLS
