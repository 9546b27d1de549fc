/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "figures/jalon-query.h"

#include "figures/jalon-index.h"

G_DEFINE_QUARK (jalon-query-error-quark, jalon_query_error)

static gboolean
has_form (const char *value, const char *pattern)
{
  return g_regex_match_simple (pattern, value, 0, 0);
}

static gboolean
has_word (JalonVocabulary vocabulary, const char *value)
{
  return *value && jalon_vocabulary_find (vocabulary, value) > 0;
}

static gboolean
is_value (JalonDataset *dataset, JalonKey key, const char *value)
{
  if (key < JALON_N_GROUPINGS && (g_str_equal (value, JALON_VALUE_NONE) || g_str_equal (value, JALON_VALUE_SEVERAL)))
    return TRUE;
  switch (key)
    {
    case JALON_KEY_PLACE:
      return jalon_dataset_lookup (dataset, JALON_LIST_PLACES, value) != NULL;
    case JALON_KEY_TERRITORY:
      return jalon_dataset_lookup (dataset, JALON_LIST_TERRITORIES, value) != NULL;
    case JALON_KEY_ORGANISATION:
      return jalon_dataset_lookup (dataset, JALON_LIST_ORGANISATIONS, value) != NULL;
    case JALON_KEY_EVENT:
      return jalon_dataset_lookup (dataset, JALON_LIST_EVENTS, value) != NULL;
    case JALON_KEY_DEPARTMENT:
      return has_form (value, "^[0-9A-Z]{1,3}\\z") || jalon_index_has_code (jalon_index_get (dataset), key, value);
    case JALON_KEY_REGION:
      return has_form (value, "^[A-Z]{2}-[0-9A-Z]{1,3}\\z");
    case JALON_KEY_COUNTRY:
      return has_form (value, "^[A-Z]{2}\\z");
    case JALON_KEY_KIND:
      return has_word (JALON_VOCABULARY_KIND, value);
    case JALON_KEY_RELEVANCE:
      return has_word (JALON_VOCABULARY_RELEVANCE, value);
    case JALON_KEY_STATUS:
      return has_word (JALON_VOCABULARY_STATUS, value);
    case JALON_KEY_SCOPE:
      return has_word (JALON_VOCABULARY_SCOPE, value);
    case JALON_KEY_YEAR:
      return has_form (value, "^[0-9]{4}\\z");
    case JALON_KEY_QUARTER:
      return has_form (value, "^[0-9]{4}-Q[1-4]\\z");
    case JALON_KEY_MONTH:
      return has_form (value, "^[0-9]{4}-(0[1-9]|1[0-2])\\z");
    case JALON_KEY_TEXT:
      return TRUE;
    case JALON_KEY_FROM:
    case JALON_KEY_TO:
    case JALON_N_KEYS:
    default:
      return FALSE;
    }
}

/* Several of one bound make the widest window: values of one key are alternatives. */
static gboolean
add_bound (JalonQuery *self, JalonKey key, const char *value)
{
  const JalonDate *from = jalon_query_get_from (self);
  const JalonDate *to = jalon_query_get_to (self);
  JalonDate date;

  if (!jalon_date_parse (value, &date))
    return FALSE;
  if (key == JALON_KEY_FROM && (!from || jalon_date_get_first_day (&date) < jalon_date_get_first_day (from)))
    from = &date;
  if (key == JALON_KEY_TO && (!to || jalon_date_get_last_day (&date) > jalon_date_get_last_day (to)))
    to = &date;
  jalon_query_set_window (self, from, to);
  return TRUE;
}

static void
add_alternative (JalonQuery *self, JalonKey key, const char *value)
{
  g_autoptr (GPtrArray) values = g_ptr_array_new_with_free_func (g_free);
  const char *const *before = jalon_query_get_values (self, key);

  for (guint i = 0; before[i]; i++)
    g_ptr_array_add (values, g_strdup (before[i]));
  g_ptr_array_add (values, g_strdup (value));
  g_ptr_array_add (values, NULL);
  jalon_query_set_values (self, key, (const char *const *) values->pdata);
}

