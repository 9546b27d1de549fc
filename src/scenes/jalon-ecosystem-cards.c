/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "facts/jalon-address.h"
#include "scenes/jalon-ecosystem-private.h"

/* All in logical pixels, at a text scale of 1. */
#define PADDING 12.0
#define GAP 4.0
#define MAX_LABEL_LINES 4
#define MAX_SUMMARY_LINES 6

static JalonCard
begin (const JalonLayoutInput *input, double width)
{
  JalonCard card = { .input = input, .scene = jalon_scene_new (width, 0), .scale = jalon_type_get_scale (input->type) };
  JalonMark *ground = jalon_scene_add (card.scene, JALON_SHAPE_RECT, 0, 0, width, 0);

  ground->fill = JALON_FILL_SOLID;
  ground->ink = JALON_INK_CARD;
  ground->stroke = JALON_INK_FAINT;
  ground->stroke_width = 1;
  ground->radius = 10;
  card.left = card.y = PADDING * card.scale;
  card.width = MAX (width - 2 * card.left, 1);
  return card;
}

static JalonScene *
end (JalonCard *card)
{
  jalon_scene_set_height (card->scene, ceil (card->y + (PADDING - GAP) * card->scale));
  return card->scene;
}

/**
 * jalon_card_add_text:
 * @text: "" adds nothing
 *
 * Adds a text in lines below what is there.
 */
void
jalon_card_add_text (JalonCard *card, JalonStyle style, JalonInk ink, const char *text, guint max_lines)
{
  g_auto (GStrv) lines = NULL;

  if (text[0] == '\0')
    return;
  lines = jalon_type_wrap (card->input->type, style, text, card->width, max_lines, NULL);
  card->y = jalon_layout_add_lines (card->scene, card->input->type, style, ink, lines, card->left, card->y) + GAP / 2 * card->scale;
}

/**
 * jalon_card_add_source:
 * @owner: what it is the source of, for the key
 * @brief: whether the publisher alone is written: the date stands above, the title in the tooltip
 *
 * Adds who says so: a target %JALON_TARGET_SOURCE where there is something to open.
 */
void
jalon_card_add_source (JalonCard *card, const char *owner, const JalonSource *source, gboolean brief)
{
  const JalonLanguage *language = card->input->language;
  gboolean opens = jalon_address_is_web (source->url);
  g_autofree char *words = jalon_words_source (language, source);
  g_autofree char *publisher = jalon_words_isolate (jalon_words_text (language, source->publisher));
  const char *shown = brief && publisher[0] != '\0' ? publisher : words;
  double top = card->y;
  JalonMark *target = jalon_scene_add (card->scene, JALON_SHAPE_RECT, card->left, top, card->width, 0);

  jalon_card_add_text (card, JALON_STYLE_SMALL, opens ? JALON_INK_ACCENT : JALON_INK_DIM, shown, 2);
  target->height = card->y - top;
  if (!opens)
    return;
  target->radius = 4;
  target->target = JALON_TARGET_SOURCE;
  target->key = g_strdup_printf ("%s/%s", owner, source->base.id);
  target->name = jalon_layout_join_name (language, jalon_tr (language, "Source"), words);
  if (g_utf8_strlen (target->name, -1) > JALON_LAYOUT_MAX_NAME)
    {
      g_autofree char *whole = g_steal_pointer (&target->name);

      target->name = g_utf8_substring (whole, 0, JALON_LAYOUT_MAX_NAME);
    }
  target->tooltip = g_strdup_printf ("%s\n%s", words, source->url);
}

/**
 * jalon_card_say_value:
 *
 * Returns: (transfer full): a value with its qualifier and its unit; money of a currency as money
 */
char *
jalon_card_say_value (const JalonLayoutInput *input, const JalonIndicator *indicator, const JalonReading *reading)
{
  return jalon_words_quantity (input->language, reading->value, jalon_words_text (input->language, indicator->unit));
}

/**
 * jalon_card_new_indicator:
 * @indicator: one of @ecosystem
 * @width: of the card
 *
 * A figure of the ecosystem: its latest value, what it is, its date and sources, all values where it has several. The card is a target
 * %JALON_TARGET_INDICATOR.
 *
 * Returns: (transfer full): the card
 */
