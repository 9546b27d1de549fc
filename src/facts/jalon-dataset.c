/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "facts/jalon-dataset.h"

#include "facts/jalon-dataset-private.h"

/* What one file says. Filled once by whoever makes it, then never changed: safe to read from any thread. */
struct _JalonDataset
{
  GObject parent_instance;

  /* Owned */
  JalonDatasetHead head;
  GPtrArray *lists[JALON_N_LISTS];
  GHashTable *by_id[JALON_N_LISTS]; /* the id is the record's own */
};

G_DEFINE_FINAL_TYPE (JalonDataset, jalon_dataset, G_TYPE_OBJECT)

static const GDestroyNotify free_record[JALON_N_LISTS] = {
  [JALON_LIST_SOURCES] = (GDestroyNotify) jalon_source_free,
  [JALON_LIST_PLACES] = (GDestroyNotify) jalon_place_free,
  [JALON_LIST_TERRITORIES] = (GDestroyNotify) jalon_territory_free,
  [JALON_LIST_ORGANISATIONS] = (GDestroyNotify) jalon_organisation_free,
  [JALON_LIST_EVENTS] = (GDestroyNotify) jalon_event_free,
  [JALON_LIST_PROJECTS] = (GDestroyNotify) jalon_project_free,
  [JALON_LIST_INDICATORS] = (GDestroyNotify) jalon_indicator_free,
  [JALON_LIST_RATES] = (GDestroyNotify) jalon_rate_free,
  [JALON_LIST_DISPUTES] = (GDestroyNotify) jalon_dispute_free,
  [JALON_LIST_STORY] = (GDestroyNotify) jalon_story_step_free,
};

static void
jalon_dataset_finalize (GObject *object)
{
  JalonDataset *self = JALON_DATASET (object);

  for (int list = 0; list < JALON_N_LISTS; list++)
    {
      g_hash_table_unref (self->by_id[list]);
      g_ptr_array_unref (self->lists[list]);
    }
  jalon_text_free (self->head.title);
  jalon_text_free (self->head.subtitle);
  g_free (self->head.digest);
  jalon_record_clear (&self->head.base);
  G_OBJECT_CLASS (jalon_dataset_parent_class)->finalize (object);
}

static void
jalon_dataset_class_init (JalonDatasetClass *class)
{
  G_OBJECT_CLASS (class)->finalize = jalon_dataset_finalize;
}

static void
jalon_dataset_init (JalonDataset *self)
{
  self->head.base.extras = jalon_extras_empty ();
  g_strlcpy (self->head.currency, "EUR", sizeof self->head.currency);
  for (int list = 0; list < JALON_N_LISTS; list++)
    {
      self->lists[list] = g_ptr_array_new_with_free_func (free_record[list]);
      self->by_id[list] = g_hash_table_new (g_str_hash, g_str_equal);
    }
}

/**
 * jalon_dataset_new:
 *
 * Returns: (transfer full): an empty dataset in euros, to be filled before anybody else sees it
 */
JalonDataset *
jalon_dataset_new (void)
{
  return g_object_new (JALON_TYPE_DATASET, NULL);
}

/**
 * jalon_dataset_get_head:
 * @self: a dataset in the making
 *
 * Returns: (transfer none): its title, currency and the like, to be filled
 */
JalonDatasetHead *
jalon_dataset_get_head (JalonDataset *self)
{
  return &self->head;
}

/**
 * jalon_dataset_add:
 * @self: a dataset in the making
 * @list: which list
 * @record: (transfer full): a record of that list, with its id
 *
 * Puts it last in the list and numbers it.
 *
 * Returns: %FALSE if the list has that id already: the record is in the list all the same, but not found by its id
 */
gboolean
jalon_dataset_add (JalonDataset *self, JalonList list, gpointer record)
{
  JalonRecord *base = record;
  char *id = list == JALON_LIST_RATES ? ((JalonRate *) record)->currency : base->id;

  base->index = self->lists[list]->len;
  g_ptr_array_add (self->lists[list], record);
  if (id == NULL || id[0] == '\0')
    return TRUE;
  if (g_hash_table_contains (self->by_id[list], id))
    return FALSE;
  g_hash_table_insert (self->by_id[list], id, record);
  return TRUE;
}

/**
 * jalon_dataset_index_rates:
 * @self: a dataset in the making
 *
 * Makes rates found by their currency that were added before they had one.
 */
