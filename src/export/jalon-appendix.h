/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "export/jalon-sheet.h"

G_BEGIN_DECLS

void jalon_appendix_add_table (JalonDocument *document, const JalonLayoutInput *input, gboolean paged, gboolean grows);
void jalon_appendix_add (JalonDocument *document, const JalonLayoutInput *input, gboolean with_table);

G_END_DECLS
