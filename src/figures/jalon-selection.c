/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "figures/jalon-selection.h"

#include "figures/jalon-reach.h"
#include "figures/jalon-search.h"

/* A query, made ready to be asked of many projects. */
typedef struct
{
  const JalonIndex *index;
  const char *const *values[JALON_N_GROUPINGS]; /* NULL: no filter */
  int from;                                     /* Julian days of GDate */
  int to;
  gboolean has_window;
  int day;
  JalonSearch *search; /* or NULL */
  GArray *grounds;     /* scratch */
} Asked;

/* How a filter takes a project. */
typedef enum
{
  PASSES,
  PASSES_WIDER, /* listed, not counted */
  FAILS
} Verdict;

static void
asked_init (Asked *asked, const JalonIndex *index, JalonQuery *query)
{
  const JalonDate *from = jalon_query_get_from (query);
  const JalonDate *to = jalon_query_get_to (query);
  const JalonDate *as_of = jalon_query_get_as_of (query);

  *asked = (Asked){ .index = index, .grounds = jalon_reach_new () };
  for (int key = 0; key < JALON_N_GROUPINGS; key++)
    {
      const char *const *values = jalon_query_get_values (query, (JalonKey) key);
      asked->values[key] = *values ? values : NULL;
    }
  asked->from = from ? jalon_date_get_first_day (from) : G_MININT;
  asked->to = to ? jalon_date_get_last_day (to) : G_MAXINT;
  asked->has_window = from || to;
  asked->day = as_of ? jalon_date_get_last_day (as_of) : JALON_EVER;
  if (*jalon_query_get_values (query, JALON_KEY_TEXT))
    asked->search = jalon_search_new (jalon_query_get_values (query, JALON_KEY_TEXT));
}

static void
asked_clear (Asked *asked)
{
  g_array_unref (asked->grounds);
  g_clear_pointer (&asked->search, jalon_search_free);
}

static gboolean
is_named (const char *group)
{
  return g_str_equal (group, JALON_VALUE_NONE) || g_str_equal (group, JALON_VALUE_SEVERAL);
}

/* Whether the bar that the project stands in was asked for by its name, "none" or "several". */
static gboolean
is_in_named_group (const Asked *asked, guint project, const JalonKnown *known, JalonKey key)
{
  const char *const *wanted = asked->values[key];
  const char *group;

  if (!g_strv_contains (wanted, JALON_VALUE_NONE) && !g_strv_contains (wanted, JALON_VALUE_SEVERAL))
    return FALSE;
  group = jalon_reach_get_group (asked->index, project, known, key);
  return is_named (group) && g_strv_contains (wanted, group);
}

static guint
count_grounds_with_value (Asked *asked, JalonKey key)
{
  guint n = 0;

  for (guint i = 0; i < asked->grounds->len; i++)
    n += jalon_ground_has_value (asked->index, &g_array_index (asked->grounds, JalonGround, i), key, asked->values[key]);
  return n;
}

/* Rule 3: listed with any ground or place inside, counted with every ground inside. */
static Verdict
ask_ground (Asked *asked, guint project, const JalonKnown *known, JalonKey key)
{
  const JalonProject *record = jalon_index_get_project (asked->index, project);
  guint n;

  if (is_in_named_group (asked, project, known, key))
    return PASSES;
  jalon_reach_collect (record, known->scope, asked->grounds);
  n = count_grounds_with_value (asked, key);
  if (n == asked->grounds->len)
    return PASSES;
  if (n > 0)
    return PASSES_WIDER;
  jalon_reach_collect_places (record, asked->grounds);
  return count_grounds_with_value (asked, key) > 0 ? PASSES_WIDER : FAILS;
}

static gboolean
has_organisation (const JalonProject *project, const char *const *wanted)
{
  for (guint i = 0; i < project->by->len; i++)
    {
      const JalonOrganisation *organisation = g_ptr_array_index (project->by, i);
      if (g_strv_contains (wanted, organisation->base.id))
        return TRUE;
    }
  return FALSE;
}

static gboolean
has_event (const Asked *asked, guint project, const char *const *wanted)
{
  guint n;
  const JalonDated *dated = jalon_known_list_dated (asked->index, project, asked->day, &n);

  for (guint i = 0; i < n && !asked->index->only_asides[project]; i++)
    if (dated[i].announcement->event && g_strv_contains (wanted, dated[i].announcement->event->base.id))
      return TRUE;
  return FALSE;
}

