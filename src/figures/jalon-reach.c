/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "figures/jalon-reach.h"

static void
add_place (const JalonPlace *place, GArray *grounds)
{
  JalonGround ground = { place, jalon_place_get_department (place), jalon_place_get_region (place),
                         jalon_place_get_country (place) };

  if (!ground.country)
    ground.country = jalon_country_of_region (ground.region);
  g_array_append_val (grounds, ground);
}

static void
add_elsewhere (const JalonProject *project, GArray *grounds)
{
  for (guint i = 0; i < project->elsewhere_in->len; i++)
    {
      const char *code = g_ptr_array_index (project->elsewhere_in, i);
      gboolean is_region = strchr (code, '-') != NULL;
      JalonGround ground = { .region = is_region ? code : NULL,
                             .country = is_region ? jalon_country_of_region (code) : code };
      g_array_append_val (grounds, ground);
    }
  if (project->elsewhere && project->elsewhere_in->len == 0)
    {
      JalonGround unknown = { 0 };
      g_array_append_val (grounds, unknown);
    }
}

/**
 * jalon_reach_new:
 *
 * Returns: (transfer full) (element-type JalonGround): an empty list of grounds, to be filled again and again
 */
GArray *
jalon_reach_new (void)
{
  return g_array_new (FALSE, FALSE, sizeof (JalonGround));
}

/**
 * jalon_reach_collect_places:
 *
 * Fills @grounds with the project's places, whatever its amount covers.
 */
void
jalon_reach_collect_places (const JalonProject *project, GArray *grounds)
{
  g_array_set_size (grounds, 0);
  for (guint i = 0; i < project->at->len; i++)
    add_place (g_ptr_array_index (project->at, i), grounds);
}

/**
 * jalon_reach_collect:
 * @scope: of the amount
 *
 * Fills @grounds with the grounds that an amount of the scope covers (rule 3); there is always at least one.
 */
void
jalon_reach_collect (const JalonProject *project, JalonScope scope, GArray *grounds)
{
  const char *country = project->country ? project->country : jalon_country_of_region (project->region);
  JalonGround area = { NULL, project->department, project->region, country };
  JalonGround land = { NULL, NULL, NULL, country };
  JalonGround unknown = { 0 };

  g_array_set_size (grounds, 0);
  if (scope == JALON_SCOPE_SITE || scope == JALON_SCOPE_SITES)
    {
      jalon_reach_collect_places (project, grounds);
      add_elsewhere (project, grounds);
    }
  else if (scope == JALON_SCOPE_REGION)
    g_array_append_val (grounds, area);
  else if (scope == JALON_SCOPE_COUNTRY)
    g_array_append_val (grounds, land);
  if (grounds->len == 0)
    g_array_append_val (grounds, unknown);
}

static void
add_once (GPtrArray *values, const char *value)
{
  for (guint i = 0; i < values->len; i++)
    if (g_str_equal (g_ptr_array_index (values, i), value))
      return;
  g_ptr_array_add (values, (gpointer) value);
}

static void
add_territories (const JalonIndex *index, JalonKey key, const char *value, GPtrArray *values)
{
  const GPtrArray *territories = jalon_index_get_territories (index, key, value);

  for (guint i = 0; territories && i < territories->len; i++)
    {
      const JalonTerritory *territory = g_ptr_array_index (territories, i);
      add_once (values, territory->base.id);
    }
}

static const char *
get_code (const JalonGround *ground, JalonKey key)
{
  if (key == JALON_KEY_DEPARTMENT)
    return ground->department;
  return key == JALON_KEY_REGION ? ground->region : ground->country;
}

/**
 * jalon_ground_add_values:
 * @key: a geographic key
 * @values: (inout) (element-type utf8): gets the ground's values that it does not yet have, not owned; none where the ground is
 *   wider than the key can say
 */
