/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/jalon-table-foot.h"

#include "figures/jalon-why.h"
#include "scenes/jalon-layout-private.h"

/**
 * JalonTableFoot:
 *
 * The sum below the table, in the words of the headline, and how it comes from what is counted of each row.
 */
struct _JalonTableFoot
{
  AdwBin parent_instance;

  JalonModel *model; /* owned */

  /* borrowed from the tree of children */
  GtkWidget *total;
  GtkWidget *sum;
  GtkWidget *account;
  GtkWidget *why;
};

G_DEFINE_FINAL_TYPE (JalonTableFoot, jalon_table_foot, ADW_TYPE_BIN)

static void
append (GString *line, const char *format, const char *value)
{
  if (line->len > 0)
    g_string_append (line, " · ");
  g_string_append (line, format);
  g_string_replace (line, "{amount}", value, 1);
}

/* What is taken off or added, once, to come from the rows to the sum. */
static char *
write_account (const JalonLayoutInput *input)
{
  const char *currency = jalon_layout_get_currency (input);
  JalonSum shared = jalon_figures_get_shared (input->figures);
  double unshared = jalon_figures_get_firm_unshared (input->figures);
  g_autoptr (GString) line = g_string_new (NULL);

  if (shared.ceiling > 0 || shared.firm > 0)
    {
      JalonSum plain = { .firm = shared.firm, .ceiling = MAX (shared.ceiling, shared.firm) };
      g_autofree char *words = jalon_words_sum (input->language, &plain, currency, JALON_MONEY_COMPACT);

      append (line, jalon_tr (input->language, "the rows, less {amount} that may be the same money"), words);
    }
  if (unshared > 0)
    {
      g_autofree char *words = jalon_words_money (input->language, unshared, currency, JALON_MONEY_COMPACT);

      append (line, jalon_tr (input->language, "{amount} of it firm only as a whole"), words);
    }
  return g_string_free (g_steal_pointer (&line), FALSE);
}

static void
update (JalonTableFoot *self)
{
  JalonFigures *figures = jalon_model_get_figures (self->model);
  const JalonLayoutInput input = { .figures = figures, .language = jalon_model_get_language (self->model) };
  g_autofree char *words = NULL;
  g_autofree char *exact = NULL;
  g_autofree char *projects = NULL;
  g_autofree char *account = NULL;
  g_autoptr (GString) line = NULL;
  JalonSum total;

  if (figures == NULL)
    return;
  total = jalon_figures_get_total (figures);
  words = jalon_layout_say_sum (&input, &total, jalon_figures_get_n_undisclosed (figures), JALON_MONEY_COMPACT);
  exact = jalon_layout_say_sum (&input, &total, jalon_figures_get_n_undisclosed (figures), JALON_MONEY_FULL);
  projects = jalon_words_projects (input.language, jalon_figures_get_n_shares (figures));
  account = write_account (&input);
  line = g_string_new (projects);
  if (account[0] != '\0')
    g_string_append_printf (line, " · %s", account);
  gtk_label_set_text (GTK_LABEL (self->total), jalon_tr (input.language, "Total"));
  gtk_label_set_text (GTK_LABEL (self->sum), words);
  gtk_widget_set_tooltip_text (self->sum, exact);
  gtk_label_set_text (GTK_LABEL (self->account), line->str);
  gtk_button_set_label (GTK_BUTTON (self->why), jalon_tr (input.language, "Why?"));
  gtk_widget_set_tooltip_text (self->why, jalon_tr (input.language, "What makes up the total, and what is left out of it"));
}

static void
model_changed_cb (JalonTableFoot *self, guint what)
{
  if (what & (JALON_MODEL_DATASET | JALON_MODEL_FIGURES | JALON_MODEL_LANGUAGE))
    update (self);
}

static GtkWidget *
make_label (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
jalon_table_foot_dispose (GObject *object)
{
  g_clear_object (&JALON_TABLE_FOOT (object)->model);
  G_OBJECT_CLASS (jalon_table_foot_parent_class)->dispose (object);
}

static void
jalon_table_foot_class_init (JalonTableFootClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = jalon_table_foot_dispose;
}

static void
jalon_table_foot_init (JalonTableFoot *self)
{
}

/**
 * jalon_table_foot_new:
 * @model: what to sum
 *
 * Returns: (transfer floating): the foot
 */
GtkWidget *
jalon_table_foot_new (JalonModel *model)
{
  JalonTableFoot *self = g_object_new (JALON_TYPE_TABLE_FOOT, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->model = g_object_ref (model);
  self->total = make_label ("heading");
  gtk_widget_set_valign (self->total, GTK_ALIGN_START);
  self->sum = make_label ("heading");
  gtk_widget_add_css_class (self->sum, "numeric");
  gtk_widget_set_hexpand (self->sum, TRUE);
  self->account = make_label ("dim-label");
  gtk_box_append (GTK_BOX (line), self->total);
  gtk_box_append (GTK_BOX (line), self->sum);
  self->why = gtk_button_new ();
  gtk_widget_add_css_class (self->why, "flat");
  gtk_widget_add_css_class (self->why, "why-button");
  gtk_widget_set_valign (self->why, GTK_ALIGN_START);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->why), "win.why");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->why), "s", JALON_WHY_TOTAL);
  gtk_box_append (GTK_BOX (line), self->why);
  gtk_box_append (GTK_BOX (box), line);
  gtk_box_append (GTK_BOX (box), self->account);
  gtk_widget_add_css_class (box, "table-foot");
  adw_bin_set_child (ADW_BIN (self), box);
  update (self);
  g_signal_connect_object (model, "changed", G_CALLBACK (model_changed_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
