/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "figures/jalon-query.h"

G_BEGIN_DECLS

char **jalon_map_tint_list (JalonDataset *dataset, JalonQuery *query);

G_END_DECLS
