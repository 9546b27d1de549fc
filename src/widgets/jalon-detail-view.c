/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/jalon-detail-view.h"

#include <string.h>

#include "figures/jalon-family.h"
#include "figures/jalon-why.h"
#include "widgets/jalon-detail-private.h"
#include "widgets/jalon-detail-rows.h"
#include "widgets/jalon-icon-button.h"
#include "words/jalon-words.h"

/**
 * JalonDetailView:
 *
 * The selected project: its amount with the qualifier in words, place, organisations, history, what it is part of and contains,
 * conflicting reports, and every source one click away. Hidden while nothing is selected. Another project is shown from its start.
 *
 * CSS node: detail. Role: region. Keys: Escape closes; Page Up and Page Down go to the project before and after, by falling amount; Up and
 * Down scroll; y asks why, Ctrl+C copies the amount with its source: of the line of the tree that has the focus, or else the project's.
 */
struct _JalonDetailView
{
  AdwBin parent_instance;

  JalonModel *model;   /* owned */
  JalonFigures *whole; /* cache: the answer for the whole file, as of a date; until that or the file changes */
  char *shown;         /* cache: what the rows were made of */
  guint tick;          /* brings the start into view */

  /* borrowed from the tree of children */
  GtkWidget *title;
  GtkWidget *order;
  GtkWidget *body;
  GtkWidget *scrolled;
  GtkWidget *previous;
  GtkWidget *next;
  GtkWidget *close;
};

G_DEFINE_FINAL_TYPE (JalonDetailView, jalon_detail_view, ADW_TYPE_BIN)

static void
clear_body (JalonDetailView *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->body)) != NULL)
    gtk_box_remove (GTK_BOX (self->body), child);
}

static void
update_words (JalonDetailView *self)
{
  const JalonLanguage *language = jalon_model_get_language (self->model);

  jalon_icon_button_set_words (self->previous, jalon_tr (language, "Previous project, by falling amount"));
  jalon_icon_button_set_words (self->next, jalon_tr (language, "Next project, by falling amount"));
  jalon_icon_button_set_words (self->close, jalon_tr (language, "Close"));
}

/* Where it stands in the order that the keys and buttons follow. */
static void
update_order (JalonDetailView *self)
{
  const JalonLanguage *language = jalon_model_get_language (self->model);
  g_autoptr (GString) words = g_string_new (jalon_tr (language, "{position} of {n}, by falling amount"));
  guint position = 0, n = 0;
  gboolean listed = jalon_model_find_selected (self->model, &position, &n);
  g_autofree char *number = jalon_words_number (language, position + 1);
  g_autofree char *total = jalon_words_number (language, n);

  g_string_replace (words, "{position}", number, 1);
  g_string_replace (words, "{n}", total, 1);
  gtk_label_set_text (GTK_LABEL (self->order), listed ? words->str : jalon_tr (language, "Not in this selection"));
}

static gboolean
is_same_date (const JalonDate *one, const JalonDate *other)
{
  return one == other || (one != NULL && other != NULL && memcmp (one, other, sizeof *one) == 0);
}

/* The answer for the whole file, where the rows need it. */
static const JalonFigures *
get_whole (JalonDetailView *self, const JalonProject *project)
{
  JalonFigures *figures = jalon_model_get_figures (self->model);
  JalonDataset *dataset = jalon_model_get_dataset (self->model);
  g_autoptr (JalonQuery) query = NULL;

  if (jalon_figures_find_share (figures, project) != NULL && !jalon_family_has_relatives (dataset, project))
    return NULL;
  if (self->whole != NULL && jalon_figures_get_dataset (self->whole) == dataset
      && is_same_date (jalon_figures_get_as_of (self->whole), jalon_figures_get_as_of (figures)))
    return self->whole;
  g_clear_pointer (&self->whole, jalon_figures_unref);
  query = jalon_query_copy (jalon_model_get_query (self->model));
  jalon_query_clear_filters (query);
  self->whole = jalon_figures_compute (dataset, query);
  return self->whole;
}

static void
append_share (GString *key, const JalonShare *share)
{
  if (share == NULL)
    g_string_append (key, "|-");
  else
    g_string_append_printf (key, "|%p %d %d %.17g %.17g %.17g %.17g", (gconstpointer) share->stating, (int) share->status, (int) share->reason,
                            share->rollup.firm, share->rollup.ceiling, share->remainder.firm, share->remainder.ceiling);
}

