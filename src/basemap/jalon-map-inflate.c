/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "basemap/jalon-map-inflate.h"

#include "basemap/jalon-basemap.h"

#define STEP (64 * 1024)

/* gzip begins with 1f 8b, zlib with 78; a tile that isn't compressed with 1a, the tag of its first layer. */
static GConverter *
converter_for (const guint8 *data, gsize size)
{
  if (size > 1 && data[0] == 0x1f && data[1] == 0x8b)
    return G_CONVERTER (g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP));
  if (size > 1 && data[0] == 0x78)
    return G_CONVERTER (g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB));
  return NULL;
}

static void
set_error (GError **error, const char *why)
{
  g_set_error (error, JALON_BASEMAP_ERROR, JALON_BASEMAP_ERROR_DAMAGED, "A tile of the map is damaged: %s", why);
}

/**
 * jalon_map_inflate:
 * @bytes: a tile as it is stored: as gzip, zlib or plain
 * @limit: most bytes to make of it
 * @error: return location of a JALON_BASEMAP_ERROR
 *
 * Takes the compression off a tile.
 *
 * Returns: (transfer full) (nullable): the bytes without compression
 */
GByteArray *
jalon_map_inflate (GBytes *bytes, gsize limit, GError **error)
{
  gsize size, used = 0, read, written;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  g_autoptr (GConverter) converter = converter_for (data, size);
  g_autoptr (GByteArray) out = g_byte_array_new ();
  GConverterResult result = G_CONVERTER_CONVERTED;

  if (converter == NULL && size <= limit)
    g_byte_array_append (out, data, (guint) size);
  while (converter != NULL && result != G_CONVERTER_FINISHED && out->len <= limit)
    {
      guint length = out->len;

      g_byte_array_set_size (out, length + STEP);
      result = g_converter_convert (converter, data + used, size - used, out->data + length, STEP,
                                    G_CONVERTER_INPUT_AT_END, &read, &written, NULL);
      if (result == G_CONVERTER_ERROR)
        {
          set_error (error, "its compression is broken");
          return NULL;
        }
      used += read;
      g_byte_array_set_size (out, length + (guint) written);
    }
  if (out->len > limit || (converter == NULL && size > limit))
    {
      set_error (error, "it is too large");
      return NULL;
    }
  return g_steal_pointer (&out);
}
