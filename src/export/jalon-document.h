/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "basemap/jalon-basemap.h"
#include "words/jalon-about.h"
#include "scenes/jalon-panel.h"
#include "export/jalon-watch.h"

G_BEGIN_DECLS

/* Device pixels for a logical one from which on they are too fine to be reckoned with, and where there are none. */
#define JALON_FINE_SCALE 2.0

typedef struct
{
  char *name; /* in the outline */
  GPtrArray *panels;
} JalonDocumentPage;

/* Pages of one size, in logical pixels of 1/96 inch. */
typedef struct
{
  double width, height;
  JalonTheme theme;
  const JalonLanguage *language;
  JalonType *type;
  JalonBasemap *basemap;   /* NULL: there is none to be had */
  const JalonAbout *about; /* borrowed */
  const JalonWatch *watch; /* borrowed; NULL: nobody waits */
  char **tint;             /* owned: codes of what the base map tints; NULL: nothing */
  GPtrArray *pages;
} JalonDocument;

JalonDocument *jalon_document_new (double width, double height, JalonTheme theme, const JalonLanguage *language, const JalonAbout *about, gboolean hinted);
void jalon_document_set_basemap (JalonDocument *document, JalonBasemap *basemap);
void jalon_document_set_text_scale (JalonDocument *document, double scale);
void jalon_document_free (JalonDocument *document);
JalonDocumentPage *jalon_document_add_page (JalonDocument *document, const char *name);
JalonPanel *jalon_page_add (JalonDocumentPage *page, JalonPanelRole role, JalonScene *scene, double x, double y);

JalonMapStyle jalon_document_get_map_style (const JalonDocument *document, double scale);
void jalon_document_paint_map (const JalonDocument *document, cairo_t *cr, const JalonPanel *panel, double scale);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JalonDocument, jalon_document_free)

G_END_DECLS
