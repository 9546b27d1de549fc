/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "widgets/jalon-scene-view.h"

G_BEGIN_DECLS

char *jalon_mark_menu_name_figure (JalonSceneView *view, const JalonMark *mark);
void jalon_mark_menu_add_bindings (GtkWidgetClass *klass);
void jalon_mark_menu_attach (JalonSceneView *view);

G_END_DECLS
