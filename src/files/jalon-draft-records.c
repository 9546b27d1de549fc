/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "files/jalon-draft.h"

#include <string.h>

/* Whether a value has the type wanted; if not, @code says so. */
gboolean
jalon_draft_is_type (JalonDraft *draft, JalonJsonNode node, JalonJsonType type, JalonProblemCode code, const char *name)
{
  if (jalon_json_get_type (draft->json, node) == type)
    return TRUE;
  jalon_draft_problem (draft, JALON_SEVERITY_ERROR, code, node, name, NULL);
  return FALSE;
}

static JalonRecord *
new_part (JalonPart part, gpointer parent)
{
  switch (part)
    {
    case JALON_PART_ANNOUNCEMENT:
      return &jalon_announcement_new (parent)->base;
    case JALON_PART_CAPACITY:
      return &jalon_capacity_new ()->base;
    case JALON_PART_ASIDE:
      return &jalon_aside_new ()->base;
    case JALON_PART_LINK:
      return &jalon_link_new ()->base;
    case JALON_PART_READING:
      return &jalon_reading_new ()->base;
    case JALON_PART_STATEMENT:
    case JALON_N_PARTS:
    default:
      return &jalon_statement_new ()->base;
    }
}

static gboolean
read_parts (JalonDraft *draft, const JalonField *field, gpointer parent, JalonJsonNode array, GPtrArray *records)
{
  JalonPart part = (JalonPart) field->detail;
  JalonJsonNode item;

  if (!jalon_draft_is_type (draft, array, JALON_JSON_ARRAY, JALON_PROBLEM_EXPECTED_LIST, field->name))
    return FALSE;
  item = jalon_json_get_first (draft->json, array);
  for (; item != JALON_JSON_NONE; item = jalon_json_get_next (draft->json, array, item))
    {
      JalonRecord *record = new_part (part, parent);

      record->index = records->len;
      record->line = jalon_json_get_line (draft->json, item);
      g_ptr_array_add (records, record);
      jalon_draft_fill (draft, jalon_format_get_part (part), record, item);
    }
  return TRUE;
}

/* An indicator that is no series has one reading: its own value, date and sources. */
static void
read_own_reading (JalonDraft *draft, JalonIndicator *indicator, JalonJsonNode object)
{
  JalonReading *reading = jalon_reading_new ();

  reading->base.line = indicator->base.line;
  reading->value = jalon_draft_read_quantity (draft, object, TRUE);
  reading->date = indicator->date;
  for (guint i = 0; i < indicator->sources->len; i++)
    g_ptr_array_add (reading->sources, g_ptr_array_index (indicator->sources, i));
  g_ptr_array_add (indicator->readings, reading);
}

static gboolean
has_quantity_member (JalonDraft *draft, JalonJsonNode object)
{
  JalonJsonNode key = jalon_json_get_first (draft->json, object);

  for (; key != JALON_JSON_NONE; key = jalon_json_get_next (draft->json, object, key))
    {
      g_autofree char *name = jalon_json_dup_string (draft->json, key);

      if (jalon_draft_is_of_quantity (name))
        return TRUE;
    }
  return FALSE;
}

static void
read_readings (JalonDraft *draft, JalonIndicator *indicator, JalonJsonNode object)
{
  gboolean has_quantity = has_quantity_member (draft, object);

  indicator->is_series = jalon_json_get_member (draft->json, object, "series") != JALON_JSON_NONE;
  if (indicator->is_series && has_quantity)
    jalon_draft_problem (draft, JALON_SEVERITY_ERROR, JALON_PROBLEM_VALUE_AND_SERIES, object, NULL, NULL);
  if (!indicator->is_series && !has_quantity)
    jalon_draft_problem (draft, JALON_SEVERITY_ERROR, JALON_PROBLEM_NO_VALUE, object, NULL, NULL);
  if (!indicator->is_series)
    read_own_reading (draft, indicator, object);
}

/* A member that stands in several members of the object. Readings of figures that are no money may be negative. */
static void
read_quantity (JalonDraft *draft, JalonShape shape, const JalonField *field, gpointer record, JalonJsonNode object)
{
  gboolean reading = shape == jalon_format_get_part (JALON_PART_READING);
  JalonAmount **amount = (JalonAmount **) G_STRUCT_MEMBER_P (record, field->offset);

  if (field->required && !has_quantity_member (draft, object))
    jalon_draft_problem (draft, JALON_SEVERITY_ERROR, JALON_PROBLEM_NO_VALUE, object, NULL, NULL);
  *amount = jalon_draft_read_quantity (draft, object, reading);
}

