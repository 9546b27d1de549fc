/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/jalon-detail-rows.h"

#include "figures/jalon-family.h"
#include "figures/jalon-why.h"
#include "widgets/jalon-compat.h"
#include "widgets/jalon-detail-private.h"
#include "widgets/jalon-kind-dot.h"
#include "widgets/jalon-source-link.h"
#include "words/jalon-words.h"

#define STACK_FROM 1.5 /* the text scale from which a fact's name stands above it */

/**
 * jalon_detail_make_label:
 *
 * Returns: (transfer floating): a label that wraps, of text as it is, which can be selected
 */
GtkWidget *
jalon_detail_make_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
pressed_cb (GtkGestureClick *click, int n_press, double x, double y, GtkWidget *label)
{
  gtk_widget_set_can_focus (label, TRUE);
}

static void
left_cb (GtkEventController *focus, GtkWidget *label)
{
  gtk_widget_set_can_focus (label, FALSE);
}

/**
 * jalon_detail_make_selectable:
 * @label: a label
 *
 * Has its text be selected by the pointer, and copied by Ctrl+C then; Tab goes past it.
 */
void
jalon_detail_make_selectable (GtkWidget *label)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_set_can_focus (label, FALSE); /* one that is only not focusable ends the way of Tab (GTK 4.8) */
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE); /* before the label takes the focus */
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), label);
  gtk_widget_add_controller (label, GTK_EVENT_CONTROLLER (click));
  g_signal_connect (focus, "leave", G_CALLBACK (left_cb), label);
  gtk_widget_add_controller (label, focus);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys), gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_f, GDK_CONTROL_MASK),
                                                                                          gtk_named_action_new ("win.search")));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE); /* the label would move its cursor by it */
  gtk_widget_add_controller (label, keys);
}

/**
 * jalon_detail_add_label:
 *
 * Returns: (transfer none): a label that was added, whose text can be selected by the pointer
 */
GtkWidget *
jalon_detail_add_label (const JalonDetailRows *rows, const char *text, const char *css_class)
{
  GtkWidget *label = jalon_detail_make_label (text, css_class);

  jalon_detail_make_selectable (label);
  gtk_box_append (rows->box, label);
  return label;
}

/**
 * jalon_detail_begin_section:
 *
 * Returns: where the rows of a section go, below its title
 */
JalonDetailRows
jalon_detail_begin_section (const JalonDetailRows *rows, const char *title)
{
  JalonDetailRows section = *rows;
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, NULL);
  GtkWidget *heading = jalon_detail_make_label (title, "heading");

  gtk_widget_add_css_class (box, "detail-section");
  gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_box_append (GTK_BOX (box), heading);
  gtk_box_append (rows->box, box);
  section.box = GTK_BOX (box);
  return section;
}

/**
 * jalon_detail_append_words:
 *
 * Appends words to a line; whatever way they run, they can't turn round what stands beside them.
 */
void
jalon_detail_append_words (GString *line, const char *words)
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
select_cb (GtkButton *button, JalonModel *model)
{
  jalon_query_set_selected (jalon_model_get_query (model), g_object_get_data (G_OBJECT (button), "project"));
}

/**
 * jalon_detail_add_project:
 * @child: (transfer floating): what is seen
 * @words: what a screen reader says
 * @project: (nullable): what a click selects; %NULL: nothing
 *
 * Adds a line that stands for a project.
 */
void
jalon_detail_add_project (const JalonDetailRows *rows, GtkWidget *child, const char *words, const JalonProject *project)
{
  GtkWidget *button;

  if (project == NULL)
    {
      gtk_widget_add_css_class (child, "relation");
      gtk_box_append (rows->box, child);
      return;
    }
  button = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (button), child);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "relation");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  g_object_set_data_full (G_OBJECT (button), "project", g_strdup (project->base.id), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (select_cb), rows->model, 0);
  gtk_box_append (rows->box, button);
}

/**
 * jalon_detail_add_note:
 * @note: (nullable): what the file remarks
 *
 * Adds a remark of the file.
 */
void
jalon_detail_add_note (const JalonDetailRows *rows, const JalonText *note)
{
  if (note != NULL)
    jalon_detail_add_label (rows, jalon_words_text (rows->language, note), "remark");
}

/**
 * jalon_detail_add_sources:
 *
 * Adds who says so, each one click away.
 */
void
jalon_detail_add_sources (const JalonDetailRows *rows, const GPtrArray *sources)
{
  if (sources->len > 0)
    gtk_box_append (rows->box, jalon_source_link_new_list (rows->language, sources));
}

/**
 * jalon_detail_is_known:
 *
 * Returns: whether a date has begun by the day that is shown
 */
gboolean
jalon_detail_is_known (const JalonDetailRows *rows, const JalonDate *date)
{
  return rows->last_day == G_MAXINT || !jalon_date_is_set (date) || jalon_date_get_first_day (date) <= rows->last_day;
}

static GtkWidget *
make_action (const char *words, const char *action, const char *target)
{
  GtkWidget *button = gtk_button_new_with_label (words);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "detail-action");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", target);
  return button;
}

