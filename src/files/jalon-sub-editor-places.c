/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "files/jalon-sub-editor.h"

#include <math.h>
#include <string.h>

/* Where things are said to be: places in their wholes, regions in their countries, titles that name a place. */

#define EARTH_RADIUS 6371.0 /* km, mean */

/* A place farther than this from the one that contains it is elsewhere, or has latitude and longitude exchanged: in km. */
#define FAR_FROM_COMMUNE 60
#define FAR_FROM_AREA 800

/* Shorter names are found where they aren't meant, longer ones aren't looked for: in bytes, and in words. */
#define MIN_NAME 4
#define MAX_WORDS 8

/* A name that more places have than this names none of them. */
#define MAX_NAMESAKES 16

/* Places may lie within each other as deep as this. */
#define MAX_CHAIN 64

/* A name that a title may have, of a place or a territory. */
typedef struct
{
  const char *string;
  const JalonPlace *place;         /* or NULL */
  const JalonTerritory *territory; /* or NULL */
} Name;

/* Great-circle distance by the haversine formula, km. */
static double
get_distance (const JalonPlace *a, const JalonPlace *b)
{
  double radian = G_PI / 180;
  double lat = sin ((b->lat - a->lat) * radian / 2);
  double lon = sin ((b->lon - a->lon) * radian / 2);
  double h = lat * lat + cos (a->lat * radian) * cos (b->lat * radian) * lon * lon;

  return 2 * EARTH_RADIUS * asin (fmin (1, sqrt (h)));
}

static void
read_region (JalonDraft *draft, const char *region, const char *country, JalonJsonNode object)
{
  if (region != NULL && country != NULL && strncmp (region, country, 2) != 0)
    jalon_draft_problem (draft, JALON_SEVERITY_WARNING, JALON_PROBLEM_REGION_COUNTRY,
                         jalon_draft_get_member (draft, object, "region"), region, country, NULL);
}

static void
read_place (JalonDraft *draft, const JalonPlace *place)
{
  JalonJsonNode node = jalon_draft_get_node (draft, JALON_LIST_PLACES, &place->base);
  const JalonPlace *whole = place->within;
  const char *whole_region;
  double distance;

  if (place->base.note != NULL)
    return;
  read_region (draft, place->region, place->country, node);
  if (whole == NULL)
    return;
  distance = get_distance (place, whole);
  if (distance > (whole->precision == JALON_PRECISION_AREA ? FAR_FROM_AREA : FAR_FROM_COMMUNE))
    {
      g_autofree char *kilometres = g_strdup_printf ("%.0f", distance);

      jalon_draft_problem (draft, JALON_SEVERITY_WARNING, JALON_PROBLEM_FAR_FROM_WHOLE, node, kilometres, whole->base.id, NULL);
    }
  whole_region = jalon_place_get_region (whole);
  if (place->region != NULL && whole_region != NULL && !g_str_equal (place->region, whole_region))
    jalon_draft_problem (draft, JALON_SEVERITY_WARNING, JALON_PROBLEM_OTHER_REGION,
                         jalon_draft_get_member (draft, node, "region"), place->region, whole_region, whole->base.id, NULL);
}

static void
add_name (GHashTable *names, const char *string, const JalonPlace *place, const JalonTerritory *territory)
{
  GArray *namesakes;
  Name name = { string, place, territory };

  if (string == NULL || strlen (string) < MIN_NAME)
    return;
  namesakes = g_hash_table_lookup (names, string);
  if (namesakes == NULL)
    {
      namesakes = g_array_new (FALSE, FALSE, sizeof (Name));
      g_hash_table_insert (names, g_strdup (string), namesakes);
    }
  if (namesakes->len <= MAX_NAMESAKES)
    g_array_append_val (namesakes, name);
}

static void
add_names (GHashTable *names, const JalonText *text, const JalonPlace *place, const JalonTerritory *territory)
{
  const char *const *languages = jalon_text_get_languages (text);

  if (jalon_text_is_plain (text))
    add_name (names, jalon_text_get (text, "en"), place, territory);
  for (guint i = 0; languages[i] != NULL; i++)
    add_name (names, jalon_text_get_exact (text, languages[i]), place, territory);
}

/* All that bears a name, by it: territories and places. */
static GHashTable *
collect_names (JalonDataset *dataset)
{
  GHashTable *names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
  const GPtrArray *territories = jalon_dataset_get_list (dataset, JALON_LIST_TERRITORIES);
  const GPtrArray *places = jalon_dataset_get_list (dataset, JALON_LIST_PLACES);

  for (guint i = 0; i < territories->len; i++)
    {
      const JalonTerritory *territory = g_ptr_array_index (territories, i);

      add_names (names, territory->name, NULL, territory);
    }
  for (guint i = 0; i < places->len; i++)
    {
      const JalonPlace *place = g_ptr_array_index (places, i);

      add_names (names, place->name, place, NULL);
    }
  return names;
}