static void
read_field (JalonDraft *draft, const JalonField *field, gpointer record, JalonJsonNode node)
{
  gpointer place = G_STRUCT_MEMBER_P (record, field->offset);

  switch ((int) field->type)
    {
    case JALON_FIELD_CONSTANT:
    case JALON_FIELD_LIST:
    case JALON_FIELD_ID:
    case JALON_FIELD_QUANTITY:
      break; /* read by themselves */
    case JALON_FIELD_AMOUNT:
      *(JalonAmount **) place = jalon_draft_read_amount (draft, node, field->name);
      break;
    case JALON_FIELD_RECORDS:
    case JALON_FIELD_SERIES:
      read_parts (draft, field, record, node, *(GPtrArray **) place);
      break;
    default:
      jalon_draft_read_value (draft, field, record, node);
      break;
    }
}

#define MAX_NAME 20

/* The number of letters to insert, drop, change, or exchange with their neighbour to make @b of @a (optimal string alignment). */
static guint
edit_distance (const char *a, const char *b)
{
  guint rows[MAX_NAME + 1][MAX_NAME + 1];
  guint a_length = (guint) strlen (a);
  guint b_length = (guint) strlen (b);

  for (guint i = 0; i <= a_length; i++)
    for (guint j = 0; j <= b_length; j++)
      {
        if (i == 0 || j == 0)
          {
            rows[i][j] = i + j;
            continue;
          }
        rows[i][j] = rows[i - 1][j - 1] + (a[i - 1] != b[j - 1]);
        rows[i][j] = MIN (rows[i][j], MIN (rows[i - 1][j], rows[i][j - 1]) + 1);
        if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
          rows[i][j] = MIN (rows[i][j], rows[i - 2][j - 2] + 1);
      }
  return rows[a_length][b_length];
}

static gboolean
is_similar (const char *name, const char *known)
{
  gsize length = strlen (known);

  if (length < 4 || strlen (name) < 4 || strlen (name) > MAX_NAME)
    return FALSE;
  return edit_distance (name, known) <= (length < 7 ? 1 : 2);
}

/* A name of ours that this one may have been meant for: a slip of the hand. */
static void
warn_of_similar (JalonDraft *draft, JalonShape shape, JalonJsonNode object, JalonJsonNode key)
{
  g_autofree char *name = jalon_json_dup_string (draft->json, key);

  for (JalonShape field = shape; field->name != NULL; field++)
    if (is_similar (name, field->name) && jalon_json_get_member (draft->json, object, field->name) == JALON_JSON_NONE)
      {
        jalon_draft_problem (draft, JALON_SEVERITY_WARNING, JALON_PROBLEM_SIMILAR_MEMBER, key, name, field->name, NULL);
        return;
      }
}

static JalonShape
find_field (JalonDraft *draft, JalonShape shape, JalonJsonNode key)
{
  for (JalonShape field = shape; field->name != NULL; field++)
    if (jalon_json_equals (draft->json, key, field->name))
      return field;
  return NULL;
}

static gboolean
is_in_quantity (JalonDraft *draft, JalonShape shape, JalonJsonNode key)
{
  g_autofree char *name = NULL;

  for (JalonShape field = shape; field->name != NULL; field++)
    if (field->type == JALON_FIELD_QUANTITY || field->type == JALON_FIELD_SERIES)
      name = jalon_json_dup_string (draft->json, key);
  return name != NULL && jalon_draft_is_of_quantity (name);
}

static void
read_unknown (JalonDraft *draft, JalonShape shape, JalonRecord *record, JalonJsonNode object, JalonJsonNode key)
{
  if (jalon_json_equals (draft->json, key, "note"))
    jalon_draft_read_note (draft, key + 1, &record->note);
  else if (!is_in_quantity (draft, shape, key))
    {
      warn_of_similar (draft, shape, object, key);
      jalon_draft_keep (draft, key, &record->extras);
    }
}

static void
finish_record (JalonDraft *draft, JalonShape shape, gpointer record, JalonJsonNode object, const gboolean *seen)
{
  for (JalonShape field = shape; field->name != NULL; field++)
    if (field->type == JALON_FIELD_QUANTITY)
      read_quantity (draft, shape, field, record, object);
    else if (field->type == JALON_FIELD_SERIES)
      read_readings (draft, record, object);
    else if (field->required && !seen[field - shape])
      jalon_draft_problem (draft, JALON_SEVERITY_ERROR, JALON_PROBLEM_MISSING, object, field->name, NULL);
}

