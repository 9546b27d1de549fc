/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "figures/jalon-index.h"

#include <math.h>

#include "figures/jalon-search.h"

static gboolean
is_aside (const JalonAnnouncement *announcement)
{
  return announcement->act == JALON_ACT_NOTES || announcement->act == JALON_ACT_REPORTS;
}

static int
compare_dated (gconstpointer a, gconstpointer b)
{
  const JalonDated *one = a;
  const JalonDated *other = b;

  if (one->first_day != other->first_day)
    return one->first_day < other->first_day ? -1 : 1;
  return one->announcement->base.index < other->announcement->base.index ? -1 : 1;
}

static JalonDated
date_announcement (const JalonAnnouncement *announcement)
{
  return (JalonDated){ announcement, jalon_date_get_first_day (&announcement->date),
                       jalon_date_get_last_day (&announcement->date) };
}

/* Rule 1: reports and notes do not count, unless there is nothing else: then the first of them gives the date. */
static void
add_dated (JalonIndex *self, guint project)
{
  const GPtrArray *announcements = jalon_index_get_project (self, project)->announcements;
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (JalonDated));
  gboolean only_asides = TRUE;

  for (guint i = 0; i < announcements->len; i++)
    only_asides = only_asides && is_aside (g_ptr_array_index (announcements, i));
  for (guint i = 0; i < announcements->len; i++)
    if (only_asides || !is_aside (g_ptr_array_index (announcements, i)))
      {
        JalonDated dated = date_announcement (g_ptr_array_index (announcements, i));
        g_array_append_val (found, dated);
      }
  g_array_sort (found, compare_dated);
  if (only_asides && found->len > 1)
    g_array_set_size (found, 1);
  self->only_asides[project] = only_asides;
  g_array_append_vals (self->dated, found->data, found->len);
  self->first_dated[project + 1] = self->dated->len;
}

static void
sort_by_depth (JalonIndex *self)
{
  guint n = 0;

  for (guint i = 0; i < self->n_projects; i++)
    if (jalon_index_get_whole (self, i) < 0)
      self->by_depth[n++] = i;
  for (guint i = 0; i < n; i++)
    {
      guint whole = self->by_depth[i];
      for (guint j = self->first_part[whole]; j < self->first_part[whole + 1]; j++)
        self->by_depth[n++] = self->parts[j];
    }
}

static void
add_parts (JalonIndex *self)
{
  g_autofree guint *next = g_new0 (guint, self->n_projects + 1);

  for (guint i = 0; i < self->n_projects; i++)
    if (jalon_index_get_whole (self, i) >= 0)
      self->first_part[jalon_index_get_whole (self, i) + 1]++;
  for (guint i = 0; i < self->n_projects; i++)
    self->first_part[i + 1] += self->first_part[i];
  memcpy (next, self->first_part, (self->n_projects + 1) * sizeof (guint));
  for (guint i = 0; i < self->n_projects; i++)
    if (jalon_index_get_whole (self, i) >= 0)
      self->parts[next[jalon_index_get_whole (self, i)]++] = i;
}

static int
compare_pairs (gconstpointer a, gconstpointer b)
{
  const JalonPair *one = a;
  const JalonPair *other = b;

  if (one->a != other->a)
    return one->a < other->a ? -1 : 1;
  if (one->b != other->b)
    return one->b < other->b ? -1 : 1;
  return one->at_most < other->at_most ? -1 : one->at_most > other->at_most;
}

/* The same two declared again, from either end: one overlap, of which the least bound holds. */
static void
drop_repeated_pairs (GArray *pairs)
{
  guint n = 0;

  g_array_sort (pairs, compare_pairs);
  for (guint i = 0; i < pairs->len; i++)
    {
      JalonPair pair = g_array_index (pairs, JalonPair, i);
      JalonPair *last = n > 0 ? &g_array_index (pairs, JalonPair, n - 1) : NULL;

      if (!last || last->a != pair.a || last->b != pair.b)
        g_array_index (pairs, JalonPair, n++) = pair;
    }
  g_array_set_size (pairs, n);
}

