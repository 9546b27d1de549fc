/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "figures/jalon-figures.h"
#include "scenes/jalon-layouts.h"
#include "words/jalon-language.h"

G_BEGIN_DECLS

/* What of the model changed, so that a view does no more than it must. */
typedef enum
{
  JALON_MODEL_DATASET = 1 << 0,  /* another file */
  JALON_MODEL_FIGURES = 1 << 1,  /* the answer to the query */
  JALON_MODEL_SELECTED = 1 << 2, /* the project whose detail is shown */
  JALON_MODEL_LANGUAGE = 1 << 3,
  JALON_MODEL_LOOK = 1 << 4,     /* theme, text size, direction, scale and order of the bars */
  JALON_MODEL_PAGE = 1 << 5,     /* the page of the window */
  JALON_MODEL_LAYERS = 1 << 6    /* what lies on the map besides the pins */
} JalonModelChange;

/* The pages of a window: the same answer, seen in different ways. */
typedef enum
{
  JALON_PAGE_DASHBOARD,
  JALON_PAGE_TABLE,
  JALON_PAGE_ECOSYSTEM,
  JALON_PAGE_COMPARE,
  JALON_N_PAGES
} JalonPage;

const char *jalon_page_get_nick (JalonPage page);
gboolean jalon_page_from_nick (const char *nick, JalonPage *page);

#define JALON_TYPE_MODEL (jalon_model_get_type ())
G_DECLARE_FINAL_TYPE (JalonModel, jalon_model, JALON, MODEL, GObject)

JalonModel *jalon_model_new (const JalonLanguage *language);

JalonDataset *jalon_model_get_dataset (JalonModel *self);
void jalon_model_set_dataset (JalonModel *self, JalonDataset *dataset);
JalonQuery *jalon_model_get_query (JalonModel *self);
JalonFigures *jalon_model_get_figures (JalonModel *self);
const JalonProject *jalon_model_get_selected (JalonModel *self);
void jalon_model_step_selected (JalonModel *self, int step);
gboolean jalon_model_find_selected (JalonModel *self, guint *position, guint *n);
const JalonLanguage *jalon_model_get_language (JalonModel *self);
void jalon_model_set_language (JalonModel *self, const JalonLanguage *language);
JalonTheme jalon_model_get_theme (JalonModel *self);
JalonType *jalon_model_get_type_setting (JalonModel *self);
void jalon_model_set_look (JalonModel *self, JalonTheme theme, const char *family, double text_scale);
gboolean jalon_model_get_logarithmic (JalonModel *self);
void jalon_model_set_logarithmic (JalonModel *self, gboolean logarithmic);
JalonBarsOrder jalon_model_get_order (JalonModel *self);
void jalon_model_set_order (JalonModel *self, JalonBarsOrder order);
gboolean jalon_model_get_ecosystem (JalonModel *self);
void jalon_model_set_ecosystem (JalonModel *self, gboolean ecosystem);
JalonPage jalon_model_get_page (JalonModel *self);
void jalon_model_set_page (JalonModel *self, JalonPage page);

/* Signal "changed" (JalonModelChange what). */

G_END_DECLS
