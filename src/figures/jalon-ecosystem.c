/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "figures/jalon-ecosystem.h"

#include "figures/jalon-reach.h"
#include "figures/jalon-search.h"

/* What is asked, made ready to be asked of many records. */
typedef struct
{
  const JalonIndex *index;
  const JalonFigures *figures;
  JalonQuery *query;
  JalonSearch *search;
} Asked;

static gboolean
has_values (JalonQuery *query, JalonKey key)
{
  const char *const *values = jalon_query_get_values (query, key);

  return values != NULL && values[0] != NULL;
}

static gboolean
ground_passes (const Asked *asked, const JalonGround *ground)
{
  for (JalonKey key = JALON_KEY_PLACE; key <= JALON_KEY_TERRITORY; key++)
    if (has_values (asked->query, key)
        && !jalon_ground_has_value (asked->index, ground, key, jalon_query_get_values (asked->query, key)))
      return FALSE;
  return TRUE;
}

static JalonGround
get_ground (const JalonPlace *place)
{
  return (JalonGround) { place, jalon_place_get_department (place), jalon_place_get_region (place), jalon_place_get_country (place) };
}

static gboolean
indicator_passes (const Asked *asked, const JalonIndicator *indicator)
{
  const char *country = indicator->country != NULL || indicator->region == NULL ? indicator->country
                                                                                : jalon_country_of_region (indicator->region);
  const JalonGround own = { NULL, indicator->department, indicator->region, country };
  const JalonGround ground = indicator->place != NULL ? get_ground (indicator->place) : own;
  const JalonText *texts[] = { indicator->label, indicator->place != NULL ? indicator->place->name : NULL, NULL };

  return ground_passes (asked, &ground) && jalon_search_matches_texts (asked->search, texts);
}

static gboolean
is_by (const JalonProject *project, const JalonOrganisation *organisation)
{
  return g_ptr_array_find (project->by, organisation, NULL);
}

/* One that stands nowhere goes with its projects; one without projects too is of the file's ground. */
static gboolean
goes_with_projects (const Asked *asked, const JalonOrganisation *organisation)
{
  const GPtrArray *projects = jalon_dataset_get_projects (jalon_figures_get_dataset (asked->figures));
  gboolean has_projects = FALSE;

  for (guint i = 0; i < jalon_figures_get_n_shares (asked->figures); i++)
    if (is_by (jalon_figures_get_share (asked->figures, i)->project, organisation))
      return TRUE;
  for (guint i = 0; i < projects->len && !has_projects; i++)
    has_projects = is_by (g_ptr_array_index (projects, i), organisation);
  return !has_projects;
}

static gboolean
stands_there (const Asked *asked, const JalonOrganisation *organisation)
{
  if (organisation->at->len == 0)
    return goes_with_projects (asked, organisation);
  for (guint i = 0; i < organisation->at->len; i++)
    {
      const JalonGround ground = get_ground (g_ptr_array_index (organisation->at, i));

      if (ground_passes (asked, &ground))
        return TRUE;
    }
  return FALSE;
}

static gboolean
organisation_passes (const Asked *asked, const JalonOrganisation *organisation)
{
  const JalonPlace *place = organisation->at->len > 0 ? g_ptr_array_index (organisation->at, 0) : NULL;
  const JalonText *summary = organisation->summary != NULL ? organisation->summary : organisation->name;
  const JalonText *texts[] = { organisation->name, summary, place != NULL ? place->name : NULL, NULL };

  if (has_values (asked->query, JALON_KEY_ORGANISATION)
      && !jalon_query_has_value (asked->query, JALON_KEY_ORGANISATION, organisation->base.id))
    return FALSE;
  return stands_there (asked, organisation) && jalon_search_matches_texts (asked->search, texts);
}

static void
collect (const Asked *asked, JalonEcosystem *self)
{
  JalonDataset *dataset = jalon_figures_get_dataset (asked->figures);
  const GPtrArray *indicators = jalon_dataset_get_list (dataset, JALON_LIST_INDICATORS);
  const GPtrArray *organisations = jalon_dataset_get_list (dataset, JALON_LIST_ORGANISATIONS);

  for (guint i = 0; i < indicators->len; i++)
    {
      g_autoptr (GPtrArray) readings = jalon_ecosystem_list_readings (self, g_ptr_array_index (indicators, i));

      if (readings->len > 0 && indicator_passes (asked, g_ptr_array_index (indicators, i)))
        g_ptr_array_add (self->indicators, g_ptr_array_index (indicators, i));
    }
  for (guint i = 0; i < organisations->len; i++)
    if (organisation_passes (asked, g_ptr_array_index (organisations, i)))
      g_ptr_array_add (self->organisations, g_ptr_array_index (organisations, i));
}

/**
 * jalon_ecosystem_new:
 * @figures: the answer to @query
 * @query: what is asked: its geographic filters, its text, its organisations and its date hold here too; the others ask for what
 *   only projects have
 *
 * Returns: (transfer full): the indicators and organisations that go with the answer
 */
JalonEcosystem *
jalon_ecosystem_new (const JalonFigures *figures, JalonQuery *query)
{
  JalonEcosystem *self = g_new0 (JalonEcosystem, 1);
  const char *text = jalon_query_get_text (query);
  const char *const texts[] = { text != NULL && text[0] != '\0' ? text : NULL, NULL };
  const JalonDate *as_of = jalon_figures_get_as_of (figures);
  g_autoptr (JalonSearch) search = jalon_search_new (texts);
  const Asked asked = { jalon_index_get (jalon_figures_get_dataset (figures)), figures, query, search };

  self->indicators = g_ptr_array_new ();
  self->organisations = g_ptr_array_new ();
  self->last_day = as_of != NULL && jalon_date_is_set (as_of) ? jalon_date_get_last_day (as_of) : G_MAXINT;
  collect (&asked, self);
  return self;
}

void
jalon_ecosystem_free (JalonEcosystem *self)
{
  g_ptr_array_unref (self->indicators);
  g_ptr_array_unref (self->organisations);
  g_free (self);
}

static int
compare_by_date (gconstpointer a, gconstpointer b)
{
  const JalonReading *one = *(const JalonReading *const *) a, *other = *(const JalonReading *const *) b;
  int first = jalon_date_is_set (&one->date) ? jalon_date_get_first_day (&one->date) : 0;
  int second = jalon_date_is_set (&other->date) ? jalon_date_get_first_day (&other->date) : 0;

  if (first != second)
    return first < second ? -1 : 1;
  return one->base.index < other->base.index ? -1 : one->base.index > other->base.index;
}

/**
 * jalon_ecosystem_list_readings:
 * @indicator: an indicator
 *
 * Returns: (transfer container) (element-type JalonReading): its values that are known as of the query's date, by date
 */
GPtrArray *
jalon_ecosystem_list_readings (const JalonEcosystem *self, const JalonIndicator *indicator)
{
  GPtrArray *readings = g_ptr_array_new ();

  for (guint i = 0; i < indicator->readings->len; i++)
    {
      JalonReading *reading = g_ptr_array_index (indicator->readings, i);
      gboolean known = !jalon_date_is_set (&reading->date) || jalon_date_get_first_day (&reading->date) <= self->last_day;

      if (reading->value != NULL && known)
        g_ptr_array_add (readings, reading);
    }
  g_ptr_array_sort (readings, compare_by_date);
  return readings;
}
