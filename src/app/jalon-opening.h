/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "basemap/jalon-basemap.h"
#include "facts/jalon-dataset.h"

G_BEGIN_DECLS

void jalon_opening_begin (const JalonLanguage *language, gboolean with_data, int width, int height);
JalonDataset *jalon_opening_take_dataset (void);
JalonBasemap *jalon_opening_take_basemap (void);

G_END_DECLS
