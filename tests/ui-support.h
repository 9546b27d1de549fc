/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/jalon-window.h"
#include "widgets/jalon-scene-view.h"

G_BEGIN_DECLS

/* What the tests of the interface share. None of it sleeps: it runs the main loop until something holds, and fails after a while. */

typedef gboolean (*UiCondition) (gpointer data);

void ui_wait (UiCondition condition, gpointer data);
void ui_settle (GtkWidget *widget);
void ui_next_frame (GtkWidget *widget);
JalonDataset *ui_read (const char *json);
JalonDataset *ui_read_bundled (void);
JalonWindow *ui_window_new (JalonDataset *dataset, const char *language);
GtkWidget *ui_find_type (GtkWidget *root, GType type);
GPtrArray *ui_list_type (GtkWidget *root, GType type);
GPtrArray *ui_list_scene_views (GtkWidget *root);
GPtrArray *ui_list_nodes (GtkWidget *widget);
void ui_remove_folder (const char *path);

G_END_DECLS
