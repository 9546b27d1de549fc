/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "scenes/jalon-compare-private.h"

#define MAX_NAMES 3

/* A sentence about projects, the first of them by name. */
static void
append (GString *sentences, const JalonLanguage *language, const char *format, GPtrArray *projects)
{
  g_autoptr (GString) names = g_string_new (NULL);
  g_autofree char *sentence = NULL;
  guint n = MIN (projects->len, MAX_NAMES);

  if (projects->len == 0)
    return;
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *title
          = jalon_words_isolate (jalon_words_text (language, ((const JalonProject *) g_ptr_array_index (projects, i))->title));
      g_autofree char *quoted = g_strdup_printf (jalon_tr (language, "“%s”"), title);

      g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", quoted);
    }
  if (projects->len > n)
    {
      g_autofree char *number = jalon_words_number (language, projects->len - n);

      g_string_append_c (names, ' ');
      g_string_append_printf (names, jalon_trn (language, "and %s more", "and %s more", projects->len - n), number);
    }
  if (sentences->len > 0)
    g_string_append_c (sentences, ' ');
  sentence = jalon_words_fill (format, "{projects}", names->str, NULL);
  g_string_append (sentences, sentence);
}

static gboolean
is_in (const JalonCompareSide *side, const JalonProject *project)
{
  return project != NULL && jalon_figures_find_share (side->figures, project) != NULL;
}

static gboolean
overlaps_side (const JalonProject *project, const JalonCompareSide *side)
{
  for (guint i = 0; i < project->overlaps->len; i++)
    if (is_in (side, ((const JalonOverlap *) g_ptr_array_index (project->overlaps, i))->project))
      return TRUE;
  return FALSE;
}

static gboolean
has_whole_in (const JalonProject *project, const JalonCompareSide *side)
{
  for (project = project->part_of; project != NULL; project = project->part_of)
    if (is_in (side, project))
      return TRUE;
  return FALSE;
}

/**
 * jalon_compare_say_shared:
 *
 * Returns: (transfer full): whether the two answers hold the same money: projects that are in both, that are contained in one of the
 * other's, or that may share money with one; so that nobody adds the sums up
 */
char *
jalon_compare_say_shared (const JalonLayoutInput *input, const JalonCompareSide sides[2])
{
  const JalonLanguage *language = input->language;
  g_autoptr (GString) sentences = g_string_new (NULL);
  g_autoptr (GPtrArray) both = g_ptr_array_new ();
  g_autoptr (GPtrArray) contained = g_ptr_array_new ();
  g_autoptr (GPtrArray) overlapping = g_ptr_array_new ();

  for (guint s = 0; s < 2; s++)
    for (guint i = 0; i < jalon_figures_get_n_shares (sides[s].figures); i++)
      {
        const JalonProject *project = jalon_figures_get_share (sides[s].figures, i)->project;

        if (is_in (&sides[1 - s], project) && s == 0)
          g_ptr_array_add (both, (gpointer) project);
        else if (is_in (&sides[1 - s], project))
          continue;
        else if (has_whole_in (project, &sides[1 - s]))
          g_ptr_array_add (contained, (gpointer) project);
        else if (overlaps_side (project, &sides[1 - s]))
          g_ptr_array_add (overlapping, (gpointer) project);
      }
  append (sentences, language,
          jalon_trn (language, "{projects} is in both.", "{projects} are in both.", both->len), both);
  append (sentences, language,
          jalon_trn (language, "{projects} is part of a project of the other side.", "{projects} are part of projects of the other side.",
                     contained->len), contained);
  append (sentences, language,
          jalon_trn (language, "{projects} may share money with the other side.", "{projects} may share money with the other side.",
                     overlapping->len), overlapping);
  if (sentences->len == 0)
    return g_strdup (jalon_tr (language, "No project is in both, and none is known to share money with the other side."));
  g_string_append_c (sentences, ' ');
  g_string_append (sentences, jalon_tr (language, "So the two sums can’t be added up."));
  return g_string_free (g_steal_pointer (&sentences), FALSE);
}
