/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "export/jalon-document.h"

G_BEGIN_DECLS

/* A page that is being filled, and what is left of it. */
typedef struct
{
  JalonDocument *document;
  JalonDocumentPage *page;
  const JalonLayoutInput *input;
  double left, right;
  double top, bottom;
} JalonSheet;

#define JALON_SHEET_MARGIN 24.0
#define JALON_SHEET_GAP 14.0
#define JALON_SHEET_PADDING 12.0 /* of a card */

void jalon_sheet_begin (JalonSheet *sheet, JalonDocument *document, const JalonLayoutInput *input, const char *name);
double jalon_sheet_get_width (const JalonSheet *sheet);
double jalon_sheet_get_height (const JalonSheet *sheet);
void jalon_sheet_add_title (JalonSheet *sheet);
void jalon_sheet_add_heading (JalonSheet *sheet, const char *heading);
void jalon_sheet_add_headline (JalonSheet *sheet);
void jalon_sheet_add_legend (JalonSheet *sheet, gboolean has_map);
void jalon_sheet_end (JalonSheet *sheet, guint n_feet);
void jalon_sheet_shrink (JalonSheet *sheet);
void jalon_sheet_add_foot (JalonSheet *sheet, gboolean has_map);
JalonMapFrame jalon_sheet_fit_map (const JalonSheet *sheet, double height);
void jalon_sheet_add_map (JalonSheet *sheet, const JalonMapFrame *frame, double height);
void jalon_sheet_add_timeline (JalonSheet *sheet, const JalonTimeWindow *window, double height);
JalonPanel *jalon_sheet_add_card (JalonSheet *sheet, JalonScene *scene, double height);

G_END_DECLS
