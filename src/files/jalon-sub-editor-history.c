/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "files/jalon-sub-editor.h"

#include <string.h>

/* How the announcements of a project follow on each other. */

/* What had been stated before an announcement: its amount, and what was added to it since. */
typedef struct
{
  const JalonAnnouncement *stating; /* NULL: no amount yet */
  const JalonAnnouncement *first;   /* the first that announces */
  double min;
  double max;
} Before;

static int
compare_days (gconstpointer a, gconstpointer b)
{
  const JalonAnnouncement *first = *(const JalonAnnouncement *const *) a;
  const JalonAnnouncement *second = *(const JalonAnnouncement *const *) b;
  int first_day = jalon_date_get_first_day (&first->date);
  int second_day = jalon_date_get_first_day (&second->date);

  if (first_day != second_day)
    return first_day < second_day ? -1 : 1;
  return first->base.index < second->base.index ? -1 : 1;
}

GPtrArray *
jalon_sub_editor_list_counting (const JalonProject *project)
{
  GPtrArray *counting = g_ptr_array_sized_new (project->announcements->len);

  for (guint i = 0; i < project->announcements->len; i++)
    {
      JalonAnnouncement *announcement = g_ptr_array_index (project->announcements, i);

      if (announcement->act != JALON_ACT_REPORTS && announcement->act != JALON_ACT_NOTES)
        g_ptr_array_add (counting, announcement);
    }
  g_ptr_array_sort (counting, compare_days);
  return counting;
}

static gboolean
is_explained (const JalonAnnouncement *announcement)
{
  return announcement->base.note != NULL || (announcement->amount != NULL && announcement->amount->note != NULL);
}

static JalonJsonNode
get_node (JalonDraft *draft, const JalonAnnouncement *announcement, const char *name)
{
  JalonJsonNode object = jalon_draft_get_node (draft, JALON_LIST_PROJECTS, &announcement->project->base);

  object = jalon_draft_get_item (draft, object, "announcements", announcement->base.index);
  return jalon_draft_get_member (draft, object, name);
}

/* A warning of an amount now, and of the one before. */
static void
warn (JalonDraft *draft, JalonProblemCode code, const JalonAnnouncement *announcement, const Before *before)
{
  const char *currency = announcement->amount->currency;
  g_autofree char *now = jalon_sub_editor_dup_money (announcement->amount->max, currency);
  g_autofree char *then = jalon_sub_editor_dup_money (before->max, currency);
  g_autofree char *date = jalon_date_to_string (&before->stating->date);
  JalonJsonNode node = get_node (draft, announcement, "amount");

  if (code == JALON_PROBLEM_ADDS_THE_SAME || code == JALON_PROBLEM_DROPPED_UP_TO)
    jalon_draft_problem (draft, JALON_SEVERITY_WARNING, code, node, now, date, NULL);
  else
    jalon_draft_problem (draft, JALON_SEVERITY_WARNING, code, node, now, then, date, NULL);
}

static JalonScope
get_scope (const JalonAnnouncement *announcement)
{
  return announcement->scope != JALON_SCOPE_UNSET ? announcement->scope : announcement->project->scope;
}

static gboolean
is_same_day (const JalonAnnouncement *a, const JalonAnnouncement *b)
{
  return jalon_date_get_first_day (&a->date) == jalon_date_get_first_day (&b->date)
         && jalon_date_get_last_day (&a->date) == jalon_date_get_last_day (&b->date);
}

/* What is odd about an amount that replaces another of the same scope and currency. */
static JalonProblemCode
judge (const JalonAnnouncement *announcement, const Before *before)
{
  const JalonAmount *amount = announcement->amount;
  gboolean same = amount->min == before->min && amount->max == before->max;

  switch ((int) announcement->act)
    {
    case JALON_ACT_RAISES:
      return amount->max <= before->max && amount->min <= before->min ? JALON_PROBLEM_RAISES_TO_LESS : JALON_N_PROBLEMS;
    case JALON_ACT_CUTS:
      return amount->max >= before->max && amount->min >= before->min ? JALON_PROBLEM_CUTS_TO_MORE : JALON_N_PROBLEMS;
    case JALON_ACT_ADDS:
      return same ? JALON_PROBLEM_ADDS_THE_SAME : JALON_N_PROBLEMS;
    default:
      if (!same && is_same_day (announcement, before->stating))
        return JALON_PROBLEM_SOURCES_DIFFER;
      if (!same)
        return announcement->act == JALON_ACT_ANNOUNCES ? JALON_N_PROBLEMS : JALON_PROBLEM_CONFIRMS_ANOTHER;
      if (before->stating->amount->qualifier == JALON_QUALIFIER_UP_TO && amount->qualifier != JALON_QUALIFIER_UP_TO)
        return JALON_PROBLEM_DROPPED_UP_TO;
      return JALON_N_PROBLEMS;
    }
}

/* Past the next 'up to' of a text; NULL if there is none. */
static const char *
skip_up_to (const char *text)
{
  static const char *const words[] = { "up to ", "Up to ", "jusqu’à ", "jusqu'à ", "Jusqu’à ", "Jusqu'à " };

  for (; *text != '\0'; text++)
    for (guint i = 0; i < G_N_ELEMENTS (words); i++)
      if (g_str_has_prefix (text, words[i]))
        return text + strlen (words[i]);
  return NULL;
}

/* Whether a number with the sign of a currency before or close after it stands here. */
static gboolean
is_money (const char *text)
{
  static const char *const signs[] = { "€", "$", "£", "¥", "EUR", "USD" };
  g_autofree char *start = g_utf8_substring (text, 0, MIN (g_utf8_strlen (text, -1), 14));
  gboolean has_digit = strpbrk (start, "0123456789") != NULL;

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    if (has_digit && strstr (start, signs[i]) != NULL)
      return TRUE;
  return FALSE;
}

