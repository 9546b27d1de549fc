/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/jalon-compare-choices.h"

#include "words/jalon-words.h"

static const JalonKey keys[JALON_N_COMPARES] = {
  [JALON_COMPARE_PLACE] = JALON_KEY_PLACE,
  [JALON_COMPARE_TERRITORY] = JALON_KEY_TERRITORY,
  [JALON_COMPARE_DEPARTMENT] = JALON_KEY_DEPARTMENT,
  [JALON_COMPARE_ORGANISATION] = JALON_KEY_ORGANISATION,
  [JALON_COMPARE_KIND] = JALON_KEY_KIND,
  [JALON_COMPARE_AS_OF] = JALON_KEY_YEAR,
};

/**
 * jalon_compare_by_get_words:
 * @by: what two answers differ in
 * @language: the language to speak
 *
 * Returns: (transfer none): what it is called
 */
const char *
jalon_compare_by_get_words (JalonCompareBy by, const JalonLanguage *language)
{
  return by == JALON_COMPARE_AS_OF ? jalon_tr (language, "Two dates") : jalon_words_key (language, keys[by]);
}

static void
choice_free (gpointer data)
{
  JalonCompareChoice *choice = data;

  g_free (choice->value);
  g_free (choice->label);
  g_free (choice);
}

/* Takes the label. */
static void
add_choice (GPtrArray *choices, const char *value, char *label)
{
  JalonCompareChoice *choice = g_new0 (JalonCompareChoice, 1);

  choice->value = g_strdup (value);
  choice->label = label;
  g_ptr_array_add (choices, choice);
}

/* What is asked besides what is compared. */
static JalonQuery *
make_base (JalonModel *model, JalonCompareBy by)
{
  static const char *const none[] = { NULL };
  JalonQuery *query = jalon_query_copy (jalon_model_get_query (model));

  if (by == JALON_COMPARE_AS_OF)
    jalon_query_set_as_of (query, NULL);
  else
    jalon_query_set_values (query, keys[by], none);
  return query;
}

static void
add_value (JalonModel *model, GPtrArray *choices, GHashTable *seen, JalonKey key, const char *value)
{
  if (g_str_equal (value, JALON_VALUE_NONE) || g_str_equal (value, JALON_VALUE_SEVERAL) || !g_hash_table_add (seen, g_strdup (value)))
    return;
  add_choice (choices, value, jalon_words_group (jalon_model_get_language (model), jalon_model_get_dataset (model), key, value));
}

/* Those that money stands for first, by how much; then the others that projects have. */
static void
add_values (JalonModel *model, JalonCompareBy by, GPtrArray *choices)
{
  JalonDataset *dataset = jalon_model_get_dataset (model);
  g_autoptr (JalonQuery) query = make_base (model, by);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (JalonFigures) figures = NULL;

  jalon_query_set_group (query, keys[by]);
  figures = jalon_figures_compute (dataset, query);
  for (guint i = 0; i < jalon_figures_get_n_groups (figures); i++)
    add_value (model, choices, seen, keys[by], jalon_figures_get_group (figures, i)->key);
  for (guint i = 0; i < jalon_figures_get_n_shares (figures); i++)
    {
      g_auto (GStrv) values = jalon_figures_list_values (dataset, jalon_figures_get_share (figures, i)->project, keys[by]);

      for (guint j = 0; values != NULL && values[j] != NULL; j++)
        add_value (model, choices, seen, keys[by], values[j]);
    }
}

/* What is known today, and what was at the end of each year. */
static void
add_dates (JalonModel *model, GPtrArray *choices)
{
  const JalonLanguage *language = jalon_model_get_language (model);
  g_autoptr (JalonQuery) query = make_base (model, JALON_COMPARE_AS_OF);
  g_autoptr (JalonFigures) figures = NULL;
  int first = G_MAXINT, last = 0;

  figures = jalon_figures_compute (jalon_model_get_dataset (model), query);
  for (guint i = 0; i < jalon_figures_get_n_shares (figures); i++)
    {
      const JalonAnnouncement *announcement = jalon_figures_get_share (figures, i)->first;
      int year = announcement != NULL ? announcement->date.from.year : 0;

      first = year > 0 ? MIN (first, year) : first;
      last = MAX (last, year);
    }
  add_choice (choices, "", g_strdup (jalon_tr (language, "All that is known")));
  for (int year = last; year >= first && last - year < 30; year--)
    {
      g_autofree char *value = g_strdup_printf ("%04d-12-31", year);
      JalonDate date;

      if (jalon_date_parse (value, &date))
        add_choice (choices, value, jalon_words_date (language, &date, JALON_DATE_LONG));
    }
}

/**
 * jalon_compare_list_choices:
 * @model: the model
 * @by: what two answers are to differ in
 *
 * Returns: (transfer full) (element-type JalonCompareChoice): the values that the projects of the model's query have, the other filters
 *   holding
 */
GPtrArray *
jalon_compare_list_choices (JalonModel *model, JalonCompareBy by)
{
  GPtrArray *choices = g_ptr_array_new_with_free_func (choice_free);

  if (jalon_model_get_dataset (model) == NULL)
    return choices;
  if (by == JALON_COMPARE_AS_OF)
    add_dates (model, choices);
  else
    add_values (model, by, choices);
  return choices;
}

/**
 * jalon_compare_make_query:
 * @model: the model
 * @by: what two answers differ in
 * @value: the value of one of them
 *
 * Returns: (transfer full): what that side asks: the model's query, and the value
 */
JalonQuery *
jalon_compare_make_query (JalonModel *model, JalonCompareBy by, const char *value)
{
  JalonQuery *query = make_base (model, by);
  JalonDate date;

  if (by != JALON_COMPARE_AS_OF)
    {
      const char *const values[] = { value, NULL };

      jalon_query_set_values (query, keys[by], values);
    }
  else if (jalon_date_parse (value, &date))
    {
      jalon_query_set_as_of (query, &date);
    }
  return query;
}
