/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/jalon-compare-page.h"

#include "widgets/jalon-chips.h"
#include "widgets/jalon-compare-choices.h"
#include "widgets/jalon-compare-view.h"
#include "widgets/jalon-drop-down.h"
#include "widgets/jalon-wrap.h"

#define LEAST_SIDE 220 /* logical pixels, as the next */
#define SIDES_GAP 24
#define MAX_WIDTH 1200 /* logical pixels: wider bars nobody compares */

/**
 * JalonComparePage:
 *
 * Two answers side by side: places, territories, organisations, kinds or dates, all other filters of the window holding for both.
 *
 * CSS node: widget, with .compare-page below it.
 */
struct _JalonComparePage
{
  AdwBin parent_instance;

  JalonModel *model;   /* owned */
  GPtrArray *choices;  /* owned: of JalonCompareChoice, as in the drop-downs */
  char *values[2];     /* that are chosen */
  gboolean chosen;     /* what to compare: by a person, so it stays */
  gboolean updating;   /* the drop-downs are being filled: no answer needed */
  gboolean stale;      /* what is shown is of yesterday: made anew when the page is looked at */

  /* borrowed from the tree of children */
  GtkWidget *by;
  GtkWidget *sides[2];
  GtkWidget *view;
};

G_DEFINE_FINAL_TYPE (JalonComparePage, jalon_compare_page, ADW_TYPE_BIN)

static JalonCompareBy
get_by (JalonComparePage *self)
{
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->by));

  return selected < JALON_N_COMPARES ? (JalonCompareBy) selected : JALON_COMPARE_PLACE;
}

/* The broadest parts that the file has two of: a place often has one project alone. */
static JalonCompareBy
find_opening (JalonComparePage *self)
{
  static const JalonCompareBy broadest[] = { JALON_COMPARE_TERRITORY, JALON_COMPARE_DEPARTMENT, JALON_COMPARE_KIND };

  for (guint i = 0; i < G_N_ELEMENTS (broadest); i++)
    {
      g_autoptr (GPtrArray) choices = jalon_compare_list_choices (self->model, broadest[i]);

      if (choices->len > 1)
        return broadest[i];
    }
  return JALON_COMPARE_PLACE;
}

/* Where a value stands among the choices; if it isn't there any more, the choice at `otherwise`. */
static guint
find_choice (JalonComparePage *self, const char *value, guint otherwise)
{
  for (guint i = 0; i < self->choices->len; i++)
    if (g_strcmp0 (((const JalonCompareChoice *) g_ptr_array_index (self->choices, i))->value, value) == 0)
      return i;
  return MIN (otherwise, self->choices->len - 1);
}

static void
update_side (JalonComparePage *self, guint side)
{
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->sides[side]));
  const JalonCompareChoice *choice = selected < self->choices->len ? g_ptr_array_index (self->choices, selected) : NULL;
  g_autoptr (JalonQuery) query = choice != NULL ? jalon_compare_make_query (self->model, get_by (self), choice->value) : NULL;

  if (choice != NULL && g_strcmp0 (self->values[side], choice->value) != 0)
    {
      g_free (self->values[side]);
      self->values[side] = g_strdup (choice->value);
    }
  jalon_compare_view_set_side (JALON_COMPARE_VIEW (self->view), side, query, choice != NULL ? choice->label : "");
}

/* The choices in the language, the chosen ones kept where they still are. */
static void
update_choices (JalonComparePage *self)
{
  g_clear_pointer (&self->choices, g_ptr_array_unref);
  self->choices = jalon_compare_list_choices (self->model, get_by (self));
  self->updating = TRUE;
  for (guint side = 0; side < 2; side++)
    {
      g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

      for (guint i = 0; i < self->choices->len; i++)
        gtk_string_list_append (labels, ((const JalonCompareChoice *) g_ptr_array_index (self->choices, i))->label);
      gtk_drop_down_set_model (GTK_DROP_DOWN (self->sides[side]), G_LIST_MODEL (labels));
      if (self->choices->len > 0)
        gtk_drop_down_set_selected (GTK_DROP_DOWN (self->sides[side]), find_choice (self, self->values[side], side));
    }
  self->updating = FALSE;
  update_side (self, 0);
  update_side (self, 1);
}

static void
update_words (JalonComparePage *self)
{
  const JalonLanguage *language = jalon_model_get_language (self->model);
  const char *names[] = { jalon_tr (language, "Left side"), jalon_tr (language, "Right side") };
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  JalonCompareBy chosen = self->chosen ? get_by (self) : find_opening (self);

  for (JalonCompareBy by = 0; by < JALON_N_COMPARES; by++)
    gtk_string_list_append (labels, jalon_compare_by_get_words (by, language));
  self->updating = TRUE;
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->by), G_LIST_MODEL (labels));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->by), chosen);
  self->updating = FALSE;
  jalon_drop_down_set_words (self->by, jalon_tr (language, "What to compare"), language);
  for (guint i = 0; i < 2; i++)
    jalon_drop_down_set_words (self->sides[i], names[i], language);
}

