/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "scenes/jalon-ecosystem-layout.h"

#include <math.h>
#include <string.h>

#include "scenes/jalon-ecosystem-private.h"

/* All in logical pixels, at a text scale of 1. */
#define MIN_WIDTH 200.0
#define CARD_WIDTH 270.0 /* at least, where there is room for two */
#define GAP 12.0
#define HEADING_GAP 8.0
#define MAX_COLUMNS 8

/* Cards below headings, in as many columns as there is room for. */
typedef struct
{
  const JalonLayoutInput *input;
  JalonScene *scene;
  double width;
  double scale; /* of text */
  double card_width;
  guint n_columns;
  double y;
  double bottoms[MAX_COLUMNS]; /* of the columns below a heading */
} Board;

/* A heading, and what stands below it. */
typedef struct
{
  char *label;
  GPtrArray *records;
} Group;

static void
group_free (gpointer data)
{
  Group *group = data;

  g_free (group->label);
  g_ptr_array_unref (group->records);
  g_free (group);
}

/* Takes the label. */
static void
add_to_group (GPtrArray *groups, char *label, gpointer record)
{
  g_autofree char *taken = label;
  Group *group;

  for (guint i = 0; i < groups->len; i++)
    {
      group = g_ptr_array_index (groups, i);
      if (strcmp (group->label, taken) == 0)
        {
          g_ptr_array_add (group->records, record);
          return;
        }
    }
  group = g_new0 (Group, 1);
  group->label = g_steal_pointer (&taken);
  group->records = g_ptr_array_new ();
  g_ptr_array_add (group->records, record);
  g_ptr_array_add (groups, group);
}

static Board
begin (const JalonLayoutInput *input, double width)
{
  double scale = jalon_type_get_scale (input->type);
  Board board = { .input = input, .width = floor (MAX (width, MIN_WIDTH * scale)), .scale = scale };

  board.n_columns = (guint) CLAMP (floor ((board.width + GAP) / (CARD_WIDTH * scale + GAP)), 1, MAX_COLUMNS);
  board.card_width = floor ((board.width - (board.n_columns - 1) * GAP) / board.n_columns);
  board.scene = jalon_scene_new (board.width, 0);
  return board;
}

static void
add_heading (Board *board, const char *text)
{
  g_auto (GStrv) lines = jalon_type_wrap (board->input->type, JALON_STYLE_STRONG, text, board->width, 2, NULL);

  if (board->y > 0)
    board->y += GAP;
  board->y = jalon_layout_add_lines (board->scene, board->input->type, JALON_STYLE_STRONG, JALON_INK_TEXT, lines, 0, board->y);
  board->y += HEADING_GAP * board->scale;
  for (guint i = 0; i < board->n_columns; i++)
    board->bottoms[i] = board->y;
}

/* A card goes below the shortest column. */
static void
add_card (Board *board, JalonScene *card)
{
  guint column = 0;

  for (guint i = 1; i < board->n_columns; i++)
    if (board->bottoms[i] < board->bottoms[column])
      column = i;
  jalon_scene_edit_mark (card, 0)->height = jalon_scene_get_height (card);
  jalon_scene_append (board->scene, card, column * (board->card_width + GAP), board->bottoms[column]);
  board->bottoms[column] += jalon_scene_get_height (card) + GAP;
  board->y = MAX (board->y, board->bottoms[column]);
  jalon_scene_unref (card);
}

static void
add_nothing (Board *board, const char *words)
{
  g_auto (GStrv) lines = jalon_type_wrap (board->input->type, JALON_STYLE_LABEL, words, board->width, 4, NULL);

  board->y = jalon_layout_add_lines (board->scene, board->input->type, JALON_STYLE_LABEL, JALON_INK_DIM, lines, 0, board->y);
}

static JalonScene *
end (Board *board, const char *summary)
{
  jalon_scene_set_height (board->scene, ceil (MAX (board->y, 1)));
  jalon_scene_set_summary (board->scene, summary);
  if (board->input->rtl)
    jalon_scene_mirror (board->scene);
  return board->scene;
}

