/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>
#include <string.h>

#include "scenes/jalon-timeline-private.h"

#define LABEL_GAP 5.0
#define ITEM_GAP 7.0
/* Beyond so many, labels are no longer tried: the lanes are full long before. */
#define MAX_TRIES 400
/* So many lanes are kept for marks alone until these are placed. */
#define MAX_UNLABELLED_LANES 3

/* How much of the lanes is filled with labelled items before all others get their place: tried in turn, until no mark has to give way
 * to one of less money. */
static const double labelled_first[] = { 0.5, 0.35, 0.25, 0.16, 0.1, 0.05, 0 };

/* Who holds each pixel of each lane: 0, or a project's index + 1. */
typedef struct
{
  JalonTimePlot *plot;
  guint32 *cells;
  guint n_cells;       /* of a lane */
  GHashTable *lane_of; /* project → lane + 1 of its labelled mark */
  gboolean is_roomy;   /* titles are set in full */
  guint n_open;        /* lanes that items may be placed in */
  double held;         /* pixels of all lanes */
  double labelled;     /* of labelled_first */
} Lanes;

static gboolean
is_free (const Lanes *lanes, guint lane, guint n_lanes, double left, double right)
{
  guint from = (guint) MAX (floor (left), 0), to = MIN ((guint) MAX (ceil (right), 0), lanes->n_cells);

  for (guint l = lane; l < lane + n_lanes; l++)
    for (guint i = from; i < to; i++)
      if (lanes->cells[l * lanes->n_cells + i] != 0)
        return FALSE;
  return TRUE;
}

static void
hold (Lanes *lanes, const JalonTimeItem *item)
{
  guint from = (guint) MAX (floor (item->left), 0);
  guint to = MIN ((guint) MAX (ceil (item->right + ITEM_GAP), 0), lanes->n_cells);

  lanes->held += (to > from ? to - from : 0) * item->n_lanes;

  for (guint l = (guint) item->lane; l < (guint) item->lane + item->n_lanes; l++)
    for (guint i = from; i < to; i++)
      lanes->cells[l * lanes->n_cells + i] = item->announcement->project->base.index + 1;
}

static guint
count_lanes (const JalonTimePlot *plot, const JalonTimeItem *item)
{
  guint n = (guint) ceil ((2 * item->radius + 2) / plot->lane_height);

  return CLAMP (n, 1, plot->n_lanes);
}

static void
set_lane (Lanes *lanes, JalonTimeItem *item, guint lane)
{
  const JalonTimePlot *plot = lanes->plot;

  item->lane = (int) lane;
  item->y = plot->lanes + (lane + item->n_lanes / 2.0) * plot->lane_height;
  hold (lanes, item);
}

/* The lane where the project's label is, if the item fits there, else the first where it fits. */
static gboolean
find_lane (Lanes *lanes, JalonTimeItem *item, int preferred)
{
  if (item->left < 0 || item->right > lanes->plot->width)
    return FALSE;
  if (preferred >= 0)
    {
      guint lane = MIN ((guint) preferred, lanes->plot->n_lanes - item->n_lanes);

      if (lane + item->n_lanes > lanes->n_open || !is_free (lanes, lane, item->n_lanes, item->left, item->right + ITEM_GAP))
        return FALSE;
      set_lane (lanes, item, lane);
      return TRUE;
    }
  for (guint lane = 0; lane + item->n_lanes <= lanes->n_open; lane++)
    if (is_free (lanes, lane, item->n_lanes, item->left, item->right + ITEM_GAP))
      {
        set_lane (lanes, item, lane);
        return TRUE;
      }
  return FALSE;
}

/* The item's extent with a label behind or before its disc, or without one. */
static void
measure (JalonTimeItem *item, double label_width, gboolean before)
{
  item->left = MIN (item->x - item->radius, item->x0) - 1;
  item->right = MAX (item->x + item->radius, item->x1) + 1;
  if (label_width <= 0)
    return;
  if (before)
    item->left = MIN (item->left, item->x - item->radius - LABEL_GAP - label_width);
  else
    item->right = MAX (item->right, item->x + item->radius + LABEL_GAP + label_width);
}

static double
get_label_width (const Lanes *lanes, const char *label)
{
  return jalon_layout_get_width (lanes->plot->input->type, JALON_STYLE_LABEL_STRONG, label);
}

