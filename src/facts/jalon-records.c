/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "facts/jalon-records.h"

#include "facts/jalon-records-private.h"

static void
extra_free (gpointer data)
{
  JalonExtra *extra = data;

  g_free (extra->name);
  g_free (extra->json);
  g_free (extra);
}

/**
 * jalon_extras_empty:
 *
 * Returns: (transfer full): the empty list that all records without unknown members share; never add to it
 */
GPtrArray *
jalon_extras_empty (void)
{
  static GPtrArray *empty = NULL;

  if (g_once_init_enter (&empty))
    g_once_init_leave (&empty, g_ptr_array_new ());
  return g_ptr_array_ref (empty);
}

/**
 * jalon_extras_add:
 * @extras: (inout): a list of unknown members, or %NULL; replaced where it is the shared empty one
 * @name: the member's name
 * @json: (transfer full): its value as JSON text
 */
void
jalon_extras_add (GPtrArray **extras, const char *name, char *json)
{
  JalonExtra *extra = g_new (JalonExtra, 1);

  extra->name = g_strdup (name);
  extra->json = json;
  if (*extras == NULL || (*extras)->len == 0)
    {
      g_clear_pointer (extras, g_ptr_array_unref);
      *extras = g_ptr_array_new_with_free_func (extra_free);
    }
  g_ptr_array_add (*extras, extra);
}

/**
 * jalon_record_new:
 * @size: of the record's type
 *
 * Returns: (transfer full): a zeroed record with an empty list of unknown members
 */
gpointer
jalon_record_new (gsize size)
{
  JalonRecord *record = g_malloc0 (size);

  record->extras = jalon_extras_empty ();
  return record;
}

/**
 * jalon_record_clear:
 * @record: a record
 *
 * Frees what every object of the file may have.
 */
void
jalon_record_clear (JalonRecord *record)
{
  g_clear_pointer (&record->id, g_free);
  g_clear_pointer (&record->note, jalon_text_free);
  g_clear_pointer (&record->extras, g_ptr_array_unref);
}

static gpointer
record_new_with_id (gsize size, const char *id)
{
  JalonRecord *record = jalon_record_new (size);

  record->id = g_strdup (id);
  return record;
}

static void
record_free (JalonRecord *record)
{
  jalon_record_clear (record);
  g_free (record);
}

static GPtrArray *
strings_new (void)
{
  return g_ptr_array_new_with_free_func (g_free);
}

static void
overlap_free (gpointer data)
{
  JalonOverlap *overlap = data;

  jalon_text_free (overlap->note);
  g_clear_pointer (&overlap->extras, g_ptr_array_unref);
  g_free (overlap);
}

static void
link_free (gpointer data)
{
  JalonLink *link = data;

  g_free (link->to);
  g_free (link->type);
  record_free (&link->base);
}

static void
capacity_free (gpointer data)
{
  JalonCapacity *capacity = data;

  g_free (capacity->metric);
  g_free (capacity->unit);
  jalon_amount_free (capacity->value);
  g_ptr_array_unref (capacity->sources);
  record_free (&capacity->base);
}

static void
aside_free (gpointer data)
{
  JalonAside *aside = data;

  jalon_text_free (aside->label);
  jalon_amount_free (aside->amount);
  g_ptr_array_unref (aside->sources);
  record_free (&aside->base);
}

static void
announcement_free (gpointer data)
{
  JalonAnnouncement *announcement = data;

  jalon_amount_free (announcement->amount);
  jalon_text_free (announcement->summary);
  g_ptr_array_unref (announcement->sources);
  g_free (announcement->confidence);
  record_free (&announcement->base);
}

static void
reading_free (gpointer data)
{
  JalonReading *reading = data;

  jalon_amount_free (reading->value);
  g_ptr_array_unref (reading->sources);
  record_free (&reading->base);
}

static void
statement_free (gpointer data)
{
  JalonStatement *statement = data;

  jalon_text_free (statement->text);
  g_ptr_array_unref (statement->sources);
  record_free (&statement->base);
}

/* The makers and freers of the records: plain memory, all alike. */

JalonSource *
jalon_source_new (const char *id)
{
  return record_new_with_id (sizeof (JalonSource), id);
}

void
jalon_source_free (JalonSource *source)
{
  jalon_text_free (source->publisher);
  jalon_text_free (source->title);
  g_free (source->url);
  g_free (source->language);
  record_free (&source->base);
}

JalonRate *
jalon_rate_new (const char *currency, double per)
{
  JalonRate *rate = jalon_record_new (sizeof (JalonRate));

  g_strlcpy (rate->currency, currency == NULL ? "" : currency, sizeof rate->currency);
  rate->per = per;
  return rate;
}

void
jalon_rate_free (JalonRate *rate)
{
  record_free (&rate->base);
}

JalonPlace *
jalon_place_new (const char *id)
{
  return record_new_with_id (sizeof (JalonPlace), id);
}

void
jalon_place_free (JalonPlace *place)
{
  jalon_text_free (place->name);
  g_free (place->department);
  g_free (place->region);
  g_free (place->country);
  record_free (&place->base);
}

JalonTerritory *
jalon_territory_new (const char *id)
{
  JalonTerritory *territory = record_new_with_id (sizeof (JalonTerritory), id);

  territory->regions = strings_new ();
  territory->departments = strings_new ();
  territory->places = g_ptr_array_new ();
  return territory;
}

