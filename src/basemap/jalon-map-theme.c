/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "basemap/jalon-map-theme.h"

/* sRGB, by ink and theme: light, dark, high contrast, high contrast dark, print. */
static const guint32 inks[JALON_MAP_N_INKS][JALON_MAP_PRINT + 1] = {
  [JALON_MAP_INK_LAND] = { 0xf6f3ec, 0x2b2b2e, 0xffffff, 0x000000, 0xffffff },
  [JALON_MAP_INK_WATER] = { 0xcfe3ec, 0x1b2a33, 0xb4dcf0, 0x10303f, 0xe6eff3 },
  [JALON_MAP_INK_COAST] = { 0x9fbfce, 0x35505f, 0x1d5f7d, 0x6fb7d6, 0x7d97a3 },
  [JALON_MAP_INK_RIVER] = { 0xa5c9da, 0x30495a, 0x2f7ea3, 0x5aa5c6, 0x9db7c4 },
  [JALON_MAP_INK_WOOD] = { 0xe4ebd9, 0x293029, 0xe2efd9, 0x0d1a0d, 0xf1f4ec },
  [JALON_MAP_INK_GRASS] = { 0xeef0e0, 0x2c302b, 0xf3f8ea, 0x0a120a, 0xf8f9f3 },
  [JALON_MAP_INK_ICE] = { 0xfafcfd, 0x3a3e43, 0xffffff, 0x1a2024, 0xfafbfc },
  [JALON_MAP_INK_SAND] = { 0xf5ecd6, 0x33302a, 0xfdf6e3, 0x15120a, 0xfaf6ec },
  [JALON_MAP_INK_BUILT_UP] = { 0xece5dd, 0x323135, 0xefefef, 0x161618, 0xf2f1ef },
  [JALON_MAP_INK_BUILDING] = { 0xdfd6cd, 0x3b3a3f, 0xd0d0d0, 0x2c2c30, 0xdcdad7 },
  [JALON_MAP_INK_CASING] = { 0xd9cfc4, 0x212124, 0x404040, 0xb0b0b0, 0xb5b1ac },
  [JALON_MAP_INK_ROAD] = { 0xffffff, 0x404046, 0xffffff, 0x2a2a2e, 0xffffff },
  [JALON_MAP_INK_MAIN_ROAD] = { 0xf7e3bd, 0x57524a, 0xffd98a, 0x5c4a1c, 0xf0eadc },
  [JALON_MAP_INK_RAIL] = { 0xbcb3b0, 0x4d4b52, 0x606060, 0x909090, 0xa8a5a2 },
  [JALON_MAP_INK_COUNTRY] = { 0x8a7488, 0x8f7b90, 0x4a2048, 0xe6c8e6, 0x6a5a69 },
  [JALON_MAP_INK_REGION] = { 0xb7a8b6, 0x5f5763, 0x6b4a69, 0xbfa0be, 0x9a8f99 },
  [JALON_MAP_INK_DEPARTMENT] = { 0xc9c0c6, 0x4c4850, 0x7f6a7d, 0x9a869a, 0xb5adb3 },
  [JALON_MAP_INK_TINT] = { 0xf9ecd2, 0x38342f, 0xfff0c2, 0x241c08, 0xf4f0e4 },
  [JALON_MAP_INK_TINT_EDGE] = { 0xb98a4e, 0xb99460, 0x7a4a00, 0xffc35c, 0x8a7a5c },
  [JALON_MAP_INK_TOWN] = { 0x3b3640, 0xc9c7cc, 0x000000, 0xffffff, 0x1c1a1e },
  [JALON_MAP_INK_DOT] = { 0x5b5560, 0x9a979f, 0x000000, 0xffffff, 0x3c393f },
  [JALON_MAP_INK_TERRITORY] = { 0x7c6f80, 0x98909f, 0x3a2a3a, 0xe0d0e0, 0x5c5560 },
  [JALON_MAP_INK_WATER_NAME] = { 0x4d7f98, 0x6f9cb3, 0x0b4a66, 0xa5daf2, 0x4f6f7e },
  [JALON_MAP_INK_HALO] = { 0xffffff, 0x1f1f22, 0xffffff, 0x000000, 0xffffff },
};

/**
 * jalon_map_theme_set:
 * @cr: what draws next
 * @theme: a theme
 * @ink: what is drawn
 *
 * Sets the colour to draw with.
 */
void
jalon_map_theme_set (cairo_t *cr, JalonMapTheme theme, JalonMapInk ink)
{
  guint32 rgb = inks[ink][theme];
  double alpha = ink == JALON_MAP_INK_HALO ? 0.85 : 1;

  cairo_set_source_rgba (cr, (rgb >> 16 & 255) / 255.0, (rgb >> 8 & 255) / 255.0, (rgb & 255) / 255.0, alpha);
}
