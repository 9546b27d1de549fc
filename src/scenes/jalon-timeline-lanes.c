/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>
#include <string.h>

#include "scenes/jalon-timeline-private.h"

#define LABEL_GAP 5.0
#define ITEM_GAP 7.0
/* Beyond so many, labels are no longer tried: the lanes are full long before. */
#define MAX_TRIES 400
/* Nor after so many placements, each with a label more. */
#define MAX_TRIALS 160
/* So many lanes are kept for marks alone until these are placed. */
#define MAX_UNLABELLED_LANES 3
/* The largest amounts: so many are named even where marks of small amounts give way to their labels… */
#define N_NAMED 5
/* …but never the mark of one of so many more; of fewer, where that names larger amounts. */
static const guint kept[] = { 12, 6 };
/* How much of the lanes is filled with what has a label, the largest aside, before all others get their place. */
#define LABELLED_FIRST 0.5
#define CELLS 64

typedef struct
{
  JalonTimePlot *plot;
  guint64 *cells;      /* a bit a pixel, lane by lane: whether somebody holds it */
  guint n_words;       /* of a lane */
  GHashTable *lane_of; /* project → lane + 1 of its labelled mark */
  gboolean is_roomy;   /* titles are set in full */
  guint n_open;        /* lanes that items may be placed in */
  guint n_kept;        /* one of kept */
  guint n_money;       /* the first items: of the selected project, and those that bring money; at most MAX_TRIES */
  guint n_trials;
  double held;         /* pixels of all lanes */
} Lanes;

/* The bits from `from` to below `to` that are in a word. */
static guint64
get_mask (guint word, guint from, guint to)
{
  guint first = MAX (from, word * CELLS) - word * CELLS, end = MIN (to, (word + 1) * CELLS) - word * CELLS;

  return (~(guint64) 0 >> (CELLS - (end - first))) << first;
}

static void
get_cells (const Lanes *lanes, double left, double right, guint *from, guint *to)
{
  *from = (guint) MAX (floor (left), 0);
  *to = MIN ((guint) MAX (ceil (right), 0), lanes->n_words * CELLS);
}

static gboolean
is_free (const Lanes *lanes, guint lane, guint n_lanes, double left, double right)
{
  guint from, to;

  get_cells (lanes, left, right, &from, &to);
  for (guint l = lane; from < to && l < lane + n_lanes; l++)
    for (guint word = from / CELLS; word <= (to - 1) / CELLS; word++)
      if (lanes->cells[l * lanes->n_words + word] & get_mask (word, from, to))
        return FALSE;
  return TRUE;
}

