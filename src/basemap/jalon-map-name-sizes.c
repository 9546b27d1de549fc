/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "basemap/jalon-map-name-sizes.h"

#include <math.h>

#include "basemap/jalon-map-name-style.h"

#define MAX_SIZES 8192 /* then it begins anew */

typedef struct
{
  double width, height;
} Size;

/* What a name's size depends on: its text, how it is written, whether it is wrapped, and how large the letters are on the device. */
static char *
make_key (const JalonMapName *name, const JalonMapNameStyle *style, PangoLayout *layout)
{
  const PangoMatrix *matrix = pango_context_get_matrix (pango_layout_get_context (layout));

  return g_strdup_printf ("%g %d %d %g %d %g %s", style->size, style->bold, style->italic, style->spacing,
                          jalon_map_name_is_town (name->feature), matrix != NULL ? matrix->xx : 1, name->text);
}

/**
 * jalon_map_name_sizes_measure:
 * @layout: what is to write the name
 * @name: a name, whose width and height are set
 * @zoom: the picture's zoom
 *
 * Measures a name. Each tile measures those of its neighbours too, so what was measured is kept, for all threads.
 */
void
jalon_map_name_sizes_measure (PangoLayout *layout, JalonMapName *name, double zoom)
{
  static GMutex lock;
  static GHashTable *sizes; /* of Size */
  JalonMapNameStyle style;
  g_autofree char *key = NULL;
  PangoRectangle extents;
  Size *size = NULL;

  jalon_map_name_style_init (&style, name->feature, zoom);
  key = make_key (name, &style, layout);
  g_mutex_lock (&lock);
  if (sizes == NULL || g_hash_table_size (sizes) > MAX_SIZES)
    {
      g_clear_pointer (&sizes, g_hash_table_unref);
      sizes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
    }
  size = g_hash_table_lookup (sizes, key);
  if (size != NULL)
    {
      name->width = size->width;
      name->height = size->height;
    }
  g_mutex_unlock (&lock);
  if (size != NULL)
    return;
  jalon_map_placer_lay_out (layout, name, zoom);
  pango_layout_get_extents (layout, NULL, &extents);
  name->width = ceil (extents.width / (double) PANGO_SCALE);
  name->height = ceil (extents.height / (double) PANGO_SCALE);
  size = g_new (Size, 1);
  *size = (Size) { name->width, name->height };
  g_mutex_lock (&lock);
  g_hash_table_insert (sizes, g_steal_pointer (&key), size);
  g_mutex_unlock (&lock);
}
