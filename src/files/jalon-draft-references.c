/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "files/jalon-draft.h"

#include "facts/jalon-address.h"

#include <math.h>
#include <string.h>

/* Lists up to this long are searched, longer ones are hashed, to find what is there twice. */
#define SHORT_LIST 16

static gpointer
read_id (JalonDraft *draft, JalonJsonNode node, const char *name, JalonList list)
{
  g_autofree char *id = NULL;
  gpointer record;

  if (!jalon_draft_is_type (draft, node, JALON_JSON_STRING, JALON_PROBLEM_EXPECTED_STRING, name))
    return NULL;
  id = jalon_json_dup_string (draft->json, node);
  record = jalon_dataset_find (draft->dataset, list, id);
  if (record == NULL)
    jalon_draft_problem (draft, JALON_SEVERITY_ERROR, JALON_PROBLEM_UNKNOWN_ID, node, id, jalon_format_get_list_name (list),
                         NULL);
  return record;
}

static gboolean
is_repeated (GPtrArray *list, gconstpointer record, GHashTable **seen)
{
  if (list->len < SHORT_LIST)
    return g_ptr_array_find (list, record, NULL);
  if (*seen == NULL)
    {
      *seen = g_hash_table_new (NULL, NULL);
      for (guint i = 0; i < list->len; i++)
        g_hash_table_add (*seen, g_ptr_array_index (list, i));
    }
  return !g_hash_table_add (*seen, (gpointer) record);
}

static gboolean
read_ids (JalonDraft *draft, const JalonField *field, JalonJsonNode array, GPtrArray *list)
{
  g_autoptr (GHashTable) seen = NULL;
  JalonJsonNode item;

  if (!jalon_draft_is_type (draft, array, JALON_JSON_ARRAY, JALON_PROBLEM_EXPECTED_LIST, field->name))
    return FALSE;
  item = jalon_json_get_first (draft->json, array);
  for (; item != JALON_JSON_NONE; item = jalon_json_get_next (draft->json, array, item))
    {
      JalonRecord *record = read_id (draft, item, field->name, (JalonList) field->detail);

      if (record == NULL)
        continue;
      if (is_repeated (list, record, &seen))
        jalon_draft_problem (draft, JALON_SEVERITY_ERROR, JALON_PROBLEM_REPEATED_ID, item, record->id, NULL);
      else
        g_ptr_array_add (list, record);
    }
  return TRUE;
}

static gboolean
is_known (JalonDraft *draft, const char *id)
{
  for (int list = 0; list < JALON_N_LISTS; list++)
    if (list != JALON_LIST_RATES && jalon_dataset_find (draft->dataset, (JalonList) list, id) != NULL)
      return TRUE;
  return FALSE;
}

/* An id of any list, or where @or_address an address: no id has a colon. */
static char *
dup_any_id (JalonDraft *draft, JalonJsonNode node, const char *name, gboolean or_address)
{
  char *id = jalon_draft_dup_string (draft, node, name);

  if (id != NULL && or_address && strchr (id, ':') != NULL)
    {
      if (!jalon_address_is_web (id))
        jalon_draft_problem (draft, JALON_SEVERITY_WARNING, JALON_PROBLEM_BAD_ADDRESS, node, id, NULL);
    }
  else if (id != NULL && !is_known (draft, id))
    jalon_draft_problem (draft, JALON_SEVERITY_ERROR, JALON_PROBLEM_UNKNOWN_ID_ANYWHERE, node, id, NULL);
  return id;
}

static gboolean
read_any_ids (JalonDraft *draft, const JalonField *field, JalonJsonNode array, GPtrArray *list)
{
  JalonJsonNode item;

  if (!jalon_draft_is_type (draft, array, JALON_JSON_ARRAY, JALON_PROBLEM_EXPECTED_LIST, field->name))
    return FALSE;
  item = jalon_json_get_first (draft->json, array);
  for (; item != JALON_JSON_NONE; item = jalon_json_get_next (draft->json, array, item))
    {
      char *id = dup_any_id (draft, item, field->name, FALSE);

      if (id != NULL)
        g_ptr_array_add (list, id);
    }
  return TRUE;
}

