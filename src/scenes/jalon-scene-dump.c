/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "scenes/jalon-scene.h"

static const char *const shape_nicks[] = { "rect", "disc", "line", "path", "text" };
static const char *const fill_nicks[] = { "hollow", "solid", "hatched", "soft" };
static const char *const style_nicks[]
    = { "body", "small", "strong", "title", "headline", "label", "label-strong" };
static const char *const target_nicks[]
    = { "none", "project", "announcement", "group", "cluster", "event", "total", "more", "indicator",
        "organisation", "place", "source" };
static const char *const ink_nicks[]
    = { "none",    "background", "card", "text",  "dim",   "faint",  "accent", "band",
        "halo",    "warning",    "land", "water", "coast", "border", "mixed" };

G_STATIC_ASSERT (G_N_ELEMENTS (style_nicks) == JALON_N_STYLES);
G_STATIC_ASSERT (G_N_ELEMENTS (ink_nicks) == JALON_INK_KIND);

static void
dump_ink (GString *out, const char *label, JalonInk ink)
{
  if (ink < JALON_INK_KIND)
    g_string_append_printf (out, " %s%s", label, ink_nicks[ink]);
  else if (ink < JALON_INK_ON_KIND)
    {
      const char *nick = jalon_vocabulary_get_nick (JALON_VOCABULARY_KIND, (int) (ink - JALON_INK_KIND));

      g_string_append_printf (out, " %skind:%s", label, nick ? nick : "unset");
    }
  else
    g_string_append_printf (out, " %son-kind", label);
}

/* Quoted, so that a line stays a line; letters beyond ASCII stay readable. */
static void
dump_string (GString *out, const char *label, const char *string)
{
  if (!string)
    return;
  g_string_append_printf (out, " %s\"", label);
  for (const char *c = string; *c != '\0'; c++)
    if (*c == '\n')
      g_string_append (out, "\\n");
    else if (*c == '"' || *c == '\\')
      g_string_append_printf (out, "\\%c", *c);
    else
      g_string_append_c (out, *c);
  g_string_append_c (out, '"');
}

static void
dump_look (GString *out, const JalonMark *mark)
{
  if (mark->shape == JALON_SHAPE_TEXT)
    g_string_append_printf (out, " %s", style_nicks[mark->style]);
  else
    g_string_append_printf (out, " %s", fill_nicks[mark->fill]);
  if (mark->ink != JALON_INK_NONE)
    dump_ink (out, "", mark->ink);
  if (mark->stroke != JALON_INK_NONE)
    dump_ink (out, mark->dashed ? "dashed=" : "stroke=", mark->stroke);
  if (mark->opacity < 1)
    g_string_append_printf (out, " opacity=%.2f", mark->opacity);
}

static void
dump_mark (GString *out, const JalonMark *mark)
{
  g_string_append_printf (out, "%s %.1f,%.1f %.1fx%.1f", shape_nicks[mark->shape], mark->x, mark->y, mark->width,
                          mark->height);
  dump_look (out, mark);
  if (mark->target != JALON_TARGET_NONE)
    g_string_append_printf (out, " %s=%s", target_nicks[mark->target], mark->key);
  else if (mark->key)
    g_string_append_printf (out, " key=%s", mark->key);
  if (mark->members)
    {
      g_autofree char *members = g_strjoinv (",", mark->members);

      g_string_append_printf (out, " members=%s", members);
    }
  dump_string (out, "", mark->text);
  dump_string (out, "name=", mark->name);
  dump_string (out, "tooltip=", mark->tooltip);
  g_string_append_c (out, '\n');
}

/**
 * jalon_scene_dump:
 *
 * Writes a scene down for a test: its size and summary, then one line a mark: shape, rectangle, fill (or text style), inks, what it
 * stands for, and its words in quotes.
 *
 * Returns: (transfer full): lines in UTF-8
 */
char *
jalon_scene_dump (const JalonScene *self)
{
  GString *out = g_string_new (NULL);

  g_string_append_printf (out, "scene %.1fx%.1f", jalon_scene_get_width (self), jalon_scene_get_height (self));
  dump_string (out, "", jalon_scene_get_summary (self));
  g_string_append_c (out, '\n');
  for (guint i = 0; i < jalon_scene_get_n_marks (self); i++)
    dump_mark (out, jalon_scene_get_mark (self, i));
  return g_string_free (out, FALSE);
}

static int
compare_order (gconstpointer a, gconstpointer b, gpointer scene)
{
  guint one = *(const guint *) a, other = *(const guint *) b;
  double first = jalon_scene_get_mark (scene, one)->order, second = jalon_scene_get_mark (scene, other)->order;

  if (first < second || first > second)
    return first < second ? -1 : 1;
  return one < other ? -1 : 1;
}

/**
 * jalon_scene_list_named:
 * @self: a scene
 *
 * Returns: (transfer full) (element-type guint): the indices of the marks that have a name and can be chosen, in the order in which they
 *   are read out
 */
GArray *
jalon_scene_list_named (const JalonScene *self)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < jalon_scene_get_n_marks (self); i++)
    {
      const JalonMark *mark = jalon_scene_get_mark (self, i);

      if (mark->name != NULL && mark->target != JALON_TARGET_NONE)
        g_array_append_val (list, i);
    }
  g_array_sort_with_data (list, compare_order, (gpointer) self);
  return list;
}
