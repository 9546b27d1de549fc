/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "export/jalon-export.h"

#include <string.h>

#include "words/jalon-about.h"
#include "export/jalon-csv.h"
#include "export/jalon-frames.h"
#include "export/jalon-geojson.h"
#include "export/jalon-picture.h"
#include "export/jalon-row.h"
#include "export/jalon-svg.h"
#include "export/jalon-views.h"
#include "export/jalon-whole-file.h"
#include "files/jalon-extract.h"
#include "files/jalon-writer.h"

G_DEFINE_QUARK (jalon-export-error-quark, jalon_export_error)

static const char *const endings[JALON_N_EXPORTS] = {
  [JALON_EXPORT_PNG] = ".png", [JALON_EXPORT_SVG] = ".svg",         [JALON_EXPORT_PDF] = ".pdf",
  [JALON_EXPORT_CSV] = ".csv", [JALON_EXPORT_GEOJSON] = ".geojson", [JALON_EXPORT_JALON] = ".jalon",
};

static const char *const views[JALON_N_VIEWS] = {
  [JALON_VIEW_DASHBOARD] = "dashboard", [JALON_VIEW_MAP] = "map",     [JALON_VIEW_BARS] = "bars",
  [JALON_VIEW_TIMELINE] = "timeline",   [JALON_VIEW_TABLE] = "table", [JALON_VIEW_ECOSYSTEM] = "ecosystem",
  [JALON_VIEW_DECK] = "deck",
};

/**
 * jalon_export_format_from_path:
 * @path: a file's name
 * @format: (out): the format that its ending, in letters of any size, says
 *
 * Returns: whether it says one
 */
gboolean
jalon_export_format_from_path (const char *path, JalonExportFormat *format)
{
  gsize length = strlen (path);

  for (int i = 0; i < JALON_N_EXPORTS; i++)
    if (length > strlen (endings[i]) && g_ascii_strcasecmp (path + length - strlen (endings[i]), endings[i]) == 0)
      {
        *format = (JalonExportFormat) i;
        return TRUE;
      }
  return FALSE;
}

/**
 * jalon_export_is_picture:
 *
 * Returns: whether the format is drawn, so that size, scale and theme matter
 */
gboolean
jalon_export_is_picture (JalonExportFormat format)
{
  return format <= JALON_EXPORT_PDF;
}

/**
 * jalon_export_get_ending:
 * @format: a format
 *
 * Returns: how its files' names end, with the dot
 */
const char *
jalon_export_get_ending (JalonExportFormat format)
{
  return endings[format];
}

/**
 * jalon_view_from_nick:
 * @nick: the view as the command line names it
 * @view: (out): the view
 *
 * Returns: whether there is such a one
 */
gboolean
jalon_view_from_nick (const char *nick, JalonView *view)
{
  for (int i = 0; i < JALON_N_VIEWS; i++)
    if (strcmp (nick, views[i]) == 0)
      {
        *view = (JalonView) i;
        return TRUE;
      }
  return FALSE;
}

/* What an extract says of what it was taken from. */
static char *
describe_extract (const JalonAbout *about)
{
  g_autoptr (JsonObject) object = json_object_new ();
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);

  jalon_row_set_text (object, "of", about->digest);
  jalon_row_set_text (object, "filters", about->filter_codes);
  jalon_row_set_text (object, "by", about->generator);
  json_node_set_object (node, object);
  return json_to_string (node, FALSE);
}

static GBytes *
render_dataset (const JalonFigures *figures, const JalonAbout *about)
{
  JalonDataset *dataset = jalon_figures_get_dataset (figures);
  g_autoptr (GPtrArray) projects = g_ptr_array_new ();
  g_autoptr (GHashTable) kept = NULL;
  g_autofree char *description = describe_extract (about);

  if (about->filter_codes[0] == '\0')
    return jalon_writer_to_bytes (dataset);
  for (guint i = 0; i < jalon_figures_get_n_shares (figures); i++)
    g_ptr_array_add (projects, (gpointer) jalon_figures_get_share (figures, i)->project);
  kept = jalon_extract_close (dataset, projects);
  return jalon_writer_extract_to_bytes (dataset, kept, description);
}

/**
 * jalon_export_get_digest:
 *
 * Returns: (transfer full): the SHA-256 of the file, or, for a dataset of no file, of what Jalon would write
 */
char *
jalon_export_get_digest (JalonDataset *dataset)
{
  g_autoptr (GBytes) bytes = NULL;

  if (jalon_dataset_get_digest (dataset) != NULL)
    return g_strdup (jalon_dataset_get_digest (dataset));
  bytes = jalon_writer_to_bytes (dataset);
  return g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
}

