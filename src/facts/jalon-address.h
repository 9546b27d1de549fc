/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean jalon_address_is_web (const char *address);
char *jalon_address_get_host (const char *address);

G_END_DECLS
