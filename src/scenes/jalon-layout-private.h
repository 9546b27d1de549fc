/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scenes/jalon-layouts.h"

G_BEGIN_DECLS

/* What the layouts have in common. */

/* A screen reader's words for a mark: WCAG asks for brevity, the design for fewer than 120 characters. */
#define JALON_LAYOUT_MAX_NAME 119

const char *jalon_layout_get_currency (const JalonLayoutInput *input);
char *jalon_layout_get_title (const JalonLayoutInput *input, const JalonProject *project);
char *jalon_layout_get_place_name (const JalonLayoutInput *input, const JalonPlace *place);
char *jalon_layout_join_name (const JalonLanguage *language, const char *who, const char *rest);
char *jalon_layout_say_sum (const JalonLayoutInput *input, const JalonSum *sum, guint n_undisclosed, JalonMoneyStyle style);
char *jalon_layout_say_undisclosed (const JalonLayoutInput *input, guint n);
guint jalon_layout_count_left_out (const JalonFigures *figures);
JalonInk jalon_layout_get_ink (const JalonShare *const *shares, guint n);

void jalon_layout_set_keys (JalonScene *scene, guint first, const char *key);
JalonMark *jalon_layout_add_text (
    JalonScene *scene, JalonType *type, JalonStyle style, JalonInk ink, const char *text, double x, double y);
JalonMark *jalon_layout_add_text_end (
    JalonScene *scene, JalonType *type, JalonStyle style, JalonInk ink, const char *text, double right, double y);
double jalon_layout_add_lines (
    JalonScene *scene, JalonType *type, JalonStyle style, JalonInk ink, char **lines, double x, double y);
double jalon_layout_get_width (JalonType *type, JalonStyle style, const char *text);

/* After these a name adds what says more exactly what its beginning says already. */
extern const char *const jalon_layout_additions[5];

char *jalon_layout_shorten (JalonType *type, JalonStyle style, const char *text, double width);

const char *jalon_layout_say_empty (const JalonLayoutInput *input);
void jalon_layout_add_empty (JalonScene *scene, const JalonLayoutInput *input, double top, double bottom);

void jalon_layout_add_money_disc (
    JalonScene *scene, double x, double y, double radius, JalonInk ink, const JalonSum *sum, const char *key);

G_END_DECLS
