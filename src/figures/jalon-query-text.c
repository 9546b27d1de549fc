/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "figures/jalon-query.h"

static void
add_word (GString *text, const char *name, const char *value)
{
  g_autofree char *escaped = g_uri_escape_string (value, "/:=", FALSE);

  g_string_append_printf (text, "%s%s=%s", text->len > 0 ? "&" : "", name, escaped);
}

static void
add_date (GString *text, const char *name, const JalonDate *date)
{
  g_autofree char *string = date ? jalon_date_to_string (date) : NULL;

  if (string)
    add_word (text, name, string);
}

static void
add_values (GString *text, JalonQuery *query, JalonKey key)
{
  const char *const *values = jalon_query_get_values (query, key);

  for (guint i = 0; values[i]; i++)
    {
      g_autofree char *filter = g_strdup_printf ("%s=%s", jalon_key_get_nick (key), values[i]);

      if (key == JALON_KEY_TEXT)
        add_word (text, "text", values[i]);
      else
        add_word (text, "filter", filter);
    }
}

/**
 * jalon_query_to_text:
 *
 * Writes all that the query asks as NAME=VALUE, joined by “&”, with the names of the command line's options, percent-encoded
 * (RFC 3986, ASCII alone). What is not asked is not said; the grouping always is.
 *
 * Returns: (transfer full): the text, to be read again by jalon_query_set_word()
 */
char *
jalon_query_to_text (JalonQuery *self)
{
  GString *text = g_string_new (NULL);

  g_return_val_if_fail (JALON_IS_QUERY (self), g_string_free (text, FALSE));

  add_word (text, "group", jalon_key_get_nick (jalon_query_get_group (self)));
  for (int key = 0; key < JALON_N_GROUPINGS; key++)
    add_values (text, self, (JalonKey) key);
  add_values (text, self, JALON_KEY_TEXT);
  add_date (text, "from", jalon_query_get_from (self));
  add_date (text, "to", jalon_query_get_to (self));
  add_date (text, "as-of", jalon_query_get_as_of (self));
  if (jalon_query_get_selected (self))
    add_word (text, "selected", jalon_query_get_selected (self));
  return g_string_free (text, FALSE);
}

static gboolean
set_group (JalonQuery *self, const char *nick, GError **error)
{
  JalonKey key;

  if (jalon_key_from_nick (nick, &key) && key < JALON_N_GROUPINGS)
    {
      jalon_query_set_group (self, key);
      return TRUE;
    }
  g_set_error (error, JALON_QUERY_ERROR, JALON_QUERY_ERROR_VALUE,
               "group=%s: accepted are place, department, region, country, territory, organisation, kind, relevance, status, "
               "scope, year, quarter, month and event",
               nick);
  return FALSE;
}

static gboolean
set_as_of (JalonQuery *self, const char *string, GError **error)
{
  JalonDate date;

  if (jalon_date_parse (string, &date))
    {
      jalon_query_set_as_of (self, &date);
      return TRUE;
    }
  g_set_error (error, JALON_QUERY_ERROR, JALON_QUERY_ERROR_VALUE,
               "as-of=%s: accepted is an EDTF date, such as 2025-02-14, 2025-02 or 2025", string);
  return FALSE;
}

static gboolean
set_selected (JalonQuery *self, JalonDataset *dataset, const char *id, GError **error)
{
  if (jalon_dataset_get_project (dataset, id))
    {
      jalon_query_set_selected (self, id);
      return TRUE;
    }
  g_set_error (error, JALON_QUERY_ERROR, JALON_QUERY_ERROR_VALUE, "selected=%s: this file has no project of that name", id);
  return FALSE;
}

/**
 * jalon_query_set_word:
 * @dataset: what values are checked against
 * @name: group, filter (a further KEY=VALUE), text, from, to, as-of or selected
 * @value: its value, decoded
 *
 * Returns: whether it was understood; else @error is of #JALON_QUERY_ERROR and names what is accepted
 */
gboolean
jalon_query_set_word (JalonQuery *self, JalonDataset *dataset, const char *name, const char *value, GError **error)
{
  g_autofree char *filter = g_strdup_printf ("%s=%s", name, value);

  g_return_val_if_fail (JALON_IS_QUERY (self) && JALON_IS_DATASET (dataset), FALSE);

  if (g_str_equal (name, "group"))
    return set_group (self, value, error);
  if (g_str_equal (name, "filter"))
    return jalon_query_add_filter (self, dataset, value, error);
  if (g_str_equal (name, "text") || g_str_equal (name, "from") || g_str_equal (name, "to"))
    return jalon_query_add_filter (self, dataset, filter, error);
  if (g_str_equal (name, "as-of"))
    return set_as_of (self, value, error);
  if (g_str_equal (name, "selected"))
    return set_selected (self, dataset, value, error);
  g_set_error (error, JALON_QUERY_ERROR, JALON_QUERY_ERROR_KEY,
               "Nothing is called “%s”; there are: group, filter, text, from, to, as-of, selected, page, scale, sort, language", name);
  return FALSE;
}
