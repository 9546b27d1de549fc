/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "export/jalon-png-text.h"

#include <string.h>

/* The signature, and the chunk IHDR, that every PNG begins with (W3C PNG, 5.2 and 11.2.2). */
#define HEAD_LENGTH (8 + 25)

/* CRC-32 as PNG has it (W3C PNG, D). */
static guint32
get_crc (const guint8 *data, guint length)
{
  guint32 crc = 0xffffffff;

  for (guint i = 0; i < length; i++)
    {
      crc ^= data[i];
      for (int bit = 0; bit < 8; bit++)
        crc = (crc & 1) != 0 ? 0xedb88320 ^ (crc >> 1) : crc >> 1;
    }
  return ~crc;
}

static void
append_number (GByteArray *bytes, guint32 number)
{
  guint32 big = GUINT32_TO_BE (number);

  g_byte_array_append (bytes, (const guint8 *) &big, sizeof big);
}

static void
append_string (GByteArray *bytes, const char *string)
{
  g_byte_array_append (bytes, (const guint8 *) string, (guint) strlen (string) + 1);
}

/* An international text chunk, uncompressed (W3C PNG, 11.3.3.4). */
static void
append_text (GByteArray *png, const char *keyword, const char *language, const char *text)
{
  g_autoptr (GByteArray) chunk = g_byte_array_new ();

  if (text[0] == '\0')
    return;
  g_byte_array_append (chunk, (const guint8 *) "iTXt", 4);
  append_string (chunk, keyword);
  g_byte_array_append (chunk, (const guint8 *) "\0\0", 2);
  append_string (chunk, language);
  append_string (chunk, "");
  g_byte_array_append (chunk, (const guint8 *) text, (guint) strlen (text));
  append_number (png, chunk->len - 4);
  g_byte_array_append (png, chunk->data, chunk->len);
  append_number (png, get_crc (chunk->data, chunk->len));
}

/**
 * jalon_png_text_add:
 * @png: a PNG
 * @about: what it is to say of itself
 *
 * Returns: (transfer full): the PNG with its text
 */
GBytes *
jalon_png_text_add (GByteArray *png, const JalonAbout *about)
{
  g_autoptr (GByteArray) result = g_byte_array_sized_new (png->len + 1024);
  g_autofree char *dataset = g_strconcat ("sha256:", about->digest, NULL);
  g_autofree char *description = jalon_about_describe (about);

  g_return_val_if_fail (png->len > HEAD_LENGTH, NULL);
  g_byte_array_append (result, png->data, HEAD_LENGTH);
  append_text (result, "Title", about->language, about->title);
  append_text (result, "Description", about->language, description);
  append_text (result, "Software", "", about->generator);
  append_text (result, "Source", "", dataset);
  g_byte_array_append (result, png->data + HEAD_LENGTH, png->len - HEAD_LENGTH);
  return g_byte_array_free_to_bytes (g_steal_pointer (&result));
}
