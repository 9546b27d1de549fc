/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scenes/jalon-compare.h"
#include "scenes/jalon-layout-private.h"

G_BEGIN_DECLS

char *jalon_compare_say_shared (const JalonLayoutInput *input, const JalonCompareSide sides[2]);

G_END_DECLS
