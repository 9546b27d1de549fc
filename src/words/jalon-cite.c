/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "words/jalon-cite.h"

#include <string.h>

#include "facts/jalon-address.h"
#include "words/jalon-about.h"
#include "words/jalon-words.h"

#define MOST_NAMED 3 /* projects, and sources, that a sentence names one by one */

static char *
isolate (const JalonLanguage *language, const JalonText *text)
{
  return jalon_words_isolate (jalon_words_text (language, text));
}

/* A source, its address, and how many others say so too; "" for none. */
static char *
say_sources (const JalonLanguage *language, const GPtrArray *sources)
{
  const JalonSource *source = jalon_address_choose_source (sources);
  g_autofree char *words = source != NULL ? jalon_words_source (language, source) : NULL;
  g_autofree char *named = NULL;
  g_autofree char *others = NULL;
  g_autofree char *number = NULL;

  if (source == NULL)
    return g_strdup ("");
  named = jalon_address_is_web (source->url) ? g_strdup_printf ("%s, %s", words, source->url) : g_strdup (words);
  if (sources->len == 1)
    return g_steal_pointer (&named);
  number = jalon_words_number (language, sources->len - 1);
  others = g_strdup_printf (jalon_trn (language, "%s other source", "%s other sources", sources->len - 1), number);
  /* Translators: a source, and how many others say the same */
  return g_strdup_printf (jalon_trc (language, "sources", "%s (and %s)"), named, others);
}

/* Who and how much, with what qualifies it in brackets, and who says so. */
static char *
write_sentence (const JalonLanguage *language, const char *who, const char *amount, const char *details, const char *sources)
{
  if (details[0] == '\0' && sources[0] == '\0')
    /* Translators: a figure, to be quoted: what it is of, and how much */
    return jalon_words_fill (jalon_tr (language, "{who}: {amount}"), "{who}", who, "{amount}", amount, NULL);
  if (sources[0] == '\0')
    return jalon_words_fill (jalon_tr (language, "{who}: {amount} ({details})"), "{who}", who, "{amount}", amount, "{details}", details, NULL);
  if (details[0] == '\0')
    return jalon_words_fill (jalon_tr (language, "{who}: {amount}, according to {sources}"), "{who}", who, "{amount}", amount, "{sources}", sources,
                             NULL);
  /* Translators: a figure, to be quoted: what it is of, how much, when it was announced, and who says so */
  return jalon_words_fill (jalon_tr (language, "{who}: {amount} ({details}), according to {sources}"), "{who}", who, "{amount}", amount,
                           "{details}", details, "{sources}", sources, NULL);
}

/* The title, and where: unless the title says so, or it is in many places. */
static char *
name_project (const JalonLanguage *language, const JalonProject *project)
{
  g_autofree char *title = isolate (language, project->title);
  g_autofree char *place = NULL;

  if (project->at->len != 1)
    return g_steal_pointer (&title);
  place = isolate (language, jalon_place_get_outermost (g_ptr_array_index (project->at, 0))->name);
  if (jalon_words_say (title, place))
    return g_steal_pointer (&title);
  return g_strdup_printf ("%s, %s", title, place);
}

static char *
say_announced (const JalonLanguage *language, const JalonDate *date)
{
  g_autofree char *words = jalon_words_date (language, date, JALON_DATE_LONG);
  gboolean is_plain = !date->is_span && !jalon_date_is_approximate (date);

  if (!jalon_date_is_set (date))
    return g_strdup ("");
  if (is_plain && date->from.precision == JALON_DATE_DAY)
    /* Translators: a day, such as February 10, 2025 */
    return g_strdup_printf (jalon_trc (language, "day", "announced on %s"), words);
  if (is_plain && date->from.precision != JALON_DATE_SEASON)
    /* Translators: a month or a year */
    return g_strdup_printf (jalon_trc (language, "month or year", "announced in %s"), words);
  /* Translators: a season, a span of time, or something like “around June 2025” */
  return g_strdup_printf (jalon_trc (language, "time", "announced: %s"), words);
}

static char *
say_amount (const JalonLanguage *language, const JalonShare *share, const char *currency)
{
  const JalonAmount *amount;

  if (!share->disclosed || share->stating == NULL)
    return g_strdup (jalon_tr (language, "amount not disclosed"));
  amount = share->stating->amount;
  if (share->added)
    return jalon_words_stated (language, share, currency, JALON_MONEY_COMPACT);
  return jalon_words_amount (language, amount, currency, JALON_MONEY_COMPACT);
}

/* What an amount covers, where that is not what its project does: it isn't the project's alone. */
static char *
add_scope (const JalonLanguage *language, const char *details, const JalonProject *project, JalonScope scope)
{
  g_autofree char *words = NULL;

  if (scope == JALON_SCOPE_UNSET || scope == project->scope)
    return g_strdup (details);
  words = g_strdup_printf (jalon_trc (language, "filter", "%s: %s"), jalon_words_key (language, JALON_KEY_SCOPE),
                           jalon_words_scope (language, scope));
  return details[0] != '\0' ? g_strdup_printf ("%s; %s", details, words) : g_steal_pointer (&words);
}

