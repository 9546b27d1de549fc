/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/jalon-detail-rows.h"

#include "facts/jalon-address.h"
#include "words/jalon-words.h"

/* What one filling of the detail needs everywhere. */
typedef struct
{
  GtkBox *box;
  JalonModel *model;
  const JalonLanguage *language;
  const char *currency;
} Rows;

static GtkWidget *
add_label (const Rows *rows, const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_set_focusable (label, FALSE);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (rows->box, label);
  return label;
}

static void
add_heading (const Rows *rows, const char *text)
{
  gtk_widget_add_css_class (add_label (rows, text, "caption-heading"), "detail-heading");
}

static void
open_link_cb (GtkButton *button, const char *url)
{
  g_app_info_launch_default_for_uri_async (url, NULL, NULL, NULL, NULL);
}

static void
add_source (const Rows *rows, const JalonSource *source)
{
  g_autofree char *words = jalon_words_source (rows->language, source);
  GtkWidget *label;
  GtkWidget *button;

  if (!jalon_address_is_web (source->url))
    {
      add_label (rows, words, "source");
      return;
    }
  button = gtk_button_new ();
  label = gtk_label_new (words);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_set_tooltip_text (button, source->url);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "source");
  g_signal_connect_data (button, "clicked", G_CALLBACK (open_link_cb), g_strdup (source->url), (GClosureNotify) g_free, 0);
  gtk_box_append (rows->box, button);
}

static void
select_cb (GtkButton *button, JalonModel *model)
{
  jalon_query_set_selected (jalon_model_get_query (model), g_object_get_data (G_OBJECT (button), "project"));
}

static void
add_project (const Rows *rows, const JalonProject *project, const char *format)
{
  g_autoptr (GString) words = g_string_new (format);
  g_autofree char *title = NULL;
  GtkWidget *button = gtk_button_new ();
  GtkWidget *label;

  title = jalon_words_isolate (jalon_words_text (rows->language, project->title));
  g_string_replace (words, "{project}", title, 1);
  label = gtk_label_new (words->str);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "relation");
  g_object_set_data_full (G_OBJECT (button), "project", g_strdup (project->base.id), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (select_cb), rows->model, 0);
  gtk_box_append (rows->box, button);
}

static void
add_amount (const Rows *rows, const JalonProject *project, const JalonShare *share)
{
  g_autofree char *amount = NULL;
  g_autofree char *full = NULL;

  if (share == NULL || !share->disclosed)
    {
      add_label (rows, jalon_tr (rows->language, "amount not disclosed"), "amount");
      return;
    }
  amount = jalon_words_amount (rows->language, share->stating->amount, rows->currency, JALON_MONEY_COMPACT);
  full = jalon_words_amount (rows->language, share->stating->amount, rows->currency, JALON_MONEY_FULL);
  gtk_widget_set_tooltip_text (add_label (rows, amount, "amount"), full);
  if (share->reason != JALON_REASON_NONE)
    {
      g_autofree char *why = jalon_words_left_out (rows->language, share);

      add_label (rows, why, "dim-label");
    }
}

/* Whatever way the words run, they can't turn round what stands beside them. */
static void
append_words (GString *line, const char *words)
{
  g_autofree char *isolated = NULL;

  if (words == NULL || words[0] == '\0')
    return;
  isolated = jalon_words_isolate (words);
  if (line->len > 0)
    g_string_append (line, " · ");
  g_string_append (line, isolated);
}

static void
add_facts (const Rows *rows, const JalonProject *project, const JalonShare *share)
{
  g_autoptr (GString) line = g_string_new (NULL);
  g_autoptr (GString) who = g_string_new (NULL);

  append_words (line, jalon_words_kind (rows->language, project->kind));
  if (project->relevance != JALON_RELEVANCE_UNSET)
    append_words (line, jalon_words_relevance (rows->language, project->relevance));
  if (share != NULL)
    append_words (line, jalon_words_status (rows->language, share->status));
  append_words (line, jalon_words_scope (rows->language, share != NULL ? share->scope : project->scope));
  for (guint i = 0; i < project->at->len; i++)
    {
      const JalonPlace *place = g_ptr_array_index (project->at, i);

      append_words (line, jalon_words_text (rows->language, place->name));
    }
  for (guint i = 0; i < project->by->len; i++)
    {
      const JalonOrganisation *organisation = g_ptr_array_index (project->by, i);

      append_words (who, jalon_words_text (rows->language, organisation->name));
    }
  add_label (rows, line->str, NULL);
  if (who->len > 0)
    add_label (rows, who->str, "dim-label");
}

