/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "figures/jalon-ecosystem.h"
#include "scenes/jalon-layouts.h"

G_BEGIN_DECLS

JalonScene *jalon_indicators_layout (const JalonLayoutInput *input, const JalonEcosystem *ecosystem, double width);
JalonScene *jalon_organisations_layout (const JalonLayoutInput *input, const JalonEcosystem *ecosystem, double width);

G_END_DECLS
