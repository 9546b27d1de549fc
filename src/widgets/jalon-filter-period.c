/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/jalon-filter-period.h"

#include "words/jalon-words.h"

enum
{
  FROM,
  TO,
  N_BOUNDS
};

/**
 * JalonFilterPeriod:
 *
 * The period of the filters: two entries for its first and its last date, either of which may be empty.
 *
 * Keys: Enter takes what was typed, as leaving does. What is no date keeps the class error.
 */
struct _JalonFilterPeriod
{
  AdwBin parent_instance;

  JalonModel *model; /* owned */

  /* borrowed from the tree of children */
  GtkWidget *labels[N_BOUNDS];
  GtkWidget *entries[N_BOUNDS];
};

G_DEFINE_FINAL_TYPE (JalonFilterPeriod, jalon_filter_period, ADW_TYPE_BIN)

static const JalonDate *
get_bound (JalonFilterPeriod *self, int bound)
{
  JalonQuery *query = jalon_model_get_query (self->model);

  return bound == FROM ? jalon_query_get_from (query) : jalon_query_get_to (query);
}

static void
set_wrong (GtkWidget *entry, gboolean wrong)
{
  (wrong ? gtk_widget_add_css_class : gtk_widget_remove_css_class) (entry, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_STATE_INVALID,
                               wrong ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

static void
set_bound (JalonFilterPeriod *self, int bound, const JalonDate *date)
{
  jalon_query_set_window (jalon_model_get_query (self->model), bound == FROM ? date : get_bound (self, FROM),
                          bound == TO ? date : get_bound (self, TO));
}

static void
take (JalonFilterPeriod *self, GtkWidget *entry)
{
  int bound = self->entries[FROM] == entry ? FROM : TO;
  const char *text = gtk_editable_get_text (GTK_EDITABLE (entry));
  g_autofree char *copy = g_strstrip (g_strdup (text));
  const JalonDate *before = get_bound (self, bound);
  g_autofree char *shown
      = before != NULL ? jalon_words_date (jalon_model_get_language (self->model), before, JALON_DATE_LONG) : g_strdup ("");
  JalonDate date;

  gboolean empty = copy[0] == '\0';
  gboolean good = empty || g_str_equal (copy, shown) || jalon_words_read_date (jalon_model_get_language (self->model), copy, &date);

  set_wrong (entry, !good);
  if (good && !g_str_equal (copy, shown))
    set_bound (self, bound, empty ? NULL : &date);
}

static void
activate_cb (GtkWidget *entry, JalonFilterPeriod *self)
{
  take (self, entry);
}

static void
leave_cb (GtkEventController *controller, JalonFilterPeriod *self)
{
  take (self, gtk_event_controller_get_widget (controller));
}

static void
add_entry (JalonFilterPeriod *self, GtkWidget *grid, int bound)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->labels[bound] = gtk_label_new (NULL);
  self->entries[bound] = gtk_entry_new ();
  gtk_label_set_xalign (GTK_LABEL (self->labels[bound]), 0);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entries[bound]), 10);
  gtk_widget_set_hexpand (self->entries[bound], TRUE);
  gtk_entry_set_activates_default (GTK_ENTRY (self->entries[bound]), FALSE);
  g_signal_connect_object (self->entries[bound], "activate", G_CALLBACK (activate_cb), self, 0);
  g_signal_connect_object (focus, "leave", G_CALLBACK (leave_cb), self, 0);
  gtk_widget_add_controller (self->entries[bound], focus);
  gtk_grid_attach (GTK_GRID (grid), self->labels[bound], 0, bound, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), self->entries[bound], 1, bound, 1, 1);
}

static void
jalon_filter_period_dispose (GObject *object)
{
  g_clear_object (&JALON_FILTER_PERIOD (object)->model);
  G_OBJECT_CLASS (jalon_filter_period_parent_class)->dispose (object);
}

static void
jalon_filter_period_class_init (JalonFilterPeriodClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = jalon_filter_period_dispose;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
jalon_filter_period_init (JalonFilterPeriod *self)
{
  GtkWidget *grid = gtk_grid_new ();

  gtk_grid_set_column_spacing (GTK_GRID (grid), 8);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 6);
  for (int bound = 0; bound < N_BOUNDS; bound++)
    add_entry (self, grid, bound);
  adw_bin_set_child (ADW_BIN (self), grid);
}

/**
 * jalon_filter_period_update:
 * @self: a period
 *
 * Shows the period of the query, in the window's language.
 */
void
jalon_filter_period_update (JalonFilterPeriod *self)
{
  const JalonLanguage *language = jalon_model_get_language (self->model);
  const char *const words[N_BOUNDS] = { jalon_trc (language, "period", "From"), jalon_trc (language, "period", "To") };
  const char *const names[N_BOUNDS] = { jalon_tr (language, "First date of the period"), jalon_tr (language, "Last date of the period") };

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, jalon_tr (language, "Period"), -1);
  for (int bound = 0; bound < N_BOUNDS; bound++)
    {
      const JalonDate *date = get_bound (self, bound);
      g_autofree char *text = date != NULL ? jalon_words_date (language, date, JALON_DATE_LONG) : g_strdup ("");

      gtk_label_set_text (GTK_LABEL (self->labels[bound]), words[bound]);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->entries[bound]), GTK_ACCESSIBLE_PROPERTY_LABEL, names[bound], -1);
      gtk_entry_set_placeholder_text (GTK_ENTRY (self->entries[bound]), jalon_tr (language, "A date, a month or a year"));
      if (!gtk_widget_has_css_class (self->entries[bound], "error"))
        gtk_editable_set_text (GTK_EDITABLE (self->entries[bound]), text);
    }
}

/**
 * jalon_filter_period_new:
 * @model: whose query it is of
 *
 * Returns: (transfer floating): the entries
 */
GtkWidget *
jalon_filter_period_new (JalonModel *model)
{
  JalonFilterPeriod *self = g_object_new (JALON_TYPE_FILTER_PERIOD, NULL);

  self->model = g_object_ref (model);
  jalon_filter_period_update (self);
  return GTK_WIDGET (self);
}