static char *
cite_project (const JalonLanguage *language, const JalonTold *told, const JalonProject *project)
{
  const JalonShare *share = jalon_figures_find_share (told->figures, project);
  const JalonAnnouncement *saying;
  g_autofree char *who = name_project (language, project);
  g_autofree char *amount = NULL;
  g_autofree char *announced = NULL;
  g_autofree char *details = NULL;
  g_autofree char *sources = NULL;

  if (share == NULL)
    return NULL;
  saying = share->stating != NULL ? share->stating : share->first;
  amount = say_amount (language, share, jalon_dataset_get_currency (jalon_figures_get_dataset (told->figures)));
  announced = saying != NULL ? say_announced (language, &saying->date) : g_strdup ("");
  details = add_scope (language, announced, project, share->stating != NULL ? share->scope : JALON_SCOPE_UNSET);
  sources = saying != NULL ? say_sources (language, saying->sources) : g_strdup ("");
  return write_sentence (language, who, amount, details, sources);
}

static char *
cite_announcement (const JalonLanguage *language, const JalonTold *told, const JalonAnnouncement *announcement)
{
  const char *currency = jalon_dataset_get_currency (jalon_figures_get_dataset (told->figures));
  g_autofree char *who = name_project (language, announcement->project);
  g_autofree char *date = jalon_words_date (language, &announcement->date, JALON_DATE_LONG);
  g_autofree char *sources = say_sources (language, announcement->sources);
  g_autofree char *amount = NULL;
  g_autofree char *announced = NULL;
  g_autofree char *details = NULL;

  if (announcement->amount == NULL)
    return write_sentence (language, who, jalon_words_act (language, announcement->act), date, sources);
  amount = jalon_words_amount (language, announcement->amount, currency, JALON_MONEY_COMPACT);
  if (announcement->act == JALON_ACT_ANNOUNCES)
    announced = say_announced (language, &announcement->date);
  else
    announced = g_strdup_printf ("%s, %s", jalon_words_act (language, announcement->act), date);
  details = add_scope (language, announced, announcement->project, announcement->scope);
  return write_sentence (language, who, amount, details, sources);
}

static char *
cite_indicator (const JalonLanguage *language, const JalonTold *told, const JalonIndicator *indicator)
{
  const char *slash = strchr (told->what, '/');
  guint index = slash != NULL ? (guint) MIN (g_ascii_strtoull (slash + 1, NULL, 10), G_MAXUINT) : indicator->readings->len - 1;
  const JalonReading *reading = index < indicator->readings->len ? g_ptr_array_index (indicator->readings, index) : NULL;
  const char *unit = indicator->unit != NULL ? jalon_words_text (language, indicator->unit) : NULL;
  g_autofree char *who = isolate (language, indicator->label);
  g_autofree char *value = NULL;
  g_autofree char *date = NULL;
  g_autofree char *sources = NULL;

  if (reading == NULL)
    return NULL;
  value = jalon_words_quantity (language, reading->value, unit);
  date = jalon_date_is_set (&reading->date) ? jalon_words_date (language, &reading->date, JALON_DATE_LONG) : g_strdup ("");
  sources = say_sources (language, reading->sources);
  return write_sentence (language, who, value, date, sources);
}

static void
append (GString *list, const char *separator, const char *part)
{
  if (part[0] == '\0')
    return;
  if (list->len > 0)
    g_string_append (list, separator);
  g_string_append (list, part);
}

static char *
name_rows (const JalonLanguage *language, const JalonWhy *why)
{
  const GArray *rows[] = { why->addends, why->left_out };
  g_autoptr (GString) list = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    for (guint j = 0; j < rows[i]->len; j++)
      {
        g_autofree char *title = isolate (language, g_array_index (rows[i], JalonWhyRow, j).share->project->title);

        if (n++ < MOST_NAMED)
          append (list, ", ", title);
      }
  if (n > MOST_NAMED)
    g_string_append (list, ", …");
  return g_string_free (g_steal_pointer (&list), FALSE);
}

static char *
name_groups (const JalonLanguage *language, const JalonTold *told, const char *keys)
{
  g_auto (GStrv) list = g_strsplit (keys, " ", -1);
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; list[i] != NULL; i++)
    {
      g_autofree char *name = jalon_words_group (language, jalon_figures_get_dataset (told->figures),
                                                 jalon_figures_get_group_key (told->figures), list[i]);

      append (names, ", ", name);
    }
  return g_string_free (g_steal_pointer (&names), FALSE);
}

/**
 * jalon_cite_name:
 * @why: what the figure is made of
 *
 * Returns: (transfer full): what a sum is of, in words: a group, some groups, some projects; "" for all that is selected
 */
char *
jalon_cite_name (const JalonLanguage *language, const JalonTold *told, const JalonWhy *why)
{
  if (why->project != NULL)
    return isolate (language, why->project->title);
  if (g_str_has_prefix (told->what, JALON_WHY_GROUP))
    return name_groups (language, told, told->what + strlen (JALON_WHY_GROUP));
  if (g_str_has_prefix (told->what, JALON_WHY_GROUPS))
    return name_groups (language, told, told->what + strlen (JALON_WHY_GROUPS));
  if (g_str_has_prefix (told->what, JALON_WHY_PROJECTS))
    return name_rows (language, why);
  return g_strdup ("");
}

