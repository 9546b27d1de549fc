/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "figures/jalon-query.h"

#define MOST_TEXT 1000 /* characters to look for: what is longer was never meant as a search, and takes seconds to lay out */

/* What is asked of a dataset: the one mutable state of exploration, which every view watches and writes to. */
struct _JalonQuery
{
  GObject parent_instance;

  JalonKey group;
  GPtrArray *values[JALON_N_KEYS]; /* (element-type utf8), ended by NULL; those of FROM and TO stay empty */
  JalonDate from;
  JalonDate to;
  JalonDate as_of;
  char *selected;
};

enum
{
  CHANGED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static const char *const nicks[JALON_N_KEYS] = {
  [JALON_KEY_PLACE] = "place",
  [JALON_KEY_DEPARTMENT] = "department",
  [JALON_KEY_REGION] = "region",
  [JALON_KEY_COUNTRY] = "country",
  [JALON_KEY_TERRITORY] = "territory",
  [JALON_KEY_ORGANISATION] = "organisation",
  [JALON_KEY_KIND] = "kind",
  [JALON_KEY_RELEVANCE] = "relevance",
  [JALON_KEY_STATUS] = "status",
  [JALON_KEY_SCOPE] = "scope",
  [JALON_KEY_YEAR] = "year",
  [JALON_KEY_QUARTER] = "quarter",
  [JALON_KEY_MONTH] = "month",
  [JALON_KEY_EVENT] = "event",
  [JALON_KEY_FROM] = "from",
  [JALON_KEY_TO] = "to",
  [JALON_KEY_TEXT] = "text",
};

G_DEFINE_FINAL_TYPE (JalonQuery, jalon_query, G_TYPE_OBJECT)

static gboolean
date_equal (const JalonDate *a, const JalonDate *b)
{
  g_autofree char *one = jalon_date_is_set (a) ? jalon_date_to_string (a) : NULL;
  g_autofree char *other = jalon_date_is_set (b) ? jalon_date_to_string (b) : NULL;

  return g_strcmp0 (one, other) == 0;
}

static gboolean
date_assign (JalonDate *target, const JalonDate *source)
{
  JalonDate none = { 0 };
  const JalonDate *value = source ? source : &none;

  if (date_equal (target, value))
    return FALSE;
  *target = *value;
  return TRUE;
}

static const JalonDate *
date_or_null (const JalonDate *date)
{
  return jalon_date_is_set (date) ? date : NULL;
}

static void
emit_changed (JalonQuery *self, JalonQueryChange what)
{
  g_signal_emit (self, signals[CHANGED], 0, (guint) what);
}

static gboolean
find_value (GPtrArray *values, const char *value, guint *position)
{
  for (guint i = 0; i + 1 < values->len; i++)
    if (g_str_equal (g_ptr_array_index (values, i), value))
      {
        *position = i;
        return TRUE;
      }
  return FALSE;
}

static GPtrArray *
new_values (void)
{
  GPtrArray *values = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (values, NULL);
  return values;
}

static gboolean
clear_values (GPtrArray *values)
{
  if (values->len == 1)
    return FALSE;
  g_ptr_array_set_size (values, 0);
  g_ptr_array_add (values, NULL);
  return TRUE;
}

static void
add_value (GPtrArray *values, const char *value)
{
  guint position;

  if (!find_value (values, value, &position))
    g_ptr_array_insert (values, (int) values->len - 1, g_strdup (value));
}

static void
jalon_query_finalize (GObject *object)
{
  JalonQuery *self = JALON_QUERY (object);

  for (int key = 0; key < JALON_N_KEYS; key++)
    g_ptr_array_unref (self->values[key]);
  g_free (self->selected);
  G_OBJECT_CLASS (jalon_query_parent_class)->finalize (object);
}

static void
jalon_query_class_init (JalonQueryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = jalon_query_finalize;

  /**
   * JalonQuery::changed:
   * @what: the #JalonQueryChange flags
   *
   * Something of the query changed. Emitted once by each setter that changed anything.
   */
  signals[CHANGED] = g_signal_new ("changed", JALON_TYPE_QUERY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                   G_TYPE_UINT);
}

static void
jalon_query_init (JalonQuery *self)
{
  for (int key = 0; key < JALON_N_KEYS; key++)
    self->values[key] = new_values ();
}

/**
 * jalon_query_new:
 *
 * Returns: (transfer full): a query for everything that is known, grouped by place
 */
JalonQuery *
jalon_query_new (void)
{
  return g_object_new (JALON_TYPE_QUERY, NULL);
}

/**
 * jalon_query_copy:
 *
 * Returns: (transfer full): a query that asks the same, watched by nobody
 */
JalonQuery *
jalon_query_copy (JalonQuery *self)
{
  JalonQuery *copy = jalon_query_new ();

  g_return_val_if_fail (JALON_IS_QUERY (self), copy);
  copy->group = self->group;
  for (int key = 0; key < JALON_N_KEYS; key++)
    for (guint i = 0; i + 1 < self->values[key]->len; i++)
      add_value (copy->values[key], g_ptr_array_index (self->values[key], i));
  copy->from = self->from;
  copy->to = self->to;
  copy->as_of = self->as_of;
  copy->selected = g_strdup (self->selected);
  return copy;
}

/* Whether the filters, the text and the window differ. */
static gboolean
filters_differ (JalonQuery *self, JalonQuery *other)
{
  for (int key = 0; key < JALON_N_KEYS; key++)
    {
      if (self->values[key]->len != other->values[key]->len)
        return TRUE;
      for (guint i = 0; i + 1 < self->values[key]->len; i++)
        if (!jalon_query_has_value (other, (JalonKey) key, g_ptr_array_index (self->values[key], i)))
          return TRUE;
    }
  return !date_equal (&self->from, &other->from) || !date_equal (&self->to, &other->to);
}

/**
 * jalon_query_assign:
 * @other: what to ask from now on
 *
 * Asks what another query asks; tells of all that changed at once.
 */
void
jalon_query_assign (JalonQuery *self, JalonQuery *other)
{
  JalonQueryChange what = 0;

  g_return_if_fail (JALON_IS_QUERY (self) && JALON_IS_QUERY (other));

  what |= filters_differ (self, other) ? JALON_QUERY_FILTERS : 0;
  what |= date_assign (&self->as_of, &other->as_of) ? JALON_QUERY_AS_OF : 0;
  what |= self->group != other->group ? JALON_QUERY_GROUP : 0;
  what |= g_strcmp0 (self->selected, other->selected) != 0 ? JALON_QUERY_SELECTED : 0;
  self->from = other->from;
  self->to = other->to;
  self->group = other->group;
  for (int key = 0; self != other && key < JALON_N_KEYS; key++)
    {
      clear_values (self->values[key]);
      for (guint i = 0; i + 1 < other->values[key]->len; i++)
        add_value (self->values[key], g_ptr_array_index (other->values[key], i));
    }
  if (what & JALON_QUERY_SELECTED)
    {
      g_free (self->selected);
      self->selected = g_strdup (other->selected);
    }
  if (what)
    emit_changed (self, what);
}

/**
 * jalon_query_equal:
 *
 * Returns: whether both ask the same, values in whatever order
 */
gboolean
jalon_query_equal (JalonQuery *self, JalonQuery *other)
{
  g_return_val_if_fail (JALON_IS_QUERY (self) && JALON_IS_QUERY (other), FALSE);

  return !filters_differ (self, other) && self->group == other->group && date_equal (&self->as_of, &other->as_of)
         && g_strcmp0 (self->selected, other->selected) == 0;
}

/**
 * jalon_key_get_nick:
 *
 * Returns: what the command line calls the key
 */
const char *
jalon_key_get_nick (JalonKey key)
{
  g_return_val_if_fail ((int) key >= 0 && key < JALON_N_KEYS, "");

  return nicks[key];
}

/**
 * jalon_key_from_nick:
 * @key: (out) (optional): the key
 *
 * Returns: whether there is a key that the command line calls so
 */
gboolean
jalon_key_from_nick (const char *nick, JalonKey *key)
{
  for (int i = 0; i < JALON_N_KEYS; i++)
    if (g_str_equal (nicks[i], nick))
      {
        if (key)
          *key = (JalonKey) i;
        return TRUE;
      }
  return FALSE;
}

/**
 * jalon_key_is_geographic:
 *
 * Returns: whether the values of the key are those of grounds (rule 3)
 */
gboolean
jalon_key_is_geographic (JalonKey key)
{
  return key <= JALON_KEY_TERRITORY;
}

/**
 * jalon_query_get_group:
 *
 * Returns: what the bars are of
 */
JalonKey
jalon_query_get_group (JalonQuery *self)
{
  g_return_val_if_fail (JALON_IS_QUERY (self), JALON_KEY_PLACE);

  return self->group;
}

/**
 * jalon_query_set_group:
 * @key: one of the groupings
 */
void
jalon_query_set_group (JalonQuery *self, JalonKey key)
{
  g_return_if_fail (JALON_IS_QUERY (self) && key < JALON_N_GROUPINGS);

  if (self->group == key)
    return;
  self->group = key;
  emit_changed (self, JALON_QUERY_GROUP);
}

/**
 * jalon_query_get_values:
 *
 * Returns: (transfer none) (array zero-terminated=1): what is wanted of a key; empty: no filter. Valid until the next change
 */
const char *const *
jalon_query_get_values (JalonQuery *self, JalonKey key)
{
  g_return_val_if_fail (JALON_IS_QUERY (self) && key < JALON_N_KEYS, NULL);

  return (const char *const *) self->values[key]->pdata;
}

/**
 * jalon_query_has_value:
 *
 * Returns: whether the value is among those wanted of the key
 */
gboolean
jalon_query_has_value (JalonQuery *self, JalonKey key, const char *value)
{
  guint position;

  g_return_val_if_fail (JALON_IS_QUERY (self) && key < JALON_N_KEYS && value, FALSE);

  return find_value (self->values[key], value, &position);
}

/**
 * jalon_query_set_values:
 * @key: a grouping, or the text
 * @values: (array zero-terminated=1) (nullable): alternatives, the query's own too; none: no filter
 */
void
jalon_query_set_values (JalonQuery *self, JalonKey key, const char *const *values)
{
  g_autoptr (JalonQuery) before = NULL;
  g_autoptr (GPtrArray) former = NULL; /* what is in it may be said again: it goes last */

  g_return_if_fail (JALON_IS_QUERY (self) && key < JALON_N_KEYS && key != JALON_KEY_FROM && key != JALON_KEY_TO);

  before = jalon_query_copy (self);
  former = g_steal_pointer (&self->values[key]);
  self->values[key] = new_values ();
  for (guint i = 0; values && values[i]; i++)
    add_value (self->values[key], values[i]);
  if (!jalon_query_equal (before, self))
    emit_changed (self, JALON_QUERY_FILTERS);
}

/**
 * jalon_query_toggle_value:
 * @key: one of the groupings
 *
 * Wants a value of the key, or no longer.
 */
void
jalon_query_toggle_value (JalonQuery *self, JalonKey key, const char *value)
{
  guint position;

  g_return_if_fail (JALON_IS_QUERY (self) && key < JALON_N_GROUPINGS && value);

  if (find_value (self->values[key], value, &position))
    g_ptr_array_remove_index (self->values[key], position);
  else
    add_value (self->values[key], value);
  emit_changed (self, JALON_QUERY_FILTERS);
}

/**
 * jalon_query_get_text:
 *
 * Returns: (transfer none): the words looked for, "" without any; of several alternatives the first
 */
const char *
jalon_query_get_text (JalonQuery *self)
{
  const char *text;

  g_return_val_if_fail (JALON_IS_QUERY (self), "");

  text = g_ptr_array_index (self->values[JALON_KEY_TEXT], 0);
  return text ? text : "";
}

/**
 * jalon_query_set_text:
 * @text: (nullable): words to look for, of which the first thousand characters are; none: no filter
 */
void
jalon_query_set_text (JalonQuery *self, const char *text)
{
  g_autofree char *cut = text && strlen (text) > MOST_TEXT && g_utf8_strlen (text, -1) > MOST_TEXT ? g_utf8_substring (text, 0, MOST_TEXT) : NULL;
  const char *words = cut ? cut : text;

  jalon_query_set_values (self, JALON_KEY_TEXT, (const char *const[]){ words && *words ? words : NULL, NULL });
}

/**
 * jalon_query_get_from:
 *
 * Returns: (transfer none) (nullable): what opens the window, if it is not open to the past
 */
const JalonDate *
jalon_query_get_from (JalonQuery *self)
{
  g_return_val_if_fail (JALON_IS_QUERY (self), NULL);

  return date_or_null (&self->from);
}

/**
 * jalon_query_get_to:
 *
 * Returns: (transfer none) (nullable): what closes the window, if it is not open to the future
 */
const JalonDate *
jalon_query_get_to (JalonQuery *self)
{
  g_return_val_if_fail (JALON_IS_QUERY (self), NULL);

  return date_or_null (&self->to);
}

/**
 * jalon_query_set_window:
 * @from: (nullable): the first day of it opens the window
 * @to: (nullable): the last day of it closes the window
 */
void
jalon_query_set_window (JalonQuery *self, const JalonDate *from, const JalonDate *to)
{
  gboolean changed;

  g_return_if_fail (JALON_IS_QUERY (self));

  changed = date_assign (&self->from, from);
  changed = date_assign (&self->to, to) || changed;
  if (changed)
    emit_changed (self, JALON_QUERY_FILTERS);
}

/**
 * jalon_query_get_as_of:
 *
 * Returns: (transfer none) (nullable): the date on which one has to know; %NULL: today
 */
const JalonDate *
jalon_query_get_as_of (JalonQuery *self)
{
  g_return_val_if_fail (JALON_IS_QUERY (self), NULL);

  return date_or_null (&self->as_of);
}

/**
 * jalon_query_set_as_of:
 * @as_of: (nullable): only what had begun by the last day of it is known; %NULL: all
 */
void
jalon_query_set_as_of (JalonQuery *self, const JalonDate *as_of)
{
  g_return_if_fail (JALON_IS_QUERY (self));

  if (date_assign (&self->as_of, as_of))
    emit_changed (self, JALON_QUERY_AS_OF);
}

/**
 * jalon_query_get_selected:
 *
 * Returns: (transfer none) (nullable): the id of the project whose detail is shown
 */
const char *
jalon_query_get_selected (JalonQuery *self)
{
  g_return_val_if_fail (JALON_IS_QUERY (self), NULL);

  return self->selected;
}

/**
 * jalon_query_set_selected:
 * @project: (nullable): the id of the project whose detail is shown
 */
void
jalon_query_set_selected (JalonQuery *self, const char *project)
{
  char *copy;

  g_return_if_fail (JALON_IS_QUERY (self));

  if (g_strcmp0 (self->selected, project) == 0)
    return;
  copy = g_strdup (project);
  g_free (self->selected);
  self->selected = copy;
  emit_changed (self, JALON_QUERY_SELECTED);
}

/**
 * jalon_query_is_filtered:
 *
 * Returns: whether anything but the as-of date narrows the selection
 */
gboolean
jalon_query_is_filtered (JalonQuery *self)
{
  g_return_val_if_fail (JALON_IS_QUERY (self), FALSE);

  for (int key = 0; key < JALON_N_KEYS; key++)
    if (self->values[key]->len > 1)
      return TRUE;
  return jalon_date_is_set (&self->from) || jalon_date_is_set (&self->to);
}

/**
 * jalon_query_clear_filters:
 *
 * Takes away all values, the text and the window; the as-of date, the grouping and the selected project stay.
 */
void
jalon_query_clear_filters (JalonQuery *self)
{
  gboolean changed;

  g_return_if_fail (JALON_IS_QUERY (self));

  changed = date_assign (&self->from, NULL);
  changed = date_assign (&self->to, NULL) || changed;
  for (int key = 0; key < JALON_N_KEYS; key++)
    changed = clear_values (self->values[key]) || changed;
  if (changed)
    emit_changed (self, JALON_QUERY_FILTERS);
}
