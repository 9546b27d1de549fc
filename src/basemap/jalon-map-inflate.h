/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GByteArray *jalon_map_inflate (GBytes *bytes, gsize limit, GError **error);

G_END_DECLS
