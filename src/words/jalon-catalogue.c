/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "words/jalon-catalogue.h"

#include <string.h>

/* The GNU MO format (gettext manual, "The Format of GNU MO Files"): seven 32-bit words, then two tables of (length,
 * offset), one for the messages and one for their translations, in either byte order. Its own hash table is not used.
 */
#define MO_MAGIC 0x950412deU
#define MO_HEADER_SIZE 28
#define MO_ENTRY_SIZE 8
#define CONTEXT_END "\004"

/* A translation: its plural forms, one after the other, each ended by a NUL. */
typedef struct
{
  const char *forms;
  gsize size; /* with the last NUL */
} Translation;

struct _JalonCatalogue
{
  GBytes *mo;          /* owned; all text below lies in it */
  GHashTable *entries; /* owned: message, with its context before CONTEXT_END if it has one → Translation */
};

typedef struct
{
  const char *data;
  gsize size;
  gboolean swapped;
} Mo;

G_DEFINE_QUARK (jalon-catalogue-error-quark, jalon_catalogue_error)

static guint32
read_word (const Mo *mo, gsize offset)
{
  guint32 word;

  memcpy (&word, mo->data + offset, sizeof word);
  return mo->swapped ? GUINT32_SWAP_LE_BE (word) : word;
}

/* The string that entry `index` of the table at `table` points to; NULL if it isn't wholly in the file, NUL-ended
 * UTF-8. */
static const char *
read_string (const Mo *mo, gsize table, gsize index, gsize *size)
{
  gsize length = read_word (mo, table + index * MO_ENTRY_SIZE);
  gsize offset = read_word (mo, table + index * MO_ENTRY_SIZE + 4);

  if (offset >= mo->size || length >= mo->size - offset || mo->data[offset + length] != '\0')
    return NULL;
  for (gsize i = 0; i <= length; i += strlen (mo->data + offset + i) + 1)
    if (!g_utf8_validate (mo->data + offset + i, -1, NULL))
      return NULL;
  *size = length + 1;
  return mo->data + offset;
}

static gboolean
table_fits (const Mo *mo, gsize table, gsize n_entries)
{
  return table <= mo->size && n_entries <= (mo->size - table) / MO_ENTRY_SIZE;
}

static gboolean
read_entries (const Mo *mo, GHashTable *entries)
{
  gsize n_entries = read_word (mo, 8);
  gsize messages = read_word (mo, 12);
  gsize translations = read_word (mo, 16);

  if (!table_fits (mo, messages, n_entries) || !table_fits (mo, translations, n_entries))
    return FALSE;
  for (gsize i = 0; i < n_entries; i++)
    {
      g_autofree Translation *translation = g_new0 (Translation, 1);
      gsize size;
      const char *message = read_string (mo, messages, i, &size);

      translation->forms = read_string (mo, translations, i, &translation->size);
      if (message == NULL || translation->forms == NULL)
        return FALSE;
      /* The header is the translation of "". */
      if (*message != '\0')
        g_hash_table_insert (entries, (gpointer) message, g_steal_pointer (&translation));
    }
  return TRUE;
}

static gboolean
read_header (Mo *mo)
{
  if (mo->size < MO_HEADER_SIZE)
    return FALSE;
  mo->swapped = read_word (mo, 0) != MO_MAGIC;
  /* Revision 0 only: 1 has parts that depend on the system. */
  return read_word (mo, 0) == MO_MAGIC && read_word (mo, 4) == 0;
}

/**
 * jalon_catalogue_new:
 * @mo: a compiled catalogue in the GNU MO format, of either byte order, in UTF-8
 * @error: return location for a %JALON_CATALOGUE_ERROR
 *
 * Reads a compiled catalogue. It is taken whole or not at all.
 *
 * Returns: (transfer full) (nullable): the catalogue, or %NULL if @mo is damaged
 */
JalonCatalogue *
jalon_catalogue_new (GBytes *mo, GError **error)
{
  g_autoptr (JalonCatalogue) self = NULL;
  Mo file = { 0 };

  g_return_val_if_fail (mo != NULL, NULL);

  file.data = g_bytes_get_data (mo, &file.size);
  self = g_new0 (JalonCatalogue, 1);
  self->mo = g_bytes_ref (mo);
  self->entries = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  if (!read_header (&file) || !read_entries (&file, self->entries))
    {
      g_set_error_literal (error, JALON_CATALOGUE_ERROR, JALON_CATALOGUE_ERROR_DAMAGED,
                           "The catalogue of translations is damaged");
      return NULL;
    }
  return g_steal_pointer (&self);
}

void
jalon_catalogue_free (JalonCatalogue *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->entries);
  g_bytes_unref (self->mo);
  g_free (self);
}

/**
 * jalon_catalogue_lookup:
 * @self: a catalogue
 * @context: (nullable): the context of the message
 * @message: the source string; the singular one of a message with plural forms
 * @form: which of its plural forms, from 0; the last there is if it has fewer
 *
 * Returns: (nullable) (transfer none): the translation, which lives as long as @self; %NULL if there is none
 */
const char *
jalon_catalogue_lookup (const JalonCatalogue *self, const char *context, const char *message, guint form)
{
  g_autofree char *key = context != NULL ? g_strconcat (context, CONTEXT_END, message, NULL) : NULL;
  const Translation *translation = g_hash_table_lookup (self->entries, key != NULL ? key : message);
  const char *string;

  if (translation == NULL)
    return NULL;
  string = translation->forms;
  for (; form > 0; form--)
    {
      const char *next = string + strlen (string) + 1;
      if (next >= translation->forms + translation->size)
        break;
      string = next;
    }
  return *string != '\0' ? string : NULL;
}