static void
add_pairs (JalonIndex *self)
{
  for (guint i = 0; i < self->n_projects; i++)
    {
      const GPtrArray *overlaps = jalon_index_get_project (self, i)->overlaps;
      for (guint j = 0; j < overlaps->len; j++)
        {
          const JalonOverlap *overlap = g_ptr_array_index (overlaps, j);
          guint other = overlap->project->base.index;
          JalonPair pair = { MIN (i, other), MAX (i, other), isnan (overlap->at_most) ? INFINITY : overlap->at_most };

          if (i != other)
            g_array_append_val (self->pairs, pair);
        }
    }
  drop_repeated_pairs (self->pairs);
}

static char *
code_name (JalonKey key, const char *value)
{
  return g_strconcat (jalon_key_get_nick (key), "/", value, NULL);
}

static void
add_holder (JalonIndex *self, JalonKey key, const char *value, const JalonTerritory *territory)
{
  g_autofree char *name = code_name (key, value);
  GPtrArray *holders = g_hash_table_lookup (self->territories, name);

  if (!holders)
    {
      holders = g_ptr_array_new ();
      g_hash_table_insert (self->territories, g_steal_pointer (&name), holders);
    }
  g_ptr_array_add (holders, (gpointer) territory);
}

static void
add_code (JalonIndex *self, JalonKey key, const char *value)
{
  if (value)
    g_hash_table_add (self->codes, code_name (key, value));
}

/* The same code may be one of several countries. */
static void
note_country (JalonIndex *self, const char *department, const char *country)
{
  const char *other = g_hash_table_lookup (self->countries, department);

  if (!other)
    g_hash_table_insert (self->countries, g_strdup (department), (gpointer) g_intern_string (country));
  else if (!g_str_equal (other, country))
    g_hash_table_insert (self->countries, g_strdup (department), (gpointer) "");
}

static void
add_codes (JalonIndex *self, const char *department, const char *region, const char *country)
{
  if (!country)
    country = jalon_country_of_region (region);
  if (department && country)
    note_country (self, department, country);
  add_code (self, JALON_KEY_DEPARTMENT, department);
  add_code (self, JALON_KEY_REGION, region);
  add_code (self, JALON_KEY_COUNTRY, country);
}

static void
add_territories (JalonIndex *self)
{
  const GPtrArray *list = jalon_dataset_get_list (self->dataset, JALON_LIST_TERRITORIES);

  for (guint i = 0; i < list->len; i++)
    {
      const JalonTerritory *territory = g_ptr_array_index (list, i);
      for (guint j = 0; j < territory->regions->len; j++)
        {
          add_holder (self, JALON_KEY_REGION, g_ptr_array_index (territory->regions, j), territory);
          add_codes (self, NULL, g_ptr_array_index (territory->regions, j), NULL);
        }
      for (guint j = 0; j < territory->departments->len; j++)
        {
          add_holder (self, JALON_KEY_DEPARTMENT, g_ptr_array_index (territory->departments, j), territory);
          add_code (self, JALON_KEY_DEPARTMENT, g_ptr_array_index (territory->departments, j));
        }
      for (guint j = 0; j < territory->places->len; j++)
        {
          const JalonPlace *place = g_ptr_array_index (territory->places, j);
          add_holder (self, JALON_KEY_PLACE, place->base.id, territory);
        }
    }
}

static void
collect_codes (JalonIndex *self)
{
  const GPtrArray *places = jalon_dataset_get_list (self->dataset, JALON_LIST_PLACES);

  for (guint i = 0; i < places->len; i++)
    {
      const JalonPlace *place = g_ptr_array_index (places, i);
      add_codes (self, place->department, place->region, place->country);
    }
  for (guint i = 0; i < self->n_projects; i++)
    {
      const JalonProject *project = jalon_index_get_project (self, i);
      add_codes (self, project->department, project->region, project->country);
      for (guint j = 0; j < project->elsewhere_in->len; j++)
        {
          const char *code = g_ptr_array_index (project->elsewhere_in, j);
          if (strchr (code, '-'))
            add_codes (self, NULL, code, NULL);
          else
            add_codes (self, NULL, NULL, code);
        }
    }
}

