/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/jalon-detail-private.h"
#include "widgets/jalon-source-link.h"
#include "widgets/jalon-wrap.h"
#include "words/jalon-words.h"

/* What was announced, in time, and where sources differ. */

#define COLUMN 136 /* logical pixels at a text scale of 1: the least of a statement beside another */
#define COLUMNS_GAP 6 /* logical pixels */
#define MOST_COLUMNS 3

static gboolean
is_beside (const JalonAnnouncement *announcement)
{
  return announcement->act == JALON_ACT_REPORTS || announcement->act == JALON_ACT_NOTES;
}

static GtkWidget *
make_columns (const JalonDetailRows *rows, const char *name)
{
  double scale = jalon_type_get_scale (jalon_model_get_type_setting (rows->model));
  GtkWidget *columns = jalon_wrap_new_columns ((int) (COLUMN * scale), MOST_COLUMNS, COLUMNS_GAP);

  gtk_accessible_update_property (GTK_ACCESSIBLE (columns), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_box_append (rows->box, columns);
  return columns;
}

/* What one says, above who says it. */
static void
add_cell (const JalonDetailRows *rows, GtkWidget *columns, const char *text, const char *below, const GPtrArray *sources, gboolean is_kept)
{
  GtkWidget *cell = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, NULL);

  gtk_widget_add_css_class (cell, "statement");
  if (is_kept)
    gtk_widget_add_css_class (cell, "kept");
  gtk_accessible_update_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_box_append (GTK_BOX (cell), jalon_detail_make_label (text, "said"));
  if (below != NULL)
    gtk_box_append (GTK_BOX (cell), jalon_detail_make_label (below, "caption"));
  if (sources->len > 0)
    gtk_box_append (GTK_BOX (cell), jalon_source_link_new_list (rows->language, sources));
  gtk_widget_set_parent (cell, columns);
}

/* An amount that somebody said; whether it is the one that counts. */
static void
add_amount_cell (const JalonDetailRows *rows, GtkWidget *columns, const JalonAnnouncement *announcement, gboolean is_kept)
{
  g_autofree char *amount = jalon_words_amount (rows->language, announcement->amount, rows->currency, JALON_MONEY_COMPACT);
  g_autofree char *date = jalon_words_date (rows->language, &announcement->date, JALON_DATE_SHORT);
  g_autofree char *below = g_strdup_printf ("%s · %s", date, is_kept ? jalon_tr (rows->language, "kept")
                                                                     : jalon_tr (rows->language, "never counted"));

  add_cell (rows, columns, amount, below, announcement->sources, is_kept);
}

/* The amount that is kept, beside those that other sources give. */
static void
add_amounts (const JalonDetailRows *rows)
{
  GtkWidget *columns;

  jalon_detail_add_label (rows, jalon_tr (rows->language, "Amount"), "subject");
  columns = make_columns (rows, jalon_tr (rows->language, "Amount"));
  if (rows->share != NULL && rows->share->stating != NULL)
    add_amount_cell (rows, columns, rows->share->stating, TRUE);
  for (guint i = 0; i < rows->project->announcements->len; i++)
    {
      const JalonAnnouncement *announcement = g_ptr_array_index (rows->project->announcements, i);

      if (announcement->act == JALON_ACT_REPORTS && announcement->amount != NULL)
        add_amount_cell (rows, columns, announcement, FALSE);
    }
}

/**
 * jalon_detail_add_dispute:
 *
 * Adds what sources tell differently, side by side, and how it was decided.
 */
void
jalon_detail_add_dispute (const JalonDetailRows *rows, const JalonDispute *dispute)
{
  const char *subject = jalon_words_text (rows->language, dispute->subject);
  g_autofree char *name = jalon_words_isolate (subject);
  g_autoptr (GString) kept = g_string_new (NULL);
  GtkWidget *columns;

  jalon_detail_add_label (rows, subject, "subject");
  columns = make_columns (rows, name);
  for (guint i = 0; i < dispute->statements->len; i++)
    {
      const JalonStatement *statement = g_ptr_array_index (dispute->statements, i);

      add_cell (rows, columns, jalon_words_text (rows->language, statement->text), NULL, statement->sources, FALSE);
    }
  if (dispute->resolution == NULL)
    return;
  /* Translators: how those who keep the data decided between sources that differ */
  g_string_append (kept, jalon_tr (rows->language, "Decided: {words}"));
  g_string_replace (kept, "{words}", jalon_words_text (rows->language, dispute->resolution), 1);
  jalon_detail_add_label (rows, kept->str, "resolution");
}

static gboolean
is_about (const JalonDispute *dispute, const JalonProject *project)
{
  for (guint i = 0; i < dispute->about->len; i++)
    if (g_str_equal (g_ptr_array_index (dispute->about, i), project->base.id))
      return TRUE;
  return FALSE;
}

static gboolean
has_reports (const JalonProject *project)
{
  for (guint i = 0; i < project->announcements->len; i++)
    {
      const JalonAnnouncement *announcement = g_ptr_array_index (project->announcements, i);

      if (announcement->act == JALON_ACT_REPORTS && announcement->amount != NULL)
        return TRUE;
    }
  return FALSE;
}

