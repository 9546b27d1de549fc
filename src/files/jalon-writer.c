/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "files/jalon-writer.h"

#include <math.h>
#include <string.h>

#include "files/jalon-format.h"
#include "files/jalon-json-layout.h"

typedef struct
{
  JalonDataset *dataset;
  GString *text;
  GHashTable *kept; /* the records that are written; NULL: all */
} Writer;

/* The member of an extract that says what it was taken from. */
#define EXTRACT "extract"

static void write_record (Writer *writer, JalonShape shape, gconstpointer record);

static void
separate (Writer *writer)
{
  char last = writer->text->str[writer->text->len - 1];

  if (last != '{' && last != '[')
    g_string_append (writer->text, ", ");
}

static void
write_name (Writer *writer, const char *name)
{
  separate (writer);
  jalon_json_append_string (writer->text, name);
  g_string_append (writer->text, ": ");
}

static void
write_string (Writer *writer, const char *name, const char *string)
{
  if (string == NULL || string[0] == '\0')
    return;
  write_name (writer, name);
  jalon_json_append_string (writer->text, string);
}

static void
write_number (Writer *writer, const char *name, double number)
{
  write_name (writer, name);
  jalon_json_append_number (writer->text, number);
}

static void
write_text (Writer *writer, const char *name, const JalonText *text)
{
  const char *const *languages = jalon_text_get_languages (text);

  if (text == NULL)
    return;
  if (jalon_text_is_plain (text))
    {
      write_string (writer, name, jalon_text_get (text, "en"));
      return;
    }
  write_name (writer, name);
  g_string_append_c (writer->text, '{');
  for (guint i = 0; languages[i] != NULL; i++)
    write_string (writer, languages[i], jalon_text_get_exact (text, languages[i]));
  g_string_append_c (writer->text, '}');
}

static void
write_date (Writer *writer, const char *name, const JalonDate *date)
{
  g_autofree char *string = jalon_date_to_string (date);

  write_string (writer, name, string);
}

static void
write_strings (Writer *writer, const char *name, const GPtrArray *strings)
{
  if (strings->len == 0)
    return;
  write_name (writer, name);
  g_string_append_c (writer->text, '[');
  for (guint i = 0; i < strings->len; i++)
    {
      separate (writer);
      jalon_json_append_string (writer->text, g_ptr_array_index (strings, i));
    }
  g_string_append_c (writer->text, ']');
}

static void
write_references (Writer *writer, const char *name, const GPtrArray *records)
{
  if (records->len == 0)
    return;
  write_name (writer, name);
  g_string_append_c (writer->text, '[');
  for (guint i = 0; i < records->len; i++)
    {
      separate (writer);
      jalon_json_append_string (writer->text, ((const JalonRecord *) g_ptr_array_index (records, i))->id);
    }
  g_string_append_c (writer->text, ']');
}

static void
write_extras (Writer *writer, const GPtrArray *extras)
{
  for (guint i = 0; extras != NULL && i < extras->len; i++)
    {
      const JalonExtra *extra = g_ptr_array_index (extras, i);

      write_name (writer, extra->name);
      g_string_append (writer->text, extra->json);
    }
}

static void
write_quantity (Writer *writer, const JalonAmount *amount)
{
  if (amount == NULL)
    return;
  if (amount->qualifier == JALON_QUALIFIER_RANGE)
    {
      write_number (writer, "min", amount->min);
      write_number (writer, "max", amount->max);
      return;
    }
  write_number (writer, "value", amount->max);
  if (amount->qualifier != JALON_QUALIFIER_EXACT)
    write_string (writer, "qualifier", jalon_vocabulary_get_nick (JALON_VOCABULARY_QUALIFIER, (int) amount->qualifier));
}

static void
write_amount (Writer *writer, const char *name, const JalonAmount *amount)
{
  if (amount == NULL)
    return;
  write_name (writer, name);
  g_string_append_c (writer->text, '{');
  write_quantity (writer, amount);
  if (!g_str_equal (amount->currency, jalon_dataset_get_currency (writer->dataset)))
    write_string (writer, "currency", amount->currency);
  write_text (writer, "note", amount->note);
  write_extras (writer, amount->extras);
  g_string_append_c (writer->text, '}');
}

static void
write_overlap (Writer *writer, const JalonOverlap *overlap)
{
  separate (writer);
  if (overlap->extras == NULL && overlap->note == NULL && isnan (overlap->at_most))
    {
      jalon_json_append_string (writer->text, overlap->project->base.id);
      return;
    }
  g_string_append_c (writer->text, '{');
  write_string (writer, "id", overlap->project->base.id);
  if (!isnan (overlap->at_most))
    write_number (writer, "at_most", overlap->at_most);
  write_text (writer, "note", overlap->note);
  write_extras (writer, overlap->extras);
  g_string_append_c (writer->text, '}');
}

