/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "scenes/jalon-scene.h"

static guint
hash_identity (gconstpointer data)
{
  const JalonMark *mark = data;

  return g_str_hash (mark->key) ^ (guint) mark->shape << 8 ^ (guint) mark->target;
}

static gboolean
are_alike (gconstpointer a, gconstpointer b)
{
  const JalonMark *one = a, *other = b;

  return one->shape == other->shape && one->target == other->target && g_str_equal (one->key, other->key);
}

/* Which marks of two scenes stand for the same: of each shape, target and key the first for the first, the second for the second… */
typedef struct
{
  guint *old_of;    /* for each mark of the new scene the index in the old one + 1, or 0 */
  gboolean *stays;  /* for each mark of the old scene */
} Pairs;

static Pairs
pair_marks (const JalonScene *from, const JalonScene *to)
{
  Pairs pairs = { g_new0 (guint, jalon_scene_get_n_marks (to) + 1), g_new0 (gboolean, jalon_scene_get_n_marks (from) + 1) };
  g_autofree guint *next = g_new0 (guint, jalon_scene_get_n_marks (from) + 1); /* that is alike, + 1, or 0 */
  g_autoptr (GHashTable) first = g_hash_table_new (hash_identity, are_alike); /* mark → index of the first not yet paired + 1 */

  for (guint i = jalon_scene_get_n_marks (from); i-- > 0;)
    {
      const JalonMark *mark = jalon_scene_get_mark (from, i);

      if (!mark->key)
        continue;
      next[i] = GPOINTER_TO_UINT (g_hash_table_lookup (first, mark));
      g_hash_table_insert (first, (gpointer) mark, GUINT_TO_POINTER (i + 1));
    }
  for (guint i = 0; i < jalon_scene_get_n_marks (to); i++)
    {
      const JalonMark *mark = jalon_scene_get_mark (to, i);
      guint old = mark->key ? GPOINTER_TO_UINT (g_hash_table_lookup (first, mark)) : 0;

      if (old == 0)
        continue;
      pairs.old_of[i] = old;
      pairs.stays[old - 1] = TRUE;
      g_hash_table_insert (first, (gpointer) mark, GUINT_TO_POINTER (next[old - 1]));
    }
  return pairs;
}

static double
mix (double from, double to, double progress)
{
  return from + (to - from) * progress;
}

static void
mark_mix (JalonMark *mark, const JalonMark *from, double progress)
{
  mark->x = mix (from->x, mark->x, progress);
  mark->y = mix (from->y, mark->y, progress);
  /* A text's rectangle is its extent, which only its new words have. */
  if (mark->shape != JALON_SHAPE_TEXT)
    {
      mark->width = mix (from->width, mark->width, progress);
      mark->height = mix (from->height, mark->height, progress);
    }
  mark->radius = mix (from->radius, mark->radius, progress);
  mark->opacity = mix (from->opacity, mark->opacity, progress);
  mark->stroke_width = mix (from->stroke_width, mark->stroke_width, progress);
  if (!mark->points || !from->points || mark->points->len != from->points->len)
    return;
  for (guint i = 0; i < mark->points->len; i++)
    {
      const JalonPoint *a = &g_array_index (from->points, JalonPoint, i);
      JalonPoint *b = &g_array_index (mark->points, JalonPoint, i);

      b->x = mix (a->x, b->x, progress);
      b->y = mix (a->y, b->y, progress);
    }
}

/* Marks that only the old scene has, fading out. */
static void
add_leaving (JalonScene *scene, const JalonScene *from, const Pairs *pairs, double progress)
{
  for (guint i = 0; i < jalon_scene_get_n_marks (from); i++)
    {
      const JalonMark *mark = jalon_scene_get_mark (from, i);
      JalonMark *copy;

      if (!mark->key || pairs->stays[i])
        continue;
      copy = jalon_scene_add_copy (scene, mark);
      copy->opacity *= 1 - progress;
      copy->target = JALON_TARGET_NONE;
    }
}

/**
 * jalon_scene_interpolate:
 * @from: what was shown
 * @to: what will be shown
 * @progress: 0 to 1
 *
 * Makes a scene between two: marks of the same shape, target and key move, those only in @from fade out and can't be picked, those
 * only in @to fade in. Marks without a key are those of @to.
 *
 * Returns: (transfer full): the scene, as large as @to
 */
JalonScene *
jalon_scene_interpolate (const JalonScene *from, const JalonScene *to, double progress)
{
  JalonScene *scene = jalon_scene_new (jalon_scene_get_width (to), jalon_scene_get_height (to));
  Pairs pairs = pair_marks (from, to);

  progress = CLAMP (progress, 0, 1);
  if (progress < 1)
    add_leaving (scene, from, &pairs, progress);
  for (guint i = 0; i < jalon_scene_get_n_marks (to); i++)
    {
      JalonMark *mark = jalon_scene_add_copy (scene, jalon_scene_get_mark (to, i));

      if (pairs.old_of[i] > 0)
        mark_mix (mark, jalon_scene_get_mark (from, pairs.old_of[i] - 1), progress);
      else if (mark->key)
        mark->opacity *= progress;
    }
  jalon_scene_set_summary (scene, jalon_scene_get_summary (to));
  g_free (pairs.old_of);
  g_free (pairs.stays);
  return scene;
}
