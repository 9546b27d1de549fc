/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "files/jalon-sub-editor.h"

#include <string.h>

#include "files/jalon-json-layout.h"

/* What is said of objects one by one: sources, languages, dates, scopes. */

char *
jalon_sub_editor_dup_money (double value, const char *currency)
{
  GString *money = g_string_new (NULL);

  jalon_json_append_number (money, value);
  g_string_append_printf (money, " %s", currency);
  return g_string_free (money, FALSE);
}

static gboolean
lacks_english (const JalonText *text)
{
  const char *const *languages = jalon_text_get_languages (text);

  if (languages[0] == NULL)
    return FALSE;
  for (guint i = 0; languages[i] != NULL; i++)
    if (g_str_equal (languages[i], "en") || g_str_has_prefix (languages[i], "en-"))
      return FALSE;
  return TRUE;
}

/* The texts of one object. @list_name and @index say which item it is of a list of @object, or NULL for @object itself. */
static void
read_texts_of (JalonDraft *draft,
               JalonShape shape,
               const JalonRecord *record,
               JalonJsonNode object,
               const char *list_name,
               guint index)
{
  if (record->note != NULL)
    return;
  for (JalonShape field = shape; field->name != NULL; field++)
    {
      if (field->type != JALON_FIELD_TEXT
          || !lacks_english (*(JalonText *const *) G_STRUCT_MEMBER_P (record, field->offset)))
        continue;
      if (list_name != NULL)
        object = jalon_draft_get_item (draft, object, list_name, index);
      jalon_draft_problem (draft, JALON_SEVERITY_WARNING, JALON_PROBLEM_NO_ENGLISH,
                           jalon_draft_get_member (draft, object, field->name), field->name, NULL);
      list_name = NULL;
    }
}

static void
read_texts (JalonDraft *draft, JalonShape shape, const JalonRecord *record, JalonJsonNode object)
{
  read_texts_of (draft, shape, record, object, NULL, 0);
  for (JalonShape field = shape; field->name != NULL; field++)
    {
      const GPtrArray *parts;

      if (field->type != JALON_FIELD_RECORDS)
        continue;
      parts = *(GPtrArray *const *) G_STRUCT_MEMBER_P (record, field->offset);
      for (guint i = 0; i < parts->len; i++)
        read_texts_of (draft, jalon_format_get_part ((JalonPart) field->detail), g_ptr_array_index (parts, i), object,
                       field->name, i);
    }
}

static void
read_date (JalonDraft *draft, const JalonRecord *record, const JalonDate *date, JalonJsonNode object)
{
  const JalonDate *updated = jalon_dataset_get_updated (draft->dataset);
  g_autofree char *date_string = NULL;
  g_autofree char *updated_string = NULL;

  if (record->note != NULL || !jalon_date_is_set (date) || !jalon_date_is_set (updated)
      || jalon_date_get_first_day (date) <= jalon_date_get_last_day (updated))
    return;
  date_string = jalon_date_to_string (date);
  updated_string = jalon_date_to_string (updated);
  jalon_draft_problem (draft, JALON_SEVERITY_WARNING, JALON_PROBLEM_AFTER_UPDATED,
                       jalon_draft_get_member (draft, object, "date"), date_string, updated_string, NULL);
}

static gboolean
has_sources (const JalonIndicator *indicator)
{
  if (indicator->sources->len > 0)
    return TRUE;
  for (guint i = 0; i < indicator->readings->len; i++)
    if (((const JalonReading *) g_ptr_array_index (indicator->readings, i))->sources->len == 0)
      return FALSE;
  return indicator->readings->len > 0;
}

static gboolean
is_same_date (const JalonDate *a, const JalonDate *b)
{
  return jalon_date_is_set (a) && jalon_date_get_first_day (a) == jalon_date_get_first_day (b)
         && jalon_date_get_last_day (a) == jalon_date_get_last_day (b);
}

/* Readings of one date stand side by side in a series. */
static void
read_series (JalonDraft *draft, const JalonIndicator *indicator, JalonJsonNode object)
{
  for (guint i = 1; i < indicator->readings->len; i++)
    {
      const JalonReading *before = g_ptr_array_index (indicator->readings, i - 1);
      const JalonReading *reading = g_ptr_array_index (indicator->readings, i);
      g_autofree char *value = NULL;
      g_autofree char *other = NULL;
      g_autofree char *date = NULL;

      if (reading->base.note != NULL || !is_same_date (&reading->date, &before->date)
          || (reading->value->min == before->value->min && reading->value->max == before->value->max))
        continue;
      value = g_strdup_printf ("%.15g", reading->value->max);
      other = g_strdup_printf ("%.15g", before->value->max);
      date = jalon_date_to_string (&reading->date);
      jalon_draft_problem (draft, JALON_SEVERITY_WARNING, JALON_PROBLEM_READINGS_DIFFER,
                           jalon_draft_get_item (draft, object, "series", i), value, other, date, NULL);
    }
}

