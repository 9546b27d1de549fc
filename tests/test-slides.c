/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <gio/gio.h>
#include <math.h>

#include "files/jalon-reader.h"
#include "scenes/jalon-slide.h"

/* A talk of a dataset, with all it borrows. */
typedef struct
{
  JalonQuery *query;
  JalonFigures *figures;
  JalonType *type;
  JalonAbout *about;
  JalonSlidesInput input;
  GPtrArray *slides;
} Talk;

static JalonDataset *
read_bytes (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  JalonDataset *dataset = jalon_reader_read_bytes (bytes, NULL, &error);

  g_assert_no_error (error);
  return dataset;
}

static JalonDataset *
read_bundled (void)
{
  g_autoptr (GBytes) bytes = g_resources_lookup_data (BUNDLED_DATASET, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  return read_bytes (bytes);
}

static void
talk_init (Talk *talk, JalonDataset *dataset, const char *language, JalonTheme theme, double width, double height)
{
  const JalonTerritory *focus = jalon_dataset_get_focus (dataset);
  const JalonLanguage *speaks = jalon_language_get (language);

  talk->query = jalon_query_new ();
  if (focus != NULL)
    jalon_query_toggle_value (talk->query, JALON_KEY_TERRITORY, focus->base.id);
  talk->figures = jalon_figures_compute (dataset, talk->query);
  talk->type = jalon_type_new (NULL, jalon_slides_get_text_scale (width, height));
  talk->about = jalon_about_new (talk->figures, talk->query, speaks, "0123456789abcdef");
  talk->input = (JalonSlidesInput) { .layout = { .figures = talk->figures, .language = speaks, .type = talk->type },
                                     .query = talk->query,
                                     .about = talk->about,
                                     .credit = "©",
                                     .theme = theme,
                                     .width = width,
                                     .height = height };
  talk->slides = jalon_slides_lay_out (&talk->input);
}

static void
talk_clear (Talk *talk)
{
  g_ptr_array_unref (talk->slides);
  jalon_about_free (talk->about);
  jalon_type_unref (talk->type);
  jalon_figures_unref (talk->figures);
  g_object_unref (talk->query);
}

static double
linear (double c)
{
  return c <= 0.04045 ? c / 12.92 : pow ((c + 0.055) / 1.055, 2.4);
}

static double
luminance (JalonTheme theme, JalonInk ink)
{
  JalonColour c = jalon_palette_get (theme, ink);

  return 0.2126 * linear (c.red) + 0.7152 * linear (c.green) + 0.0722 * linear (c.blue);
}

/* WCAG 2.2 */
static double
contrast (JalonTheme theme, JalonInk a, JalonInk b)
{
  double one = luminance (theme, a), other = luminance (theme, b);

  return (MAX (one, other) + 0.05) / (MIN (one, other) + 0.05);
}

/* What a text stands on: its halo, the topmost opaque mark below it, or the slide. */
static JalonInk
find_ground (const JalonScene *scene, guint index)
{
  const JalonMark *text = jalon_scene_get_mark (scene, index);
  double x = text->x + text->width / 2, y = text->y + text->height / 2;

  if (text->halo)
    return JALON_INK_HALO;
  for (guint i = index; i > 0; i--)
    {
      const JalonMark *mark = jalon_scene_get_mark (scene, i - 1);

      if ((mark->shape == JALON_SHAPE_RECT || mark->shape == JALON_SHAPE_DISC) && mark->fill == JALON_FILL_SOLID && x >= mark->x
          && x < mark->x + mark->width && y >= mark->y && y < mark->y + mark->height)
        return mark->ink;
    }
  return JALON_INK_BACKGROUND;
}

static void
check_text (const Talk *talk, const JalonPanel *panel, guint index)
{
  const JalonMark *mark = jalon_scene_get_mark (panel->scene, index);
  PangoLayout *layout = jalon_type_get_layout (talk->type, mark->style, mark->text);
  double size = (double) pango_font_description_get_size (pango_layout_get_font_description (layout)) / PANGO_SCALE;
  double found = contrast (talk->input.theme, mark->ink, find_ground (panel->scene, index));

  if (size < talk->input.height / 40 || found < 7)
    g_test_message ("“%s”: %.1f pixels, contrast %.2f", mark->text, size, found);
  g_assert_cmpfloat (size, >=, talk->input.height / 40);
  g_assert_cmpfloat (found, >=, 7);
}

static gboolean
is_text (const JalonPanel *panel)
{
  return panel->role != JALON_ROLE_FIGURE && jalon_scene_get_n_marks (panel->scene) > 0;
}

/* Texts beside and below one another, none on another. */
static void
check_apart (const JalonSlide *slide)
{
  for (guint a = 0; a < slide->panels->len; a++)
    for (guint b = a + 1; b < slide->panels->len; b++)
      {
        const JalonPanel *one = g_ptr_array_index (slide->panels, a), *other = g_ptr_array_index (slide->panels, b);
        gboolean apart = one->y + jalon_scene_get_height (one->scene) <= other->y + 3
                         || other->y + jalon_scene_get_height (other->scene) <= one->y + 3
                         || one->x + jalon_scene_get_width (one->scene) <= other->x
                         || other->x + jalon_scene_get_width (other->scene) <= one->x;

        if (is_text (one) && is_text (other) && !apart)
          g_error ("“%s” and “%s” of “%s” meet", jalon_scene_get_mark (one->scene, 0)->text, jalon_scene_get_mark (other->scene, 0)->text,
                   slide->heading);
      }
}

static void
check_slide (const Talk *talk, const JalonSlide *slide)
{
  if (slide->kind == JALON_SLIDE_TRAP)
    check_apart (slide);
  for (guint p = 0; p < slide->panels->len; p++)
    {
      const JalonPanel *panel = g_ptr_array_index (slide->panels, p);

      for (guint i = 0; i < jalon_scene_get_n_marks (panel->scene); i++)
        {
          const JalonMark *mark = jalon_scene_get_mark (panel->scene, i);

          if (mark->shape != JALON_SHAPE_TEXT || !jalon_panel_shows (panel, mark))
            continue;
          check_text (talk, panel, i);
          if (panel->has_map)
            continue; /* labels at its edge are cut with it */
          g_assert_cmpfloat (panel->x + mark->x, >=, 0);
          g_assert_cmpfloat (panel->y + mark->y + mark->height, <=, talk->input.height);
        }
    }
  g_assert_cmpint (g_utf8_strlen (slide->heading, -1), >, 0);
  g_assert_cmpint (g_utf8_strlen (slide->text, -1), >, 0);
  g_assert_cmpint (g_utf8_strlen (slide->notes, -1), >, 0);
}

/* From ten metres, whatever theme was asked for: no text smaller than 1/40 of the height, contrast 7 to 1, nothing off the slide. */
static void
test_readable (void)
{
  static const double sizes[][2] = { { 1280, 720 }, { 1920, 1080 }, { 1024, 768 }, { 1122, 794 } };
  static const char *const languages[] = { "fr", "en" };
  g_autoptr (JalonDataset) dataset = read_bundled ();

  for (guint s = 0; s < G_N_ELEMENTS (sizes); s++)
    for (guint l = 0; l < G_N_ELEMENTS (languages); l++)
      for (JalonTheme theme = 0; theme < JALON_N_THEMES; theme++)
        {
          Talk talk;

          talk_init (&talk, dataset, languages[l], jalon_slides_get_theme (theme), sizes[s][0], sizes[s][1]);
          for (guint i = 0; i < talk.slides->len; i++)
            check_slide (&talk, g_ptr_array_index (talk.slides, i));
          talk_clear (&talk);
        }
}

static const JalonSlide *
get_slide (const Talk *talk, guint index)
{
  g_assert_cmpuint (index, <, talk->slides->len);
  return g_ptr_array_index (talk->slides, index);
}

/* Title, overview, trap, projects by falling amount, undisclosed, bars, timeline, ecosystem, sources. */
static void
test_usual_order (void)
{
  g_autoptr (JalonDataset) dataset = read_bundled ();
  JalonSlideKind last = JALON_SLIDE_UNSET;
  guint seen = 0;
  double amount = INFINITY;
  Talk talk;

  talk_init (&talk, dataset, "en", JALON_THEME_HIGH_CONTRAST, 1280, 720);
  for (guint i = 0; i < talk.slides->len; i++)
    {
      const JalonSlide *slide = get_slide (&talk, i);

      g_assert_cmpint (slide->kind, >=, last);
      last = slide->kind;
      seen |= 1u << slide->kind;
      if (slide->kind != JALON_SLIDE_PROJECT)
        continue;
      g_assert_cmpfloat (jalon_figures_find_share (talk.figures, slide->project)->rollup.ceiling, <=, amount);
      amount = jalon_figures_find_share (talk.figures, slide->project)->rollup.ceiling;
    }
  g_assert_cmpuint (seen, ==, (1u << JALON_N_SLIDES) - 2); /* each kind */
  g_assert_nonnull (get_slide (&talk, 1)->map);
  talk_clear (&talk);
}

#define FILE_OF(rest) \
  "{\"format\": \"jalon\", \"version\": 1, \"title\": \"T\", \"projects\": [" \
  "{\"id\": \"p\", \"title\": \"P\", \"kind\": \"cloud\", \"scope\": \"company\", \"announcements\": [{\"date\": \"2025\", " \
  "\"act\": \"announces\", \"amount\": {\"value\": 2000000, \"qualifier\": \"up-to\"}}]}]" rest "}"

static JalonDataset *
read_text (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));

  return read_bytes (bytes);
}

