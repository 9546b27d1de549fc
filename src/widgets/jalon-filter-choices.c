/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/jalon-filter-choices.h"

#include <string.h>

#include "words/jalon-collation.h"
#include "words/jalon-words.h"

static const char *const languages[] = { "fr", "en" };

static void
choice_free (gpointer data)
{
  JalonFilterChoice *choice = data;

  g_free (choice->value);
  g_free (choice->label);
  g_free (choice->words);
  g_free (choice->rank);
  g_free (choice);
}

static gboolean
is_of_time (JalonKey key)
{
  return key == JALON_KEY_YEAR || key == JALON_KEY_QUARTER || key == JALON_KEY_MONTH;
}

/* Spans of time by date, the latest first; words by name; no and several values last. */
static char *
make_rank (JalonKey key, const char *value, const char *label, const JalonLanguage *language)
{
  gboolean none = g_str_equal (value, JALON_VALUE_NONE), several = g_str_equal (value, JALON_VALUE_SEVERAL);
  g_autofree char *name = is_of_time (key) ? g_strdup (value) : jalon_collation_make_key (language, label);

  for (char *c = name; is_of_time (key) && *c != '\0'; c++)
    *c = g_ascii_isdigit (*c) ? (char) ('0' + '9' - *c) : *c;
  return g_strconcat (none ? "2" : several ? "1" : "0", name, NULL);
}

static char *
fold_labels (JalonDataset *dataset, JalonKey key, const char *value)
{
  char *labels[G_N_ELEMENTS (languages) + 2] = { NULL };
  char *words;

  labels[G_N_ELEMENTS (languages)] = (char *) value; /* a code may be better known */

  for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
    labels[i] = jalon_words_group (jalon_language_get (languages[i]), dataset, key, value);
  words = jalon_search_fold_words ((const char *const *) labels);
  for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
    g_free (labels[i]);
  return words;
}

static int
compare_choices (gconstpointer a, gconstpointer b)
{
  const JalonFilterChoice *one = *(const JalonFilterChoice *const *) a;
  const JalonFilterChoice *other = *(const JalonFilterChoice *const *) b;

  if (one->rank[0] != other->rank[0])
    return one->rank[0] < other->rank[0] ? -1 : 1;
  if (!is_of_time (one->key) && one->n_projects != other->n_projects)
    return one->n_projects > other->n_projects ? -1 : 1;
  return strcmp (one->rank, other->rank);
}

/**
 * jalon_filter_choices_list:
 * @facets: the counted choices
 * @key: a grouping
 * @language: the language to speak
 *
 * Returns: (transfer full) (element-type JalonFilterChoice): the choices of a filter, those of the most projects first, spans of time by
 *   date
 */
GPtrArray *
jalon_filter_choices_list (const JalonFacets *facets, JalonKey key, JalonDataset *dataset, const JalonLanguage *language)
{
  GPtrArray *choices = g_ptr_array_new_with_free_func (choice_free);
  guint n;
  const JalonFacet *list = jalon_facets_list (facets, key, &n);

  for (guint i = 0; i < n; i++)
    {
      JalonFilterChoice *choice = g_new0 (JalonFilterChoice, 1);

      choice->key = key;
      choice->value = g_strdup (list[i].value);
      choice->label = jalon_words_group (language, dataset, key, list[i].value);
      choice->words = fold_labels (dataset, key, list[i].value);
      choice->rank = make_rank (key, list[i].value, choice->label, language);
      choice->n_projects = list[i].n_projects;
      g_ptr_array_add (choices, choice);
    }
  g_ptr_array_sort (choices, compare_choices);
  return choices;
}

/**
 * jalon_filter_choices_tell:
 * @facets: the counted choices
 * @key: a grouping
 *
 * Returns: whether there is anything to choose: a value that is neither none nor several
 */
gboolean
jalon_filter_choices_tell (const JalonFacets *facets, JalonKey key)
{
  guint n;
  const JalonFacet *list = jalon_facets_list (facets, key, &n);

  for (guint i = 0; i < n; i++)
    if (!g_str_equal (list[i].value, JALON_VALUE_NONE) && !g_str_equal (list[i].value, JALON_VALUE_SEVERAL))
      return TRUE;
  return FALSE;
}
