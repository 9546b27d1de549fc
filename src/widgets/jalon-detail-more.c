/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/jalon-detail-private.h"

#include <math.h>

#include "widgets/jalon-source-link.h"
#include "words/jalon-words.h"

/* What is told of a project beside its money, what it goes together with, and all that it stands on. */

static void
add_figure (const JalonDetailRows *rows, const char *label, const char *value, const JalonDate *date)
{
  g_autofree char *day = jalon_date_is_set (date) ? jalon_words_date (rows->language, date, JALON_DATE_SHORT) : NULL;
  g_autoptr (GString) below = g_string_new (NULL);

  jalon_detail_append_words (below, label);
  jalon_detail_append_words (below, day);
  jalon_detail_add_label (rows, value, "announcement");
  jalon_detail_add_label (rows, below->str, "caption");
}

/**
 * jalon_detail_add_quantities:
 *
 * Adds power, area, jobs and whatever else is measured, each with its qualifier, date and sources.
 */
void
jalon_detail_add_quantities (const JalonDetailRows *rows)
{
  const GPtrArray *capacities = rows->project->capacities;
  JalonDetailRows section;

  if (capacities->len == 0)
    return;
  section = jalon_detail_begin_section (rows, jalon_tr (rows->language, "Size and jobs"));
  for (guint i = 0; i < capacities->len; i++)
    {
      const JalonCapacity *capacity = g_ptr_array_index (capacities, i);
      g_autofree char *value = jalon_words_capacity (rows->language, capacity);
      g_autofree char *metric = jalon_words_metric (rows->language, capacity->metric);

      add_figure (&section, metric, value, &capacity->date);
      jalon_detail_add_note (&section, capacity->base.note);
      jalon_detail_add_sources (&section, capacity->sources);
    }
}

/**
 * jalon_detail_add_asides:
 *
 * Adds the amounts that are told beside the project's own and never counted, with their sources.
 */
void
jalon_detail_add_asides (const JalonDetailRows *rows)
{
  JalonDetailRows section;

  if (rows->project->figures->len == 0)
    return;
  section = jalon_detail_begin_section (rows, jalon_tr (rows->language, "Also told, never counted"));
  for (guint i = 0; i < rows->project->figures->len; i++)
    {
      const JalonAside *aside = g_ptr_array_index (rows->project->figures, i);
      g_autofree char *money = jalon_words_amount (rows->language, aside->amount, rows->currency, JALON_MONEY_COMPACT);

      add_figure (&section, jalon_words_text (rows->language, aside->label), money, &aside->date);
      jalon_detail_add_note (&section, aside->base.note);
      jalon_detail_add_sources (&section, aside->sources);
    }
}

static void
add_relation (const JalonDetailRows *rows, const char *how, const JalonProject *other, const JalonText *note)
{
  g_autofree char *title = jalon_words_isolate (jalon_words_text (rows->language, other->title));
  g_autofree char *words = g_strdup_printf ("%s: %s", how, title);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_box_append (GTK_BOX (box), jalon_detail_make_label (how, "caption"));
  gtk_box_append (GTK_BOX (box), jalon_detail_make_label (title, "publisher"));
  jalon_detail_add_project (rows, box, words, other);
  jalon_detail_add_note (rows, note);
}

static void
add_overlap (const JalonDetailRows *rows, const JalonOverlap *overlap, const JalonProject *other)
{
  g_autofree char *most = NULL;
  g_autofree char *words = NULL;

  if (isnan (overlap->at_most))
    {
      add_relation (rows, jalon_tr (rows->language, "May be the same money in part"), other, overlap->note);
      return;
    }
  most = jalon_words_money (rows->language, overlap->at_most, rows->currency, JALON_MONEY_COMPACT);
  words = g_strdup_printf (jalon_tr (rows->language, "May be the same money, for %s at most"), most);
  add_relation (rows, words, other, overlap->note);
}

/* The name of what a link leads to, if it is in the file. */
static const JalonText *
find_name (JalonDataset *dataset, const char *id)
{
  const JalonOrganisation *organisation = jalon_dataset_lookup (dataset, JALON_LIST_ORGANISATIONS, id);
  const JalonEvent *event = jalon_dataset_lookup (dataset, JALON_LIST_EVENTS, id);
  const JalonPlace *place = jalon_dataset_lookup (dataset, JALON_LIST_PLACES, id);
  const JalonIndicator *indicator = jalon_dataset_lookup (dataset, JALON_LIST_INDICATORS, id);

  return organisation != NULL ? organisation->name
         : event != NULL      ? event->name
         : place != NULL      ? place->name
         : indicator != NULL  ? indicator->label
                              : NULL;
}