/* Where an indicator holds: its place, else the area that it states. */
static char *
say_ground (const JalonLayoutInput *input, const JalonIndicator *indicator)
{
  JalonDataset *dataset = jalon_figures_get_dataset (input->figures);

  if (indicator->place != NULL)
    return jalon_layout_get_place_name (input, jalon_place_get_outermost (indicator->place));
  if (indicator->department != NULL)
    return jalon_words_group (input->language, dataset, JALON_KEY_DEPARTMENT, indicator->department);
  if (indicator->region != NULL)
    return jalon_words_group (input->language, dataset, JALON_KEY_REGION, indicator->region);
  if (indicator->country != NULL)
    return jalon_words_country (input->language, indicator->country);
  return g_strdup (jalon_words_none (input->language, JALON_KEY_PLACE));
}

static char *
say_summary (const JalonLayoutInput *input, const char *format, guint n)
{
  g_autofree char *number = jalon_words_number (input->language, n);
  g_autoptr (GString) summary = g_string_new (format);

  g_string_replace (summary, "{n}", number, 1);
  return g_string_free (g_steal_pointer (&summary), FALSE);
}

/**
 * jalon_indicators_layout:
 * @width: in logical pixels; laid out at 200 (times the text scale) if there are fewer
 *
 * The figures of the ecosystem that are no investments, by where they hold, a card each with its date and its sources. Cards and dots
 * are targets %JALON_TARGET_INDICATOR, sources %JALON_TARGET_SOURCE.
 *
 * Returns: (transfer full): the scene, as high as it needs
 */
JalonScene *
jalon_indicators_layout (const JalonLayoutInput *input, const JalonEcosystem *ecosystem, double width)
{
  const JalonLanguage *language = input->language;
  g_autoptr (GPtrArray) groups = g_ptr_array_new_with_free_func (group_free);
  guint n = ecosystem->indicators->len;
  g_autofree char *summary = say_summary (input, jalon_trn (language, "{n} figure of the ecosystem", "{n} figures of the ecosystem", n), n);
  Board board = begin (input, width);

  for (guint i = 0; i < n; i++)
    add_to_group (groups, say_ground (input, g_ptr_array_index (ecosystem->indicators, i)), g_ptr_array_index (ecosystem->indicators, i));
  for (guint i = 0; i < groups->len; i++)
    {
      const Group *group = g_ptr_array_index (groups, i);

      add_heading (&board, group->label);
      for (guint j = 0; j < group->records->len; j++)
        add_card (&board, jalon_card_new_indicator (input, ecosystem, g_ptr_array_index (group->records, j), board.card_width));
    }
  if (n == 0)
    add_nothing (&board, jalon_tr (language, "No figure of the ecosystem goes with this selection."));
  return end (&board, summary);
}

/**
 * jalon_organisations_layout:
 * @width: in logical pixels; laid out at 200 (times the text scale) if there are fewer
 *
 * The organisations, by what they are, a card each. Cards are targets %JALON_TARGET_ORGANISATION, their addresses %JALON_TARGET_SOURCE.
 *
 * Returns: (transfer full): the scene, as high as it needs
 */
JalonScene *
jalon_organisations_layout (const JalonLayoutInput *input, const JalonEcosystem *ecosystem, double width)
{
  const JalonLanguage *language = input->language;
  g_autoptr (GPtrArray) groups = g_ptr_array_new_with_free_func (group_free);
  guint n = ecosystem->organisations->len;
  g_autofree char *summary = say_summary (input, jalon_trn (language, "{n} organization", "{n} organizations", n), n);
  Board board = begin (input, width);

  for (guint i = 0; i < n; i++)
    {
      JalonOrganisation *organisation = g_ptr_array_index (ecosystem->organisations, i);
      g_autofree char *kind = jalon_words_organisation_kind (language, organisation->kind != NULL ? organisation->kind : "");

      add_to_group (groups, g_strdup (kind[0] != '\0' ? kind : jalon_tr (language, "Others")), organisation);
    }
  for (guint i = 0; i < groups->len; i++)
    {
      const Group *group = g_ptr_array_index (groups, i);

      add_heading (&board, group->label);
      for (guint j = 0; j < group->records->len; j++)
        add_card (&board, jalon_card_new_organisation (input, g_ptr_array_index (group->records, j), board.card_width));
    }
  if (n == 0)
    add_nothing (&board, jalon_tr (language, "No organization goes with this selection."));
  return end (&board, summary);
}