static void
add_actions (const JalonDetailRows *rows)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  g_autofree char *name = g_strconcat (JALON_WHY_PROJECT, rows->project->base.id, NULL);

  gtk_box_append (GTK_BOX (line), make_action (jalon_tr (rows->language, "Why?"), "win.why", name));
  gtk_box_append (GTK_BOX (line), make_action (jalon_tr (rows->language, "Copy with Its Source"), "win.copy-figure", name));
  gtk_box_append (rows->box, line);
}

static char *
say_amount (const JalonDetailRows *rows, JalonMoneyStyle style)
{
  const JalonShare *share = rows->share;

  if (share == NULL || !share->disclosed)
    return g_strdup (jalon_tr (rows->language, "amount not disclosed"));
  if (!share->converted && share->stated.ceiling > jalon_amount_get_ceiling (share->stating->amount)) /* with what was added later */
    return jalon_words_stated (rows->language, share, rows->currency, style);
  return jalon_words_amount (rows->language, share->stating->amount, rows->currency, style);
}

/* How it was said: since when, and what of it counts in what is selected. */
static char *
say_standing (const JalonDetailRows *rows)
{
  g_autofree char *standing = jalon_words_standing (rows->language, rows->here, rows->currency);
  g_autoptr (GString) line = g_string_new (NULL);

  if (rows->share != NULL && rows->share->stating != NULL)
    {
      g_autofree char *date = jalon_words_date (rows->language, &rows->share->stating->date, JALON_DATE_LONG);

      jalon_detail_append_words (line, jalon_words_act (rows->language, rows->share->stating->act));
      jalon_detail_append_words (line, date);
    }
  if (rows->here != NULL && rows->here->reason != JALON_REASON_UNDISCLOSED) /* said elsewhere */
    jalon_detail_append_words (line, standing);
  return g_string_free (g_steal_pointer (&line), FALSE);
}

static void
add_amount (const JalonDetailRows *rows)
{
  g_autofree char *amount = say_amount (rows, JALON_MONEY_COMPACT);
  g_autofree char *full = say_amount (rows, JALON_MONEY_FULL);
  g_autofree char *standing = say_standing (rows);
  const JalonAmount *stated = rows->share != NULL && rows->share->disclosed ? rows->share->stating->amount : NULL;
  const char *meaning = jalon_words_explain_amount (rows->language, stated);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *dot = jalon_kind_dot_new (rows->model);
  GtkWidget *label = jalon_detail_make_label (amount, "amount");

  jalon_kind_dot_set (JALON_KIND_DOT (dot), rows->project->kind, stated != NULL ? &rows->share->stated : NULL);
  gtk_widget_set_valign (dot, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (label, full);
  jalon_detail_make_selectable (label);
  gtk_box_append (GTK_BOX (line), dot);
  gtk_box_append (GTK_BOX (line), label);
  gtk_box_append (rows->box, line);
  if (meaning[0] != '\0')
    jalon_detail_add_label (rows, meaning, "caption");
  if (standing[0] != '\0')
    jalon_detail_add_label (rows, standing, "caption");
  if (rows->share != NULL && rows->share->converted)
    jalon_detail_add_label (rows, jalon_tr (rows->language, "Converted for the sums by the rate in the file."), "caption");
  add_actions (rows);
}

/* A fact by its name: beside it, or above it where the text is large. */
static void
add_fact (const JalonDetailRows *rows, GtkGrid *grid, const char *name, const char *value)
{
  gboolean stacked = jalon_type_get_scale (jalon_model_get_type_setting (rows->model)) >= STACK_FROM;
  GtkWidget *head = jalon_detail_make_label (name, "caption");
  GtkWidget *label = jalon_detail_make_label (value, NULL);
  GtkWidget *last = gtk_widget_get_last_child (GTK_WIDGET (grid));
  int row = 0;

  if (value[0] == '\0')
    {
      g_object_unref (g_object_ref_sink (head));
      g_object_unref (g_object_ref_sink (label));
      return;
    }
  if (last != NULL)
    gtk_grid_query_child (grid, last, NULL, &row, NULL, NULL);
  row += last != NULL;
  jalon_detail_make_selectable (label);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_valign (head, jalon_compat_get_baseline ());
  gtk_widget_set_valign (label, jalon_compat_get_baseline ());
  gtk_grid_attach (grid, head, 0, row, 1, 1);
  gtk_grid_attach (grid, label, stacked ? 0 : 1, stacked ? row + 1 : row, 1, 1);
}

static char *
say_where (const JalonDetailRows *rows)
{
  JalonDataset *dataset = jalon_model_get_dataset (rows->model);
  const JalonProject *project = rows->project;
  JalonScope scope = rows->share != NULL ? rows->share->scope : project->scope;
  g_autofree char *elsewhere = jalon_words_elsewhere (rows->language, dataset, project);
  g_autofree char *area = NULL;
  g_autoptr (GString) lines = g_string_new (NULL);

  for (guint i = 0; i < project->at->len; i++)
    {
      g_autofree char *place = jalon_words_place (rows->language, g_ptr_array_index (project->at, i));

      g_string_append_printf (lines, "%s%s", lines->len > 0 ? "\n" : "", place);
    }
  if (elsewhere[0] != '\0')
    g_string_append_printf (lines, "%s%s", lines->len > 0 ? "\n" : "", elsewhere);
  if (lines->len > 0)
    return g_string_free (g_steal_pointer (&lines), FALSE);
  if (scope == JALON_SCOPE_REGION && project->department != NULL)
    area = jalon_words_group (rows->language, dataset, JALON_KEY_DEPARTMENT, project->department);
  else if (scope == JALON_SCOPE_REGION && project->region != NULL)
    area = jalon_words_group (rows->language, dataset, JALON_KEY_REGION, project->region);
  else if (project->country != NULL)
    area = jalon_words_country (rows->language, project->country);
  return area != NULL ? g_steal_pointer (&area) : g_strdup (jalon_tr (rows->language, "nowhere in particular"));
}

static char *
say_who (const JalonDetailRows *rows)
{
  g_autoptr (GString) who = g_string_new (NULL);

  for (guint i = 0; i < rows->project->by->len; i++)
    {
      const JalonOrganisation *organisation = g_ptr_array_index (rows->project->by, i);

      jalon_detail_append_words (who, jalon_words_text (rows->language, organisation->name));
    }
  return g_string_free (g_steal_pointer (&who), FALSE);
}

static void
add_facts (const JalonDetailRows *rows)
{
  GtkWidget *grid = gtk_grid_new ();
  JalonScope scope = rows->share != NULL ? rows->share->scope : rows->project->scope;
  g_autoptr (GString) kind = g_string_new (NULL);
  g_autofree char *where = say_where (rows);
  g_autofree char *who = say_who (rows);

  jalon_detail_append_words (kind, jalon_words_kind (rows->language, rows->project->kind));
  if (rows->project->relevance != JALON_RELEVANCE_UNSET)
    jalon_detail_append_words (kind, jalon_words_relevance (rows->language, rows->project->relevance));
  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 4);
  gtk_widget_add_css_class (grid, "detail-facts");
  add_fact (rows, GTK_GRID (grid), jalon_words_key (rows->language, JALON_KEY_KIND), kind->str);
  if (rows->share != NULL)
    add_fact (rows, GTK_GRID (grid), jalon_words_key (rows->language, JALON_KEY_STATUS),
              jalon_words_status (rows->language, rows->share->status));
  add_fact (rows, GTK_GRID (grid), jalon_words_key (rows->language, JALON_KEY_PLACE), where);
  add_fact (rows, GTK_GRID (grid), jalon_words_key (rows->language, JALON_KEY_SCOPE), jalon_words_scope (rows->language, scope));
  add_fact (rows, GTK_GRID (grid), jalon_tr (rows->language, "By"), who);
  gtk_box_append (rows->box, grid);
}

