/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "basemap/jalon-map-name-style.h"

#include <math.h>

#include "basemap/jalon-font.h"

#define FAMILY "Cantarell,Adwaita Sans,Noto Sans,sans-serif"
/* In logical pixels: water is written wide, the wider the larger it is. */
#define WATER_SPACING 0.9
#define OCEAN_SPACING 1.6

/**
 * jalon_map_name_is_town:
 * @feature: a place
 *
 * Returns: whether it is a town of any size: a dot with its name beside it
 */
gboolean
jalon_map_name_is_town (const JalonMapFeature *feature)
{
  return feature->class >= JALON_MAP_CITY && feature->class <= JALON_MAP_HAMLET;
}

/**
 * jalon_map_name_is_shown:
 * @feature: a place or a water
 * @layer: which
 * @zoom: the picture's zoom
 *
 * Returns: whether it is named at this zoom, if there is room
 */
gboolean
jalon_map_name_is_shown (const JalonMapFeature *feature, JalonMapLayer layer, double zoom)
{
  if (feature->geometry != JALON_MAP_POINTS)
    return FALSE;
  if (layer == JALON_MAP_WATER_NAME)
    return feature->class != JALON_MAP_OCEAN || zoom < 7;
  switch ((int) feature->class)
    {
    case JALON_MAP_CONTINENT:
      return zoom < 1.5;
    case JALON_MAP_COUNTRY:
      return zoom < 8;
    case JALON_MAP_STATE:
      return zoom >= 6 && zoom < 8.5;
    case JALON_MAP_PROVINCE:
      return zoom >= 7 && zoom < 10.5;
    case JALON_MAP_QUARTER:
      return zoom >= 12;
    case JALON_MAP_ISLAND:
      return TRUE;
    default:
      return jalon_map_name_is_town (feature);
    }
}

/**
 * jalon_map_name_rank:
 * @feature: a place or a water
 *
 * Returns: how important it is among its like: the smaller the more
 */
int
jalon_map_name_rank (const JalonMapFeature *feature)
{
  if (feature->rank > 0)
    return feature->rank;
  switch ((int) feature->class)
    {
    case JALON_MAP_CITY:
      return 9;
    case JALON_MAP_TOWN:
      return 13;
    case JALON_MAP_VILLAGE:
      return 17;
    default:
      return 20;
    }
}

/**
 * jalon_map_name_text:
 * @feature: a place or a water
 * @language: a language
 *
 * Returns: (transfer none) (nullable): its name in this language, else its own, in Latin letters if there is a choice
 */
const char *
jalon_map_name_text (const JalonMapFeature *feature, const JalonLanguage *language)
{
  gboolean french = g_str_equal (jalon_language_get_text_code (language), "fr");
  const char *translated = feature->texts[french ? JALON_MAP_NAME_FR : JALON_MAP_NAME_EN];

  if (translated != NULL)
    return translated;
  return feature->texts[JALON_MAP_NAME_LATIN] != NULL ? feature->texts[JALON_MAP_NAME_LATIN] : feature->texts[JALON_MAP_NAME];
}

/* A town's name is the larger the more levels ago it first appeared, as far as its class goes. */
static void
init_town (JalonMapNameStyle *style, const JalonMapFeature *feature, double zoom)
{
  static const double most[] = { 14, 13, 12, 11 };
  double lead = zoom - (jalon_map_name_rank (feature) + 3) / 2.0;

  style->ink = JALON_MAP_INK_TOWN;
  style->size = feature->capital == 2 ? MAX (12.5, 10.5 + lead * 0.7) : CLAMP (10.5 + lead * 0.7, 10, 13);
  style->size = MIN (style->size, most[feature->class - JALON_MAP_CITY]);
  style->bold = feature->capital == 2 || (feature->class == JALON_MAP_CITY && style->size >= 12.2);
  style->size = round (style->size); /* each size is a font of its own, to be found and read */
}

/**
 * jalon_map_name_style_init:
 * @style: (out): how its name is written
 * @feature: a place or a water
 * @zoom: the picture's zoom
 *
 * Chooses how a name is written.
 */
void
jalon_map_name_style_init (JalonMapNameStyle *style, const JalonMapFeature *feature, double zoom)
{
  int rank = jalon_map_name_rank (feature);

  *style = (JalonMapNameStyle){ .size = 11, .italic = TRUE, .spacing = WATER_SPACING, .ink = JALON_MAP_INK_WATER_NAME };
  switch ((int) feature->class)
    {
    case JALON_MAP_CONTINENT:
    case JALON_MAP_COUNTRY:
      *style = (JalonMapNameStyle){ round (CLAMP (11.5 + (zoom - rank) * 0.8, 11, 15)), TRUE, FALSE, 1, JALON_MAP_INK_TERRITORY };
      break;
    case JALON_MAP_STATE:
      *style = (JalonMapNameStyle){ zoom >= 6.5 ? 12 : 10, FALSE, FALSE, 0.8, JALON_MAP_INK_TERRITORY };
      break;
    case JALON_MAP_PROVINCE:
    case JALON_MAP_QUARTER:
      *style = (JalonMapNameStyle){ 10, FALSE, FALSE, 0.6, JALON_MAP_INK_TERRITORY };
      break;
    case JALON_MAP_ISLAND:
      *style = (JalonMapNameStyle){ 10, FALSE, TRUE, 0.4, JALON_MAP_INK_TERRITORY };
      break;
    case JALON_MAP_OCEAN:
      style->size = 13;
      style->spacing = OCEAN_SPACING;
      break;
    default:
      if (jalon_map_name_is_town (feature))
        {
          style->italic = FALSE;
          style->spacing = 0;
          init_town (style, feature, zoom);
        }
      break;
    }
}

static const char *
get_family (PangoLayout *layout)
{
  static gsize family;

  if (g_once_init_enter (&family))
    g_once_init_leave (&family, (gsize) jalon_font_find_family (pango_layout_get_context (layout), FAMILY));
  return (const char *) family;
}

/**
 * jalon_map_name_style_apply:
 * @style: how a name is written
 * @layout: the layout that is to write it
 *
 * Sets the font.
 */
void
jalon_map_name_style_apply (const JalonMapNameStyle *style, PangoLayout *layout)
{
  PangoFontDescription *font = pango_font_description_new ();
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  pango_font_description_set_family_static (font, get_family (layout));
  pango_font_description_set_absolute_size (font, style->size * PANGO_SCALE);
  pango_font_description_set_weight (font, style->bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_font_description_set_style (font, style->italic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  if (style->spacing > 0)
    pango_attr_list_insert (attributes, pango_attr_letter_spacing_new ((int) (style->spacing * PANGO_SCALE)));
  pango_layout_set_attributes (layout, attributes);
}
