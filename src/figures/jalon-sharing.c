/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "figures/jalon-sharing.h"

#include <math.h>
#include <stdlib.h>

/* One of those who share: a selected project; or, unseen, something unselected within it. */
typedef struct
{
  guint share;
  gboolean unseen;
  guint top; /* the project of the list in whose tree it is */
} Member;

/* A declared overlap: each member on its one side may share with each on its other. They all meet in one list, since all that
 * stand for one unselected project have the same whole. */
typedef struct
{
  int list; /* the whole whose parts the tops are, or the top */
  guint first;
  guint middle;
  guint end;
  double at_most;
} Meeting;

struct _JalonSharing
{
  const JalonIndex *index;         /* borrowed */
  const JalonSelection *selection; /* borrowed */
  int *whole;                      /* [n], or the top */
  guint *depth;                    /* [n] */
  guint *lists;                    /* the top's, then those of each whole; sorted when asked for */
  guint *first_of_list;            /* [n + 2] into `lists`: the top's, then by whole */
  guint *rank;                     /* [n] in its list, once that is sorted */
  GArray *members;                 /* Member, meeting by meeting */
  GArray *meetings;                /* Meeting, by list */
  guint *first_meeting;            /* [n + 2] into `meetings`, as above */
  JalonBounds *taken;              /* [n] once its list is sorted */
  double *excess;                  /* [n] what is firm of the whole beside the union of its parts */
};

