/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "scenes/jalon-layout-private.h"

#include <math.h>
#include <string.h>

/**
 * jalon_layout_get_currency:
 *
 * Returns: (transfer none): the code of the currency that all sums are in
 */
const char *
jalon_layout_get_currency (const JalonLayoutInput *input)
{
  return jalon_dataset_get_currency (jalon_figures_get_dataset (input->figures));
}

/**
 * jalon_layout_get_title:
 *
 * Returns: (transfer full): the title of a project, fit to stand in a line
 */
char *
jalon_layout_get_title (const JalonLayoutInput *input, const JalonProject *project)
{
  return jalon_words_isolate (jalon_words_text (input->language, project->title));
}

/**
 * jalon_layout_get_place_name:
 *
 * Returns: (transfer full): the name of a place, fit to stand in a line
 */
char *
jalon_layout_get_place_name (const JalonLayoutInput *input, const JalonPlace *place)
{
  return jalon_words_isolate (jalon_words_text (input->language, place->name));
}

static char *
join (const JalonLanguage *language, const char *who, const char *rest)
{
  /* Translators: a mark, read out: what it stands for, and what is said of it */
  return g_strdup_printf (jalon_trc (language, "mark", "%s: %s"), who, rest);
}

/**
 * jalon_layout_join_name:
 * @language: a language
 * @who: what comes first, and may be shortened
 * @rest: what must be said
 *
 * Returns: (transfer full): both, of at most %JALON_LAYOUT_MAX_NAME characters
 */
char *
jalon_layout_join_name (const JalonLanguage *language, const char *who, const char *rest)
{
  g_autofree char *bare = join (language, "", rest);
  glong room = JALON_LAYOUT_MAX_NAME - g_utf8_strlen (bare, -1);
  g_autofree char *head = NULL;
  g_autofree char *safe = NULL;
  g_autofree char *short_who = NULL;

  if (g_utf8_strlen (who, -1) <= room)
    return join (language, who, rest);
  if (room < 3)
    {
      head = g_utf8_substring (rest, 0, MIN (g_utf8_strlen (rest, -1), JALON_LAYOUT_MAX_NAME - 1));
      return g_strconcat (head, "…", NULL);
    }
  head = g_utf8_substring (who, 0, room - 1 - g_str_has_prefix (who, "\u2068")); /* isolated anew, it is one longer */
  safe = jalon_words_isolate (g_strchomp (head));
  short_who = g_strconcat (safe, "…", NULL);
  return join (language, short_who, rest);
}

/* A line isn't broken within. */
static char *
keep_together (const char *text)
{
  g_autoptr (GString) kept = g_string_new (text);

  g_string_replace (kept, " ", "\u00a0", 0);
  return g_string_free (g_steal_pointer (&kept), FALSE);
}

/**
 * jalon_layout_say_undisclosed:
 *
 * Returns: (transfer full): how many projects didn't make their amount public
 */
char *
jalon_layout_say_undisclosed (const JalonLayoutInput *input, guint n)
{
  g_autofree char *number = jalon_words_number (input->language, n);
  g_autofree char *text = g_strdup_printf (jalon_trn (input->language, "%s undisclosed", "%s undisclosed", n), number);

  return keep_together (text);
}

/**
 * jalon_layout_say_sum:
 * @n_undisclosed: how many projects of it have no amount
 *
 * Returns: (transfer full): the sum, and how many are undisclosed; a sum of these alone says only that
 */
char *
jalon_layout_say_sum (const JalonLayoutInput *input, const JalonSum *sum, guint n_undisclosed, JalonMoneyStyle style)
{
  g_autofree char *money = jalon_words_sum (input->language, sum, jalon_layout_get_currency (input), style);
  g_autofree char *undisclosed = NULL;

  if (n_undisclosed == 0)
    return g_steal_pointer (&money);
  undisclosed = jalon_layout_say_undisclosed (input, n_undisclosed);
  if (sum->ceiling > 0)
    return g_strdup_printf ("%s ·\u00a0%s", money, undisclosed);
  if (n_undisclosed == 1)
    return g_strdup (jalon_trc (input->language, "amount", "undisclosed"));
  return g_steal_pointer (&undisclosed);
}

/**
 * jalon_layout_get_ink:
 * @shares: (array length=n): projects
 *
 * Returns: the colour of the kind, if those that bring money, or else all, are of one kind; else %JALON_INK_MIXED
 */
JalonInk
jalon_layout_get_ink (const JalonShare *const *shares, guint n)
{
  for (int money = 1; money >= 0; money--)
    {
      JalonInk ink = JALON_INK_NONE;

      for (guint i = 0; i < n; i++)
        {
          JalonInk own = jalon_ink_for_kind (shares[i]->project->kind);

          if (money && !(shares[i]->remainder.ceiling > 0))
            continue;
          if (ink != JALON_INK_NONE && ink != own)
            return JALON_INK_MIXED;
          ink = own;
        }
      if (ink != JALON_INK_NONE)
        return ink;
    }
  return JALON_INK_MIXED;
}

