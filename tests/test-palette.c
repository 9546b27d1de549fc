/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "scenes/jalon-palette.h"

#include <math.h>

/* Two kinds never look nearer than this (OKLab, where black to white is 1; about 0.02 is just noticeable side by side). */
#define MIN_DISTANCE 0.05

static const JalonInk grounds[] = { JALON_INK_BACKGROUND, JALON_INK_CARD, JALON_INK_LAND, JALON_INK_WATER };

/* Machado, Oliveira and Fernandes 2009, severity 1, on linear RGB; the first is normal sight. */
static const double sights[][3][3] = {
  { { 1, 0, 0 }, { 0, 1, 0 }, { 0, 0, 1 } },
  { { 0.152286, 1.052583, -0.204868 }, { 0.114503, 0.786281, 0.099216 }, { -0.003882, -0.048116, 1.051998 } },
  { { 0.367322, 0.860646, -0.227968 }, { 0.280085, 0.672501, 0.047413 }, { -0.011820, 0.042940, 0.968881 } },
  { { 1.255528, -0.076749, -0.178779 }, { -0.078411, 0.930809, 0.147602 }, { 0.004733, 0.691367, 0.303900 } },
};
static const char *const sight_names[] = { "normal", "protanopia", "deuteranopia", "tritanopia" };

static double
linear (double c)
{
  return c <= 0.04045 ? c / 12.92 : pow ((c + 0.055) / 1.055, 2.4);
}

/* WCAG 2.2 */
static double
contrast (JalonTheme theme, JalonInk a, JalonInk b)
{
  double luminance[2];
  const JalonInk inks[] = { a, b };

  for (int i = 0; i < 2; i++)
    {
      JalonColour c = jalon_palette_get (theme, inks[i]);

      luminance[i] = 0.2126 * linear (c.red) + 0.7152 * linear (c.green) + 0.0722 * linear (c.blue);
    }
  return (MAX (luminance[0], luminance[1]) + 0.05) / (MIN (luminance[0], luminance[1]) + 0.05);
}

static void
assert_contrast (JalonTheme theme, JalonInk ink, JalonInk ground, double least)
{
  double found = contrast (theme, ink, ground);

  if (found < least)
    g_test_message ("theme %d, ink %d on %d: %.2f, must be %.1f", theme, ink, ground, found, least);
  g_assert_cmpfloat (found, >=, least);
}

static void
test_text (void)
{
  const JalonInk everywhere[] = { JALON_INK_TEXT, JALON_INK_DIM };
  const JalonInk on_panels[] = { JALON_INK_ACCENT, JALON_INK_WARNING };

  for (JalonTheme theme = 0; theme < JALON_N_THEMES; theme++)
    {
      gboolean high = theme == JALON_THEME_HIGH_CONTRAST || theme == JALON_THEME_HIGH_CONTRAST_DARK;

      for (gsize i = 0; i < G_N_ELEMENTS (everywhere); i++)
        {
          for (gsize g = 0; g < G_N_ELEMENTS (grounds); g++)
            assert_contrast (theme, everywhere[i], grounds[g], high ? 7 : 4.5);
          assert_contrast (theme, everywhere[i], JALON_INK_HALO, high ? 7 : 4.5);
        }
      for (gsize i = 0; i < G_N_ELEMENTS (on_panels); i++)
        for (gsize g = 0; g < 2; g++)
          assert_contrast (theme, on_panels[i], grounds[g], high ? 7 : 4.5);
      if (high)
        assert_contrast (theme, JALON_INK_FAINT, JALON_INK_BACKGROUND, 3);
    }
}

static void
test_marks (void)
{
  for (JalonTheme theme = 0; theme < JALON_N_THEMES; theme++)
    for (int i = JALON_INK_MIXED; i < JALON_INK_ON_KIND; i++)
      {
        for (gsize g = 0; g < G_N_ELEMENTS (grounds); g++)
          assert_contrast (theme, (JalonInk) i, grounds[g], 3);
        assert_contrast (theme, (JalonInk) i, JALON_INK_HALO, 3);
        assert_contrast (theme, JALON_INK_ON_KIND, (JalonInk) i, 4.5);
      }
}

/* Björn Ottosson 2020, of a colour as somebody sees it. */
static void
see (JalonColour colour, const double sight[3][3], double lab[3])
{
  const double rgb[] = { linear (colour.red), linear (colour.green), linear (colour.blue) };
  double seen[3], l, m, s;

  for (int i = 0; i < 3; i++)
    seen[i] = CLAMP (sight[i][0] * rgb[0] + sight[i][1] * rgb[1] + sight[i][2] * rgb[2], 0, 1);
  l = cbrt (0.4122214708 * seen[0] + 0.5363325363 * seen[1] + 0.0514459929 * seen[2]);
  m = cbrt (0.2119034982 * seen[0] + 0.6806995451 * seen[1] + 0.1073969566 * seen[2]);
  s = cbrt (0.0883024619 * seen[0] + 0.2817188376 * seen[1] + 0.6299787005 * seen[2]);
  lab[0] = 0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s;
  lab[1] = 1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s;
  lab[2] = 0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s;
}

static double
distance (JalonTheme theme, JalonInk a, JalonInk b, gsize sight)
{
  double x[3], y[3];

  see (jalon_palette_get (theme, a), sights[sight], x);
  see (jalon_palette_get (theme, b), sights[sight], y);
  return sqrt (pow (x[0] - y[0], 2) + pow (x[1] - y[1], 2) + pow (x[2] - y[2], 2));
}

static void
test_kinds (void)
{
  for (JalonTheme theme = 0; theme < JALON_N_THEMES; theme++)
    for (gsize sight = 0; sight < G_N_ELEMENTS (sights); sight++)
      /* UNSET looks like MIXED: neither is a kind. */
      for (int a = JALON_INK_KIND; a < JALON_INK_ON_KIND; a++)
        for (int b = a + 1; b < JALON_INK_ON_KIND; b++)
          {
            double d = distance (theme, (JalonInk) a, (JalonInk) b, sight);

            if (d < MIN_DISTANCE)
              g_test_message ("theme %d, %s: kinds %d and %d are %.3f apart", theme, sight_names[sight],
                              a - JALON_INK_KIND, b - JALON_INK_KIND, d);
            g_assert_cmpfloat (d, >=, MIN_DISTANCE);
          }
}

static void
test_inks (void)
{
  for (JalonKind kind = JALON_KIND_UNSET; kind < JALON_N_KINDS; kind++)
    {
      JalonInk ink = jalon_ink_for_kind (kind);

      g_assert_cmpint (ink, >=, JALON_INK_KIND);
      g_assert_cmpint (ink, <, jalon_ink_on_kind ());
    }
  g_assert_cmpint (jalon_ink_for_kind (JALON_KIND_CLOUD), !=, jalon_ink_for_kind (JALON_KIND_NETWORK));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/palette/text", test_text);
  g_test_add_func ("/palette/marks", test_marks);
  g_test_add_func ("/palette/kinds", test_kinds);
  g_test_add_func ("/palette/inks", test_inks);
  return g_test_run ();
}
