/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "figures/jalon-known.h"
#include "figures/jalon-tally.h"
#include "scenes/jalon-map-private.h"

/* All in logical pixels, at a text scale of 1. */
#define MIN_WIDTH 160.0
#define INDENT 26.0
#define SECTION_GAP 8.0
/* More projects of a stand than this are told as a number. */
#define MAX_LISTED 12
/* Enough for any: an amount is never cut. */
#define MAX_LINES 12

typedef struct
{
  const JalonLayoutInput *input;
  JalonScene *scene;
  GString *summary;
  double width;
  double y;
} Tray;

static const char *
name_stand (const JalonLanguage *language, JalonStand stand)
{
  static const char *const names[JALON_N_STANDS] = {
    [JALON_STAND_SEVERAL] = NC_ ("tray", "Several places"),
    [JALON_STAND_REGION] = NC_ ("tray", "The region"),
    [JALON_STAND_COUNTRY] = NC_ ("tray", "The country"),
    [JALON_STAND_COMPANY] = NC_ ("tray", "A whole company"),
    [JALON_STAND_NOWHERE] = NC_ ("tray", "A place not named"),
  };

  return jalon_trc (language, "tray", names[stand]);
}

/* A line that is broken rather than cut. Returns its lower edge. */
static double
add_text (Tray *tray, JalonStyle style, JalonInk ink, const char *text, double x, double y)
{
  g_auto (GStrv) lines = jalon_type_wrap (tray->input->type, style, text, tray->width - x, MAX_LINES, NULL);

  return jalon_layout_add_lines (tray->scene, tray->input->type, style, ink, lines, x, y);
}

/* A project: a mark as it would be on the map, its title, its amount. Without a `sum` it is hollow. */
static void
add_project (Tray *tray, const JalonProject *project, const JalonSum *sum, const char *amount)
{
  double line = jalon_type_get_line_height (tray->input->type, JALON_STYLE_LABEL);
  g_autofree char *title = jalon_layout_get_title (tray->input, project);
  JalonMark *target = jalon_scene_add (tray->scene, JALON_SHAPE_RECT, 0, tray->y, tray->width, 0);
  double top = tray->y;

  target->target = JALON_TARGET_PROJECT;
  target->key = g_strdup (project->base.id);
  target->name = jalon_layout_join_name (tray->input->language, title, amount);
  target->tooltip = g_strdup_printf ("%s\n%s", title, amount);
  target->radius = 6;
  if (g_strcmp0 (project->base.id, tray->input->selected) == 0)
    {
      target->fill = JALON_FILL_SOFT;
      target->ink = JALON_INK_BAND;
    }
  jalon_layout_add_money_disc (tray->scene, INDENT / 2, top + 3 + line / 2, 6, jalon_ink_for_kind (project->kind), sum,
                               project->base.id);
  tray->y = add_text (tray, JALON_STYLE_LABEL, JALON_INK_TEXT, title, INDENT, top + 3);
  tray->y = add_text (tray, JALON_STYLE_SMALL, JALON_INK_DIM, amount, INDENT, tray->y) + 3;
  target->height = tray->y - top;
}

static char *
say_share (const JalonLayoutInput *input, const JalonShare *share)
{
  g_autofree char *money = NULL;
  g_autofree char *reason = jalon_words_left_out (input->language, share);

  if (share->reason == JALON_REASON_UNDISCLOSED)
    return g_steal_pointer (&reason);
  if (share->remainder.ceiling > 0)
    money = jalon_words_sum (input->language, &share->remainder, jalon_layout_get_currency (input), JALON_MONEY_COMPACT);
  else
    money = jalon_words_stated (input->language, share, jalon_layout_get_currency (input), JALON_MONEY_COMPACT);
  return *reason ? g_strdup_printf ("%s, %s", money, reason) : g_steal_pointer (&money);
}

static void
add_section (Tray *tray, const char *title, const char *worth)
{
  g_autofree char *text = worth ? g_strdup_printf ("%s · %s", title, worth) : g_strdup (title);

  if (tray->y > 0)
    tray->y += SECTION_GAP;
  tray->y = add_text (tray, JALON_STYLE_LABEL_STRONG, JALON_INK_TEXT, text, 0, tray->y) + 2;
}

static void
add_more (Tray *tray, guint n)
{
  g_autofree char *number = jalon_words_number (tray->input->language, n);
  g_autofree char *text = g_strdup_printf (jalon_trn (tray->input->language, "and %s more", "and %s more", n), number);

  tray->y = add_text (tray, JALON_STYLE_SMALL, JALON_INK_DIM, text, INDENT, tray->y);
  jalon_scene_edit_mark (tray->scene, jalon_scene_get_n_marks (tray->scene) - 1)->n_more = n;
}

static int
compare_shares (gconstpointer a, gconstpointer b)
{
  const JalonShare *one = *(const JalonShare *const *) a, *other = *(const JalonShare *const *) b;

  return one->remainder.ceiling < other->remainder.ceiling ? 1 : -(one->remainder.ceiling > other->remainder.ceiling);
}

