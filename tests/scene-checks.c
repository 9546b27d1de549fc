/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "scene-checks.h"

#include <math.h>

#include "files/jalon-reader.h"

#define SLACK 1.01

static JalonDataset *
read_bytes (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  JalonDataset *dataset = jalon_reader_read_bytes (bytes, NULL, &error);

  g_assert_no_error (error);
  return dataset;
}

/* Projects of all sorts, by their number: sizes over nine decades, firm, up to, ranges, undisclosed; on one place, on several, of a
 * region, the country, a company; days, months, years, approximate. */
static void
add_project (GString *json, guint i, double largest, gboolean rtl)
{
  static const char *const kinds[] = { "data-centre", "cloud", "research", "training", "network" };
  static const char *const scopes[]
      = { "\"site\", \"at\": [\"p%u\"]", "\"site\", \"at\": [\"p%u\"]", "\"sites\", \"at\": [\"p%u\", \"p1\"]",
          "\"region\", \"region\": \"XA-%u\"", "\"country\", \"country\": \"XA\"", "\"company\"" };
  static const char *const dates[] = { "2025-02-10", "2024", "2024-06", "2023-22", "2025-02-14~", "2025-03-01/2025-05-02" };
  double amount = largest / pow (10, i % 9);
  g_autoptr (GString) scope = g_string_new (scopes[i % 6]);
  g_autofree char *number = g_strdup_printf ("%u", i % 40 + 2);
  g_autofree char *money = NULL;

  g_string_replace (scope, "%u", number, 0);
  if (i % 7 == 0)
    money = g_strdup_printf (", \"amount\": {\"value\": %.0f, \"qualifier\": \"up-to\"}", amount);
  else if (i % 7 == 1)
    money = g_strdup_printf (", \"amount\": {\"min\": %.0f, \"max\": %.0f}", amount / 3, amount);
  else if (i % 7 < 5)
    money = g_strdup_printf (", \"amount\": {\"value\": %.0f}", amount);
  g_string_append_printf (
      json,
      "%s{\"id\": \"x%u\", \"title\": \"%s %u\", \"kind\": \"%s\", \"scope\": %s, \"by\": [\"o%u\"], \"announcements\": ["
      "{\"date\": \"%s\", \"act\": \"announces\"%s}, {\"date\": \"2025-09-0%u\", \"act\": \"notes\"}, "
      "{\"date\": \"2025-11\", \"act\": \"confirms\"}]}",
      i ? ", " : "", i, rtl ? "مركز بيانات" : "A rather long title of a project with a number", i, kinds[i % 5], scope->str, i % 30,
      dates[i % 6], money ? money : "", i % 9 + 1);
}

/**
 * scene_checks_make_dataset:
 *
 * Returns: (transfer full): a dataset of made-up projects, among 41 places and 30 organisations with long names
 */
JalonDataset *
scene_checks_make_dataset (guint n_projects, double largest, gboolean rtl)
{
  g_autoptr (GString) json = g_string_new ("{\"format\": \"jalon\", \"version\": 1, \"title\": \"T\", \"places\": [");
  g_autoptr (GBytes) bytes = NULL;

  for (guint i = 1; i < 42; i++)
    g_string_append_printf (json, "%s{\"id\": \"p%u\", \"name\": \"%s %u\", \"lat\": %u.%u, \"lon\": %u, \"precision\": \"%s\"}",
                            i > 1 ? ", " : "", i, rtl ? "مدينة" : "Saint-Something-on-the-Long-River", i, 40 + i % 7, i % 10,
                            i % 11, i % 3 ? "commune" : "area");
  g_string_append (json, "], \"organisations\": [");
  for (guint i = 0; i < 30; i++)
    g_string_append_printf (json, "%s{\"id\": \"o%u\", \"name\": \"Organisation of Everything %u\"}", i ? ", " : "", i, i);
  g_string_append (json, "], \"events\": [{\"id\": \"e1\", \"name\": \"A Summit\", \"start\": \"2025-02-10\"}, "
                         "{\"id\": \"e2\", \"name\": \"Another Summit\", \"start\": \"2025-02-11\", \"end\": \"2025-02-14\"}], "
                         "\"projects\": [");
  for (guint i = 0; i < n_projects; i++)
    add_project (json, i, largest, rtl);
  g_string_append (json, "]}");
  bytes = g_bytes_new (json->str, json->len);
  return read_bytes (bytes);
}