/**
 * jalon_detail_add_reports:
 *
 * Adds what sources tell differently, side by side, each with who says so, and how it was decided; nothing where they agree.
 */
void
jalon_detail_add_reports (const JalonDetailRows *rows)
{
  const GPtrArray *disputes = jalon_dataset_get_list (jalon_model_get_dataset (rows->model), JALON_LIST_DISPUTES);
  g_autoptr (GPtrArray) own = g_ptr_array_new ();
  gboolean reported = has_reports (rows->project);
  JalonDetailRows section;

  for (guint i = 0; i < disputes->len; i++)
    if (is_about (g_ptr_array_index (disputes, i), rows->project))
      g_ptr_array_add (own, g_ptr_array_index (disputes, i));
  if (own->len == 0 && !reported)
    return;
  section = jalon_detail_begin_section (rows, jalon_tr (rows->language, "Where sources differ"));
  if (reported)
    add_amounts (&section);
  for (guint i = 0; i < own->len; i++)
    jalon_detail_add_dispute (&section, g_ptr_array_index (own, i));
}

static void
add_line (const JalonDetailRows *rows, const char *format, const char *words)
{
  g_autoptr (GString) line = g_string_new (format);

  g_string_replace (line, "{words}", words, 1);
  jalon_detail_add_label (rows, line->str, "caption");
}

/* When it shall be, on what occasion, and how sure that is. */
static void
add_circumstances (const JalonDetailRows *rows, const JalonAnnouncement *announcement)
{
  g_autofree char *confidence = announcement->confidence != NULL ? jalon_words_confidence (rows->language, announcement->confidence) : NULL;
  g_autoptr (GString) line = g_string_new (NULL);

  if (announcement->event != NULL)
    jalon_detail_append_words (line, jalon_words_text (rows->language, announcement->event->name));
  jalon_detail_append_words (line, confidence);
  if (is_beside (announcement))
    jalon_detail_append_words (line, jalon_tr (rows->language, "kept beside, never counted"));
  if (!jalon_detail_is_known (rows, &announcement->date))
    jalon_detail_append_words (line, jalon_tr (rows->language, "after the date that is shown"));
  if (line->len > 0)
    jalon_detail_add_label (rows, line->str, "caption");
  if (jalon_date_is_set (&announcement->expected))
    {
      g_autofree char *date = jalon_words_date (rows->language, &announcement->expected, JALON_DATE_LONG);

      add_line (rows, jalon_tr (rows->language, "Expected: {words}"), date);
    }
}

static void
add_announcement (const JalonDetailRows *rows, const JalonAnnouncement *announcement)
{
  g_autofree char *date = jalon_words_date (rows->language, &announcement->date, JALON_DATE_SHORT);
  g_autofree char *money = NULL;
  g_autoptr (GString) line = g_string_new (NULL);
  GtkWidget *label;

  jalon_detail_append_words (line, date);
  jalon_detail_append_words (line, jalon_words_act (rows->language, announcement->act));
  if (announcement->amount != NULL)
    {
      money = jalon_words_amount (rows->language, announcement->amount, rows->currency, JALON_MONEY_COMPACT);
      jalon_detail_append_words (line, money);
    }
  label = jalon_detail_add_label (rows, line->str, "announcement");
  if (is_beside (announcement) || !jalon_detail_is_known (rows, &announcement->date))
    gtk_widget_add_css_class (label, "beside");
  if (announcement->summary != NULL)
    jalon_detail_add_label (rows, jalon_words_text (rows->language, announcement->summary), NULL);
  add_circumstances (rows, announcement);
  jalon_detail_add_note (rows, announcement->base.note);
  jalon_detail_add_sources (rows, announcement->sources);
}

static int
compare_announcements (gconstpointer a, gconstpointer b)
{
  const JalonAnnouncement *one = *(const JalonAnnouncement *const *) a;
  const JalonAnnouncement *other = *(const JalonAnnouncement *const *) b;
  int difference = jalon_date_get_first_day (&one->date) - jalon_date_get_first_day (&other->date);

  return difference != 0 ? difference : one->base.index < other->base.index ? -1 : 1;
}

/**
 * jalon_detail_add_history:
 *
 * Adds what was announced, reported and noted, in the order of time, each with its sources.
 */
void
jalon_detail_add_history (const JalonDetailRows *rows)
{
  g_autoptr (GPtrArray) announcements = g_ptr_array_new ();
  JalonDetailRows section;

  if (rows->project->announcements->len == 0)
    return;
  section = jalon_detail_begin_section (rows, jalon_tr (rows->language, "History"));
  for (guint i = 0; i < rows->project->announcements->len; i++)
    g_ptr_array_add (announcements, g_ptr_array_index (rows->project->announcements, i));
  g_ptr_array_sort (announcements, compare_announcements);
  for (guint i = 0; i < announcements->len; i++)
    add_announcement (&section, g_ptr_array_index (announcements, i));
}
