/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/jalon-board.h"

#include "widgets/jalon-handle.h"
#include "widgets/jalon-map-view.h"

/* Logical pixels. */
#define WIDE_FROM 860        /* from this width, at a usual size of text, the panes stand side by side */
#define LEAST_HEIGHT 480     /* of a wide board; a lower one scrolls */
#define NARROW_MAP 380         /* at a usual size of text */
#define NARROW_TIMELINE 330    /* at a usual size of text */
#define DETAIL_WIDTH 340       /* of the detail, where the map isn't wider than usual */
#define MOST_DETAIL 440
#define MARGIN 12
#define HANDLE 9             /* how thick what is dragged is */
#define LEAST_MAP 240        /* either way */
#define LEAST_SIDE 300
#define LEAST_TIMELINE 120

/* The boundaries that move, by what lies beyond them. */
typedef enum
{
  SHARE_SIDE,
  SHARE_TIMELINE,
  N_SHARES
} Share;

/**
 * JalonBoard:
 *
 * The dashboard's panes. Wide: map to the left, figures beside it, time below, the detail as a card over the map. Narrow: one below
 * the other, each as high as it wants to be, to be scrolled. It mirrors right to left. Where the panes stand side by side handles
 * between them move their boundaries.
 *
 * CSS node: board, with .narrow where the panes are stacked.
 */
struct _JalonBoard
{
  GtkWidget parent_instance;

  GtkWidget *panes[JALON_N_PANES]; /* children */
  GtkWidget *handles[N_SHARES];    /* children, above the panes */
  double shares[N_SHARES];         /* of the width or height; 0: automatic */
};

