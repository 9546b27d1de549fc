/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "basemap/jalon-basemap.h"
#include "words/jalon-words.h"

static const char *
get_sentence (const GError *error, const JalonLanguage *language)
{
  if (error->domain != JALON_BASEMAP_ERROR)
    return jalon_tr (language, "The map {file} can’t be opened.");
  switch ((JalonBasemapError) error->code)
    {
    case JALON_BASEMAP_ERROR_NOT_A_MAP:
      return jalon_tr (language, "{file} is not a map: an MBTiles file is needed.");
    case JALON_BASEMAP_ERROR_NOT_VECTORS:
      return jalon_tr (language, "The map {file} is made of pictures: vector tiles are needed.");
    case JALON_BASEMAP_ERROR_NO_TILES:
      return jalon_tr (language, "The map {file} is empty.");
    case JALON_BASEMAP_ERROR_SCHEMA:
      return jalon_tr (language, "The map {file} has none of the layers of the OpenMapTiles schema.");
    case JALON_BASEMAP_ERROR_DAMAGED:
      return jalon_tr (language, "The map {file} is damaged.");
    case JALON_BASEMAP_ERROR_NOT_OPENED:
    default:
      return jalon_tr (language, "The map {file} can’t be opened.");
    }
}

/**
 * jalon_basemap_explain:
 * @error: why a base map could not be opened
 * @language: the language to say it in
 * @file: what the reader calls the file
 *
 * Says to a reader why a file can't be the base map.
 *
 * Returns: (transfer full): a sentence
 */
char *
jalon_basemap_explain (const GError *error, const JalonLanguage *language, const char *file)
{
  g_autoptr (GString) words = g_string_new (get_sentence (error, language));
  g_autofree char *isolated = jalon_words_isolate (file);

  g_string_replace (words, "{file}", isolated, 1);
  return g_string_free (g_steal_pointer (&words), FALSE);
}
