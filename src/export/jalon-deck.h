/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "export/jalon-document.h"

G_BEGIN_DECLS

void jalon_deck_fill (JalonDocument *document, const JalonLayoutInput *input, JalonQuery *query);

G_END_DECLS