enum
{
  PROP_0,
  PROP_SIDE_SHARE,
  PROP_TIMELINE_SHARE,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (JalonBoard, jalon_board, GTK_TYPE_WIDGET)

/* Larger text needs more room: so much of it for so many pixels at a usual size. */
static int
scale (JalonBoard *self, int pixels)
{
  int dpi = -1;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-xft-dpi", &dpi, NULL);
  return dpi > 96 * 1024 ? (int) (pixels * (dpi / 1024.0 / 96)) : pixels;
}

static int
get_wide_from (JalonBoard *self)
{
  return scale (self, WIDE_FROM);
}

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
    return scale (self, NARROW_MAP);
  if (pane == JALON_PANE_TIMELINE)
    return scale (self, NARROW_TIMELINE);
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
  else if (for_size >= 0 && for_size < get_wide_from (self))
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

static int
get_least_side (JalonBoard *self)
{
  int least = 0;

  if (has (self, JALON_PANE_SIDE))
    gtk_widget_measure (self->panes[JALON_PANE_SIDE], GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  return MAX (least, LEAST_SIDE);
}

static int
get_side (JalonBoard *self, int width)
{
  double share = self->shares[SHARE_SIDE];
  int wanted = share > 0 ? (int) (width * share) : CLAMP (width * 39 / 100, 400, 860);
  int least = get_least_side (self);

  return CLAMP (wanted, least, MAX (least, width - LEAST_MAP));
}

static int
get_below (JalonBoard *self, int height)
{
  double share = self->shares[SHARE_TIMELINE];
  int wanted = share > 0 ? (int) (height * share) : CLAMP (height * 31 / 100, 180, 420);

  return CLAMP (wanted, LEAST_TIMELINE, MAX (LEAST_TIMELINE, height - LEAST_MAP));
}

static void
allocate_handles (JalonBoard *self, int width, int height, int side, int below)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int boundary = rtl ? side : width - side;
  const GtkAllocation at[N_SHARES] = { { boundary - HANDLE / 2, 0, HANDLE, height - below },
                                       { 0, height - below - HANDLE / 2, width, HANDLE } };

  for (Share share = 0; share < N_SHARES; share++)
    {
      gtk_widget_measure (self->handles[share], GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
      gtk_widget_size_allocate (self->handles[share], &at[share], -1);
    }
}

/* Has the map keep off the detail that lies over it. */
static void
cover_map (JalonBoard *self, int width)
{
  if (JALON_IS_MAP_VIEW (self->panes[JALON_PANE_MAP]))
    jalon_map_view_set_end_cover (JALON_MAP_VIEW (self->panes[JALON_PANE_MAP]), width);
}

static void
allocate_wide (JalonBoard *self, int width, int height)
{
  int below = get_below (self, height);
  int side = get_side (self, width);
  int card = CLAMP ((width - side) * 2 / 5, DETAIL_WIDTH, MOST_DETAIL);
  int detail = 0;

  cover_map (self, has (self, JALON_PANE_DETAIL) ? card + MARGIN : 0);
  allocate (self, JALON_PANE_TITLE, width, 0, 0, width, 0);
  allocate (self, JALON_PANE_MAP, width, 0, 0, width - side, height - below);
  allocate (self, JALON_PANE_SIDE, width, width - side, 0, side, height - below);
  allocate (self, JALON_PANE_TIMELINE, width, 0, height - below, width, below);
  allocate_handles (self, width, height, side, below);
  if (!has (self, JALON_PANE_DETAIL))
    return;
  gtk_widget_measure (self->panes[JALON_PANE_DETAIL], GTK_ORIENTATION_VERTICAL, card, NULL, &detail, NULL, NULL);
  allocate (self, JALON_PANE_DETAIL, width, width - side - card - MARGIN, MARGIN,
            card, MIN (detail, height - below - 2 * MARGIN));
}

static void
jalon_board_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  JalonBoard *self = JALON_BOARD (widget);
  gboolean narrow = width < get_wide_from (self);

  if (self->panes[JALON_PANE_TITLE] != NULL)
    gtk_widget_set_child_visible (self->panes[JALON_PANE_TITLE], narrow);
  for (Share share = 0; share < N_SHARES; share++)
    gtk_widget_set_child_visible (self->handles[share], !narrow);
  if (narrow)
    cover_map (self, 0);
  if (narrow)
    allocate_narrow (self, width);
  else
    allocate_wide (self, width, height);
}

static void
set_share (JalonBoard *self, Share share, double value)
{
  if (self->shares[share] == value)
    return;
  self->shares[share] = value;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static Share
get_share (JalonBoard *self, gpointer handle)
{
  return self->handles[SHARE_SIDE] == handle ? SHARE_SIDE : SHARE_TIMELINE;
}

/* How much lies beyond a boundary as it is on screen: what a drag says counts from there, however many come in a frame. */
static double
get_extent (JalonBoard *self, Share share)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  graphene_rect_t at;

  if (!gtk_widget_compute_bounds (self->handles[share], GTK_WIDGET (self), &at))
    return 0;
  if (share == SHARE_TIMELINE)
    return gtk_widget_get_height (GTK_WIDGET (self)) - (double) at.origin.y - HANDLE / 2;
  return rtl ? (double) at.origin.x + HANDLE / 2 : gtk_widget_get_width (GTK_WIDGET (self)) - (double) at.origin.x - HANDLE / 2;
}

static void
moved_cb (JalonHandle *handle, double by, JalonBoard *self)
{
  Share share = get_share (self, handle);
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int total = share == SHARE_SIDE ? gtk_widget_get_width (GTK_WIDGET (self)) : gtk_widget_get_height (GTK_WIDGET (self));
  int least = share == SHARE_SIDE ? get_least_side (self) : LEAST_TIMELINE;
  double wanted = get_extent (self, share) + (share == SHARE_SIDE && rtl ? by : -by);

  if (total > least + LEAST_MAP)
    set_share (self, share, CLAMP (wanted, least, total - LEAST_MAP) / total);
}

static void
dropped_cb (JalonHandle *handle, JalonBoard *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SIDE_SHARE + get_share (self, handle)]);
}

static void
reset_cb (JalonHandle *handle, JalonBoard *self)
{
  set_share (self, get_share (self, handle), 0);
  dropped_cb (handle, self);
}

