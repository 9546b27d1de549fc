/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/jalon-board.h"

/* Logical pixels. */
#define WIDE_FROM 860        /* from this width the panes stand side by side */
#define LEAST_HEIGHT 480     /* of a wide board; a lower one scrolls */
#define NARROW_MAP 320
#define NARROW_TIMELINE 260
#define DETAIL_WIDTH 340
#define MARGIN 12

/**
 * JalonBoard:
 *
 * The dashboard's panes. Wide: map to the left, figures beside it, time below, the detail as a card over the map. Narrow: one below
 * the other, each as high as it wants to be, to be scrolled. It mirrors right to left.
 *
 * CSS node: board, with .narrow where the panes are stacked.
 */
struct _JalonBoard
{
  GtkWidget parent_instance;

  GtkWidget *panes[JALON_N_PANES]; /* children */
};

G_DEFINE_FINAL_TYPE (JalonBoard, jalon_board, GTK_TYPE_WIDGET)

static const JalonPane narrow_order[] = { JALON_PANE_TITLE, JALON_PANE_SIDE, JALON_PANE_MAP, JALON_PANE_DETAIL,
                                          JALON_PANE_TIMELINE };

static gboolean
has (JalonBoard *self, JalonPane pane)
{
  return self->panes[pane] != NULL && gtk_widget_should_layout (self->panes[pane]);
}

static int
narrow_height (JalonBoard *self, JalonPane pane, int width)
{
  int natural = 0;

  if (!has (self, pane))
    return 0;
  if (pane == JALON_PANE_MAP)
    return NARROW_MAP;
  if (pane == JALON_PANE_TIMELINE)
    return NARROW_TIMELINE;
  gtk_widget_measure (self->panes[pane], GTK_ORIENTATION_VERTICAL, width, NULL, &natural, NULL, NULL);
  return natural;
}

static void
jalon_board_measure (GtkWidget *widget,
                     GtkOrientation orientation,
                     int for_size,
                     int *minimum,
                     int *natural,
                     int *minimum_baseline,
                     int *natural_baseline)
{
  JalonBoard *self = JALON_BOARD (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = 0;
      for (int i = 0; i < JALON_N_PANES; i++)
        {
          int least = 0;

          if (has (self, i))
            gtk_widget_measure (self->panes[i], orientation, -1, &least, NULL, NULL, NULL);
          *minimum = MAX (*minimum, least);
        }
      *natural = MAX (*minimum, 1280);
    }
  else if (for_size >= 0 && for_size < WIDE_FROM)
    {
      *minimum = 0;
      for (guint i = 0; i < G_N_ELEMENTS (narrow_order); i++)
        *minimum += narrow_height (self, narrow_order[i], for_size);
      *natural = *minimum;
    }
  else
    {
      *minimum = LEAST_HEIGHT;
      *natural = 720;
    }
}

static GtkSizeRequestMode
jalon_board_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
allocate (JalonBoard *self, JalonPane pane, int total, int x, int y, int width, int height)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  GtkAllocation at = { rtl ? total - x - width : x, y, width, height };
  int least = 0;

  if (!has (self, pane))
    return;
  gtk_widget_measure (self->panes[pane], GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  at.width = MAX (at.width, least);
  gtk_widget_measure (self->panes[pane], GTK_ORIENTATION_VERTICAL, at.width, &least, NULL, NULL, NULL);
  at.height = MAX (at.height, least);
  gtk_widget_size_allocate (self->panes[pane], &at, -1);
}

static void
allocate_narrow (JalonBoard *self, int width)
{
  int y = 0;

  for (guint i = 0; i < G_N_ELEMENTS (narrow_order); i++)
    {
      int height = narrow_height (self, narrow_order[i], width);

      allocate (self, narrow_order[i], width, 0, y, width, height);
      y += height;
    }
}

static void
allocate_wide (JalonBoard *self, int width, int height)
{
  int below = CLAMP (height * 31 / 100, 180, 420);
  int side = CLAMP (width * 39 / 100, 400, 860);
  int detail = 0;

  allocate (self, JALON_PANE_TITLE, width, 0, 0, width, 0);
  allocate (self, JALON_PANE_MAP, width, 0, 0, width - side, height - below);
  allocate (self, JALON_PANE_SIDE, width, width - side, 0, side, height - below);
  allocate (self, JALON_PANE_TIMELINE, width, 0, height - below, width, below);
  if (!has (self, JALON_PANE_DETAIL))
    return;
  gtk_widget_measure (self->panes[JALON_PANE_DETAIL], GTK_ORIENTATION_VERTICAL, DETAIL_WIDTH, NULL, &detail, NULL, NULL);
  allocate (self, JALON_PANE_DETAIL, width, width - side - DETAIL_WIDTH - MARGIN, MARGIN,
            DETAIL_WIDTH, MIN (detail, height - below - 2 * MARGIN));
}

static void
jalon_board_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  JalonBoard *self = JALON_BOARD (widget);

  if (self->panes[JALON_PANE_TITLE] != NULL)
    gtk_widget_set_child_visible (self->panes[JALON_PANE_TITLE], width < WIDE_FROM);
  if (width < WIDE_FROM)
    allocate_narrow (self, width);
  else
    allocate_wide (self, width, height);
}

static void
jalon_board_dispose (GObject *object)
{
  JalonBoard *self = JALON_BOARD (object);

  for (int i = 0; i < JALON_N_PANES; i++)
    g_clear_pointer (&self->panes[i], gtk_widget_unparent);
  G_OBJECT_CLASS (jalon_board_parent_class)->dispose (object);
}

static void
jalon_board_class_init (JalonBoardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jalon_board_dispose;
  widget_class->measure = jalon_board_measure;
  widget_class->get_request_mode = jalon_board_get_request_mode;
  widget_class->size_allocate = jalon_board_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "board");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
jalon_board_init (JalonBoard *self)
{
}

/**
 * jalon_board_new:
 *
 * Returns: (transfer floating): a board without panes
 */
GtkWidget *
jalon_board_new (void)
{
  return g_object_new (JALON_TYPE_BOARD, NULL);
}

/**
 * jalon_board_set_pane:
 * @self: a board
 * @pane: which one
 * @child: (transfer floating): what stands in it
 *
 * Fills a pane, once. The detail belongs last: it lies over the map.
 */
void
jalon_board_set_pane (JalonBoard *self, JalonPane pane, GtkWidget *child)
{
  g_return_if_fail (self->panes[pane] == NULL);

  self->panes[pane] = child;
  gtk_widget_set_parent (child, GTK_WIDGET (self));
}