static void
add_capacities (const Rows *rows, const JalonProject *project)
{
  g_autoptr (GString) line = g_string_new (NULL);

  for (guint i = 0; i < project->capacities->len; i++)
    {
      const JalonCapacity *capacity = g_ptr_array_index (project->capacities, i);
      g_autofree char *words = NULL;

      if (capacity->value == NULL)
        continue;
      words = jalon_words_capacity (rows->language, capacity);
      append_words (line, words);
    }
  if (line->len > 0)
    add_label (rows, line->str, NULL);
}

static void
add_relations (const Rows *rows, const JalonProject *project)
{
  const GPtrArray *projects = jalon_dataset_get_projects (jalon_model_get_dataset (rows->model));

  if (project->part_of != NULL)
    add_project (rows, project->part_of, jalon_tr (rows->language, "Part of {project}"));
  for (guint i = 0; i < projects->len; i++)
    {
      const JalonProject *part = g_ptr_array_index (projects, i);

      if (part->part_of == project)
        add_project (rows, part, jalon_tr (rows->language, "Contains {project}"));
    }
  for (guint i = 0; i < project->overlaps->len; i++)
    {
      const JalonOverlap *overlap = g_ptr_array_index (project->overlaps, i);

      add_project (rows, overlap->project, jalon_tr (rows->language, "May share money with {project}"));
    }
}

static void
add_announcement (const Rows *rows, const JalonAnnouncement *announcement)
{
  g_autofree char *date = jalon_words_date (rows->language, &announcement->date, JALON_DATE_SHORT);
  g_autofree char *money = NULL;
  g_autoptr (GString) line = g_string_new (NULL);
  GtkWidget *label;

  append_words (line, date);
  append_words (line, jalon_words_act (rows->language, announcement->act));
  if (announcement->amount != NULL)
    {
      money = jalon_words_amount (rows->language, announcement->amount, rows->currency, JALON_MONEY_COMPACT);
      append_words (line, money);
    }
  label = add_label (rows, line->str, "announcement");
  if (announcement->act == JALON_ACT_REPORTS || announcement->act == JALON_ACT_NOTES)
    gtk_widget_add_css_class (label, "dim-label");
  if (announcement->summary != NULL)
    add_label (rows, jalon_words_text (rows->language, announcement->summary), NULL);
  for (guint i = 0; i < announcement->sources->len; i++)
    add_source (rows, g_ptr_array_index (announcement->sources, i));
}

static void
add_asides (const Rows *rows, const JalonProject *project)
{
  if (project->figures->len > 0)
    add_heading (rows, jalon_tr (rows->language, "Also told, never counted"));
  for (guint i = 0; i < project->figures->len; i++)
    {
      const JalonAside *aside = g_ptr_array_index (project->figures, i);
      g_autofree char *money = jalon_words_amount (rows->language, aside->amount, rows->currency, JALON_MONEY_COMPACT);
      g_autoptr (GString) line = g_string_new (NULL);

      append_words (line, jalon_words_text (rows->language, aside->label));
      append_words (line, money);
      add_label (rows, line->str, NULL);
      for (guint j = 0; j < aside->sources->len; j++)
        add_source (rows, g_ptr_array_index (aside->sources, j));
    }
}

/**
 * jalon_detail_rows_fill:
 * @box: where to put the rows
 * @model: the model
 * @project: a project of the model's dataset
 *
 * Appends all that is known of a project, in the model's language: each amount with its qualifier, each statement with its sources.
 */
void
jalon_detail_rows_fill (GtkBox *box, JalonModel *model, const JalonProject *project)
{
  const JalonShare *share = jalon_figures_find_share (jalon_model_get_figures (model), project);
  const Rows rows = { box, model, jalon_model_get_language (model), jalon_dataset_get_currency (jalon_model_get_dataset (model)) };

  add_amount (&rows, project, share);
  add_facts (&rows, project, share);
  add_capacities (&rows, project);
  if (project->summary != NULL)
    add_label (&rows, jalon_words_text (rows.language, project->summary), NULL);
  add_relations (&rows, project);
  add_heading (&rows, jalon_tr (rows.language, "History"));
  for (guint i = 0; i < project->announcements->len; i++)
    add_announcement (&rows, g_ptr_array_index (project->announcements, i));
  add_asides (&rows, project);
  if (project->base.note != NULL)
    add_label (&rows, jalon_words_text (rows.language, project->base.note), "dim-label");
}
