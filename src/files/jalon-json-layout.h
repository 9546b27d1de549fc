/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void jalon_json_append_string (GString *text, const char *string);
void jalon_json_append_number (GString *text, double number);
GBytes *jalon_json_lay_out (GString *text);

G_END_DECLS