static gboolean
try_label (Lanes *lanes, JalonTimeItem *item, const char *label, int preferred)
{
  double width = get_label_width (lanes, label);

  for (int before = 0; before <= 1; before++)
    {
      measure (item, width, before);
      if (!find_lane (lanes, item, preferred))
        continue;
      item->label = g_strdup (label);
      item->label_before = before;
      return TRUE;
    }
  return FALSE;
}

static char *
join (const char *a, const char *b)
{
  return b ? g_strdup_printf ("%s · %s", a, b) : g_strdup (a);
}

static int
get_preferred (const Lanes *lanes, const JalonTimeItem *item)
{
  return GPOINTER_TO_INT (g_hash_table_lookup (lanes->lane_of, item->announcement->project)) - 1;
}

/* What may be said of an item, the best first; of money also in fewer words. The selected project, whose marks are joined, is named once; all others always, but
 * for a step of the works where there is only room for its word. */
static char **
list_labels (const Lanes *lanes, const JalonTimeItem *item)
{
  gboolean named = item->rank == JALON_RANK_SELECTED && get_preferred (lanes, item) >= 0;
  const JalonLayoutInput *input = lanes->plot->input;
  const JalonAnnouncement *announcement = item->announcement;
  const char *act = jalon_words_act (input->language, announcement->act);
  g_autofree char *amount = jalon_timeline_say_amount (input, announcement, JALON_MONEY_COMPACT);
  g_autofree char *title = jalon_layout_get_title (input, announcement->project);
  g_auto (GStrv) names = jalon_timeline_list_names (input, announcement->project);
  const char *what = amount && item->rank <= JALON_RANK_MONEY        ? amount
                     : announcement->act == JALON_ACT_ANNOUNCES ? NULL
                                                                : act;
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();

  if (named)
    g_ptr_array_add (labels, join (act, amount));
  else if (item->rank != JALON_RANK_ASIDE)
    {
      if (lanes->is_roomy || item->rank == JALON_RANK_SELECTED)
        g_ptr_array_add (labels, join (title, what));
      for (guint i = 0; names[i] && (i == 0 || item->filled); i++)
        g_ptr_array_add (labels, join (names[i], what));
    }
  if (!named && jalon_timeline_is_step (announcement->act))
    g_ptr_array_add (labels, g_strdup (act));
  g_ptr_array_add (labels, NULL);
  return (char **) g_ptr_array_steal (labels, NULL);
}

/* Before the lanes fill: an item with its label, in its project's lane if both fit there. */
static gboolean
place_with_label (Lanes *lanes, JalonTimeItem *item)
{
  g_auto (GStrv) labels = list_labels (lanes, item);
  int preferred = get_preferred (lanes, item);

  for (guint i = 0; labels[i]; i++)
    if ((preferred >= 0 && try_label (lanes, item, labels[i], preferred)) || try_label (lanes, item, labels[i], -1))
      return TRUE;
  return FALSE;
}

static void
place_alone (Lanes *lanes, JalonTimeItem *item)
{
  int preferred = get_preferred (lanes, item);

  measure (item, 0, FALSE);
  if (preferred < 0 || !find_lane (lanes, item, preferred))
    find_lane (lanes, item, -1);
}

/* When all have a place: a label where there is room left behind or before a disc. */
static void
label_in_place (Lanes *lanes, JalonTimeItem *item)
{
  g_auto (GStrv) labels = list_labels (lanes, item);
  double left = item->left, right = item->right;
  guint lane = (guint) item->lane;

  for (guint i = 0; labels[i]; i++)
    for (int before = 0; before <= 1; before++)
      {
        measure (item, get_label_width (lanes, labels[i]), before);
        if (item->left >= 0 && item->right <= lanes->plot->width
            && is_free (lanes, lane, item->n_lanes, item->left - ITEM_GAP, left - 1)
            && is_free (lanes, lane, item->n_lanes, right + ITEM_GAP + 1, item->right + ITEM_GAP))
          {
            item->label = g_strdup (labels[i]);
            item->label_before = before;
            hold (lanes, item);
            return;
          }
      }
  item->left = left;
  item->right = right;
}