static GBytes *
render_picture (
    const JalonExportRequest *request, JalonExportFormat format, const JalonFigures *figures, const JalonAbout *about, GError **error)
{
  double scale = format != JALON_EXPORT_PNG ? 1 : request->scale != 0 ? request->scale : JALON_FINE_SCALE;
  g_autoptr (JalonDocument) document = NULL;

  if (request->view == JALON_VIEW_DECK && format != JALON_EXPORT_PDF)
    {
      g_set_error_literal (error, JALON_EXPORT_ERROR, JALON_EXPORT_ERROR_VIEW,
                           jalon_tr (request->language, "A deck has many pages: its name must end in .pdf."));
      return NULL;
    }
  if (!jalon_picture_check_size (request->width != 0 ? request->width : 1, request->height != 0 ? request->height : 1, scale,
                                 request->language, error))
    return NULL;
  document = jalon_views_lay_out (request, figures, about, format == JALON_EXPORT_PDF,
                                  format == JALON_EXPORT_PNG && scale < JALON_FINE_SCALE);
  if (!jalon_picture_check_size (document->width, document->height, scale, request->language, error))
    return NULL;
  if (format == JALON_EXPORT_SVG)
    return jalon_svg_write (document);
  return format == JALON_EXPORT_PDF ? jalon_picture_write_pdf (document, error)
                                    : jalon_picture_write_png (document, scale, error);
}

/**
 * jalon_export_lay_out:
 * @request: a picture to take away
 * @about: (out) (transfer full): what the document says of itself, which must outlive it
 *
 * Lays a view out on pages, to be printed or looked at. Can be called in any thread.
 *
 * Returns: (transfer full): the document
 */
JalonDocument *
jalon_export_lay_out (const JalonExportRequest *request, JalonAbout **about)
{
  g_autoptr (JalonFigures) figures = jalon_figures_compute (request->dataset, request->query);
  g_autofree char *digest = jalon_export_get_digest (request->dataset);

  *about = jalon_about_new (figures, request->query, request->language, digest);
  return jalon_views_lay_out (request, figures, *about, TRUE, FALSE);
}

/**
 * jalon_export_write_tabs:
 * @request: what to take away
 *
 * Returns: (transfer full): the table, its cells separated by tabs: what spreadsheets take from a clipboard
 */
GBytes *
jalon_export_write_tabs (const JalonExportRequest *request)
{
  g_autoptr (JalonFigures) figures = jalon_figures_compute (request->dataset, request->query);
  g_autofree char *digest = jalon_export_get_digest (request->dataset);
  g_autoptr (JalonAbout) about = jalon_about_new (figures, request->query, request->language, digest);

  return jalon_csv_write (figures, about, request->language, '\t');
}

/**
 * jalon_export_render:
 * @request: what to take away
 * @format: as what
 * @error: return location for an error of %JALON_EXPORT_ERROR
 *
 * Makes an export in memory. The same request gives the same bytes: nothing depends on the clock. Needs no display; can be called
 * in any thread.
 *
 * Returns: (transfer full) (nullable): the file
 */
GBytes *
jalon_export_render (const JalonExportRequest *request, JalonExportFormat format, GError **error)
{
  g_autoptr (JalonFigures) figures = jalon_figures_compute (request->dataset, request->query);
  g_autofree char *digest = jalon_export_get_digest (request->dataset);
  g_autoptr (JalonAbout) about = jalon_about_new (figures, request->query, request->language, digest);

  switch (format)
    {
    case JALON_EXPORT_CSV:
      return jalon_csv_write (figures, about, request->language, ',');
    case JALON_EXPORT_GEOJSON:
      return jalon_geojson_write (figures, about, request->language);
    case JALON_EXPORT_JALON:
      return render_dataset (figures, about);
    case JALON_EXPORT_PNG:
    case JALON_EXPORT_SVG:
    case JALON_EXPORT_PDF:
    case JALON_N_EXPORTS:
    default:
      return render_picture (request, format, figures, about, error);
    }
}

/**
 * jalon_export_write_as:
 * @request: what to take away
 * @format: as what
 * @path: where to, whatever its ending
 * @error: return location for an error of %JALON_EXPORT_ERROR, its sentence in the request's language, or %G_IO_ERROR_CANCELLED, after
 *   which nothing was written
 *
 * Makes an export and writes it, whole or not at all.
 *
 * Returns: whether it was written
 */
gboolean
jalon_export_write_as (const JalonExportRequest *request, JalonExportFormat format, const char *path, GError **error)
{
  g_autoptr (GBytes) bytes = jalon_export_render (request, format, error);

  return bytes != NULL && jalon_watch_step (request->watch, 1, error)
         && jalon_whole_file_write (path, bytes, request->language, error);
}

/**
 * jalon_export_write:
 * @request: what to take away
 * @path: where to, with the ending that says the format
 * @error: return location for an error of %JALON_EXPORT_ERROR, its sentence in the request's language, or %G_IO_ERROR_CANCELLED, after
 *   which nothing was written
 *
 * Makes an export and writes it, whole or not at all; of a film, each frame.
 *
 * Returns: whether it was written
 */
gboolean
jalon_export_write (const JalonExportRequest *request, const char *path, GError **error)
{
  JalonExportFormat format;

  if (jalon_frames_is_pattern (path))
    return jalon_frames_write (request, path, error);
  if (!jalon_export_format_from_path (path, &format))
    {
      g_autofree char *name = g_filename_display_name (path);

      g_set_error (error, JALON_EXPORT_ERROR, JALON_EXPORT_ERROR_ENDING,
                   jalon_tr (request->language, "“%s” must end in .png, .svg, .pdf, .csv, .geojson or .jalon."), name);
      return FALSE;
    }
  return jalon_export_write_as (request, format, path, error);
}
