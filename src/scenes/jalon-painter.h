/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scenes/jalon-palette.h"
#include "scenes/jalon-type.h"

G_BEGIN_DECLS

void jalon_painter_paint (cairo_t *cr, const JalonScene *scene, JalonTheme theme, JalonType *type);
void jalon_painter_paint_mark (cairo_t *cr, const JalonMark *mark, JalonTheme theme, JalonType *type);

G_END_DECLS
