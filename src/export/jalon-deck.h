/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "export/jalon-sheet.h"

G_BEGIN_DECLS

void jalon_deck_fill (JalonDocument *document, const JalonLayoutInput *input);

G_END_DECLS
