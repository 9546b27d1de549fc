/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The key of a window's data that has the words of the button that closes a toast. */
#define JALON_QUIET_CLOSE "jalon-close"

void jalon_quiet_install (void);
void jalon_quiet_tree (GtkWidget *widget);

G_END_DECLS
