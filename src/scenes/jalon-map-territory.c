/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "scenes/jalon-map-territory.h"

#include "figures/jalon-index.h"

static const JalonTerritory *
get_focus (const JalonLayoutInput *input)
{
  return jalon_dataset_get_focus (jalon_figures_get_dataset (input->figures));
}

static gboolean
has_code (GPtrArray *codes, const char *code)
{
  return code != NULL && g_ptr_array_find_with_equal_func (codes, code, g_str_equal, NULL);
}

/* Whether a place is in a country that none of some regions is in. */
static gboolean
is_abroad (const JalonPlace *place, const GPtrArray *regions)
{
  const char *country = jalon_place_get_country (place);

  if (country == NULL || regions->len == 0)
    return FALSE;
  for (guint i = 0; i < regions->len; i++)
    if (g_strcmp0 (country, jalon_country_of_region (g_ptr_array_index (regions, i))) == 0)
      return FALSE;
  return TRUE;
}

/**
 * jalon_map_is_outside:
 * @place: a place
 *
 * A territory may hold a place that lies beyond its regions and departments, which are what the map tints.
 *
 * Returns: whether a place is known to be outside the regions and departments of the dataset's focus
 */
gboolean
jalon_map_is_outside (const JalonLayoutInput *input, const JalonPlace *place)
{
  const JalonTerritory *focus = get_focus (input);
  const char *region = jalon_place_get_region (place), *department = jalon_place_get_department (place);

  if (focus == NULL || (focus->regions->len == 0 && focus->departments->len == 0) || has_code (focus->regions, region)
      || has_code (focus->departments, department))
    return FALSE;
  if ((focus->departments->len > 0 ? department != NULL : region != NULL) || is_abroad (place, focus->regions))
    return TRUE;
  return g_ptr_array_find (focus->places, jalon_place_get_outermost (place), NULL);
}

/**
 * jalon_map_is_pin_outside:
 * @pin: a pin
 *
 * Returns: whether all that it stands for is outside the focus
 */
gboolean
jalon_map_is_pin_outside (const JalonLayoutInput *input, const JalonPin *pin)
{
  for (guint i = 0; i < pin->shares->len; i++)
    {
      const JalonShare *share = g_ptr_array_index (pin->shares, i);

      if (!jalon_map_is_outside (input, g_ptr_array_index (share->project->at, 0)))
        return FALSE;
    }
  return TRUE;
}

/**
 * jalon_map_say_outside:
 *
 * Returns: (transfer none): what a place outside the focus is called
 */
const char *
jalon_map_say_outside (const JalonLayoutInput *input)
{
  const JalonTerritory *focus = get_focus (input);

  if (focus != NULL && focus->regions->len == 1 && focus->departments->len == 0)
    return jalon_trc (input->language, "place", "outside the region");
  return jalon_trc (input->language, "place", "outside the territory");
}
