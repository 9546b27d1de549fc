/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "export/jalon-geojson.h"

#include "export/jalon-row.h"
#include "words/jalon-words.h"

static JsonArray *
get_position (const JalonPlace *place)
{
  JsonArray *position = json_array_sized_new (2);

  json_array_add_double_element (position, place->lon);
  json_array_add_double_element (position, place->lat);
  return position;
}

/* One place is a point, several are one geometry of several points, none is null: nothing gets a false point. */
static void
add_geometry (JsonObject *feature, const GPtrArray *places)
{
  JsonObject *geometry = json_object_new ();
  JsonArray *points;

  if (places->len == 0)
    {
      json_object_unref (geometry);
      json_object_set_null_member (feature, "geometry");
      return;
    }
  json_object_set_string_member (geometry, "type", places->len == 1 ? "Point" : "MultiPoint");
  points = places->len == 1 ? get_position (g_ptr_array_index (places, 0)) : json_array_sized_new (places->len);
  for (guint i = 0; places->len > 1 && i < places->len; i++)
    json_array_add_array_element (points, get_position (g_ptr_array_index (places, i)));
  json_object_set_array_member (geometry, "coordinates", points);
  json_object_set_object_member (feature, "geometry", geometry);
}

/* Takes the properties. */
static void
add_feature (JsonArray *features, const char *type, const char *id, const GPtrArray *places, JsonObject *properties)
{
  JsonObject *feature = json_object_new ();

  json_object_set_string_member (feature, "type", "Feature");
  jalon_row_take_text (feature, "id", g_strconcat (type, "/", id, NULL));
  json_object_set_string_member (properties, "type", type);
  add_geometry (feature, places);
  json_object_set_object_member (feature, "properties", properties);
  json_array_add_object_element (features, feature);
}

static JsonObject *
describe_place (const JalonPlace *place, const JalonLanguage *language)
{
  JsonObject *row = json_object_new ();

  jalon_row_set_text (row, "id", place->base.id);
  jalon_row_set_text (row, "title", jalon_words_text (language, place->name));
  jalon_row_set_text (row, "precision", jalon_vocabulary_get_nick (JALON_VOCABULARY_PRECISION, (int) place->precision));
  jalon_row_set_text (row, "precision_label", jalon_words_precision (language, place->precision));
  jalon_row_set_text (row, "within", place->within != NULL ? place->within->base.id : NULL);
  jalon_row_set_text (row, "department", jalon_place_get_department (place));
  jalon_row_set_text (row, "region", jalon_place_get_region (place));
  jalon_row_set_text (row, "country", jalon_place_get_country (place));
  return row;
}

static void
add_places (JsonArray *features, const JalonFigures *figures, const JalonLanguage *language)
{
  const GPtrArray *all = jalon_dataset_get_list (jalon_figures_get_dataset (figures), JALON_LIST_PLACES);
  g_autoptr (GHashTable) used = g_hash_table_new (g_direct_hash, g_direct_equal);

  for (guint i = 0; i < jalon_figures_get_n_shares (figures); i++)
    {
      const GPtrArray *at = jalon_figures_get_share (figures, i)->project->at;

      for (guint j = 0; j < at->len; j++)
        for (const JalonPlace *place = g_ptr_array_index (at, j); place != NULL; place = place->within)
          g_hash_table_add (used, (gpointer) place);
    }
  for (guint i = 0; i < all->len; i++)
    {
      const JalonPlace *place = g_ptr_array_index (all, i);
      g_autoptr (GPtrArray) alone = g_ptr_array_new ();

      g_ptr_array_add (alone, (gpointer) place);
      if (g_hash_table_contains (used, place))
        add_feature (features, "place", place->base.id, alone, describe_place (place, language));
    }
}

static void
add_sum (JsonObject *object, const char *name, const JalonSum *sum)
{
  JsonObject *bounds = json_object_new ();

  jalon_row_set_number (bounds, "firm", sum->firm);
  jalon_row_set_number (bounds, "ceiling", sum->ceiling);
  json_object_set_object_member (object, name, bounds);
}

static JsonObject *
describe_collection (const JalonFigures *figures, const JalonAbout *about, const JalonLanguage *language)
{
  JsonObject *object = json_object_new ();
  JalonSum total = jalon_figures_get_total (figures);
  JalonSum shared = jalon_figures_get_shared (figures);

  jalon_row_set_text (object, "dataset", about->title);
  jalon_row_set_text (object, "filters", about->filters);
  jalon_row_set_text (object, "filter_codes", about->filter_codes);
  jalon_row_set_text (object, "as_of", about->as_of);
  jalon_row_set_text (object, "currency", jalon_dataset_get_currency (jalon_figures_get_dataset (figures)));
  add_sum (object, "total", &total);
  json_object_set_boolean_member (object, "total_open", total.open);
  jalon_row_set_text (object, "total_label", about->total);
  add_sum (object, "shared", &shared);
  jalon_row_set_number (object, "firm_unshared", jalon_figures_get_firm_unshared (figures));
  jalon_row_set_text (object, "left_out", about->left_out);
  jalon_row_take_text (object, "sources", jalon_about_write_sources (about, language, "; "));
  jalon_row_set_text (object, "language", about->language);
  jalon_row_set_text (object, "sha256", about->digest);
  jalon_row_set_text (object, "generator", about->generator);
  return object;
}

/**
 * jalon_geojson_write:
 * @language: of texts and labels
 *
 * Writes the figures as GeoJSON (RFC 7946): a feature for each selected project, with the properties of a row of the CSV, and one
 * for each place of theirs. A project of several places is a MultiPoint, one without a place has no geometry. What the file says
 * of itself is the foreign member `jalon`; the `counted_…` of the projects add up to its total less `shared`, plus `firm_unshared`.
 *
 * Returns: (transfer full): the file
 */
GBytes *
jalon_geojson_write (const JalonFigures *figures, const JalonAbout *about, const JalonLanguage *language)
{
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autoptr (JsonNode) root = json_node_new (JSON_NODE_OBJECT);
  JsonObject *collection = json_object_new ();
  JsonArray *features = json_array_new ();
  char *text;
  gsize length;

  json_object_set_string_member (collection, "type", "FeatureCollection");
  json_object_set_object_member (collection, "jalon", describe_collection (figures, about, language));
  for (guint i = 0; i < jalon_figures_get_n_shares (figures); i++)
    {
      const JalonShare *share = jalon_figures_get_share (figures, i);

      add_feature (features, "project", share->project->base.id, share->project->at, jalon_row_new (figures, language, share));
    }
  add_places (features, figures, language);
  json_object_set_array_member (collection, "features", features);
  json_node_take_object (root, collection);
  json_generator_set_root (generator, root);
  json_generator_set_pretty (generator, TRUE);
  text = json_generator_to_data (generator, &length);
  return g_bytes_new_take (text, length);
}
