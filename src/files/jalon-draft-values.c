/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "files/jalon-draft.h"

#include "facts/jalon-address.h"

#include <string.h>

static gboolean
is_blank (const char *string)
{
  while (g_unichar_isspace (g_utf8_get_char (string)))
    string = g_utf8_next_char (string);
  return *string == '\0';
}

/* A text that is not empty. */
char *
jalon_draft_dup_string (JalonDraft *draft, JalonJsonNode node, const char *name)
{
  g_autofree char *string = NULL;

  if (!jalon_draft_is_type (draft, node, JALON_JSON_STRING, JALON_PROBLEM_EXPECTED_STRING, name))
    return NULL;
  string = jalon_json_dup_string (draft->json, node);
  if (is_blank (string))
    {
      jalon_draft_problem (draft, JALON_SEVERITY_ERROR, JALON_PROBLEM_EMPTY_TEXT, node, name, NULL);
      return NULL;
    }
  return g_steal_pointer (&string);
}

static JalonText *
dup_text_by_language (JalonDraft *draft, JalonJsonNode object, const char *name)
{
  JalonText *text = jalon_text_new ();
  JalonJsonNode key = jalon_json_get_first (draft->json, object);

  if (key == JALON_JSON_NONE)
    jalon_draft_problem (draft, JALON_SEVERITY_ERROR, JALON_PROBLEM_EMPTY_TEXT, object, name, NULL);
  for (; key != JALON_JSON_NONE; key = jalon_json_get_next (draft->json, object, key))
    {
      g_autofree char *language = jalon_json_dup_string (draft->json, key);
      g_autofree char *string = jalon_draft_dup_string (draft, key + 1, name);

      if (!jalon_format_is_code (JALON_CODE_LANGUAGE, language))
        jalon_draft_problem (draft, JALON_SEVERITY_ERROR, JALON_PROBLEM_BAD_LANGUAGE, key, language, NULL);
      else if (string != NULL)
        jalon_text_set (text, language, string);
    }
  return text;
}

/* A string, or an object of strings by language. */
JalonText *
jalon_draft_dup_text (JalonDraft *draft, JalonJsonNode node, const char *name)
{
  g_autofree char *string = NULL;

  if (jalon_json_get_type (draft->json, node) == JALON_JSON_OBJECT)
    return dup_text_by_language (draft, node, name);
  if (!jalon_draft_is_type (draft, node, JALON_JSON_STRING, JALON_PROBLEM_EXPECTED_TEXT, name))
    return NULL;
  string = jalon_draft_dup_string (draft, node, name);
  return string == NULL ? NULL : jalon_text_new_plain (string);
}

/* The note that any object may have. */
void
jalon_draft_read_note (JalonDraft *draft, JalonJsonNode node, JalonText **note)
{
  g_clear_pointer (note, jalon_text_free);
  *note = jalon_draft_dup_text (draft, node, "note");
}

/* A member that this version doesn't know. */
void
jalon_draft_keep (JalonDraft *draft, JalonJsonNode key, GPtrArray **extras)
{
  g_autofree char *name = jalon_json_dup_string (draft->json, key);
  GString *text = g_string_new (NULL);

  jalon_json_append_text (draft->json, key + 1, text);
  jalon_extras_add (extras, name, g_string_free (text, FALSE));
}

char *
jalon_draft_dup_code (JalonDraft *draft, JalonJsonNode node, const char *name, JalonCode code)
{
  static const JalonProblemCode problems[] = {
    [JALON_CODE_COUNTRY] = JALON_PROBLEM_BAD_COUNTRY,   [JALON_CODE_REGION] = JALON_PROBLEM_BAD_REGION,
    [JALON_CODE_AREA] = JALON_PROBLEM_BAD_AREA,         [JALON_CODE_DEPARTMENT] = JALON_PROBLEM_BAD_DEPARTMENT,
    [JALON_CODE_LANGUAGE] = JALON_PROBLEM_BAD_LANGUAGE,
  };
  g_autofree char *string = NULL;

  if (!jalon_draft_is_type (draft, node, JALON_JSON_STRING, JALON_PROBLEM_EXPECTED_STRING, name))
    return NULL;
  string = jalon_json_dup_string (draft->json, node);
  if (jalon_format_is_code (code, string))
    return g_steal_pointer (&string);
  jalon_draft_problem (draft, JALON_SEVERITY_ERROR, problems[code], node, string, NULL);
  return NULL;
}