void
jalon_ground_add_values (const JalonIndex *index, const JalonGround *ground, JalonKey key, GPtrArray *values)
{
  if (key == JALON_KEY_PLACE)
    {
      for (const JalonPlace *place = ground->place; place; place = place->within)
        add_once (values, place->base.id);
    }
  else if (key == JALON_KEY_TERRITORY)
    {
      for (const JalonPlace *place = ground->place; place; place = place->within)
        add_territories (index, JALON_KEY_PLACE, place->base.id, values);
      add_territories (index, JALON_KEY_DEPARTMENT, ground->department, values);
      add_territories (index, JALON_KEY_REGION, ground->region, values);
    }
  else if (get_code (ground, key))
    add_once (values, get_code (ground, key));
}

/**
 * jalon_ground_has_value:
 * @key: a geographic key
 * @wanted: (array zero-terminated=1): values
 */
gboolean
jalon_ground_has_value (const JalonIndex *index, const JalonGround *ground, JalonKey key, const char *const *wanted)
{
  g_autoptr (GPtrArray) values = NULL;

  if (key == JALON_KEY_PLACE)
    {
      for (const JalonPlace *place = ground->place; place; place = place->within)
        if (g_strv_contains (wanted, place->base.id))
          return TRUE;
      return FALSE;
    }
  if (key != JALON_KEY_TERRITORY)
    return get_code (ground, key) && g_strv_contains (wanted, get_code (ground, key));
  values = g_ptr_array_new ();
  jalon_ground_add_values (index, ground, key, values);
  for (guint i = 0; i < values->len; i++)
    if (g_strv_contains (wanted, g_ptr_array_index (values, i)))
      return TRUE;
  return FALSE;
}

/* The values of several grounds, as far as a group needs them. */
typedef struct
{
  const char *first;
  gboolean several;
  gboolean unknown;
} Values;

static void
note_value (Values *values, const char *value)
{
  if (!values->first)
    values->first = value;
  else if (!g_str_equal (values->first, value))
    values->several = TRUE;
}

static void
note_ground (const JalonIndex *index, const JalonGround *ground, JalonKey key, Values *values)
{
  g_autoptr (GPtrArray) territories = NULL;
  const char *value = NULL;

  if (key == JALON_KEY_TERRITORY)
    {
      territories = g_ptr_array_new ();
      jalon_ground_add_values (index, ground, key, territories);
      for (guint i = 0; i < territories->len; i++)
        note_value (values, value = g_ptr_array_index (territories, i));
    }
  else if (key == JALON_KEY_PLACE)
    value = ground->place ? jalon_place_get_outermost (ground->place)->base.id : NULL;
  else
    value = get_code (ground, key);
  if (value)
    note_value (values, value);
  else
    values->unknown = TRUE;
}

/* One value: that; several: so; none, or only unknown: none. An unknown ground beside a known one makes several. */
static const char *
get_ground_group (const JalonIndex *index, const JalonProject *project, JalonScope scope, JalonKey key)
{
  g_autoptr (GArray) grounds = jalon_reach_new ();
  Values values = { 0 };

  jalon_reach_collect (project, scope, grounds);
  for (guint i = 0; i < grounds->len && !values.several; i++)
    note_ground (index, &g_array_index (grounds, JalonGround, i), key, &values);
  if (!values.first)
    return JALON_VALUE_NONE;
  return values.several || values.unknown ? JALON_VALUE_SEVERAL : values.first;
}

/* Its year, quarter or month, counted from year 0. */
static int
count_buckets (const GDate *day, JalonKey key)
{
  int month = g_date_get_year (day) * 12 + (int) g_date_get_month (day) - 1;

  return key == JALON_KEY_YEAR ? month / 12 : key == JALON_KEY_QUARTER ? month / 3 : month;
}