static void
test_story (void)
{
  g_autoptr (JalonDataset) dataset = read_text (FILE_OF (
      ", \"story\": [{\"slide\": \"bars\", \"group\": \"kind\", \"headline\": {\"en\": \"What for\", \"fr\": \"Pour quoi\"}},"
      "{\"slide\": \"project\", \"project\": \"p\", \"notes\": \"Breathe.\", \"seconds\": 30}, {\"slide\": \"bars\"}]"));
  Talk talk;

  talk_init (&talk, dataset, "fr", JALON_THEME_HIGH_CONTRAST, 1280, 720);
  g_assert_cmpuint (talk.slides->len, ==, 3);
  g_assert_cmpint (get_slide (&talk, 0)->kind, ==, JALON_SLIDE_BARS);
  g_assert_cmpstr (get_slide (&talk, 0)->heading, ==, "Pour quoi");
  g_assert_nonnull (strstr (get_slide (&talk, 0)->text, "Cloud"));
  g_assert_cmpstr (get_slide (&talk, 1)->heading, ==, "P");
  g_assert_cmpstr (get_slide (&talk, 1)->notes, ==, "Breathe.");
  g_assert_cmpfloat (get_slide (&talk, 1)->seconds, ==, 30);
  g_assert_cmpstr (get_slide (&talk, 2)->heading, ==, "Par lieu");
  talk_clear (&talk);
}

