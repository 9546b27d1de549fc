/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "facts/jalon-records.h"

G_BEGIN_DECLS

/* For whoever makes facts: the reader, and tests. All lists of a new record are there and own what they should; `extras` is one
 * empty list for all until jalon_extras_add() makes an own one. */

gpointer jalon_record_new (gsize size);
JalonSource *jalon_source_new (const char *id);
JalonRate *jalon_rate_new (const char *currency, double per);
JalonPlace *jalon_place_new (const char *id);
JalonTerritory *jalon_territory_new (const char *id);
JalonOrganisation *jalon_organisation_new (const char *id);
JalonEvent *jalon_event_new (const char *id);
JalonProject *jalon_project_new (const char *id);
JalonIndicator *jalon_indicator_new (const char *id);
JalonDispute *jalon_dispute_new (void);
JalonStoryStep *jalon_story_step_new (void);
JalonAnnouncement *jalon_announcement_new (const JalonProject *project);
JalonOverlap *jalon_overlap_new (const JalonProject *project, double at_most);
JalonLink *jalon_link_new (void);
JalonCapacity *jalon_capacity_new (void);
JalonAside *jalon_aside_new (void);
JalonReading *jalon_reading_new (void);
JalonStatement *jalon_statement_new (void);

void jalon_source_free (JalonSource *source);
void jalon_rate_free (JalonRate *rate);
void jalon_place_free (JalonPlace *place);
void jalon_territory_free (JalonTerritory *territory);
void jalon_organisation_free (JalonOrganisation *organisation);
void jalon_event_free (JalonEvent *event);
void jalon_project_free (JalonProject *project);
void jalon_indicator_free (JalonIndicator *indicator);
void jalon_dispute_free (JalonDispute *dispute);
void jalon_story_step_free (JalonStoryStep *step);

void jalon_record_clear (JalonRecord *record);
void jalon_extras_add (GPtrArray **extras, const char *name, char *json);
GPtrArray *jalon_extras_empty (void);

G_END_DECLS