JalonScene *
jalon_card_new_indicator (
    const JalonLayoutInput *input, const JalonEcosystem *ecosystem, const JalonIndicator *indicator, double width)
{
  const JalonLanguage *language = input->language;
  g_autoptr (GPtrArray) readings = jalon_ecosystem_list_readings (ecosystem, indicator);
  const JalonReading *last = g_ptr_array_index (readings, readings->len - 1);
  g_autofree char *value = jalon_card_say_value (input, indicator, last);
  g_autofree char *label = jalon_words_isolate (jalon_words_text (language, indicator->label));
  g_autofree char *date = jalon_words_date (language, &last->date, JALON_DATE_LONG);
  g_autofree char *rest = date[0] != '\0' ? g_strdup_printf ("%s, %s", value, date) : g_strdup (value);
  g_autofree char *note = jalon_words_isolate (jalon_words_text (language, indicator->base.note));
  JalonCard card = begin (input, width);
  JalonMark *ground = jalon_scene_edit_mark (card.scene, 0);

  ground->target = JALON_TARGET_INDICATOR;
  ground->key = g_strdup (indicator->base.id);
  ground->name = jalon_layout_join_name (language, label, rest);
  ground->tooltip = g_strdup (note[0] != '\0' ? note : rest);
  jalon_card_add_text (&card, JALON_STYLE_TITLE, JALON_INK_TEXT, value, 3);
  jalon_card_add_text (&card, JALON_STYLE_LABEL, JALON_INK_TEXT, label, MAX_LABEL_LINES);
  if (readings->len > 1)
    {
      jalon_card_add_series (&card, indicator, readings);
      return end (&card);
    }
  jalon_card_add_text (&card, JALON_STYLE_SMALL, JALON_INK_DIM, date, 1);
  for (guint i = 0; i < last->sources->len; i++)
    jalon_card_add_source (&card, indicator->base.id, g_ptr_array_index (last->sources, i), FALSE);
  return end (&card);
}

static char *
say_where (const JalonLayoutInput *input, const JalonOrganisation *organisation)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < organisation->at->len; i++)
    {
      g_autofree char *name = jalon_layout_get_place_name (input, g_ptr_array_index (organisation->at, i));

      g_string_append_printf (list, "%s%s", list->len > 0 ? ", " : "", name);
    }
  if (list->len == 0 && organisation->country != NULL)
    {
      g_autofree char *country = jalon_words_country (input->language, organisation->country);

      g_string_append (list, country);
    }
  return g_string_free (g_steal_pointer (&list), FALSE);
}

static guint
count_projects (const JalonLayoutInput *input, const JalonOrganisation *organisation)
{
  guint n = 0;

  for (guint i = 0; i < jalon_figures_get_n_shares (input->figures); i++)
    n += g_ptr_array_find (jalon_figures_get_share (input->figures, i)->project->by, organisation, NULL);
  return n;
}

static void
add_link (JalonCard *card, const JalonOrganisation *organisation)
{
  const JalonLanguage *language = card->input->language;
  double top = card->y;
  JalonMark *target;

  if (!jalon_address_is_web (organisation->url))
    return;
  target = jalon_scene_add (card->scene, JALON_SHAPE_RECT, card->left, top, card->width, 0);
  jalon_card_add_text (card, JALON_STYLE_SMALL, JALON_INK_ACCENT, jalon_tr (language, "Website"), 1);
  target->height = card->y - top;
  target->target = JALON_TARGET_SOURCE;
  target->key = g_strdup (organisation->url);
  target->name = jalon_layout_join_name (language, jalon_words_text (language, organisation->name), jalon_tr (language, "Website"));
  target->tooltip = g_strdup (organisation->url);
}

/**
 * jalon_card_new_organisation:
 * @width: of the card
 *
 * An organisation: its name, where it is, its projects, what it does, its address. The card is a target %JALON_TARGET_ORGANISATION.
 *
 * Returns: (transfer full): the card
 */
JalonScene *
jalon_card_new_organisation (const JalonLayoutInput *input, const JalonOrganisation *organisation, double width)
{
  const JalonLanguage *language = input->language;
  guint n_projects = count_projects (input, organisation);
  g_autofree char *name = jalon_words_isolate (jalon_words_text (language, organisation->name));
  g_autofree char *summary = jalon_words_isolate (jalon_words_text (language, organisation->summary));
  g_autofree char *where = say_where (input, organisation);
  g_autofree char *projects = jalon_words_projects (language, n_projects);
  g_autofree char *line = g_strdup_printf ("%s%s%s", where, where[0] != '\0' && n_projects > 0 ? " · " : "", n_projects > 0 ? projects : "");
  g_autofree char *kind = jalon_words_organisation_kind (language, organisation->kind != NULL ? organisation->kind : "");
  g_autofree char *rest = g_strdup_printf ("%s%s%s", kind, line[0] != '\0' ? ", " : "", line);
  JalonCard card = begin (input, width);
  JalonMark *ground = jalon_scene_edit_mark (card.scene, 0);

  ground->target = JALON_TARGET_ORGANISATION;
  ground->key = g_strdup (organisation->base.id);
  ground->name = jalon_layout_join_name (language, name, rest);
  ground->tooltip = g_strdup (rest);
  jalon_card_add_text (&card, JALON_STYLE_STRONG, JALON_INK_TEXT, name, 3);
  jalon_card_add_text (&card, JALON_STYLE_SMALL, JALON_INK_DIM, line, 2);
  if (g_strcmp0 (summary, name) != 0)
    jalon_card_add_text (&card, JALON_STYLE_LABEL, JALON_INK_TEXT, summary, MAX_SUMMARY_LINES);
  add_link (&card, organisation);
  return end (&card);
}
