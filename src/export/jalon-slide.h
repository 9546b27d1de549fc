/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "export/jalon-sheet.h"

G_BEGIN_DECLS

#define JALON_SLIDE_MARGIN 60.0 /* left and right */

/* A page of a deck, with room around it. */
void jalon_slide_begin (JalonSheet *slide, JalonDocument *document, const JalonLayoutInput *input, const char *heading);
double jalon_slide_add_words (JalonSheet *slide, JalonStyle style, JalonInk ink, const char *words, guint max_lines);
void jalon_slide_add_map (JalonSheet *slide, const JalonMapFrame *frame, const char *selected);
void jalon_slide_add_code (JalonSheet *slide, const JalonSource *source, double size);

G_END_DECLS
