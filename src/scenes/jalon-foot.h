/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scenes/jalon-layouts.h"
#include "words/jalon-about.h"

G_BEGIN_DECLS

JalonScene *jalon_foot_layout (const JalonAbout *about, const JalonLanguage *language, JalonType *type, double width, const char *credit);

G_END_DECLS
