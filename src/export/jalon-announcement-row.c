/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "export/jalon-announcement-row.h"

static void
set_amount (JsonObject *row, const JalonLanguage *language, const JalonAmount *amount, const char *currency)
{
  gboolean known = amount != NULL && (amount->currency[0] == '\0' || g_str_equal (amount->currency, currency));

  json_object_set_null_member (row, "stated_firm");
  json_object_set_null_member (row, "stated_ceiling");
  json_object_set_null_member (row, "stated_open");
  json_object_set_boolean_member (row, "converted", FALSE);
  jalon_row_set_text (row, "stated_label", NULL);
  if (known)
    {
      jalon_row_set_number (row, "stated_firm", jalon_amount_get_firm (amount));
      jalon_row_set_number (row, "stated_ceiling", jalon_amount_get_ceiling (amount));
      json_object_set_boolean_member (row, "stated_open", jalon_amount_is_open (amount));
    }
  if (amount != NULL)
    jalon_row_take_text (row, "stated_label", jalon_words_amount (language, amount, currency, JALON_MONEY_FULL));
}

static void
set_sources (JsonObject *row, const JalonAnnouncement *announcement)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < announcement->sources->len; i++)
    {
      const JalonSource *source = g_ptr_array_index (announcement->sources, i);

      json_array_add_string_element (array, source->url != NULL ? source->url : source->base.id);
    }
  json_object_set_array_member (row, "sources", array);
}

/**
 * jalon_announcement_row_new:
 * @share: a project of the figures
 * @announcement: one of its announcements
 *
 * Writes down an announcement as a table has it: as jalon_row_new() its project, but with the date, the amount, the sources and the
 * summary of the announcement, and with `act`, `act_label`, `event` and `event_label`. `stated_…` is what it states, null where it
 * states nothing or in another currency; nothing is converted.
 *
 * Returns: (transfer full): the row
 */
JsonObject *
jalon_announcement_row_new (
    const JalonFigures *figures, const JalonLanguage *language, const JalonShare *share, const JalonAnnouncement *announcement)
{
  const JalonEvent *event = announcement->event;
  JsonObject *row = jalon_row_new (figures, language, share);

  jalon_row_take_text (row, "id", g_strdup_printf ("%s/%u", share->project->base.id, announcement->base.index));
  jalon_row_take_text (row, "announced", jalon_date_to_string (&announcement->date));
  jalon_row_take_text (row, "announced_label", jalon_words_date (language, &announcement->date, JALON_DATE_LONG));
  jalon_row_set_text (row, "act", jalon_vocabulary_get_nick (JALON_VOCABULARY_ACT, (int) announcement->act));
  jalon_row_set_text (row, "act_label", jalon_words_act (language, announcement->act));
  jalon_row_set_text (row, "event", event != NULL ? event->base.id : NULL);
  jalon_row_set_text (row, "event_label", event != NULL ? jalon_words_text (language, event->name) : NULL);
  jalon_row_set_text (row, "summary", jalon_words_text (language, announcement->summary));
  set_amount (row, language, announcement->amount, jalon_dataset_get_currency (jalon_figures_get_dataset (figures)));
  set_sources (row, announcement);
  return row;
}
