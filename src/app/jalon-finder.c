/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/jalon-finder.h"

#include "figures/jalon-search.h"
#include "words/jalon-words.h"

#define MOST_FOUND 50
#define MOST_NAMES 12 /* of each list: each needs sums of its own */
#define SEPARATOR " · "

enum
{
  RECENT,
  BUNDLED,
  N_ORIGINS
};

static const char *const origins[N_ORIGINS] = { "recent", "bundled" };

static const struct
{
  const char *nick;
  JalonList list;
  JalonKey key;
} kinds[JALON_N_FOUND] = {
  [JALON_FOUND_PROJECT] = { "project", JALON_LIST_PROJECTS, JALON_N_KEYS },
  [JALON_FOUND_PLACE] = { "place", JALON_LIST_PLACES, JALON_KEY_PLACE },
  [JALON_FOUND_ORGANISATION] = { "organisation", JALON_LIST_ORGANISATIONS, JALON_KEY_ORGANISATION },
};

struct _JalonFinder
{
  gatomicrefcount references;
  JalonDataset *datasets[N_ORIGINS]; /* owned, or NULL */
  JalonFigures *figures[N_ORIGINS];  /* owned, or NULL: of all that the dataset has */
};

/**
 * jalon_finder_new:
 * @recent: (nullable): the facts of the file that was shown last
 * @bundled: the facts that come with the program
 *
 * Makes both ready to be searched. What both have under one id is found once, in @recent.
 *
 * Returns: (transfer full): the finder
 */
JalonFinder *
jalon_finder_new (JalonDataset *recent, JalonDataset *bundled)
{
  JalonFinder *self = g_new0 (JalonFinder, 1);
  g_autoptr (JalonQuery) everything = jalon_query_new ();

  g_atomic_ref_count_init (&self->references);
  g_set_object (&self->datasets[RECENT], recent);
  g_set_object (&self->datasets[BUNDLED], bundled);
  for (guint i = 0; i < N_ORIGINS; i++)
    if (self->datasets[i] != NULL)
      self->figures[i] = jalon_figures_compute (self->datasets[i], everything);
  return self;
}

