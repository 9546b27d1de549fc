/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scenes/jalon-layouts.h"

G_BEGIN_DECLS

/* One of two answers that stand side by side. Borrowed for the call. */
typedef struct
{
  const char *title;
  const JalonFigures *figures;
} JalonCompareSide;

JalonScene *jalon_compare_layout (const JalonLayoutInput *input, const JalonCompareSide sides[2], double width);

G_END_DECLS
