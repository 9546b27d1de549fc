/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "export/jalon-row.h"

#include <math.h>

#include "words/jalon-words.h"

/* The largest double below which every whole number is one. */
#define WHOLE 9007199254740992.0

const char *const jalon_row_columns[] = {
  "id", "title", "kind", "kind_label", "status", "status_label", "scope", "scope_label", "relevance", "relevance_label", "summary",
  "organisation_ids", "organisations",
  "place_ids", "places", "elsewhere", "department", "region", "country",
  "announced", "announced_label",
  "currency", "stated_firm", "stated_ceiling", "stated_open", "stated_label", "converted",
  "counted_firm", "counted_ceiling", "counted_open", "counted_label", "left_out", "left_out_label", "part_of",
  "group", "group_label",
  "sources",
  NULL,
};

/**
 * jalon_row_set_number:
 *
 * Sets a member to a number, a whole one without a fraction.
 */
void
jalon_row_set_number (JsonObject *row, const char *name, double value)
{
  if (fabs (value) < WHOLE && floor (value) == value)
    json_object_set_int_member (row, name, (gint64) value);
  else
    json_object_set_double_member (row, name, value);
}

/**
 * jalon_row_set_text:
 * @text: (nullable): %NULL or "" for nothing
 *
 * Sets a member to a text, or to null.
 */
void
jalon_row_set_text (JsonObject *row, const char *name, const char *text)
{
  if (text != NULL && text[0] != '\0')
    json_object_set_string_member (row, name, text);
  else
    json_object_set_null_member (row, name);
}

/**
 * jalon_row_take_text:
 * @text: (transfer full) (nullable): a text
 *
 * Sets a member to a text, or to null.
 */
void
jalon_row_take_text (JsonObject *row, const char *name, char *text)
{
  jalon_row_set_text (row, name, text);
  g_free (text);
}

static void
take_texts (JsonObject *row, const char *name, GPtrArray *texts)
{
  JsonArray *array = json_array_sized_new (texts->len);

  for (guint i = 0; i < texts->len; i++)
    json_array_add_string_element (array, g_ptr_array_index (texts, i));
  json_object_set_array_member (row, name, array);
  g_ptr_array_unref (texts);
}

/* The ids of a list of records. */
static GPtrArray *
list_ids (const GPtrArray *records)
{
  GPtrArray *ids = g_ptr_array_new ();

  for (guint i = 0; i < records->len; i++)
    g_ptr_array_add (ids, ((const JalonRecord *) g_ptr_array_index (records, i))->id);
  return ids;
}

static void
add_vocabulary (JsonObject *row, const JalonLanguage *language, const char *name, JalonVocabulary vocabulary, int word)
{
  g_autofree char *label = g_strconcat (name, "_label", NULL);

  jalon_row_set_text (row, name, jalon_vocabulary_get_nick (vocabulary, word));
  jalon_row_set_text (row, label, word != 0 ? jalon_words_vocabulary (language, vocabulary, word) : NULL);
}

static void
add_subject (JsonObject *row, const JalonLanguage *language, const JalonShare *share)
{
  const JalonProject *project = share->project;

  jalon_row_set_text (row, "id", project->base.id);
  jalon_row_set_text (row, "title", jalon_words_text (language, project->title));
  add_vocabulary (row, language, "kind", JALON_VOCABULARY_KIND, (int) project->kind);
  add_vocabulary (row, language, "status", JALON_VOCABULARY_STATUS, (int) share->status);
  add_vocabulary (row, language, "scope", JALON_VOCABULARY_SCOPE, (int) share->scope);
  add_vocabulary (row, language, "relevance", JALON_VOCABULARY_RELEVANCE, (int) project->relevance);
  jalon_row_set_text (row, "summary", jalon_words_text (language, project->summary));
}

static void
add_organisations (JsonObject *row, const JalonLanguage *language, const JalonProject *project)
{
  GPtrArray *names = g_ptr_array_new ();

  for (guint i = 0; i < project->by->len; i++)
    {
      const JalonOrganisation *organisation = g_ptr_array_index (project->by, i);
      g_ptr_array_add (names, (gpointer) jalon_words_text (language, organisation->name));
    }
  take_texts (row, "organisation_ids", list_ids (project->by));
  take_texts (row, "organisations", names);
}

static void
add_where (JsonObject *row, const JalonLanguage *language, const JalonProject *project)
{
  GPtrArray *names = g_ptr_array_new ();

  for (guint i = 0; i < project->at->len; i++)
    {
      const JalonPlace *place = g_ptr_array_index (project->at, i);
      g_ptr_array_add (names, (gpointer) jalon_words_text (language, place->name));
    }
  take_texts (row, "place_ids", list_ids (project->at));
  take_texts (row, "places", names);
  json_object_set_boolean_member (row, "elsewhere", project->elsewhere);
  jalon_row_set_text (row, "department", project->department);
  jalon_row_set_text (row, "region", project->region);
  jalon_row_set_text (row, "country", project->country);
}

