/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tally-world.h"

#include <math.h>

#include "facts/jalon-dataset-private.h"

/* Units are spread over the spots evenly, in this order. The lists are all values that a spot has at a key. */
typedef struct
{
  const char *place; /* the innermost */
  const char *places;
  const char *department;
  const char *region;
  const char *country;
  const char *territories;
} Spot;

static const Spot spots[WORLD_SPOTS] = {
  { "port", "port town", "06", "FR-PAC", "FR", "south town-land coast" },
  { "town", "town", "06", "FR-PAC", "FR", "south town-land coast" },
  { "hill", "hill", "13", "FR-PAC", "FR", "south" },
  { "valley", "valley", "26", "FR-ARA", "FR", "south" },
  { "gulf", "gulf", NULL, "IT-42", "IT", "coast" },
  { NULL, "", NULL, "FR-IDF", "FR", "" },
  { NULL, "", NULL, NULL, "JP", "" },
  { NULL, "", NULL, NULL, NULL, "" },
};

/* Dates of announcements that begin at each time, and as-of dates that end before the next. */
static const char *const dates[WORLD_TIMES][3] = {
  { "2024", "2024-02", "2024-02-10~" },
  { "2024-07-10", "2024-07", "2024-22/2024-23" },
  { "2025-02-10/2025-02-11", "2025-01", "2025" },
  { "2025-21", "2025-03-05", "2025-04~" },
};
static const char *const as_ofs[]
    = { "2023", "2024-02-29", "2024-05", "2024-07", "2024", "2025-02-28", "2025-02-11", "2025-05-31", "2026" };
static const int as_of_times[] = { -1, 0, 0, 1, 1, 2, 2, 3, 3 };

static guint
pick (World *world, guint n)
{
  return (guint) g_rand_int_range (world->random, 0, (gint32) n);
}

static gboolean
chance (World *world, double probability)
{
  return g_rand_double (world->random) < probability;
}

static Units
units_range (guint from, guint to)
{
  Units units = { 0 };

  for (guint i = from; i < to; i++)
    units.bits[i / 64] |= G_GUINT64_CONSTANT (1) << (i % 64);
  return units;
}

static Units
get_spot (guint spot)
{
  return units_range (spot * WORLD_UNITS / WORLD_SPOTS, (spot + 1) * WORLD_UNITS / WORLD_SPOTS);
}

/* Some units of those given: a run of them, often with holes. */
static Units
draw (World *world, Units available)
{
  guint from = pick (world, WORLD_UNITS);
  guint length = 1 + pick (world, chance (world, 0.7) ? 40 : WORLD_UNITS);
  Units units = chance (world, 0.3) ? available : units_meet (available, units_range (from, MIN (from + length, WORLD_UNITS)));

  for (guint i = 0; i < G_N_ELEMENTS (units.bits) && chance (world, 0.4); i++)
    units.bits[i] &= ((guint64) g_rand_int (world->random) << 32) | g_rand_int (world->random);
  return units;
}

static gboolean
has_word (const char *list, const char *word)
{
  g_auto (GStrv) words = g_strsplit (list, " ", -1);

  return g_strv_contains ((const char *const *) words, word);
}

static gboolean
spot_has_value (const Spot *spot, JalonKey key, const char *value)
{
  if (key == JALON_KEY_PLACE)
    return has_word (spot->places, value);
  if (key == JALON_KEY_TERRITORY)
    return has_word (spot->territories, value);
  if (key == JALON_KEY_DEPARTMENT)
    return g_strcmp0 (spot->department, value) == 0;
  return g_strcmp0 (key == JALON_KEY_REGION ? spot->region : spot->country, value) == 0;
}

/* The units spent where one of the values of a geographic key holds. */
Units
world_get_area (JalonKey key, const char *const *values)
{
  Units area = { 0 };

  for (guint i = 0; i < WORLD_SPOTS; i++)
    for (guint j = 0; values[j]; j++)
      if (spot_has_value (&spots[i], key, values[j]))
        area = units_join (area, get_spot (i));
  return area;
}