static void
update_all (JalonComparePage *self)
{
  self->stale = FALSE;
  update_words (self);
  update_choices (self);
}

static void
model_changed_cb (JalonComparePage *self, guint what)
{
  if (!(what & (JALON_MODEL_DATASET | JALON_MODEL_FIGURES | JALON_MODEL_LANGUAGE)))
    return;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    update_all (self);
  else
    self->stale = TRUE;
}

static void
by_changed_cb (JalonComparePage *self)
{
  if (self->updating)
    return;
  self->chosen = TRUE;
  update_choices (self);
}

static void
side_changed_cb (JalonComparePage *self, GParamSpec *pspec, GtkWidget *side)
{
  if (!self->updating)
    update_side (self, side == self->sides[0] ? 0 : 1);
}

static void
jalon_compare_page_map (GtkWidget *widget)
{
  JalonComparePage *self = JALON_COMPARE_PAGE (widget);

  if (self->stale)
    update_all (self);
  GTK_WIDGET_CLASS (jalon_compare_page_parent_class)->map (widget);
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer ellipsize)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), GPOINTER_TO_INT (ellipsize));
  gtk_list_item_set_child (item, label);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer ellipsize)
{
  const char *text = gtk_string_object_get_string (gtk_list_item_get_item (item));

  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)), text);
}

static GtkListItemFactory *
make_factory (PangoEllipsizeMode ellipsize)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), GINT_TO_POINTER (ellipsize));
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  return factory;
}

/* In a narrow window the chosen value may be cut, in the list none is. */
static GtkWidget *
make_drop_down (JalonComparePage *self, GCallback changed)
{
  GtkWidget *drop_down = jalon_drop_down_new ();
  g_autoptr (GtkListItemFactory) button = make_factory (PANGO_ELLIPSIZE_END);
  g_autoptr (GtkListItemFactory) list = make_factory (PANGO_ELLIPSIZE_NONE);

  gtk_drop_down_set_factory (GTK_DROP_DOWN (drop_down), button);
  gtk_drop_down_set_list_factory (GTK_DROP_DOWN (drop_down), list);
  g_signal_connect_object (drop_down, "notify::selected", changed, self, G_CONNECT_SWAPPED);
  return drop_down;
}

/* What is compared; below it, above either side, what stands there, or one below the other where there is little width. */
static GtkWidget *
make_controls (JalonComparePage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *sides = jalon_wrap_new_columns (LEAST_SIDE, 2, SIDES_GAP);

  self->by = make_drop_down (self, G_CALLBACK (by_changed_cb));
  gtk_widget_set_halign (self->by, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (box), self->by);
  for (guint i = 0; i < 2; i++)
    {
      self->sides[i] = make_drop_down (self, G_CALLBACK (side_changed_cb));
      gtk_widget_set_parent (self->sides[i], sides);
    }
  gtk_box_append (GTK_BOX (box), sides);
  return box;
}

static void
jalon_compare_page_dispose (GObject *object)
{
  JalonComparePage *self = JALON_COMPARE_PAGE (object);

  g_clear_pointer (&self->choices, g_ptr_array_unref);
  for (guint i = 0; i < 2; i++)
    g_clear_pointer (&self->values[i], g_free);
  g_clear_object (&self->model);
  G_OBJECT_CLASS (jalon_compare_page_parent_class)->dispose (object);
}

static void
jalon_compare_page_class_init (JalonComparePageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = jalon_compare_page_dispose;
  GTK_WIDGET_CLASS (klass)->map = jalon_compare_page_map;
}

static void
jalon_compare_page_init (JalonComparePage *self)
{
  self->stale = TRUE;
}

/**
 * jalon_compare_page_new:
 * @model: what to show
 *
 * Returns: (transfer floating): the page, filled when it is first looked at
 */
GtkWidget *
jalon_compare_page_new (JalonModel *model)
{
  JalonComparePage *self = g_object_new (JALON_TYPE_COMPARE_PAGE, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->model = g_object_ref (model);
  self->choices = g_ptr_array_new ();
  self->view = jalon_compare_view_new (model);
  gtk_widget_add_css_class (box, "compare-page");
  gtk_box_append (GTK_BOX (box), jalon_chips_new (model));
  gtk_box_append (GTK_BOX (box), make_controls (self));
  gtk_box_append (GTK_BOX (box), self->view);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), MAX_WIDTH);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (clamp), MAX_WIDTH);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), clamp);
  adw_bin_set_child (ADW_BIN (self), scrolled);
  g_signal_connect_object (model, "changed", G_CALLBACK (model_changed_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
