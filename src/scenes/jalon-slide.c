/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "scenes/jalon-slide-private.h"

#include <math.h>
#include <qrencode.h>

#include "facts/jalon-address.h"
#include "words/jalon-words.h"

#define MARGIN_X 60.0
#define MARGIN_Y 48.0
/* Of the smallest text, 9 pt: 19.2 pixels, more than 1/40 of a slide's height. */
#define TEXT_SCALE 1.6
#define HEIGHT 720.0
#define LEAST_WIDTH 960.0 /* narrower than 4 to 3, text becomes smaller */
/* The base map's smallest names, 10 pixels, are to be as large as the smallest text. */
#define NAME_SCALE 1.9
/* The light frame that a reader needs around a code, in modules (ISO/IEC 18004). */
#define QUIET 4

/**
 * jalon_slides_get_text_scale:
 * @width: of a slide, in logical pixels
 * @height: of a slide
 *
 * Returns: for jalon_type_new(): no text is smaller than 1/40 of the height
 */
double
jalon_slides_get_text_scale (double width, double height)
{
  return TEXT_SCALE * MAX (MIN (width / LEAST_WIDTH, height / HEIGHT), 0.05);
}

/**
 * jalon_slides_get_theme:
 * @theme: what is wanted
 *
 * Returns: the theme of slides that is most like it: one that can be read from afar
 */
JalonTheme
jalon_slides_get_theme (JalonTheme theme)
{
  static const JalonTheme themes[JALON_N_THEMES] = {
    [JALON_THEME_LIGHT] = JALON_THEME_HIGH_CONTRAST,
    [JALON_THEME_DARK] = JALON_THEME_HIGH_CONTRAST_DARK,
    [JALON_THEME_HIGH_CONTRAST] = JALON_THEME_HIGH_CONTRAST,
    [JALON_THEME_HIGH_CONTRAST_DARK] = JALON_THEME_HIGH_CONTRAST_DARK,
    [JALON_THEME_PRINT] = JALON_THEME_HIGH_CONTRAST,
  };

  return themes[theme];
}

/**
 * jalon_slide_free:
 * @slide: (transfer full) (type JalonSlide): a slide
 */
void
jalon_slide_free (gpointer slide)
{
  JalonSlide *self = slide;

  g_free (self->key);
  g_free (self->heading);
  g_free (self->text);
  g_free (self->notes);
  g_ptr_array_unref (self->panels);
  g_free (self);
}

/**
 * jalon_slide_begin:
 * @room: (out caller-allocates): a new slide
 * @step: (nullable): what the file wants of it
 * @heading: what it is about, unless the file says otherwise
 */
void
jalon_slide_begin (JalonSlideRoom *room, const JalonSlidesInput *input, const JalonStoryStep *step, JalonSlideKind kind, const char *heading)
{
  double unit = jalon_type_get_scale (input->layout.type) / TEXT_SCALE;
  const char *headline = step != NULL ? jalon_words_text (input->layout.language, step->headline) : "";

  *room = (JalonSlideRoom) { .input = input, .step = step, .unit = unit, .said = g_string_new (NULL) };
  room->slide = g_new0 (JalonSlide, 1);
  room->slide->kind = kind;
  room->slide->heading = headline[0] != '\0' ? jalon_words_isolate (headline) : g_strdup (heading);
  room->slide->seconds = step != NULL ? step->seconds : 0;
  room->slide->panels = g_ptr_array_new_with_free_func (jalon_panel_free);
  room->left = MARGIN_X * unit;
  room->right = input->width - MARGIN_X * unit;
  room->top = MARGIN_Y * unit;
  room->bottom = input->height - MARGIN_Y * unit;
}

/* What the slide shows, and the how many'th slide of it this is. */
static char *
make_key (const JalonSlide *slide, const GPtrArray *slides)
{
  const char *nick = jalon_vocabulary_get_nick (JALON_VOCABULARY_SLIDE, (int) slide->kind);
  guint n = 1;

  for (guint i = 0; i < slides->len; i++)
    {
      const JalonSlide *other = g_ptr_array_index (slides, i);

      n += other->kind == slide->kind && other->project == slide->project;
    }
  return g_strdup_printf ("%s/%s/%u", nick, slide->project != NULL ? slide->project->base.id : "", n);
}

/**
 * jalon_slide_end:
 * @slides: (element-type JalonSlide): where the slide goes to
 */
void
jalon_slide_end (JalonSlideRoom *room, GPtrArray *slides)
{
  const char *notes = room->step != NULL ? jalon_words_text (room->input->layout.language, room->step->notes) : "";

  room->slide->text = g_string_free (g_steal_pointer (&room->said), FALSE);
  room->slide->notes = notes[0] != '\0' ? g_strdup (notes) : jalon_slide_write_notes (room->input, room->slide);
  room->slide->key = make_key (room->slide, slides);
  g_ptr_array_add (slides, room->slide);
}

