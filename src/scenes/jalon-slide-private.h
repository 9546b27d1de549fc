/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scenes/jalon-slide.h"

G_BEGIN_DECLS

/* What is left of a slide that is being filled. Lengths are times `unit`: 1 where a slide is 720 logical pixels high. */
typedef struct
{
  const JalonSlidesInput *input;
  const JalonStoryStep *step; /* of the file's story; NULL: the usual order */
  JalonSlide *slide;
  GString *said;
  double unit;
  double left, right, top, bottom;
} JalonSlideRoom;

#define JALON_SLIDE_GAP 14.0
/* Of a file with very many projects: so many have a slide of their own, or stand in a list; of the others it is said how many. */
#define JALON_SLIDE_MOST_PROJECTS 50u
#define JALON_SLIDE_MOST_CELLS 80u
#define JALON_SLIDE_SMALL_GAP 8.0

/* jalon-slide.c */
void jalon_slide_begin (JalonSlideRoom *room, const JalonSlidesInput *input, const JalonStoryStep *step, JalonSlideKind kind, const char *heading);
void jalon_slide_end (JalonSlideRoom *room, GPtrArray *slides);
double jalon_slide_get_width (const JalonSlideRoom *room);
double jalon_slide_get_height (const JalonSlideRoom *room);
JalonPanel *jalon_slide_add_scene (JalonSlideRoom *room, JalonPanelRole role, JalonScene *scene, double x, double y);
JalonPanel *jalon_slide_add_words (JalonSlideRoom *room, JalonStyle style, JalonInk ink, const char *words, guint max_lines);
void jalon_slide_add_heading (JalonSlideRoom *room);
void jalon_slide_add_map (JalonSlideRoom *room, const JalonMapFrame *frame, const char *selected);
void jalon_slide_add_code (JalonSlideRoom *room, const char *title, const JalonSource *source, double size);
void jalon_slide_number (GPtrArray *slides, const JalonSlidesInput *input);
void jalon_slide_say (JalonSlideRoom *room, const char *words);
char *jalon_slide_write_more (const JalonSlidesInput *input, guint n_more);
const JalonSource *jalon_slide_get_source (const JalonShare *share);
const char *jalon_slide_get_currency (const JalonSlidesInput *input);

/* jalon-slide-trap.c */
void jalon_slide_add_trap (GPtrArray *slides, const JalonSlidesInput *input, const JalonStoryStep *step, const JalonFigures *whole);

/* jalon-slide-cells.c */
void jalon_slide_list_undisclosed (GPtrArray *slides, const JalonSlidesInput *input, const JalonStoryStep *step);
void jalon_slide_list_ecosystem (GPtrArray *slides, const JalonSlidesInput *input, const JalonStoryStep *step);
void jalon_slide_list_sources (GPtrArray *slides, const JalonSlidesInput *input, const JalonStoryStep *step, const GPtrArray *counted);

/* jalon-slide-rank.c */
void jalon_slide_add_rank (JalonSlideRoom *room, const GPtrArray *counted, const JalonProject *project);

/* jalon-slide-notes.c */
char *jalon_slide_write_notes (const JalonSlidesInput *input, const JalonSlide *slide);

G_END_DECLS