static void
hold (Lanes *lanes, const JalonTimeItem *item)
{
  guint from, to;

  get_cells (lanes, item->left, item->right + ITEM_GAP, &from, &to);
  lanes->held += (to > from ? to - from : 0) * item->n_lanes;
  for (guint l = (guint) item->lane; from < to && l < (guint) item->lane + item->n_lanes; l++)
    for (guint word = from / CELLS; word <= (to - 1) / CELLS; word++)
      lanes->cells[l * lanes->n_words + word] |= get_mask (word, from, to);
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

/* Whether a mark of the project has a label. */
static gboolean
is_named (const Lanes *lanes, const JalonProject *project)
{
  for (guint i = 0; i < lanes->n_money; i++)
    {
      const JalonTimeItem *item = g_ptr_array_index (lanes->plot->items, i);

      if (item->label && item->announcement->project == project)
        return TRUE;
    }
  return FALSE;
}

/* What may be said of an item, the best first; of money also in fewer words. The selected project, whose marks are joined, is named once; all others always, but
 * for a step of the works where there is only room for its word. */
static char **
list_labels (const Lanes *lanes, const JalonTimeItem *item)
{
  gboolean named = item->rank == JALON_RANK_SELECTED && is_named (lanes, item->announcement->project);
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

/* An item with its label, in its project's lane if both fit there. */
static gboolean
place_with_label (Lanes *lanes, JalonTimeItem *item)
{
  int preferred = get_preferred (lanes, item);

  measure (item, item->label_width, item->label_before);
  if ((preferred < 0 || !find_lane (lanes, item, preferred)) && !find_lane (lanes, item, -1))
    return FALSE;
  if (preferred < 0)
    g_hash_table_insert (lanes->lane_of, (gpointer) item->announcement->project, GINT_TO_POINTER (item->lane + 1));
  return TRUE;
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

/* All as if nothing were placed yet. */
static void
begin (Lanes *lanes)
{
  const GPtrArray *items = lanes->plot->items;

  memset (lanes->cells, 0, sizeof *lanes->cells * lanes->n_words * lanes->plot->n_lanes);
  g_hash_table_remove_all (lanes->lane_of);
  lanes->held = 0;
  for (guint i = 0; i < items->len; i++)
    ((JalonTimeItem *) g_ptr_array_index (items, i))->lane = -1;
}

/* Which of the first items have no lane: a bit each, the highest that of the first. */
static guint64
get_dropped (const Lanes *lanes, guint n)
{
  guint64 dropped = 0;

  for (guint i = 0; i < MIN (MIN (n, lanes->n_money), CELLS); i++)
    if (((const JalonTimeItem *) g_ptr_array_index (lanes->plot->items, i))->lane < 0)
      dropped |= (guint64) 1 << (CELLS - 1 - i);
  return dropped;
}

/* Places what weighs most: those with labels first, the largest of them first, then the others. Gives whether all labels found room, and
 * of the first `n_kept` no more have none than `dropped` says. */
static gboolean
place_money (Lanes *lanes, guint n_kept, guint64 dropped)
{
  const GPtrArray *items = lanes->plot->items;

  begin (lanes);
  lanes->n_trials++;
  lanes->n_open = lanes->plot->n_lanes - MIN (lanes->plot->n_lanes / 3, MAX_UNLABELLED_LANES);
  for (guint i = 0; i < lanes->n_money; i++)
    {
      JalonTimeItem *item = g_ptr_array_index (items, i);

      if (item->label && !place_with_label (lanes, item))
        return FALSE;
    }
  lanes->n_open = lanes->plot->n_lanes;
  for (guint i = 0; i < lanes->n_money; i++)
    {
      JalonTimeItem *item = g_ptr_array_index (items, i);

      if (item->lane < 0)
        place_alone (lanes, item);
      if (item->lane < 0 && i < n_kept && get_dropped (lanes, i + 1) > dropped)
        return FALSE;
    }
  return TRUE;
}

/* The fullest label of an item for which none of the first `n_kept` marks gives way. */
static gboolean
find_label (Lanes *lanes, JalonTimeItem *item, guint n_kept)
{
  g_auto (GStrv) labels = list_labels (lanes, item);
  guint64 dropped = get_dropped (lanes, n_kept);

  for (guint i = 0; labels[i]; i++)
    {
      g_free (item->label);
      item->label = g_strdup (labels[i]);
      item->label_width = get_label_width (lanes, labels[i]);
      for (int before = 0; before <= 1 && lanes->n_trials < MAX_TRIALS; before++)
        {
          item->label_before = before;
          if (place_money (lanes, n_kept, dropped))
            return TRUE;
        }
    }
  g_clear_pointer (&item->label, g_free);
  item->label_before = FALSE;
  place_money (lanes, 0, 0);
  return FALSE;
}

/* Labels for what weighs most, one after the other. Gives which of the largest have theirs: a bit each, the highest that of the largest. */
static int
label_money (Lanes *lanes)
{
  const GPtrArray *items = lanes->plot->items;
  double room = LABELLED_FIRST * lanes->plot->width * lanes->plot->n_lanes;
  int n_amounts = 0, named = 0;

  for (guint i = 0; i < lanes->n_money; i++)
    {
      JalonTimeItem *item = g_ptr_array_index (items, i);
      gboolean is_largest = item->rank == JALON_RANK_MONEY && n_amounts < N_NAMED;
      gboolean is_first = is_largest || item->rank == JALON_RANK_SELECTED;

      if (lanes->n_trials >= MAX_TRIALS || (!is_first && lanes->held > room))
        break;
      n_amounts += is_largest;
      if (find_label (lanes, item, is_first ? i + lanes->n_kept : lanes->n_money) && is_largest)
        named |= 1 << (N_NAMED - n_amounts);
    }
  return named;
}

/* Whether an amount has no place where a smaller one has one. */
static gboolean
drops_money (const Lanes *lanes)
{
  const GPtrArray *items = lanes->plot->items;

  for (guint i = 0; i < lanes->n_money; i++)
    {
      const JalonTimeItem *item = g_ptr_array_index (items, i);

      for (guint j = i + 1; item->lane < 0 && item->filled && j < lanes->n_money; j++)
        {
          const JalonTimeItem *other = g_ptr_array_index (items, j);

          if (other->lane >= 0 && other->left < item->x + item->radius && other->right > item->x - item->radius)
            return TRUE;
        }
    }
  return FALSE;
}

/* Makes each disc so many times as large as its amount, those that are seen only just aside. */
static void
scale_discs (const JalonTimePlot *plot, double factor)
{
  for (guint i = 0; i < plot->items->len; i++)
    {
      JalonTimeItem *item = g_ptr_array_index (plot->items, i);

      item->radius = MAX (item->full_radius * factor, MIN (item->full_radius, JALON_TIME_MIN_RADIUS));
    }
}

/* By which the largest disc comes down to the height of a lane; 1 if it is no higher. */
static double
get_shrinking (const JalonTimePlot *plot)
{
  double most = 0;

  for (guint i = 0; i < plot->items->len; i++)
    most = MAX (most, ((const JalonTimeItem *) g_ptr_array_index (plot->items, i))->radius);
  return most > 0 ? MIN ((plot->lane_height / 2 - 1) / most, 1) : 1;
}

/* Places and labels what weighs most from the beginning. Gives which of the largest have a label, -1 where a mark gives way to one of
 * less money. */
static int
try_money (Lanes *lanes)
{
  const GPtrArray *items = lanes->plot->items;

  lanes->n_trials = 0;
  for (guint i = 0; i < items->len; i++)
    {
      JalonTimeItem *item = g_ptr_array_index (items, i);

      g_clear_pointer (&item->label, g_free);
      item->label_before = FALSE;
      item->n_lanes = count_lanes (lanes->plot, item);
    }
  place_money (lanes, 0, 0);
  if (drops_money (lanes))
    return -1;
  return label_money (lanes);
}

/* Discs as large as lanes allow, or no higher than one lane, and what gives way to labels: the first way that names all of the largest
 * amounts, or that which names larger ones than the others; small discs where even so a mark gives way to one of less money. */
static void
settle_money (Lanes *lanes)
{
  const double sizes[] = { 1, get_shrinking (lanes->plot) };
  const guint n_sizes = sizes[1] < 1 ? 2 : 1, n_ways = n_sizes * G_N_ELEMENTS (kept);
  int best = G_MININT, named = 0;
  guint chosen = 0;

  for (guint way = 0; way <= n_ways; way++)
    {
      guint tried = way < n_ways ? way : chosen; /* at last the best again */

      scale_discs (lanes->plot, sizes[tried % n_sizes]);
      lanes->n_kept = kept[tried / n_sizes];
      named = try_money (lanes);
      if (named > best || (named < 0 && best < 0))
        {
          best = named;
          chosen = way;
        }
      if (named == (1 << N_NAMED) - 1)
        return;
    }
}

static guint
count_money (const GPtrArray *items)
{
  guint n = 0;

  while (n < MIN (items->len, MAX_TRIES))
    {
      const JalonTimeItem *item = g_ptr_array_index (items, n);

      if (item->rank > JALON_RANK_MONEY || (item->rank == JALON_RANK_MONEY && !item->filled))
        break;
      n++;
    }
  return n;
}

/**
 * jalon_timeline_place:
 *
 * Gives each item a lane in which neither it nor its label meets another. What brings money comes first, the largest amounts with
 * their labels, in fewer words where these are too long, until the lanes are partly full; then all others as marks alone; then labels
 * wherever there is room left. For the labels of the largest amounts marks of small ones give way, and, where that isn't enough, the
 * size of the discs. What finds no lane keeps -1.
 */
void
jalon_timeline_place (JalonTimePlot *plot)
{
  Lanes lanes = { .plot = plot, .n_words = (guint) ceil (plot->width / CELLS) };

  lanes.is_roomy = plot->items->len * 220.0 < plot->width * plot->n_lanes;
  lanes.cells = g_new0 (guint64, (gsize) lanes.n_words * plot->n_lanes + 1);
  lanes.lane_of = g_hash_table_new (NULL, NULL);
  lanes.n_money = count_money (plot->items);
  settle_money (&lanes);
  for (guint i = lanes.n_money; i < plot->items->len; i++)
    place_alone (&lanes, g_ptr_array_index (plot->items, i));
  label_all (&lanes);
  g_hash_table_unref (lanes.lane_of);
  g_free (lanes.cells);
}
