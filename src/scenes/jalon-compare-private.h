/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scenes/jalon-compare.h"
#include "scenes/jalon-layout-private.h"

G_BEGIN_DECLS

char *jalon_compare_say_shared (const JalonLayoutInput *input, const JalonCompareSide sides[2]);
char *jalon_compare_say_difference (const JalonLayoutInput *input, const JalonCompareSide sides[2]);
double jalon_compare_add_figures (JalonScene *scene, const JalonLayoutInput *input, const JalonShare *largest, double y);

G_END_DECLS