static void
set_key_error (GError **error, const char *name)
{
  g_autoptr (GString) accepted = g_string_new (jalon_key_get_nick ((JalonKey) 0));

  for (int key = 1; key < JALON_N_KEYS; key++)
    g_string_append_printf (accepted, ", %s", jalon_key_get_nick ((JalonKey) key));
  g_set_error (error, JALON_QUERY_ERROR, JALON_QUERY_ERROR_KEY, "No filter is called “%s”; there are: %s", name,
               accepted->str);
}

/* The vocabulary whose words are the values of a key, or -1. */
static int
get_vocabulary (JalonKey key)
{
  if (key == JALON_KEY_KIND)
    return JALON_VOCABULARY_KIND;
  if (key == JALON_KEY_RELEVANCE)
    return JALON_VOCABULARY_RELEVANCE;
  if (key == JALON_KEY_STATUS)
    return JALON_VOCABULARY_STATUS;
  return key == JALON_KEY_SCOPE ? JALON_VOCABULARY_SCOPE : -1;
}

/* What may stand after a key, as the end of a sentence. */
static char *
describe_values (JalonKey key)
{
  int vocabulary = get_vocabulary (key);
  GString *words = g_string_new ("it must be none");

  if (key == JALON_KEY_FROM || key == JALON_KEY_TO)
    g_string_assign (words, "it must be a date like 2025-02-10, 2025-02 or 2025");
  else if (key == JALON_KEY_YEAR || key == JALON_KEY_QUARTER || key == JALON_KEY_MONTH)
    g_string_append_printf (words, ", several or like %s",
                            key == JALON_KEY_YEAR ? "2025" : key == JALON_KEY_QUARTER ? "2025-Q1" : "2025-02");
  else if (key == JALON_KEY_REGION || key == JALON_KEY_COUNTRY)
    g_string_append_printf (words, ", several or a code like %s", key == JALON_KEY_REGION ? "XX-ABC" : "XX");
  else if (vocabulary < 0)
    g_string_assign (words, "this file has none of that name");
  for (int i = 1; vocabulary >= 0 && i < jalon_vocabulary_size ((JalonVocabulary) vocabulary); i++)
    g_string_append_printf (words, ", %s", jalon_vocabulary_get_nick ((JalonVocabulary) vocabulary, i));
  return g_string_free (words, FALSE);
}

static void
set_value_error (GError **error, JalonKey key, const char *value)
{
  g_autofree char *accepted = describe_values (key);

  g_set_error (error, JALON_QUERY_ERROR, JALON_QUERY_ERROR_VALUE, "“%s” is no value of the filter “%s”: %s", value,
               jalon_key_get_nick (key), accepted);
}

/**
 * jalon_query_add_filter:
 * @filter: KEY=VALUE, a further alternative of the key
 *
 * Returns: whether it was added; else @error is of #JALON_QUERY_ERROR and names the key or the value, and what is accepted
 */
gboolean
jalon_query_add_filter (JalonQuery *self, JalonDataset *dataset, const char *filter, GError **error)
{
  const char *equals = strchr (filter, '=');
  g_autofree char *name = equals ? g_strndup (filter, (gsize) (equals - filter)) : g_strdup (filter);
  JalonKey key;

  g_return_val_if_fail (JALON_IS_QUERY (self) && JALON_IS_DATASET (dataset), FALSE);

  if (!equals || !jalon_key_from_nick (name, &key))
    {
      set_key_error (error, name);
      return FALSE;
    }
  if (key == JALON_KEY_FROM || key == JALON_KEY_TO ? !add_bound (self, key, equals + 1)
                                                   : !is_value (dataset, key, equals + 1))
    {
      set_value_error (error, key, equals + 1);
      return FALSE;
    }
  if (key != JALON_KEY_FROM && key != JALON_KEY_TO)
    add_alternative (self, key, equals + 1);
  return TRUE;
}