/**
 * jalon_slide_get_width:
 *
 * Returns: how wide the room is, in logical pixels, at least 1
 */
double
jalon_slide_get_width (const JalonSlideRoom *room)
{
  return MAX (floor (room->right - room->left), 1);
}

/**
 * jalon_slide_get_height:
 *
 * Returns: how high the room is, in logical pixels, at least 1
 */
double
jalon_slide_get_height (const JalonSlideRoom *room)
{
  return MAX (floor (room->bottom - room->top), 1);
}

/**
 * jalon_slide_say:
 *
 * Adds a sentence to what a screen reader says of the slide.
 */
void
jalon_slide_say (JalonSlideRoom *room, const char *words)
{
  gboolean ends = g_str_has_suffix (words, ".") || g_str_has_suffix (words, "?") || g_str_has_suffix (words, "!");

  if (words[0] == '\0')
    return;
  if (room->said->len > 0)
    g_string_append_c (room->said, ' ');
  g_string_append_printf (room->said, "%s%s", words, ends ? "" : ".");
}

/**
 * jalon_slide_add_scene:
 * @scene: (transfer full): what a panel shows
 *
 * Returns: (transfer none): the panel
 */
JalonPanel *
jalon_slide_add_scene (JalonSlideRoom *room, JalonPanelRole role, JalonScene *scene, double x, double y)
{
  JalonPanel *panel = jalon_panel_new (role, scene, floor (x), floor (y));

  g_ptr_array_add (room->slide->panels, panel);
  return panel;
}

/**
 * jalon_slide_add_words:
 *
 * Adds a text at the top of what is left of the slide.
 *
 * Returns: (transfer none): its panel
 */
JalonPanel *
jalon_slide_add_words (JalonSlideRoom *room, JalonStyle style, JalonInk ink, const char *words, guint max_lines)
{
  JalonScene *scene = jalon_scene_new (jalon_slide_get_width (room), 1);
  double height = jalon_panel_add_text (scene, room->input->layout.type, style, ink, words, 0, max_lines);
  JalonPanelRole role = style == JALON_STYLE_TITLE ? JALON_ROLE_TITLE : JALON_ROLE_TEXT;
  JalonPanel *panel = jalon_slide_add_scene (room, role, scene, room->left, room->top);

  room->top += height;
  return panel;
}

/**
 * jalon_slide_add_heading:
 *
 * Adds what the slide is about.
 */
void
jalon_slide_add_heading (JalonSlideRoom *room)
{
  jalon_slide_add_words (room, JALON_STYLE_TITLE, JALON_INK_TEXT, room->slide->heading, 2);
  room->top += JALON_SLIDE_SMALL_GAP * room->unit;
}

/**
 * jalon_slide_add_map:
 * @frame: where it looks
 * @selected: (nullable): the project that stands out
 *
 * Fills what is left of the slide with the map.
 */
void
jalon_slide_add_map (JalonSlideRoom *room, const JalonMapFrame *frame, const char *selected)
{
  JalonLayoutInput input = room->input->layout;
  JalonScene *scene;
  JalonPanel *panel;

  input.selected = selected;
  scene = jalon_map_layout (&input, frame, jalon_slide_get_width (room), jalon_slide_get_height (room));
  panel = jalon_slide_add_scene (room, JALON_ROLE_FIGURE, scene, room->left, room->top);
  panel->has_map = TRUE;
  panel->frame = *frame;
  panel->name_scale = NAME_SCALE * room->unit;
  room->slide->map = panel;
  room->top = room->bottom;
}

static void
add_square (JalonScene *scene, JalonInk ink, double x, double y, double width, double height)
{
  JalonMark *mark = jalon_scene_add (scene, JALON_SHAPE_RECT, x, y, width, height);

  mark->fill = JALON_FILL_SOLID;
  mark->ink = ink;
}

/* Dark on light whatever the theme: many readers take nothing else. Runs of modules are one mark. */
static void
add_modules (JalonScene *scene, JalonTheme theme, const QRcode *code, double size)
{
  gboolean dark = theme == JALON_THEME_DARK || theme == JALON_THEME_HIGH_CONTRAST_DARK;
  JalonInk ground = dark ? JALON_INK_TEXT : JALON_INK_CARD, ink = dark ? JALON_INK_BACKGROUND : JALON_INK_TEXT;
  double module = size / (code->width + 2 * QUIET);

  add_square (scene, ground, 0, 0, size, size);
  for (int row = 0; row < code->width; row++)
    for (int first = 0, last; first < code->width; first = last + 1)
      {
        for (last = first; last < code->width && (code->data[row * code->width + last] & 1) != 0;)
          last++;
        if (last > first)
          add_square (scene, ink, (first + QUIET) * module, (row + QUIET) * module, (last - first) * module, module);
      }
}