/* The id of an object, if it has a good one. That it must have one is seen later. */
char *
jalon_draft_dup_id (JalonDraft *draft, JalonJsonNode object)
{
  JalonJsonNode node = jalon_json_get_member (draft->json, object, "id");
  g_autofree char *id = NULL;

  if (node == JALON_JSON_NONE
      || !jalon_draft_is_type (draft, node, JALON_JSON_STRING, JALON_PROBLEM_EXPECTED_STRING, "id"))
    return NULL;
  id = jalon_json_dup_string (draft->json, node);
  if (!jalon_format_is_id (id))
    jalon_draft_problem (draft, JALON_SEVERITY_ERROR, JALON_PROBLEM_BAD_ID, node, id, NULL);
  else if (jalon_format_is_reserved (id))
    jalon_draft_problem (draft, JALON_SEVERITY_ERROR, JALON_PROBLEM_RESERVED_ID, node, id, NULL);
  return g_steal_pointer (&id);
}

gboolean
jalon_draft_read_currency (JalonDraft *draft, JalonJsonNode node, const char *name, char *currency)
{
  g_autofree char *string = NULL;

  if (!jalon_draft_is_type (draft, node, JALON_JSON_STRING, JALON_PROBLEM_EXPECTED_STRING, name))
    return FALSE;
  string = jalon_json_dup_string (draft->json, node);
  if (jalon_format_is_currency (string))
    {
      g_strlcpy (currency, string, 4);
      return TRUE;
    }
  jalon_draft_problem (draft, JALON_SEVERITY_ERROR, JALON_PROBLEM_BAD_CURRENCY, node, string, NULL);
  return FALSE;
}

gboolean
jalon_draft_read_number (JalonDraft *draft, JalonJsonNode node, const char *name, double *number)
{
  if (!jalon_draft_is_type (draft, node, JALON_JSON_NUMBER, JALON_PROBLEM_EXPECTED_NUMBER, name))
    return FALSE;
  *number = jalon_json_get_number (draft->json, node);
  return TRUE;
}

static gboolean
read_number_within (JalonDraft *draft, const JalonField *field, JalonJsonNode node, double *number)
{
  static const struct
  {
    double min;
    double max;
    JalonProblemCode code;
  } limits[] = {
    [JALON_FIELD_LATITUDE] = { -90, 90, JALON_PROBLEM_BAD_LATITUDE },
    [JALON_FIELD_LONGITUDE] = { -180, 180, JALON_PROBLEM_BAD_LONGITUDE },
    [JALON_FIELD_RATE] = { G_MINDOUBLE, G_MAXDOUBLE, JALON_PROBLEM_BAD_RATE },
    [JALON_FIELD_SECONDS] = { G_MINDOUBLE, G_MAXDOUBLE, JALON_PROBLEM_BAD_SECONDS },
  };
  g_autofree char *found = NULL;

  if (!jalon_draft_read_number (draft, node, field->name, number))
    return FALSE;
  if (*number >= limits[field->type].min && *number <= limits[field->type].max)
    return TRUE;
  found = jalon_json_dup_source (draft->json, node);
  jalon_draft_problem (draft, JALON_SEVERITY_ERROR, limits[field->type].code, node, found, NULL);
  return FALSE;
}

static gboolean
read_date (JalonDraft *draft, const char *name, JalonJsonNode node, JalonDate *date)
{
  g_autofree char *string = NULL;

  if (!jalon_draft_is_type (draft, node, JALON_JSON_STRING, JALON_PROBLEM_EXPECTED_STRING, name))
    return FALSE;
  string = jalon_json_dup_string (draft->json, node);
  if (jalon_date_parse (string, date))
    return TRUE;
  jalon_draft_problem (draft, JALON_SEVERITY_ERROR, JALON_PROBLEM_BAD_DATE, node, string, NULL);
  return FALSE;
}

static char *
dup_words (JalonVocabulary vocabulary)
{
  GString *words = g_string_new (NULL);

  for (int word = 1; word < jalon_vocabulary_size (vocabulary); word++)
    {
      const char *nick = jalon_vocabulary_get_nick (vocabulary, word);

      if (nick != NULL)
        g_string_append_printf (words, "%s%s", words->len > 0 ? ", " : "", nick);
    }
  return g_string_free (words, FALSE);
}

static gboolean
read_word (JalonDraft *draft, const JalonField *field, JalonJsonNode node, int *word)
{
  JalonVocabulary vocabulary = (JalonVocabulary) field->detail;
  g_autofree char *string = NULL;
  g_autofree char *words = NULL;

  if (!jalon_draft_is_type (draft, node, JALON_JSON_STRING, JALON_PROBLEM_EXPECTED_STRING, field->name))
    return FALSE;
  string = jalon_json_dup_string (draft->json, node);
  *word = jalon_vocabulary_find (vocabulary, string);
  if (*word != 0)
    return TRUE;
  words = dup_words (vocabulary);
  jalon_draft_problem (draft, JALON_SEVERITY_ERROR, JALON_PROBLEM_UNKNOWN_WORD, node, string, words, NULL);
  return FALSE;
}

