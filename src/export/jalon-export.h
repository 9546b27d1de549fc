/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "export/jalon-document.h"
#include "figures/jalon-query.h"
#include "scenes/jalon-palette.h"
#include "words/jalon-language.h"

G_BEGIN_DECLS

typedef enum
{
  JALON_EXPORT_PNG,
  JALON_EXPORT_SVG,
  JALON_EXPORT_PDF,
  JALON_EXPORT_CSV,
  JALON_EXPORT_GEOJSON,
  JALON_EXPORT_JALON,
  JALON_N_EXPORTS
} JalonExportFormat;

typedef enum
{
  JALON_VIEW_DASHBOARD,
  JALON_VIEW_MAP,
  JALON_VIEW_BARS,
  JALON_VIEW_TIMELINE,
  JALON_VIEW_TABLE,
  JALON_VIEW_ECOSYSTEM, /* as high as it must be */
  JALON_VIEW_DECK,    /* slides of a talk: a PDF */
  JALON_N_VIEWS
} JalonView;

/* What to take away. All is borrowed for the call, and may not change during it: a thread gets a copy of the query. */
typedef struct
{
  JalonDataset *dataset;
  JalonQuery *query;
  const JalonLanguage *language;
  JalonView view;         /* of pictures, as what follows */
  JalonBasemap *basemap;  /* NULL: the bundled one */
  JalonTheme theme;
  double width, height;   /* logical pixels of 1/96 inch; 0: as the view likes it */
  double scale;           /* device pixels for a logical one; 0: 2 for PNG, else 1 */
  const JalonWatch *watch; /* NULL: nobody waits */
} JalonExportRequest;

gboolean jalon_export_write_as (const JalonExportRequest *request, JalonExportFormat format, const char *path, GError **error);
gboolean jalon_export_write (const JalonExportRequest *request, const char *path, GError **error);
JalonDocument *jalon_export_lay_out (const JalonExportRequest *request, JalonAbout **about);
GBytes *jalon_export_write_tabs (const JalonExportRequest *request);
GBytes *jalon_export_render (const JalonExportRequest *request, JalonExportFormat format, GError **error);

char *jalon_export_get_digest (JalonDataset *dataset);
gboolean jalon_export_format_from_path (const char *path, JalonExportFormat *format);
const char *jalon_export_get_ending (JalonExportFormat format);
gboolean jalon_export_is_picture (JalonExportFormat format);
gboolean jalon_view_from_nick (const char *nick, JalonView *view);

#define JALON_EXPORT_ERROR (jalon_export_error_quark ())
GQuark jalon_export_error_quark (void);
typedef enum
{
  JALON_EXPORT_ERROR_ENDING, /* the file's name says no format */
  JALON_EXPORT_ERROR_VIEW,   /* a deck that is no PDF, a film that is not of the timeline */
  JALON_EXPORT_ERROR_NUMBER, /* names of frames without one number */
  JALON_EXPORT_ERROR_SIZE,   /* nothing, or too much, to draw on */
  JALON_EXPORT_ERROR_DRAW,   /* cairo gave up */
  JALON_EXPORT_ERROR_FOLDER, /* the folder isn't there */
  JALON_EXPORT_ERROR_DENIED, /* the folder or the file may not be written */
  JALON_EXPORT_ERROR_SPACE,  /* no room for the file */
  JALON_EXPORT_ERROR_FAILED  /* something else the system says */
} JalonExportError;

G_END_DECLS
