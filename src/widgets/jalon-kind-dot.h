/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "widgets/jalon-model.h"

G_BEGIN_DECLS

#define JALON_TYPE_KIND_DOT (jalon_kind_dot_get_type ())
G_DECLARE_FINAL_TYPE (JalonKindDot, jalon_kind_dot, JALON, KIND_DOT, GtkWidget)

GtkWidget *jalon_kind_dot_new (JalonModel *model);
void jalon_kind_dot_set (JalonKindDot *self, JalonKind kind, const JalonSum *sum);

G_END_DECLS
