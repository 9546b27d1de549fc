/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "scenes/jalon-slide-private.h"

#include <math.h>

#include "scenes/jalon-foot.h"
#include "words/jalon-words.h"

#define CODE_SIZE 130.0
#define PLACE_ZOOM 9.0
#define TEXT_PART 0.5

/* The slides while they are made. */
typedef struct
{
  const JalonSlidesInput *input;
  JalonFigures *whole; /* of the file, with what contains what is shown */
  GPtrArray *counted;  /* JalonShare: those with an amount that counts, the largest first */
  GPtrArray *slides;
} Talk;

static const char *
get_heading (const Talk *talk, JalonSlideKind kind)
{
  return jalon_words_vocabulary (talk->input->layout.language, JALON_VOCABULARY_SLIDE, (int) kind);
}

static void
begin (const Talk *talk, JalonSlideRoom *room, const JalonStoryStep *step, JalonSlideKind kind, const char *heading)
{
  jalon_slide_begin (room, talk->input, step, kind, heading);
  jalon_slide_add_heading (room);
}

/* The right half of what is above the foot, to the edges: where all of it is. */
static void
add_land (const Talk *talk, JalonSlideRoom *room)
{
  JalonSlideRoom right = *room;
  double gap = 2 * JALON_SLIDE_GAP * room->unit;
  JalonMapFrame frame;

  room->right = room->left + floor (jalon_slide_get_width (room) * TEXT_PART) - gap;
  right.left = room->right + gap;
  right.top = 0;
  right.right = talk->input->width;
  right.bottom = room->bottom - gap;
  frame = jalon_map_fit (talk->input->layout.figures, jalon_slide_get_width (&right), jalon_slide_get_height (&right));
  jalon_slide_add_map (&right, &frame, NULL);
}

static void
add_title (const Talk *talk, const JalonStoryStep *step)
{
  const JalonAbout *about = talk->input->about;
  const JalonLayoutInput *input = &talk->input->layout;
  g_autofree char *subtitle
      = jalon_words_isolate (jalon_words_text (input->language, jalon_dataset_get_subtitle (jalon_figures_get_dataset (input->figures))));
  g_autofree char *as_of = g_strdup_printf (jalon_tr (input->language, "Data as of %s"), about->as_of);
  JalonScene *foot;
  JalonSlideRoom room;

  jalon_slide_begin (&room, talk->input, step, JALON_SLIDE_TITLE, about->title);
  foot = jalon_foot_layout (about, input->language, input->type, jalon_slide_get_width (&room), talk->input->credit);
  room.bottom -= jalon_scene_get_height (foot);
  jalon_slide_add_scene (&room, JALON_ROLE_TEXT, foot, room.left, room.bottom);
  add_land (talk, &room);
  room.top = floor (talk->input->height / 7);
  jalon_slide_add_words (&room, JALON_STYLE_HEADLINE, JALON_INK_TEXT, room.slide->heading, 5)->role = JALON_ROLE_TITLE;
  room.top += JALON_SLIDE_SMALL_GAP * room.unit;
  jalon_slide_add_words (&room, JALON_STYLE_BODY, JALON_INK_TEXT, subtitle, 3);
  room.top += JALON_SLIDE_SMALL_GAP * room.unit;
  jalon_slide_add_words (&room, JALON_STYLE_BODY, JALON_INK_DIM, about->filters, 2);
  if (about->as_of[0] != '\0')
    jalon_slide_add_words (&room, JALON_STYLE_BODY, JALON_INK_DIM, as_of, 1);
  jalon_slide_say (&room, subtitle);
  jalon_slide_say (&room, about->as_of[0] != '\0' ? as_of : "");
  jalon_slide_end (&room, talk->slides);
}

static void
add_overview (const Talk *talk, const JalonStoryStep *step)
{
  JalonSlideRoom room;
  JalonMapFrame frame;
  JalonScene *headline;

  begin (talk, &room, step, JALON_SLIDE_OVERVIEW, get_heading (talk, JALON_SLIDE_OVERVIEW));
  headline = jalon_headline_layout (&talk->input->layout, jalon_slide_get_width (&room));
  jalon_slide_say (&room, jalon_scene_get_summary (headline));
  jalon_slide_add_scene (&room, JALON_ROLE_TEXT, headline, room.left, room.top);
  room.top += jalon_scene_get_height (headline) + JALON_SLIDE_GAP * room.unit;
  frame = jalon_map_fit (talk->input->layout.figures, jalon_slide_get_width (&room), jalon_slide_get_height (&room));
  jalon_slide_add_map (&room, &frame, NULL);
  jalon_slide_end (&room, talk->slides);
}