/* Values worth asking for, with "none" and "several". */
char **
world_list_values (JalonKey key)
{
  static const char *const lists[JALON_N_GROUPINGS] = {
    [JALON_KEY_PLACE] = "port town hill valley gulf",
    [JALON_KEY_DEPARTMENT] = "06 13 26",
    [JALON_KEY_REGION] = "FR-PAC FR-ARA FR-IDF IT-42",
    [JALON_KEY_COUNTRY] = "FR IT JP",
    [JALON_KEY_TERRITORY] = "south town-land coast",
    [JALON_KEY_ORGANISATION] = "org0 org1",
    [JALON_KEY_KIND] = "data-centre supercomputer cloud research envelope",
    [JALON_KEY_RELEVANCE] = "core infrastructure adjacent",
    [JALON_KEY_STATUS] = "announced confirmed permitted building cancelled",
    [JALON_KEY_SCOPE] = "site sites region country company",
    [JALON_KEY_YEAR] = "2024 2025",
    [JALON_KEY_QUARTER] = "2024-Q1 2024-Q3 2025-Q1",
    [JALON_KEY_MONTH] = "2024-02 2024-07 2025-02 2025-04",
    [JALON_KEY_EVENT] = "summit fair",
  };
  g_autofree char *all = g_strconcat ("none several ", lists[key], NULL);

  return g_strsplit (all, " ", -1);
}

/* One of the as-of dates, and the last time whose announcements have begun by then, or -1. */
const char *
world_get_as_of (guint number, int *time)
{
  *time = as_of_times[number % G_N_ELEMENTS (as_ofs)];
  return as_ofs[number % G_N_ELEMENTS (as_ofs)];
}

static void
set_text (JalonText **text, const char *string)
{
  g_clear_pointer (text, jalon_text_free);
  *text = jalon_text_new_plain (string);
}

static void
add_places (World *world)
{
  for (guint i = 0; i < WORLD_SPOTS && spots[i].place; i++)
    {
      guint at = i < 2 ? 1 - i : i; /* the town before the port that lies within it */
      JalonPlace *place = jalon_place_new (spots[at].place);

      set_text (&place->name, spots[at].place);
      place->precision = JALON_PRECISION_COMMUNE;
      if (at == 0)
        place->within = jalon_dataset_lookup (world->dataset, JALON_LIST_PLACES, "town");
      else
        {
          place->department = g_strdup (spots[at].department);
          place->region = g_strdup (spots[at].region);
        }
      jalon_dataset_add (world->dataset, JALON_LIST_PLACES, place);
    }
}

static void
add_territory (World *world, const char *id, const char *region, const char *department, const char *place)
{
  JalonTerritory *territory = jalon_territory_new (id);

  set_text (&territory->name, id);
  if (region)
    g_ptr_array_add (territory->regions, g_strdup (region));
  if (department)
    g_ptr_array_add (territory->departments, g_strdup (department));
  if (place)
    g_ptr_array_add (territory->places, (gpointer) jalon_dataset_lookup (world->dataset, JALON_LIST_PLACES, place));
  jalon_dataset_add (world->dataset, JALON_LIST_TERRITORIES, territory);
}

static void
add_frame (World *world)
{
  JalonDatasetHead *head = jalon_dataset_get_head (world->dataset);

  set_text (&head->title, "World");
  g_strlcpy (head->currency, "EUR", sizeof head->currency);
  jalon_dataset_add (world->dataset, JALON_LIST_RATES, jalon_rate_new ("USD", 0.5));
  add_places (world);
  add_territory (world, "south", "FR-PAC", "26", NULL);
  add_territory (world, "town-land", NULL, NULL, "town");
  add_territory (world, "coast", "IT-42", "06", NULL);
  for (guint i = 0; i < 2; i++)
    {
      JalonOrganisation *organisation = jalon_organisation_new (i ? "org1" : "org0");
      JalonEvent *event = jalon_event_new (i ? "fair" : "summit");

      set_text (&organisation->name, i ? "Ørsted Élan" : "Compagnie d’Essai");
      set_text (&event->name, i ? "Fair" : "Summit");
      jalon_date_parse ("2025-02-10", &event->start);
      jalon_dataset_add (world->dataset, JALON_LIST_ORGANISATIONS, organisation);
      jalon_dataset_add (world->dataset, JALON_LIST_EVENTS, event);
    }
}

