/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/jalon-presenter.h"

G_BEGIN_DECLS

#define JALON_TYPE_CONSOLE (jalon_console_get_type ())
G_DECLARE_FINAL_TYPE (JalonConsole, jalon_console, JALON, CONSOLE, GtkWindow)

JalonConsole *jalon_console_new (JalonPresenter *presenter, JalonSlideView *current, JalonSlideView *next);

G_END_DECLS
