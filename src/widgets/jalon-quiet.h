/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void jalon_quiet_install (void);
void jalon_quiet_tree (GtkWidget *widget);

G_END_DECLS