/**
 * jalon_draft_fill:
 * @draft: a draft, all of whose records are there by their ids
 * @shape: the members of the record
 * @record: the record
 * @object: what it is read from
 *
 * Reads all members, and reports those that are wrong, missing, or not known but look like a slip.
 */
void
jalon_draft_fill (JalonDraft *draft, JalonShape shape, gpointer record, JalonJsonNode object)
{
  gboolean seen[JALON_FORMAT_MAX_FIELDS] = { FALSE };
  JalonJsonNode key;

  if (!jalon_draft_is_type (draft, object, JALON_JSON_OBJECT, JALON_PROBLEM_EXPECTED_OBJECT, ""))
    return;
  key = jalon_json_get_first (draft->json, object);
  for (; key != JALON_JSON_NONE; key = jalon_json_get_next (draft->json, object, key))
    {
      JalonShape field = find_field (draft, shape, key);

      if (field == NULL)
        read_unknown (draft, shape, record, object, key);
      else if (!seen[field - shape])
        {
          seen[field - shape] = TRUE;
          read_field (draft, field, record, key + 1);
        }
    }
  finish_record (draft, shape, record, object, seen);
}

static gpointer
new_record (JalonDraft *draft, JalonList list, JalonJsonNode object)
{
  g_autofree char *id = NULL;

  if (list != JALON_LIST_RATES && list != JALON_LIST_DISPUTES && list != JALON_LIST_STORY)
    id = jalon_draft_dup_id (draft, object);
  switch (list)
    {
    case JALON_LIST_SOURCES:
      return jalon_source_new (id);
    case JALON_LIST_PLACES:
      return jalon_place_new (id);
    case JALON_LIST_TERRITORIES:
      return jalon_territory_new (id);
    case JALON_LIST_ORGANISATIONS:
      return jalon_organisation_new (id);
    case JALON_LIST_EVENTS:
      return jalon_event_new (id);
    case JALON_LIST_PROJECTS:
      return jalon_project_new (id);
    case JALON_LIST_INDICATORS:
      return jalon_indicator_new (id);
    case JALON_LIST_RATES:
      return jalon_rate_new (NULL, 0);
    case JALON_LIST_STORY:
      return jalon_story_step_new ();
    case JALON_LIST_DISPUTES:
    case JALON_N_LISTS:
    default:
      return jalon_dispute_new ();
    }
}

static void
report_duplicate (JalonDraft *draft, JalonList list, const JalonRecord *record, JalonJsonNode object)
{
  const JalonRecord *first = jalon_dataset_find (draft->dataset, list, record->id);
  g_autofree char *line = g_strdup_printf ("%u", first->line);

  jalon_draft_problem (draft, JALON_SEVERITY_ERROR, JALON_PROBLEM_DUPLICATE_ID,
                       jalon_json_get_member (draft->json, object, "id"), record->id, line, NULL);
}

/**
 * jalon_draft_list:
 * @draft: a draft
 * @list: a list of the dataset
 * @array: what it is read from
 *
 * Makes the records of a list with their ids and nothing else, so that others can refer to them.
 */
void
jalon_draft_list (JalonDraft *draft, JalonList list, JalonJsonNode array)
{
  JalonJsonNode item;
  guint n_items = 0;

  if (!jalon_draft_is_type (draft, array, JALON_JSON_ARRAY, JALON_PROBLEM_EXPECTED_LIST, jalon_format_get_list_name (list)))
    return;
  item = jalon_json_get_first (draft->json, array);
  for (; item != JALON_JSON_NONE; item = jalon_json_get_next (draft->json, array, item))
    {
      JalonRecord *record;

      if (list == JALON_LIST_PROJECTS && n_items++ == JALON_FORMAT_MAX_PROJECTS)
        {
          jalon_draft_problem (draft, JALON_SEVERITY_ERROR, JALON_PROBLEM_TOO_MANY_PROJECTS, item, NULL, NULL);
          return;
        }
      record = new_record (draft, list, item);
      record->line = jalon_json_get_line (draft->json, item);
      g_array_append_val (draft->nodes[list], item);
      if (!jalon_dataset_add (draft->dataset, list, record))
        report_duplicate (draft, list, record, item);
    }
}
