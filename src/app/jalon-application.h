/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "app/jalon-window.h"

G_BEGIN_DECLS

#define JALON_TYPE_APPLICATION (jalon_application_get_type ())
G_DECLARE_FINAL_TYPE (JalonApplication, jalon_application, JALON, APPLICATION, AdwApplication)

JalonApplication *jalon_application_new (void);
JalonWindow *jalon_application_add_window (GApplication *application);
void jalon_application_present (GApplication *application, JalonWindow *window);
void jalon_application_show_bundled (JalonWindow *window);

G_END_DECLS
