/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "words/jalon-about.h"

G_BEGIN_DECLS

GBytes *jalon_png_text_add (GByteArray *png, const JalonAbout *about);

G_END_DECLS