JalonFinder *
jalon_finder_ref (JalonFinder *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
jalon_finder_unref (JalonFinder *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;
  for (guint i = 0; i < N_ORIGINS; i++)
    {
      g_clear_pointer (&self->figures[i], jalon_figures_unref);
      g_clear_object (&self->datasets[i]);
    }
  g_free (self);
}

/**
 * jalon_found_parse:
 * @text: an id that a finder gave, such as bundled:place:marseille
 * @found: (out): what it stands for
 *
 * Returns: whether it is such an id; what it names need not be there
 */
gboolean
jalon_found_parse (const char *text, JalonFound *found)
{
  for (guint origin = 0; origin < N_ORIGINS; origin++)
    for (JalonFoundKind kind = 0; kind < JALON_N_FOUND; kind++)
      {
        g_autofree char *prefix = g_strdup_printf ("%s:%s:", origins[origin], kinds[kind].nick);

        if (!g_str_has_prefix (text, prefix))
          continue;
        *found = (JalonFound) { .recent = origin == RECENT, .kind = kind, .id = text + strlen (prefix) };
        return found->id[0] != '\0' && strspn (found->id, "abcdefghijklmnopqrstuvwxyz0123456789-") == strlen (found->id);
      }
  return FALSE;
}

/* What a place's or an organization's name, taken as a filter, leaves. */
static JalonFigures *
filter_by (JalonDataset *dataset, JalonFoundKind kind, const char *id)
{
  g_autoptr (JalonQuery) query = jalon_query_new ();

  jalon_query_toggle_value (query, kinds[kind].key, id);
  return jalon_figures_compute (dataset, query);
}

/* One that was found: before others of a higher rank, and of smaller sums. */
typedef struct
{
  char *id;
  guint rank;
  double ceiling;
} Hit;

typedef struct
{
  GArray *list;      /* of Hit */
  GHashTable *names; /* their ids without the origin, borrowed from them */
} Hits;

static void
hit_clear (gpointer data)
{
  g_free (((Hit *) data)->id);
}

static int
compare_hits (gconstpointer a, gconstpointer b)
{
  const Hit *one = a;
  const Hit *other = b;

  if (one->rank != other->rank)
    return one->rank < other->rank ? -1 : 1;
  return (one->ceiling < other->ceiling) - (one->ceiling > other->ceiling);
}

/* Unless an origin before this one has found it. */
static void
add_hit (Hits *hits, guint origin, JalonFoundKind kind, const char *id, guint rank, double ceiling)
{
  Hit hit = { g_strdup_printf ("%s:%s:%s", origins[origin], kinds[kind].nick, id), rank, ceiling };

  if (g_hash_table_add (hits->names, strchr (hit.id, ':')))
    g_array_append_val (hits->list, hit);
  else
    g_free (hit.id);
}

static void
find_names (const JalonFinder *self, const JalonSearch *search, guint origin, JalonFoundKind kind, Hits *hits)
{
  const GPtrArray *list = jalon_dataset_get_list (self->datasets[origin], kinds[kind].list);
  guint n = 0;

  for (guint i = 0; i < list->len && n < MOST_NAMES; i++)
    {
      const JalonPlace *place = kind == JALON_FOUND_PLACE ? g_ptr_array_index (list, i) : NULL;
      const JalonOrganisation *organisation = kind == JALON_FOUND_ORGANISATION ? g_ptr_array_index (list, i) : NULL;
      const JalonText *texts[] = { place != NULL ? place->name : organisation->name, NULL };
      const char *id = place != NULL ? place->base.id : organisation->base.id;
      g_autoptr (JalonFigures) figures = NULL;

      if (!jalon_search_matches_texts (search, texts))
        continue;
      n++;
      figures = filter_by (self->datasets[origin], kind, id);
      if (jalon_figures_get_n_shares (figures) > 0)
        add_hit (hits, origin, kind, id, 0, jalon_figures_get_total (figures).ceiling);
    }
}

static void
find_projects (const JalonFinder *self, const JalonSearch *search, guint origin, Hits *hits)
{
  const JalonIndex *index = jalon_index_get (self->datasets[origin]);

  for (guint i = 0; i < index->n_projects; i++)
    {
      const JalonProject *project = jalon_index_get_project (index, i);
      const JalonText *texts[] = { project->title, NULL };
      const JalonShare *share;

      if (!jalon_search_matches (search, index, i))
        continue;
      share = jalon_figures_find_share (self->figures[origin], project);
      add_hit (hits, origin, JALON_FOUND_PROJECT, project->base.id, jalon_search_matches_texts (search, texts) ? 1 : 2,
               share != NULL ? share->stated.ceiling : 0);
    }
}

/* A single letter of ours would find almost everything; no letter, all of it. */
static gboolean
asks_something (const char *text)
{
  guint letters = 0;

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    if (g_unichar_isalnum (g_utf8_get_char (c)))
      letters += g_utf8_get_char (c) < 128 ? 1 : 2;
  return letters >= 2;
}

/**
 * jalon_finder_find:
 * @self: a finder
 * @text: what is searched; all its words must be found
 *
 * Finds places and organizations by their names, in every language of the data, and projects by all that a search in a window
 * looks through. Case, accents, hyphens and apostrophes don't count. Names come first, then projects by their titles, then the
 * rest, each by falling amount.
 *
 * Returns: (transfer full) (array zero-terminated=1): ids, at most fifty
 */
char **
jalon_finder_find (const JalonFinder *self, const char *text)
{
  const char *const texts[] = { text, NULL };
  g_autoptr (JalonSearch) search = jalon_search_new (texts);
  g_autoptr (GArray) list = g_array_new (FALSE, FALSE, sizeof (Hit));
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  Hits hits = { list, names };

  g_array_set_clear_func (list, hit_clear);
  for (guint origin = 0; origin < N_ORIGINS && asks_something (text); origin++)
    if (self->datasets[origin] != NULL)
      {
        find_names (self, search, origin, JALON_FOUND_PLACE, &hits);
        find_names (self, search, origin, JALON_FOUND_ORGANISATION, &hits);
        find_projects (self, search, origin, &hits);
      }
  g_array_sort (list, compare_hits);
  for (guint i = 0; i < MIN (list->len, MOST_FOUND); i++)
    g_strv_builder_add (ids, g_array_index (list, Hit, i).id);
  return g_strv_builder_end (ids);
}

/* The record of an id, if it is there. */
static gconstpointer
look_up (const JalonFinder *self, const char *id, JalonFound *found)
{
  JalonDataset *dataset;

  if (!jalon_found_parse (id, found))
    return NULL;
  dataset = self->datasets[found->recent ? RECENT : BUNDLED];
  return dataset != NULL ? jalon_dataset_lookup (dataset, kinds[found->kind].list, found->id) : NULL;
}

/**
 * jalon_finder_get_name:
 * @self: a finder
 * @id: an id, of this finder or an older one
 * @language: the language to speak
 *
 * Returns: (transfer full) (nullable): its name, as plain text; %NULL if it isn't there any more
 */
char *
jalon_finder_get_name (const JalonFinder *self, const char *id, const JalonLanguage *language)
{
  JalonFound found;
  gconstpointer record = look_up (self, id, &found);
  const JalonText *name;

  if (record == NULL)
    return NULL;
  switch (found.kind)
    {
    case JALON_FOUND_PLACE:
      name = ((const JalonPlace *) record)->name;
      break;
    case JALON_FOUND_ORGANISATION:
      name = ((const JalonOrganisation *) record)->name;
      break;
    case JALON_FOUND_PROJECT:
    case JALON_N_FOUND:
    default:
      name = ((const JalonProject *) record)->title;
      break;
    }
  return jalon_words_isolate (jalon_words_text (language, name));
}

static void
add_places (GString *words, const JalonProject *project, const JalonLanguage *language)
{
  if (project->at->len == 0 || project->at->len > 2)
    {
      g_string_append_printf (words, SEPARATOR "%s", jalon_words_scope (language, project->scope));
      return;
    }
  for (guint i = 0; i < project->at->len; i++)
    {
      const JalonPlace *place = g_ptr_array_index (project->at, i);
      g_autofree char *name = jalon_words_isolate (jalon_words_text (language, place->name));

      g_string_append_printf (words, "%s%s", i == 0 ? SEPARATOR : ", ", name);
    }
}

static char *
describe_project (const JalonProject *project, const JalonShare *share, const char *currency, const JalonLanguage *language)
{
  GString *words = g_string_new (NULL);
  g_autofree char *amount = NULL;

  if (share != NULL)
    amount = jalon_words_stated (language, share, currency, JALON_MONEY_COMPACT);
  if (amount != NULL)
    g_string_append_printf (words, "%s" SEPARATOR, amount);
  g_string_append (words, jalon_words_kind (language, project->kind));
  add_places (words, project, language);
  if (share != NULL)
    g_string_append_printf (words, SEPARATOR "%s", jalon_words_status (language, share->status));
  return g_string_free (words, FALSE);
}

/**
 * jalon_finder_describe:
 * @self: a finder
 * @id: an id, of this finder or an older one
 * @language: the language to speak
 *
 * Returns: (transfer full) (nullable): what is known of it in one line, the amount with its qualifier first; %NULL if it isn't
 *   there any more
 */
char *
jalon_finder_describe (const JalonFinder *self, const char *id, const JalonLanguage *language)
{
  JalonFound found;
  gconstpointer record = look_up (self, id, &found);
  guint origin = record != NULL && found.recent ? RECENT : BUNDLED;
  const char *currency;
  g_autoptr (JalonFigures) figures = NULL;
  g_autofree char *sum = NULL;
  g_autofree char *projects = NULL;
  JalonSum total;

  if (record == NULL)
    return NULL;
  currency = jalon_dataset_get_currency (self->datasets[origin]);
  if (found.kind == JALON_FOUND_PROJECT)
    return describe_project (record, jalon_figures_find_share (self->figures[origin], record), currency, language);
  figures = filter_by (self->datasets[origin], found.kind, found.id);
  total = jalon_figures_get_total (figures);
  sum = jalon_words_sum (language, &total, currency, JALON_MONEY_COMPACT);
  projects = jalon_words_projects (language, jalon_figures_get_n_shares (figures));
  return g_strconcat (sum, SEPARATOR, projects, NULL);
}
