/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "words/jalon-about.h"

#include <string.h>

#include "words/jalon-words.h"

static void
append (GString *list, const char *separator, const char *part)
{
  if (list->len > 0)
    g_string_append (list, separator);
  g_string_append (list, part);
}

/* What a key is filtered by, in words and as on the command line. */
typedef struct
{
  const JalonLanguage *language;
  GString *words;
  GString *codes;
} Filters;

static void
add_filter (Filters *filters, JalonKey key, const char *words, const char *codes)
{
  const char *label = jalon_words_key (filters->language, key);
  /* Translators: a filter: what is asked for, and the values */
  g_autofree char *named = g_strdup_printf (jalon_trc (filters->language, "filter", "%s: %s"), label, words);

  append (filters->words, " · ", named);
  append (filters->codes, " ", codes);
}

static void
add_values (Filters *filters, JalonDataset *dataset, JalonQuery *query, JalonKey key)
{
  const char *const *values = jalon_query_get_values (query, key);
  g_autoptr (GString) words = g_string_new (NULL);
  g_autoptr (GString) codes = g_string_new (NULL);

  for (guint i = 0; values != NULL && values[i] != NULL; i++)
    {
      g_autofree char *name = jalon_words_value (filters->language, dataset, key, values[i]);
      g_autofree char *code = g_strdup_printf ("%s=%s", jalon_key_get_nick (key), values[i]);

      append (words, ", ", name);
      append (codes, " ", code);
    }
  if (words->len > 0)
    add_filter (filters, key, words->str, codes->str);
}

static void
add_date (Filters *filters, JalonKey key, const JalonDate *date)
{
  g_autofree char *words = NULL, *string = NULL, *code = NULL;

  if (date == NULL)
    return;
  words = jalon_words_date (filters->language, date, JALON_DATE_LONG);
  string = jalon_date_to_string (date);
  code = g_strdup_printf ("%s=%s", jalon_key_get_nick (key), string);
  add_filter (filters, key, words, code);
}

static void
describe_filters (JalonAbout *about, JalonDataset *dataset, JalonQuery *query, const JalonLanguage *language)
{
  Filters filters = { language, g_string_new (NULL), g_string_new (NULL) };

  for (int key = 0; key < JALON_N_GROUPINGS; key++)
    add_values (&filters, dataset, query, (JalonKey) key);
  add_date (&filters, JALON_KEY_FROM, jalon_query_get_from (query));
  add_date (&filters, JALON_KEY_TO, jalon_query_get_to (query));
  add_values (&filters, dataset, query, JALON_KEY_TEXT);
  about->filters = g_string_free (filters.words, FALSE);
  about->filter_codes = g_string_free (filters.codes, FALSE);
}

/* Each reason with how many projects it holds for. */
static char *
describe_left_out (const JalonFigures *figures, const JalonLanguage *language)
{
  guint counts[JALON_N_REASONS] = { 0 };
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < jalon_figures_get_n_shares (figures); i++)
    counts[jalon_figures_get_share (figures, i)->reason]++;
  for (int reason = JALON_REASON_NONE + 1; reason < JALON_N_REASONS; reason++)
    {
      g_autofree char *number = jalon_words_number (language, counts[reason]);
      /* Translators: why projects are left out, and how many */
      g_autofree char *part = g_strdup_printf (jalon_trc (language, "left out", "%s (%s)"),
                                               jalon_words_reason (language, (JalonReason) reason), number);

      if (counts[reason] > 0)
        append (list, ", ", part);
    }
  return g_string_free (g_steal_pointer (&list), FALSE);
}

static char *
describe_shared (const JalonFigures *figures, const JalonLanguage *language, const char *currency)
{
  JalonSum shared = jalon_figures_get_shared (figures);
  /* What is shared may be less firm than it is at most, and the other way round. */
  JalonSum ordered = { .firm = MIN (shared.firm, shared.ceiling), .ceiling = MAX (shared.firm, shared.ceiling) };

  if (ordered.ceiling <= 0)
    return g_strdup ("");
  return jalon_words_sum (language, &ordered, currency, JALON_MONEY_COMPACT);
}

static void
use_sources (GHashTable *used, const GPtrArray *sources)
{
  for (guint i = 0; i < sources->len; i++)
    g_hash_table_add (used, g_ptr_array_index (sources, i));
}

/* Those that the selected projects' announcements name. */
static GPtrArray *
list_sources (const JalonFigures *figures)
{
  const GPtrArray *all = jalon_dataset_get_list (jalon_figures_get_dataset (figures), JALON_LIST_SOURCES);
  g_autoptr (GHashTable) used = g_hash_table_new (g_direct_hash, g_direct_equal);
  GPtrArray *sources = g_ptr_array_new ();

  for (guint i = 0; i < jalon_figures_get_n_shares (figures); i++)
    {
      const GPtrArray *announcements = jalon_figures_get_share (figures, i)->project->announcements;

      for (guint j = 0; j < announcements->len; j++)
        use_sources (used, ((const JalonAnnouncement *) g_ptr_array_index (announcements, j))->sources);
    }
  for (guint i = 0; i < all->len; i++)
    if (g_hash_table_contains (used, g_ptr_array_index (all, i)))
      g_ptr_array_add (sources, g_ptr_array_index (all, i));
  return sources;
}

