/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/jalon-header-row.h"

#define SPACING 6
#define LEAST_TITLE 160  /* below this width a title says too little to be shown */
#define LEAST_SEARCH 150 /* what the search keeps before anything else is shown */
#define SEARCH_FRAME 70  /* of a search: what stands round its words */

enum
{
  HISTORY,
  TITLE,
  PAGES,
  SEARCH,
  N_CHILDREN
};

/**
 * JalonHeaderRow:
 *
 * What stands in the middle of the header bar: the way back, the title, the pages and the search. Where there is little width the
 * title gives way first, then the way back, then the pages; the search takes what is left, and is .tight where not half of its words
 * have room. The row is *crowded* where the pages have given way: something else should turn them.
 */
struct _JalonHeaderRow
{
  GtkWidget parent_instance;

  GtkWidget *children[N_CHILDREN];
  gboolean crowded;
  guint telling; /* the source that tells of the change, after the layout */
};

G_DEFINE_FINAL_TYPE (JalonHeaderRow, jalon_header_row, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_CROWDED,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* What the search keeps before the title gets more than it needs: room for what it says while it is empty. */
static int
measure_search (JalonHeaderRow *self)
{
  GtkEditable *text = gtk_editable_get_delegate (GTK_EDITABLE (self->children[SEARCH]));
  const char *words = GTK_IS_TEXT (text) ? gtk_text_get_placeholder_text (GTK_TEXT (text)) : NULL;
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (self->children[SEARCH], words != NULL ? words : "");
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  return MAX (LEAST_SEARCH, width + SEARCH_FRAME);
}

static void
jalon_header_row_measure (GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  JalonHeaderRow *self = JALON_HEADER_ROW (widget);

  for (guint i = 0; i < N_CHILDREN; i++)
    {
      int least;
      int best;

      gtk_widget_measure (self->children[i], orientation, -1, &least, &best, NULL, NULL);
      if (orientation == GTK_ORIENTATION_VERTICAL)
        {
          *minimum = MAX (*minimum, least);
          *natural = MAX (*natural, best);
        }
      else
        {
          *minimum = i == SEARCH ? least : *minimum;
          *natural += (i == SEARCH ? MAX (best, measure_search (self)) : best) + (i > 0 ? SPACING : 0);
        }
    }
}

static int
measure_width (JalonHeaderRow *self, guint child, int *least)
{
  int natural;

  gtk_widget_measure (self->children[child], GTK_ORIENTATION_HORIZONTAL, -1, least, &natural, NULL, NULL);
  return natural;
}

/* How wide each child is to be: 0, it isn't shown. */
static void
share (JalonHeaderRow *self, int width, int widths[N_CHILDREN])
{
  static const guint order[] = { PAGES, HISTORY, TITLE };
  int left = width - LEAST_SEARCH;
  int least = 0;
  int title = measure_width (self, TITLE, &least);

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      int needed = order[i] == TITLE ? MAX (least, MIN (title, LEAST_TITLE)) : measure_width (self, order[i], NULL);

      widths[order[i]] = left >= needed + SPACING ? needed : 0;
      left -= widths[order[i]] > 0 ? needed + SPACING : 0;
    }
  if (widths[TITLE] > 0)
    {
      int more = CLAMP (left - (measure_search (self) - LEAST_SEARCH), 0, title - widths[TITLE]);

      widths[TITLE] += more;
      left -= more;
    }
  widths[SEARCH] = MIN (width, LEAST_SEARCH + left);
}

static gboolean
tell_cb (gpointer data)
{
  JalonHeaderRow *self = data;

  self->telling = 0;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CROWDED]);
  return G_SOURCE_REMOVE;
}

static void
jalon_header_row_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  JalonHeaderRow *self = JALON_HEADER_ROW (widget);
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int widths[N_CHILDREN];
  int x = 0;

  share (self, width, widths);
  (widths[SEARCH] < measure_search (self) / 2 ? gtk_widget_add_css_class : gtk_widget_remove_css_class) (self->children[SEARCH], "tight");
  for (guint i = 0; i < N_CHILDREN; i++)
    {
      GtkAllocation place = { mirrored ? width - x - widths[i] : x, 0, widths[i], height };

      gtk_widget_set_child_visible (self->children[i], widths[i] > 0);
      if (widths[i] > 0)
        gtk_widget_size_allocate (self->children[i], &place, baseline);
      x += widths[i] > 0 ? widths[i] + SPACING : 0;
    }
  if (self->crowded != (widths[PAGES] == 0))
    {
      self->crowded = !self->crowded;
      /* Who listens will want another layout, which can't be asked for within this one. */
      if (self->telling == 0)
        self->telling = g_idle_add_full (G_PRIORITY_HIGH_IDLE, tell_cb, self, NULL);
    }
}

static void
jalon_header_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_assert (id == PROP_CROWDED);
  g_value_set_boolean (value, jalon_header_row_get_crowded (JALON_HEADER_ROW (object)));
}

static void
jalon_header_row_dispose (GObject *object)
{
  JalonHeaderRow *self = JALON_HEADER_ROW (object);

  g_clear_handle_id (&self->telling, g_source_remove);
  for (guint i = 0; i < N_CHILDREN; i++)
    g_clear_pointer (&self->children[i], gtk_widget_unparent);
  G_OBJECT_CLASS (jalon_header_row_parent_class)->dispose (object);
}

static void
jalon_header_row_class_init (JalonHeaderRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = jalon_header_row_dispose;
  object_class->get_property = jalon_header_row_get_property;
  widget_class->measure = jalon_header_row_measure;
  widget_class->size_allocate = jalon_header_row_size_allocate;
  /**
   * JalonHeaderRow:crowded:
   *
   * Whether the pages have given way for want of width.
   */
  properties[PROP_CROWDED] = g_param_spec_boolean ("crowded", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
jalon_header_row_init (JalonHeaderRow *self)
{
}

/**
 * jalon_header_row_new:
 * @history: (transfer floating): the way back
 * @title: (transfer floating): whose data are shown
 * @pages: (transfer floating): what turns the pages
 * @search: (transfer floating): the search
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *
jalon_header_row_new (GtkWidget *history, GtkWidget *title, GtkWidget *pages, GtkWidget *search)
{
  JalonHeaderRow *self = g_object_new (JALON_TYPE_HEADER_ROW, NULL);
  GtkWidget *const children[] = { [HISTORY] = history, [TITLE] = title, [PAGES] = pages, [SEARCH] = search };

  for (guint i = 0; i < N_CHILDREN; i++)
    {
      self->children[i] = children[i];
      gtk_widget_set_parent (children[i], GTK_WIDGET (self));
    }
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  return GTK_WIDGET (self);
}

/**
 * jalon_header_row_get_crowded:
 * @self: a row
 *
 * Returns: whether the pages have given way for want of width
 */
gboolean
jalon_header_row_get_crowded (JalonHeaderRow *self)
{
  return self->crowded;
}
