/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "export/jalon-document.h"
#include "export/jalon-export.h"

G_BEGIN_DECLS

JalonDocument *jalon_views_begin (const JalonExportRequest *request, const JalonAbout *about, gboolean hinted);
JalonDocument *jalon_views_lay_out (
    const JalonExportRequest *request, const JalonFigures *figures, const JalonAbout *about, gboolean paged, gboolean hinted);

G_END_DECLS