static gboolean
read_counts (JalonDraft *draft, const char *name, JalonJsonNode node, gboolean *counts)
{
  JalonJsonType type = jalon_json_get_type (draft->json, node);

  *counts = type != JALON_JSON_FALSE;
  return type == JALON_JSON_FALSE
         || jalon_draft_is_type (draft, node, JALON_JSON_TRUE, JALON_PROBLEM_EXPECTED_BOOLEAN, name);
}

static gboolean
read_codes (JalonDraft *draft, const JalonField *field, JalonJsonNode array, JalonCode code, GPtrArray *codes)
{
  JalonJsonNode item;

  if (!jalon_draft_is_type (draft, array, JALON_JSON_ARRAY, JALON_PROBLEM_EXPECTED_LIST, field->name))
    return FALSE;
  item = jalon_json_get_first (draft->json, array);
  for (; item != JALON_JSON_NONE; item = jalon_json_get_next (draft->json, array, item))
    {
      char *string = jalon_draft_dup_code (draft, item, field->name, code);

      if (string != NULL)
        g_ptr_array_add (codes, string);
    }
  return TRUE;
}

/* true, or a list of at least one country or region. */
static gboolean
read_elsewhere (JalonDraft *draft, const JalonField *field, JalonJsonNode node, JalonProject *project)
{
  JalonJsonType type = jalon_json_get_type (draft->json, node);

  project->elsewhere = type == JALON_JSON_TRUE || type == JALON_JSON_ARRAY;
  if (type == JALON_JSON_TRUE || type == JALON_JSON_FALSE)
    return TRUE;
  if (jalon_json_get_first (draft->json, node) == JALON_JSON_NONE || type != JALON_JSON_ARRAY)
    {
      jalon_draft_problem (draft, JALON_SEVERITY_ERROR, JALON_PROBLEM_EXPECTED_ELSEWHERE, node, field->name, NULL);
      return FALSE;
    }
  return read_codes (draft, field, node, JALON_CODE_AREA, project->elsewhere_in);
}

static gboolean
read_address (JalonDraft *draft, const char *name, JalonJsonNode node, char **address)
{
  *address = jalon_draft_dup_string (draft, node, name);
  if (*address != NULL && !jalon_address_is_web (*address))
    jalon_draft_problem (draft, JALON_SEVERITY_WARNING, JALON_PROBLEM_BAD_ADDRESS, node, *address, NULL);
  return *address != NULL;
}

/* One member of a record, of any type but records inside it, and amounts. */
gboolean
jalon_draft_read_value (JalonDraft *draft, JalonField const *field, gpointer record, JalonJsonNode node)
{
  gpointer place = G_STRUCT_MEMBER_P (record, field->offset);

  switch ((int) field->type)
    {
    case JALON_FIELD_TEXT:
      *(JalonText **) place = jalon_draft_dup_text (draft, node, field->name);
      return *(JalonText **) place != NULL;
    case JALON_FIELD_STRING:
      *(char **) place = jalon_draft_dup_string (draft, node, field->name);
      return *(char **) place != NULL;
    case JALON_FIELD_ADDRESS:
      return read_address (draft, field->name, node, place);
    case JALON_FIELD_DATE:
      return read_date (draft, field->name, node, place);
    case JALON_FIELD_WORD:
      return read_word (draft, field, node, place);
    case JALON_FIELD_LATITUDE:
    case JALON_FIELD_LONGITUDE:
    case JALON_FIELD_RATE:
    case JALON_FIELD_SECONDS:
      return read_number_within (draft, field, node, place);
    case JALON_FIELD_COUNTS:
      return read_counts (draft, field->name, node, place);
    case JALON_FIELD_CODE:
      *(char **) place = jalon_draft_dup_code (draft, node, field->name, (JalonCode) field->detail);
      return *(char **) place != NULL;
    case JALON_FIELD_CODES:
      return read_codes (draft, field, node, (JalonCode) field->detail, *(GPtrArray **) place);
    case JALON_FIELD_CURRENCY:
      return jalon_draft_read_currency (draft, node, field->name, place);
    case JALON_FIELD_ELSEWHERE:
      return read_elsewhere (draft, field, node, record);
    default:
      return jalon_draft_read_reference (draft, field, record, node);
    }
}