/* However many projects a file has, its talk ends: the largest are told one by one, of the others how many they are. */
static void
test_many (void)
{
  g_autoptr (GString) text = g_string_new ("{\"format\": \"jalon\", \"version\": 1, \"title\": \"T\", \"subtitle\": \"S\", \"projects\": [");
  g_autoptr (JalonDataset) dataset = NULL;
  guint n_projects = 0;
  gboolean says_more = FALSE, lists_more = FALSE;
  Talk talk;

  for (guint i = 0; i < 400; i++)
    g_string_append_printf (text,
                            "%s{\"id\": \"p%u\", \"title\": \"P%u\", \"kind\": \"cloud\", \"scope\": \"company\", \"announcements\": "
                            "[{\"date\": \"2025\", \"act\": \"announces\"%s}]}",
                            i > 0 ? "," : "", i, i, i % 2 == 0 ? ", \"amount\": {\"value\": 1000}" : "");
  g_string_append (text, "]}");
  dataset = read_text (text->str);
  talk_init (&talk, dataset, "en", JALON_THEME_HIGH_CONTRAST, 1280, 720);
  g_assert_cmpuint (talk.slides->len, <, 100);
  for (guint i = 0; i < talk.slides->len; i++)
    {
      const JalonSlide *slide = get_slide (&talk, i);

      check_slide (&talk, slide);
      n_projects += slide->project != NULL;
      says_more = says_more || strcmp (slide->heading, "and 150 more") == 0;
      lists_more = lists_more || (slide->kind == JALON_SLIDE_UNDISCLOSED && strstr (slide->text, "and 120 more") != NULL);
    }
  g_assert_cmpuint (n_projects, ==, 50);
  g_assert_true (says_more && lists_more);
  talk_clear (&talk);
}