/* What is announced of so many units: a bound, a range or a figure that they do not contradict. */
static JalonAmount *
make_amount (World *world, guint units)
{
  JalonAmount *amount = g_new0 (JalonAmount, 1);
  double less = pick (world, units + 1);
  double more = units + pick (world, 30);
  double rate = 1;

  amount->qualifier = (JalonQualifier) (JALON_QUALIFIER_EXACT + pick (world, JALON_QUALIFIER_RANGE));
  amount->min = amount->max = units;
  if (amount->qualifier == JALON_QUALIFIER_AT_LEAST)
    amount->min = amount->max = less;
  if (amount->qualifier == JALON_QUALIFIER_UP_TO)
    amount->min = amount->max = more;
  if (amount->qualifier == JALON_QUALIFIER_RANGE)
    {
      amount->min = less;
      amount->max = more;
    }
  g_strlcpy (amount->currency, chance (world, 0.8) ? "EUR" : chance (world, 0.7) ? "USD" : "JPY", sizeof amount->currency);
  if (g_str_equal (amount->currency, "USD"))
    rate = 0.5;
  amount->min *= world->unit / rate;
  amount->max *= world->unit / rate;
  return amount;
}

static JalonAnnouncement *
add_announcement (World *world, guint project, const char *date, JalonAct act)
{
  JalonAnnouncement *announcement = jalon_announcement_new (world->projects[project]);
  GPtrArray *list = world->projects[project]->announcements;

  g_assert_true (jalon_date_parse (date, &announcement->date));
  announcement->act = act;
  if (chance (world, 0.2))
    announcement->event = jalon_dataset_lookup (world->dataset, JALON_LIST_EVENTS, chance (world, 0.5) ? "fair" : "summit");
  if (chance (world, 0.2))
    announcement->scope = (JalonScope) (1 + pick (world, JALON_N_SCOPES - 1));
  g_ptr_array_insert (list, (int) pick (world, list->len + 1), announcement);
  return announcement;
}

/* What nobody counts, and may say anything. */
static void
add_aside (World *world, guint project)
{
  JalonAct act = chance (world, 0.5) ? JALON_ACT_NOTES : JALON_ACT_REPORTS;
  JalonAnnouncement *aside = add_announcement (world, project, dates[pick (world, WORLD_TIMES)][pick (world, 3)], act);

  aside->amount = make_amount (world, 300);
}

/* The parts' units as they were must stay in their whole. */
static Units
get_parts_units (World *world, guint project, int time)
{
  Units units = { 0 };

  for (guint i = project + 1; i < world->n && time >= 0; i++)
    if (world->parent[i] == (int) project)
      units = units_join (units, world->truth[time][i]);
  return units;
}

static Units
get_available (World *world, guint project, int time)
{
  int parent = world->parent[project];

  while (parent >= 0 && world->first_time[parent] > time)
    parent = world->parent[parent];
  return parent >= 0 ? world->truth[time][parent] : units_range (0, WORLD_UNITS);
}

static void
announce (World *world, guint project, int time, gboolean *stated)
{
  static const JalonAct acts[] = { JALON_ACT_ANNOUNCES, JALON_ACT_CONFIRMS, JALON_ACT_RAISES, JALON_ACT_CUTS,
                                   JALON_ACT_PERMITS,   JALON_ACT_STARTS,   JALON_ACT_OPENS,  JALON_ACT_DELAYS };
  Units *truth = &world->truth[time][project];
  Units available = get_available (world, project, time);
  Units parts = get_parts_units (world, project, time - 1);
  gboolean adds = chance (world, 0.25);
  gboolean states = chance (world, 0.7);
  JalonAct act = adds ? JALON_ACT_ADDS : acts[pick (world, G_N_ELEMENTS (acts))];
  Units drawn = draw (world, available);
  JalonAnnouncement *announcement;

  if (chance (world, 0.06))
    act = JALON_ACT_CANCELS;
  adds = act == JALON_ACT_ADDS;
  announcement = add_announcement (world, project, dates[time][pick (world, 3)], act);
  if (!states && *stated)
    return;
  if (adds)
    drawn = units_without (drawn, units_join (*truth, parts));
  *truth = units_join (drawn, adds ? units_join (*truth, parts) : parts);
  if (!states)
    return;
  announcement->amount = make_amount (world, units_count (adds ? drawn : *truth));
  *stated = TRUE;
}