static void
write_overlaps (Writer *writer, const char *name, const GPtrArray *overlaps)
{
  if (overlaps->len == 0)
    return;
  write_name (writer, name);
  g_string_append_c (writer->text, '[');
  for (guint i = 0; i < overlaps->len; i++)
    write_overlap (writer, g_ptr_array_index (overlaps, i));
  g_string_append_c (writer->text, ']');
}

static void
write_elsewhere (Writer *writer, const char *name, const JalonProject *project)
{
  if (!project->elsewhere)
    return;
  if (project->elsewhere_in->len > 0)
    {
      write_strings (writer, name, project->elsewhere_in);
      return;
    }
  write_name (writer, name);
  g_string_append (writer->text, "true");
}

/* Whether a link, or what a dispute is about, leads to something that is written. */
static gboolean
is_kept (Writer *writer, const char *id)
{
  gboolean known = FALSE;

  for (int list = 0; writer->kept != NULL && list < JALON_N_LISTS; list++)
    {
      gconstpointer record = jalon_dataset_lookup (writer->dataset, (JalonList) list, id);

      if (record != NULL && g_hash_table_contains (writer->kept, record))
        return TRUE;
      known = known || record != NULL;
    }
  return !known;
}

static void
write_any_ids (Writer *writer, const char *name, const GPtrArray *ids)
{
  g_autoptr (GPtrArray) kept = g_ptr_array_new ();

  for (guint i = 0; i < ids->len; i++)
    if (is_kept (writer, g_ptr_array_index (ids, i)))
      g_ptr_array_add (kept, g_ptr_array_index (ids, i));
  write_strings (writer, name, kept);
}

static void
write_records (Writer *writer, const JalonField *field, JalonShape shape, const GPtrArray *records)
{
  if (records->len == 0 && !field->required)
    return;
  write_name (writer, field->name);
  g_string_append_c (writer->text, '[');
  for (guint i = 0; i < records->len; i++)
    {
      separate (writer);
      write_record (writer, shape, g_ptr_array_index (records, i));
    }
  g_string_append_c (writer->text, ']');
}

static void
write_series (Writer *writer, const JalonField *field, const JalonIndicator *indicator)
{
  if (indicator->is_series)
    {
      JalonField list = *field;

      list.required = TRUE;
      write_records (writer, &list, jalon_format_get_part (JALON_PART_READING), indicator->readings);
    }
  else if (indicator->readings->len > 0)
    write_quantity (writer, ((const JalonReading *) g_ptr_array_index (indicator->readings, 0))->value);
}

static void
write_constant (Writer *writer, const char *name)
{
  if (g_str_equal (name, "format"))
    write_string (writer, name, "jalon");
  else
    write_number (writer, name, JALON_FORMAT_VERSION);
}

/* A member that stands in one place of the record. */
static void
write_simple (Writer *writer, const JalonField *field, gconstpointer place)
{
  switch ((int) field->type)
    {
    case JALON_FIELD_TEXT:
      write_text (writer, field->name, *(JalonText *const *) place);
      break;
    case JALON_FIELD_DATE:
      write_date (writer, field->name, place);
      break;
    case JALON_FIELD_WORD:
      write_string (writer, field->name, jalon_vocabulary_get_nick ((JalonVocabulary) field->detail, *(const int *) place));
      break;
    case JALON_FIELD_LATITUDE:
    case JALON_FIELD_LONGITUDE:
    case JALON_FIELD_RATE:
      write_number (writer, field->name, *(const double *) place);
      break;
    case JALON_FIELD_SECONDS:
      if (*(const double *) place > 0)
        write_number (writer, field->name, *(const double *) place);
      break;
    case JALON_FIELD_ANY_IDS:
      write_any_ids (writer, field->name, *(GPtrArray *const *) place);
      break;
    case JALON_FIELD_CODES:
      write_strings (writer, field->name, *(GPtrArray *const *) place);
      break;
    case JALON_FIELD_CURRENCY:
      write_string (writer, field->name, place);
      break;
    case JALON_FIELD_REFERENCE:
      if (*(JalonRecord *const *) place != NULL)
        write_string (writer, field->name, (*(JalonRecord *const *) place)->id);
      break;
    default:
      write_string (writer, field->name, *(char *const *) place);
      break;
    }
}

static void
write_list (Writer *writer, const JalonField *field)
{
  const GPtrArray *records = jalon_dataset_get_list (writer->dataset, (JalonList) field->detail);
  g_autoptr (GPtrArray) kept = g_ptr_array_new ();

  for (guint i = 0; i < records->len; i++)
    if (writer->kept == NULL || g_hash_table_contains (writer->kept, g_ptr_array_index (records, i)))
      g_ptr_array_add (kept, g_ptr_array_index (records, i));
  write_records (writer, field, jalon_format_get_shape ((JalonList) field->detail), kept);
}