static char *
write_facts (const Talk *talk, const JalonShare *share)
{
  const JalonLanguage *language = talk->input->layout.language;
  g_autoptr (GString) line = g_string_new (jalon_words_kind (language, share->project->kind));

  if (share->status != JALON_STATUS_UNSET)
    g_string_append_printf (line, " · %s", jalon_words_status (language, share->status));
  if (share->first != NULL)
    {
      g_autofree char *date = jalon_words_date (language, &share->first->date, JALON_DATE_LONG);
      g_string_append_printf (line, " · %s", date);
    }
  return g_string_free (g_steal_pointer (&line), FALSE);
}

/* The right half is the map's, to the edges, where the project has one place; else it shows the amount among the others. */
static void
add_project_picture (const Talk *talk, JalonSlideRoom *room, const JalonShare *share)
{
  const JalonProject *project = share->project;
  const JalonPlace *place = project->at->len == 1 ? g_ptr_array_index (project->at, 0) : NULL;
  JalonSlideRoom right = *room;
  double gap = 2 * JALON_SLIDE_GAP * room->unit;
  JalonMapFrame frame;

  if (place == NULL && !g_ptr_array_find (talk->counted, share, NULL))
    return;
  room->right = room->left + floor (jalon_slide_get_width (room) * TEXT_PART) - gap;
  right.left = room->right + gap;
  if (place == NULL)
    {
      jalon_slide_add_rank (&right, talk->counted, project);
      return;
    }
  frame = (JalonMapFrame) { place->lat, place->lon, PLACE_ZOOM };
  right.top = 0;
  right.right = talk->input->width;
  right.bottom = talk->input->height;
  jalon_slide_add_map (&right, &frame, project->base.id);
}

static void
add_project (const Talk *talk, const JalonStoryStep *step, const JalonShare *share)
{
  const JalonLanguage *language = talk->input->layout.language;
  g_autofree char *title = jalon_words_isolate (jalon_words_text (language, share->project->title));
  g_autofree char *summary = jalon_words_isolate (jalon_words_text (language, share->project->summary));
  g_autofree char *amount = jalon_words_stated (language, share, jalon_slide_get_currency (talk->input), JALON_MONEY_COMPACT);
  g_autofree char *facts = write_facts (talk, share);
  const JalonSource *source = jalon_slide_get_source (share);
  JalonSlideRoom room;

  jalon_slide_begin (&room, talk->input, step, JALON_SLIDE_PROJECT, title);
  room.slide->project = share->project;
  jalon_slide_say (&room, amount);
  jalon_slide_say (&room, facts);
  jalon_slide_say (&room, summary);
  add_project_picture (talk, &room, share);
  jalon_slide_add_words (&room, JALON_STYLE_TITLE, JALON_INK_TEXT, room.slide->heading, 3);
  room.top += JALON_SLIDE_SMALL_GAP * room.unit;
  room.slide->amount = jalon_slide_add_words (&room, JALON_STYLE_HEADLINE, JALON_INK_TEXT, amount, 3);
  room.top += JALON_SLIDE_SMALL_GAP * room.unit;
  jalon_slide_add_words (&room, JALON_STYLE_SMALL, JALON_INK_DIM, facts, 2);
  room.top += JALON_SLIDE_GAP * room.unit;
  jalon_slide_add_words (&room, JALON_STYLE_BODY, JALON_INK_TEXT, summary, 7);
  room.top = MAX (room.top + JALON_SLIDE_GAP * room.unit, room.bottom - CODE_SIZE * room.unit);
  if (source != NULL)
    jalon_slide_add_code (&room, NULL, source, CODE_SIZE * room.unit);
  jalon_slide_end (&room, talk->slides);
}

static int
compare_counted (gconstpointer a, gconstpointer b)
{
  const JalonShare *one = *(const JalonShare *const *) a, *other = *(const JalonShare *const *) b;

  return one->rollup.ceiling < other->rollup.ceiling ? 1 : -(one->rollup.ceiling > other->rollup.ceiling);
}