/**
 * jalon_layout_get_width:
 *
 * Returns: how wide a text is set
 */
double
jalon_layout_get_width (JalonType *type, JalonStyle style, const char *text)
{
  double width;

  jalon_type_measure (type, style, text, &width, NULL);
  return width;
}

const char *const jalon_layout_additions[5] = { ", ", " (", " – ", " — ", " / " };

/**
 * jalon_layout_shorten:
 * @width: in logical pixels
 *
 * What a name adds after a comma, a dash or in parentheses says more exactly what its beginning says already.
 *
 * Returns: (transfer full) (nullable): the longest such beginning that fits; %NULL if none does, or the whole has no such end
 */
char *
jalon_layout_shorten (JalonType *type, JalonStyle style, const char *text, double width)
{
  g_autofree char *best = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (jalon_layout_additions); i++)
    for (const char *at = strstr (text, jalon_layout_additions[i]); at; at = strstr (at + 1, jalon_layout_additions[i]))
      {
        g_autofree char *head = g_strndup (text, (gsize) (at - text));
        g_autofree char *name = jalon_words_isolate (head);
        gboolean closed = strchr (head, '(') == NULL || strchr (head, ')') != NULL;

        if (at > text && closed && (!best || strlen (name) > strlen (best)) && jalon_layout_get_width (type, style, name) <= width)
          {
            g_free (best);
            best = g_steal_pointer (&name);
          }
      }
  return g_steal_pointer (&best);
}

/**
 * jalon_layout_set_keys:
 * @first: index of a mark
 * @key: what the marks belong to
 *
 * Gives the marks from @first on that have no key this one, so that they move with what they belong to.
 */
void
jalon_layout_set_keys (JalonScene *scene, guint first, const char *key)
{
  for (guint i = first; i < jalon_scene_get_n_marks (scene); i++)
    {
      JalonMark *mark = jalon_scene_edit_mark (scene, i);

      if (mark->key == NULL)
        mark->key = g_strdup (key);
    }
}

/**
 * jalon_layout_add_text:
 *
 * Returns: (transfer none): a text that begins at @x, its upper edge at @y
 */
JalonMark *
jalon_layout_add_text (
    JalonScene *scene, JalonType *type, JalonStyle style, JalonInk ink, const char *text, double x, double y)
{
  double width, height;

  jalon_type_measure (type, style, text, &width, &height);
  return jalon_scene_add_text (scene, style, ink, text, x, y, width, height);
}

/**
 * jalon_layout_add_text_end:
 *
 * Returns: (transfer none): a text that ends at @right
 */
JalonMark *
jalon_layout_add_text_end (
    JalonScene *scene, JalonType *type, JalonStyle style, JalonInk ink, const char *text, double right, double y)
{
  return jalon_layout_add_text (scene, type, style, ink, text, right - jalon_layout_get_width (type, style, text), y);
}

/**
 * jalon_layout_add_lines:
 *
 * Adds lines one below the other.
 *
 * Returns: the lower edge of the last
 */
double
jalon_layout_add_lines (
    JalonScene *scene, JalonType *type, JalonStyle style, JalonInk ink, char **lines, double x, double y)
{
  for (guint i = 0; lines[i]; i++)
    {
      jalon_layout_add_text (scene, type, style, ink, lines[i], x, y);
      y += jalon_type_get_line_height (type, style);
    }
  return y;
}

static JalonMark *
add_disc (JalonScene *scene, double x, double y, double radius, JalonInk ink, const char *key)
{
  JalonMark *disc = jalon_scene_add (scene, JALON_SHAPE_DISC, x - radius, y - radius, 2 * radius, 2 * radius);

  disc->ink = disc->stroke = ink;
  disc->stroke_width = CLAMP (radius / 6, 1.25, 2);
  disc->key = g_strdup (key);
  return disc;
}

/**
 * jalon_layout_add_money_disc:
 * @radius: of the ceiling
 * @sum: (nullable): what it is worth; %NULL: nothing is known, or it isn't counted
 * @key: (nullable): for object constancy
 *
 * Adds what money looks like as a disc: solid as far as it is firm, hatched and dashed up to its ceiling, hollow where no amount is
 * known; areas are amounts.
 */
void
jalon_layout_add_money_disc (
    JalonScene *scene, double x, double y, double radius, JalonInk ink, const JalonSum *sum, const char *key)
{
  JalonMark *disc = add_disc (scene, x, y, radius, ink, key);
  g_autofree char *firm_key = key ? g_strconcat (key, "/firm", NULL) : NULL;

  if (!sum || !(sum->ceiling > 0))
    return;
  disc->fill = JALON_FILL_SOLID;
  if (sum->firm >= sum->ceiling)
    return;
  disc->fill = JALON_FILL_HATCHED;
  disc->dashed = TRUE;
  if (sum->firm > 0)
    add_disc (scene, x, y, radius * sqrt (sum->firm / sum->ceiling), ink, firm_key)->fill = JALON_FILL_SOLID;
}
