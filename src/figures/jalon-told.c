/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "figures/jalon-told.h"

#include <string.h>

#include "figures/jalon-why.h"

/* What parts a figure from the query that it is of: no key of a figure has it. */
#define OF '@'

static gboolean
read_query (JalonQuery *query, JalonDataset *dataset, const char *text)
{
  GUriParamsIter words;
  char *name, *value;
  g_autoptr (GError) error = NULL;
  gboolean fits = TRUE;

  g_uri_params_iter_init (&words, text, -1, "&", G_URI_PARAMS_NONE);
  while (fits && g_uri_params_iter_next (&words, &name, &value, &error))
    {
      fits = jalon_query_set_word (query, dataset, name, value, NULL);
      g_free (name);
      g_free (value);
    }
  return fits && error == NULL;
}

/* What isn't listed is looked up in the whole file, as of the same date. */
static void
widen (JalonTold *self)
{
  g_autoptr (JalonFigures) former = g_steal_pointer (&self->figures); /* it may be all that holds the dataset */
  JalonQuery *query = jalon_query_copy (self->query);

  jalon_query_clear_filters (query);
  g_object_unref (self->query);
  self->query = query;
  self->figures = jalon_figures_compute (jalon_figures_get_dataset (former), query);
  self->is_elsewhere = TRUE;
}

static const char *
get_project_key (const JalonTold *self)
{
  if (g_str_has_prefix (self->what, JALON_WHY_PROJECT))
    return self->what + strlen (JALON_WHY_PROJECT);
  if (g_str_has_prefix (self->what, JALON_TOLD_ANNOUNCEMENT))
    return self->what + strlen (JALON_TOLD_ANNOUNCEMENT);
  return NULL;
}

/**
 * jalon_told_get_project:
 *
 * Returns: (nullable): the project whose amount, or one of whose announcements, is asked about
 */
const JalonProject *
jalon_told_get_project (const JalonTold *self)
{
  const char *key = get_project_key (self);
  g_autofree char *id = key != NULL ? g_strndup (key, strcspn (key, "/")) : NULL;

  return id != NULL ? jalon_dataset_get_project (jalon_figures_get_dataset (self->figures), id) : NULL;
}

/**
 * jalon_told_get_announcement:
 *
 * Returns: (nullable): the announcement that is asked about
 */
const JalonAnnouncement *
jalon_told_get_announcement (const JalonTold *self)
{
  const JalonProject *project = jalon_told_get_project (self);
  const char *slash = strchr (self->what, '/');
  guint64 index;

  if (project == NULL || slash == NULL || !g_ascii_string_to_unsigned (slash + 1, 10, 0, G_MAXUINT, &index, NULL)
      || index >= project->announcements->len)
    return NULL;
  return g_ptr_array_index (project->announcements, (guint) index);
}

/**
 * jalon_told_get_indicator:
 *
 * Returns: (nullable): the indicator that is asked about
 */
const JalonIndicator *
jalon_told_get_indicator (const JalonTold *self)
{
  const char *key = self->what + strlen (JALON_TOLD_INDICATOR);
  g_autofree char *id = NULL;

  if (!g_str_has_prefix (self->what, JALON_TOLD_INDICATOR))
    return NULL;
  id = g_strndup (key, strcspn (key, "/"));
  return jalon_dataset_lookup (jalon_figures_get_dataset (self->figures), JALON_LIST_INDICATORS, id);
}

/**
 * jalon_told_name_sum:
 *
 * Returns: (transfer full): the figure as jalon_why_new() takes it: of an announcement the amount of its project
 */
char *
jalon_told_name_sum (const JalonTold *self)
{
  const JalonProject *project = jalon_told_get_project (self);

  return project != NULL ? g_strconcat (JALON_WHY_PROJECT, project->base.id, NULL) : g_strdup (self->what);
}

/**
 * jalon_told_new:
 * @figures: the answer that is shown
 * @query: what it answers
 * @name: which figure: what jalon_why_new() takes, `announcement:ID/INDEX` or `indicator:ID`, of that answer; or of another one, as
 *   jalon_told_write() writes it
 *
 * Finds out what is asked about. A project that the answer does not list is looked up in the whole file.
 *
 * Returns: (transfer full) (nullable): the figure; %NULL where the query in @name does not fit the file
 */
JalonTold *
jalon_told_new (JalonFigures *figures, JalonQuery *query, const char *name)
{
  g_autoptr (JalonTold) self = g_new0 (JalonTold, 1);
  const char *of = strchr (name, OF);
  const JalonProject *project;

  self->what = g_strndup (name, of != NULL ? (gsize) (of - name) : strlen (name));
  if (of != NULL)
    {
      self->query = jalon_query_new ();
      if (!read_query (self->query, jalon_figures_get_dataset (figures), of + 1))
        return NULL;
      self->figures = jalon_figures_compute (jalon_figures_get_dataset (figures), self->query);
    }
  else
    {
      self->query = g_object_ref (query);
      self->figures = jalon_figures_ref (figures);
    }
  project = jalon_told_get_project (self);
  if (project != NULL && jalon_figures_find_share (self->figures, project) == NULL)
    widen (self);
  return g_steal_pointer (&self);
}

/**
 * jalon_told_free:
 *
 * Frees the figure.
 */
void
jalon_told_free (JalonTold *self)
{
  g_free (self->what);
  g_clear_object (&self->query);
  g_clear_pointer (&self->figures, jalon_figures_unref);
  g_free (self);
}

/**
 * jalon_told_write:
 * @what: a figure of the answer to @query
 *
 * Returns: (transfer full): its name, to be asked about where another answer is shown
 */
char *
jalon_told_write (const char *what, JalonQuery *query)
{
  g_autofree char *text = jalon_query_to_text (query);

  return g_strdup_printf ("%s%c%s", what, OF, text);
}
