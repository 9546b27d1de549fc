/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "facts/jalon-records.h"

/**
 * jalon_place_get_department:
 * @place: a place
 *
 * Returns: (nullable): its department, as stated or of the place it lies within
 */
const char *
jalon_place_get_department (const JalonPlace *place)
{
  while (place != NULL && place->department == NULL)
    place = place->within;
  return place == NULL ? NULL : place->department;
}

/**
 * jalon_place_get_region:
 * @place: a place
 *
 * Returns: (nullable): the ISO 3166-2 code of its region, as stated or of the place it lies within
 */
const char *
jalon_place_get_region (const JalonPlace *place)
{
  while (place != NULL && place->region == NULL)
    place = place->within;
  return place == NULL ? NULL : place->region;
}

/**
 * jalon_place_get_country:
 * @place: a place
 *
 * Returns: (nullable): the ISO 3166-1 code of its country: as stated or of the place it lies within, else the country of
 *   its region
 */
const char *
jalon_place_get_country (const JalonPlace *place)
{
  const char *region = jalon_place_get_region (place);
  char country[3];

  while (place != NULL && place->country == NULL)
    place = place->within;
  if (place != NULL || region == NULL)
    return place == NULL ? NULL : place->country;
  g_strlcpy (country, region, sizeof country);
  return g_intern_string (country);
}

/**
 * jalon_place_get_outermost:
 * @place: a place
 *
 * Returns: (transfer none): the place that contains it and lies within no other; itself if there is none
 */
const JalonPlace *
jalon_place_get_outermost (const JalonPlace *place)
{
  while (place->within != NULL)
    place = place->within;
  return place;
}