/* All that the rows are made of, but for what never changes while a file is shown. */
static char *
describe (JalonDetailView *self, const JalonProject *project, const JalonFigures *whole)
{
  const JalonFigures *figures = jalon_model_get_figures (self->model);
  const JalonDate *as_of = jalon_figures_get_as_of (figures);
  GString *key = g_string_new (NULL);

  g_string_append_printf (key, "%p %p %d %g", (gconstpointer) project, (gconstpointer) jalon_model_get_language (self->model),
                          as_of != NULL ? jalon_date_get_last_day (as_of) : G_MAXINT,
                          jalon_type_get_scale (jalon_model_get_type_setting (self->model)));
  append_share (key, jalon_figures_find_share (figures, project));
  if (whole != NULL)
    {
      g_autoptr (JalonFamily) family = jalon_family_new (whole, figures, project);

      for (guint i = 0; i < family->rows->len; i++)
        {
          append_share (key, g_array_index (family->rows, JalonFamilyRow, i).whole);
          append_share (key, g_array_index (family->rows, JalonFamilyRow, i).here);
        }
    }
  return g_string_free (key, FALSE);
}

static void
update (JalonDetailView *self)
{
  const JalonProject *project = jalon_model_get_selected (self->model);
  const JalonLanguage *language = jalon_model_get_language (self->model);
  const JalonFigures *whole;
  char *shown;

  gtk_widget_set_visible (GTK_WIDGET (self), project != NULL);
  if (project == NULL)
    {
      clear_body (self);
      g_clear_pointer (&self->shown, g_free);
      return;
    }
  update_order (self);
  whole = get_whole (self, project);
  shown = describe (self, project, whole);
  if (g_strcmp0 (shown, self->shown) == 0)
    {
      g_free (shown);
      return;
    }
  g_free (self->shown);
  self->shown = shown;
  clear_body (self);
  gtk_label_set_text (GTK_LABEL (self->title), jalon_words_text (language, project->title));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  jalon_words_text (language, project->title), -1);
  jalon_detail_rows_fill (GTK_BOX (self->body), self->model, project, whole);
}

/* Where the panes stand one below the other, what is around them scrolls to the card. */
static gboolean
reveal_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  GtkWidget *scrolled = gtk_widget_get_ancestor (gtk_widget_get_parent (widget), GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *adjustment = scrolled != NULL ? gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled)) : NULL;
  graphene_rect_t at;

  JALON_DETAIL_VIEW (widget)->tick = 0;
  if (adjustment != NULL && gtk_widget_compute_bounds (widget, scrolled, &at)
      && (at.origin.y < 0 || at.origin.y > gtk_adjustment_get_page_size (adjustment) / 2))
    gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + (double) at.origin.y);
  return G_SOURCE_REMOVE;
}

static void
show_start (JalonDetailView *self)
{
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scrolled)), 0);
  if (self->tick == 0 && jalon_model_get_selected (self->model) != NULL && gtk_widget_get_root (GTK_WIDGET (self)) != NULL
      && gtk_widget_get_mapped (gtk_widget_get_parent (GTK_WIDGET (self))))
    self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), reveal_cb, NULL, NULL);
}

static void
model_changed_cb (JalonDetailView *self, guint what)
{
  if (what & JALON_MODEL_LANGUAGE)
    update_words (self);
  if (what & JALON_MODEL_DATASET)
    {
      g_clear_pointer (&self->whole, jalon_figures_unref);
      g_clear_pointer (&self->shown, g_free);
    }
  if (what & (JALON_MODEL_DATASET | JALON_MODEL_FIGURES | JALON_MODEL_SELECTED | JALON_MODEL_LANGUAGE | JALON_MODEL_LOOK))
    update (self);
  if (what & JALON_MODEL_SELECTED)
    show_start (self);
}

static void
close_cb (JalonDetailView *self)
{
  jalon_query_set_selected (jalon_model_get_query (self->model), NULL);
}

static void
previous_cb (JalonDetailView *self)
{
  jalon_model_step_selected (self->model, -1);
}

static void
next_cb (JalonDetailView *self)
{
  jalon_model_step_selected (self->model, 1);
}

static gboolean
close_key_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  close_cb (JALON_DETAIL_VIEW (widget));
  return TRUE;
}

static gboolean
step_key_cb (GtkWidget *widget, GVariant *step, gpointer data)
{
  jalon_model_step_selected (JALON_DETAIL_VIEW (widget)->model, g_variant_get_int32 (step));
  return TRUE;
}