static const JalonSlide *
find_slide (const Talk *talk, JalonSlideKind kind)
{
  for (guint i = 0; i < talk->slides->len; i++)
    if (get_slide (talk, i)->kind == kind)
      return get_slide (talk, i);
  return NULL;
}

/* Of several sources the one that can be opened is shown as a code; no other address ever is. */
static void
test_sources (void)
{
  static const char *const lists[] = { "\"script\"", "\"script\",\"web\"" };

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      g_autofree char *text = g_strdup_printf (
          "{\"format\": \"jalon\", \"version\": 1, \"title\": \"T\", \"sources\": [{\"id\": \"script\", \"publisher\": \"S\", \"url\": "
          "\"javascript:alert(1)\"}, {\"id\": \"web\", \"publisher\": \"W\", \"url\": \"HTTPS://w.example/\"}], \"projects\": [{\"id\": "
          "\"p\", \"title\": \"P\", \"kind\": \"cloud\", \"scope\": \"company\", \"announcements\": [{\"date\": \"2025\", \"act\": "
          "\"announces\", \"amount\": {\"value\": 2}, \"sources\": [%s]}]}]}", lists[i]);
      g_autoptr (JalonDataset) dataset = read_text (text);
      const JalonSlide *slide;
      guint n_codes = 0, n_links = 0;
      Talk talk;

      talk_init (&talk, dataset, "en", JALON_THEME_HIGH_CONTRAST, 1280, 720);
      slide = find_slide (&talk, JALON_SLIDE_SOURCES);
      g_assert_nonnull (slide);
      for (guint j = 0; j < slide->panels->len; j++)
        {
          const JalonPanel *panel = g_ptr_array_index (slide->panels, j);

          n_codes += panel->role == JALON_ROLE_FIGURE;
          n_links += panel->links->len;
        }
      g_assert_cmpuint (n_codes, ==, i);
      g_assert_cmpuint (n_links, ==, i);
      talk_clear (&talk);
    }
}

/* A whole whose parts have amounts is no project without one. */
static void
test_undisclosed (void)
{
  g_autoptr (JalonDataset) dataset = read_text (
      "{\"format\": \"jalon\", \"version\": 1, \"title\": \"T\", \"projects\": ["
      "{\"id\": \"whole\", \"title\": \"Whole\", \"kind\": \"envelope\", \"scope\": \"company\", \"announcements\": [{\"date\": \"2025\", "
      "\"act\": \"announces\"}]}, {\"id\": \"part\", \"title\": \"Part\", \"kind\": \"cloud\", \"scope\": \"company\", \"part_of\": \"whole\", "
      "\"announcements\": [{\"date\": \"2025\", \"act\": \"announces\", \"amount\": {\"value\": 2}}]}]}");
  Talk talk;

  talk_init (&talk, dataset, "en", JALON_THEME_HIGH_CONTRAST, 1280, 720);
  g_assert_cmpuint (jalon_figures_get_n_undisclosed (talk.figures), ==, 0);
  g_assert_null (find_slide (&talk, JALON_SLIDE_UNDISCLOSED));
  talk_clear (&talk);
}

static gboolean
has_text (const JalonSlide *slide, const char *text)
{
  for (guint i = 0; i < slide->panels->len; i++)
    {
      const JalonScene *scene = ((const JalonPanel *) g_ptr_array_index (slide->panels, i))->scene;

      for (guint j = 0; j < jalon_scene_get_n_marks (scene); j++)
        if (g_strcmp0 (jalon_scene_get_mark (scene, j)->text, text) == 0)
          return TRUE;
    }
  return FALSE;
}