static GPtrArray *
list_counted (const JalonFigures *figures)
{
  GPtrArray *counted = g_ptr_array_new ();

  for (guint i = 0; i < jalon_figures_get_n_shares (figures); i++)
    {
      const JalonShare *share = jalon_figures_get_share (figures, i);

      if (share->disclosed && jalon_share_is_addend (share))
        g_ptr_array_add (counted, (gpointer) share);
    }
  g_ptr_array_sort (counted, compare_counted);
  return counted;
}

/* The bars that are shown, each with its amount. */
static void
say_bars (JalonSlideRoom *room, const JalonPanel *panel)
{
  for (guint i = 0; i < jalon_scene_get_n_marks (panel->scene); i++)
    {
      const JalonMark *mark = jalon_scene_get_mark (panel->scene, i);

      if (mark->target == JALON_TARGET_GROUP && mark->name != NULL && jalon_panel_shows (panel, mark))
        jalon_slide_say (room, mark->name);
    }
}

static void
add_bars (const Talk *talk, const JalonStoryStep *step)
{
  JalonLayoutInput input = talk->input->layout;
  g_autoptr (JalonQuery) query = jalon_query_copy (talk->input->query);
  g_autoptr (JalonFigures) figures = NULL;
  JalonPanel *panel;
  JalonScene *bars;
  JalonSlideRoom room;

  if (step != NULL && step->group != 0)
    jalon_query_set_group (query, (JalonKey) (step->group - 1));
  input.figures = figures = jalon_figures_compute (jalon_figures_get_dataset (input.figures), query);
  begin (talk, &room, step, JALON_SLIDE_BARS, jalon_words_by (input.language, jalon_query_get_group (query)));
  bars = jalon_bars_layout (&input, jalon_slide_get_width (&room), jalon_slide_get_height (&room), FALSE);
  jalon_slide_say (&room, jalon_scene_get_summary (bars));
  panel = jalon_slide_add_scene (&room, JALON_ROLE_FIGURE, bars, room.left, room.top);
  jalon_panel_cut (panel, jalon_slide_get_height (&room));
  say_bars (&room, panel);
  jalon_slide_end (&room, talk->slides);
}

static void
add_timeline (const Talk *talk, const JalonStoryStep *step)
{
  JalonTimeWindow window = jalon_timeline_get_opening (talk->input->layout.figures);
  JalonScene *timeline;
  JalonSlideRoom room;

  begin (talk, &room, step, JALON_SLIDE_TIMELINE, get_heading (talk, JALON_SLIDE_TIMELINE));
  timeline = jalon_timeline_layout (&talk->input->layout, &window, jalon_slide_get_width (&room), jalon_slide_get_height (&room));
  jalon_slide_say (&room, jalon_scene_get_summary (timeline));
  room.slide->timeline = jalon_slide_add_scene (&room, JALON_ROLE_FIGURE, timeline, room.left, room.top);
  jalon_slide_end (&room, talk->slides);
}

static void
add_undisclosed (const Talk *talk, const JalonStoryStep *step)
{
  jalon_slide_list_undisclosed (talk->slides, talk->input, step);
}

static void
add_ecosystem (const Talk *talk, const JalonStoryStep *step)
{
  jalon_slide_list_ecosystem (talk->slides, talk->input, step);
}

static void
add_sources (const Talk *talk, const JalonStoryStep *step)
{
  jalon_slide_list_sources (talk->slides, talk->input, step, talk->counted);
}

static void
add_slides (const Talk *talk, const JalonStoryStep *step, JalonSlideKind kind)
{
  static void (*const adders[JALON_N_SLIDES]) (const Talk *talk, const JalonStoryStep *step) = {
    [JALON_SLIDE_TITLE] = add_title,           [JALON_SLIDE_OVERVIEW] = add_overview,
    [JALON_SLIDE_UNDISCLOSED] = add_undisclosed, [JALON_SLIDE_BARS] = add_bars,
    [JALON_SLIDE_TIMELINE] = add_timeline,     [JALON_SLIDE_ECOSYSTEM] = add_ecosystem,
    [JALON_SLIDE_SOURCES] = add_sources,
  };

  if (kind == JALON_SLIDE_TRAP)
    jalon_slide_add_trap (talk->slides, talk->input, step, talk->whole);
  else if (adders[kind] != NULL)
    adders[kind] (talk, step);
}