void
jalon_dataset_index_rates (JalonDataset *self)
{
  GPtrArray *rates = self->lists[JALON_LIST_RATES];

  for (guint i = 0; i < rates->len; i++)
    {
      JalonRate *rate = g_ptr_array_index (rates, i);

      g_hash_table_insert (self->by_id[JALON_LIST_RATES], rate->currency, rate);
    }
}

/**
 * jalon_dataset_find:
 * @self: a dataset in the making
 * @list: which list
 * @id: an id
 *
 * Returns: (nullable) (transfer none): the record, to be filled
 */
gpointer
jalon_dataset_find (JalonDataset *self, JalonList list, const char *id)
{
  return g_hash_table_lookup (self->by_id[list], id);
}

/**
 * jalon_dataset_get_list:
 * @self: a dataset
 * @list: which list
 *
 * Returns: (transfer none): its records, in the order of the file
 */
const GPtrArray *
jalon_dataset_get_list (JalonDataset *self, JalonList list)
{
  g_return_val_if_fail (JALON_IS_DATASET (self) && list < JALON_N_LISTS, NULL);
  return self->lists[list];
}

/**
 * jalon_dataset_lookup:
 * @self: a dataset
 * @list: which list; rates are found by their currency, disputes and the story not at all
 * @id: (nullable): an id
 *
 * Returns: (nullable) (transfer none): the record with that id
 */
gconstpointer
jalon_dataset_lookup (JalonDataset *self, JalonList list, const char *id)
{
  g_return_val_if_fail (JALON_IS_DATASET (self) && list < JALON_N_LISTS, NULL);
  return id == NULL ? NULL : jalon_dataset_find (self, list, id);
}

/**
 * jalon_dataset_get_projects:
 * @self: a dataset
 *
 * Returns: (transfer none) (element-type JalonProject): its projects, in the order of the file
 */
const GPtrArray *
jalon_dataset_get_projects (JalonDataset *self)
{
  return jalon_dataset_get_list (self, JALON_LIST_PROJECTS);
}

/**
 * jalon_dataset_get_project:
 * @self: a dataset
 * @id: (nullable): an id
 *
 * Returns: (nullable) (transfer none): the project with that id
 */
const JalonProject *
jalon_dataset_get_project (JalonDataset *self, const char *id)
{
  return jalon_dataset_lookup (self, JALON_LIST_PROJECTS, id);
}

/**
 * jalon_dataset_get_title:
 * @self: a dataset
 *
 * Returns: (nullable) (transfer none): its title; a file that was read has one
 */
const JalonText *
jalon_dataset_get_title (JalonDataset *self)
{
  return self->head.title;
}

/**
 * jalon_dataset_get_subtitle:
 * @self: a dataset
 *
 * Returns: (nullable) (transfer none): its subtitle
 */
const JalonText *
jalon_dataset_get_subtitle (JalonDataset *self)
{
  return self->head.subtitle;
}

/**
 * jalon_dataset_get_note:
 * @self: a dataset
 *
 * Returns: (nullable) (transfer none): the note on the dataset as a whole
 */
const JalonText *
jalon_dataset_get_note (JalonDataset *self)
{
  return self->head.base.note;
}

/**
 * jalon_dataset_get_updated:
 * @self: a dataset
 *
 * Returns: (transfer none): up to when it is; perhaps no date
 */
const JalonDate *
jalon_dataset_get_updated (JalonDataset *self)
{
  return &self->head.updated;
}

/**
 * jalon_dataset_get_currency:
 * @self: a dataset
 *
 * Returns: (transfer none): the ISO 4217 code of the currency its sums are in
 */
const char *
jalon_dataset_get_currency (JalonDataset *self)
{
  return self->head.currency;
}

/**
 * jalon_dataset_get_focus:
 * @self: a dataset
 *
 * Returns: (nullable) (transfer none): the territory that the window opens on; %NULL: the whole
 */
const JalonTerritory *
jalon_dataset_get_focus (JalonDataset *self)
{
  return self->head.focus;
}

/**
 * jalon_dataset_get_digest:
 * @self: a dataset
 *
 * Returns: (nullable): the SHA-256 of the file it was read from, in hexadecimal; %NULL if it was read from none
 */
const char *
jalon_dataset_get_digest (JalonDataset *self)
{
  return self->head.digest;
}

/**
 * jalon_dataset_get_extras:
 * @self: a dataset
 *
 * Returns: (transfer none) (element-type JalonExtra): members of the outermost object that this version does not know
 */
const GPtrArray *
jalon_dataset_get_extras (JalonDataset *self)
{
  return self->head.base.extras;
}
