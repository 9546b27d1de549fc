/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/jalon-wrap.h"

#define GAP 6 /* between words */

/**
 * JalonWrap:
 *
 * Its children one after the other like words, on as many lines as they need, one that expands over what is left of its line; or, in
 * columns, as many of one width side by side as there is room for, those of a line as high as the highest. It mirrors right to left.
 *
 * CSS node: wrap. Role: group.
 */
struct _JalonWrap
{
  JalonFlow parent_instance;

  int least;  /* width of a column in logical pixels; 0: no columns */
  guint most; /* columns */
  int gap;    /* between children, and between lines in columns, logical pixels */
};

G_DEFINE_FINAL_TYPE (JalonWrap, jalon_wrap, JALON_TYPE_FLOW)

static guint
count_columns (JalonWrap *self, int width)
{
  guint n_children = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL; child = gtk_widget_get_next_sibling (child))
    n_children += gtk_widget_should_layout (child);
  return MAX (1, MIN ((guint) ((width + self->gap) / (self->least + self->gap)), MIN (self->most, n_children)));
}

/* How wide a child is made where the line is so wide. */
static int
get_child_width (JalonWrap *self, GtkWidget *child, int width)
{
  int natural = 0;
  guint columns;

  if (self->least > 0)
    {
      columns = count_columns (self, width);
      return (width - (int) (columns - 1) * self->gap) / (int) columns;
    }
  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  return MIN (natural, width);
}

/* The first child that no longer stands on the line that begins with `first`, and how high the line is. */
static GtkWidget *
find_line (JalonWrap *self, GtkWidget *first, int width, int *height)
{
  GtkWidget *child = first;
  int used = 0;

  *height = 0;
  for (; child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int wide, high = 0;

      if (!gtk_widget_should_layout (child))
        continue;
      wide = get_child_width (self, child, width);
      if (used > 0 && used + self->gap + wide > width)
        break;
      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, wide, &high, NULL, NULL, NULL);
      used += (used > 0 ? self->gap : 0) + wide;
      *height = MAX (*height, high);
    }
  return child;
}

static void
jalon_wrap_measure (GtkWidget *widget,
                    GtkOrientation orientation,
                    int for_size,
                    int *minimum,
                    int *natural,
                    int *minimum_baseline,
                    int *natural_baseline)
{
  JalonWrap *self = JALON_WRAP (widget);
  GtkWidget *child = gtk_widget_get_first_child (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      jalon_flow_measure_width (JALON_FLOW (self), self->gap, NULL, minimum, natural);
      return;
    }
  *natural = 0;
  while (child != NULL)
    {
      int height;

      child = find_line (self, child, for_size >= 0 ? for_size : G_MAXINT / 4, &height);
      *natural += (*natural > 0 && self->least > 0 ? self->gap : 0) + height;
    }
  *minimum = *natural;
}

/* What a line leaves, for the first child of it that expands. */
static int
count_left (JalonWrap *self, GtkWidget *first, GtkWidget *end, int width)
{
  int left = width + self->gap;

  for (GtkWidget *child = first; child != end; child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_should_layout (child))
      left -= get_child_width (self, child, width) + self->gap;
  return MAX (left, 0);
}

static void
allocate_line (JalonWrap *self, GtkWidget *first, GtkWidget *end, int y, int width, int height)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int x = 0, left = count_left (self, first, end, width);

  for (GtkWidget *child = first; child != end; child = gtk_widget_get_next_sibling (child))
    {
      gboolean expands = gtk_widget_get_hexpand (child) && self->least == 0;
      int wide = get_child_width (self, child, width) + (expands ? left : 0);
      const GtkAllocation at = { rtl ? width - x - wide : x, y, wide, height };

      if (!gtk_widget_should_layout (child))
        continue;
      left = expands ? 0 : left;
      gtk_widget_size_allocate (child, &at, -1);
      x += wide + self->gap;
    }
}

static void
jalon_wrap_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  JalonWrap *self = JALON_WRAP (widget);
  GtkWidget *child = gtk_widget_get_first_child (widget);
  int y = 0;

  while (child != NULL)
    {
      int line;
      GtkWidget *end = find_line (self, child, width, &line);

      allocate_line (self, child, end, y, width, line);
      y += line + (self->least > 0 ? self->gap : 0);
      child = end;
    }
}

static void
jalon_wrap_class_init (JalonWrapClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = jalon_wrap_measure;
  widget_class->size_allocate = jalon_wrap_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "wrap");
}

static void
jalon_wrap_init (JalonWrap *self)
{
  self->gap = GAP;
}

/**
 * jalon_wrap_new:
 *
 * Returns: (transfer floating): a widget that lays out its children like words; set it as their parent
 */
GtkWidget *
jalon_wrap_new (void)
{
  return g_object_new (JALON_TYPE_WRAP, NULL);
}

/**
 * jalon_wrap_new_columns:
 * @least: how wide a column is at least, in logical pixels
 * @most: how many stand side by side at most
 * @gap: between them, and between lines, in logical pixels
 *
 * Returns: (transfer floating): a widget that lays out its children in columns; set it as their parent
 */
GtkWidget *
jalon_wrap_new_columns (int least, guint most, int gap)
{
  JalonWrap *self = g_object_new (JALON_TYPE_WRAP, NULL);

  self->least = least;
  self->most = most;
  self->gap = gap;
  return GTK_WIDGET (self);
}
