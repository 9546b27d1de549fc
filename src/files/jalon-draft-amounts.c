/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "files/jalon-draft.h"

#include <string.h>

/* AMOUNT-LIKE: "value" with "qualifier", or "min" and "max". */

typedef struct
{
  JalonJsonNode value;
  JalonJsonNode qualifier;
  JalonJsonNode min;
  JalonJsonNode max;
} Members;

gboolean
jalon_draft_is_of_quantity (const char *name)
{
  return strcmp (name, "value") == 0 || strcmp (name, "qualifier") == 0 || strcmp (name, "min") == 0
         || strcmp (name, "max") == 0;
}

static void
report (JalonDraft *draft, JalonProblemCode code, JalonJsonNode node)
{
  jalon_draft_problem (draft, JALON_SEVERITY_ERROR, code, node, NULL, NULL);
}

static gboolean
read_part (JalonDraft *draft, JalonJsonNode node, const char *name, gboolean may_be_negative, double *number)
{
  g_autofree char *found = NULL;

  if (!jalon_draft_read_number (draft, node, name, number))
    return FALSE;
  *number += 0.0; /* -0 is 0 */
  if (*number >= 0 || may_be_negative)
    return TRUE;
  found = jalon_json_dup_source (draft->json, node);
  jalon_draft_problem (draft, JALON_SEVERITY_ERROR, JALON_PROBLEM_NEGATIVE, node, found, NULL);
  return FALSE;
}

static gboolean
read_qualifier (JalonDraft *draft, JalonJsonNode node, JalonQualifier *qualifier)
{
  const JalonField field = { "qualifier", JALON_FIELD_WORD, 0, JALON_VOCABULARY_QUALIFIER, FALSE };
  int word;

  *qualifier = JALON_QUALIFIER_EXACT;
  if (node == JALON_JSON_NONE)
    return TRUE;
  if (!jalon_draft_read_value (draft, &field, &word, node))
    return FALSE;
  *qualifier = (JalonQualifier) word;
  return TRUE;
}

static JalonAmount *
read_single (JalonDraft *draft, const Members *members, gboolean may_be_negative)
{
  JalonQualifier qualifier;
  double value;
  gboolean good = read_part (draft, members->value, "value", may_be_negative, &value);

  if (members->min != JALON_JSON_NONE || members->max != JALON_JSON_NONE)
    {
      report (draft, JALON_PROBLEM_VALUE_AND_RANGE, members->value);
      return NULL;
    }
  if (!read_qualifier (draft, members->qualifier, &qualifier) || !good)
    return NULL;
  return jalon_amount_new (qualifier, value, value, NULL);
}

static JalonAmount *
read_range (JalonDraft *draft, const Members *members, gboolean may_be_negative)
{
  double min = 0;
  double max = 0;
  gboolean good = TRUE;
  g_autofree char *min_found = NULL;
  g_autofree char *max_found = NULL;

  if (members->min == JALON_JSON_NONE || members->max == JALON_JSON_NONE)
    {
      report (draft, JALON_PROBLEM_HALF_RANGE, members->min == JALON_JSON_NONE ? members->max : members->min);
      return NULL;
    }
  if (members->qualifier != JALON_JSON_NONE)
    report (draft, JALON_PROBLEM_QUALIFIED_RANGE, members->qualifier);
  good = read_part (draft, members->min, "min", may_be_negative, &min);
  good = read_part (draft, members->max, "max", may_be_negative, &max) && good;
  if (good && min > max)
    {
      min_found = jalon_json_dup_source (draft->json, members->min);
      max_found = jalon_json_dup_source (draft->json, members->max);
      jalon_draft_problem (draft, JALON_SEVERITY_ERROR, JALON_PROBLEM_MIN_OVER_MAX, members->min, min_found, max_found, NULL);
      good = FALSE;
    }
  return good ? jalon_amount_new (JALON_QUALIFIER_RANGE, min, max, NULL) : NULL;
}

/* The members of AMOUNT-LIKE among those of @object; NULL also where it has none of them. */
JalonAmount *
jalon_draft_read_quantity (JalonDraft *draft, JalonJsonNode object, gboolean may_be_negative)
{
  Members members = {
    .value = jalon_json_get_member (draft->json, object, "value"),
    .qualifier = jalon_json_get_member (draft->json, object, "qualifier"),
    .min = jalon_json_get_member (draft->json, object, "min"),
    .max = jalon_json_get_member (draft->json, object, "max"),
  };

  if (members.value != JALON_JSON_NONE)
    return read_single (draft, &members, may_be_negative);
  if (members.min != JALON_JSON_NONE || members.max != JALON_JSON_NONE)
    return read_range (draft, &members, may_be_negative);
  if (members.qualifier != JALON_JSON_NONE)
    report (draft, JALON_PROBLEM_STRAY_QUALIFIER, members.qualifier);
  return NULL;
}

static gboolean
has_quantity (JalonDraft *draft, JalonJsonNode object)
{
  return jalon_json_get_member (draft->json, object, "value") != JALON_JSON_NONE
         || jalon_json_get_member (draft->json, object, "min") != JALON_JSON_NONE
         || jalon_json_get_member (draft->json, object, "max") != JALON_JSON_NONE;
}

static void
read_other_members (JalonDraft *draft, JalonJsonNode object, JalonAmount *amount)
{
  JalonJsonNode key = jalon_json_get_first (draft->json, object);

  for (; key != JALON_JSON_NONE; key = jalon_json_get_next (draft->json, object, key))
    {
      g_autofree char *name = jalon_json_dup_string (draft->json, key);

      if (strcmp (name, "note") == 0)
        jalon_draft_read_note (draft, key + 1, &amount->note);
      else if (strcmp (name, "currency") == 0)
        jalon_draft_read_currency (draft, key + 1, name, amount->currency);
      else if (!jalon_draft_is_of_quantity (name))
        jalon_draft_keep (draft, key, &amount->extras);
    }
}

/* An amount of money, an object of its own. */
JalonAmount *
jalon_draft_read_amount (JalonDraft *draft, JalonJsonNode object, const char *name)
{
  JalonAmount *amount;

  if (!jalon_draft_is_type (draft, object, JALON_JSON_OBJECT, JALON_PROBLEM_EXPECTED_OBJECT, name))
    return NULL;
  if (!has_quantity (draft, object))
    report (draft, JALON_PROBLEM_NO_VALUE, object);
  amount = jalon_draft_read_quantity (draft, object, FALSE);
  if (amount == NULL)
    amount = jalon_amount_new (JALON_QUALIFIER_EXACT, 0, 0, NULL); /* so that the rest of it is looked at too */
  g_strlcpy (amount->currency, jalon_dataset_get_currency (draft->dataset), sizeof amount->currency);
  read_other_members (draft, object, amount);
  return amount;
}
