/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scenes/jalon-map-private.h"

G_BEGIN_DECLS

gboolean jalon_map_is_outside (const JalonLayoutInput *input, const JalonPlace *place);
gboolean jalon_map_is_pin_outside (const JalonLayoutInput *input, const JalonPin *pin);
const char *jalon_map_say_outside (const JalonLayoutInput *input);

G_END_DECLS
