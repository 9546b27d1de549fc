/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>
#include <string.h>

#include "scenes/jalon-timeline-private.h"

#define STEP_RADIUS 4.0
#define ASIDE_RADIUS 3.0
/* Of that many announcements at least one in so many may lie before the opening window. */
#define MIN_TRIMMED 20
#define TRIMMED 12

static void
item_free (gpointer data)
{
  JalonTimeItem *item = data;

  g_free (item->label);
  g_free (item);
}

static gboolean
brings_money (JalonAct act)
{
  return act == JALON_ACT_ANNOUNCES || act == JALON_ACT_RAISES || act == JALON_ACT_CUTS || act == JALON_ACT_ADDS;
}

/**
 * jalon_timeline_is_step:
 *
 * Returns: whether the act says how far the works are: drawn as a lozenge
 */
gboolean
jalon_timeline_is_step (JalonAct act)
{
  return act == JALON_ACT_PERMITS || act == JALON_ACT_STARTS || act == JALON_ACT_OPENS;
}

/* Whether its money is in the selection's sums, or would be if it were known. */
static gboolean
counts (const JalonShare *share)
{
  return share->reason == JALON_REASON_NONE || share->reason == JALON_REASON_UNDISCLOSED || share->reason == JALON_REASON_PART_OF;
}

static JalonRank
get_rank (const JalonLayoutInput *input, const JalonShare *share, const JalonAnnouncement *announcement)
{
  if (g_strcmp0 (announcement->project->base.id, input->selected) == 0)
    return JALON_RANK_SELECTED;
  if (announcement->act == JALON_ACT_NOTES || announcement->act == JALON_ACT_REPORTS)
    return JALON_RANK_ASIDE;
  return brings_money (announcement->act) && counts (share) ? JALON_RANK_MONEY : JALON_RANK_STEP;
}

/* One unit of a currency in the dataset's; 0 if the file has no rate. */
static double
get_rate (JalonDataset *dataset, const char *currency)
{
  const JalonRate *rate;

  if (*currency == '\0' || strcmp (currency, jalon_dataset_get_currency (dataset)) == 0)
    return 1;
  rate = jalon_dataset_lookup (dataset, JALON_LIST_RATES, currency);
  return rate ? rate->per : 0;
}

static JalonSum
get_sum (JalonDataset *dataset, const JalonAmount *amount)
{
  double rate = amount ? get_rate (dataset, amount->currency) : 0;

  if (!amount || rate <= 0)
    return (JalonSum) { 0 };
  return (JalonSum) { .firm = jalon_amount_get_firm (amount) * rate, .ceiling = jalon_amount_get_ceiling (amount) * rate };
}

static JalonTimeItem *
item_new (const JalonTimePlot *plot, const JalonShare *share, const JalonAnnouncement *announcement)
{
  JalonDataset *dataset = jalon_figures_get_dataset (plot->input->figures);
  double first = jalon_date_get_first_day (&announcement->date), last = jalon_date_get_last_day (&announcement->date) + 1;
  JalonTimeItem *item = g_new0 (JalonTimeItem, 1);

  item->share = share;
  item->announcement = announcement;
  item->rank = get_rank (plot->input, share, announcement);
  item->is_span = last - first > 1;
  item->sum = get_sum (dataset, announcement->amount);
  item->filled = brings_money (announcement->act) && announcement->amount && counts (share);
  item->x0 = jalon_timeline_day_to_x (plot, MAX (first, plot->window->first));
  item->x1 = jalon_timeline_day_to_x (plot, MIN (last, plot->window->last));
  item->x = rint ((item->x0 + item->x1) / 2);
  item->lane = -1;
  return item;
}

/* By rank, what brings money first, then amount, then recency, then as in the file. */
static int
compare_items (gconstpointer a, gconstpointer b)
{
  const JalonTimeItem *x = *(JalonTimeItem *const *) a, *y = *(JalonTimeItem *const *) b;

  if (x->rank != y->rank)
    return (int) x->rank - (int) y->rank;
  if (x->filled != y->filled)
    return x->filled ? -1 : 1;
  if (x->sum.ceiling != y->sum.ceiling)
    return x->sum.ceiling < y->sum.ceiling ? 1 : -1;
  if (x->x != y->x)
    return x->x < y->x ? 1 : -1;
  if (x->announcement->project != y->announcement->project)
    return x->announcement->project->base.index < y->announcement->project->base.index ? -1 : 1;
  return x->announcement->base.index < y->announcement->base.index ? -1 : 1;
}