static void
add_date (JsonObject *row, const JalonLanguage *language, const JalonShare *share)
{
  const JalonDate *date = share->first != NULL ? &share->first->date : NULL;

  jalon_row_take_text (row, "announced", date != NULL ? jalon_date_to_string (date) : NULL);
  jalon_row_take_text (row, "announced_label", date != NULL ? jalon_words_date (language, date, JALON_DATE_LONG) : NULL);
}

static void
add_sum (JsonObject *row, const char *prefix, const JalonSum *sum)
{
  g_autofree char *firm = g_strconcat (prefix, "_firm", NULL);
  g_autofree char *ceiling = g_strconcat (prefix, "_ceiling", NULL);
  g_autofree char *open = g_strconcat (prefix, "_open", NULL);

  if (sum != NULL)
    {
      jalon_row_set_number (row, firm, sum->firm);
      jalon_row_set_number (row, ceiling, sum->ceiling);
      json_object_set_boolean_member (row, open, sum->open);
      return;
    }
  json_object_set_null_member (row, firm);
  json_object_set_null_member (row, ceiling);
  json_object_set_null_member (row, open);
}

/* What isn't known, or isn't counted, is empty: never zero. */
static void
add_money (JsonObject *row, const JalonFigures *figures, const JalonLanguage *language, const JalonShare *share)
{
  const char *currency = jalon_dataset_get_currency (jalon_figures_get_dataset (figures));
  gboolean counts = jalon_share_is_addend (share);

  jalon_row_set_text (row, "currency", currency);
  add_sum (row, "stated", jalon_share_has_sum (share, currency) ? &share->stated : NULL);
  jalon_row_take_text (row, "stated_label", jalon_words_stated (language, share, currency, JALON_MONEY_FULL));
  json_object_set_boolean_member (row, "converted", share->converted);
  add_sum (row, "counted", counts ? &share->remainder : NULL);
  jalon_row_take_text (row, "counted_label",
                       counts ? jalon_words_sum (language, &share->remainder, currency, JALON_MONEY_FULL) : NULL);
  jalon_row_set_text (row, "left_out", share->reason != JALON_REASON_NONE ? jalon_reason_get_nick (share->reason) : NULL);
  jalon_row_take_text (row, "left_out_label",
                       share->reason != JALON_REASON_NONE ? jalon_words_left_out (language, share) : NULL);
  jalon_row_set_text (row, "part_of", share->project->part_of != NULL ? share->project->part_of->base.id : NULL);
}

static void
add_group (JsonObject *row, const JalonFigures *figures, const JalonLanguage *language, const JalonShare *share)
{
  JalonKey key = jalon_figures_get_group_key (figures);
  const JalonGroup *group = jalon_figures_get_group (figures, share->group);

  jalon_row_set_text (row, "group", group->key);
  jalon_row_take_text (row, "group_label",
                       jalon_words_group (language, jalon_figures_get_dataset (figures), key, group->key));
}

static void
add_sources (JsonObject *row, const JalonProject *project)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_direct_hash, g_direct_equal);
  GPtrArray *addresses = g_ptr_array_new ();

  for (guint i = 0; i < project->announcements->len; i++)
    {
      const JalonAnnouncement *announcement = g_ptr_array_index (project->announcements, i);

      for (guint j = 0; j < announcement->sources->len; j++)
        {
          const JalonSource *source = g_ptr_array_index (announcement->sources, j);

          if (g_hash_table_add (seen, (gpointer) source))
            g_ptr_array_add (addresses, source->url != NULL ? source->url : source->base.id);
        }
    }
  take_texts (row, "sources", addresses);
}

/**
 * jalon_row_new:
 * @language: of what ends in `_label`, of names and texts
 *
 * Writes down a project as a table has it: the members are jalon_row_columns, in their order. Amounts are in the dataset's currency; `stated_…` is its own, `counted_…` its
 * remainder (rule 6 of the sums): null where nothing is known or counted.
 *
 * Returns: (transfer full): the row: texts, numbers, booleans, null and lists of texts
 */
JsonObject *
jalon_row_new (const JalonFigures *figures, const JalonLanguage *language, const JalonShare *share)
{
  JsonObject *row = json_object_new ();

  add_subject (row, language, share);
  add_organisations (row, language, share->project);
  add_where (row, language, share->project);
  add_date (row, language, share);
  add_money (row, figures, language, share);
  add_group (row, figures, language, share);
  add_sources (row, share->project);
  return row;
}