static void
add_link (const JalonDetailRows *rows, const JalonLink *link)
{
  JalonDataset *dataset = jalon_model_get_dataset (rows->model);
  const JalonProject *project = jalon_dataset_get_project (dataset, link->to);
  const JalonSource *source = jalon_dataset_lookup (dataset, JALON_LIST_SOURCES, link->to);
  const JalonText *name = find_name (dataset, link->to);
  g_autofree char *how = link->type != NULL ? jalon_words_link (rows->language, link->type) : g_strdup (jalon_tr (rows->language, "See also"));

  if (project != NULL)
    {
      add_relation (rows, how, project, link->base.note);
      return;
    }
  jalon_detail_add_label (rows, how, "caption");
  if (source != NULL)
    gtk_box_append (rows->box, jalon_source_link_new (rows->language, source));
  else
    gtk_box_append (rows->box, jalon_source_link_new_address (rows->language, name != NULL ? jalon_words_text (rows->language, name) : NULL,
                                                              link->to));
  jalon_detail_add_note (rows, link->base.note);
}

/* Either of two projects may say that they share money. */
static guint
add_overlaps (const JalonDetailRows *rows, gboolean count)
{
  const GPtrArray *projects = jalon_dataset_get_projects (jalon_model_get_dataset (rows->model));
  guint n = 0;

  for (guint i = 0; i < projects->len; i++)
    {
      const JalonProject *other = g_ptr_array_index (projects, i);

      for (guint j = 0; j < other->overlaps->len; j++)
        {
          const JalonOverlap *overlap = g_ptr_array_index (other->overlaps, j);

          if (other != rows->project && overlap->project != rows->project)
            continue;
          n++;
          if (!count)
            add_overlap (rows, overlap, other == rows->project ? overlap->project : other);
        }
    }
  return n;
}

/**
 * jalon_detail_add_links:
 *
 * Adds the projects that may share money with it, and whatever else it goes together with.
 */
void
jalon_detail_add_links (const JalonDetailRows *rows)
{
  JalonDetailRows section;

  if (rows->project->links->len == 0 && add_overlaps (rows, TRUE) == 0)
    return;
  section = jalon_detail_begin_section (rows, jalon_tr (rows->language, "Related"));
  add_overlaps (&section, FALSE);
  for (guint i = 0; i < rows->project->links->len; i++)
    add_link (&section, g_ptr_array_index (rows->project->links, i));
}

static void
collect (GPtrArray *all, const GPtrArray *sources)
{
  for (guint i = 0; i < sources->len; i++)
    if (!g_ptr_array_find (all, g_ptr_array_index (sources, i), NULL))
      g_ptr_array_add (all, g_ptr_array_index (sources, i));
}

/**
 * jalon_detail_add_all_sources:
 *
 * Adds every source of the project, each once, with all that is known of it.
 */
void
jalon_detail_add_all_sources (const JalonDetailRows *rows)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new ();
  g_autofree char *number = NULL;
  g_autoptr (GString) title = NULL;
  JalonDetailRows section;

  for (guint i = 0; i < rows->project->announcements->len; i++)
    collect (all, ((const JalonAnnouncement *) g_ptr_array_index (rows->project->announcements, i))->sources);
  for (guint i = 0; i < rows->project->capacities->len; i++)
    collect (all, ((const JalonCapacity *) g_ptr_array_index (rows->project->capacities, i))->sources);
  for (guint i = 0; i < rows->project->figures->len; i++)
    collect (all, ((const JalonAside *) g_ptr_array_index (rows->project->figures, i))->sources);
  if (all->len == 0)
    return;
  number = jalon_words_number (rows->language, all->len);
  title = g_string_new (jalon_trn (rows->language, "{n} source", "{n} sources", all->len));
  g_string_replace (title, "{n}", number, 1);
  section = jalon_detail_begin_section (rows, title->str);
  for (guint i = 0; i < all->len; i++)
    gtk_box_append (section.box, jalon_source_link_new (rows->language, g_ptr_array_index (all, i)));
}
