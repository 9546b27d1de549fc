/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "scenes/jalon-palette.h"

/* 0xRRGGBB. The kinds' colours, and MIXED with them, are the outcome of a search: as far apart as they can be from one another for
 * normal sight and for three kinds of colour blindness, near a hue that suits the kind, readable below ON_KIND and visible on all
 * grounds. tests/test-palette.c holds every number to that. */
static const guint32 light[JALON_N_INKS] = {
  [JALON_INK_BACKGROUND] = 0xfafafa,
  [JALON_INK_CARD] = 0xffffff,
  [JALON_INK_TEXT] = 0x28282b,
  [JALON_INK_DIM] = 0x5e5c64,
  [JALON_INK_FAINT] = 0xdcdcdf,
  [JALON_INK_ACCENT] = 0x1a65c9,
  [JALON_INK_BAND] = 0x3584e4,
  [JALON_INK_HALO] = 0xffffff,
  [JALON_INK_WARNING] = 0xa13b00,
  [JALON_INK_LAND] = 0xf6f3ec,
  [JALON_INK_WATER] = 0xd3e6ef,
  [JALON_INK_COAST] = 0x9db8c6,
  [JALON_INK_BORDER] = 0xb3a9b8,
  [JALON_INK_MIXED] = 0x3c3d3f,
  [JALON_INK_KIND + JALON_KIND_UNSET] = 0x3c3d3f,
  [JALON_INK_KIND + JALON_KIND_DATA_CENTRE] = 0x0f54b8,
  [JALON_INK_KIND + JALON_KIND_SUPERCOMPUTER] = 0xc54c02,
  [JALON_INK_KIND + JALON_KIND_CLOUD] = 0x0281a2,
  [JALON_INK_KIND + JALON_KIND_RESEARCH] = 0x895cd7,
  [JALON_INK_KIND + JALON_KIND_TRAINING] = 0x1f7f22,
  [JALON_INK_KIND + JALON_KIND_CORPORATE_CENTRE] = 0x913589,
  [JALON_INK_KIND + JALON_KIND_NETWORK] = 0x035c5b,
  [JALON_INK_KIND + JALON_KIND_PARTNERSHIP] = 0x6a4d00,
  [JALON_INK_KIND + JALON_KIND_FUNDING_ROUND] = 0x790017,
  [JALON_INK_KIND + JALON_KIND_PROGRAMME] = 0x89725e,
  [JALON_INK_KIND + JALON_KIND_ENVELOPE] = 0x2f3476,
  [JALON_INK_ON_KIND] = 0xffffff,
};

static const guint32 dark[JALON_N_INKS] = {
  [JALON_INK_BACKGROUND] = 0x242424,
  [JALON_INK_CARD] = 0x303030,
  [JALON_INK_TEXT] = 0xf4f4f5,
  [JALON_INK_DIM] = 0xb6b4ba,
  [JALON_INK_FAINT] = 0x434347,
  [JALON_INK_ACCENT] = 0x78aeed,
  [JALON_INK_BAND] = 0x62a0ea,
  [JALON_INK_HALO] = 0x1a1a1c,
  [JALON_INK_WARNING] = 0xffa348,
  [JALON_INK_LAND] = 0x2b2c2f,
  [JALON_INK_WATER] = 0x1b2932,
  [JALON_INK_COAST] = 0x4c6371,
  [JALON_INK_BORDER] = 0x716877,
  [JALON_INK_MIXED] = 0xa4a6a7,
  [JALON_INK_KIND + JALON_KIND_UNSET] = 0xa4a6a7,
  [JALON_INK_KIND + JALON_KIND_DATA_CENTRE] = 0x52a2ff,
  [JALON_INK_KIND + JALON_KIND_SUPERCOMPUTER] = 0xef8039,
  [JALON_INK_KIND + JALON_KIND_CLOUD] = 0x9aedff,
  [JALON_INK_KIND + JALON_KIND_RESEARCH] = 0x9468f2,
  [JALON_INK_KIND + JALON_KIND_TRAINING] = 0x6dd48d,
  [JALON_INK_KIND + JALON_KIND_CORPORATE_CENTRE] = 0xc86bc2,
  [JALON_INK_KIND + JALON_KIND_NETWORK] = 0x28918e,
  [JALON_INK_KIND + JALON_KIND_PARTNERSHIP] = 0xf0ba39,
  [JALON_INK_KIND + JALON_KIND_FUNDING_ROUND] = 0xe64a5e,
  [JALON_INK_KIND + JALON_KIND_PROGRAMME] = 0xffdab8,
  [JALON_INK_KIND + JALON_KIND_ENVELOPE] = 0xb9beff,
  [JALON_INK_ON_KIND] = 0x111113,
};