/* In the order of the file. A project that isn't selected is passed over. */
static void
add_story (const Talk *talk, const GPtrArray *story)
{
  for (guint i = 0; i < story->len; i++)
    {
      const JalonStoryStep *step = g_ptr_array_index (story, i);
      const JalonShare *share
          = step->project != NULL ? jalon_figures_find_share (talk->input->layout.figures, step->project) : NULL;

      if (step->slide != JALON_SLIDE_PROJECT)
        add_slides (talk, step, step->slide);
      else if (share != NULL)
        add_project (talk, step, share);
    }
}

/* How many more there are, and the largest of them. */
static void
add_rest (const Talk *talk, guint n_shown)
{
  g_autofree char *more = jalon_slide_write_more (talk->input, talk->counted->len - n_shown);
  g_autoptr (GPtrArray) rest = g_ptr_array_new ();
  JalonSlideRoom room;

  for (guint i = n_shown; i < talk->counted->len; i++)
    g_ptr_array_add (rest, g_ptr_array_index (talk->counted, i));
  begin (talk, &room, NULL, JALON_SLIDE_PROJECT, more);
  room.top += JALON_SLIDE_GAP * room.unit;
  jalon_slide_say (&room, more);
  jalon_slide_add_rank (&room, rest, NULL);
  jalon_slide_end (&room, talk->slides);
}

static void
add_projects (const Talk *talk)
{
  guint n = MIN (talk->counted->len, JALON_SLIDE_MOST_PROJECTS);

  for (guint i = 0; i < n; i++)
    add_project (talk, NULL, g_ptr_array_index (talk->counted, i));
  if (n < talk->counted->len)
    add_rest (talk, n);
}

static void
add_usual (const Talk *talk)
{
  for (JalonSlideKind kind = JALON_SLIDE_TITLE; kind < JALON_N_SLIDES; kind++)
    {
      if (kind == JALON_SLIDE_PROJECT)
        add_projects (talk);
      add_slides (talk, NULL, kind);
    }
}

/**
 * jalon_slides_lay_out:
 *
 * Lays out the slides of a talk: the file's story if it has one; else title, overview, the trap of adding up, a slide a project with an
 * amount that counts, those without one, bars, timeline, ecosystem, sources.
 *
 * Returns: (transfer full) (element-type JalonSlide): at least one, valid as long as the dataset
 */
GPtrArray *
jalon_slides_lay_out (const JalonSlidesInput *input)
{
  JalonDataset *dataset = jalon_figures_get_dataset (input->layout.figures);
  const GPtrArray *story = jalon_dataset_get_list (dataset, JALON_LIST_STORY);
  g_autoptr (JalonQuery) all = jalon_query_new ();
  Talk talk = { .input = input, .slides = g_ptr_array_new_with_free_func (jalon_slide_free) };

  jalon_query_set_as_of (all, jalon_figures_get_as_of (input->layout.figures));
  talk.whole = jalon_figures_compute (dataset, all);
  talk.counted = list_counted (input->layout.figures);
  add_story (&talk, story);
  if (talk.slides->len == 0)
    add_usual (&talk);
  jalon_slide_number (talk.slides, input);
  jalon_figures_unref (talk.whole);
  g_ptr_array_unref (talk.counted);
  return talk.slides;
}

/**
 * jalon_slides_count_amount:
 * @slide: the slide of a project with an amount
 * @progress: 0 to 1
 *
 * Returns: (transfer full) (nullable): the amount on its way up from nothing; %NULL where it can't be counted up
 */
JalonScene *
jalon_slides_count_amount (const JalonSlidesInput *input, const JalonSlide *slide, double progress)
{
  const JalonLayoutInput *layout = &input->layout;
  const JalonShare *share = slide->project != NULL ? jalon_figures_find_share (layout->figures, slide->project) : NULL;
  const char *currency = jalon_slide_get_currency (input);
  g_autofree char *words = NULL;
  JalonScene *scene;
  JalonSum sum;

  if (share == NULL || slide->amount == NULL || !jalon_share_has_sum (share, currency))
    return NULL;
  sum = share->stated;
  sum.firm *= progress;
  sum.ceiling *= progress;
  words = jalon_words_sum (layout->language, &sum, currency, JALON_MONEY_COMPACT);
  scene = jalon_scene_new (jalon_scene_get_width (slide->amount->scene), 1);
  jalon_panel_add_text (scene, layout->type, JALON_STYLE_HEADLINE, JALON_INK_TEXT, words, 0, 3);
  return scene;
}
