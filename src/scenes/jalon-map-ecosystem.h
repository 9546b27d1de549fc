/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "figures/jalon-ecosystem.h"
#include "scenes/jalon-layouts.h"

G_BEGIN_DECLS

void jalon_map_add_ecosystem (
    JalonScene *scene, const JalonLayoutInput *input, const JalonEcosystem *ecosystem, const JalonMapFrame *frame);

G_END_DECLS