static void
jalon_board_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  JalonBoard *self = JALON_BOARD (object);

  if (id == PROP_SIDE_SHARE || id == PROP_TIMELINE_SHARE)
    g_value_set_double (value, self->shares[id - PROP_SIDE_SHARE]);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
jalon_board_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  JalonBoard *self = JALON_BOARD (object);

  if (id == PROP_SIDE_SHARE || id == PROP_TIMELINE_SHARE)
    {
      double share = g_value_get_double (value);

      if (share == self->shares[id - PROP_SIDE_SHARE])
        return;
      set_share (self, (Share) (id - PROP_SIDE_SHARE), share);
      g_object_notify_by_pspec (object, pspec);
    }
  else
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
jalon_board_dispose (GObject *object)
{
  JalonBoard *self = JALON_BOARD (object);

  for (int i = 0; i < JALON_N_PANES; i++)
    g_clear_pointer (&self->panes[i], gtk_widget_unparent);
  for (int i = 0; i < N_SHARES; i++)
    g_clear_pointer (&self->handles[i], gtk_widget_unparent);
  G_OBJECT_CLASS (jalon_board_parent_class)->dispose (object);
}

static void
add_properties (GObjectClass *klass)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  /**
   * JalonBoard:side-share:
   *
   * How much of the width the figures take; 0: what suits.
   */
  properties[PROP_SIDE_SHARE] = g_param_spec_double ("side-share", NULL, NULL, 0, 1, 0, flags);

  /**
   * JalonBoard:timeline-share:
   *
   * How much of the height the timeline takes; 0: what suits.
   */
  properties[PROP_TIMELINE_SHARE] = g_param_spec_double ("timeline-share", NULL, NULL, 0, 1, 0, flags);
  g_object_class_install_properties (klass, N_PROPERTIES, properties);
}

static void
jalon_board_class_init (JalonBoardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jalon_board_dispose;
  G_OBJECT_CLASS (klass)->get_property = jalon_board_get_property;
  G_OBJECT_CLASS (klass)->set_property = jalon_board_set_property;
  add_properties (G_OBJECT_CLASS (klass));
  widget_class->measure = jalon_board_measure;
  widget_class->get_request_mode = jalon_board_get_request_mode;
  widget_class->size_allocate = jalon_board_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "board");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
jalon_board_init (JalonBoard *self)
{
  for (Share share = 0; share < N_SHARES; share++)
    {
      GtkWidget *handle = jalon_handle_new (share == SHARE_SIDE ? GTK_ORIENTATION_HORIZONTAL : GTK_ORIENTATION_VERTICAL);

      gtk_widget_add_css_class (handle, share == SHARE_SIDE ? "across" : "along");
      g_signal_connect (handle, "moved", G_CALLBACK (moved_cb), self);
      g_signal_connect (handle, "dropped", G_CALLBACK (dropped_cb), self);
      g_signal_connect (handle, "reset", G_CALLBACK (reset_cb), self);
      gtk_widget_set_parent (handle, GTK_WIDGET (self));
      self->handles[share] = handle;
    }
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
  gtk_widget_insert_before (child, GTK_WIDGET (self), self->handles[0]);
}

/**
 * jalon_board_get_pane:
 * @self: a board
 * @pane: which one
 *
 * Returns: (transfer none) (nullable): what stands in it
 */
GtkWidget *
jalon_board_get_pane (JalonBoard *self, JalonPane pane)
{
  return self->panes[pane];
}

/**
 * jalon_board_set_words:
 * @self: a board
 * @side: what the boundary of the figures changes
 * @timeline: what that of the timeline changes
 *
 * Names the handles.
 */
void
jalon_board_set_words (JalonBoard *self, const char *side, const char *timeline)
{
  jalon_handle_set_words (JALON_HANDLE (self->handles[SHARE_SIDE]), side);
  jalon_handle_set_words (JALON_HANDLE (self->handles[SHARE_TIMELINE]), timeline);
}