static char *
write_bucket (int bucket, JalonKey key)
{
  if (key == JALON_KEY_YEAR)
    return g_strdup_printf ("%04d", bucket);
  if (key == JALON_KEY_QUARTER)
    return g_strdup_printf ("%04d-Q%d", bucket / 4, bucket % 4 + 1);
  return g_strdup_printf ("%04d-%02d", bucket / 12, bucket % 12 + 1);
}

static gboolean
set_day (GDate *date, int day)
{
  g_date_clear (date, 1);
  if (day < 1)
    return FALSE;
  g_date_set_julian (date, (guint32) day);
  return TRUE;
}

/**
 * jalon_reach_get_bucket:
 * @key: %JALON_KEY_YEAR, %JALON_KEY_QUARTER or %JALON_KEY_MONTH
 *
 * Returns: (transfer none): 2025, 2025-Q1 or 2025-02, or "none" for a date coarser than the bucket; lives for ever
 */
const char *
jalon_reach_get_bucket (const JalonDate *date, JalonKey key)
{
  g_autofree char *name = NULL;
  GDate first;
  GDate last;

  if (!set_day (&first, jalon_date_get_first_day (date)) || !set_day (&last, jalon_date_get_last_day (date))
      || count_buckets (&first, key) != count_buckets (&last, key))
    return JALON_VALUE_NONE;
  name = write_bucket (count_buckets (&first, key), key);
  return g_intern_string (name);
}

static const char *
get_word (JalonVocabulary vocabulary, int word)
{
  return word > 0 ? jalon_vocabulary_get_nick (vocabulary, word) : JALON_VALUE_NONE;
}

static const char *
get_organisation (const JalonProject *project)
{
  const JalonOrganisation *first = project->by->len > 0 ? g_ptr_array_index (project->by, 0) : NULL;

  for (guint i = 1; i < project->by->len; i++)
    if (g_ptr_array_index (project->by, i) != first)
      return JALON_VALUE_SEVERAL;
  return first ? first->base.id : JALON_VALUE_NONE;
}

static const char *
get_event (const JalonIndex *index, guint project, const JalonKnown *known)
{
  const JalonEvent *event = known->first && !index->only_asides[project] ? known->first->event : NULL;

  return event ? event->base.id : JALON_VALUE_NONE;
}

/**
 * jalon_reach_get_group:
 * @known: what is known of the project
 *
 * Returns: (transfer none): the key of the group that the project belongs to; lives as long as the dataset
 */
const char *
jalon_reach_get_group (const JalonIndex *index, guint project, const JalonKnown *known, JalonKey key)
{
  const JalonProject *record = jalon_index_get_project (index, project);

  if (jalon_key_is_geographic (key))
    return get_ground_group (index, record, known->scope, key);
  switch (key)
    {
    case JALON_KEY_ORGANISATION:
      return get_organisation (record);
    case JALON_KEY_KIND:
      return get_word (JALON_VOCABULARY_KIND, record->kind);
    case JALON_KEY_RELEVANCE:
      return get_word (JALON_VOCABULARY_RELEVANCE, record->relevance);
    case JALON_KEY_STATUS:
      return get_word (JALON_VOCABULARY_STATUS, known->status);
    case JALON_KEY_SCOPE:
      return get_word (JALON_VOCABULARY_SCOPE, record->scope);
    case JALON_KEY_EVENT:
      return get_event (index, project, known);
    case JALON_KEY_YEAR:
    case JALON_KEY_QUARTER:
    case JALON_KEY_MONTH:
      return known->first ? jalon_reach_get_bucket (&known->first->date, key) : JALON_VALUE_NONE;
    case JALON_KEY_PLACE:
    case JALON_KEY_DEPARTMENT:
    case JALON_KEY_REGION:
    case JALON_KEY_COUNTRY:
    case JALON_KEY_TERRITORY:
    case JALON_KEY_FROM:
    case JALON_KEY_TO:
    case JALON_KEY_TEXT:
    case JALON_N_KEYS:
    default:
      g_return_val_if_reached (JALON_VALUE_NONE);
    }
}
