/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "figures/jalon-asked.h"

#include "figures/jalon-reach.h"

/**
 * jalon_asked_init:
 * @asked: (out caller-allocates): the query made ready
 */
void
jalon_asked_init (JalonAsked *asked, const JalonIndex *index, JalonQuery *query)
{
  const JalonDate *from = jalon_query_get_from (query);
  const JalonDate *to = jalon_query_get_to (query);
  const JalonDate *as_of = jalon_query_get_as_of (query);

  *asked = (JalonAsked){ .index = index, .grounds = jalon_reach_new () };
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

/**
 * jalon_asked_clear:
 *
 * Frees what jalon_asked_init() made.
 */
void
jalon_asked_clear (JalonAsked *asked)
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
is_in_named_group (const JalonAsked *asked, guint project, const JalonKnown *known, JalonKey key)
{
  const char *const *wanted = asked->values[key];
  const char *group;

  if (!g_strv_contains (wanted, JALON_VALUE_NONE) && !g_strv_contains (wanted, JALON_VALUE_SEVERAL))
    return FALSE;
  group = jalon_reach_get_group (asked->index, project, known, key);
  return is_named (group) && g_strv_contains (wanted, group);
}

static guint
count_grounds_with_value (JalonAsked *asked, JalonKey key)
{
  guint n = 0;

  for (guint i = 0; i < asked->grounds->len; i++)
    n += jalon_ground_has_value (asked->index, &g_array_index (asked->grounds, JalonGround, i), key, asked->values[key]);
  return n;
}

/* Rule 3: listed with any ground or place inside, counted with every ground inside. */
static JalonVerdict
ask_ground (JalonAsked *asked, guint project, const JalonKnown *known, JalonKey key)
{
  const JalonProject *record = jalon_index_get_project (asked->index, project);
  guint n;

  if (is_in_named_group (asked, project, known, key))
    return JALON_VERDICT_PASSES;
  jalon_reach_collect (record, known->scope, asked->grounds);
  n = count_grounds_with_value (asked, key);
  if (n == asked->grounds->len)
    return JALON_VERDICT_PASSES;
  if (n > 0)
    return JALON_VERDICT_WIDER;
  jalon_reach_collect_places (record, asked->grounds);
  return count_grounds_with_value (asked, key) > 0 ? JALON_VERDICT_WIDER : JALON_VERDICT_FAILS;
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
has_event (const JalonAsked *asked, guint project, const char *const *wanted)
{
  guint n;
  const JalonDated *dated = jalon_known_list_dated (asked->index, project, asked->day, &n);

  for (guint i = 0; i < n && !asked->index->only_asides[project]; i++)
    if (dated[i].announcement->event && g_strv_contains (wanted, dated[i].announcement->event->base.id))
      return TRUE;
  return FALSE;
}

static JalonVerdict
ask_values (JalonAsked *asked, guint project, const JalonKnown *known, JalonKey key)
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
  return found || is_in_named_group (asked, project, known, key) ? JALON_VERDICT_PASSES : JALON_VERDICT_FAILS;
}

static gboolean
touches_window (const JalonAsked *asked, guint project)
{
  guint n;
  const JalonDated *dated = jalon_known_list_dated (asked->index, project, asked->day, &n);

  for (guint i = 0; i < n; i++)
    if (dated[i].first_day <= asked->to && dated[i].last_day >= asked->from)
      return TRUE;
  return FALSE;
}

/**
 * jalon_asked_has:
 * @key: any key but %JALON_KEY_TO, which is one with %JALON_KEY_FROM
 *
 * Returns: whether there is a filter on the key
 */
gboolean
jalon_asked_has (const JalonAsked *asked, JalonKey key)
{
  if (key == JALON_KEY_FROM)
    return asked->has_window;
  if (key == JALON_KEY_TEXT)
    return asked->search != NULL;
  return key < JALON_N_GROUPINGS && asked->values[key] != NULL;
}

/**
 * jalon_asked_ask:
 * @known: what is known of the project
 * @key: a key that jalon_asked_has()
 *
 * Returns: what the filter on the key alone says of the project
 */
JalonVerdict
jalon_asked_ask (JalonAsked *asked, guint project, const JalonKnown *known, JalonKey key)
{
  if (key == JALON_KEY_FROM)
    return touches_window (asked, project) ? JALON_VERDICT_PASSES : JALON_VERDICT_FAILS;
  if (key == JALON_KEY_TEXT)
    return jalon_search_matches (asked->search, asked->index, project) ? JALON_VERDICT_PASSES : JALON_VERDICT_FAILS;
  return ask_values (asked, project, known, key);
}

/**
 * jalon_asked_ask_all:
 * @known: what is known of the project
 *
 * Returns: what all filters together say of the project; one that nobody knows of fails
 */
JalonVerdict
jalon_asked_ask_all (JalonAsked *asked, guint project, const JalonKnown *known)
{
  JalonVerdict verdict = JALON_VERDICT_PASSES;

  if (!known->exists || (asked->has_window && !touches_window (asked, project))
      || (asked->search && !jalon_search_matches (asked->search, asked->index, project)))
    return JALON_VERDICT_FAILS;
  for (int key = 0; key < JALON_N_GROUPINGS && verdict != JALON_VERDICT_FAILS; key++)
    if (asked->values[key])
      {
        JalonVerdict answer = ask_values (asked, project, known, (JalonKey) key);
        verdict = MAX (verdict, answer);
      }
  return verdict;
}

static void
add_once (GPtrArray *values, const char *value)
{
  for (guint i = 0; i < values->len; i++)
    if (g_str_equal (g_ptr_array_index (values, i), value))
      return;
  g_ptr_array_add (values, (gpointer) value);
}

static void
add_ground_values (const JalonIndex *index, const JalonProject *record, JalonScope scope, JalonKey key, GPtrArray *values)
{
  g_autoptr (GArray) grounds = jalon_reach_new ();

  for (int places = 0; places < 2; places++)
    {
      if (places)
        jalon_reach_collect_places (record, grounds);
      else
        jalon_reach_collect (record, scope, grounds);
      for (guint i = 0; i < grounds->len; i++)
        jalon_ground_add_values (index, &g_array_index (grounds, JalonGround, i), key, values);
    }
}

/**
 * jalon_asked_add_values:
 * @known: what is known of the project on @day
 * @key: a grouping
 * @day: a Julian day of #GDate, or %JALON_EVER
 * @values: (inout) (element-type utf8): gets those of the values of a filter on the key that would list the project which it does
 *   not yet have, not owned, that of its group last
 */
void
jalon_asked_add_values (const JalonIndex *index, guint project, const JalonKnown *known, JalonKey key, int day, GPtrArray *values)
{
  const JalonProject *record = jalon_index_get_project (index, project);
  guint n;
  const JalonDated *dated = jalon_known_list_dated (index, project, day, &n);

  if (jalon_key_is_geographic (key))
    add_ground_values (index, record, known->scope, key, values);
  for (guint i = 0; key == JALON_KEY_ORGANISATION && i < record->by->len; i++)
    add_once (values, ((const JalonOrganisation *) g_ptr_array_index (record->by, i))->base.id);
  for (guint i = 0; key == JALON_KEY_EVENT && i < n && !index->only_asides[project]; i++)
    if (dated[i].announcement->event)
      add_once (values, dated[i].announcement->event->base.id);
  add_once (values, jalon_reach_get_group (index, project, known, key));
}