static gboolean
is_known (const JalonFigures *figures, const JalonDate *date)
{
  const JalonDate *as_of = jalon_figures_get_as_of (figures);

  if (!jalon_date_is_set (date))
    return FALSE;
  return !as_of || !jalon_date_is_set (as_of) || jalon_date_get_first_day (date) <= jalon_date_get_last_day (as_of);
}

static double
get_radius (const JalonTimePlot *plot, const JalonTimeItem *item, double most)
{
  if (item->announcement->act == JALON_ACT_NOTES || item->announcement->act == JALON_ACT_REPORTS)
    return ASIDE_RADIUS;
  if (!brings_money (item->announcement->act))
    return STEP_RADIUS;
  if (!(most > 0) || !item->filled)
    return JALON_TIME_MIN_RADIUS;
  return MAX (JALON_TIME_MIN_RADIUS, sqrt (item->sum.ceiling / most) * MIN (plot->lane_height, 20));
}

/**
 * jalon_timeline_list_items:
 *
 * Returns: (transfer full) (element-type JalonTimeItem): the announcements in the window that are known on the day of the query, in
 * the order they are to be placed
 */
GPtrArray *
jalon_timeline_list_items (const JalonTimePlot *plot)
{
  const JalonFigures *figures = plot->input->figures;
  GPtrArray *items = g_ptr_array_new_with_free_func (item_free);
  double most = 0;

  for (guint i = 0; i < jalon_figures_get_n_shares (figures); i++)
    {
      const JalonShare *share = jalon_figures_get_share (figures, i);

      for (guint j = 0; j < share->project->announcements->len; j++)
        {
          const JalonAnnouncement *announcement = g_ptr_array_index (share->project->announcements, j);
          JalonTimeItem *item;

          if (!is_known (figures, &announcement->date))
            continue;
          item = item_new (plot, share, announcement);
          if (item->filled)
            most = MAX (most, item->sum.ceiling);
          if (jalon_date_get_last_day (&announcement->date) + 1 > plot->window->first
              && jalon_date_get_first_day (&announcement->date) < plot->window->last)
            g_ptr_array_add (items, item);
          else
            item_free (item);
        }
    }
  for (guint i = 0; i < items->len; i++)
    {
      JalonTimeItem *item = g_ptr_array_index (items, i);

      item->radius = item->full_radius = get_radius (plot, item, most);
    }
  g_ptr_array_sort (items, compare_items);
  return items;
}

/**
 * jalon_timeline_get_extent:
 *
 * Returns: a window on all announcements that are known on the day of the query, with a little room around; the year around the
 * dataset's date if there are none
 */
JalonTimeWindow
jalon_timeline_get_extent (const JalonFigures *figures)
{
  const JalonDate *updated = jalon_dataset_get_updated (jalon_figures_get_dataset (figures));
  double first = INFINITY, last = -INFINITY, room;

  for (guint i = 0; i < jalon_figures_get_n_shares (figures); i++)
    {
      const GPtrArray *announcements = jalon_figures_get_share (figures, i)->project->announcements;

      for (guint j = 0; j < announcements->len; j++)
        {
          const JalonDate *date = &((const JalonAnnouncement *) g_ptr_array_index (announcements, j))->date;

          if (!is_known (figures, date))
            continue;
          first = MIN (first, jalon_date_get_first_day (date));
          last = MAX (last, jalon_date_get_last_day (date) + 1);
        }
    }
  if (!(last > first))
    {
      last = updated && jalon_date_is_set (updated) ? jalon_date_get_last_day (updated) + 1 : 366;
      first = last - 365;
    }
  room = MAX ((last - first) * 0.02, 3);
  return (JalonTimeWindow) { .first = MAX (first - room, 1), .last = last + room };
}

/**
 * jalon_timeline_get_reach:
 * @first: (out): the day, in Julian days of #GDate, on which the first announcement begins
 * @last: (out): the day on which all is known: the dataset's date, or the begin of a later announcement
 *
 * Returns: whether anything was announced
 */