static JalonIndex *
index_new (JalonDataset *dataset)
{
  JalonIndex *self = g_new0 (JalonIndex, 1);
  guint n;

  self->dataset = dataset;
  self->projects = jalon_dataset_get_projects (dataset);
  n = self->n_projects = self->projects->len;
  self->dated = g_array_sized_new (FALSE, FALSE, sizeof (JalonDated), n);
  self->first_dated = g_new0 (guint, n + 1);
  self->only_asides = g_new0 (gboolean, n + 1);
  self->by_depth = g_new0 (guint, n + 1);
  self->parts = g_new0 (guint, n + 1);
  self->first_part = g_new0 (guint, n + 1);
  self->pairs = g_array_new (FALSE, FALSE, sizeof (JalonPair));
  self->territories = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  self->countries = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->codes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < n; i++)
    add_dated (self, i);
  add_parts (self);
  sort_by_depth (self);
  add_pairs (self);
  add_territories (self);
  collect_codes (self);
  return self;
}

static void
index_free (gpointer data)
{
  JalonIndex *self = data;

  g_array_unref (self->dated);
  g_free (self->first_dated);
  g_free (self->only_asides);
  g_free (self->by_depth);
  g_free (self->parts);
  g_free (self->first_part);
  g_array_unref (self->pairs);
  g_hash_table_unref (self->territories);
  g_hash_table_unref (self->codes);
  g_hash_table_unref (self->countries);
  jalon_search_free_words (self->words, self->n_projects);
  g_free (self);
}

/**
 * jalon_index_get:
 *
 * Returns: (transfer none): the index of the dataset, made the first time; safe to call from several threads
 */
const JalonIndex *
jalon_index_get (JalonDataset *dataset)
{
  static GMutex mutex;
  GQuark quark = g_quark_from_static_string ("jalon-index");
  JalonIndex *self;

  g_mutex_lock (&mutex);
  self = g_object_get_qdata (G_OBJECT (dataset), quark);
  if (!self)
    {
      self = index_new (dataset);
      g_object_set_qdata_full (G_OBJECT (dataset), quark, self, index_free);
    }
  g_mutex_unlock (&mutex);
  return self;
}

/**
 * jalon_index_get_project:
 * @project: its place in the file
 *
 * Returns: (transfer none): the record
 */
const JalonProject *
jalon_index_get_project (const JalonIndex *self, guint project)
{
  return g_ptr_array_index (self->projects, project);
}

/**
 * jalon_index_get_whole:
 *
 * Returns: the index of what the project is part of, or -1
 */
int
jalon_index_get_whole (const JalonIndex *self, guint project)
{
  const JalonProject *whole = jalon_index_get_project (self, project)->part_of;

  return whole ? (int) whole->base.index : -1;
}

/**
 * jalon_index_get_territories:
 * @key: %JALON_KEY_PLACE, %JALON_KEY_DEPARTMENT or %JALON_KEY_REGION
 * @value: (nullable): a value of the key
 *
 * Returns: (transfer none) (nullable) (element-type JalonTerritory): the territories that name the value
 */
const GPtrArray *
jalon_index_get_territories (const JalonIndex *self, JalonKey key, const char *value)
{
  g_autofree char *name = NULL;

  if (!value || g_hash_table_size (self->territories) == 0)
    return NULL;
  name = code_name (key, value);
  return g_hash_table_lookup (self->territories, name);
}

/**
 * jalon_index_has_code:
 * @key: %JALON_KEY_DEPARTMENT, %JALON_KEY_REGION or %JALON_KEY_COUNTRY
 *
 * Returns: whether any record of the file has this value
 */
gboolean
jalon_index_has_code (const JalonIndex *self, JalonKey key, const char *code)
{
  g_autofree char *name = code_name (key, code);

  return g_hash_table_contains (self->codes, name);
}

/**
 * jalon_index_get_country:
 * @department: a value of that key
 *
 * Returns: (transfer none) (nullable): the ISO 3166-1 code of the country that the file's records of the department are in; %NULL where
 *   they don't say, or there are several
 */
const char *
jalon_index_get_country (const JalonIndex *self, const char *department)
{
  const char *country = g_hash_table_lookup (self->countries, department);

  return country && *country ? country : NULL;
}

/**
 * jalon_country_of_region:
 * @region: (nullable): an ISO 3166-2 code
 *
 * Returns: (nullable): its first two letters, the ISO 3166-1 code of the country; lives for ever
 */
const char *
jalon_country_of_region (const char *region)
{
  char country[3] = { 0 };

  if (!region || strlen (region) < 2)
    return NULL;
  memcpy (country, region, 2);
  return g_intern_string (country);
}
