/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "facts/jalon-dataset.h"

G_BEGIN_DECLS

GHashTable *jalon_extract_close (JalonDataset *dataset, const GPtrArray *projects);

G_END_DECLS