/**
 * scene_checks_load_bundled:
 *
 * Returns: (transfer full): the dataset that the program carries
 */
JalonDataset *
scene_checks_load_bundled (void)
{
  g_autoptr (GBytes) bytes = g_resources_lookup_data (BUNDLED_DATASET, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  g_assert_nonnull (bytes);
  return read_bytes (bytes);
}

/**
 * scene_checks_compute:
 *
 * Returns: (transfer full): the figures of the whole dataset
 */
JalonFigures *
scene_checks_compute (JalonDataset *dataset, JalonKey group)
{
  g_autoptr (JalonQuery) query = jalon_query_new ();

  jalon_query_set_group (query, group);
  return jalon_figures_compute (dataset, query);
}

static void
fail (const JalonScene *scene, const JalonMark *mark, const char *why)
{
  g_autofree char *dump = jalon_scene_dump (scene);

  g_test_message ("%s", dump);
  g_error ("%s: %s at %.1f,%.1f %.1fx%.1f", why, mark->text ? mark->text : mark->key, mark->x, mark->y, mark->width, mark->height);
}

static void
assert_contained (const JalonScene *scene, const JalonMark *mark)
{
  double left = MIN (mark->x, mark->x + mark->width), right = MAX (mark->x, mark->x + mark->width);
  double top = MIN (mark->y, mark->y + mark->height), bottom = MAX (mark->y, mark->y + mark->height);

  if (!isfinite (left + right + top + bottom) || left < -SLACK || top < -SLACK || right > jalon_scene_get_width (scene) + SLACK
      || bottom > jalon_scene_get_height (scene) + SLACK)
    fail (scene, mark, "outside of the scene");
}

static gboolean
overlap (const JalonMark *a, const JalonMark *b)
{
  return a->x + SLACK < b->x + b->width && b->x + SLACK < a->x + a->width && a->y + SLACK < b->y + b->height
         && b->y + SLACK < a->y + a->height;
}

static void
assert_mark (const JalonScene *scene, JalonType *type, const JalonMark *mark, gboolean texts_only)
{
  double width, height;

  if (mark->shape == JALON_SHAPE_TEXT)
    {
      jalon_type_measure (type, mark->style, mark->text, &width, &height);
      if (width > mark->width + 0.01 || height > mark->height + 0.01)
        fail (scene, mark, "cut");
    }
  if (!texts_only || mark->shape == JALON_SHAPE_TEXT)
    assert_contained (scene, mark);
  if (mark->target != JALON_TARGET_NONE && (!mark->key || !mark->name || !mark->tooltip || !*mark->name))
    fail (scene, mark, "a target without key, name or tooltip");
  if (mark->name && g_utf8_strlen (mark->name, -1) >= 120)
    fail (scene, mark, "a long name");
}

/**
 * scene_checks_assert_sound:
 * @texts_only: whether marks that are no texts may reach over the edge, as pins of a map do
 *
 * Asserts that nothing is outside of the scene, no text is cut or lies on another, and every target says what it is.
 */
void
scene_checks_assert_sound (const JalonScene *scene, JalonType *type, gboolean texts_only)
{
  guint n = jalon_scene_get_n_marks (scene);

  for (guint i = 0; i < n; i++)
    assert_mark (scene, type, jalon_scene_get_mark (scene, i), texts_only);
  for (guint i = 0; i < n; i++)
    for (guint j = i + 1; j < n; j++)
      {
        const JalonMark *a = jalon_scene_get_mark (scene, i), *b = jalon_scene_get_mark (scene, j);

        /* The number on a pin is of that pin. */
        if (a->shape == JALON_SHAPE_TEXT && b->shape == JALON_SHAPE_TEXT && overlap (a, b))
          fail (scene, b, "on another text");
      }
  g_assert_cmpstr (jalon_scene_get_summary (scene), !=, NULL);
}
