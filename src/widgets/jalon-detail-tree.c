/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "figures/jalon-family.h"
#include "widgets/jalon-detail-private.h"
#include "words/jalon-words.h"

/* What a project is part of and what it contains, with what each line counts. */

#define INDENT 14       /* logical pixels a step down */
#define MOST_INDENTS 4

static char *
say_amount (const JalonDetailRows *rows, const JalonFamilyRow *row)
{
  if (row->whole == NULL)
    return g_strdup (jalon_tr (rows->language, "not announced yet"));
  if (!row->whole->disclosed && row->whole->rollup.ceiling > 0)
    {
      g_autofree char *sum = jalon_words_sum (rows->language, &row->whole->rollup, rows->currency, JALON_MONEY_COMPACT);

      /* Translators: of a project without an amount of its own, the sum of what it contains */
      return g_strdup_printf (jalon_tr (rows->language, "its parts: %s"), sum);
    }
  if (!row->whole->disclosed)
    return g_strdup (jalon_tr (rows->language, "amount not disclosed"));
  if (row->whole->stated.ceiling > jalon_amount_get_ceiling (row->whole->stating->amount) && !row->whole->converted)
    return jalon_words_stated (rows->language, row->whole, rows->currency, JALON_MONEY_COMPACT);
  return jalon_words_amount (rows->language, row->whole->stating->amount, rows->currency, JALON_MONEY_COMPACT);
}

static void
add_line (const JalonDetailRows *rows, const JalonFamilyRow *row)
{
  g_autofree char *title = jalon_words_isolate (jalon_words_text (rows->language, row->project->title));
  g_autofree char *amount = say_amount (rows, row);
  g_autofree char *standing = jalon_words_standing (rows->language, row->here, rows->currency);
  g_autoptr (GString) below = g_string_new (amount);
  g_autofree char *words = NULL;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gboolean is_self = row->project == rows->project;

  if (g_strcmp0 (amount, standing) != 0)
    g_string_append_printf (below, " · %s", standing);
  words = g_strdup_printf ("%s: %s", title, below->str);
  gtk_box_append (GTK_BOX (box), jalon_detail_make_label (title, is_self ? "heading" : "publisher"));
  gtk_box_append (GTK_BOX (box), jalon_detail_make_label (below->str, "tree-amount"));
  gtk_widget_set_margin_start (box, (int) MIN (row->depth, MOST_INDENTS) * INDENT);
  if (row->here == NULL)
    gtk_widget_add_css_class (box, "unselected");
  jalon_detail_add_project (rows, box, words, is_self ? NULL : row->project);
}

/* What its parts come to, and how much of it would be counted more than once by who adds all lines up. */
static void
add_sums (const JalonDetailRows *rows, const JalonFamily *family)
{
  g_autofree char *number = jalon_words_number (rows->language, family->n_parts);
  g_autofree char *parts = jalon_words_sum (rows->language, &family->parts, rows->currency, JALON_MONEY_COMPACT);
  g_autofree char *twice = jalon_words_sum (rows->language, &family->twice, rows->currency, JALON_MONEY_COMPACT);
  g_autoptr (GString) line = g_string_new (jalon_trn (rows->language, "{n} part: {amount}", "{n} parts: {amount}", family->n_parts));

  if (family->n_parts == 0)
    return;
  g_string_replace (line, "{n}", number, 1);
  g_string_replace (line, "{amount}", parts, 1);
  jalon_detail_add_label (rows, line->str, "tree-sum");
  if (!(family->twice.ceiling > 0))
    return;
  g_string_assign (line, jalon_tr (rows->language, "The same money in the whole and in its parts, not counted twice: {amount}"));
  g_string_replace (line, "{amount}", twice, 1);
  jalon_detail_add_label (rows, line->str, "tree-sum");
}

/**
 * jalon_detail_add_tree:
 *
 * Adds what the project is part of and what it contains, each line with its amount and whether it counts in what is selected, and the
 * sums; nothing where it stands alone.
 */
void
jalon_detail_add_tree (const JalonDetailRows *rows)
{
  g_autoptr (JalonFamily) family = NULL;
  JalonDetailRows section;

  if (rows->whole == NULL)
    return;
  family = jalon_family_new (rows->whole, jalon_model_get_figures (rows->model), rows->project);
  section = jalon_detail_begin_section (rows, rows->project->part_of == NULL ? jalon_tr (rows->language, "What it contains")
                                              : family->n_parts == 0         ? jalon_tr (rows->language, "What it is part of")
                                                                             : jalon_tr (rows->language, "What it is part of and contains"));
  for (guint i = 0; i < family->rows->len; i++)
    add_line (&section, &g_array_index (family->rows, JalonFamilyRow, i));
  add_sums (&section, family);
}
