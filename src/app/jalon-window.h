/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "app/jalon-presenter.h"
#include "widgets/jalon-model.h"

G_BEGIN_DECLS

#define JALON_TYPE_WINDOW (jalon_window_get_type ())
G_DECLARE_FINAL_TYPE (JalonWindow, jalon_window, JALON, WINDOW, AdwApplicationWindow)

JalonWindow *jalon_window_new (GtkApplication *application, const JalonLanguage *language);
JalonModel *jalon_window_get_model (JalonWindow *self);
void jalon_window_show_dataset (JalonWindow *self, JalonDataset *dataset);
void jalon_window_take_file (JalonWindow *self, GFile *file, JalonDataset *dataset);
void jalon_window_open_last (JalonWindow *self);
void jalon_window_set_remembers (JalonWindow *self, gboolean remembers);
void jalon_window_remember_state (JalonWindow *self);
void jalon_window_open (JalonWindow *self, GFile *file);
GFile *jalon_window_get_file (JalonWindow *self);
gboolean jalon_window_shows_file (JalonWindow *self, GFile *file);
void jalon_window_open_in_state (JalonWindow *self, GFile *file, const char *state);
char *jalon_window_load_basemap (JalonWindow *self, const char *path);
void jalon_window_toast (JalonWindow *self, const char *sentence, const char *button, const char *action, GVariant *target);
void jalon_window_show_problems (JalonWindow *self, const char *file, const char *sentence, const GPtrArray *problems);
void jalon_window_present_slides (JalonWindow *self, const JalonPresenterOptions *options);
void jalon_window_be_kiosk (JalonWindow *self);

G_END_DECLS
