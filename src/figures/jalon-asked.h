/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "figures/jalon-known.h"
#include "figures/jalon-search.h"

G_BEGIN_DECLS

/* A query, made ready to be asked of many projects. Borrows the values of the query, which must not change meanwhile. */
typedef struct
{
  const JalonIndex *index;
  const char *const *values[JALON_N_GROUPINGS]; /* NULL: no filter */
  int from;                                     /* Julian days of GDate */
  int to;
  gboolean has_window;
  int day;                                      /* as of which to know, or JALON_EVER */
  JalonSearch *search;                          /* or NULL */
  GArray *grounds;                              /* scratch */
} JalonAsked;

/* How a filter takes a project, the stricter later. */
typedef enum
{
  JALON_VERDICT_PASSES,
  JALON_VERDICT_WIDER, /* listed, not counted */
  JALON_VERDICT_FAILS
} JalonVerdict;

void jalon_asked_init (JalonAsked *asked, const JalonIndex *index, JalonQuery *query);
void jalon_asked_clear (JalonAsked *asked);
gboolean jalon_asked_has (const JalonAsked *asked, JalonKey key);
JalonVerdict jalon_asked_ask (JalonAsked *asked, guint project, const JalonKnown *known, JalonKey key);
JalonVerdict jalon_asked_ask_all (JalonAsked *asked, guint project, const JalonKnown *known);

/* The values of a filter that would list a project. */
void jalon_asked_add_values (const JalonIndex *index, guint project, const JalonKnown *known, JalonKey key, int day, GPtrArray *values);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (JalonAsked, jalon_asked_clear)

G_END_DECLS
