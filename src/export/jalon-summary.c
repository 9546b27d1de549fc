/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "export/jalon-summary.h"

#include "words/jalon-words.h"

/* What a text is made from. */
typedef struct
{
  const JalonFigures *figures;
  const JalonLanguage *language;
  const char *currency;
  GString *out;
} Page;

static glong
get_width (const char *text)
{
  glong width = 0;

  for (const char *c = text; *c; c = g_utf8_next_char (c))
    {
      gunichar letter = g_utf8_get_char (c);
      width += g_unichar_iszerowidth (letter) ? 0 : g_unichar_iswide (letter) ? 2 : 1;
    }
  return width;
}

static void
append_cell (GString *out, const char *text, glong width, gboolean to_right)
{
  glong missing = MAX (0, width - get_width (text));

  if (!to_right)
    g_string_append (out, text);
  g_string_append_printf (out, "%*s", (int) missing, "");
  if (to_right)
    g_string_append (out, text);
}

/* Rows of cells as columns: the first to the left, the others to the right. */
static void
append_table (GString *out, const GPtrArray *rows)
{
  glong widths[8] = { 0 };

  for (guint i = 0; i < rows->len; i++)
    {
      char **cells = g_ptr_array_index (rows, i);
      for (guint j = 0; cells[j] && j < G_N_ELEMENTS (widths); j++)
        widths[j] = MAX (widths[j], get_width (cells[j]));
    }
  for (guint i = 0; i < rows->len; i++)
    {
      char **cells = g_ptr_array_index (rows, i);
      for (guint j = 0; cells[j] && j < G_N_ELEMENTS (widths); j++)
        {
          g_string_append (out, "  ");
          append_cell (out, cells[j], widths[j], j > 0);
        }
      g_string_append_c (out, '\n');
    }
}

static GPtrArray *
table_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
}

/* Takes the strings. */
static void
add_row (GPtrArray *table, char *first, char *second, char *third)
{
  char **cells = g_new0 (char *, 4);

  cells[0] = first;
  cells[1] = second;
  cells[2] = third;
  g_ptr_array_add (table, cells);
}

static char *
write_sum (const Page *page, const JalonSum *sum)
{
  return jalon_words_sum (page->language, sum, page->currency, JALON_MONEY_FULL);
}

static char *
write_title (const Page *page, const JalonText *title)
{
  return jalon_words_isolate (jalon_words_text (page->language, title));
}

static void
append_head (const Page *page)
{
  JalonDataset *dataset = jalon_figures_get_dataset (page->figures);
  const JalonDate *as_of = jalon_figures_get_as_of (page->figures);
  JalonSum total = jalon_figures_get_total (page->figures);
  guint n_undisclosed = jalon_figures_get_n_undisclosed (page->figures);
  guint n_cancelled = jalon_figures_get_n_cancelled (page->figures);
  g_autofree char *title = write_title (page, jalon_dataset_get_title (dataset));
  g_autofree char *sum = write_sum (page, &total);
  g_autofree char *projects = jalon_words_projects (page->language, jalon_figures_get_n_shares (page->figures));
  g_autofree char *undisclosed = jalon_words_number (page->language, n_undisclosed);
  g_autofree char *cancelled = jalon_words_number (page->language, n_cancelled);

  g_string_append_printf (page->out, "%s\n", title);
  if (as_of)
    {
      g_autofree char *date = jalon_words_date (page->language, as_of, JALON_DATE_LONG);
      /* Translators: a date, or a month or a year */
      g_string_append_printf (page->out, jalon_tr (page->language, "As known on: %s"), date);
      g_string_append_c (page->out, '\n');
    }
  g_string_append_c (page->out, '\n');
  g_string_append_printf (page->out, jalon_tr (page->language, "Total: %s"), sum);
  g_string_append_printf (page->out, "\n%s", projects);
  if (n_undisclosed > 0)
    {
      g_string_append (page->out, ", ");
      g_string_append_printf (page->out, jalon_trn (page->language, "%s without a public amount",
                                                    "%s without a public amount", n_undisclosed), undisclosed);
    }
  if (n_cancelled > 0)
    {
      g_string_append (page->out, ", ");
      g_string_append_printf (page->out, jalon_trn (page->language, "%s canceled", "%s canceled", n_cancelled), cancelled);
    }
  g_string_append_c (page->out, '\n');
}