/* The projects of one stand, the largest first, their sum in the section's line. */
static void
add_stand (Tray *tray, JalonStand stand)
{
  const JalonFigures *figures = tray->input->figures;
  g_autoptr (GPtrArray) shares = g_ptr_array_new ();
  JalonTotal firm = { 0 }, ceiling = { 0 };
  JalonSum sum = { 0 };
  guint n_undisclosed = 0;
  g_autofree char *worth = NULL;

  for (guint i = 0; i < jalon_figures_get_n_shares (figures); i++)
    {
      const JalonShare *share = jalon_figures_get_share (figures, i);

      if (jalon_map_get_stand (share) != stand)
        continue;
      g_ptr_array_add (shares, (gpointer) share);
      jalon_total_add (&firm, share->remainder.firm);
      jalon_total_add (&ceiling, share->remainder.ceiling);
      sum.open |= share->remainder.open;
      sum.approximate |= share->remainder.approximate;
      n_undisclosed += share->reason == JALON_REASON_UNDISCLOSED;
    }
  if (shares->len == 0)
    return;
  g_ptr_array_sort (shares, compare_shares);
  sum.firm = jalon_total_get (&firm);
  sum.ceiling = jalon_total_get (&ceiling);
  worth = jalon_layout_say_sum (tray->input, &sum, n_undisclosed, JALON_MONEY_COMPACT);
  add_section (tray, name_stand (tray->input->language, stand), worth);
  if (tray->summary->len > 0)
    g_string_append (tray->summary, " · ");
  /* Translators: a heading, and the sum of what stands under it */
  g_string_append_printf (tray->summary, jalon_trc (tray->input->language, "tray", "%s: %s"),
                          name_stand (tray->input->language, stand), worth);
  for (guint i = 0; i < MIN (shares->len, MAX_LISTED); i++)
    {
      const JalonShare *share = g_ptr_array_index (shares, i);
      g_autofree char *amount = say_share (tray->input, share);

      add_project (tray, share->project, &share->remainder, amount);
    }
  if (shares->len > MAX_LISTED)
    add_more (tray, shares->len - MAX_LISTED);
}

static int
get_as_of_day (const JalonFigures *figures)
{
  const JalonDate *as_of = jalon_figures_get_as_of (figures);

  return as_of && jalon_date_is_set (as_of) ? jalon_date_get_last_day (as_of) : JALON_EVER;
}

/* What isn't listed here but contains what is: shown, never counted. */
static void
add_context (Tray *tray)
{
  const JalonLayoutInput *input = tray->input;
  g_autoptr (GPtrArray) context = jalon_figures_list_context (input->figures);
  const JalonIndex *index = jalon_index_get (jalon_figures_get_dataset (input->figures));

  if (context->len == 0)
    return;
  add_section (tray, jalon_tr (input->language, "Contain some of these, not counted"), NULL);
  for (guint i = 0; i < MIN (context->len, MAX_LISTED); i++)
    {
      const JalonProject *project = g_ptr_array_index (context, i);
      g_autofree char *amount = NULL;
      JalonKnown known;
      JalonShare share;

      jalon_known_get (index, project->base.index, get_as_of_day (input->figures), &known);
      share = (JalonShare) { .project = project, .stating = known.stating, .disclosed = known.stating != NULL, .converted = known.converted,
                             .stated = known.stated };
      amount = jalon_words_stated (input->language, &share, jalon_layout_get_currency (input), JALON_MONEY_COMPACT);
      add_project (tray, project, NULL, amount);
    }
  if (context->len > MAX_LISTED)
    add_more (tray, context->len - MAX_LISTED);
}

/**
 * jalon_tray_layout:
 * @width: in logical pixels; laid out at 160 (times the text scale) if there are fewer
 *
 * What has no point on the map: money of several places, of the region, the country or a company, and sites nobody has named, each
 * with its sum; then the context that contains listed projects, never counted. Every project is a target %JALON_TARGET_PROJECT. The
 * summary says the sums in one line.
 *
 * Returns: (transfer full): the scene, as high as it needs; of height 0 if everything has a point
 */
JalonScene *
jalon_tray_layout (const JalonLayoutInput *input, double width)
{
  static const JalonStand order[]
      = { JALON_STAND_SEVERAL, JALON_STAND_REGION, JALON_STAND_COUNTRY, JALON_STAND_COMPANY, JALON_STAND_NOWHERE };
  g_autoptr (GString) summary = g_string_new (NULL);
  Tray tray = {
    .input = input,
    .summary = summary,
    .width = floor (MAX (width, MIN_WIDTH * jalon_type_get_scale (input->type))),
  };

  tray.scene = jalon_scene_new (tray.width, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (order); i++)
    add_stand (&tray, order[i]);
  add_context (&tray);
  jalon_scene_set_height (tray.scene, ceil (tray.y));
  jalon_scene_set_summary (tray.scene, summary->str);
  if (input->rtl)
    jalon_scene_mirror (tray.scene);
  return tray.scene;
}