static gboolean
says_up_to (const JalonText *text, const char *language)
{
  const char *string = jalon_text_get_exact (text, language);

  if (string == NULL && text != NULL && jalon_text_is_plain (text))
    string = jalon_text_get (text, language);
  for (string = string == NULL ? NULL : skip_up_to (string); string != NULL; string = skip_up_to (string))
    if (is_money (string))
      return TRUE;
  return FALSE;
}

static void
read_amount (JalonDraft *draft, const JalonAnnouncement *announcement, Before *before)
{
  const JalonAmount *amount = announcement->amount;
  gboolean exact = amount->qualifier == JALON_QUALIFIER_EXACT || amount->qualifier == JALON_QUALIFIER_ABOUT;

  if (!is_explained (announcement) && exact
      && (says_up_to (announcement->summary, "en") || says_up_to (announcement->summary, "fr")))
    jalon_draft_problem (draft, JALON_SEVERITY_WARNING, JALON_PROBLEM_SAID_UP_TO, get_node (draft, announcement, "amount"),
                         NULL, NULL);
  if (!is_explained (announcement) && before->stating != NULL && get_scope (announcement) == get_scope (before->stating)
      && g_str_equal (amount->currency, before->stating->amount->currency))
    {
      JalonProblemCode code = judge (announcement, before);

      if (code != JALON_N_PROBLEMS)
        warn (draft, code, announcement, before);
    }
  before->min = amount->min + (announcement->act == JALON_ACT_ADDS ? before->min : 0);
  before->max = amount->max + (announcement->act == JALON_ACT_ADDS ? before->max : 0);
  before->stating = announcement;
}

static void
read_announcement (JalonDraft *draft, const JalonAnnouncement *announcement, Before *before)
{
  if (announcement->act == JALON_ACT_ANNOUNCES && before->first != NULL && !is_explained (announcement))
    {
      g_autofree char *date = jalon_date_to_string (&before->first->date);

      jalon_draft_problem (draft, JALON_SEVERITY_WARNING, JALON_PROBLEM_ANNOUNCED_AGAIN,
                           get_node (draft, announcement, "act"), date, NULL);
    }
  if (announcement->act == JALON_ACT_ANNOUNCES && before->first == NULL)
    before->first = announcement;
  if (announcement->amount != NULL)
    read_amount (draft, announcement, before);
}

static JalonStatus
get_told_status (JalonAct act)
{
  switch ((int) act)
    {
    case JALON_ACT_ANNOUNCES:
      return JALON_STATUS_ANNOUNCED;
    case JALON_ACT_CONFIRMS:
      return JALON_STATUS_CONFIRMED;
    case JALON_ACT_PERMITS:
      return JALON_STATUS_PERMITTED;
    case JALON_ACT_STARTS:
      return JALON_STATUS_BUILDING;
    case JALON_ACT_OPENS:
      return JALON_STATUS_OPERATING;
    case JALON_ACT_DELAYS:
      return JALON_STATUS_DELAYED;
    case JALON_ACT_CANCELS:
      return JALON_STATUS_CANCELLED;
    default:
      return JALON_STATUS_UNSET;
    }
}

/* A status may know more than the acts, but not less: works that started aren't merely announced. */
static gboolean
is_denied (JalonStatus status, JalonStatus told)
{
  if (told == JALON_STATUS_CANCELLED)
    return status != JALON_STATUS_CANCELLED;
  if (status == JALON_STATUS_CLOSED || told == JALON_STATUS_DELAYED)
    return FALSE;
  if (status == JALON_STATUS_DELAYED)
    return told == JALON_STATUS_OPERATING;
  if (status == JALON_STATUS_CANCELLED)
    return told == JALON_STATUS_OPERATING || told == JALON_STATUS_BUILDING;
  return status < told;
}

static void
read_status (JalonDraft *draft, const JalonProject *project, const GPtrArray *counting)
{
  const JalonAnnouncement *last = NULL;
  JalonStatus told = JALON_STATUS_UNSET;
  JalonJsonNode node;
  g_autofree char *date = NULL;

  for (guint i = 0; i < counting->len; i++)
    {
      const JalonAnnouncement *announcement = g_ptr_array_index (counting, i);
      JalonStatus status = get_told_status (announcement->act);

      if (status == JALON_STATUS_UNSET)
        continue;
      told = status;
      last = announcement;
    }
  if (project->status == JALON_STATUS_UNSET || last == NULL || project->base.note != NULL || is_explained (last)
      || !is_denied (project->status, told))
    return;
  date = jalon_date_to_string (&last->date);
  node = jalon_draft_get_node (draft, JALON_LIST_PROJECTS, &project->base);
  jalon_draft_problem (draft, JALON_SEVERITY_WARNING, JALON_PROBLEM_STATUS_DENIED, jalon_draft_get_member (draft, node, "status"),
                       jalon_vocabulary_get_nick (JALON_VOCABULARY_STATUS, (int) project->status),
                       jalon_vocabulary_get_nick (JALON_VOCABULARY_ACT, (int) last->act), date, NULL);
}

void
jalon_sub_editor_read_history (JalonDraft *draft, const JalonProject *project)
{
  g_autoptr (GPtrArray) counting = jalon_sub_editor_list_counting (project);
  Before before = { 0 };

  for (guint i = 0; i < counting->len; i++)
    read_announcement (draft, g_ptr_array_index (counting, i), &before);
  read_status (draft, project, counting);
}