static void
find_trees (JalonSharing *self)
{
  for (guint i = 0; i < self->index->n_projects; i++)
    {
      guint project = self->index->by_depth[i];
      int share = self->selection->share_of[project];

      if (share < 0)
        continue;
      self->whole[share] = self->selection->whole_of[project];
      if (self->whole[share] != JALON_SHARING_TOP)
        self->depth[share] = self->depth[self->whole[share]] + 1;
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
 * whole, it is part of what that holds beside its selected parts. Those come first. */
static void
add_members (JalonSharing *self, guint project, GArray *stack)
{
  const JalonIndex *index = self->index;
  Member member = { 0 };

  g_array_set_size (stack, 0);
  g_array_append_val (stack, project);
  while (stack->len > 0)
    {
      guint at = g_array_index (stack, guint, stack->len - 1);

      g_array_set_size (stack, stack->len - 1);
      member.share = (guint) self->selection->share_of[at];
      if (self->selection->share_of[at] >= 0)
        g_array_append_val (self->members, member);
      else
        g_array_append_vals (stack, index->parts + index->first_part[at], index->first_part[at + 1] - index->first_part[at]);
    }
  member.share = (guint) self->selection->whole_of[project];
  member.unseen = TRUE;
  if (self->selection->share_of[project] < 0 && (int) member.share != JALON_SHARING_TOP)
    g_array_append_val (self->members, member);
}

/* Climbs from two projects to the list in which two others contain them: FALSE if one of the two contains the other. */
static gboolean
find_list (const JalonSharing *self, guint x, guint y, int *list)
{
  while (x != y && self->whole[x] != self->whole[y])
    {
      gboolean climb_x = self->depth[x] >= self->depth[y];
      gboolean climb_y = self->depth[y] >= self->depth[x];

      x = climb_x ? (guint) self->whole[x] : x;
      y = climb_y ? (guint) self->whole[y] : y;
    }
  *list = self->whole[x];
  return x != y;
}

/* Finds the tops of the members in the list, and drops what is the list's own whole. */
static guint
find_tops (JalonSharing *self, guint first, guint end, int list)
{
  guint kept = first;

  for (guint i = first; i < end; i++)
    {
      Member member = g_array_index (self->members, Member, i);
      int top = (int) member.share;

      while (top != JALON_SHARING_TOP && self->whole[top] != list)
        top = self->whole[top];
      member.top = (guint) top;
      if (top != JALON_SHARING_TOP)
        g_array_index (self->members, Member, kept++) = member;
    }
  return kept;
}

static void
add_meeting (JalonSharing *self, const JalonPair *pair, GArray *stack)
{
  Meeting meeting = { .first = self->members->len, .at_most = pair->at_most };
  guint split;
  guint n;

  add_members (self, pair->a, stack);
  split = self->members->len;
  add_members (self, pair->b, stack);
  if (split > meeting.first && self->members->len > split
      && find_list (self, g_array_index (self->members, Member, meeting.first).share,
                    g_array_index (self->members, Member, split).share, &meeting.list))
    {
      meeting.middle = find_tops (self, meeting.first, split, meeting.list);
      n = find_tops (self, split, self->members->len, meeting.list) - split;
      memmove (&g_array_index (self->members, Member, meeting.middle), &g_array_index (self->members, Member, split),
               n * sizeof (Member));
      meeting.end = meeting.middle + n;
      g_array_append_val (self->meetings, meeting);
    }
  g_array_set_size (self->members, meeting.end > 0 ? meeting.end : meeting.first);
}

static int
compare_meetings (gconstpointer a, gconstpointer b)
{
  const Meeting *one = a;
  const Meeting *other = b;

  if (one->list != other->list)
    return one->list < other->list ? -1 : 1;
  return one->first < other->first ? -1 : 1;
}

static void
make_meetings (JalonSharing *self)
{
  g_autoptr (GArray) stack = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < self->index->pairs->len; i++)
    add_meeting (self, &g_array_index (self->index->pairs, JalonPair, i), stack);
  g_array_sort (self->meetings, compare_meetings);
  for (guint i = 0; i < self->meetings->len; i++)
    self->first_meeting[g_array_index (self->meetings, Meeting, i).list + 2]++;
  for (guint i = 0; i <= self->selection->n; i++)
    self->first_meeting[i + 1] += self->first_meeting[i];
}

/**
 * jalon_sharing_new:
 * @selection: kept as a pointer, as is @index
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
  self->members = g_array_new (FALSE, FALSE, sizeof (Member));
  self->meetings = g_array_new (FALSE, FALSE, sizeof (Meeting));
  self->first_meeting = g_new0 (guint, n + 3);
  self->taken = g_new0 (JalonBounds, n + 1);
  self->excess = g_new0 (double, n + 1);
  find_trees (self);
  make_lists (self);
  make_meetings (self);
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
  g_array_unref (self->members);
  g_array_unref (self->meetings);
  g_free (self->first_meeting);
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
weigh (const JalonSharing *self, const Member *member)
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
      if (at == member->top)
        break;
    }
  weight.firm = MAX (weight.firm, MIN (held, hold));
  return weight;
}

/* What two members share is taken off the one whose top comes later, until there is nothing left of that. */
static void
take_pair (JalonSharing *self, const Member *a, const Member *b, JalonBounds weight_a, JalonBounds weight_b, double at_most)
{
  guint later = self->rank[a->top] > self->rank[b->top] ? a->top : b->top;
  const JalonSum *rollup = &self->selection->shares[later].rollup;
  JalonBounds *taken = &self->taken[later];

  if (taken->firm < rollup->firm)
    taken->firm += MIN (MIN (weight_a.firm, weight_b.firm), at_most);
  if (taken->ceiling < rollup->ceiling)
    taken->ceiling += MIN (MIN (weight_a.ceiling, weight_b.ceiling), at_most);
}

static void
take (JalonSharing *self, const Meeting *meeting)
{
  const Member *members = &g_array_index (self->members, Member, 0);
  g_autofree JalonBounds *weights = g_new (JalonBounds, meeting->end - meeting->first);

  for (guint i = meeting->first; i < meeting->end; i++)
    weights[i - meeting->first] = weigh (self, &members[i]);
  for (guint i = meeting->first; i < meeting->middle; i++)
    for (guint j = meeting->middle; j < meeting->end; j++)
      take_pair (self, &members[i], &members[j], weights[i - meeting->first], weights[j - meeting->first],
                 meeting->at_most);
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
  return one < other ? -1 : one > other;
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
  qsort_r (list, *n, sizeof (guint), compare_members, self->selection->shares);
  for (guint i = 0; i < *n; i++)
    self->rank[list[i]] = i;
  for (guint i = self->first_meeting[whole + 1]; i < self->first_meeting[whole + 2]; i++)
    take (self, &g_array_index (self->meetings, Meeting, i));
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
