/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "basemap/jalon-basemap.h"
#include "scenes/jalon-slide.h"

G_BEGIN_DECLS

typedef enum
{
  JALON_BLANK_NONE,
  JALON_BLANK_BLACK,
  JALON_BLANK_WHITE
} JalonBlank;

#define JALON_TYPE_SLIDE_VIEW (jalon_slide_view_get_type ())
G_DECLARE_FINAL_TYPE (JalonSlideView, jalon_slide_view, JALON, SLIDE_VIEW, GtkWidget)

GtkWidget *jalon_slide_view_new (JalonDataset *dataset, JalonQuery *query, JalonBasemap *basemap, const JalonLanguage *language);
void jalon_slide_view_set_dataset (JalonSlideView *self, JalonDataset *dataset, JalonQuery *query);
void jalon_slide_view_set_dark (JalonSlideView *self, gboolean dark);
void jalon_slide_view_set_language (JalonSlideView *self, const JalonLanguage *language);
const JalonLanguage *jalon_slide_view_get_language (JalonSlideView *self);
void jalon_slide_view_set_blank (JalonSlideView *self, JalonBlank blank);
void jalon_slide_view_show (JalonSlideView *self, const char *key, double longest);
const JalonSlide *jalon_slide_view_get_shown (JalonSlideView *self);
const GPtrArray *jalon_slide_view_get_slides (JalonSlideView *self);

G_END_DECLS
