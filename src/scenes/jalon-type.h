/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

#include "scenes/jalon-scene.h"

G_BEGIN_DECLS

/* How text is set: shared by the layouts, which measure, and the painter, which draws. Of one thread. */
typedef struct _JalonType JalonType;

JalonType *jalon_type_new (const char *family, double text_scale); /* family NULL: the default; text_scale 1: 11 pt body = 14.67 px */
JalonType *jalon_type_ref (JalonType *self);
void jalon_type_unref (JalonType *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JalonType, jalon_type_unref)
double jalon_type_get_scale (JalonType *self);
void jalon_type_measure (JalonType *self, JalonStyle style, const char *text, double *width, double *height);
double jalon_type_get_line_height (JalonType *self, JalonStyle style);
PangoLayout *jalon_type_get_layout (JalonType *self, JalonStyle style, const char *text);

/* Text that has to keep within a width. */
char **jalon_type_wrap (JalonType *self, JalonStyle style, const char *text, double width, guint max_lines, gboolean *shortened);

G_END_DECLS
