/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "figures/jalon-sharing.h"

#include <math.h>

/* One of the two who share: a selected project; or, unseen, something unselected within it. */
typedef struct
{
  guint share;
  gboolean unseen;
} Member;

/* A declared overlap between a member of x's tree and one of y's, x and y being of one list. */
typedef struct
{
  int list; /* the whole whose parts x and y are, or the top */
  Member a;
  Member b;
  guint x;
  guint y;
  double at_most;
} Edge;

struct _JalonSharing
{
  const JalonIndex *index;         /* borrowed */
  const JalonSelection *selection; /* borrowed */
  int *whole;                      /* [n], or the top */
  guint *depth;                    /* [n] */
  guint *lists;                    /* the top's, then those of each whole; sorted when asked for */
  guint *first_of_list;            /* [n + 2] into `lists`: the top's, then by whole */
  guint *rank;                     /* [n] in its list, once that is sorted */
  GArray *edges;                   /* Edge, by list */
  guint *first_edge;               /* [n + 2] into `edges`, as above */
  JalonBounds *taken;              /* [n] once its list is sorted */
  double *excess;                  /* [n] what is firm of the whole beside the union of its parts */
};

/**
 * jalon_sharing_find_whole:
 * @project: index of a project, selected or not
 *
 * Returns: the share of the nearest selected project that it is part of, or %JALON_SHARING_TOP
 */
int
jalon_sharing_find_whole (const JalonIndex *index, const JalonSelection *selection, guint project)
{
  int whole = jalon_index_get_whole (index, project);

  while (whole >= 0 && selection->share_of[whole] < 0)
    whole = jalon_index_get_whole (index, (guint) whole);
  return whole >= 0 ? selection->share_of[whole] : JALON_SHARING_TOP;
}

static void
find_trees (JalonSharing *self)
{
  for (guint i = 0; i < self->index->n_projects; i++)
    {
      guint project = self->index->by_depth[i];
      int share = self->selection->share_of[project];
      const JalonProject *whole;

      if (share < 0)
        continue;
      whole = self->selection->shares[share].whole;
      self->whole[share] = whole ? self->selection->share_of[whole->base.index] : JALON_SHARING_TOP;
      self->depth[share] = whole ? self->depth[self->whole[share]] + 1 : 0;
    }
}

static void
make_lists (JalonSharing *self)
{
  guint n = self->selection->n;
  g_autofree guint *next = g_new0 (guint, n + 2);

  for (guint i = 0; i < n; i++)
    self->first_of_list[self->whole[i] + 2]++;
  for (guint i = 0; i <= n; i++)
    self->first_of_list[i + 1] += self->first_of_list[i];
  memcpy (next, self->first_of_list, (n + 2) * sizeof (guint));
  for (guint i = 0; i < n; i++)
    self->lists[next[self->whole[i] + 1]++] = i;
}

/* An unselected member is stood for by its selected parts, the highest of each line; and where it lies within a selected
 * whole, it is part of what that holds beside its selected parts. */
static void
collect_members (const JalonSharing *self, guint project, GArray *members, GArray *stack)
{
  const JalonIndex *index = self->index;
  Member member = { 0 };
  int whole;

  g_array_set_size (members, 0);
  g_array_set_size (stack, 0);
  g_array_append_val (stack, project);
  while (stack->len > 0)
    {
      guint top = g_array_index (stack, guint, stack->len - 1);
      guint n_parts = index->first_part[top + 1] - index->first_part[top];

      g_array_set_size (stack, stack->len - 1);
      member.share = (guint) self->selection->share_of[top];
      if (self->selection->share_of[top] >= 0)
        g_array_append_val (members, member);
      else
        g_array_append_vals (stack, index->parts + index->first_part[top], n_parts);
    }
  whole = self->selection->share_of[project] < 0 ? jalon_sharing_find_whole (index, self->selection, project)
                                                  : JALON_SHARING_TOP;
  member = (Member){ (guint) whole, TRUE };
  if (whole != JALON_SHARING_TOP)
    g_array_append_val (members, member);
}

