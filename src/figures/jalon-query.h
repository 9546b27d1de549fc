/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "facts/jalon-dataset.h"

G_BEGIN_DECLS

/* What groups and filters (DESIGN's keys). The first JALON_N_GROUPINGS are groupings; all but the window take a set of
 * values. */
typedef enum
{
  JALON_KEY_PLACE,
  JALON_KEY_DEPARTMENT,
  JALON_KEY_REGION,
  JALON_KEY_COUNTRY,
  JALON_KEY_TERRITORY,
  JALON_KEY_ORGANISATION,
  JALON_KEY_KIND,
  JALON_KEY_RELEVANCE,
  JALON_KEY_STATUS,
  JALON_KEY_SCOPE,
  JALON_KEY_YEAR,
  JALON_KEY_QUARTER,
  JALON_KEY_MONTH,
  JALON_KEY_EVENT,
  JALON_N_GROUPINGS,
  JALON_KEY_FROM = JALON_N_GROUPINGS,
  JALON_KEY_TO,
  JALON_KEY_TEXT,
  JALON_N_KEYS
} JalonKey;

/* The values that every grouping has besides its own. */
#define JALON_VALUE_NONE "none"
#define JALON_VALUE_SEVERAL "several"

/* What of a query changed, so that a view does no more than it must. */
typedef enum
{
  JALON_QUERY_FILTERS = 1 << 0,   /* filters, text, window: the selection of projects */
  JALON_QUERY_AS_OF = 1 << 1,
  JALON_QUERY_GROUP = 1 << 2,
  JALON_QUERY_SELECTED = 1 << 3   /* the project whose detail is shown */
} JalonQueryChange;

#define JALON_TYPE_QUERY (jalon_query_get_type ())
G_DECLARE_FINAL_TYPE (JalonQuery, jalon_query, JALON, QUERY, GObject)

JalonQuery *jalon_query_new (void);
JalonQuery *jalon_query_copy (JalonQuery *self);
void jalon_query_assign (JalonQuery *self, JalonQuery *other);
gboolean jalon_query_equal (JalonQuery *self, JalonQuery *other);

const char *jalon_key_get_nick (JalonKey key);
gboolean jalon_key_from_nick (const char *nick, JalonKey *key);
gboolean jalon_key_is_geographic (JalonKey key);

JalonKey jalon_query_get_group (JalonQuery *self);
void jalon_query_set_group (JalonQuery *self, JalonKey key);

const char *const *jalon_query_get_values (JalonQuery *self, JalonKey key);
gboolean jalon_query_has_value (JalonQuery *self, JalonKey key, const char *value);
void jalon_query_set_values (JalonQuery *self, JalonKey key, const char *const *values);
void jalon_query_toggle_value (JalonQuery *self, JalonKey key, const char *value);
const char *jalon_query_get_text (JalonQuery *self);        /* "" without one */
void jalon_query_set_text (JalonQuery *self, const char *text);
const JalonDate *jalon_query_get_from (JalonQuery *self);   /* NULL without one, as the next two */
const JalonDate *jalon_query_get_to (JalonQuery *self);
void jalon_query_set_window (JalonQuery *self, const JalonDate *from, const JalonDate *to);
const JalonDate *jalon_query_get_as_of (JalonQuery *self);
void jalon_query_set_as_of (JalonQuery *self, const JalonDate *as_of);
const char *jalon_query_get_selected (JalonQuery *self);    /* NULL without one */
void jalon_query_set_selected (JalonQuery *self, const char *project);
gboolean jalon_query_is_filtered (JalonQuery *self);
void jalon_query_clear_filters (JalonQuery *self);

/* KEY=VALUE of the command line, checked against the dataset. */
gboolean jalon_query_add_filter (JalonQuery *self, JalonDataset *dataset, const char *filter, GError **error);

/* NAME=VALUE of a state in one line, and all of it. */
gboolean jalon_query_set_word (JalonQuery *self, JalonDataset *dataset, const char *name, const char *value, GError **error);
char *jalon_query_to_text (JalonQuery *self);

#define JALON_QUERY_ERROR (jalon_query_error_quark ())
GQuark jalon_query_error_quark (void);
typedef enum
{
  JALON_QUERY_ERROR_KEY,   /* no such key */
  JALON_QUERY_ERROR_VALUE  /* a value that the key cannot have in this dataset */
} JalonQueryError;

/* Signal "changed" (guint what: JalonQueryChange): emitted once for each of the setters that changed something. */

G_END_DECLS
