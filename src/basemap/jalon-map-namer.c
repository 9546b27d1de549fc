/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "basemap/jalon-map-namer.h"

#include "basemap/jalon-basemap-private.h"
#include "basemap/jalon-map-name-style.h"
#include "basemap/jalon-map-names.h"

struct _JalonMapNamer
{
  JalonBasemap *basemap; /* owned */
  PangoLayout *layout;   /* owned */
  /* of what was placed last */
  JalonMapStyle style;
  int zoom;
  GArray *pieces; /* owned, or NULL: the names are theirs */
  GArray *names;  /* owned, of JalonMapName, or NULL */
};

/**
 * jalon_map_namer_new:
 * @basemap: a base map
 *
 * Returns: (transfer full): what places its names
 */
JalonMapNamer *
jalon_map_namer_new (JalonBasemap *basemap)
{
  JalonMapNamer *self = g_new0 (JalonMapNamer, 1);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, 1, 1);
  cairo_t *cr = cairo_create (surface);

  self->basemap = g_object_ref (basemap);
  self->layout = jalon_map_names_create_layout (cr);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return self;
}

/**
 * jalon_map_namer_free:
 * @self: (transfer full): a namer
 *
 * Frees it.
 */
void
jalon_map_namer_free (JalonMapNamer *self)
{
  g_clear_pointer (&self->names, g_array_unref);
  g_clear_pointer (&self->pieces, g_array_unref);
  g_object_unref (self->layout);
  g_object_unref (self->basemap);
  g_free (self);
}

/**
 * jalon_map_namer_place:
 * @self: a namer
 * @style: how names are written; its language and theme must outlive the names
 * @look: where the picture's middle is, and at which zoom
 * @width: of the picture, in logical pixels, at most 32768
 * @height: of the picture, at most 32768
 * @taken: what else stands on the picture, in its logical pixels
 * @waits: whether to read what isn't at hand; else jalon_basemap_load() is to be called if something isn't, and this once more
 *
 * Places names, none over another nor over what is taken, each wholly inside the picture or not at all.
 *
 * Returns: whether all that the picture shows was at hand
 */
gboolean
jalon_map_namer_place (JalonMapNamer *self,
                       const JalonMapStyle *style,
                       const JalonMapLook *look,
                       double width,
                       double height,
                       const JalonMapTaken *taken,
                       gboolean waits)
{
  JalonMapPage page = { .right = width, .bottom = height, .whole = TRUE, .taken = taken->boxes, .n_taken = taken->n_boxes };
  JalonMapPicture picture;
  gboolean complete = TRUE;

  self->style = *style;
  g_clear_pointer (&self->names, g_array_unref);
  g_clear_pointer (&self->pieces, g_array_unref);
  self->pieces = jalon_basemap_list_pieces (self->basemap, look, style->scale, width, height, &self->zoom,
                                            waits ? NULL : &complete, NULL, NULL);
  if (self->pieces == NULL)
    return TRUE; /* damaged: trying once more would not help */
  page.end_own = self->pieces->len;
  picture = (JalonMapPicture){ &self->style, self->zoom, (const JalonMapPiece *) (gconstpointer) self->pieces->data,
                               self->pieces->len };
  self->names = jalon_map_placer_place (self->layout, &picture, &page);
  return complete;
}

static const JalonMapName *
get_name (const JalonMapNamer *self, guint index)
{
  return &g_array_index (self->names, JalonMapName, index);
}

/**
 * jalon_map_namer_get_n_names:
 * @self: a namer
 *
 * Returns: how many names were placed
 */
guint
jalon_map_namer_get_n_names (const JalonMapNamer *self)
{
  return self->names != NULL ? self->names->len : 0;
}

/**
 * jalon_map_namer_get_text:
 * @self: a namer
 * @index: of a name
 *
 * Returns: (transfer none): the name
 */
const char *
jalon_map_namer_get_text (const JalonMapNamer *self, guint index)
{
  return get_name (self, index)->text;
}

/**
 * jalon_map_namer_get_box:
 * @self: a namer
 * @index: of a name
 *
 * Returns: where it stands, in logical pixels of the picture
 */
JalonMapBox
jalon_map_namer_get_box (const JalonMapNamer *self, guint index)
{
  return get_name (self, index)->box;
}

/**
 * jalon_map_namer_get_dot:
 * @self: a namer
 * @index: of a name
 * @dot: (out): where its dot is, if it has one
 *
 * Returns: whether it has one: whether it is a town
 */
gboolean
jalon_map_namer_get_dot (const JalonMapNamer *self, guint index, JalonMapBox *dot)
{
  const JalonMapName *name = get_name (self, index);

  *dot = (JalonMapBox){ name->x - JALON_MAP_DOT, name->y - JALON_MAP_DOT, name->x + JALON_MAP_DOT, name->y + JALON_MAP_DOT };
  return jalon_map_name_is_town (name->feature);
}

/**
 * jalon_map_namer_describe:
 * @self: a namer
 * @index: of a name
 *
 * Returns: (transfer full): the same for names that look the same in one style
 */
char *
jalon_map_namer_describe (const JalonMapNamer *self, guint index)
{
  return jalon_map_placer_name_look (get_name (self, index), self->zoom);
}

/**
 * jalon_map_namer_describe_dot:
 * @self: a namer
 * @index: of a town
 *
 * Returns: (transfer full): the same for dots that look the same in one style
 */
char *
jalon_map_namer_describe_dot (const JalonMapNamer *self, guint index)
{
  return g_strdup_printf ("dot %.1f", jalon_map_names_get_radius (get_name (self, index)));
}

/**
 * jalon_map_namer_draw_text:
 * @self: a namer
 * @cr: where to: the picture
 * @index: of a name
 *
 * Draws a name without its dot.
 */
void
jalon_map_namer_draw_text (JalonMapNamer *self, cairo_t *cr, guint index)
{
  jalon_map_names_paint_text (cr, self->style.theme, self->zoom, get_name (self, index), self->layout);
}

/**
 * jalon_map_namer_draw_dot:
 * @self: a namer
 * @cr: where to: the picture
 * @index: of a name
 *
 * Draws the dot of a town.
 */
void
jalon_map_namer_draw_dot (JalonMapNamer *self, cairo_t *cr, guint index)
{
  jalon_map_names_paint_dot (cr, self->style.theme, get_name (self, index));
}

/**
 * jalon_map_namer_draw:
 * @self: a namer
 * @cr: where to: the picture
 *
 * Draws the names that were placed.
 */
void
jalon_map_namer_draw (JalonMapNamer *self, cairo_t *cr)
{
  JalonMapBox dot;

  for (guint i = 0; i < jalon_map_namer_get_n_names (self); i++)
    {
      if (jalon_map_namer_get_dot (self, i, &dot))
        jalon_map_namer_draw_dot (self, cr, i);
      jalon_map_namer_draw_text (self, cr, i);
    }
}
