/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* A set of units of money. */
#define WORLD_UNITS 256

typedef struct
{
  guint64 bits[WORLD_UNITS / 64];
} Units;

static inline Units
units_join (Units a, Units b)
{
  for (guint i = 0; i < G_N_ELEMENTS (a.bits); i++)
    a.bits[i] |= b.bits[i];
  return a;
}

static inline Units
units_meet (Units a, Units b)
{
  for (guint i = 0; i < G_N_ELEMENTS (a.bits); i++)
    a.bits[i] &= b.bits[i];
  return a;
}

static inline Units
units_without (Units a, Units b)
{
  for (guint i = 0; i < G_N_ELEMENTS (a.bits); i++)
    a.bits[i] &= ~b.bits[i];
  return a;
}

static inline guint
units_count (Units units)
{
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (units.bits); i++)
    n += (guint) __builtin_popcountll (units.bits[i]);
  return n;
}