/**
 * jalon_slide_add_code:
 * @title: (nullable): what the source is for
 * @source: who says so
 * @size: of the code, in logical pixels
 *
 * Adds the address of a source, if it is one of the web, as a QR code, and beside it who says so.
 */
void
jalon_slide_add_code (JalonSlideRoom *room, const char *title, const JalonSource *source, double size)
{
  const JalonLayoutInput *input = &room->input->layout;
  QRcode *code = jalon_address_is_web (source->url) ? QRcode_encodeString (source->url, 0, QR_ECLEVEL_L, QR_MODE_8, 1) : NULL;
  g_autofree char *words = jalon_words_source (input->language, source);
  double gap = JALON_SLIDE_GAP * room->unit, x = room->left, y = QUIET;
  JalonPanel *panel;
  JalonScene *text;

  if (code != NULL)
    {
      JalonScene *scene = jalon_scene_new (size, size);

      add_modules (scene, room->input->theme, code, size);
      jalon_slide_add_scene (room, JALON_ROLE_FIGURE, scene, room->left, room->top);
      x += size + gap;
      QRcode_free (code);
    }
  text = jalon_scene_new (MAX (room->right - x, 1), size);
  panel = jalon_slide_add_scene (room, JALON_ROLE_TEXT, text, x, room->top);
  if (title != NULL)
    y = jalon_panel_add_text (text, input->type, JALON_STYLE_LABEL_STRONG, JALON_INK_TEXT, title, y, 2);
  jalon_panel_add_text (text, input->type, JALON_STYLE_SMALL, JALON_INK_DIM, words, y,
                        (guint) MAX ((size - y) / jalon_type_get_line_height (input->type, JALON_STYLE_SMALL), 1));
  jalon_panel_add_link (panel, source->url);
  jalon_slide_say (room, title != NULL ? title : "");
  jalon_slide_say (room, words);
  room->top += size + gap;
}

/**
 * jalon_slide_number:
 * @slides: (element-type JalonSlide): all slides of a talk
 *
 * Adds to each but the first, which says it all, its number and what the talk is of.
 */
void
jalon_slide_number (GPtrArray *slides, const JalonSlidesInput *input)
{
  JalonType *type = input->layout.type;
  double unit = jalon_type_get_scale (type) / TEXT_SCALE, height = jalon_type_get_line_height (type, JALON_STYLE_SMALL);

  for (guint i = 1; i < slides->len; i++)
    {
      JalonSlide *slide = g_ptr_array_index (slides, i);
      double right = slide->map != NULL && slide->map->y <= 0 ? slide->map->x : input->width - MARGIN_X * unit;
      JalonScene *scene = jalon_scene_new (MAX (right - MARGIN_X * unit - JALON_SLIDE_GAP * unit, 1), height);
      g_autofree char *line = g_strdup_printf ("%u / %u · %s", i + 1, slides->len, input->about->title);

      jalon_panel_add_text (scene, type, JALON_STYLE_SMALL, JALON_INK_DIM, line, 0, 1);
      g_ptr_array_add (slide->panels, jalon_panel_new (JALON_ROLE_TEXT, scene, floor (MARGIN_X * unit),
                                                       floor (input->height - (MARGIN_Y * unit + height) / 2)));
    }
}

/**
 * jalon_slide_write_more:
 * @n_more: what there is no room for
 *
 * Returns: (transfer full): that there is more, in words
 */
char *
jalon_slide_write_more (const JalonSlidesInput *input, guint n_more)
{
  const JalonLanguage *language = input->layout.language;
  g_autofree char *number = jalon_words_number (language, n_more);

  return g_strdup_printf (jalon_trn (language, "and %s more", "and %s more", n_more), number);
}

/**
 * jalon_slide_get_source:
 *
 * Returns: (transfer none) (nullable): the source of the amount of a project, one that can be opened if there is one
 */
const JalonSource *
jalon_slide_get_source (const JalonShare *share)
{
  return share->stating != NULL ? jalon_address_choose_source (share->stating->sources) : NULL;
}

/**
 * jalon_slide_get_currency:
 *
 * Returns: (transfer none): the code of the currency that all sums are in
 */
const char *
jalon_slide_get_currency (const JalonSlidesInput *input)
{
  return jalon_dataset_get_currency (jalon_figures_get_dataset (input->layout.figures));
}