static void
live (World *world)
{
  gboolean stated[WORLD_PROJECTS] = { FALSE };

  for (int time = 0; time < WORLD_TIMES; time++)
    for (guint i = 0; i < world->n; i++)
      {
        if (time > 0)
          world->truth[time][i] = world->truth[time - 1][i];
        if (!chance (world, 0.45))
          continue;
        world->first_time[i] = MIN (world->first_time[i], time);
        announce (world, i, time, &stated[i]);
      }
  for (guint i = 0; i < world->n; i++)
    while (chance (world, 0.15))
      add_aside (world, i);
}

static gboolean
is_above (const World *world, int above, int project)
{
  while (project >= 0 && project != above)
    project = world->parent[project];
  return project == above;
}

/* The units of a project that one of its relatives, declared to overlap, accounts for. */
static Units
get_explained (const World *world, int declared, int project, int time)
{
  if (is_above (world, declared, project))
    return units_range (0, WORLD_UNITS);
  return is_above (world, project, declared) ? world->truth[time][declared] : (Units){ 0 };
}

typedef struct
{
  int a;
  int b;
} Declared;

static Units
get_unexplained (const World *world, const GArray *all, int x, int y, int time)
{
  Units units = units_meet (world->truth[time][x], world->truth[time][y]);

  for (guint i = 0; i < all->len && units_count (units) > 0; i++)
    {
      Declared one = g_array_index (all, Declared, i);

      units = units_without (units, units_meet (get_explained (world, one.a, x, time), get_explained (world, one.b, y, time)));
      units = units_without (units, units_meet (get_explained (world, one.b, x, time), get_explained (world, one.a, y, time)));
    }
  return units;
}

/* All units that a project or its parts are, whether it is there at the time or not. */
static Units
get_all_units (const World *world, int project, int time)
{
  Units units = { 0 };

  for (int i = 0; i < (int) world->n; i++)
    if (is_above (world, project, i))
      units = units_join (units, world->truth[time][i]);
  return units;
}

static void
declare (World *world, GArray *all, int a, int b)
{
  Declared one = { a, b };
  guint most = 0;
  double at_most;

  g_array_append_val (all, one);
  for (int time = 0; time < WORLD_TIMES; time++)
    most = MAX (most, units_count (units_meet (get_all_units (world, a, time), get_all_units (world, b, time))));
  at_most = chance (world, 0.5) ? NAN : world->unit * (most + pick (world, 4));
  g_ptr_array_add (world->projects[a]->overlaps, jalon_overlap_new (world->projects[b], at_most));
}

/* Declares overlaps until all that two projects share is accounted for, by them, their wholes or their parts. */
static void
declare_overlaps (World *world)
{
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (Declared));
  int n = (int) world->n;
  int shift = (int) pick (world, world->n);

  for (int i = 0; i < n * n; i++)
    {
      int x = (i / n + shift) % n;
      int y = (i % n + shift) % n;

      if (is_above (world, x, y) || is_above (world, y, x))
        continue;
      for (int time = 0; time < WORLD_TIMES; time++)
        {
          int a = x;
          int b = y;

          if (units_count (get_unexplained (world, all, x, y, time)) == 0 && !chance (world, 0.003))
            continue;
          while (world->parent[a] >= 0 && !is_above (world, world->parent[a], b) && chance (world, 0.3))
            a = world->parent[a];
          while (world->parent[b] >= 0 && !is_above (world, world->parent[b], a) && chance (world, 0.3))
            b = world->parent[b];
          declare (world, all, a, b);
        }
    }
}

/* What all of the project's units have in common, or NULL. */
static const char *
get_common (const gboolean *used, JalonKey key)
{
  const char *common = NULL;

  for (guint i = 0; i < WORLD_SPOTS; i++)
    {
      const char *value = key == JALON_KEY_DEPARTMENT ? spots[i].department
                          : key == JALON_KEY_REGION   ? spots[i].region
                                                      : spots[i].country;
      if (!used[i])
        continue;
      if (!value || (common && !g_str_equal (common, value)))
        return NULL;
      common = value;
    }
  return common;
}

static void
add_elsewhere (World *world, JalonProject *project, const gboolean *hidden)
{
  gboolean says = chance (world, 0.5);

  for (guint i = 0; i < WORLD_SPOTS; i++)
    {
      const char *code = spots[i].region && chance (world, 0.7) ? spots[i].region : spots[i].country;

      if (!hidden[i])
        continue;
      project->elsewhere = TRUE;
      says = says && code;
      if (code)
        g_ptr_array_add (project->elsewhere_in, g_strdup (code));
    }
  if (!says)
    g_ptr_array_set_size (project->elsewhere_in, 0);
}