static void
read_overlap_members (JalonDraft *draft, JalonJsonNode object, JalonOverlap *overlap)
{
  JalonJsonNode key = jalon_json_get_first (draft->json, object);

  overlap->extras = jalon_extras_empty ();
  for (; key != JALON_JSON_NONE; key = jalon_json_get_next (draft->json, object, key))
    {
      g_autofree char *name = jalon_json_dup_string (draft->json, key);

      if (strcmp (name, "note") == 0)
        jalon_draft_read_note (draft, key + 1, &overlap->note);
      else if (strcmp (name, "at_most") == 0 && jalon_draft_read_number (draft, key + 1, name, &overlap->at_most)
               && overlap->at_most < 0)
        {
          g_autofree char *found = jalon_json_dup_source (draft->json, key + 1);

          jalon_draft_problem (draft, JALON_SEVERITY_ERROR, JALON_PROBLEM_NEGATIVE, key + 1, found, NULL);
        }
      else if (strcmp (name, "id") != 0 && strcmp (name, "at_most") != 0)
        jalon_draft_keep (draft, key, &overlap->extras);
    }
}

static JalonOverlap *
read_overlap (JalonDraft *draft, JalonJsonNode node)
{
  JalonJsonType type = jalon_json_get_type (draft->json, node);
  JalonJsonNode id = node;
  JalonProject *other;
  JalonOverlap *overlap;

  if (type == JALON_JSON_OBJECT)
    id = jalon_json_get_member (draft->json, node, "id");
  else if (!jalon_draft_is_type (draft, node, JALON_JSON_STRING, JALON_PROBLEM_EXPECTED_OVERLAP, "overlaps"))
    return NULL;
  if (id == JALON_JSON_NONE)
    {
      jalon_draft_problem (draft, JALON_SEVERITY_ERROR, JALON_PROBLEM_MISSING, node, "id", NULL);
      return NULL;
    }
  other = read_id (draft, id, "id", JALON_LIST_PROJECTS);
  if (other == NULL)
    return NULL;
  overlap = jalon_overlap_new (other, NAN);
  if (type == JALON_JSON_OBJECT)
    read_overlap_members (draft, node, overlap);
  return overlap;
}

static gboolean
read_overlaps (JalonDraft *draft, JalonJsonNode array, GPtrArray *overlaps)
{
  g_autoptr (GHashTable) seen = NULL;
  JalonJsonNode item;

  if (!jalon_draft_is_type (draft, array, JALON_JSON_ARRAY, JALON_PROBLEM_EXPECTED_LIST, "overlaps"))
    return FALSE;
  seen = g_hash_table_new (NULL, NULL);
  item = jalon_json_get_first (draft->json, array);
  for (; item != JALON_JSON_NONE; item = jalon_json_get_next (draft->json, array, item))
    {
      JalonOverlap *overlap = read_overlap (draft, item);

      if (overlap == NULL)
        continue;
      if (!g_hash_table_add (seen, (gpointer) overlap->project))
        jalon_draft_problem (draft, JALON_SEVERITY_ERROR, JALON_PROBLEM_REPEATED_ID, item, overlap->project->base.id, NULL);
      g_ptr_array_add (overlaps, overlap);
    }
  return TRUE;
}

/* A member that names other records. */
gboolean
jalon_draft_read_reference (JalonDraft *draft, JalonField const *field, gpointer record, JalonJsonNode node)
{
  gpointer place = G_STRUCT_MEMBER_P (record, field->offset);

  switch ((int) field->type)
    {
    case JALON_FIELD_REFERENCE:
      *(gpointer *) place = read_id (draft, node, field->name, (JalonList) field->detail);
      return *(gpointer *) place != NULL;
    case JALON_FIELD_REFERENCES:
      return read_ids (draft, field, node, *(GPtrArray **) place);
    case JALON_FIELD_ANY_ID:
      *(char **) place = dup_any_id (draft, node, field->name, TRUE);
      return *(char **) place != NULL;
    case JALON_FIELD_ANY_IDS:
      return read_any_ids (draft, field, node, *(GPtrArray **) place);
    case JALON_FIELD_OVERLAPS:
      return read_overlaps (draft, node, *(GPtrArray **) place);
    default:
      g_return_val_if_reached (FALSE);
    }
}