static void
write_parts (Writer *writer, const JalonField *field, const GPtrArray *parts)
{
  g_autoptr (GPtrArray) kept = g_ptr_array_new ();

  for (guint i = 0; i < parts->len; i++)
    if (field->detail != JALON_PART_LINK || is_kept (writer, ((const JalonLink *) g_ptr_array_index (parts, i))->to))
      g_ptr_array_add (kept, g_ptr_array_index (parts, i));
  write_records (writer, field, jalon_format_get_part ((JalonPart) field->detail), kept);
}

static void
write_field (Writer *writer, const JalonField *field, gconstpointer record)
{
  gconstpointer place = (const char *) record + field->offset;

  switch ((int) field->type)
    {
    case JALON_FIELD_CONSTANT:
      write_constant (writer, field->name);
      break;
    case JALON_FIELD_LIST:
      write_list (writer, field);
      break;
    case JALON_FIELD_COUNTS:
      if (!*(const gboolean *) place)
        {
          write_name (writer, field->name);
          g_string_append (writer->text, "false");
        }
      break;
    case JALON_FIELD_REFERENCES:
      write_references (writer, field->name, *(GPtrArray *const *) place);
      break;
    case JALON_FIELD_RECORDS:
      write_parts (writer, field, *(GPtrArray *const *) place);
      break;
    case JALON_FIELD_AMOUNT:
      write_amount (writer, field->name, *(JalonAmount *const *) place);
      break;
    case JALON_FIELD_QUANTITY:
      write_quantity (writer, *(JalonAmount *const *) place);
      break;
    case JALON_FIELD_SERIES:
      write_series (writer, field, record);
      break;
    case JALON_FIELD_ELSEWHERE:
      write_elsewhere (writer, field->name, record);
      break;
    case JALON_FIELD_OVERLAPS:
      write_overlaps (writer, field->name, *(GPtrArray *const *) place);
      break;
    default:
      write_simple (writer, field, place);
      break;
    }
}

static void
write_record (Writer *writer, JalonShape shape, gconstpointer record)
{
  const JalonRecord *base = record;

  g_string_append_c (writer->text, '{');
  for (JalonShape field = shape; field->name != NULL; field++)
    write_field (writer, field, record);
  write_text (writer, "note", base->note);
  write_extras (writer, base->extras);
  g_string_append_c (writer->text, '}');
}

/**
 * jalon_writer_to_bytes:
 * @dataset: a dataset
 *
 * Writes the file format, version 1. What was read is written back with the same meaning, members that this version doesn't
 * know among it; empty lists, and what says no more than the default, are left out.
 *
 * Returns: (transfer full): the file
 */
GBytes *
jalon_writer_to_bytes (JalonDataset *dataset)
{
  Writer writer = { .dataset = dataset, .text = g_string_new (NULL) };

  g_return_val_if_fail (JALON_IS_DATASET (dataset), NULL);
  write_record (&writer, jalon_format_get_head (), jalon_dataset_get_head (dataset));
  return jalon_json_lay_out (writer.text);
}

/* The head of an extract is that of the whole, and says which it is. */
static void
write_extract_head (Writer *writer, const char *about)
{
  const JalonDatasetHead *head = jalon_dataset_get_head (writer->dataset);

  g_string_append_c (writer->text, '{');
  for (JalonShape field = jalon_format_get_head (); field->name != NULL; field++)
    write_field (writer, field, head);
  write_text (writer, "note", head->base.note);
  for (guint i = 0; i < head->base.extras->len; i++)
    {
      const JalonExtra *extra = g_ptr_array_index (head->base.extras, i);

      if (g_str_equal (extra->name, EXTRACT))
        continue;
      write_name (writer, extra->name);
      g_string_append (writer->text, extra->json);
    }
  write_name (writer, EXTRACT);
  g_string_append (writer->text, about);
  g_string_append_c (writer->text, '}');
}

/**
 * jalon_writer_extract_to_bytes:
 * @dataset: a dataset
 * @kept: what jalon_extract_close() found
 * @about: JSON that says what the extract was taken from; written as the outermost object's member `extract`
 *
 * Writes a part of a dataset as a file of its own.
 *
 * Returns: (transfer full): the file
 */
GBytes *
jalon_writer_extract_to_bytes (JalonDataset *dataset, GHashTable *kept, const char *about)
{
  Writer writer = { .dataset = dataset, .text = g_string_new (NULL), .kept = kept };

  g_return_val_if_fail (JALON_IS_DATASET (dataset), NULL);
  write_extract_head (&writer, about);
  return jalon_json_lay_out (writer.text);
}

/**
 * jalon_writer_write_file:
 * @dataset: a dataset
 * @file: where to write it
 * @cancellable: (nullable): a cancellable
 * @error: return location for an error of %G_IO_ERROR
 *
 * Writes the file whole or not at all: a file that is there stays as it was until the new one is complete.
 *
 * Returns: whether it was written
 */
gboolean
jalon_writer_write_file (JalonDataset *dataset, GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (GBytes) bytes = jalon_writer_to_bytes (dataset);
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  return g_file_replace_contents (file, data, length, NULL, FALSE, G_FILE_CREATE_NONE, NULL, cancellable, error);
}