/* Says where the units are, truly but not always exactly. */
static void
settle (World *world, guint number)
{
  JalonProject *project = world->projects[number];
  gboolean used[WORLD_SPOTS] = { FALSE };
  gboolean hidden[WORLD_SPOTS] = { FALSE };

  for (guint i = 0; i < WORLD_SPOTS; i++)
    {
      for (int time = 0; time < WORLD_TIMES; time++)
        used[i] = used[i] || units_count (units_meet (get_spot (i), world->truth[time][number])) > 0;
      hidden[i] = used[i] && (!spots[i].place || chance (world, 0.1));
      if ((used[i] && !hidden[i]) || (spots[i].place && chance (world, 0.03)))
        g_ptr_array_add (project->at, (gpointer) jalon_dataset_lookup (
                                          world->dataset, JALON_LIST_PLACES, i == 0 && chance (world, 0.3) ? "town"
                                                                                                            : spots[i].place));
    }
  add_elsewhere (world, project, hidden);
  if (chance (world, 0.6))
    project->department = g_strdup (get_common (used, JALON_KEY_DEPARTMENT));
  if (chance (world, 0.6))
    project->region = g_strdup (get_common (used, JALON_KEY_REGION));
  if (chance (world, 0.6))
    project->country = g_strdup (get_common (used, JALON_KEY_COUNTRY));
}

static void
create_projects (World *world)
{
  static const char *const titles[] = { "Alpha l’élan", "Beta start-up", "Gamma Saint-Élan", "Delta" };

  for (guint i = 0; i < world->n; i++)
    {
      g_autofree char *id = g_strdup_printf ("p%u", i);
      JalonProject *project = jalon_project_new (id);

      set_text (&project->title, titles[pick (world, G_N_ELEMENTS (titles))]);
      project->kind = (JalonKind) (1 + pick (world, JALON_N_KINDS - 1));
      project->scope = (JalonScope) (1 + pick (world, JALON_N_SCOPES - 1));
      project->relevance = (JalonRelevance) pick (world, JALON_N_RELEVANCES);
      if (chance (world, 0.2))
        project->status = (JalonStatus) pick (world, JALON_N_STATUSES);
      project->counts = !chance (world, 0.06);
      for (guint j = 0; j < 2 && chance (world, 0.6); j++)
        g_ptr_array_add (project->by, (gpointer) jalon_dataset_lookup (world->dataset, JALON_LIST_ORGANISATIONS,
                                                                       chance (world, 0.5) ? "org0" : "org1"));
      world->parent[i] = i > 0 && chance (world, 0.6) ? (int) pick (world, i) : -1;
      world->first_time[i] = WORLD_TIMES;
      world->projects[i] = project;
      if (world->parent[i] >= 0)
        project->part_of = world->projects[world->parent[i]];
    }
}

static void
file_projects (World *world)
{
  for (guint i = 0; i < world->n; i++)
    world->of_index[i] = i;
  for (guint i = world->n; i-- > 1;)
    {
      guint other = pick (world, i + 1);
      guint kept = world->of_index[i];
      world->of_index[i] = world->of_index[other];
      world->of_index[other] = kept;
    }
  for (guint i = 0; i < world->n; i++)
    {
      JalonProject *project = world->projects[world->of_index[i]];

      for (guint j = 0; j < project->announcements->len; j++)
        ((JalonAnnouncement *) g_ptr_array_index (project->announcements, j))->base.index = j;
      jalon_dataset_add (world->dataset, JALON_LIST_PROJECTS, project);
    }
}

World *
world_new (guint32 seed)
{
  static const double worths[] = { 1, 0.1, 0.01, 1e6, 2.5e9, 1e13 };
  World *world = g_new0 (World, 1);

  world->random = g_rand_new_with_seed (seed);
  world->dataset = jalon_dataset_new ();
  world->n = 1 + pick (world, WORLD_PROJECTS);
  world->unit = worths[pick (world, G_N_ELEMENTS (worths))];
  add_frame (world);
  create_projects (world);
  live (world);
  declare_overlaps (world);
  for (guint i = 0; i < world->n; i++)
    settle (world, i);
  file_projects (world);
  return world;
}

void
world_free (World *world)
{
  g_object_unref (world->dataset);
  g_rand_free (world->random);
  g_free (world);
}
