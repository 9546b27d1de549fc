/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pango.h>

G_BEGIN_DECLS

char *jalon_font_find_family (PangoContext *context, const char *families);

G_END_DECLS