static Verdict
ask (Asked *asked, guint project, const JalonKnown *known, JalonKey key)
{
  const char *const *wanted = asked->values[key];
  gboolean found;

  if (jalon_key_is_geographic (key))
    return ask_ground (asked, project, known, key);
  if (key == JALON_KEY_ORGANISATION)
    found = has_organisation (jalon_index_get_project (asked->index, project), wanted);
  else if (key == JALON_KEY_EVENT)
    found = has_event (asked, project, wanted);
  else
    found = g_strv_contains (wanted, jalon_reach_get_group (asked->index, project, known, key));
  return found || is_in_named_group (asked, project, known, key) ? PASSES : FAILS;
}

static gboolean
touches_window (const Asked *asked, guint project)
{
  guint n;
  const JalonDated *dated = jalon_known_list_dated (asked->index, project, asked->day, &n);

  for (guint i = 0; i < n; i++)
    if (dated[i].first_day <= asked->to && dated[i].last_day >= asked->from)
      return TRUE;
  return FALSE;
}

static Verdict
ask_all (Asked *asked, guint project, const JalonKnown *known)
{
  Verdict verdict = PASSES;

  if (!known->exists || (asked->has_window && !touches_window (asked, project))
      || (asked->search && !jalon_search_matches (asked->search, asked->index, project)))
    return FAILS;
  for (int key = 0; key < JALON_N_GROUPINGS && verdict != FAILS; key++)
    if (asked->values[key])
      {
        Verdict answer = ask (asked, project, known, (JalonKey) key);
        verdict = MAX (verdict, answer);
      }
  return verdict;
}

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
                       .scope = known->scope, .disclosed = known->stating != NULL, .converted = known->converted,
                       .stated = known->stated };

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
  Asked asked;

  asked_init (&asked, index, query);
  self->projects = g_new (guint, index->n_projects + 1);
  self->share_of = g_new (int, index->n_projects + 1);
  self->whole_of = g_new (int, index->n_projects + 1);
  self->shares = g_new (JalonShare, index->n_projects + 1);
  for (guint i = 0; i < index->n_projects; i++)
    {
      JalonKnown known;
      Verdict verdict;

      jalon_known_get (index, i, asked.day, &known);
      verdict = ask_all (&asked, i, &known);
      self->share_of[i] = verdict == FAILS ? -1 : (int) self->n;
      if (verdict == FAILS)
        continue;
      self->projects[self->n] = i;
      self->shares[self->n++] = make_share (jalon_index_get_project (index, i), &known, verdict == PASSES_WIDER);
    }
  asked_clear (&asked);
  find_wholes (self, index);
  return self;
}

void
jalon_selection_free (JalonSelection *self)
{
  g_free (self->projects);
  g_free (self->share_of);
  g_free (self->whole_of);
  g_free (self->shares);
  g_free (self);
}

static void
add_own_values (const JalonIndex *index, guint project, const JalonKnown *known, JalonKey key, GPtrArray *values)
{
  const JalonProject *record = jalon_index_get_project (index, project);
  guint n;
  const JalonDated *dated = jalon_known_list_dated (index, project, JALON_EVER, &n);

  if (jalon_key_is_geographic (key))
    {
      g_autoptr (GArray) grounds = jalon_reach_new ();
      g_autoptr (GArray) places = jalon_reach_new ();

      jalon_reach_collect (record, known->scope, grounds);
      jalon_reach_collect_places (record, places);
      g_array_append_vals (grounds, places->data, places->len);
      for (guint i = 0; i < grounds->len; i++)
        jalon_ground_add_values (index, &g_array_index (grounds, JalonGround, i), key, values);
    }
  for (guint i = 0; key == JALON_KEY_ORGANISATION && i < record->by->len; i++)
    g_ptr_array_add (values, ((const JalonOrganisation *) g_ptr_array_index (record->by, i))->base.id);
  for (guint i = 0; key == JALON_KEY_EVENT && i < n && !index->only_asides[project]; i++)
    if (dated[i].announcement->event)
      g_ptr_array_add (values, dated[i].announcement->event->base.id);
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
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *list = g_ptr_array_new ();
  JalonKnown known;

  jalon_known_get (index, project, JALON_EVER, &known);
  add_own_values (index, project, &known, key, values);
  g_ptr_array_add (values, (gpointer) jalon_reach_get_group (index, project, &known, key));
  for (guint i = 0; i < values->len; i++)
    if (g_hash_table_add (seen, g_ptr_array_index (values, i)))
      g_ptr_array_add (list, g_strdup (g_ptr_array_index (values, i)));
  g_ptr_array_add (list, NULL);
  return (char **) g_ptr_array_free (list, FALSE);
}