/* Climbs from both members to the two of one list in whose trees they are: FALSE if one contains the other. */
static gboolean
find_rivals (const JalonSharing *self, Edge *edge)
{
  guint x = edge->a.share;
  guint y = edge->b.share;

  while (x != y && self->whole[x] != self->whole[y])
    {
      gboolean climb_x = self->depth[x] >= self->depth[y];
      gboolean climb_y = self->depth[y] >= self->depth[x];

      x = climb_x ? (guint) self->whole[x] : x;
      y = climb_y ? (guint) self->whole[y] : y;
    }
  edge->list = self->whole[x];
  edge->x = x;
  edge->y = y;
  return x != y;
}

static int
compare_edges (gconstpointer a, gconstpointer b)
{
  const Edge *one = a;
  const Edge *other = b;

  return one->list < other->list ? -1 : one->list > other->list;
}

static void
make_edges (JalonSharing *self)
{
  g_autoptr (GArray) as = g_array_new (FALSE, FALSE, sizeof (Member));
  g_autoptr (GArray) bs = g_array_new (FALSE, FALSE, sizeof (Member));
  g_autoptr (GArray) stack = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < self->index->pairs->len; i++)
    {
      const JalonPair *pair = &g_array_index (self->index->pairs, JalonPair, i);

      collect_members (self, pair->a, as, stack);
      collect_members (self, pair->b, bs, stack);
      for (guint j = 0; j < as->len; j++)
        for (guint k = 0; k < bs->len; k++)
          {
            Edge edge = { .a = g_array_index (as, Member, j), .b = g_array_index (bs, Member, k),
                          .at_most = pair->at_most };
            if (find_rivals (self, &edge))
              g_array_append_val (self->edges, edge);
          }
    }
  g_array_sort (self->edges, compare_edges);
  for (guint i = 0; i < self->edges->len; i++)
    self->first_edge[g_array_index (self->edges, Edge, i).list + 2]++;
  for (guint i = 0; i <= self->selection->n; i++)
    self->first_edge[i + 1] += self->first_edge[i];
}

/**
 * jalon_sharing_new:
 * @selection: its shares must know their wholes; kept as a pointer, as is @index
 */
JalonSharing *
jalon_sharing_new (const JalonIndex *index, const JalonSelection *selection)
{
  JalonSharing *self = g_new0 (JalonSharing, 1);
  guint n = selection->n;

  self->index = index;
  self->selection = selection;
  self->whole = g_new0 (int, n + 1);
  self->depth = g_new0 (guint, n + 1);
  self->lists = g_new0 (guint, n + 1);
  self->first_of_list = g_new0 (guint, n + 3);
  self->rank = g_new0 (guint, n + 1);
  self->edges = g_array_new (FALSE, FALSE, sizeof (Edge));
  self->first_edge = g_new0 (guint, n + 3);
  self->taken = g_new0 (JalonBounds, n + 1);
  self->excess = g_new0 (double, n + 1);
  find_trees (self);
  make_lists (self);
  make_edges (self);
  return self;
}

void
jalon_sharing_free (JalonSharing *self)
{
  g_free (self->whole);
  g_free (self->depth);
  g_free (self->lists);
  g_free (self->first_of_list);
  g_free (self->rank);
  g_array_unref (self->edges);
  g_free (self->first_edge);
  g_free (self->taken);
  g_free (self->excess);
  g_free (self);
}

static gboolean
counts (const JalonShare *share)
{
  return share->disclosed && share->reason == JALON_REASON_NONE;
}

static JalonBounds
get_own_above (const JalonSharing *self, guint share)
{
  for (int whole = self->whole[share]; whole != JALON_SHARING_TOP; whole = self->whole[whole])
    if (counts (&self->selection->shares[whole]))
      return (JalonBounds){ self->selection->shares[whole].own.firm, self->selection->shares[whole].own.ceiling };
  return (JalonBounds){ 0 };
}

