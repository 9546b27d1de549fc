/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "scenes/jalon-mark-name.h"

#include <string.h>

#include "scenes/jalon-layout-private.h"

/* More places of a project are counted. */
#define MAX_PLACES 3

/* A name up to what it adds after a comma, a dash or in parentheses, fit to stand in a line. */
static char *
get_head (const char *name)
{
  gsize length = strlen (name);
  g_autofree char *head = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (jalon_layout_additions); i++)
    {
      const char *end = strstr (name, jalon_layout_additions[i]);

      if (end != NULL && end > name)
        length = MIN (length, (gsize) (end - name));
    }
  head = g_strndup (name, length);
  return jalon_words_isolate (head);
}

/* The outermost places of a project, each once, by their heads. */
static GPtrArray *
list_places (const JalonLanguage *language, const JalonProject *project)
{
  GPtrArray *places = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < project->at->len; i++)
    {
      const JalonPlace *place = jalon_place_get_outermost (g_ptr_array_index (project->at, i));
      g_autofree char *head = get_head (jalon_words_text (language, place->name));

      if (!g_ptr_array_find_with_equal_func (places, head, g_str_equal, NULL))
        g_ptr_array_add (places, g_steal_pointer (&head));
    }
  return places;
}

/* The places of a project, as many by name as there is room for, in characters; "" if that is not even one. */
static char *
say_places (const JalonLanguage *language, const JalonProject *project, glong room)
{
  g_autoptr (GPtrArray) places = list_places (language, project);

  for (guint n = MIN (places->len, MAX_PLACES); n > 0; n--)
    {
      guint others = places->len - n;
      g_autofree char *number = jalon_words_number (language, others);
      g_autoptr (GString) names = g_string_new (NULL);
      g_autofree char *words = NULL;

      for (guint i = 0; i < n; i++)
        g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", (const char *) g_ptr_array_index (places, i));
      words = others > 0 ? g_strdup_printf (jalon_trn (language, "%s and %s other", "%s and %s others", others), names->str, number)
                         : g_strdup (names->str);
      if (g_utf8_strlen (words, -1) <= room)
        return g_steal_pointer (&words);
    }
  return g_strdup ("");
}

/**
 * jalon_layout_say_where:
 * @language: the language to speak
 * @dataset: the facts
 * @project: a project of it
 *
 * Returns: (transfer full): where its money goes: its outermost place or places, or the department, region or country that its scope
 *   covers; of a company's, that
 */
char *
jalon_layout_say_where (const JalonLanguage *language, JalonDataset *dataset, const JalonProject *project)
{
  if (project->at->len > 1)
    return say_places (language, project, G_MAXLONG);
  if (project->at->len == 1)
    return jalon_words_isolate (
        jalon_words_text (language, jalon_place_get_outermost (g_ptr_array_index (project->at, 0))->name));
  if (project->scope == JALON_SCOPE_REGION && project->department != NULL)
    return jalon_words_group (language, dataset, JALON_KEY_DEPARTMENT, project->department);
  if (project->scope == JALON_SCOPE_REGION && project->region != NULL)
    return jalon_words_group (language, dataset, JALON_KEY_REGION, project->region);
  if (project->scope == JALON_SCOPE_COUNTRY && project->country != NULL)
    return jalon_words_country (language, project->country);
  return g_strdup (jalon_words_scope (language, project->scope));
}

/* Who is behind a project, unless its title says so. */
static char *
say_who (const JalonLanguage *language, const JalonProject *project, const char *title)
{
  const JalonOrganisation *first = project->by->len > 0 ? g_ptr_array_index (project->by, 0) : NULL;
  const char *name = first != NULL ? jalon_words_text (language, first->name) : "";
  g_autofree char *head = get_head (name);

  if (head[0] == '\0' || jalon_words_say (title, head))
    return g_strdup (title);
  return g_strdup_printf ("%s – %s", head, title);
}

/* Where it is, in so many characters: several places by as many names as there is room for, of one its head. */
static char *
say_place (const JalonLanguage *language, JalonDataset *dataset, const JalonProject *project, glong room)
{
  g_autofree char *where = NULL;

  if (project->at->len > 1)
    return say_places (language, project, room);
  where = jalon_layout_say_where (language, dataset, project);
  return get_head (where);
}

/**
 * jalon_layout_name_project:
 * @language: the language to speak
 * @dataset: the facts
 * @project: a project of it
 * @what: how much, and what happened, in words
 * @date: (nullable): when
 *
 * What a screen reader says of a mark that stands for a project: who, what, how much, where and when, in that order, as far as there is
 * room; the title before the organisation and the place, which it often says.
 *
 * Returns: (transfer full): the words, of at most %JALON_LAYOUT_MAX_NAME characters
 */
char *
jalon_layout_name_project (
    const JalonLanguage *language, JalonDataset *dataset, const JalonProject *project, const char *what, const JalonDate *date)
{
  g_autofree char *title = jalon_words_isolate (jalon_words_text (language, project->title));
  g_autofree char *who = say_who (language, project, title);
  g_autofree char *when = date != NULL && jalon_date_is_set (date) ? jalon_words_date (language, date, JALON_DATE_SHORT) : g_strdup ("");
  g_autofree char *with_date = when[0] != '\0' ? g_strdup_printf ("%s, %s", what, when) : g_strdup (what);
  glong room = JALON_LAYOUT_MAX_NAME - 3; /* between the two halves, in any language */
  g_autofree char *place
      = say_place (language, dataset, project, room - g_utf8_strlen (title, -1) - g_utf8_strlen (with_date, -1) - 2);
  g_autofree char *with_place
      = when[0] != '\0' ? g_strdup_printf ("%s, %s, %s", what, place, when) : g_strdup_printf ("%s, %s", what, place);
  const char *rest = jalon_words_say (who, place) || jalon_words_say (what, place) ? with_date : with_place;

  if (g_utf8_strlen (who, -1) + g_utf8_strlen (rest, -1) > room)
    {
      g_free (who);
      who = g_strdup (title);
    }
  if (g_utf8_strlen (who, -1) + g_utf8_strlen (rest, -1) > room)
    rest = with_date;
  return jalon_layout_join_name (language, who, rest);
}
