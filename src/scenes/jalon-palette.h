/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scenes/jalon-scene.h"

G_BEGIN_DECLS

typedef enum
{
  JALON_THEME_LIGHT,
  JALON_THEME_DARK,
  JALON_THEME_HIGH_CONTRAST,
  JALON_THEME_HIGH_CONTRAST_DARK,
  JALON_THEME_PRINT,
  JALON_N_THEMES
} JalonTheme;

typedef struct
{
  double red, green, blue; /* sRGB, 0 to 1 */
} JalonColour;

JalonColour jalon_palette_get (JalonTheme theme, JalonInk ink);
JalonInk jalon_ink_for_kind (JalonKind kind);
JalonInk jalon_ink_on_kind (void);

G_END_DECLS