/* The last day that the date of the file may mean. */
static char *
write_updated (JalonDataset *dataset)
{
  const JalonDate *updated = jalon_dataset_get_updated (dataset);
  JalonDate day;

  if (updated == NULL || !jalon_date_is_set (updated))
    return g_strdup ("");
  day = jalon_date_from_days (jalon_date_get_last_day (updated), jalon_date_get_last_day (updated));
  return jalon_date_to_string (&day);
}

static char *
describe_as_of (const JalonFigures *figures, const JalonLanguage *language)
{
  const JalonDate *as_of = jalon_figures_get_as_of (figures);

  if (as_of == NULL)
    as_of = jalon_dataset_get_updated (jalon_figures_get_dataset (figures));
  if (as_of == NULL || !jalon_date_is_set (as_of))
    return g_strdup ("");
  return jalon_words_date (language, as_of, JALON_DATE_LONG);
}

/**
 * jalon_about_new:
 * @figures: the answer to @query
 * @digest: the SHA-256 of the dataset, in hexadecimal; "" where it isn't said
 *
 * Writes down what an export says of itself. Nothing in it depends on the clock.
 *
 * Returns: (transfer full): valid as long as the dataset
 */
JalonAbout *
jalon_about_new (const JalonFigures *figures, JalonQuery *query, const JalonLanguage *language, const char *digest)
{
  JalonAbout *about = g_new0 (JalonAbout, 1);
  JalonDataset *dataset = jalon_figures_get_dataset (figures);
  const char *currency = jalon_dataset_get_currency (dataset);
  JalonSum total = jalon_figures_get_total (figures);

  about->title = jalon_words_isolate (jalon_words_text (language, jalon_dataset_get_title (dataset)));
  describe_filters (about, dataset, query, language);
  about->as_of = describe_as_of (figures, language);
  about->total = jalon_words_sum (language, &total, currency, JALON_MONEY_FULL);
  about->left_out = describe_left_out (figures, language);
  about->less = describe_shared (figures, language, currency);
  about->sources = list_sources (figures);
  about->updated = write_updated (dataset);
  about->digest = g_strdup (digest);
  about->generator = g_strdup ("Jalon " VERSION);
  about->language = g_strdelimit (g_strdup (jalon_language_get_code (language)), "_", '-');
  return about;
}

/**
 * jalon_about_free:
 * @about: (transfer full): what jalon_about_new() made
 */
void
jalon_about_free (JalonAbout *about)
{
  g_free (about->title);
  g_free (about->filters);
  g_free (about->filter_codes);
  g_free (about->as_of);
  g_free (about->total);
  g_free (about->left_out);
  g_free (about->less);
  g_ptr_array_unref (about->sources);
  g_free (about->updated);
  g_free (about->digest);
  g_free (about->generator);
  g_free (about->language);
  g_free (about);
}

/**
 * jalon_about_describe:
 *
 * Returns: (transfer full): in one line what is shown, of which day, and what it comes to, as far as it says
 */
char *
jalon_about_describe (const JalonAbout *about)
{
  const char *parts[] = { about->filters, about->as_of, about->total };
  GString *line = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i][0] != '\0')
      append (line, " · ", parts[i]);
  return g_string_free (line, FALSE);
}

/**
 * jalon_about_write_sources:
 * @separator: what stands between two
 *
 * Returns: (transfer full): who published what is shown, each once, in the order of the file
 */
char *
jalon_about_write_sources (const JalonAbout *about, const JalonLanguage *language, const char *separator)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < about->sources->len; i++)
    {
      const JalonSource *source = g_ptr_array_index (about->sources, i);
      char *publisher = jalon_words_isolate (jalon_words_text (language, source->publisher));

      if (g_hash_table_add (seen, publisher))
        append (list, separator, publisher);
    }
  return g_string_free (list, FALSE);
}

/**
 * jalon_about_count_days:
 * @dataset: (nullable): a file
 * @today: a Julian day of #GDate
 *
 * Returns: how many days have gone since the last day that the date of the file may mean; -1 where it has none, or one yet to come
 */
int
jalon_about_count_days (JalonDataset *dataset, int today)
{
  const JalonDate *updated = dataset != NULL ? jalon_dataset_get_updated (dataset) : NULL;

  if (updated == NULL || !jalon_date_is_set (updated))
    return -1;
  return MAX (-1, today - jalon_date_get_last_day (updated));
}

/**
 * jalon_about_say_date:
 * @dataset: (nullable): a file
 *
 * Returns: (transfer full): of which date its data are; "" where it doesn't say
 */
char *
jalon_about_say_date (JalonDataset *dataset, const JalonLanguage *language)
{
  const JalonDate *updated = dataset != NULL ? jalon_dataset_get_updated (dataset) : NULL;
  g_autofree char *date = NULL;

  if (updated == NULL || !jalon_date_is_set (updated))
    return g_strdup ("");
  date = jalon_words_date (language, updated, JALON_DATE_LONG);
  return jalon_words_fill (jalon_tr (language, "Data as of {date}"), "{date}", date, NULL);
}
