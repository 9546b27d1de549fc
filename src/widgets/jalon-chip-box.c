/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/jalon-chip-box.h"

#define NARROW 420 /* logical pixels: below it there may be twice as many lines */

/**
 * JalonChipBox:
 *
 * Puts its children one after the other, each as wide as it wants to be, in as many lines as that takes, but no more than some, or
 * twice as many where there is little width. Where they don't fit the last ones give way to a widget that stands for them.
 *
 * CSS node: chip-box. Role: group. It mirrors right to left.
 */
struct _JalonChipBox
{
  JalonFlow parent_instance;

  int spacing; /* logical pixels, either way */
  guint max_lines;
  GtkWidget *more; /* the last child, or NULL */
};

G_DEFINE_FINAL_TYPE (JalonChipBox, jalon_chip_box, JALON_TYPE_FLOW)

/* Where the next child goes. */
typedef struct
{
  int width;  /* there is */
  guint most; /* lines */
  int x;
  int y;
  int height; /* of the line */
  guint line;
} Pen;

static int
get_width (GtkWidget *child, int room)
{
  int least, natural;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, &natural, NULL, NULL);
  return MAX (least, MIN (natural, room));
}

static int
get_height (GtkWidget *child, int width)
{
  int height;

  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);
  return height;
}

/* Moves on to where a child has room: in the line if `keep` is left beside it, else in the next. */
static void
make_room (JalonChipBox *self, Pen *pen, int width, int keep)
{
  if (pen->x == 0 || pen->x + width + keep <= pen->width)
    return;
  pen->y += pen->height + self->spacing;
  pen->x = pen->height = 0;
  pen->line++;
}

static gboolean
takes_part (JalonChipBox *self, GtkWidget *child)
{
  return child != self->more && gtk_widget_should_layout (child);
}

/* The first child that finds no place, if `keep` is left in the last line; NULL: all do. The pen stands behind the last that does. */
static GtkWidget *
lay_out (JalonChipBox *self, Pen *pen, int keep, gboolean allocate)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child; child = gtk_widget_get_next_sibling (child))
    {
      int width = takes_part (self, child) ? get_width (child, pen->width) : 0;
      gboolean last_line = pen->line + 1 == pen->most;
      Pen before = *pen;

      if (!takes_part (self, child))
        continue;
      make_room (self, pen, width, last_line ? keep : 0);
      if (pen->line >= pen->most)
        {
          *pen = before;
          return child;
        }
      if (allocate)
        gtk_widget_size_allocate (child,
                                  &(GtkAllocation){ rtl ? pen->width - pen->x - width : pen->x, pen->y, width,
                                                    get_height (child, width) },
                                  -1);
      pen->x += width + self->spacing;
      pen->height = MAX (pen->height, get_height (child, width));
    }
  return NULL;
}

static Pen
begin (JalonChipBox *self, int width)
{
  return (Pen){ .width = width, .most = width < NARROW ? 2 * self->max_lines : self->max_lines };
}

static int
measure_height (JalonChipBox *self, int width)
{
  Pen pen = begin (self, width);

  lay_out (self, &pen, 0, FALSE);
  return pen.y + pen.height;
}

static void
jalon_chip_box_measure (GtkWidget *widget,
                    GtkOrientation orientation,
                    int for_size,
                    int *minimum,
                    int *natural,
                    int *minimum_baseline,
                    int *natural_baseline)
{
  JalonChipBox *self = JALON_CHIP_BOX (widget);

  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = *natural = measure_height (self, for_size >= 0 ? for_size : G_MAXINT / 2);
  else
    jalon_flow_measure_width (JALON_FLOW (self), self->spacing, self->more, minimum, natural);
}

static void
allocate_more (JalonChipBox *self, const Pen *pen, int width)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  GtkAllocation at = { rtl ? pen->width - pen->x - width : pen->x, pen->y, width, get_height (self->more, width) };

  gtk_widget_size_allocate (self->more, &at, -1);
}

/* What finds no place isn't told to a screen reader either. */
static void
show (GtkWidget *child, gboolean shown)
{
  gtk_widget_set_child_visible (child, shown);
  gtk_accessible_update_state (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_STATE_HIDDEN, !shown, -1);
}

static void
jalon_chip_box_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  JalonChipBox *self = JALON_CHIP_BOX (widget);
  Pen pen = begin (self, width);
  gboolean all = lay_out (self, &pen, 0, FALSE) == NULL;
  int keep = !all && self->more != NULL ? get_width (self->more, width) : 0;
  GtkWidget *child;
  gboolean shown = TRUE;

  pen = begin (self, width);
  child = lay_out (self, &pen, keep, FALSE);
  for (GtkWidget *each = gtk_widget_get_first_child (widget); each; each = gtk_widget_get_next_sibling (each))
    {
      shown = shown && each != child;
      show (each, each == self->more ? child != NULL : shown);
    }
  pen = begin (self, width);
  lay_out (self, &pen, keep, TRUE);
  if (self->more != NULL && child != NULL)
    allocate_more (self, &pen, keep);
}

static void
jalon_chip_box_dispose (GObject *object)
{
  JALON_CHIP_BOX (object)->more = NULL;
  G_OBJECT_CLASS (jalon_chip_box_parent_class)->dispose (object);
}

static void
jalon_chip_box_class_init (JalonChipBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jalon_chip_box_dispose;
  widget_class->measure = jalon_chip_box_measure;
  widget_class->size_allocate = jalon_chip_box_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "chip-box");
}

static void
jalon_chip_box_init (JalonChipBox *self)
{
}

/**
 * jalon_chip_box_new:
 * @spacing: between children and between lines, in logical pixels
 * @max_lines: how many lines there are at most where there is room
 *
 * Returns: (transfer floating): a widget without children
 */
GtkWidget *
jalon_chip_box_new (int spacing, guint max_lines)
{
  JalonChipBox *self = g_object_new (JALON_TYPE_CHIP_BOX, NULL);

  self->spacing = spacing;
  self->max_lines = max_lines;
  return GTK_WIDGET (self);
}

/**
 * jalon_chip_box_append:
 * @self: a box
 * @child: (transfer floating): a widget
 *
 * Puts a child after the others, before what stands for those that don't fit.
 */
void
jalon_chip_box_append (JalonChipBox *self, GtkWidget *child)
{
  gtk_widget_insert_before (child, GTK_WIDGET (self), self->more);
}

/**
 * jalon_chip_box_remove:
 * @self: a box
 * @child: a child of it
 *
 * Takes a child away.
 */
void
jalon_chip_box_remove (JalonChipBox *self, GtkWidget *child)
{
  g_return_if_fail (gtk_widget_get_parent (child) == GTK_WIDGET (self));

  if (self->more == child)
    self->more = NULL;
  gtk_widget_unparent (child);
}

/**
 * jalon_chip_box_set_more:
 * @self: a box that has none
 * @more: (transfer floating): what stands for the children that don't fit
 *
 * Says what to show in place of children that find no place.
 */
void
jalon_chip_box_set_more (JalonChipBox *self, GtkWidget *more)
{
  g_return_if_fail (self->more == NULL);

  gtk_widget_set_parent (more, GTK_WIDGET (self));
  self->more = more;
}
