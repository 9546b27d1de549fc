/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * JalonLaterMake:
 * @data: what was given to jalon_later_new()
 *
 * Returns: (transfer floating): a widget
 */
typedef GtkWidget *(*JalonLaterMake) (gpointer data);

#define JALON_TYPE_LATER (jalon_later_get_type ())
G_DECLARE_FINAL_TYPE (JalonLater, jalon_later, JALON, LATER, AdwBin)

GtkWidget *jalon_later_new (JalonLaterMake make, gpointer data);

G_END_DECLS