static guint
count_undisclosed (const JalonWhy *why)
{
  guint n = 0;

  for (guint i = 0; i < why->left_out->len; i++)
    n += jalon_share_is_undisclosed (g_array_index (why->left_out, JalonWhyRow, i).share);
  return n;
}

/* How many projects, how many of them without an amount, by which filters, of which day. */
static char *
describe_sum (const JalonLanguage *language, const JalonTold *told, const JalonWhy *why, const JalonAbout *about)
{
  g_autoptr (GString) list = g_string_new (NULL);
  g_autofree char *projects = jalon_words_projects (language, why->n_projects);
  guint n = count_undisclosed (why);
  g_autofree char *number = jalon_words_number (language, n);
  g_autofree char *undisclosed = g_strdup_printf (jalon_trn (language, "%s amount not disclosed", "%s amounts not disclosed", n), number);
  g_autofree char *known = NULL;

  append (list, ", ", projects);
  if (n > 0)
    append (list, ", ", undisclosed);
  append (list, "; ", about->filters);
  if (about->as_of[0] == '\0')
    return g_string_free (g_steal_pointer (&list), FALSE);
  known = g_strdup_printf (jalon_figures_get_as_of (told->figures) != NULL ? jalon_tr (language, "as known on %s")
                                                                            : jalon_tr (language, "data as of %s"),
                           about->as_of);
  append (list, "; ", known);
  return g_string_free (g_steal_pointer (&list), FALSE);
}

/* Those that state the amounts it is made of: named where they are few. */
static char *
say_sum_sources (const JalonLanguage *language, const JalonWhy *why)
{
  g_autoptr (GPtrArray) sources = g_ptr_array_new ();
  g_autoptr (GString) list = g_string_new (NULL);
  g_autofree char *number = NULL;

  for (guint i = 0; i < why->addends->len; i++)
    {
      const JalonAnnouncement *stating = g_array_index (why->addends, JalonWhyRow, i).share->stating;

      for (guint j = 0; stating != NULL && j < stating->sources->len; j++)
        if (!g_ptr_array_find (sources, g_ptr_array_index (stating->sources, j), NULL))
          g_ptr_array_add (sources, g_ptr_array_index (stating->sources, j));
    }
  if (why->addends->len == 1)
    return say_sources (language, sources);
  number = jalon_words_number (language, sources->len);
  if (sources->len > MOST_NAMED)
    return g_strdup_printf (jalon_trn (language, "%s source", "%s sources", sources->len), number);
  for (guint i = 0; i < sources->len; i++)
    {
      const JalonSource *source = g_ptr_array_index (sources, i);
      g_autofree char *publisher = isolate (language, source->publisher);

      append (list, ", ", publisher);
      if (jalon_address_is_web (source->url))
        append (list, ", ", source->url);
    }
  return g_string_free (g_steal_pointer (&list), FALSE);
}

static char *
cite_sum (const JalonLanguage *language, const JalonTold *told)
{
  JalonDataset *dataset = jalon_figures_get_dataset (told->figures);
  g_autoptr (JalonWhy) why = jalon_why_new (told->figures, told->what);
  g_autoptr (JalonAbout) about = NULL;
  g_autoptr (GString) who = NULL;
  g_autofree char *name = NULL;
  g_autofree char *sum = NULL;
  g_autofree char *details = NULL;
  g_autofree char *sources = NULL;

  if (why == NULL)
    return NULL;
  about = jalon_about_new (told->figures, told->query, language, "");
  name = jalon_cite_name (language, told, why);
  who = g_string_new (about->title);
  append (who, ", ", name);
  sum = jalon_words_sum (language, &why->sum, jalon_dataset_get_currency (dataset), JALON_MONEY_COMPACT);
  details = describe_sum (language, told, why, about);
  sources = say_sum_sources (language, why);
  return write_sentence (language, who->str, sum, details, sources);
}

/**
 * jalon_cite:
 * @told: a figure
 *
 * Writes a figure as one sentence that can be quoted: what it is of, how much with its qualifier, since when, and who says so. A sum
 * says how many projects, which filters and which day it is of.
 *
 * Returns: (transfer full) (nullable): the sentence, without a stop at its end; %NULL if there is no such figure
 */
char *
jalon_cite (const JalonLanguage *language, const JalonTold *told)
{
  const JalonProject *project = jalon_told_get_project (told);
  const JalonAnnouncement *announcement = jalon_told_get_announcement (told);
  const JalonIndicator *indicator = jalon_told_get_indicator (told);

  if (announcement != NULL)
    return cite_announcement (language, told, announcement);
  if (project != NULL)
    return cite_project (language, told, project);
  if (indicator != NULL)
    return cite_indicator (language, told, indicator);
  return cite_sum (language, told);
}
