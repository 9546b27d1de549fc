/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/jalon-state.h"

#define SCHEME "jalon:"

static const char *const orders[JALON_N_BARS_ORDERS] = {
  [JALON_BARS_BY_AMOUNT] = "amount",
  [JALON_BARS_BY_NAME] = "name",
  [JALON_BARS_BY_PROJECTS] = "projects",
};

G_DEFINE_QUARK (jalon-state-error-quark, jalon_state_error)

/**
 * jalon_state_is_text:
 * @text: any text
 *
 * Returns: whether the text means to be a state: it begins with “jalon:”, after spaces if need be
 */
gboolean
jalon_state_is_text (const char *text)
{
  return g_str_has_prefix (text + strspn (text, " \t\r\n"), SCHEME);
}

/**
 * jalon_state_may_become:
 * @text: what somebody may still be typing
 *
 * Returns: whether the text is a state, or the first letters of one
 */
gboolean
jalon_state_may_become (const char *text)
{
  const char *begin = text + strspn (text, " \t\r\n");

  return jalon_state_is_text (text) || (*begin != '\0' && g_str_has_prefix (SCHEME, begin));
}

void
jalon_state_free (JalonState *self)
{
  g_object_unref (self->query);
  g_free (self);
}

static gboolean
refuse (GError **error, const char *name, const char *value, const char *accepted)
{
  g_set_error (error, JALON_STATE_ERROR, JALON_STATE_ERROR_VALUE, "%s=%s: accepted are %s", name, value, accepted);
  return FALSE;
}

static gboolean
set_page (JalonState *self, const char *value, GError **error)
{
  JalonPage page;

  if (!jalon_page_from_nick (value, &page))
    return refuse (error, "page", value, "dashboard, table, ecosystem and compare");
  self->page = (int) page;
  return TRUE;
}

static gboolean
set_scale (JalonState *self, const char *value, GError **error)
{
  gboolean logarithmic = g_str_equal (value, "log");

  if (!logarithmic && !g_str_equal (value, "linear"))
    return refuse (error, "scale", value, "log and linear");
  self->logarithmic = logarithmic;
  return TRUE;
}

static gboolean
set_order (JalonState *self, const char *value, GError **error)
{
  for (int order = JALON_BARS_BY_AMOUNT; order < JALON_N_BARS_ORDERS; order++)
    if (g_str_equal (orders[order], value))
      {
        self->order = (JalonBarsOrder) order;
        return TRUE;
      }
  return refuse (error, "sort", value, "amount, name and projects");
}

static gboolean
set_language (JalonState *self, const char *value, GError **error)
{
  self->language = jalon_language_get (value);
  return self->language != NULL || refuse (error, "language", value, "fr, en and en_GB");
}

static gboolean
set_word (JalonState *self, JalonDataset *dataset, const char *name, const char *value, GError **error)
{
  if (g_str_equal (name, "page"))
    return set_page (self, value, error);
  if (g_str_equal (name, "scale"))
    return set_scale (self, value, error);
  if (g_str_equal (name, "sort"))
    return set_order (self, value, error);
  if (g_str_equal (name, "language"))
    return set_language (self, value, error);
  return jalon_query_set_word (self->query, dataset, name, value, error);
}

/* Begins to go through the words of a state. */
static gboolean
begin (GUriParamsIter *words, const char *text, GError **error)
{
  const char *query = text + strspn (text, " \t\r\n") + strlen (SCHEME);
  gsize length;

  if (jalon_state_is_text (text) && (*query == '?' || *query == '\0'))
    {
      query += *query == '?';
      for (length = strlen (query); length > 0 && g_ascii_isspace (query[length - 1]);)
        length--;
      g_uri_params_iter_init (words, query, (gssize) length, "&", G_URI_PARAMS_NONE);
      return TRUE;
    }
  g_set_error (error, JALON_STATE_ERROR, JALON_STATE_ERROR_FORM, "“%s” is no state: it must be like jalon:?group=year&as-of=2025-02-14",
               text);
  return FALSE;
}