static gboolean
scroll_key_cb (GtkWidget *widget, GVariant *step, gpointer data)
{
  gboolean handled = FALSE;

  g_signal_emit_by_name (JALON_DETAIL_VIEW (widget)->scrolled, "scroll-child",
                         g_variant_get_int32 (step) > 0 ? GTK_SCROLL_STEP_DOWN : GTK_SCROLL_STEP_UP, FALSE, &handled);
  return handled;
}

/* Asks something about the amount of the line that has the focus, or else of the project that is shown. */
static gboolean
ask_key_cb (GtkWidget *widget, GVariant *action, gpointer data)
{
  const char *selected = jalon_query_get_selected (jalon_model_get_query (JALON_DETAIL_VIEW (widget)->model));
  GtkWidget *focused = gtk_root_get_focus (gtk_widget_get_root (widget));
  const char *of_line = focused != NULL ? g_object_get_data (G_OBJECT (focused), "project") : NULL;
  const char *id = of_line != NULL ? of_line : selected;
  g_autofree char *name = id != NULL ? g_strconcat (JALON_WHY_PROJECT, id, NULL) : NULL;

  return name != NULL && gtk_widget_activate_action (widget, g_variant_get_string (action, NULL), "s", name);
}

static GtkWidget *
make_button (JalonDetailView *self, const char *icon, GCallback callback)
{
  GtkWidget *button = jalon_icon_button_new (icon, callback, self);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "circular");
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  return button;
}

static GtkWidget *
make_header (JalonDetailView *self)
{
  GtkWidget *header = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  self->title = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, NULL);
  gtk_label_set_wrap (GTK_LABEL (self->title), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->title), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (self->title), 0);
  gtk_widget_add_css_class (self->title, "title");
  self->order = jalon_detail_make_label (NULL, "caption");
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (words), self->title);
  gtk_box_append (GTK_BOX (words), self->order);
  self->previous = make_button (self, "go-previous-symbolic", G_CALLBACK (previous_cb));
  self->next = make_button (self, "go-next-symbolic", G_CALLBACK (next_cb));
  self->close = make_button (self, "window-close-symbolic", G_CALLBACK (close_cb));
  gtk_box_append (GTK_BOX (header), words);
  gtk_box_append (GTK_BOX (header), self->previous);
  gtk_box_append (GTK_BOX (header), self->next);
  gtk_box_append (GTK_BOX (header), self->close);
  return header;
}

static void
build (JalonDetailView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_widget_add_css_class (box, "detail-card");
  gtk_box_append (GTK_BOX (box), make_header (self));
  self->body = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_add_css_class (self->body, "detail-body");
  self->scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (self->scrolled), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), self->body);
  gtk_box_append (GTK_BOX (box), self->scrolled);
  adw_bin_set_child (ADW_BIN (self), box);
}

static void
jalon_detail_view_dispose (GObject *object)
{
  JalonDetailView *self = JALON_DETAIL_VIEW (object);

  g_clear_object (&self->model);
  g_clear_pointer (&self->whole, jalon_figures_unref);
  g_clear_pointer (&self->shown, g_free);
  G_OBJECT_CLASS (jalon_detail_view_parent_class)->dispose (object);
}

static void
jalon_detail_view_class_init (JalonDetailViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jalon_detail_view_dispose;
  gtk_widget_class_set_css_name (widget_class, "detail");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_REGION);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, close_key_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Page_Up, 0, step_key_cb, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Page_Down, 0, step_key_cb, "i", 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Up, 0, scroll_key_cb, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Down, 0, scroll_key_cb, "i", 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_y, 0, ask_key_cb, "s", "win.why");
  gtk_widget_class_add_binding (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, ask_key_cb, "s", "win.copy-figure");
}

static void
jalon_detail_view_init (JalonDetailView *self)
{
}

/**
 * jalon_detail_view_new:
 * @model: what to show
 *
 * Returns: (transfer floating): the view, hidden until a project is selected
 */
GtkWidget *
jalon_detail_view_new (JalonModel *model)
{
  JalonDetailView *self = g_object_new (JALON_TYPE_DETAIL_VIEW, NULL);

  self->model = g_object_ref (model);
  build (self);
  update_words (self);
  update (self);
  g_signal_connect_object (model, "changed", G_CALLBACK (model_changed_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