static gboolean
is_within (const JalonPlace *place, const JalonPlace *whole)
{
  for (guint i = 0; i < MAX_CHAIN && place != NULL && place != whole; i++)
    place = place->within;
  return place == whole;
}

static gboolean
has_code (const GPtrArray *codes, const char *code)
{
  return code != NULL && g_ptr_array_find_with_equal_func ((GPtrArray *) codes, code, g_str_equal, NULL);
}

static gboolean
is_in_territory (const JalonPlace *place, const JalonTerritory *territory)
{
  if (has_code (territory->regions, jalon_place_get_region (place))
      || has_code (territory->departments, jalon_place_get_department (place)))
    return TRUE;
  for (guint i = 0; i < territory->places->len; i++)
    if (is_within (place, g_ptr_array_index (territory->places, i)))
      return TRUE;
  return FALSE;
}

/* A project at a place lies also at what contains that place, may be told of by a site within it, or by a town nearby. */
static gboolean
is_at_or_near (const JalonPlace *place, const JalonPlace *named)
{
  return is_within (place, named) || is_within (named, place) || get_distance (place, named) <= FAR_FROM_COMMUNE;
}

static gboolean
lies_at (const JalonProject *project, const Name *name)
{
  for (guint i = 0; i < project->at->len; i++)
    {
      const JalonPlace *place = g_ptr_array_index (project->at, i);

      if (name->place != NULL ? is_at_or_near (place, name->place) : is_in_territory (place, name->territory))
        return TRUE;
    }
  return FALSE;
}

/* To the end of the word at @text, or where between words, of the next one. */
static const char *
skip_word (const char *text)
{
  while (*text != '\0' && !g_unichar_isalnum (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  while (g_unichar_isalnum (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  return text;
}

/* Whether the project lies at something that bears this name; if it only bears it, it is @found. */
static gboolean
match_name (GHashTable *names, const JalonProject *project, const char *string, const char **found)
{
  const GArray *namesakes = g_hash_table_lookup (names, string);

  if (namesakes == NULL || namesakes->len > MAX_NAMESAKES)
    return FALSE;
  for (guint i = 0; i < namesakes->len; i++)
    if (lies_at (project, &g_array_index (namesakes, Name, i)))
      return TRUE;
  *found = g_array_index (namesakes, Name, 0).string;
  return FALSE;
}

/* Looks for the names that begin where a word of a title does: of one word, of two, and so on. */
static gboolean
match_word (GHashTable *names, const JalonProject *project, const char *word, const char **found)
{
  const char *end = word;

  for (guint i = 0; i < MAX_WORDS && *end != '\0'; i++)
    {
      g_autofree char *string = NULL;

      end = skip_word (end);
      string = g_strndup (word, (gsize) (end - word));
      if (match_name (names, project, string, found))
        return TRUE;
    }
  return FALSE;
}

static gboolean
match_title (GHashTable *names, const JalonProject *project, const char *title, const char **found)
{
  gunichar before = ' ';

  for (const char *c = title; *c != '\0'; before = g_utf8_get_char (c), c = g_utf8_next_char (c))
    if (!g_unichar_isalnum (before) && g_unichar_isalnum (g_utf8_get_char (c)) && match_word (names, project, c, found))
      return TRUE;
  return FALSE;
}

static void
read_title (JalonDraft *draft, GHashTable *names, const JalonProject *project)
{
  JalonJsonNode node = jalon_draft_get_node (draft, JALON_LIST_PROJECTS, &project->base);
  const char *const *languages = jalon_text_get_languages (project->title);
  const char *found = NULL;
  gboolean matches = FALSE;

  if (project->base.note != NULL)
    return;
  read_region (draft, project->region, project->country, node);
  if (project->at->len == 0)
    return;
  if (jalon_text_is_plain (project->title))
    matches = match_title (names, project, jalon_text_get (project->title, "en"), &found);
  for (guint i = 0; languages[i] != NULL && !matches; i++)
    matches = match_title (names, project, jalon_text_get_exact (project->title, languages[i]), &found);
  if (!matches && found != NULL)
    jalon_draft_problem (draft, JALON_SEVERITY_WARNING, JALON_PROBLEM_NAMED_PLACE,
                         jalon_draft_get_member (draft, node, "title"), found, NULL);
}

void
jalon_sub_editor_read_places (JalonDraft *draft)
{
  const GPtrArray *places = jalon_dataset_get_list (draft->dataset, JALON_LIST_PLACES);
  const GPtrArray *projects = jalon_dataset_get_projects (draft->dataset);
  g_autoptr (GHashTable) names = collect_names (draft->dataset);

  for (guint i = 0; i < places->len; i++)
    read_place (draft, g_ptr_array_index (places, i));
  for (guint i = 0; i < projects->len; i++)
    read_title (draft, names, g_ptr_array_index (projects, i));
}