/**
 * jalon_state_parse:
 * @text: a state in one line
 * @dataset: what values are checked against
 * @refused: (element-type utf8) (nullable): takes each NAME=VALUE that doesn't fit, and the others hold; %NULL: all must fit
 * @error: return location for %JALON_STATE_ERROR or %JALON_QUERY_ERROR
 *
 * Returns: (transfer full) (nullable): the state; %NULL where the text isn't one, or something of it doesn't fit
 */
JalonState *
jalon_state_parse (const char *text, JalonDataset *dataset, GPtrArray *refused, GError **error)
{
  g_autoptr (JalonState) self = g_new0 (JalonState, 1);
  GUriParamsIter words;
  char *name, *value;
  GError *wrong = NULL;

  self->query = jalon_query_new ();
  self->page = self->logarithmic = JALON_STATE_UNSAID;
  if (!begin (&words, text, error))
    return NULL;
  while (wrong == NULL && g_uri_params_iter_next (&words, &name, &value, &wrong))
    {
      if (!set_word (self, dataset, name, value, refused == NULL ? &wrong : NULL) && refused != NULL)
        g_ptr_array_add (refused, g_strdup_printf ("%s=%s", name, value));
      g_free (name);
      g_free (value);
    }
  if (wrong != NULL)
    g_propagate_error (error, wrong);
  return wrong == NULL ? g_steal_pointer (&self) : NULL;
}

/**
 * jalon_state_find_language:
 * @text: a state in one line
 *
 * Returns: (nullable): the language that it says; %NULL: none, or none that Jalon speaks
 */
const JalonLanguage *
jalon_state_find_language (const char *text)
{
  const JalonLanguage *language = NULL;
  GUriParamsIter words;
  char *name, *value;

  if (!begin (&words, text, NULL))
    return NULL;
  while (g_uri_params_iter_next (&words, &name, &value, NULL))
    {
      if (g_str_equal (name, "language"))
        language = jalon_language_get (value);
      g_free (name);
      g_free (value);
    }
  return language;
}

/**
 * jalon_state_apply:
 * @self: a state
 * @model: what shall show it
 *
 * Has a window show a state of the dataset that it was read for.
 */
void
jalon_state_apply (const JalonState *self, JalonModel *model)
{
  if (self->language != NULL)
    jalon_model_set_language (model, self->language);
  if (self->logarithmic != JALON_STATE_UNSAID)
    jalon_model_set_logarithmic (model, self->logarithmic);
  jalon_model_set_order (model, self->order);
  jalon_query_assign (jalon_model_get_query (model), self->query);
  if (self->page != JALON_STATE_UNSAID)
    jalon_model_set_page (model, (JalonPage) self->page);
}

/**
 * jalon_state_describe:
 * @model: what a window shows
 * @with_language: say the language too
 *
 * Returns: (transfer full): the state in one line, such as jalon:?group=place&filter=kind=cloud&page=dashboard&scale=log&language=fr
 */
char *
jalon_state_describe (JalonModel *model, gboolean with_language)
{
  g_autofree char *query = jalon_query_to_text (jalon_model_get_query (model));
  GString *text = g_string_new (SCHEME "?");

  g_string_append_printf (text, "%s&page=%s&scale=%s", query, jalon_page_get_nick (jalon_model_get_page (model)),
                          jalon_model_get_logarithmic (model) ? "log" : "linear");
  if (jalon_model_get_order (model) != JALON_BARS_AUTOMATIC)
    g_string_append_printf (text, "&sort=%s", orders[jalon_model_get_order (model)]);
  if (with_language)
    g_string_append_printf (text, "&language=%s", jalon_language_get_code (jalon_model_get_language (model)));
  return g_string_free (text, FALSE);
}
