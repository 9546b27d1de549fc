/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/jalon-table-row.h"

#include <string.h>

#include "export/jalon-announcement-row.h"
#include "scenes/jalon-mark-name.h"
#include "words/jalon-collation.h"

/* Below all amounts, when there is none. */
#define NO_AMOUNT (-1.0)
/* Sorts what says nothing after what says something. */
#define LAST_KEY "\377"

/**
 * JalonTableRow:
 *
 * A row of the table: a selected project, or one of its announcements. What it says is written when it is first asked for, by those
 * who write the exported table.
 */
struct _JalonTableRow
{
  GObject parent_instance;

  JalonFigures *figures; /* owned: keeps the share */
  const JalonLanguage *language;
  const JalonShare *share;
  const JalonAnnouncement *announcement; /* NULL: the row is the project's */
  /* caches */
  JsonObject *members;
  char *keys[JALON_N_TABLE_COLUMNS]; /* of collation */
};

G_DEFINE_FINAL_TYPE (JalonTableRow, jalon_table_row, G_TYPE_OBJECT)

static void
jalon_table_row_finalize (GObject *object)
{
  JalonTableRow *self = JALON_TABLE_ROW (object);

  g_clear_pointer (&self->members, json_object_unref);
  g_clear_pointer (&self->figures, jalon_figures_unref);
  for (int i = 0; i < JALON_N_TABLE_COLUMNS; i++)
    g_free (self->keys[i]);
  G_OBJECT_CLASS (jalon_table_row_parent_class)->finalize (object);
}

static void
jalon_table_row_class_init (JalonTableRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = jalon_table_row_finalize;
}

static void
jalon_table_row_init (JalonTableRow *self)
{
}

/**
 * jalon_table_row_new:
 * @figures: the answer to a query
 * @language: the language to speak
 * @share: a project of @figures
 * @announcement: (nullable): one of its announcements; %NULL for a row of the project
 *
 * Returns: (transfer full): the row
 */
JalonTableRow *
jalon_table_row_new (
    JalonFigures *figures, const JalonLanguage *language, const JalonShare *share, const JalonAnnouncement *announcement)
{
  JalonTableRow *self = g_object_new (JALON_TYPE_TABLE_ROW, NULL);

  self->figures = jalon_figures_ref (figures);
  self->language = language;
  self->share = share;
  self->announcement = announcement;
  return self;
}

/**
 * jalon_table_row_get_share:
 * @self: a row
 *
 * Returns: (transfer none): what the sums know of its project
 */
const JalonShare *
jalon_table_row_get_share (JalonTableRow *self)
{
  return self->share;
}

/**
 * jalon_table_row_get_announcement:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): its announcement; %NULL for a row of a project
 */
const JalonAnnouncement *
jalon_table_row_get_announcement (JalonTableRow *self)
{
  return self->announcement;
}

/**
 * jalon_table_row_get_language:
 * @self: a row
 *
 * Returns: (transfer none): the language that it speaks
 */
const JalonLanguage *
jalon_table_row_get_language (JalonTableRow *self)
{
  return self->language;
}

/**
 * jalon_table_row_get_members:
 * @self: a row
 *
 * Returns: (transfer none): all that the row says, as jalon_row_new() or jalon_announcement_row_new() writes it
 */
JsonObject *
jalon_table_row_get_members (JalonTableRow *self)
{
  if (self->members == NULL && self->announcement != NULL)
    self->members = jalon_announcement_row_new (self->figures, self->language, self->share, self->announcement);
  else if (self->members == NULL)
    self->members = jalon_row_new (self->figures, self->language, self->share);
  return self->members;
}

static char *
get_member (JalonTableRow *self, const char *member)
{
  JsonNode *node = json_object_get_member (jalon_table_row_get_members (self), member);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) ? jalon_words_isolate (json_node_get_string (node)) : g_strdup ("");
}

static char *
join_list (JalonTableRow *self, const char *member)
{
  JsonArray *array = json_object_get_array_member (jalon_table_row_get_members (self), member);
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      g_autofree char *name = jalon_words_isolate (json_array_get_string_element (array, i));

      g_string_append_printf (list, "%s%s", i > 0 ? ", " : "", name);
    }
  return g_string_free (g_steal_pointer (&list), FALSE);
}

/* Its places, or else how far its money reaches. */
static char *
write_place (JalonTableRow *self)
{
  if (self->share->project->at->len == 0)
    return jalon_layout_say_where (self->language, jalon_figures_get_dataset (self->figures), self->share->project);
  return join_list (self, "places");
}

static guint
count_sources (JalonTableRow *self)
{
  return json_array_get_length (json_object_get_array_member (jalon_table_row_get_members (self), "sources"));
}

/**
 * jalon_table_row_get_text:
 * @self: a row
 * @column: a column
 *
 * Returns: (transfer full): what stands in the cell; "" where there is nothing to say
 */