static void
append_groups (const Page *page)
{
  JalonKey key = jalon_figures_get_group_key (page->figures);
  JalonDataset *dataset = jalon_figures_get_dataset (page->figures);
  g_autoptr (GPtrArray) table = table_new ();

  g_string_append_printf (page->out, "\n%s\n", jalon_words_by (page->language, key));
  for (guint i = 0; i < jalon_figures_get_n_groups (page->figures); i++)
    {
      const JalonGroup *group = jalon_figures_get_group (page->figures, i);

      add_row (table, jalon_words_group (page->language, dataset, key, group->key),
               group->n_undisclosed == group->n_projects
                   ? g_strdup (jalon_words_reason (page->language, JALON_REASON_UNDISCLOSED))
                   : write_sum (page, &group->sum),
               jalon_words_projects (page->language, group->n_projects));
    }
  append_table (page->out, table);
}

static void
append_addends (const Page *page)
{
  g_autoptr (GPtrArray) table = table_new ();
  JalonSum shared = jalon_figures_get_shared (page->figures);
  JalonSum unshared = { .firm = jalon_figures_get_firm_unshared (page->figures) };

  for (guint i = 0; i < jalon_figures_get_n_shares (page->figures); i++)
    {
      const JalonShare *share = jalon_figures_get_share (page->figures, i);
      if (jalon_share_is_addend (share))
        add_row (table, write_title (page, share->project->title), write_sum (page, &share->remainder), NULL);
    }
  if (table->len == 0)
    return;
  if (shared.firm > 0 || shared.ceiling > 0)
    {
      /* What is shared may be less firm than it is at most, and the other way round. */
      JalonSum ordered = { .firm = MIN (shared.firm, shared.ceiling), .ceiling = MAX (shared.firm, shared.ceiling) };
      add_row (table, g_strdup (jalon_tr (page->language, "less what may be the same money")), write_sum (page, &ordered),
               NULL);
    }
  if (unshared.firm > 0)
    {
      unshared.ceiling = unshared.firm;
      add_row (table, g_strdup (jalon_tr (page->language, "plus what is firm only as a whole")), write_sum (page, &unshared),
               NULL);
    }
  g_string_append_printf (page->out, "\n%s\n", jalon_tr (page->language, "What makes up the total"));
  append_table (page->out, table);
}

static void
append_left_out (const Page *page)
{
  if (jalon_figures_get_n_left_out (page->figures) == 0)
    return;
  g_string_append_printf (page->out, "\n%s\n", jalon_tr (page->language, "What is left out of it"));
  for (guint i = 0; i < jalon_figures_get_n_shares (page->figures); i++)
    {
      const JalonShare *share = jalon_figures_get_share (page->figures, i);
      g_autofree char *title = write_title (page, share->project->title);
      g_autofree char *why = jalon_words_left_out (page->language, share);

      if (share->reason == JALON_REASON_NONE)
        continue;
      g_string_append (page->out, "  ");
      /* Translators: a project, and why it is left out */
      g_string_append_printf (page->out, jalon_trc (page->language, "left out", "%s: %s"), title, why);
      g_string_append_c (page->out, '\n');
    }
}

/**
 * jalon_summary_to_text:
 *
 * Returns: (transfer full): the figures in words, for a terminal: the total, the groups, what makes it up, what is left out and why
 */
char *
jalon_summary_to_text (const JalonFigures *figures, const JalonLanguage *language)
{
  Page page = { figures, language, jalon_dataset_get_currency (jalon_figures_get_dataset (figures)),
                g_string_new (NULL) };

  append_head (&page);
  if (jalon_figures_get_n_groups (figures) > 0)
    append_groups (&page);
  append_addends (&page);
  append_left_out (&page);
  return g_string_free (page.out, FALSE);
}

/**
 * jalon_summary_write:
 * @json: whether for a program, else for a reader
 *
 * Returns: (transfer full): what `--summary` prints of the answer to the query
 */
char *
jalon_summary_write (JalonDataset *dataset, JalonQuery *query, const JalonLanguage *language, gboolean json)
{
  g_autoptr (JalonFigures) figures = jalon_figures_compute (dataset, query);

  return json ? jalon_summary_to_json (figures, language) : jalon_summary_to_text (figures, language);
}