/* What weighs most, with labels, until the lanes are partly full; a large amount whose label finds no room has its mark placed. */
static void
place_labelled (Lanes *lanes)
{
  const GPtrArray *items = lanes->plot->items;
  double room = lanes->labelled * lanes->plot->width * lanes->plot->n_lanes;

  for (guint i = 0; i < MIN (items->len, MAX_TRIES) && lanes->held <= room; i++)
    {
      JalonTimeItem *item = g_ptr_array_index (items, i);

      if (item->rank > JALON_RANK_MONEY)
        continue;
      if (!place_with_label (lanes, item) && item->filled)
        place_alone (lanes, item);
      if (item->lane >= 0 && item->label && get_preferred (lanes, item) < 0)
        g_hash_table_insert (lanes->lane_of, (gpointer) item->announcement->project, GINT_TO_POINTER (item->lane + 1));
    }
}

/* All as if nothing were placed yet. */
static void
begin (Lanes *lanes)
{
  const GPtrArray *items = lanes->plot->items;

  memset (lanes->cells, 0, sizeof *lanes->cells * lanes->n_cells * lanes->plot->n_lanes);
  g_hash_table_remove_all (lanes->lane_of);
  lanes->held = 0;
  for (guint i = 0; i < items->len; i++)
    {
      JalonTimeItem *item = g_ptr_array_index (items, i);

      g_clear_pointer (&item->label, g_free);
      item->label_before = FALSE;
      item->lane = -1;
      item->n_lanes = count_lanes (lanes->plot, item);
    }
}

static void
place_all (Lanes *lanes)
{
  const GPtrArray *items = lanes->plot->items;

  lanes->n_open = lanes->plot->n_lanes - MIN (lanes->plot->n_lanes / 3, MAX_UNLABELLED_LANES);
  place_labelled (lanes);
  lanes->n_open = lanes->plot->n_lanes;
  for (guint i = 0; i < items->len; i++)
    if (((const JalonTimeItem *) g_ptr_array_index (items, i))->lane < 0)
      place_alone (lanes, g_ptr_array_index (items, i));
}

static void
label_all (Lanes *lanes)
{
  const GPtrArray *items = lanes->plot->items;

  for (guint i = 0; i < MIN (items->len, MAX_TRIES); i++)
    {
      JalonTimeItem *item = g_ptr_array_index (items, i);

      if (item->lane >= 0 && !item->label)
        label_in_place (lanes, item);
    }
}

/* Whether an amount has no place where a smaller one has one. */
static gboolean
drops_money (const Lanes *lanes)
{
  const GPtrArray *items = lanes->plot->items;

  for (guint i = 0; i < MIN (items->len, MAX_TRIES); i++)
    {
      const JalonTimeItem *item = g_ptr_array_index (items, i);

      for (guint j = i + 1; item->lane < 0 && item->filled && j < items->len; j++)
        {
          const JalonTimeItem *other = g_ptr_array_index (items, j);

          if (other->lane >= 0 && other->left < item->x + item->radius && other->right > item->x - item->radius)
            return TRUE;
        }
    }
  return FALSE;
}

/* Brings the largest disc down to the height of a lane, and all others with it. */
static void
shrink (const JalonTimePlot *plot)
{
  double most = 0;

  for (guint i = 0; i < plot->items->len; i++)
    most = MAX (most, ((const JalonTimeItem *) g_ptr_array_index (plot->items, i))->radius);
  for (guint i = 0; i < plot->items->len && most > 0; i++)
    ((JalonTimeItem *) g_ptr_array_index (plot->items, i))->radius *= MIN ((plot->lane_height / 2 - 1) / most, 1);
}

/**
 * jalon_timeline_place:
 *
 * Gives each item a lane in which neither it nor its label meets another. Those that weigh most come first, with their labels, until
 * the lanes are partly full; then all others as marks alone; then labels wherever there is room left. Where a mark would give way to
 * one of less money, the labels of small amounts give way first, then all, and then the size of the discs. What finds no lane keeps -1.
 */
void
jalon_timeline_place (JalonTimePlot *plot)
{
  Lanes lanes = { .plot = plot, .n_cells = (guint) ceil (plot->width) };

  lanes.is_roomy = plot->items->len * 220.0 < plot->width * plot->n_lanes;
  lanes.cells = g_new0 (guint32, (gsize) lanes.n_cells * plot->n_lanes + 1);
  lanes.lane_of = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (labelled_first) && (i == 0 || drops_money (&lanes)); i++)
    {
      lanes.labelled = labelled_first[i];
      begin (&lanes);
      place_all (&lanes);
    }
  if (drops_money (&lanes))
    {
      shrink (plot);
      begin (&lanes);
      place_all (&lanes);
    }
  label_all (&lanes);
  g_hash_table_unref (lanes.lane_of);
  g_free (lanes.cells);
}
