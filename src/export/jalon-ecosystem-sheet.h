/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "export/jalon-sheet.h"

G_BEGIN_DECLS

void jalon_ecosystem_sheet_add (JalonDocument *document, const JalonLayoutInput *input, JalonQuery *query);

G_END_DECLS
