/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scenes/jalon-layouts.h"

G_BEGIN_DECLS

/* Data for layouts, made up, and what must hold for every scene. */

JalonDataset *scene_checks_make_dataset (guint n_projects, double largest, gboolean rtl);
JalonDataset *scene_checks_load_bundled (void);
JalonFigures *scene_checks_compute (JalonDataset *dataset, JalonKey group);
void scene_checks_assert_sound (const JalonScene *scene, JalonType *type, gboolean texts_only);

G_END_DECLS
