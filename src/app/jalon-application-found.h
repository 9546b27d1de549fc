/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/jalon-finder.h"

G_BEGIN_DECLS

void jalon_application_show_found (GApplication *application, const JalonFound *found, const char *text);
void jalon_application_open_file (GApplication *application, GFile *file);

G_END_DECLS
