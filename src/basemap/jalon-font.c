/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "basemap/jalon-font.h"

/**
 * jalon_font_find_family:
 * @context: what text is set in
 * @families: names of font families as Pango reads them
 *
 * Finds the family that text is set in. Asked for by that name, each size of it is looked for once: Pango looks for a font's measures
 * by the name that the font has.
 *
 * Returns: (transfer full): the name of the first family that there is; @families if Pango finds none
 */
char *
jalon_font_find_family (PangoContext *context, const char *families)
{
  PangoFontDescription *wanted = pango_font_description_from_string (families);
  g_autoptr (PangoFont) font = pango_context_load_font (context, wanted);
  PangoFontDescription *found = font != NULL ? pango_font_describe (font) : NULL;
  const char *family = found != NULL ? pango_font_description_get_family (found) : NULL;
  char *result = g_strdup (family != NULL ? family : families);

  pango_font_description_free (found);
  pango_font_description_free (wanted);
  return result;
}
