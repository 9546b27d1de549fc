/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "scenes/jalon-map-tint.h"

static void
add (GStrvBuilder *codes, GHashTable *seen, const char *code)
{
  if (g_hash_table_add (seen, g_strdup (code)))
    g_strv_builder_add (codes, code);
}

/* A department is said by its country's own code: the country is that of the places in it. */
static void
add_department (GStrvBuilder *codes, GHashTable *seen, JalonDataset *dataset, const char *department)
{
  const GPtrArray *places = jalon_dataset_get_list (dataset, JALON_LIST_PLACES);

  for (guint i = 0; i < places->len; i++)
    {
      const JalonPlace *place = g_ptr_array_index (places, i);
      const char *country = jalon_place_get_country (place);
      g_autofree char *code = NULL;

      if (country == NULL || g_strcmp0 (jalon_place_get_department (place), department) != 0)
        continue;
      code = g_strdup_printf ("%s-%s", country, department);
      add (codes, seen, code);
    }
}

static void
add_territory (GStrvBuilder *codes, GHashTable *seen, JalonDataset *dataset, const JalonTerritory *territory)
{
  if (territory == NULL)
    return;
  for (guint i = 0; i < territory->regions->len; i++)
    add (codes, seen, g_ptr_array_index (territory->regions, i));
  for (guint i = 0; i < territory->departments->len; i++)
    add_department (codes, seen, dataset, g_ptr_array_index (territory->departments, i));
}

static gboolean
has_values (const char *const *values)
{
  return values != NULL && values[0] != NULL;
}

static void
add_value (GStrvBuilder *codes, GHashTable *seen, JalonDataset *dataset, JalonKey key, const char *value)
{
  if (g_str_equal (value, JALON_VALUE_NONE) || g_str_equal (value, JALON_VALUE_SEVERAL))
    return;
  if (key == JALON_KEY_TERRITORY)
    add_territory (codes, seen, dataset, jalon_dataset_lookup (dataset, JALON_LIST_TERRITORIES, value));
  else if (key == JALON_KEY_DEPARTMENT)
    add_department (codes, seen, dataset, value);
  else
    add (codes, seen, value);
}

/**
 * jalon_map_tint_list:
 * @dataset: (nullable): the facts
 * @query: what is asked
 *
 * Lists what a map tints: the regions and departments that are filtered by, by themselves or as territories, else those of the
 * dataset's focus.
 *
 * Returns: (transfer full) (array zero-terminated=1): codes of ISO 3166-2, each once
 */
char **
jalon_map_tint_list (JalonDataset *dataset, JalonQuery *query)
{
  static const JalonKey keys[] = { JALON_KEY_TERRITORY, JALON_KEY_REGION, JALON_KEY_DEPARTMENT };
  g_autoptr (GStrvBuilder) codes = g_strv_builder_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gboolean asked = FALSE;

  for (guint i = 0; dataset != NULL && i < G_N_ELEMENTS (keys); i++)
    {
      const char *const *values = jalon_query_get_values (query, keys[i]);

      asked = asked || has_values (values);
      for (guint j = 0; values != NULL && values[j] != NULL; j++)
        add_value (codes, seen, dataset, keys[i], values[j]);
    }
  if (dataset != NULL && !asked)
    add_territory (codes, seen, dataset, jalon_dataset_get_focus (dataset));
  return g_strv_builder_end (codes);
}