gboolean
jalon_timeline_get_reach (const JalonFigures *figures, int *first, int *last)
{
  const JalonDate *updated = jalon_dataset_get_updated (jalon_figures_get_dataset (figures));

  *first = G_MAXINT;
  *last = updated && jalon_date_is_set (updated) ? jalon_date_get_last_day (updated) : 0;
  for (guint i = 0; i < jalon_figures_get_n_shares (figures); i++)
    {
      const GPtrArray *announcements = jalon_figures_get_share (figures, i)->project->announcements;

      for (guint j = 0; j < announcements->len; j++)
        {
          const JalonDate *date = &((const JalonAnnouncement *) g_ptr_array_index (announcements, j))->date;

          if (!jalon_date_is_set (date))
            continue;
          *first = MIN (*first, jalon_date_get_first_day (date));
          *last = MAX (*last, jalon_date_get_first_day (date));
        }
    }
  return *first <= *last;
}

static int
compare_ints (gconstpointer a, gconstpointer b)
{
  return *(const int *) a - *(const int *) b;
}

/**
 * jalon_timeline_get_opening:
 *
 * Returns: the window to open with: that of jalon_timeline_get_extent(), without the time in which only a few of the first
 * announcements fall, if that takes much of it
 */
JalonTimeWindow
jalon_timeline_get_opening (const JalonFigures *figures)
{
  JalonTimeWindow extent = jalon_timeline_get_extent (figures), opening = extent;
  g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (int));

  for (guint i = 0; i < jalon_figures_get_n_shares (figures); i++)
    {
      const GPtrArray *announcements = jalon_figures_get_share (figures, i)->project->announcements;

      for (guint j = 0; j < announcements->len; j++)
        {
          const JalonAnnouncement *announcement = g_ptr_array_index (announcements, j);
          int day = jalon_date_get_first_day (&announcement->date);

          if (is_known (figures, &announcement->date))
            g_array_append_val (days, day);
        }
    }
  if (days->len < MIN_TRIMMED)
    return extent;
  g_array_sort (days, compare_ints);
  opening.first = g_array_index (days, int, days->len / TRIMMED) - (extent.last - extent.first) * 0.02;
  return opening.first - extent.first > (extent.last - extent.first) / 4 ? opening : extent;
}

/**
 * jalon_timeline_say_amount:
 *
 * Returns: (transfer full) (nullable): the amount that an announcement states; %NULL if it states none
 */
char *
jalon_timeline_say_amount (const JalonLayoutInput *input, const JalonAnnouncement *announcement, JalonMoneyStyle style)
{
  if (!announcement->amount)
    return NULL;
  return jalon_words_amount (input->language, announcement->amount, jalon_layout_get_currency (input), style);
}

/**
 * jalon_timeline_list_names:
 *
 * Returns: (transfer full) (array zero-terminated=1): short names of a project, the fullest first: who and where, as far as the file
 *   says, who alone, and who without what the name adds to its beginning; else the title
 */
char **
jalon_timeline_list_names (const JalonLayoutInput *input, const JalonProject *project)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  if (project->by->len > 0)
    {
      const JalonOrganisation *organisation = g_ptr_array_index (project->by, 0);
      g_autofree char *who = jalon_words_isolate (jalon_words_text (input->language, organisation->name));
      g_autofree char *head = NULL;

      if (project->at->len == 1)
        {
          const JalonPlace *place = jalon_place_get_outermost (g_ptr_array_index (project->at, 0));
          g_autofree char *where = jalon_layout_get_place_name (input, place);
          g_autofree char *shorter = jalon_layout_shorten (input->type, JALON_STYLE_LABEL_STRONG, where, G_MAXDOUBLE);

          g_ptr_array_add (names, g_strdup_printf ("%s, %s", who, where));
          if (shorter)
            g_ptr_array_add (names, g_strdup_printf ("%s, %s", who, shorter));
        }
      head = jalon_layout_shorten (input->type, JALON_STYLE_LABEL_STRONG, who, G_MAXDOUBLE);
      g_ptr_array_add (names, g_steal_pointer (&who));
      if (head)
        g_ptr_array_add (names, g_steal_pointer (&head));
    }
  else
    g_ptr_array_add (names, jalon_layout_get_title (input, project));
  g_ptr_array_add (names, NULL);
  return (char **) g_ptr_array_steal (names, NULL);
}
