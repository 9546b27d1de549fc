/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What newer platforms do by another function than the floor: the only file with version checks. */

typedef void (*JalonFileChosen) (GFile *file, gpointer data); /* file NULL: none was chosen */

void jalon_compat_choose_file (GtkWindow *parent,
                               const char *title,
                               const char *accept,
                               const char *filter_name,
                               const char *const *suffixes,
                               JalonFileChosen chosen,
                               gpointer data);
void jalon_compat_save_file (GtkWindow *parent,
                             const char *title,
                             const char *accept,
                             const char *name,
                             JalonFileChosen chosen,
                             gpointer data);
void jalon_compat_show_in_folder (GtkWindow *parent, GFile *file);

GtkAlign jalon_compat_get_baseline (void);

void jalon_compat_shrink_title_last (GtkWidget *header);

void jalon_compat_set_placeholder (GtkWidget *search, const char *words);

guint jalon_compat_get_screen_saver_delay (GdkDisplay *display);
void jalon_compat_reset_screen_saver (GdkDisplay *display);

G_END_DECLS
