/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "basemap/jalon-basemap.h"

#include "basemap/jalon-map-archive.h"

struct _JalonBasemap
{
  GObject parent_instance;

  JalonMapArchive *archive; /* owned */
};

G_DEFINE_FINAL_TYPE (JalonBasemap, jalon_basemap, G_TYPE_OBJECT)
G_DEFINE_QUARK (jalon-basemap-error-quark, jalon_basemap_error)

static void
jalon_basemap_finalize (GObject *object)
{
  JalonBasemap *self = JALON_BASEMAP (object);

  g_clear_pointer (&self->archive, jalon_map_archive_free);
  G_OBJECT_CLASS (jalon_basemap_parent_class)->finalize (object);
}

static void
jalon_basemap_class_init (JalonBasemapClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = jalon_basemap_finalize;
}

static void
jalon_basemap_init (JalonBasemap *self)
{
}

/**
 * jalon_basemap_open:
 * @path: an MBTiles file of vector tiles in the OpenMapTiles schema
 * @error: return location of a JALON_BASEMAP_ERROR
 *
 * Opens a base map; the file must not change as long as it is open.
 *
 * Returns: (transfer full) (nullable): the base map
 */
JalonBasemap *
jalon_basemap_open (const char *path, GError **error)
{
  JalonMapArchive *archive = jalon_map_archive_open (path, error);
  JalonBasemap *self;

  if (archive == NULL)
    return NULL;
  self = g_object_new (JALON_TYPE_BASEMAP, NULL);
  self->archive = archive;
  return self;
}

/**
 * jalon_basemap_open_bundled:
 * @error: return location of a JALON_BASEMAP_ERROR
 *
 * Opens the base map that comes with Jalon: in the folder that the environment variable JALON_DATA_DIR names, else the installed
 * one, else, for a development build, that of the source tree.
 *
 * Returns: (transfer full) (nullable): the base map
 */
JalonBasemap *
jalon_basemap_open_bundled (GError **error)
{
  const char *folders[] = {
    g_getenv ("JALON_DATA_DIR"),
    PKGDATADIR,
#ifdef DEVEL_DATADIR
    DEVEL_DATADIR,
#endif
  };
  g_autofree char *path = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (folders); i++)
    if (folders[i] != NULL)
      {
        g_free (path);
        path = g_build_filename (folders[i], "basemap", "basemap.mbtiles", NULL);
        if (g_file_test (path, G_FILE_TEST_EXISTS))
          break;
      }
  return jalon_basemap_open (path, error);
}

/**
 * jalon_basemap_get_credit:
 * @self: a base map
 *
 * Returns: (transfer none) (nullable): whom to name beside the map
 */
const char *
jalon_basemap_get_credit (JalonBasemap *self)
{
  return jalon_map_archive_get_credit (self->archive);
}

/**
 * jalon_basemap_get_max_zoom:
 * @self: a base map
 *
 * Returns: the last zoom level that has data of its own; the map can be drawn at higher ones too
 */
int
jalon_basemap_get_max_zoom (JalonBasemap *self)
{
  return jalon_map_archive_get_max_zoom (self->archive);
}

/**
 * jalon_basemap_draw_land:
 * @cr: where to
 * @style: the style
 *
 * Paints all over with the colour of land.
 */
void
jalon_basemap_draw_land (cairo_t *cr, const JalonMapStyle *style)
{
  gboolean dark = style->theme == JALON_MAP_DARK || style->theme == JALON_MAP_HIGH_CONTRAST_DARK;

  cairo_set_source_rgb (cr, dark ? 0.17 : 0.965, dark ? 0.17 : 0.953, dark ? 0.18 : 0.925);
  cairo_paint (cr);
}

gboolean
jalon_basemap_draw_tile (JalonBasemap *self,
                         cairo_t *cr,
                         const JalonMapStyle *style,
                         int zoom,
                         int x,
                         int y,
                         GCancellable *cancellable,
                         GError **error)
{
  jalon_basemap_draw_land (cr, style);
  return TRUE;
}

gboolean
jalon_basemap_draw (JalonBasemap *self,
                    cairo_t *cr,
                    const JalonMapStyle *style,
                    const JalonMapLook *look,
                    double width,
                    double height,
                    GCancellable *cancellable,
                    GError **error)
{
  return jalon_basemap_draw_tile (self, cr, style, 0, 0, 0, cancellable, error);
}