static const guint32 high_contrast[JALON_N_INKS] = {
  [JALON_INK_BACKGROUND] = 0xffffff,
  [JALON_INK_CARD] = 0xffffff,
  [JALON_INK_TEXT] = 0x000000,
  [JALON_INK_DIM] = 0x3a3840,
  [JALON_INK_FAINT] = 0x77767b,
  [JALON_INK_ACCENT] = 0x0b3d91,
  [JALON_INK_BAND] = 0x1a5fb4,
  [JALON_INK_HALO] = 0xffffff,
  [JALON_INK_WARNING] = 0x7d2a00,
  [JALON_INK_LAND] = 0xffffff,
  [JALON_INK_WATER] = 0xddecf4,
  [JALON_INK_COAST] = 0x4d6b7a,
  [JALON_INK_BORDER] = 0x6b6270,
  [JALON_INK_MIXED] = 0x10171f,
  [JALON_INK_KIND + JALON_KIND_UNSET] = 0x10171f,
  [JALON_INK_KIND + JALON_KIND_DATA_CENTRE] = 0x0a3da1,
  [JALON_INK_KIND + JALON_KIND_SUPERCOMPUTER] = 0x831600,
  [JALON_INK_KIND + JALON_KIND_CLOUD] = 0x002f3f,
  [JALON_INK_KIND + JALON_KIND_RESEARCH] = 0x47017f,
  [JALON_INK_KIND + JALON_KIND_TRAINING] = 0x014907,
  [JALON_INK_KIND + JALON_KIND_CORPORATE_CENTRE] = 0x67015b,
  [JALON_INK_KIND + JALON_KIND_NETWORK] = 0x016462,
  [JALON_INK_KIND + JALON_KIND_PARTNERSHIP] = 0x745300,
  [JALON_INK_KIND + JALON_KIND_FUNDING_ROUND] = 0xaa1c4f,
  [JALON_INK_KIND + JALON_KIND_PROGRAMME] = 0x3a1d00,
  [JALON_INK_KIND + JALON_KIND_ENVELOPE] = 0x57528d,
  [JALON_INK_ON_KIND] = 0xffffff,
};

static const guint32 high_contrast_dark[JALON_N_INKS] = {
  [JALON_INK_BACKGROUND] = 0x000000,
  [JALON_INK_CARD] = 0x0d0d0d,
  [JALON_INK_TEXT] = 0xffffff,
  [JALON_INK_DIM] = 0xdeddda,
  [JALON_INK_FAINT] = 0x8d8b91,
  [JALON_INK_ACCENT] = 0x99c1f1,
  [JALON_INK_BAND] = 0x99c1f1,
  [JALON_INK_HALO] = 0x000000,
  [JALON_INK_WARNING] = 0xffbe6f,
  [JALON_INK_LAND] = 0x0f0f10,
  [JALON_INK_WATER] = 0x0a1a24,
  [JALON_INK_COAST] = 0x8fb2c6,
  [JALON_INK_BORDER] = 0x9d93a3,
  [JALON_INK_MIXED] = 0xebf3fa,
  [JALON_INK_KIND + JALON_KIND_UNSET] = 0xebf3fa,
  [JALON_INK_KIND + JALON_KIND_DATA_CENTRE] = 0x67b1ff,
  [JALON_INK_KIND + JALON_KIND_SUPERCOMPUTER] = 0xfe8d38,
  [JALON_INK_KIND + JALON_KIND_CLOUD] = 0x85e6ff,
  [JALON_INK_KIND + JALON_KIND_RESEARCH] = 0xac82ff,
  [JALON_INK_KIND + JALON_KIND_TRAINING] = 0xaaffb1,
  [JALON_INK_KIND + JALON_KIND_CORPORATE_CENTRE] = 0xdf83d2,
  [JALON_INK_KIND + JALON_KIND_NETWORK] = 0x59a6a3,
  [JALON_INK_KIND + JALON_KIND_PARTNERSHIP] = 0xffd46f,
  [JALON_INK_KIND + JALON_KIND_FUNDING_ROUND] = 0xff667a,
  [JALON_INK_KIND + JALON_KIND_PROGRAMME] = 0xd4b79b,
  [JALON_INK_KIND + JALON_KIND_ENVELOPE] = 0xb5c0ff,
  [JALON_INK_ON_KIND] = 0x000000,
};

/* What paper needs differently from light; 0: as there. */
static const guint32 print[JALON_N_INKS] = {
  [JALON_INK_BACKGROUND] = 0xffffff,
  [JALON_INK_TEXT] = 0x000000,
  [JALON_INK_DIM] = 0x4a484f,
  [JALON_INK_FAINT] = 0xc8c8cc,
  [JALON_INK_LAND] = 0xf8f6f1,
  [JALON_INK_WATER] = 0xe1eef5,
};

static JalonColour
unpack (guint32 rgb)
{
  return (JalonColour) {
    .red = ((rgb >> 16) & 0xff) / 255.0,
    .green = ((rgb >> 8) & 0xff) / 255.0,
    .blue = (rgb & 0xff) / 255.0,
  };
}

/**
 * jalon_palette_get:
 *
 * Returns: the colour of a role in a theme; black for %JALON_INK_NONE
 */
JalonColour
jalon_palette_get (JalonTheme theme, JalonInk ink)
{
  g_return_val_if_fail (theme < JALON_N_THEMES && ink < JALON_N_INKS, unpack (0));

  switch (theme)
    {
    case JALON_THEME_DARK:
      return unpack (dark[ink]);
    case JALON_THEME_HIGH_CONTRAST:
      return unpack (high_contrast[ink]);
    case JALON_THEME_HIGH_CONTRAST_DARK:
      return unpack (high_contrast_dark[ink]);
    case JALON_THEME_PRINT:
      return unpack (print[ink] || ink == JALON_INK_TEXT ? print[ink] : light[ink]);
    case JALON_THEME_LIGHT:
    case JALON_N_THEMES:
    default:
      return unpack (light[ink]);
    }
}

/**
 * jalon_ink_for_kind:
 *
 * Returns: the ink of the marks of a kind, the same in pin, bar, timeline, table and legend
 */
JalonInk
jalon_ink_for_kind (JalonKind kind)
{
  return (JalonInk) (JALON_INK_KIND + kind);
}

/**
 * jalon_ink_on_kind:
 *
 * Returns: the ink of text on a mark in a kind's colour, or in %JALON_INK_MIXED
 */
JalonInk
jalon_ink_on_kind (void)
{
  return JALON_INK_ON_KIND;
}
