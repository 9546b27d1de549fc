/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "facts/jalon-records.h"

G_BEGIN_DECLS

gboolean jalon_address_is_web (const char *address);
char *jalon_address_get_host (const char *address);
const JalonSource *jalon_address_choose_source (const GPtrArray *sources);

G_END_DECLS
