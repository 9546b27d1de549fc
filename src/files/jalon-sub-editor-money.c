/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "files/jalon-sub-editor.h"

/* The same money in two projects, parts that exceed their whole, currencies without a rate. */

/* How far up a chain of wholes another project is looked for. */
#define MAX_CHAIN 64

/* What a project's announcements come to, in the dataset's currency. */
typedef struct
{
  gboolean is_known;
  gboolean is_open;
  double firm;
  double ceiling;
  double parts; /* the firm amounts of its parts, of which none shares money with another */
} Sum;

static double
get_rate (JalonDataset *dataset, const char *currency)
{
  const JalonRate *rate = jalon_dataset_lookup (dataset, JALON_LIST_RATES, currency);

  if (g_str_equal (currency, jalon_dataset_get_currency (dataset)))
    return 1;
  return rate == NULL ? 0 : rate->per;
}

static void
warn_of_rate (JalonDraft *draft, const JalonAnnouncement *announcement)
{
  const JalonAmount *amount = announcement->amount;
  JalonJsonNode node;

  if (announcement->base.note != NULL || amount->note != NULL || announcement->project->base.note != NULL)
    return;
  node = jalon_draft_get_node (draft, JALON_LIST_PROJECTS, &announcement->project->base);
  node = jalon_draft_get_item (draft, node, "announcements", announcement->base.index);
  jalon_draft_problem (draft, JALON_SEVERITY_WARNING, JALON_PROBLEM_NO_RATE, jalon_draft_get_member (draft, node, "amount"),
                       amount->currency, jalon_dataset_get_currency (draft->dataset), NULL);
}

static void
add_up (JalonDraft *draft, const JalonProject *project, Sum *sum)
{
  g_autoptr (GPtrArray) counting = jalon_sub_editor_list_counting (project);

  for (guint i = 0; i < counting->len; i++)
    {
      const JalonAnnouncement *announcement = g_ptr_array_index (counting, i);
      gboolean adds = announcement->act == JALON_ACT_ADDS;
      double rate;

      if (announcement->amount == NULL)
        continue;
      rate = get_rate (draft->dataset, announcement->amount->currency);
      if (rate <= 0)
        warn_of_rate (draft, announcement);
      sum->is_known = rate > 0 && (sum->is_known || !adds);
      sum->is_open = jalon_amount_is_open (announcement->amount) || (adds && sum->is_open);
      sum->firm = jalon_amount_get_firm (announcement->amount) * rate + (adds ? sum->firm : 0);
      sum->ceiling = jalon_amount_get_ceiling (announcement->amount) * rate + (adds ? sum->ceiling : 0);
    }
}

static gboolean
is_counted (const JalonProject *project)
{
  const JalonAnnouncement *last = NULL;

  if (project->announcements->len > 0)
    last = g_ptr_array_index (project->announcements, project->announcements->len - 1);
  return project->counts && project->status != JALON_STATUS_CANCELLED && (last == NULL || last->act != JALON_ACT_CANCELS);
}

static void
read_parts (JalonDraft *draft, const GPtrArray *projects, Sum *sums)
{
  for (guint i = 0; i < projects->len; i++)
    {
      const JalonProject *part = g_ptr_array_index (projects, i);

      if (part->part_of != NULL && part->overlaps->len == 0 && sums[i].is_known && is_counted (part))
        sums[part->part_of->base.index].parts += sums[i].firm;
    }
  for (guint i = 0; i < projects->len; i++)
    {
      const JalonProject *whole = g_ptr_array_index (projects, i);
      const char *currency = jalon_dataset_get_currency (draft->dataset);
      g_autofree char *parts = NULL;
      g_autofree char *ceiling = NULL;

      if (whole->base.note != NULL || !sums[i].is_known || sums[i].is_open || sums[i].parts <= sums[i].ceiling * (1 + 1e-12))
        continue;
      parts = jalon_sub_editor_dup_money (MIN (sums[i].parts, G_MAXDOUBLE), currency);
      ceiling = jalon_sub_editor_dup_money (sums[i].ceiling, currency);
      jalon_draft_problem (draft, JALON_SEVERITY_WARNING, JALON_PROBLEM_PARTS_EXCEED,
                           jalon_draft_get_node (draft, JALON_LIST_PROJECTS, &whole->base), parts, ceiling, NULL);
    }
}

static gboolean
is_declared (const JalonProject *project, const JalonProject *other)
{
  const JalonProject *whole = project->part_of;

  for (guint i = 0; i < MAX_CHAIN && whole != NULL; i++, whole = whole->part_of)
    if (whole == other)
      return TRUE;
  for (guint i = 0; i < project->overlaps->len; i++)
    if (((const JalonOverlap *) g_ptr_array_index (project->overlaps, i))->project == other)
      return TRUE;
  for (guint i = 0; i < project->links->len; i++)
    if (g_strcmp0 (((const JalonLink *) g_ptr_array_index (project->links, i))->to, other->base.id) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
share_a_place (const JalonProject *project, const JalonProject *other)
{
  for (guint i = 0; i < project->at->len; i++)
    if (g_ptr_array_find (other->at, g_ptr_array_index (project->at, i), NULL))
      return TRUE;
  return project->at->len == 0 && other->at->len == 0 && project->region != NULL
         && g_strcmp0 (project->region, other->region) == 0;
}

static void
compare (JalonDraft *draft, const JalonProject *project, const JalonProject *other, const Sum *sum)
{
  g_autofree char *amount = NULL;

  if (project->base.note != NULL || !share_a_place (project, other) || is_declared (project, other)
      || is_declared (other, project))
    return;
  amount = jalon_sub_editor_dup_money (sum->ceiling, jalon_dataset_get_currency (draft->dataset));
  jalon_draft_problem (draft, JALON_SEVERITY_WARNING, JALON_PROBLEM_SAME_MONEY,
                       jalon_draft_get_node (draft, JALON_LIST_PROJECTS, &project->base), other->base.id, amount, NULL);
}

/* Each project is held against the one before it that has an organisation and the amount in common with it. */
static void
read_same_money (JalonDraft *draft, const GPtrArray *projects, const Sum *sums)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < projects->len; i++)
    {
      JalonProject *project = g_ptr_array_index (projects, i);
      const JalonProject *told = NULL;

      if (!sums[i].is_known || sums[i].ceiling <= 0 || !is_counted (project))
        continue;
      for (guint j = 0; j < project->by->len; j++)
        {
          const JalonOrganisation *organisation = g_ptr_array_index (project->by, j);
          char *key = g_strdup_printf ("%.17g %s", sums[i].ceiling, organisation->base.id);
          const JalonProject *other = g_hash_table_lookup (seen, key);

          if (other != NULL && other != told)
            {
              compare (draft, project, other, &sums[i]);
              told = other;
            }
          g_hash_table_insert (seen, key, project);
        }
    }
}

void
jalon_sub_editor_read_money (JalonDraft *draft)
{
  const GPtrArray *projects = jalon_dataset_get_projects (draft->dataset);
  g_autofree Sum *sums = g_new0 (Sum, projects->len + 1);

  for (guint i = 0; i < projects->len; i++)
    add_up (draft, g_ptr_array_index (projects, i), &sums[i]);
  read_parts (draft, projects, sums);
  read_same_money (draft, projects, sums);
}