static void
read_indicator (JalonDraft *draft, const JalonIndicator *indicator, JalonJsonNode object)
{
  if (indicator->base.note == NULL && !has_sources (indicator))
    jalon_draft_problem (draft, JALON_SEVERITY_WARNING, JALON_PROBLEM_NO_SOURCE, object, NULL, NULL);
  read_series (draft, indicator, object);
}

/* An amount for a region or a country that the project doesn't name. */
void
jalon_sub_editor_warn_unsaid_area (JalonDraft *draft, const JalonProject *project, JalonScope scope, JalonJsonNode node)
{
  if (scope == JALON_SCOPE_REGION && project->region == NULL && project->department == NULL)
    jalon_draft_problem (draft, JALON_SEVERITY_WARNING, JALON_PROBLEM_REGION_UNSAID,
                         jalon_draft_get_member (draft, node, "scope"), NULL, NULL);
  if (scope == JALON_SCOPE_COUNTRY && project->region == NULL && project->country == NULL)
    jalon_draft_problem (draft, JALON_SEVERITY_WARNING, JALON_PROBLEM_COUNTRY_UNSAID,
                         jalon_draft_get_member (draft, node, "scope"), NULL, NULL);
}

static void
read_project (JalonDraft *draft, const JalonProject *project, JalonJsonNode object)
{
  if (project->announcements->len == 0)
    jalon_draft_problem (draft, JALON_SEVERITY_WARNING, JALON_PROBLEM_NO_ANNOUNCEMENT, object, NULL, NULL);
  for (guint i = 0; i < project->announcements->len; i++)
    {
      const JalonAnnouncement *announcement = g_ptr_array_index (project->announcements, i);
      JalonJsonNode node;

      if (announcement->base.note != NULL)
        continue;
      node = jalon_draft_get_item (draft, object, "announcements", i);
      if (announcement->sources->len == 0)
        jalon_draft_problem (draft, JALON_SEVERITY_WARNING, JALON_PROBLEM_NO_SOURCE, node, NULL, NULL);
      read_date (draft, &announcement->base, &announcement->date, node);
      if (announcement->amount != NULL)
        jalon_sub_editor_warn_unsaid_area (draft, project, announcement->scope, node);
    }
  jalon_sub_editor_read_history (draft, project);
  if (project->base.note != NULL)
    return;
  if (!project->counts && project->why == NULL)
    jalon_draft_problem (draft, JALON_SEVERITY_WARNING, JALON_PROBLEM_NO_WHY, jalon_draft_get_member (draft, object, "counts"),
                         NULL, NULL);
  if (project->scope == JALON_SCOPE_SITE && project->at->len > 1)
    jalon_draft_problem (draft, JALON_SEVERITY_WARNING, JALON_PROBLEM_SITE_OF_SEVERAL,
                         jalon_draft_get_member (draft, object, "scope"), NULL, NULL);
  jalon_sub_editor_warn_unsaid_area (draft, project, project->scope, object);
}

static void
read_record (JalonDraft *draft, JalonList list, const JalonRecord *record, JalonJsonNode object)
{
  read_texts (draft, jalon_format_get_shape (list), record, object);
  switch ((int) list)
    {
    case JALON_LIST_SOURCES:
      read_date (draft, record, &((const JalonSource *) record)->date, object);
      break;
    case JALON_LIST_RATES:
      read_date (draft, record, &((const JalonRate *) record)->date, object);
      break;
    case JALON_LIST_INDICATORS:
      read_indicator (draft, (const JalonIndicator *) record, object);
      break;
    case JALON_LIST_PROJECTS:
      read_project (draft, (const JalonProject *) record, object);
      break;
    default:
      break;
    }
}

void
jalon_sub_editor_read (JalonDraft *draft)
{
  read_texts (draft, jalon_format_get_head (), &jalon_dataset_get_head (draft->dataset)->base, 0);
  for (int list = 0; list < JALON_N_LISTS; list++)
    {
      const GPtrArray *records = jalon_dataset_get_list (draft->dataset, (JalonList) list);

      for (guint i = 0; i < records->len; i++)
        read_record (draft, (JalonList) list, g_ptr_array_index (records, i),
                     g_array_index (draft->nodes[list], JalonJsonNode, i));
    }
  jalon_sub_editor_read_money (draft);
  jalon_sub_editor_read_places (draft);
}
