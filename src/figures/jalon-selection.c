/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "figures/jalon-selection.h"

#include "figures/jalon-asked.h"

/* Rule 2: the first reason that holds. */
static JalonReason
find_reason (const JalonProject *project, const JalonKnown *known, gboolean wider)
{
  if (known->status == JALON_STATUS_CANCELLED)
    return JALON_REASON_CANCELLED;
  if (!project->counts)
    return JALON_REASON_SET_ASIDE;
  if (wider)
    return JALON_REASON_WIDER;
  return known->has_rate ? JALON_REASON_NONE : JALON_REASON_NO_RATE;
}

static JalonShare
make_share (const JalonProject *project, const JalonKnown *known, gboolean wider)
{
  JalonShare share = { .project = project, .first = known->first, .stating = known->stating, .status = known->status,
                       .scope = known->scope, .disclosed = known->stating != NULL, .added = known->added,
                       .converted = known->converted, .stated = known->stated };

  share.reason = find_reason (project, known, wider);
  if (share.reason == JALON_REASON_NONE)
    share.own = share.stated;
  return share;
}

static void
find_wholes (JalonSelection *self, const JalonIndex *index)
{
  for (guint i = 0; i < index->n_projects; i++)
    {
      guint project = index->by_depth[i];
      int whole = jalon_index_get_whole (index, project);
      int share = self->share_of[project];

      self->whole_of[project] = whole < 0 ? -1 : self->share_of[whole] >= 0 ? self->share_of[whole] : self->whole_of[whole];
      if (share >= 0 && self->whole_of[project] >= 0)
        self->shares[share].whole = self->shares[self->whole_of[project]].project;
    }
}

/**
 * jalon_selection_new:
 *
 * Returns: (transfer full): what the query selects, with the own amounts that count
 */
JalonSelection *
jalon_selection_new (const JalonIndex *index, JalonQuery *query)
{
  JalonSelection *self = g_new0 (JalonSelection, 1);
  JalonAsked asked;

  jalon_asked_init (&asked, index, query);
  self->projects = g_new (guint, index->n_projects + 1);
  self->share_of = g_new (int, index->n_projects + 1);
  self->whole_of = g_new (int, index->n_projects + 1);
  self->shares = g_new (JalonShare, index->n_projects + 1);
  for (guint i = 0; i < index->n_projects; i++)
    {
      JalonKnown known;
      JalonVerdict verdict;

      jalon_known_get (index, i, asked.day, &known);
      verdict = jalon_asked_ask_all (&asked, i, &known);
      self->share_of[i] = verdict == JALON_VERDICT_FAILS ? -1 : (int) self->n;
      if (verdict == JALON_VERDICT_FAILS)
        continue;
      self->projects[self->n] = i;
      self->shares[self->n++] = make_share (jalon_index_get_project (index, i), &known, verdict == JALON_VERDICT_WIDER);
    }
  jalon_asked_clear (&asked);
  find_wholes (self, index);
  return self;
}

/**
 * jalon_selection_free:
 *
 * Frees the selection.
 */
void
jalon_selection_free (JalonSelection *self)
{
  g_free (self->projects);
  g_free (self->share_of);
  g_free (self->whole_of);
  g_free (self->shares);
  g_free (self);
}

/**
 * jalon_selection_list_values:
 *
 * Returns: (transfer full) (array zero-terminated=1): the values of a filter on the key that would list the project, as known today
 */
char **
jalon_selection_list_values (const JalonIndex *index, guint project, JalonKey key)
{
  g_autoptr (GPtrArray) values = g_ptr_array_new ();
  JalonKnown known;

  jalon_known_get (index, project, JALON_EVER, &known);
  jalon_asked_add_values (index, project, &known, key, JALON_EVER, values);
  g_ptr_array_add (values, NULL);
  return g_strdupv ((char **) values->pdata);
}