/* What a naive sum says keeps the qualifiers of what is in it; a box names the largest of its parts. */
static void
test_trap (void)
{
  g_autoptr (GString) text = g_string_new (
      "{\"format\": \"jalon\", \"version\": 1, \"title\": \"T\", \"focus\": \"t\", \"territories\": [{\"id\": \"t\", \"name\": \"T\", "
      "\"regions\": [\"FR-PAC\"]}], \"projects\": [{\"id\": \"whole\", \"title\": \"W\", \"kind\": \"envelope\", \"scope\": \"country\", "
      "\"country\": \"FR\", \"announcements\": [{\"date\": \"2025\", \"act\": \"announces\", \"amount\": {\"value\": 1e9, \"qualifier\": "
      "\"about\"}}]}");
  g_autoptr (JalonDataset) dataset = NULL;
  const JalonSlide *slide;
  Talk talk;

  for (guint i = 1; i <= 6; i++)
    g_string_append_printf (text,
                            ", {\"id\": \"p%u\", \"title\": \"P%u\", \"kind\": \"cloud\", \"scope\": \"region\", \"region\": \"FR-PAC\", \"part_of\": "
                            "\"whole\", \"announcements\": [{\"date\": \"2025\", \"act\": \"announces\", \"amount\": {\"value\": %ue6, \"qualifier\": "
                            "\"up-to\"}}]}", i, i, i);
  g_string_append (text, "]}");
  dataset = read_text (text->str);
  talk_init (&talk, dataset, "en", JALON_THEME_HIGH_CONTRAST, 1280, 720);
  slide = find_slide (&talk, JALON_SLIDE_TRAP);
  g_assert_nonnull (slide);
  g_assert_nonnull (strstr (slide->text, "would make ≈€1B firm, up to ≈€1.02B. Counted once: up to €21M."));
  g_assert_true (has_text (slide, "P6 · up to €6M"));
  g_assert_false (has_text (slide, "P1 · up to €1M"));
  talk_clear (&talk);
}

/* On its way up an amount keeps its qualifier. */
static void
test_count (void)
{
  g_autoptr (JalonDataset) dataset = read_text (FILE_OF (""));
  g_autoptr (JalonScene) half = NULL;
  const JalonSlide *slide = NULL;
  Talk talk;

  talk_init (&talk, dataset, "en", JALON_THEME_HIGH_CONTRAST, 1280, 720);
  for (guint i = 0; i < talk.slides->len; i++)
    if (get_slide (&talk, i)->kind == JALON_SLIDE_PROJECT)
      slide = get_slide (&talk, i);
  g_assert_nonnull (slide);
  half = jalon_slides_count_amount (&talk.input, slide, 0.5);
  g_assert_cmpstr (jalon_scene_get_mark (half, 0)->text, ==, "up to €1M");
  g_assert_cmpstr (jalon_scene_get_mark (slide->amount->scene, 0)->text, ==, "up to €2M");
  talk_clear (&talk);
}

/* The words of a story's groups are those of a query. */
static void
test_groupings (void)
{
  g_assert_cmpint (jalon_vocabulary_size (JALON_VOCABULARY_GROUPING), ==, JALON_N_GROUPINGS + 1);
  for (int word = 1; word <= JALON_N_GROUPINGS; word++)
    g_assert_cmpstr (jalon_vocabulary_get_nick (JALON_VOCABULARY_GROUPING, word), ==, jalon_key_get_nick ((JalonKey) (word - 1)));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/slides/readable", test_readable);
  g_test_add_func ("/slides/usual-order", test_usual_order);
  g_test_add_func ("/slides/story", test_story);
  g_test_add_func ("/slides/many", test_many);
  g_test_add_func ("/slides/trap", test_trap);
  g_test_add_func ("/slides/sources", test_sources);
  g_test_add_func ("/slides/undisclosed", test_undisclosed);
  g_test_add_func ("/slides/count", test_count);
  g_test_add_func ("/slides/groupings", test_groupings);
  return g_test_run ();
}