void
jalon_territory_free (JalonTerritory *territory)
{
  jalon_text_free (territory->name);
  g_ptr_array_unref (territory->regions);
  g_ptr_array_unref (territory->departments);
  g_ptr_array_unref (territory->places);
  record_free (&territory->base);
}

JalonOrganisation *
jalon_organisation_new (const char *id)
{
  JalonOrganisation *organisation = record_new_with_id (sizeof (JalonOrganisation), id);

  organisation->at = g_ptr_array_new ();
  return organisation;
}

void
jalon_organisation_free (JalonOrganisation *organisation)
{
  jalon_text_free (organisation->name);
  g_free (organisation->kind);
  g_free (organisation->country);
  g_ptr_array_unref (organisation->at);
  g_free (organisation->url);
  jalon_text_free (organisation->summary);
  record_free (&organisation->base);
}

JalonEvent *
jalon_event_new (const char *id)
{
  return record_new_with_id (sizeof (JalonEvent), id);
}

void
jalon_event_free (JalonEvent *event)
{
  jalon_text_free (event->name);
  record_free (&event->base);
}

JalonProject *
jalon_project_new (const char *id)
{
  JalonProject *project = record_new_with_id (sizeof (JalonProject), id);

  project->counts = TRUE;
  project->by = g_ptr_array_new ();
  project->at = g_ptr_array_new ();
  project->elsewhere_in = strings_new ();
  project->overlaps = g_ptr_array_new_with_free_func (overlap_free);
  project->links = g_ptr_array_new_with_free_func (link_free);
  project->capacities = g_ptr_array_new_with_free_func (capacity_free);
  project->figures = g_ptr_array_new_with_free_func (aside_free);
  project->announcements = g_ptr_array_new_with_free_func (announcement_free);
  return project;
}

void
jalon_project_free (JalonProject *project)
{
  jalon_text_free (project->title);
  jalon_text_free (project->summary);
  jalon_text_free (project->why);
  g_ptr_array_unref (project->by);
  g_ptr_array_unref (project->at);
  g_ptr_array_unref (project->elsewhere_in);
  g_free (project->department);
  g_free (project->region);
  g_free (project->country);
  g_ptr_array_unref (project->overlaps);
  g_ptr_array_unref (project->links);
  g_ptr_array_unref (project->capacities);
  g_ptr_array_unref (project->figures);
  g_ptr_array_unref (project->announcements);
  record_free (&project->base);
}

JalonAnnouncement *
jalon_announcement_new (const JalonProject *project)
{
  JalonAnnouncement *announcement = jalon_record_new (sizeof (JalonAnnouncement));

  announcement->project = project;
  announcement->sources = g_ptr_array_new ();
  return announcement;
}

JalonOverlap *
jalon_overlap_new (const JalonProject *project, double at_most)
{
  JalonOverlap *overlap = g_new0 (JalonOverlap, 1);

  overlap->project = project;
  overlap->at_most = at_most;
  return overlap;
}

JalonLink *
jalon_link_new (void)
{
  return jalon_record_new (sizeof (JalonLink));
}

JalonCapacity *
jalon_capacity_new (void)
{
  JalonCapacity *capacity = jalon_record_new (sizeof (JalonCapacity));

  capacity->sources = g_ptr_array_new ();
  return capacity;
}

JalonAside *
jalon_aside_new (void)
{
  JalonAside *aside = jalon_record_new (sizeof (JalonAside));

  aside->sources = g_ptr_array_new ();
  return aside;
}

JalonIndicator *
jalon_indicator_new (const char *id)
{
  JalonIndicator *indicator = record_new_with_id (sizeof (JalonIndicator), id);

  indicator->readings = g_ptr_array_new_with_free_func (reading_free);
  indicator->sources = g_ptr_array_new ();
  return indicator;
}

void
jalon_indicator_free (JalonIndicator *indicator)
{
  jalon_text_free (indicator->label);
  jalon_text_free (indicator->unit);
  g_ptr_array_unref (indicator->readings);
  g_ptr_array_unref (indicator->sources);
  g_free (indicator->department);
  g_free (indicator->region);
  g_free (indicator->country);
  record_free (&indicator->base);
}

JalonReading *
jalon_reading_new (void)
{
  JalonReading *reading = jalon_record_new (sizeof (JalonReading));

  reading->sources = g_ptr_array_new ();
  return reading;
}

JalonDispute *
jalon_dispute_new (void)
{
  JalonDispute *dispute = jalon_record_new (sizeof (JalonDispute));

  dispute->about = strings_new ();
  dispute->statements = g_ptr_array_new_with_free_func (statement_free);
  return dispute;
}

void
jalon_dispute_free (JalonDispute *dispute)
{
  jalon_text_free (dispute->subject);
  g_ptr_array_unref (dispute->about);
  g_ptr_array_unref (dispute->statements);
  jalon_text_free (dispute->resolution);
  record_free (&dispute->base);
}

JalonStoryStep *
jalon_story_step_new (void)
{
  return jalon_record_new (sizeof (JalonStoryStep));
}

void
jalon_story_step_free (JalonStoryStep *step)
{
  jalon_text_free (step->headline);
  jalon_text_free (step->notes);
  record_free (&step->base);
}

JalonStatement *
jalon_statement_new (void)
{
  JalonStatement *statement = jalon_record_new (sizeof (JalonStatement));

  statement->sources = g_ptr_array_new ();
  return statement;
}
