/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "export/jalon-row.h"

G_BEGIN_DECLS

JsonObject *jalon_announcement_row_new (
    const JalonFigures *figures, const JalonLanguage *language, const JalonShare *share, const JalonAnnouncement *announcement);

G_END_DECLS