/* The day that the answer is as of; all is known where there is none. */
static int
get_last_day (const JalonFigures *figures)
{
  const JalonDate *as_of = jalon_figures_get_as_of (figures);

  return as_of != NULL && jalon_date_is_set (as_of) ? jalon_date_get_last_day (as_of) : G_MAXINT;
}

/**
 * jalon_detail_rows_fill:
 * @box: where to put the rows
 * @model: the model
 * @project: a project of the model's dataset
 * @whole: (nullable): the answer for the whole file as of the same date; needed where the project isn't selected, or has relatives
 *
 * Appends all that is known of a project, in the model's language: each amount with its qualifier, each statement with its sources.
 */
void
jalon_detail_rows_fill (GtkBox *box, JalonModel *model, const JalonProject *project, const JalonFigures *whole)
{
  const JalonFigures *figures = jalon_model_get_figures (model);
  const JalonShare *here = jalon_figures_find_share (figures, project);
  JalonDataset *dataset = jalon_model_get_dataset (model);
  const JalonDetailRows rows = { .box = box, .model = model, .language = jalon_model_get_language (model),
                                 .currency = jalon_dataset_get_currency (dataset), .project = project, .here = here,
                                 .share = here != NULL ? here : whole != NULL ? jalon_figures_find_share (whole, project) : NULL,
                                 .whole = jalon_family_has_relatives (dataset, project) ? whole : NULL,
                                 .last_day = get_last_day (figures) };

  add_amount (&rows);
  add_facts (&rows);
  if (project->summary != NULL)
    jalon_detail_add_label (&rows, jalon_words_text (rows.language, project->summary), "summary");
  jalon_detail_add_tree (&rows);
  jalon_detail_add_reports (&rows);
  jalon_detail_add_history (&rows);
  jalon_detail_add_quantities (&rows);
  jalon_detail_add_asides (&rows);
  jalon_detail_add_links (&rows);
  if (project->base.note != NULL)
    {
      const JalonDetailRows section = jalon_detail_begin_section (&rows, jalon_tr (rows.language, "Note"));

      jalon_detail_add_label (&section, jalon_words_text (rows.language, project->base.note), NULL);
    }
  jalon_detail_add_all_sources (&rows);
}
