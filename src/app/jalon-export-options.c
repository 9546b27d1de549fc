/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/jalon-export-options.h"

#include <math.h>
#include <string.h>

#include "app/jalon-options.h"

#define PX_PER_MM (96.0 / 25.4)
#define MAX_NUMBER 1000000
#define MAX_SCALE 100.0

/* Pages that have a name, in millimetres; the last as slides have it, 1280 × 720 pixels. */
static const struct
{
  const char *name;
  double width, height;
} pages[] = {
  { "A3", 420, 297 },
  { "A4", 297, 210 },
  { "16:9", 1280 / PX_PER_MM, 720 / PX_PER_MM },
};

static const char *const themes[JALON_N_THEMES] = {
  [JALON_THEME_LIGHT] = "light",
  [JALON_THEME_DARK] = "dark",
  [JALON_THEME_HIGH_CONTRAST] = "high-contrast",
  [JALON_THEME_HIGH_CONTRAST_DARK] = "high-contrast-dark",
  [JALON_THEME_PRINT] = "print",
};

static gboolean
fail (GError **error, const char *option, const char *value, const char *accepted)
{
  g_set_error (error, JALON_OPTIONS_ERROR, JALON_OPTIONS_ERROR_USAGE, "--%s=%s: accepted %s", option, value, accepted);
  return FALSE;
}

static gboolean
read_view (const char *value, JalonExportRequest *request, GError **error)
{
  return jalon_view_from_nick (value, &request->view)
         || fail (error, "view", value, "are dashboard, map, bars, timeline, table, ecosystem and deck");
}

static gboolean
read_theme (const char *value, JalonExportRequest *request, GError **error)
{
  for (int i = 0; i < JALON_N_THEMES; i++)
    if (strcmp (value, themes[i]) == 0)
      {
        request->theme = (JalonTheme) i;
        return TRUE;
      }
  return fail (error, "theme", value, "are light, dark, high-contrast, high-contrast-dark and print");
}

static gboolean
read_scale (const char *value, JalonExportRequest *request, GError **error)
{
  char *end;

  request->scale = g_ascii_strtod (value, &end);
  return (end != value && *end == '\0' && request->scale > 0 && request->scale <= MAX_SCALE)
         || fail (error, "scale", value, "is a number over 0 and up to 100");
}

static gboolean
read_size (const char *value, JalonExportRequest *request, GError **error)
{
  g_auto (GStrv) sides = g_strsplit (value, "x", 2);
  guint64 width, height;

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    if (g_ascii_strcasecmp (value, pages[i].name) == 0)
      {
        request->width = pages[i].width * PX_PER_MM;
        request->height = pages[i].height * PX_PER_MM;
        return TRUE;
      }
  if (g_strv_length (sides) != 2 || !g_ascii_string_to_unsigned (sides[0], 10, 1, MAX_NUMBER, &width, NULL)
      || !g_ascii_string_to_unsigned (sides[1], 10, 1, MAX_NUMBER, &height, NULL))
    return fail (error, "size", value, "are two numbers of pixels, such as 1280x720, and A4, A3 and 16:9");
  request->width = (double) width;
  request->height = (double) height;
  return TRUE;
}

/**
 * jalon_export_options_read:
 * @options: the options given
 * @request: what --view, --theme, --scale and --size are written to
 * @error: return location for %JALON_OPTIONS_ERROR
 *
 * Returns: whether all of them make sense
 */
gboolean
jalon_export_options_read (GVariantDict *options, JalonExportRequest *request, GError **error)
{
  static const struct
  {
    const char *name;
    gboolean (*read) (const char *value, JalonExportRequest *request, GError **error);
  } readers[] = { { "view", read_view }, { "theme", read_theme }, { "scale", read_scale }, { "size", read_size } };
  const char *value;

  for (guint i = 0; i < G_N_ELEMENTS (readers); i++)
    if (g_variant_dict_lookup (options, readers[i].name, "&s", &value) && !readers[i].read (value, request, error))
      return FALSE;
  return TRUE;
}