char *
jalon_table_row_get_text (JalonTableRow *self, JalonTableColumn column)
{
  static const char *const members[JALON_N_TABLE_COLUMNS] = {
    [JALON_TABLE_PROJECT] = "title",        [JALON_TABLE_ACT] = "act_label",        [JALON_TABLE_AMOUNT] = "stated_label",
    [JALON_TABLE_COUNTED] = "counted_label", [JALON_TABLE_STATUS] = "status_label", [JALON_TABLE_DATE] = "announced_label",
    [JALON_TABLE_EVENT] = "event_label",    [JALON_TABLE_REASON] = "left_out_label",
  };

  if (column == JALON_TABLE_PLACE)
    return write_place (self);
  if (column == JALON_TABLE_ORGANISATION)
    return join_list (self, "organisations");
  if (column == JALON_TABLE_SOURCES)
    return jalon_words_number (self->language, count_sources (self));
  return get_member (self, members[column]);
}

/**
 * jalon_table_row_get_name:
 * @self: a row
 *
 * Returns: (transfer full): who, what, how much, where and when, for a screen reader, in at most 119 characters
 */
char *
jalon_table_row_get_name (JalonTableRow *self)
{
  const JalonAnnouncement *dating = self->announcement != NULL ? self->announcement : self->share->first;
  g_autofree char *act = jalon_table_row_get_text (self, JALON_TABLE_ACT);
  g_autofree char *amount = jalon_table_row_get_text (self, JALON_TABLE_AMOUNT);
  g_autofree char *what = g_strdup_printf ("%s%s%s", act, act[0] != '\0' && amount[0] != '\0' ? ", " : "", amount);

  return jalon_layout_name_project (self->language, jalon_figures_get_dataset (self->figures), self->share->project, what,
                                    dating != NULL ? &dating->date : NULL);
}

static double
get_amount (JalonTableRow *self)
{
  if (self->announcement != NULL)
    {
      JsonNode *node = json_object_get_member (jalon_table_row_get_members (self), "stated_ceiling");

      return JSON_NODE_HOLDS_NULL (node) ? NO_AMOUNT : json_node_get_double (node);
    }
  return self->share->disclosed ? self->share->stated.ceiling : NO_AMOUNT;
}

static double
get_number (JalonTableRow *self, JalonTableColumn column)
{
  const JalonAnnouncement *dating = self->announcement != NULL ? self->announcement : self->share->first;

  switch (column)
    {
    case JALON_TABLE_AMOUNT:
      return get_amount (self);
    case JALON_TABLE_COUNTED:
      return jalon_share_is_addend (self->share) ? self->share->remainder.ceiling : NO_AMOUNT;
    case JALON_TABLE_DATE:
      return dating != NULL && jalon_date_is_set (&dating->date) ? jalon_date_get_first_day (&dating->date) : 0;
    case JALON_TABLE_SOURCES:
      return count_sources (self);
    case JALON_TABLE_STATUS:
      return (double) self->share->status;
    case JALON_TABLE_ACT:
      return self->announcement != NULL ? (double) self->announcement->act : 0;
    case JALON_TABLE_PROJECT:
    case JALON_TABLE_PLACE:
    case JALON_TABLE_ORGANISATION:
    case JALON_TABLE_EVENT:
    case JALON_TABLE_REASON:
    case JALON_N_TABLE_COLUMNS:
    default:
      return 0;
    }
}

static const char *
get_key (JalonTableRow *self, JalonTableColumn column)
{
  if (self->keys[column] == NULL)
    {
      g_autofree char *text = jalon_table_row_get_text (self, column);

      self->keys[column] = text[0] != '\0' ? jalon_collation_make_key (self->language, text) : g_strdup (LAST_KEY);
    }
  return self->keys[column];
}

/**
 * jalon_table_row_compare:
 * @self: a row
 * @other: another
 * @column: a column
 *
 * Compares amounts by their ceiling, dates by their first day, status and act in the order of the vocabulary, all else as the
 * dictionaries of the language do. Undisclosed amounts are below all others.
 *
 * Returns: below, at or above 0
 */
int
jalon_table_row_compare (JalonTableRow *self, JalonTableRow *other, JalonTableColumn column)
{
  double one = get_number (self, column), another = get_number (other, column);

  if (one < another || one > another)
    return one < another ? -1 : 1;
  switch (column)
    {
    case JALON_TABLE_PROJECT:
    case JALON_TABLE_PLACE:
    case JALON_TABLE_ORGANISATION:
    case JALON_TABLE_EVENT:
    case JALON_TABLE_REASON:
      return strcmp (get_key (self, column), get_key (other, column));
    case JALON_TABLE_ACT:
    case JALON_TABLE_AMOUNT:
    case JALON_TABLE_COUNTED:
    case JALON_TABLE_STATUS:
    case JALON_TABLE_DATE:
    case JALON_TABLE_SOURCES:
    case JALON_N_TABLE_COLUMNS:
    default:
      return 0;
    }
}