/* A member's weight is its rollup; if that is zero, the own amount of the nearest whole above it that counts.
 *
 * What is firm of a member, though, is not all that it may hold of what is firm only as a whole, in the wholes between it and
 * the project of the list: it may hold that too, up to its own or their ceiling where that is closed. Without this, a firm plan
 * would count the euros of an 'at least' part twice, once in the plan and once in what the part overlaps. */
static JalonBounds
weigh (const JalonSharing *self, const Member *member, guint top)
{
  const JalonSum *rollup = &self->selection->shares[member->share].rollup;
  double held = member->unseen ? 0 : rollup->firm;
  double hold = INFINITY;
  JalonBounds weight = { 0 };

  if (!member->unseen && rollup->ceiling > 0)
    weight = (JalonBounds){ rollup->firm, rollup->ceiling };
  else if (!member->unseen)
    weight = get_own_above (self, member->share);
  for (guint at = member->share;; at = (guint) self->whole[at])
    {
      const JalonShare *share = &self->selection->shares[at];

      if (member->unseen || at != member->share)
        held += self->excess[at];
      if (isinf (hold) && counts (share) && !share->own.open)
        hold = share->rollup.ceiling;
      if (at == top)
        break;
    }
  weight.firm = MAX (weight.firm, MIN (held, hold));
  return weight;
}

static void
take (JalonSharing *self, const Edge *edge)
{
  JalonBounds a = weigh (self, &edge->a, edge->x);
  JalonBounds b = weigh (self, &edge->b, edge->y);
  JalonBounds *taken = &self->taken[self->rank[edge->x] > self->rank[edge->y] ? edge->x : edge->y];

  taken->firm += MIN (MIN (a.firm, b.firm), edge->at_most);
  taken->ceiling += MIN (MIN (a.ceiling, b.ceiling), edge->at_most);
}

static int
compare_members (gconstpointer a, gconstpointer b, gpointer data)
{
  const JalonShare *shares = data;
  guint one = *(const guint *) a;
  guint other = *(const guint *) b;

  if (shares[one].rollup.ceiling > shares[other].rollup.ceiling)
    return -1;
  if (shares[one].rollup.ceiling < shares[other].rollup.ceiling)
    return 1;
  return one < other ? -1 : 1;
}

/**
 * jalon_sharing_sort_list:
 * @whole: a share whose parts all have their rollup, or %JALON_SHARING_TOP
 * @n: (out): how many there are
 *
 * Puts the parts into the order of rule 5 and finds what each may share with those before it.
 *
 * Returns: (transfer none) (array length=n): their shares, in that order
 */
const guint *
jalon_sharing_sort_list (JalonSharing *self, int whole, guint *n)
{
  guint first = self->first_of_list[whole + 1];
  guint *list = self->lists + first;

  *n = self->first_of_list[whole + 2] - first;
  g_qsort_with_data (list, (int) *n, sizeof (guint), compare_members, self->selection->shares);
  for (guint i = 0; i < *n; i++)
    self->rank[list[i]] = i;
  for (guint i = self->first_edge[whole + 1]; i < self->first_edge[whole + 2]; i++)
    take (self, &g_array_index (self->edges, Edge, i));
  return list;
}

/**
 * jalon_sharing_get_taken:
 *
 * Returns: what the project may share with those before it in its list, which must be sorted
 */
JalonBounds
jalon_sharing_get_taken (const JalonSharing *self, guint share)
{
  return self->taken[share];
}

/**
 * jalon_sharing_set_united:
 * @firm: the firm bound of the union of its parts
 *
 * Tells what the parts of a project come to, before a list that is above it is sorted.
 */
void
jalon_sharing_set_united (JalonSharing *self, guint share, double firm)
{
  self->excess[share] = MAX (0, self->selection->shares[share].own.firm - firm);
}
